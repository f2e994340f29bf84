"""The other forms of a word: its cases, persons, tenses, as far as a library has them."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from tui_reader.widening import polish
from tui_reader.widening.lexicon import Lexicon

if TYPE_CHECKING:
    from Stemmer import Stemmer

__all__ = ["forms"]

_STEMMERS: Final = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""What Snowball calls its stemmers, by the language's ISO 639-1 code."""

_SHARED: Final = 4
"""Forms begin with the same letters: so many, or all of a shorter stem but the last."""


def forms(word: str, lexicon: Lexicon, languages: Iterable[str]) -> set[str]:
    """The folded words of a library that are other forms of `word` in any of the `languages`.

    Languages are ISO 639 codes, with or without a region (`pl`, `en-GB`); unknown ones don't
    matter.
    """
    found: set[str] = set()
    for code in {language.partition("-")[0].lower() for language in languages}:
        if code == "pl":
            # Snowball wants the accents: without them it knows two forms in five, the ends
            # alone three in four.
            found.update(polish.forms(word, lexicon))
        elif code in _STEMMERS:
            found.update(_of_one_stem(word, lexicon, _stemmer(_STEMMERS[code])))
    found.discard(word)
    return found


def _of_one_stem(word: str, lexicon: Lexicon, stemmer: "Stemmer") -> Iterator[str]:
    stem = stemmer.stemWord(word)
    others = lexicon.beginning(stem[: min(_SHARED, max(1, len(stem) - 1))])
    for other, other_stem in zip(others, stemmer.stemWords(others), strict=True):
        if other_stem == stem:
            yield other


@cache
def _stemmer(name: str) -> "Stemmer":
    from Stemmer import Stemmer

    return Stemmer(name)
