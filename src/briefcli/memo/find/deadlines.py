"""Finds in a memo who must deliver what by when."""

import re
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
from briefcli.memo.find.said import DELIVERED, HAS, MET, SENT, WERE, change_in, is_given_up, is_open, is_to_come
from briefcli.memo.imported import Found
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph, Sentence, shortened
from briefcli.memo.layout.persons import PARTY
from briefcli.memo.layout.table_rows import CELL, EMPTY, planning_columns
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
    should|(?:is|are) (?:kindly )?(?:invited|requested|asked)
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
_ROW = re.compile(rf"(?P<what>[^|]+) \| (?P<when>[^|]+)(?: \| (?:{EMPTY}|(?P<who>[^|]*?)))?(?: \| (?P<others>.*))?")
_IS_DONE = re.compile(r"(?i)\W*(?:gereed|afgerond|afgedaan|afgehandeld|voltooid|gedaan|klaar|done|completed|closed)\W*")
_NO_DAY = re.compile(rf"{EMPTY}|-|n\.?\s?v\.?\s?t\.?")
_TO_DAY = re.compile(r"(?i)\s(?:uiterlijk|voor|vóór|op|per|gereed|by|before|on)\s(?:op\s)?$")
# Who does it, in a row: `FIN: brief rondsturen`, `brief rondsturen (FIN)`
_UNIT = rf"(?!{PARTY}|(?:RBZ|RAZ|JBZ|DMM|FMM|EU|OVSE|AVVN|COP|NAVO|NATO|VN|UN|CD|AO|WGO|MR|TK|EK|Q&A)\b){_OWNER}"
_BY_UNIT = re.compile(rf"\bdoor\s(?:de\s)?({_UNIT})\b")
_UNIT_BEHIND = re.compile(rf"\(({_UNIT})\)\W*$")
_DOER = re.compile(rf"(?s)^(?:({_UNIT})\s?[:–-]\s)?(.*?)(?:\s\(({_UNIT})\)\.?)?$")
_ROW_NUMBER = re.compile(r"^[0-9]{1,2}[.)]?\s")
_NEXT_DAY = re.compile(r",?\s*(?:en|&)?\s*")
_VAGUE_LATEST = re.compile(r"\buiterlijk\s(?!op\b)(?:[a-z]+|[DT]\s?[-–]\s?[0-9])")
_PRODUCTS = (
    ("spokesperson lines", re.compile(r"(?i)\bwoordvoeringslijn|\bQ&A")),
    ("report", re.compile(r"(?i)\bverslag\b")),
    ("letter", re.compile(r"(?i)\b\w*brief\b|\bgeannoteerde agenda\b")),
    ("memo", re.compile(r"(?i)\bnota\b")),
)
_WITH_DOER = re.compile(
    r"(?P<what>[A-Z][^|;]{3,80}?)\s(?:(?:->|→|=>)\s(?P<who>[^,:;]{2,40}),|[–-]\s(?P<by>[A-Z][^–:;]{1,40}?)\s[–-])\s(?:uiterlijk\s)?"
)
_LONGEST_END = 12  # characters behind the day of such a row
_TO_ROW_DAY = re.compile(r"(?i)(?:(?:uiterlijk|voor|vóór|op|by|before)\s(?:op\s)?)?")
# Words right before a day on which something must be done
_DAY_OF_ACT = re.compile(
    r"(?i)\b(?:(?:deadline|gereed|klaar|(?!overgangs)\w*termijn|uiterste\s\w+|(?:verzend|beslis|inbreng|aanlever)datum)\b[^.;]{0,75}"
    r"|(?:verlengd|(?:termijn|beantwoording|antwoord\w*|reactie|verslag|\w*brief|nota)\b[^.;]{0,75}\buitgesteld)\stot\s(?:en\smet\s)?"
    r"|(?:inschrijving|aanmelding|registratie|consultatie|registration|accreditation)\s(?:sluit|eindigt|closes|ends)\s(?:op|on)\s"
    r"|(?:moet|moeten|dient|dienen)\s(?:op\s)?|(?:te\s(?:ver)?|ver)(?:zend(?:en|ing)|stur(?:en|ing))\b[^.;]{0,60}\sop\s)$"
)
# What is extended until a day, which is no deadline; but the term for a reaction to it is one
_LASTS = re.compile(
    r"(?i)^(?!.*\b(?:deadline|\w*termijn|reactie|consultatie|inbreng|verslag|\w*brief|nota|antwoord\w*|beantwoording)\b)"
    r".*(?:regime|sanctie\w*|mandaat|(?<!com)missie|verordening|staakt-het-vuren)\b[^.;]*\btot\s(?:en\smet\s)?$"
)
_CAN_UNTIL = re.compile(r"(?i)\b(?:kan|kunnen|mogelijk)\b[^.;]{0,40}\btot\s(?:en\smet\s|uiterlijk\s)?$")
_HANDED_IN = re.compile(
    r"(?i)\b(?:in|aan)(?:gestuurd|gediend|gezonden|geleverd|gebracht|gemeld)\b|\bnaar\s(?:de\s)?(?-i:[A-Z])"
)
_ASKED = re.compile(r"(?i)\b(?:verzocht|gevraagd)\b[^.;]*\bop\s$")
_GOES = re.compile(r"(?i)\b(?:gaat|gaan|wordt|worden)\b(?:[^.;]*\bop\s(?:\w+dag\s)?|\s(?:op\s)?)$")
_OUT = any_words(rf"""
    naar (?:de|uw) (?:Kamer|minister|sta\w+)|de deur uit|{SENT}|gedeeld|verspreid|voorgelegd|ingediend|\w+geleverd
    gereed|klaar|aanleveren
""")
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


def find_duties(paragraphs: list[Paragraph], around: Around) -> list[Found[Deadline]]:
    """What must be delivered, by when, and by whom if the memo says so. What a withheld text says is withheld too."""
    paragraphs = [each for each in paragraphs if each.part is not Part.ANNEXES]
    found: list[Found[Deadline]] = []
    is_planning = False
    for at, paragraph in enumerate(paragraphs):
        is_planning = CELL in paragraph.text and (is_planning or bool(planning_columns(paragraph.text.split(CELL))))
        told = [clause for each in paragraph.sentences for clause in _clauses(each)]
        duties = [_duty(each, around, is_planning=is_planning) for each in told]
        beside = paragraphs[max(at - 1, 0) : at] + paragraphs[at + 1 : at + 2]
        is_in_list = any(each.label and each.dates for each in beside)  # a single row may be anything
        is_in_list = is_in_list and paragraph.label != "" and not any(duties)
        rows = [duty or _row_of_list(each, is_in_list=is_in_list) for each, duty in zip(told, duties, strict=True)]
        missed = {paragraph.sentence_at(each.start).text for each, row in zip(told, rows, strict=True) if row is None}
        for row in filter(None, rows):
            if row.words in missed:  # other parts of the sentence have a day too
                row.item.note = row.words
            found.append(row)
    letter = next((each.item for each in found if each.item.kind == "letter" and each.item.public), None)
    for duty in found:  # a duty after the letter is counted from the deadline of that letter
        if letter is not None and duty.item.due is None and _AFTER_PAPER.search(duty.words):
            letter.id = "letter"
            duty.item.due = parse_due("after letter")
    return found


def _clauses(sentence: Sentence) -> list[Sentence]:
    """The parts of a sentence between semicolons, if each has a day of its own; else the sentence as a whole."""
    parts, start = list[Sentence](), sentence.start
    for text in sentence.text.split("; "):
        parts.append(Sentence(sentence.paragraph, text, start))
        start += len(text) + 2
    return parts if all(each.dates for each in parts) else [sentence]


def _duty(sentence: Sentence, around: Around, *, is_planning: bool) -> Found[Deadline] | None:
    found = (_planned(sentence, around) if is_planning else None) or _with_doer(sentence) or _listed(sentence)
    found = found or _prepared(sentence, around)
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
    owner = owner or first or last or "".join(_BY_UNIT.findall(sentence.text)[:1]) or None
    deadline = Deadline(title=what, owner=owner, kind=_product(what), due=by[0], note=note)
    deadline.public = sentence.paragraph.part is not Part.WITHHELD
    words = sentence.paragraph.sentence_at(sentence.start).text
    return Found("deadlines", deadline, sentence.paragraph.line_at(sentence.start + place), words, {"": by[1]})


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
    if row is None or planning_columns(sentence.paragraph.text.split(CELL)) or _NO_DAY.fullmatch(row["when"]):
        return None
    dates = [each for each in sentence.dates if row.start("when") <= each.start < row.end("when")]
    by = by_day(sentence, dates[0]) if dates else around.counted(sentence)
    found = _found(sentence, row["what"], by if by != NO_TERM else (None, tr("no date is given")), row["who"] or None)
    if any(map(_IS_DONE.fullmatch, (row["others"] or "").split(CELL))):
        found.item.done, found.doubts["done"] = True, tr("the memo says that it is met")
    return found


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


def _with_doer(sentence: Sentence) -> Found[Deadline] | None:
    """A row such as `Spreektekst -> DCO, vrijdag 17 april`, `Quick scan – DGB – 15 maart`: what, who and its day."""
    dates = sentence.dates
    row = _WITH_DOER.fullmatch(sentence.before(dates[0].start)) if len(dates) == 1 else None
    if row is None or not sentence.paragraph.label or len(sentence.behind(dates[0].end)) > _LONGEST_END:
        return None
    return _found(sentence, row["what"].strip(), by_day(sentence, dates[0]), (row["who"] or row["by"]).strip())


def _row_of_list(sentence: Sentence, *, is_in_list: bool) -> Found[Deadline] | None:
    """A row such as `Veteranennota: in de week van 26 mei`, if its time is not past.

    Outside a list of such rows, its name must be that of something to deliver, right before the day.
    """
    name, _, rest = sentence.text.partition(": ")
    dates, end = sentence.dates, sentence.start + len(name)
    is_delivered = DELIVERED.search(rest) is not None or _OUT.search(rest) is not None
    is_first = bool(dates) and dates[0].text == name and is_delivered  # `3 mei: verslag`
    what, dates = (rest, dates[:1]) if is_first else (name, [each for each in dates if each.start > end])
    is_listed = is_in_list and sentence.start == 0
    if not dates or not (is_first or len(rest.split()) <= 8) or dates[0].when.to_time is not None:
        return None  # what lasts from one hour to another is an event
    if not is_listed and not (DELIVERED.search(what) and _TO_ROW_DAY.fullmatch(rest[: dates[0].start - end - 2])):
        return None
    if not is_to_come(dates[0].when, sentence.paragraph.written):
        return None
    by, doubt = by_day(sentence, dates[0])
    doubt = doubt or tr("read from a list of names and dates: see whether it is due then")
    doer = _UNIT_BEHIND.search(rest) if what is name else None
    return _found(sentence, what, (by, doubt), doer[1] if doer else None)


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
    is_sent, is_act = _SENT.search(text) is not None, True
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
    if _CAN_UNTIL.search(before) and _HANDED_IN.search(behind):
        return True
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
