"""`tui-reader grep`: who said it, and when."""

from collections.abc import Iterator, Sequence

from tui_reader.cli.arguments import Parser, source
from tui_reader.cli.console import BOLD, DIM, Console, complain, shown
from tui_reader.cli.contract import hit_json
from tui_reader.cli.layout import Layout, plain_turn
from tui_reader.cli.quotes import ORDERS, Matches, Search
from tui_reader.finding import find
from tui_reader.query import parse

_EXAMPLES = """\
queries:
  'kubernetes cost'      both words in one turn
  '"open source"'        one right after the other
  'kuber*'               words that begin so
  'cost -cloud'          without a word
  'speaker:omer cost'    said by somebody

examples:
  tui-reader grep serverless podcasts/
  tui-reader grep --json serverless podcasts/ | jq .speaker
  tui-reader grep -- -cloud podcasts/     a query that begins with a dash

exit codes: 0 found, 1 nothing found, 2 an error
"""


def main(arguments: Sequence[str]) -> int:
    """Run the command and answer with its exit code."""
    parser = _parser()
    asked = parser.parse(arguments)
    if asked.max_count is not None and asked.max_count < 1:
        parser.error("--max-count must be 1 or more")
    query = parse(asked.query)
    paths, stdin = source(asked.paths)
    files, left_out = find(paths)
    for error in left_out:
        complain(error.message)
    console = Console()
    failed, found = bool(left_out), False
    for matches in ORDERS[asked.sort](Search(query, files, stdin, asked.max_count)):
        if matches.error:
            complain(matches.error)
            failed = True
        elif matches.quotes:
            for line in _lines(console, matches, json=asked.json, first=not found):
                console.print(line)
            found = True
    return 2 if failed else 0 if found else 1


def _parser() -> Parser:
    parser = Parser(
        "grep",
        usage="tui-reader grep [--json] [--sort ORDER] [--max-count N] QUERY [PATH…]",
        description="Print every turn in which something was said.",
        epilog=_EXAMPLES,
    )
    parser.add_argument("query", metavar="QUERY", help="what to look for")
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files and folders")
    parser.add_argument("--json", action="store_true", help="print a JSON object a line")
    parser.add_argument(
        "--sort",
        choices=sorted(ORDERS),
        default="file",
        metavar="ORDER",
        help="file (as they are found), relevance, or time (the oldest episode first)",
    )
    parser.add_argument(
        "--max-count", type=int, metavar="N", help="no more than N hits of each file"
    )
    return parser


def _lines(console: Console, matches: Matches, *, json: bool, first: bool) -> Iterator[str]:
    """The hits of a file: for a program, for a pipe, or under a heading for a person."""
    path = shown(matches.path)
    quotes = matches.quotes
    if json:
        for number, turn, spans in quotes:
            yield hit_json(str(matches.path), matches.title, number, turn, spans)
    elif not console.terminal:
        for quote in quotes:
            yield f"{path}:{quote.turn.line}:{plain_turn(quote.turn)}"
    else:
        if not first:
            yield ""
        yield f"{console.paint(matches.title, BOLD)}  {console.paint(path, DIM)}"
        layout = Layout.of(console, [quote.turn for quote in quotes])
        for quote in quotes:
            yield from layout.excerpt(quote.turn, quote.spans)
