"""Styles of a widget's parts, laid over each other as they will be seen."""

from rich.style import Style
from textual.widget import Widget

__all__ = ["layered"]


def layered(widget: Widget, *parts: str) -> Style:
    """The style of `widget` with those of its component classes on top, the last one last.

    Translucent colours are mixed with what is below them, which Rich cannot do later.
    """
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
    colours = Style.from_color((background + colour).rich_color, background.rich_color)
    return colours + text_style
