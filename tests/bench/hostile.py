"""Texts that were written to take a parser's time, of any length.

One piece of markup again and again, one line that does not end, and crowds: thousands of speakers,
headings, links, fields or mistakes, no two alike.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import count, product, takewhile
from typing import Final

__all__ = ["CROWDS", "TEXTS", "Text"]

Text = Callable[[int], str]
"""Makes a text of about so many characters."""

_PIECES: Final = (
    *("<v ", "<", "&", "&#x", "<!--", "<p>", "</", "]]>", "<![CDATA[", "<a b='", "<!ENTITY a 'b'>"),
    *("<p>a", "<li>", "<td>", "<b>", "</p>", "<script>", "<cite>A</cite>", "<time>0:01</time>"),
    *("[", "(", "{", '"', "\\", "{\\", '{"a":', "[[", "]", ")", "[0:0", "(1:02)", "00:", "1:"),
    *("**", "*", "_", "`", "~", "#", "# ", "> ", "- ", "* a\n", "|", "![](", "[a](", "{{<", "{%"),
    *("*a* ", "__a__ ", "~~a~~ ", "`a` ", "```\n", "~~~\n", "[a](http://b) ", "http://a.b "),
    *("a: ", "A: a\n", "A B C D: ", "A (1:02)\n", "A  0:01\n", "A\t00:01\n", "[0:01] A: a\n"),
    *("A\n1 minute 2 seconds\n", "[00:00:00:00 - 00:00:01:00]\nA\n a\n\n", "0:01 - a\n"),
    *("**A:** a\n\n", "**A [0:01]:** a\n\n", "## A\n\na\n\n", "A B\na\n\n", "- a\n  - b\n"),
    *(
        "| a | b |\n",
        "a\n---\n",
        "[a]: http://b\n",
        "[^1]: a\n",
        "\\[0:01\\] ",
        "[inaudible 0:01] ",
    ),
    *("a\n", "\n", " ", "\t", " \n", "a\n\n", "a ", "42\n\n", "...", "a-", "(music) "),
    *("-->", " --> ", "00:00:01.000 --> ", "1\n00:00:01,000 --> 00:00:02,000\n", ">>", ">> A: "),
    *("00:00:01.000 --> 00:00:02.000\na\n\n", "00:00:01.000 --> 00:00:02.000\n>> A: a\n\n"),
    *("[00:01.00]", "[00:00.000 --> 00:01.000]", "00:00:01 a\n", "0:00:01.000,0:00:02.000\n"),
    *("Dialogue: 0,0:00:01.00,0:00:02.00,D,A,0,0,0,,a\n", "{\\p1}", "<00:01.00>a", "[ti:a]\n"),
    *('{"text":"a","start":0},', '{"a":1}\n', "[1,", "1e999,", "\\u", '"a",', "a,", "a\tb\n"),
    *("---\n", "+++\n", "a: &a [*a]\n", "- - ", "? ", "a = 1\n", "[a]\n", "a: b\n", "a: [\n"),
    *("\ufeff", "\u202e", "é", "あ", "\u0301\u0316", "\u200d", "0" * 50, "A" * 50),
)
_HEADS: Final = (
    *("a", "A:", "**A", "A (1:02)", "0:01", "- ", "--|", "## A", "</", "<v", "<a", "a='", "[a]("),
    *("1\n00:00:01,000 --> 00:00:02,000", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n</", "[0:01]"),
    *("---\nduration: 1h", "<time datetime='PT1H", "title:", '{"', "1 minute", "A\t", "2020"),
)
_RUNS: Final = (" ", "-", ":", "*", "_", "|", "a", "0", ">", "/", "a ", ". ")


def _again(piece: str, length: int) -> str:
    return piece * (length // len(piece))


def _line(head: str, run: str, length: int) -> str:
    return f"{head}{run * (length // len(run))}x"


TEXTS: Final[Mapping[str, Text]] = {
    **{repr(piece): partial(_again, piece) for piece in _PIECES},
    **{
        f"{head!r}, then {run!r}": partial(_line, head, run) for head, run in product(_HEADS, _RUNS)
    },
}
"""What is hostile to every parser, under what it is made of."""


def _crowd(head: str, one: str, tail: str, length: int) -> str:
    """`one` again and again, `@` its number, `$` a name of its own."""
    ones = (one.replace("@", str(n)).replace("$", _name(n)) for n in count())
    return "".join((head, *_up_to(length, ones), tail))


def _up_to(length: int, texts: Iterator[str]) -> Iterator[str]:
    left = length

    def fits(text: str) -> bool:
        nonlocal left
        left -= len(text)
        return left >= 0

    return takewhile(fits, texts)


def _name(number: int) -> str:
    """`Baab`, `Caab` …: no two are alike, up to half a million."""
    letters = (chr(ord("a") + number // 26**place % 26) for place in range(4))
    return "".join(letters).capitalize()


_TIMES: Final = "00:00:01.000 --> 00:00:02.000\n"
_POST: Final = "**Ann:** a\n\n**Ben:** b\n\n**Ann:** c\n\n"
_TTML: Final = '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s">'
_JSON: Final = '{"version":"1.0.0","segments":['
_LAST: Final = '{"startTime":1,"body":"a"}]}'
_LEAST: Final = '{"text":"","language":"en","segments":['

CROWDS: Final[Mapping[str, tuple[str, Text]]] = {
    what: (suffix, partial(_crowd, head, one, tail))
    for what, suffix, head, one, tail in (
        ("cues of a word", ".vtt", "WEBVTT\n\n", f"{_TIMES}w@\n\n", ""),
        ("voices", ".vtt", "WEBVTT\n\n", f"{_TIMES}<v $>a\n\n", ""),
        ("voices with badges", ".vtt", "WEBVTT\n\n", f"{_TIMES}<v $ (Guest)>a\n\n", ""),
        ("voices of one cue", ".vtt", f"WEBVTT\n\n{_TIMES}", "<v $>a</v>\n", ""),
        ("changes in one cue", ".vtt", f"WEBVTT\n\n{_TIMES}", ">> a b\n", ""),
        ("labels of cues", ".vtt", "WEBVTT\n\n", f"{_TIMES}$: a b\n\n", ""),
        ("times that are none", ".vtt", "WEBVTT\n\n", "00:0x.000 --> 00:01.000\na@\n\n", ""),
        ("words without times", ".vtt", f"WEBVTT\n\n{_TIMES}a\n\n", "a b @\n\n", ""),
        ("files in one", ".vtt", "", f"WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:1\n\n{_TIMES}a@\n\n", ""),
        ("lines that roll", ".vtt", "WEBVTT\n\n", f"{_TIMES}a@\na@<00:01.500><c> b</c>\n\n", ""),
        ("chapters", ".vtt", "WEBVTT\nKind: chapters\n\n", f"{_TIMES}Chapter @\n\n", ""),
        ("cues that end before", ".srt", "", "@\n00:00:03,000 --> 00:00:02,000\na\n\n", ""),
        ("numbers", ".srt", "1\n00:00:01,000 --> 00:00:02,000\na\n", "@\n\n", ""),
        ("names over words", ".txt", "", "$ Lee (0:01)\nHello there @.\n\n", ""),
        ("names over nothing", ".txt", "", "$ Lee (0:01)\n", "a\n"),
        ("names before words", ".txt", "", "$: Hello there @.\n", ""),
        ("titles and times", ".txt", "0:00 - a\n", "0:@ - Topic @\n", ""),
        ("bold names", ".md", "", "**$ Lee:** Hello there @.\n\n", ""),
        ("short names", ".md", "", "**$ Lee [L@]:** Hello.\n\n**L@:** Yes.\n\n", ""),
        ("bare names", ".md", "", "Ann $\nwords.\n\nAnn $\nwords.\n\n", ""),
        ("headings", ".md", _POST, "## Heading @\n\nwords\n\n", ""),
        ("headings over nothing", ".md", "", "## Heading @\n\n", ""),
        ("headings that are names", ".md", "", "### $ Lee\n\nwords\n\n### $ Lee\n\nwords\n\n", ""),
        ("links", ".md", _POST, "[a@](http://a.b/@)\n", ""),
        ("references", ".md", _POST, "[a@][r@]\n\n[r@]: http://a.b/@\n", ""),
        ("who says nothing", ".md", _POST, "**$:**\n\n", ""),
        ("breaks", ".md", _POST, "**Break:** \\[0:01\\]\n\n", ""),
        ("marks in one turn", ".md", f"{_POST}**Ben:** ", "word [inaudible 0:01] *a* ", ""),
        ("fields", ".md", "---\n", "a@: b\n", f"---\n\n{_POST}"),
        ("one field", ".md", "---\n", "title: b@\n", f"---\n\n{_POST}"),
        ("anchors", ".md", "---\n", "a@: &a@ [b]\n", f"---\n\n{_POST}"),
        ("fields that are broken", ".md", "---\n", "a@: b: c: [\n", f"---\n\n{_POST}"),
        ("fields without an end", ".md", "---\n", "a@: b\n", ""),
        ("entries of a field", ".md", "---\ntags: [", "a@, ", f"]\n---\n\n{_POST}"),
        ("tables of fields", ".md", "+++\n", "[[a.b@]]\nc = 1\n", f"+++\n\n{_POST}"),
        ("dots in a field", ".md", "+++\n", "a@.", f"b = 1\n+++\n\n{_POST}"),
        ("segments of a word", ".json", _JSON, '{"startTime":@,"body":"w@"},', _LAST),
        ("speakers", ".json", _JSON, '{"speaker":"$","startTime":@,"body":"w@"},', _LAST),
        ("broken segments", ".json", _JSON, '{"startTime":@,"body":"w@",},', _LAST),
        ("times without an end", ".json", _JSON, '{"startTime":@,"body":"w@"} ', _LAST),
        ("times that are words", ".json", _JSON, '{"startTime":"a@","body":"w@"},', _LAST),
        ("what is no segment", ".json", _JSON, "[@],", _LAST),
        ("words again", ".json", _LEAST, '{"id":@,"start":@,"end":@,"text":"Hm."},', _LAST),
        ("digits", ".json", f'{_JSON}{{"startTime":', "9", ',"body":"a"}]}'),
        ("keys", ".json", "{", '"a@":1,', '"b":1}'),
        ("lists in lists", ".json", '{"segments":', "[", ""),
        ("objects on lines", ".json", "", '{"start":@,"text":"w@"}\n', ""),
        ("elements in elements", ".ttml", _TTML, "<span>a", ""),
        ("attributes", ".ttml", f"{_TTML}<span ", 'a@="b" ', ">a</span></p></div></body></tt>"),
        ("namespaces", ".ttml", "<tt ", 'xmlns:a@="b@" ', f"></tt>{_TTML}a</p></div></body></tt>"),
        ("entities", ".ttml", "<!DOCTYPE tt [", '<!ENTITY a@ "b">', f"]>{_TTML}a</p></tt>"),
        ("mistakes", ".ttml", _TTML, "a & b < c</p><p>\n", ""),
        ("people", ".html", "", "<cite>$</cite><time>0:01</time><p>a</p>", ""),
        ("addresses", ".html", "<html>", '<a href="http://a/@">b</a> ', ""),
        ("lists", ".html", "<html>", "<ul><li>a", ""),
        ("rows", ".csv", "start,end,speaker,text\n", "@,@,$,a\n", ""),
        ("columns", ".csv", "start,end,speaker,text", ",a@", "\n1,2,a,b\n3,4,a,b\n"),
        ("quotation marks", ".csv", "start,end,speaker,text\n", '1,2,"a', "\n"),
        ("fields of dialogue", ".ass", "[Events]\nFormat: ", "a@,", "Text\nDialogue: 0,a\n"),
        ("stamps", ".lrc", "", "[00:01.00]", "a\n"),
        ("accents", ".txt", "e", "\u0301\u0316", ""),
        ("escapes", ".txt", "", "a b c d \x1b[31m", ""),
        ("turns", ".txt", "", "a\n\n", ""),
        ("a word without end", ".txt", "", "a", ""),
        ("a line without end", ".txt", "", "a@ ", ""),
    )
}
"""What there may be too much of in a file, with its ending."""
