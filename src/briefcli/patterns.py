"""Patterns that are compiled when first needed: one command uses few of them, and compiling takes most of a start."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any


class Pattern:
    """Like `re.compile`, later."""

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    sub: Callable[..., str]

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    def __getattr__(self, method: str) -> Any:
        compiled = re.compile(self.source, self.flags)
        self.match, self.search = compiled.match, compiled.search
        self.fullmatch, self.finditer, self.sub = compiled.fullmatch, compiled.finditer, compiled.sub
        return getattr(compiled, method)

    def after(self, text: str, position: int) -> int:
        """Where a match at this place ends; the place itself where there is none."""
        match = self.match(text, position)
        return match.end() if match else position


def any_of(phrases: str, gap: str = r"\s") -> str:
    """A pattern for any of the phrases of a text, in its order: they stand on lines of their own or between `|`.

    Each may be a pattern itself, in which a blank stands for `gap`.
    """
    lines = (each.strip() for each in phrases.strip().splitlines())
    return f"(?:{'|'.join(lines).replace(' ', gap)})"


def any_words(phrases: str) -> Pattern:
    """Any of the phrases, as for `any_of`, as whole words in small letters or capitals."""
    return Pattern(rf"(?i)\b{any_of(phrases)}\b")


def beginnings(words: Iterable[str]) -> str:
    """A pattern for the beginning that tells any of the words; it shares what they have in common, which is quicker."""
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[:1], set()).add(word[1:])
    if "" in rests:
        return ""
    branches = [re.escape(first) + beginnings(rest) for first, rest in sorted(rests.items(), reverse=True)]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
