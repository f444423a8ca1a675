"""The words by which a text says of itself that it is not public, and where in a text they stand.

This is the one list: what a mark looks like, how it begins and which words a slip of the hand leaves readable follow
from it. To add a mark, add a line to the list of its kind. A phrase is written as people write it, in small letters:

    openb*           the word may go on: openbaar, openbaarmaking, openb
    *vertrouwelijk   the word may have others in front of it: bedrijfsvertrouwelijk
    voor/bij         either of the two
    de?              may be left out
    ...3             up to three other words
    dep~v            glued, or with a blank, a stop, a hyphen or a slash between: DepV, Dep. V, DEP-V

    top_secret       a blank within one of several words

A blank may be a hyphen as well. The first word may not be left out. Of two phrases in one place the longer counts, and
of two as long the one of the earlier list.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

import msgspec

from briefcli.patterns import Pattern


class Kind(StrEnum):
    """What a phrase needs to count. Each counts where it is all of a text, of a sentence or of what brackets hold."""

    LABEL = "label"  # wherever a memo has it; an agenda also in front of a text without a sign behind it
    SAID = "said"  # as WORD, also behind the last comma, and where a memo says that something is so
    ORDER = "order"  # as WORD, also behind the last comma
    TOPIC = "topic"  # as WORD, but beside a comma or a note it may be a mere subject
    WORD = "word"  # in a memo also among other words: in a heading, in brackets, before a colon
    CIRCLE = "circle"  # in a memo also among other words in brackets; beside a comma it may be a mere subject
    ALONE = "alone"  # nowhere else
    TITLE = "title"  # in a memo as WORD, but never alone: what follows it is the mark


PHRASES: dict[Kind, tuple[str, ...]] = {
    Kind.LABEL: (
        "dep/departementaal~v/vertr*", "stg", "stg~g/zg/c/geheim/zeer_geheim/confidentieel",
        "limite", "restreint ue?", "confidentiel ue", "secret ue",
        "nato/navo/otan/eu/ue/cosmic~restricted/confidential/secret/classified/top_secret",
        "nato/navo/otan/eu/ue/cosmic~unrestricted/unclassified", "eu-r", "r-ue~eu-r", "c-ue~eu-c", "s-ue~eu-s",
    ),
    Kind.SAID: (
        "niet ...3 openb*", "geheim/staatsgeheim", "vertrouwelijk", "gerubriceerd", "gelakt/weggelakt/zwartgelakt",
        "onder embargo", "bedrijfsvertrouwelijk/kabinetsvertrouwelijk/raadsvertrouwelijk/commissievertrouwelijk",
    ),
    Kind.ORDER: (
        "niet te? verder? actief? extern? breed? delen/verspreiden/doorsturen/uitdragen/uit_te_dragen",
        "niet te? verder? actief? extern? breed? communiceren/benoemen/noemen/melden/verstrekken",
        "niet bestemd/bedoeld? voor/naar/met/aan de? kamer/tk/ek/parlement/pers/media/buiten*/derden delen",
        "confidential/confidentieel", "classified", "restricted", "secret", "top secret", "alleen mondeling delen",
    ),
    Kind.TOPIC: ("embargo",),
    Kind.WORD: (
        "niet te? actief? voor? de? openb*/publi*/verspreid*/extern*", "niet/geen ...4 openb*", "openba* ...3 niet",
        "niet ...2 vrijgegeven", "onttrokken/uitgezonderd/uitgesloten/vrijgesteld aan/van de? openb*",
        "n. openb*", "n.openb*", "*vertrouwelijk*", "geheim*", "staatsgeheim*", "bedrijfsgeheim*", "ambtsgeheim*",
        "kabinetsgeheim*", "confidenti*", "gerubriceerd*", "*geanonimiseerd*", "afgeschermd*",
        "gelakt*", "weggelakt*", "zwart~gelakt*", "lakken/weglakken bij/voor/vóór *", "lak/weglak/lakken/weglakken",
        "weggelaten", "weglaten bij/voor/vóór *", "weglaten", "weg te laten/lakken", "uitzonderen",
        "zwart/onleesbaar~maken/gemaakt*", "zwart/onleesbaar te maken", "geel/grijs~gemarkeerd*/gearceerd*",
        "schrappen/verwijderen/anonimiseren/afschermen bij/voor/vóór ...1 openb*/publi*/woo*",
        "bij/voor/vóór ...1 openb*/publi* schrappen/verwijderen/anonimiseren/afschermen",
        "alleen/uitsluitend bestemd/bedoeld? voor ambtelijk*/u",
        "alleen/uitsluitend bestemd/bedoeld? voor de? minister/bewindsperso*",
        "alleen/uitsluitend/strikt voor? inter* gebruik?", "intern/interne noot/nota/beraad/gebruik/memo/aantekening*",
        "koersgevoelig*/beursgevoelig*/marktgevoelig*/concurrentiegevoelig*",
        "uitzonderingsgrond*", "weigeringsgrond*", "persoonlijke beleidsopvatting*", "embargo*",
        "eyes only", "off the record", "for official use", "no foreign", "sensitive", "redacted", "non~public*",
        "not for? further/onward? public*/disclos*/releas*/distribut*/circulat*",
    ),
    Kind.CIRCLE: ("intern/internal", "private/privé/prive"),
    Kind.ALONE: (
        "withheld", "vertr", "n.o", "internal use? only", "nl/uk/us eyes only", "fyeo", "fouo", "noforn",
        "not for the? house/press/attribution/quotation", "chatham house rule/rules",
        "politiek gevoelig", "beperkte verspreiding", "beperkt verspreid*", "niet opnemen/vermelden/gebruiken",
        "niet bestemd/bedoeld? voor/naar/met/aan de? kamer/tk/ek/parlement/pers/media/buiten*/derden sturen/zenden?",
        "niet opnemen? in de? brief/kamerbrief/stuk*/kamerstuk*/nota", "niet uitspreken/zeggen/opschrijven",
        "alleen mondeling toelichten?", "woo/wob~uitzonder*/grond*/gevoelig*/weiger* a/b/c/d/e/f/g/h/i/j/k?",
        "alleen/uitsluitend voor? de? minister/min/mp/stas/bewindsperso*/bwp/sg/psg/dg",
    ),
    Kind.TITLE: ("rubricering*",),
}  # fmt: skip
# What is no row of words: how it begins, and its pattern (small and capital letters are the same, unless it says so)
_DETAILS = r"(?:[,\s]+(?:aanhef|en|lid|onder|sub|onderdeel|(?:eerste|tweede|derde|vierde|vijfde)\slid|[0-9a-k]\b))*"
_NUMBER_GOES_ON = r"(?:[.,/-]?(?:\w|\(\w{1,3}\)))*"
_ARTICLE = (
    r"(?:art\w*[\s.]+)?(?:5\.[12]|10\.2)(?:[.,()\s]+(?:aanhef|en|lid|onder|sub|(?:eerste|tweede|vijfde)\slid|[0-9]))*"
    r"[.,()\s]*[0-9]?[.,()\s]*(?:[a-k]\b\)?(?:\W+(?:van\sde\s)?wo[ob]\b)?|(?:van\sde\s)?wo[ob]\b)(?!,?\svan\b)"
)
PATTERNS: tuple[tuple[Kind, tuple[str, ...], str], ...] = (
    (Kind.LABEL, ("tlp",), r"tlp\s?:?\s?(?:red|amber|green)(?:\s?\+\s?strict)?\w*"),
    # A ground of the law by its number. Key points name other articles 5.1, so it is complete, or the law is named
    (Kind.LABEL, ("woo",), rf"woo[\s,]+(?:art\w*\.?\s)?5\.[12]{_NUMBER_GOES_ON}{_DETAILS}"),
    (Kind.ALONE, ("woo", "wob"), rf"wo[ob][\s,.-]+(?:art\w*[\s.]+)?(?:5\.[12]|10){_NUMBER_GOES_ON}{_DETAILS}"),
    (Kind.ALONE, ("art", "5.1", "5.2", "10.2"), _ARTICLE),
    (Kind.ALONE, ("art", "5.2"), r"(?:art\w*[\s.]+)?5\.2[.,\s]+(?:lid\s[1-4]|(?:eerste|tweede|derde|vierde)\slid)\b"),
    (Kind.ALONE, ("rel to",), r"rel\sto\s[a-z, ]+"),
    (Kind.CIRCLE, ("intern",), r"intern(?-i:(?:e|al)?\s[A-Z]{2,6})\b"),  # a directorate: Intern BZ
    (Kind.ALONE, ("conf",), r"(?-i:CONF)\b"),
)
# How NATO marks a paragraph in front: (NR)
OF_PARAGRAPHS = ("NR", "NC", "NS", "DV")
# Words that a slip of the hand leaves readable where they stand alone, and one that does behind these
SPELT = ("vertrouwelijk", "confidentieel", "confidential", "geheim")
SPELT_BEHIND = ("openbaar", ("niet", "nog niet"))


def _slips(word: str) -> Iterator[str]:
    """The beginning of a word, also with a letter left out, or changed with the next."""
    yield word
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


SLIPS = tuple(sorted({slip[:4] for word in SPELT for slip in _slips(word[:5])}))  # how such words begin
# What may stand beside a mark, as it says nothing of the matter itself: how, for how long, of what
BESIDE = (
    "strikt", "zeer", "persoonlijk", "commercieel", "politiek", "mr", "let op", "onder", "alleen", "uitsluitend",
    "voor", "for your", "nog", "en", "of", "and", "status", "concept", "s.v.p", "svp", "graag", "is", "zijn",
    "blijf/blijft/blijven", "word/wordt/worden", "mag/mogen", "behandelen/behandeld", "houden", "maken/gemaakt", "dit",
    "deze", "punt", "passage/passages", "alinea", "zin", "tekst", "artikel/art", "bovenstaand*", "onderstaand*",
    "voorlopig", "vooralsnog", "deels", "begin/start/eind/einde", "bij/voor woo*/wob*", "i.v.m",
    "met de? kamer/tk/ek/parlement/pers/media/buiten*/derden", "u/uu/uur", "om", "tot", "met", "t~m",
    "publicatie", "openbaarmaking", "verzending", "nader/nadere order/bericht?", "grond van?", "op grond van?",
    "ground", "maandag/dinsdag/woensdag/donderdag/vrijdag/zaterdag/zondag",
    "januari/februari/maart/april/mei/juni/juli",
    "augustus/september/oktober/november/december", "jan/feb/mrt/apr/jun/jul/aug/sep/sept/okt/nov/dec", "sg/dg/psg",
)  # fmt: skip
# The same in a line of a memo that holds nothing else, which may be its heading
BESIDE_IN_LINE = (
    "strikt", "zeer", "persoonlijk", "en", "met", "bijlage", "deel", "nota", "memo", "classificatie", "merking",
    "status", "onder", "tot", "uitsluitend", "alleen", "voor",
)  # fmt: skip
_GLUE = {"~": r"[\s./-]{0,2}", " ": r"(?:\s+|-)"}


def pattern_of(phrase: str) -> str:
    """The pattern of a phrase as people write it; what it says of small and capital letters is for the caller."""
    made, glue = "", ""
    for word, glue_behind in re.findall("([^~ ]+)([~ ]?)", phrase):
        if word.startswith("..."):
            made += rf"(?:{glue}\w{{1,40}}){{0,{word[3:]}}}"
        else:
            choice = _any_of(word.rstrip("?"), bound="" if glue_behind == "~" else r"\b")
            made += f"(?:{glue}{choice}){'?' * word.endswith('?')}"
        glue = _GLUE.get(glue_behind, "")
    return made


def _any_of(words: str, bound: str) -> str:
    made = (re.escape(each).replace(r"\*", r"\w*").replace("_", _GLUE[" "]) for each in words.split("/"))
    return f"(?:{'|'.join(each + bound if each[-1].isalnum() else each for each in made)})"


class _Entry(msgspec.Struct, frozen=True):
    kind: Kind
    pattern: Pattern
    needed: tuple[str, ...] = ("",)  # one of these pieces stands in a text with the mark


def marks_in(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Where each mark of the list begins and ends, and its kind, from left to right."""
    by_letters, compounds = _by_letters()
    small, end = _lowered(text), 0
    inner = [(piece, entry) for piece, entry in compounds if piece in small]
    possible: dict[str, list[tuple[str, _Entry]]] = {}  # by letters; a text may begin a phrase thousands of times
    for word in _WORD.finditer(small):
        start = word.start()
        if start < end:
            continue
        letters = small[start : start + 3]
        if letters not in possible:
            listed = by_letters.get(letters, ())
            possible[letters] = [each for each in listed if any(piece in small for piece in each[1].needed)]
        known = possible[letters]
        entries = [entry for stem, entry in known if small.startswith(stem, start)]
        entries += [entry for piece, entry in inner if piece in word[0]]
        found = [(match.end(), entry.kind) for entry in entries if (match := entry.pattern.match(text, start))]
        if found:
            end, kind = max(found, key=lambda each: each[0])  # of several as long the first
            yield start, end, kind


@cache
def beginnings() -> dict[str, tuple[str, ...]]:
    """How marks, words beside them and those with a slip of the hand begin, by their first three letters."""
    stems = {stem for listed in _by_letters()[0].values() for stem, _ in listed}
    stems |= {f"{stem}{sign}" for phrase in BESIDE for stem in _stems(phrase) for sign in " -"}
    stems |= set(SLIPS)
    stems |= {f"{each.lower()})" for each in OF_PARAGRAPHS}
    found: dict[str, list[str]] = {}
    for stem in sorted(stems):
        for letters in _letters(stem):
            found.setdefault(letters, []).append(stem)
    return {letters: tuple(each) for letters, each in found.items()}


_WORD = re.compile(r"\w+")
_Listed = tuple[tuple[str, _Entry], ...]


@cache
def _by_letters() -> tuple[dict[str, _Listed], _Listed]:
    """The marks with how they begin, by their first three letters; and those that others may stand in front of."""
    found: dict[str, list[tuple[str, _Entry]]] = {}
    compounds: list[tuple[str, _Entry]] = []
    for kind, phrases in PHRASES.items():
        for phrase in phrases:
            entry = _Entry(kind, Pattern(f"(?i){pattern_of(phrase)}"), tuple(_stems(_last_word(phrase))))
            if phrase.startswith("*"):
                compounds.append((phrase.strip("*"), entry))
            for stem in _stems(phrase):
                for letters in _letters(stem):
                    found.setdefault(letters, []).append((stem, entry))
    for kind, stems, pattern in PATTERNS:
        entry = _Entry(kind, Pattern(f"(?i){pattern}"))
        for stem in stems:
            found.setdefault(stem[:3], []).append((stem, entry))
    return {letters: tuple(each) for letters, each in found.items()}, tuple(compounds)


def _stems(phrase: str) -> Iterator[str]:
    """How a phrase begins."""
    for word in re.split("[ ~]", phrase, maxsplit=1)[0].split("/"):
        yield word.strip("*").partition("_")[0]


def _last_word(phrase: str) -> str:
    """The last word of a phrase that may not be left out."""
    return [each for each in re.split("[ ~]", phrase) if not each.endswith("?") and not each.startswith("...")][-1]


def _letters(stem: str) -> Iterator[str]:
    """The first three letters of what begins so, which may be a shorter word with a sign behind it."""
    return iter([stem[:3]]) if len(stem) >= 3 else (f"{stem}{sign}"[:3] for sign in " -./:")


def _lowered(text: str) -> str:
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(each if len(each.lower()) > 1 else each.lower() for each in text)
