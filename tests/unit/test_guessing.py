"""Sentences in the encodings people once wrote them in, told apart by a line of each."""

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.decoding import decode
from tui_reader.guessing import guess

_SPOKEN = {
    "Kasia pożyczyła mi łódkę i pół roku później ją oddałem.": ("cp1250", "iso8859_2"),
    "Kde jsi byl včera, když začalo pršet?": ("cp1250", "iso8859_2"),
    "Dnes večer sa stretneme pri veľkej rieke, však?": ("cp1250", "iso8859_2"),
    "Tegnap este sokáig esett az eső, és féltünk tőle.": ("cp1250", "iso8859_2"),
    "Schließlich war die Brücke für ein Jahr gesperrt.": ("cp1252",),
    "Il était une fois un élève très fatigué.": ("cp1252",),
    "Nous l’avons reçue hier à l’hôpital.": ("cp1252",),
    "¿Cuándo volverá el niño de la montaña?": ("cp1252",),
    "Perché non è più così difficile?": ("cp1252",),
    "Amanhã não haverá reunião, avisou o irmão.": ("cp1252",),
    "Hur går det på ön när båten är borta?": ("cp1252",),
    "På søndag spiser vi brød og æbler.": ("cp1252",),
    "“It wasn’t me,” she said — and left.": ("cp1252",),
    "А потом они уехали на дачу к бабушке.": ("cp1251", "koi8_r"),
    "ГРОМКАЯ МУЗЫКА И СМЕХ В ЗАЛЕ": ("cp1251", "koi8_r"),
    "Чи є у вас питання щодо цієї історії?": ("cp1251",),
    "Утре ще говорим за старите градове.": ("cp1251",),
    "Το βιβλίο που διάβασα χθες ήταν υπέροχο.": ("cp1253",),
    "Çocuklar bahçede oynuyor, ağaçlar yeşil.": ("cp1254",),
    "הילדים משחקים בגינה מאחורי הבית.": ("cp1255",),
    "الأطفال يلعبون في الحديقة خلف البيت.": ("cp1256",),
    "เด็กๆ เล่นอยู่ในสวนหลังบ้าน": ("cp874",),
    "子供たちは家の裏の庭で遊んでいます。": ("shift_jis", "euc_jp"),
    "孩子们在房子后面的花园里玩。": ("gb18030",),
    "孩子們在房子後面的花園裡玩。": ("big5",),
    "아이들이 집 뒤 정원에서 놀고 있어요.": ("euc_kr",),
}
_EACH = pytest.mark.parametrize(
    ("text", "encoding"),
    list(chain(*([(text, name) for name in names] for text, names in _SPOKEN.items()))),
)


@_EACH
def test_a_line_is_enough_to_tell_an_old_encoding(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert "guess" in decoded.problems[0].message


@_EACH
def test_so_is_one_among_the_numbers_of_captions(text: str, encoding: str) -> None:
    cues = [f"{n}\n00:{n:02}:01,000 --> 00:{n:02}:05,000\n{text}\n" for n in range(40)]
    captions = "\n".join(cues)
    assert decode(captions.encode(encoding)).text == captions


@_EACH
def test_and_one_at_the_end_of_much_that_is_ascii(text: str, encoding: str) -> None:
    long = "Nothing to see here, and nothing to hear.\n" * 4_000 + text
    assert decode(long.encode(encoding)).text == long


@settings(deadline=None)
@given(st.binary(min_size=1).filter(lambda data: not data.isascii()), st.integers(0, 3))
def test_any_bytes_are_guessed_to_be_something(data: bytes, times: int) -> None:
    assert (data * 10**times).decode(guess(data * 10**times), errors="replace")
