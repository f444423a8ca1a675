"""The Dutch and English words that dates are made of, and the small patterns shared by all forms.

Every pattern is for text in lower case and has an upper bound on each repetition, so that no text is slow.
"""

import re
from collections.abc import Iterable
from typing import Final

from briefcli.catalog import later, later_as, tr, tr_as
from briefcli.domain.due import DUTCH_WEEKDAYS

ENGLISH_MONTHS: Final = (
    later_as("full month", "January"), later_as("full month", "February"), later_as("full month", "March"),
    later_as("full month", "April"), later_as("full month", "May"), later_as("full month", "June"),
    later_as("full month", "July"), later_as("full month", "August"), later_as("full month", "September"),
    later_as("full month", "October"), later_as("full month", "November"), later_as("full month", "December"),
)  # fmt: skip
FULL_MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_IN_ENGLISH: Final = {name.lower(): number for number, name in enumerate(ENGLISH_MONTHS, 1)}
ENGLISH_ONLY: Final = tuple(name for name in _IN_ENGLISH if name not in FULL_MONTHS)
SHORT_MONTHS: Final = {
    "jan": 1, "febr": 2, "feb": 2, "mrt": 3, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9,
    "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTHS: Final = {**{name: number for number, name in enumerate(FULL_MONTHS, 1)}, **_IN_ENGLISH, **SHORT_MONTHS}
NUMBERS: Final = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_CARDINALS: Final = (
    "één", *NUMBERS[1:], "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
    *(f"{one}{'ën' if one.endswith('e') else 'en'}twintig" for one in NUMBERS[:9]), "dertig", "eenendertig",
)  # fmt: skip
COUNTS: Final = {
    "een": 1, **{name: number for number, name in enumerate(_CARDINALS, 1)},
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
_ORDINALS: Final = {1: "eerste", 3: "derde", 8: "achtste"}
_ENGLISH_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
# The days of a month in words: `twaalf`, `twaalfde`
DAYS_IN_WORDS: Final = {
    word: number
    for number, cardinal in enumerate(_CARDINALS, 1)
    for word in (cardinal, _ORDINALS.get(number) or f"{cardinal}{'ste' if number > 19 else 'de'}")
} | {word: number for number, word in enumerate(_ENGLISH_ORDINALS, 1)}
ORDINALS: Final = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip
ENGLISH_WEEKDAYS: Final = (
    later("Monday"), later("Tuesday"), later("Wednesday"), later("Thursday"), later("Friday"), later("Saturday"),
    later("Sunday"),
)  # fmt: skip
WHOLE_WEEKDAYS: Final = (*DUTCH_WEEKDAYS, *map(str.lower, ENGLISH_WEEKDAYS))
SHORT_WEEKDAYS: Final = {
    "ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
WEEKDAYS: Final = {**{name: number % 7 for number, name in enumerate(WHOLE_WEEKDAYS)}, **SHORT_WEEKDAYS}
# Each with the month in which it begins
SEASONS: Final = {
    "voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9, "spring": 3, "summer": 6, "autumn": 9,
}  # fmt: skip

GAP: Final = r"\s{0,8}"
SPACE: Final = r"\s{1,8}"
# What can stand before a word. Python finds signs in ranges quicker than `\\W`.
NO_LETTER: Final = r"[\x00-/:-@\[-`{-¿\u2010-\u206f]"
WHOLE_MONTH: Final = "|".join((*FULL_MONTHS, *ENGLISH_ONLY))
WHOLE_WEEKDAY: Final = "|".join(WHOLE_WEEKDAYS)
MONTH: Final = rf"(?:{WHOLE_MONTH}|(?:{'|'.join(SHORT_MONTHS)})(?![^\W\d_])\.?)"
WEEKDAY: Final = rf"(?:{WHOLE_WEEKDAY}|(?:{'|'.join(SHORT_WEEKDAYS)})(?!\w)\.?)"
# A year, but not the first half of a session year (2023-2024, 2022/23), nor a count (`1500 militairen`).
YEAR: Final = (
    rf"(?:1[89]|20|21|1[5-7](?![0-9]{{2}}{SPACE}[^\W\d_]))[0-9]{{2}}"
    rf"(?!/[0-9]{{2}}(?![0-9]|{GAP}{MONTH}|[-–][0-9])|[-–—][0-9]{{4}}|[0-9]{{3}})"
)
# A dash first on its line is the mark of a list.
DASH: Final = "".join(rf"(?<!\n\s{{{blanks}}})" for blanks in range(5)) + "[-–—‐‑]"
THROUGH: Final = rf"(?:{DASH}|t/m|tot{SPACE}en{SPACE}met|tot|t\.e\.m\.|to(?=\s)|until|till|through)"


def any_of(words: Iterable[str]) -> str:
    """A pattern for the beginning that tells any of the words; it shares what they have in common, which is quicker."""
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[:1], set()).add(word[1:])
    if "" in rests:
        return ""
    branches = [re.escape(first) + any_of(rest) for first, rest in sorted(rests.items(), reverse=True)]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


# A raised footnote mark beside a word or a date. Behind a figure it may be a power (10³), which is left.
_RAISED: Final = re.compile(
    r"[⁰¹²³⁴-⁹](?:(?<=[^\W\d_].)|(?<=[a-z]\..)|(?<=[0-9]{4}.)|(?<=-[0-9]{2}-[0-9]{2}.)|(?<=['’‘][0-9]{2}.)|(?<!\w.)(?=\w))"
    r"[⁰¹²³⁴-⁹]{0,2}"
)
_MAY_BE_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# What Markdown puts around words in italics
_ITALICS: Final = re.compile(r"(?<![^\W_])_{1,3}(?=[^\W_])|(?<=[^\W_])_{1,3}(?![^\W_])")


def month_number(word: str) -> int:
    return MONTHS[word.rstrip(".")]


def weekday_number(word: str) -> int:
    return WEEKDAYS[word.rstrip(".")]


def lowered(text: str) -> str:
    """The text in lower case with every letter at its own place, also where lower case is longer (İ).

    A blank stands for a raised footnote mark and for the sign of italics, which are no part of a date.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    if "_" in lower:
        lower = _ITALICS.sub(lambda found: " " * len(found[0]), lower)
    if not any(sign in lower for sign in _MAY_BE_RAISED):  # much quicker than a pattern
        return lower
    return _RAISED.sub(lambda found: " " * len(found[0]), lower)


def full_month(number: int) -> str:
    """The name of a month, from 1, in the user's language."""
    return tr_as("full month", ENGLISH_MONTHS[number - 1])


def full_weekday(number: int) -> str:
    """The name of a day of the week, from 0 for Monday, in the user's language."""
    return tr(ENGLISH_WEEKDAYS[number])
