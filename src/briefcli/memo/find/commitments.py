"""Finds commitments to the House, and adopted motions that a memo names without the number of their paper."""

import itertools
import re
from typing import Any

from briefcli.catalog import tr
from briefcli.domain.agenda import Commitment, Deadline
from briefcli.domain.dates.in_text import DateMention
from briefcli.domain.dates.words import PARTS
from briefcli.domain.vocabulary import Promise
from briefcli.domain.when import Grain, When
from briefcli.memo.find.due_dates import NO_TERM, Around, By, before_an_event, by_day, is_not_before, limits, on_day
from briefcli.memo.find.papers import is_motion_with_number
from briefcli.memo.find.said import ADOPTED, AT_DEBATE, HAS, IS_DONE, MET, is_open, is_to_come
from briefcli.memo.imported import Found
from briefcli.memo.layout.headings import Part, words_of_heading
from briefcli.memo.layout.paragraphs import Paragraph, Sentence, list_below, shortened
from briefcli.memo.layout.table_rows import CELL, planning_columns
from briefcli.patterns import any_words

_ADOPTED = any_words(rf"motie\b.{{0,160}}\b{ADOPTED}|(?:aangenomen|aanvaarde) motie")
_PROMISED = any_words(r"""
    toegezegd|zeg(?:t|gen|de|den)?\b.{0,40}\btoe|deed\b.{0,60}\btoezegging|toezegging gedaan|toezegging om
""")
_LISTS = re.compile(r"(?i)(?:\w+\s(?:van\s)?(?:de\s)?)?toezegging(?:en)?(?:\saan\sde\sKamer)?\W*$")
_NOT_PROMISED = re.compile(
    r"(?i)\b(?:niet|nooit|geen)\s(?!alleen\b|slechts\b)(?:\w+\s){0,2}(?:toegezegd\b|toezegging\b|toe(?=\s*(?:[.,;]|$)))"
    # a pledge of a country or the Commission to others, if no one promises before it
    r"|^(?:(?!\b(?:toe\w+|zegt?|zegde)\b)[^.])*(?:^|[,;]\s|\b(?:dat|ook)\s)(?-i:Nederland|[A-Z]\w+(?:land|rijk|ië)|België|Polen|Spanje"
    r"|(?:[Dd]e\s)?(?:Europese\s)?Commissie|[Hh]et\svoorzitterschap)\s(?:zegt?|zegde|heeft)\b"
    r"(?=[^.;]*\btoe(?:gezegd)?\b)(?!.*\b(?:Kamer|leden|lid|debat|minister|motie)\b)"
)
# Refers to an earlier promise: `zoals toegezegd`
_AS_PROMISED = re.compile(
    r"(?i)\b(?:zoals|conform|als|overeenkomstig)\b[^.;]{0,80}\btoege?zeg|\b(?:die|dat)\s(?:\w+\s){0,3}toegezegd"
)
# What a letter itself promises, with the time by which it will be done
_HOUSE = "(?:u|(?:uw|de) Kamer)"
_WILL = any_words(rf"""
    (?:ik|wij)\b[^.;]{{0,80}}\b(?:toe|terug)?(?:informe|stu+r|zend|bericht|kom|beantwoord|aanbied|uitvoer)\w*
    (?:informeer|stuur|zend|bericht|kom|beantwoord) (?:ik|wij)|{_HOUSE} (?:ontvangt|krijgt)|(?:ontvangt|krijgt) {_HOUSE}
    (?:{_HOUSE} (?:wordt|zal|zult)|(?:wordt|zal|zult) {_HOUSE})\b[^.;]{{0,100}}\b(?:geïnformeerd|bericht|ontvangen)
""")
# In a memo without these words `u` is the minister: `In mei ontvangt u een nota`
_TO_HOUSE = any_words(r"Kamer\w*|ik|wij|moties?|lid|leden|\w*debat|\w*overleg|toe\w*|zeg\w*")
# What a letter does by being sent is not a promise: `Hierbij stuur ik u …`, `informeer ik u met deze brief`
_BY_THIS = r"(?:hierbij|hiermee|bijgaand|(?:met|in|via|middels) (?:deze|dit|bijgaande?) \w+)"
_HEREBY = any_words(rf"""
    {_BY_THIS} (?:\w+ )?(?:ik|wij)|(?:ik|wij)(?! zal| zullen)(?: \w+)?(?: {_HOUSE})? {_BY_THIS}
    {_BY_THIS} (?:ontvangt|krijgt) {_HOUSE}
""")
# To whom a commitment was made: `Uw toezegging aan het lid Snoek (TZ203106-012)`
_MADE_TO = re.compile(
    r"\btoezegging\s(?:\w+\s)?aan\s(?P<to>(?:(?:de|het)\s)?(?:(?:lid|leden|heer|mevrouw)\s)?"
    r"(?:[Vv]aste\s)?(?:\w*[Cc]ommissie|[A-Z][\w'’-]+)(?:\s(?:(?:van|der|den|de|el|voor|en)\s)*[A-Z][\w'’-]+|\sc\.s\.)*)"
)
_TO_WHOM = re.compile(r"Aan\s(?P<to>(?:het lid|de leden|de commissie)\s[^:.;]{2,60}):")
_NUMBER = re.compile(r"TZ[0-9]{6}-[0-9]{1,4}|T0[0-9]{4}")
_NUMBER_ALONE = re.compile(rf"[(). ]*(?:{_NUMBER.pattern})[(). ]*")  # in brackets after its sentence
_BY_THEN = re.compile(
    r"(?i)\b(?:voor|vóór|uiterlijk(?:\s\w+)?|in|tegen|eind|begin|rond|medio|niet later dan|week van)\s(?:het\s|de\s)?$"
    r"|\b(?:loopt\saf|afloopt|verloopt|vervalt)\s(?:op\s)?$"
)
# Words before a past date which say that something was due by then: `om in maart te schrijven`
_DUE_BEFORE = re.compile(
    r"(?i)\b(?:om|dat|zou|zouden|moest|moesten|wordt|worden|zal|zullen|toegezegd|toe)\b[^.;]{0,120}$"
    r"|\b(?:voor|vóór|uiterlijk(?:\s\w+)?|tegen|later dan)\s(?:het\s|de\s)?$"
)
_OWN_BY_THEN = any_words("|".join(PARTS))  # in `medio februari` the term is part of the date
_TERM = any_words(r"uiterlijk|binnen|\w*reces")
_DONE = any_words(r"toezegging\b.*\bgedaan")
_AWAY = r"(?:af|na)(?=\s*(?:[.,;]|$|om\b))"  # `kom ik de toezegging na`
_MET = re.compile(
    rf"(?i)\b(?:{HAS})\b[^.;]{{0,120}}\b{MET}\b"
    rf"|\b(?:doe|doen|doet|deed|kom(?:en|t)?)\s(?:ik|wij|de|het)\b[^.;]{{0,160}}\b(?:gestand\b|{_AWAY})"
    r"|\bvoldoe(?:n|t)?\s(?:ik|wij|de\s\w+|het\s\w+)\s(?:\w+\s)?aan\s(?:de|het|mijn|onze|zijn|haar)\s(?:\w+\s)?toezegging\b"
)
# About a promise in the same or the previous sentence: `Hieronder wordt aan deze toezegging voldaan.`
_MET_HERE = re.compile(
    r"(?i)^(?![^.;]*\b(?:zal|zullen|zou|zouden|kan|kunnen|moet|moeten|deels|gedeeltelijk|niet)\b)"
    r"(?:hier\w+|(?:met|in|door)\s(?:deze|dit|bijgaande?|onderhavige?)\s\w+|daar(?:mee|aan))\b"
    r"(?=[^.;]*\b(?:toezegging|daaraan|hieraan|daarmee|hiermee)\b)"
    rf"[^.;]*\b(?:voldaan\b|voldoe\w*\b|invulling\b(?!\svan)|gestand\b|{MET}\b|{_AWAY})"
)
_TIME_OF = re.compile(r"(?i)(?:\b(?:op|in)\s(?:het\s|de\s)?|^)$")
_Made = tuple[When | None, str | None]  # the day on which a promise was made, and why that day is unsure
_NEVER: _Made = (None, None)
_Promise = Found[Commitment]


def lists_promises(heading: str) -> bool:
    """Whether a heading such as `Openstaande toezeggingen` says that each point below it is a promise."""
    return _LISTS.match(words_of_heading(heading)) is not None


def find_promises(paragraphs: list[Paragraph], promised: list[Paragraph], around: Around) -> list[Found[Any]]:
    """The promises in sentences and in the points `promised`, which are below a heading of promises; each once."""
    above = ["", *(each.text for each in promised)]  # the first row of a table names its columns
    told = [each for last, each in zip(above, promised, strict=False) if CELL in last or CELL not in each.text]
    told = [each for each in told if _is_one_promise(each.sentences)]
    names = next((each.text.split(CELL) for each in promised if CELL in each.text), [])
    found = [_in_row(names, each) or _listed(None, each, around) for each in told]
    listed = {id(each) for each in told}
    for number, paragraph in enumerate(paragraphs):
        if id(paragraph) in listed:
            continue
        # Each point below `heeft de minister toegezegd:` is a promise
        lead = paragraph.sentences[-1].text if paragraph.sentences and paragraph.text.rstrip().endswith(":") else ""
        below = list_below(paragraphs, number) if _is_promised(lead) and not _AS_PROMISED.search(lead) else []
        listed |= {id(each) for each in below}
        for sentence in paragraph.sentences[:-1] if below else paragraph.sentences:
            found += _found_in(sentence, around)
        found += [_listed(paragraph.sentences[-1], each, around) for each in below]
    once: dict[str, _Promise] = {}
    for each in found:
        item = each.item
        title = "" if item.kind == "motion" else item.title  # without a number, a motion is recognised by its days
        once.setdefault(item.ref or f"{item.kind} {item.made} {item.due} {item.status} {title}", each)
    kept: list[Any] = [*once.values()]
    for each in kept:
        if each.field == "deadlines":  # what the minister himself will get
            each.item = Deadline(title=each.item.title, due=each.item.due, note=each.item.note)
    return kept


def _is_one_promise(sentences: list[Sentence]) -> bool:
    named = sum(_is_promised(each.text) or _names_promise(each.text) for each in sentences)
    return named < 2 and not any(map(is_motion_with_number, sentences))


def _found_in(sentence: Sentence, around: Around) -> list[_Promise]:
    if _NUMBER_ALONE.fullmatch(sentence.text) and sentence is not sentence.paragraph.sentences[0]:
        return []
    behind = sentence.following if _NUMBER_ALONE.fullmatch(sentence.following) else ""
    refs = list(dict.fromkeys(_NUMBER.findall(f"{sentence.text} {behind}")))
    by, others = _times(sentence, around)
    if registered := _registered(sentence, by, others, refs):
        return registered
    promise = _announced(sentence, by) or _adopted(sentence, by, others) or _promised(sentence, by, others)
    if promise and around.is_memo and not _TO_HOUSE.search(sentence.text):
        promise.field = "deadlines"
    return [promise] if promise else []


def _listed(lead: Sentence | None, point: Paragraph, around: Around) -> _Promise:
    """A promise in a list. `lead`, the sentence above it, says when it was made; the point says by when it is due."""
    whole = Sentence(point, point.text.strip(), 0)
    by, _ = _times(whole, around)
    times = [each for each in whole.dates if each.when.grain not in {Grain.DAY, Grain.UNKNOWN}]
    ahead = [on_day(each) for each in times if is_to_come(each.when, point.written)]
    by = by if by[0] else next(iter(ahead), (None, tr("no date is given")))
    ref = _NUMBER.search(whole.text)
    return _promise(whole, by, _made(lead.dates, lead) if lead else _NEVER, ref=ref[0] if ref else "")


def _in_row(names: list[str], point: Paragraph) -> _Promise | None:
    """The promise in a row of a table with these columns; None if they do not say what was promised and by when."""
    pieces, order = point.text.split(CELL), planning_columns(names)
    if len(pieces) != len(names) or not order:
        return None
    starts = itertools.accumulate((len(each) + len(CELL) for each in pieces), initial=0)
    row = [Sentence(point, each, start) for each, start in zip(pieces, starts, strict=False)]
    what, due, *_ = (row[each] for each in order if each is not None)
    others = {name.casefold(): cell for name, cell in zip(names, row, strict=True) if cell is not due}
    made = next((_made(cell.dates, cell) for name, cell in others.items() if name.startswith("datum")), _NEVER)
    by, ref = by_day(due, due.dates[0]) if due.dates else (None, tr("no date is given")), _NUMBER.search(point.text)
    promise = _promise(what, by, made, ref=ref[0] if ref else "")
    if "status" in others and IS_DONE.fullmatch(others["status"].text):
        promise.item.status = Promise.DONE
    promise.item.to, promise.words = others["aan"].text if "aan" in others else promise.item.to, point.text
    return promise


def _times(sentence: Sentence, around: Around) -> tuple[By, list[DateMention]]:
    """By when something is due, or why that cannot be read; and the other dates of the sentence."""
    found = sorted(limits(sentence), key=lambda limit: "binnen" in limit[0].text.casefold())  # a day says more
    others = [each for each in sentence.dates if all(each is not mention for mention, _ in found)]
    counted = around.counted(sentence)
    if found and not (counted[0] and "binnen" in found[0][0].text.casefold()):
        return found[0][1], others
    if counted == NO_TERM and (before := before_an_event(sentence)) != NO_TERM:
        return before, others
    for mention in others:
        is_said = _BY_THEN.search(sentence.before(mention.start)) or _OWN_BY_THEN.match(mention.text)
        is_by_then = is_said and not is_not_before(sentence, mention) and not _is_when_made(sentence, mention)
        if is_by_then and (mention.when.first or mention.when.last):
            return on_day(mention), [each for each in others if each is not mention]
    due, doubt = counted
    is_unread = due is None and _TERM.search(sentence.text)
    return (due, doubt or (tr("no date is given") if is_unread else None)), others


def _is_when_made(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a date says when something was promised or done, and not by when it is due."""
    first, last, written = mention.when.first, mention.when.last, sentence.paragraph.written
    if written is None or _DUE_BEFORE.search(sentence.before(mention.start)) or (first and first > written):
        return False
    return last is not None and last < written


def _days(mentions: list[DateMention]) -> list[DateMention]:
    return [each for each in mentions if each.when.grain is Grain.DAY]


def _made(mentions: list[DateMention], sentence: Sentence) -> _Made:
    """The day on which a promise was made, and why it is unsure: the first of the days that is not after the memo."""
    written = sentence.paragraph.written
    sure = [each for each in _days(mentions) if each.certain or (each.when.confirmed and each.alternatives)]
    past = (each for each in sure if not (each.when.first and written and each.when.first > written))
    return next(((each.when, each.reason) for each in past), _NEVER)


def _is_promised(text: str) -> bool:
    return _PROMISED.search(text) is not None and not _NOT_PROMISED.search(text)


def _is_met(sentence: Sentence) -> bool:
    texts = [sentence.text, *([] if _names_promise(sentence.following) else [sentence.following])]
    is_said = _MET.search(sentence.text) is not None and not is_open(sentence.text)
    return is_said or any(map(_MET_HERE.match, texts))


def _names_promise(text: str) -> bool:
    """Whether a text names a promise by its number or by whom it was made to."""
    return _NUMBER.search(text) is not None or _MADE_TO.search(text) is not None


def _registered(sentence: Sentence, by: By, others: list[DateMention], refs: list[str]) -> list[_Promise]:
    """One commitment for each number of a commitment, or one for the words `toezegging aan …`."""
    text = sentence.text
    if sentence.paragraph.part is Part.ANNEXES or not (refs or _MADE_TO.search(text)):
        return []
    day, doubt = _made(others, sentence)
    is_met = _is_met(sentence)
    is_made = _is_promised(text) or (_DONE.search(text) and not _MET.search(text))
    is_made = is_made or any(AT_DEBATE.search(sentence.before(each.start)) for each in others[:1])
    made = (day, doubt) if is_made else _NEVER
    found = [_promise(sentence, by, made, ref=ref) for ref in refs or [""]]
    for promise in found if not is_made else ():
        promise.item.done_on, promise.doubts["done_on"] = day if is_met and len(others) == 1 else None, doubt
    return found


def _announced(sentence: Sentence, by: By) -> _Promise | None:
    """What the writer will send or tell the House: `In het najaar ontvangt u …`, `ik schrijf u binnen een week`."""
    dates, text = sentence.dates, sentence.text
    if len(dates) != 1 or _PROMISED.search(text) or _HEREBY.search(text) or not _WILL.search(text):
        return None
    is_time = dates[0].certain and not is_not_before(sentence, dates[0])
    if by[0] is None and is_time and _TIME_OF.search(sentence.before(dates[0].start)):
        by = on_day(dates[0])
    return _promise(sentence, by) if by[0] else None


def _promised(sentence: Sentence, by: By, others: list[DateMention]) -> _Promise | None:
    """A promise that the sentence reports. If no day is given, a person has to look at it."""
    text, days, (due, doubt) = sentence.text, _days(others), by
    if not _is_promised(text):
        return None
    made = _made(days, sentence) if len(days) == 1 else _NEVER
    if due is None and made[0] is None:
        if _AS_PROMISED.search(text) or _is_met(sentence):
            return None
        remark = tr("“{date}” is after the memo: see whether it is due by then", date=days[0].text) if days else None
        doubt = remark or doubt or tr("no date is given")
    return _promise(sentence, (due, doubt), made)


def _adopted(sentence: Sentence, by: By, others: list[DateMention]) -> _Promise | None:
    """A motion that was adopted on a day, or is due by a day. Motions with a number are left to `find_papers`."""
    text, days = sentence.text, _days(others)
    if not _ADOPTED.search(text) or len(days) > 1 or is_motion_with_number(sentence):
        return None
    made = _made(days, sentence)
    return _promise(sentence, by, made, "motion") if made[0] or by[0] else None


def _promise(sentence: Sentence, by: By, made: _Made = _NEVER, kind: str = "commitment", ref: str = "") -> _Promise:
    """A promise with the first words of its sentence as title; a note has the whole sentence if it is longer."""
    title, to = shortened(sentence.text), _MADE_TO.search(sentence.text) or _TO_WHOM.match(sentence.text)
    commitment = Commitment(title=title, kind=kind, ref=ref or None, made=made[0], due=by[0])
    commitment.to = to["to"] if to else None
    commitment.note = sentence.text if title != sentence.text else None
    doubts = {"due" if by[0] else "": by[1]}
    if _is_met(sentence):
        commitment.status, doubts = Promise.DONE, {"status": tr("the memo says that it is met")}
    return Found("commitments", commitment, sentence.line, sentence.text, {**doubts, "made": made[1]})
