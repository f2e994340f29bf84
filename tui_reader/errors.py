"""What can go wrong, said for a person.

    ReaderError
    ├── PathError     a path that is not there, may not be read, or holds no transcript
    ├── FormatError   bytes that are not a transcript, nor text at all
    │   └── NotATranscript     a file found in a folder that is something else
    ├── QueryError    a query or a place that cannot be understood
    │   ├── UnclosedQuery      a query with a quote, a parenthesis or a slash that is not closed
    │   └── UnfinishedQuery    a query that is being typed, and asks for nothing yet
    └── PatternTooSlow    a regular expression that would take for ever

The command line prints the sentence on standard error and exits with 2; the interface shows the
same sentence in the status line.
"""

__all__ = [
    "FormatError",
    "NotATranscript",
    "PathError",
    "PatternTooSlow",
    "QueryError",
    "ReaderError",
    "UnclosedQuery",
    "UnfinishedQuery",
]


class ReaderError(Exception):
    """Anything the reader refuses to do, as one sentence for the person who asked."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class PathError(ReaderError):
    """A path that does not exist, may not be read, or holds no transcript."""


class FormatError(ReaderError):
    """A file whose content is not a transcript, nor any text."""


class NotATranscript(FormatError):  # noqa: N818
    """A file that nobody named is something else: its ending is one that other files have too."""


class QueryError(ReaderError):
    """A query, or a place to go to, that cannot be understood.

    `position` is the character (from 0) at which it stops making sense.
    """

    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(message)
        self.position = position


class UnclosedQuery(QueryError):  # noqa: N818
    """A quote, a parenthesis or a slash is not closed: `closing` is what the query lacks."""

    def __init__(self, message: str, position: int, closing: str) -> None:
        super().__init__(message, position)
        self.closing = closing


class UnfinishedQuery(QueryError):  # noqa: N818
    """What is being typed asks for nothing yet. There is no need to tell whoever types it."""


class PatternTooSlow(ReaderError):  # noqa: N818
    """A regular expression that takes longer over a text than anybody would wait."""
