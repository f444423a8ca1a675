"""Whether a mark as memos have them stands apart in a text: in front, at its end, in brackets or as a sentence.

`domain/marks.py` says which words are a mark. Their pattern takes longer to compile than most files to read, so how a
text begins and ends is asked first.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from briefcli.domain.composed import folded
from briefcli.patterns import Pattern

# How every mark begins; asked first, as the pattern of the marks takes longer to compile than most files to read
_BEGINS = (
    "10(", "10.", "5.1", "5.2", "afges", "afsch", "alleen", "ambtsg", "anonim", "art ", "art.", "artikel", "audien",
    "bedrijfsgeh", "bedrijfsgev", "bedrijfsvertr", "beperkt", "beurs", "bij de openb", "bij openb", "bij publi",
    "bij woo", "c-ue", "chatham", "classif", "commerci", "commissievertr", "concurrentiegev", "conf ", "conf.",
    "confed", "confid", "confie", "cosmic", "dep ", "dep-", "dep.", "departem", "depv", "doelgr", "embarg", "eu-r",
    "eyes", "for offi", "for your eyes", "fouo", "fyeo", "geanon", "geel", "geen ", "gehei", "gehem", "gehie", "gelakt",
    "gerubr", "gheim", "grijs ", "grond", "ground", "internal", "interne ", "kabinetsg", "kabinetsvertr", "koersg",
    "lak", "let op", "limit", "marktgev", "mr-v", "n.o", "niet ", "niet-", "no fore", "nofo", "non", "not ", "off the",
    "off-the", "onder emb", "onder geh", "onlees", "onttr", "op grond", "openba", "persoonl", "politiek", "priv",
    "r-ue", "raadsvertr", "redact", "rel to", "restr", "rubric", "s-ue", "schrap", "sensit", "staatsg", "stg", "strikt",
    "tlp", "top secr", "uitgesl", "uitgez", "uitsl", "uitz", "verto", "vertr", "vertw", "verwijd", "vetro",
    "voor de minis", "voor de openb", "voor int", "voor openb", "voor publi", "vrijgest", "vóór de openb", "vóór openb",
    "weg te", "weggel", "weglak", "weglat", "weiger", "withh", "zeer", "zwart",
    *(f"{word}{sign}" for word in ("intern", "secret") for sign in " ,.:;!?)]}>*-/\"'\n…"),
    *(f"{law}{sign}" for law in ("wob", "woo") for sign in " ,-:.(gu"),
    *(f"{word})" for word in ("dv", "nc", "nr", "ns")),
    *(f"status: {word}" for word in ("gehei", "intern", "niet ", "vertr")),
    *(f"{word}{sign}" for word in ("public", "publiek") for sign in " -;,:=\"'"),
    *(
        f"{of}{sign}{word}"
        for of in ("nato", "navo", "otan", "eu", "ue")
        for sign in " -/"
        for word in ("clas", "conf", "rest", "secr", "top ", "uncl")
    ),
)  # fmt: skip
# How one begins that has another word in front; it has one of those pieces within it
_BEGINS_WITH_OTHER = (
    "begin ", "blijf", "bovenst", "concept", "deels ", "deze ", "dit ", "eind", "graag", "i.v.m", "is ", "ivm ", "mag ",
    "nog ", "onderst", "passage ", "punt ", "s.v.p", "start ", "svp", "t/m ", "tekst ", "tot ", "voorlop",
    "vooralsn", "word",
)  # fmt: skip
_WITHIN = (
    "confid", "embargo", "geheim", "gelakt", "gerubr", "intern ", "lakken", "niet delen", "niet naar", "niet verspr",
    "openb", "restricted", "secret", "vertr",
)  # fmt: skip
_LONGEST = 80  # characters of a line that is nothing but a mark
_MOST_WORDS = 12  # of a mark in capitals


def _by_letters(begins: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """By their first three letters, as a hand writes those: `ver`, `VER`, `Ver`, and with a slip `vER` or `VEr`."""
    turns = (str.lower, str.upper, str.capitalize, lambda each: each.capitalize().swapcase(), _two_capitals)
    by_three = ((first, tuple(found)) for first, found in groupby(sorted(begins), lambda each: each[:3]))
    return {turn(first): found for first, found in by_three for turn in turns}


def _two_capitals(letters: str) -> str:
    return letters[:2].upper() + letters[2:]


BY_LETTERS = _by_letters((*_BEGINS, *_BEGINS_WITH_OTHER))


# How a mark ends behind a comma or in capitals; and the last three letters of that, or of a no, asked of every text
_ENDINGS = (
    "classified", "confidential", "confidentieel", "delen", "geheim", "gelakt", "openbaar", "restricted", "secret",
    "vertrouwelijk", "verspreiden",
)  # fmt: skip
_LONGEST_ENDING = max(map(len, _ENDINGS))
LAST = frozenset(
    turn(f"{ending}{sign}"[-3:])
    for ending in (*_ENDINGS, "false", "nee", "off", "woo", "wob", *(f"{before}no" for before in " \t-=:;>\"'([{,"))
    for turn in (str.lower, str.upper)
    for sign in (("",) if ending.endswith("en") else ("", ".", "!"))
)
_BEHIND_SIGN = r"(?:,\s+|\s[/|]\s*|\s[#@^])([^,/|#@^]{3,80})$"
# What a hand writes behind a mark: a remark behind a sign or in brackets, its initials, the day
_NOTE = Pattern(
    r"(?:\s*+(?:[#@|<>].*|//?\s?\w.*|[\[({][^\])}]*+[\])}]?\W*+)|(?:\s*+[,;])?\s++(?:[–—-]++>?\s++)?"
    r"(?:(?i:d\.?\s?d|akkoord|per|sinds|vanaf)\b.*"
    r"|(?:[A-Z]{2,4}\b|[a-z]{2,3}(?=\W*+[0-9]))(?:\W*+[A-Z]{2,4}\b)*\W*+(?:[0-9].*)?))$"
)
_TOPICS = frozenset({"embargo", "intern", "privé", "private"})  # words of a list that only speaks of them
_MATTERS = ("informatie", "gegevens")  # in front of a colon the matter itself, in brackets a mark
_CAPITALS = r"[A-Z][A-Z.+:/-]+(?:[ ]+[A-Z][A-Z.+:/-]+)*"
AROUND = " \t\"'_.,=~#@^/–—!-"
_OPENS, _CLOSES, _DASHES, _ENDS = frozenset("([<{⟦*"), frozenset(")]>}⟧"), "-–—", frozenset(".!?|\n")
# What parts a text, so that a mark may stand apart in it; the full stop of an abbreviation in a mark does not
_PARTS = (
    r"(?=[\[({<⟦*\])}>⟧|\n:!?;.–—-])([\[{<⟦*\]}>⟧|\n]|\((?![0-9a-k]\))|(?<!\([0-9a-k])\)"
    r"|:(?!\s?(?:RED|AMBER|GREEN|red|amber|green)|[0-9])|[!?;](?=\s|$)"
    r"|(?<=\s)[–—-]+(?=\s)|(?<![Dd]ep)(?<![Ss]tg)(?<![Aa]rt)(?<!lid)(?<!V)(?<!DEP)(?<!STG)(?<!\.\w)\.(?=\s))"
)
_BEGIN = r"^|[.!?:;|/–—-]\s+"
_STARTS = re.compile(r"[^\w ,'’]\W*+(?=(\w.{2,15})?)")  # how what stands behind a sign begins
_NEAR_TO = tuple((len(word), Counter(word)) for word in ("vertrouwelijk", "confidentieel", "confidential", "geheim"))
_LONG = 10  # letters of a word that two slips leave readable


def begins_as_mark(words: str) -> bool:
    """Whether words begin as a mark does."""
    begins = BY_LETTERS.get(words[:3])
    if begins is None:
        return False
    small = f"{words[:_LONGEST].lower()} "
    return small.startswith(begins) and (not small.startswith(_BEGINS_WITH_OTHER) or _has_piece(small))


def has_start_as_mark(text: str) -> bool:
    """Whether the text, or what stands behind one of its signs, begins as a mark does."""
    if begins_as_mark(text):
        return True
    starts = [f"{each.lower()} " for each in _STARTS.findall(text) if each[:3] in BY_LETTERS]
    found = [each for each in starts if each.startswith(BY_LETTERS[each[:3]])]
    return any(not each.startswith(_BEGINS_WITH_OTHER) for each in found) or (bool(found) and _has_piece(text.lower()))


def _has_piece(small: str) -> bool:
    return any(piece in small for piece in _WITHIN)


def is_memo_mark(words: str, *, may_go_on: bool = False) -> bool:
    """Whether words are a mark as memos have it, slips of the hand included."""
    if not begins_as_mark(words):
        return False
    from briefcli.domain import marks

    if _is_misspelt(words) or marks.is_mark(words, may_go_on=may_go_on):
        return True
    marked = (words[:place] for place in range(min(len(words), _LONGEST)) if _NOTE.match(words, place))
    return any(
        _is_misspelt(each) or marks.is_mark(each) for each in marked if each.strip().casefold() not in {"", "embargo"}
    )


@lru_cache(maxsize=1_000)
def _is_misspelt(words: str) -> bool:
    """Whether one word has the letters of a mark but for a slip: `vertouwelijk`; or of `openbaar` behind a `niet`."""
    *before, word = folded(words).replace("-", " ").split()[-3:]
    if before:
        return before in (["niet"], ["nog", "niet"]) and _has_letters_of(word, len("openbaar"), Counter("openbaar"))
    return any(_has_letters_of(word, length, letters) for length, letters in _NEAR_TO)


def _has_letters_of(word: str, length: int, letters: Counter[str]) -> bool:
    slips = 1 + (length >= _LONG)
    if abs(len(word) - length) > slips:
        return False
    given = Counter(word)
    return (given - letters).total() <= slips and (letters - given).total() <= slips


def bears_mark(text: str) -> bool:
    """Whether a mark as memos have them is all of a text, or stands apart in it: in front, at the end, in brackets."""
    if begins_as_mark(text.lstrip("(")) and (
        _begins_with_label(text) or _is_before_comma(text) or _is_in_capitals(text, in_front=True)
    ):
        return True
    end = text[-2 * _LONGEST :]
    if text[-1:] in _CLOSES and any(is_memo_mark(end[found.end() :]) for found in re.finditer(_BEGIN, end)):
        return True  # the brackets hold a note
    return ends_with_mark(text) or any(
        is_memo_mark(words, may_go_on=goes_on) or (begins_as_mark(words) and _begins_with_label(words))
        for words, goes_on in _apart(text)
    )


def _begins_with_label(text: str) -> bool:
    from briefcli.domain import marks

    return marks.begins_with_label(text)


def _is_before_comma(text: str) -> bool:
    words, comma, _ = text.partition(",")
    return bool(comma) and words.casefold() not in _TOPICS and is_memo_mark(words)


def ends_with_mark(text: str) -> bool:
    """Whether a mark stands behind the last comma or slash, or is written in capitals behind words that are not."""
    text = text.rstrip(" .!")
    if not text[-_LONGEST_ENDING:].lower().endswith(_ENDINGS):
        return False
    found = re.search(_BEHIND_SIGN, text)
    if found is not None and found[1].casefold() not in _TOPICS and is_memo_mark(found[1]):
        return True
    return _is_in_capitals(text, in_front=False)


def _is_in_capitals(text: str, *, in_front: bool) -> bool:
    """Whether a mark in capitals stands before or behind words that are not all in capitals."""
    if text.isupper():
        return False
    runs = re.findall(_CAPITALS, text)
    words = runs[0 if in_front else -1].split() if runs else []
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        mark = " ".join(words[:length] if in_front else words[-length:])
        if (text.startswith(mark) if in_front else text.endswith(mark)) and is_memo_mark(mark):
            return True
    return False


def _apart(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a text in which a mark would stand apart, and whether it may say until when it holds."""
    parts = [*re.split(_PARTS, text.rstrip(" \n.!?;")), ""]
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
