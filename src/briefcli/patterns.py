"""Regular expressions that are compiled on first use.

One command uses few of them, and compiling them all would take most of its start-up time.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any


class Pattern:
    """A regular expression with the methods of `re.Pattern`, compiled when one of them is first used.

    `source` may be a function that makes the expression. It is called then.
    """

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[str]]
    split: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, source: str | Callable[[], str], flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    def __getattr__(self, method: str) -> Any:
        source = self.source if isinstance(self.source, str) else self.source()
        compiled = re.compile(source, self.flags)
        self.match, self.search = compiled.match, compiled.search
        self.fullmatch, self.finditer, self.findall = compiled.fullmatch, compiled.finditer, compiled.findall
        self.split, self.sub = compiled.split, compiled.sub
        return getattr(compiled, method)

    def after(self, text: str, position: int) -> int:
        """The end of the match at `position`, or `position` itself if there is no match."""
        match = self.match(text, position)
        return match.end() if match else position


def any_of(phrases: str, gap: str = r"\s") -> str:
    """A pattern that matches any of the phrases, tried in the order given.

    The phrases are on lines of their own or separated by `|`. Each may be a pattern itself. Every space in them is
    replaced by the pattern `gap`.
    """
    lines = (each.strip() for each in phrases.strip().splitlines())
    return f"(?:{'|'.join(lines).replace(' ', gap)})"


def any_words(phrases: str) -> Pattern:
    """A pattern that matches any of the phrases (see `any_of`) as whole words, ignoring case."""
    return Pattern(rf"(?i)\b{any_of(phrases)}\b")


def beginnings(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, also as the start of a longer word.

    The part that several words start with is tested only once, which is faster. If one word is the start of another,
    only the shorter one is matched.
    """
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[:1], set()).add(word[1:])
    if "" in rests:
        return ""
    branches = [re.escape(first) + beginnings(rest) for first, rest in sorted(rests.items(), reverse=True)]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
