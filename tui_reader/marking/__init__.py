"""Marks and notes, beside where they are stored: found again, listed, searched, exported.

    pending     the key that waits for a letter: `m` and `'`
    signs       what stands for them beside the text
    locating    where the words of marks and notes are in a transcript
    naming      the names that those who speak have by now
    choosing    those of some episodes
    listing     all of them by episode, and those with some words
    escaping    text as Markdown that reads as that text
    markdown    marks and notes as Markdown
    exporting   the files that is written to

Only `exporting` writes anything.
"""
