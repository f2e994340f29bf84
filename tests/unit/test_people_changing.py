"""What becomes of the file of names when somebody is given one."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.errors import PathError
from tui_reader.people.changing import with_file, with_name
from tui_reader.people.reading import read
from tui_reader.people.rules import EVERYWHERE, Reach, Rules, Where

TALK = Path("/talks/one.vtt")
IN_TALK = Where.episode(TALK)

WRITTEN = """\
# My people.

[[person]]
name = "Szymon Warda"   # from the second season on
also = [
    "SW",      # the blog
    "Szymon",
]

# Anna is two people!
[[person]]
name = "Anna Nowak"
also = ['Anna']
show = "Night bread"
"""


def rules(text: str) -> Rules:
    found = read(text)
    assert found.problems == ()
    return found.rules


def called(text: str, label: str) -> str:
    return rules(text).called(label, TALK, "Night bread")


def test_the_first_name_comes_with_a_word_about_the_file() -> None:
    text = with_name("", "Speaker 3", "Warren", IN_TALK)
    assert text.startswith("# Who is who.")
    assert text.endswith(
        '\n[[person]]\nname = "Warren"\nalso = ["Speaker 3"]\nepisode = "/talks/one.vtt"\n'
    )
    assert called(text, "Speaker 3") == "Warren"


def test_what_a_person_wrote_stays_as_it_is() -> None:
    text = with_name(WRITTEN, "Speaker 3", "Warren", EVERYWHERE)
    assert text.startswith(WRITTEN)
    more = with_name(text, "S. Warda", "Szymon Warda", EVERYWHERE)
    for line in WRITTEN.splitlines():
        assert line in more.splitlines()
    assert called(more, "S. Warda") == "Szymon Warda"


def test_a_name_that_was_given_is_changed_where_it_stands() -> None:
    text = with_name(WRITTEN, "Szymon Warda", "S. Warda", EVERYWHERE, is_label=False)
    assert text == WRITTEN.replace('"Szymon Warda"', '"S. Warda"')


def test_a_label_that_is_a_name_too_is_kept_by_whoever_has_it() -> None:
    text = with_name(WRITTEN, "Szymon Warda", "S. Warda", EVERYWHERE)
    assert [called(text, one) for one in ("SW", "Szymon Warda")] == ["S. Warda"] * 2


def test_two_who_were_named_apart_become_one() -> None:
    text = with_name(WRITTEN, "Speaker 1", "Simon", EVERYWHERE)
    text = with_name(text, "Simon", "Szymon Warda", EVERYWHERE, is_label=False)
    assert [called(text, one) for one in ("SW", "Speaker 1")] == ["Szymon Warda"] * 2
    assert "Simon" not in text


def test_a_label_has_one_name_in_one_place() -> None:
    text = with_name(WRITTEN, "SW", "Somebody Else", EVERYWHERE)
    assert called(text, "SW") == "Somebody Else"
    assert called(text, "Szymon") == "Szymon Warda"
    assert "# the blog" not in text or text.count('"SW"') == 1


def test_an_entry_that_says_nothing_any_more_goes_unless_it_has_a_comment() -> None:
    text = with_name("", "Speaker 3", "Warren", IN_TALK)
    assert "Warren" not in with_name(text, "Speaker 3", "Omer", IN_TALK)
    noted = text.replace('"Warren"', '"Warren"  # sure')
    assert "# sure" in with_name(noted, "Speaker 3", "Omer", IN_TALK)


def test_a_name_is_taken_back_by_giving_the_label_again() -> None:
    text = with_name("", "Speaker 3", "Warren", IN_TALK)
    assert called(with_name(text, "Speaker 3", "Speaker 3", IN_TALK), "Speaker 3") == "Speaker 3"


def test_a_name_that_is_a_label_again_needs_no_entry() -> None:
    text = with_name("", "Speaker 3", "Warren", IN_TALK)
    text = with_name(text, "Warren", "Speaker 3", IN_TALK, is_label=False)
    assert called(text, "Speaker 3") == "Speaker 3"
    assert "\n[[person]]" not in text


def test_a_name_in_one_place_leaves_others_alone() -> None:
    text = with_name(WRITTEN, "Szymon Warda", "Simon", Where(Reach.SHOW, "Night bread"))
    assert called(text, "SW") == "Simon"
    assert rules(text).called("SW", TALK, "Other") == "Szymon Warda"


def test_windows_lines_stay() -> None:
    written = WRITTEN.replace("\n", "\r\n")
    text = with_name(written, "Szymon Warda", "S. Warda", EVERYWHERE, is_label=False)
    assert text == written.replace('"Szymon Warda"', '"S. Warda"')


@pytest.mark.parametrize(
    "text", ['person = [{name = "x"}]\n', f'{WRITTEN}[other]\na = 1\n[[person]]\nname = "x"\n']
)
def test_what_cannot_be_changed_without_harm_is_left_to_the_person(text: str) -> None:
    with pytest.raises(PathError, match=r"people\.toml"):
        with_name(text, "a", "b", EVERYWHERE)


NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@settings(deadline=None)
@given(NAMES.filter(str.strip), NAMES.filter(str.strip), st.sampled_from([EVERYWHERE, IN_TALK]))
def test_whatever_the_names_the_file_can_be_read_again(label: str, name: str, where: Where) -> None:
    text = with_name(WRITTEN, label, name, where)
    assert read(text).problems == () or not name.split()
    assert all(line in text for line in ("# My people.", "# Anna is two people!"))
    assert "# from the second season on" in text


def test_what_holds_for_a_file_goes_with_those_who_speak_in_it() -> None:
    text = """\
# mine
[[person]]
name = "Ann"
also = ["Speaker 1"]
episode = "/talks/one.vtt"  # her too

[[person]]
name = "Bo"
also = ["Speaker 2"]
episode = "/talks/one.vtt"
"""
    gone = {Where(Reach.EPISODE, "/talks/one.vtt")}
    assert with_file(text, gone, Path("/new/two.srt"), ["speaker 1"]) == text.replace(
        '"/talks/one.vtt"  # her', '"/new/two.srt"  # her'
    )
    assert with_file(text, set(), Path("/new/two.srt"), ["Speaker 1"]) == text
