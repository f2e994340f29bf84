"""Writers of what programs that hear speech give: JSON and tables."""

import csv
import io
from typing import Any, Final

from tests.bench.episodes import Episode
from tests.bench.writers.heard import as_json, cues_of, people_of, whole_of, words_of
from tests.bench.writers.writer import Writer, clock

__all__ = ["WRITERS"]


def _podcast(episode: Episode) -> Any:
    segments = [
        {"speaker": name, "startTime": start / 1000, "endTime": end / 1000, "body": text}
        for name, start, end, text in cues_of(episode)
    ]
    return {"version": "1.0.0", "segments": segments}


def _chapters(episode: Episode) -> Any:
    chapters = [
        {"startTime": turn.cues[0][0] / 1000, "title": " ".join(turn.text.split()[:5])}
        for turn in episode.turns
    ]
    return {"version": "1.2.0", "chapters": chapters}


def _whisper(episode: Episode) -> Any:
    segments = [
        {
            "id": n,
            "seek": 0,
            "start": start / 1000,
            "end": end / 1000,
            "text": f" {text}",
            "tokens": [50364, 50714],
            "temperature": 0.0,
            "avg_logprob": -0.2,
        }
        for n, (_, start, end, text) in enumerate(cues_of(episode))
    ]
    return {"text": whole_of(episode), "segments": segments, "language": episode.show.language}


def _whisperx(episode: Episode) -> Any:
    people = people_of(episode)
    segments = []
    for turn in episode.turns:
        name = f"SPEAKER_{people[turn.speaker]:02}"
        words = [
            {"word": w.text, "start": w.start / 1000, "end": w.end / 1000, "score": 0.9,
             "speaker": name}
            for w in words_of(turn)
        ]  # fmt: skip
        times = {"start": turn.cues[0][0] / 1000, "end": turn.cues[-1][1] / 1000}
        segments.append({**times, "text": turn.text, "words": words, "speaker": name})
    return {"segments": segments, "word_segments": [], "language": episode.show.language}


def _whispercpp(episode: Episode) -> Any:
    said = [
        {
            "timestamps": {"from": clock(start, ","), "to": clock(end, ",")},
            "offsets": {"from": start, "to": end},
            "text": f" {text}",
        }
        for _, start, end, text in cues_of(episode)
    ]
    return {"systeminfo": "", "result": {"language": episode.show.language}, "transcription": said}


def _openai(episode: Episode) -> Any:
    people = people_of(episode)
    segments = [
        {
            "type": "transcript.text.segment",
            "id": f"seg_{n}",
            "start": start / 1000,
            "end": end / 1000,
            "text": text,
            "speaker": chr(65 + people[name]),
        }
        for n, (name, start, end, text) in enumerate(cues_of(episode))
    ]
    return {"task": "transcribe", "text": whole_of(episode), "segments": segments}


def _assemblyai(episode: Episode) -> Any:
    people = people_of(episode)
    utterances = [
        {
            "confidence": 0.9,
            "start": turn.cues[0][0],
            "end": turn.cues[-1][1],
            "speaker": chr(65 + people[turn.speaker]),
            "text": turn.text,
            "words": [{"text": w.text, "start": w.start, "end": w.end} for w in words_of(turn)],
        }
        for turn in episode.turns
    ]
    return {"id": "a1", "status": "completed", "text": whole_of(episode), "utterances": utterances}


def _deepgram(episode: Episode) -> Any:
    people = people_of(episode)
    words = [
        {
            "word": w.text.strip(".,?").lower(),
            "start": w.start / 1000,
            "end": w.end / 1000,
            "confidence": 0.9,
            "speaker": people[turn.speaker],
            "punctuated_word": w.text,
        }
        for turn in episode.turns
        for w in words_of(turn)
    ]
    heard = {"transcript": whole_of(episode), "confidence": 0.9, "words": words}
    return {"metadata": {"channels": 1}, "results": {"channels": [{"alternatives": [heard]}]}}


def _revai(episode: Episode) -> Any:
    people = people_of(episode)
    monologues = []
    for turn in episode.turns:
        elements: list[dict[str, Any]] = []
        for w in words_of(turn):
            word = w.text.rstrip(".,?")
            elements.append(
                {"type": "text", "value": word, "ts": w.start / 1000, "end_ts": w.end / 1000}
            )
            elements.append({"type": "punct", "value": f"{w.text[len(word) :]} "})
        monologues.append({"speaker": people[turn.speaker], "elements": elements})
    return {"monologues": monologues}


def _aws(episode: Episode) -> Any:
    people = people_of(episode)
    items: list[dict[str, Any]] = []
    spoken = []
    for turn in episode.turns:
        label = f"spk_{people[turn.speaker]}"
        within = []
        for w in words_of(turn):
            times = {"start_time": f"{w.start / 1000:.3f}", "end_time": f"{w.end / 1000:.3f}"}
            word = w.text.rstrip(".,?")
            within.append({**times, "speaker_label": label})
            heard = [{"confidence": "0.9", "content": word}]
            items.append({**times, "alternatives": heard, "type": "pronunciation"})
            if sign := w.text[len(word) :]:
                heard = [{"confidence": "0.0", "content": sign}]
                items.append({"alternatives": heard, "type": "punctuation"})
        ends = {"start_time": within[0]["start_time"], "end_time": within[-1]["end_time"]}
        spoken.append({**ends, "speaker_label": label, "items": within})
    labels = {"speakers": len(people), "segments": spoken}
    results = {"transcripts": [{"transcript": whole_of(episode)}]}
    return {"jobName": "j", "results": {**results, "speaker_labels": labels, "items": items}}


def _google(episode: Episode) -> Any:
    people = people_of(episode)
    words = [
        {
            "startTime": f"{w.start / 1000:.3f}s",
            "endTime": f"{w.end / 1000:.3f}s",
            "word": w.text,
            "speakerTag": people[turn.speaker] + 1,
        }
        for turn in episode.turns
        for w in words_of(turn)
    ]
    return {"results": [{"alternatives": [{"words": words}]}]}


def _json3(episode: Episode) -> Any:
    events = [
        {"tStartMs": start, "dDurationMs": end - start, "segs": [{"utf8": text}]}
        for _, start, end, text in cues_of(episode)
    ]
    return {"wireMagic": "pb3", "events": events}


def _records(episode: Episode) -> Any:
    return [
        {"speaker": turn.speaker, "start": turn.cues[0][0] / 1000, "text": turn.text}
        for turn in episode.turns
    ]


def _tsv(episode: Episode) -> str:
    rows = [f"{start}\t{end}\t{text}" for _, start, end, text in cues_of(episode)]
    return "\n".join(["start\tend\ttext", *rows]) + "\n"


def _csv(episode: Episode) -> str:
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(["start", "end", "speaker", "text"])
    rows.writerows((a / 1000, b / 1000, name, text) for name, a, b, text in cues_of(episode))
    return table.getvalue()


WRITERS: Final = {
    "podcast-json": Writer(".json", as_json(_podcast)),
    "chapters-json": Writer(".json", as_json(_chapters)),
    "whisper": Writer(".json", as_json(_whisper)),
    "whisperx": Writer(".json", as_json(_whisperx)),
    "whisper-cpp": Writer(".json", as_json(_whispercpp)),
    "openai-json": Writer(".json", as_json(_openai)),
    "assemblyai": Writer(".json", as_json(_assemblyai)),
    "deepgram": Writer(".json", as_json(_deepgram)),
    "rev-ai": Writer(".json", as_json(_revai)),
    "aws-transcribe": Writer(".json", as_json(_aws)),
    "google-speech": Writer(".json", as_json(_google)),
    "youtube-json": Writer(".json3", as_json(_json3)),
    "json": Writer(".json", as_json(_records)),
    "tsv": Writer(".tsv", _tsv),
    "csv": Writer(".csv", _csv),
}
