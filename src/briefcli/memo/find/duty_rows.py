"""Reads who must deliver what by when from a row of a planning or of a list: `Kamerbrief | 3 oktober | FIN`."""

import re

from briefcli.catalog import later, tr
from briefcli.domain.agenda import Deadline
from briefcli.domain.when import Grain
from briefcli.memo.find.due_dates import NO_TERM, Around, By, by_day
from briefcli.memo.find.said import ACT, DELIVERED, IS_DONE, TERM, is_to_come
from briefcli.memo.imported import Found
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Sentence
from briefcli.memo.layout.persons import GATHERING, PARTY
from briefcli.memo.layout.table_rows import CELL, EMPTY, planning_columns
from briefcli.patterns import any_of

_PRODUCTS = (
    ("spokesperson lines", re.compile(r"(?i)\bwoordvoeringslijn|\bQ&A")),
    ("report", re.compile(r"(?i)\bverslag\b")),
    ("letter", re.compile(r"(?i)\b\w*brief\b|\bgeannoteerde agenda\b")),
    ("memo", re.compile(r"(?i)\bnota\b")),
)
# A department, and no council, organisation or kind of debate
_NO_UNIT = "RBZ|RAZ|JBZ|DMM|FMM|EU|OVSE|AVVN|COP|NAVO|NATO|VN|UN|CD|AO|WGO|MR|TK|EK|Q&A"
DEPARTMENT = rf"(?!(?:{PARTY}|{_NO_UNIT})\b)" + any_of(r"""
    [A-Z][A-Z&]{1,9}[a-z]?(?:/[A-Z&]{2,})*|[A-Z][a-z]+[A-Z][A-Za-z]+|[Dd]irectie [A-Z][\w ]{2,30}?|[Ww]oordvoering
""")
_UNIT = re.compile(DEPARTMENT)
_BY_UNIT = re.compile(rf"\bdoor\s(?:de\s)?({DEPARTMENT})\b")
_UNIT_BEHIND = re.compile(rf"\(({DEPARTMENT})\)\W*$")
_DOER = re.compile(rf"(?s)^(?:({DEPARTMENT})\s?[:–-]\s)?(.*?)(?:\s\(({DEPARTMENT})\)\.?)?$")  # `FIN: brief rondsturen`

# Rows: `Kamerbrief | 3 oktober | DWB`, `2 Brief rondsturen FIN 3 oktober`, `Quick scan – DGB – 15 maart`
_CELLS = re.compile(rf"(?P<what>[^|]+) \| (?P<when>[^|]+)(?: \| (?:{EMPTY}|(?P<who>[^|]*?)))?(?: \| (?P<others>.*))?")
_NO_DAY = re.compile(rf"{EMPTY}|-|n\.?\s?v\.?\s?t\.?")
_NO_DELIVERY = re.compile(r"(?i)\b(?:inwerkingtreding|in\swerking|ingangsdatum|behandeling|stemming(?:en)?)\b")
_ROW_NUMBER = re.compile(r"^[0-9]{1,2}[.)]?\s")
_NEXT_DAY = re.compile(r",?\s*(?:en|&)?\s*")
# Words right before the day: `op uiterlijk`, `voor in de week van`
LIMIT = r"(?i:(?:op\s)?(?:uiterlijk|voor|vóór|op|per|gereed|by|before|on)\s(?:op\s|in\s(?:de\sweek\svan\s)?)?)"
_TO_DAY = re.compile(rf"\s{LIMIT}$")
_WITH_DOER = re.compile(
    r"(?P<what>[A-Z][^|;]{3,80}?)\s(?:(?:->|→|=>)\s(?P<who>[^,:;]{2,40}),|[–-]\s(?P<by>[A-Z][^–:;]{1,40}?)\s[–-])\s(?:uiterlijk\s)?"
)
_TO_DO = "☐ "  # a box to tick
_GATHERING = re.compile(rf"(?i)\b{GATHERING}\b")
_FROM_LIST = later("read from a list of names and dates: see whether it is due then")
_LONGEST_END = 12  # characters behind the day of such a row
_LONGEST_ROW = 8  # words behind the colon of `Veteranennota: in de week van 26 mei`
_TO_ROW_DAY = re.compile(rf"{LIMIT}?")


def planned(sentence: Sentence, around: Around) -> Found[Deadline] | None:
    """A row of a planning: `Kamerbrief | uiterlijk 3 oktober 2025 | DWB`. In doubt if its time cannot be read."""
    row = _CELLS.fullmatch(sentence.paragraph.text) if not sentence.start else None
    if row is None or planning_columns(sentence.paragraph.text.split(CELL)) or _NO_DAY.fullmatch(row["when"]):
        return None
    dates = [each for each in sentence.dates if row.start("when") <= each.start < row.end("when")]
    by = by_day(sentence, dates[0]) if dates else around.counted(sentence)
    by = by if by != NO_TERM else (None, tr("no date is given"))
    by = (by[0], by[1] or tr(_FROM_LIST)) if _NO_DELIVERY.search(row["what"]) else by
    found = duty_of(sentence, row["what"], by, row["who"] or None)
    if any(map(IS_DONE.fullmatch, (row["others"] or "").split(CELL))):
        found.item.done, found.doubts["done"] = True, tr("the memo says that it is met")
    return found


def listed(sentence: Sentence) -> Found[Deadline] | None:
    """A row with its day at the end: `2 Brief rondsturen FIN 3 oktober 2025`, `Spreektekst -> DCO, 17 april`."""
    dates = sentence.dates
    if not dates or dates[-1].when.grain is not Grain.DAY:
        return None
    first, last = dates[-1], dates[-1]
    for each in dates[-2::-1]:
        first = each if _NEXT_DAY.fullmatch(sentence.paragraph.text, each.end, first.start) else first
    before, behind = sentence.before(first.start), sentence.behind(last.end)
    row = _WITH_DOER.fullmatch(before) if sentence.paragraph.label and first is dates[0] else None
    if row is not None and len(behind) <= _LONGEST_END:
        return duty_of(sentence, row["what"].strip(), by_day(sentence, last), (row["who"] or row["by"]).strip())
    words = _TO_DAY.sub("", before).strip(" ,:-–") + ")" * behind.startswith(")")  # `(DWB, 3 oktober)`
    words = words.removesuffix("()").rstrip()
    is_task = sentence.paragraph.part is Part.ACTIONS or words.startswith(_TO_DO)
    is_owned = sentence.paragraph.label and _UNIT_BEHIND.search(words) and not _GATHERING.search(words)
    is_owned = is_owned and is_to_come(last.when, sentence.paragraph.written)  # `Rapport (LNV), 3 mei 2019` is a paper
    if not (is_task or is_owned) or behind.strip(" .)") or not words:
        return None
    note = None if first is last else sentence.text  # which has the other days
    by, doubt = by_day(sentence, last)
    doubt = doubt if is_task else doubt or tr(_FROM_LIST)
    return duty_of(sentence, _ROW_NUMBER.sub("", words.removeprefix(_TO_DO)), (by, doubt), note=note)


def named_row(sentence: Sentence, *, is_listed: bool) -> Found[Deadline] | None:
    """A row such as `Veteranennota: in de week van 26 mei` or `3 mei: verslag`, if its time is not past.

    Outside a list of such rows, its name must be that of something to deliver, right before the day.
    """
    name, _, rest = sentence.text.partition(": ")
    dates, end = sentence.dates, sentence.start + len(name)
    is_first = bool(dates) and dates[0].text == name and bool(DELIVERED.search(rest) or ACT.search(rest))
    what, dates = (rest, dates[:1]) if is_first else (name, [each for each in dates if each.start > end])
    is_short = is_first or len(rest.split()) <= _LONGEST_ROW
    if not dates or not is_short or "(" in name.rpartition(")")[2] or dates[0].when.to_time is not None:
        return None  # `… (actie: BZK, 3 mei)` has no name, and what lasts from one hour to another is an event
    if dates[0].start > end and _UNIT.fullmatch(name):  # `FIN: brief, uiterlijk 3 oktober`
        what = f"{name}: {_TO_DAY.sub('', ' ' + sentence.before(dates[0].start)[len(name) + 2 :]).strip(' ,')}"
    is_product = DELIVERED.search(what) and _TO_ROW_DAY.fullmatch(rest[: dates[0].start - end - 2])
    is_row = is_listed and sentence.start == 0 and (is_first or not (TERM.search(rest) or ACT.search(rest)))
    if not (is_row or is_product) or not is_to_come(dates[0].when, sentence.paragraph.written):
        return None
    by, doubt = by_day(sentence, dates[0])
    if not TERM.search(what):
        doubt = doubt or tr(_FROM_LIST)
    return duty_of(sentence, what.removeprefix(_TO_DO), (by, doubt))


def duty_of(
    sentence: Sentence, title: str, by: By, owner: str | None = None, note: str | None = None, place: int = 0
) -> Found[Deadline]:
    first, what, last = _DOER.findall(title)[0]
    initials = "".join(re.findall(r"\b\w", what.upper()))
    if owner or (last and initials.endswith(last.upper())):  # `Wet open overheid (WOO)`
        first, what, last = "", title, ""
    named = _BY_UNIT.search(sentence.text) or _UNIT_BEHIND.search(sentence.text)
    owner = owner or first or last or (named[1] if named else None)
    deadline = Deadline(title=what, owner=owner, kind=product_in(what), due=by[0], note=note)
    deadline.public = sentence.paragraph.part is not Part.WITHHELD
    words = sentence.paragraph.sentence_at(sentence.start).text
    return Found("deadlines", deadline, sentence.paragraph.line_at(sentence.start + place), words, {"": by[1]})


def product_in(text: str) -> str | None:
    return next((kind for kind, shape in _PRODUCTS if shape.search(text)), None)
