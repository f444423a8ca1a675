"""Declares the headings of decision memos: all known variants of the name of each section.

Number, case, spaces and punctuation are ignored in the comparison, so that `2. GEADVISEERD BESLUIT:`,
`Informatie die niet openbaargemaakt kan worden` and a letter-spaced `K ernpunten` are all found.
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

import msgspec

from briefcli.domain.dates.words import ENGLISH_ONLY, FULL_MONTHS
from briefcli.domain.marks import begins_with_mark, is_mark_alone, is_marked_heading, marked_above, without_stop
from briefcli.domain.remark_words import LEEWAY, bits, kinds_of
from briefcli.patterns import Pattern, any_words


class Part(StrEnum):
    """What a section of a memo is for."""

    REASON = "reason"
    DECISION = "decision"
    KEY_POINTS = "key points"
    SESSIONS = "sessions"
    SPEAKING = "speaking"
    EXPLANATION = "explanation"
    POLITICAL = "political"
    FINANCIAL = "financial"
    LEGAL = "legal"
    COMMUNICATION = "communication"
    IMPLEMENTATION = "implementation"
    CONSULTED = "consulted"
    ACTIONS = "actions"
    WITHHELD = "withheld"
    ANNEXES = "annexes"


class SectionKind(msgspec.Struct, frozen=True):
    """A kind of section and the variants of its heading. `own_words`: it says more than the agenda's field does."""

    part: Part
    variants: tuple[str, ...]
    level: int = 2
    own_words: bool = False

    @property
    def is_known(self) -> bool:
        """Whether this is a usual heading of memos."""
        return self in HEADINGS or any(map(_CONSIDERED.fullmatch, self.variants))

    @property
    def is_declared(self) -> bool:
        """Whether the heading names a section, and is not only a mark of what is not public."""
        return bool(self.variants)


# Each row: the part, the level of the heading, `own` if its words are kept, and the variants. A star marks a variant
# that can also start a sentence or a title, so that an upper-case letter after it does not prove a heading
_TABLE = """
reason 1: Aanleiding; Inleiding*; Introductie*; Doel;
    Doel van de nota; Doel van deze nota; Doel nota; Doel van het gesprek; Doel gesprek; Doel van het overleg; Waarom
    nu; Waarom ligt dit nu voor; Wat is de aanleiding; Waar gaat het over; Wat ligt voor; Wat ligt er voor; Purpose;
    Purpose of this note; Introduction*; Issue
decision 1: Geadviseerd besluit; Geadviseerde besluiten; Geadviseerde beslissing; Gevraagd besluit; Gevraagde
    beslissing; Gevraagde besluiten; Advies; Beslispunt*; Beslispunten; Te nemen besluit; Voorgesteld besluit; Gevraagde
    actie; Gevraagd; Wat wordt gevraagd; Wat wordt van u gevraagd; Wat wordt er van u gevraagd; Wat vragen wij van u;
    Wat vragen we van u; Decision requested; Decision required; Requested decision; Recommendation*; Recommendations*;
    Action requested; Action required
key_points 1: Kernpunten; Kernpunt; Kern; Kern van de nota; Kern van de zaak; Wat is de kern; Kernboodschap;
    Kernboodschappen; Boodschap; Boodschappen; Hoofdboodschap; Hoofdboodschappen; Hoofdpunten; Samenvatting;
    Key points; Key messages; Main points; Summary
political 1 own: Krachtenveld
sessions 1: Sessies; Werksessies*; Programma*; Agenda; Sessions*
speaking 1: Spreekpunten*; Spreekpunt*; Gesprekspunten*; Spreeklijn*; Spreeklijnen*; Spreektekst*; Actieve spreeklijn;
    Speaking points*
explanation 2 own: Argumenten; Kanttekeningen
explanation 1: Toelichting; Korte toelichting; Nadere toelichting; Toelichting op het advies
explanation 2 own: Achtergrond*; Achtergronden; Overwegingen*; Context; Proces; Procedure*; Openbaarmaking;
    Openbaarheid; Vervolg; Vervolgproces; Vervolgstappen; Planning*; Tijdpad; Tijdspad; Tijdlijn; Voorgaande
    ontwikkelingen en alternatieven;
    Voorgaande ontwikkelingen; Voorgeschiedenis; Alternatieven; Background*
political 2: Politiek*; Politieke context; Politieke overwegingen; Politieke aspecten; Politieke gevoeligheden;
    Political context; Toezegging; Toezeggingen; Moties; Openstaande toezeggingen; Toezeggingen aan de Kamer;
    Openstaande moties en toezeggingen; Commitments
political 2 own: Draagvlak politiek; Draagvlak maatschappelijk en bestuurlijk
financial 2: Financiële overwegingen; Financiële aspecten; Financiële gevolgen; Financiële consequenties; Financiën*;
    Financieel*; Financial implications; Financial considerations; Financial aspects
legal 2: Juridische overwegingen; Juridische aspecten; Juridische gevolgen; Juridische consequenties; Juridisch kader;
    Juridisch*; Legal implications; Legal considerations; Legal aspects
communication 2: Communicatie*; Communicatieve aspecten; Communicatieaspecten;
    Voorlichting; Woordvoering; Persbericht; Q&A; Q&A's; Vragen en antwoorden; Communication*
implementation 2: Uitvoering*; Uitvoering en gevolgen voor de maatschappij; Uitvoeringsaspecten; Uitvoerbaarheid;
    Uitvoeringsgevolgen
actions 2 own: Actiepunten; Actielijst; Acties; Wie doet wat; Afspraken; Vervolgacties; Actions; Action points;
    Next steps
consulted 2: Afstemming*; Interdepartementale afstemming; Interne afstemming
withheld 1: Informatie die niet openbaar wordt gemaakt; Informatie die niet openbaar gemaakt kan worden; Informatie die
    niet openbaar kan worden gemaakt; Informatie die niet openbaar gemaakt wordt; Niet openbaar te maken informatie;
    Niet-openbare informatie; Niet openbaar te maken
withheld 2: Motivering*
annexes 1: Bijlagen*; Bijlage; Bijlage(n); Overzicht bijlagen; Annexes; Annex; Attachments*; Enclosures*
"""


def table_of(words: str) -> list[tuple[str, tuple[str, ...]]]:
    """The name and the variants of each row of a table, without their stars."""
    rows = (row.partition(": ") for row in re.sub(r"\n +", " ", words).strip().splitlines())
    return [(name, tuple(variants.replace("*", "").split("; "))) for name, _, variants in rows]


HEADINGS = tuple(
    SectionKind(Part[part.upper()], variants, int(level), bool(own))
    for (part, level, *own), variants in ((name.split(), variants) for name, variants in table_of(_TABLE))
)
_DAY = rf"[0-9]{{1,2}}\s(?i:{'|'.join((*FULL_MONTHS, *ENGLISH_ONLY))})\b"
_NUMBER = re.compile(
    rf"^\s*(?!{_DAY})"
    r"(?:[0-9]{1,2}[A-Z](?=\s)|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?|[IVX]{1,4}[.)]|[A-Ha-h][.)])\s*(?=[A-Za-z]|\([a-z]\)\s|(?<=\s)[0-9]{1,3}[a-z])"
)
_CONTINUED = re.compile(r"\s\(?(?i:vervolg|continued)\)?\s*:?\s*$")
_BRACKETS = re.compile(r"\s*[\[(][^\])]*[\])]\s*:?")
_BULLET = re.compile(r"[^\w\s\[({<]")
_AND = re.compile(r"\s*(?:[/,&]|\ben\b|\band\b)\s*")


def squash(text: str) -> str:
    """Only the letters of a text, in lower case and without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filter(str.isalpha, plain))


_VARIANTS = sorted((each for heading in HEADINGS for each in heading.variants), key=len, reverse=True)
# Shorter variants also start ordinary sentences
_GLUED = [each for each in _VARIANTS if len(each) >= 8 and f"{each}*" not in _TABLE]
_WITH_TEXT = Pattern(
    rf"(?i:(?P<set_off>{'|'.join(map(re.escape, _VARIANTS))}))(?:\s*:\s+(?=\S)|\s+(?=[•▪●©®\uf000-\uf0ff]\s))"
    rf"|(?i:(?P<glued>{'|'.join(map(re.escape, _GLUED))}))\s+(?=[A-Z0-9“‘])"
)
_BY_LETTERS = {squash(variant): heading for heading in HEADINGS for variant in heading.variants}


@lru_cache(maxsize=20_000)  # called several times for each line of a memo
def heading_of(text: str) -> SectionKind | None:
    """The heading that a whole line is, or None if it is not a heading."""
    if len(text) > 90:
        return None
    words = without_stop(_CONTINUED.sub("", _NUMBER.sub("", text, count=1)).strip())
    is_asked = words.rstrip(" :").endswith("?")
    if words.rstrip(" :").endswith((".", ",", ";")) or (is_asked and squash(words) not in _BY_LETTERS):
        return withheld_at(1) if is_mark_alone(text) else None
    found = _BRACKETS.search(words)  # `Krachtenveld (draagvlak, belangen en posities)`
    named = words[: found.start()] if found and found.end() == len(words) else words
    known = _BY_LETTERS.get(squash(words)) or _marked_heading(text) or _BY_LETTERS.get(squash(named))
    both = [_BY_LETTERS.get(squash(each)) for each in _AND.split(words)]  # of `Aanleiding en doel` the first counts
    if known is None and words[:1].isupper() and _CONSIDERED.fullmatch(words):
        return in_own_words(words)
    return known or (both[0] if len(both) > 1 and all(both) else None)


def part_of(text: str) -> Part | None:
    """The part that a line opens, or None if the line is not a heading."""
    known = heading_of(text)
    return known.part if known is not None else None


def _marked_heading(text: str) -> SectionKind | None:
    """A heading that says itself that the text below it is not public, or None if the line is no such heading."""
    words = words_of_heading(text.strip())
    if _is_kept_back(words):
        return SectionKind(Part.WITHHELD, (words,), own_words=True)
    if is_mark_alone(text):
        return withheld_at(1)
    if marked_above(words) is not None:
        return None
    is_name = words[:1].isupper() or begins_with_mark(words)
    if not is_name or _BULLET.match(text.strip()) or not is_marked_heading(words):  # a bullet is no heading
        return None
    known = _BY_LETTERS.get(squash(_BRACKETS.sub("", words)))
    return withheld_at(known.level if known and known.part is not Part.WITHHELD else 1, own_words=True)


_SPOKEN = r"(?:\w*(?:lijn|punt|tekst)(?:en)?|woordvoering|boodschap(?:pen)?|vragen|points?|lines?|Q&As?)"
_ASKED = r"(?:gevraagd|(?:door)?vragen|opgebracht|aangekaart|ter sprake|nodig|asked|raised|pressed)(?: (?:wordt|komt))?"
_RED_LINES = r"rode lijn\w*|red lines?"
# A heading of what we say only when asked or not at all, or of how far we can go in a negotiation or a lawsuit
_KEPT_BACK = any_words(rf"""
    (?:{_SPOKEN}\W{{1,3}})?(?:defensi|reacti)(?:ef|eve|ve)(?: {_SPOKEN})?|desgevraagd
    (?:(?:{_SPOKEN}|alleen|uitsluitend|slechts|only)\W{{1,3}}){{0,2}}(?:indien|als|wanneer|bij|if|when)\b.{{0,30}}\b{_ASKED}
    niet (?:\w+ ){{0,2}}(?:noemen|benoemen|melden|(?:op|in)brengen|aankaarten|inzetten|initiatief|beweging)
    do not (?:raise|mention)
    (?:\w+ )?(?:{LEEWAY}|{_RED_LINES})
    (?:marge|ruimte|room|margin) (?:voor|om te|for|to) (?:(?:een )?compromis\w*|(?:onderhandel|negotiat)\w+)
    bottom lines?|landingszone|wisselgeld|proces(?:vertegenwoordiging|positie|risico\W?s?|strategie|kansen|inschatting)
""")
# Words by which a heading or label perhaps says for whom the text is, or what is left out of it
_MAY_WITHHOLD = any_words(rf"""
    {LEEWAY}|onderhandelingsmandaat|beperkt te|besloten|interne?(?! markt)|gevoelig(?!heidsana)\w*
    sensitiv(?!iteitsana)\w*|openba(?:arma\w+|arheid|re (?:versie|deel))|publi(?:eke (?:versie|deel)|ceren)|wo[ob]
    weiger\w*|vermijd|te vermijden|(?:ge)?zwart(?:e passages?)?|(?:weg)?(?:ge)?lak(?:ken|te?)?|verborgen
    achter(?:houd\w*|blijft|gehouden)|(?:mee|door)(?:sturen|gestuurd)|mondeling|te gebruiken|actieve lijn|reactief
    eigen (?:gebruik|informatie)|tacti\w+|echte inzet|{_RED_LINES}|inlichtingendiensten|[am]ivd(?:-\w+)?
    codebericht\w*|landsadvocaat|beraadslag\w*|(?:persoons|contact)gegevens|chatham|deliberative
""")
_WORD = re.compile(r"[\w-]+")  # `niet-financieel` is one word
_NOT_FOR_ALL = bits("not only")
_LONGEST_LABEL = 30  # characters
# The first words of a heading that is not in the table, and the part that it opens
_FAMILIES = {
    Part.FINANCIAL: "financi|budgettair",
    Part.LEGAL: "juridisch|wettelijk kader",
    Part.POLITICAL: "politiek|bestuurlijk|maatschappelijke context|draagvlak",
    Part.COMMUNICATION: "communicati|woordvoering|media",
    Part.IMPLEMENTATION: "uitvoer|handhaving",
}
_STEM = f"(?:{'|'.join(_FAMILIES.values())}|maatschappelijk)"
# `Financiële, juridische en uitvoeringsaspecten`
_CONSIDERED = re.compile(
    rf"(?i)(?={_STEM})(?>(?:(?:{_STEM}[\w-]*+|[\w-]*[e-])(?:\s?[,/&]\s?|\s(?:en\s)?))*)(?:{_STEM}\w*?)?"
    r"(?:overwegingen|aspecten|gevolgen|consequenties|implicaties|gevoeligheden|context)\W*"
)


def in_own_words(text: str) -> SectionKind:
    """The kind of section that a heading opens if it is not in the table."""
    title = text.strip()
    words = words_of_heading(title)
    part = next((each for each, first in _FAMILIES.items() if re.match(first, words, re.IGNORECASE)), Part.EXPLANATION)
    return SectionKind(Part.WITHHELD if may_withhold(title) else part, (title,), own_words=True)


def may_withhold(words: str) -> bool:
    """Whether a heading or label that is not in the table perhaps says that the text is not public."""
    name = words_of_heading(words.strip())
    is_for_some = any(kinds_of(word) & _NOT_FOR_ALL for word in _WORD.findall(name))
    return is_for_some or _is_kept_back(name) or _MAY_WITHHOLD.search(name) is not None


def _is_kept_back(name: str) -> bool:
    return _KEPT_BACK.fullmatch(name.strip("()")) is not None


def has_doubtful_label(text: str) -> bool:
    """Whether a text starts with a short label that perhaps says that it is not public: `Terugvaloptie: …`."""
    label = text.rpartition(": ")[0]
    return len(label) <= _LONGEST_LABEL and may_withhold(label)


def withheld_at(level: int, *, own_words: bool = False) -> SectionKind:
    """The kind of a section that is not public, whatever its heading says."""
    return SectionKind(Part.WITHHELD, (), level, own_words)


def number_of(text: str) -> str:
    """The number in front of a heading: `5` or `5.1`. Empty if it has none, as in `8 March 2031`."""
    found = _NUMBER.match(text)
    return found[0].strip().rstrip(".)") if found else ""


def counted_on(number: str) -> str:
    """The next number or letter: `5.2` for `5.1`. Empty for any other text."""
    outer, dot, last = number.rpartition(".")
    if last.isdecimal():
        return f"{outer}{dot}{int(last) + 1}"
    return chr(ord(number) + 1) if len(number) == 1 else ""


def words_of_heading(text: str) -> str:
    """A heading without its number, and without spaces and colons at its end."""
    return _NUMBER.sub("", text, count=1).rstrip(" :")


def split_heading(text: str) -> tuple[SectionKind, str] | None:
    """Split a line into a heading and its text, after a colon or space or from a bullet on. None for another line."""
    number = _NUMBER.match(text)
    words = text[number.end() :] if number else text.lstrip()
    before, _, behind = words.partition(": ")
    if behind and _CONSIDERED.fullmatch(before):
        return in_own_words(before), behind.strip()
    found = _WITH_TEXT.match(words)
    return (_BY_LETTERS[squash(found["set_off"] or found["glued"])], words[found.end() :].strip()) if found else None


_SUBHEADS = frozenset(map(squash, (
    "Toelichting", "Inleiding", "Inhoud", "Krachtenveld", "Stand van zaken", "Achtergrond", "Inhoud voorstel",
    "Indicatie krachtenveld", "Eerdere behandeling", "Beoogd resultaat", "Besluit", "Appreciatie", "Vervolg",
    "Aandachtspunten", "Background", "Doel", "Uitkomst", "Resultaat", "Document", "Documenten", "Stukken",
    "Aard bespreking", "Aard van de bespreking", "Doel Raadsbehandeling", "Inhoud bespreking", "Tijd", "Context",
    "Procedure", "Positie Europees Parlement", "Positie EP", "Standpunt Europees Parlement",
)))  # fmt: skip
_POSITION = re.compile(
    r"(?i)(?:(?:de|onze|our|main|voorgestelde|beoogde|nederlandse?|kabinets|dutch|nl)[- ]?){0,2}"
    r"(?:inzet|positie|standpunt|opstelling|kernboodschap|boodschap|advies|position|key message|objective|line to take)"
    r"(?:\s(?:(?:van|voor|of)\s)?(?:nederland|het kabinet|nl|the netherlands))?"
)
_LABEL = re.compile(r"\s*(?P<label>[A-Z][^.:;?!]{2,40}):\s+(?=\S)")


def is_subhead(text: str) -> bool:
    """Whether a whole line is a heading within an item."""
    words = words_of_heading(text).strip()
    return (squash(words) in _SUBHEADS and not any(map(str.isdigit, words))) or is_position(text)


def is_position(text: str) -> bool:
    """Whether a heading or label says that what follows is our position."""
    return _POSITION.fullmatch(words_of_heading(text).strip()) is not None


def says_position(text: str) -> bool:
    """Whether a line is a heading or starts with a label that says that our position follows."""
    return is_position(text) or is_position(label_in(text) or "")


def label_in(text: str) -> str | None:
    """The subheading of an item before its text, or None: `Inzet Nederland` in `Inzet Nederland: wij steunen …`."""
    found = _LABEL.match(text)
    return found["label"] if found and is_subhead(found["label"]) else None
