"""HTML: the transcripts of podcasts, with `<cite>` and `<time>`, and any other page with words.

What a page holds may be a transcript in another format, wrapped: then it is read as that.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple, Self

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.recorded import recording_in
from tui_reader.formats.written.headed import with_words
from tui_reader.formats.written.html_blocks import Block, blocks_of
from tui_reader.formats.written.html_talk import chapters_of, is_talk, with_clocks
from tui_reader.formats.written.items import items_of
from tui_reader.formats.written.pieces import turns_of
from tui_reader.formats.written.post_body import has_speakers, read_body
from tui_reader.lazily import pattern
from tui_reader.model import Metadata, Problem, Section, Transcript, Turn

__all__ = ["FORMAT"]

_PAGE: Final = pattern(
    r"\s*(?:<\?xml[^<>]*+>\s*|<!--(?:[^-]++|-(?!->))*+-->\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_PIECE: Final = pattern(
    r"\s*(?:<!--(?:[^-]++|-(?!->))*+-->\s*)*+"
    r"<(?:p|div|h[1-6]|cite|time|article|section|main|ul|ol|table|pre|span|blockquote)\b[^<>]*+>",
    re.IGNORECASE,
)
_MARKDOWN: Final = pattern(r"^(?:#{1,6}[ \t]+\S|```|\[[^\]\n]{1,80}\]\()", re.MULTILINE)
_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")
"""Those that may stand over the first words of a talk."""

_OTHER: Final = 0.6  # how sure another format has to be of what a page holds


def _sniff(head: str) -> float:
    page = _PAGE.match(head) is not None
    if not page and (_PIECE.match(head) is None or _MARKDOWN.search(head)):
        return 0.0
    blocks = with_clocks(blocks_of(head))
    if is_talk(blocks):
        return 0.94
    sheet = _Sheet.of(blocks)
    return 0.94 if sheet.has_speakers or sheet.wrapped else 0.6


def _parse(text: str) -> Transcript:
    blocks = with_clocks(blocks_of(text))
    titles = [block.text for block in blocks if block.kind == "title"]
    footers = [block for block in blocks if block.kind == "footer"]
    blocks = [block for block in blocks if block.kind not in ("title", "footer")]
    if not blocks:
        blocks, footers = [block._replace(kind="") for block in footers], []
    read = _talk(blocks) if is_talk(blocks) else _page(blocks)
    title = read.metadata.title or next(iter(titles), "")
    others = [other for other in titles if other != title]
    below = ("\n".join(block.markdown) for block in footers)
    notes = "\n\n".join(filter(None, (*others, read.notes, *below)))
    recording = read.metadata.recording or recording_in(text)
    metadata = replace(read.metadata, title=title, recording=recording)
    return replace(read, metadata=metadata, notes=notes)


def _talk(blocks: Sequence[Block]) -> Transcript:
    """A talk with speakers and times; what stands above the first of them is about it."""
    top = next(n for n, block in enumerate(blocks) if block.kind in ("cite", "time"))
    if blocks[0].kind in ("", "li") and blocks[-1].kind in ("cite", "time"):
        top = 0
    while top > 1 and blocks[top - 1].kind in _HEADINGS:
        top -= 1
    above = blocks[:top]
    title = next((block.text for block in above if block.kind.startswith("h")), "")
    notes = "\n\n".join(_markdown(block) for block in above if block.text != title)
    turns: list[Turn] = []
    sections: list[Section] = []
    problems: list[Problem] = []
    for heading, pieces in chapters_of(blocks[top:]):
        if heading:
            sections.append(Section(heading, len(turns)))
        turns += turns_of(list(with_words(iter(pieces), problems)))
    last = max(len(turns) - 1, 0)
    return Transcript(
        Metadata(title=title),
        tuple(turns),
        tuple(section._replace(turn=min(section.turn, last)) for section in sections),
        notes,
        tuple(problems),
    )


class _Sheet(NamedTuple):
    """The blocks of a page on lines, plain and as Markdown, with the lines of the source."""

    plain: str
    markdown: str
    lines: list[int]

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Self:
        lines: list[int] = []
        plain: list[str] = []
        markdown: list[str] = []
        for block in blocks:
            lines += (*(row.line for row in block.rows), block.rows[-1].line)
            plain += (*(row.text for row in block.rows), "")
            markdown += (*_markdown(block).split("\n"), "")
        return cls("\n".join(plain), "\n".join(markdown), lines)

    @property
    def has_speakers(self) -> bool:
        """Whether somebody speaks in it by bold names, as in a post."""
        return has_speakers(list(items_of(self.markdown)))

    @property
    def wrapped(self) -> Format | None:
        """The format of which its words are a transcript."""
        from tui_reader.formats import formats, head_of

        head = head_of(self.plain)
        others = [fmt for fmt in formats() if fmt is not FORMAT]
        sure, best = max(((fmt.sniff(head), fmt) for fmt in others), key=lambda found: found[0])
        return best if sure > _OTHER else None


def _page(blocks: Sequence[Block]) -> Transcript:
    """A page of words, read as the post it is, or as the format that it wraps."""
    sheet = _Sheet.of(blocks)
    wrapped = None if sheet.has_speakers else sheet.wrapped
    if wrapped is not None:
        return _at_lines(wrapped.parse(sheet.plain), sheet.lines)
    read = read_body(sheet.markdown)
    metadata = Metadata(title=read.title, links=tuple(dict.fromkeys(read.links)))
    return _at_lines(
        Transcript(metadata, read.turns, read.sections, read.notes, read.problems, read.status),
        sheet.lines,
    )


def _at_lines(read: Transcript, lines: Sequence[int]) -> Transcript:
    """`read` with the lines of the page for those of what was made of it."""

    def source(line: int) -> int:
        return lines[min(line, len(lines)) - 1] if lines and line else line

    turns = tuple(replace(turn, line=source(turn.line)) for turn in read.turns)
    problems = tuple(problem._replace(line=source(problem.line)) for problem in read.problems)
    return replace(read, turns=turns, problems=problems)


def _markdown(block: Block) -> str:
    """A block as Markdown has it, a row on a line each."""
    words = "\n".join(block.markdown)
    if block.kind.startswith("h"):
        return f"{'#' * int(block.kind[1])} {' '.join(block.markdown)}" + "\n" * words.count("\n")
    return f"- {words}" if block.kind == "li" else words


FORMAT: Final = Format(
    name="html",
    title="HTML",
    suffixes=(".html", ".htm", ".xhtml"),
    sniff=_sniff,
    parse=_parse,
    shared_suffixes=(".html", ".htm", ".xhtml"),
    samples=(
        Sample(
            "<cite>Nils :</cite>\n<time>0:01</time>\n<p>Salt &amp; bread.</p>\n<p>And soup.</p>\n"
            "<cite>Åsa:</cite>\n<time datetime='PT1H2M3S'>later</time>\n<p>Soup?</p>\n",
            turns=2,
            speakers=("Nils", "Åsa"),
        ),
        Sample(
            "<!doctype html><html><head><title>Soup</title><script>if (1 < 2) soup()</script>\n"
            "</head><body><h1>Soup</h1><p>Salt first.</p>\n<h2>Bread</h2><p>Then <b>bread</b>."
            "</body></html>\n",
            turns=2,
        ),
        Sample(
            "<p>Salt.</p><time>00:00:01</time><p>Bread,\nand soup.</p><time>00:00:09</time>\n",
            turns=1,
        ),
        Sample(
            "<html><body><pre>Nils (0:01)\nSalt.\n\nÅsa (0:03)\nBread.\n\nNils (0:05)\nSoup."
            "</pre></body></html>\n",
            turns=3,
            speakers=("Nils", "Åsa"),
        ),
    ),
)
