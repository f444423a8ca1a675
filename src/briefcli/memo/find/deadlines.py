"""Finds in a memo who must deliver what by when.

A row of a planning or of a list says it in cells (`Kamerbrief | 3 oktober | FIN`). A sentence says it with a term
(`uiterlijk 3 oktober`), a count (`twee weken voor het debat`), or a day on which something is sent or ready.
"""

import itertools
import re
from datetime import date

from briefcli.catalog import tr
from briefcli.domain.agenda import Deadline
from briefcli.domain.dates.due_by import CONDITION, DUE, denies
from briefcli.domain.dates.in_text import DateMention
from briefcli.domain.dates.words import COUNT, UNIT
from briefcli.domain.due import parse_due
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import Grain
from briefcli.memo.find.due_dates import ANCHOR, NO_TERM, Around, By, before_an_event, by_day, limits, on_day, uncounted
from briefcli.memo.find.said import DELIVERED, HAS, MET, SENT, WERE, change_in, is_given_up, is_open, is_to_come
from briefcli.memo.imported import Found
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph, Sentence, shortened
from briefcli.memo.layout.persons import GATHERING, PARTY
from briefcli.memo.layout.table_rows import CELL, EMPTY, planning_columns
from briefcli.patterns import any_of, any_words

_PRODUCTS = (
    ("spokesperson lines", re.compile(r"(?i)\bwoordvoeringslijn|\bQ&A")),
    ("report", re.compile(r"(?i)\bverslag\b")),
    ("letter", re.compile(r"(?i)\b\w*brief\b|\bgeannoteerde agenda\b")),
    ("memo", re.compile(r"(?i)\bnota\b")),
)
# A department, and no council, organisation or kind of debate
_NO_UNIT = "RBZ|RAZ|JBZ|DMM|FMM|EU|OVSE|AVVN|COP|NAVO|NATO|VN|UN|CD|AO|WGO|MR|TK|EK|Q&A"
_UNIT = rf"(?!(?:{PARTY}|{_NO_UNIT})\b)" + any_of(r"""
    [A-Z][A-Z&]{1,9}[a-z]?(?:/[A-Z&]{2,})*|[A-Z][a-z]+[A-Z][A-Za-z]+|[Dd]irectie [A-Z][\w ]{2,30}?|[Ww]oordvoering
""")
_BY_UNIT = re.compile(rf"\bdoor\s(?:de\s)?({_UNIT})\b")
_UNIT_BEHIND = re.compile(rf"\(({_UNIT})\)\W*$")
_DOER = re.compile(rf"(?s)^(?:({_UNIT})\s?[:–-]\s)?(.*?)(?:\s\(({_UNIT})\)\.?)?$")  # `FIN: brief rondsturen`

# Rows: `Kamerbrief | 3 oktober | DWB`, `2 Brief rondsturen FIN 3 oktober`, `Quick scan – DGB – 15 maart`
_CELLS = re.compile(rf"(?P<what>[^|]+) \| (?P<when>[^|]+)(?: \| (?:{EMPTY}|(?P<who>[^|]*?)))?(?: \| (?P<others>.*))?")
_NO_DAY = re.compile(rf"{EMPTY}|-|n\.?\s?v\.?\s?t\.?")
_IS_DONE = re.compile(r"(?i)\W*(?:gereed|afgerond|afgedaan|afgehandeld|voltooid|gedaan|klaar|done|completed|closed)\W*")
_ROW_NUMBER = re.compile(r"^[0-9]{1,2}[.)]?\s")
_NEXT_DAY = re.compile(r",?\s*(?:en|&)?\s*")
# Words right before the day: `op uiterlijk`, `voor in de week van`
_LIMIT = r"(?i:(?:op\s)?(?:uiterlijk|voor|vóór|op|per|gereed|by|before|on)\s(?:op\s|in\s(?:de\sweek\svan\s)?)?)"
_TO_DAY = re.compile(rf"\s{_LIMIT}$")
_WITH_DOER = re.compile(
    r"(?P<what>[A-Z][^|;]{3,80}?)\s(?:(?:->|→|=>)\s(?P<who>[^,:;]{2,40}),|[–-]\s(?P<by>[A-Z][^–:;]{1,40}?)\s[–-])\s(?:uiterlijk\s)?"
)
_LONGEST_END = 12  # characters behind the day of such a row
_LONGEST_ROW = 8  # words behind the colon of `Veteranennota: in de week van 26 mei`
_TO_ROW_DAY = re.compile(rf"{_LIMIT}?")

# Sentences. `DGW bereidt spreekpunten voor in aanloop naar het debat`
_PREPARES = re.compile(
    rf"\b(?P<owner>{_UNIT})\s(?:bereidt|stelt|levert|maakt|schrijft|verzorgt|werkt)\s(?P<what>[^.;]{{3,90}}?)"
    r"(?=\s(?:voor|vóór|op|aan|uit|uiterlijk|in\saanloop|ten\sbehoeve|met\shet\soog|dat|die|na)\b|[.;,]|$)"
)
# A term that is said to be one
_TERM = any_words(r"""
    deadline|(?!overgangs)\w*termijn|uiterste \w+|(?:verzend|beslis|inbreng|aanlever)datum|due|must
    moet|moeten|dient|dienen
    \w*(?:inschrijving|aanmelding|registratie|consultatie|registration|accreditation) (?:sluit|eindigt|closes|ends)
""")
# What is done on a day with what is delivered
_ACT = any_words(rf"""
    {SENT}|(?!bestu)\w*(?:gestuurd|gezonden|stuurt?|sturen|zendt?|zenden|zending)|\w*lever(?:t|d|en)
    in(?:gediend|dienen|gebracht|brengen)|door(?:ge)?geven|naar (?:(?:de|uw) )?(?:Kamer|minister|sta\w+)
    aan(?:ge)?(?:meld\w*|bied\w*)|gedeeld|verspreid\w*|voor(?:gelegd|leggen)|toe(?:komen|gaan)|(?:onder)?teken(?:en|t)
    accorderen|gereed|klaar|binnen zijn|de deur uit
    (?:de|uw) Kamer (?:ontvangt|krijgt)|(?:ontvangt|krijgt) (?:de|uw) Kamer
    (?:ga(?:at|an)|kan|kunnen)\b[^.;,]*\bnaar (?!(?:(?:de|het|uw) )?(?:{GATHERING}|[0-9]))
    (?:antwoord\w*|beantwoording|reactie|verslag|\w*brief|nota)\b[^.;]*\b(?:uitgesteld|verlengd)
    send|sent|submit|submitted|deliver|delivered|share
""")
# What else may be done by a term; with these words a day is surely meant as one
_WANTED = any_words(r"""
    uiterlijk|t/m|graag|nodig|verzo\w+|gevraagd|akkoord|actie|af|ontvang\w*|kr[ij]+g\w*|reage\w+|reactie|levert|leveren
    volgt|volgen|neemt|nemen|beslis\w*|besluit|streven|ma(?:akt|ken)|schrij(?:ft|ven)|stelt|opstellen|bereidt|voorbereiden
    regelt|zorgt|prepare|please|kindly|requested|invited|should|no later than|at the latest|(?:ha(?:s|ve)|needs?) to
""")
# A day that belongs to something else: `de brief van 3 mei`, `het debat op 3 mei`
_OF_OTHER = re.compile(
    rf"(?i)\b(?:(?<!loopt\s)van|d\.d\.|dd\.?|sinds|vanaf|tussen|na|from|of|since|after|(?:{GATHERING}|AO|CD|WGO"
    r"|\w*(?:top|behandeling|stemming|stemmingen|verkiezingen))(?:\s(?-i:[A-Z])[\w-]+){0,2}\s(?:op|on))\s(?:\w+dag\s)?$"
)
_HELD = re.compile(
    r"(?i)\b(?:plaats|place|bijeen|vergader\w+|gepland|geagendeerd|debatte\w+|spree?k\w*|bezoekt|hierbij|bij deze)\b"
)
# What is extended until a day, which is no deadline; but the term for a reaction to it is one
_LASTS = re.compile(
    r"(?i)^(?!.*\b(?:deadline|\w*termijn|reactie|consultatie|inbreng|verslag|\w*brief|nota|antwoord\w*|beantwoording)\b)"
    r".*(?:regime|sanctie\w*|mandaat|(?<!com)missie|verordening|staakt-het-vuren)\b[^.;]*\btot\s(?:en\smet\s)?$"
)
_NONE = re.compile(r"(?i)\bgeen\b[^,;:]*$")
_PART = re.compile(r"(?s)(?:^|(?<=; ))(?:(?!; ).)+")  # of a sentence, between semicolons
_CLAUSE = re.compile(r"[,;.]\s|\s\(|:\s(?=[A-Z])")
# An act of others, which is no deadline of ours: a person is asked to look at the day. What they ask may be one
_OF_OTHERS = re.compile(
    r"(?:(?:De|Het|Een|Deze|Dit)\s)?(?:(?i:motie|amendement|initiatiefwet\w*)\b(?!.*\b(?:uitgevoerd|afgedaan|reactie|brief)\b)"
    r"|(?:Europese\s)?Commissie\b|[Vv]oorzitterschap\b|(?:[Kk]amer)?[Ll]eden\b|(?:\w+-)?[Ff]racties?\b|Rekenkamer\b|Raad\svan\sState\b|(?!Nederland)[A-Z]\w+(?:land|rijk|ië)\s)"
    r"(?!-|.*(?:[;:]|\b(?:u|uw|wij|ons|onze|Nederland\w*|kabinet|minister\w*|BZ|FIN|verzoek\w*|verzocht|vraagt|gevraagd"
    r"|(?<!hun\s)(?<!lijke\s)vragen|wil|willen|verwacht\w*|ontvang\w*|krijg\w*|(?:wordt|worden)(?!.*\bingediend))\b))"
)
_AFTER_PAPER = re.compile(r"\bna\s(?:de\s)?(?:verzending|versturing|publicatie)\svan\sde\s(?:\w*brief|\w*nota)\b")
_BEFORE = re.compile(rf"(?i)\b(?:voorafgaand aan|in aanloop naar|vóór|voor|ten behoeve van)\s(?:de|het)\s{ANCHOR}")
_LOOSE_TERM = re.compile(rf"(?i)\b(?:enkele|paar|{COUNT})\s(?:{UNIT}|uur|uren|hours?)\b")
_VAGUE_LATEST = re.compile(r"\buiterlijk\s(?!op\b)(?:[a-z]+|[DT]\s?[-–]\s?[0-9])")
_WITHIN = re.compile(r"(?i)(?:binnen|within)\b(?!.*\sna\s)")  # counted from a day that need not be that of the memo
_DONE = any_of(f"{SENT}|{MET}|beantwoord|ingediend|aangeleverd|gedeeld|gepubliceerd|afgerond|getekend|vastgesteld")
_WAS_DONE = re.compile(rf"(?i)(?:\b(?:{HAS})\b|☒\s)[^.;]*\b{_DONE}\b")
_PAST = any_words(f"{WERE}|verstreken|verlopen")


def find_duties(paragraphs: list[Paragraph], around: Around) -> list[Found[Deadline]]:
    """What must be delivered, by when, and by whom if the memo says so. What a withheld text says is withheld too."""
    paragraphs = [each for each in paragraphs if each.part is not Part.ANNEXES]
    found: list[Found[Deadline]] = []
    is_planning = False
    for at, paragraph in enumerate(paragraphs):
        is_planning = CELL in paragraph.text and (is_planning or bool(planning_columns(paragraph.text.split(CELL))))
        beside = paragraphs[max(at - 1, 0) : at] + paragraphs[at + 1 : at + 2]
        is_listed = paragraph.label != "" and any(each.label and each.dates for each in beside)
        for sentence in paragraph.sentences:
            told = [_duties(each, around, is_planning=is_planning, is_listed=is_listed) for each in _clauses(sentence)]
            for duty in itertools.chain(*told):
                if not all(told):  # other parts of the sentence have a day too
                    duty.item.note = duty.words
                found.append(_with_change(duty, paragraph.written))
    letter = next((each.item for each in found if each.item.kind == "letter" and each.item.public), None)
    for duty in found:  # a duty after the letter is counted from the deadline of that letter
        if letter is not None and duty.item.due is None and _AFTER_PAPER.search(duty.words):
            letter.id = "letter"
            duty.item.due = parse_due("after letter")
    return found


def says_task(text: str) -> bool:
    """Whether a text may say that something is to be done."""
    return any(each.search(text) for each in (_TERM, _ACT, _WANTED))


def _clauses(sentence: Sentence) -> list[Sentence]:
    """The parts of a sentence between semicolons, if each has a day of its own; else the sentence as a whole."""
    found = _PART.finditer(sentence.text)
    parts = [Sentence(sentence.paragraph, each[0], sentence.start + each.start()) for each in found]
    return parts if all(each.dates for each in parts) else [sentence]


def _duties(sentence: Sentence, around: Around, *, is_planning: bool, is_listed: bool) -> list[Found[Deadline]]:
    row = (_planned(sentence, around) if is_planning else None) or _listed(sentence)
    prepared = _PREPARES.search(sentence.text) if row is None else None
    row = row or (None if prepared else _named(sentence, is_listed=is_listed))
    if row is not None:
        return [row]
    terms, text = _due(sentence, around, is_prepared=prepared is not None), sentence.text
    if prepared is not None:
        what = _without_days(prepared["what"], sentence)
        owner, place = prepared["owner"], prepared.start()
        terms = terms or [on_day(each) for each in sentence.dates if prepared["what"].startswith(f"op {each.text}")]
        return [_found(sentence, what, by, owner, note=text, place=place) for by in terms or [NO_TERM]]
    title = shortened(text)  # the note has the whole sentence
    found = [_found(sentence, title, by, note=text if title != text else None) for by in terms]
    for each in found:
        each.item.kind = _product(text)
    return found


def _without_days(what: str, sentence: Sentence) -> str:
    """What someone prepares, without its own days: `VNG levert vóór 1 april een toets op`."""
    for day in (each for each in sentence.dates if not _OF_OTHER.search(sentence.before(each.start))):
        what = re.sub(rf"\s?{_LIMIT}?{re.escape(day.text)}", "", what)
    return what.strip()


def _found(
    sentence: Sentence, title: str, by: By, owner: str | None = None, note: str | None = None, place: int = 0
) -> Found[Deadline]:
    first, what, last = _DOER.findall(title)[0]
    initials = "".join(re.findall(r"\b\w", what.upper()))
    if owner or (last and initials.endswith(last.upper())):  # `Wet open overheid (WOO)`
        first, what, last = "", title, ""
    named = _BY_UNIT.search(sentence.text) or _UNIT_BEHIND.search(sentence.text)
    owner = owner or first or last or (named[1] if named else None)
    deadline = Deadline(title=what, owner=owner, kind=_product(what), due=by[0], note=note)
    deadline.public = sentence.paragraph.part is not Part.WITHHELD
    words = sentence.paragraph.sentence_at(sentence.start).text
    return Found("deadlines", deadline, sentence.paragraph.line_at(sentence.start + place), words, {"": by[1]})


def _with_change(duty: Found[Deadline], written: date | None) -> Found[Deadline]:
    """Mark a past deadline as done if its sentence says so; add a doubt if the sentence says that it was cancelled."""
    when = duty.item.due.when if duty.item.due else None
    last = (when.last or when.first) if when else None
    if written and last and last < written and _WAS_DONE.search(duty.words) and not is_open(duty.words):
        duty.item.done = True
        duty.doubts["done"] = tr("the memo says that it is met")
    elif change_in(duty.words).status is Status.CANCELLED and duty.doubts[""] is None:
        duty.doubts[""] = tr("its sentence says that something is cancelled: see whether this still stands")
    return duty


def _product(text: str) -> str | None:
    return next((kind for kind, shape in _PRODUCTS if shape.search(text)), None)


def _planned(sentence: Sentence, around: Around) -> Found[Deadline] | None:
    """A row of a planning: `Kamerbrief | uiterlijk 3 oktober 2025 | DWB`. In doubt if its time cannot be read."""
    row = _CELLS.fullmatch(sentence.paragraph.text) if not sentence.start else None
    if row is None or planning_columns(sentence.paragraph.text.split(CELL)) or _NO_DAY.fullmatch(row["when"]):
        return None
    dates = [each for each in sentence.dates if row.start("when") <= each.start < row.end("when")]
    by = by_day(sentence, dates[0]) if dates else around.counted(sentence)
    found = _found(sentence, row["what"], by if by != NO_TERM else (None, tr("no date is given")), row["who"] or None)
    if any(map(_IS_DONE.fullmatch, (row["others"] or "").split(CELL))):
        found.item.done, found.doubts["done"] = True, tr("the memo says that it is met")
    return found


def _listed(sentence: Sentence) -> Found[Deadline] | None:
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
        return _found(sentence, row["what"].strip(), by_day(sentence, last), (row["who"] or row["by"]).strip())
    words = _TO_DAY.sub("", before).strip(" ,:-–")
    if sentence.paragraph.part is not Part.ACTIONS or behind.strip(" .") or not words:
        return None
    note = None if first is last else sentence.text  # which has the other days
    return _found(sentence, _ROW_NUMBER.sub("", words), by_day(sentence, last), note=note)


def _named(sentence: Sentence, *, is_listed: bool) -> Found[Deadline] | None:
    """A row such as `Veteranennota: in de week van 26 mei` or `3 mei: verslag`, if its time is not past.

    Outside a list of such rows, its name must be that of something to deliver, right before the day.
    """
    name, _, rest = sentence.text.partition(": ")
    dates, end = sentence.dates, sentence.start + len(name)
    is_first = bool(dates) and dates[0].text == name and bool(DELIVERED.search(rest) or _ACT.search(rest))
    what, dates = (rest, dates[:1]) if is_first else (name, [each for each in dates if each.start > end])
    if not dates or not (is_first or len(rest.split()) <= _LONGEST_ROW) or dates[0].when.to_time is not None:
        return None  # what lasts from one hour to another is an event
    is_product = DELIVERED.search(what) and _TO_ROW_DAY.fullmatch(rest[: dates[0].start - end - 2])
    is_row = is_listed and sentence.start == 0 and (is_first or not (_TERM.search(rest) or _ACT.search(rest)))
    if not (is_row or is_product) or not is_to_come(dates[0].when, sentence.paragraph.written):
        return None
    by, doubt = by_day(sentence, dates[0])
    if not _TERM.search(what):
        doubt = doubt or tr("read from a list of names and dates: see whether it is due then")
    return _found(sentence, what, (by, doubt))


def _due(sentence: Sentence, around: Around, *, is_prepared: bool) -> list[By]:
    """The days by which something must be sent, decided or done, as the sentence says."""
    text, term = sentence.text, around.counted(sentence)
    if _OF_OTHERS.match(text):
        return []
    if term[0]:
        return [term]
    is_sent = bool(_ACT.search(text) and ("Kamer" in text or DELIVERED.search(text)) and not _HELD.search(text))
    dates = [each for each in sentence.dates if not is_given_up(sentence, each)]
    told = limits(sentence) if says_task(text) else []
    due = [(each, by) for each, by in told if each in dates and _is_limit(sentence, each)]
    due = [(each, on_day(each) if " na " in each.text else by) for each, by in due]
    due += [(each, on_day(each)) for each in dates if _is_day_of_act(sentence, each, dates)]
    due = [each for each in due if not CONDITION.search(sentence.before(each[0].start))] or due
    if due:
        moved = tr("the memo says that it was moved to this date") if len(dates) < len(sentence.dates) else None
        unsure = tr("something to do beside a day: see whether it is due then")
        doubts = [None if is_prepared or is_sent or _is_wanted(sentence, each) else unsure for each, _ in due]
        found = sorted(zip(due, doubts, strict=True), key=lambda each: each[0][0].start)
        return [(by, why or moved or term[1] or doubt) for (_, (by, why)), doubt in found]
    if term[1]:
        return [term]
    if is_sent or is_prepared or _TERM.search(text):
        before = _before_meeting(text, around) or before_an_event(sentence)
        if before != NO_TERM:
            return [before]
    is_vague = _VAGUE_LATEST.search(text) and not dates
    return [(None, tr("no date is given"))] if is_vague else []


def _is_limit(sentence: Sentence, mention: DateMention) -> bool:
    """Whether something is to be done by a day that has the words of a limit before it."""
    before = sentence.before(mention.start)
    is_counted = _WITHIN.match(mention.text) and not (len(sentence.dates) == 1 and _ACT.search(sentence.text))
    return not (is_counted or _NONE.search(before) or _LASTS.search(before))


def _is_wanted(sentence: Sentence, mention: DateMention) -> bool:
    """Whether something must surely be done by a day. Without the words of a limit, that is said before the day."""
    before, behind = sentence.before(mention.start), sentence.behind(mention.end).split(maxsplit=1)[:1]
    words = sentence.text if DUE.search(before) else _CLAUSE.split(before)[-1]
    return bool(_TERM.search(words) or _WANTED.search(words) or any(map(_TERM.match, behind)))


def _is_day_of_act(sentence: Sentence, mention: DateMention, dates: list[DateMention]) -> bool:
    """Whether a day is called a deadline, or something has to be done on it, in the words up to the other `dates`."""
    text, before = sentence.text, sentence.before(mention.start)
    is_told = _PAST.search(text) or (_WAS_DONE.search(text) and not is_open(text))
    if is_told or mention.when.grain is not Grain.DAY or not is_to_come(mention.when, sentence.paragraph.written):
        return False
    if any(each.search(before) for each in (DUE, _LASTS, _OF_OTHER)):
        return False
    start = max((each.end for each in dates if each.end <= mention.start), default=sentence.start)
    end = min((each.start for each in dates if each.start >= mention.end), default=sentence.end)
    words = sentence.paragraph.text
    clause = _CLAUSE.split(words[start : mention.start])[-1] + "…" + _CLAUSE.split(words[mention.end : end])[0]
    return bool(_TERM.search(clause) or _ACT.search(clause)) and not _HELD.search(clause)


def _before_meeting(text: str, around: Around) -> By | None:
    """The term in a plain `voor het debat` without a count."""
    for found in _BEFORE.finditer(text):
        if (anchor := around.anchor(found["anchor"])) and not denies(text[: found.start()]):
            term = _LOOSE_TERM.search(text)  # `voor het debat, twee dagen van tevoren`
            return parse_due(f"before {anchor}"), uncounted(term[0]) if term else None
    return None
