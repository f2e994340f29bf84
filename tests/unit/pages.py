"""Transcripts of any kind, for the properties of what lays them out and moves about in them."""

from hypothesis import strategies as st

from tui_reader.model import Mark, Metadata, Section, Transcript, Turn

__all__ = ["timed", "transcripts", "turn"]

_WORDS = st.text(st.sampled_from("abcdeł語é 🙂"), min_size=1, max_size=12).map(
    lambda word: word.strip() or "x"
)
_PARAGRAPHS = st.lists(_WORDS, min_size=1, max_size=25).map(
    lambda words: " ".join(" ".join(words).split())
)
_TEXTS = st.lists(_PARAGRAPHS, min_size=1, max_size=3).map("\n\n".join)
_NAMES = st.sampled_from([None, "Ann", "Bo", "Somebody with a name of many words", "話者"])
_NOTES = st.sampled_from(["", "A note.", "# Head\n\n- item\n- [link](https://a.example)\n\nEnd."])


@st.composite
def transcripts(draw: st.DrawFn, least: int = 0) -> Transcript:
    """Transcripts with turns, sections and notes, with times or without."""
    texts = draw(st.lists(_TEXTS, min_size=least, max_size=8))
    has_times = draw(st.booleans())
    turns = tuple(
        Turn(
            text,
            draw(_NAMES),
            start=n * 7000 if has_times else None,
            marks=(Mark(0, n * 7000), Mark(len(text) // 2, n * 7000 + 3000)) if has_times else (),
        )
        for n, text in enumerate(texts)
    )
    sections = draw(st.lists(st.integers(0, max(0, len(turns) - 1)), max_size=3)) if turns else []
    return Transcript(
        Metadata(title=draw(_PARAGRAPHS)),
        turns,
        tuple(Section(f"Part {n}", turn) for n, turn in enumerate(sorted(sections))),
        draw(_NOTES),
    )


def turn(text: str, speaker: str | None = None, start: int | None = None) -> Turn:
    """A turn with one cue, where it has a time."""
    return Turn(text, speaker, start, marks=() if start is None else (Mark(0, start),))


def timed(count: int, seconds: int = 60) -> Transcript:
    """`count` turns by Ann and Bo, each in two cues, one turn every so many seconds."""
    step = seconds * 1000
    turns = tuple(
        Turn(
            f"Turn {n} begins and goes on.",
            ("Ann", "Bo")[n % 2],
            start=n * step,
            end=n * step + step,
            marks=(Mark(0, n * step), Mark(7, n * step + step // 2)),
        )
        for n in range(count)
    )
    return Transcript(Metadata(title="A talk"), turns)
