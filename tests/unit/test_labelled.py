import pytest

from tui_reader.formats import detect
from tui_reader.formats.labelled import FORMAT


def test_names_before_colons_are_speakers() -> None:
    turns = FORMAT.parse("Łukasz: Jeden.\n\nAnn: Two: three.\n\nŁukasz: Cztery.\n").turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Łukasz", "Jeden."),
        ("Ann", "Two: three."),
        ("Łukasz", "Cztery."),
    ]


def test_lines_and_paragraphs_without_a_label_go_on() -> None:
    first, _ = FORMAT.parse("Ann: One\nday.\n\nThen two.\n\nBo: Yes.\nAnn:\n").turns[:2]
    assert first.text == "One day.\n\nThen two."


def test_labels_in_brackets_are_speakers_and_flow_together() -> None:
    text = "[SPEAKER_00]: One.\n[SPEAKER_00]: Two.\n[SPEAKER_01]: Three.\n"
    assert detect(text).name == "labelled-text"
    assert [turn.text for turn in FORMAT.parse(text).turns] == ["One. Two.", "Three."]


def test_a_name_without_words_is_told() -> None:
    transcript = FORMAT.parse("Ann: One.\nBo:\nAnn: Two.\nBo: Three.\n")
    assert [turn.text for turn in transcript.turns] == ["One.", "…", "Two.", "Three."]
    assert transcript.problems[0].line == 2


def test_fields_above_the_talk_say_what_it_is() -> None:
    transcript = FORMAT.parse(
        "Title: On rain\nDate: 2024-05-05\nGuest: Bo Lind\n\nAnn: One.\n\nBo: Two.\n\nAnn: Three.\n"
    )
    assert transcript.metadata.title == "On rain"
    assert transcript.metadata.people == ("Bo Lind",)
    assert transcript.speakers == ("Ann", "Bo")
    assert "Guest: Bo Lind" in transcript.notes


@pytest.mark.parametrize(
    "text",
    [
        "Note: keep it warm.\nNote: keep it dry.\nExample: under a roof.\n",
        "Step 1: Mix it well.\nStep 2: Wait for an hour.\nStep 3: Bake it.\n",
        "INFO: started on a port.\nERROR: it failed again.\nINFO: done with it now.\n",
        "Fixed: the roof no longer leaks.\nAdded: a bucket for the rain.\nFixed: the bucket.\n",
        "fix: the roof leaked again\nfeat: a bucket for rain\nfix: the bucket leaked\n",
        "Name: Ann\nPhone: 123\nName: Bo\nPhone: 456\n",
        "From: Ann Lee\nTo: Bo\n\nIt rains a lot.\n\nFrom: Bo\nTo: Ann Lee\n\nIt does.\n",
        "Usage: run it.\nLicense: see the file.\nAuthor: Bo.\n\nInstallation: none.\n",
        "try:\n    rain()\nelse: snow()\nelse: hail()\n",
    ],
)
def test_other_words_before_colons_are_no_talk(text: str) -> None:
    assert detect(text).name == "prose"


def test_a_time_before_some_names_is_when_they_begin() -> None:
    transcript = FORMAT.parse(
        "Ann: Far?\n\n4:10\tBo: An hour.\n\n12:00\nAnn: By boat?\n\nBo: No.\n"
    )
    assert [(turn.speaker, turn.text, turn.start) for turn in transcript.turns] == [
        ("Ann", "Far?", None),
        ("Bo", "An hour.", 250_000),
        ("Ann", "By boat?", 720_000),
        ("Bo", "No.", None),
    ]


def test_fields_above_a_talk_are_no_speakers_in_any_language() -> None:
    transcript = FORMAT.parse(
        "Odcinek 12: Chleb\nProwadzący: Jan\n\nJan: Dzień dobry.\n\nEwa: Dzień dobry.\n\nJan: No.\n"
    )
    assert transcript.speakers == ("Jan", "Ewa")


def test_last_lines_that_say_that_it_is_over_are_notes() -> None:
    transcript = FORMAT.parse(
        "Ann: Far?\nBo: No.\nAnn: Good.\nBo: Bye.\nMeeting ended after 00:32:10\n"
        "This editable transcript was computer generated and might contain errors.\n"
    )
    assert transcript.turns[-1].text == "Bye."
    assert "Meeting ended" in transcript.notes


def test_a_fullwidth_colon_ends_a_name() -> None:
    text = "田中：こんにちは。\n佐藤：はい。\n田中：いいですね。\n佐藤：どうも。\n"
    assert detect(text).name == "labelled-text"
    assert FORMAT.parse(text).speakers == ("田中", "佐藤")


def test_rules_between_turns_are_no_words() -> None:
    transcript = FORMAT.parse("---\n\nAnn: a.\nBo: b.\n\n---\n\nAnn: c.\nBo: d.\n")
    assert [turn.text for turn in transcript.turns] == ["a.", "b.", "c.", "d."]
    assert transcript.metadata.title == ""
