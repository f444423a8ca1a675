"""Finds the meeting that the head of a paper names: in its title, the labels of its fields, or the lines below."""

import itertools
import re
from datetime import date, timedelta

from briefcli.catalog import tr
from briefcli.domain.dates.due_by import due_by
from briefcli.domain.dates.in_text import DateMention, scan_dates
from briefcli.domain.when import Grain
from briefcli.memo.find.meetings import ANSWER, Known, MemoMeeting, capital, known_meeting, named_meetings
from briefcli.memo.find.said import is_to_come
from briefcli.memo.layout.agenda_parts import SUBJECTS
from briefcli.memo.layout.head import MemoHead
from briefcli.memo.layout.head_labels import STAMPS, Field, label_of
from briefcli.memo.layout.headings import Part, SectionKind
from briefcli.memo.layout.outline import Outline
from briefcli.memo.layout.persons import GATHERING
from briefcli.memo.text import Line

_COUNCIL = re.compile(
    r"(?i)(?:COUNCIL\s+OF\s+THE\s+EUROPEAN\s+UNION\s*\(\s*|[0-9]{4}(?:st|nd|rd|th)\s+Council\s+meeting\s*\n\s*)"
    r"(?P<name>[A-Z][\w ,&-]+?)\s*[()\n]"
)
# Words about the text and not about the day of the meeting: that it is provisional, or when it was published
_OF_THE_TEXT = re.compile(
    r"(?i)\b(?:provisional|indicative|voorlopige?|indicatieve?)\s+(?=(?:agenda|programm[ae])\b)|\bsubject\sto\schange\b"
    rf"|\b(?:{STAMPS})\b[^\n]*"
)
_MEETING_WORD = re.compile(
    rf"(?i)\b(?:{GATHERING}|\w*(?:groep|congres|symposium|webinar|dialoog)|MT|rondetafel\w*|top|ministeriële|(?:dienst)?reis"
    r"|handelsmissie|A?VN|BO|COP ?[0-9]{2}|\w+-week|G7|G20|meetings|council|conference|ministerial|committee|comité"
    r")\b|^coreper\b"
)
# Kinds of paper, which are no meeting and no place
_PAPER = re.compile(
    r"(?i)(?:\w*nota|\w*brief|beantwoording|antwoord\w*|reactie|\w*vragen|verzoek|aanbieding|voortgang|\w*besluit|\w*verslag"
    r"|motie\w*|inzet|beslispunt\w*|uitkomst\w*|terugkoppeling|evaluatie|uitstel|rapport\w*|advies|toezegging\w*|ter"
    r"|dossier|concept|notitie|memo|bijlage|programma|convocatie|uitnodiging)\b"
)
_LEAD_IN = re.compile(
    r"(?i)^(?:(?:concept|nota|memo|verslag(?:\sen\sactiepunten)?|afspraken(?:lijst)?|terugkoppeling"
    r"|annotated agenda|geannoteerde agenda|agenda|programma|programme|annotaties|inzet|inbreng|planning"
    r"|(?:ter\s)?voorbereiding|steering note|(?:kamer)?brief\s(?:inzake|over|met|betreffende))\b"
    r"\s*(?:(?:van|voor|ten behoeve van|t\.b\.v\.|of|for|op)?\s*(?:de|het|the)?\s)?[:–-]?\s*)+"
)
_VERB = re.compile(
    r"\b(?:heb|hebt|heeft|hebben|had|bent|is|zijn|was|waren|wordt|worden|werd|zal|zult|zullen|has|have|are|will)\b"
)
_TO_DAY = re.compile(r"(?i)\s(?:op|van|d\.d\.|on|of)\s*(?:\w+dag\s*)?$|^\s*(?:in|te|en)\s")
_BEFORE_DAY = re.compile(
    r"(?i)(?:.*\bprogramma\svoor\s)?\W*(?:(?:in|te)\s\w+,?\s|\w+,\s)?(?:(?:op|van|d\.d\.)\s*)?(?:\w+dag\s*)?"
)
_GOES_ON = re.compile(r"\s(?!uur|van|om|in|te|at)[a-z]")  # `12 maart bespreken in MT`
_PIECES = re.compile(r"[|,;:()]|\s[–—-]\s")
_OF_NAME = re.compile(r"\|\s?\([^()]*\)(?=.*\b[A-Z][a-zà-ÿ]+$)")  # `EPSCO (Volksgezondheid) 20 juni Luxemburg`
_PLACE = re.compile(r"(?:[A-Z][\w.'’-]+)(?:\s(?:[A-Z][\w.'’-]+|en|and)){0,3}")
_WEEK = re.compile(r"\b[Ww]eek\b")  # `High-level Week`, which is no place
_LABEL = re.compile(r"^[^:,|0-9]{1,40}:(?=\s)")  # `Datum:`, `Uitvraag:`
_TO_YEAR = re.compile(r".*?\b(?:19|20)[0-9]{2}\b|.*")
_CITIES = r"Brussels|Luxembourg|Brussel|Luxemburg|Strasbourg|The Hague|Den Haag|Vienna|Geneva|New York"
# A room behind an hour, in the same brackets or in its own: `16.45 uur (plenaire zaal)`
_ROOM = re.compile(
    r"[0-2]?[0-9][.:][0-5][0-9](?:\s?(?:uur|u|hrs?))?(?:,\s|\s\()(?P<room>(?=[^()]*(?i:zaal|kamer|gebouw|ministerie|hotel|toren"
    r"|room|hall|building|cent(?:er|re|rum)|webex|teams|online|\b[A-Z]{1,2}[ .-]?[0-9]))[^()]{3,60})\)"
)
_LONGEST = timedelta(days=14)
_CITY = re.compile(rf"{_PLACE.pattern}, {_PLACE.pattern}|{_CITIES}")  # on the line above the day, or below it
_VENUE = re.compile(rf"(?:building|[Cc]ent(?:er|re)|[Hh]eadquarters|HQ|,)\b[^\n]{{0,30}}?\b(?P<place>{_CITIES})\b")


def headed_meeting(head: MemoHead, letter: Outline) -> MemoMeeting | None:
    """The meeting named above the text: in the opening lines, or in the title and the labels of the head."""
    if letter.opening:
        return _meeting_above([line.text.strip() for line in letter.opening], letter.opening[0])
    if head.title is None:
        return _untitled_meeting(letter, head.written)
    rooms = (found["room"] for found in [_ROOM.search(head.held or "")] if found)
    place = next((each.value for each in head.of(Field.PLACE)), next(rooms, None))
    if head.held is not None:
        sort = [each.value for each in head.of(Field.ACTIVITY)]  # a debate about a meeting is not that meeting
        return _held_meeting(" ".join([*sort, head.title.value]), head.held, place, head.title.line)
    titles = [line.text.strip() for line in head.title_lines] or [head.title.value]
    # The day of the meeting can begin a line below the title
    loose = [line.text.strip() for line in head.loose if line is not head.date_line]
    dated = [(line, found[0]) for line in [*titles, *loose] if (found := scan_dates(line))]
    dated = [(line, day) for line, day in dated if not _GOES_ON.match(line, day.end)]
    days = {line for line, day in dated if _BEFORE_DAY.fullmatch(_LEAD_IN.sub("", line[: day.start]))}
    others = [line for line in loose if line in days or not scan_dates(line)]
    lines = [*(line for line in titles if line in days or not scan_dates(line) or _name_in([line])), *others]
    meeting = _meeting_above(lines, head.title.line, head.written)
    if meeting is not None:
        if any(meeting.date_words in each for each in days.difference(titles)):
            meeting.doubt = meeting.doubt or tr("read from a heading with a date")
        meeting.place = meeting.place or place
    return meeting


def _untitled_meeting(letter: Outline, written: date | None) -> MemoMeeting | None:
    """The meeting to come that the first lines of a paper without a title name. It is always in doubt."""
    for section in letter.sections[:2]:
        above = itertools.takewhile(lambda line: not line.is_blank, section.lines)
        lines = [section.place.saying(section.title.rstrip(":"))] if section.title else list(above)
        texts = [line.text.strip() for line in lines]
        is_head = section.part is not Part.WITHHELD and not any(
            each.endswith((".", ",", ":", ";")) or each[0] == "•" for each in texts
        )
        meeting = _meeting_above(texts, lines[0], written) if is_head and lines else None
        if meeting is not None and is_to_come(meeting.when, written):
            meeting.doubt = meeting.doubt or tr("read from a heading with a date")
            if section.title:  # of the text as a whole, so it is no item of the meeting
                section.become(SectionKind(Part.EXPLANATION, (section.title,), own_words=True))
            return meeting
    return None


def _meeting_above(lines: list[str], place: Line, written: date | None = None) -> MemoMeeting | None:
    """The meeting that the heading of an agenda, programme or memo names, with its day and place.

    A name that is not in `MEETINGS` must contain a word such as `overleg`, and is in doubt. `place` is the line of
    the heading, `written` the date of the memo.
    """
    lines = [ANSWER.sub("", line) for line in lines]
    text = "\n".join(lines)
    dated = _OF_THE_TEXT.sub(lambda found: "-" * len(found[0]), text)
    days = [each for each in scan_dates(dated, written) if each.when.grain is Grain.DAY]
    days = [each for each in days if due_by(dated[: each.start], each) is None] or days
    named = _COUNCIL.search(text)
    title = f"{named['name'].strip()} Council" if named else _name_in(lines)
    if not days or title is None:
        return None
    known = known_meeting(title) or known_meeting(" ".join(lines))
    beside = [each for each in days if any(title in line and each.text in line for line in lines)]
    days = beside or days
    # The days of its parts, and of an earlier meeting, can be named too
    day = max(days, key=lambda each: (each.when.last or date.min, each.when.is_range))
    known = known or (Known("", "") if named else None)
    doubt = (day.reason if written else None) or (None if known else tr("read from a heading with a date"))
    venue = found["place"] if (found := _VENUE.search(text)) else _place_beside(text, day, title)
    venue = found["room"] if (found := _ROOM.search(text, day.end)) and venue is None else venue
    words, date_words = text.replace("\n", " "), text[day.start : day.end].rstrip(" (")
    return MemoMeeting(capital(title), day.when, place, words, date_words, known, venue, doubt)


def _name_in(lines: list[str]) -> str | None:
    """The name of a known meeting, or else of the first that a line names, without its day and place.

    What lasts several days, but no longer than a conference, may have any name.
    """
    lasting: list[str] = []
    for line in sorted(lines, key=lambda each: known_meeting(each) is None):
        known = next((name[0] for _, name in named_meetings(line)), "")
        words, days = line, scan_dates(line)
        for each in reversed(days):
            words = f"{words[: each.start]}|{words[each.end :]}"
        pieces = [_LEAD_IN.sub("", _TO_DAY.sub("", each)).strip(" .,:()–-") for each in _PIECES.split(words)]
        is_paper = _PAPER.match(_LEAD_IN.sub("", line.strip()))
        for piece in filter(None, pieces):
            is_event = not is_paper and not _VERB.search(piece)
            if (known and known in piece) or (is_event and _MEETING_WORD.search(piece)):
                return max(known, piece, key=len)
            ranges = [each.when for each in days if each.when.is_range]
            if is_event and any((each.last or date.max) - (each.first or date.min) < _LONGEST for each in ranges):
                lasting.append(piece)
    return next(iter(lasting), None)


def _place_beside(text: str, day: DateMention, title: str) -> str | None:
    """The place on the line of the day: `Banff, Canada – 20–22 May 2025`."""
    start, end = text.rfind("\n", 0, day.start) + 1, text.find("\n", day.end)
    line = f"{text[start : day.start]}|{text[day.end : end if end >= 0 else len(text)]}"
    pieces = _PIECES.split(_OF_NAME.sub("|", _LABEL.sub("", line).replace(title, "|")))
    pieces = [_TO_DAY.sub("", each).strip(" .:()") for each in pieces]
    others = (known_meeting, _WEEK.search, SUBJECTS.fullmatch, label_of, _LEAD_IN.fullmatch, _PAPER.match)
    places = [each for each in pieces if _PLACE.fullmatch(each) and not any(is_other(each) for is_other in others)]
    above, below = text[:start].rstrip("\n").rpartition("\n")[2].strip(), text[day.end :].strip().partition("\n")[0]
    if not places and text[start : day.start].strip() == "":
        places = [each for each in (above, below) if _CITY.fullmatch(each)][:1]
    place = ", ".join(places)
    return (place.title() if line.isupper() else place) or None


def _held_meeting(title: str, held: str, place: str | None, line: Line) -> MemoMeeting | None:
    """The meeting whose day (`held`), and perhaps place, have labels of their own in the head of the memo."""
    days = [each for each in scan_dates(held) if each.when.day is not None]
    if not days or days[0].when.first is None:
        return None
    name = capital(_LEAD_IN.sub("", title.partition(held)[0].rstrip(" ,") or title))
    date_words, words = _TO_YEAR.findall(days[0].text)[0], f"{title}; {held}"
    return MemoMeeting(name, days[0].when, line, words, date_words, known_meeting(name), place, days[0].reason)
