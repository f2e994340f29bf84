import pytest

from tui_reader.formats import detect
from tui_reader.formats.post import FORMAT
from tui_reader.model import Link, Mark, Section, Turn


def _turns(body: str) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in FORMAT.parse(body).turns]


@pytest.mark.parametrize(
    "label", ["**{}**:", "**{}:**", "__{}__:", "**{} :**", "**{}** :", "**{}:**\n", "**{}::**"]
)
def test_bold_names_speak_in_every_style(label: str) -> None:
    body = f"{label.format('Łucja Bąk')} Hello.\n\n{label.format('Bo')} Yes.\n"
    assert _turns(body) == [("Łucja Bąk", "Hello."), ("Bo", "Yes.")]


@pytest.mark.parametrize(
    "label", ["**Ann [12:05]:**", "**Ann (12:05):**", r"**Ann \[12:05\]:**", "**Ann** (12:05):"]
)
def test_a_time_in_a_label_is_when_the_turn_begins(label: str) -> None:
    first, _ = FORMAT.parse(f"{label} Hello.\n\n**Ann:** Yes.\n").turns
    assert first == Turn("Hello.", "Ann", 725_000, None, (Mark(0, 725_000),), 1)


def test_names_with_times_on_lines_of_their_own_speak_in_a_post() -> None:
    body = "---\ntitle: T\n---\n## Transcript\n\nAnn (00:00:35):\nOne.\n\nBo (00:01:00):\nTwo.\n"
    assert detect(body).name == "post"
    assert [(turn.speaker, turn.start) for turn in FORMAT.parse(body).turns] == [
        ("Ann", 35_000),
        ("Bo", 60_000),
    ]


def test_a_paragraph_without_a_label_goes_on_with_the_speaker() -> None:
    assert _turns("**Ann**: One.\n\nTwo,\nstill two.\n\n**Bo**: Three.\n") == [
        ("Ann", "One.\n\nTwo, still two."),
        ("Bo", "Three."),
    ]


def test_labels_need_no_blank_line_between_them() -> None:
    assert _turns("**Ann**: One.\n**Bo**: Two.\n") == [("Ann", "One."), ("Bo", "Two.")]


def test_what_stands_before_the_transcript_is_notes_as_it_was_written() -> None:
    notes = "Some *words*:\n\n- [Link](https://x.org)"
    transcript = FORMAT.parse(f"{notes}\n\n### Transkrypcja\n\n**Ann**: One.\n\n**Bo**: Two.\n")
    assert transcript.notes == notes
    assert transcript.metadata.links == (Link("Link", "https://x.org"),)
    assert transcript.sections == (Section("Transkrypcja", 0),)


def test_headings_between_turns_are_sections() -> None:
    transcript = FORMAT.parse(
        "**A B**: One.\n\n## *Later*\n\nGoing on.\n\n**Bo**: Two.\n\n**A B**: x\n"
    )
    assert transcript.sections == (Section("Later", 1),)
    assert [turn.speaker for turn in transcript.turns] == ["A B", "A B", "Bo", "A B"]


def test_notes_below_the_transcript_are_notes() -> None:
    transcript = FORMAT.parse("**A**: x\n\n**B**: y\n\n**A**: z\n\n## Show notes\n\nBuy *milk*.\n")
    assert transcript.notes == "## Show notes\n\nBuy *milk*."
    assert len(transcript.turns) == 3


def test_breaks_are_not_speakers() -> None:
    assert _turns("**Ann:** One.\n\n**Break:**\n\n**Ann:** Two.\n") == [
        ("Ann", "One."),
        (None, "Break"),
        ("Ann", "Two."),
    ]


def test_a_time_at_the_start_of_a_paragraph_is_a_mark() -> None:
    (turn, _) = FORMAT.parse("**Ann:** \\[03:51\\] One.\n\n[04:00] Two.\n\n**Bo:** Three.\n").turns
    assert turn.text == "One.\n\nTwo."
    assert turn.marks == (Mark(0, 231_000), Mark(6, 240_000))


def test_a_post_in_which_nobody_speaks_is_an_essay() -> None:
    transcript = FORMAT.parse(
        "---\ndate: 2024-01-01\n---\n# Title\n\nOne.\n\n## Part\n\n- a\n- b\n"
    )
    assert transcript.metadata.title == "Title"
    assert [turn.text for turn in transcript.turns] == ["One.", "- a", "- b"]
    assert transcript.sections == (Section("Part", 1),)


def test_bold_words_before_a_colon_are_no_speakers_in_an_essay() -> None:
    body = "# T\n\nOne.\n\n**Pros:** cheap.\n\nTwo.\n\n**Cons:** slow.\n\nThree.\n\nFour.\n"
    assert {speaker for speaker, _ in _turns(body)} == {None}


def test_links_within_turns_are_collected_and_their_words_stay() -> None:
    transcript = FORMAT.parse("**Ann**: See [this](https://x.org).\n\n**Bo**: Yes.\n")
    assert transcript.turns[0].text == "See this."
    assert transcript.metadata.links == (Link("this", "https://x.org"),)


def test_broken_front_matter_leaves_the_turns_and_is_told() -> None:
    transcript = FORMAT.parse("---\ntitle: a: b: c\ntags: [\n---\n**Ann**: One.\n\n**Bo**: Two.\n")
    assert len(transcript.turns) == 2
    assert transcript.metadata.title == "a: b: c"
    assert transcript.problems
    assert transcript.turns[0].line == 5
