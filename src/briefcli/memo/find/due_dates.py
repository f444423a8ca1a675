"""Reads by when something is due, as a sentence says: a day, or a count before or after something."""

import re

import msgspec

from briefcli.catalog import tr
from briefcli.domain.dates.due_by import CONDITION, DUE, before_event, denies, due_by, term_of
from briefcli.domain.dates.in_text import DateMention
from briefcli.domain.dates.named import NO_DAY
from briefcli.domain.dates.words import AFTER, AHEAD, COUNTS, UNIT, WHOLE_WEEKDAYS, in_figures, weekday_number
from briefcli.domain.due import WEEKDAYS, Due, parse_due, resolve
from briefcli.domain.when import When
from briefcli.domain.workdays import Calendar
from briefcli.memo.find.meetings import MemoMeeting
from briefcli.memo.find.said import is_to_come
from briefcli.memo.layout.paragraphs import Sentence

By = tuple[Due | None, str | None]  # when something is due, and why that is unsure
NO_TERM: By = (None, None)
ANCHOR = r"(?P<anchor>[\w-]+(?: [\w-]+){0,3})"
_FROM = "indiening|ontvangst|dagtekening|verzending|publicatie|bekendmaking"
_COUNT = rf"\b(?:(?P<count>[\w½-]+)\s(?:{UNIT}|uur|uren|hours?)|(?:de|the)\s(?P<weekday>{'|'.join(WHOLE_WEEKDAYS)}))\s"
_SHAPES = (
    # `twee dagen voor het debat`, `5 working days before the meeting`, `zes weken na indiening`
    re.compile(
        rf"(?i){_COUNT}(?:{AHEAD}|(?P<after>{AFTER}|of(?=\sthe\smeeting)))\s"
        r"(?:(?:de\s)?(?:aanvang|start)\svan\s|het\sbegin\svan\s|afloop\svan\s)?"
        rf"(?:(?:de|het|dit|deze|the)\s|(?=(?:{_FROM}|afloop|terug\w+|thuiskomst|(?-i:[A-Z]{{2,}}))\b)){ANCHOR}"
    ),
    # `minstens een dag eerder`, `uiterlijk twee weken daarna`
    re.compile(
        rf"(?i)\b(?:uiterlijk|minstens|ten\sminste|minimaal)\s{_COUNT}"
        r"(?:eerder(?!\sdan)|daarvoor|(?:van\s)?tevoren|vooraf|voor\s(?:liggen|klaar|gereed|zijn|binnen))\b"
    ),
    re.compile(rf"(?i)\buiterlijk\s{_COUNT}(?P<after>nadien|daarna|later(?!\sdan))\b"),
    # `Na de Raad ontvangt de Kamer binnen tien werkdagen …`
    re.compile(
        rf"^(?P<after>Na)\s(?:afloop\svan\s)?(?:de|het)\s(?!\w+\svan\s[0-9]){ANCHOR}\b(?:(?!\bdat\b)[^.;])*"
        rf"\bbinnen\s(?P<count>[\w½-]+)\s{UNIT}"
    ),
)
_REACH = 250  # characters before a date
_BACK = frozenset({"afloop", "terugkeer", "terugkomst", "thuiskomst"})
# `een week van tevoren, op 3 juni`, `binnen drie weken na ontvangst, dus uiterlijk op 3 juni`
_TO_RESULT = re.compile(r"\W*[,:(]\s*(?:(?:dus|dat is|i\.e\.)\s)?(?:(?:uiterlijk|op|on|by)\s){0,2}(?:\w+dag\s)?")
_FROM_TEXT = re.compile(rf"(?i)(?:{_FROM}|aanvang)")


def _near(sentence: Sentence, mention: DateMention) -> str:
    """The words right before a date, in which all is that says whether something is due then."""
    return sentence.before(mention.start)[-_REACH:]


def limits(sentence: Sentence) -> list[tuple[DateMention, By]]:
    """The dates of a sentence by which something is due, each with its term; those in a condition last."""
    dates = sorted(sentence.dates, key=lambda each: CONDITION.search(_near(sentence, each)) is not None)
    found = ((each, due_by(_near(sentence, each), each)) for each in dates)
    return [(each, _by(when, each)) for each, when in found if when is not None]


def before_an_event(sentence: Sentence) -> By:
    """The term in `voor het debat van 12 maart`, if that day is still to come. It is always unsure."""
    for mention in sentence.dates:
        found = before_event(_near(sentence, mention), mention)
        if found and is_to_come(mention.when, sentence.paragraph.written):
            words, when = found
            doubt = mention.reason or tr("“{term}”, counted from {date}", term=words, date=mention.when)
            return parse_due(when.text), doubt
    return NO_TERM


def is_not_before(sentence: Sentence, mention: DateMention) -> bool:
    """Whether something is said not to happen before a date: `niet voor 1 december`."""
    words = _near(sentence, mention)
    return denies(words[: found.start()] if (found := DUE.search(words)) else words)


def by_day(sentence: Sentence, day: DateMention) -> By:
    """By when something in a row or list is due: the day itself, or the day before it if the words say so."""
    return next((by for each, by in limits(sentence) if each is day), on_day(day))


def on_day(mention: DateMention) -> By:
    """The term of something that is due on a date. For `begin 2031` that is the end of March."""
    return _by(term_of(mention), mention)


def _by(when: When, mention: DateMention) -> By:
    is_part = when != mention.when and when == term_of(mention)
    return parse_due(when.text), mention.reason or (tr(NO_DAY) if is_part else None)


class Around(msgspec.Struct, frozen=True):
    """What a term can count from: the meeting, and the kinds of events around it."""

    meeting: MemoMeeting | None
    kinds: set[str]
    is_memo: bool = False  # so that `u` is the minister, and not the House

    def anchor(self, words: str) -> str | None:
        """`debate`, `meeting` or `summit`, if the words start with the name of one; else None."""
        pieces = words.split() or [""]
        first = pieces[0].lower()
        if self.meeting is not None and first in _BACK:
            return "meeting"
        if (first.endswith("debat") or first in {"ao", "cd", "debate"}) and "debate" in self.kinds:
            return "debate"
        names = (" ".join(pieces[: number + 1]) for number in range(len(pieces)))
        if self.meeting is not None and any(map(self.meeting.is_called, names)):
            return "meeting"
        return "summit" if first.endswith(("top", "summit")) and "summit" in self.kinds else None

    def counted(self, sentence: Sentence) -> By:
        """The first count of a sentence that can be read (`2 workdays before debate`), or why none can.

        A count from `indiening` or `daarvoor` and the like starts at the only date in this sentence and the previous
        one, and a count from an event with its date (`een week voor de Raad van 27 januari`) at that date.
        """
        counts = [each for shape in _SHAPES for each in shape.finditer(sentence.text)]
        counts.sort(key=re.Match.end)
        found = [self._counted(each, sentence) for each in counts]
        dated = [before_an_event(sentence)] if any(each["count"] and _count_of(each) for each in counts) else []
        read = [each for each in (*found, *dated) if each[0]]
        return next(iter(read or found), NO_TERM)

    def _counted(self, found: re.Match[str], sentence: Sentence) -> By:
        words = found.groupdict().get("anchor")  # None for `daarvoor` and the like
        anchor, count = self.anchor(words or ""), _count_of(found)
        side = "after" if found.groupdict().get("after") else "before"
        if anchor and count:
            return parse_due(f"{count} {side} {anchor}"), None
        above = [each for each in sentence.paragraph.sentences if each.end <= sentence.start][-1:]
        dates = [day for each in (sentence, *above) for day in each.dates]
        days = [each.when for each in dates if each.when.day and each.certain]
        end, text = sentence.start + found.end(), sentence.paragraph.text
        if len(dates) == 1 and _TO_RESULT.fullmatch(text, end, dates[0].start):
            return on_day(dates[0])
        is_from_text = not limits(sentence) if words is None else _FROM_TEXT.match(words)
        if not count or not is_from_text or not len(days) == len(dates) == 1:
            return None, uncounted(found[0])
        due = resolve(parse_due(f"{count} {side} start"), {"start": days[0]}, Calendar())
        return parse_due(due.text), tr("“{term}”, counted from {date}", term=found[0], date=days[0])


def _count_of(found: re.Match[str]) -> str | None:
    """`2 workdays` or `the friday`. None for `enkele dagen` and for hours."""
    if weekday := found.groupdict().get("weekday"):
        return f"the {WEEKDAYS[weekday_number(weekday.lower())]}"
    words, unit = found["count"].lower(), (found["unit"] or "").lower()
    if words in {"de", "the", "a"} and re.fullmatch(r"(?:kalender)?da[gy]", unit):  # `de dag voor het debat`
        words = "1"
    is_number = words in COUNTS or re.fullmatch(r"[0-9]{1,3}", words)
    return in_figures(words, unit) if unit and is_number else None


def uncounted(term: str) -> str:
    return tr("“{term}” could not be counted; write the date", term=term)
