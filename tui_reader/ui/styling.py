"""Styles of a widget's parts, laid over each other as they will be seen."""

from collections.abc import Iterable
from functools import cached_property

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from tui_reader.ui.colours import SpeakerColours, lifted
from tui_reader.ui.themes import least_contrast

__all__ = ["Brush", "layered"]


def layered(widget: Widget, *parts: str) -> Style:
    """The style of `widget` with those of its component classes on top, the last one last.

    Translucent colours are mixed with what is below them, which Rich cannot do later, and text is
    made lighter or darker where it could not be read there.
    """
    return _layered(widget, parts)[0]


def _layered(widget: Widget, parts: tuple[str, ...]) -> tuple[Style, Color]:
    _, _, background, colour = widget.colors
    text_style = Style()
    for part in parts:
        styles = widget.get_component_styles(part)
        if styles.has_rule("background"):
            background += styles.background
        if styles.has_rule("auto_color") and styles.auto_color:
            colour = background.get_contrast_text(styles.color.a)
        elif styles.has_rule("color"):
            colour = styles.color
        text_style += styles.text_style
    shown = background + colour
    if shown.ansi is None and background.ansi is None:
        shown = lifted(shown, background, least_contrast(widget.app.theme_variables))
    colours = Style.from_color(shown.rich_color, background.rich_color)
    return colours + text_style, background


class Brush:
    """Makes the pieces of a row in the styles of a widget's parts, which it works out once.

    What is `over` lies below them all: the look of the row the cursor is on.
    """

    def __init__(self, widget: Widget, colours: SpeakerColours, over: str = "") -> None:
        self._widget = widget
        self._colours = colours
        self._over = (over,) if over else ()
        self._styles: dict[str, Style] = {}
        self._names: dict[str, Style] = {}

    def piece(self, text: str, part: str) -> Segment:
        """Some text that looks like a part: the name of a component class."""
        style = self._styles.get(part)
        if style is None:
            style = self._styles[part] = layered(self._widget, *self._over, part)
        return Segment(text, style)

    @cached_property
    def blank(self) -> Style:
        """The style of what is left of a row."""
        return layered(self._widget, *self._over)

    def name(self, text: str, speaker: str, among: Iterable[str] = ()) -> Segment:
        """Some text in the colour of a speaker, who differs from others `among` whom they are."""
        style = self._names.get(speaker)
        if style is None:
            self._colours.meet(among)
            style, background = _layered(self._widget, self._over)
            least = least_contrast(self._widget.app.theme_variables)
            style += Style(color=self._colours.colour(speaker, background, least))
            self._names[speaker] = style
        return Segment(text, style)
