"""What the two databases hold, version by version.

Steps are never changed once they have been released: what is to be different is another step.
"""

from typing import Final

from tui_reader.state.database import Schema

__all__ = ["MADE", "REMEMBERED"]

_EPISODES: Final = """\
CREATE TABLE episodes (
  id INTEGER PRIMARY KEY, path BLOB NOT NULL, traits TEXT NOT NULL, sketch BLOB NOT NULL,
  title TEXT NOT NULL, show TEXT, date TEXT
);
CREATE INDEX episodes_by_traits ON episodes (traits);
CREATE TABLE paths (
  path BLOB PRIMARY KEY, episode INTEGER NOT NULL REFERENCES episodes
) WITHOUT ROWID;
CREATE INDEX paths_by_episode ON paths (episode);
"""
"""Episodes as `Identity` has them, and every path that one has been at and no other since."""

_REMEMBERED: Final = """\
CREATE TABLE remembered (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
  episode INTEGER PRIMARY KEY REFERENCES episodes, anchor TEXT NOT NULL,
  progress REAL NOT NULL, top TEXT, shift INTEGER NOT NULL, changed TEXT NOT NULL
)
"""

_MADE: Final = """\
CREATE TABLE entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT, episode INTEGER NOT NULL REFERENCES episodes,
  kind TEXT NOT NULL, letter TEXT, start TEXT NOT NULL, stop TEXT, quote TEXT NOT NULL,
  speaker TEXT, time INTEGER, text TEXT NOT NULL,
  created TEXT NOT NULL, changed TEXT NOT NULL, deleted TEXT
);
CREATE INDEX entries_by_episode ON entries (episode);
CREATE UNIQUE INDEX own_letters ON entries (episode, letter)
  WHERE letter BETWEEN 'a' AND 'z' AND deleted IS NULL;
CREATE UNIQUE INDEX common_letters ON entries (letter)
  WHERE letter BETWEEN 'A' AND 'Z' AND deleted IS NULL;
CREATE TABLE finished (
  episode INTEGER PRIMARY KEY REFERENCES episodes, is_read INTEGER NOT NULL, changed TEXT NOT NULL
)
"""

REMEMBERED: Final = Schema(0x74755201, (_EPISODES + _REMEMBERED,), "NORMAL")
"""state.db: what makes the next start like the last. A power cut may cost its last seconds."""

MADE: Final = Schema(0x74755202, (_EPISODES + _MADE,), "FULL")
"""data.db: what a person has made. Once it was said to be written, nothing takes it away."""
