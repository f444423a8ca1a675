"""The Dutch words that dates are made of, and the small patterns shared by all forms.

Every pattern is for text in lower case and has an upper bound on each repetition, so that no text is slow.
"""

from typing import Final

MONTHS: Final = {
    "januari": 1, "jan": 1,
    "februari": 2, "febr": 2, "feb": 2,
    "maart": 3, "mrt": 3,
    "april": 4, "apr": 4,
    "mei": 5,
    "juni": 6, "jun": 6,
    "juli": 7, "jul": 7,
    "augustus": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9,
    "oktober": 10, "okt": 10,
    "november": 11, "nov": 11,
    "december": 12, "dec": 12,
}  # fmt: skip
SHORT_MONTHS: Final = ("jan", "febr", "feb", "mrt", "apr", "jun", "jul", "aug", "sept", "sep", "okt", "nov", "dec")
FULL_MONTHS: Final = tuple(name for name in MONTHS if name not in SHORT_MONTHS)
WEEKDAYS: Final = {
    "maandag": 0, "ma": 0,
    "dinsdag": 1, "di": 1,
    "woensdag": 2, "wo": 2,
    "donderdag": 3, "do": 3,
    "vrijdag": 4, "vr": 4,
    "zaterdag": 5, "za": 5,
    "zondag": 6, "zo": 6,
}  # fmt: skip
FULL_WEEKDAYS: Final = tuple(name for name in WEEKDAYS if name.endswith("dag"))
SHORT_WEEKDAYS: Final = tuple(name for name in WEEKDAYS if name not in FULL_WEEKDAYS)
ENGLISH_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ENGLISH_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

GAP: Final = r"\s{0,8}"
SPACE: Final = r"\s{1,8}"
NO_WORD_BEFORE: Final = r"(?<!\w)"
NO_WORD_AFTER: Final = r"(?!\w)"
MONTH: Final = rf"(?:{'|'.join(FULL_MONTHS)}|(?:{'|'.join(SHORT_MONTHS)})(?![^\W\d_])\.?)"
WEEKDAY: Final = rf"(?:{'|'.join(FULL_WEEKDAYS)}|(?:{'|'.join(SHORT_WEEKDAYS)})(?!\w)\.?)"
# A year, but not the first half of a session year (2023-2024, 2022/23).
YEAR: Final = r"(?:1[5-9]|20|21)[0-9]{2}(?!/[0-9]{2}(?![0-9])|[-–—][0-9]{4}|[0-9]{3})"
# One or two figures stuck to a year are mostly a footnote's mark that lost its raised position.
FOOTNOTE: Final = r"(?P<footnote>[0-9]{1,2})?(?![0-9])"
THROUGH: Final = rf"(?:[-–—‐‑]|t/m|tot{SPACE}en{SPACE}met|tot|t\.e\.m\.)"


def month_number(word: str) -> int:
    return MONTHS[word.rstrip(".")]


def weekday_number(word: str) -> int:
    return WEEKDAYS[word.rstrip(".")]


def lowered(text: str) -> str:
    """The text in lower case with every letter at its own place, also where lower case is longer (İ)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
