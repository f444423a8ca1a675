"""European legislation by name and number, with CELEX numbers: `Verordening (EU) nr. 260/2012`, `Richtlijn 98/26/EG`.

Which of the two numbers is the year depends on the kind of act and its time. Since 2015 the year comes first. Before
that, it came last for regulations and for decisions of Parliament and Council, and first for all others. If both
readings are possible, the result is uncertain.
"""

import re
from functools import partial
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.celex import CELEX_ADDRESS
from briefcli.domain.citations.form import MAY_BE_YEARS, Citation, Form, Opening, reference, with_further
from briefcli.domain.citations.procedure import PROCEDURES
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.spelling import ALONE, BLANK, GAP
from briefcli.patterns import Pattern, any_of

_YEAR_FIRST_FROM: Final = 2015
_FIRST_OF_PARLIAMENT: Final = 1993  # decisions of Parliament and Council
_LAST_YEAR: Final = 2049
_MOST_EARLIER: Final = 1_500  # no directive before 2015 had so high a number (80/1335/EEG)
_LONGEST_PREFIX: Final = 24

# The letter of an act in its CELEX number.
_WORDS: Final = {
    "R": "verordening|regulation",
    "L": "richtlijn|directive",
    "E": "optreden|joint action|gemeenschappelijk standpunt|common position",
    "D": "besluit|beschikking|decision",
    "H": "aanbeveling|recommendation",
}
_LETTERS: Final = {word: letter for letter, words in _WORDS.items() for word in words.split("|")}
_SHORT_WORDS: Final = {"r": "L", "v": "R"}  # the first letters of Rl. (richtlijn) and Vo. (verordening)
# The years in which acts carry the name of each community or policy.
_YEARS: Final = {
    "EGKS": (1952, 2002),
    "EEG": (1957, 1994),
    "EG": (1993, 2010),
    "EU": (2009, _LAST_YEAR),
    "EURATOM": (1957, _LAST_YEAR),
    "GBVB": (1993, _LAST_YEAR),
    "JBZ": (1993, 2010),
    None: (1957, _LAST_YEAR),
}
_DUTCH: Final = {"EEC": "EEG", "EC": "EG", "ECSC": "EGKS", "CFSP": "GBVB", "JHA": "JBZ"}

_COAL_AND_STEEL: Final = later("Acts of the Coal and Steel Community are filed under more than one letter.")
_NO_BODY: Final = later("The text does not say that this is legislation of the European Union.")
_EITHER_ORDER: Final = later("Either number may be the year.")
_ODD_ORDER: Final = later("An act of that kind and time is not numbered so.")
_NO_SLASH: Final = later("The slash between the numbers is missing.")

_BODY: Final = r"(?:E[Uu][Rr][Aa][Tt][Oo][Mm]|EGKS|ECSC|EEG|EEC|EU|EG|EC|GBVB|CFSP|JBZ|JHA)"  # longer names first
# The words before the act count only in a text that is known to be a reference; in others, reading starts at the act.
_ACT: Final = Pattern(
    rf"(?>(?:(?i:gedelegeerde|delegated|implementing|council|commission){BLANK}){{0,2}})"
    rf"(?:[A-Za-z]{{1,{_LONGEST_PREFIX}}}?-?)??(?P<act>(?i:{any_of('|'.join(_LETTERS), BLANK)})"
    rf"|{ALONE}(?:R[lL]|V[oO])(?:\.|(?={BLANK}(?:\({_BODY}|[0-9]{{1,4}}/[0-9]{{1,4}}[/ ]{_BODY}))))"
    r"(?i:en|s)?(?![A-Za-z])"
)
_BY_WHOM: Final = (
    rf"(?:{BLANK}van{BLANK}(?:de{BLANK}(?:Raad|Commissie)|het{BLANK}Europees{BLANK}Parlement{BLANK}en{BLANK}(?:van{BLANK})?de{BLANK}Raad)"
    rf"(?={BLANK}(?:nr\.?{GAP})?[0-9(]))?"
)
_NUMBER: Final = Pattern(
    rf"{_BY_WHOM}{GAP}(?P<body>[(\[]{GAP}{_BODY}(?:{GAP}[,/]{GAP}{_BODY}){{0,2}}{GAP}[)\]]{GAP}|{_BODY}(?:{BLANK}|/))?{GAP}"
    rf"(?P<bracket>\()?(?P<mark>(?:[Nn]rs?|[Nn]os?|[Nn]ummers?)\.?{GAP})?"
    rf"(?P<first>[0-9]{{1,4}})(?:(?P<slash>[ ]?/\s?)|(?<=20[0-9]{{2}})[ ](?=[0-9]{{3,4}}(?![0-9])))"
    rf"(?P<second>[0-9]{{1,4}})(?![0-9]|(?:{GAP}\(|[/ ]){PROCEDURES}(?![A-Z]))"
    rf"(?P<tail>[ ]?/\s?{_BODY}(?![A-Za-z])|[ ]\({_BODY}\)|[ ]{_BODY}(?![\w-]))?"
    r"(?(bracket)\))"
)
_BODY_NAME: Final = Pattern(_BODY)
_FRAMEWORK: Final = Pattern(rf"(?i:kaderbesluit|framework{BLANK}decision)(?:en|s)?\Z")
_COMPOUND: Final = Pattern(rf"(?<![A-Za-z])(?:(?P<body>{_BODY})-)?[A-Za-z]*\Z")
_BARE: Final = Pattern(
    rf"\((?P<body>EU|EG|EEG)\)?{BLANK}(?:nr\.?{GAP}|[Nn]o\.?{GAP})?(?P<first>[0-9]{{1,4}})/(?P<second>[0-9]{{1,4}})(?![0-9/])"
)
_BARE_NUMBER: Final = Pattern(
    rf"{ALONE}(?<!/)(?P<first>(?:19|20)[0-9]{{2}})/(?P<second>[0-9]{{1,4}})/(?P<body>{_BODY})(?![A-Za-z/])"
)
_NO_SORT: Final = later("The text does not name the sort of act, which is a guess.")

Act = tuple[int, int]  # year and number


@partial(with_further, left_out=_NO_BODY)  # "Richtlijn 2009/147/EG en 2010/12"
def read_legislation(text: str, position: int) -> Citation | None:
    """`Besluit (GBVB) 2021/509`, `Verordeningen (EU) nr. 1303/2013 en nr. 1304/2013`, `EU-verordening 185/2010`."""
    word = _ACT.match(text, position)
    match = _NUMBER.match(text, word.end()) if word else None
    if word is None or match is None:
        return None
    start, letter, body = _title_of(text, word)
    act = _read_act(start, match, letter, _body_of(match["tail"] or match["body"]) or body)
    return Citation((act,), act.end) if act else None


def read_without_word(text: str, position: int) -> Citation | None:
    """A number without the kind of act, which is guessed: `(EU) 2021/821` (regulation), `2009/81/EG` (directive)."""
    match = _BARE.match(text, position) or _BARE_NUMBER.match(text, position)
    if match is None:
        return None
    body = _body_of(match["body"])
    letters = "RLD" if match[0].startswith("(") else {"GBVB": "DE", "JBZ": "FD"}.get(body or "", "LD")
    acts, _ = possible_acts(letters[0], match["first"], match["second"], body)
    if not acts:
        return None
    canonical, *others = [_celex(letter, act) for act in acts for letter in letters]
    return Citation((reference(text, *match.span(), canonical, _NO_SORT, alternatives=others),), match.end())


def _title_of(text: str, word: re.Match[str]) -> tuple[int, str, str | None]:
    """The start of the title, the letter of the act in CELEX, and the community or policy that the title names.

    The title begins before the word if that is part of a compound: `Uitvoeringsbesluit`, `EU-verordening`.
    """
    begin = word.start("act")
    before = _COMPOUND.search(text, max(0, begin - _LONGEST_PREFIX), begin)
    start, body = (before.start(), _body_of(before["body"])) if before else (begin, None)
    if _FRAMEWORK.search(text, max(0, start - _LONGEST_PREFIX), word.end()):
        return start, "F", body
    name = " ".join(word["act"].lower().split())
    return start, _LETTERS.get(name) or _SHORT_WORDS[name[0]], body


def _read_act(start: int, match: re.Match[str], letter: str, body: str | None) -> Reference | None:
    # Without a community or policy ("EU", "GBVB"), only regulations and directives are read: Dutch decisions and
    # recommendations are numbered too, and a common position is an act only of certain policies.
    if body is None and (letter not in "RL" or match["slash"] is None):
        return None
    if letter == "E":
        # A common position of Council and Parliament is a step towards an act, and has a series of its own.
        letter = {"GBVB": "E", "JBZ": "F"}.get(body or "", "")
    acts, odd = possible_acts(letter, match["first"], match["second"], body) if letter else ([], False)
    if not acts:
        return None
    # The Coal and Steel Community has a letter of its own for recommendations and, with the year last, for decisions.
    is_coal = body == "EGKS" and letter in "DH"
    has_own = is_coal and (letter == "H" or int(match["first"]) == acts[0][1])
    letters = {"D": "SD", "H": "KH"}[letter] if has_own else letter
    canonical, *others = [_celex(each, act) for act in acts for each in letters]
    is_bare = not (match["body"] or match["tail"] or match["mark"])  # "…/GBVB, 2023/24" may go on with a session
    reasons = (
        None if body else _NO_BODY,
        _EITHER_ORDER if acts[1:] else None,
        _ODD_ORDER if odd else None,
        _COAL_AND_STEEL if is_coal else None,
        None if match["slash"] else _NO_SLASH,
        MAY_BE_YEARS if is_bare and int(match["second"]) == int(match["first"][-2:]) + 1 else None,
    )
    return reference(match.string, start, match.end(), canonical, *reasons, alternatives=others)


def possible_acts(letter: str, first: str, second: str, body: str | None) -> tuple[list[Act], bool]:
    """The acts that two numbers can mean, the likeliest first, and whether their order is odd for that kind of act."""
    earliest, latest = _YEARS[body]
    leading, trailing = _year(first), _year(second)
    # `58/2002`: only the second number can be a year, as years have four digits since 1999.
    is_swapped = len(first) <= 2 and len(second) == 4
    acts: list[Act] = []
    if leading and max(earliest, _YEAR_FIRST_FROM if letter == "R" else 0) <= leading <= latest and int(second):
        acts.append((leading, int(second)))
    may_come_last = trailing and earliest <= trailing <= min(latest, _YEAR_FIRST_FROM - 1) and int(first)
    # From 2009 to 2014 the European Union had no act numbered as high as a year.
    is_too_high = body == "EU" and int(first) >= _YEAR_FIRST_FROM
    if trailing and may_come_last and not is_too_high and (letter in "RD" or is_swapped):
        acts.insert(0 if is_swapped else len(acts), (trailing, int(first)))
    if body and not acts:  # `Verordening (EU) 2014/600`, `(EG) nr. 932/2014`: a slip that leaves one reading
        pairs = ((leading, second), (trailing, first))
        acts = [(year, int(number)) for year, number in pairs if year and int(number)]
        return acts, True
    # Earlier decisions with the year last are of other bodies: `Besluit 1/80` of the Association Council EEC-Turkey
    if letter == "L" and acts and acts[0][0] < _YEAR_FIRST_FROM and acts[0][1] >= _MOST_EARLIER:
        return acts, True
    is_odd = letter in "LFEH" or (letter == "D" and body != "EGKS" and (trailing or 0) < _FIRST_OF_PARLIAMENT)
    return acts, bool(acts) and is_odd and acts[0][0] == trailing


def _celex(letter: str, act: Act) -> str:
    return f"3{act[0]}{letter}{act[1]:04d}"


def _body_of(written: str | None) -> str | None:
    name = _BODY_NAME.search(written or "")
    return _DUTCH.get(name[0].upper(), name[0].upper()) if name else None


def _year(figures: str) -> int | None:
    if len(figures) == 2:
        return 1900 + int(figures) if int(figures) >= 52 else None
    return int(figures) if len(figures) == 4 and 1952 <= int(figures) <= _LAST_YEAR else None


FORM: Final = Form(
    title="European legislation by name",
    words="~erordening|~egulation|~ichtlijn|~irective|~esluit|~ptreden|~eschikking|~ecision|~emeenschappelijk"
    "|~ommon|~oint|~anbeveling|~ecommendation|VERORDENING|RICHTLIJN|BESLUIT|Rl. |Rl |RL |Vo. |Vo |VO "
    "|(EU|(EG|(EEG",
    readers=(read_legislation, read_without_word),
    openings=(Opening(at_numbers=True, readers=(read_without_word,)),),
    address=CELEX_ADDRESS,
    examples="""
        Verordening (EU) nr. 260/2012 → 32012R0260
        Richtlijn 98/26/EG → 31998L0026
        Besluit (GBVB) 2021/509 → 32021D0509
        Raadsbesluit 2021/509 (GBVB) → 32021D0509
        Richtlijn 98/26 → 31998L0026?
    """,
)
