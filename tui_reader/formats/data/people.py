"""The people whom a JSON file lists, by the labels that stand for them among its segments."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from tui_reader.formats.data.values import dict_of, speaker_of, text_of

__all__ = ["people_in"]

_KEYS: Final = ("speakers", "participants")
_LABELS: Final = ("id", "speaker_id", "speakerId", "spkid", "label")
_DEEP: Final = 3


def people_in(value: Any) -> Mapping[str, str]:
    """Names by label, from `{"spk_0": "Ann"}` or a list of labels and names, if there is one."""
    return {label: name for label, name in _told(value, _DEEP) if label and name}


def _told(value: Any, deep: int) -> Iterator[tuple[str, str | None]]:
    """What the list of people nearest to the top tells."""
    if not isinstance(value, dict):
        return
    found = next((value[key] for key in _KEYS if isinstance(value.get(key), dict | list)), None)
    if isinstance(found, dict):
        yield from ((label, speaker_of(name)) for label, name in found.items())
    elif isinstance(found, list):
        yield from map(_labelled, map(dict_of, found))
    elif deep:
        for inner in value.values():
            yield from _told(inner, deep - 1)


def _labelled(who: dict[str, Any]) -> tuple[str, str | None]:
    label = next((text_of(who[key]) for key in _LABELS if key in who), "")
    names = (who.get(key) for key in ("name", "speaker_name", "speakerName", "display_name"))
    return label, speaker_of(next(filter(None, names), None))
