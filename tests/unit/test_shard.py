import pytest

from tui_reader.index import Abandoned, IndexedTurn
from tui_reader.index.shard import Shard
from tui_reader.model import Turn


@pytest.fixture
def shard() -> Shard:
    return Shard.build(
        [
            [Turn("The mill grinds", "Ada", 7, line=3), Turn("slowly", "Łucja")],
            [],
            [Turn("A mill by the river"), Turn("and the river by the mill")],
        ]
    )


def test_episodes_are_counted_found_and_ranked_by_their_numbers_in_it(shard: Shard) -> None:
    mill = 'text : "mill"'
    assert shard.count(mill) == 3
    assert shard.tally(mill, False) == [(0, 1, 0, 0), (2, 2, 0, 1)]
    assert shard.found(mill, False) == [(0, 0), (2, 0), (2, 1)]
    assert shard.found_in(2, mill, False) == [0, 1]
    ranked = shard.ranked(mill)
    assert [hit[:2] for hit in ranked] == [(0, 0), (2, 0), (2, 1)]
    assert ranked[0][2] < ranked[2][2], "a short turn is more about its words"


def test_what_does_not_match_is_found_as_well(shard: Shard) -> None:
    assert shard.found('text : "mill"', True) == [(0, 1)]
    assert shard.tally('text : "mill"', True) == [(0, 1, 1, 1)]
    assert shard.found_in(0, 'text : "mill"', True) == [1]
    assert shard.found("", False) == [(0, 0), (0, 1), (2, 0), (2, 1)]
    assert shard.found("", True) == []
    assert shard.found_in(2, "", False) == [0, 1]


def test_names_are_no_words_of_the_text(shard: Shard) -> None:
    assert shard.count('text : "lucja"') == 0
    assert shard.found('speaker : "lucja"', False) == [(0, 1)]


def test_a_seam_has_the_words_on_both_sides_where_nobody_is_named(shard: Shard) -> None:
    assert shard.seamed
    assert shard.found('seam : "river and"', False) == [(2, 0)]
    assert shard.found('seam : "grinds slowly"', False) == []
    assert not Shard.build([[Turn("a", "Ada"), Turn("b", "Ada")], [Turn("c")]]).seamed


def test_the_words_are_known_with_how_many_turns_have_them(shard: Shard) -> None:
    words = dict(shard.vocabulary())
    assert (words["mill"], words["river"], words["grinds"]) == (3, 2, 1)
    assert "ada" not in words


def test_turns_are_kept_as_they_were(shard: Shard) -> None:
    assert shard.size == 4
    assert shard.turns(0, [1, 0, 9]) == {
        0: IndexedTurn("Ada", 7, 3, "The mill grinds"),
        1: IndexedTurn("Łucja", None, 1, "slowly"),
    }


def test_what_was_serialized_answers_alike(shard: Shard) -> None:
    again = Shard.load(shard.serialize())
    assert again.found('"mill"', False) == shard.found('"mill"', False)
    assert again.turns(2, [0]) == shard.turns(2, [0])
    assert (again.size, again.seamed) == (shard.size, shard.seamed)
    assert sorted(again.vocabulary()) == sorted(shard.vocabulary())


@pytest.mark.parametrize("content", [b"", b"no database", bytes(8192), b"SQLite format 3\0" * 99])
def test_what_is_no_shard_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="no shard"):
        Shard.load(content)


def test_a_shard_without_turns_is_one_all_the_same() -> None:
    empty = Shard.load(Shard.build([[]]).serialize())
    assert (empty.size, empty.count('"a"'), empty.found("", False)) == (0, 0, [])


def test_a_question_nobody_waits_for_is_abandoned() -> None:
    shard = Shard.build([[Turn("the same words")] * 20_000])
    with pytest.raises(Abandoned):
        shard.found("", False, lambda: True)
    asked = iter([False] * 3 + [True] * 1_000)
    with pytest.raises(Abandoned):
        shard.ranked('"the"', lambda: next(asked))
    assert shard.count('"the"') == 20_000
    shard.close()
    shard.close()
    with pytest.raises(Abandoned):
        shard.count('"the"')
