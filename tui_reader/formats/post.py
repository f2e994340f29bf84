"""A post of a blog: Markdown, mostly with front matter, and turns that begin with bold names."""

import re
from dataclasses import replace
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.recorded import recording_in
from tui_reader.formats.written.chaptering import with_chapters
from tui_reader.formats.written.fields import chapters_from, is_episode, metadata_from, notes_from
from tui_reader.formats.written.matter import has_matter, read_matter
from tui_reader.formats.written.post_body import is_talk, read_body
from tui_reader.formats.written.timestamps import chapter_lines
from tui_reader.lazily import pattern
from tui_reader.model import Status, Transcript

__all__ = ["FORMAT"]

_HEADING: Final = pattern(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_BOLD_LINE: Final = pattern(
    r"^(?:> ?|[-*+] )?(?:\\?[\[(][\d:.]{4,12}\\?[\])] )?(?:\*{1,2}|__?)[^\s*_]"
    r"|^[^\s#].{0,60}\]\(http",
    re.MULTILINE,
)
_MARKDOWN: Final = pattern(r"^(?:[-*+] |> |```)|\]\(|\*\*\S", re.MULTILINE)


def _sniff(head: str) -> float:
    if has_matter(head):
        return 0.95
    headed = _HEADING.search(head) is not None
    if (headed or _BOLD_LINE.search(head)) and is_talk(head):
        return 0.9
    if headed:
        return 0.3 if _MARKDOWN.search(head) else 0.2
    return 0.0


def _parse(text: str) -> Transcript:
    matter = read_matter(text)
    metadata = metadata_from(matter.fields)
    body = read_body(matter.body, matter.line, metadata.people)
    introduction, others = notes_from(matter.fields)
    title = metadata.title or body.title
    heading = f"# {body.title}" if body.title and not _alike(body.title, title) else ""
    notes = "\n\n".join(filter(None, (introduction, heading, body.notes, others)))
    given = chapters_from(matter.fields)
    timed = not body.turns or any(turn.first_time is not None for turn in body.turns)
    if given and not timed:  # nobody knows where they begin: they can be read, at least
        notes = "\n\n".join(filter(None, (notes, "\n".join(f"- {line}" for line in given))))
    listed = chapter_lines(given) or chapter_lines(notes.split("\n"))
    chapters = [(chapter.time, chapter.title) for chapter in listed]
    turns, sections = with_chapters(body.turns, body.sections, chapters)
    status = body.status
    if not (turns or sections or body.notes) and is_episode(matter.fields):
        status = Status.MISSING
    return Transcript(
        replace(
            metadata,
            title=title,
            links=tuple(dict.fromkeys((*metadata.links, *body.links))),
            recording=metadata.recording or recording_in(matter.body),
        ),
        turns,
        sections,
        notes,
        (*matter.problems, *body.problems),
        status,
    )


def _alike(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


FORMAT: Final = Format(
    name="post",
    title="Post",
    suffixes=(".md", ".markdown", ".mdown"),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "---\ntitle: 'Episode 7: Bread'\ndate: 2024-03-01\nepisode: '7'\n"
            "tags: [bread, salt]\nextra: |\n  Bring your own *flour*\n  to the next one.\n---\n"
            "All about bread.\n\n- [Our mill](https://example.org/mill)\n\n## Transcript\n\n"
            "**Ida Holm**: Is it *done*?\n\n**Otto**: Give it `an hour`.\n\nOr two.\n\n"
            "## Tasting\n\n**Ida Holm**: Now?\n",
            turns=3,
            speakers=("Ida Holm", "Otto"),
        ),
        Sample(
            "**Ann:** [\\[laughs\\]](https://example.org) snake_case \\[00:10\\]\n\n"
            "**Bo [01:05]:** Yes.\n\n**Ann:** No.\n",
            turns=3,
            speakers=("Ann", "Bo"),
        ),
        Sample(
            '{\n  "title": "On yeast", "episode": 9\n}\n\n(0:00) Flour\n(2:00) Water\n'
            "(9:00) Heat\n\n## Transcript\n\nIda Holm (00:00:05):\nIt [inaudible 0:07] rises.\n\n"
            "(00:02:10):\nAnd falls.\n\n**[Music]**\n\nOtto (00:09:00):\nDone!\n",
            turns=4,
            speakers=("Ida Holm", "Otto"),
        ),
        Sample(
            "---\ntitle: [broken\n---\n# A walk\n\nNobody speaks here.\n\n## Later\n\nOr here.\n",
            turns=2,
            problems=1,
        ),
    ),
)
