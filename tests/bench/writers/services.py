"""Writers of what services that hear speech give, beside the best known."""

from collections.abc import Iterator
from typing import Any, Final

from tests.bench.episodes import Episode
from tests.bench.writers.heard import as_json, cues_of, people_of, whole_of, words_of
from tests.bench.writers.writer import Writer

__all__ = ["WRITERS"]

_TICKS: Final = 10_000  # of Azure in a millisecond


def _speechmatics(episode: Episode) -> Any:
    people = people_of(episode)
    results = [
        {
            "type": "word",
            "start_time": start / 1000,
            "end_time": end / 1000,
            "alternatives": [{"content": word, "speaker": f"S{people[turn.speaker] + 1}"}],
        }
        for turn in episode.turns
        for start, end, word in words_of(turn)
    ]
    return {"format": "2.9", "results": results}


def _elevenlabs(episode: Episode) -> Any:
    return {"language_probability": 0.99, "text": whole_of(episode), "words": [*_spaced(episode)]}


def _spaced(episode: Episode) -> Iterator[dict[str, Any]]:
    people = people_of(episode)
    for turn in episode.turns:
        who = f"speaker_{people[turn.speaker]}"
        for start, end, word in words_of(turn):
            for text, kind in ((word, "word"), (" ", "spacing")):
                times = {"start": start / 1000, "end": end / 1000}
                yield {"text": text, **times, "type": kind, "speaker_id": who}


def _azure(episode: Episode) -> Any:
    people = people_of(episode)
    phrases = [
        {
            "recognitionStatus": "Success",
            "channel": 0,
            "speaker": people[name] + 1,
            "offset": f"PT{start / 1000}S",
            "offsetInTicks": start * _TICKS,
            "durationInTicks": (end - start) * _TICKS,
            "nBest": [{"confidence": 0.9, "lexical": text.lower(), "display": text}],
        }
        for name, start, end, text in cues_of(episode)
    ]
    return {"combinedRecognizedPhrases": [], "recognizedPhrases": phrases}


def _watson(episode: Episode) -> Any:
    people = people_of(episode)
    results, labels = [], []
    for turn in episode.turns:
        stamps = [[word, start / 1000, end / 1000] for start, end, word in words_of(turn)]
        results.append({"alternatives": [{"transcript": turn.text, "timestamps": stamps}]})
        labels += [{"from": start, "speaker": people[turn.speaker]} for _, start, _ in stamps]
    return {"result_index": 0, "results": results, "speaker_labels": labels}


WRITERS: Final = {
    "speechmatics": Writer(".json", as_json(_speechmatics)),
    "elevenlabs": Writer(".json", as_json(_elevenlabs)),
    "azure-speech": Writer(".json", as_json(_azure)),
    "watson": Writer(".json", as_json(_watson)),
}
