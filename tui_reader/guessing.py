"""Which old encoding a text is in: of those that fit, the one in which it reads like a language.

charset-normalizer tells which encodings the bytes can be in at all. Those are often several, above
all for a line or two, and then the letters decide: `ø` beside `š` is no language, `ř` beside `š` is
Czech.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Final

__all__ = ["guess"]

_SAMPLE: Final = 65_536  # bytes: a guess from more is slower and no better

_CENTRAL: Final = (  # Polish, Czech, Slovak, Hungarian, Romanian, and the languages of the south
    "ąęłżóśćźń íáěéčřýžšůúťďňó áíčéýžšúľťôóňďäŕĺ áéöóőíüúű ăîâţşșț čšžćđ"
)
_CYRILLIC: Final = (
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё оаинітревскдлпумьзябгйчхцжєїюшщґф "
    "аоеитнрсвлкдпмзгубчъяжцшхюйщфь аоиенртсјкудвлпмшгзбчцжћњљђфхџ"
)
_KANA: Final = (
    "のいうたしとてにるかなはでをがすまんっこれもりくさだらつあそよきけどえおせめちわみじ"
)
_JAPANESE: Final = (
    _KANA + "ーンスルトラリクアイシドタレマコテサカ日人本大今何私一時上分間出年中見思"
)

_LETTERS: Final[Mapping[str, str]] = {  # each language's letters beyond ASCII, frequent ones first
    "cp1252": "éàèêçôùâîûœëï äüöß äöåé åøæé óíáéñú¿¡ü ãçáéíóêõâúàô èàéùòì ëéïöóü éáíóúöæýþð",
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp1251": _CYRILLIC,
    "koi8_r": _CYRILLIC.split()[0],
    "cp1253": "ατοιενσρκπμλςυήάγόίέδχθύώφβξζψϊ",
    "cp1254": "ığşüöçâî",
    "cp1255": "יוהלארתבמשנעדחקפכםגטזסצןךףץ",
    "cp1256": "اليمونترةبعدسفهكقأحجشطصخإىذثضغزءآئظؤ اینرهدمتسبکخوشزلگفقپچعجحژ",
    "cp874": "านรกอเง่ม้วยลดิตัีทสะปบคหแจพ์ชขใไโำุูผึืซถศณธษฐ็ญภฟ",
    "cp932": _JAPANESE,
    "euc_jp": _JAPANESE,
    "gb18030": "的是一不了我在有人这他们来个大上说你到和要时就会可以么好也都没去能家对那得下自然",
    "big5": "的是一不了我在有人這他們來個大上說你到和要時就會可以麼好也都沒去能家對那得下自然",
    "cp949": "이다는의에을가고하지은도를로한어서나기있사자아리인그게시대해요니",
}
"""Of those that fit equally well the first is taken."""

_LATIN: Final = frozenset({"cp1252", "cp1250", "iso8859_2", "cp1254"})
_PUNCTUATION: Final = frozenset("‘’“”„–—…«»°§€№、。，！？「」・：；（）《》")
_SCRIPTS: Final = {  # the rest of a script, as the pattern of a character
    "cp932": re.compile("[ぁ-ヿ一-鿿]"),
    "euc_jp": re.compile("[ぁ-ヿ一-鿿]"),
    "gb18030": re.compile("[一-鿿]"),
    "big5": re.compile("[一-鿿]"),
    "cp949": re.compile("[가-힣]"),
}


def guess(data: bytes) -> str:
    """The encoding `data` is most likely in, as Python calls it."""
    from charset_normalizer import from_bytes

    sample = _sample(data)
    fits = {
        match.encoding: match.chaos
        for match in from_bytes(sample, cp_isolation=list(_LETTERS))
        if match.encoding in _LETTERS
    }
    if not fits:
        return next(iter(_LETTERS))
    order = list(_LETTERS)
    return max(fits, key=lambda name: (_likeness(sample, name), -fits[name], -order.index(name)))


def _sample(data: bytes) -> bytes:
    """The first lines that are not ASCII, which every encoding here reads the same."""
    lines: list[bytes] = []
    left = _SAMPLE
    for line in data.split(b"\n"):
        if not line.isascii():
            lines.append(line[:left])
            left -= len(lines[-1])
            if left <= 0:
                break
    return b"\n".join(lines)


def _likeness(sample: bytes, encoding: str) -> float:
    """How much the letters beyond ASCII are those of a language: about 1 for a good likeness."""
    text = sample.decode(encoding, errors="replace")
    seen = Counter(char for char in text.lower() if not char.isascii())
    best = max(
        sum(count * _worth(char, weights, encoding) for char, count in seen.items())
        for weights in _weights(encoding)
    )
    return (best - _strange(text, encoding)) / max(seen.total(), 1)


def _strange(text: str, encoding: str) -> float:
    """How much of `text` stands where it does not belong: capitals and other scripts in a word."""
    pairs = [(a, b) for a, b in pairwise(text) if a.isalpha() and b.isalpha()]
    capitals = sum(a.islower() and b.isupper() for a, b in pairs if not b.isascii())
    if encoding in _LATIN:
        return capitals
    ascii_letters = sum(char.isalpha() for char in text.encode("ascii", "ignore").decode())
    others = sum(map(str.isalpha, text)) - ascii_letters
    foreign = others * 0.3 if ascii_letters > others else 0.0
    return capitals + foreign + sum(a.isascii() != b.isascii() for a, b in pairs)


@cache
def _weights(encoding: str) -> tuple[dict[str, float], ...]:
    """For each language of an encoding, how much each of its letters counts."""
    return tuple(
        {letter: 1 - place * 0.02 for place, letter in enumerate(letters)}
        for letters in _LETTERS[encoding].split()
    )


def _worth(char: str, weights: Mapping[str, float], encoding: str) -> float:
    known = weights.get(char)
    if known is not None:
        return known
    if char in _PUNCTUATION or (encoding in _SCRIPTS and _SCRIPTS[encoding].match(char)):
        return 0.5
    return -0.5 if char.isalpha() else -1
