from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.captions.sounds import is_sound
from tui_reader.formats.captions.voices import voiced
from tui_reader.turns import Cue, assemble


def _cues(texts: Iterable[str], *speakers: str | None) -> list[Cue]:
    names = [*speakers, *(None for _ in range(200))]
    return [
        Cue(n * 1_000, n * 1_000 + 1_000, text, name, 10 * n + 1)
        for n, (text, name) in enumerate(zip(texts, names, strict=False))
    ]


def said_in(*texts: str) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in assemble(voiced(_cues(texts)))]


def test_two_angles_mark_that_somebody_else_speaks() -> None:
    assert said_in(">> How are you?", "Are you well?", ">> Fine.", "And you?") == [
        (None, "How are you? Are you well?"),
        (None, "Fine. And you?"),
    ]


def test_a_mark_within_a_line_cuts_the_cue_and_its_time() -> None:
    cues = voiced(_cues([">> How are you?", "Good. >> Good to hear."]))
    assert [(cue.text.strip(), cue.fresh) for cue in cues] == [
        ("How are you?", True),
        ("Good.", False),
        ("Good to hear.", True),
    ]
    assert 1_000 < (cues[2].start or 0) < 2_000
    assert cues[2].end == 2_000


def test_angles_within_lines_alone_are_words() -> None:
    assert said_in("shift it: x >> 2", "and again") == [(None, "shift it: x >> 2 and again")]


def test_names_behind_angles_are_speakers_until_the_next_mark() -> None:
    assert said_in(
        ">> ANN LEE: Welcome.", "To the show.", ">> BO: Thanks.", ">> Who?", ">> ANN LEE: Bo.",
        ">> BO: Me.",
    ) == [
        ("ANN LEE", "Welcome. To the show."),
        ("BO", "Thanks."),
        (None, "Who?"),
        ("ANN LEE", "Bo."),
        ("BO", "Me."),
    ]  # fmt: skip


def test_a_name_that_is_marked_again_goes_on_with_the_turn() -> None:
    assert said_in(">> ANN: One.", ">> ANN: Two.", ">> BO: Three.", ">> BO: Four.") == [
        ("ANN", "One. Two."),
        ("BO", "Three. Four."),
    ]


def test_dashes_on_two_lines_of_a_cue_are_two_people() -> None:
    assert said_in("So we left.", "- Did you?\n- We did.", "At noon.") == [
        (None, "So we left."),
        (None, "Did you?"),
        (None, "We did. At noon."),
    ]


def test_a_dash_alone_is_an_ornament() -> None:
    assert said_in("We left", "- at noon", "and came home.") == [
        (None, "We left at noon and came home.")
    ]
    assert said_in("It was", "-5 degrees", "out there.") == [(None, "It was -5 degrees out there.")]


def test_a_dash_that_always_follows_a_full_stop_is_a_change() -> None:
    assert said_in(
        "Hi.", "- Hi.", "All is well", "here.", "- Good.", "And you?", "- Yes.", "Ok"
    ) == [
        (None, "Hi."),
        (None, "Hi. All is well here."),
        (None, "Good. And you?"),
        (None, "Yes. Ok"),
    ]


def test_names_at_changes_carry_on_from_the_middle_of_a_file() -> None:
    assert said_in("Music plays.", "Ann: Hi", "there.", "Bo: Yes", "Ann: So", "Bo: No") == [
        (None, "Music plays."),
        ("Ann", "Hi there."),
        ("Bo", "Yes"),
        ("Ann", "So"),
        ("Bo", "No"),
    ]


def test_a_name_below_the_first_line_of_a_cue_cuts_it() -> None:
    cues = voiced(_cues(["Ann: Hi\nBo: Hello", "Ann: One\nmore line", "Bo: Two"]))
    assert [(cue.speaker, cue.text) for cue in cues] == [
        ("Ann", "Hi"),
        ("Bo", "Hello"),
        ("Ann", "One\nmore line"),
        ("Bo", "Two"),
    ]
    assert [cue.line for cue in cues] == [1, 3, 11, 21]


@pytest.mark.parametrize("shape", ["[{}] {}", "({}) {}", "({})\n{}", "[{}]: {}", "[{}:] {}"])
def test_names_in_brackets_are_speakers(shape: str) -> None:
    spoken = [("Ann Lee", "Hi."), ("Bo", "Hello."), ("Ann Lee", "So."), ("Bo", "Yes.")]
    assert said_in(*(shape.format(*said) for said in spoken)) == spoken


def test_a_name_in_brackets_alone_names_the_cues_behind_it() -> None:
    cues = voiced(_cues(["[Ann]", "Hi.", "[Bo]", "Yes.", "[Ann]", "No.", "[Bo]"]))
    turns = assemble(cues)
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Ann", "Hi."),
        ("Bo", "Yes."),
        ("Ann", "No."),
        ("Bo", "…"),
    ]
    assert [(turn.start, turn.line) for turn in turns][:2] == [(0, 1), (2_000, 21)]


def test_numbered_speakers_of_a_recogniser_are_kept_as_they_are_written() -> None:
    assert said_in("[SPEAKER_00]: One.", "[SPEAKER_01]: Two.", "[SPEAKER_00]: Three.") == [
        ("SPEAKER_00", "One."),
        ("SPEAKER_01", "Two."),
        ("SPEAKER_00", "Three."),
    ]


@pytest.mark.parametrize(
    "sound",
    ["[Music]", "[MUSIC PLAYING]", "(laughs)", "(Laughter)", "[Applause]", "[ __ ]", "(śmiech)",
     "[Sighs]", "[Door Slams]", "(Sneezing)", "[♪]"],
)  # fmt: skip
def test_sounds_are_words_and_nobody_says_them(sound: str) -> None:
    texts = [f"{sound} One.", f"{sound} Two.", "[Cheering] Three.", "[Cheering] Four."]
    assert said_in(*texts) == [(None, " ".join(texts))]


@pytest.mark.parametrize("name", ["Ann Lee", "James", "Chris", "Crystal", "King", "Bella", "Singh"])
def test_people_are_no_sounds(name: str) -> None:
    assert not is_sound(name)


def test_words_before_colons_are_words_where_they_are_more_than_the_names() -> None:
    texts = ["Ann: a", "so it is: b", "and then: c", "Ann: d", "which means: e"]
    assert said_in(*texts) == [(None, " ".join(texts))]


def test_voices_of_a_format_carry_on_over_bare_cues() -> None:
    cues = voiced(_cues(["One", "two", "Three"], "Ann", None, "Bo"))
    assert [cue.speaker for cue in cues] == ["Ann", "Ann", "Bo"]


def test_a_mark_of_change_ends_a_voice() -> None:
    cues = voiced(_cues(["One", ">> two", "three", "Four"], "Ann", None, "", "Bo"))
    assert [cue.speaker for cue in cues] == ["Ann", None, None, "Bo"]


def test_a_bare_cue_between_pauses_belongs_to_nobody_where_voices_are_the_rule() -> None:
    cues = [Cue(0, 1, "a", "Ann"), Cue(9_000, 9_001, "b"), Cue(18_000, 18_001, "c", "Ann")]
    assert [cue.speaker for cue in voiced(cues)] == ["Ann", None, "Ann"]


def test_a_badge_is_no_other_person() -> None:
    names = ["Ann Lee", "Ann Lee (Guest)", "Bo (External)", "Cy (Los Angeles)", "Cy"]
    assert [cue.speaker for cue in voiced(_cues("abcde", *names))] == [
        "Ann Lee",
        "Ann Lee",
        "Bo (External)",
        "Cy (Los Angeles)",
        "Cy",
    ]


def test_no_name_and_an_empty_name_are_the_same() -> None:
    assert said_in("Ann: Hi.", "Ann: So.") == [("Ann", "Hi. So.")]
    (turn,) = assemble(voiced(_cues(["Ann: Hi.", "Ann: So."], "", "")))
    assert (turn.speaker, turn.text) == ("Ann", "Hi. So.")


_LINES = st.builds(
    "{}{}".format,
    st.sampled_from(["", ">> ", "- ", "-", "Ann: ", "[Bo] ", "(Cy)", "[SPEAKER_1]: ", ">> ANN: "]),
    st.text(alphabet="abA .:>[]()-♪", max_size=14),
)
_TEXTS = st.lists(st.lists(_LINES, min_size=1, max_size=3).map("\n".join), max_size=14)


@given(_TEXTS, st.lists(st.sampled_from([None, "", "Ann", "Ann (Guest)"]), max_size=6))
def test_every_word_stays_as_text_or_in_a_name(texts: list[str], names: list[str | None]) -> None:
    numbered = [f"{text}w{number}" for number, text in enumerate(texts)]
    given_names = [name for name in names[: len(texts)] if name]
    before = _letters(" ".join([*numbered, *given_names]))
    turns = assemble(voiced(_cues(numbered, *names)))
    after = _letters(" ".join(part for turn in turns for part in (turn.speaker or "", turn.text)))
    assert after >= before - {"Guest"}


def _letters(text: str) -> set[str]:
    return set("".join(char if char.isalnum() else " " for char in text).split())
