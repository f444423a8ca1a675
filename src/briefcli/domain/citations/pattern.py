"""A regular expression that is compiled when it is first used."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """Like `re.compile`, later: one command uses few of the patterns in this package, and compiling all takes 40 ms."""

    def __init__(self, source: str, *, ignore_case: bool = False, dot_matches_all: bool = False) -> None:
        self.source = source
        self._flags = (re.IGNORECASE if ignore_case else 0) | (re.DOTALL if dot_matches_all else 0)

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        return re.compile(self.source, self._flags).match

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        return re.compile(self.source, self._flags).search

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        return re.compile(self.source, self._flags).fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        return re.compile(self.source, self._flags).finditer

    def starts(self, text: str) -> Iterator[int]:
        """Where in the text it matches."""
        return (match.start() for match in self.finditer(text))
