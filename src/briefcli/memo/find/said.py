"""Reads what a sentence says about an act and its day: done or to come, denied, moved or cancelled."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.dates.due_by import DUE, denies
from briefcli.domain.dates.hedge import CALLED_OFF
from briefcli.domain.dates.in_text import DateMention, scan_dates
from briefcli.domain.dates.settle import MOVED
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import Grain, When, after, parse_when
from briefcli.memo.layout.paragraphs import Paragraph, Sentence, share_years
from briefcli.memo.layout.persons import GATHERING
from briefcli.memo.text import YEAR
from briefcli.patterns import any_of, any_words

WERE = "was|waren|werd|werden|had|hadden"
HAS = f"{WERE}|is|zijn|heb|heeft|hebben"
WEEKDAY = r"(?:\w+dag\s)?"
# What is done with a paper that goes to the House, with a motion, and with a promise
SENT = any_of("verzonden|verstuurd|gestuurd|gezonden|toegezonden|toegestuurd|toegegaan|aangeboden|geïnformeerd")
ADOPTED = "(?:aangenomen|aanvaard)"
CLOSED = "(?:verworpen|aangehouden|ingetrokken)"
MET = any_of("nagekomen|afgedaan|ingelost|gestand gedaan")
# What a cell of a table says of what is done
IS_DONE = re.compile(
    rf"(?i)\W*(?:is\s)?(?:{MET}|voldaan|uitgevoerd|gereed|afgerond|afgehandeld|voltooid|gedaan|klaar|done|completed|closed)\W*"
)

# What is delivered by a day, in a row such as `Dossier: 9 april`
DELIVERED = any_words(r"""
    (?!Berlijn)\w*(?:brief|nota|notitie|dossier|verslag|stukken|tekst|lijn(?:en)?|punten|fiche|factsheets?|draaiboek)
    geannoteerde agenda|speech|toespraak|inbreng|reacties?|input|concept\w*|Q&A\W?s?|comments?|contributions?
    drafts?|speaking (?:points|notes)|report|papers?
""")
# A term that is said to be one
TERM = any_words(r"""
    deadline|(?!overgangs)\w*termijn|uiterste \w+|(?:verzend|beslis|inbreng|aanlever)datum|due|must
    moet|moeten|dient|dienen
    \w*(?:inschrijving|aanmelding|registratie|consultatie|registration|accreditation) (?:sluit|eindigt|closes|ends)
""")
# What is done on a day with what is delivered
ACT = any_words(rf"""
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
WANTED = any_words(r"""
    uiterlijk|t/m|graag|nodig|verzo\w+|gevraagd|akkoord|actie|af|ontvang\w*|kr[ij]+g\w*|reage\w+|reactie|levert|leveren
    volgt|volgen|neemt|nemen|beslis\w*|besluit|streven|ma(?:akt|ken)|schrij(?:ft|ven)|stelt|opstellen|bereidt|voorbereiden
    regelt|zorgt|deelt|kom(?:t|en)\b[^.;]{0,60}\bterug|terugkom\w*
    prepare|please|kindly|requested|invited|should|no later than|at the latest|(?:ha(?:s|ve)|needs?) to
""")
# Words which may mean that something is still to be done
_OPEN = any_words(r"""
    niet|nog|geen|deels|gedeeltelijk|had|hadden|moet|moeten|dient|dienen|wordt|worden|zal|zullen|kan|kunnen
    zodra|wanneer|als|voordat|totdat|gevraagd|verzocht
""")
_CANCELLED = any_words(r"""
    (?:gaat|gaan|ging|gingen)\b[^.;]{0,40}\bniet (?:meer )?door|niet doorgegaan
    vervalt|vervallen|geannuleerd|afgelast|afgezegd|geschrapt|cancell?ed
""")
_WRITTEN = re.compile(
    r"(?i)\b(?:(?:omgezet|veranderd|gewijzigd)\b[^.;,]{0,40}?\b(?:in|naar)|vervangen\sdoor|wordt|werd)\s(?:een\s)?"
    r"(?P<title>schriftelijk\soverleg)\b"
)
_MOVED_VERBS = "(?:verplaatst|verzet|verschoven|uitgesteld|verdaagd|opgeschoven|vervroegd|postponed|moved|rescheduled)"
_TO_OTHER_DAY = (
    rf"\b{_MOVED_VERBS}\s(?:\w+\s){{0,5}}?(?:naar|tot|to|until)(?:\s|:)"
    r"|\bmaar\s(?:is|zijn|wordt|worden|vindt|vinden|staat|staan)\s(?:nu|inmiddels|thans)\s(?:\w+\s){0,3}?op\s"
)
_MOVED = re.compile(f"(?i){_TO_OTHER_DAY}")
_THEN_MOVED = re.compile(rf"(?i)[^.,;]{{0,40}}?{_TO_OTHER_DAY}")
# `wordt een week uitgesteld`, without the new day
_PUT_OFF = re.compile(
    r"(?i)\b(?:is|zijn|wordt|worden|werd|werden)\s(?:(?!(?:niet|mogelijk|misschien|wellicht|eventueel)\b)\w+\s){0,4}?"
    rf"{_MOVED_VERBS}\b"
)
_OTHER_DAY = (
    rf"(?:{_MOVED_VERBS}|correctie|nieuwe\s(?:datum|data)|klop(?:t|pen)\sniet|niet\smeer\sdoor|niet\sdoor"
    r"|niet\s[^.;]{0,20}[0-9][^.;]{0,20}\bmaar)"
)
_PERHAPS = any_words("mogelijk|misschien|wellicht|eventueel|dreigt|waarschijnlijk")
_MEETING = r"(?:\w*(?:vergadering|bijeenkomst|raad|top|conferentie|ministeri[eë]le)|meeting|summit|datum|data)"
# Words that may cancel a meeting or give it another day than the memo does
CORRECTED = re.compile(rf"(?i)\b{_OTHER_DAY}\b[^.;]{{,80}}\b{_MEETING}\b|\b{_MEETING}\b[^.;]{{,80}}\b{_OTHER_DAY}\b")
_NOT_ON = re.compile(rf"(?i)(?:na|minstens|ten\sminste|later\sdan|after)\s{WEEKDAY}")
# Words before a date that is only that of an earlier plan: `dit debat stond eerst gepland op 11 november`
FIRST_PLAN = re.compile(
    r"(?i)\b(?:stond|stonden|was|waren)\s(?:(?:eerst|eerder|aanvankelijk|oorspronkelijk|in\seerste\sinstantie)\s)+"
    rf"(?:gepland|voorzien|geagendeerd)?\s?(?:op|voor)?\s?{WEEKDAY}$"
)
# What was done on a day, or at the debate of that day
_WAS_DONE = re.compile(
    rf"(?i)\b(?:{HAS})\b(?:(?!\b(?:die|dat|waar\w*)\b)[^;,]|,(?=\s(?:nr|[0-9]))){{0,120}}"
    rf"\b(?:toegezegd|{ADOPTED}|{CLOSED}|ingediend|{MET})\b"
    r"|\b(?:zegde\b[^;]{0,80}\btoe|deed\b[^;]{0,80}\btoezegging)\b"
)
AT_DEBATE = re.compile(
    r"(?i)\b(?:in|tijdens|bij)\s(?:het|een)\s(?:\w+\s)?\w*(?:debat|overleg|vragenuur)\b[^.;,]{0,60}\s(?:van|op|d\.d\.)\s$"
)
# Words about a day to come, and words about a day in the past
_TO_COME = any_words(r"""
    vindt|vinden|komt|komen|zal|zullen|gaat|gaan|moet|moeten|dient|dienen|wordt|worden|ontvangt|ontvangen
    volgt|volgen|staat|staan|voert|neemt|will|must|takes place|is due
""")
_PAST = any_words(rf"{WERE}|heeft|hebben|vond|vonden|kwam|kwamen|sprak|spraken|jl|jongstleden|afgelopen|vorige?")
_LAST_BEFORE = later("The year is not stated; {year} is the last before the date of the text.")
_NEAR_MEETING = later("The year is not stated; {year} is nearest to the meeting.")
_FIRST_AFTER = later("The year is not stated; {year} is the first after the date of the text.")


def says_task(text: str) -> bool:
    """Whether a text may say that something is to be done."""
    return any(each.search(text) for each in (TERM, ACT, WANTED))


def is_to_come(when: When, written: date | None) -> bool:
    """Whether a date is not before the memo. True if either is unknown."""
    day = when.last or when.first
    return day is None or written is None or day >= written


def is_open(text: str) -> bool:
    """Whether a sentence may say that something is still to be done."""
    return _OPEN.search(text) is not None


def is_given_up(sentence: Sentence, mention: DateMention) -> bool:
    """Whether the words around a date take it back: `de termijn van 20 november is verschoven naar 4 december`."""
    return mention.doubt in {MOVED, CALLED_OFF} or _THEN_MOVED.match(sentence.behind(mention.end)) is not None


class Change(msgspec.Struct, frozen=True):
    """What happens to a planned event. `moved_to` is its new day, and `words` the text of that day.

    `written` is the name of the written consultation that replaces it.
    """

    status: Status | None = None
    moved_to: When | None = None
    written: str | None = None
    words: str = ""


def change_in(words: str, below: list[DateMention] | None = None) -> Change:
    """The change that the words report; empty if they deny it. The first of the dates `below` may be its new day."""
    if not _may_change(words):
        return Change()
    if (moved := _MOVED.search(words)) and not denies(words[: moved.start()]):
        days = scan_dates(words[moved.end() :]) or below
        if not days:
            return Change(Status.MOVED)
        last = days[0].when.last
        if last is not None and _NOT_ON.fullmatch(words, moved.end(), moved.end() + days[0].start):
            return Change(Status.MOVED, after(last))
        return Change(Status.MOVED, days[0].when, words=days[0].text)
    if written := _WRITTEN.search(words):
        return Change(written=written["title"])
    for status, pattern in ((Status.CANCELLED, _CANCELLED), (Status.MOVED, _PUT_OFF)):
        if (found := pattern.search(words)) and not denies(words[: found.start()]) and not _is_perhaps(words, found):
            return Change(status)
    return Change()


def _is_perhaps(words: str, change: re.Match[str]) -> bool:
    """Whether the change itself is only possible, unlike `is geannuleerd en wordt mogelijk in juni gehouden`."""
    return (
        _PERHAPS.search(words[: change.end()]) is not None or _PERHAPS.match(words[change.end() :].lstrip()) is not None
    )


@lru_cache(maxsize=64)  # asked for each event of a sentence
def _may_change(words: str) -> bool:
    return any(each.search(words) for each in (_MOVED, _WRITTEN, _CANCELLED, _PUT_OFF))


@lru_cache(maxsize=64)  # asked for each day of a sentence
def _done_or_ahead(text: str) -> tuple[re.Match[str] | None, bool]:
    """The words that say what was done, and whether the sentence is about what is to come."""
    return _WAS_DONE.search(text), bool(_TO_COME.search(text)) and not _PAST.search(text)


def settle_years(paragraphs: list[Paragraph]) -> None:
    """Settle dates without a year: as elsewhere in the memo, or before it for what was done, else after it."""
    share_years(paragraphs)
    for paragraph in paragraphs:
        paragraph.dates = [_on_its_side(paragraph, each) for each in paragraph.dates]


def settle_near(paragraphs: list[Paragraph], day: date | None) -> None:
    """Give dates without a year that of the nearest such day to the meeting, in a text without a date of its own."""
    if day is not None and all(each.written is None for each in paragraphs):
        for paragraph in paragraphs:
            paragraph.dates = [_nearest(each, day) for each in paragraph.dates]


def _nearest(mention: DateMention, day: date) -> DateMention:
    found = scan_dates(mention.text, day) if mention.when.grain is Grain.YEARLESS else []
    if len(found) != 1 or found[0].when.first is None:
        return mention
    doubt = tr(_NEAR_MEETING, year=found[0].when.first.year)
    return msgspec.structs.replace(mention, when=found[0].when, doubt=doubt)


def _on_its_side(paragraph: Paragraph, mention: DateMention) -> DateMention:
    sentence = paragraph.sentence_at(mention.start)
    words, (done, is_ahead) = sentence.before(mention.start), _done_or_ahead(sentence.text)
    is_due = DUE.search(words) is not None
    if done is not None and not is_due:
        is_within = done.start() - 1 <= mention.end - sentence.start <= done.end()
        return in_past(mention, paragraph.written) if is_within or AT_DEBATE.search(words) else mention
    is_ahead = is_ahead or (is_due and not _PAST.search(sentence.text))
    return in_future(mention, paragraph.written) if is_ahead else mention


def in_past(mention: DateMention, written: date | None) -> DateMention:
    """Move a date without a year to the last year in which it is before the memo; it is then unsure."""
    # A day in the next two weeks stays: a memo may call done what will be done when it is read
    if written is None or mention.when.first is None or mention.when.first <= written + timedelta(days=14):
        return mention
    return _in_year(mention, lambda day: day <= written, _LAST_BEFORE)


def in_future(mention: DateMention, written: date | None) -> DateMention:
    """Move a date without a year that is long before the memo to the first year after it; it is then unsure."""
    first, last = mention.when.first, mention.when.last
    # A day in the last two months stays: the memo may be late with it
    if written is None or first is None or (last or first) > written - timedelta(days=60):
        return mention
    return _in_year(mention, lambda day: day > written, _FIRST_AFTER)


def _in_year(mention: DateMention, fits: Callable[[date], bool], reason: str) -> DateMention:
    """A date without a year, moved to the first of its alternatives that fits; unchanged if none does."""
    for when in () if YEAR.search(mention.text) else map(parse_when, mention.alternatives):
        if when.first is not None and fits(when.first):
            return msgspec.structs.replace(mention, when=when, doubt=tr(reason, year=when.first.year))
    return mention
