"""Three transcripts to drive the reader through, each with something of its own.

LIGHTHOUSE  captions with times, three speakers, 61 turns; a phrase across a cue break
BAKERY      a post without times: show notes, links, two sections, a name with a stroke
MEETING     a recorder's export, two speakers
"""

from typing import Final

__all__ = ["BAKERY", "LIGHTHOUSE", "MEETING"]

_KEEPERS: Final = ("Mara", "Tobias", "Wen")


def _stamp(second: int) -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}.000"


def _cue(second: int, length: int, speaker: str, text: str) -> str:
    return f"{_stamp(second)} --> {_stamp(second + length)}\n<v {speaker}>{text}\n"


def _watch(number: int) -> list[str]:
    """What is said in watch `number`, a minute each, in two cues. Number 41 has the phrase."""
    speaker, second = _KEEPERS[number % 3], number * 60
    if number == 41:
        first, second_half = "At last somebody lit the storm", "lantern and the boats turned back."
    else:
        first = f"Watch {number} began with a look at the barometer and a cup of something hot,"
        second_half = f"then came the log, and the log of watch {number} says that nothing came."
    return [_cue(second, 8, speaker, first), _cue(second + 8, 9, speaker, second_half)]


LIGHTHOUSE: Final = "\n".join(
    ["WEBVTT - The keepers of the rock\n", *(cue for n in range(61) for cue in _watch(n))]
)

BAKERY: Final = """\
---
title: "#12 Bread before dawn"
date: 2024-06-01
episode: 12
tags: [bread, night]
links:
  - title: How a sourdough wakes
    url: https://bread.example/wakes
  - title: A trap
    url: javascript:alert(1)
---
What bakers say when nobody else is up. There is [a recipe](https://bread.example/rye) too.

- [The oven, drawn](https://bread.example/oven)

### Transcript

## The dough

**Łukasz Piekarz**: The dough is older than I am.

**Mara**: And it has better manners.

**Łukasz Piekarz**: It gets fed at four. Nobody feeds me at four.

## The oven

**Mara**: The oven hums when it is warm enough.

**Łukasz Piekarz**: In the storm we lit a lantern on it.
"""

MEETING: Final = """\
Wen (00:05)

The minutes say that the lantern was lent out.

Ilse (00:14)

The minutes also say that I objected.

Wen (01:20)

Then the minutes are complete.
"""
