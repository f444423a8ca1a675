"""Written questions with their answers: the Aanhangsel van de Handelingen, numbered by session."""

import re
from typing import Final

import msgspec

from briefcli.domain.citations.kamerstuk import KAMERSTUK_WORD
from briefcli.domain.citations.model import Reference
from briefcli.domain.citations.paper_number import PaperNumber, read_numbers
from briefcli.domain.citations.session import Heading, read_heading, read_session
from briefcli.domain.citations.spelling import BLANK, DASH, GAP, JOINT, MARK, Place, Reading, join_reasons, starts_word

_CODES: Final = {"I": "ek", "II": "tk", None: "tk"}
_MOST_SESSIONS: Final = 50
_CALLED_KAMERSTUK: Final = "No dossier is stated; papers numbered by session alone are those of the Aanhangsel."

_HANDELINGEN: Final = r"(?:[Hh]andelingen|HANDELINGEN|[Hh]and\.)"
_APPENDIX: Final = (
    r"(?:[Aa]anhangsels?(?![a-z])|AANHANGSEL(?![A-Z])|[Aa]anh\.)\)?"
    rf"(?:{GAP}(?:(?:(?:van|tot|bij)(?:{BLANK}het{BLANK}verslag{BLANK}van)?{BLANK}(?:de{BLANK})?|der{BLANK}|[,:]{GAP}))?{_HANDELINGEN})?"
)
_OPENING: Final = re.compile(_APPENDIX)
_APPENDIX_LATER: Final = re.compile(rf"{GAP}[,(]?{GAP}{_APPENDIX}")
_DEBATES: Final = re.compile(_HANDELINGEN)
_BEFORE_SESSION: Final = re.compile(rf"{GAP}[,(]?{GAP}")
_LOOK_BACK: Final = 60
_HEADING_BEFORE: Final = re.compile(
    rf"(?:(?:Tweede|Eerste){BLANK}Kamer,?{BLANK})?(?:[Vv]ergaderjaar{BLANK})?"
    rf"(?:19|20)[0-9]{{2}}[ ]?(?:/|{DASH})[ ]?(?:[0-9]{{4}}|[0-9]{{2}}){GAP},?{GAP}\Z"
)
_JOINT: Final = re.compile(rf"(?:{GAP};{GAP}(?:en{BLANK})?|{JOINT})")
_ONLY_NUMBER: Final = re.compile(rf"{GAP},?{GAP}{MARK}{GAP}[0-9]{{1,4}}(?![0-9]|[ .\u00a0][0-9]{{3}})")


def read_aanhangsel(text: str, position: int) -> Reading | None:
    """`Aanhangsel Handelingen II 2019/20, nr. 89`, `Aanhangsel van de Handelingen, … 2023–2024, nr. 76`."""
    opening = _OPENING.match(text, position)
    if opening is None or not starts_word(text, position):
        return None
    heading = read_heading(text, opening.end())
    before = _session_before(text, position) if heading.session is None else None
    # Without "nr." it is the foot of a page: "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1".
    if before and _ONLY_NUMBER.match(text, heading.stated_end):
        chamber, reason = heading.chamber or before[1].chamber, heading.reason or before[1].reason
        merged = msgspec.structs.replace(heading, chamber=chamber, session=before[1].session, reason=reason)
        return _read_questions(text, before[0], merged)
    return _read_questions(text, position, heading)


def _session_before(text: str, position: int) -> tuple[int, Heading] | None:
    """`Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel …`: where the session begins, and what it says."""
    found = _HEADING_BEFORE.search(text, max(0, position - _LOOK_BACK), position)
    return (found.start(), read_heading(text, found.start())) if found else None


def read_aanhangsel_later(text: str, position: int) -> Reading | None:
    """The Aanhangsel under another word: `Handelingen II 2019/20, Aanhangsel, nr. 89`, `Kamerstukken II …`."""
    word = KAMERSTUK_WORD.match(text, position) or _DEBATES.match(text, position)
    if word is None or not starts_word(text, position):
        return None
    heading = read_heading(text, word.end())
    appendix = _APPENDIX_LATER.match(text, heading.stated_end)
    if appendix is None:
        return _read_without_dossier(text, position, heading) if word.re is KAMERSTUK_WORD else None
    following = read_heading(text, appendix.end())
    merged = Heading(
        following.chamber or heading.chamber,
        following.session or heading.session,
        following.end,
        following.reason or heading.reason,
        following.stated_end,
    )
    return _read_questions(text, position, merged)


def _read_without_dossier(text: str, position: int, heading: Heading) -> Reading | None:
    """`Kamerstukken II 2023/24, nr. 1848`: a session and a number, and no dossier."""
    if heading.session is None or not _ONLY_NUMBER.match(text, heading.stated_end):
        return None
    return _read_questions(text, position, heading, _CALLED_KAMERSTUK)


def _read_questions(text: str, start: int, heading: Heading, reason: str | None = None) -> Reading | None:
    """The numbers of one session after another: `nr. 89 en 2020/21, nr. 5`."""
    references: list[Reference] = []
    end = start
    for _ in range(_MOST_SESSIONS):
        numbers = read_numbers(text, heading.stated_end)
        if numbers is None or not numbers.items[0].value.isdigit():
            break
        heading = heading if heading.session else _with_session_after(text, heading, numbers.end)
        if heading.session is None:
            break
        end = max(numbers.end, heading.stated_end)
        first_end = numbers.items[0].end
        for item in numbers.items:
            place = Place(text, start if item.end == first_end else item.start, item.end)
            references.append(_question(place, heading, item, reason))
        joint = _JOINT.match(text, end)
        following = read_heading(text, joint.end()) if joint else None
        if joint is None or following is None or following.session is None:
            break
        start = joint.end()
        heading = msgspec.structs.replace(following, chamber=following.chamber or heading.chamber)
    return Reading(tuple(references), end) if references else None


def _with_session_after(text: str, heading: Heading, position: int) -> Heading:
    """`Aanhangsel Handelingen nr. 1848, vergaderjaar 2023–2024`: the session comes last."""
    blank = _BEFORE_SESSION.match(text, position)
    session = read_session(text, blank.end() if blank else position)
    if session is None:
        return heading
    return msgspec.structs.replace(heading, session=session, end=session.end, stated_end=session.end)


def _question(place: Place, heading: Heading, item: PaperNumber, reason: str | None) -> Reference:
    session = heading.session
    prefix = f"ah-{_CODES[heading.chamber]}"
    reasons = join_reasons(reason, heading.reason, session.reason if session else None, item.reason)
    return Reference(
        kind="aanhangsel",
        text=place.words,
        start=place.start,
        end=place.end,
        canonical=f"{prefix}-{heading.session_code}-{item.value}",
        certain=reasons is None,
        alternatives=(
            *(f"{prefix}-{heading.session_code}-{other}" for other in item.others),
            *(f"{prefix}-{other}-{item.value}" for other in (session.others if session else ())),
        ),
        reason=reasons,
        chamber=heading.chamber or "II",
        session=heading.session_code,
        number=item.value,
    )
