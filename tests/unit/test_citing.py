import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.citing import FIELDS, Words, check, cite
from tui_reader.config import Settings
from tui_reader.model import Link, Metadata

USUAL = Settings().citation
FULL = Metadata(title="Beans", show="Allotment", number="7", date=datetime.date(2024, 3, 9))
BARE = Metadata(title="Beans")


@pytest.mark.parametrize(
    ("about", "speaker", "time", "source"),
    [
        (FULL, "Ann", 3_723_000, "Ann, “Beans”, Allotment, 2024-03-09, 1:02:03"),
        (FULL, None, 0, "“Beans”, Allotment, 2024-03-09, 00:00"),
        (BARE, "Ann", None, "Ann, “Beans”"),
        (BARE, None, None, "“Beans”"),
    ],
)
def test_a_quotation_names_what_is_known_of_its_source(
    about: Metadata, speaker: str | None, time: int | None, source: str
) -> None:
    words = Words("They are in flower.", speaker, time)
    assert cite(USUAL, words, about) == f"“They are in flower.” — {source}"


@pytest.mark.parametrize(
    ("template", "known", "bare"),
    [
        ("{text} ({speaker})", "Hm. (Ann)", "Hm. ()"),
        ("{text}[ ({speaker})]", "Hm. (Ann)", "Hm."),
        ("[{show}[ #{number}]: ]{title}", "Allotment #7: Beans", "Beans"),
        ("[{speaker}, {show}]", "Ann, Allotment", ""),
        (r"\[{title}\] \{\} \\", r"[Beans] {} \\"[:-1], r"[Beans] {} \\"[:-1]),
        ("> {text}\n> — {title}", "> Hm.\n> — Beans", "> Hm.\n> — Beans"),
        ("{path}", "a/b.vtt", "a/b.vtt"),
    ],
)
def test_a_part_in_brackets_goes_with_the_field_that_is_not_known(
    template: str, known: str, bare: str
) -> None:
    assert cite(template, Words("Hm.", "Ann", 5_000), FULL, "a/b.vtt") == known
    assert cite(template, Words("Hm."), BARE, "a/b.vtt") == bare


def test_what_is_said_is_no_template() -> None:
    assert cite("{text}", Words("{title} [{show}] \\["), FULL) == "{title} [{show}] \\["


def test_a_link_leads_to_the_time() -> None:
    about = Metadata(
        title="Beans",
        links=(Link("Page", "https://beans.example"), Link("Film", "https://youtu.be/abcdefghijk")),
    )
    assert cite("{link}", Words("Hm.", None, 62_500), about) == "https://youtu.be/abcdefghijk?t=62"


@pytest.mark.parametrize(
    ("template", "complaint"),
    [
        ("{text", "A brace is not closed"),
        ("text}", "A brace is not closed"),
        ("{text}[, {show}", "A square bracket is not closed"),
        ("{text}], {show}[", "A square bracket is not closed"),
        ("{who}", r"There is no {who}: what can be named is {text}, {speaker}, {title}"),
        ("{}", "There is no {}"),
    ],
)
def test_what_is_wrong_with_a_template_is_told(template: str, complaint: str) -> None:
    assert complaint in (check(template) or "")


def test_the_usual_templates_are_fine() -> None:
    assert check(USUAL) is None
    assert check(Settings().copy) is None


@given(st.text(alphabet="[]{}\\ ,ab"), st.sampled_from(FIELDS))
def test_a_template_is_filled_in_whatever_it_is(template: str, field: str) -> None:
    for text in (template, f"{template}{{{field}}}"):
        check(text)
        cite(text, Words("Hm."), BARE)
