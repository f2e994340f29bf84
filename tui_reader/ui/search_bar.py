"""The search bar: always there, live while one types, with its scope, a counter, a memory."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input, Static

from tui_reader.history import History, Recall
from tui_reader.ui.keymap import keys_of
from tui_reader.ui.line_input import LineInput
from tui_reader.ui.scope import Scope

__all__ = ["SearchBar"]

_HINT = '{search} to search: words, "a phrase", speaker:name'
_SHORT_HINT = "{search} to search"
_WIDE = 72


class SearchBar(Horizontal):
    """Takes a query and posts it at every key; shows what the screen answers."""

    class Changed(Message):
        """The query or its scope has changed."""

        def __init__(self, text: str, scope: Scope) -> None:
            super().__init__()
            self.text = text
            self.scope = scope

    class Submitted(Message):
        """Enter was pressed: read on at the hit."""

    class Downward(Message):
        """Arrow down was pressed: on to the list of results."""

    def __init__(self, history: History, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._history = history
        self.scope = Scope.LIBRARY
        self._count = ("", False)

    def compose(self) -> ComposeResult:
        """Label, input, scope and counter in one row."""
        yield Static("Search", id="search-label", markup=False)
        yield _Query(self._history, id="query")
        yield _ScopeLabel(id="scope")
        yield Static("", id="counter", markup=False)

    def on_mount(self) -> None:
        """Show the scope one starts with."""
        self._show_scope()

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        hint = _HINT if self.size.width >= _WIDE else _SHORT_HINT
        self.query_one(_Query).placeholder = keys_of(self).named(hint)
        self._show_scope()

    @property
    def text(self) -> str:
        """The query as it stands."""
        return self.query_one(_Query).value

    def open(self, scope: Scope) -> None:
        """Take the keyboard, to search in `scope`; what was typed before can be typed over."""
        self.set_scope(scope)
        query = self.query_one(_Query)
        self.screen.set_focus(query)  # at once: what is typed next must not run as commands
        query.select_all()

    def clear(self) -> None:
        """Forget the query without telling anybody."""
        self.show("", self.scope)
        self.show_count("")

    def show(self, text: str, scope: Scope) -> None:
        """Show a query without telling anybody."""
        query = self.query_one(_Query)
        with self.prevent(Input.Changed):
            query.value = text
        query.cursor_position = len(text)
        self.scope = scope
        self._show_scope()

    def point_at(self, position: int) -> None:
        """Put the cursor before a character of the query."""
        self.query_one(_Query).cursor_position = position

    def set_scope(self, scope: Scope) -> None:
        """Search in `scope`; what is typed already is searched there again."""
        if scope is self.scope:
            return
        self.scope = scope
        self._show_scope()
        if self.text.strip():
            self.post_message(self.Changed(self.text, scope))

    def show_count(self, count: str, *, none: bool = False) -> None:
        """Show how many hits there are, `none` where it is bad news."""
        if (count, none) == self._count:
            return
        self._count = (count, none)
        counter = self.query_one("#counter", Static)
        counter.update(Content(count), layout=False)
        counter.set_class(none, "-none")

    def _show_scope(self) -> None:
        name = self.scope.value if self.size.width >= _WIDE else self.scope.short
        self.query_one("#scope", Static).update(Content(f"{name} ▾"))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say at every key what is searched."""
        event.stop()
        self.post_message(self.Changed(event.value, self.scope))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Say that the query is finished."""
        event.stop()
        self.post_message(self.Submitted())

    def on__scope_label_toggled(self) -> None:
        """Search in the other scope."""
        self.set_scope(self.scope.other)


class _Query(LineInput):
    """The input itself. Arrow up leads to older queries, arrow down back and on to the results."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    """How wide the query is. Textual would lay out the whole screen at every letter."""

    def __init__(self, history: History, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, select_on_focus=False)
        self._history = history
        self._recall: Recall | None = None
        """The walk through older queries one is on, as long as nothing else is typed."""

    def key_up(self) -> None:
        """Take an older query: of those that begin with what is typed, unless it is selected."""
        if self._recall is None or self._recall.query != self.value:
            beginning = "" if self.selected_text == self.value else self.value
            self._recall = self._history.recall(self.value, beginning)
        self._take(self._recall.older())

    def key_down(self, event: events.Key) -> None:
        """Take a newer query, at last what was typed; from there leave for the results."""
        event.stop()  # else the results, which have the keyboard by then, take it for theirs
        on_the_way = self._recall is not None and self._recall.query == self.value
        newer = self._recall.newer() if self._recall and on_the_way else None
        if newer is None:
            self._recall = None
            self.post_message(SearchBar.Downward())
        else:
            self._take(newer)

    def _take(self, query: str) -> None:
        self.value = query
        self.cursor_position = len(query)


class _ScopeLabel(Static):
    """The scope, to be clicked."""

    class Toggled(Message):
        """It was clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__("", id=id, markup=False)

    def on_click(self) -> None:
        """Say so."""
        self.post_message(self.Toggled())
