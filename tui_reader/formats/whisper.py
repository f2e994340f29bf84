"""Whisper's JSON, as the many programs around that model write it."""

from collections.abc import Iterator
from typing import Any, Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.jsonformat import Paths, json_format
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.values import dict_of
from tui_reader.turns import Cue

__all__ = ["FORMAT"]

_OWN: Final = ("seek", "tokens", "avg_logprob", "no_speech_prob", "compression_ratio")


def _recognises(paths: Paths) -> bool:
    if "segments[].words[].score" in paths:
        return False
    return any(
        paths >= {f"{where}.text", f"{where}.start"}
        and any(f"{where}.{key}" in paths for key in _OWN)
        for where in ("segments[]", "[]")
    )


def _read(reading: Reading) -> Iterator[Cue]:
    """A segment is a cue; one without a text has its words, where they were asked for."""
    value: Any = reading.value
    segments = value if isinstance(value, list) else dict_of(value).get("segments")
    for item in reading.items(segments):
        cue = reading.cue(item)
        if cue.text.strip() or not item.get("words"):
            yield cue
        else:
            for word in reading.items(item["words"]):
                yield reading.cue(word, ("word", "text"))._replace(speaker=cue.speaker)


FORMAT: Final[Format] = json_format(
    name="whisper",
    title="Whisper JSON",
    recognises=_recognises,
    read=_read,
    samples=(
        Sample(
            '{"text": " The tea is hot. So it is.", "segments": [\n'
            '{"id": 0, "seek": 0, "start": 0.0, "end": 1.5, "text": " The tea is hot.",'
            ' "tokens": [50364, 440], "avg_logprob": -0.2},\n'
            '{"id": 1, "seek": 0, "start": 4.0, "end": 5.0, "text": " So it is.",'
            ' "tokens": [50439], "avg_logprob": -0.3}], "language": "en"}',
            turns=2,
        ),
        Sample(
            '{"segments":['
            + ",".join(
                f'{{"start":{at},"end":{at + 1},"text":" Thank you.","no_speech_prob":0.9}}'
                for at in range(5)
            )
            + '],"language":"english"}',
            turns=1,
            problems=1,
        ),
        Sample(
            '[{"start":0,"end":1,"tokens":[1],"words":[{"word":" Good","start":0,"end":0.4},'
            '{"word":" day","start":0.5,"end":1},{"word":".","start":1,"end":1}],"text":null}]',
            turns=1,
        ),
    ),
)
