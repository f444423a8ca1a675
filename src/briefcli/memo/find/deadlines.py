"""Who prepares what by when, and who was consulted."""

import re

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Deadline
from briefcli.domain.dates.words import NUMBERS
from briefcli.domain.due import Due, parse_due, resolve
from briefcli.domain.when import Grain, before
from briefcli.domain.workdays import Calendar
from briefcli.memo.find.events import names_meeting
from briefcli.memo.find.meetings import Meeting
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph, Sentence
from briefcli.memo.layout.sentences import shortened
from briefcli.memo.text import Line

_OWNER = r"(?P<owner>[A-Z][A-Z&]{1,9}[a-z]?(?:/[A-Z&]{2,})*|[Dd]irectie [A-Z][\w ]{2,30}?|[Ww]oordvoering)"
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
    r"\b(?:voorafgaand aan|in aanloop naar|vóór|voor|ten behoeve van)\s(?:de|het)\s(?P<anchor>[\w-]+(?: [\w-]+){0,3})",
    re.IGNORECASE,
)
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_UNITS = (
    ("workday", re.compile(r"werk|work|business", re.IGNORECASE)),
    ("week", re.compile(r"we[ek]", re.IGNORECASE)),
    ("month", re.compile(r"m[ao]", re.IGNORECASE)),
    ("day", re.compile(r"(?:kalender|calendar\s)?da", re.IGNORECASE)),
)
_TERM = rf"(?P<count>[0-9]{{1,3}}|één|{'|'.join(NUMBERS)})\s(?P<unit>werkdag|dag|week|weken|maand)(?:en)?"
# `binnen zes weken na indiening`: counted from the day that the sentence, or the one before it, gives
_WITHIN = re.compile(
    rf"\bbinnen\s(?:een\stermijn\svan\s)?{_TERM}\sna\s(?:(?:de|het)\s)?(?P<anchor>[\w-]+(?: [\w-]+){{0,3}})",
    re.IGNORECASE,
)
# `twee werkdagen voor het debat`, `5 working days before the meeting`
_COUNTED = re.compile(
    r"\b(?P<count>[\w½-]+)\s(?P<unit>(?:(?:werk|kalender)?dag|week|maand)(?:en)?|weken|werkbare dagen|uur|uren"
    r"|(?:(?:working|business|calendar)\s|work)?days?|weeks?|months?|hours?)\s(?P<side>voorafgaande?\saan|voor|vóór|na|before"
    r"|after|prior\sto|ahead\sof|following)\s(?:(?:de\s)?(?:aanvang|start)\svan\s|het\sbegin\svan\s)?(?:de|het|dit|deze|the)\s"
    r"(?P<anchor>[\w-]+(?: [\w-]+){0,3})",
    re.IGNORECASE,
)
_LOOSE_TERM = re.compile(
    rf"\b(?:[0-9]{{1,3}}|één|enkele|paar|{'|'.join((*NUMBERS[1:], *_ENGLISH[1:]))})\s"
    r"(?:(?:werk)?dag(?:en)?|week|weken|uur|uren|(?:working\s)?days?|weeks?|hours?)\b",
    re.IGNORECASE,
)
_AFTER_WORDS = frozenset({"na", "after", "following"})
_FROM_TEXT = re.compile(
    r"^(?:indiening|ontvangst|dagtekening|verzending|publicatie|bekendmaking|aanvang)", re.IGNORECASE
)
_EXPIRES = re.compile(
    r"\b\w*termijn\b[^.;]{0,60}?\b(?:loopt\saf|eindigt|verloopt|verstrijkt|sluit|afloopt|is)\s(?:op\s)?$", re.IGNORECASE
)
_AFTER_PAPER = re.compile(r"\bna\s(?:de\s)?(?:verzending|versturing|publicatie)\svan\sde\s(?:\w*brief|\w*nota)\b")
_ROW_NUMBER = re.compile(r"^[0-9]{1,2}[.)]?\s")
_LATEST = re.compile(
    r"\b(?:uiterlijk(?: (?:op|gereed|klaar))?|by|no later than|vóór|voor|niet later dan)\s+$", re.IGNORECASE
)
_VAGUE_LATEST = re.compile(r"\buiterlijk\s(?!op\b)[a-z]+")
_PRODUCTS = (
    ("spokesperson lines", re.compile(r"\bwoordvoeringslijn\w*|\bwoordvoeringslijnen|\bQ&A", re.IGNORECASE)),
    ("report", re.compile(r"\bverslag\b", re.IGNORECASE)),
    ("letter", re.compile(r"\b\w*brief\b|\bgeannoteerde agenda\b", re.IGNORECASE)),
    ("memo", re.compile(r"\bnota\b", re.IGNORECASE)),
)
_MUST = re.compile(
    r"\b(?:(?:wordt|worden)\b.*\b(?:geïnformeerd|gezonden|gestuurd|verzonden|verspreid|aangeboden)|ontvangt|ontvangen|ga(?:at|an)\b.*\bnaar\s(?:de|uw)\sKamer"
    r"|[Ss]end|[Ss]ubmit|[Pp]repare|must|neemt|nemen|moet|moeten|dient|dienen|verzenden|streven|beslis\w*|reageren|indienen|uiterlijk)\b"
)
_DELIVERS = re.compile(
    rf"{_MUST.pattern}|\b(?:bereidt|stelt|levert|maakt|schrijft|verzorgt|werkt)\s(?:de\s)?[A-Z]|\b(?:gereed|klaar|af)\b"
)

_AGREED = re.compile(
    r"\b(?:[Aa]fgestemd|in samenspraak|in overeenstemming|overeengekomen)\smet:?\s"
    r"(?:(?:de|het)\s)?(?:collega['’]?s van\s)?(?:(?:de\s)?(?:betrokken\s)?"
    r"(?:ministeries?|departementen|ministers?|bewindspersonen)\svan\s|ministeries?\s)?"
    r"(?P<who>[^.;()]{2,160}?)(?=\s(?:en is|en heeft|zijn|is|afgestemd)\b|[.;(]|$)"
)
_PASSIVE = re.compile(
    r"\bmet\s(?:(?:de|het)\s)?(?:ministeries?\svan\s)?(?P<who>[A-Z][^.;()]{1,120}?)\s(?:is|zijn)?\s?afgestemd\b"
)
_CONSENTS = re.compile(
    r"(?:^|\s)(?:De|Het|Ook|de|het)?\s?(?P<who>[A-Z]{2,8}(?:(?:,|\sen)\s[A-Z]{2,8})*)\s(?:is|zijn|gaat|gaan)\sakkoord\b"
)
_DENIED = re.compile(r"\b(?:niet|geen|nog niet|nooit|zonder|onvoldoende)\b", re.IGNORECASE)
_NO_PARTY = re.compile(
    r"\b\w*(?:verdrag|wet|richtlijn|verordening|regels|regeling|besluit|akkoord|protocol|convenant|motie|advies|beleid"
    r"|norm|strategie|afspraken|artikel|conclusies|handvest|resolutie)\w*\b",
    re.IGNORECASE,
)
_AND = re.compile(r",\s*(?:en\s)?|\s+en\s+(?=(?:het\s|de\s)?(?:[A-Z]|ministerie))|;\s*|\s*/\s*")
_NAME = re.compile(r"(?:het |de )?(?:[Mm]inisterie van )?(?P<name>[A-Z].*)")


MOST = 100  # a memo has a handful; beyond this nobody reads them


class Duty(msgspec.Struct):
    deadline: Deadline
    line: Line
    words: str
    doubt: str | None = None


def find_duties(paragraphs: list[Paragraph], meeting: Meeting | None, event_kinds: set[str]) -> list[Duty]:
    """What must be delivered: by whom, where the memo says so, and by when."""
    found: list[Duty] = []
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            duty = (
                _action(paragraph, sentence)
                or _prepared(paragraph, sentence, meeting, event_kinds)
                or _term(paragraph, sentence, meeting, event_kinds)
                or _due(paragraph, sentence, meeting, event_kinds)
            )
            if duty is not None and len(found) < MOST:
                found.append(duty)
    _point_at_letter(found)
    return found


def _action(paragraph: Paragraph, sentence: Sentence) -> Duty | None:
    """A row of a list of actions with its day at the end: `2 Brief rondsturen FIN 3 oktober 2025`."""
    dates = paragraph.dates_in(sentence.start, sentence.end)
    if paragraph.part is not Part.ACTIONS or not dates or dates[-1].when.grain is not Grain.DAY:
        return None
    last, words = dates[-1], paragraph.text[sentence.start : dates[-1].start].strip(" :-–")
    if paragraph.text[last.end : sentence.end].strip(" .") or not words:
        return None
    deadline = Deadline(title=_ROW_NUMBER.sub("", words), due=parse_due(last.when.text), kind=_product(words))
    return Duty(deadline, paragraph.line_at(sentence.start), sentence.text, last.reason)


def _point_at_letter(duties: list[Duty]) -> None:
    """What comes out after the letter is counted from the deadline of that letter, where there is one."""
    letter = next((each.deadline for each in duties if each.deadline.kind == "letter"), None)
    for duty in duties:
        if letter is not None and duty.deadline.due is None and _AFTER_PAPER.search(duty.words):
            letter.id = "letter"
            duty.deadline.due = parse_due("after letter")


def _term(paragraph: Paragraph, sentence: Sentence, meeting: Meeting | None, kinds: set[str]) -> Duty | None:
    """A number of days or weeks before or after something, or a term that ends on a day."""
    deadline = _named_by(sentence)
    doubt: str | None = None
    if found := _WITHIN.search(sentence.text):
        deadline.due, doubt = _after(paragraph, sentence, found, _anchor(found["anchor"], meeting, kinds))
    elif found := _COUNTED.search(sentence.text):
        deadline.due = _counted(found, meeting, kinds) if _DELIVERS.search(sentence.text) else None
    else:
        days = paragraph.dates_in(sentence.start, sentence.end)
        ends = [each for each in days if _EXPIRES.search(paragraph.text[sentence.start : each.start])]
        if ends and ends[0].when.grain is Grain.DAY:
            deadline.due, doubt = parse_due(ends[0].when.text), ends[0].reason
    line = paragraph.line_at(sentence.start)
    return Duty(deadline, line, sentence.text, doubt) if deadline.due is not None else None


def _after(
    paragraph: Paragraph, sentence: Sentence, found: re.Match[str], anchor: str | None
) -> tuple[Due | None, str | None]:
    """A term behind the meeting or debate, or behind the one day that this sentence or the one before it gives."""
    if anchor is not None:
        return parse_due(f"{_count(found)} after {anchor}"), None
    before = [each for each in paragraph.sentences if each.end <= sentence.start][-1:]
    days = [each for one in (sentence, *before) for each in paragraph.dates_in(one.start, one.end)]
    if not _FROM_TEXT.match(found["anchor"]) or len(days) != 1 or days[0].when.day is None or not days[0].certain:
        return None, None
    due = resolve(parse_due(f"{_count(found)} after start"), {"start": days[0].when}, Calendar())
    return parse_due(due.text), tr("“{term}”, counted from {date}", term=found[0], date=days[0].when)


def _counted(found: re.Match[str], meeting: Meeting | None, kinds: set[str]) -> Due | None:
    """`2 workdays before debate`; None where the number, the unit or the anchor cannot be expressed."""
    anchor, count = _anchor(found["anchor"], meeting, kinds), _count(found)
    side = "after" if found["side"].lower() in _AFTER_WORDS else "before"
    return parse_due(f"{count} {side} {anchor}") if anchor and count else None


def _count(found: re.Match[str]) -> str | None:
    """`2 workdays`; None for `enkele dagen` and for hours."""
    words = found["count"].lower().replace("één", "een")
    names = next((names for names in (NUMBERS, _ENGLISH) if words in names), None)
    unit = next((unit for unit, shape in _UNITS if shape.match(found["unit"])), None)
    number = names.index(words) + 1 if names else int(words) if re.fullmatch(r"[0-9]{1,3}", words) else 0
    number = 1 if words in {"de", "the", "a"} and unit == "day" else number  # `de dag voor het debat`
    return f"{number} {unit}{'' if number == 1 else 's'}" if number and unit else None


def _anchor(words: str, meeting: Meeting | None, kinds: set[str]) -> str | None:
    """What a due date can be counted from: the debate, a summit or the meeting itself."""
    first = words.split(maxsplit=1)[0].lower()
    if (first.endswith("debat") or first in {"ao", "cd", "debate"}) and "debate" in kinds:
        return "debate"
    if first.endswith(("top", "summit")) and "summit" in kinds and not _is_meeting(words, meeting):
        return "summit"
    return "meeting" if _is_meeting(words, meeting) else None


def _prepared(paragraph: Paragraph, sentence: Sentence, meeting: Meeting | None, kinds: set[str]) -> Duty | None:
    """`DCO bereidt woordvoeringslijnen voor in aanloop naar …`."""
    match = _PREPARES.search(sentence.text)
    if not match:
        return None
    what, owner = match["what"] or match["made"], match["owner"] or match["maker"]
    deadline = Deadline(title=what, owner=owner, kind=_product(what))
    deadline.due, doubt = _due_of(paragraph, sentence, meeting, kinds, match.end() - 1)
    deadline.note = sentence.text
    return Duty(deadline, paragraph.line_at(sentence.start + match.start()), sentence.text, doubt)


def _named_by(sentence: Sentence, due: Due | None = None) -> Deadline:
    """A deadline called by the first words of its sentence, which stands whole in the note."""
    title = shortened(sentence.text)
    note = sentence.text if title != sentence.text else None
    return Deadline(title=title, due=due, kind=_product(sentence.text), note=note)


def _due(paragraph: Paragraph, sentence: Sentence, meeting: Meeting | None, kinds: set[str]) -> Duty | None:
    """A sentence that says by when something is sent or decided."""
    dates = paragraph.dates_in(sentence.start, sentence.end)
    line = paragraph.line_at(sentence.start)
    for mention in dates:
        latest = _LATEST.search(paragraph.text[sentence.start : mention.start])
        if latest and mention.when.grain is Grain.DAY and _MUST.search(sentence.text):
            day = mention.when.first
            is_before = not latest[0].lower().startswith(("uiterlijk", "niet", "by", "no later"))
            when = before(day, confirmed=mention.certain) if is_before and day else mention.when
            deadline = _named_by(sentence, parse_due(when.text))
            return Duty(deadline, line, sentence.text, mention.reason)
    if _SENT.search(sentence.text):
        due, doubt = _due_of(paragraph, sentence, meeting, kinds, 0)
        if due is not None or doubt is not None:
            return Duty(_named_by(sentence, due), line, sentence.text, doubt)
    if _VAGUE_LATEST.search(sentence.text) and not dates and _MUST.search(sentence.text):
        return Duty(_named_by(sentence), line, sentence.text, tr("no date is given"))
    return None


def _due_of(
    paragraph: Paragraph, sentence: Sentence, meeting: Meeting | None, kinds: set[str], start: int
) -> tuple[Due | None, str | None]:
    """What a deadline is counted from: the debate, the meeting, or a date behind `uiterlijk`; and why it is doubted.

    A count of days or weeks goes before a plain `voor het debat`, wherever it stands in the sentence.
    """
    if counted := _COUNTED.search(sentence.text):
        due = _counted(counted, meeting, kinds)
        return due, None if due else _uncounted(counted[0])
    for found in _RELATIVE.finditer(sentence.text, start):
        if anchor := _anchor(found["anchor"], meeting, kinds):
            term = _LOOSE_TERM.search(sentence.text)  # `voor het debat, twee dagen van tevoren`
            return parse_due(f"before {anchor}"), _uncounted(term[0]) if term else None
    for mention in paragraph.dates_in(sentence.start + start, sentence.end):
        if _LATEST.search(paragraph.text[sentence.start : mention.start]):
            return parse_due(mention.when.text), None
    return None, None


def _uncounted(term: str) -> str:
    return tr("“{term}” could not be counted; write the date", term=term)


def _is_meeting(anchor: str, meeting: Meeting | None) -> bool:
    return meeting is not None and any(
        names_meeting(" ".join(anchor.split()[:count]), meeting) for count in range(1, len(anchor.split()) + 1)
    )


def _product(text: str) -> str | None:
    return next((kind for kind, shape in _PRODUCTS if shape.search(text)), None)


def find_consulted(paragraphs: list[Paragraph]) -> list[tuple[str, Line, str]]:
    """Each name that the memo says it was agreed with, where, and in which words."""
    found: list[tuple[str, Line, str]] = []
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            matches = [
                *_AGREED.finditer(sentence.text),
                *_PASSIVE.finditer(sentence.text),
                *_CONSENTS.finditer(sentence.text),
            ]
            for match in matches:
                if _DENIED.search(sentence.text) or _NO_PARTY.search(match["who"]):
                    continue
                line = paragraph.line_at(sentence.start + match.start("who"))
                found += [(name, line, sentence.text) for name in names_in(match["who"])]
    unique = {name: (name, line, words) for name, line, words in reversed(found)}
    return list(reversed(unique.values()))


def names_in(text: str) -> list[str]:
    """The names in `Financiën en Buitenlandse Zaken`; a ministry such as `Justitie en Veiligheid` stays one."""
    text = " ".join(text.split()).strip(" .,;")
    for pair in _ONE_MINISTRY:
        text = text.replace(pair, pair.replace(" en ", "\0").replace(", ", "\1"))
    names = [piece.replace("\0", " en ").replace("\1", ", ").strip() for piece in _AND.split(text) if piece]
    found = [_NAME.fullmatch(name) for name in names]
    return [match["name"] for match in found if match]


_ONE_MINISTRY = (
    "Justitie en Veiligheid", "Asiel en Migratie", "Infrastructuur en Waterstaat", "Onderwijs, Cultuur en Wetenschap",
    "Sociale Zaken en Werkgelegenheid", "Volksgezondheid, Welzijn en Sport", "Klimaat en Groene Groei",
    "Landbouw, Visserij, Voedselzekerheid en Natuur", "Landbouw, Natuur en Voedselkwaliteit",
    "Volkshuisvesting en Ruimtelijke Ordening", "Economische Zaken en Klimaat",
    "Binnenlandse Zaken en Koninkrijksrelaties", "Buitenlandse Handel en Ontwikkelingshulp",
    "Buitenlandse Handel en Ontwikkelingssamenwerking",
)  # fmt: skip
