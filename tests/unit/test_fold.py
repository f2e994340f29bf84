import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.fold import Folding, exact, fold, spaced

TRICKY = "aZ łŁßæıİé\u0301\u00ad\u200bﬁ½…日ガ한ไัह्\u05b8\ufe0f—'\n\x1f\ud800"
texts = st.text(st.sampled_from(TRICKY) | st.characters(), max_size=30)
foldings = pytest.mark.parametrize("folding", [fold, spaced], ids=["fold", "spaced"])


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łukasz Kałużny", "lukasz kaluzny"),
        ("Zażółć GĘŚLĄ jaźń", "zazolc gesla jazn"),
        ("STRAẞE, Straße", "strasse, strasse"),
        ("Ærøskøbing œuvre", "aeroskobing oeuvre"),
        ("Þórður á Íslandi, eða", "thordur a islandi, eda"),
        ("Đặng Ħal Ŋ", "dang hal n"),
        ("İstanbul ışık", "istanbul isik"),
        ("Λόγος ΛΟΓΟΣ", "λογοσ λογοσ"),
        ("Ёлка і ґанок", "елка і ганок"),
        ("cafe\u0301", "cafe"),
        ("ﬁne ｆｕｌｌ ²", "fine full 2"),
        ("שָׁלוֹם", "שלום"),
        ("مُـحَمَّد أهلا", "محمد اهلا"),
        ("col\u00adlab\u200dorate", "collaborate"),
    ],
)
def test_case_and_accents_are_gone(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["한국어", "ガラス", "ภาษาไทย", "हिन्दी", "日本語"])
def test_marks_that_make_another_word_stay(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't stop – now…", ["don", "t", "stop", "now"]),
        ("t-shirt, snake_case", ["t", "shirt", "snake", "case"]),
        ("at 10:30 for $5", ["at", "10", "30", "for", "5"]),
        ("日本語です", ["日", "本", "語", "で", "す"]),
        ("Python入門", ["python", "入", "門"]),
        ("ไทย", ["ไ", "ท", "ย"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("zero\u200bwidth", ["zero", "width"]),
        ("bell\x1fbook", ["bell", "book"]),
        ("\ud800?!\ufffd", []),
    ],
)
def test_spaced_text_is_its_words(text: str, words: list[str]) -> None:
    assert spaced(text).split() == words


@pytest.mark.parametrize(
    ("text", "same"),
    [("ŻAL", "żal"), ("cafe\u0301", "CAFÉ"), ("Straße", "strasse"), ("so\u00adft", "soft")],
)
def test_exact_text_keeps_accents_alone(text: str, same: str) -> None:
    assert exact(text) == exact(same)
    assert exact("żal") != exact("zal")


@foldings
@given(text=texts)
def test_folding_twice_changes_nothing(folding: Folding, text: str) -> None:
    assert folding(text).split() == folding(folding(text)).split()
    assert fold(fold(text)) == fold(text)


@foldings
@given(text=texts, cut=st.integers(0, 30))
def test_text_folds_alike_wherever_it_is_cut(folding: Folding, text: str, cut: int) -> None:
    assert folding(text) == folding(text[:cut]) + folding(text[cut:])


@foldings
@given(several=st.lists(texts))
def test_many_texts_fold_as_each_does(folding: Folding, several: list[str]) -> None:
    assert folding.each(several) == [folding(text) for text in several]


@foldings
@given(text=texts)
def test_every_folded_place_leads_back_into_the_text(folding: Folding, text: str) -> None:
    origin = folding.origin(text)
    size = len(folding(text))
    starts = [origin.start(offset) for offset in range(size + 1)]
    ends = [origin.end(offset) for offset in range(size + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert starts[-1] == len(text)
    assert all(0 <= place <= len(text) for place in starts + ends)


@foldings
@given(text=texts, data=st.data())
def test_what_a_folded_piece_leads_back_to_folds_to_it(
    folding: Folding, text: str, data: st.DataObject
) -> None:
    folded = folding(text)
    end = data.draw(st.integers(0, len(folded)))
    start = data.draw(st.integers(0, end))
    origin = folding.origin(text)
    original = text[origin.start(start) : origin.end(end)]
    assert start == end or folded[start:end] in folding(original)


def test_an_accent_of_its_own_belongs_to_the_letter_before() -> None:
    assert fold.origin("cafe\u0301 noir").end(4) == 5


def test_a_letter_that_became_two_is_highlighted_whole() -> None:
    origin = fold.origin("Straße")
    assert (origin.start(4), origin.end(5)) == (4, 5)
    assert (origin.start(5), origin.end(6)) == (4, 5)
