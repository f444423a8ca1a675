"""Finds in a memo who must deliver what by when, and who was consulted."""

import re
from collections.abc import Iterator
from datetime import date

from briefcli.catalog import tr
from briefcli.domain.agenda import Deadline
from briefcli.domain.dates.due_by import denies
from briefcli.domain.dates.in_text import DateMention
from briefcli.domain.dates.words import COUNT, UNIT
from briefcli.domain.due import parse_due
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import Grain
from briefcli.memo.find.due_dates import ANCHOR, NO_TERM, Around, By, by_day, limits, on_day, uncounted
from briefcli.memo.find.said import HAS, MET, SENT, WERE, change_in, is_given_up, is_open, is_to_come
from briefcli.memo.imported import Found
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph, Sentence, shortened
from briefcli.memo.layout.persons import PARTY
from briefcli.memo.layout.table_rows import CELL, EMPTY, planning_columns
from briefcli.memo.text import Line
from briefcli.patterns import any_of, any_words

_OWNER = any_of(r"""
    [A-Z][A-Z&]{1,9}[a-z]?(?:/[A-Z&]{2,})*|[A-Z][a-z]+[A-Z][A-Za-z]+|[Dd]irectie [A-Z][\w ]{2,30}?|[Ww]oordvoering
""")
_FOR = "in aanloop naar|voor|vóór|ten behoeve van|met het oog op|uiterlijk"
_PREPARES = re.compile(
    rf"\b(?P<owner>{_OWNER})\s(?:"
    r"(?:bereidt|stelt|levert|maakt|schrijft|verzorgt|werkt)\s(?P<what>[^.;]{3,90}?)\s(?:voor|op|aan|uit)"
    rf"(?=\s(?:{_FOR}|op|dat|die|na)\b|[.;,]|$)"
    rf"|(?:maakt|schrijft|verzorgt)\s(?P<made>[^.;]{{3,90}}?)(?=\s(?:{_FOR})\b|[.;,]|$))"
)
# Words which say that something must be done, or goes to the House
_MUST = any_words(rf"""
    (?:wordt|worden)\b.*\b(?:{SENT}|verspreid)|ga(?:at|an)\b.*\bnaar (?:(?:de|uw) Kamer|u)
    ontvangt|ontvangen|neemt|nemen|moet|moeten|dient|dienen|verzenden|indienen|reageert|reageren|reactie|volgt|volgen
    stuurt|sturen|levert|leveren|organiseert|regelt|zorgt|deelt|streven|beslis\w*|besluit|nodig|graag|uiterlijk|send|submit|share|deliver|prepare|must
    gereed|klaar|af|(?:bereidt|stelt|levert|maakt|schrijft|verzorgt|werkt) (?:de )?(?-i:[A-Z])\w+
    (?-i:U) (?:ver)?(?:stuurt|zendt)|(?:ha(?:s|ve)|needs?) to|is due|no later than
    te (?:\w+)?(?:tekenen|accorderen|zenden|sturen|leveren|reageren|beslissen)
    akkoord te gaan|uw akkoord|actie|opstellen|aanleveren|voorbereiden
""")
# With these words `voor de Raad` means “before the Council”; without them it may mean “for the Council”
_HAS_TO = any_words("moet|moeten|dient|dienen|reactie")
_SENT = any_words(rf"""
    (?:\w*brief|agenda|antwoorden|beantwoording|reactie|verslag|nota|stukken)\b[^.;]*?\b(?:{SENT}|toekomen|toegaan|ver(?:zend|stur)en)
    (?:ontvangt|krijgt) (?:de|uw) Kamer|Kamer (?:ontvangt|krijgt)|Kamer\b[^.;]*\bgeïnformeerd
""")
_BEFORE = re.compile(rf"(?i)\b(?:voorafgaand aan|in aanloop naar|vóór|voor|ten behoeve van)\s(?:de|het)\s{ANCHOR}")
_LOOSE_TERM = re.compile(rf"(?i)\b(?:enkele|paar|{COUNT})\s(?:{UNIT}|uur|uren|hours?)\b")
_AFTER_PAPER = re.compile(r"\bna\s(?:de\s)?(?:verzending|versturing|publicatie)\svan\sde\s(?:\w*brief|\w*nota)\b")
_ROW = re.compile(rf"(?P<what>[^|]+) \| (?P<when>[^|]+)(?: \| (?:{EMPTY}|(?P<who>[^|]*?)))?(?: \|.*)?")
_TO_DAY = re.compile(r"(?i)\s(?:uiterlijk|voor|vóór|op|per|gereed|by|before|on)\s(?:op\s)?$")
# Who does it, in a row: `FIN: brief rondsturen`, `brief rondsturen (FIN)`
_UNIT = rf"(?!{PARTY}|(?:RBZ|RAZ|JBZ|DMM|FMM|EU|OVSE|AVVN|COP|NAVO|NATO|VN|UN|CD|AO|WGO|MR|TK|EK|Q&A)\b){_OWNER}"
_DOER = re.compile(rf"(?s)^(?:({_UNIT})\s?[:–-]\s)?(.*?)(?:\s\(({_UNIT})\))?$")
_ROW_NUMBER = re.compile(r"^[0-9]{1,2}[.)]?\s")
_NEXT_DAY = re.compile(r",?\s*(?:en|&)?\s*")
_VAGUE_LATEST = re.compile(r"\buiterlijk\s(?!op\b)(?:[a-z]+|[DT]\s?[-–]\s?[0-9])")
_PRODUCTS = (
    ("spokesperson lines", re.compile(r"(?i)\bwoordvoeringslijn|\bQ&A")),
    ("report", re.compile(r"(?i)\bverslag\b")),
    ("letter", re.compile(r"(?i)\b\w*brief\b|\bgeannoteerde agenda\b")),
    ("memo", re.compile(r"(?i)\bnota\b")),
)
# Words right before a day on which something must be done
_DAY_OF_ACT = re.compile(
    r"(?i)\b(?:(?:deadline|gereed|klaar|(?!overgangs)\w*termijn|uiterste\s\w+|(?:verzend|beslis|inbreng|aanlever)datum)\b[^.;]{0,75}"
    r"|(?:verlengd|(?:termijn|beantwoording|antwoord\w*|reactie|verslag|\w*brief|nota)\b[^.;]{0,75}\buitgesteld)\stot\s(?:en\smet\s)?"
    r"|(?:moet|moeten|dient|dienen)\s(?:op\s)?|(?:te\s(?:ver)?|ver)(?:zend(?:en|ing)|stur(?:en|ing))\b[^.;]{0,60}\sop\s)$"
)
# What is extended until a day, which is no deadline; but the term for a reaction to it is one
_LASTS = re.compile(
    r"(?i)^(?!.*\b(?:deadline|\w*termijn|reactie|consultatie|inbreng|verslag|\w*brief|nota|antwoord\w*|beantwoording)\b)"
    r".*(?:regime|sanctie\w*|mandaat|(?<!com)missie|verordening|staakt-het-vuren)\b[^.;]*\btot\s(?:en\smet\s)?$"
)
_ASKED = re.compile(r"(?i)\b(?:verzocht|gevraagd)\b[^.;]*\bop\s$")
_GOES = re.compile(r"(?i)\b(?:gaat|gaan|wordt|worden)\b(?:[^.;]*\bop\s(?:\w+dag\s)?|\s(?:op\s)?)$")
_OUT = any_words(rf"naar (?:de|uw) (?:Kamer|minister|sta\w+)|{SENT}|ingediend|\w+geleverd|gereed|klaar|aanleveren")
_PAST = any_words(f"{WERE}|verstreken|verlopen")
_DONE = any_words(rf"""
    (?:{HAS})\b[^.;]*\b(?:{SENT}|{MET}|beantwoord|ingediend|aangeleverd|gedeeld|gepubliceerd|afgerond|getekend|vastgesteld)
""")
# An act of others, which is no deadline of ours: a person is asked to look at the day. What they ask may be one
_OF_OTHERS = re.compile(
    r"(?:(?:De|Het|Een|Deze|Dit)\s)?(?:(?i:motie|amendement|initiatiefwet\w*)\b(?!.*\b(?:uitgevoerd|afgedaan|reactie|brief)\b)"
    r"|(?:Europese\s)?Commissie\b|[Vv]oorzitterschap\b|(?:[Kk]amer)?[Ll]eden\b|(?:\w+-)?[Ff]racties?\b|Rekenkamer\b|Raad\svan\sState\b|(?!Nederland)[A-Z]\w+(?:land|rijk|ië)\s)"
    r"(?!-|.*(?:[;:]|\b(?:u|uw|wij|ons|onze|Nederland\w*|kabinet|minister\w*|BZ|FIN|verzoek\w*|verzocht|vraagt|gevraagd"
    r"|(?<!hun\s)(?<!lijke\s)vragen|wil|willen|verwacht\w*|ontvang\w*|krijg\w*|(?:wordt|worden)(?!.*\bingediend))\b))"
)
_LIMIT = r"(?:(?:op\s)?(?:vóór|voor|uiterlijk)\s(?:op\s|in\s(?:de\sweek\svan\s)?)?|op\s)?"
_COUNTED_FROM_DAY = re.compile(r"(?i)binnen\s.*\sna\s")
_FROM_SOME_DAY = re.compile(r"(?i)(?:binnen|within)\b")  # counted from a day that need not be the day of the memo

_AGREED = tuple(map(re.compile, (
    (r"\b(?:[Aa]fgestemd|in samenspraak|in overeenstemming|overeengekomen)\smet:?\s"
     r"(?:(?:de|het)\s)?(?:collega['’]?s van\s)?(?:(?:de\s)?(?:betrokken\s)?"
     r"(?:ministeries?|departementen|ministers?|bewindspersonen)\svan\s|ministeries?\s)?"
     r"(?P<who>[^.;()]{2,160}?)(?=\s(?:en\s)?(?:is|heeft|zijn|wordt|\w+(?:gesteld|gestemd|gekomen))\b|[.;(]|$)"),
    r"\bmet\s(?:(?:de|het)\s)?(?:ministeries?\svan\s)?(?P<who>[A-Z][^.;()]{1,120}?)\s(?:is|zijn)?\s?afgestemd\b",
    (r"(?:^|\s)(?:De|Het|Ook|de|het)?\s?(?P<who>[A-Z]{2,8}(?:(?:,|\sen)\s[A-Z]{2,8})*)\s(?:is|zijn|gaat|gaan)"
     r"\sakkoord\b"),
)))  # fmt: skip
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


def find_duties(paragraphs: list[Paragraph], around: Around) -> list[Found[Deadline]]:
    """What must be delivered, by when, and by whom if the memo says so."""
    found: list[Found[Deadline]] = []
    is_planning = False
    for at, paragraph in enumerate(paragraphs):
        is_planning = CELL in paragraph.text and (is_planning or bool(planning_columns(paragraph.text.split(CELL))))
        duties = [_duty(each, around, is_planning=is_planning) for each in paragraph.sentences]
        beside = paragraphs[max(at - 1, 0) : at] + paragraphs[at + 1 : at + 2]
        is_in_list = any(each.label and each.dates for each in beside)  # a single row may be anything
        found += filter(None, duties if any(duties) or not is_in_list else [_row_of_list(paragraph)])
    letter = next((each.item for each in found if each.item.kind == "letter"), None)
    for duty in found:  # a duty after the letter is counted from the deadline of that letter
        if letter is not None and duty.item.due is None and _AFTER_PAPER.search(duty.words):
            letter.id = "letter"
            duty.item.due = parse_due("after letter")
    return found


def _duty(sentence: Sentence, around: Around, *, is_planning: bool) -> Found[Deadline] | None:
    found = (_planned(sentence, around) if is_planning else None) or _listed(sentence) or _prepared(sentence, around)
    if found is None and (by := _due(sentence, around)) != NO_TERM:
        title = shortened(sentence.text)  # the note has the whole sentence
        found = _found(sentence, title, by, note=sentence.text if title != sentence.text else None)
        found.item.kind = _product(sentence.text)
    return _with_change(found, sentence.paragraph.written) if found is not None else None


def _found(
    sentence: Sentence, title: str, by: By, owner: str | None = None, note: str | None = None, place: int = 0
) -> Found[Deadline]:
    first, what, last = _DOER.findall(title)[0]
    initials = "".join(re.findall(r"\b\w", what.upper()))
    if owner or (last and initials.endswith(last.upper())):  # `Wet open overheid (WOO)`
        first, what, last = "", title, ""
    deadline = Deadline(title=what, owner=owner or first or last or None, kind=_product(what), due=by[0], note=note)
    return Found("deadlines", deadline, sentence.paragraph.line_at(sentence.start + place), sentence.text, {"": by[1]})


def _with_change(duty: Found[Deadline], written: date | None) -> Found[Deadline]:
    """Mark a past deadline as done if its sentence says so; add a doubt if the sentence says that it was cancelled."""
    when = duty.item.due.when if duty.item.due else None
    last = (when.last or when.first) if when else None
    if written and last and last < written and _DONE.search(duty.words) and not is_open(duty.words):
        duty.item.done = True
        duty.doubts["done"] = tr("the memo says that it is met")
    elif change_in(duty.words).status is Status.CANCELLED and duty.doubts[""] is None:
        duty.doubts[""] = tr("its sentence says that something is cancelled: see whether this still stands")
    return duty


def _product(text: str) -> str | None:
    return next((kind for kind, shape in _PRODUCTS if shape.search(text)), None)


def _planned(sentence: Sentence, around: Around) -> Found[Deadline] | None:
    """A row of a planning: `Kamerbrief | uiterlijk 3 oktober 2025 | DWB`. In doubt if its time cannot be read."""
    row = _ROW.fullmatch(sentence.paragraph.text) if not sentence.start else None
    if row is None or planning_columns(sentence.paragraph.text.split(CELL)) or row["when"] == EMPTY:
        return None
    dates = [each for each in sentence.dates if row.start("when") <= each.start < row.end("when")]
    by = by_day(sentence, dates[0]) if dates else around.counted(sentence)
    return _found(sentence, row["what"], by if by != NO_TERM else (None, tr("no date is given")), row["who"] or None)


def _listed(sentence: Sentence) -> Found[Deadline] | None:
    """A row of a list of actions with its day at the end: `2 Brief rondsturen FIN 3 oktober 2025`."""
    dates = sentence.dates
    if sentence.paragraph.part is not Part.ACTIONS or not dates or dates[-1].when.grain is not Grain.DAY:
        return None
    first = dates[-1]
    for each in dates[-2::-1]:
        first = each if _NEXT_DAY.fullmatch(sentence.paragraph.text, each.end, first.start) else first
    words = _TO_DAY.sub("", sentence.before(first.start)).strip(" ,:-–")
    if sentence.behind(dates[-1].end).strip(" .") or not words:
        return None
    note = None if first is dates[-1] else sentence.text  # which has the other days
    return _found(sentence, _ROW_NUMBER.sub("", words), by_day(sentence, dates[-1]), note=note)


def _row_of_list(paragraph: Paragraph) -> Found[Deadline] | None:
    """A point such as `Veteranennota: in de week van 26 mei`, if its time is not past."""
    name, _, rest = paragraph.text.partition(": ")
    dates = paragraph.dates
    is_first = bool(dates) and dates[0].text == name and bool(_product(rest) or _OUT.search(rest))  # `3 mei: verslag`
    what, dates = (rest, dates[:1]) if is_first else (name, [each for each in dates if each.start > len(name)])
    is_row = paragraph.label and dates and (is_first or len(rest.split()) <= 8)
    if not is_row or not is_to_come(dates[0].when, paragraph.written):
        return None
    by, doubt = by_day(paragraph.sentences[0], dates[0])
    doubt = doubt or tr("read from a list of names and dates: see whether it is due then")
    return _found(paragraph.sentences[0], what, (by, doubt))


def _prepared(sentence: Sentence, around: Around) -> Found[Deadline] | None:
    """What someone prepares: `DCO bereidt woordvoeringslijnen voor in aanloop naar …`."""
    match = _PREPARES.search(sentence.text)
    if not match:
        return None
    what, due = match["what"] or match["made"], limits(sentence)[:1]
    within = [each for each in sentence.dates if match.start() < each.start - sentence.start < match.end()]
    due = due or [(each, on_day(each)) for each in within[:1] if sentence.before(each.start).endswith("op ")]
    for mention, _ in due:  # `VNG levert vóór 1 april een toets op`
        what = re.sub(rf"(?i)\s?{_LIMIT}{re.escape(mention.text)}", "", what).strip()
    by = _counted_from(sentence, around, match.end() - 1)
    by = due[0][1] if due and by[0] is None else by
    return _found(sentence, what, by, match["owner"], sentence.text, match.start())


def _due(sentence: Sentence, around: Around) -> By:
    """By when something must be sent, decided or done, as the sentence says."""
    text, term = sentence.text, around.counted(sentence)
    if _OF_OTHERS.match(text):
        return NO_TERM
    is_sent, is_act = _SENT.search(text) is not None, _MUST.search(text) is not None
    if term[0] and (is_act or _FROM_SOME_DAY.search(text)):
        return term
    dates = [each for each in sentence.dates if not is_given_up(sentence, each)]
    moved = tr("the memo says that it was moved to this date") if len(dates) < len(sentence.dates) else None
    due = limits(sentence) if is_act or is_sent else []
    found = [by for each, by in due if each in dates and (is_sent or not _FROM_SOME_DAY.match(each.text))]
    found += [on_day(each) for each in dates if is_act and _COUNTED_FROM_DAY.match(each.text)]
    found += [on_day(each) for each in dates if _is_day_of_act(sentence, each)]
    if found:
        return found[0][0], found[0][1] or moved or term[1]
    if is_act and term[1]:
        return term
    if (is_sent or _HAS_TO.search(text)) and (by := _counted_from(sentence, around, 0)) != NO_TERM:
        return by
    is_vague = _VAGUE_LATEST.search(text) and not dates and is_act
    return (None, tr("no date is given")) if is_vague else NO_TERM


def _is_day_of_act(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a day is called a deadline, or something has to be done on it."""
    if mention.when.grain is not Grain.DAY or _PAST.search(sentence.text):
        return False
    before = sentence.before(mention.start)
    if _LASTS.search(before):
        return False
    behind = sentence.behind(mention.end)
    is_asked = _ASKED.search(before) and _MUST.search(behind)
    goes = is_to_come(mention.when, sentence.paragraph.written) and _GOES.search(before) and _OUT.search(behind)
    return bool(is_asked or goes or _DAY_OF_ACT.search(before))


def _counted_from(sentence: Sentence, around: Around, start: int) -> By:
    """A count of days or weeks anywhere in the sentence, or else a plain `voor het debat` after offset `start`."""
    if (counted := around.counted(sentence)) != NO_TERM:
        return counted
    for found in _BEFORE.finditer(sentence.text, start):
        if (anchor := around.anchor(found["anchor"])) and not denies(sentence.text[: found.start()]):
            term = _LOOSE_TERM.search(sentence.text)  # `voor het debat, twee dagen van tevoren`
            return parse_due(f"before {anchor}"), uncounted(term[0]) if term else None
    return NO_TERM


def find_consulted(paragraphs: list[Paragraph]) -> Iterator[tuple[str, Line]]:
    """Each party that was consulted or agreed, as the memo says, and the line that names it."""
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
