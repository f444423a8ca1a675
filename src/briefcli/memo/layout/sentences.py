"""Running text is divided into sentences, each with its place in the text."""

import re

_END = re.compile(r"[.?!]['’\"”)]*\s+(?=['‘“\"(]?[A-Z0-9À-Þ])")
_NO_END = re.compile(
    r"(?:\b(?:nrs?|artt?|blz|p|d\.d|dr|mr|mw|dhr|prof|drs|ir|ing|bijv|resp|(?!(?:a\.s|j\.l)\.)[a-z](?:\.[a-z])+|ca|max|min|st|zgn"
    r"|inz|[A-Z])|(?<![0-9])[0-9]{1,2})\.['’\"”)]*\s+$"
)
# Behind `a.s.` and `jl.` a sentence goes on unless a capital follows
_COUNTED = re.compile(r"\b(?:jl|j\.l|a\.s)\.\s+$")
TITLE_WORDS = 15
_LONGEST = 1500  # characters: what goes on for longer is no sentence, and is read in pieces


def sentences(text: str) -> list[tuple[str, int]]:
    """All sentences in order, each with its place in code points; together they hold every word of the text."""
    found: list[tuple[str, int]] = []
    start = 0
    depth = 0
    scanned = 0
    for stop in _END.finditer(text):
        start = _cut_off(text, start, stop.start(), found)
        depth += text.count("(", scanned, stop.end()) - text.count(")", scanned, stop.end())
        scanned = stop.end()
        before = text[max(stop.end() - 16, start) : stop.end()]
        goes_on = _COUNTED.search(before) and not text[stop.end() : stop.end() + 1].isupper()
        if depth > 0 or goes_on or _NO_END.search(before):
            continue
        depth = 0
        found.append((text[start : stop.end()].rstrip(), start))
        start = stop.end()
    start = _cut_off(text, start, len(text), found)
    if text[start:].strip():
        found.append((text[start:].rstrip(), start))
    return found


def shortened(text: str, around: int = 0) -> str:
    """At most fifteen words of a sentence, with the one at offset `around` among them."""
    words = text.split()
    if len(words) <= TITLE_WORDS:
        return text
    first = max(len(text[:around].split()) - TITLE_WORDS * 2 // 3, 0)
    first = min(first, len(words) - TITLE_WORDS)
    kept = " ".join(words[first : first + TITLE_WORDS])
    return f"{'… ' if first else ''}{kept}{' …' if first + TITLE_WORDS < len(words) else ''}"


def _cut_off(text: str, start: int, end: int, found: list[tuple[str, int]]) -> int:
    """Add pieces of a text that has no sentence end for too long; gives where the rest begins."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        stop = space + 1 if space > start else start + _LONGEST
        found.append((text[start:stop].rstrip(), start))
        start = stop
    return start
