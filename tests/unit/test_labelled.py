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
