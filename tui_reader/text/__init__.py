"""A text as it is searched: its words, its spellings, and patterns in it."""
