"""What people type to search: the language, read by `parse` and printed by `str`.

    kubernetes cost          both, in one turn
    "open source"            the phrase
    kuber*                   a word that begins so; in quotes, the last word of the phrase
    -word  -"a phrase"       without
    a OR b                   either; what stands without OR belongs closer together
    (a OR b) c  -(a b)       together
    =koszt                   this word only, also where a search is widened
    ~kubernetes              spelled about like it
    /serverl(es|is)s/        a regular expression
    speaker:omer             who says it; speaker:"will button"
    title: show: tag:        what the episode is
    after:2024-03            its date: from that month, year or day on
    before:2025              before that

Everything else is words: `10:30`, `http://x`, `note:` and `and/or` are looked for as they stand.
While a query is being typed, its last word is a beginning, and what is not finished is no error.
"""

from tui_reader.query.parsing import closed, parse
from tui_reader.query.terms import (
    About,
    All,
    Dated,
    Either,
    Everything,
    Near,
    Node,
    Not,
    Pattern,
    Phrase,
    Query,
    Speaker,
    Word,
    all_of,
    any_of,
    walk,
    without,
)

__all__ = [
    "About",
    "All",
    "Dated",
    "Either",
    "Everything",
    "Near",
    "Node",
    "Not",
    "Pattern",
    "Phrase",
    "Query",
    "Speaker",
    "Word",
    "all_of",
    "any_of",
    "closed",
    "parse",
    "walk",
    "without",
]
