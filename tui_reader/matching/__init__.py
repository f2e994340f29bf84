"""What a hit is: the one answer that highlights, counts, snippets and `grep` all give."""

from tui_reader.matching.matcher import Hit, Matcher, Matchers, Searchable
from tui_reader.matching.narrowing import narrowed
from tui_reader.matching.snippets import Snippet, snippet
from tui_reader.text.words import Span

__all__ = ["Hit", "Matcher", "Matchers", "Searchable", "Snippet", "Span", "narrowed", "snippet"]
