"""The numbers or letters between the ends of a range, and which of two comes first."""

from typing import Final

from briefcli.catalog import tr

_WIDEST_RANGE: Final = 200
_MOST_LETTERS: Final = 12


def spread(first: str, last: str, longest: int) -> tuple[list[str], str | None]:
    """Everything from `first` to `last`, and why that may not be what is meant."""
    low, high = rank(first), rank(last)
    if low is None or high is None or high <= low:
        return [first, last], tr(
            'The range "{first}–{last}" runs backwards; only its ends are listed.', first=first, last=last
        )
    if last.isdigit() and len(last) > longest:
        return [first], tr(
            'The range "{first}–{last}" ends at no number a paper can have; only its start is listed.',
            first=first,
            last=last,
        )
    if high - low > (_WIDEST_RANGE if last[0].isdigit() else _MOST_LETTERS):
        return [first, last], tr(
            'The range "{first}–{last}" is too wide to be meant; only its ends are listed.', first=first, last=last
        )
    return [_unrank(each, is_letter=first[0].isalpha()) for each in range(low, high + 1)], None


def rank(value: str) -> int | None:
    """Letters count on after Z with AA, as the Eerste Kamer does. None for `42e`."""
    if value.isdigit():
        return int(value)
    if not value.isupper():
        return None
    place = 0
    for letter in value:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place


def height(value: str) -> int:
    """The rank, where `42e` is as high as 42."""
    return rank(value.rstrip("abcdefghijklmnopqrstuvwxyz")) or 0


def _unrank(place: int, *, is_letter: bool) -> str:
    if not is_letter:
        return str(place)
    letters = ""
    while place:
        place, last = divmod(place - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters
