from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shared import SHARED
from tui_reader.decoding import decode
from tui_reader.errors import FormatError
from tui_reader.formats.captions.cuetext import spoken
from tui_reader.formats.captions.vtt_blocks import read_blocks
from tui_reader.formats.captions.vtt_scan import scan
from tui_reader.formats.webvtt import FORMAT
from tui_reader.model import Mark, Problem, Section, Transcript, Turn
from tui_reader.turns import Cue


def _vtt(*cues: str, header: str = "WEBVTT") -> str:
    return "\n\n".join([header, *cues]) + "\n"


def _read(*cues: str, header: str = "WEBVTT") -> Transcript:
    return FORMAT.parse(_vtt(*cues, header=header))


def _turn(*cues: str) -> Turn:
    (turn,) = _read(*cues).turns
    return turn


def _by_library(text: str) -> list[Cue]:
    return list(chain.from_iterable(map(spoken, read_blocks(text)[0])))


def _tidy(cues: list[Cue]) -> list[Cue]:
    return [cue._replace(text=" ".join(cue.text.split())) for cue in cues]


_STAMPS = st.builds(
    "{}{:02}:{:02}.{:03}".format,
    st.sampled_from(["", "00:", "01:", "123:"]),
    st.integers(0, 59),
    st.integers(0, 59),
    st.integers(0, 999),
)
_LINES = st.text(alphabet="ab <>&;v/.:-1\u00e9 ", min_size=1, max_size=30).filter(
    lambda line: "-->" not in line
)
_CUE_TEXTS = st.builds(
    "{}{} --> {}{}\n{}".format,
    st.sampled_from(["", "7\n", "an-id\n", "00:01\n"]),
    _STAMPS,
    _STAMPS,
    st.sampled_from(["", " align:start", "\tline:0"]),
    st.lists(_LINES, max_size=3).map("\n".join),
)


@given(st.lists(_CUE_TEXTS), st.integers(1, 3))
def test_the_scanner_and_the_library_read_the_same_cues(cues: list[str], blanks: int) -> None:
    text = ("\n" * (blanks + 1)).join(["WEBVTT", *(cue.rstrip("\n") for cue in cues)])
    scanned = scan(text)
    assert scanned is not None
    assert _tidy(scanned) == _tidy(_by_library(text))


@pytest.mark.corpus
def test_the_scanner_and_the_library_agree_on_real_files() -> None:
    files = sorted(SHARED.rglob("*.vtt")) + sorted(SHARED.glob("seeds/001*")) if SHARED else []
    agreed = 0
    for file in files:
        try:
            text = decode(file.read_bytes()).text
        except FormatError:
            continue
        scanned = scan(text)
        if scanned is not None:
            assert _tidy(scanned) == _tidy(_by_library(text)), file
            agreed += 1
    if not agreed:
        pytest.skip("no real files here")


def test_a_voice_is_a_speaker_and_times_are_exact() -> None:
    turn = _turn("1\n00:00:07.879 --> 01:06:29.920\n<v Ann Lee>Hello")
    assert turn == Turn("Hello", "Ann Lee", 7_879, 3_989_920, (Mark(0, 7_879),), 4)


def test_lines_are_counted_past_blank_lines_and_ids() -> None:
    text = (
        "WEBVTT\n\n\n1\n00:01.000 --> 00:02.000\n<v A>x\ny\n\n\n00:03.000 --> 00:04.000\n<v B>z\n"
    )
    assert [turn.line for turn in FORMAT.parse(text).turns] == [5, 10]


def test_classes_and_entities_of_a_voice_are_not_its_name() -> None:
    turn = _turn("00:01.000 --> 00:02.000\n<v.loud.first Tom &amp;  Jo>Hi &lt;there&gt;&nbsp;you")
    assert turn.speaker == "Tom & Jo"
    assert turn.text == "Hi <there> you"


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ("a < b and c > d", "a < b and c > d"),
        ("x <i>and</i> <c.red>y</c>", "x and y"),
        ("one <00:00:01.500>two", "one two"),
        ("<font color='#fff'>white</font>", "white"),
        ("if 1<2 then", "if 1<2 then"),
        ("R&D, AT&T &#8212; &#x2014;", "R&D, AT&T — —"),
        ("a<br/>b", "a b"),
    ],
)
def test_tags_go_and_words_stay(payload: str, words: str) -> None:
    assert _turn(f"00:01.000 --> 00:02.000\n{payload}").text == words


def test_two_voices_in_one_cue_share_its_time() -> None:
    first, second = _read("00:10.000 --> 00:20.000\n<v A>aaaa\n<v B>bbbb").turns
    assert (first.speaker, first.start) == ("A", 10_000)
    assert (second.speaker, second.end) == ("B", 20_000)
    assert second.start is not None
    assert 14_000 < second.start < 16_000


def test_a_bare_cue_goes_on_with_the_last_voice() -> None:
    turns = _read(
        "00:01.000 --> 00:02.000\n<v A>One",
        "00:02.000 --> 00:03.000\ntwo",
        "00:03.000 --> 00:04.000\n<v B>Three",
    ).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [("A", "One two"), ("B", "Three")]


def test_a_broken_time_is_told_with_its_line_and_its_words_stay() -> None:
    transcript = _read(
        "00:01.000 --> 00:02.000\nOne",
        "00:02.000 --> 00:0x.000\nlost words",
        "00:03.000 --> 00:04.000\ntwo",
    )
    assert [turn.text for turn in transcript.turns] == ["One lost words two"]
    (problem,) = transcript.problems
    assert problem.line == 6
    assert "lost words" in problem.message


def test_text_behind_an_empty_line_goes_on_with_the_cue_and_is_told() -> None:
    transcript = _read("00:01.000 --> 00:02.000\nOne", "2\nstray", "NOTE fine", " ", "33")
    assert [turn.text for turn in transcript.turns] == ["One stray 33"]
    problems = [(problem.line, "stray" in problem.message) for problem in transcript.problems]
    assert problems == [(6, True), (13, False)]


def test_text_above_the_first_time_is_a_note_and_told() -> None:
    transcript = _read("Some title", "00:01.000 --> 00:02.000\nOne")
    assert [turn.text for turn in transcript.turns] == ["One"]
    assert transcript.notes == "Some title"
    (problem,) = transcript.problems
    assert problem.line == 3
    assert "Some title" in problem.message


def test_words_under_a_time_that_cannot_be_read_are_kept_where_they_stand() -> None:
    broken = "00:0x.000 --> 00:02.000\n" + " ".join(f"word{n}" for n in range(30))
    transcript = _read(broken, "00:03.000 --> 00:04.000\nOne", broken)
    (turn,) = transcript.turns
    assert turn.text.split()[0] == "word0"
    assert turn.text.count("word29") == 2
    assert [problem.line for problem in transcript.problems] == [3, 9]


def test_words_in_place_of_a_number_are_told() -> None:
    (problem,) = _read("the  boat\n00:01.000 --> 00:02.000\nOne").problems
    assert problem == Problem(3, "words in place of a number: “the boat”")


def test_an_identifier_may_name_who_speaks() -> None:
    text = (
        'WEBVTT\n\n1 "Ada Moor" (77)\n00:01.000 --> 00:02.000\nCold?\n\n'
        '2 "Ben" (78)\n00:03.000 --> 00:04.000\nR&amp;D, <i>always</i>.\n'
    )
    transcript = FORMAT.parse(text)
    assert [(turn.speaker, turn.text) for turn in transcript.turns] == [
        ("Ada Moor", "Cold?"),
        ("Ben", "R&D, always."),
    ]
    assert not transcript.problems


def test_what_else_is_in_the_header_is_a_note() -> None:
    header = "WEBVTT\nKind: captions\nAuthor: Ann Lee\n::cue(b) { }\nchecked by ear"
    transcript = _read("00:01.000 --> 00:02.000\nOne", header=header)
    assert transcript.notes == "Author: Ann Lee\nchecked by ear"


def test_a_number_on_a_line_of_its_own_counts_the_cues() -> None:
    cues = ("1", "00:01.000 --> 00:02.000\nOne", "2", "00:02.000 --> 00:03.000\ntwo")
    transcript = _read(*cues)
    assert [turn.text for turn in transcript.turns] == ["One two"]
    assert transcript.problems == ()


def test_a_number_right_behind_the_words_counts_the_cues_only_where_it_is_the_next() -> None:
    turn = _turn(
        "1\n00:01.000 --> 00:02.000\nOne\n2\n00:02.000 --> 00:03.000\nIt is\n42\n"
        "00:03.000 --> 00:04.000\nnow"
    )
    assert turn.text == "One It is 42 now"


def test_an_arrow_among_words_is_no_time() -> None:
    transcript = _read("00:01.000 --> 00:02.000\nPress\nFile --> Save\nto keep it")
    (turn,) = transcript.turns
    assert turn.text == "Press File --> Save to keep it"
    assert transcript.problems == ()


def test_many_problems_are_summed_up() -> None:
    strays = [f"stray {number}" for number in range(200)]
    problems = _read("00:01.000 --> 00:02.000\nOne", *strays).problems
    assert len(problems) == 101
    assert "100 more" in problems[-1].message
    assert len(set(problems)) == 101


def test_a_style_sheet_with_empty_lines_is_not_speech() -> None:
    transcript = _read(
        "STYLE\n::cue(a) {\n  color: red;",
        "  background: none;\n}",
        "00:01.000 --> 00:02.000\nHi",
    )
    assert [turn.text for turn in transcript.turns] == ["Hi"]
    assert transcript.problems == ()


def test_a_missing_blank_line_loses_no_cue() -> None:
    turn = _turn("00:01.000 --> 00:02.000\nOne\n00:02.000 --> 00:03.000\ntwo")
    assert turn.text == "One two"
    assert [mark.time for mark in turn.marks] == [1_000, 2_000]


def test_text_behind_an_empty_line_belongs_to_its_cue() -> None:
    assert _turn("00:01.000 --> 00:02.000", "Hello").text == "Hello"


@pytest.mark.parametrize(
    ("timing", "start", "end"),
    [
        ("0.860 --> 7.380", 860, 7_380),
        ("00:00:01,5 --> 00:00:02,25", 1_500, 2_250),
        ("1:02:03.004 --> 1:02:04.1", 3_723_004, 3_724_100),
        ("00:01:39 --> 00:01:41.04 region:x", 99_000, 101_040),
    ],
)
def test_times_that_are_written_otherwise_are_read_and_told(
    timing: str, start: int, end: int
) -> None:
    transcript = _read(f"{timing}\nHello", f"{timing}\nthere")
    assert (transcript.turns[0].start, transcript.turns[0].end) == (start, end)
    assert [problem.line for problem in transcript.problems] == [3]


def test_a_file_without_its_first_line_is_read_and_told() -> None:
    transcript = FORMAT.parse("00:01.000 --> 00:02.000\nHello\n")
    assert [turn.text for turn in transcript.turns] == ["Hello"]
    assert [problem.line for problem in transcript.problems] == [1]
    assert not transcript.metadata.title


def test_the_header_gives_title_and_language() -> None:
    metadata = _read(header="WEBVTT - The long  way\nKind: captions\nLanguage: pl").metadata
    assert metadata.title == "The long way"
    assert metadata.language == "pl"


def test_notes_styles_and_regions_are_not_speech() -> None:
    turn = _turn(
        "NOTE\nnot\nsaid",
        "STYLE\n::cue { color: red }",
        "REGION\nid:x",
        "00:01.000 --> 00:02.000\nHi",
    )
    assert turn.text == "Hi"


def test_names_before_a_colon_speak_where_the_whole_file_says_so() -> None:
    transcript = _read(
        "00:01.000 --> 00:02.000\nŁucja Bąk: Dobry.",
        "00:02.000 --> 00:03.000\nleo_b: Hello: you.",
        "00:03.000 --> 00:04.000\nand more",
        "00:04.000 --> 00:05.000\nŁucja Bąk: Yes.",
    )
    assert [(turn.speaker, turn.text) for turn in transcript.turns] == [
        ("Łucja Bąk", "Dobry."),
        ("leo_b", "Hello: you. and more"),
        ("Łucja Bąk", "Yes."),
    ]


def test_words_before_a_colon_are_words_where_no_name_comes_back() -> None:
    turn = _turn(
        "00:01.000 --> 00:02.000\nRemember: be kind.",
        "00:02.000 --> 00:03.000\nit is this: a list",
        "00:03.000 --> 00:04.000\nat 10:30 we went",
    )
    assert turn.speaker is None
    assert turn.text == "Remember: be kind. it is this: a list at 10:30 we went"


def test_lines_of_voices_below_each_other_are_their_own() -> None:
    turns = _read("00:10.000 --> 00:20.000\n<v A>one\ntwo</v>\n<v B>three</v>").turns
    assert [(turn.speaker, turn.line) for turn in turns] == [("A", 3), ("B", 6)]


def test_an_identifier_of_a_meeting_is_not_speech() -> None:
    guid = "1f8e7a52-0c3d-4f6b-9a1e-2b3c4d5e6f70/12-0"
    turn = _turn(f"{guid}\n00:00:01.000 --> 00:00:02.000\n<v Ann Lee>Hello</v>")
    assert (turn.speaker, turn.text, turn.line) == ("Ann Lee", "Hello", 4)


def _rolled(start: int, *lines: str, hold: bool = False) -> str:
    end = f"00:00:{start:02}.010" if hold else f"00:00:{start + 1:02}.000"
    begin = f"00:00:{start:02}.010" if lines[0].strip() and not hold else f"00:00:{start:02}.000"
    return f"{begin} --> {end} align:start position:0%\n" + "\n".join(lines)


def test_rolling_captions_are_read_once_with_the_times_of_their_lines() -> None:
    transcript = _read(
        _rolled(1, " ", "the<00:00:01.400><c> boat</c><00:00:01.700><c> leaves</c>"),
        _rolled(2, "the boat leaves", " ", hold=True),
        _rolled(2, "the boat leaves", "today<00:00:02.300><c> today</c>"),
        _rolled(3, "today today", " ", hold=True),
        _rolled(3, "today today", "today<00:00:03.300><c> today</c>"),
        header="WEBVTT\nKind: captions\nLanguage: en",
    )
    (turn,) = transcript.turns
    assert turn.text == "the boat leaves today today today today"
    assert turn.marks == (Mark(0, 1_000), Mark(16, 2_010), Mark(28, 3_010))
    assert transcript.metadata.language == "en"
    assert transcript.problems == ()


_SEGMENT = "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:{},LOCAL:00:00:00.000"


def test_pieces_of_a_stream_are_moved_to_their_time_and_what_spans_two_is_read_once() -> None:
    transcript = FORMAT.parse(
        _vtt("00:01.000 --> 00:02.000\nOne", header=_SEGMENT.format(900_000))
        + "\n"
        + _vtt(
            "00:00.000 --> 00:01.000\nOne",
            "00:01.000 --> 00:02.000\ntwo",
            header=_SEGMENT.format(990_000),
        )
    )
    (turn,) = transcript.turns
    assert turn.text == "One two"
    assert [mark.time for mark in turn.marks] == [11_000, 12_000]
    (problem,) = transcript.problems
    assert "1 cue there again" in problem.message


def test_a_track_of_chapters_is_a_list_of_chapters() -> None:
    cues = (
        "1\n00:00:00.000 --> 00:05:00.000\nIntroduction",
        "2\n00:05:00.000 --> 00:31:20.500\nWhy do boats float?",
        "3\n00:31:20.500 --> 00:40:00.000\nGoodbye",
    )
    transcript = _read(*cues)
    assert transcript.turns == ()
    assert transcript.sections == (
        Section("Introduction", 0, 0),
        Section("Why do boats float?", 0, 300_000),
        Section("Goodbye", 0, 1_880_500),
    )
    named = _read("00:00.000 --> 00:09.000\nshort, one", header="WEBVTT\nKind: chapters")
    assert named.sections == (Section("short, one", 0, 0),)


@pytest.mark.parametrize(
    "words",
    [
        ["So we went there.", "And it was good.", "Very good."],
        ["Introduction " * 30] * 3,
        ["<v Ann>Introduction", "<v Ann>Boats", "<v Ann>Goodbye"],
    ],
)
def test_a_talk_is_never_a_list_of_chapters(words: list[str]) -> None:
    times = ("00:00:00.000 --> 00:05:00.000", "00:05:00.000 --> 00:31:20.500")
    cues = zip((*times, "00:31:20.500 --> 00:40:00.000"), words, strict=True)
    transcript = _read(*("\n".join(cue) for cue in cues))
    assert transcript.turns
    assert transcript.sections == ()


def test_short_lines_one_after_the_other_are_a_talk() -> None:
    cues = (f"00:00:{n:02}.000 --> 00:00:{n + 1:02}.000\nRight" for n in range(30))
    assert _read(*cues).sections == ()


def test_a_line_break_in_a_cue_is_a_space() -> None:
    assert _turn("00:01.000 --> 00:02.000\n<v A>one\ntwo").text == "one two"
    assert _turn("00:01.000 --> 00:02.000\none\ntwo").text == "one two"


_KINDS = st.sampled_from(
    [
        *("", "", " ", "00:01.000 --> 00:02.000", "00:02.000 --> 00:03.000", "3 --> 4,5"),
        *("00:0x.000 --> 00:05.000", "word", "word", "<i>word</i>", "<v Ann>word", "&gt;&gt; word"),
        *("Bo: word", "- word", "[Cy] word", "word --> there", "1", "2", "word<br>again"),
        *("a<00:01.500>word", "</v>word < 3"),
    ]
)


@given(st.lists(_KINDS, max_size=30))
def test_every_word_is_read_or_told(kinds: list[str]) -> None:
    lines = [kind.replace("word", f"word{n}x") for n, kind in enumerate(kinds)]
    transcript = FORMAT.parse("\n".join(["WEBVTT", "", "00:00.100 --> 00:01.000", *lines]))
    told = "\n".join(
        [
            *(f"{turn.speaker or ''} {turn.text}" for turn in transcript.turns),
            *(section.title for section in transcript.sections),
            *(problem.message for problem in transcript.problems),
        ]
    )
    for n, (line, below) in enumerate(pairwise([*lines, ""])):
        identifier = "-->" in below and "-->" not in line
        if f"word{n}x" in line and not identifier:
            assert f"word{n}x" in told or "…”" in told, lines
