"""What a query finds, as written first, and then, where that is little, as it may be meant."""

from collections.abc import Callable, Iterator, Sequence

from tui_reader.index import Abandoned, Index
from tui_reader.matching import Matchers
from tui_reader.matching.narrowing import narrowed
from tui_reader.model import Metadata
from tui_reader.query import Query
from tui_reader.widening import ENOUGH, Group, Kind, WideHit, widen
from tui_reader.widening.lexicon import lexicon_of
from tui_reader.widening.readings import as_written
from tui_reader.widening.rest import asked_words
from tui_reader.widening.scoring import Reader
from tui_reader.widening.speech import Speech

__all__ = ["recall"]

_About = Callable[[int], Metadata]
_Check = Callable[[], bool] | None


def recall(
    query: Query,
    index: Index,
    *,
    about: _About,
    languages: Sequence[str] = (),
    cancelled: _Check = None,
    most: int = 200,
) -> Iterator[Group]:
    """The hits in groups: the exact ones, `most` of them, and wider ones until there are enough.

    `about` and `languages` are as for `Index.search` and `widen`. Raises Abandoned soon after
    `cancelled` turns true.
    """
    exact, total = _exact(query, index, about, cancelled, most)
    if exact:
        yield Group(Kind.EXACT, tuple(exact), total - len(exact))
    known = {(hit.episode, hit.turn) for hit in exact}
    count = len(exact)
    if count >= ENOUGH:
        return
    wider = widen(query, index, exact=known, about=about, languages=languages, cancelled=cancelled)
    for group in wider:
        yield group
        count += len(group.hits)
        if count >= ENOUGH:
            return


def _exact(
    query: Query, index: Index, about: _About, cancelled: _Check, most: int
) -> tuple[list[WideHit], int]:
    """The turns with all that is asked for, those where it stands together first; and how many."""
    places: list[tuple[int, int]] = []
    episodes = index.search(query, about=about, cancelled=cancelled)
    for found in episodes:
        turns = dict.fromkeys([*found.best, *index.hits(query, found.episode, about=about)])
        places += ((found.episode, turn) for turn in turns)
        if len(places) >= most:
            break
    speech = Speech(index)
    speech.fetch(
        place for episode, turn in places for place in ((episode, turn), (episode, turn + 1))
    )
    reader = Reader(as_written(asked_words(query), lexicon_of(index)))
    matchers = Matchers()
    hits = []
    for episode, number in places[:most]:
        if cancelled is not None and cancelled():
            raise Abandoned
        turn, turn_query = speech.turn(episode, number), narrowed(query, about(episode))
        if turn is None or turn_query is None:
            continue
        following = speech.following(episode, number)
        spans = matchers[turn_query].match(turn.text, turn.speaker, following)
        score = reader.score(reader.passage(speech.tokens(episode, number)))
        hits.append(WideHit(episode, number, spans or (), score))
    hits.sort(key=lambda hit: -hit.score)  # stable: what is worth the same stays as ranked
    return hits, max(len(hits), sum(found.count for found in episodes))
