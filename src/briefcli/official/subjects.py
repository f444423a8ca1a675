"""Reads an activity's subject: which councils and meetings it is about, on which days, and what became of the activity.

A subject is written by hand: “Raad Buitenlandse Zaken d.d. 20 juli 2023 (Let op: tijdstip gewijzigd)”, “Informele
RAZ van 21 en 22 juni en RAZ van 27 juni 2023”, “NAVO Top verplaatst naar 7 juni 11.00 uur”.
"""

import re
import unicodedata
from datetime import date
from typing import Final

import msgspec

from briefcli.domain.dates.words import FULL_MONTHS
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import Grain, When, can_agree, parse_when
from briefcli.official.contents import DEBATES

# Words that say what became of the activity; they and all that follows are not part of the subject
_GONE: Final = (
    "(?P<gone>(?P<moved>verplaatst|uitgesteld|verschoven|verzet(?= naar))"
    "|geannuleerd|cancell?ed|afgelast|afgezegd|vervallen|vervalt|ingetrokken|gaat niet door)"
)
_REASON: Final = r"(?:naar|tot|wegens|vanwege|i\.?v\.?m|in verband|op verzoek)\b"
_FROM: Final = r" van(?:af)?\b"
# `vervallen` or `uitgesteld` before another noun in small letters belongs to it: `Vervallen verklaringen`. Not in
# `VERVALLEN verklaringen`, `Vervallen technische briefing`, `vervallen op verzoek`
_NO_ADJECTIVE: Final = (
    r"(?:(?<!en)(?<!uitgesteld)|(?<=(?-i:[A-Z]))|(?! (?:(?-i:[a-z])|(?<=ingetrokken )\w))|(?= (?:"
    rf"{_REASON}|(?:van|vanaf|op|door|na|en|met|per|om|omdat|technische|"
    r"\w*(?:debat|overleg|vergadering|briefing|gesprek|bezoek))\b)))"
)
# `Verplaatst naar 12 maart: `, `GEANNULEERD Commissiedebat`
_FIRST_WORDS: Final = rf"[\[(]?{_GONE}\b(?:(?: {_REASON}|{_FROM})[^:]*:|[\])])?{_NO_ADJECTIVE}[: –-]*"
GONE_FIRST: Final = re.compile(_FIRST_WORDS, re.IGNORECASE)
# `(verplaatst naar 12 maart)` or `- uitgesteld` after the subject; not `(verplaatst van 12 maart)`
_GONE_BEHIND: Final = re.compile(rf"\b{_GONE}\b(?=\s*(?:[])–:,.!-]|\Z|{_REASON}))", re.IGNORECASE)
_BREAK: Final = re.compile(r"[(\[–]| - ")
_CLAUSE: Final = re.compile(r"""(?<!,) (?:dat|die) |(?<!\w)['"‘“„][^'"‘’“”„]*\Z""")  # `het bericht dat … is uitgesteld`
# `- tijd verplaatst`, `(zaal verplaatst)`: the activity stays on its day; not `voor onbepaalde tijd uitgesteld`
_HOUR_OR_ROOM: Final = (
    r"(?:\A|(?<=[(\[])|(?<=[–-] ))(?:de |het )?(?:(?:aanvangs|begin|start)?tijd(?:stip)?|aanvang|zaal|locatie)"
)
_STAYS: Final = re.compile(rf"{_HOUR_OR_ROOM}(?: is| wordt)? \Z", re.IGNORECASE)
_TARGET: Final = re.compile(r" *(?:naar|tot)\b(?:(?!: )[^])])*", re.IGNORECASE)  # `naar 12 maart, 15.00 uur`
_SAME_DAY: Final = re.compile(  # `naar 15.00 uur`, `naar de Thorbeckezaal`
    r" *naar (?:(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2})\b(?![.:])| uur\b)|(?:[\w'-]+ ){0,3}[\w-]*zaal\b)",
    re.IGNORECASE,
)
_CONVERTED: Final = re.compile(r"\b(?:omgezet|omzetting) (?:in|naar)\b", re.IGNORECASE)
_FATE: Final = (
    rf"(?:{_HOUR_OR_ROOM}(?: is| wordt)? )?{_GONE}\b{_NO_ADJECTIVE}|omgezet|omzetting|samengevoegd|toegevoegd|"
    r"gewijzigd\w*|verzet|herzien\w*|wijziging|tijds?wijziging|tijdstip|aanvangstijd|"
    r"nieuwe? (?:tijd|datum|zaal|aanvang)\w*|was [0-9]+|let op|"
    r"onder voorbehoud|tot nader|wordt|convocatie|inbrengtermijn"
)
_REMARK: Final = re.compile(
    rf"\s*\b(?:(?:dit|het|de)\s+(?:debat|cd|ao|so|schriftelijk overleg|commissiedebat|agenda)\s+)?"
    rf"(?:(?:is|wordt|werd)\s+)?(?:(?:{_FATE})\b|n\.?b\.?(?=[\s:])).*",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(
    rf"\s*(?:{_FIRST_WORDS}|(?:omgezet|gewijzigde?(?: \w+)?|nieuwe? \w+|let op)\s*[-–:!]+\s)+",
    re.IGNORECASE,
)
_GLUED: Final = re.compile(r"\bd\.?d\.?(?=[0-9])", re.IGNORECASE)  # “dd12 april”
_ROUND_BRACKETS: Final = re.compile(r"\(+([^()]{0,300})\)*")
_EARLIER: Final = re.compile(  # the debate before a two-minute debate, or the paper of a written consultation
    r"\b(?:cd|ao|so|vso|vao)\s+(?:d\.?d\.?\s*|van\s+)?[0-9]|\b[0-9]{5}(?:-[0-9IVX]+)?-[0-9]+|[0-9]{4}[ZD][0-9]{5}",
    re.IGNORECASE,
)
_FORM: Final = re.compile(
    rf"\b(?:{'|'.join(DEBATES)}|tweeminutendebat|debat|"
    r"(?:verslag (?:van )?(?:een )?)?(?:inbreng )?schriftelijk overleg|vso|vao|so|ao|cd)\b"
    r"(?:\s+(?:over|inzake)\b)?",
    re.IGNORECASE,
)
# Where the meeting is held: “Raad Buitenlandse Zaken te Luxemburg”, “NAVO-top Vilnius”. Never the name of a council
_PLACE: Final = re.compile(
    r"((?i:\b(?:raad|rbz|raz|gymnich|bijeenkomst|\w*ministeri\w+)\b[^,;:/+]*?\s(?:in|te)|"
    r"\b(?:\w*top|topbijeenkomst|topconferentie|summit|\w*defensieraad)(?:\s(?:in|te))?))"
    r"\s(?!Defensie|Handel|Ontwikkeling|OS\b|Raad|RBZ|RAZ|NAVO)[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*"
)
_BETWEEN: Final = re.compile(r"\s+(?:en|alsmede|alsook)\s+|[,;:+&]|/\s*|\s[-–]\s", re.IGNORECASE)
_WORD: Final = re.compile(r"[a-z0-9]+")
_STOP: Final = frozenset({
    "de", "het", "een", "van", "voor", "over", "d", "dd", "op", "te", "in", "aan", "met", "bij", "inzake", "en",
    "der", "ter", "voorbereiding", "geannoteerde", "agenda", "eu", "europese", "europees", "bijeenkomst",
    "bijeenkomsten", "vergadering", "overleg", "regeringsleiders", "aanstaande", "komende", "meeting", "affairs",
    "onderdeel", "samenstelling", "via", "video", "videoconferentie", "videoverbinding", "vtc", "virtuele",
    "virtueel", "digitale", "hybride", "extra", "ingelaste", "ingelast", "formele", "formeel", "informele",
    "informeel", "reguliere", "buitengewone", "nieuwe", "eerste", "tweede", "european", "informal", *FULL_MONTHS,
})  # fmt: skip
_INFORMAL: Final = re.compile(r"\b(?:informele|informeel|informal|gymnich)", re.IGNORECASE)
_MINISTERIAL: Final = "ministerieel"  # of NATO if nothing else is said; “ministers” may be of NATO or of the EU
_MISSPELT: Final = re.compile(r"minist(?:r|er)i[a-z0-9]*e(?![a-z0-9])")  # misspellings of “ministeriële”
# One spelling for words that are written in several ways; a compound becomes its parts
_SAME: Final = {
    "nato": "navo", "navotop": "navo top", "topconferentie": "top", "summit": "top", "eurotop": "raad top",
    "dmm": "navo defensie minister", "fmm": "navo buitenlandse zaken minister", "ndmm": "navo defensie minister",
    "foreign": "buitenlandse zaken", "bz": "buitenlandse zaken", "council": "raad", "ministers": "minister",
    "general": "algemene zaken", "fac": "raad buitenlandse zaken", "gac": "raad algemene zaken",
    "agrifish": "raad landbouw visserij", "euco": "raad top", "defmin": "defensie minister",
    "ministerial": _MINISTERIAL, "bewindspersonen": "minister",
    "defense": "defensie", "defence": "defensie", "def": "defensie",
    "defensiedeel": "defensie", "defensieformatie": "defensie", "handelsformatie": "handel",
    "os": "ontwikkelingssamenwerking",
    "ontwikkeling": "ontwikkelingssamenwerking", "ontwikkelingshulp": "ontwikkelingssamenwerking",
    "rbz": "raad buitenlandse zaken", "raz": "raad algemene zaken", "jbz": "raad justitie binnenlandse zaken",
    "lvr": "raad landbouw visserij", "landbouwraad": "raad landbouw visserij", "rvc": "raad concurrentievermogen",
    "ojcs": "onderwijs jeugd cultuur sport", "cohesiebeleid": "cohesie", "volksgezondheid": "gezondheid",
    "vervoer": "transport", "telecommunicatie": "telecom", "vte": "raad vte",
    "epsco": "raad epsco", "ecofin": "raad ecofin",
    "wsb": "werkgelegenheid sociaal beleid", "wsbvc": "werkgelegenheid sociaal beleid",
}  # fmt: skip
# “Gezondheidsraad”, “Defensieministers”, “Gymnichbijeenkomst”; not “Onderwij-sraad”, “beraad”, “voorraad”
_COMPOUND: Final = re.compile(
    r"(?P<of>[a-z]{3,}?)(?:(?<!ij)s)?"
    rf"(?P<head>ministers|{_MINISTERIAL}|bijeenkomst|(?<!be)(?<!ver)(?<!voor)(?<!minister)raad)\Z"
)
_LONGEST: Final = 1_000  # characters of a subject or title that are read; reading takes the square of this
_LONGEST_RUN: Final = 4  # neighbouring pieces that may be one name
# Words that name one configuration of a council: they belong to the council before them, whatever is in between
QUALIFYING: Final = frozenset({"defensie", "handel", "ontwikkelingssamenwerking", "cohesie", "gymnich", "minister"})

# Councils of several subjects, with a word of each: “EPSCO-Raad” may be that of health, “VTE-Raad” that of energy
SEVERAL: Final = {"epsco": {"werkgelegenheid", "gezondheid"}, "vte": {"energie", "telecom", "transport"}}

FOREIGN: Final = frozenset({"buitenlandse", "zaken"})
NAVO: Final = frozenset({"navo"})
_ORDINAL: Final = re.compile("[0-9]{1,3}(?:e|de|ste|th|st|nd|rd)")


class NamedMeeting(msgspec.Struct, frozen=True):
    """One meeting that a subject names: its significant words, whether it is informal, its days or month if given."""

    words: frozenset[str]
    is_informal: bool = False
    when: When | None = None

    @property
    def is_dated(self) -> bool:
        return self.when is not None and self.when.grain is Grain.DAY


def meetings_named(text: str, day: date | None) -> list[NamedMeeting]:
    """The meetings that a subject names. `day` is the day of the activity, which settles dates without a year.

    A date belongs to the words before it; after the last date there may be a month.
    """
    from briefcli.domain.dates.in_text import scan_dates

    text, end = without_remarks(text), 0
    every, before = list[NamedMeeting](), list[NamedMeeting]()
    for found in scan_dates(text, day):
        if found.when.grain not in {Grain.DAY, Grain.MONTH}:
            continue
        named = _named(text[end : found.start], found.when)
        # “28 februari en 1 maart”: the second day of the same meeting
        before = named or [msgspec.structs.replace(each, when=found.when) for each in before]
        every += before
        end = found.end
    return every + _named(text[end:], _month_in(text[end:], day))


def without_dates(title: str, day: date) -> str:
    """The title of one of our meetings without its dates: “RBZ 15 dec”, “FAC Defence, Monday 20 May 2025”."""
    from briefcli.domain.dates.in_text import scan_dates

    title = title[:_LONGEST]
    for found in reversed(scan_dates(title, day)):
        title = f"{title[: found.start]} {title[found.end :]}"
    return title


def fate_in(text: str, when: When) -> Status | None:
    """Whether a subject or a status says that an activity on this date was moved or cancelled.

    “Verplaatst naar” the very day or hour of the activity, or another room, does not count as moved. Neither does what
    the subject is about: “Vervallen verklaringen”, “het bericht dat de top is uitgesteld”.
    """
    text = text[:_LONGEST]
    gone = GONE_FIRST.match(text) or next(filter(_is_told, _GONE_BEHIND.finditer(text)), None)
    if gone is None or re.match(_FROM, behind := text[gone.end("gone") :]):
        return None
    if not gone["moved"]:
        return Status.CANCELLED
    found = _TARGET.match(behind)
    stays = _is_target(when, found[0] if found else behind) or (not found and _STAYS.search(text[: gone.start()]))
    return None if stays else Status.MOVED


def _is_target(when: When, target: str) -> bool:
    """Whether an activity on this date is where words such as `naar 12 maart, 15.00 uur` have moved it to."""
    from briefcli.domain.dates.in_text import scan_dates

    if named := [found.when for found in scan_dates(target, when.day) if found.when.first]:
        return any(can_agree((each, when)) for each in named)
    stays = _SAME_DAY.match(target)
    if stays and stays["hour"] and when.from_time:
        return (int(stays["hour"]), int(stays["minute"] or 0)) == (when.from_time.hour, when.from_time.minute)
    return stays is not None


def _is_told(gone: re.Match[str]) -> bool:
    """Whether such words are said of the activity itself, not in a clause or quotation in its subject."""
    return not _CLAUSE.search(_BREAK.split(gone.string[: gone.start()])[-1])


def is_converted(subject: str) -> bool:
    """Whether a subject says that the activity is held in another form: “omgezet in een schriftelijk overleg”."""
    return bool(_CONVERTED.search(subject))


def without_remarks(text: str) -> str:
    """The subject without the form of the activity and without remarks on what became of it."""
    text = text[:_LONGEST]
    text = _GLUED.sub("d.d. ", text[found.end() :] if (found := _FIRST.match(text)) else text)
    text = _ROUND_BRACKETS.sub(_unwrapped, text)
    text = _REMARK.sub(" ", text)
    return " ".join(_FORM.sub(" ", text).split())


def significant(text: str) -> frozenset[str]:
    """The words that tell one meeting from another."""
    folded = unicodedata.normalize("NFD", _PLACE.sub(r"\1", text[:_LONGEST]).casefold())
    plain = "".join(each for each in folded if not unicodedata.combining(each))
    written = _MISSPELT.sub(_MINISTERIAL, plain)
    spelt = (_SAME.get(word) or _COMPOUND.sub(r"\g<head> \g<of>", word) for word in _WORD.findall(written))
    words = (part for each in spelt for word in each.split() for part in _SAME.get(word, word).split())
    return frozenset(word for word in words if word not in _STOP and not word.isdigit())


def is_informal(text: str) -> bool:
    return bool(_INFORMAL.search(text))


def _unwrapped(found: re.Match[str]) -> str:
    """What replaces text in brackets: nothing if it is a remark or repeats the words before it, else a separate piece.

    A word that says which council is meant stays with its name: “Raad Buitenlandse Zaken (Defensie)”.
    """
    words = significant(found[1])
    before = significant(found.string[: found.start()])
    if _REMARK.search(found[1]) or _EARLIER.search(found[1]) or (words and words <= before):
        return " "
    return f" {found[1]} " if words <= QUALIFYING or is_informal(found[1]) else f", {found[1]}, "


def _month_in(text: str, day: date | None) -> When | None:
    """The month that a text names without a year, in the year that is nearest to this day: “de Raad van december”."""
    named = [at for at, month in enumerate(FULL_MONTHS, 1) if re.search(rf"\b{month}\b", text, re.IGNORECASE)]
    if day is None or len(named) != 1:
        return None
    month, half = named[0], 6
    year = day.year + (month < day.month - half) - (month > day.month + half)
    return parse_when(f"{year}-{month:02}")


def _named(text: str, when: When | None) -> list[NamedMeeting]:
    """Every run of neighbouring pieces: “Landbouw- en Visserijraad” is one name, “RBZ en taakspecialisatie” is not."""
    pieces = pieces_of(text)
    runs = [
        " ".join(pieces[first:after])
        for first in range(len(pieces))
        for after in range(first + 1, min(first + _LONGEST_RUN, len(pieces)) + 1)
    ]
    return [NamedMeeting(significant(run), is_informal(run), when) for run in runs]


def pieces_of(text: str) -> list[str]:
    """The pieces of a text between “en”, “/” and commas. A word such as “Defensie” stays with the council before it."""
    pieces: list[str] = []
    for piece in _BETWEEN.split(text):
        words = significant(piece)
        if pieces and words - {"minister"} and words <= QUALIFYING:
            pieces[-1] = f"{pieces[-1]} {piece}"
        elif words:
            pieces.append(piece)
    return pieces


def is_of_other_part(names: frozenset[frozenset[str]], name: frozenset[str], subject: list[NamedMeeting]) -> bool:
    """Whether a council of several subjects is named, but not clearly our part of it: “VTE-Raad (Transport)”."""
    words, ours = ({word for each in of for word in each} for of in ((each.words for each in subject), names))
    for several, parts in SEVERAL.items():
        own, others = parts & ours, words - name
        if several in name and others and (own == parts or not others & own):
            return True
        if name & parts and parts <= words:
            return True
    return False


def identity(words: frozenset[str], committee: str) -> frozenset[str]:
    """One set of words for each meeting, however a subject names it. Whether it is the 12th or 13th does not count."""
    words = frozenset(each for each in words if not _ORDINAL.fullmatch(each))
    if "gymnich" in words:
        return frozenset({"raad", *FOREIGN})
    if "ministerieel" in words:
        words = (words - {"ministerieel"}) | {"minister"}
        if words == {"minister", "defensie"}:
            words |= NAVO
    elif "minister" in words and "navo" not in words:  # “EU-ministers van Defensie”
        words = (words - {"minister"}) | {"raad"}
    if NAVO <= words <= {"navo", "minister", "defensie", *FOREIGN}:
        if "defensie" in words or (words == {"navo", "minister"} and "defensie" in committee):
            return frozenset({"navo", "minister", "defensie"})
        if "minister" in words:
            return frozenset({"navo", "minister", *FOREIGN})
    if words in ({"raad", "defensie"}, {"raad", "handel"}, {"raad", "ontwikkelingssamenwerking"}):
        return words | FOREIGN
    words = words.difference(SEVERAL) if len(words.difference(SEVERAL)) > 1 else words
    return frozenset({"raad", "top"}) if words in ({"raad"}, {"top"}) else words
