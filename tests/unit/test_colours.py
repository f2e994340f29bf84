import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tui_reader.fold import fold
from tui_reader.ui.colours import HUES, SpeakerColours, contrast, lifted, readable
from tui_reader.ui.themes import THEMES, legible

BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)
names = st.text(min_size=1, max_size=20)


def background(theme: str) -> Color | None:
    """What text stands on in a theme; None where that is the terminal's own."""
    colour = Color.parse(BUILTIN_THEMES[theme].to_color_system().generate()["background"])
    return None if colour.ansi is not None else colour


@pytest.mark.parametrize("theme", sorted(BUILTIN_THEMES))
def test_every_speaker_can_be_read_in_every_theme(theme: str) -> None:
    behind = background(theme)
    if behind is None:
        pytest.skip("its colours are the terminal's")
    for hue in HUES:
        assert contrast(Color.parse(readable(hue, behind.rgb)), behind) >= 4.5


@given(st.sampled_from(HUES), st.tuples(*[st.integers(0, 255)] * 3))
def test_on_any_background_a_colour_can_be_read(hue: int, rgb: tuple[int, int, int]) -> None:
    assert contrast(Color.parse(readable(hue, rgb)), Color(*rgb)) >= 4.5


@given(
    st.tuples(*[st.integers(0, 255)] * 3),
    st.tuples(*[st.integers(0, 255)] * 3),
    st.sampled_from([3.0, 4.5]),
)
def test_any_colour_can_be_made_legible_on_any_ground(
    words: tuple[int, int, int], ground: tuple[int, int, int], least: float
) -> None:
    colour, behind = Color(*words), Color(*ground)
    found = lifted(colour, behind, least)
    assert contrast(found, behind) >= least
    if contrast(colour, behind) >= least:
        assert found == colour, "what can be read stays as it is"


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
def test_where_contrast_is_great_it_is_for_speakers_too(theme: str) -> None:
    system = next(one for one in THEMES if one.name == theme).to_color_system().generate()
    for ground in ("background", "panel", "surface"):
        behind = Color.parse(system[ground])
        for hue in HUES:
            assert contrast(Color.parse(readable(hue, behind.rgb, 7)), behind) >= 7


@pytest.mark.parametrize("theme", sorted(BUILTIN_THEMES))
def test_the_words_of_a_theme_can_be_read_on_all_its_grounds(theme: str) -> None:
    found = legible(BUILTIN_THEMES[theme].to_color_system().generate())
    if background(theme) is None:
        assert found["muted"] == found["foreground"]
        return
    for words in ("foreground", "muted", "text-primary", "text-accent", "text-warning",
                  "text-error", "text-success"):  # fmt: skip
        for ground in ("background", "surface", "panel"):
            seen = contrast(Color.parse(found[words]), Color.parse(found[ground]))
            assert seen >= 4.5, (words, ground)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(BLACK, WHITE) == contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == 1
    assert contrast(Color.parse("#767676"), WHITE) == pytest.approx(4.54, abs=0.01)


@given(st.lists(names, min_size=1, max_size=30), st.lists(names, max_size=10))
def test_the_same_person_has_the_same_colour_whoever_comes_later(
    first: list[str], later: list[str]
) -> None:
    colours = SpeakerColours()
    colours.meet(first)
    before = [colours.colour(name, BLACK) for name in first]
    colours.meet(later)
    colours.meet(reversed(first))
    assert [colours.colour(name, BLACK) for name in first] == before


@given(st.lists(names, min_size=2, max_size=len(HUES)), st.sampled_from([BLACK, WHITE]))
def test_the_speakers_of_an_episode_have_different_colours(
    speakers: list[str], behind: Color
) -> None:
    colours = SpeakerColours()
    colours.meet(speakers)
    people = {colours.colour(name, behind) for name in speakers}
    assert len(people) == len({fold(name) for name in speakers})


def test_a_name_is_the_same_with_and_without_its_strokes() -> None:
    colours = SpeakerColours()
    assert colours.colour("Łucja", BLACK) == colours.colour("lucja", BLACK)


def test_in_the_colours_of_the_terminal_speakers_differ_too() -> None:
    terminal = Color.parse("ansi_default")
    for second in range(40):
        colours = SpeakerColours()
        people = ["Ann", f"Guest {second}"]
        colours.meet(people)
        assert len({colours.colour(name, terminal) for name in people}) == 2
