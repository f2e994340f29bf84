import pytest

from tui_reader.formats.written.headers import bold_label, timed_header, timed_start, timed_title


@pytest.mark.parametrize(
    "text",
    [
        *("**Ann [12:05]:** x", "**Ann (12:05)**: x", "**Ann** [12:05]: x", "**Ann** (12:05) x"),
        *(
            r"\[12:05\] **Ann:** x",
            "**[12:05] Ann:** x",
            "**Ann [12:05]** x",
            "***Ann (12:05):*** x",
        ),
    ],
)
def test_a_bold_name_may_have_a_time_anywhere(text: str) -> None:
    label = bold_label(text)
    assert label is not None
    assert (label.name, label.time, text[label.end :]) == ("Ann", 725_000, "x")


@pytest.mark.parametrize(
    "name", ["Mira B. Roth, Psy.D", "Dr. Ann Lee", "Prof. Ann Lee", "(speaker ?)", "Ann [AL]"]
)
def test_titles_and_initials_belong_to_a_name(name: str) -> None:
    label = bold_label(f"**{name}:** x")
    assert label is not None
    assert label.name == name.strip("()")


@pytest.mark.parametrize(
    "text",
    ["**Bold.** Words: x", "**Is it so?:** x", "**Note:** x", "**Right. Then:** x", "**Ann x"],
)
def test_other_bold_words_are_no_label(text: str) -> None:
    assert bold_label(text) is None


@pytest.mark.parametrize(
    "text", ["**[MUSIC]**", r"*\[Music 1:05\]*", "**Break:**", "**[Jingle]:** x"]
)
def test_sounds_have_labels_that_are_nobody(text: str) -> None:
    label = bold_label(text)
    assert label is not None
    assert label.is_event


@pytest.mark.parametrize(
    "line",
    ["Ann (12:05)", "Ann (12:05):", "*Ann (12:05)*", "**Ann** [12:05]", "Ann (12:05 - 13:00)"],
)
def test_a_name_with_a_time_on_its_own_line(line: str) -> None:
    label = timed_header(line)
    assert label is not None
    assert (label.name, label.time) == ("Ann", 725_000)


def test_a_time_alone_is_no_name() -> None:
    assert timed_header("(12:05):") is None
    assert timed_start("(00:01:04):\nText") == (64_000, "\nText")
    assert timed_start("(1999) Text") == (None, "(1999) Text")


@pytest.mark.parametrize("title", ["Intro (0:10)", "[0:10] Intro", "Intro [00:00:10]"])
def test_a_heading_may_have_a_time(title: str) -> None:
    assert timed_title(title) == (10_000, "Intro")
