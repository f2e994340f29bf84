import pytest

from tui_reader.model import Link
from tui_reader.timed_links import at_time, own_link


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://youtu.be/abcdefghijk", "https://youtu.be/abcdefghijk?t=75"),
        ("https://www.youtube.com/watch?v=ab_-cdefghi&t=3s",
         "https://www.youtube.com/watch?v=ab_-cdefghi&t=75"),
        ("https://www.youtube.com/live/ab_-cdefghi", "https://www.youtube.com/live/ab_-cdefghi?t=75"),
        ("https://vimeo.com/12345", "https://vimeo.com/12345#t=75s"),
        ("https://cdn.example/talk.MP3?x=1", "https://cdn.example/talk.MP3?x=1#t=75"),
        ("https://www.youtube.com/@channel", "https://www.youtube.com/@channel"),
        ("https://talks.example/12", "https://talks.example/12"),
        ("https://[broken", "https://[broken"),
    ],
)  # fmt: skip
def test_a_time_is_asked_for_where_the_site_takes_one(url: str, expected: str) -> None:
    assert at_time(url, 75_900) == expected
    assert at_time(url, None) == url


def test_the_link_of_an_episode_is_its_film_or_else_its_first() -> None:
    page, film = Link("Page", "https://talks.example"), Link("Film", "https://youtu.be/abcdefghijk")
    assert own_link((page, film)) == film.url
    assert own_link((page,)) == page.url
    assert own_link(()) is None
