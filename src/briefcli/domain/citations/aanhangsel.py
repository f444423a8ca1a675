"""Written questions with their answers (the Aanhangsel van de Handelingen), numbered by session."""

from typing import Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.citations.form import Citation, Form, Opening, published, reference_at
from briefcli.domain.citations.kamerstuk import KAMERSTUK_WORD
from briefcli.domain.citations.paper_number import PaperNumber, read_numbers
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.session import SessionPart, read_session, read_session_part
from briefcli.domain.citations.spelling import BLANK, DASH, GAP, JOINT, MARK, Span, join_reasons, starts_word

_CODES: Final = {"I": "ek", "II": "tk", None: "tk"}
_MOST_SESSIONS: Final = 50
_ONLY_LETTERS: Final = later("Only the letters AH suggest that this is an Aanhangsel.")
_CALLED_KAMERSTUK: Final = later("No dossier is stated; papers numbered by session alone are those of the Aanhangsel.")

_HANDELINGEN: Final = r"(?:[Hh]andelingen|HANDELINGEN|[Hh]and\.)"
_APPENDIX: Final = (
    r"(?:[Aa]anhangsels?(?![a-z])|AANHANGSEL(?![A-Z])|[Aa]anh\.)\)?"
    rf"(?:{GAP}(?:(?:(?:van|tot|bij)(?:{BLANK}het{BLANK}verslag{BLANK}van)?{BLANK}(?:de{BLANK})?|der{BLANK}|[,:]{GAP}))?{_HANDELINGEN})?"
)
_OPENING: Final = Pattern(
    rf"{_APPENDIX}|(?P<letters>AH)(?=[ -](?:TK|EK|II?)?[ ,]{{0,2}}(?:19|20)[0-9]{{2}}[ ]?(?:/|{DASH}))"
)
_APPENDIX_LATER: Final = Pattern(rf"{GAP}[,(]?{GAP}{_APPENDIX}")
_DEBATES: Final = Pattern(_HANDELINGEN)
_BEFORE_SESSION: Final = Pattern(rf"{GAP}[,(]?{GAP}")
_LOOK_BACK: Final = 60
_PART_BEFORE: Final = Pattern(
    rf"(?:(?:Tweede|Eerste){BLANK}Kamer,?{BLANK})?(?:[Vv]ergaderjaar{BLANK})?"
    rf"(?:19|20)[0-9]{{2}}[ ]?(?:/|{DASH})[ ]?(?:[0-9]{{4}}|[0-9]{{2}}){GAP},?{GAP}\Z"
)
_PAGE: Final = Pattern(rf"{GAP},?{GAP}[0-9]{{1,5}}(?={GAP},{GAP}{MARK}{GAP}[0-9])")
_PAGE_FIRST: Final = later("Two figures stand behind the word; the one with “nr.” is taken for the number.")
_BARE_NUMBER: Final = Pattern(rf"{GAP},?{GAP}(?P<number>[0-9]{{1,4}})(?![0-9]|[ .\u00a0][0-9]{{3}})")
_END_OF_LINE: Final = Pattern(r"[ \t]*(?:\n|\r|\Z)")
_HIGHEST_PAGE: Final = 30
_JOINT: Final = Pattern(rf"(?:{GAP};{GAP}(?:en{BLANK})?|{JOINT})")
_ONLY_NUMBER: Final = Pattern(rf"{GAP},?{GAP}{MARK}{GAP}[0-9]{{1,4}}(?![0-9]|[ .\u00a0][0-9]{{3}})")


def read_aanhangsel(text: str, position: int) -> Citation | None:
    """`Aanhangsel Handelingen II 2019/20, nr. 89`, `Aanhangsel van de Handelingen, … 2023–2024, nr. 76`."""
    opening = _OPENING.match(text, position)
    if opening is None or not starts_word(text, position):
        return None
    part = read_session_part(text, opening.end())
    if opening["letters"]:
        return _read_questions(text, position, part, _ONLY_LETTERS)
    before = _session_before(text, position) if part.session is None else None
    page = _PAGE.match(text, part.stated_end)
    end = page.end() if page else part.stated_end
    if before and (_ONLY_NUMBER.match(text, end) or _is_question(text, before[0], end)):
        part = msgspec.structs.replace(part, end=end, stated_end=end, reason=_PAGE_FIRST if page else part.reason)
        chamber, reason = part.chamber or before[1].chamber, part.reason or before[1].reason
        merged = msgspec.structs.replace(part, chamber=chamber, session=before[1].session, reason=reason)
        return _read_questions(text, before[0], merged)
    return _read_questions(text, position, part)


def _is_question(text: str, start: int, end: int) -> bool:
    """Alone on its line, a small figure is that of a page: `Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1`."""
    number = _BARE_NUMBER.match(text, end)
    if number is None:
        return False
    line_before = text[max(0, start - 40) : start].rpartition("\n")[2]
    is_alone = not line_before.strip() and _END_OF_LINE.match(text, number.end()) is not None
    return not (is_alone and int(number["number"]) < _HIGHEST_PAGE)


def _session_before(text: str, position: int) -> tuple[int, SessionPart] | None:
    """`Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel …`: where the session begins, and what it says."""
    before = _PART_BEFORE.search(text, max(0, position - _LOOK_BACK), position)
    return (before.start(), read_session_part(text, before.start())) if before else None


def read_aanhangsel_later(text: str, position: int) -> Citation | None:
    """The Aanhangsel under another word: `Handelingen II 2019/20, Aanhangsel, nr. 89`, `Kamerstukken II …`."""
    kamerstuk = KAMERSTUK_WORD.match(text, position)
    word = kamerstuk or _DEBATES.match(text, position)
    if word is None or not starts_word(text, position):
        return None
    part = read_session_part(text, word.end())
    appendix = _APPENDIX_LATER.match(text, part.stated_end)
    if appendix is None:
        return _read_without_dossier(text, position, part) if kamerstuk else None
    following = read_session_part(text, appendix.end())
    merged = SessionPart(
        following.chamber or part.chamber,
        following.session or part.session,
        following.end,
        following.reason or part.reason,
        following.stated_end,
    )
    return _read_questions(text, position, merged)


def _read_without_dossier(text: str, position: int, part: SessionPart) -> Citation | None:
    """`Kamerstukken II 2023/24, nr. 1848`: a session and a number, and no dossier."""
    if part.session is None or not _ONLY_NUMBER.match(text, part.stated_end):
        return None
    return _read_questions(text, position, part, _CALLED_KAMERSTUK)


def _read_questions(text: str, start: int, part: SessionPart, reason: str | None = None) -> Citation | None:
    """The numbers of one session after another: `nr. 89 en 2020/21, nr. 5`."""
    references: list[Reference] = []
    end = start
    for _ in range(_MOST_SESSIONS):
        numbers = read_numbers(text, part.stated_end)
        if numbers is None or not numbers.items[0].value.isdigit():
            break
        part = part if part.session else _with_session_after(text, part, numbers.end)
        if part.session is None:
            break
        end = max(numbers.end, part.stated_end)
        first_end = numbers.items[0].end
        for item in numbers.items:
            span = Span(text, start if item.end == first_end else item.start, item.end)
            references.append(_question(span, part, item, reason))
        joint = _JOINT.match(text, end)
        following = read_session_part(text, joint.end()) if joint else None
        if joint is None or following is None or following.session is None:
            break
        start = joint.end()
        part = msgspec.structs.replace(following, chamber=following.chamber or part.chamber)
    return Citation(tuple(references), end) if references else None


def _with_session_after(text: str, part: SessionPart, position: int) -> SessionPart:
    """`Aanhangsel Handelingen nr. 1848, vergaderjaar 2023–2024`: the session comes last."""
    blank = _BEFORE_SESSION.match(text, position)
    session = read_session(text, blank.end() if blank else position)
    if session is None:
        return part
    return msgspec.structs.replace(part, session=session, end=session.end, stated_end=session.end)


def _question(span: Span, part: SessionPart, item: PaperNumber, reason: str | None) -> Reference:
    session = part.session
    prefix = f"ah-{_CODES[part.chamber]}"
    reasons = join_reasons(reason, part.reason, session.reason if session else None, item.reason)
    others = (
        *(f"{prefix}-{part.session_code}-{other}" for other in item.others),
        *(f"{prefix}-{other}-{item.value}" for other in (session.others if session else ())),
    )
    known = {"chamber": part.chamber or "II", "session": part.session_code, "number": item.value}
    return reference_at(span, "aanhangsel", f"{prefix}-{part.session_code}-{item.value}", reasons, others, **known)


FORM: Final = Form(
    title="Aanhangsel",
    openings=(
        Opening(words="~anhangsel|AANHANGSEL|Aanh.|AH |AH-", has_session=True, readers=(read_aanhangsel,)),
        Opening(
            words="~amerst|KAMERST|~andelingen|HANDELINGEN|Hand.",
            has_session=True,
            readers=(read_aanhangsel_later,),
        ),
    ),
    address=published,
    examples=(
        ("Aanhangsel Handelingen II 2023/24, nr. 2129", "ah-tk-20232024-2129"),
        ("Handelingen II 2023/24, Aanhangsel, nr. 2129", "ah-tk-20232024-2129"),
        ("Aanhangsel van de Handelingen, vergaderjaar 2023–2024, nr. 76", "ah-tk-20232024-76"),
    ),
    uncertain=(
        ("Kamerstukken II 2023/24, nr. 1848", "ah-tk-20232024-1848"),
        ("AH 2023-2024, nr. 1848", "ah-tk-20232024-1848"),
    ),
    lookalikes=("Aanhangsel 2 bij de polis", "het aanhangsel van 2023", "Aanhangsel nr. 12", "BIJLAGE II Aanhangsel 2"),
)
