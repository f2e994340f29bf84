import pytest

from tui_reader.formats.written.placeholder import status_of
from tui_reader.model import Status


@pytest.mark.parametrize(
    "words",
    [
        "Robot nie zdążył jeszcze przepisać naszej rozmowy.",
        "Transkrypcja wkrótce!",
        "Brak transkrypcji.",
        "This episode has not been transcribed yet.",
        "The transcript is coming soon.",
        "No transcript available.",
        "Das Transkript folgt.",
        "Leider noch nicht transkribiert.",
        "Transcription bientôt disponible",
        "Transcripción no disponible",
    ],
)
def test_what_is_not_transcribed_says_so(words: str) -> None:
    assert status_of(words) is Status.MISSING


@pytest.mark.parametrize(
    "words",
    [
        "Cała transkrypcja jest dostępna w pliku",
        "The full transcript is available as a PDF file.",
        "You can find the whole transcript at our website.",
        "Das Transkript findest du hier.",
        "La transcription est disponible sur notre site.",
    ],
)
def test_what_is_elsewhere_says_so(words: str) -> None:
    assert status_of(words) is Status.ELSEWHERE


@pytest.mark.parametrize(
    "words",
    [
        "We talked about bread, and about transcripts.",
        "It rained.",
        "",
        "The transcript is coming soon. " + "But first, a word about bread. " * 30,
    ],
)
def test_other_texts_say_nothing_of_it(words: str) -> None:
    assert status_of(words) is None
