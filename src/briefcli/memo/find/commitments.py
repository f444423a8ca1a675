"""Commitments to the House and adopted motions that the memo names with their day."""

import re
from itertools import pairwise

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Commitment
from briefcli.domain.dates.reader import DateMention
from briefcli.domain.due import Due, parse_due
from briefcli.domain.vocabulary import Promise
from briefcli.domain.when import Grain, When
from briefcli.memo.find.links import is_not_before, limits
from briefcli.memo.find.papers import is_motion_with_number
from briefcli.memo.find.terms import Around
from briefcli.memo.imported import Found
from briefcli.memo.layout.headings import Part, words_of_heading
from briefcli.memo.layout.paragraphs import Paragraph, Sentence, list_below, shortened
from briefcli.memo.tables import CELL

_ADOPTED = re.compile(r"(?i)\bmotie\b.{0,160}\b(?:aangenomen|aanvaard)\b|\b(?:aangenomen|aanvaarde)\smotie\b")
_PROMISED = re.compile(
    r"(?i)\btoegezegd\b|\bzeg(?:t|gen)?\b.{0,40}\btoe\b|\bdeed\b.{0,60}\btoezegging\b|\btoezegging\sgedaan\b"
)

_LISTS = re.compile(r"(?i)(?:nieuwe\s|gedane\s|openstaande\s|overzicht\s(?:van\s)?(?:de\s)?)?toezegging(?:en)?\W*$")
_NOT_PROMISED = re.compile(
    r"(?i)\b(?:niet|nooit)\s(?!alleen\b|slechts\b)(?:\w+\s){0,2}toegezegd\b|\bgeen\s(?:\w+\s)?toezegging\b"
    r"|\bniet\s(?:\w+\s)?toe(?=\s*(?:[.,;]|$))"
)
# Said of a promise that was made earlier
_AS_PROMISED = re.compile(
    r"(?i)\b(?:zoals|conform|als|overeenkomstig)\b[^.;]{0,80}\btoege?zeg|\b(?:die|dat)\s(?:\w+\s){0,3}toegezegd"
)

# What a letter promises itself, with the time by which
_WILL = re.compile(
    r"\b(?:[Ii]k|[Ww]ij)\s(?:informe|stu+r|zend|bericht|kom|beantwoord)\w*\b|\b(?:informeer|stuur|zend|bericht|kom|beantwoord)\s(?:ik|wij)\b|\b(?:ontvangt|krijgt)\s(?:u|(?:uw|de)\sKamer)\b"
    r"|\b(?:[Uu]|(?:[Uu]w|[Dd]e)\sKamer)\s(?:ontvangt|krijgt)\b"
    r"|\b(?:[Ii]k|[Ww]ij)\b[^.;]{0,80}\b(?:informeren|sturen|toesturen|zenden|toezenden|toekomen|terugkomen|berichten"
    r"|aanbieden|uitvoeren|beantwoorden)\b"
)
# A commitment by its number or by the one it was made to: `Uw toezegging aan het lid Snoek (TZ203106-012)`
_MADE_TO = re.compile(
    r"\btoezegging\s(?:\w+\s)?aan\s(?P<to>(?:(?:de|het)\s)?(?:(?:lid|leden|heer|mevrouw)\s)?"
    r"(?:[Vv]aste\s)?(?:\w*[Cc]ommissie|[A-Z][\w'’-]+)(?:\s(?:(?:van|der|den|de|el|voor|en)\s)*[A-Z][\w'’-]+|\sc\.s\.)*)"
)
_TO_WHOM = re.compile(r"Aan\s(?P<to>(?:het lid|de leden|de commissie)\s[^:.;]{2,60}):")
_NUMBER = re.compile(r"TZ[0-9]{6}-[0-9]{1,4}|T0[0-9]{4}")
_BY_THEN = re.compile(
    r"(?i)\b(?:voor|vóór|uiterlijk(?:\s\w+)?|in|tegen|eind|begin|rond|medio|niet later dan)\s(?:het\s|de\s)?$"
    r"|\b(?:loopt\saf|afloopt|verloopt|vervalt)\s(?:op\s)?$"
)
_TERM = re.compile(r"(?i)\b(?:uiterlijk|binnen|\w*reces)\b")
_DONE = re.compile(r"(?i)\btoezegging\b.*\bgedaan\b")
_MET = re.compile(
    r"(?i)\b(?:is|zijn|werd|werden|was|waren|heb|heeft|hebben)\b[^.;]{0,120}\b(?:nagekomen|afgedaan|ingelost|gestand\sgedaan)\b"
    r"|\b(?:doe|doen|doet|deed)\s(?:ik|wij|de|het)\b[^.;]{0,160}\b(?:gestand\b|af(?=\s*(?:[.,;]|$)))"
    r"|\bvoldoe(?:n|t)?\s(?:ik|wij|de\s\w+|het\s\w+)\s(?:\w+\s)?aan\s(?:de|het|mijn|onze|zijn|haar)\s(?:\w+\s)?toezegging\b"
    r"|\bkom(?:en|t)?\s(?:ik|wij|de|het)\b[^.;]{0,160}\bna(?=\s*(?:[.,;]|$))"
)
# In doubt a promise is open
_NOT_MET = re.compile(
    r"(?i)\b(?:niet|nog|deels|gedeeltelijk|zal|zullen|wordt|worden|kan|kunnen|zodra|wanneer|als|voordat|totdat)\b"
)
# Said of the promise in the sentence above: `Hieronder wordt aan deze toezegging voldaan.`
_MET_HERE = re.compile(
    r"(?i)^(?:hier\w+|(?:met|in|door)\s(?:deze|dit|bijgaande?|onderhavige?)\s\w+|daar(?:mee|aan))\b[^.;]*\b(?:toezegging|daaraan|hieraan|daarmee|hiermee)\b"
    r"[^.;]*\b(?:voldaan|voldoe\w*|invulling|afgedaan|nagekomen|gestand|ingelost)\b"
)
_TIME_OF = re.compile(r"(?i)\b(?:voor|vóór|in|op|tegen|rond|medio)\s(?:het\s|de\s)?$|^$")

_Made = tuple[When | None, str | None]  # the day, and why it is unsure
_Due = tuple[Due | None, str | None]
_Keyed = tuple[tuple[str, str], Found[Commitment]]  # what is given once, and a promise


def lists_promises(heading: str) -> bool:
    """Whether each point below a heading is a promise."""
    return _LISTS.match(words_of_heading(heading)) is not None


def find_promises(paragraphs: list[Paragraph], promised: list[Paragraph], around: Around) -> list[Found[Commitment]]:
    """Sentences that name one, with the day it was made or the day by which it is due; each is given once.

    `promised` are the points below a heading that says that each of them is one.
    """
    told = [each for above, each in pairwise([None, *promised]) if each and not _names_columns(above, each)]
    told = [each for each in told if not any(map(is_motion_with_number, each.sentences))]
    found = {("listed", each.text): _listed(None, each, around) for each in told}
    listed = {id(each) for each in told}
    for number, paragraph in enumerate(paragraphs):
        if id(paragraph) in listed:
            continue
        below = list_below(paragraphs, number) if _opens_list(paragraph) else []
        listed |= {id(each) for each in below}
        for sentence in paragraph.sentences[:-1] if below else paragraph.sentences:
            for key, promise in _found_in(sentence, around):
                found.setdefault(key, promise)
        for each in below:
            found.setdefault(("listed", each.text), _listed(paragraph.sentences[-1], each, around))
    return list(found.values())


def _names_columns(above: Paragraph | None, row: Paragraph) -> bool:
    """Whether a point is the first row of a table, which names its columns."""
    return CELL in row.text and (above is None or CELL not in above.text)


def _found_in(sentence: Sentence, around: Around) -> list[_Keyed]:
    refs = list(dict.fromkeys(_NUMBER.findall(sentence.text)))
    above = [each for each in sentence.paragraph.sentences if each.end <= sentence.start]
    if above and sentence.text.strip("(). ") in refs:  # a number in brackets behind its sentence
        sentence = above[-1]
    times = _times(sentence, around)
    if registered := _registered(sentence, times, refs):
        return registered
    promise = _announced(sentence, times) or _adopted(sentence, times) or _promised(sentence, times)
    return [promise] if promise else []


def _opens_list(lead: Paragraph) -> bool:
    """Whether a point ends in `heeft de minister toegezegd:`, so that each point of the list below it is a promise."""
    words = lead.sentences[-1].text if lead.sentences and lead.text.rstrip().endswith(":") else ""
    return _is_promised(words) and not _AS_PROMISED.search(words)


def _listed(lead: Sentence | None, point: Paragraph, around: Around) -> Found[Commitment]:
    """A promise in a list: the day that it was made stands above the list, the day by which it is due in the point."""
    whole = Sentence(point, point.text.strip(), 0)
    times = _times(whole, around)
    due = (times.due, times.doubt) if times.due else _only_time(whole) or (None, tr("no date is given"))
    ref, to = _NUMBER.search(whole.text), _MADE_TO.search(whole.text) or _TO_WHOM.match(whole.text)
    made = _made(lead.dates, lead) if lead is not None else (None, None)
    promise = _promise(whole, due, made)
    promise.item.ref, promise.item.to = ref[0] if ref else None, to["to"] if to else None
    return _met(promise) if _is_met(whole.text) else promise


def _met(promise: Found[Commitment]) -> Found[Commitment]:
    """The promise as one that the memo says is met, so that nothing is due."""
    promise.item.due, promise.item.status = None, Promise.DONE
    promise.doubts = {"status": tr("the memo says that it is met"), "made": promise.doubts.get("made")}
    return promise


class _Times(msgspec.Struct, frozen=True):
    """By when a sentence says that something is due, and why that is unsure; `others` are its other dates."""

    due: Due | None
    doubt: str | None
    others: list[DateMention]

    @property
    def days(self) -> list[DateMention]:
        return [each for each in self.others if each.when.grain is Grain.DAY]


def _times(sentence: Sentence, around: Around) -> _Times:
    """A date with a limit goes first, then a month or season by which, then a count before or after the meeting."""
    found = limits(sentence)
    others = [each for each in sentence.dates if all(each is not mention for mention, _ in found)]
    if found:
        return _Times(parse_due(found[0][1].text), found[0][0].reason, others)
    for mention in others:
        is_by_then = _BY_THEN.search(sentence.before(mention.start)) and not is_not_before(sentence, mention)
        if is_by_then and (mention.when.first or mention.when.last):
            others.remove(mention)
            return _Times(parse_due(mention.when.text), mention.reason, others)
    return _Times(*(around.counted(sentence.text) or (None, None)), others)


def _only_time(point: Sentence) -> _Due | None:
    """The only month, season or year of a point, where that does not lie before the memo."""
    times = [each for each in point.dates if each.when.grain is not Grain.DAY]
    if len(times) != 1 or (last := times[0].when.last or times[0].when.first) is None:
        return None
    written = point.paragraph.written
    return None if written and last < written else (parse_due(times[0].when.text), times[0].reason)


def _made(mentions: list[DateMention], sentence: Sentence) -> _Made:
    """The one of the days on which a promise was made, and why it is unsure; that is never after the memo."""
    written = sentence.paragraph.written
    for each in mentions:
        first = each.when.first
        is_later = first is not None and written is not None and first > written
        if each.when.grain is Grain.DAY and _is_firm(each) and not is_later:
            return each.when, each.reason
    return None, None


def _is_firm(mention: DateMention) -> bool:
    """Whether nothing about a day is in doubt but its year."""
    return mention.certain or (mention.when.confirmed and mention.alternatives != ())


def _is_promised(text: str) -> bool:
    return _PROMISED.search(text) is not None and not _NOT_PROMISED.search(text)


def _is_met(text: str) -> bool:
    return _MET.search(text) is not None and not _NOT_MET.search(text)


def _registered(sentence: Sentence, times: _Times, refs: list[str]) -> list[_Keyed]:
    """A commitment for every number of one, or for the words `toezegging aan …`."""
    text, to = sentence.text, _MADE_TO.search(sentence.text)
    if sentence.paragraph.part is Part.ANNEXES or not (refs or to):
        return []
    day, doubt = _made(times.others, sentence)
    is_met = _is_met(text)
    is_made = _is_promised(text) or (_DONE.search(text) and not is_met)
    made = (day, doubt) if is_made else (None, None)
    due = times.due, times.doubt or _no_date(text, times.due)
    found: list[_Keyed] = []
    numbers: list[str | None] = [*refs] or [None]
    for ref in numbers:
        promise = _met(_promise(sentence, due, made)) if is_met else _promise(sentence, due, made)
        promise.item.ref, promise.item.to = ref, to["to"] if to else None
        if not is_made:
            promise.item.done_on, promise.doubts["done_on"] = day if is_met and len(times.others) == 1 else None, doubt
        found.append((("registered", ref or text), promise))
    return found


def _no_date(text: str, due: object) -> str | None:
    """What has to be said of a promise without a day by which it is due, where its words name a term."""
    return tr("no date is given") if not due and _TERM.search(text) else None


def _announced(sentence: Sentence, times: _Times) -> _Keyed | None:
    """What the writer will send or tell the House: `In het najaar ontvangt u …`, `ik schrijf u binnen een week`."""
    dates, text = sentence.dates, sentence.text
    if len(dates) != 1 or _PROMISED.search(text) or not _WILL.search(text):
        return None
    due = times.due
    if due is None and dates[0].certain and _TIME_OF.search(sentence.before(dates[0].start)):
        due = parse_due(dates[0].when.text)
    return (("announced", text), _promise(sentence, (due, times.doubt))) if due else None


def _promised(sentence: Sentence, times: _Times) -> _Keyed | None:
    """What was promised, or is promised by a day; one without any day has to be looked at."""
    text, days = sentence.text, times.days
    if not _is_promised(text):
        return None
    made = _made(days, sentence) if len(days) == 1 else (None, None)
    is_met = _is_met(text) or _MET_HERE.match(sentence.following) is not None
    if times.due is None and made[0] is None and (_AS_PROMISED.search(text) or is_met):
        return None
    doubt = times.doubt
    if times.due is None and doubt is None and made[0] is not None:
        doubt = _no_date(text, None)
    elif times.due is None and days:
        doubt = tr("“{date}” is after the memo: see whether it is due by then", date=days[0].text)
    elif times.due is None:
        doubt = doubt or tr("no date is given")
    # One may be repeated with more behind it
    key = "commitment", f"{made[0]} {times.due} {shortened(text)}"
    promise = _promise(sentence, (times.due, doubt), made)
    return key, _met(promise) if is_met else promise


def _adopted(sentence: Sentence, times: _Times) -> _Keyed | None:
    """A motion that was adopted on a day, or is to be met by one; one with its number is given with its paper."""
    text, days = sentence.text, times.days
    if not _ADOPTED.search(text) or len(days) > 1 or not all(map(_is_firm, days)) or is_motion_with_number(sentence):
        return None
    made = _made(days, sentence)
    if made[0] is None and not times.due:
        return None
    doubt = times.doubt if times.due else _no_date(text, None)
    return ("motion", f"{made[0]} {times.due}"), _promise(sentence, (times.due, doubt), made, "motion")


def _promise(sentence: Sentence, due: _Due, made: _Made = (None, None), kind: str = "commitment") -> Found[Commitment]:
    """A promise by the first words of its sentence, which stands whole in the note where the title leaves some out."""
    title = shortened(sentence.text)
    note = sentence.text if title != sentence.text else None
    commitment = Commitment(title=title, kind=kind, note=note, due=due[0], made=made[0])
    doubts = {"due" if due[0] else "": due[1], "made": made[1]}
    return Found("commitments", commitment, sentence.line, sentence.text, doubts)
