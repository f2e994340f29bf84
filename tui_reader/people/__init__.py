"""Who is who: the names that people have given to those who speak, and what speaks for others."""

from tui_reader.people.people import People
from tui_reader.people.rules import EVERYWHERE, NOBODY, Naming, Reach, Rule, Rules, Where

__all__ = ["EVERYWHERE", "NOBODY", "Naming", "People", "Reach", "Rule", "Rules", "Where"]
