"""Writers of posts, essays and plain text."""

from collections.abc import Iterator
from html import escape
from typing import Final

from tests.bench.episodes import Episode, Said
from tests.bench.writers.writer import Writer, clock
from tui_reader.timecode import format_clock

__all__ = ["WRITERS"]

_BREAK: Final = 8  # cues, after which a long turn gets a new paragraph


def _named_text(episode: Episode) -> str:
    blocks = []
    for turn in episode.turns:
        text = "\n\n".join(_paragraphs(turn.cues))
        blocks.append(f"{turn.speaker} ({format_clock(turn.cues[0][0])})\n{text}\n")
    return "\n".join(blocks)


def _post(episode: Episode) -> str:
    turns = "\n\n".join(f"**{turn.speaker}**: {turn.text}" for turn in episode.turns)
    heading = "Transkrypcja" if episode.show.language == "pl" else "Transcript"
    return f"""---
layout: post
title: '#{episode.number} {episode.title}'
date: {episode.date} 08:00:00 +0200
show: {episode.show.name}
episode: "{episode.number}"
tags: ["{episode.topic}", "{episode.show.language}"]
---
{episode.turns[0].text}

- [{episode.title}](https://archive.example/{episode.number}/)
- [{episode.show.name}](https://archive.example/)

### {heading}

{turns}
"""


def _essay(episode: Episode) -> str:
    motto = " / ".join(turn.cues[0][2].rstrip(".,?") for turn in episode.turns[:3])
    path = motto.replace(" ", "-")
    lines = [
        f"$ cat post/{path}.md",
        motto,
        f"\n{episode.title}",
        f"{episode.date:%B} {episode.date.day}, {episode.date.year}",
    ]
    for n, paragraph in enumerate(_prose_paragraphs(episode)):
        if n % 4 == 0:
            lines.append(" ".join(paragraph.split()[:4]).strip(".,?").title())
        lines.append(paragraph)
    return "\n\n".join(lines) + "\n"


def _prose(episode: Episode) -> str:
    return "\n\n".join([episode.title, *_prose_paragraphs(episode)]) + "\n"


def _prose_paragraphs(episode: Episode) -> Iterator[str]:
    """The turns a few at a time, as if one person had written them."""
    for n in range(0, len(episode.turns), 3):
        yield " ".join(turn.text for turn in episode.turns[n : n + 3])


def _paragraphs(cues: tuple[tuple[int, int, str], ...]) -> Iterator[str]:
    for n in range(0, len(cues), _BREAK):
        yield " ".join(cue for _, _, cue in cues[n : n + _BREAK])


def _second(ms: int) -> str:
    return clock(ms)[:8]


def _per_turn(episode: Episode, line: str, between: str = "\n\n") -> str:
    """A line for each turn, from `line` with its `name`, `time`, `clock` and `text`."""
    return between.join(_filled(line, turn) for turn in episode.turns) + "\n"


def _filled(line: str, turn: Said) -> str:
    start = turn.cues[0][0]
    return line.format(
        name=turn.speaker, time=_second(start), clock=format_clock(start), text=turn.text
    )


def _otter(episode: Episode) -> str:
    said = _per_turn(episode, "{name}  {clock}  \n{text}")
    return f"{said}\nTranscribed by https://otter.ai\n"


def _bracketed(episode: Episode) -> str:
    return _per_turn(episode, "{name} [{clock}]: {text}", "\n")


def _timed_lines(episode: Episode) -> str:
    return "\n\n".join(
        f"{_second(start)} {cue}" for turn in episode.turns for start, _, cue in turn.cues
    )


def _labelled(episode: Episode) -> str:
    return _per_turn(episode, "{name}: {text}")


def _console(episode: Episode) -> str:
    return "\n".join(
        f"[{clock(start)} --> {clock(end)}]  {cue}"
        for turn in episode.turns
        for start, end, cue in turn.cues
    )


def _davinci(episode: Episode) -> str:
    blocks = []
    for turn in episode.turns:
        start, end = (f"{_second(ms)}:12" for ms in (turn.cues[0][0], turn.cues[-1][1]))
        blocks.append(f"[{start} - {end}]\n{turn.speaker}\n {turn.text}\n")
    return "\n".join(blocks)


def _zoom_text(episode: Episode) -> str:
    return _per_turn(episode, "{name}\t{time}\n{text}")


def _html(episode: Episode) -> str:
    return "\n".join(
        f"<cite>{escape(turn.speaker)}:</cite>\n<time>{format_clock(turn.cues[0][0])}</time>\n"
        f"<p>{escape(turn.text)}</p>"
        for turn in episode.turns
    )


def _chapter_list(episode: Episode) -> str:
    """Titles of a few words, one for each turn."""
    first = episode.turns[0].cues[0][0]
    return "\n".join(
        f"{format_clock(turn.cues[0][0] - first)} - {' '.join(turn.text.split()[:4]).strip('.,?')}"
        for turn in episode.turns
    )


WRITERS: Final = {
    "named-text": Writer(".txt", _named_text, 4),
    "post": Writer(".md", _post, 3),
    "essay": Writer(".txt", _essay),
    "prose": Writer(".txt", _prose),
    "otter": Writer(".txt", _otter),
    "bracketed-text": Writer(".txt", _bracketed),
    "timed-text": Writer(".txt", _timed_lines),
    "labelled-text": Writer(".txt", _labelled),
    "whisper-console": Writer(".txt", _console),
    "davinci": Writer(".txt", _davinci),
    "zoom-text": Writer(".txt", _zoom_text),
    "html": Writer(".html", _html),
    "chapter-list": Writer(".txt", _chapter_list),
}
