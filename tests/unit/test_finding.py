import os
from pathlib import Path

import pytest

from tui_reader.errors import PathError, QueryError
from tui_reader.finding import STDIN, check, find, sample_library, split_time, transcript_suffix


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]


def touch(folder: Path, *files: str) -> None:
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text("words")


def test_numbers_in_names_sort_as_numbers(tmp_path: Path) -> None:
    touch(tmp_path, "ep 10.vtt", "Ep 2.vtt", "ep 1.vtt", "season 3/ep 1.vtt", "ep 3.vtt")
    assert names(find([tmp_path]).files) == [
        "ep 1.vtt",
        "Ep 2.vtt",
        "ep 3.vtt",
        "ep 10.vtt",
        "ep 1.vtt",
    ]


def test_names_that_are_all_digits_in_other_scripts_sort_too(tmp_path: Path) -> None:
    touch(tmp_path, "².txt", "٣.txt", "1.txt", ".txt", "x.txt")
    assert len(find([tmp_path]).files) == 4


def test_in_a_folder_the_ending_decides_whatever_its_case(tmp_path: Path) -> None:
    touch(tmp_path, "a.VTT", "b.mp3", "c")
    assert names(find([tmp_path]).files) == ["a.VTT"]


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    touch(tmp_path, "b.mp3", ".hidden")
    assert names(find([tmp_path / "b.mp3", tmp_path / ".hidden"]).files) == ["b.mp3", ".hidden"]


def test_hidden_and_generated_folders_are_not_walked(tmp_path: Path) -> None:
    touch(tmp_path, ".git/a.txt", "node_modules/b.txt", "__pycache__/c.txt", ".d.txt", "e.txt")
    assert names(find([tmp_path]).files) == ["e.txt"]


def test_nothing_is_found_twice(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "sub/b.txt")
    named = [tmp_path / "sub" / "b.txt", tmp_path, tmp_path / "sub" / "b.txt", tmp_path / "sub"]
    assert names(find(named).files) == ["b.txt", "a.txt"]


def test_a_link_to_a_transcript_that_is_not_there_is_told(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    (tmp_path / "talk.vtt").symlink_to("gone.vtt")
    (tmp_path / "song.mp3").symlink_to("gone.mp3")
    found = find([tmp_path])
    assert names(found.files) == ["a.txt"]
    (error,) = found.left_out
    assert error.message == f"{tmp_path / 'talk.vtt'} leads to a file that is not there."


def test_links_that_lead_in_circles_end(tmp_path: Path) -> None:
    touch(tmp_path, "sub/a.txt")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "sub" / "self").symlink_to("self")
    assert names(find([tmp_path]).files) == ["a.txt"]


def test_a_pipe_in_a_folder_is_never_opened(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    assert names(find([tmp_path]).files) == ["a.txt"]


def test_a_folder_that_may_not_be_read_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "shut/a.txt", "open/b.txt")
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    files, left_out, *_ = find([tmp_path])
    assert names(files) == ["b.txt"]
    assert [error.message for error in left_out] == [
        f"{tmp_path / 'shut'} cannot be read: Permission denied."
    ]


def test_a_path_that_is_not_there_is_left_out_and_named(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    files, (error,), *_ = find([tmp_path / "gone", tmp_path])
    assert names(files) == ["a.txt"]
    assert str(tmp_path / "gone") in error.message


def test_a_misspelled_path_is_answered_with_what_was_meant(tmp_path: Path) -> None:
    touch(tmp_path, "interview.vtt")
    with pytest.raises(PathError, match=r"Did you mean .*interview\.vtt\?"):
        check([tmp_path / "interviw.vtt"])


def test_a_path_through_a_file_is_not_there(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    with pytest.raises(PathError, match="There is no"):
        check([tmp_path / "a.txt" / "b.txt"])


def test_a_folder_without_transcripts_says_what_was_looked_at(tmp_path: Path) -> None:
    touch(tmp_path, "a.mp3", "sub/b.jpg")
    with pytest.raises(PathError, match=r"2 files.*\.vtt") as caught:
        check([tmp_path])
    assert str(tmp_path) in caught.value.message
    assert [error.message for error in find([tmp_path]).left_out] == [caught.value.message]


def test_a_folder_that_was_walked_already_is_not_called_empty(tmp_path: Path) -> None:
    touch(tmp_path, "sub/a.txt")
    assert find([tmp_path, tmp_path / "sub"]).left_out == ()


def test_an_empty_folder_among_others_is_no_reason_to_stop(tmp_path: Path) -> None:
    touch(tmp_path, "full/a.txt")
    (tmp_path / "empty").mkdir()
    check([tmp_path / "empty", tmp_path / "full"])


def test_a_name_that_could_fool_a_terminal_is_made_harmless(tmp_path: Path) -> None:
    with pytest.raises(PathError) as caught:
        check([tmp_path / "a\x1b[2Jb\u202e"])
    assert "\x1b" not in caught.value.message
    assert "\u202e" not in caught.value.message


def test_standard_input_is_always_there() -> None:
    check([STDIN])
    assert find([STDIN]).files == (STDIN,)


def test_a_time_is_taken_off_a_path(tmp_path: Path) -> None:
    touch(tmp_path, "talk.vtt")
    file = tmp_path / "talk.vtt"
    assert split_time(f"{file}@12:34") == (file, 754_000)
    assert split_time(f"{file}@1:02:03.5") == (file, 3_723_500)
    assert split_time(str(file)) == (file, None)
    assert split_time("someone@example.org") == (Path("someone@example.org"), None)


def test_a_file_that_is_called_like_a_time_is_that_file(tmp_path: Path) -> None:
    touch(tmp_path, "talk", "talk@12:34")
    assert split_time(f"{tmp_path / 'talk@12:34'}") == (tmp_path / "talk@12:34", None)


def test_a_time_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    touch(tmp_path, "talk")
    with pytest.raises(QueryError, match="12:99 is not a time"):
        split_time(f"{tmp_path / 'talk'}@12:99")


def test_the_samples_are_beside_the_code_or_inside_the_package() -> None:
    assert sample_library().parts[-2:] == ("assets", "library")


def test_packed_files_are_found_by_what_is_in_them(tmp_path: Path) -> None:
    touch(tmp_path, "a.vtt.gz", "b.VTT.XZ", "c.md.bz2", "d.mp3.gz", "e.gz", "f.tar.gz")
    assert names(find([tmp_path]).files) == ["a.vtt.gz", "b.VTT.XZ", "c.md.bz2"]


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("talk.VTT", ".vtt"),
        ("talk.vtt.gz", ".vtt"),
        ("talk.Srt.BZ2", ".srt"),
        ("talk.gz", ".gz"),
        ("talk", ""),
        (".hidden", ""),
        ("a.b/talk", ""),
    ],
)
def test_an_ending_is_that_of_the_words(name: str, suffix: str) -> None:
    assert transcript_suffix(Path(name)) == suffix


def test_files_that_were_named_are_known(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "sub/b.txt", "c.mp3")
    found = find([tmp_path / "sub", tmp_path / "c.mp3", tmp_path / "sub" / "b.txt"])
    assert {path.name for path in found.named} == {"c.mp3", "b.txt"}
    assert found.named <= set(found.files)
    assert find([tmp_path]).named == frozenset()


def test_what_was_passed_by_is_counted_by_its_ending(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "b.MP3", "sub/c.mp3", "d.jpg", "e", ".hidden", ".git/f.mp3")
    assert find([tmp_path]).passed_by == {".mp3": 2, ".jpg": 1, "": 1}


def test_of_many_endings_a_few_are_named(tmp_path: Path) -> None:
    touch(tmp_path, "a.mp3")
    (error,) = find([tmp_path]).left_out
    assert len(error.message) - len(str(tmp_path)) < 110
