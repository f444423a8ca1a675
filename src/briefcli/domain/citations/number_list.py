"""The numbers or letters of several papers in a list or a range: `nrs. 4, 5 en 7 t/m 9`, `C en D`, `546 en 547`.

Every form of citation reads its lists with `read_list`. A `NumberSeries` says how its lists are written.
"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from briefcli.catalog import later, tr
from briefcli.domain.citations.other_figures import (
    MAY_BE_COUNT,
    MAY_BELONG_TO_NEXT,
    MAY_COUNT,
    NAME_BEHIND,
    NOT_A_YEAR,
    NOT_COUNTED,
    has_unit,
)
from briefcli.domain.citations.spelling import AND, BLANK, CHAPTER, GAP, MARK, NOTE, THROUGH
from briefcli.patterns import Pattern

MOST_IN_A_LIST: Final = 500
_FARTHEST_LETTER: Final = 52
_WIDEST_RANGE: Final = 200
_MOST_LETTERS: Final = 12
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # not of the module string, which compiles a pattern
_COUNTED_LETTERS: Final = [first + last for first in ("", *_LETTERS) for last in _LETTERS]

_FILLED_IN: Final = r"(?![_…]|\.\.|[xX]{1,3}(?![A-Za-z0-9]))"  # the number is complete: that of "nr. 4xx" is not
LETTERS: Final = r"[A-Z]{1,2}(?![A-Za-z0-9]|-[0-9]|\.[ ][0-9])"
# A further letter of a list. The letters excluded are more often another citation, a body or a party:
# "C en EK 35 673", "C, COM(2023) 237".
_FURTHER_LETTERS: Final = (
    r"(?!EU|EK|AO|CD|BZ|EZ|EG|EC|GL|CU|MC)[A-M]?[A-Z](?![A-Za-z0-9(]|"
    r"[/.-][A-Za-z0-9]|\.[ ][0-9]|[ ][0-9]{4})"
)
# "nr. 427 en nr. 29 521 nr. 450": the second "nr." is followed by a dossier.
_TORN_DOSSIER: Final = rf"\n[0-9]{{3}}(?:-[0-9]{{1,2}}|[ -]?{CHAPTER})?(?:,?{GAP}{MARK}|-[0-9])"
_DOSSIER: Final = Pattern(rf"[1-9][0-9](?:[ .]?[0-9]{{3}}(?![0-9])|{_TORN_DOSSIER})")
_OTHER_DOSSIER_BEHIND: Final = Pattern(rf"{GAP}\({GAP}[0-9]{{2}}[ .]?[0-9]{{3}}")
_NO_END_BEHIND: Final = Pattern(r"[ \t]{1,12}[A-Z][a-z]|-[0-9]")
_MORE_FOLLOWS: Final = Pattern(rf"{GAP}(?:,|(?i:en)(?![a-z])|&|{THROUGH})")
_LIST_ENDS: Final = Pattern(r"[;)\]]|\.?(?:\Z|[ \n])")
NEVER: Final = "(?!)"  # the pattern for a series without marks or without notes
_PUBLISHED_UNDER: Final = Pattern(r"-[bhnBHN][0-9]{1,2}(?![0-9A-Za-z])")
FIGURES: Final = str.maketrans("OolIiSZB", "00111528")
_TORN: Final = later("The digits after the number may be a part of it, or have nothing to do with it.")
_LETTERS_IN_NUMBER: Final = later("A letter in the number may be meant as a digit.")
_TOO_HIGH: Final = later("The series has no number as high as this yet; the last digits may be a footnote's number.")
_MAY_END_BEFORE: Final = later("The text does not say whether the last number belongs to the range.")
_ONE_OF_THEM: Final = later("Only one of these numbers is meant.")
# What a scan makes of the rest of a number: letters (`9OO`), or digits behind a space or a line break. "nr. 3 412" is
# most often 3412, written as dossiers are; "nr. 4 12" is most often 4. The next line may begin with a list item.
_ODD_BEHIND: Final = Pattern(
    r"(?P<misread>[0-9]{0,3}(?:[OolISZB][0-9OolISZB]{0,3}|(?<=[0-9][oli]))(?![0-9A-Za-z]))"
    r"|(?P<letters>[A-Z]{1,2}(?![A-Za-z]))|[. ](?P<thousands>[0-9]{3})(?![0-9]|[.,/][0-9]|[. ][0-9]{3}(?![0-9]))"
    rf"|[ ](?P<torn>[0-9]{{1,4}})(?![0-9:]){NOT_COUNTED}"
    rf"|\n(?P<next>[0-9]{{1,3}})(?=;|\)(?!{BLANK}[A-Z])|,{BLANK}[a-z]|[ ](?:van|en|d\.d\.)[ ]|\.?\Z)"
)
_LISTED_THOUSANDS: Final = Pattern(rf"[1-9][. ][0-9]{{3}}(?![0-9]){NOT_COUNTED}")


def number(longest: int) -> str:
    """The pattern of a number after "nr.", but not of a letter ("nr. 2023/145") or telephone ("nr. 070-3188188")."""
    return (
        rf"(?!0[0-9]{{1,3}}-[0-9]{{5}})[0-9]{{1,{longest}}}(?:[a-wyz](?![a-z]|/m|\.[a-z]))?"
        rf"(?![0-9]|(?<=[^0-9]20[0-9]{{2}})/[0-9]){_FILLED_IN}"
    )


def counted_number(longest: int) -> str:
    """The pattern of a number without "nr."."""
    return rf"[0-9]{{1,{longest}}}(?:[a-df-wyz](?![a-z]))?(?![0-9]){NOT_COUNTED}"


COMMA_OR_AND: Final = rf",{GAP}{AND}|,|{AND}|&"


class NumberSeries:
    """How the numbers of one kind of paper are written in a list.

    `longest` is the most digits that a number has. The others are patterns: `joint` separates two numbers of a list,
    `through` the ends of a range. `mark` ("nr.") may precede each further number, and `note` may follow each number. If
    `other` matches at the place of a number, another citation begins there.
    """

    def __init__(
        self,
        longest: int = 4,
        *,
        joint: str = rf",{GAP}{AND}|,|;|{AND}|&|/|\+",
        through: str = rf"(?:{THROUGH}|tot(?=\s))",
        mark: str = MARK,
        note: str = NOTE,
        other: Pattern = _DOSSIER,
    ) -> None:
        self.longest, self.note, self.other = longest, Pattern(note), other
        marked, counted = number(longest), counted_number(longest)
        self.next = Pattern(
            rf"{GAP}(?P<joint>{joint}){GAP}"
            rf"(?P<mark>{mark}{GAP})?(?:-(?=[0-9]))?(?P<item>{marked}|{_FURTHER_LETTERS})"
        )
        self.through = Pattern(
            rf"(?!\s{{0,12}}\n-[ \n]){GAP}{through}{GAP}(?P<mark>{mark}{GAP})?"
            rf"(?P<item>(?!0[0-9]{{2}}){marked}|[0-9]{{{longest + 1},9}}(?![0-9A-Za-z/])|{_FURTHER_LETTERS})"
        )
        self.plain_item = Pattern(rf"{NOT_A_YEAR}{counted}|{LETTERS}")
        self.listed_item = Pattern(counted)


PAPERS: Final = NumberSeries()


class PaperNumber(msgspec.Struct, frozen=True):
    """One number or letter of a paper. `start` includes its own `nr.`; all numbers of a range have its position.

    `others` are the numbers that an uncertain one may also be.
    """

    value: str
    start: int
    end: int
    reason: str | None = None
    others: tuple[str, ...] = ()

    def doubted(self, reason: str) -> "PaperNumber":
        reasons = dict.fromkeys(tr(each) for each in (self.reason, reason) if each)
        return replace(self, reason=" ".join(reasons))


def read_list(
    text: str, start: int, span: tuple[int, int], *, is_plural: bool, series: NumberSeries = PAPERS
) -> list[PaperNumber]:
    """The number in `span`, and every number that follows it in a list or a range.

    `start` is the position of the first, `nr.` included. After a plural (`nrs.`), the second number is not taken for a
    count of what follows it.
    """
    items = _read_item(text, start, span, is_plural=is_plural, series=series)
    may_be_over, highest = not is_plural or len(items) > 1, items[-1].value
    while len(items) < MOST_IN_A_LIST:
        note = series.note.match(text, items[-1].end)
        match = series.next.match(text, note.end() if note else items[-1].end)
        if match is None or not _continues(text, match, items, is_plural=is_plural, series=series):
            break
        has_note = note is not None and series.note.match(text, match.end()) is not None
        # `nr. 427 (brief) en 430 (verslag)`: after a singular, the second number needs a note like the first.
        if note and "(" in note[0] and not (is_plural or has_note):
            break
        place = match.start("mark" if match["mark"] else "item")
        more = _read_item(text, place, match.span("item"), is_plural=is_plural, series=series)
        value, end = more[-1].value, more[-1].end
        is_lower = height(more[0].value) < height(highest)
        is_odd = is_lower and (may_be_over or value.isalpha() or len(value) < len(highest))
        # `nr. 427 en 3 besluiten`, `nrs. 427 en 430, 3 besluiten`: the list may be over, and 3 counts what follows.
        if is_odd and not match["mark"] and value.isdigit() and MAY_COUNT.match(text, end):
            break
        if match["mark"]:
            # `nr. 245; nummer 12`: writers seldom change from one of these words to the other within a list.
            may_count = match["mark"][:2].lower() == "nu" != text[start : span[0]][:2].lower()
        elif value.isdigit():
            may_count = is_odd or ((may_be_over or is_lower) and MAY_BELONG_TO_NEXT.match(text, end) is not None)
            # `nr. 427, 430.`, `nr. 1998 en 2012`: a page or a year may follow a single number.
            is_pair = match["joint"] == "," and len(items) == 1 and not _has_more(text, match.end(), series)
            may_be_year = series.plain_item.match(text, match.start("item")) is None
            may_count = may_count or (not is_plural and (is_pair or may_be_year))
        else:  # "C, I en II" has Roman numerals, "C en V. Putin" a name
            is_far = height(value) - height(highest) > _FARTHEST_LETTER
            items = [each.doubted(MAY_BE_COUNT) if is_far and each.value in ("I", "V", "X") else each for each in items]
            may_count = is_odd or is_far or NAME_BEHIND.match(text, end) is not None
        is_doubtful = may_count and (match["mark"] or not has_note)
        items += [each.doubted(MAY_BE_COUNT) for each in more] if is_doubtful else more
        if match["joint"].lower().endswith("of"):
            items = [each.doubted(_ONE_OF_THEM) for each in items]
        may_be_over = may_be_over or "en" in match["joint"]
        highest = highest if is_lower else value
    return items


def starting_at(start: int, items: Sequence[PaperNumber]) -> list[PaperNumber]:
    """The numbers, with `start` as the start of the first (and of all others in its range)."""
    return [replace(each, start=start) if each.end == items[0].end else each for each in items]


def within(item: PaperNumber, highest: int) -> PaperNumber:
    """The number, uncertain if it is above `highest`. Then its last one or two digits may be a footnote mark."""
    if not item.value.isdigit() or int(item.value) <= highest:
        return item
    others = (*item.others, item.value[:-1], item.value[:-2])
    return replace(item.doubted(_TOO_HIGH), others=others)


def is_of_other_dossier(text: str, match: re.Match[str]) -> bool:
    """Whether the number of this match is a dossier itself, or is followed by another dossier in brackets."""
    return bool(_OTHER_DOSSIER_BEHIND.match(text, match.end()) or _DOSSIER.match(text, match.start("item")))


def _read_item(
    text: str, start: int, span: tuple[int, int], *, is_plural: bool, series: NumberSeries
) -> list[PaperNumber]:
    """The number in `span`, or all numbers of the range that begins with it."""
    written, end = text[slice(*span)], span[1]
    value = written.lstrip("0") or written
    if odd := _read_odd(text, value, start, end, series.longest):
        return [odd]
    if under := _PUBLISHED_UNDER.match(text, end):
        return [PaperNumber(f"{value}{under[0].lower()}", start, under.end())]
    through = series.through.match(text, end)
    last, joined = through.group("item", 0) if through else ("", "")
    # In "nrs. 1–3 Waardering" the plural says that both are numbers.
    is_plain = not (is_plural and last.isdigit())
    # Of "nr. 1944 t/m 1950" both are numbers, but not of "nr. 427 t/m 2023".
    is_range = "-" not in joined and len(value) == len(last) and value < last
    is_listed = last.isdigit() and (is_plural or is_range)
    shape = series.listed_item if is_listed else series.plain_item
    is_open = joined.split()[:1] == ["tot"] and "met" not in joined  # "nrs. 441 tot 443"
    if (
        through is None
        or (is_open and (is_plain or not is_range))
        or (through["mark"] and is_of_other_dossier(text, through))
        or has_unit(text, through.end(), last, may_be_day=is_plain or is_open)
        or (is_plain and _NO_END_BEHIND.match(text, through.end()))
        or value[0].isdigit() != last[0].isdigit()
        or (len(last) <= series.longest and not shape.match(text, through.start("item")))
    ):
        return [PaperNumber(value, start, end)]
    values, reason = spread(value, last, series.longest)
    found = [PaperNumber(each, start, through.end(), reason) for each in values]
    return [*found[:-1], found[-1].doubted(_MAY_END_BEFORE)] if is_open else found


def _read_odd(text: str, value: str, start: int, end: int, longest: int) -> PaperNumber | None:
    """A number that a scan misread or split: `9OO`, `42l`, `3 412`, `3.412`, `4 12`. None if it looks normal."""
    found = _ODD_BEHIND.match(text, end) if value[0].isdigit() else None
    rest = found[found.lastgroup or 0] if found else ""
    is_short = len(value + rest) <= longest
    if found is None or not (value.isdigit() or is_short):
        return None
    if found["misread"] is not None and is_short:
        whole = f"{value}{rest}".translate(FIGURES)
        return PaperNumber(value, start, found.end(), _LETTERS_IN_NUMBER, (whole,))
    if not rest.isdigit():
        return PaperNumber(value, start, end, _LETTERS_IN_NUMBER)
    if found["thousands"] and is_short:
        return PaperNumber(value + rest, start, found.end(), _TORN, (value,))
    if is_short or found[0][0] == ".":  # "nr. 15.327" is a number of something else, or has the mark of a footnote
        return PaperNumber(value, start, end, _TORN, (value + rest,) if is_short else ())
    return None


def _continues(
    text: str, match: re.Match[str], before: list[PaperNumber], *, is_plural: bool, series: NumberSeries
) -> bool:
    """Whether the match is one more number of the list, and not a date, an amount, a year or another dossier."""
    joint, item, start, previous = match["joint"], match["item"], match.start("item"), before[-1].value
    if series.other.match(text, start):
        return False
    if match["mark"]:
        return not is_of_other_dossier(text, match)
    # "nrs. 1 834 en 1 835", "nrs. 4,5,7", "nrs. 4/5/7"
    is_thousands = series.longest > 3 and _LISTED_THOUSANDS.match(text, start)
    is_slashed = match[0] == f"/{item}" and (len(item) < 4 or len(previous) == 4)  # else it may be a year
    if is_plural and (is_thousands or match[0] == f",{item}" or is_slashed):
        return True
    if item.isalpha() != previous.isalpha() or (joint == ";" and not is_plural):
        return False
    # A number above 1000 may be followed by one that looks like a year: "nrs. 1834 en 2012", "nr. 1998 en 2012".
    is_next_session = text[match.end() : match.end() + 1] in ("-", "/")
    may_be_year = len(previous) == 4 and (is_plural or (previous[:2] in ("19", "20") and not is_next_session))
    shape = series.listed_item if may_be_year else series.plain_item
    is_lettered = item[-1].islower() and not (previous[-1].islower() or is_plural or item[:-1] == previous)
    if is_lettered or not shape.match(text, start):
        return False
    # "nrs. 4, 5 en 6 juni" and "nrs. 4 en 5, 6 juni" have at least two numbers before the day.
    if has_unit(text, match.end(), item, may_be_day=not (is_plural and (joint == "," or len(before) == 1))):
        return False
    is_row = len(before) > 1 and "," in text[before[-2].end : match.start()]  # "nr. 5, 7, 9"
    if joint != "," or is_plural or item.isalpha() or is_row:
        return True
    is_higher = len(item) == len(previous) and height(item) > height(previous)
    return _has_more(text, match.end(), series) or (is_higher and _LIST_ENDS.match(text, match.end()) is not None)


def _has_more(text: str, end: int, series: NumberSeries) -> bool:
    return _MORE_FOLLOWS.match(text, series.note.after(text, end)) is not None


def spread(first: str, last: str, longest: int) -> tuple[list[str], str | None]:
    """All numbers or letters of a range. If the range makes no sense, only its ends (or its start), and the reason."""
    low, high, ends = height(first), height(last), {"first": first, "last": last}
    if high <= low or first[-1].islower() or last[-1].islower():
        return [first, last], tr('The range "{first}–{last}" runs backwards; only its ends are listed.', **ends)
    if last.isdigit() and len(last) > longest:
        return [first], tr(
            'The range "{first}–{last}" ends at no number a paper can have; only its start is listed.', **ends
        )
    if high - low > (_WIDEST_RANGE if last[0].isdigit() else _MOST_LETTERS):
        return [first, last], tr(
            'The range "{first}–{last}" is too wide to be meant; only its ends are listed.', **ends
        )
    return [str(each) if first[0].isdigit() else _COUNTED_LETTERS[each] for each in range(low, high + 1)], None


def height(value: str) -> int:
    """The rank of a number or letter: AA comes after Z, and `42e` ranks as 42."""
    written = value.rstrip(_LETTERS.lower())
    if written.isdigit():
        return int(written)
    return _COUNTED_LETTERS.index(written) if written in _COUNTED_LETTERS else 0
