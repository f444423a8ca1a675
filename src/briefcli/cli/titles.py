"""Guesses from the title of a new meeting: date, series, body and kind. The user sees each guess and can change it."""

import re
from datetime import date

from briefcli.catalog import tr
from briefcli.domain.dates.figures import PERHAPS
from briefcli.domain.dates.in_text import scan_dates
from briefcli.domain.dates.named import MAY_HAVE_DAY
from briefcli.domain.dates.typed import read_typed
from briefcli.domain.dates.words import MONTHS, WEEKDAY_NUMBERS
from briefcli.domain.file_names import slug
from briefcli.domain.vocabulary import BODIES
from briefcli.domain.when import WhenError
from briefcli.memo.find.meetings import Known, known_meeting

_OF_HOUSE = r"(?-i:\b(?:AO|CD|SO|TMD|VAO|WGO))"
_SHORT_DEBATE = rf"\A(?!SO\b){_OF_HOUSE}"  # elsewhere CD is the Conference on Disarmament
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
_WITH_THE_HOUSE = re.compile(r"(?i)overleg\b|gesprek\b|\bbriefing\b|hoorzitting|(?-i:\ASO)\b")
# Meetings of the EU that do not name it
_OF_EU = re.compile(r"(?i)\binformele (?:\w+ )?(?:raad\b|ministeri)|\bcoreper\b")
# What is about another meeting or a paper, words for these, and words that make a date a limit or that of a paper
_ABOUT = re.compile(
    r"(?i)(?:(?P<other>voorbereiding|(?:na|voor)bespreking|terug(?:blik|koppeling)|(?<!jaar)verslag|evaluatie|\bprep\w*"
    r"|debrief\w*|read-?out|minutes|report|follow-up)|debat|overleg|gesprek|briefing|hoorzitting|voortzetting"
    rf"|{_OF_HOUSE})\b"
)
_ANOTHER = re.compile(
    rf"(?i)(?:raad|top|council|summit|conferentie|bijeenkomst|debat|overleg|(?<!\A \(){_OF_HOUSE})\b"
    r"|\A\s(?!van |of ).+\b(?:van|of) (?:\w+dag )?\Z"
)
_LIMIT = re.compile(
    r"(?i)\b(?:sinds|vanaf|uiterlijk|tot(?: en met)?|t/m|t\.e\.m\.|v[oó]{2}r|voorheen|was|na|per|week van|since|until"
    r"|before|after|by|(?:brief|nota|vragen|motie|rapport|advies|wet|akkoord|besluit|uitspraak)\b.{0,60}"
    r"\b(?:van|d\.d\.|ingezonden))(?: op)?:? \Z"
)
_YEAR = re.compile(r"(?i)(?:(?<!s)top|summit|conferentie|conference)(?: [A-Z]\w+)? (20[0-9]{2})\Z")
_HARMLESS = {None, PERHAPS, MAY_HAVE_DAY}  # the month holds its day, and `COP31 mei` has none
# Words that do not tell one series from another
_PASSED_OVER = {
    "de", "het", "een", "van", "voor", "met", "over", "aan", "op", "in", "te", "en", "the", "of", "on", "and", "d-d",
    *MONTHS, *WEEKDAY_NUMBERS,
}  # fmt: skip


def told_by(title: str) -> dict[str, str]:
    """The series, and if known the body and kind, of the meeting or debate that this title names."""
    whole = title
    for found in reversed(scan_dates(title)):
        title = title[: found.start] + title[found.end :]
    debate = _DEBATE.search(title)
    of_house = debate or _WITH_THE_HOUSE.search(title)
    if known := _known_in(title[: of_house.start()] if of_house else title):
        kind = "informal" if _INFORMAL.search(title) else known.kind
        return {"series": known.series, "body": known.body, "kind": kind}
    kind = next((kind for kind, words in _KINDS.items() if words.search(title)), "")
    if debate:
        subject = title[: debate.start()] + title[debate.end() :]
        about = _known_in(subject)
        named = about.series if about else _abbreviation(subject) or _first_words(subject)
        return {"series": "-".join(filter(None, ("debat", named))), "body": "", "kind": kind}
    if of_house:
        return {"series": _first_words(title), "body": "", "kind": kind}
    bodies = (names[0] for names in BODIES if re.search(rf"\b(?:{'|'.join(names)})\b", title))
    body = next(bodies, "EU" if _OF_EU.search(title) else "")
    return {"series": _abbreviation(title) or _first_words(title) or _first_words(whole), "body": body, "kind": kind}


def date_in(title: str, today: date) -> str | None:
    """The words for the date of the meeting, as in the title. None if there is no such date, or if it is in doubt."""
    found = scan_dates(title)
    if not found and (year := _YEAR.search(title)) and not _ABOUT.search(title):
        return year[1] if int(year[1]) >= today.year else None
    if len(found) != 1:
        return None
    words, before = found[0].text, title[: found[0].start]
    about = _ABOUT.search(before)
    around = (before[: about.start()], before[about.end() :]) if about else ("", "")
    is_other = re.search(r"\w", around[1]) if about and about["other"] else _ANOTHER.search(around[1])
    if is_other or _LIMIT.search(before) or any(map(_known_in, around)):
        return None
    if not found[0].when.confirmed:
        words = tr("{date} (not confirmed)", date=words)
    elif found[0].doubt not in _HARMLESS | {each.doubt for each in scan_dates(words)}:
        return None  # the words around it doubt it
    try:
        when = read_typed(words, today, ahead=True)
    except WhenError:
        return None
    return words if when.first and when.last else None


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
