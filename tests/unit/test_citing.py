import datetime

import pytest

from tui_reader.citing import cite
from tui_reader.model import Metadata

FULL = Metadata(title="Beans", show="Allotment", date=datetime.date(2024, 3, 9))


@pytest.mark.parametrize(
    ("about", "speaker", "time", "source"),
    [
        (FULL, "Ann", 3_723_000, "Ann, “Beans”, Allotment, 2024-03-09, 1:02:03"),
        (FULL, None, 0, "Beans, Allotment, 2024-03-09, 00:00"),
        (Metadata(title="Beans"), "Ann", None, "Ann, “Beans”"),
        (Metadata(title="Beans"), None, None, "Beans"),
    ],
)
def test_a_quotation_names_what_is_known_of_its_source(
    about: Metadata, speaker: str | None, time: int | None, source: str
) -> None:
    assert cite("They are in flower.", about, speaker, time) == f"“They are in flower.” — {source}"


def test_a_quotation_is_one_line() -> None:
    assert cite("One.\n\nTwo  three.", Metadata(title="T"), None, None) == "“One. Two three.” — T"
