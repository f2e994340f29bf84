"""The JSON of programs and services that hear speech: the quirks each is known for."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from tui_reader.formats import detect
from tui_reader.model import Mark, Transcript


def _read(value: Any, name: str) -> Transcript:
    text = json.dumps(value)
    fmt = detect(text)
    assert fmt.name == name
    return fmt.parse(text)


def _said(transcript: Transcript) -> Sequence[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in transcript.turns]


def _whisper(*texts: str, **more: Any) -> dict[str, Any]:
    segments = [
        {"id": n, "seek": 0, "start": n * 1.5, "end": n * 1.5 + 1.5, "text": text, "tokens": [1]}
        for n, text in enumerate(texts)
    ]
    return {"text": "".join(texts), "segments": segments, "language": "pl", **more}


def test_whisper_has_a_language_and_no_leading_spaces() -> None:
    transcript = _read(_whisper(" Dobry", " wieczór państwu."), "whisper")
    assert transcript.turns[0].text == "Dobry wieczór państwu."
    assert transcript.turns[0].marks == (Mark(0, 0), Mark(6, 1500))
    assert transcript.metadata.language == "pl"


def test_what_whisper_hears_over_and_over_is_kept_and_told() -> None:
    transcript = _read(_whisper(" Fine.", *[" Thank you."] * 5, " Bye."), "whisper")
    assert transcript.turns[0].text.count("Thank you.") == 5
    assert [p.message for p in transcript.problems if "5 times" in p.message]
    assert not _read(_whisper(*[" Yes."] * 3), "whisper").problems


def test_whisper_is_told_behind_a_text_of_megabytes() -> None:
    whole = _whisper(" So it is.")
    text = json.dumps({**whole, "text": r"He said \"no\". " * 100_000})
    assert detect(text).name == "whisper"


def test_numbers_between_strings_are_not_taken_for_a_string() -> None:
    whole = _whisper(" So it is.", " Is it?")
    whole["segments"][0]["tokens"] = list(range(50_364, 50_464))
    assert len(_read(whole, "whisper").turns[0].marks) == 2


def test_the_text_as_a_whole_stands_for_segments_that_are_missing() -> None:
    fmt = detect(json.dumps(_whisper(" Here.")))
    transcript = fmt.parse(json.dumps({"text": " All of it.", "segments": []}))
    assert _said(transcript) == [(None, "All of it.")]


def test_a_whisper_file_that_stops_is_read_as_far_as_it_goes() -> None:
    text = json.dumps(_whisper(" One.", " Two.", " Three."), indent=1)
    read = text[: text.index('" Three."')]
    transcript = detect(text).parse(read)
    assert transcript.turns[0].text == "One. Two."
    assert [problem.line for problem in transcript.problems] == [read.count("\n") + 1]


def _word(word: str, start: float | None, speaker: str | None = None) -> dict[str, Any]:
    timed = {} if start is None else {"start": start, "end": start + 0.2, "score": 0.5}
    return {"word": word, **timed, **({"speaker": speaker} if speaker else {})}


def test_whisperx_segments_are_cut_where_the_speaker_of_the_words_changes() -> None:
    words = [_word("Ready?", 0.0, "A1"), _word("In", 1.0, "B1"), _word("5.", None)]
    segment = {"start": 0, "end": 2, "text": "Ready? In 5.", "speaker": "A1", "words": words}
    transcript = _read({"segments": [segment], "word_segments": words}, "whisperx")
    assert _said(transcript) == [("A1", "Ready?"), ("B1", "In 5.")]
    assert transcript.turns[1].start == 1000


def test_whisperx_writes_chinese_without_spaces() -> None:
    words = [_word("你", 0.0, "A1"), _word("好", 0.2, "A1"), _word("吗", 0.6, "B1")]
    segment = {"start": 0, "end": 1, "text": "你好吗", "words": words}
    assert _said(_read({"segments": [segment]}, "whisperx")) == [("A1", "你好"), ("B1", "吗")]


def test_whisper_cpp_marks_changes_of_speaker() -> None:
    items = [
        {"offsets": {"from": 0, "to": 900}, "text": " Ready? [SPEAKER_TURN] Yes."},
        {"offsets": {"from": 900, "to": 1200}, "text": " Good.", "speaker_turn_next": True},
        {"offsets": {"from": 1300, "to": 1500}, "text": " Go."},
    ]
    transcript = _read({"transcription": items, "result": {"language": "en"}}, "whisper-cpp")
    assert [turn.text for turn in transcript.turns] == ["Ready?", "Yes. Good.", "Go."]
    assert transcript.turns[2].start == 1300
    assert transcript.metadata.language == "en"


def test_whisper_cpp_names_speakers_by_number() -> None:
    items = [
        {"offsets": {"from": 0, "to": 900}, "text": " (speaker 1) Hello."},
        {"offsets": {"from": 900, "to": 950}, "text": " So.", "speaker": "0"},
        {"offsets": {"from": 950, "to": 990}, "text": "(speaker ?) Who?"},
    ]
    said = _said(_read({"transcription": items}, "whisper-cpp"))
    assert said == [("Speaker 1", "Hello."), ("Speaker 0", "So."), (None, "Who?")]


def test_assemblyai_without_speakers_has_words() -> None:
    words = [{"text": "We", "start": 0, "end": 100}, {"text": "sing.", "start": 1200, "end": 1400}]
    value = {"audio_url": "x", "words": words, "utterances": None, "audio_duration": 7}
    transcript = _read(value, "assemblyai")
    assert _said(transcript) == [(None, "We sing.")]
    assert transcript.turns[0].marks == (Mark(0, 0), Mark(3, 1200))
    assert transcript.duration == 7000


def test_assemblyai_chapters_are_sections() -> None:
    words = [{"text": "Hello.", "start": 0, "end": 900}, {"text": "Tea?", "start": 61_000}]
    chapters = [{"gist": "Hello", "start": 0, "end": 60_000}, {"gist": "Tea", "start": 60_500}]
    value = {"audio_url": "x", "words": words, "utterances": None, "chapters": chapters}
    sections = _read(value, "assemblyai").sections
    assert [(section.title, section.turn) for section in sections] == [("Hello", 0), ("Tea", 1)]


def _deepgram(**best: Any) -> dict[str, Any]:
    channel = {"alternatives": [{"transcript": "so it is. yes.", **best}]}
    return {"metadata": {"duration": 3.5}, "results": {"channels": [channel]}}


def test_deepgram_paragraphs_come_before_words_and_words_before_the_text() -> None:
    sentence = {"text": "So it is.", "start": 0, "end": 1}
    paragraphs = {"paragraphs": [{"speaker": 1, "sentences": [sentence]}]}
    words = [{"word": "so", "punctuated_word": "So", "start": 0, "end": 1, "speaker": 0}]
    assert _said(_read(_deepgram(paragraphs=paragraphs, words=words), "deepgram")) == [
        ("Speaker 1", "So it is.")
    ]
    assert _said(_read(_deepgram(words=words), "deepgram")) == [("Speaker 0", "So")]
    whole = _read(_deepgram(), "deepgram")
    assert _said(whole) == [(None, "so it is. yes.")]
    assert whole.duration == 3500


def test_deepgram_channels_are_told_apart() -> None:
    channels = [
        {"alternatives": [{"words": [{"word": word, "start": at, "end": at + 1}]}]}
        for word, at in (("hello", 1), ("hi", 3))
    ]
    transcript = _read({"results": {"channels": channels}}, "deepgram")
    assert _said(transcript) == [("Channel 0", "hello"), ("Channel 1", "hi")]


def _rev(*elements: tuple[str, str]) -> dict[str, Any]:
    listed = [
        {"type": kind, "value": value} | ({"ts": n, "end_ts": n + 0.5} if kind == "text" else {})
        for n, (kind, value) in enumerate(elements)
    ]
    return {"monologues": [{"speaker": 0, "elements": listed}]}


def test_rev_marks_carry_the_spaces() -> None:
    elements = ("text", "state"), ("punct", "-"), ("text", "owned"), ("punct", ", "), ("text", "no")
    assert _said(_read(_rev(*elements), "rev-ai")) == [("Speaker 0", "state-owned, no")]


def _aws(*words: str, **more: Any) -> dict[str, Any]:
    items = [
        {"type": "punctuation" if word in ".,?" else "pronunciation"}
        | {"alternatives": [{"content": word}]}
        | ({} if word in ".,?" else {"start_time": f"{n}.0", "end_time": f"{n}.5"})
        for n, word in enumerate(words)
    ]
    return {"jobName": "x", "results": {"items": items, **more}}


def test_aws_punctuation_belongs_to_the_word_before() -> None:
    transcript = _read(_aws("Well", ",", "yes", "."), "aws-transcribe")
    assert [turn.text for turn in transcript.turns] == ["Well, yes."]
    assert transcript.turns[0].start == 0


def test_aws_speakers_are_in_a_list_of_their_own_or_on_the_words() -> None:
    labels = {
        "segments": [
            {"speaker_label": "spk_0", "items": [{"start_time": "0.0", "speaker_label": "spk_0"}]},
            {"speaker_label": "spk_1", "items": [{"start_time": "2.0"}]},
        ]
    }
    wanted = [("spk_0", "Ready?"), ("spk_1", "Yes.")]
    value = _aws("Ready", "?", "Yes", ".", speaker_labels=labels)
    assert _said(_read(value, "aws-transcribe")) == wanted
    newer = _aws("Ready", "?", "Yes", ".")
    for item, label in zip(newer["results"]["items"], ("spk_0", "", "spk_1", ""), strict=True):
        item["speaker_label"] = label
    assert _said(_read(newer, "aws-transcribe")) == wanted


def _google(*results: list[tuple[str, int | None]], snake: bool = False) -> dict[str, Any]:
    names = ("start_time", "end_time") if snake else ("startTime", "endTime")
    listed = []
    at = 0
    for result in results:
        words = []
        for word, tag in result:
            times: list[Any] = (
                [{"seconds": at}, {"seconds": at + 1}] if snake else [f"{at}s", f"{at + 1}.000s"]
            )
            words.append(dict(zip(names, times, strict=True)) | {"word": word})
            words[-1] |= {"speakerTag": tag} if tag else {}
            at += 1
        text = " ".join(word for word, _ in result)
        listed.append({"alternatives": [{"transcript": text, "words": words}]})
        at = 0 if len(listed) == len(results) - 1 else at
    return {"results": listed}


@pytest.mark.parametrize("snake", [True, False])
def test_google_repeats_all_words_with_their_speakers_and_once_is_enough(snake: bool) -> None:
    value = _google(
        [("So", None), ("long.", None)],
        [("Yes.", None)],
        [("So", 1), ("long.", 1), ("Yes.", 2)],
        snake=snake,
    )
    transcript = _read(value, "google-speech")
    assert _said(transcript) == [("Speaker 1", "So long."), ("Speaker 2", "Yes.")]
    assert [turn.start for turn in transcript.turns] == [0, 2000]


def test_google_without_speakers_is_all_of_its_results() -> None:
    value = _google([("So", None), ("long.", None)], [("Yes.", None)])
    assert [turn.text for turn in _read(value, "google-speech").turns] == ["So long. Yes."]


def test_google_batches_have_a_result_for_each_recording() -> None:
    inner = _google([("So", None)], [("long.", None)])
    value = {"results": {"gs://a/b.wav": {"transcript": inner}}}
    assert [turn.text for turn in _read(value, "google-speech").turns] == ["So long."]


def test_openai_speakers_are_letters() -> None:
    segments = [
        {"type": "transcript.text.segment", "start": n, "end": n + 1, "text": text, "speaker": who}
        for n, (who, text) in enumerate([("A", "News?"), ("B", "None.")])
    ]
    transcript = _read({"task": "transcribe", "duration": 2, "segments": segments}, "openai-json")
    assert _said(transcript) == [("Speaker A", "News?"), ("Speaker B", "None.")]


def _content(
    kind: str, content: str, at: float, speaker: str = "S1", **more: Any
) -> dict[str, Any]:
    best = {"content": content, "speaker": speaker}
    return {"type": kind, "start_time": at, "end_time": at + 0.2, "alternatives": [best], **more}


def test_speechmatics_marks_hang_on_words() -> None:
    results = [
        _content("punctuation", "¿", 0.1, attaches_to="next"),
        _content("word", "Frío", 0.2),
        _content("punctuation", "?", 0.4, attaches_to="previous"),
        _content("word", "Sí", 3.0, "UU"),
        _content("punctuation", ".", 3.2, "UU"),
    ]
    transcript = _read({"format": "2.9", "results": results}, "speechmatics")
    assert _said(transcript) == [("S1", "¿Frío?"), (None, "Sí.")]
    assert transcript.turns[1].start == 3000


def test_elevenlabs_words_bring_spaces_and_sounds() -> None:
    items = [("Well", "word"), (" ", "spacing"), ("(laughs)", "audio_event"), (" ", "spacing")]
    items += [("你", "word"), ("好", "word")]
    words = [
        {"text": text, "type": kind, "start": n, "end": n + 0.5, "speaker_id": "speaker_0"}
        for n, (text, kind) in enumerate(items)
    ]
    transcript = _read({"language_code": "eng", "words": words}, "elevenlabs")
    assert transcript.speakers == ("speaker_0",)
    assert transcript.turns[0].text == "Well (laughs) 你好"


def test_azure_phrases_have_their_best_reading_once() -> None:
    best = {"lexical": "so it is", "itn": "so it is", "display": "So it is."}
    phrase = {"offset": "PT1M0.5S", "duration": "PT2S", "speaker": 2, "nBest": [best, best]}
    whole = {"combinedRecognizedPhrases": [best], "recognizedPhrases": [phrase]}
    transcript = _read(whole, "azure-speech")
    assert _said(transcript) == [("Speaker 2", "So it is.")]
    assert (transcript.turns[0].start, transcript.turns[0].end) == (60_500, 62_500)
    transcript = _read({**whole, "recognizedPhrases": []}, "azure-speech")
    assert _said(transcript) == [(None, "So it is.")]


def test_watson_results_are_cut_where_the_speaker_of_the_words_changes() -> None:
    stamps = [["cold", 0.5, 0.8], ["very", 1.0, 1.4], ["so", 1.5, 1.6]]
    results = [{"alternatives": [{"transcript": "cold very so ", "timestamps": stamps}]}]
    labels = [{"from": at, "speaker": who} for at, who in ((0.5, 0), (1.0, 1), (1.5, 1))]
    whole: dict[str, Any] = {"result_index": 0, "results": results}
    transcript = _read({**whole, "speaker_labels": labels}, "watson")
    assert _said(transcript) == [("Speaker 0", "cold"), ("Speaker 1", "very so")]
    assert _said(_read(whole, "watson")) == [(None, "cold very so")]


def test_utterances_whose_words_are_in_seconds_are_not_assemblyai() -> None:
    words = [{"word": " Cold?", "start": 1.5, "end": 1.9, "confidence": 0.9}]
    utterance = {"speaker": 0, "start": 1.5, "end": 1.9, "text": "Cold?", "words": words}
    transcript = _read({"utterances": [utterance], "languages": ["en"]}, "json")
    assert [(turn.speaker, turn.start) for turn in transcript.turns] == [("Speaker 0", 1500)]


def test_openai_may_give_the_text_alone() -> None:
    whole = {"text": "So it is.", "usage": {"type": "duration", "seconds": 2}}
    assert _said(_read(whole, "openai-json")) == [(None, "So it is.")]
