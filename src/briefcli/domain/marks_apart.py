"""Whether words are a mark (“not public”), and whether a text has one that stands apart. In doubt, it is not public.

`mark_phrases.py` lists the marks. Each mark in a text is replaced by one letter, the sign of its kind. The patterns
here then only say where a sign may be: apart, with nothing beside it but words such as `strikt`. In agendas, which have
`public: false` for what is not public, only such a mark counts. In memos other marks count too: see `marks.py`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from unicodedata import normalize

from briefcli.domain.composed import INVISIBLE, PLAIN_SIGNS, folded
from briefcli.domain.mark_phrases import (
    BEFORE,
    BESIDE,
    CAPITAL,
    OF_PARAGRAPHS,
    SIGN,
    SPELT,
    Kind,
    marks_in,
    pattern_of,
)
from briefcli.domain.mark_remarks import with_remarks
from briefcli.patterns import Pattern

BESIDE_SIGN = "\ua530"


def signs_of(*kinds: Kind) -> str:
    return f"[{''.join(SIGN[kind] + CAPITAL[kind] for kind in kinds)}]"


_MARK = signs_of(*(kind for kind in Kind if kind not in {Kind.TITLE, Kind.ELSE}))
_ANY = signs_of(*Kind)
_SUBJECT = Pattern(signs_of(Kind.TOPIC, Kind.CIRCLE))
_BARE_TOPIC, _BARE_CIRCLE = Pattern(signs_of(Kind.TOPIC)), Pattern(signs_of(Kind.CIRCLE))
_HAS_MARK = Pattern(_MARK)
LONGEST = 100  # characters that a mark on its own may have
_UNMARKED = Pattern(
    r"(?i)\W*(?:rubricering|classificatie|merking|classification)\s*:\s*"
    r"(?:ongerubriceerd|geen|n\.?v\.?t|openbaar|none|public)\W*"
)


# Letters of other alphabets, each followed by the Latin letter that it looks like
_LETTERS = (
    "\u0410A\u0412B\u0415E\u041aK\u041cM\u041dH\u041eO\u0420P\u0421C\u0422T\u0425X\u0406I\u0408J\u0405S"
    "\u0430a\u0435e\u043eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0458j\u0455s\u03bfo\u03bdv\u0138k"
)
# Locks, signs that forbid, and faces that keep silent
_LOCKS = "\u26d4\U0001f6ab\U0001f507\U0001f50f\U0001f510\U0001f512\U0001f648\U0001f64a\U0001f910\U0001f92b"
_LOOKS_LIKE = str.maketrans(
    dict.fromkeys(INVISIBLE, "")
    | PLAIN_SIGNS
    | {chr(0xFEE0 + place): chr(place) for place in range(0x21, 0x7F)}  # full-width characters
    | dict(zip(_LETTERS[::2], _LETTERS[1::2], strict=True))
    | {"\u0132": "IJ", "\u0133": "ij", **dict.fromkeys(_LOCKS, "[withheld] ")}
    | {place: without for place in range(0xC0, 0x180) if (without := normalize("NFD", chr(place))[0]).isascii()}
)
# Markup of Markdown and HTML: bold, italics, colour, code and the like, and text that is struck out
_MARKUP = Pattern(
    r"(?i)</?(?:b|i|u|em|strong|mark|span|font|small|code|p|br|div|td|li|h[1-6])(?:\s[^<>=]{1,20}=[^<>]{0,80})?>"
    r"|`{1,3}|~{2,}|<{2,}|>{2,}|^>|(?<!\w)_{1,3}|_{1,3}(?!\w)"
)
_SET_APART, _SPACED = Pattern(r"(?<!\*)\*{1,3}([^*\n]{1,80})\*{1,3}"), Pattern(r"\W*(?:[^\W\d_] ){4,}[^\W\d_](?!\w)")
_STRUCK_OUT = Pattern(r"(?i)~~[^~\s][^~]*~~|<(?:s|del|strike)>")  # not meant to be read, so it counts as a mark
# A sign such as a warning triangle or an arrow, which sets words apart as a dash does
_PICTURES = "\u2190"  # no earlier character is a picture
_PICTURE = Pattern("[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?")
_ARROW = Pattern(r"(?<=\s)(?:[=-]?>|~)(?=\s)")
# A character that a PDF does not name, with what its bytes look like. At the edge of a word it may be a dash
_UNREADABLE = Pattern(
    " ?(?:(?<!\\w)[^\\w\\s\ufffd]{0,3}\ufffd{1,3}[^\\w\\s]{0,3}|[^\\w\\s]{0,3}\ufffd{1,3}[^\\w\\s]{0,3}(?!\\w)) ?"
)


def as_seen(text: str) -> str:
    """The text in plain letters and spaces, with brackets around words in bold or the like: `**vertrouwelijk** …`."""
    if "\ufffd" in text:
        text = _UNREADABLE.sub(" – ", text)
    if not text.isascii():
        text = text.translate(_LOOKS_LIKE)
        text = _PICTURE.sub(" – ", text) if max(text, default="") >= _PICTURES else text
    text = text.replace("n’t", " not").replace("n't", " not")
    if text[1:2] == " " == text[3:4] and (spaced := _SPACED.match(text)):  # V E R T R O U W E L I J K
        text = spaced[0].replace(" ", "") + text[spaced.end() :]
    if "_" in text or "`" in text or "<" in text or ">" in text or "~" in text:
        mark = "[withheld] " if _STRUCK_OUT.search(text) else ""
        text = mark + _MARKUP.sub("*", _ARROW.sub("–", text))
    return _SET_APART.sub(r"[\1]", text) if "*" in text else text


@lru_cache(maxsize=4_000)  # each line of a memo is looked at several times
def signed(text: str) -> str:
    """The text `as_seen`, with each mark replaced by its sign. A text that already has its signs stays the same."""
    text = as_seen(text).replace("_", " ")
    if _UNMARKED.fullmatch(text):
        return text
    pieces, last = [], 0
    for start, end, kind in marks_in(text):
        pieces += [text[last:start], (CAPITAL if text[start:end].isupper() else SIGN)[kind]]
        last = end
    return _LIKE_MARK.sub(_sign_of_slip, "".join((*pieces, text[last:])))


def _sign_of_slip(found: re.Match[str]) -> str:
    return SIGN[Kind.STRONG] if is_spelt_like(re.sub(r"\W", "", spelling(found[0])), SPELT) else found[0]


# Marks that stand apart, as in the texts of agendas


def _beside() -> str:
    words = "|".join(sorted(map(pattern_of, BESIDE), key=len, reverse=True))  # the longer phrase first
    return rf"\b(?i:i\.?v\.?m\.?\s(?!{_ANY})\w+|{words})|{signs_of(Kind.TITLE)}"


_BESIDE = Pattern(_beside)
# Words that may follow a mark: until when it holds, or why
_WHY = (
    r"tot(?:dat)?|t/?m|na(?:dat)?|voordat|vanaf|zodra|zolang|tijdens|gedurende|hangende|in\safwachting|tenzij|op\sgrond|wegens"
    r"|vanwege|i\.?v\.?m|until|unless|pending|because|per|want|omdat|aangezien|jusqu|bis"
)
WHY = Pattern(rf"\b(?i:{_WHY})\b")
# A note that a person adds after a mark: a remark after a character or in brackets, initials, a date
_NOTE = (
    r"[\s.,;:!?*…✓\"'–—-]*+(?:[#@|<>].*|//?\s?\w.*|[\[({][^\])}]*+[\])}]?\W*+"
    r"|(?<=\s)(?:(?i:d\.?\s?d|akkoord|per|sinds|vanaf)\b.*"
    r"|(?:[A-Z]{2,4}\b|[a-z]{2,3}(?=\W*+[0-9]))(?:\W*+[A-Z]{2,4}\b)*\W*+(?:[0-9].*)?))"
)
_BESIDE_SIGNS = rf"(?:{BESIDE_SIGN}|\b[0-9]+(?:u|uur)?\b)"
_ALONE = Pattern(
    rf"(?P<mark>\W*(?:{_BESIDE_SIGNS}\W*)*{_MARK}(?:\W*(?:{_BESIDE_SIGNS}|{_MARK}))*)(?:\W*|(?P<note>{_NOTE}))"
)
# Words that may be a mark with typos: `vertouwelijk`, `g3heim`, `neit openbaar`
_LIKE_MARK = Pattern(r"(?i)\b(?:[vgc][^\W_]{4,}|[^\W_]+(?:lijk|heim|tial|tieel)|n[^\W\d_]{1,3}[\s-]o[^\W\d_]{5,8})\b")
_DIGITS = str.maketrans("01345", "oieas")  # in place of the letters that they look like
_TWO_SLIPS = 10  # letters that a word must have to be recognised with two typos
# A mark at the start or end of a text withholds it, unless the words plainly say something else: `embargo tegen Iran`,
# `Het verslag is niet openbaar`, `Dat is geen geheim`, `Lidstaten willen dit niet delen`


@cache
def _before() -> str:
    return rf"(?:(?i:{'|'.join(map(pattern_of, BEFORE))}|[0-9]++|[a-z]\))\W*+)*"


# Also behind a comma (`…, alleen voor intern gebruik`), or before words that say how long (`… geheim tot vertrek`) or
# what was told: `Rome geeft vertrouwelijk aan dat …`
_ASIDE = Pattern(
    lambda: (
        rf",\s{signs_of(Kind.REMARK, Kind.WORD)}\W*$|,\s{_before()}{signs_of(Kind.STRONG)}(?!-?\s?(?:en|of)\b)"
        rf"|{signs_of(Kind.STRONG)}\s(?i:tot(?:dat)?|t/m|zolang|until)\b"
        rf"|(?<!geen\s)(?<!niet\s)(?<!publiek\s){signs_of(Kind.STRONG, Kind.FRONT)}(?i:\s(?:aan|mee|toe|weten|laten|ons"
        r"|\w*(?:meld|deeld|teld|zegd|geven|nomen|hoord|vestigd|ated)))*\s(?i:dat|that)\b"
    )
)
_IN_FRONT = Pattern(
    lambda: (
        rf"\W*{_before()}(?:{signs_of(Kind.STRONG, Kind.FRONT)}(?!-?\s?(?:en|of)\b)"
        rf"|{signs_of(Kind.ORDER)}\s(?i:dat|that)\b"
        rf"|[{''.join(CAPITAL[kind] for kind in Kind if kind is not Kind.TOPIC)}](?=\s.*[a-z])"
        rf"|{signs_of(Kind.TOPIC)}(?!\s(?i:op|tegen|jegens|on|against|en|and)\b|[,'’]))"
    )
)
_BEHIND = r"(?:\W+(?i:houden|gehouden|behandel(?:en|d)|s\.?v\.?p|a\.?u\.?b|graag|please))*\W*$"
_AT_END = Pattern(f"{signs_of(Kind.LABEL, Kind.STRONG, Kind.FRONT, Kind.ORDER)}{_BEHIND}")
_STATEMENT = Pattern(
    rf"(?i)\W*(?:(?:de|het|die|dat|dit|deze|the|this|that)\s)?(?:[^\W\d_]+\s)?(?:is|was|zijn|waren|word(?:t|en)|werd(?:en)?"
    rf"|blijf(?:t|ven)|are|were)\s(?:(?:nog|ook|altijd|steeds|deels|not)\s)*{_MARK}{_BEHIND}"
)
_ABOUT = Pattern(
    rf"(?i)\b(?:geen|een|het|niet|an?|the|no|not)(?:\s(?:publiek|langer|meer|voor))?\s{_MARK}{_BEHIND}"
    # `Wij zullen dit verdedigen, niet prijsgeven`
    r"|\b(?:kan|kunnen|wil|willen|mag|mogen|zal|zullen|moet|moeten|zou|zouden|te|om)\b[^.;:!?]{0,80}"
    rf"en,\s{signs_of(Kind.ORDER)}{_BEHIND}"
    # `De Commissie heeft nog niets laten weten`
    rf"|\w\s(?:heeft|hebben|laat|laten)\s(?:(?:dit|zich|nog|ook)\s)*{signs_of(Kind.ORDER)}{_BEHIND}"
    r"|^\W*(?:waarom|hoe|welke?|wie|wanneer|is|zijn|was|waren|word(?:t|en)|mag|mogen|kan|klopt|heeft|hebben|why|how)\b"
    # `Dat kunnen we niet delen` and `dit mag niet bekend worden` are about the text
    r"|(?<![^.,;:!?])(?![^.,;:!?]*\b(?:we|wij|je|ik)\b|\s?(?:(?:maar|en)\s)?(?:dit|dat|deze)\b)"
    r"[^.,;:!?]*\b(?:kan|kunnen|wil|willen|mag|mogen|zal|zullen|moet|moeten"
    rf"|zou|zouden|hoeft|hoeven|te|om|omdat|die|can|will|would)\b[^.,;:!?]{{0,80}}{signs_of(Kind.ORDER)}{_BEHIND}"
)
# Also as NATO marks a paragraph: `(NR) Allies agreed`
_LABEL_IN_FRONT = Pattern(rf"\W*{signs_of(Kind.LABEL)}(?![\w-])|\W*[(\[](?:{'|'.join(OF_PARAGRAPHS)})[)\]]\s")
AROUND = " \t\"'“”„‘’«»_.,=~#@^/–—!-"
_OPENS, _CLOSES, _DASHES, _ENDS = frozenset("([<{⟦*"), frozenset(")]>}⟧"), "-–—", frozenset(".!?|#\n")
# A dash with a space on at least one side; in `vertrouwelijk- en geheimhouding` it is part of a word
_DASH = r"(?<=\s)[–—-]+|(?<![–—-])[–—-]++(?=\s(?!(?:en|of)\b))"
# Characters that split a text into parts in which a mark can stand apart. The full stop of `s.v.p. ` does not split
_PARTS = Pattern(
    rf"([\[({{<⟦*\])}}>⟧|\n;]|:(?![0-9])|[!?](?=\s|$)|(?<=\s)(?:#|(?:=|//)(?=\s))|{_DASH}"
    r"|(?<!\.\w)\.(?=\s)|[ \t]{2,}|\t)"
)
_STOP = Pattern(rf"\s*(?:{_DASH})\s*|[:!.]\s|[;,\n]")
_BEGIN = Pattern(r"^|[.!?:;|/–—-]\s+")
_OURS = signs_of(Kind.ORDER, Kind.REMARK)
_IS_OURS = Pattern(_OURS)
# The last clause of a text, if it is about the text too: `…, maar dat mag niet naar buiten`
_CLAUSE = Pattern(
    rf"(?:,?\s(?:maar|doch|but|dus)|(?<!en),|,(?!\s{_OURS}))\s(?=[^,;:!?]*(?:\b(?:dit|dat|deze|this|that|it)\b|{_OURS}))"
    r"([^,;:!?]++)[^\w,]*$"
)
_WRAP = Pattern(r"(?<=[^.!?:;\s])[ \t]*\n[ \t]*(?=[a-z])")  # the next line goes on with the sentence


@lru_cache(maxsize=1_000)  # the same words come back in file after file
def is_mark(words: str, *, before: Pattern | None = None, noted: bool = True) -> bool:
    """Whether words are a mark, not part of a sentence: `niet openbaar`, `Dep. V.`, `Woo 5.1.2e JK 12/3`, `gehiem`.

    If `before` is given, a mark that goes on with such a word counts too: `vertrouwelijk tot de Raad beslist`. If
    `noted` is false, a mark with a note behind it (`JK 12/3`) does not count.
    """
    signs = with_remarks(signed(words))
    if not _HAS_MARK.search(signs):
        return False
    found = _ALONE.fullmatch(_BESIDE.sub(BESIDE_SIGN, signs))
    if found is None or len(found["mark"]) > LONGEST:
        return before is not None and _goes_on(signs, before)
    return not found["note"] or (noted and not _BARE_TOPIC.fullmatch(found["mark"].strip()))


def _goes_on(signs: str, words: Pattern) -> bool:
    """Whether a mark comes before one of the words. A circle alone is not enough: `intern na te gaan`."""
    before = (signs[: found.start()] for found in words.finditer(signs[:LONGEST]))
    return any(is_mark(each) and not _BARE_CIRCLE.fullmatch(each.strip()) for each in before)


KnownWords = tuple[str, ...] | frozenset[str]


@cache
def _by_length(known: KnownWords) -> Mapping[int, Sequence[tuple[str, Counter[str], int]]]:
    """For each length, the known words that a word of that length may be: word, its letters, typos that it may have."""
    found: dict[int, list[tuple[str, Counter[str], int]]] = {}
    for right in known:
        slips = 1 + (len(right) >= _TWO_SLIPS)
        for length in range(len(right) - slips, len(right) + slips + 1):
            found.setdefault(length, []).append((right, Counter(right), slips))
    return found


def is_spelt_like(word: str, known: KnownWords) -> bool:
    """Whether a word has the letters of a known word, in any order, apart from a typo; from two in a long word.

    Its first or its last letter must be right: `genotificeerd` has most of the letters of `confidentieel`.
    """
    letters = set(word)
    for right, meant, slips in _by_length(known).get(len(word), ()):
        if (word[0] == right[0] or word[-1] == right[-1]) and len(letters.difference(right)) <= slips:
            given = Counter(word)
            if (given - meant).total() <= slips and (meant - given).total() <= slips:
                return True
    return False


RECOGNISED = (*SPELT, "openbaar")


def spelling(word: str) -> str:
    """The word in small letters without accents, and with letters for the digits in it: `g3heim`."""
    return folded(word).translate(_DIGITS)


def stands_apart(text: str, *, is_open: bool = False) -> bool:
    """Whether a text is a mark, or has one that stands apart: at the start or end, in brackets or as a sentence.

    If the author says that the text `is_open`, a strong mark needs punctuation beside it too.
    """
    signs = with_remarks(signed(_WRAP.sub(" ", text) if "\n" in text else text))
    if _LABEL_IN_FRONT.match(signs):
        return True
    if not _HAS_MARK.search(signs):
        return False
    before = ((signs[: found.start()], found[0]) for found in _STOP.finditer(signs[:LONGEST]))
    if any(is_mark(words) and not (stop == "," and _SUBJECT.fullmatch(words)) for words, stop in before):
        return True
    end = signs[-2 * LONGEST :]
    if text[-1:] in _CLOSES and any(is_mark(end[found.end() :]) for found in _BEGIN.finditer(end)):
        return True  # the brackets contain a note behind the mark
    return any(
        is_mark(words, before=WHY) or _LABEL_IN_FRONT.match(words) or (not is_open and _is_strong(words))
        for words in (signs, *_apart(signs, is_open=is_open))
    )


def _is_strong(signs: str) -> bool:
    """Whether the words start or end with a mark that needs nothing to set it apart: `geheim diner`, `diner geheim`."""
    if _IN_FRONT.match(signs) or _ASIDE.search(signs):
        return True
    end = signs.rstrip(" .!?")[-LONGEST:]
    is_inside = end[-1:] in _CLOSES and sum(map(signs.count, _OPENS)) == 1  # the brackets are a part of their own
    return (
        not is_inside and _AT_END.search(end) is not None and not (_STATEMENT.fullmatch(signs) or _ABOUT.search(signs))
    )


def _apart(signs: str, *, is_open: bool) -> Iterator[str]:
    """The parts of a text in which a mark would stand apart; also its last clause, unless it `is_open`."""
    parts = [*_PARTS.split(signs.rstrip(" \n.!?;")), ""]
    before, is_inside = "", False
    for part, sign in zip(parts[::2], parts[1::2], strict=True):
        words, behind = part.strip(AROUND), sign if sign.strip() or sign in {"", "\n"} else "|"  # spaces part columns
        is_first, is_opened = not before, before in _OPENS
        is_inside = (is_inside or (is_opened and before != "*")) and before not in _CLOSES
        if words:
            is_between = before[:1] in _DASHES and behind[:1] in _DASHES
            is_noted = before in _ENDS and behind in _OPENS
            is_apart = (is_first and behind not in _OPENS) or is_between or behind in {"", ":", *_ENDS}
            if is_inside or is_opened:
                yield words.removesuffix("informatie").removesuffix("gegevens")
                yield from (each for each in words.split(", ") if not _SUBJECT.fullmatch(each))
            elif is_noted or (is_apart and before not in _CLOSES):
                yield words
            if behind == ":" or before[:1] in {*_DASHES}:
                yield from filter(_IS_OURS.search, words.split(", "))
        if words or behind:
            before = before if not words and is_first and behind not in _OPENS else behind
    if not is_open and (clause := _CLAUSE.search(signs[-LONGEST:])):
        yield clause[1]
