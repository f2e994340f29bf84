from datetime import date

from tui_reader.formats import detect
from tui_reader.formats.essay import FORMAT

_LONG = "This goes on for a while, as paragraphs do, and so it is longer than any heading could be."


def _essay(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


def test_the_prompt_is_not_shown_and_the_motto_is_a_note() -> None:
    text = _essay(
        "$ cat post/a-b.md", "a / b", "On Rain", "May 4, 2020", _LONG, "Under Roofs", _LONG
    )
    transcript = FORMAT.parse(text)
    assert transcript.metadata.title == "On Rain"
    assert transcript.metadata.date == date(2020, 5, 4)
    assert transcript.notes == "a / b"
    assert [turn.text for turn in transcript.turns] == [_LONG, _LONG]
    assert [turn.line for turn in transcript.turns] == [9, 13]
    assert [section[:2] for section in transcript.sections] == [("Under Roofs", 1)]


def test_other_prompts_are_prompts_too() -> None:
    for prompt in ("me@box:~/notes$ cat x.md", "% less x.md", "❯ bat x.md"):
        text = _essay(prompt, "Title", _LONG)
        assert detect(text).name == "essay"
        assert "x.md" not in repr(FORMAT.parse(text))


def test_an_essay_without_a_prompt_is_known_by_title_and_date() -> None:
    text = _essay("On Rain", "4 May 2020", _LONG)
    assert detect(text, ".txt").name == "essay"
    assert FORMAT.parse(text).metadata.title == "On Rain"


def test_a_short_sentence_is_no_heading() -> None:
    asides = ("Stay dry!", "and so on", "The End")
    text = _essay(
        "$ cat x", "T", "May 4, 2020", _LONG, asides[0], _LONG, asides[1], _LONG, asides[2]
    )
    transcript = FORMAT.parse(text)
    assert transcript.sections == ()
    assert tuple(turn.text for turn in transcript.turns[1::2]) == asides


def test_a_letter_that_only_mentions_a_date_is_prose() -> None:
    assert detect(_essay(_LONG, "It was May 4, 2020 when it rained.", _LONG)).name == "prose"
