"""No written transcript loses a word of its source, whatever stands in what order."""

import re
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.contract import check, said
from tui_reader.formats import Format, formats

_NAMES: Final = frozenset(
    {
        *("bracketed-text", "chapter-list", "davinci", "html", "labelled-text", "named-text"),
        *("otter", "prose", "teams-text", "timed-text", "whisper-console", "zoom-text"),
    }
)
_WRITTEN: Final = [fmt for fmt in formats() if fmt.name in _NAMES]

_LINES: Final = (
    *("", " ", "apple pear", "Plum and fig.", "cherry", ">> quince", "- damson", "Note: sloe"),
    *("Ann: medlar", "Ann:", "Bo: rowan", "[Ann]: elder", "[SPEAKER_01]: haw", "Kit Lee: hip"),
    *("Ann (0:01)", "Bo (0:02):", "Ann  0:03  ", "Bo 0:04", "0:05  ", "Ann\t0:06", "[Bo] 0:07"),
    *("[0:08] Ann: lime", "0:09 grape", "0:10", "0:00:11:melon", "Ann [0:12]: citron", "[0:13]"),
    *("[0:14 --> 0:15] guava", "[00:00:16:01 - 00:00:17:00]", "Ann", "Bo", "3 seconds", "0:03"),
    *("1 minute 5 seconds", "Ann 3 seconds", "0:0:1.5 --> 0:0:2.5", "14:00:01 From Bo: kiwi"),
    *("<cite>Ann:</cite>", "<time>0:18</time>", "<p>papaya", "</p>", "lychee<br>olive", "<pre>"),
    *("</pre>", "<b>Ann:</b> almond", "<h2>Nuts</h2>", "Title: Orchard", "0:19 - Acorn", "⁓"),
    *("Transcribed by hazel", "## Walnut", "**Bo:** pecan", "&amp; beech", "<cite>larch"),
)
_WORD: Final = re.compile(r"[a-z]{3,}")
_NO_WORDS: Final = frozenset(
    {
        *("note", "ann", "kit", "lee", "speaker", "seconds", "minute", "from"),
        *("cite", "time", "pre", "title", "amp", "transcribed"),
    }
)
"""What only says who speaks or when, or is markup."""


@pytest.mark.parametrize("fmt", _WRITTEN, ids=lambda fmt: fmt.name)
@given(lines=st.lists(st.sampled_from(_LINES), max_size=24))
def test_every_word_is_somewhere(fmt: Format, lines: list[str]) -> None:
    transcript = fmt.parse("\n".join(lines))
    check(transcript)
    shown = " ".join(said(transcript)).lower()
    there = {word for line in lines for word in _WORD.findall(line.lower())} - _NO_WORDS
    assert not {word for word in there if word not in shown}


@pytest.mark.parametrize("fmt", _WRITTEN, ids=lambda fmt: fmt.name)
@given(lines=st.lists(st.sampled_from(_LINES), max_size=24))
def test_a_turn_begins_on_a_line_of_the_source(fmt: Format, lines: list[str]) -> None:
    starts = [turn.line for turn in fmt.parse("\n".join(lines)).turns]
    assert all(1 <= line <= max(len(lines), 1) for line in starts)
    assert starts == sorted(starts)
