"""Whether words are a mark of what is not public, and whether one stands apart in a text. In doubt it is not public.

`mark_phrases.py` lists the marks. Each that stands in a text is replaced by one letter, the sign of its kind, so that
the patterns here only say where a sign stands: apart, with nothing beside it but words such as `strikt`. So it is in
agendas, which have `public: false` for what is not public, and in memos. `marks.py` has what counts in memos besides.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from briefcli.domain.composed import folded
from briefcli.domain.mark_phrases import (
    BESIDE,
    OF_PARAGRAPHS,
    SLIPS,
    SPELT,
    SPELT_BEHIND,
    Kind,
    beginnings,
    marks_in,
    pattern_of,
)
from briefcli.patterns import Pattern

# For each kind one letter, and another where it is in capitals, of a script that no text here is written in
_SIGN = {kind: chr(0xA510 + place) for place, kind in enumerate(Kind)}
_CAPITAL = {kind: chr(0xA520 + place) for place, kind in enumerate(Kind)}
BESIDE_SIGN = "\ua530"


def signs_of(*kinds: Kind) -> str:
    return f"[{''.join(_SIGN[kind] + _CAPITAL[kind] for kind in kinds)}]"


_MARK = signs_of(*(kind for kind in Kind if kind is not Kind.TITLE))
_ANY = signs_of(*Kind)
_SUBJECT = Pattern(signs_of(Kind.TOPIC, Kind.CIRCLE))
_BARE_TOPIC, _HAS_MARK = Pattern(signs_of(Kind.TOPIC)), Pattern(_MARK)
_LONGEST_BEGINNING = 24
LONGEST = 100  # characters of what is nothing but a mark
UNMARKED = Pattern(
    r"(?i)\W*(?:rubricering|classificatie|merking|classification)\s*:\s*"
    r"(?:ongerubriceerd|geen|n\.?v\.?t|openbaar|none|public)\W*"
)


@lru_cache(maxsize=4_000)  # each line of a memo is asked several times
def signed(text: str) -> str:
    """The text with a sign in place of each mark; of a text with signs the same text."""
    pieces, last = [], 0
    for start, end, kind in marks_in(text):
        pieces += [text[last:start], (_CAPITAL if text[start:end].isupper() else _SIGN)[kind]]
        last = end
    return "".join((*pieces, text[last:]))


# A mark that stands apart, as texts of agendas have it

_BESIDE_WORDS = "|".join(sorted(map(pattern_of, BESIDE), key=len, reverse=True))  # the longer phrase first
_BESIDE = Pattern(rf"\b(?i:i\.?v\.?m\.?\s(?!{_ANY})\w+|{_BESIDE_WORDS})|{signs_of(Kind.TITLE)}")
_NUMBER = r"[0-9]+(?:u|uur)?\b"
_GOES_ON = Pattern(
    r"\b(?i:tot|op\sgrond|wegens|vanwege|conform|volgens|i\.?v\.?m|for|until|per|informatie|gegevens|passage|tekst|want"
    r"|omdat)\b"
)
# What a hand writes behind a mark: a remark behind a sign or in brackets, its initials, the day
_NOTE = (
    r"[\s.,;:!?*…✓\"'–—-]*+(?:[#@|<>].*|//?\s?\w.*|[\[({][^\])}]*+[\])}]?\W*+"
    r"|(?<=\s)(?:(?i:d\.?\s?d|akkoord|per|sinds|vanaf)\b.*"
    r"|(?:[A-Z]{2,4}\b|[a-z]{2,3}(?=\W*+[0-9]))(?:\W*+[A-Z]{2,4}\b)*\W*+(?:[0-9].*)?))"
)
_BESIDE_SIGNS = rf"(?:{BESIDE_SIGN}|\b[0-9]+(?:u|uur)?\b)"
_ALONE = Pattern(
    rf"(?P<mark>\W*(?:{_BESIDE_SIGNS}\W*)*{_MARK}(?:\W*(?:{_BESIDE_SIGNS}|{_MARK}))*?)(?:\W*|(?P<note>{_NOTE}))"
)
_SLIP = Pattern(r"\W*(?:(?P<before>(?:nog\s)?niet)[\s-])?(?P<word>[^\W\d_]+)", re.IGNORECASE)
_MAY_SLIP = Pattern(rf"\b(?:niet|{'|'.join(SLIPS)})", re.IGNORECASE)
_TWO_SLIPS = 10  # letters of a word that two slips leave readable
_COMMA_OR_SLASH = Pattern(r"(?:,\s+|\s[/|]\s*|\s[#@^])([^,/|#@^]{1,80})$")
_BEHIND_COMMA = (Kind.LABEL, Kind.SAID, Kind.ORDER)
_AT_END = Pattern(f"{signs_of(*_BEHIND_COMMA)}$")
_CAPITALS_AT_END = Pattern(f"[{''.join(_CAPITAL[kind] for kind in _BEHIND_COMMA)}]$")
_CAPITALS_IN_FRONT = Pattern(f"(?:[A-Z][A-Z.+:/-]+ +)*?[{''.join(_CAPITAL[kind] for kind in Kind)}]")
# Also as NATO marks a paragraph: `(NR) Allies agreed`
_LABEL_IN_FRONT = Pattern(rf"\W*{signs_of(Kind.LABEL)}(?![\w-])|\W*\((?:{'|'.join(OF_PARAGRAPHS)})\)\s")
_MATTERS = ("informatie", "gegevens")  # in front of a colon the matter itself, in brackets a mark
AROUND = " \t\"'“”„‘’«»_.,=~#@^/–—!-"
_OPENS, _CLOSES, _DASHES, _ENDS = frozenset("([<{⟦*"), frozenset(")]>}⟧"), "-–—", frozenset(".!?|\n")
# What parts a text, so that a mark may stand apart in it; a full stop of `s.v.p. ` does not
_PARTS = re.compile(r"([\[({<⟦*\])}>⟧|\n]|:(?![0-9])|[!?;](?=\s|$)|(?<=\s)[–—-]+(?=\s)|(?<!\.\w)\.(?=\s))")
_LAST_SIGN = re.compile(r"[,/|#@^][^,/|#@^]*$")
_BEGIN = re.compile(r"^|[.!?:;|/–—-]\s+")
_STARTS = re.compile(r"[^\w '’]\W*+(?=(\w.{2,24})?)")  # how what stands behind a sign begins


@lru_cache(maxsize=1_000)  # the same words come back in file after file
def is_mark(words: str, *, may_go_on: bool = False) -> bool:
    """Whether words are a mark and no part of a sentence: `niet openbaar`, `Dep. V.`, `Woo 5.1.2e JK 12/3`, `gehiem`.

    With `may_go_on` also where they say why or until when: `vertrouwelijk tot de Raad beslist`.
    """
    signs = _without_slip(signed(words))
    if not _HAS_MARK.search(signs):
        return False
    if UNMARKED.fullmatch(words):
        return False
    found = _ALONE.fullmatch(_BESIDE.sub(BESIDE_SIGN, signs))
    if found is None or len(found["mark"]) > LONGEST:
        return may_go_on and _goes_on(signs)
    return not (found["note"] and _BARE_TOPIC.fullmatch(found["mark"].strip()))


def _goes_on(signs: str) -> bool:
    """Whether a mark says why, or until when, it is one."""
    return any(is_mark(signs[: found.start()]) for found in _GOES_ON.finditer(signs[:LONGEST]))


def _without_slip(words: str) -> str:
    """The words with a sign for a first word that has the letters of a mark but for a slip: `vertouwelijk`."""
    found = _SLIP.match(words)
    if found is None:
        return words
    right, before = SPELT_BEHIND
    of = (right,) if found["before"] and " ".join(found["before"].lower().split()) in before else SPELT
    is_slip = any(_is_near(folded(found["word"]), each) for each in of)
    return f"{_SIGN[Kind.SAID]}{words[found.end() :]}" if is_slip else words


@lru_cache(maxsize=1_000)
def _is_near(word: str, right: str) -> bool:
    """Whether a word has the letters of another, in any order, but for a slip or two."""
    slips = 1 + (len(right) >= _TWO_SLIPS)
    if abs(len(word) - len(right)) > slips:
        return False
    given, letters = Counter(word), Counter(right)
    return (given - letters).total() <= slips and (letters - given).total() <= slips


def may_begin(text: str) -> bool:
    """Whether a text begins as a mark does, or as a word beside one. Asked of every text, so it is quick."""
    begin = text if text[:1].isalnum() else text.lstrip(f"{AROUND}([<")
    known = beginnings().get(begin[:3].lower())
    return known is not None and f"{begin[:_LONGEST_BEGINNING].lower()} ".startswith(known)


def may_end(text: str) -> bool:
    """The same of what stands behind its last comma or slash; or whether its end is in capitals."""
    if text[-4:-1].isupper():
        return True
    found = _LAST_SIGN.search(text) if "," in text or "/" in text or "|" in text or "#" in text else None
    return found is not None and may_begin(found[0].lstrip(" ,/|#@^"))


def may_stand_apart(text: str) -> bool:
    """The same of what stands behind any of its signs, or of its end."""
    return text[-4:-1].isupper() or any(map(may_begin, _STARTS.findall(text)))


def stands_apart(text: str) -> bool:
    """Whether a mark is all of a text, or stands apart in it: in front, at its end, in brackets or as a sentence."""
    signs = signed(text)
    if signs == text and not _MAY_SLIP.search(text):
        return _LABEL_IN_FRONT.match(text) is not None
    if _LABEL_IN_FRONT.match(signs) or _is_before_comma(signs) or ends_with_mark(text):
        return True
    if not text.isupper() and (capitals := _CAPITALS_IN_FRONT.match(signs)) and is_mark(capitals[0]):
        return True
    end = signs[-2 * LONGEST :]
    if text[-1:] in _CLOSES and any(is_mark(end[found.end() :]) for found in _BEGIN.finditer(end)):
        return True  # the brackets hold a note
    return any(is_mark(words, may_go_on=goes_on) or _LABEL_IN_FRONT.match(words) for words, goes_on in _apart(signs))


def _is_before_comma(signs: str) -> bool:
    words, comma, _ = signs.partition(",")
    return bool(comma) and not _SUBJECT.fullmatch(words) and is_mark(words)


def ends_with_mark(text: str) -> bool:
    """Whether a mark stands behind the last comma or slash, or is written in capitals behind words that are not."""
    signs = signed(text).rstrip(" .!")
    if not _AT_END.search(signs[-1:]):
        return False
    found = _COMMA_OR_SLASH.search(signs)
    if found is not None and is_mark(found[1]):
        return True
    return not text.isupper() and _CAPITALS_AT_END.search(signs) is not None


def _apart(signs: str) -> Iterator[tuple[str, bool]]:
    """The parts of a text in which a mark would stand apart, and whether it may say until when it holds."""
    parts = [*_PARTS.split(signs.rstrip(" \n.!?;")), ""]
    before, is_inside = "", False
    for part, behind in zip(parts[::2], parts[1::2], strict=True):
        words = part.strip(AROUND)
        is_first, is_opened = not before, before in _OPENS
        is_inside = (is_inside or (is_opened and before != "*")) and before not in _CLOSES
        if words:
            is_named = behind in {":", "\n"}
            is_between = before[:1] in _DASHES and behind[:1] in _DASHES
            is_apart = not behind or is_first or is_named or behind in _ENDS or is_between
            if is_inside or is_opened:
                yield words, True
            elif is_apart and before not in _CLOSES and behind not in _OPENS:
                yield words, is_named and not words.endswith(_MATTERS)
        if words or behind:
            before = before if not words and is_first and behind not in _OPENS else behind.strip(" \t") or " "
