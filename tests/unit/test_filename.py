from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.filename import FileName, bare_stem


@pytest.mark.parametrize(
    "name",
    [
        "talk.vtt",
        "talk.VTT",
        "talk.pl.vtt",
        "talk.pt-BR.srt",
        "talk.zh_Hans.srt",
        "talk.en-orig.vtt",
        "talk.en.auto.vtt",
        "talk.mp3.vtt",
        "talk.wav.words.json",
        "talk.transcript.vtt",
        "talk_transcript.txt",
        "talk.chapters.json",
        "talk.diarized.json",
        "talk.vtt.gz",
        "talk.pl.srt.XZ",
        "talk.srt.txt",
    ],
)
def test_endings_languages_and_kinds_are_no_part_of_the_name(name: str) -> None:
    assert bare_stem(name) == "talk"
    assert FileName.of(name).key == "talk"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("sci-fi.vtt", "sci-fi"),
        ("this is it.vtt", "this is it"),
        ("a-good-transcript.md", "a-good-transcript"),
        ("talk-en.vtt", "talk-en"),
        ("v1.2.vtt", "v1.2"),
        ("2024-01-12.vtt", "2024-01-12"),
        ("2024.01.12.vtt", "2024.01.12"),
        ("node.js.md", "node.js"),
        ("talk-1.vtt", "talk-1"),
        ("talk (2).vtt", "talk (2)"),
        ("en.vtt", "en"),
        ("transcript.vtt", "transcript"),
        (".hidden", ".hidden"),
    ],
)
def test_what_may_be_part_of_a_title_stays_in_it(name: str, title: str) -> None:
    assert bare_stem(name) == title


@pytest.mark.parametrize(
    "name",
    [
        "talk-en.vtt",
        "talk_pl.vtt",
        "talk-pt-BR.srt",
        "Talk - Transcript.txt",
        "talk-captions-en.vtt",
    ],
)
def test_behind_a_dash_a_suffix_is_one_where_it_joins_files(name: str) -> None:
    assert FileName.of(name).key == "talk"


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("talk.vtt", None),
        ("talk.pl.vtt", "pl"),
        ("talk.PL.vtt", "pl"),
        ("talk.pt-br.vtt", "pt-BR"),
        ("talk.zh_hans.vtt", "zh-Hans"),
        ("talk.en-orig.vtt", "en"),
        ("talk.pl.auto.vtt", "pl"),
        ("talk-pl.vtt", "pl"),
        ("talk-is.vtt", None),
        ("talk.xx.vtt", None),
    ],
)
def test_a_suffix_tells_the_language(name: str, language: str | None) -> None:
    assert FileName.of(name).language == language


def test_captions_of_a_machine_say_so() -> None:
    assert FileName.of("talk.en.auto.vtt").is_machine_made
    assert not FileName.of("talk.en.vtt").is_machine_made


def test_an_index_is_called_after_its_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert bare_stem(Path("posts/my-talk/index.md")) == "my-talk"
    assert bare_stem(Path("posts/my-talk/index.pl.md")) == "my-talk"
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert bare_stem(Path("index.md")) == "here"


@given(st.text(alphabet=st.sampled_from("ab.-_ ()1ęen\n") | st.characters(), max_size=60))
def test_every_name_has_a_stem(name: str) -> None:
    found = FileName.of(f"folder/{name.replace('/', '')}.vtt")
    assert found.stem
    assert found.key
