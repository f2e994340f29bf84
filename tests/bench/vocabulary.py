"""The words that generated people say: ranked as in real speech, from a few hundred stems.

Both languages have what makes search hard: many forms of one word, and letters with marks.
"""

from functools import cache
from itertools import accumulate, cycle
from typing import Final, Literal

__all__ = ["LANGUAGES", "PEOPLE", "TOPICS", "Language", "weights", "words"]

Language = Literal["en", "pl"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "pl")

_STEEPNESS: Final = -1.1
_RARE_PER_STEM: Final = 24

_COMMON: Final[dict[Language, str]] = {
    "en": """the and to of a I that it in you is was for so we on have this with but they be are
        not what just as there like do at know my or if about one can it's all when your would from
        think don't because some then out people had up that's get very me which were how really
        an by who them more he she has their been mean time now say something going other could
        into than right only here two well see make way thing any where our also even much back
        kind good got actually little over after first want those down things yes again day too
        look same through always still may before might never own few why most between every""",
    "pl": """i to w nie się na że z jest do jak tak co ale ja o po już mi tym mnie go tego bo jest
        za tylko był od dla czy ten są może być być było jeszcze wszystko kiedy przez ma tu też my
        nas ich jeśli gdzie tam które który pan która bardzo by teraz jego jej żeby więc albo
        sobie mam ze coś właśnie będzie przed można nawet kto ktoś potem bez nim tej pod nic ona niż
        trzeba zawsze trochę dobrze znaczy nigdy inaczej chyba wtedy też każdy raz drugi dwa jakiś
        rzeczy czyli prostu wiem mówię zresztą jednak jako mógł mieć
        swoje u aż dopiero nad także akurat""",
}

_NOUNS_EN: Final = """answer archive barrel bell board boat book bottle bridge bucket button cable
    candle card chair channel circle clock cloud coast coin colour corner cost courtyard crew
    curtain decision deposit detail door draft drawer engine error evening factory farmer field
    filter forest friend garden glass guess harbour hill history island journey kettle kitchen
    ladder lamp latch layer lesson letter limit machine market meadow measure memory mirror
    moment morning mountain movement needle neighbour night noise notebook number object ocean
    orchard paper path pattern pencil piano picture pillow place plan plate pocket problem
    process project queue question railway reader reason record river road room rope sailor
    school season shadow sheet shelf signal silence sister sketch song spoon stair station stone
    story street string student summer surface switch table teacher tower train tunnel valley
    village voice wagon wall wheel window winter wonder worker yard"""

_VERBS_EN: Final = """add allow answer ask borrow build carry catch claim clean climb collect
    compare consider count cover cross decide deliver depend describe discover draw drift end
    explain fail fill fold follow gather guess handle happen help hold imagine improve inspect
    join jump knock last launch lean learn lift listen load look matter measure mend miss mix move
    need notice offer open order paint pass pick plan plant play point pour print promise pull
    push question reach remember rent repair repeat report rescue rest return roll row save seem
    shift show sign solve sort start stay stop store talk test train travel treat trust turn use
    visit wait walk want warn wash watch wonder work wrap"""

_ADJECTIVES_EN: Final = """bitter blunt brave bright broad calm cheap clear clever cold cool crisp
    damp dark deep dense dull eager fair faint fast firm flat fresh gentle grand green hard harsh
    heavy honest kind late light long loud mild narrow neat odd pale plain proud quick quiet rare
    rich rough round sharp short slow smart smooth soft solid steep stiff strange strong sweet
    thick thin tight tough warm weak wide wild young"""

_MASCULINE_PL: Final = """adres archiw bęben błąd brzeg budynek chleb czajnik dom drążek dziennik
    głos hałas klucz kolor koncert kosz krzyżyk las list magazyn magnetofon most mur nawyk numer
    obraz odcinek ogród okręt parapet parowóz peron plan plecak pociąg pomysł port problem program
    przystanek pulpit rower rozdział rysunek sąsiad silnik skrzynek słownik sposób statek strych
    strumień szczegół szum śpiew świetlik tłum tramwaj tunel urlop wagon warsztat wieczór wiatr
    wózek wykład wzór zamek zapis zapas zegar zeszyt związek żagiel żuraw"""

_FEMININE_PL: Final = """audycj belk cegł chmur czapk dolin drabin fabryk firank gazet godzin grup
    herbat histori jesion kaczk kanap kartk kieszon klamk książk kuchni lamp liczb linijk ławk łyżk
    map maszyn mgł minut muzyk myśl nagrod nazw nut odpowiedz opini opowieśc pamięc pauz piosenk
    pogod pokryw pomoc półk pracowni prognoz przerw przyczyn pustk ram rozmow rybk rzek sprawdzon
    stacj sukienk szaf szczelin szklank szkoł szuflad ścieżk taśm tkanin ulic umow wad warstw
    wiadomoś wiosn wsk wystaw zasad zatok zim zmian żarówk"""

_VERBS_PL: Final = """biega buja czeka czyta dba działa gada gra kocha kopa krzyka łapa mieszka mija
    nagrywa nazywa odkłada odpowiada oddycha opowiada otwiera pamięta pisa pływa poczeka podnosza
    pomaga poprawia powtarza poznawa pożycza próbowa przerywa przesuwa przewija przypomina pyta
    rozmawia siada składa słucha sprawdza sprząta szuka śpiewa trwa układa urywa ustawia uważa wala
    wchłania wiąza wołowa wraca wspomina wstawa wyciąga wygląda wysyła zabiera zaczyna zadawa zamyka
    zapala zapomina zapisa zbiera zgadza zgrzyta znika żegna"""

_ADJECTIVES_PL: Final = """biał bliżs błękitn ciasn ciekaw ciemn ciężk czarn czerwon czyst daln dług
    dobr dokładn dziwn gęst głośn głup gorąc grub jasn krótk lekk lodowat łagodn ładn małomówn męsk
    mięk mokr mroźn nisk now okrągł ostr pewn piękn pierwsz płask pogodn pros przyjemn pust rzadk
    siw skrom słab słon smutn spokojn star stromn such szar szczer szerok szybk śliczn śpiąc świeżn
    trudn tward uczciw uważn wąsk wesoł wilgotn woln wspaniał wysok zdrow zielon zimn zmęczon złot
    żyw"""

_ENDINGS: Final[dict[Language, tuple[tuple[str, str], ...]]] = {
    "en": (
        (_NOUNS_EN, " -s -'s"),
        (_VERBS_EN, " -s -ed -ing -er re- -able"),
        (_ADJECTIVES_EN, " -ly -er -est -ness un- -ish"),
    ),
    "pl": (
        (_MASCULINE_PL, " -u -owi -em -y -ów -ach -ami"),
        (_FEMININE_PL, "-a -y -ę -ą -om -ach -ami -o"),
        (_VERBS_PL, "-ć -m -sz -my -cie -ją -ł -ła -li -ły -jąc -no nie- -nie -nia -niem"),
        (_ADJECTIVES_PL, "-y -a -e -ego -emu -ym -ej -ą -ych -ymi -o -ość -ości"),
    ),
}

_TOPICAL: Final[dict[Language, dict[str, str]]] = {
    "en": {
        "beekeeping": "beehive swarm honeycomb smoker brood nectar propolis apiary drone",
        "compilers": "compiler parser kubernetes lexer garbage closure linker serverless bytecode",
        "cooking": "saucepan sourdough simmer marinade vinegar whisk cardamom oven broth chestnut",
        "railways": "locomotive gauge sleeper signalbox semaphore timetable platform freight",
        "gardening": "compost seedling hedgerow pruning mulch greenhouse slug rhubarb trellis",
        "sailing": "mainsail keel halyard tide mooring rudder gale bosun squall lighthouse",
        "typography": "serif ligature kerning glyph typeface letterpress ascender italic margin",
        "weather": "barometer drizzle front isobar thunder forecast humidity hoarfrost anticyclone",
    },
    "pl": {
        "pszczoły": "pasieka rójka plaster miód wosk trutnie królowa ramki podkurzacz nektar",
        "kolej": "lokomotywa semafor nastawnia rozkład zwrotnica podkłady dyżurny bocznica",
        "kuchnia": "zakwas pierogi żurek chrzan patelnia przyprawy kminek piekarnik śliwki",
        "ogród": "kompost grządka sadzonki żywopłot szklarnia ślimaki rabarbar pnącza",
        "pogoda": "barometr mżawka burza prognoza szron wilgotność wyż niż odwilż",
        "druk": "czcionka szeryf łamanie interlinia kursywa drukarnia odbitka margines",
    },
}
TOPICS: Final = {
    language: {topic: said.split() for topic, said in topics.items()}
    for language, topics in _TOPICAL.items()
}
"""What a show is about, and the words that only come up there."""

_FIRST_NAMES: Final[dict[Language, str]] = {
    "en": "Ada Bram Cleo Dorian Edda Felix Greta Hugo Iris Jonas Kit Lena Miles Nell Otis Pia",
    "pl": "Łukasz Żaneta Świętosława Bogna Zdzisław Grażyna Jagoda Józef Małgorzata Róża",
}
_LAST_NAMES: Final[dict[Language, str]] = {
    "en": "Fenwick Oake Tarn Pike Marlow Thorne Sands Lisle Calder Wick Arden Brook Hart Rowan",
    "pl": "Wrona Ślusarz Dąb Kędzior Łąka Mróz Żuk Ćwik Sęk Kłos Pączek Gąska Żołądź",
}

PEOPLE: Final[dict[Language, list[str]]] = {
    language: [
        f"{first} {last}"
        for first, last in zip(
            _FIRST_NAMES[language].split(), cycle(_LAST_NAMES[language].split()), strict=False
        )
    ]
    for language in LANGUAGES
}
"""Who speaks in the shows of a language."""


@cache
def words(language: Language) -> tuple[str, ...]:
    """Every word of a language, the commonest first."""
    return tuple(dict.fromkeys([*_COMMON[language].split(), *_forms(language), *_rare(language)]))


@cache
def weights(language: Language) -> tuple[float, ...]:
    """Running totals of how often each of `words` is said: less and less, the rarer it is."""
    return tuple(accumulate((rank + 2) ** _STEEPNESS for rank in range(len(words(language)))))


def _rare(language: Language) -> list[str]:
    """The long tail that makes an index large: names of things, made of two others."""
    stems = [stem for stems, _ in _ENDINGS[language] for stem in stems.split()]
    return [
        first + second
        for shift in range(1, _RARE_PER_STEM + 1)
        for first, second in zip(stems, stems[shift:] + stems[:shift], strict=True)
    ]


def _forms(language: Language) -> list[str]:
    """The forms of all stems: a form of every stem in turn, so that no stem is common in all."""
    columns = [
        [_formed(stem, ending) for stem in stems.split()]
        for stems, endings in _ENDINGS[language]
        for ending in endings.split(" ")
    ]
    longest = max(map(len, columns))
    return [column[row] for row in range(longest) for column in columns if row < len(column)]


def _formed(stem: str, ending: str) -> str:
    """`stem` with `-suffix` or `prefix-`; as it is with an empty one."""
    if not ending.startswith("-"):
        return ending.rstrip("-") + stem
    if stem.endswith("e") and ending[1:2] in ("e", "i"):
        stem = stem[:-1]
    return stem + ending[1:]
