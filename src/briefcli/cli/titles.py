"""Guesses from the title of a new meeting: date, series, body and kind. The user sees each guess and can change it."""

import re
from datetime import date

from briefcli.catalog import tr
from briefcli.domain.dates.figures import PERHAPS
from briefcli.domain.dates.in_text import scan_dates
from briefcli.domain.dates.typed import read_typed
from briefcli.domain.dates.words import MONTHS, WEEKDAY_NUMBERS
from briefcli.domain.file_names import slug
from briefcli.domain.vocabulary import BODIES
from briefcli.domain.when import WhenError
from briefcli.memo.find.meetings import MEETINGS, Known, known_meeting
from briefcli.memo.find.said import DELIVERED, Change, change_in
from briefcli.memo.layout.persons import GATHERING

_OF_HOUSE = r"(?-i:\b(?:AO|CD|SO|TMD|VAO|WGO))"
# Words in a title that tell the kind of meeting, the first that is found
_KINDS = {
    "informal": r"\binforme?(?:el|le|al)\b",
    "summit": r"(?<!s)top\b|\bsummit\b",
    "visit": r"bezoek\b|\bvisit\b",
    "conference": r"conferentie\b|\bconference\b",
    "bilateral": r"\bbilater",
    "working group": r"werkgroep\b|\bworking group\b",
    "ministerial": r"\bministeri(?:eel|ële|ele|al)\b",
}
# Elsewhere than at the start, CD is the Conference on Disarmament
_DEBATE = re.compile(
    rf"(?i)(?:\b(?:\w*debat|(?:nota|wetgevings|algemeen )overleg)|\A(?!SO\b){_OF_HOUSE})\b(?: (?:over|inzake)\b)?"
)
_WITH_THE_HOUSE = re.compile(r"(?i)overleg\b|gesprek\b|\bbriefing\b|hoorzitting|(?-i:\ASO)\b")
# Meetings of the EU that do not name it
_OF_EU = re.compile(r"(?i)\binformele (?:\w+ )?(?:raad\b|ministeri)|\bcoreper\b")
_KNOWN = "|".join(each.name for each in MEETINGS)
_GATHERING = (
    rf"(?:{_KNOWN}|{_OF_HOUSE}|\b(?:{GATHERING}|\w*(?:top|bespreking|bereiding)"
    r"|council|conference|bilatera\w+)\b)"
)
_OF_BODY = rf"(?:(?:{'|'.join(name for names in BODIES for name in names)}|G7|G20)[ -])?"
# A title that begins with the name of a gathering, or is one word; not `RBZ annotatie`
_NAME = re.compile(
    r"(?i)(?:(?:extra|in(?:gelast|formel)e|informal|technische|bestuurlijk|ambtelijk|plenair) )?"
    rf"{_OF_BODY}(?!(?:{_KNOWN}) (?-i:(?!van\Z|of\Z)[a-z])){_GATHERING}(?: (?:van|of|d\.d\.)\Z)?"
    r"(?P<subject>.*)|(?P<word>\S+)"
)
# A date that the title is about: `Overleg over ingangsdatum 1 juli`
_OTHER_DATE = re.compile(r"(?i)(?:datum|termijn|deadline|ingang|inwerkingtreding|invoering)\b")
# Words that neither tell one series from another nor end the name of a meeting
_PASSED_OVER = {
    "de", "het", "een", "van", "voor", "met", "over", "aan", "op", "in", "te", "en", "the", "of", "on", "and", "d-d",
    "ipv", "na", "naar", "per", "sinds", "tot", "t-m", "uiterlijk", "vanaf", "voorheen", "was", "after", "before", "by",
    "from", "since", "until",
    *MONTHS, *WEEKDAY_NUMBERS,
}  # fmt: skip


def told_by(title: str) -> dict[str, str]:
    """The series, and if known the body and kind, of the meeting or debate that this title names."""
    whole = title
    for found in reversed(scan_dates(title)):
        title = title[: found.start] + title[found.end :]
    debate = _DEBATE.search(title)
    of_house = debate or _WITH_THE_HOUSE.search(title)
    kind = next((kind for kind, words in _KINDS.items() if re.search(words, title, re.IGNORECASE)), "")
    if known := _known_in(title[: of_house.start()] if of_house else title):
        return {"series": known.series, "body": known.body, "kind": "informal" if kind == "informal" else known.kind}
    if debate:
        subject = title[: debate.start()] + title[debate.end() :]
        about = _known_in(subject)
        named = about.series if about else _abbreviation(subject) or _first_words(subject)
        return {"series": f"debat-{named}".rstrip("-"), "body": "", "kind": "debate"}
    if of_house:
        return {"series": _first_words(title), "body": "", "kind": kind}
    bodies = (names[0] for names in BODIES if re.search(rf"\b(?:{'|'.join(names)})\b", title))
    body = next(bodies, "EU" if _OF_EU.search(title) else "")
    return {"series": _abbreviation(title) or _first_words(title) or _first_words(whole), "body": body, "kind": kind}


def date_in(title: str, today: date) -> str | None:
    """The words for the date, if the title only names one meeting before or after it. None if in any doubt."""
    found = scan_dates(title)
    if len(found) != 1 or change_in(title) != Change() or DELIVERED.search(title):
        return None
    [day] = found
    before, behind = (each.strip(" .,;:|()[]–-") for each in (title[: day.start], title[day.end :]))
    name = _NAME.fullmatch(re.sub(r"(?i) (?:op|on)\Z", "", before) or behind)
    # What is behind a date that is not confirmed is the doubt: `16 maart (tbc)`
    if name is None or (day.when.confirmed and ((before and behind) or day.doubt not in {None, PERHAPS})):
        return None
    rest = name["subject"] or name["word"] or ""
    is_other = re.search(_GATHERING, rest, re.IGNORECASE) or _OTHER_DATE.search(rest)
    if is_other or slug(rest.rpartition(" ")[2]) in _PASSED_OVER:
        return None
    words = day.text if day.when.confirmed else tr("{date} (not confirmed)", date=day.text)
    try:
        when = read_typed(words, today, ahead=True)
    except WhenError:
        return None
    return words if when.first and when.last else None


def year_in(title: str) -> str:
    """The year at the end of a title, which may be that of its subject; else empty."""
    found = re.search(r" (20[0-9]{2})\Z", title)
    return found[1] if found else ""


def _known_in(words: str) -> Known | None:
    return known_meeting(words) or known_meeting(words.upper())  # capitals are compared without regard to case


def _abbreviation(title: str) -> str:
    """The first abbreviation in the title that is not the name of a body: `udcg`."""
    bodies = {name for names in BODIES for name in names}
    found = (each for each in re.findall(r"\b(?!II)[A-Z][A-Z0-9]{1,5}\b", title) if each not in bodies)
    return next(found, "").lower()


def _first_words(title: str) -> str:
    """The first three words that can name a series: `eu-china-top`."""
    words = filter(None, map(slug, re.split(r"[\s/,:;()]+", title)))
    telling = [each for each in words if each not in _PASSED_OVER and not each[0].isdigit()]
    return "-".join(telling[:3])
