import pytest

from tui_reader.formats.written.timestamps import chapter_lines


@pytest.mark.parametrize(
    "line",
    [
        "3:57 - Topic",
        "- [@03:57] - Topic",
        "[3:57] Topic",
        r"\[3:57\] Topic",
        "[@3:57](https://example.org/w?t=237) Topic",
        "[3:57 Topic](https://example.org/w?t=237)",
        "(00:03:57) Topic",
        "00:03:57 Topic",
        "Topic 3:57",
        "Topic (3:57)",
        "[Topic](https://example.org) – 3:57",
        "3:57 – 5:00 | Topic",
        "3:57\tTopic",
        "| 03:57 | Topic |",
        "* **3:57**: Topic",
        "1. 3:57. Topic",
        "### [3:57] Topic",
        "3m57s Topic",
    ],
)
def test_a_chapter_is_written_in_many_ways(line: str) -> None:
    found = chapter_lines(["0:00 One", "", line, "1:00:00 End"])
    assert [entry.time for entry in found] == [0, 237_000, 3_600_000]
    assert [entry.title for entry in found] == ["One", "Topic", "End"]
    assert [entry.line for entry in found] == [0, 2, 3]


@pytest.mark.parametrize(
    "lines",
    [
        ["0:00 One", "1:00 Two"],
        ["9:00 Breakfast", "10:30 A walk", "13:00 Lunch"],
        ["0:00 so we", "0:02 went to", "0:04 the shop", "0:06 and back"],
        [f"{minute}:00 {'what was said here ' * 9}" for minute in range(5)],
        ["at 0:10 we met", "at 1:10 we ate", "at 2:10 we left"],
        ["2024-01-01T00:01:00 x", "2024-01-01T00:02:00 x", "2024-01-01T00:03:00 x"],
    ],
)
def test_other_lines_with_times_are_no_chapters(lines: list[str]) -> None:
    assert chapter_lines(lines) == []


def test_times_that_go_back_begin_another_list() -> None:
    lines = ["1:00 Stray", "0:00 One", "2:00 Two", "9:00 Three"]
    assert [entry.title for entry in chapter_lines(lines)] == ["One", "Two", "Three"]


def test_nested_lines_and_sponsors_are_no_chapters() -> None:
    lines = ["- 0:00 One", "  - 0:30 nested", "- 2:00 Sponsor: Mill", "- 5:00 Two", "- 9:00 Three"]
    assert [entry.title for entry in chapter_lines(lines)] == ["One", "Two", "Three"]
