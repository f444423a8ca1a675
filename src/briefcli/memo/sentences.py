"""Running text is divided into sentences, each with its place in the text."""

import re

import msgspec

_END = re.compile(r"[.?!]['’\"”)]*\s+(?=['‘“\"(]?[A-Z0-9À-Þ])")
_NO_END = re.compile(
    r"(?:\b(?:nrs?|artt?|blz|p|jl|j\.l|a\.s|d\.d|dr|mr|mw|dhr|prof|drs|ir|ing|bijv|resp|[a-z](?:\.[a-z])+|ca|max|min|st|zgn"
    r"|inz|[A-Z])|(?<![0-9])[0-9]{1,2})\.['’\"”)]*\s+$"
)


class Sentence(msgspec.Struct, frozen=True):
    """`start` counts code points of the text that the sentence stands in."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def sentences(text: str) -> list[Sentence]:
    """All sentences in order; together they hold every word of the text."""
    found: list[Sentence] = []
    start = 0
    depth = 0
    scanned = 0
    for stop in _END.finditer(text):
        depth += text.count("(", scanned, stop.end()) - text.count(")", scanned, stop.end())
        scanned = stop.end()
        if depth > 0 or _NO_END.search(text[max(stop.end() - 16, start) : stop.end()]):
            continue
        depth = 0
        found.append(Sentence(text[start : stop.end()].rstrip(), start))
        start = stop.end()
    if text[start:].strip():
        found.append(Sentence(text[start:].rstrip(), start))
    return found
