from tui_reader.index import Index
from tui_reader.index.shard import Shard
from tui_reader.model import Turn
from tui_reader.widening.lexicon import Lexicon, lexicon_of

WORDS = {"bean": 4, "beans": 9, "be": 90, "bee": 1, "łza": 1}


def test_words_are_found_by_how_they_begin() -> None:
    lexicon = Lexicon(WORDS, 100)
    assert lexicon.beginning("bea") == ["bean", "beans"]
    assert lexicon.beginning("ł") == ["łza"]
    assert lexicon.beginning("x") == []


def test_words_are_found_by_about_how_long_they_are() -> None:
    lexicon = Lexicon({"a" * length: 1 for length in range(1, 20)}, 100)
    lengths = [len(word) for words in lexicon.about_as_long("a" * 8) for word in words]
    assert lengths == list(range(4, 13))


def test_the_rarer_a_word_the_more_it_tells() -> None:
    lexicon = Lexicon(WORDS, 100)
    rarities = [lexicon.rarity(turns) for turns in (1, 4, 90, 100, 500)]
    assert rarities == sorted(rarities, reverse=True)
    assert rarities[-1] > 0


def test_a_lexicon_lasts_until_the_index_changes() -> None:
    index = Index()
    index.attach(Shard.build([[Turn("Beans")]]), [0])
    first = lexicon_of(index)
    assert lexicon_of(index) is first
    index.attach(Shard.build([[Turn("Peas")]]), [1])
    assert "peas" in lexicon_of(index)
    index.close()
