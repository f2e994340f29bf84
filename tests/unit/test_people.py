"""The people a JSON file lists beside what they say."""

from typing import Any

import pytest

from tui_reader.formats.data.people import people_in


@pytest.mark.parametrize(
    "value",
    [
        {"speakers": {"7": "Ada"}},
        {"speakers": [{"id": 7, "name": "Ada"}, {"id": 8}]},
        {"data": {"transcript": {"speakers": [{"speaker_id": "7", "speaker_name": "Ada"}]}}},
        {"participants": [{"spkid": "7", "name": "Ada"}, "Ben", None]},
    ],
)
def test_labels_have_names(value: Any) -> None:
    assert people_in(value) == {"7": "Ada"}


@pytest.mark.parametrize("value", [None, [], {}, {"speakers": 2}, {"speakers": ["Ada", "Ben"]}])
def test_nobody_is_listed_otherwise(value: Any) -> None:
    assert people_in(value) == {}
