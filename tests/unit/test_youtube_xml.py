import pytest

from tui_reader.formats import detect
from tui_reader.formats.youtube_xml import FORMAT


@pytest.mark.parametrize(
    "text",
    [
        '<transcript><text start="1.5" dur="2.25">It&amp;#39;s one</text></transcript>',
        '<timedtext><text t="1500" d="2250">It&#39;s one</text></timedtext>',
        '<timedtext format="3"><body><p t="1500" d="2250">It&#39;s <s t="9">one</s></p></body>'
        "</timedtext>",
    ],
)
def test_all_versions_are_read(text: str) -> None:
    (turn,) = FORMAT.parse(text).turns
    assert (turn.text, turn.start, turn.end) == ("It's one", 1_500, 3_750)
    assert detect(text, ".xml").name == "youtube-xml"


def test_words_with_a_broken_time_are_kept_and_told() -> None:
    transcript = FORMAT.parse("<transcript>\n<text start='x'>One</text>two</transcript>")
    assert transcript.turns[0].text == "One two"
    assert [problem.line for problem in transcript.problems] == [2]


def test_other_xml_is_none() -> None:
    assert FORMAT.sniff("<transcript><speech>Words</speech></transcript>") == 0
