import re
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shared import needs_shared
from tui_reader.anchoring import Finder, anchor, find, place_again
from tui_reader.anchoring.quoting import Words
from tui_reader.library import open_file
from tui_reader.model import Place, Transcript, Turn

TALK = Transcript(
    turns=(
        Turn("Good morning from the lighthouse.", "Ada", 1_000),
        Turn("The lantern was out, and nobody had seen the boat come in before dawn.", "Bo", 4_000),
        Turn("Right.", "Ada", 9_000),
        Turn("Right.", "Ada", 12_000),
    )
)


def words(transcript: Transcript, place: Place) -> str:
    return transcript.turns[place.turn].text[place.offset :]


@given(st.integers(0, 3), st.integers(0, 60))
def test_a_place_in_the_same_transcript_stays(turn: int, offset: int) -> None:
    place = Place(turn, min(offset, len(TALK.turns[turn].text)))
    assert place_again(place, TALK, TALK) == place


def test_it_moves_with_its_words() -> None:
    place = Place(1, TALK.turns[1].text.index("nobody"))
    more = Transcript(turns=(Turn("A word before."), *TALK.turns))
    assert words(more, place_again(place, TALK, more)).startswith("nobody had seen")
    joined = Transcript(turns=(Turn(" ".join(turn.text for turn in TALK.turns)),))
    assert words(joined, place_again(place, TALK, joined)).startswith("nobody had seen")


def test_a_word_corrected_beside_it_does_no_harm() -> None:
    place = Place(1, TALK.turns[1].text.index("boat"))
    corrected = Transcript(turns=(Turn(TALK.turns[1].text.replace("lantern", "lamp")),))
    assert words(corrected, place_again(place, TALK, corrected)).startswith("boat come")


def test_words_that_are_gone_leave_their_time_or_their_number() -> None:
    other = Transcript(turns=tuple(Turn(f"line {n}", None, n * 1_000) for n in range(20)))
    assert place_again(Place(1, 3), TALK, other) == Place(4)
    untimed = Transcript(turns=(Turn("x"), Turn("y"), Turn("z")))
    assert place_again(Place(1, 3), TALK, untimed) == Place(1)
    assert place_again(Place(3), TALK, Transcript(turns=(Turn("x"),))) == Place(0)


def test_the_page_above_the_turns_stays_where_it_is() -> None:
    assert place_again(Place(-1), TALK, TALK) == Place(-1)
    assert place_again(Place(2), TALK, Transcript()) == Place(-1)


# Anchors

LETTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
ANY_TURNS = st.lists(
    st.builds(Turn, LETTERS, st.none() | st.just("Ada"), st.none() | st.integers(0, 9_000)),
    max_size=6,
).map(tuple)
NUMBERS = st.integers(-1, 8)


@given(ANY_TURNS, NUMBERS, st.integers(-3, 50))
def test_in_the_same_transcript_every_place_is_where_it_was(
    turns: tuple[Turn, ...], turn: int, offset: int
) -> None:
    transcript = Transcript(turns=turns)
    tied = anchor(transcript, Place(turn, offset))
    found = find(tied, transcript)
    assert found == Place(tied.turn, tied.offset)
    if 0 <= turn < len(turns) and 0 <= offset <= len(turns[turn].text):
        assert found == Place(turn, offset)


@given(ANY_TURNS, ANY_TURNS, NUMBERS, st.integers(0, 50))
def test_nothing_makes_it_fail_and_what_it_finds_is_there(
    turns: tuple[Turn, ...], others: tuple[Turn, ...], turn: int, offset: int
) -> None:
    found = find(anchor(Transcript(turns=turns), Place(turn, offset)), Transcript(turns=others))
    if found is not None and found.turn >= 0:
        assert 0 <= found.offset <= len(others[found.turn].text)


def spoken(seed: int, turns: int = 30) -> Transcript:
    """A talk out of a few hundred words, said again and again as people do."""
    random = Random(seed)
    words = [f"{a}{b}" for a in ("lan", "har", "kee", "bo", "ri", "sto") for b in SYLLABLES]
    said = [" ".join(random.choices(words, k=random.randint(8, 40))) for _ in range(turns)]
    return Transcript(
        turns=tuple(Turn(text, "AB"[n % 2], n * 9_000) for n, text in enumerate(said))
    )


SYLLABLES = ("tern", "bour", "per", "at", "ver", "ry", "ten", "low", "mark", "dle", "sing", "ful")


def next_words(transcript: Transcript, place: Place, count: int = 3) -> list[str]:
    rest = " ".join(
        [words(transcript, place), *(t.text for t in transcript.turns[place.turn + 1 :])]
    )
    return re.findall(r"\w+", rest.casefold())[:count]


@st.composite
def places(draw: st.DrawFn) -> tuple[Transcript, Place]:
    """A talk, and the beginning of one of its words."""
    transcript = spoken(draw(st.integers(0, 9)))
    turn = draw(st.integers(0, len(transcript.turns) - 1))
    starts = [match.start() for match in re.finditer(r"\w+", transcript.turns[turn].text)]
    return transcript, Place(turn, draw(st.sampled_from(starts)))


@given(places(), st.data())
def test_turns_that_come_in_or_go_elsewhere_do_no_harm(
    at: tuple[Transcript, Place], data: st.DataObject
) -> None:
    transcript, place = at
    others = spoken(99).turns
    numbers = st.sets(st.integers(0, len(others) - 1), max_size=9)
    beside = {place.turn - 1, place.turn, place.turn + 1}
    gone, come = data.draw(numbers) - beside, data.draw(numbers) - beside
    turns: list[Turn] = []
    for number, turn in enumerate(transcript.turns):
        turns += [others[number]] * (number in come)
        turns += [turn] * (number not in gone)
    now = Transcript(turns=tuple(turns))
    found = find(anchor(transcript, place), now)
    assert found is not None
    expected = turns.index(transcript.turns[place.turn])
    assert (found.turn, abs(found.offset - place.offset) < 200) == (expected, True)


@given(places())
def test_another_format_has_the_place_at_the_same_words(at: tuple[Transcript, Place]) -> None:
    transcript, place = at
    text = " ".join(turn.text for turn in transcript.turns).upper().split()
    cues = [", ".join(text[n : n + 9]) + "." for n in range(0, len(text), 9)]
    for size in (1, 4, len(cues)):
        pieces = [cues[n : n + size] for n in range(0, len(cues), size)]
        now = Transcript(turns=tuple(Turn("\n\n".join(piece), "someone") for piece in pieces))
        found = find(anchor(transcript, place), now)
        assert found is not None
        assert next_words(now, found) == next_words(transcript, place)


def test_of_words_said_twice_those_are_meant_that_have_the_same_around_them() -> None:
    now = Transcript(turns=(Turn("Well then, to begin."), *TALK.turns))
    for number in (2, 3):
        assert find(anchor(TALK, Place(number)), now) == Place(number + 1)


def test_of_words_said_twice_with_the_same_around_them_the_nearer_are_meant() -> None:
    refrain = [Turn("The lantern is lit and the boat comes home to us again.")] * 8
    apart = tuple(replace(turn, start=n * 60_000) for n, turn in enumerate(refrain * 3))
    later = Transcript(turns=(Turn("One", start=0), Turn("Two", start=1), *apart))
    assert find(anchor(Transcript(turns=apart), Place(12)), later) == Place(14)
    untimed = tuple(replace(turn, start=None) for turn in apart)
    assert find(anchor(Transcript(turns=untimed), Place(12)), Transcript(turns=untimed[:18])) == (
        Place(12)
    )


def test_of_words_said_a_thousand_times_the_nearest_are_meant() -> None:
    music = tuple(Turn("The music plays.", start=n * 1_000) for n in range(1_000))
    later = Transcript(turns=(Turn("Hush.", start=0), *music))
    assert find(anchor(Transcript(turns=music), Place(700)), later) == Place(701)


def test_the_end_of_a_turn_is_found_at_the_end_of_its_words() -> None:
    end = Place(1, len(TALK.turns[1].text))
    more = Transcript(turns=(Turn("A word before."), *TALK.turns))
    assert find(anchor(TALK, end), more) == Place(2, end.offset)
    joined = Transcript(turns=(Turn(" ".join(turn.text.upper() for turn in TALK.turns)),))
    found = find(anchor(TALK, end), joined)
    assert found is not None
    assert joined.turns[0].text[: found.offset].endswith("BEFORE DAWN.")


def test_the_middle_of_a_word_stays_in_its_middle() -> None:
    place = Place(1, TALK.turns[1].text.index("tern"))
    more = Transcript(turns=(Turn("A word before."), *TALK.turns))
    assert find(anchor(TALK, place), more) == Place(2, place.offset)


def test_a_speaker_who_gets_another_name_changes_nothing() -> None:
    named = Transcript(turns=tuple(replace(turn, speaker="Ada Lamp") for turn in TALK.turns))
    assert find(anchor(TALK, Place(1, 4)), named) == Place(1, 4)


@given(places())
def test_what_is_gone_is_not_guessed(at: tuple[Transcript, Place]) -> None:
    transcript, place = at
    assert find(anchor(transcript, place), spoken(77)) is None
    assert find(anchor(transcript, place), Transcript()) is None


def test_a_language_without_spaces_has_places_too() -> None:
    before = Transcript(
        turns=(Turn("灯台の灯りが消えていた。夜明け前に船が入るのを誰も見ていない。"),)
    )
    place = Place(0, before.turns[0].text.index("船"))
    now = Transcript(
        turns=(Turn("おはようございます。"), Turn(before.turns[0].text.replace("。", "、")))
    )
    assert find(anchor(before, place), now) == Place(1, place.offset)


def test_many_anchors_need_the_words_of_a_transcript_only_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[Transcript] = []

    def counted(transcript: Transcript) -> object:
        made.append(transcript)
        return Words(transcript)

    monkeypatch.setattr("tui_reader.anchoring.anchors.Words", counted)
    finder = Finder(Transcript(turns=(Turn("A word before."), *TALK.turns)))
    for number in range(4):
        assert finder.find(anchor(TALK, Place(number))) == Place(number + 1)
    assert len(made) == 1
    assert Finder(TALK).find(anchor(TALK, Place(2))) == Place(2)
    assert len(made) == 1, "where nothing has changed, nothing is searched"


@pytest.mark.corpus
def test_most_places_of_a_talk_are_found_in_what_another_recogniser_heard() -> None:
    folder = needs_shared("seeds")
    before, now = (
        open_file(next(folder.glob(f"{number}_*"))).transcript for number in ("003", "001")
    )
    finder = Finder(now)
    tied = [anchor(before, Place(number)) for number in range(len(before.turns))]
    found = [(each, place) for each in tied if (place := finder.find(each)) is not None]
    assert len(found) > 0.8 * len(tied)
    # Advertisements were cut out: times move on by minutes, but evenly.
    shifts = [(now.time_of(place) or 0) - (each.time or 0) for each, place in found]
    pairs = list(pairwise(shifts))
    assert sum(abs(one - other) > 30_000 for one, other in pairs) < 0.05 * len(pairs)


def test_a_word_said_before_is_not_taken_for_the_one_whose_lead_in_is_gone() -> None:
    before = spoken(0)
    for turn in range(3, 29):
        now = Transcript(turns=before.turns[: turn - 1] + before.turns[turn:])
        assert place_again(Place(turn), before, now) == Place(turn - 1)
