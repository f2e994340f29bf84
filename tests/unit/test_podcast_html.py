import pytest

from tui_reader.formats import detect
from tui_reader.formats.podcast_html import FORMAT
from tui_reader.model import Turn


def _told(text: str) -> list[tuple[str | None, int | None, str]]:
    assert detect(text).name == "html"
    return [(turn.speaker, turn.start, turn.text) for turn in FORMAT.parse(text).turns]


_TWO = [("Ann", 1_000, "One & all."), ("Bo", 62_000, "Two.")]


@pytest.mark.parametrize(
    "text",
    [
        "<cite>Ann:</cite><time>0:01</time><p>One &amp; all.</p>"
        "<cite>Bo :</cite><time>1:02</time><p>Two.</p>",
        "<time>0:01</time><cite>Ann</cite><p>One &#38; all.</p>"
        "<time>1:02</time><cite>Bo</cite><p>Two.",
        "<p>One &amp; all.</p><time>0:01</time><cite>Ann</cite><p>Two.</p><time>1:02</time>"
        "<cite>Bo</cite>",
        "<cite>Ann</cite><p>One &amp; all.</p><time>0:01</time><cite>Bo</cite><p>Two.</p>"
        "<time>1:02</time>",
        "<html><body>\n<cite>Ann:</cite>\n <time datetime='PT1S'>start</time>\n"
        "<p>One\n&amp; all.</p>"
        "<cite>Bo:</cite> <time datetime='PT1M2S'>a minute in</time> <p>Two.</body></html>",
        "<p><cite>Ann:</cite> <time>0:01</time> One &amp; all.</p>\n"
        "<p><cite>Bo:</cite> <time>1:02</time> Two.</p>",
    ],
)
def test_who_and_when_may_stand_anywhere_around_the_words(text: str) -> None:
    assert _told(text) == _TWO


def test_a_turn_may_have_several_paragraphs() -> None:
    text = "<cite>Ann</cite><p>One.</p><p>Two<br>three.</p><cite>Bo</cite><p>Four.</p>"
    assert _told(text) == [("Ann", None, "One.\n\nTwo three."), ("Bo", None, "Four.")]


def test_a_time_without_a_speaker_goes_on_with_the_last() -> None:
    text = "<time>0:00</time><p>Zero.</p><cite>Ann</cite><time>0:01</time><p>One.</p>"
    text += "<time>0:02</time><p>Two.</p><cite>Bo</cite><time>0:03</time><p>Three.</p>"
    assert [(who, words) for who, _, words in _told(text)] == [
        (None, "Zero."),
        ("Ann", "One. Two."),
        ("Bo", "Three."),
    ]


def test_headings_are_sections() -> None:
    text = "<h1>Rain</h1><p>A talk.</p><cite>Ann</cite><p>One.</p><h2>Snow</h2>"
    text += "<cite>Bo</cite><p>Two.</p>"
    transcript = FORMAT.parse(text)
    assert transcript.metadata.title == "Rain"
    assert transcript.notes == "A talk."
    assert [section[:2] for section in transcript.sections] == [("Snow", 1)]


def test_a_page_of_words_is_prose_without_its_machinery() -> None:
    text = (
        "<!doctype html><html><head><title>Rain</title><style>p { }</style></head>\n"
        "<body><!-- hidden --><script>rain('<p>');</script><nav>Home</nav>\n"
        "<h1>Rain</h1>\n<p>It rained on <time datetime='2024-01-05'>5 January</time>,\n"
        "says <cite>The Times</cite>: a_lot *of* it &lt;here&gt;.</p>\n<h2>Later</h2>\n<p>Snow.</p>"
    )
    transcript = FORMAT.parse(text)
    assert detect(text).name == "html"
    assert transcript.metadata.title == "Rain"
    assert transcript.turns == (
        Turn("It rained on 5 January, says The Times: a_lot *of* it <here>.", line=4),
        Turn("Snow.", line=7),
    )
    assert [section.title for section in transcript.sections] == ["Later"]


def test_bold_names_on_a_page_are_speakers() -> None:
    text = "<html><body><p><strong>Ann:</strong> One.</p><p>More.</p><p><b>Bo: </b>Two.</p>"
    text += (
        "<p><strong>Ann:</strong> <a href='https://example.org/a_b'>Three</a>.</p></body></html>"
    )
    transcript = FORMAT.parse(text)
    assert [(turn.speaker, turn.text) for turn in transcript.turns] == [
        ("Ann", "One.\n\nMore."),
        ("Bo", "Two."),
        ("Ann", "Three."),
    ]
    assert [link.url for link in transcript.metadata.links] == ["https://example.org/a_b"]


def test_subtitles_in_a_page_are_read_as_such() -> None:
    text = "<html><body><pre>\n1\n00:00:01,000 --&gt; 00:00:02,000\nOne &amp; all.\n\n"
    text += "2\n00:00:08,000 --&gt; 00:00:09,000\nTwo.\n</pre></body></html>"
    first, second = FORMAT.parse(text).turns
    assert (first.text, first.start, first.end) == ("One & all.", 1_000, 2_000)
    assert (second.text, second.start) == ("Two.", 8_000)
    assert second.line > first.line > 1


@pytest.mark.parametrize(
    "text",
    [
        "# A readme\n\n<p align=center>hello</p>\n\nText.\n",
        "<p align=center>logo</p>\n\n# A readme\n\nText.\n",
        "a < b and c > d\n",
        "<rss><channel><title>Rain</title></channel></rss>",
    ],
)
def test_text_with_some_tags_is_no_page(text: str) -> None:
    assert detect(text).name != "html"


def test_numbers_without_end_and_tags_without_end_are_words() -> None:
    text = f"<p>&#{'9' * 6_000}; rain <b and snow"
    (turn,) = FORMAT.parse(text).turns
    assert "rain" in turn.text
    assert turn.text.endswith("snow")


def test_a_class_may_say_who_speaks() -> None:
    said = [("Ann", "0:01", "Far?"), ("Bo", "0:03", "No."), ("Ann", "0:09", "Oh.")]
    page = "".join(
        f"<div><div class='ts-speaker'>{name}</div><div><time>{time}</time> {words}</div></div>"
        for name, time, words in said
    )
    turns = FORMAT.parse(f"<div>{page}</div>").turns
    assert [(turn.speaker, turn.text) for turn in turns] == [(n, w) for n, _, w in said]


def test_people_who_are_listed_on_a_page_do_not_speak() -> None:
    page = "".join(f"<h3 class='speaker-name'>P{n}</h3><p>Builds logs.</p>" for n in range(6))
    assert FORMAT.parse(f"<html><body>{page}</body></html>").speakers == ()


def test_the_foot_of_a_page_is_notes() -> None:
    page = "<html><body><p><b>Ann:</b> Far?</p><p><b>Bo:</b> No.</p><footer>© Us</footer></html>"
    transcript = FORMAT.parse(page)
    assert (transcript.turns[-1].text, transcript.notes) == ("No.", "© Us")


def test_a_list_of_times_on_a_page_is_chapters_and_its_prose_can_be_read() -> None:
    times = "<ul><li>0:00 Tea</li><li>2:10 Cups</li><li>9:00 End</li></ul>"
    transcript = FORMAT.parse(f"<html><body><p>All about tea.</p>{times}</body></html>")
    assert [turn.text for turn in transcript.turns] == ["All about tea."]
    assert [section.time for section in transcript.sections] == [0, 130_000, 540_000]
