from tui_reader.formats import detect
from tui_reader.formats.console import FORMAT

_OUTPUT = """\
Detecting language using up to the first 30 seconds.
Detected language: English

[00:00.000 --> 00:02.500]  The tide is out,
[00:02.500 --> 00:04.000]  and it stays out.
[59:58.000 --> 01:00:02.500]  Now it
turns.

timings: 4 seconds
"""


def test_what_is_said_has_its_times() -> None:
    first, second = FORMAT.parse(_OUTPUT).turns
    assert (first.text, first.start, first.end) == (
        "The tide is out, and it stays out.",
        0,
        4_000,
    )
    assert (second.text, second.end) == ("Now it turns.", 3_602_500)


def test_what_the_program_says_itself_is_a_note() -> None:
    notes = FORMAT.parse(_OUTPUT).notes
    assert notes.startswith("Detecting language")
    assert notes.endswith("timings: 4 seconds")


def test_either_arrow_will_do() -> None:
    text = "[00:02.880 -> 00:07.240] The tide\n[00:07.240 -> 00:09.000] is out.\n"
    assert detect(text).name == "whisper-console"
    assert FORMAT.parse(text).turns[0].start == 2_880
