import bz2
import gzip
import lzma
import os
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from tui_reader.errors import FormatError, NotATranscript, PathError
from tui_reader.formats import Format, detect, formats
from tui_reader.loading import load, load_bytes, read_source
from tui_reader.model import Section, Transcript

_HOSTILE = "\x1b]0;owned\x07 [bold]x[/] [@click=app.quit]y[/] \u202egnp.exe"


def _transcript(text: str, name: str = "talk.txt") -> Transcript:
    return load_bytes(text.encode(), Path(name)).transcript


def test_a_file_is_read_with_its_format_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "walk.txt"
    path.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello\n", encoding="utf-16")
    loaded = load(path)
    assert (loaded.path, loaded.format) == (path, "webvtt")
    assert loaded.encoding.startswith("utf-16")
    assert loaded.transcript.speakers == ("Ann",)


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PathError, match=r"There is no file .*nowhere\.vtt"):
        load(tmp_path / "nowhere.vtt")


def test_a_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PathError, match="is a folder"):
        load(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "secret.vtt"
    path.write_text("WEBVTT")
    path.chmod(0)
    with pytest.raises(PathError, match="may not be read"):
        load(path)


def test_a_path_in_a_sentence_is_harmless() -> None:
    with pytest.raises(PathError) as caught:
        load(Path("no\x1b[31mthing\n.txt"))
    assert "\x1b" not in caught.value.message
    assert "\n" not in caught.value.message
    with pytest.raises(PathError):
        load(Path("nul\0.txt"))


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_a_sentence(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"talk\.txt is empty\."):
        load_bytes(data, Path("talk.txt"))


def test_a_binary_is_a_sentence() -> None:
    with pytest.raises(FormatError, match=r"song\.mp3 is a recording, not text\."):
        load_bytes(b"ID3\x04" + bytes(200), Path("song.mp3"))


def test_a_file_without_words_is_a_sentence() -> None:
    with pytest.raises(FormatError, match="no words"):
        load_bytes(b"WEBVTT\n\nNOTE nothing here\n", Path("talk.vtt"))


def test_a_file_that_is_too_large_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.source.LARGEST", 10)
    path = tmp_path / "long.txt"
    path.write_text("more than ten")
    with pytest.raises(PathError, match="larger"):
        load(path)
    with pytest.raises(FormatError, match="larger"):
        load_bytes(b"more than ten", path)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("the-long_walk.txt", "the long walk"),
        ("2024-03-01-the-walk.md", "the walk"),
        ("Already spaced - out.txt", "Already spaced - out"),
        ("-", "Standard input"),
        ("2024-13-41-x.txt", "2024-13-41-x"),
    ],
)
def test_a_file_without_a_title_has_that_of_its_name(name: str, title: str) -> None:
    assert _transcript("Only words.", name).metadata.title == title


def test_a_date_in_the_name_is_the_date() -> None:
    assert _transcript("Words.", "2024-03-01-the-walk.md").metadata.date == date(2024, 3, 1)
    assert _transcript("Words.", "2024-02-31-the-walk.md").metadata.date is None


def test_a_date_in_the_text_comes_before_one_in_the_name() -> None:
    text = "---\ntitle: T\ndate: 2020-01-02\n---\nWords.\n"
    metadata = _transcript(text, "2024-03-01-x.md").metadata
    assert (metadata.title, metadata.date) == ("T", date(2020, 1, 2))


def test_control_characters_are_made_visible_everywhere_and_told_once() -> None:
    text = (
        f'---\ntitle: "a \\e]0;t\\a b"\ntags: ["x\\u202ey"]\nextra: one two three \u2066four\n---\n'
        f"Notes {_HOSTILE}\n\n[ev\x9bil](https://x.org/\x07)\n\n# Transcript \x1b[2J\n\n"
        f"**A\x1bnn**: {_HOSTILE} &#27;[31m\n\n**A\x1bnn**: Yes.\n"
    )
    transcript = _transcript(text)
    seen = repr(transcript)
    for harmful in ("\\x1b", "\\x07", "\\x9b", "\\u202e", "\\u2066"):
        assert harmful not in seen
    assert "[@click=app.quit]y[/]" in transcript.turns[0].text
    assert transcript.speakers == ("A␛nn",)
    told = [problem for problem in transcript.problems if "made visible" in problem.message]
    assert [problem.line for problem in told] == [4]


def test_an_escape_hidden_in_an_entity_is_made_visible() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>x &#x202e;y\n\n00:02.000 --> 00:03.000\n<v A>z\n"
    )
    transcript = _transcript(text)
    (turn,) = transcript.turns
    assert turn.text == "x \ufffdy z"
    assert turn.text[turn.marks[1].offset :] == "z"
    assert [problem.line for problem in transcript.problems] == [3]


def test_clean_text_is_not_touched() -> None:
    assert _transcript("Zażółć\tgęślą “jaźń”…").problems == ()


def test_a_parser_that_fails_leaves_prose_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(text: str) -> Transcript:
        raise ZeroDivisionError

    broken = Format("broken", "Broken", (), lambda head: 1.0, parse, ())
    known = (broken, *formats())
    monkeypatch.setattr("tui_reader.formats.formats", lambda: known)
    assert detect("x") is broken
    loaded = load_bytes(b"Still words.", Path("x.txt"))
    assert loaded.format == "prose"
    assert [turn.text for turn in loaded.transcript.turns] == ["Still words."]
    assert "Broken" in loaded.transcript.problems[0].message


def test_a_parser_that_takes_all_memory_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(text: str, suffix: str = "") -> Format:
        raise MemoryError

    monkeypatch.setattr("tui_reader.loading.detect", greedy)
    with pytest.raises(FormatError, match="takes more memory to read than there is"):
        load_bytes(b"Words.", Path("x.txt"))


_VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello there\n"


@pytest.mark.parametrize(("pack", "ending"), [(gzip, "gz"), (bz2, "bz2"), (lzma, "xz")])
def test_a_compressed_file_is_read_and_called_as_what_is_in_it(
    tmp_path: Path, pack: ModuleType, ending: str
) -> None:
    path = tmp_path / f"the-walk.vtt.{ending}"
    path.write_bytes(pack.compress(_VTT.encode()))
    loaded = load(path)
    assert (loaded.format, loaded.transcript.metadata.title) == ("webvtt", "the walk")
    assert read_source(path).text == _VTT
    assert loaded.transcript.problems == ()


def test_a_compressed_file_that_is_cut_off_says_so() -> None:
    packed = gzip.compress(_VTT.encode())[:-9]
    (problem,) = load_bytes(packed, Path("talk.vtt.gz")).transcript.problems
    assert "cut off" in problem.message
    with pytest.raises(FormatError, match=r"talk\.vtt\.gz is compressed, and cut off\."):
        load_bytes(packed[:10], Path("talk.vtt.gz"))


def test_a_document_of_another_program_is_a_sentence() -> None:
    with pytest.raises(FormatError, match=r"talk\.pdf is a PDF: save it as plain text"):
        load_bytes(b"%PDF-1.7\nwords", Path("talk.pdf"))
    packed = gzip.compress(b"\0" * 257 + b"ustar" + bytes(99))
    with pytest.raises(FormatError, match="is a tar archive, not text"):
        load_bytes(packed, Path("talk.tar.gz"))


def test_the_source_is_what_the_lines_of_problems_and_turns_are_counted_in(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes(b"One.\r\n\r\nTwo\x0cpages.\r\rThree.\n")
    lines = read_source(path).text.split("\n")
    for turn in load(path).transcript.turns:
        assert lines[turn.line - 1].startswith(turn.text.split()[0])
    assert read_source(Path("-"), b"From elsewhere.").text == "From elsewhere."


def test_a_caption_file_without_captions_is_shown_as_text_and_says_so() -> None:
    loaded = load_bytes(b"Only a note to myself.", Path("talk.vtt"))
    assert loaded.format == "prose"
    (problem,) = loaded.transcript.problems
    assert problem.message == "nothing in it looks like a .vtt transcript: shown as text"
    assert _transcript("Only a note.", "note.md").problems == ()


@pytest.fixture
def shared_ending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.loading.shared_suffixes", lambda: frozenset({".json"}))
    monkeypatch.setattr("tui_reader.loading.suffixes", lambda: frozenset({".json", ".vtt"}))


@pytest.mark.usefixtures("shared_ending")
def test_a_file_nobody_named_is_a_transcript_only_if_it_looks_like_one() -> None:
    settings = b'{"width": 80, "colours": ["red", "blue"]}'
    with pytest.raises(NotATranscript, match=r"settings\.json holds no transcript\."):
        load_bytes(settings, Path("settings.json"), named=False)
    loaded = load_bytes(settings, Path("settings.json"))
    assert (loaded.format, len(loaded.transcript.problems)) == ("prose", 1)


@pytest.mark.usefixtures("shared_ending")
def test_captions_with_the_ending_of_something_else_are_captions() -> None:
    assert load_bytes(_VTT.encode(), Path("talk.json"), named=False).format == "webvtt"


def test_a_list_of_chapters_needs_no_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    chapters = Transcript(sections=(Section("Hello", 0, 0), Section("Tea", 0, 60_000)))
    known = Format("chapters", "Chapters", (), lambda head: 1.0, lambda text: chapters, ())
    monkeypatch.setattr("tui_reader.loading.detect", lambda text, suffix: known)
    assert load_bytes(b"anything", Path("x.txt")).transcript.sections == chapters.sections
