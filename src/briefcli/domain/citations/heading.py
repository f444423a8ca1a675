"""The head of a paper itself: the dossiers that it is filed in, each with its title, and then its number.

`29 279 Rechtsstaat`, then `Nr. 874 BRIEF VAN DE MINISTER`, on separate lines or on one. Also the table that the site of
the official publications shows above a paper. `bare.py` finds a head that begins with a dossier in digits,
`kamerstuk.py` one that begins with the chamber and the session.
"""

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import Final

from briefcli.domain.citations.dossier import Dossier, read_dossier, read_roman_dossier
from briefcli.domain.citations.form import Citation, Form, reference
from briefcli.domain.citations.number_list import PaperNumber
from briefcli.domain.citations.paper import NUMBER_OF_OTHER, cite
from briefcli.domain.citations.paper_number import PaperNumbers
from briefcli.domain.citations.reference import FIRST_SESSION_BY_ITEM
from briefcli.domain.citations.session import Head, carries_session
from briefcli.domain.citations.spelling import BLANK, CHAMBERS, GAP, PAGE_WORD
from briefcli.patterns import Pattern

_LONGEST: Final = 3_000  # characters from the first dossier to the number
_DOSSIER: Final = r"(?:[1-3][0-9][ .]?[0-9]{3}|[CLXVI]{2,8}[ \t])"
# A line that may begin with a dossier of the Eerste Kamer itself: "CXXIV Verslag"
_SENATE_LINE: Final = Pattern(r"[CLXVI](?<![^\n].)[CLXVI]{1,7}[ \t]{1,8}[A-Z]")
# The kind of paper, in upper case, after its number
_SORT: Final = (
    r"(?:(?:NADERE?|VOORLOPIG|EIND|GEWIJZIGDE?|NOTA|TWEEDE|DERDE|AANVULLENDE?|OORSPRONKELIJK|GELEIDENDE|INBRENG)[ ])"
    r"{0,2}(?:BRIEF|VERSLAG|MOTIE|AMENDEMENT|LIJST|MEMORIE|VOORSTEL|NOTA|ADVIES|RAPPORT|JAARVERSLAG|KONINKLIJKE"
    r"|INITIATIEFNOTA|VOORLICHTING|BESLUIT|REACTIE)"
)
_SORT_IN_SMALL: Final = "(?:Brief|Verslag|Motie|Amendement|Lijst|Memorie|Nota|Advies|Rapport)"
_WORDS: Final = "AO|CD|DE|EK|EN|EU|IN|OP|TK|VN"  # upper-case words above a paper that are not its letter
# The number of a paper, with its kind in upper case after it. Without that kind (group `plain`), the number must begin
# a line, and the dossier must be on one line with its title.
_NUMBER: Final = Pattern(
    r"[A-Zn](?<!\S.)(?:(?<=[Nn])[Rr]\.[ ]{0,3}"
    r"(?:(?P<marked>[A-Z]{1,2})(?![A-Za-z])|0{0,3}(?P<figures>[1-9][0-9]{0,3})(?![0-9A-Za-z]))"
    rf"|(?<=[A-Z])[A-Z]?(?<!{_WORDS})(?![A-Za-z]))"
    rf"(?:(?=[0-9]?\s{{1,8}}{_SORT})|(?(figures)(?P<plain>(?=\s{{1,8}}{_SORT_IN_SMALL}|[ \t]{{0,8}}(?:\n|\Z)))|(?!)))"
)
_DOSSIER_FIRST: Final = Pattern(_DOSSIER)
_NEXT_DOSSIER: Final = Pattern(rf"\n\s{{0,8}}(?={_DOSSIER})")
_TITLE: Final = Pattern(
    r"(?:(?P<apart>\s{0,8}\n)\s{0,8}|[ \t]{1,8})(?![IVXA-M]{1,5}[^A-Za-z])[A-Z][^\n]{2,600}"
    r"(?:\n(?!\s{0,8}\n|[0-9]{1,2}[.)]|[-•–])[^\n]{1,300}){0,3}\s{0,8}"
)
_YEARS: Final = r"(?P<first>(?:19|20)[0-9]{2})-(?P<second>(?:19|20)[0-9]{2})"
_CELL: Final = r"(?:[ ]?\|[ ]?)?"  # the tables of some pages have lost the borders of their cells
_TABLE: Final = Pattern(
    rf"(?P<chamber>Tweede|Eerste){BLANK}Kamer{BLANK}der{BLANK}Staten-Generaal{_CELL}{_YEARS}{_CELL}"
    r"(?:(?P<dossier>[1-3][0-9]{4}(?:-(?:[IVX]{1,5}|[A-M]|[0-9]{2}))?)[ ]?nr\.[ ]?(?P<number>[0-9]{1,4}|[A-Z]{1,3})"
    rf"|nr\.[ ]?[0-9]{{1,3}},{GAP}{PAGE_WORD}{GAP}(?P<pages>[0-9]{{1,5}}-[0-9]{{1,5}})"
    r"|(?P<questions>[0-9]{1,4})(?=[ |]{0,3}(?:\n|\Z)))(?![0-9A-Za-z])"
)


def read_heading(text: str, position: int) -> Citation | None:
    """`28 676 NAVO`, then `Nr. 443 BRIEF VAN DE MINISTER`. Uncertain if the previous line begins with a dossier too."""
    head = Head(text, position, position)
    before = text[max(0, position - 1_000) : position].rstrip().rpartition("\n")[2]
    return read_titled(head.doubted(NUMBER_OF_OTHER) if _DOSSIER_FIRST.match(before) else head)


@lru_cache(maxsize=4)
def _numbers(text: str) -> list[re.Match[str]]:
    return list(_NUMBER.finditer(text))


def read_titled(head: Head) -> Citation | None:
    """The paper whose head goes on with its dossiers at `head.end`. Its number belongs to the first of them."""
    text, numbers = head.text, _numbers(head.text)
    place = bisect_left(numbers, head.end, key=re.Match.start)
    if place == len(numbers) or numbers[place].start() > head.end + _LONGEST:
        return None
    number = numbers[place]
    begins_line = text[number.start() - 1] == "\n"
    dossiers: list[Dossier] = []
    starts = [each.end() for each in _NEXT_DOSSIER.finditer(text, head.end, number.start())]
    for start, end in pairwise((head.end, *starts, number.start())):
        dossier = read_dossier(text, start, four_figures=False) or read_roman_dossier(text, start)
        title = _TITLE.fullmatch(text, dossier.end, end) if dossier and dossier.end < end else None
        if dossier is None or title is None:
            return None
        if number["plain"] is not None and (title["apart"] or not begins_line):
            return None
        dossiers.append(dossier)
    if not (number["marked"] or number["figures"] or head.session or begins_line):
        return None  # within a line, letters may be any short word in upper case
    return _cite(head, dossiers, number)


def _cite(head: Head, dossiers: list[Dossier], number: re.Match[str]) -> Citation | None:
    """The citation of the paper, from its first dossier to its number; None if the dossier cannot have that number."""
    if dossiers[0].number.isalpha() and number["figures"]:
        return None
    if any(each.number == dossiers[0].number for each in dossiers[1:]):
        head = head.doubted(NUMBER_OF_OTHER)
    item = PaperNumber(number["figures"] or number["marked"] or number[0], *number.span())
    return cite(head, dossiers, PaperNumbers((item,), item.end, is_marked=True))


def read_table(text: str, position: int) -> Citation | None:
    """`Tweede Kamer der Staten-Generaal2012-201333316 nr. 6`: chamber, session and number in one row."""
    match = _TABLE.match(text, position)
    if match is None or int(match["second"]) != int(match["first"]) + 1:
        return None
    chamber, letters = ("II", "tk") if match["chamber"] == "Tweede" else ("I", "ek")
    session = match["first"] + match["second"]
    if match["questions"]:
        canonical = f"ah-{letters}-{session}-{match['questions']}"
    elif match["dossier"]:
        prefix = f"kst-{session}" if carries_session(chamber, session) else "kst"
        canonical = f"{prefix}-{match['dossier']}-{match['number']}"
    elif session < FIRST_SESSION_BY_ITEM:
        canonical = f"h-{letters}-{session}-{match['pages']}"
    else:
        return None
    return Citation((reference(text, *match.span(), canonical, session=session),), match.end())


FORM: Final = Form(
    title="head of a paper",
    words=CHAMBERS,
    find=_SENATE_LINE,
    readers=(read_table, read_heading),
    examples="""
        29 279 Rechtsstaat en Rechtsorde\\nNr. 874 BRIEF VAN DE MINISTER → kst-29279-874
        36 067 Toekomst pensioenen\\n\\nBM VERSLAG VAN EEN SCHRIFTELIJK OVERLEG → kst-36067-BM
        33 763	Toekomst van de krijgsmacht\\n\\nNr. 173	BRIEF VAN DE MINISTER → kst-33763-173
        28 676\\n\\nNAVO\\n\\nNr. 443\\n\\nMOTIE VAN HET LID DE VRIES → kst-28676-443
        29 279 Rechtsstaat\\n\\n28 676 NAVO\\n\\nNr. 874 BRIEF VAN DE MINISTER → kst-29279-874
        28 676 NAVO Nr. 443 VERSLAG VAN EEN ALGEMEEN OVERLEG → kst-28676-443
        CXXIV Verslag van een werkgroep\\n\\nG BRIEF VAN DE VOORZITTER → kst-CXXIV-G
        Tweede Kamer der Staten-Generaal2012-201333316 nr. 6 → kst-33316-6
        Eerste Kamer der Staten-Generaal2008-2009nr. 20, pagina 800-810 → h-ek-20082009-800-810
        Tweede Kamer der Staten-Generaal2014-20151365\\nVragen van het lid De Vries → ah-tk-20142015-1365
    """,
)
