"""Dossier numbers without a word such as `Kamerstuk`: only the way they are written can make them a reference."""

from collections.abc import Sequence
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.dossier import MOST_IN_A_LIST, Dossier, read_dossiers, read_roman_dossier
from briefcli.domain.citations.form import NO_WORD, Citation, Form, Opening
from briefcli.domain.citations.heading import read_heading
from briefcli.domain.citations.kamerstuk import is_page_foot
from briefcli.domain.citations.paper import NUMBER_BEFORE, cite, read_groups
from briefcli.domain.citations.paper_number import CLOSING, PaperNumbers, read_numbers
from briefcli.domain.citations.session import Head
from briefcli.domain.citations.spelling import CHAPTER, GAP, JOINT
from briefcli.patterns import Pattern

_ONLY_BRACKETS: Final = later("Only the brackets around the number suggest that it is a dossier.")

# What shows that the digits before it are a dossier
_MARKED_BEHIND: Final = rf"(?:-[0-9]{{2}}|[ -]?(?:{CHAPTER}|[A-M]))?,?[ \n]{{0,2}}[Nn]rs?\.?[ \n]?[0-9]"
# A dossier that is not the end of a longer number, an amount or a code. The text before it is checked only after the
# first digit, because searching for a pattern that begins with a digit is twice as fast. The gap within the digits may
# be a line break if they are marked: "28\n676, nr. 427". The chambers have not come to dossier 40 000 yet.
_FIRST: Final = (
    r"[1-3](?<![\w\-.,/+#=€$£:@].)(?<![€$£][ ].)(?<!EUR[ ].)(?<!euro[ ].)"
    r"(?:(?<![0-9][ ].)(?<![0-9][.,][ ].)|(?<=[a-z][ ]20[0-9]{2},[ ].)"  # "5 juni 2023, 28676-427"
    rf"|(?=[0-9][ .\n]?[0-9]{{3}}(?:{_MARKED_BEHIND}|-[0-9]{{2}}[/-][0-9])))"
    rf"[0-9](?:[ .]|\n(?=[0-9]{{3}}(?:{_MARKED_BEHIND}|[ -]{CHAPTER}[,)])))?[0-9]{{3}}(?![0-9]|R[0-9])"
)
_FURTHER: Final = rf"(?:[ ]?[IVX]{{1,6}}[AB]?(?![a-z]))?(?!{GAP};){JOINT}[1-3][0-9][ .\n]?[0-9]{{3}}(?![0-9])"
# A list of dossiers, matched as a whole because reading starts at its first dossier. It is worth reading only if one of
# these follows: a number, a letter that may begin "nr.", a chapter or a fund, or a closing bracket.
_ROW: Final = Pattern(
    rf"{_FIRST}(?>(?:{_FURTHER}){{0,{MOST_IN_A_LIST - 1}}})"
    rf"(?=(?>(?:[\s.,;:(|/]|-){{0,26}})[A-XZbhlnor)]|[ ]?[/-][ ]?[0-9]|,[ ]?[0-9]{{1,4}}(?![0-9]))"
)
# "(CLXVI, B)": a paper in a dossier of the Eerste Kamer itself
_SENATE_IN_BRACKETS: Final = Pattern(r"C(?<=\(C)")
# A word before digits that shows them to be a dossier. They could also be an amount or an order number.
_NAMED_BEFORE: Final = Pattern(
    rf"(?:[Mm]oties?|[Aa]mendement(?:en)?|[Kk]amerstuk(?:ken)?|[Bb]rie(?:f|ven)|[Bb]ijlage bij|[Vv]erslag"
    rf"|[Ss]tuk(?:ken)?|[Ff]iche|[Zz]ie|TK|EK):?{GAP}\(?{GAP}$"
)
_PAPER_NEAR: Final = Pattern(r"(?:(?<![a-z])[Mm]otie|[Aa]mendement|[Bb]rief)(?:[^.;()0-9]|c\.s\.){0,40}\([ ]?$")
_MOTION_BEFORE: Final = Pattern(
    r"(?<![a-z])(?:[Mm]oties?|[Aa]mendement(?:en)?)[ ]"
    r"(?:(?:van|het|lid|leden|de|der|en|c\.s\.|[A-Z][\w’'/-]{0,30})[ ]){0,8}$"
)
_LIST_MARK: Final = Pattern(r"[ \t]{0,8}(?:(?:[-•*·]|[0-9]{1,2}[.)]|[a-z][.)])[ \t]{0,8})?")
# A word before digits that shows them to be no dossier, whatever follows: "polisnummer 28676, nr. 3", "blz. 12345-678".
_OTHER_WORD: Final = Pattern(
    r"(?i)\(?(?:(?!kamer|stuk|dossier|document|onder|wets|brief|motie)[\w-]{2,30}(?:nummer|nr|code)"
    r"|\w{0,20}(?:rekening|contract|factuur|bestelling|order|telefoon|toestel|fax|postbus|artikel)"
    r"|tel|iban|kvk|blz|p|pagina|art|vraag|vragen|bijlage|regel|nen|iso)[.:]{0,2}"
)
_YEAR: Final = Pattern(r"(?:18|19|20)[0-9]{2}")
_BILL_BEFORE: Final = Pattern(
    r"(?:[Ww]etsvoorstel|(?<![A-Za-z])Wet(?= )|(?:[Vv]oorstel|[Ww]ijziging|[Gg]oedkeuring) van"
    r"|[Ii]nitiatiefnota|[Dd]ossier)"
    r"[^.;\n]{0,220}\(\Z"
)


def read_bare(text: str, position: int) -> Citation | None:
    """Papers or dossiers: `(31200 XI, nr. 65)`, `29754-145`, `(36800-XVI)`, `(31 475)`, but not digits alone."""
    dossiers = read_dossiers(text, position, four_figures=False)
    before = text[max(0, position - 48) : position]
    words = before.split() if before.endswith(" ") else []
    if not dossiers or (words and _OTHER_WORD.fullmatch(words[-1])):
        return None
    head = Head(text, position, position)
    numbers = read_numbers(text, dossiers[-1].end, chamber="I" if dossiers[0].number.isalpha() else None)
    is_sure = _is_sure(text, dossiers[-1], numbers, before) if numbers else None
    if is_sure is None:
        return _read_dossier_alone(head, dossiers, before)
    papers = read_groups(head if is_sure else head.doubted(NO_WORD))
    return None if papers and is_page_foot(text, position, papers) else papers


def read_given(text: str, position: int) -> Citation | None:
    """A dossier or paper in its barest form, in a text that is known to be a reference: `28676`, `28676 427`."""
    roman = read_roman_dossier(text, position)
    dossiers = [roman] if roman else read_dossiers(text, position)
    if not dossiers or _YEAR.fullmatch(dossiers[0].name):
        return None
    return cite(Head(text, position, position), dossiers, read_numbers(text, dossiers[-1].end, chamber="I"))


def _is_sure(text: str, last: Dossier, numbers: PaperNumbers, before: str) -> bool | None:
    """Whether dossier and numbers are surely papers; None if the numbers need not belong to the dossier."""
    joint, is_letter = text[last.end], numbers.items[0].value.isalpha()
    is_in_brackets = before.endswith(("(", "( ")) and CLOSING.match(text, numbers.end)
    if last.number.isalpha():  # three Roman figures may also be an abbreviation
        return numbers.is_marked or len(last.number) > 3 if is_in_brackets and len(last.number) > 2 else None
    if not (numbers.is_marked or joint == "-"):
        # `21501-02/2870`, `(36 800 VI, A)`, `motie Brekelmans (28676, 432)`: a number without "nr."
        if last.suffix and (is_in_brackets or joint == "/"):
            return True
        is_near = (joint == " " and is_letter) or _PAPER_NEAR.search(before) or _is_spaced(text, last)
        return False if last.is_council or (is_in_brackets and is_near) or _MOTION_BEFORE.search(before) else None
    # "12345-A" may be any code. "12345-678" is uncertain unless a word before it says more.
    if last.suffix is None and is_letter and not numbers.is_marked:
        return None
    line = before.rpartition("\n")[2]
    is_first = numbers.is_marked and (line.rstrip(" ").endswith("(") or _LIST_MARK.fullmatch(line))
    return bool(last.suffix or is_first or _NAMED_BEFORE.search(before) or _PAPER_NEAR.search(before))


def _read_dossier_alone(head: Head, dossiers: Sequence[Dossier], before: str) -> Citation | None:
    text, last = head.text, dossiers[-1]
    if (len(dossiers) == 1 and last.is_council) or "R" in text[last.start : last.end]:
        return cite(head, dossiers, None)  # "36 327 (R2179)" is a bill of the whole Kingdom
    if not (before.endswith(("(", "( ")) and CLOSING.match(text, last.end)):
        return None
    if last.suffix and last.suffix[0] in "IVX":
        return None if NUMBER_BEFORE.search(before) else cite(head, dossiers, None)  # "nr. 45 (36 410 X)" is a paper
    is_bill = _BILL_BEFORE.search(text, max(0, head.start - 240), head.start)
    return cite(head.doubted(_ONLY_BRACKETS), dossiers, None) if is_bill or _is_spaced(text, dossiers[0]) else None


def _is_spaced(text: str, dossier: Dossier) -> bool:
    """Whether it is written like a dossier (`28 676`). A round number (`28 600`) is more likely an amount."""
    return text[dossier.start + 2] == " " and not dossier.number.endswith("00")


FORM: Final = Form(
    title="no word",
    openings=(
        Opening(find=_ROW, readers=(read_heading, read_bare)),
        Opening(find=_SENATE_IN_BRACKETS, readers=(read_bare,)),
    ),
    whole=(read_given,),
    examples="""
        (31200 XI, nr. 65) → kst-31200-XI-65
        (36 410 VII nr. 5 en X nr. 6) → kst-36410-VII-5;kst-36410-X-6
        Kamerbrief 28676-427 → kst-28676-427
        21 501-20, nr. 1944 → kst-21501-20-1944
        21501-20/1944 → kst-21501-20-1944
        (36 800 VI, A) → kst-36800-VI-A
        motie-De Vries (29754, 145) → kst-29754-145?
    """,
)
