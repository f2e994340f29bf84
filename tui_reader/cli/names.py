"""The names that a person has given to speakers, for whatever a command prints."""

from tui_reader.cli.console import complain
from tui_reader.people import People, Rules

__all__ = ["who_is_who"]


def who_is_who() -> Rules:
    """The rules of `people.toml`; what is wrong with it is told on standard error."""
    people = People.load()
    for problem in people.problems:
        complain(problem)
    return people.rules
