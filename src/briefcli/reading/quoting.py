"""What of a file may be quoted in a message that the public may see: when in doubt, nothing."""

import re
from collections.abc import Collection, Iterable, Iterator

import msgspec
import yaml

from briefcli.reading.leaves import TRUE, nearest
from briefcli.reading.limits import MOST_MISTAKES
from briefcli.reading.lines import lines_of
from briefcli.reading.nodes import Unreadable, compose, decoded
from briefcli.reading.places import last_line
from briefcli.reading.shapes import all_words

# Keys that do not exist, but whose author plainly did not mean to publish
_SECRET_WORDS = frozenset({
    "confidential", "geheim", "intern", "internal", "openbaar", "private", "prive", "publiek", "secret",
    "vertrouwelijk",
})  # fmt: skip
# What a key that does not exist has in it where its author did not mean to publish, however it is spelt
_SECRET_PIECES = (
    "confident", "embargo", "geheim", "gelakt", "hidden", "hide", "lakken", "openba", "prive", "private", "publi",
    "rubricer", "secret", "thheld", "ublic", "verberg", "verborg", "vertrouw", "visib", "weglat", "withh", "woo",
    "zichtba",
)  # fmt: skip
_LOOK_ALIKE = str.maketrans("аеорсухіјѕԁɡ", "aeopcyxijsdg")  # Cyrillic, and others
_NO_LETTER = re.compile("[^a-z]")
_OF_THE_LAW = re.compile(r"\b(?:woo|wob)\b", re.IGNORECASE)
_KEY = re.compile(r"([^\s:,{}\[\]\"'#][^:,{}\[\]\"'#\n]{0,40}?)[\"']?\s*:")
_MARKS = ("public", "withheld", "ground")
_LONGEST_MARK = 20  # letters; nothing longer is near enough to any of them
_WORD = re.compile(r"[a-z]+(?:[ _-][a-z]+)?")
_COMMENT = re.compile(r"(?:^|\s)#")


class Quotable(msgspec.Struct, frozen=True):
    """The lines of a file; `hidden` are those that the public may not see, None where that is all of them."""

    lines: list[str]
    hidden: frozenset[int] | None

    def line(self, number: int, *, internal: bool) -> str | None:
        """The line with that number (from 1), or None where it may not be shown. Comments are not public either."""
        if not 1 <= number <= len(self.lines):
            return None
        if internal:
            return self.lines[number - 1]
        if self.hidden is None or number in self.hidden:
            return None
        line = self.lines[number - 1]
        comment = _COMMENT.search(line)
        return line if comment is None else line[: comment.start()].rstrip() or None


def quotable(data: bytes) -> Quotable:
    """Which lines of a file may be quoted to whom."""
    try:
        text = decoded("", data)
    except Unreadable:
        return Quotable([], None)
    lines = lines_of(text)
    try:
        root = compose("", text)
    except Unreadable:
        return Quotable(lines, None if may_withhold(data) else frozenset())
    return Quotable(lines, frozenset(_hidden_lines(root)))


def may_withhold(data: bytes) -> bool:
    """True where a file that could not be read may hold text that is not public, so that none may be quoted."""
    from briefcli.reading.control import CONTROL

    words = set(_WORD.findall(data.decode("utf-8", "replace").lower()))
    words.update(_WORD.findall(CONTROL.sub("", data.decode("utf-8", "ignore")).lower()))  # a mark may be broken by one
    words |= {part for word in words for part in re.split("[ _-]", word)}
    keys = {key.strip("- ") for key in _KEY.findall(data.decode("utf-8", "replace"))}
    return mean_withheld(words - (all_words() - {*_MARKS})) or keys_mean_withheld(keys - all_words())


def hides_lines(root: yaml.Node) -> bool:
    """True where some of what can be read is not public."""
    return next(_hidden_lines(root), None) is not None


def mean_withheld(words: Iterable[str]) -> bool:
    """True where one of the words says, or was probably meant to say, that something is not public.

    Of more words than can be looked at it is taken to be so.
    """
    plain = {word.strip().lower() for word in words}
    if plain & _SECRET_WORDS:
        return True
    near = [word for word in plain if word[:1] in {"p", "w", "g"} and len(word) <= _LONGEST_MARK]
    return len(near) > MOST_MISTAKES or any(nearest(word, _MARKS) is not None for word in near)


def keys_mean_withheld(keys: Iterable[str]) -> bool:
    """True where a key that does not exist was probably meant to keep something from the public."""
    letters = [_NO_LETTER.sub("", key.casefold().translate(_LOOK_ALIKE)) for key in keys]
    return any(piece in each for each in letters for piece in _SECRET_PIECES)


def says_withheld(node: yaml.MappingNode, known: Collection[str]) -> bool | None:
    """What a mapping says, or may have been meant to say, of itself: not public, public, or nothing (None).

    `known` are the keys that exist; what stands behind any other may name the law.
    """
    entries = [(key.value, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)]
    unknown = [(key, value) for key, value in entries if key not in known]
    keys = [key for key, _ in unknown]
    if (
        mean_withheld(keys)
        or keys_mean_withheld(keys)
        or any(_OF_THE_LAW.search(_word(value)) for _, value in unknown)
        or any(key == "withheld" and says_yes(_word(value)) for key, value in entries)  # where a list is asked for
    ):
        return True
    answers = [says_yes(_word(value)) for key, value in entries if key == "public"]
    if answers:
        return not all(answers)
    return True if any(key == "ground" for key, _ in entries) else None


def _word(node: yaml.Node) -> str:
    return node.value if isinstance(node, yaml.ScalarNode) else ""


def _hidden_lines(root: yaml.Node) -> Iterator[int]:
    """Every line that a mapping with a mark, or anything under such a word, takes part in."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            if _is_marked(node):
                yield from _lines_of(node)
            for key, value in node.value:
                if isinstance(key, yaml.ScalarNode) and key.value == "withheld":
                    yield from _lines_of(value)
                waiting += (key, value)
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def _is_marked(node: yaml.MappingNode) -> bool:
    return bool(says_withheld(node, all_words()))


def says_yes(word: str) -> bool:
    return word.lower() in TRUE


def _lines_of(node: yaml.Node) -> Iterator[int]:
    """The lines from a node's beginning to the end of the last text in it."""
    first = node.start_mark.line if node.start_mark else 0
    yield from range(first + 1, last_line(node) + 2)
