from tui_reader.formats.ass import FORMAT
from tui_reader.model import Transcript

_HEAD = "[Script Info]\nTitle: A walk\n\n[Events]\n"
_COLUMNS = "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"


def _line(text: str, name: str = "", start: str = "0:00:01.00", end: str = "0:00:02.00") -> str:
    return f"Dialogue: 0,{start},{end},Default,{name},0,0,0,,{text}\n"


def _read(*lines: str) -> Transcript:
    return FORMAT.parse(_HEAD + _COLUMNS + "".join(lines))


def test_the_name_is_who_speaks_and_commas_belong_to_the_text() -> None:
    transcript = _read(_line("Well, yes, no.", "Ann Lee"))
    assert transcript.metadata.title == "A walk"
    assert transcript.speakers == ("Ann Lee",)
    assert transcript.turns[0].text == "Well, yes, no."
    assert (transcript.turns[0].start, transcript.turns[0].end) == (1_000, 2_000)


def test_the_format_line_says_where_the_columns_are() -> None:
    text = _HEAD + "Format: Start, End, Name, Text\nDialogue: 0:01:00.5,0:01:01.25,Bob,One, two\n"
    (turn,) = FORMAT.parse(text).turns
    assert (turn.start, turn.end, turn.speaker, turn.text) == (60_500, 61_250, "Bob", "One, two")


def test_effects_and_drawings_are_no_words() -> None:
    (turn,) = _read(
        _line("{\\pos(1,2)}One{\\i1} two\\Nthree\\hfour{\\p1}m 0 0 l 9 9{\\p0}."),
        _line("{\\p2}m 0 0 l 9 9", start="0:00:03.00"),
    ).turns
    assert turn.text == "One two three four."


def test_comments_are_skipped_and_stray_lines_told() -> None:
    transcript = _read(
        _line("One."), "Comment: 0,0:00:01.00,0:00:02.00,,,0,0,0,,No.\n", "Oh dear\n"
    )
    assert [turn.text for turn in transcript.turns] == ["One."]
    (problem,) = transcript.problems
    assert problem.line == 8
    assert "Oh dear" in problem.message


def test_lines_doubled_for_their_shadow_are_read_once() -> None:
    transcript = _read(_line("One."), _line("{\\blur3}One."), _line("One.", start="0:00:01.50"))
    assert [turn.text for turn in transcript.turns] == ["One. One."]
    assert len(transcript.problems) == 1


def test_words_with_a_broken_time_or_too_few_commas_are_kept() -> None:
    transcript = _read(_line("One.", start="0:0x:01.00"), "Dialogue: 0,0:00:03.00,Two.\n")
    assert " ".join(turn.text for turn in transcript.turns) == "One. Two."
    assert len(transcript.problems) >= 2


def test_events_without_a_header_are_read() -> None:
    lines = _line("One.", "Ann") + _line("Two.", "Bob", "0:00:03.00", "0:00:04.00")
    assert FORMAT.sniff(lines) > 0.8
    assert FORMAT.parse(lines).speakers == ("Ann", "Bob")
