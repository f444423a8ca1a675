"""Tells whether a key with its value, a line, or a part of a text may be a mark of what is not public.

`domain/mark_phrases.py` lists the marks in texts. This module says how the author of a file writes one, typos included.
The same functions serve keys, items, texts, comments, and the lines of a file that cannot be read.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from briefcli.domain.mark_phrases import OF_PARAGRAPHS, pieces_needed
from briefcli.domain.mark_remarks import holds_remark
from briefcli.domain.marks import has_mark_word, is_marked
from briefcli.domain.marks_apart import AROUND, RECOGNISED, WHY, as_seen, is_mark, is_spelt_like, spelling, stands_apart
from briefcli.domain.remark_words import LEEWAY
from briefcli.domain.vocabulary import AUDIENCES, OPEN_AUDIENCES, usual_word
from briefcli.patterns import Pattern
from briefcli.reading.leaves import nearest
from briefcli.reading.pyyaml import yaml
from briefcli.reading.shapes import MARKS, Shape, all_words, flags
from briefcli.yes_no import FALSE, TRUE

# Words in an unknown key which show that its author did not mean to publish something
_SECRET_WORDS = frozenset({
    "conf", "confidential", "geheim", "grond", "intern", "internal", "openbaar", "private", "prive", "publiek",
    "secret", "vertr", "vertrouwelijk",
})  # fmt: skip
# Parts of words that such a key contains, however it is spelt
_SECRET_PIECES = (
    "access", "afgesch", "beveilig", "biedboek", "caveat", "circul", "clasif", "classif", "confident",
    "deelbaar", "delenmet", "distrib", "embargo", "fallback", "gedeeldmet", "geheim", "gelakt", "gevoelig",
    "hidden", "hide", "kleur", "kring", "lakken", "onderhandelingsruim", "openb", "private", "prive", "redact",
    "releas", "restrict", "rubricer", "secrecy", "secret", "security", "sensitiv", "share", "terugval",
    "thheld", "tlp", "toegang", "ubli", "uitzonder", "verberg", "verborg", "versprei", "vertrouw", "vertrw",
    "visib", "vrijg", "weggel", "weglat", "weiger", "withh", "woo", "zichtba",
)  # fmt: skip
_ENDS_OF_NO = ("false", "no", "nee", "off", "woo", "wob")
_OF_PARAGRAPHS = tuple(pair[0] + each + pair[1] for each in OF_PARAGRAPHS for pair in ("()", "[]"))
_WORD = re.compile(r"[^\W_]+")
_DEPARTMENT = re.compile(r"[A-Z]{2,4}(?:\s?[/,&]\s?[A-Z]{2,6})*")
_FOR = frozenset({"for", "voor", "bestemd voor", "lezer", "lezers"})
_MERGE = "<<"  # includes the keys of another mapping in YAML; not supported here, so what was meant is not known
NO = FALSE | {"uit", "nooit", "never", "not", "niet", "geen", "nein", "non", "niemand", "nobody"}
_SHORTEST = 5  # letters of a word that can be recognised with one typo
_LONGEST_LINE = 80  # characters of a line that is nothing but a mark
_BEHIND_STOP, _FEWEST_WORDS = re.compile(r"[:.]\s+"), 3
_SENTENCE = (
    r"(?i)[.!]$|\b(?:is|are|was|zijn|word(?:t|en)|will|wil(?:len)?|za?l|zullen|moet|kan|mag|heeft|has|gaat|komt)\b"
)
_WHO_DOES = (  # `Rome twijfelt`, not `De inzet`
    r"(?!(?i:de|het|een|on[sz]e?|hun|zijn|the|our|no[gt]|nota|memo|document|bijlage|rest|wat)\b)[A-Z]\w+\s"
    r"(?!(?:volgt|geldt|komt|gaat|staat|hoort|blijft|wordt|moet|bevat)\b)[a-z]{2,}t\b"
)
# What a mark on a line of its own may be about, and how a remark behind it starts
_NAMES_OTHERS = (
    r"(?i)^(?:zie|see|pas|nog|niet|tot|na|vanaf|conform|volgens|i\.?v\.?m|wegens|vraag|wacht|akkoord|graag)\b|"
    r"\b(?:di[te]|deze|(?:ge)?hele?|alles?|this|these|all|whole|lijst|stuk\w*|punt\w*|items?|agenda|geldt"
    r"|boven\w*|onder\w*|above|below)\b"
)

# A label of how far we can go: `Terugvalpositie: …`
_KEPT_BACK = Pattern(rf"(?i)\W{{0,3}}(?:on[sz]e\s|our\s)?(?:{LEEWAY}|wisselgeld|bottom\sline)(?:\s(?!van\b)\w+)?\s?:")
_TO_PUBLISH = ("openbaarmaking", "publicatie", "publiceren")
_LONG_WORDS = tuple(word for word in (*MARKS, *_SECRET_WORDS, *_TO_PUBLISH) if len(word) >= _SHORTEST)
_AUDIENCE = ("audience", "doelgroep")
_KNOWN_WORDS = (*RECOGNISED, *_LONG_WORDS, *_AUDIENCE)
_OF_FILE = (*MARKS, "openbaar", "publiek")
# The patterns are compiled when first needed: few files have such words
_NO_LETTER, _OTHER_ALPHABET = "[^a-z]", r"[^\W\d_a-z]"
_OF_THE_LAW = r"(?i)\b(?:woo|wob)\b|^\W*(?:art\w*\W+)?(?:5\.[12]|10\.2)(?!\w*[-:])"
_AROUND_LINE = " \t\r-'\""
_QUOTES = " \t\n\"'“”„‘’"
_AROUND_KEY = " \t-?'\""
_AROUND_MARK = f"{AROUND}()[]{{}}<>*⟦⟧"
_NO_OR_LAW = r"(?:false|no|nee|off|woo|wob|5\.[12])(?![a-z])"
_SAYS_NO = re.compile(_NO_OR_LAW)  # tried before the large pattern
# A mark of the file format that YAML does not recognise: `public:false`, `public - false`, `ground 5.1.2e`
_ASSIGNED = (
    r"(?im)(?<![^\s\"'(\[{,;–—-])([^\s:：=;,>\"'(\[{–—-]{4,20}+)[\"']?(?:(\s*[:：=]\s*)|\s*(?:[;,]|[–—-]+>?)\s*|\sis\s|\s+)[\"']?"
    rf"{_NO_OR_LAW}(?:[\s.,]*(?:art\w*|lid|onder|sub|[0-9.]+[a-k]?|[a-k])\b)*(\W*$)?"
)


def entry_may_withhold(key: str, values: Iterable[str]) -> bool:
    """Whether an unknown key with these values was perhaps meant as a mark."""
    return key == _MERGE or _names_mark(key) or any(_is_mark_behind(key, each.strip(_QUOTES)) for each in values)


@lru_cache(maxsize=1_000)  # the same keys come back in file after file
def _names_mark(key: str) -> bool:
    letters = _plain(key)
    return (
        re.search(_OTHER_ALPHABET, unicodedata.normalize("NFKD", key).casefold()) is not None
        or (letters[:1] in {"p", "w", "g"} and nearest(key, MARKS) is not None)  # `gronden`, but not `titel`
        or any(map(is_word_of_mark, (key, *re.split(r"[\W_]+", key))))
        or any(piece in letters for piece in _SECRET_PIECES)
        or is_mark(re.sub(r"[\s_-]+", " ", key))
    )


@lru_cache(maxsize=1_000)
def is_word_of_mark(word: str) -> bool:
    """Whether a word says, or was probably meant to say, that something is not public.

    A letter of another alphabet counts as a typo.
    """
    letters = _plain(word)
    return letters in _SECRET_WORDS or is_spelt_like(letters, _LONG_WORDS)


def _is_mark_behind(key: str, value: str) -> bool:
    """Whether the value names the law, says yes or no, is a mark, or names an audience."""
    plain = value.casefold()
    return (
        re.search(_OF_THE_LAW, value) is not None
        # `doen: nee` is a slip for `done: nee`, but `tonen: nee` is a mark
        or (plain in NO | TRUE and not (nearest(key, flags()) and is_spelt_like(key.casefold(), flags())))
        or holds_mark(value)
        or (may_hold_mark(value) and is_marked(value))
        or is_mark_line(f"{key} {value}")
        or (key.casefold() in NO and is_word_of_mark(value))
        or (is_spelt_like(re.sub(_NO_LETTER, "", key.casefold()), _AUDIENCE) and is_for_few(value))
        or (key.casefold() in _FOR and any(map(_names_few, re.findall(r"\w+", value))))
    )


def is_for_few(audience: str) -> bool:
    """Whether an audience is not everyone: any word that does not name an open audience."""
    return usual_word(audience, AUDIENCES).casefold() not in OPEN_AUDIENCES


def is_department(value: str) -> bool:
    """Whether who does something is the abbreviation of a department, which may be a mark elsewhere: `owner: DV`."""
    return _DEPARTMENT.fullmatch(value) is not None


def _names_few(word: str) -> bool:
    """Whether a word names a small audience: `minister` or `SG`, not `Kamer`; `bespreking` names none."""
    usual = usual_word(word, AUDIENCES).casefold()
    return (usual in AUDIENCES and usual not in OPEN_AUDIENCES) or is_mark(f"alleen voor {word}")


def _plain(word: str) -> str:
    return re.sub(_NO_LETTER, "", unicodedata.normalize("NFKD", word).casefold())


def is_mark_line(words: str) -> bool:
    """Whether a line or a comment is nothing but a mark: `niet openbaar`, `public - false`, `audience: minister`."""
    words = as_seen(words).strip(_AROUND_MARK)
    if len(words) > _LONGEST_LINE:
        return False
    if any(found.start() == 0 and found[3] is not None for found in _assigned(words)) or is_mark(words, before=WHY):
        return True
    key, colon, value = (each.strip(AROUND) for each in words.replace("=", ":").partition(":"))
    if not colon or not value or " " in key.strip():
        return bool(colon) and is_mark(key)
    is_audience = is_spelt_like(key.casefold(), _AUDIENCE) and usual_word(value, AUDIENCES) in AUDIENCES
    return (
        is_mark(key)
        or is_mark(value)
        or (is_word_of_mark(key) and value.lower() not in TRUE)
        or (is_audience and is_for_few(value))
    )


def has_own_words(line: str, *, surely: bool = False) -> bool:
    """Whether a line is a mark of its other words only: `Vertrouwelijk: NL stemt tegen`, not `vertrouwelijk: zie mail`.

    It starts as a text does, with an upper-case letter, a mark, and a colon or full stop. Behind that is a sentence,
    which is no mark and no remark about one, and names nothing else that the mark may be about.
    If `surely`, that sentence starts with who does something: `Rome twijfelt`.
    """
    mark, *others = _BEHIND_STOP.split(line)
    words = others[-1] if others and line[0].isupper() else ""
    is_sentence = not surely and len(words.split()) >= _FEWEST_WORDS and re.search(_SENTENCE, words) is not None
    if not (is_sentence or re.match(_WHO_DOES, words)) or re.search(_NAMES_OTHERS, words):
        return False
    return is_mark(mark, before=WHY) and not (is_mark(line) or holds_mark(words) or is_mark_line(words))


@lru_cache(maxsize=4_000)  # `done`, `letter` and the like come back in every file
def may_hold_mark(text: str) -> bool:
    """Whether a text has a word of a mark, even with a typo, the number of an article, or a remark.

    Every text gets this quick test. Only the few that pass are searched for a place where the word is a mark.
    """
    text = as_seen(text)
    words = {*text.split()}  # each once, as a long text may repeat its words
    pieces = {*chain.from_iterable(map(_pieces_needed, words))}
    is_any = any(map(text.lower().__contains__, pieces))
    return is_any or holds_remark(text, words) or _KEPT_BACK.match(text) is not None


def holds_mark(text: str, *, is_open: bool = False) -> bool:
    """Whether a mark is part of a text: `public:false`, or in the style of a memo, `De inzet is … (vertrouwelijk)`.

    If the file says that the text `is_open`, only a mark that stands apart counts.
    """
    if not may_hold_mark(text):
        return False
    text = as_seen(text)
    is_kept_back = not is_open and _KEPT_BACK.match(text) is not None
    return is_kept_back or holds_torn_mark(text) or stands_apart(text, is_open=is_open)


@lru_cache(maxsize=20_000)  # the same words come back in file after file
def _pieces_needed(word: str) -> tuple[str, ...]:
    """The pieces of which a text must contain one if this word, with the characters around it, starts a mark.

    A word such as a no or a typo of a mark returns the empty piece, which every text contains.
    """
    is_sign = len(word) == 1 and word.isupper()  # V E R T R O U W…
    is_sign = is_sign or (("(" in word or "[" in word) and any(each in word for each in _OF_PARAGRAPHS))
    is_any = is_sign or any(map(_is_slip_or_no, _WORD.findall(spelling(word))))
    return ("",) if is_any else tuple(pieces_needed(word))


def _is_slip_or_no(word: str) -> bool:
    return word.endswith(_ENDS_OF_NO) or is_spelt_like(word, _KNOWN_WORDS)


def holds_torn_mark(text: str) -> bool:
    """Whether a mark of the file format (`public: false`), however it is written, became part of a text."""
    if next(_assigned(text), None) is not None:
        return True
    lines = (as_seen(line).strip(_AROUND_LINE) for line in text.split("\n")) if "\n" in text else ()
    return any(is_mark_line(line) or is_mark(line) for line in lines if may_hold_mark(line))


def _assigned(text: str) -> Iterator[re.Match[str]]:
    """The marks of the file format that a no or a ground follows.

    With a colon a mark counts anywhere, else only at the start of the text or the end of a line.
    """
    for found in re.finditer(_ASSIGNED, text) if _SAYS_NO.search(text.lower()) else ():
        word = _plain(found[1])
        is_at_edge = found[3] is not None or found.start() == 0
        known = _LONG_WORDS if found[2] else _OF_FILE
        if (found[2] or is_at_edge) and (word in _SECRET_WORDS or is_spelt_like(word, known)):
            yield found


def line_may_withhold(line: str) -> bool:
    """Whether a line of an unreadable file may be or contain a mark: as a key, in a text or in a comment."""
    for whole in re.split(r"(?:^|\s)#", line):
        for part in (whole, *re.split(r"[{}\[\],]", whole)):
            words = part.strip(_AROUND_KEY)
            pairs = pairwise(each.strip(_AROUND_KEY) for each in words.split(":"))
            if is_mark_line(words) or holds_mark(words):
                return True
            if any(key not in all_words() - {"audience"} and entry_may_withhold(key, [value]) for key, value in pairs):
                return True
    return False


def is_marked_text(node: yaml.ScalarNode, lines: Sequence[str], shape: Shape, *, is_open: bool) -> bool:
    """Whether a text holds a mark, or one of its lines does. `lines` are the lines of the file.

    In a place or a source any word of a mark counts, as it is about the item.
    """
    if shape.is_who and is_department(node.value):
        return False
    texts = {node.value, "\n".join(each.strip() for each in _written(node, lines))}
    is_any = shape.is_of_item and not is_open and has_mark_word(node.value)
    return is_any or any(holds_mark(each, is_open=is_open) for each in texts)


def _written(node: yaml.ScalarNode, lines: Sequence[str]) -> Sequence[str]:
    """The lines of a text as they are in the file. `lines` are those of the file.

    YAML joins the lines of most texts. After that, a mark on a line cannot be told from the end of a sentence.
    """
    first, last = node.start_mark, node.end_mark
    if first.line == last.line:
        return [node.value]
    head = [] if node.style in {"|", ">"} else [lines[first.line][first.column :]]  # a block begins on the next line
    tail = [lines[last.line][: last.column]] if last.column else []
    return [*head, *lines[first.line + 1 : last.line], *tail]
