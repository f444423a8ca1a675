"""Visibility: what a mapping, a list or a text says of itself: public, or not.

In doubt it is not public. A key that does not exist and is near to a mark counts as that mark. So does a mark that
became part of the text above it, and one that became an item of its own.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

import yaml

from briefcli.domain.vocabulary import AUDIENCES, OPEN_AUDIENCES, usual_word
from briefcli.reading.leaves import TRUE, nearest
from briefcli.reading.limits import MOST_MISTAKES
from briefcli.reading.shapes import all_words

MARKS = ("public", "withheld", "ground")
# Keys that do not exist, but whose author plainly did not mean to publish
_SECRET_WORDS = frozenset({
    "conf", "confidential", "geheim", "grond", "intern", "internal", "openbaar", "private", "prive", "publiek",
    "secret", "tlp", "vertr", "vertrouwelijk",
})  # fmt: skip
# What a key that does not exist has in it where its author did not mean to publish, however it is spelt
_SECRET_PIECES = (
    "afgesch", "clasif", "classif", "confident", "embargo", "geheim", "gelakt", "gevoelig", "hidden", "hide", "lakken",
    "openba", "prive", "private", "publi", "redact", "restrict", "rubricer", "secrecy", "secret", "sensitiv", "thheld",
    "ublic", "uitzonder", "verberg", "verborg", "vertrouw", "vertrw", "visib", "weggel", "weglat", "weiger", "withh",
    "woo", "zichtba",
)  # fmt: skip
_HEADLINES = frozenset({"text", "title", "question", "what"})
_AUDIENCE = ("audience", "doelgroep")
_MERGE = "<<"  # brings the keys of another mapping in YAML; here it brings nothing, so nobody knows what was meant
_NO = frozenset({"false", "no", "nee", "off", "uit", "nooit", "never"})
_SHORTEST = 5  # letters of a word in which one slip still leaves the word
_Spelt = tuple[tuple[int, Counter[str]], ...]


def _spelt(words: Collection[str]) -> _Spelt:
    return tuple((len(word), Counter(word)) for word in words if len(word) >= _SHORTEST)


_SPELT = _spelt({*MARKS, *_SECRET_WORDS})
_SPELT_AUDIENCE = _spelt(_AUDIENCE)
# A text that is nothing but one of these words, in whatever field it stands
_MARKS_ALONE = frozenset({
    "classified", "confidential", "dep. v.", "dep. vertrouwelijk", "dep.v.", "departementaal vertrouwelijk", "depv",
    "embargo", "eu restricted", "geheim", "gerubriceerd", "intern", "internal", "internal use only", "limite",
    "nato restricted", "niet delen", "niet openbaar", "niet-openbaar", "not public", "onder embargo", "restricted",
    "secret", "staatsgeheim", "stg. confidentieel", "stg. geheim", "strikt vertrouwelijk", "tlp:amber", "tlp:red",
    "vertrouwelijk",
})  # fmt: skip
_MARKS_IN_ANY_CASE = {turn(each) for each in _MARKS_ALONE for turn in (str, str.capitalize, str.title, str.upper)}
_OPENS = "([<{*"
_OPENS_AND_BLANKS = f"{_OPENS} _"
_LONGEST_OPENING = 40  # characters before the colon of a mark in front of a text
# The first three letters of every mark that stands in front of a text
_BEGINS_OF_MARKS = frozenset({
    "afg", "afs", "all", "amb", "ano", "bed", "bij", "cla", "con", "cos", "dep", "emb", "eu ", "eu-", "eu/", "eye",
    "for", "gea", "gee", "geh", "gel", "ger", "gri", "int", "lak", "lim", "nat", "nav", "nie", "no ", "non", "not",
    "off", "onl", "ont", "ope", "ota", "per", "red", "res", "rub", "sch", "sec", "sen", "sta", "stg", "str", "tlp",
    "top", "ue ", "uit", "ver", "voo", "vri", "vóó", "weg", "wei", "woo", "zwa",
})  # fmt: skip
# The patterns are compiled when first needed: few files have such marks
_NO_LETTER = "[^a-z]"
_OF_THE_LAW = r"(?i)\b(?:woo|wob)\b"
_LONGEST_MARK = 20  # letters; nothing longer is near enough to any of them
# What is left in a text of a mark that YAML did not see: `public:false`, `public nee` at the end, or a line of its own
_SAYS_NO = r"(?i)[:：=]\s*[\"']?(?:false|no|nee|off|woo|wob|5\.[12])\b"
_AS_LINE = r"(?m)^[ \t\"']*([^\s:：=\"']{4,20})[ \t\"']*[:：=]\s*\S"
_ENDS = (" false", " nee", " no")
_BEGINS = r"(\S{4,20}) (?:false|nee|no)\b"
_LONGEST_LEFT = 24  # characters of a text that is nothing but such a mark


def mean_withheld(words: Iterable[str]) -> bool:
    """True where one of the words says, or was probably meant to say, that something is not public.

    Of more words than can be looked at it is taken to be so.
    """
    plain = {word.strip().lower() for word in words}
    if plain & _SECRET_WORDS:
        return True
    near = [word for word in plain if word[:1] in {"p", "w", "g"} and len(word) <= _LONGEST_MARK]
    return len(near) > MOST_MISTAKES or any(nearest(word, MARKS) is not None for word in near)


def keys_mean_withheld(keys: Iterable[str]) -> bool:
    """True where a key that does not exist was probably meant to keep something from the public."""
    names = set(keys)
    letters = {_letters(key) for key in names}
    words = {word for key in names for word in re.split(r"[\W_]+", key.lower())}
    alone = {re.sub(r"[\s_-]+", " ", key.lower()) for key in names}
    return (
        bool((words & _SECRET_WORDS) or (alone & _MARKS_ALONE))
        or None in letters
        or any(_is_slip(each) or any(piece in each for piece in _SECRET_PIECES) for each in letters if each)
    )


def _letters(key: str) -> str | None:
    """The letters of a key from a to z; None where it has others, such as a Cyrillic one that looks like an a."""
    plain = unicodedata.normalize("NFKD", key).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    if not plain.isascii() and any(char.isalpha() and not char.isascii() for char in plain):
        return None
    return re.sub(_NO_LETTER, "", plain)


@lru_cache(maxsize=1_000)  # the same keys come back in file after file
def _is_slip(word: str) -> bool:
    """Whether a word has the letters of a mark, in any order, but for one too many, too few or another."""
    return _is_near(word, _SPELT)


def _is_near(word: str, spelt: _Spelt) -> bool:
    if not any(abs(len(word) - length) <= 1 for length, _ in spelt):
        return False
    given = Counter(word)
    return any((given - right).total() <= 1 and (right - given).total() <= 1 for _, right in spelt)


def says_withheld(node: yaml.MappingNode, known: Collection[str]) -> bool | None:
    """What a mapping says, or may have been meant to say, of itself: not public, public, or nothing (None).

    `known` are the keys that exist; what stands behind any other may name the law, say no, or name an audience.
    """
    if any(not isinstance(key, yaml.ScalarNode) for key, _ in node.value):
        return True  # a mark may stand in such a key
    entries = [(key.value, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)]
    unknown = [(key, value) for key, value in entries if key not in known]
    keys = [key for key, _ in unknown]
    if (
        mean_withheld(keys)
        or keys_mean_withheld(keys)
        or any(_may_hide(key, _word(value)) for key, value in unknown)
        or any(key == "withheld" and says_yes(_word(value)) for key, value in entries)  # where a list is asked for
        or any(isinstance(value, yaml.ScalarNode) and holds_mark(value.value) for _, value in entries)
    ):
        return True
    answers = [says_yes(_word(value)) for key, value in entries if key == "public"]
    if answers:
        return not all(answers)
    if any(key == "audience" and _is_for_few(_word(value)) for key, value in entries):
        return True
    return True if any(key == "ground" for key, _ in entries) else None


def _may_hide(key: str, value: str) -> bool:
    """Whether a key that does not exist was perhaps meant as a mark, by what stands behind it."""
    return (
        key == _MERGE
        or re.search(_OF_THE_LAW, value) is not None
        or (value.strip().casefold() in _NO and key not in all_words())
        or (_is_for_few(value) and _is_near(re.sub(_NO_LETTER, "", key.casefold()), _SPELT_AUDIENCE))
    )


def _is_for_few(audience: str) -> bool:
    """Whether a text is meant for a circle that not everyone is in: any word that does not say otherwise."""
    return usual_word(audience, AUDIENCES).casefold() not in OPEN_AUDIENCES


def holds_mark(text: str) -> bool:
    """Whether a mark became part of a text: `public:false`, or as a memo has it, `(vertrouwelijk) De inzet is …`."""
    # Every text of every file comes by here
    if text in _MARKS_IN_ANY_CASE:
        return True
    if (" no" in text or " nee" in text or " false" in text) and _holds_no(text.rstrip()):
        return True
    if not (":" in text or "=" in text or "：" in text):
        return bool(text) and text[0] in _OPENS and opens_with_mark(text)
    if opens_with_mark(text):
        return True
    text = text.rstrip()
    before = (text[max(found.start() - _LONGEST_LEFT, 0) : found.start()] for found in re.finditer(_SAYS_NO, text))
    if any(_is_mark(word) for words in before for word in words.strip(" \"'").split()[-1:]):
        return True
    return "\n" in text and any(map(_is_mark, re.findall(_AS_LINE, text)))


def opens_with_mark(text: str) -> bool:
    """Whether a mark as memos have it is all of a text, or stands in front of it."""
    if text in _MARKS_IN_ANY_CASE:
        return True
    if not text or (text[0] not in _OPENS and ":" not in text[:_LONGEST_OPENING]):
        return False
    if text[:_LONGEST_OPENING].lstrip(_OPENS_AND_BLANKS)[:3].lower() not in _BEGINS_OF_MARKS:
        return False
    from briefcli.domain.marks import has_mark_in_front  # takes longer to load than most files to read

    return has_mark_in_front(text)


def _holds_no(text: str) -> bool:
    """Whether it begins or ends with a mark that lost its colon: `public nee`."""
    if text.endswith(_ENDS) and any(map(_is_mark, text.split()[-2:-1])):
        return True
    begin = re.match(_BEGINS, text)
    return begin is not None and _is_mark(begin[1])


def marked_by_next(items: Sequence[yaml.Node]) -> list[int]:
    """The items of a list behind which a mark stands as an item of its own, or begins one: a dash too many.

    All of them where the list begins with such a mark.
    """
    if items and is_only_mark(items[0]):
        return list(range(1, len(items)))
    return [place for place, each in enumerate(items[1:]) if is_only_mark(each) or _goes_on(each)]


def has_mark_as_item(node: yaml.MappingNode) -> bool:
    """Whether a mark stands in one of its lists whose dashes stand below its keys: it may be the mapping's own."""
    return any(
        isinstance(value, yaml.SequenceNode)
        and value.start_mark.column == node.start_mark.column
        and any(map(is_only_mark, value.value))
        for _, value in node.value
    )


def _goes_on(node: yaml.Node) -> bool:
    """Whether an item is the rest of the one before it, from the mark on: it has no text or title of its own."""
    if not isinstance(node, yaml.MappingNode):
        return False
    keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
    return bool(keys) and _is_mark(keys[0]) and _HEADLINES.isdisjoint(keys)


def is_only_mark(node: yaml.Node) -> bool:
    """Whether an item of a list is a mark and nothing else."""
    if isinstance(node, yaml.ScalarNode):
        return len(node.value) <= _LONGEST_LEFT and holds_mark(node.value)
    return (
        isinstance(node, yaml.MappingNode)
        and 0 < len(node.value) <= len(MARKS)
        and all(isinstance(key, yaml.ScalarNode) and _is_mark(key.value) for key, _ in node.value)
        and bool(says_withheld(node, ()))
    )


def _is_mark(key: str) -> bool:
    """Whether a key is a mark, or one with a slip; a letter of another alphabet counts as the slip."""
    return _is_slip(re.sub(_NO_LETTER, "", unicodedata.normalize("NFKD", key).casefold()))


def _word(node: yaml.Node) -> str:
    return node.value if isinstance(node, yaml.ScalarNode) else ""


def says_yes(word: str) -> bool:
    return word.lower() in TRUE
