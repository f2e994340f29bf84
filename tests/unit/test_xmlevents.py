from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.data.tagsoup import read_soup
from tui_reader.formats.data.xmlevents import read_xml


class _Heard:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.events: list[object] = []
        self.said = ""

    def open(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        self.events.append((name, dict(attributes), line))

    def close(self, name: str) -> None:
        self.events.append(name)

    def words(self, text: str, line: int) -> None:
        self.said += text


def _xml(text: str) -> tuple[_Heard, list[tuple[int, str]]]:
    heard = _Heard()
    return heard, [(line, message) for line, message in read_xml(text, heard)]


def _soup(text: str) -> _Heard:
    heard = _Heard()
    read_soup(text, 1, heard)
    return heard


_TEXTS = st.text(alphabet="ab é&<>\n\"'", max_size=8)


def _escaped(text: str) -> str:
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&#62;"), ('"', "&quot;")):
        text = text.replace(char, entity)
    return text


_XML = st.recursive(
    st.one_of(
        _TEXTS.map(_escaped),
        st.just("<!-- a > b & c -->"),
        st.just("<![CDATA[a < b & c]]>"),
        st.just("<br/>"),
    ),
    lambda inner: st.builds(
        "<{0} k='{1}' l=\"{2}\">{3}</{0}>".format,
        st.sampled_from(["a", "b", "tt"]),
        st.sampled_from(["", "1", "x y", "&amp;"]),
        st.sampled_from(["", "2>1", "/"]),
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=12,
)


@given(_XML)
def test_whole_xml_and_soup_are_the_same(inside: str) -> None:
    text = f'<?xml version="1.0" encoding="utf-16"?><tt>{inside}</tt>'
    heard, problems = _xml(text)
    assert problems == []
    assert heard.events == _soup(text).events
    assert heard.said == _soup(text).said


@given(_XML, st.floats(0, 1), st.sampled_from(["&", "<", "<a", "</b>", "&x;", "", "]]>", '"']))
def test_where_xml_breaks_nothing_is_lost_and_nothing_comes_twice(
    inside: str, place: float, rubbish: str
) -> None:
    text = f"<tt>{inside}</tt>"
    at = int(len(text) * place)
    broken = text[:at] + rubbish + text[at:]
    assert "".join(_xml(broken)[0].said.split()) == "".join(_soup(broken).said.split())


def test_names_come_without_prefixes_and_lines_are_counted() -> None:
    heard, _ = _xml("\n\n<x:tt>\n<p ttm:agent='a'/>\n</x:tt>")
    assert heard.events == [("tt", {}, 3), ("p", {"agent": "a"}, 4), "p", "tt"]


def test_a_break_is_told_with_its_line() -> None:
    _, problems = _xml("<tt>\n<p>one\n</tt>")
    assert [line for line, _ in problems] == [3]


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("<tt><p>one & two</p></tt>", "one & two"),
        ("<tt><p>one&nbsp;two</p></tt>", "one\xa0two"),
        ("<tt><p>one < two</p></tt>", "one < two"),
        ("<tt><p>one <i>two</p>three</tt>", "one twothree"),
        ("<tt>one</tt><tt>two</tt>", "onetwo"),
        ("<tt><p begin=1>one</p></tt>", "one"),
        ("<tt>one <p begin='1", "one "),
        ("<tt>one<!-- two", "one two"),
        ("<tt>one<![CDATA[ two", "one two"),
        ("one", "one"),
        ("<tt>&#99999999999999999999999;", "\ufffd"),
    ],
)
def test_the_words_of_broken_xml_are_kept(broken: str, said: str) -> None:
    heard, problems = _xml(broken)
    assert heard.said == said
    assert len(problems) == 1


def test_entities_of_a_file_do_not_grow() -> None:
    bomb = '<!DOCTYPE t [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "/etc/passwd">]>'
    heard, problems = _xml(f"{bomb}\n<t>&b; &c; and words</t>")
    assert heard.said.strip() == "&b; &c; and words"
    assert len(problems) == 1


def test_a_document_type_is_not_asked_for() -> None:
    heard, problems = _xml(
        '<!DOCTYPE tt SYSTEM "http://example.invalid/tt.dtd"><tt>a &eacute; b</tt>'
    )
    assert (heard.said, problems) == ("a é b", [])


def test_elements_nested_too_deep_are_left_out_but_not_their_words() -> None:
    heard, problems = _xml("<a>" * 80 + "words" + "</a>" * 80)
    assert heard.said == "words"
    assert heard.events.count("a") == 50
    assert len(problems) == 1


@given(st.lists(st.sampled_from(["<a>", "</a>", "<b>", "</b>", "<br>", "x", "<a/>"])))
def test_every_element_is_closed_once(parts: list[str]) -> None:
    heard, _ = _xml("".join(parts))
    opened = [event[0] for event in heard.events if isinstance(event, tuple)]
    closed = [event for event in heard.events if isinstance(event, str)]
    assert sorted(map(str, opened)) == sorted(closed)
