"""`tui-reader grep`: who said it, and when."""

from collections.abc import Iterator, Sequence

from tui_reader.cli.arguments import Parser, source
from tui_reader.cli.console import BOLD, DIM, Console, complain
from tui_reader.cli.contract import hit_json
from tui_reader.cli.layout import Layout, plain_turn
from tui_reader.cli.names import who_is_who
from tui_reader.cli.quotes import ORDERS, Matches, Search, by_likeness
from tui_reader.errors import QueryError
from tui_reader.finding import find
from tui_reader.harmless import harmless_path
from tui_reader.library import joined
from tui_reader.query import Query, parse
from tui_reader.widening import Kind

_EXAMPLES = """\
queries:
  'kubernetes cost'         both words in one turn
  '"open source"'           one right after the other
  'kuber*'                  words that begin so
  'cost -cloud'             without a word
  'cost (aws OR azure)'     either; without parentheses, OR comes last
  '~kubernetes'             words spelled about like it
  '/serverl(es|is)s/'       a regular expression
  'speaker:omer cost'       said by somebody
  'title:cloud tag:ops'     in episodes with such a title, show: or tag
  'after:2024-03 cost'      from a year, month or day on; before: it

examples:
  tui-reader grep serverless podcasts/
  tui-reader grep --json serverless podcasts/ | jq .speaker
  tui-reader grep --like 'kubernetis clusters' podcasts/
  tui-reader grep -- -cloud podcasts/     a query that begins with a dash

exit codes: 0 found, 1 nothing found, 2 an error
"""


def main(arguments: Sequence[str]) -> int:
    """Run the command and answer with its exit code."""
    taken = parser()
    asked = taken.parse(arguments)
    if asked.max_count is not None and asked.max_count < 1:
        taken.error("--max-count must be 1 or more")
    if asked.like and asked.sort not in (None, "relevance"):
        taken.error("--like sorts by relevance")
    query = _query(asked.query)
    paths, stdin = source(asked.paths)
    files, left_out, named, _ = find(paths)
    for error in left_out:
        complain(error.message)
    console = Console()
    failed, found = bool(left_out), None
    search = by_likeness if asked.like else ORDERS[asked.sort or "file"]
    groups = tuple(joined(files))
    what = Search(
        query,
        paths,
        groups,
        named,
        stdin,
        asked.max_count,
        cached=not asked.no_cache,
        people=who_is_who() or None,
    )
    for matches in search(what):
        if matches.error:
            complain(matches.error)
            failed = True
        elif matches.quotes:
            label = _label(matches, found)
            if matches.cut and label and (asked.json or not console.terminal):
                complain(f"only the best hits are printed: {label}.")
            if asked.json:
                lines = _json(matches, like=asked.like)
            elif console.terminal:
                lines = _under_headings(console, matches, label, after=found is not None)
            else:
                lines = _plain(matches)
            for line in lines:
                console.print(line)
            found = matches
    return 2 if failed else 0 if found else 1


def _query(text: str) -> Query:
    """The query that is meant; raises QueryError with a sentence that says where it fails."""
    try:
        return parse(text)
    except QueryError as error:
        if not text.strip():
            raise
        sentence = f"{error.message.removesuffix('.')} (character {error.position + 1})."
        raise QueryError(sentence, error.position) from error


def parser() -> Parser:
    """What the command takes."""
    taken = Parser(
        "grep",
        usage="tui-reader grep [--json] [--like] [--sort ORDER] [--max-count N] [--no-cache]"
        " QUERY [PATH…]",
        description="Print every turn in which something was said.",
        epilog=_EXAMPLES,
    )
    taken.add_argument("query", metavar="QUERY", help="what to look for")
    taken.take_paths()
    taken.take_json()
    taken.add_argument(
        "--like",
        action="store_true",
        help="find what is like the query too: other forms and spellings of the words, most of"
        " them, or spread over turns; the best first",
    )
    taken.add_argument(
        "--sort",
        choices=sorted(ORDERS),
        metavar="ORDER",
        help="file (as they are found), relevance, or time (the oldest episode first)",
    )
    taken.add_argument(
        "--max-count", type=int, metavar="N", help="no more than N hits of each file"
    )
    taken.add_argument(
        "--no-cache", action="store_true", help="read every file, whatever index is on disk"
    )
    return taken


def _json(matches: Matches, *, like: bool) -> Iterator[str]:
    """The hits of a file for a program, with what they are `like` where that was asked for."""
    kind = None if matches.like is Kind.EXACT else matches.like.name.lower()
    extra = {"like": kind} if like else {}
    for number, turn, spans in matches.quotes:
        yield hit_json(str(matches.path), matches.title, number, turn, spans, **extra)


def _plain(matches: Matches) -> Iterator[str]:
    """The hits of a file for a pipe."""
    path = harmless_path(matches.path)
    for quote in matches.quotes:
        yield f"{path}:{quote.turn.line}:{plain_turn(quote.turn)}"


def _label(matches: Matches, before: Matches | None) -> str:
    """What the hits are like, where those `before` are not, and how many of all they are."""
    if before and matches.like is before.like:
        return ""
    if matches.cut:
        return f"{matches.like.value} ({matches.cut})"
    return matches.like.value if before or matches.like is not Kind.EXACT else ""


def _under_headings(
    console: Console, matches: Matches, label: str, *, after: bool
) -> Iterator[str]:
    """The hits of a file for a person, `after` others, under a label where there is one."""
    if after:
        yield ""
    if label:
        yield console.paint(f"{label}:", DIM)
        yield ""
    path = harmless_path(matches.path)
    yield f"{console.paint(matches.title, BOLD)}  {console.paint(path, DIM)}"
    layout = Layout.of(console, [quote.turn for quote in matches.quotes])
    for quote in matches.quotes:
        yield from layout.excerpt(quote.turn, quote.spans)
