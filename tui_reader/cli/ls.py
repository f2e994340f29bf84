"""`tui-reader ls`: the episodes of a library."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Final

from rich.cells import cell_len

from tui_reader.cli.arguments import Parser
from tui_reader.cli.console import BOLD, DIM, WARNING, Console, complain
from tui_reader.cli.contract import episode_json
from tui_reader.cli.names import who_is_who
from tui_reader.cli.surveying import surveyed
from tui_reader.finding import transcript_suffix
from tui_reader.harmless import harmless_path
from tui_reader.library import (
    Episode,
    Stranger,
    with_people,
)
from tui_reader.model import Status
from tui_reader.timecode import format_clock
from tui_reader.wrap import clip

_EXAMPLES = """\
examples:
  tui-reader ls                              the episodes of the last library
  tui-reader ls podcasts/ | sort             by date; the columns are set apart by tabs
  tui-reader ls --json podcasts/ | jq .title for another program
"""

_ROOMY: Final = 50
"""With so many columns beside date and duration there is room for speakers and path."""


def parser() -> Parser:
    """What the command takes."""
    taken = Parser(
        "ls",
        usage="tui-reader ls [--json] [PATH…]",
        description="List episodes: date, duration, speakers, title and path. Files of one episode"
        " (talk.md, talk.vtt, talk.pl.vtt) are one.",
        epilog=_EXAMPLES,
    )
    taken.take_paths()
    taken.take_json()
    return taken


def main(arguments: Sequence[str]) -> int:
    """Run the command and answer with its exit code."""
    asked = parser().parse(arguments)
    surveys, failed = surveyed(asked.paths)
    console = Console()
    line = episode_json if asked.json else partial(_row, console) if console.terminal else _tabbed
    rules = who_is_who()
    strangers: list[Stranger] = []
    listed = 0
    for found in surveys:
        for episode in found.episodes:
            console.print(line(with_people(episode, rules)))
            failed |= episode.error is not None
        strangers += found.strangers
        listed += len(found.episodes)
    if strangers:
        complain(_left_out(strangers))
    return 2 if failed or (strangers and not listed) else 0


def _left_out(strangers: Sequence[Stranger]) -> str:
    """How many files hold no transcript, by their endings, the most common ones first."""
    endings = Counter(transcript_suffix(path) for path, _ in strangers)
    counts = ", ".join(f"{count:,} {ending}" for ending, count in endings.most_common())
    if len(strangers) == 1:
        return f"Left out: 1 file that holds no transcript ({harmless_path(strangers[0].path)})."
    return f"Left out: {len(strangers):,} files that hold no transcript ({counts})."


def _tabbed(episode: Episode) -> str:
    return "\t".join([*_columns(episode), harmless_path(episode.path)])


def _columns(episode: Episode) -> tuple[str, str, str, str]:
    """Date, duration, speakers and title; for a file that cannot be read, the reason as title."""
    day = episode.metadata.date
    return (
        day.isoformat() if day else "",
        format_clock(episode.duration) if episode.duration is not None else "",
        ", ".join(share.name for share in episode.shares) or _status(episode),
        episode.reason or episode.title,
    )


def _status(episode: Episode) -> str:
    """Why nobody is named, where what was said is not in the file."""
    return "" if episode.status is Status.TRANSCRIBED else episode.status.value


def _row(console: Console, episode: Episode) -> str:
    """An episode in columns; a narrow terminal has date and title only."""
    day, duration, speakers, title = _columns(episode)
    room = console.width - 22
    if episode.error:
        return console.paint(" " * (22 if room >= _ROOMY else 12) + title, WARNING)
    if room < _ROOMY:
        return console.paint(f"{day:10}  ", DIM) + clip(title, max(8, console.width - 12))
    for_title, for_speakers = room * 5 // 12, room * 3 // 12
    return "".join(
        [
            console.paint(f"{day:10}  {duration:>8}  ", DIM),
            console.paint(_cell(title, for_title), BOLD),
            _cell(speakers, for_speakers),
            console.paint(clip(harmless_path(episode.path), room - for_title - for_speakers), DIM),
        ]
    )


def _cell(text: str, width: int) -> str:
    """`text` in a column that is `width` wide, two of them between it and the next."""
    text = clip(text, width - 2)
    return text + " " * (width - cell_len(text))
