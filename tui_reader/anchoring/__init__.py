"""Places tied to the words they are at, so that they survive whatever becomes of the file."""

from tui_reader.anchoring.anchors import Anchor, Finder, anchor, find, place_again, same_place

__all__ = ["Anchor", "Finder", "anchor", "find", "place_again", "same_place"]
