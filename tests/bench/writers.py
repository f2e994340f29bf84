"""How a generated episode is written down: one writer for each format the reader knows by name."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from tests.bench.episodes import Episode
from tui_reader.timecode import format_clock

__all__ = ["WRITERS", "Writer"]

_BREAK: Final = 8  # cues, after which a long turn gets a new paragraph


class Writer(NamedTuple):
    """The ending of the file's name, and what makes its text."""

    suffix: str
    write: Callable[[Episode], str]


def _webvtt(episode: Episode) -> str:
    lines = ["WEBVTT\n"]
    number = 0
    for turn in episode.turns:
        for start, end, cue in turn.cues:
            number += 1
            times = f"{_stamp(start)} --> {_stamp(end)}"
            lines.append(f"{number}\n{times}\n<v {turn.speaker}>{cue}\n")
    return "\n".join(lines)


def _stamp(ms: int) -> str:
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}.{ms:03}"


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


WRITERS: Final = {
    "webvtt": Writer(".vtt", _webvtt),
    "named-text": Writer(".txt", _named_text),
    "post": Writer(".md", _post),
    "essay": Writer(".txt", _essay),
    "prose": Writer(".txt", _prose),
}
