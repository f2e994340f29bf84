"""Which language a text is in, told by its little words.

Every language has a hundred words without which nobody makes a sentence; what is said about, they
don't tell. So they name the language of a text, and weigh little in a search.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from typing import Final

from tui_reader.fold import spaced

__all__ = ["guess", "languages_of", "little_words"]

_WRITTEN: Final = {
    "en": """the be is are was were been am to of and a an in that have has had it its for not
            on with he she they we you i me him her them us my your his our their this these those
            do does did at but by from or as what which who when where how why will would can could
            should may might there here if then than so just about up out into no yes all some any
            very really also too only more most other don t s re ve ll m im d one like""",
    "pl": """się nie to że jest na w z do i a o u po za od dla ale jak co czy tak już tylko bo
            być był była było były są będzie może można mnie mi ja ty my wy on ona ono oni ich jego
            jej im go ją nas was nam wam ten ta te tego tej tym tych ci ty który która które którzy
            którego której których którym by żeby aby jeżeli jeśli gdy kiedy gdzie tu tam też także
            bardzo więc czyli przez przy pod nad przed bez ze we albo lub ani jako jakiś jakieś taki
            taka takie sobie siebie swój wszystko coś ktoś no dobra właśnie po prostu znaczy""",
    "de": """der die das und ist nicht ich du er sie es wir ihr ein eine einen einem einer zu in
            den dem des mit auf für von im an auch als aber so wie was wenn dass man sich war hat
            haben sind wird werden noch nur schon mal da dann oder bei aus nach um über vor kann
            doch ja nein mein dein sein hier diese dieser dieses""",
    "fr": """le la les un une des de du et est pas que qui je tu il elle nous vous ils elles ce
            cette ces dans pour sur avec en au aux ne se sont était être avoir mais ou où donc plus
            très bien comme si on son sa ses mon ma mes leur tout fait ça c d l n s qu j""",
    "es": """el la los las un una unos unas de del y es no que en por para con se lo su sus al
            como más pero o si ya muy yo tú él ella nosotros ustedes ellos esto esta este eso esa
            ese está están fue era ser son hay también porque cuando donde qué cómo""",
    "it": """il lo la i gli le un uno una di del della dei delle e è non che in per con si ma o
            se come anche più io tu lui lei noi voi loro questo questa quello quella sono era essere
            ha hanno molto poi perché quando dove cosa al alla nel nella sul""",
    "pt": """o a os as um uma uns umas de do da dos das e é não que em por para com se no na nos
            nas ao mas ou como mais eu tu ele ela nós vocês eles isso este esta esse essa está são
            foi era ser tem muito também porque quando onde""",
    "nl": """de het een en is niet dat van ik je jij hij zij wij we ze in op te met voor aan er
            maar om ook als bij dan nog wel zo naar uit door over wat die dit deze heeft hebben zijn
            was wordt kan moet geen al""",
    "sv": """och att det som en ett är på för av med inte den till jag du han hon vi ni de har
            hade var om men så från kan ska skulle när här där också eller bara mycket man sig""",
    "cs": """je se na v že a to s z do o i za po pro by ale jako jsem jsi jsme jste jsou byl
            byla bylo který která které nebo když kde jak co už tak jen také ten ta ty jeho její
            není být má může""",
    "ru": """и в не на я что он она они мы вы ты с как это по но из у за то так же от о для бы
            был была было были есть к до если или только когда где уже ещё вот да нет его её их""",
}
"""Little words by the language's ISO 639-1 code."""

_FEWEST: Final = 2
"""A text with fewer little words is in no language one could tell."""

_CLEARLY: Final = 2
"""The language of a text has so many times more of its little words than the next one."""

_SPOKEN: Final = 0.03
"""A language of a library has at least so much of all its little words."""


def guess(text: str) -> str | None:
    """The ISO 639-1 code of the language that `text` is in, or None where that is not clear."""
    counts = _counts((word, 1) for word in spaced(text).split())
    first, second = sorted(counts, key=counts.__getitem__, reverse=True)[:2]
    if counts[first] < max(_FEWEST, _CLEARLY * counts[second]):
        return None
    return first


def languages_of(vocabulary: Mapping[str, int]) -> tuple[str, ...]:
    """The languages that are spoken in a library, by how often its folded words are said."""
    words = frozenset(chain(*_own_words().values()))
    counts = _counts((word, vocabulary[word]) for word in words if word in vocabulary)
    total = sum(counts.values())
    spoken = [code for code, count in counts.items() if count and count >= _SPOKEN * total]
    return tuple(sorted(spoken, key=counts.__getitem__, reverse=True))


@cache
def little_words(language: str) -> frozenset[str]:
    """The folded little words of a language by its code; none, where it is not known."""
    return frozenset(spaced(_WRITTEN.get(language, "")).split())


@cache
def _own_words() -> dict[str, frozenset[str]]:
    """The little words that no other language has, by language."""
    return {
        code: little_words(code).difference(*map(little_words, _WRITTEN.keys() - {code}))
        for code in _WRITTEN
    }


def _counts(words: Iterable[tuple[str, int]]) -> dict[str, int]:
    """How many words are those of each language alone."""
    counts = dict.fromkeys(_WRITTEN, 0)
    for word, times in words:
        for code, own in _own_words().items():
            if word in own:
                counts[code] += times
    return counts
