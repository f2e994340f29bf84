from pathlib import Path

from tui_reader.library.episode import Episode
from tui_reader.library.numbering import Numbers
from tui_reader.library.sources import Source


def source(*names: str) -> Source:
    return Source(
        tuple(map(Path, names)), tuple(f"/{name}" for name in names), (None,) * len(names)
    )


def episode(name: str, *others: str) -> Episode:
    return Episode(-1, Path(name), others=tuple(map(Path, others)))


def taken(
    numbers: Numbers, *found: tuple[Source, tuple[Episode, ...]], known: dict[int, str]
) -> list[list[int]]:
    """The numbers of what was found, where some are `known` by the names of their main files."""
    episodes = {number: Episode(number, Path(name)) for number, name in known.items()}
    claims = numbers.claim([files for files, _ in found], episodes, ())
    pairs = zip(found, claims, strict=True)
    return [numbers.settle(files, claim, there) for (files, there), claim in pairs]


POST, TALK, NEXT = "t/index.md", "t/one.vtt", "t/two.vtt"


def test_numbers_follow_the_order_of_files_whatever_is_in_them() -> None:
    one = (source("a.md", "a.vtt"), (episode("a.vtt", "a.md"),))
    two = (source("b.md", "b.vtt"), (episode("b.vtt"), episode("b.md")))
    three = (source("c.json"), ())
    four = (source("d.vtt"), (episode("d.vtt"),))
    assert taken(Numbers(), one, two, three, four, known={}) == [[0], [3, 2], [], [5]]


def test_an_episode_that_comes_apart_leaves_its_number_to_the_main_file() -> None:
    numbers = Numbers()
    assert taken(numbers, (source(POST, TALK), (episode(TALK, POST),)), known={}) == [[0]]
    alone = [(source(name), (episode(name),)) for name in (POST, TALK, NEXT)]
    assert taken(numbers, *alone, known={0: TALK}) == [[2], [0], [3]]


def test_episodes_that_come_together_go_by_the_older_number() -> None:
    numbers = Numbers()
    alone = [(source(name), (episode(name),)) for name in (TALK, POST)]
    assert taken(numbers, *alone, known={}) == [[0], [1]]
    together = (source(POST, TALK), (episode(TALK, POST),))
    assert taken(numbers, together, known={0: TALK, 1: POST}) == [[0]]
    assert numbers[f"/{POST}"] == numbers[f"/{TALK}"] == 0


def test_a_number_that_somebody_holds_is_not_given_away() -> None:
    numbers = Numbers()
    taken(numbers, (source(POST, TALK), (episode(TALK, POST),)), known={})
    (claim,) = numbers.claim([source(POST)], {0: Episode(0, Path(TALK))}, held={0})
    assert claim.whole != 0
