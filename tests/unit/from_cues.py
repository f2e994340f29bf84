"""Transcripts that hypothesis makes up, with all that may break a file among their words."""

from typing import Final

from hypothesis import strategies as st

from tui_reader.model import Metadata, Section, Transcript
from tui_reader.turns import Cue, assemble

__all__ = ["HOSTILE", "NAMES", "PLAIN", "transcripts"]

PLAIN: Final = (
    "rain",
    "Tea,",
    "Żółć",
    "mill.",
    "Who?",
    "snow",
    "a",
    "the",
    "ever-green",
    "…",
    "over",
)
HOSTILE: Final = (
    *("-->", "00:01.000", "<v Bob>", "</v>", "<b>", "&amp;", "&", "<", ">>", "-", "***"),
    *("#", "##", "Bob:", "Bob", "(12:34)", "[00:10]", "1.", "42", "{\\an8}", "{i}", "`tea`", "|"),
    *("==", "== Tea ==", "NOTE", "STYLE", "WEBVTT", "---", "+++", "~~~", "\\", "_so_", "*so*"),
    *("[a](https://a.example)", "https://b.example/_x_", "<!--", "你好", "&#60;", "<script>", '"'),
    *("**Bob**:", "!["),
)  # fmt: skip
NAMES: Final = ("Ann", "Bo Li", "Żaneta Łoś", "SPEAKER_01", "Dr. Oz", "O'Neil (guest)")


def transcripts(
    words: tuple[str, ...] = PLAIN + HOSTILE,
    names: tuple[str | None, ...] = (*NAMES, None),
    *,
    timed: bool = True,
) -> st.SearchStrategy[Transcript]:
    """Transcripts of some turns, put together from cues as those of a file are."""
    said = st.lists(st.sampled_from(words), min_size=1, max_size=8).map(" ".join)
    cue = st.tuples(said, st.sampled_from(names), st.integers(0, 9_000), st.booleans())
    return st.builds(
        _transcript,
        st.lists(cue, min_size=1, max_size=12),
        st.lists(
            st.tuples(st.sampled_from(("Tea", "The end & so on", "1. Rain")), st.integers(0, 20))
        ),
        st.sampled_from(("A talk", "Tea & <rain>", "12:34", "A --> B: “so”", "Żółć")),
        timed=st.just(timed),
    )


def _transcript(
    said: list[tuple[str, str | None, int, bool]],
    headings: list[tuple[str, int]],
    title: str,
    *,
    timed: bool,
) -> Transcript:
    cues, now = [], 0
    for text, name, length, fresh in said:
        start, end = (now, now + length) if timed else (None, None)
        cues.append(Cue(start, end, text, name, fresh=fresh))
        now += length + 100
    turns = assemble(cues)
    placed = sorted((turn % len(turns), title) for title, turn in headings)
    sections = tuple(Section(heading, turn) for turn, heading in placed)
    return Transcript(Metadata(title=title), turns, sections)
