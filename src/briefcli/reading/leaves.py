"""Converts one value of a file to a number, a date or a word, or raises a Refusal that says why it cannot."""

import re
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from functools import lru_cache, partial
from math import nan
from typing import Any

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.diagnostic import Code
from briefcli.domain.due import Due, parse_due
from briefcli.domain.vocabulary import MEANT_KEYS, usual_word
from briefcli.domain.when import AT_LATEST, NOT_KNOWN, UNKNOWN, When, WhenError, parse_when
from briefcli.reading import codes
from briefcli.reading.limits import BULLET_SIGNS
from briefcli.yes_no import FALSE, TRUE

LIST = later("start each item of a list with a hyphen and a space")
_LONGEST = 200  # characters of a message; of a longer text its beginning and end are quoted


class Refusal(Exception):  # noqa: N818  # turned into a diagnostic by the walker, which knows the place
    def __init__(self, code: Code, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


def leaf(kind: type, text: str) -> Any:
    """Convert the raw text of one value. Raises Refusal."""
    convert = _CONVERTERS.get(kind)
    return convert(text) if convert is not None else _word(kind, text)


@lru_cache(maxsize=4096)  # the same dates come back in file after file
def _date(text: str, parse: Callable[[str], When | Due], code: Code) -> When | Due:
    try:
        return parse(text)
    except WhenError as error:
        raise _refused(code, text, error) from error


def _refused(code: Code, text: str, error: WhenError) -> Refusal:
    """The refusal of a text that is not a date. A range whose ends are swapped is a mistake of its own."""
    start, slash, end = text.strip().partition("/")
    swapped = f"{end}/{start}"
    if re.fullmatch(_YEAR_LAST, text.strip()):  # with a slash it is no range
        message = tr("“{text}” cannot be read as a date", text=text)
        return Refusal(code, message, tr("write the year first: year-month-day, as in 2023-06-15"))
    if slash:
        with suppress(WhenError):
            parse_when(swapped)
            message = tr("“{text}” ends before it begins", text=text)
            return Refusal(codes.END_BEFORE_START, message, tr("did you mean {date}?", date=swapped))
    return Refusal(code, str(error), date_hint(text) or error.hint)


# Compiled when first needed: few dates are wrong
_AMBIGUOUS = r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"  # the error has a hint of its own about which number is the day
_YEAR_LAST = r"[0-9]{1,2}[-/](?:[0-9]{1,2}|[0-9]{4})|[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2}"  # 15/6, 6/2023, 15-6-23
_CLOCK = r"(?:([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]+)?([0-9]{1,2})[:.]([0-9]{2})(?::[0-9]{2})?(Z|[-+][0-9:]+)?"
_LONGEST_DATE = 100  # characters
# How to write a date after these words. No hint after others: “since”, “was” and “3 weeks before” change its meaning
_DAY_AFTER = rf"(?i)(?:de|op|on|(?:{AT_LATEST})(?: op| on)?)?"


def date_hint(text: str) -> str | None:
    """A hint with the date that the text probably means, in the notation of the file. None if that is not clear."""
    if re.fullmatch(NOT_KNOWN, text.strip()):
        return tr("did you mean {date}?", date=UNKNOWN)
    text = re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", re.sub("[\u2010-\u2015]", "-", " ".join(text.split())))
    text = re.sub(r"^([0-9]{4})([01][0-9])([0-3][0-9])$", r"\1-\2-\3", text)
    if re.fullmatch(_AMBIGUOUS, text) or len(text) > _LONGEST_DATE or not re.search("[0-9]", text):
        return None
    if clock := re.fullmatch(_CLOCK, text):
        day, written = clock[1] or "2023-06-15", f"{int(clock[2]):02}:{clock[3]}"
        example = f"{day}T{written}"
        if clock[4]:
            return tr("write a time without its zone, in the time of the agenda, as in {example}", example=example)
        if not clock[1]:
            return tr("write a time with its day, as in {example}", example=example)
        meant = example
    else:
        from briefcli.domain.dates.in_text import scan_dates
        from briefcli.domain.dates.words import AFTER, AHEAD

        found = [each for each in scan_dates(text) if each.certain or not each.when.confirmed]
        after_words = rf"{_DAY_AFTER}|(?P<before>{AHEAD})|(?P<after>{AFTER})"
        words = re.fullmatch(after_words, text[: found[0].start].strip()) if len(found) == 1 else None
        if words is None:
            return None
        day = found[0].when.text
        meant = {"before": f"../{day}", "after": f"{day}/.."}.get(words.lastgroup or "", day)
    if "XXXX" in meant:
        return tr("write it with its year, as in {example}", example=meant.replace("XXXX", "2023"))
    try:
        meant = parse_when(meant).text
    except WhenError:
        return None
    return tr("write {date}", date=meant) if meant.endswith("?") else tr("did you mean {date}?", date=meant)


def _flag(text: str) -> bool:
    word = text.lower()
    if word in TRUE | FALSE:
        return word in TRUE
    raise Refusal(codes.WRONG_TYPE, tr("“{text}” is neither true nor false", text=text), tr("write true or false"))


def _whole(text: str) -> int:
    try:
        return msgspec.convert(re.sub(r"^0+(?=[0-9])", "", text), int, strict=False)
    except msgspec.ValidationError:
        message = tr("“{text}” is not a whole number", text=text)
        raise Refusal(codes.WRONG_TYPE, message, tr("write digits only")) from None


def two_numbers(text: str, point: str = ".") -> tuple[str, str] | None:
    """How to write both numbers that a text such as `1.234` can mean, as the point may mark thousands. Else None."""
    found = re.fullmatch(r"([-+]?[1-9][0-9]{0,2})\.([0-9]{3})", text)
    if found is None:
        return None
    before, behind = found.groups()
    clear = (behind.rstrip("0") or "0") if behind.endswith("0") else f"{behind}0"
    return before + behind, f"{before}{point}{clear}"


def _number(text: str) -> int | float:
    if can_be := two_numbers(text):
        message = tr("“{text}” can mean two numbers", text=text)
        raise Refusal(codes.WRONG_TYPE, message, tr("write {one} or {other}", one=can_be[0], other=can_be[1]))
    hint = tr("write digits, with a decimal point")
    try:
        number = msgspec.convert(text, int | float, strict=False)
    except msgspec.ValidationError:
        number, hint = nan, tr("write a decimal point and no separators: 16.6, 20300")
    if number - number != 0:  # infinity or nan, which JSON does not have
        raise Refusal(codes.WRONG_TYPE, tr("“{text}” is not a number", text=text), hint)
    return number


@lru_cache(maxsize=1024)
def _word(kind: type[StrEnum], text: str) -> StrEnum:
    try:
        return kind(usual_word(text, list(kind)))
    except ValueError:
        message = tr("“{text}” is not one of: {words}", text=text, words=", ".join(kind))
        hint = nearest(text, kind) or tr("write one of these words exactly")
        raise Refusal(codes.UNKNOWN_WORD, message, hint) from None


def nearest(word: str, choices: Any) -> str | None:
    """A hint “did you mean …?” with the most similar choice. None if no choice is similar."""
    known = tuple(map(str, choices))
    meant = MEANT_KEYS.get(word.casefold(), ())
    found = next((each for each in meant if each in known), None) or _nearest(word, known)
    return None if found is None else tr("did you mean “{word}”?", word=found)


@lru_cache(256)  # for a file that has the same mistake a thousand times
def _nearest(word: str, choices: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches

    spelt = {choice.lower(): choice for choice in choices}
    found = get_close_matches(word.lower(), spelt, n=1, cutoff=0.6)
    return spelt[found[0]] if found else None


def first_sign_hint(text: str) -> str | None:
    """A hint if a text starts with a dash, or with a bullet or curly quotes of a word processor."""
    if text.startswith(tuple(BULLET_SIGNS)):
        return tr(LIST)
    if text.startswith("-"):
        return tr("write a space between a dash and its text")
    hint = tr('replace the curly quotes around the text with straight ones, as in "a text: with a colon"')
    return hint if text.startswith(("“", "”", "„", "‘", "’", "‚", "«", "»")) else None


def shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 60]} … {words[-50:]}"


_CONVERTERS: dict[type, Callable[[str], Any]] = {
    str: str,
    bool: _flag,
    int: _whole,
    float: _number,
    When: partial(_date, parse=parse_when, code=codes.BAD_DATE),
    Due: partial(_date, parse=parse_due, code=codes.BAD_DUE),
}
