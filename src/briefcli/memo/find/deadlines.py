"""Finds in a memo who must deliver what by when.

A row of a planning or of a list says it in cells (`Kamerbrief | 3 oktober | FIN`). A sentence says it with a term
(`uiterlijk 3 oktober`), a count (`twee weken voor het debat`), or a day on which something is sent or ready.
"""

import itertools
import re
from datetime import date
from functools import lru_cache

from briefcli.catalog import tr
from briefcli.domain.agenda import Deadline
from briefcli.domain.dates.due_by import CONDITION, DUE, denies
from briefcli.domain.dates.in_text import DateMention
from briefcli.domain.dates.words import COUNT, UNIT
from briefcli.domain.due import parse_due
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import Grain
from briefcli.memo.find import said
from briefcli.memo.find.due_dates import ANCHOR, NO_TERM, Around, By, before_an_event, limits, on_day, uncounted
from briefcli.memo.find.duty_rows import DEPARTMENT, LIMIT, duty_of, listed, named_row, planned, product_in
from briefcli.memo.imported import Found
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph, Sentence, shortened
from briefcli.memo.layout.persons import GATHERING
from briefcli.memo.layout.table_rows import CELL, planning_columns
from briefcli.patterns import any_of, any_words

# Sentences. `DGW bereidt spreekpunten voor in aanloop naar het debat`
_PREPARES = re.compile(
    rf"\b(?P<owner>{DEPARTMENT})\s(?:bereidt|stelt|levert|maakt|schrijft|verzorgt|werkt)\s(?P<what>[^.;]{{3,90}}?)"
    r"(?=\s(?:voor|vóór|op|aan|uit|uiterlijk|in\saanloop|ten\sbehoeve|met\shet\soog|dat|die|na)\b|[.;,]|$)"
)
# A day that belongs to something else: `de brief van 3 mei`, `het debat op 3 mei`
_OF_OTHER = re.compile(
    rf"(?i)\b(?:(?<!loopt\s)van|d\.d\.|dd\.?|sinds|vanaf|tussen|na|from|of|since|after|(?:{GATHERING}|AO|CD|WGO"
    r"|\w*(?:top|behandeling|stemming|stemmingen|verkiezingen))(?:\s(?-i:[A-Z])[\w-]+){0,2}\s(?:op|on))\s(?:\w+dag\s)?$"
)
_NEAR = 120  # characters before a day in which such words are
_HELD = re.compile(
    r"(?i)\b(?:plaats|place|bijeen|vergader\w+|gepland|geagendeerd|debatte\w+|spree?k\w*|bezoekt|hierbij|bij deze)\b"
)
# What is extended until a day, which is no deadline; but the term for a reaction to it is one
_LASTS = re.compile(
    r"(?i)^(?!.*\b(?:deadline|\w*termijn|reactie|consultatie|inbreng|verslag|\w*brief|nota|antwoord\w*|beantwoording)\b)"
    r".*(?:regime|sanctie\w*|mandaat|(?<!com)missie|verordening|staakt-het-vuren)\b[^.;]*\btot\s(?:en\smet\s)?$"
)
_TAKES_EFFECT = re.compile(r"\s(?:\w+\s){0,2}(?:in\s(?:werking|gebruik)|van\skracht|ingaan|into\sforce)\b")
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
_DONE = any_of(
    f"{said.SENT}|{said.MET}|beantwoord|ingediend|aangeleverd|gedeeld|gepubliceerd|afgerond|getekend|vastgesteld"
)
_WAS_DONE = re.compile(rf"(?i)(?:\b(?:{said.HAS})\b|☒\s)[^.;]*\b{_DONE}\b")
_PAST = any_words(f"{said.WERE}|verstreken|verlopen")


def find_duties(paragraphs: list[Paragraph], around: Around) -> list[Found[Deadline]]:
    """What must be delivered, by when, and by whom if the memo says so. What a withheld text says is withheld too."""
    paragraphs = [each for each in paragraphs if each.part is not Part.ANNEXES]
    found: list[Found[Deadline]] = []
    is_planning = False
    for at, paragraph in enumerate(paragraphs):
        is_planning = CELL in paragraph.text and (is_planning or bool(planning_columns(paragraph.text.split(CELL))))
        beside = paragraphs[max(at - 1, 0) : at] + paragraphs[at + 1 : at + 2]
        is_listed = _is_row(paragraph) and any(each.dates and _is_row(each) for each in beside)
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


def _is_row(paragraph: Paragraph) -> bool:
    """Whether a paragraph may be a row of a list: it has a bullet, or starts with a day."""
    return paragraph.label != "" or any(each.start == 0 for each in paragraph.dates[:1])


def _clauses(sentence: Sentence) -> list[Sentence]:
    """The parts of a sentence between semicolons, if each has a day of its own; else the sentence as a whole."""
    found = _PART.finditer(sentence.text)
    parts = [Sentence(sentence.paragraph, each[0], sentence.start + each.start()) for each in found]
    return parts if all(each.dates for each in parts) else [sentence]


def _duties(sentence: Sentence, around: Around, *, is_planning: bool, is_listed: bool) -> list[Found[Deadline]]:
    row = (planned(sentence, around) if is_planning else None) or listed(sentence)
    prepared = _PREPARES.search(sentence.text) if row is None else None
    row = row or (None if prepared else named_row(sentence, is_listed=is_listed))
    if row is not None:
        return [row]
    terms, text = _due(sentence, around, is_prepared=prepared is not None), sentence.text
    if prepared is not None:
        what = _without_days(prepared["what"], sentence)
        owner, place = prepared["owner"], prepared.start()
        terms = terms or [on_day(each) for each in sentence.dates if prepared["what"].startswith(f"op {each.text}")]
        return [duty_of(sentence, what, by, owner, note=text, place=place) for by in terms or [NO_TERM]]
    title = shortened(text)  # the note has the whole sentence
    found = [duty_of(sentence, title, by, note=text if title != text else None) for by in terms]
    for each in found:
        each.item.kind = product_in(text)
    return found


def _without_days(what: str, sentence: Sentence) -> str:
    """What someone prepares, without its own days: `VNG levert vóór 1 april een toets op`."""
    for day in (each for each in sentence.dates if not _OF_OTHER.search(sentence.before(each.start))):
        what = re.sub(rf"\s?{LIMIT}?{re.escape(day.text)}", "", what)
    return what.strip()


def _with_change(duty: Found[Deadline], written: date | None) -> Found[Deadline]:
    """Mark a past deadline as done if its sentence says so; add a doubt if the sentence says that it was cancelled."""
    when = duty.item.due.when if duty.item.due else None
    last = (when.last or when.first) if when else None
    if written and last and last < written and _WAS_DONE.search(duty.words) and not said.is_open(duty.words):
        duty.item.done = True
        duty.doubts["done"] = tr("the memo says that it is met")
    elif said.change_in(duty.words).status is Status.CANCELLED and duty.doubts[""] is None:
        duty.doubts[""] = tr("its sentence says that something is cancelled: see whether this still stands")
    return duty


def _due(sentence: Sentence, around: Around, *, is_prepared: bool) -> list[By]:
    """The days by which something must be sent, decided or done, as the sentence says."""
    text, term = sentence.text, around.counted(sentence)
    if _OF_OTHERS.match(text):
        return []
    if term[0]:
        return [term]
    is_sent = bool(
        said.ACT.search(text) and ("Kamer" in text or said.DELIVERED.search(text)) and not _HELD.search(text)
    )
    dates = [each for each in sentence.dates if not said.is_given_up(sentence, each)]
    is_asked = sentence.paragraph.part is Part.DECISION
    told = limits(sentence) if is_asked or said.says_task(text) else []
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
    if is_sent or is_prepared or said.TERM.search(text):
        before = _before_meeting(text, around) or before_an_event(sentence)
        if before != NO_TERM:
            return [before]
    is_vague = _VAGUE_LATEST.search(text) and not dates
    return [(None, tr("no date is given"))] if is_vague else []


def _is_limit(sentence: Sentence, mention: DateMention) -> bool:
    """Whether something is to be done by a day that has the words of a limit before it."""
    before = sentence.before(mention.start)
    is_counted = _WITHIN.match(mention.text) and not (len(sentence.dates) == 1 and said.ACT.search(sentence.text))
    return not (is_counted or _NONE.search(before) or _LASTS.search(before))


def _is_wanted(sentence: Sentence, mention: DateMention) -> bool:
    """Whether something must surely be done by a day. Without the words of a limit, that is said before the day."""
    before, behind = sentence.before(mention.start), sentence.behind(mention.end).split(maxsplit=1)[:1]
    if _TAKES_EFFECT.match(sentence.behind(mention.end)):  # which nobody delivers
        return False
    words = sentence.text if DUE.search(before) else _CLAUSE.split(before)[-1]
    return bool(said.TERM.search(words) or said.WANTED.search(words) or any(map(said.TERM.match, behind)))


def _is_day_of_act(sentence: Sentence, mention: DateMention, dates: list[DateMention]) -> bool:
    """Whether a day is called a deadline, or something has to be done on it, in the words up to the other `dates`."""
    before = sentence.before(mention.start)
    if mention.when.grain is not Grain.DAY or not said.is_to_come(mention.when, sentence.paragraph.written):
        return False
    if any(each.search(before, max(len(before) - _NEAR, 0)) for each in (DUE, _OF_OTHER)):
        return False
    if _is_told(sentence.text) or _LASTS.match(before):
        return False
    start = max((each.end for each in dates if each.end <= mention.start), default=sentence.start)
    end = min((each.start for each in dates if each.start >= mention.end), default=sentence.end)
    words = sentence.paragraph.text
    clause = _CLAUSE.split(words[start : mention.start])[-1] + "…" + _CLAUSE.split(words[mention.end : end])[0]
    return bool(said.TERM.search(clause) or said.ACT.search(clause)) and not _HELD.search(clause)


@lru_cache(maxsize=64)  # asked for each day of a sentence
def _is_told(text: str) -> bool:
    return bool(_PAST.search(text) or (_WAS_DONE.search(text) and not said.is_open(text)))


def _before_meeting(text: str, around: Around) -> By | None:
    """The term in a plain `voor het debat` without a count."""
    for found in _BEFORE.finditer(text):
        if (anchor := around.anchor(found["anchor"])) and not denies(text[: found.start()]):
            term = _LOOSE_TERM.search(text)  # `voor het debat, twee dagen van tevoren`
            return parse_due(f"before {anchor}"), uncounted(term[0]) if term else None
    return None
