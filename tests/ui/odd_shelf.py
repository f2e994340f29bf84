"""Talks beside transcripts as they should not be."""

from pathlib import Path
from typing import Final

from tests.ui.talks import BAKERY, LIGHTHOUSE, MEETING

__all__ = ["odd_shelf"]

_HOSTILE: Final = """\
[bold]Mal[/bold] [@click=app.quit]go[/] (00:01)

[link=https://evil.example]here[/link] \x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07a\x1b]8;;\x07

\x1b]0;title\x07Eve\u202e (00:09)

[/nothing] {1} $x `code` **bold** <v Bob>hi</v> &amp; \x9b2J \u2066isolated
"""


def odd_shelf(folder: Path, *, turns: int = 300) -> Path:
    """A folder with three talks and seven transcripts as they should not be, one of many `turns`.

    Two have a recording beside them, which is none.
    """
    folder.mkdir()
    many = (f"{n // 60:02}:{n % 60:02}.000 --> {n // 60:02}:{n % 60:02}.900" for n in range(turns))
    texts = {
        "2024-05-03-lighthouse.vtt": LIGHTHOUSE,
        "bakery.md": BAKERY,
        "2023-01-20-meeting.txt": MEETING,
        "hostile.txt": _HOSTILE,
        "[red]name[bold].txt": "[i]Ann[/i]: One [b]turn[/b] alone.\n",
        "cjk.txt": "\n\n".join(f"山田: 今日は燈台の話をします。嵐の夜{n}。" for n in range(20)),
        "empty.vtt": "WEBVTT\n",
        "blank.txt": "",
        "chapters.md": "---\ntitle: Only chapters\n---\n\n## One\n\n## Two\n\n## Three\n",
        "prose.txt": "\n\n".join("word " * (n % 40 + 1) for n in range(60)),
        "long.vtt": "WEBVTT\n\n"
        + "".join(
            f"{time}\n<v Speaker {n % 5}>{'yes' if n % 3 == 0 else f'said {n} the log ' * 9}\n\n"
            for n, time in enumerate(many)
        ),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("long.mp3", "2024-05-03-lighthouse.mp3"):
        (folder / name).touch()
    return folder
