"""Looking for who may be who in the open episode, in a thread, while the panel is open."""

from collections.abc import Callable, Iterable, Iterator

from tui_reader.library import Library, with_people
from tui_reader.library.same_recording import Recognised, recognised
from tui_reader.people import Rules
from tui_reader.people.evidence import suggestions
from tui_reader.people.gathering import gathered
from tui_reader.people.labels import is_initials, is_placeholder
from tui_reader.people.rules import Reach
from tui_reader.people.suggestion import Suggestion
from tui_reader.ui.open_episode import OpenEpisode

__all__ = ["suggested"]


def suggested(
    opened: OpenEpisode, library: Library, rules: Rules, cancelled: Callable[[], bool]
) -> Iterator[tuple[tuple[Suggestion, ...], bool]]:
    """Who may be who: ever more of it, and whether that is all."""
    transcript, episodes = opened.page.transcript, library.episodes
    show = transcript.metadata.show
    same_show = [episode for episode in episodes if show and episode.metadata.show == show]
    people = gathered(with_people(episode, rules).shares for episode in same_show)
    others = [person.name for person in people if person.is_named]
    evident = tuple(suggestions(transcript, others))
    if evident:
        yield evident, False
    known: tuple[Suggestion, ...] = ()
    for found in recognised(opened.path, transcript, episodes, rules, cancelled):
        order = transcript.speakers.index
        known = tuple(sorted((*known, *_told(found)), key=lambda one: order(one.label)))
        yield _each_once((*known, *evident)), False
    yield _each_once((*known, *evident)), True


def _told(found: Recognised) -> Iterator[Suggestion]:
    for label, name, shared, total in found.matches:
        if is_placeholder(label) or is_initials(label):
            reason = f"{shared:,} of {total:,} phrases are {name}'s in {found.title}"
            yield Suggestion(label, name, reason, Reach.EPISODE)


def _each_once(found: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Of several that suggest the same, the first."""
    return tuple({one.key: one for one in reversed(tuple(found))}.values())[::-1]
