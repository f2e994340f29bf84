import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.errors import PatternTooSlow, QueryError
from tui_reader.text import patterns
from tui_reader.text.patterns import RegularExpression, check, longest_valid
from tui_reader.text.words import Searched


def found(source: str, text: str) -> list[str] | None:
    """What is highlighted in `text`, or None where it does not match."""
    spans = RegularExpression(source).find(Searched(text))
    return None if spans is None else [text[slice(*span)] for span in spans]


@pytest.mark.parametrize(
    ("source", "text", "highlighted"),
    [
        ("serverl(es|is)s", "Serverless, SERVERLISS", ["Serverless", "SERVERLISS"]),
        (r"\bkuber\w*", "Kubernetes i kubernetesa", ["Kubernetes", "kubernetesa"]),
        ("lodz|zal", "Łódź i żal", ["Łódź", "żal"]),
        ("stra(s{2})e", "die Straße", ["Straße"]),
        ("łód(ź|zi)", "ŁÓDŹ, Lodz, w łodzi", ["ŁÓDŹ"]),
        ("caf.", "un cafe\u0301!", ["cafe\u0301"]),
        ("λόγ(ος|οι)", "Ο ΛΌΓΟΣ, λογοι", ["ΛΌΓΟΣ"]),
        ("λογ(ος|οι)", "Ο ΛΌΓΟΣ, λόγοι", ["ΛΌΓΟΣ", "λόγοι"]),
        ("ΛΟΓΟΣ", "λόγος", ["λόγος"]),
        ("שלו.", "שָׁלוֹם", ["שָׁלוֹם"]),
        ("日本(語|人)", "これは日本語です", ["日本語"]),
        ("ガ|カ", "カ、ガ", ["カ", "ガ"]),
        (".", "ab c", ["ab c"]),
        ("ไท.", "ภาษาไทย", ["ไทย"]),
        ("open source.", "is it open\n\nsource?", ["open\n\nsource?"]),
        ("^is.*source.$", "is it open\n\nsource?", ["is it open\n\nsource?"]),
        ("so…", "so… and so.", ["so…"]),
        (r"\d{2}:\d\d", "at 10:30", ["10:30"]),
        ("a/b", "and a/b", ["a/b"]),
        ("x*", "abc", []),
        ("x*", "axx", ["xx"]),
        (r"(?<!un)known", "unknown and known", ["known"]),
    ],
)
def test_what_is_highlighted(source: str, text: str, highlighted: list[str]) -> None:
    assert found(source, text) == highlighted


@pytest.mark.parametrize(
    ("source", "text"), [("^source", "open\n\nsource"), ("łódź", "Lodz"), ("が", "か"), ("a", "")]
)
def test_what_does_not_match(source: str, text: str) -> None:
    assert found(source, text) is None


@pytest.mark.parametrize("text", ["a" * 5_000 + "!", "A" * 200_000 + "!", "aá" * 5_000 + "!"])
def test_an_expression_that_would_take_for_ever_ends_with_a_sentence(text: str) -> None:
    with pytest.raises(PatternTooSlow) as caught:
        RegularExpression("(a+)+$").find(Searched(text))
    assert "make it simpler" in caught.value.message


def test_an_expression_that_is_slow_on_every_text_is_not_asked_of_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = iter(range(10_000))
    monkeypatch.setattr(patterns, "perf_counter", lambda: next(clock) / 5)
    expression = RegularExpression("open")
    with pytest.raises(PatternTooSlow):
        for _ in range(10_000):
            expression.find(Searched("open"))
    assert 4 < next(clock) < 40


def test_a_long_text_may_take_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(10_000))
    monkeypatch.setattr(patterns, "perf_counter", lambda: next(clock) / 5)
    expression = RegularExpression("open")
    searched = Searched("a" * 200_000)
    for _ in range(100):
        assert expression.find(searched) is None


@pytest.mark.parametrize(
    "source",
    [
        *("(", "[a", "a{2}{3}", "(?P<a", r"\p{Foo}", "(?1)", "*", "(?<=", r"\N{no}", r"\L<a>"),
        *("(" * 10_000 + ")" * 10_000, "a{99999999999999999999}", "(?z)", "[[:nix:]]", "\\"),
    ],
)
def test_what_is_no_expression_is_refused(source: str) -> None:
    with pytest.raises(QueryError) as caught:
        check(source)
    assert 0 <= caught.value.position <= len(source)
    assert caught.value.message.startswith("The regular expression")
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    ("typed", "valid"),
    [("serverl(es|is", "serverl"), ("a[b", "a"), ("a\\", "a"), ("a{2", "a{2"), ("(", ""), ("", "")],
)
def test_an_expression_being_typed_is_as_much_of_it_as_is_one(typed: str, valid: str) -> None:
    assert longest_valid(typed) == valid


@settings(deadline=None)
@given(
    source=st.text(st.sampled_from("ab.*+?{2,}()[]^$|\\dwbBAZ<>=!:P&#-é\n") | st.characters()),
    text=st.text(st.sampled_from("abAé \n12ß日")),
)
def test_no_expression_breaks_the_search(source: str, text: str) -> None:
    try:
        spans = RegularExpression(source).find(Searched(text))
    except (QueryError, PatternTooSlow):
        return
    for start, end in spans or ():
        assert 0 <= start < end <= len(text)
