"""Guesses from the title of a new meeting: date, series, body and kind. The user sees each guess and can change it."""

import re
from datetime import date

from briefcli.domain.dates.in_text import scan_dates
from briefcli.domain.dates.typed import read_typed
from briefcli.domain.dates.words import MONTHS, WEEKDAY_NUMBERS
from briefcli.domain.file_names import slug
from briefcli.domain.vocabulary import BODIES
from briefcli.domain.when import WhenError
from briefcli.memo.find.meetings import Known, known_meeting

_SHORT_DEBATE = r"(?-i:\A(?:CD|AO|WGO|TMD|VAO))"  # elsewhere CD is the Conference on Disarmament
# Words in a title that tell the kind of meeting, the first that is found
_INFORMAL = re.compile(r"(?i)\binforme?(?:el|le|al)\b")
_KINDS = {
    "debate": re.compile(rf"(?i)(?:debat|(?:nota|wetgevings|algemeen )overleg|{_SHORT_DEBATE})\b"),
    "informal": _INFORMAL,
    "summit": re.compile(r"(?i)(?<!s)top\b|\bsummit\b"),
    "visit": re.compile(r"(?i)bezoek\b|\bvisit\b"),
    "conference": re.compile(r"(?i)conferentie\b|\bconference\b"),
    "bilateral": re.compile(r"(?i)\bbilater"),
    "working group": re.compile(r"(?i)werkgroep\b|\bworking group\b"),
    "ministerial": re.compile(r"(?i)\bministeri(?:eel|ële|ele|al)\b"),
}
_DEBATE = re.compile(rf"(?i)(?:\b\w*debat|{_SHORT_DEBATE})\b(?: (?:over|inzake)\b)?")
_WITH_THE_HOUSE = re.compile(r"(?i)overleg\b|gesprek\b|\bbriefing\b|hoorzitting")
# Meetings of the EU that do not name it
_OF_EU = re.compile(r"(?i)\binformele (?:\w+ )?(?:raad\b|ministeri)|\bcoreper\b")
# What is about another meeting or a paper, words for these, and words that make a date a limit
_ABOUT = re.compile(
    r"(?i)(?:debat|overleg|gesprek|briefing|hoorzitting|voorbereiding|nabespreking|terug\w+|verslag|evaluatie"
    rf"|\ASO|{_SHORT_DEBATE})\b"
)
_ANOTHER = re.compile(
    r"(?i)(?:raad|top|council|summit|conferentie|bijeenkomst)\b|\A\s(?!van |of ).+\b(?:van|of) (?:\w+dag )?\Z"
)
_LIMIT = re.compile(r"(?i)\b(?:sinds|vanaf|uiterlijk|tot|voor|na|week van|since|until|before|after|by) \Z")
# Words that do not tell one series from another
_PASSED_OVER = {
    "de", "het", "een", "van", "voor", "met", "over", "aan", "op", "in", "te", "en", "the", "of", "on", "and", "d-d",
    *MONTHS, *WEEKDAY_NUMBERS,
}  # fmt: skip


def told_by(title: str) -> dict[str, str]:
    """The series, and if known the body and kind, of the meeting or debate that this title names."""
    for found in reversed(scan_dates(title)):
        title = title[: found.start] + title[found.end :]
    if known := _known_in(title):
        kind = "informal" if _INFORMAL.search(title) else known.kind
        return {"series": known.series, "body": known.body, "kind": kind}
    kind = next((kind for kind, words in _KINDS.items() if words.search(title)), "")
    if debate := _DEBATE.search(title):
        subject = title[: debate.start()] + title[debate.end() :]
        about = _known_in(subject)
        named = about.series if about else _abbreviation(subject) or _first_words(subject)
        return {"series": "-".join(filter(None, ("debat", named))), "body": "", "kind": kind}
    if _WITH_THE_HOUSE.search(title):
        return {"series": _first_words(title), "body": "", "kind": kind}
    bodies = (names[0] for names in BODIES if re.search(rf"\b(?:{'|'.join(names)})\b", title))
    body = next(bodies, "EU" if _OF_EU.search(title) else "")
    return {"series": _abbreviation(title) or _first_words(title), "body": body, "kind": kind}


def date_in(title: str, today: date) -> str | None:
    """The words for the date of the meeting, as in the title. None if there is no such date, or if it is in doubt."""
    found = scan_dates(title)
    if len(found) != 1:
        return None
    before = title[: found[0].start]
    about = _ABOUT.search(before)
    subject = before[about.end() :] if about else ""
    if _LIMIT.search(before) or _ANOTHER.search(subject) or _known_in(subject):
        return None
    try:
        when = read_typed(found[0].text, today, ahead=True)
    except WhenError:
        return None
    return found[0].text if when.first and when.last else None


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
