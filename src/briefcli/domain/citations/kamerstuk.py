"""Citations that say what they are: Kamerstuk, Tweede Kamer, dossier, wetsvoorstel, and what follows."""

import re
from typing import Final

import msgspec

from briefcli.domain.citations.dossier import Dossier, read_dossier, read_dossiers
from briefcli.domain.citations.identifier import read_paper_identifier
from briefcli.domain.citations.model import Reference
from briefcli.domain.citations.paper_number import PaperNumber, PaperNumbers, read_numbers, skip_pages
from briefcli.domain.citations.session import Heading, carries_session, read_heading, read_session
from briefcli.domain.citations.spelling import (
    BLANK,
    DASH,
    GAP,
    JOINT,
    MARK,
    Reading,
    is_roman_dossier,
    join_reasons,
    starts_word,
)

# The first dossier of the session 2010-2011, from which Eerste Kamer papers are numbered through.
_FIRST_NUMBERED_THROUGH: Final = 32500
_MAY_BE_FUND: Final = "The letter may also stand for a fund in the budget, which has a dossier of its own."
_FUND_LETTER: Final = re.compile(r"[A-M]")
_CHAPTER_BEHIND: Final = "The figure in brackets behind the number may be its chapter, or something else."
_MOST_GROUPS: Final = 100
# Dossiers of four figures end in 1969; later, 1900 to 2099 are years.
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_LAST_YEAR_OF_FOUR_FIGURES: Final = 1969

KAMERSTUK_WORD: Final = re.compile(
    r"(?:[Kk]amerstuk(?:ken|dossiers?)?|KAMERSTUK(?:KEN)?|[Kk]amerst\.|[Kk]st\.?|KST\.?)(?:nummers?|nrs?\.?)?(?![A-Za-hj-z])"
)
_CHAMBER_WORD: Final = re.compile(rf"(?:(?:Tweede|Eerste){BLANK}Kamer|[TE]K)(?![A-Za-z])")
_DOSSIER_WORD: Final = re.compile(
    r"(?:[Ww]ets|[Ii]nitiatiefwets)?(?:voorstel(?:len)?)(?![a-z])|(?:[Kk]amer|[Ww]etgevings)?[Dd]ossiers?(?:nummers?|nrs?\.?)?(?![a-z])"
)
_SENATE_DOSSIER: Final = re.compile(r"[CLXVI]{2,8}(?![A-Za-z])")
_JOINT: Final = re.compile(rf"(?:{GAP}[;.]{GAP}(?:en{BLANK})?|{JOINT})")
_OWN_NUMBERS: Final = re.compile(rf"{GAP},?{GAP}[Nn]rs?(?![a-z])|{DASH}[0-9A-Z]|{GAP},{GAP}[0-9A-Z]")
# "Kamerstukken II 2023/24, nr. 1848" has a number and no dossier.
_ONLY_NUMBER: Final = re.compile(
    rf"{GAP},?{GAP}{MARK}{GAP}[0-9]{{1,4}}(?![0-9]|[ .\u00a0][0-9]{{3}}|{GAP},?{GAP}{MARK})"
)
_BEFORE_SESSION: Final = re.compile(rf"{GAP}[,(]{GAP}")
# The foot of a page of a Kamerstuk names the paper itself, and the page.
_PAGE_FOOT: Final = re.compile(r"[ \t]+[0-9]{1,3}[ \t]*(?:\n|$)")
_TORN_AT_FOOT: Final = re.compile(rf"{MARK}{GAP}[0-9][ ][0-9]{{3}}\Z")


def read_kamerstuk(text: str, position: int) -> Reading | None:
    """`Kamerstukken II 2022/23, 36 200 X, nrs. 4 en 5`, `Kamerstuk 34 919`, `kamerstuknummer 28676`."""
    word = KAMERSTUK_WORD.match(text, position)
    if word is None or not starts_word(text, position):
        return None
    heading = read_heading(text, word.end())
    if _ONLY_NUMBER.match(text, heading.stated_end):
        return None
    return (
        _read_groups(text, position, heading)
        or _read_senate_dossier(text, position, heading)
        or _read_identifier(text, position, heading)
    )


def read_chamber(text: str, position: int) -> Reading | None:
    """`Tweede Kamer, vergaderjaar 2022–2023, 26 485, nr. 424`, `TK 21501-20-1944`: never a bare dossier."""
    word = _CHAMBER_WORD.match(text, position)
    if word is None or not starts_word(text, position):
        return None
    heading = read_heading(text, position)
    reading = _read_groups(text, position, heading) or _read_senate_dossier(text, position, heading)
    if reading is None or any(each.kind == "dossier" for each in reading.references):
        return None
    return None if _is_page_foot(text, position, reading) else reading


def read_named_dossier(text: str, position: int) -> Reading | None:
    """`wetsvoorstellen 31815, 31816 en 31840`, `dossier 28676`: a dossier of five figures or its papers."""
    word = _DOSSIER_WORD.match(text, position)
    if word is None or not starts_word(text, position):
        return None
    heading = read_heading(text, word.end())
    dossier = read_dossier(text, heading.end, four_figures=False)
    # A dossier of another office may have any number; those of the chambers have not come to 40 000.
    if dossier is None or dossier.number >= "40000":
        return None
    return _read_groups(text, position, heading)


class Opening(msgspec.Struct, frozen=True):
    """Where a citation begins, what its heading says, and why it may be no citation at all."""

    text: str
    start: int
    heading: Heading
    reason: str | None = None


def cite(opening: Opening, dossiers: list[Dossier], numbers: PaperNumbers | None) -> list[Reference]:
    """The papers that these dossiers and numbers name, or the dossiers themselves where no number stands."""
    if numbers is None:
        return [_dossier_reference(opening, each, is_first=each is dossiers[0]) for each in dossiers]
    home = _home_of_number(dossiers)
    others = [each.name for each in dossiers if each is not home]
    first_end = numbers.items[0].end
    return [
        _paper_reference(
            opening,
            _with_chapter_behind(home, item, numbers.chapter),
            others,
            item,
            opening.start if item.end == first_end else item.start,
        )
        for item in numbers.items
    ]


def _read_groups(text: str, start: int, heading: Heading) -> Reading | None:
    """Dossiers with their numbers, and further dossiers with numbers of their own after those."""
    references: list[Reference] = []
    end, place = start, heading.end
    for _ in range(_MOST_GROUPS):
        dossiers = read_dossiers(text, place)
        if not dossiers:
            break
        numbers = read_numbers(text, dossiers[-1].end, chamber=heading.chamber)
        if numbers is None and heading.session is None:
            heading, numbers = _read_session_later(text, dossiers[-1].end, heading)
        if _is_year(dossiers[0], heading.session_code):
            break
        if references and numbers is None:
            break
        group_start = dossiers[0].start if references else start
        references += cite(Opening(text, group_start, heading), dossiers, numbers)
        end = numbers.end if numbers else skip_pages(text, dossiers[-1].end)
        following = _following_heading(text, end, heading) if numbers else None
        if following is None:
            break
        heading = following
        place = heading.end
    return Reading(tuple(references), end) if references else None


def _is_year(dossier: Dossier, session: str | None) -> bool:
    """`Kamerstuk 2023, nr. 5`: no dossier, unless a session says that it is of the time of such numbers."""
    is_old = session is not None and int(session[:4]) <= _LAST_YEAR_OF_FOUR_FIGURES
    return not is_old and _YEAR.fullmatch(dossier.number) is not None


def _read_session_later(text: str, position: int, heading: Heading) -> tuple[Heading, PaperNumbers | None]:
    """`Kamerstukken II 34 972, 2018/19, nr. 3`: the session stands between dossier and number."""
    comma = _BEFORE_SESSION.match(text, position)
    session = read_session(text, comma.end()) if comma else None
    numbers = read_numbers(text, session.end, chamber=heading.chamber) if session else None
    if session is None or numbers is None or not numbers.is_marked:
        return heading, None
    return msgspec.structs.replace(heading, session=session), numbers


def _following_heading(text: str, position: int, heading: Heading) -> Heading | None:
    """`… nr. 3 en I 2020/21, 35 570, C`: what is not said again stays as it was."""
    joint = _JOINT.match(text, position)
    if joint is None:
        return None
    following = read_heading(text, joint.end())
    dossiers = read_dossiers(text, following.end)
    if not dossiers or not _OWN_NUMBERS.match(text, dossiers[-1].end):
        return None
    session = following.session or heading.session
    reason = following.reason if following.chamber else heading.reason
    return msgspec.structs.replace(
        following, chamber=following.chamber or heading.chamber, session=session, reason=reason
    )


def _read_senate_dossier(text: str, start: int, heading: Heading) -> Reading | None:
    """`Kamerstukken I 2012/13, CVIII, S`: a dossier of the Eerste Kamer's own."""
    match = _SENATE_DOSSIER.match(text, heading.end)
    if match is None or not is_roman_dossier(match.group()):
        return None
    dossier = Dossier(match.group(), None, match.start(), match.end())
    numbers = read_numbers(text, match.end(), chamber="I")
    if numbers is None or not numbers.items[0].value.isalpha():
        return None
    return Reading(tuple(cite(Opening(text, start, heading), [dossier], numbers)), numbers.end)


def _read_identifier(text: str, start: int, heading: Heading) -> Reading | None:
    """`Kamerstuk I kst-CVIII-S`: the word is a part of what names the paper."""
    reading = read_paper_identifier(text, heading.end)
    if reading is None:
        return None
    paper = reading.references[0]
    return Reading((msgspec.structs.replace(paper, start=start, text=text[start : paper.end]),), reading.end)


def _home_of_number(dossiers: list[Dossier]) -> Dossier:
    """The dossier that a number belongs to: the first, unless a chapter of that same dossier is named."""
    first = dossiers[0]
    if first.suffix is None:
        for other in dossiers[1:]:
            if other.number == first.number and other.suffix:
                return other
    return first


def _with_chapter_behind(home: Dossier, item: PaperNumber, chapter: str | None) -> Dossier:
    """`36 200 nr. 31 (X)`: most likely paper 31 of chapter X, which has numbers of its own."""
    if chapter is None or home.suffix is not None or not home.number.isdigit():
        return home
    others = (f"{home.number}-{item.value}",)
    return msgspec.structs.replace(home, suffix=chapter, reason=_CHAPTER_BEHIND, others=others)


def _paper_reference(opening: Opening, home: Dossier, others: list[str], item: PaperNumber, start: int) -> Reference:
    heading = opening.heading
    is_fund = heading.chamber is None and item.reason is None and _may_be_fund(opening.text, home, item)
    reason = join_reasons(
        opening.reason,
        heading.reason,
        _session_reason(heading, home, item),
        home.reason,
        _MAY_BE_FUND if is_fund else item.reason,
    )
    session = heading.session_code
    is_by_session = carries_session(heading.chamber, session)
    prefix = f"kst-{session}" if is_by_session else "kst"
    other_sessions = heading.session.others if heading.session and is_by_session else ()
    return Reference(
        kind="kamerstuk",
        text=opening.text[start : item.end],
        start=start,
        end=item.end,
        canonical=f"{prefix}-{home.name}-{item.value}",
        certain=reason is None,
        alternatives=(
            *(f"{prefix}-{home.name}-{other}" for other in item.others),
            *(f"{prefix}-{other}" for other in home.others),
            *(f"{prefix}-{other}-{item.value}" for other in others),
            *(f"kst-{other}-{home.name}-{item.value}" for other in other_sessions),
            *((f"{home.name}-{item.value}",) if is_fund else ()),
        ),
        reason=reason,
        chamber=heading.chamber,
        session=session,
        dossier=home.number,
        suffix=home.suffix,
        number=item.value,
    )


def _may_be_fund(text: str, home: Dossier, item: PaperNumber) -> bool:
    """`36200-A` may be paper A of the Eerste Kamer, or the dossier of a fund in the budget."""
    is_joined = re.match(DASH, text[home.end : home.end + 1]) is not None and item.start == home.end + 1
    return is_joined and home.suffix is None and _FUND_LETTER.fullmatch(item.value) is not None


def _session_reason(heading: Heading, home: Dossier, item: PaperNumber) -> str | None:
    if heading.session is not None:
        return heading.session.reason
    is_senate = heading.chamber == "I" or item.value.isalpha()
    if is_senate and home.number.isdigit() and int(home.number) < _FIRST_NUMBERED_THROUGH:
        return (
            "Papers of the Eerste Kamer up to 2009-2010 have their session in the identifier, "
            "and no session is stated here."
        )
    return None


def _dossier_reference(opening: Opening, dossier: Dossier, *, is_first: bool) -> Reference:
    start = opening.start if is_first else dossier.start
    reason = join_reasons(opening.reason, dossier.reason)
    return Reference(
        kind="dossier",
        text=opening.text[start : dossier.end],
        start=start,
        end=dossier.end,
        canonical=dossier.name,
        certain=reason is None,
        reason=reason,
        chamber=opening.heading.chamber,
        session=opening.heading.session_code,
        dossier=dossier.number,
        suffix=dossier.suffix,
    )


def _is_page_foot(text: str, position: int, reading: Reading) -> bool:
    # "nr. 3 412" alone on its line is as well paper 3, page 412.
    end = reading.end - 4 if _TORN_AT_FOOT.search(text, position, reading.end) else reading.end
    line_before = text[max(0, position - 40) : position].rpartition("\n")[2]
    is_alone = not line_before.strip() and len(reading.references) == 1
    return is_alone and _PAGE_FOOT.match(text, end) is not None
