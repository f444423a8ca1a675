"""Who prepares what by when, and who was consulted."""

import re
from collections.abc import Iterator
from datetime import date

from briefcli.catalog import tr
from briefcli.domain.agenda import Deadline
from briefcli.domain.dates.counted import COUNT, UNIT
from briefcli.domain.dates.reader import DateMention
from briefcli.domain.dates.words import COUNTS
from briefcli.domain.due import Due, parse_due, resolve
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import Grain
from briefcli.domain.workdays import Calendar
from briefcli.memo.find.links import change_in, denies_limit, is_given_up, limits
from briefcli.memo.find.terms import Around, count_of, uncounted
from briefcli.memo.imported import Found
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph, Sentence, shortened
from briefcli.memo.tables import CELL, EMPTY, planning_columns
from briefcli.memo.text import Line

_OWNER = (
    r"(?P<owner>[A-Z][A-Z&]{1,9}[a-z]?(?:/[A-Z&]{2,})*|[A-Z][a-z]+[A-Z][A-Za-z]+|[Dd]irectie [A-Z][\w ]{2,30}?"
    r"|[Ww]oordvoering)"
)
_PREPARES = re.compile(
    rf"\b{_OWNER}\s(?:bereidt|stelt|levert|maakt|schrijft|verzorgt|werkt)\s(?P<what>[^.;]{{3,90}}?)\s(?:voor|op|aan|uit)"
    r"(?=\s(?:in aanloop naar|voor|vóór|ten behoeve van|met het oog op|op|uiterlijk|dat|die|na)\b|[.;,]|$)"
    rf"|\b{_OWNER.replace('owner', 'maker')}\s(?:maakt|schrijft|verzorgt)\s(?P<made>[^.;]{{3,90}}?)"
    r"(?=\s(?:in aanloop naar|voor|vóór|ten behoeve van|met het oog op|uiterlijk)\b|[.;,]|$)"
)
_SENT = re.compile(
    r"\b(?:brief|Kamerbrief|agenda|antwoorden|beantwoording|reactie|verslag|nota|stukken)\b[^.;]*?"
    r"\b(?:verzonden|verstuurd|gestuurd|toegezonden|aangeboden|toekomen|toegaan|verzenden|versturen)\b"
)
_RELATIVE = re.compile(
    r"(?i)\b(?:voorafgaand aan|in aanloop naar|vóór|voor|ten behoeve van)\s(?:de|het)\s"
    r"(?P<anchor>[\w-]+(?: [\w-]+){0,3})"
)
_TERM = rf"{COUNT}\s{UNIT}"
# `binnen zes weken na indiening`: counted from the day that the sentence, or the one before it, gives
_WITHIN = re.compile(
    rf"(?i)\bbinnen\s(?:een\stermijn\svan\s)?{_TERM}\sna\s(?:(?:de|het)\s)?(?P<anchor>[\w-]+(?: [\w-]+){{0,3}})"
)
_LOOSE_TERM = re.compile(
    rf"(?i)\b(?:[0-9]{{1,3}}|één|enkele|paar|{'|'.join(each for each in COUNTS if COUNTS[each] > 1)})\s"
    r"(?:(?:werk)?dag(?:en)?|week|weken|uur|uren|(?:working\s)?days?|weeks?|hours?)\b"
)
_FROM_TEXT = re.compile(r"(?i)^(?:indiening|ontvangst|dagtekening|verzending|publicatie|bekendmaking|aanvang)")
_EXPIRES = re.compile(
    r"(?i)\b\w*termijn\b[^.;]{0,60}?\b(?:loopt\saf|eindigt|verloopt|verstrijkt|sluit|afloopt|is)\s(?:op\s)?$"
)
_AFTER_PAPER = re.compile(r"\bna\s(?:de\s)?(?:verzending|versturing|publicatie)\svan\sde\s(?:\w*brief|\w*nota)\b")
_ROW = re.compile(rf"(?P<what>[^|]+) \| (?P<when>[^|]+)(?: \| (?:{EMPTY}|(?P<who>[^|]*?)))?(?: \|.*)?")
_ROW_NUMBER = re.compile(r"^[0-9]{1,2}[.)]?\s")
_VAGUE_LATEST = re.compile(r"\buiterlijk\s(?!op\b)[a-z]+")
_PRODUCTS = (
    ("spokesperson lines", re.compile(r"(?i)\bwoordvoeringslijn|\bQ&A")),
    ("report", re.compile(r"(?i)\bverslag\b")),
    ("letter", re.compile(r"(?i)\b\w*brief\b|\bgeannoteerde agenda\b")),
    ("memo", re.compile(r"(?i)\bnota\b")),
)
_MUST = re.compile(
    r"\b(?:(?:wordt|worden)\b.*\b(?:geïnformeerd|gezonden|gestuurd|verzonden|verspreid|aangeboden)|ontvangt|ontvangen|ga(?:at|an)\b.*\bnaar\s(?:de|uw)\sKamer"
    r"|[Ss]end|[Ss]ubmit|[Pp]repare|must|neemt|nemen|moet|moeten|dient|dienen|verzenden|streven|beslis\w*|besluit|nodig|graag|reactie|reageren|indienen|uiterlijk)\b"
)
# Words right before the day of something to do, and those around such a day
_DAY_OF_ACT = re.compile(
    r"(?i)\b(?:(?:deadline|gereed|klaar|termijn|antwoordtermijn)\b[^.;]{0,50}|(?:verlengd|uitgesteld)\stot\s(?:en\smet\s)?"
    r"|(?:moet|moeten|dient|dienen)\s(?:op\s)?)$"
)
_ASKED = re.compile(r"(?i)\b(?:verzocht|gevraagd)\b[^.;]*\bop\s$")
_TO_ACT = re.compile(r"(?i)\bte\s(?:\w+)?(?:tekenen|accorderen|zenden|sturen|leveren|reageren|beslissen)\b")
_PAST = re.compile(r"(?i)\b(?:was|waren|werd|werden|had|hadden|verstreken|verlopen)\b")
_DONE = re.compile(
    r"(?i)\b(?:is|zijn|werd|werden|was|waren|heb|heeft|hebben)\b[^.;]*\b(?:verzonden|verstuurd|gestuurd|toegezonden|toegegaan|aangeboden"
    r"|beantwoord|geïnformeerd|ingediend|aangeleverd|gedeeld|gepubliceerd|afgerond|getekend|vastgesteld)\b"
)
# In doubt it is still to be done
_NOT_DONE = re.compile(
    r"(?i)\b(?:niet|nog|geen|deels|moet|moeten|dient|dienen|had|hadden|wordt|worden|zal|zullen|gevraagd|verzocht)\b"
)
_BEGINS = re.compile(r"(?i)(?:vóór|voor|uiterlijk)\s(?:op\s)?")
_UNREAD_DAY = re.compile(r"^(?P<term>(?:op\s)?uiterlijk\s(?:op\s)?[0-9]\S*)\s")
_DELIVERS = re.compile(
    rf"{_MUST.pattern}|\b(?:bereidt|stelt|levert|maakt|schrijft|verzorgt|werkt)\s(?:de\s)?[A-Z]|\b(?:gereed|klaar|af)\b"
)

_AGREED = (
    re.compile(
        r"\b(?:[Aa]fgestemd|in samenspraak|in overeenstemming|overeengekomen)\smet:?\s"
        r"(?:(?:de|het)\s)?(?:collega['’]?s van\s)?(?:(?:de\s)?(?:betrokken\s)?"
        r"(?:ministeries?|departementen|ministers?|bewindspersonen)\svan\s|ministeries?\s)?"
        r"(?P<who>[^.;()]{2,160}?)(?=\s(?:en is|en heeft|zijn|is|afgestemd)\b|[.;(]|$)"
    ),
    re.compile(
        r"\bmet\s(?:(?:de|het)\s)?(?:ministeries?\svan\s)?(?P<who>[A-Z][^.;()]{1,120}?)\s(?:is|zijn)?\s?afgestemd\b"
    ),
    re.compile(
        r"(?:^|\s)(?:De|Het|Ook|de|het)?\s?(?P<who>[A-Z]{2,8}(?:(?:,|\sen)\s[A-Z]{2,8})*)\s(?:is|zijn|gaat|gaan)\sakkoord\b"
    ),
)
_DENIED = re.compile(r"(?i)\b(?:niet|geen|nooit|zonder|onvoldoende)\b")
_NO_PARTY = re.compile(
    r"(?i)\b\w*(?:verdrag|wet|richtlijn|verordening|regels|regeling|besluit|akkoord|protocol|convenant|motie|advies|beleid"
    r"|norm|strategie|afspraken|artikel|conclusies|handvest|resolutie)\w*\b"
)
_AND = re.compile(r",\s*(?:en\s)?|\s+en\s+(?=(?:het\s|de\s)?(?:[A-Z]|ministerie))|;\s*|\s*/\s*")
_NAME = re.compile(r"(?:het |de )?(?:[Mm]inisterie van )?(?P<name>[A-Z].*)")
_ONE_MINISTRY = (
    "Justitie en Veiligheid", "Asiel en Migratie", "Infrastructuur en Waterstaat", "Onderwijs, Cultuur en Wetenschap",
    "Sociale Zaken en Werkgelegenheid", "Volksgezondheid, Welzijn en Sport", "Klimaat en Groene Groei",
    "Landbouw, Visserij, Voedselzekerheid en Natuur", "Landbouw, Natuur en Voedselkwaliteit",
    "Volkshuisvesting en Ruimtelijke Ordening", "Economische Zaken en Klimaat",
    "Binnenlandse Zaken en Koninkrijksrelaties", "Buitenlandse Handel en Ontwikkelingshulp",
    "Buitenlandse Handel en Ontwikkelingssamenwerking",
)  # fmt: skip

_By = tuple[Due | None, str | None]  # when something is due, and why that is unsure


def find_duties(paragraphs: list[Paragraph], around: Around) -> list[Found[Deadline]]:
    """What must be delivered: by whom, where the memo says so, and by when."""
    found: list[Found[Deadline]] = []
    is_planning = False
    for paragraph in paragraphs:
        is_planning = CELL in paragraph.text and (is_planning or bool(planning_columns(paragraph.text.split(CELL))))
        duties = (_duty(each, around, is_planning=is_planning) for each in paragraph.sentences)
        found += filter(None, duties)
    letter = next((each.item for each in found if each.item.kind == "letter"), None)
    for duty in found:  # what comes out after the letter is counted from the deadline of that letter
        if letter is not None and duty.item.due is None and _AFTER_PAPER.search(duty.words):
            letter.id = "letter"
            duty.item.due = parse_due("after letter")
    return found


def _duty(sentence: Sentence, around: Around, *, is_planning: bool) -> Found[Deadline] | None:
    found = (_planned(sentence, around) if is_planning else None) or _listed(sentence) or _prepared(sentence, around)
    found = found or _named_by(sentence, _term(sentence, around)) or _named_by(sentence, _due(sentence, around))
    return _with_change(found, sentence.paragraph.written) if found is not None else None


def _found(
    sentence: Sentence, title: str, by: _By, owner: str | None = None, note: str | None = None, place: int = 0
) -> Found[Deadline]:
    deadline = Deadline(title=title, owner=owner, kind=_product(title), due=by[0], note=note)
    return Found("deadlines", deadline, sentence.paragraph.line_at(sentence.start + place), sentence.text, {"": by[1]})


def _named_by(sentence: Sentence, by: _By) -> Found[Deadline] | None:
    """A deadline called by the first words of its sentence, whole in its note; none without a day or doubt."""
    if by == (None, None):
        return None
    title = shortened(sentence.text)
    found = _found(sentence, title, by, note=sentence.text if title != sentence.text else None)
    found.item.kind = _product(sentence.text)
    return found


def _with_change(duty: Found[Deadline], written: date | None) -> Found[Deadline]:
    """The deadline, done where its sentence says that it was sent by a day before the memo; doubted where cancelled."""
    when = duty.item.due.when if duty.item.due else None
    last = (when.last or when.first) if when else None
    if written and last and last < written and _DONE.search(duty.words) and not _NOT_DONE.search(duty.words):
        duty.item.done = True
        duty.doubts["done"] = tr("the memo says that it is met")
    elif change_in(duty.words).status is Status.CANCELLED and duty.doubts[""] is None:
        duty.doubts[""] = tr("its sentence says that something is cancelled: see whether this still stands")
    return duty


def _product(text: str) -> str | None:
    return next((kind for kind, shape in _PRODUCTS if shape.search(text)), None)


def _planned(sentence: Sentence, around: Around) -> Found[Deadline] | None:
    """A row of a planning: `Kamerbrief | uiterlijk 3 oktober 2025 | DWB`; doubted where its time is not read."""
    row = _ROW.fullmatch(sentence.paragraph.text) if not sentence.start else None
    if row is None or planning_columns(sentence.paragraph.text.split(CELL)) or row["when"] == EMPTY:
        return None
    dates = [each for each in sentence.dates if row.start("when") <= each.start < row.end("when")]
    by = _on(dates[0]) if dates else _term(sentence, around)
    return _found(
        sentence, row["what"], by if by != (None, None) else (None, tr("no date is given")), row["who"] or None
    )


def _listed(sentence: Sentence) -> Found[Deadline] | None:
    """A row of a list of actions with its day at the end: `2 Brief rondsturen FIN 3 oktober 2025`."""
    dates = sentence.dates
    if sentence.paragraph.part is not Part.ACTIONS or not dates or dates[-1].when.grain is not Grain.DAY:
        return None
    words = sentence.before(dates[-1].start).strip(" :-–")
    if sentence.behind(dates[-1].end).strip(" .") or not words:
        return None
    return _found(sentence, _ROW_NUMBER.sub("", words), _on(dates[-1]))


def _prepared(sentence: Sentence, around: Around) -> Found[Deadline] | None:
    """`DCO bereidt woordvoeringslijnen voor in aanloop naar …`."""
    match = _PREPARES.search(sentence.text)
    if not match:
        return None
    what, owner = match["what"] or match["made"], match["owner"] or match["maker"]
    begun = next((each for each, _ in limits(sentence) if _BEGINS.fullmatch(what[: what.find(each.text)])), None)
    due, doubt = _due_of(sentence, around, match.start() if begun else match.end() - 1)
    if begun is not None:  # `VNG levert vóór 1 april een toets op`
        what = what.partition(begun.text)[2].strip()
    elif unread := _UNREAD_DAY.match(what):
        what, doubt = what[unread.end() :], doubt or uncounted(unread["term"])
    return _found(sentence, what, (due, doubt), owner, sentence.text, match.start())


def _term(sentence: Sentence, around: Around) -> _By:
    """A number of days or weeks before or after something, or a term that ends on a day."""
    if found := _WITHIN.search(sentence.text):
        by = _after(sentence, found, around)
        dated = next((each for each in sentence.dates if each.start == sentence.start + found.start()), None)
        return _on(dated) if by[0] is None and dated is not None and _MUST.search(sentence.text) else by
    if count := around.counted(sentence.text):
        return count if _DELIVERS.search(sentence.text) else (None, None)
    ends = [each for each in sentence.dates if _EXPIRES.search(sentence.before(each.start))]
    return _on(ends[0]) if ends and ends[0].when.grain is Grain.DAY else (None, None)


def _after(sentence: Sentence, found: re.Match[str], around: Around) -> _By:
    """A term behind the meeting or debate, or behind the one day that this sentence or the one before it gives."""
    if anchor := around.anchor(found["anchor"]):
        return parse_due(f"{count_of(found)} after {anchor}"), None
    above = [each for each in sentence.paragraph.sentences if each.end <= sentence.start][-1:]
    days = [day for each in (sentence, *above) for day in each.dates]
    if not _FROM_TEXT.match(found["anchor"]) or len(days) != 1 or days[0].when.day is None or not days[0].certain:
        return None, None
    due = resolve(parse_due(f"{count_of(found)} after start"), {"start": days[0].when}, Calendar())
    return parse_due(due.text), tr("“{term}”, counted from {date}", term=found[0], date=days[0].when)


def _due(sentence: Sentence, around: Around) -> _By:
    """By when a sentence says that something is sent or decided."""
    dates, text = [each for each in sentence.dates if not is_given_up(sentence, each)], sentence.text
    moved = tr("the memo says that it was moved to this date") if len(dates) < len(sentence.dates) else None
    days = [each for each in dates if each.when.grain is Grain.DAY]
    for mention, when in limits(sentence) if _MUST.search(text) else ():
        if mention in days:
            return parse_due(when.text), mention.reason or moved
    for mention in days if not _PAST.search(text) else ():
        before = sentence.before(mention.start)
        is_asked = _ASKED.search(before) and _TO_ACT.search(sentence.behind(mention.end))
        if is_asked or _DAY_OF_ACT.search(before):
            return parse_due(mention.when.text), mention.reason or moved
    by = _due_of(sentence, around, 0) if _SENT.search(text) else (None, None)
    is_vague = _VAGUE_LATEST.search(text) and not dates and _MUST.search(text)
    return (None, tr("no date is given")) if is_vague and by == (None, None) else by


def _due_of(sentence: Sentence, around: Around, start: int) -> _By:
    """What a deadline is counted from: the debate, the meeting, or a date behind `uiterlijk`; and why it is doubted.

    A count of days or weeks goes before a plain `voor het debat`, wherever it stands in the sentence.
    """
    if counted := around.counted(sentence.text):
        return counted
    for found in _RELATIVE.finditer(sentence.text, start):
        if (anchor := around.anchor(found["anchor"])) and not denies_limit(sentence.text[: found.start()]):
            term = _LOOSE_TERM.search(sentence.text)  # `voor het debat, twee dagen van tevoren`
            return parse_due(f"before {anchor}"), uncounted(term[0]) if term else None
    behind = [(each, when) for each, when in limits(sentence) if each.start >= sentence.start + start]
    return (parse_due(behind[0][1].text), behind[0][0].reason) if behind else (None, None)


def _on(mention: DateMention) -> _By:
    return parse_due(mention.when.text), mention.reason


def find_consulted(paragraphs: list[Paragraph]) -> Iterator[tuple[str, Line]]:
    """Each name that the memo says it was agreed with, and where."""
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            for match in (found for pattern in _AGREED for found in pattern.finditer(sentence.text)):
                if not _DENIED.search(sentence.text) and not _NO_PARTY.search(match["who"]):
                    line = paragraph.line_at(sentence.start + match.start("who"))
                    yield from ((name, line) for name in names_in(match["who"]))


def names_in(text: str) -> list[str]:
    """The names in `Financiën en Buitenlandse Zaken`; a ministry such as `Justitie en Veiligheid` stays one."""
    text = " ".join(text.split()).strip(" .,;")
    for pair in _ONE_MINISTRY:
        text = text.replace(pair, pair.replace(" en ", "\0").replace(", ", "\1"))
    names = [piece.replace("\0", " en ").replace("\1", ", ").strip() for piece in _AND.split(text) if piece]
    found = [_NAME.fullmatch(name) for name in names]
    return [match["name"] for match in found if match]
