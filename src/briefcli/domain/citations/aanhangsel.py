"""Written questions with their answers (the Aanhangsel van de Handelingen), numbered by session."""

from typing import Final

from msgspec.structs import replace

from briefcli.catalog import later
from briefcli.domain.citations.form import Citation, Form, reference, with_further
from briefcli.domain.citations.forms import PUBLICATION
from briefcli.domain.citations.kamerstuk import KAMERSTUK_WORD, ONLY_NUMBER, begins_line
from briefcli.domain.citations.number_list import PaperNumber, starting_at, within
from briefcli.domain.citations.paper_number import read_numbers
from briefcli.domain.citations.reference import FIRST_SESSION_BY_ITEM, Reference
from briefcli.domain.citations.session import Head, read_head, read_session
from briefcli.domain.citations.spelling import BLANK, CHAMBERS, GAP, MARK, SESSION_YEARS, WORD, skip_pages
from briefcli.patterns import Pattern

_HIGHEST_NUMBER: Final = 5_000
_ONLY_LETTERS: Final = later("Only the letters AH suggest that this is an Aanhangsel.")
_CALLED_KAMERSTUK: Final = later("No dossier is stated; papers numbered by session alone are those of the Aanhangsel.")

_HANDELINGEN: Final = r"(?:[Hh]andelingen|HANDELINGEN|[Hh]and\.)"
_APPENDIX: Final = (
    r"(?:[Aa]anhangsels?(?![a-z])|AANHANGSEL(?![A-Z])|[Aa]anh\.)\)?"
    rf"(?:{GAP}(?:(?:(?:van|tot|bij)(?:{BLANK}het{BLANK}verslag{BLANK}van)?{BLANK}(?:de{BLANK})?|der{BLANK}|[,:]{GAP}))?{_HANDELINGEN})?"
)
_OPENING: Final = Pattern(rf"{WORD}(?:{_APPENDIX}|(?P<letters>AH)(?=[ -](?:TK|EK|II?)?[ ,]{{0,2}}{SESSION_YEARS}))")
_APPENDIX_LATER: Final = Pattern(rf"{GAP}[,(]?{GAP}{_APPENDIX}")
_PAGE: Final = Pattern(rf"{GAP},?{GAP}[0-9]{{1,5}}(?={GAP},{GAP}{MARK}{GAP}[0-9])")
_PAGE_FIRST: Final = later("Two numbers follow the word; the one with “nr.” is read as the number of the paper.")
_BARE_NUMBER: Final = Pattern(
    rf"{GAP},?{GAP}(?P<number>[3-9][0-9]|[1-9][0-9]{{2,3}})(?![0-9]|[ .][0-9]{{3}})(?P<end>[ \t]*(?:\n|\Z))?"
)
_DEBATES: Final = Pattern(WORD + _HANDELINGEN)
_SESSION_FIRST: Final = Pattern(
    rf"[12](?<![0-9].)[0-9]{{3}}[ ]?[/-][ ]?(?:[0-9]{{4}}|[0-9]{{2}}){GAP},?{GAP}(?=[Aa]anh)"
)

# The head of such a paper: a fixed title, and then the number on a line of its own.
_OWN_NUMBER: Final = Pattern(
    rf"\s{{1,12}}Vragen{BLANK}gesteld{BLANK}door{BLANK}de{BLANK}leden{BLANK}der{BLANK}Kamer,{BLANK}met{BLANK}de{BLANK}"
    rf"daarop{BLANK}door{BLANK}de{BLANK}regering{BLANK}gegeven{BLANK}antwoorden\s{{1,12}}(?P<number>[1-9][0-9]{{0,3}})"
    r"(?=[ \t]{0,12}(?:\n|\Z))"
)


@with_further
def read_aanhangsel(text: str, position: int) -> Citation | None:
    """Written questions: `Aanhangsel Handelingen II 2019/20, nr. 89`, `Aanhangsel van de Handelingen, … nr. 76`."""
    if opening := _OPENING.match(text, position):
        head = read_head(text, position, opening.end())
        return _read_questions(head.doubted(_ONLY_LETTERS) if opening["letters"] else head)
    # The citation begins with another word: `Handelingen II 2019/20, Aanhangsel, nr. 89`
    kamerstuk = KAMERSTUK_WORD.match(text, position)
    word = kamerstuk or _DEBATES.match(text, position)
    head = read_head(text, position, word.end() if word else position)
    if head.stated_end > position and (appendix := _APPENDIX_LATER.match(text, head.stated_end)):
        if head.session and (own := _OWN_NUMBER.match(text, appendix.end())):
            return Citation((_question(head, PaperNumber(own["number"], position, own.end("number"))),), own.end())
        following = read_head(text, position, appendix.end())
        read = _read_questions if word or following.session else _read_behind_session
        return read(following.over(head))
    # `Kamerstukken II 2023/24, nr. 1848`: a session and a number, but no dossier
    has_number = kamerstuk and head.session and ONLY_NUMBER.match(text, head.stated_end)
    return _read_questions(head.doubted(_CALLED_KAMERSTUK)) if has_number else None


def _read_behind_session(head: Head) -> Citation | None:
    """`Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1234`; None if the number is that of a page.

    Without `nr.`, a number below 30 is taken for a page. So is the number if the citation is alone on its line, unless
    it has three digits: since 2010 each paper begins at page 1.
    """
    if page := _PAGE.match(head.text, head.stated_end):
        head = replace(head, stated_end=page.end(), reason=_PAGE_FIRST)
    number = _BARE_NUMBER.match(head.text, head.stated_end)
    may_be_page = number and (len(number["number"]) < 3 or (head.code or "") < FIRST_SESSION_BY_ITEM)
    is_foot = number is None or (may_be_page and number["end"] is not None and begins_line(head.text, head.start))
    return None if is_foot and not ONLY_NUMBER.match(head.text, head.stated_end) else _read_questions(head)


def _read_questions(head: Head) -> Citation | None:
    text = head.text
    numbers = read_numbers(text, head.stated_end) or read_numbers(text, skip_pages(text, head.stated_end))
    if numbers is None or not numbers.items[0].value.isdigit():
        return None
    end = numbers.end
    if head.session is None:  # `Aanhangsel Handelingen nr. 1848, vergaderjaar 2023–2024`: the session comes last
        session = read_session(text, end)
        if session is None:
            return None
        head, end = replace(head, session=session), session.end
    return Citation(tuple(_question(head, item) for item in starting_at(head.start, numbers.items)), end)


def _question(head: Head, item: PaperNumber) -> Reference:
    prefix = f"ah-{'ek' if head.chamber == 'I' else 'tk'}"
    item = within(item, _HIGHEST_NUMBER)
    canonical = f"{prefix}-{head.code}-{item.value}"
    others = [f"{prefix}-{head.code}-{other}" for other in item.others]
    others += [f"{prefix}-{other}-{item.value}" for other in (head.session.others if head.session else ())]
    reasons = (*head.reasons, item.reason)
    return reference(head.text, item.start, item.end, canonical, *reasons, alternatives=others, session=head.code)


FORM: Final = Form(
    title="Aanhangsel",
    words=f"{CHAMBERS}|TK|EK|~ergaderjaar|~anhangsel|AANHANGSEL|Aanh.|AH |AH-|~amerst|KAMERST|~andelingen"
    "|HANDELINGEN|Hand.",
    find=_SESSION_FIRST,
    readers=(read_aanhangsel,),
    address=PUBLICATION,
    examples="""
        Aanhangsel Handelingen II 2023/24, nr. 2129 → ah-tk-20232024-2129
        Handelingen II 2023/24, Aanhangsel, nr. 2129 → ah-tk-20232024-2129
        Aanhangsel Handelingen II 2005/06, p. 1783-1784, nr. 839 → ah-tk-20052006-839
        Aanhangsel van de Handelingen, vergaderjaar 2023–2024, nr. 76 → ah-tk-20232024-76
        Kamerstukken II 2023/24, nr. 1848 → ah-tk-20232024-1848?
    """,
)
