"""The types that all forms of citation share: what each file of this package declares, and what its readers return."""

import re
from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.citations.other_figures import MAY_BE_COUNT, MAY_COUNT, NOT_A_YEAR, OTHER_FIGURE
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.spelling import JOINT_OR_UP_TO
from briefcli.patterns import Pattern

EUR_LEX: Final = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="
NO_WORD: Final = later("No word beside the number says what it is.")
MAY_BE_YEARS: Final = later("The numbers may be a season or two years, and not that of a paper.")
SHORT_YEAR: Final = later("The century of the year is not stated.")
_JOINT: Final = Pattern(JOINT_OR_UP_TO)
_NO_YEAR: Final = Pattern(NOT_A_YEAR)
_GOES_ON: Final = Pattern(rf"/[0-9]|{OTHER_FIGURE}")
_NUMBERS: Final = re.compile(r"([0-9]+|(?<=-)(?<!\A[0-9]{5}-)[A-Z]{1,3}\Z)")  # `36200-V` ends in a chapter
_LONGEST: Final = 60  # characters that a further paper of a list has, and those behind it that its pattern looks at


class Citation(msgspec.Struct, frozen=True):
    """The references that a reader found, and the position where the citation ends, after its pages and attachments."""

    references: tuple[Reference, ...]
    end: int


# Reads the citation that begins at this position of the text; returns None if no citation of its form begins there.
Reader = Callable[[str, int], Citation | None]
Derived = Callable[[re.Match[str]], str | None]


class Matcher:
    """A reader for citations whose identifier follows from the match of one pattern.

    `canonical` makes the identifier. It is a template in which `{0}` is the match and `{name}` one of its groups, both
    without whitespace, or a function of the match that returns None if the match is no citation. `doubt` says why the
    reading is uncertain; a function returns None if it is certain. A group named `session` is the session of the
    reference. An empty group named `listed` says that the form may be a list, and where its further papers begin, which
    leave out what is before: `AWB 20/1234 en 20/1235`, `TZ202305-123 en -124`.
    """

    def __init__(self, pattern: str, canonical: str | Derived = "{0}", doubt: str | Derived | None = None) -> None:
        self.pattern, self._canonical, self._doubt = Pattern(pattern), canonical, doubt

    def __call__(self, text: str, position: int) -> Citation | None:
        match = self.pattern.match(text, position)
        canonical = self._identifier(match) if match else None
        if match is None or canonical is None:
            return None
        doubt = self._doubt(match) if callable(self._doubt) else self._doubt
        groups = match.groupdict()
        references = [reference(text, *match.span(), canonical, doubt, session=groups.get("session"))]
        if groups.get("listed") is not None:
            shared, listed = text[position : match.start("listed")], text[match.start("listed") : match.end()]
            while further := self._read_further(text, references[-1], shared, len(listed)):
                references.append(further)
        return Citation(tuple(references), references[-1].end)

    def _identifier(self, match: re.Match[str]) -> str | None:
        if callable(self._canonical):
            return self._canonical(match)
        filled = {name: without_spaces(value or "") for name, value in match.groupdict().items()}
        return self._canonical.format(without_spaces(match[0]), **filled)

    def _read_further(self, text: str, before: Reference, shared: str, length: int) -> Reference | None:
        """The paper that a list names after `before`, without the words that all of them share.

        Digits alone are read only if there are as many (`length`) as in the first paper. Unless they end a range, they
        are doubtful, as are numbers that differ in more than one from those before: `C-203/15, 12/13`.
        """
        joint = _JOINT.match(text, before.end)
        if joint is None:
            return None
        start = joint.end() + text.startswith(shared[-1], joint.end())
        match = self.pattern.match(shared + text[start : start + _LONGEST])
        canonical = self._identifier(match) if match and match.start("listed") == len(shared) else None
        if match is None or canonical is None:
            return None
        end = start + match.end() - len(shared)
        is_bare = start == joint.end() and text[start:end].isdigit()
        counts = MAY_COUNT.match(text, end) is not None
        is_other = is_bare and (counts or end - start != length or not _NO_YEAR.match(text, start))
        if is_other or _GOES_ON.match(text, end):
            return None
        is_unlike = start == joint.end() and only_other_number(before.canonical, canonical) is None
        doubt = MAY_BE_COUNT if counts or is_unlike or (is_bare and not joint["up_to"]) else None
        return reference(text, start, end, canonical, before.reason, doubt)


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """Where in a text the readers of a form are tried: at certain words, at numbers, or where `find` matches.

    `words` are separated by `|`. A `~` at the start of a word stands for one character, so that `~amerstuk` finds both
    `Kamerstuk` and `kamerstuk`; `#` stands for a digit. With `at_numbers`, the readers are tried at every number that
    may begin a citation of any form (`finder.py` has the pattern). At each position, the readers are tried in order.
    """

    readers: tuple[Reader, ...]
    words: str = ""
    at_numbers: bool = False
    find: Pattern | None = None


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One form of citation.

    `whole` are extra readers for a text that is known to be a reference (a `ref:` field): they accept forms that are
    too bare for running text. `address` turns an identifier into a web address. It is a template with `{}`, or a
    function that returns None if the paper has no address.

    Each line of `examples` has a text, ` → `, and the identifiers that are read in it, joined by `;`, with `?` after an
    uncertain one. Without an arrow the text is itself the identifier. Texts with the same result are separated by
    ` | `. The tests check all examples, and the page of forms shows them. Texts that only look like citations are in
    `tests/domain/citations/lookalikes.tsv`.
    """

    title: str
    openings: tuple[Opening, ...] = ()
    whole: tuple[Reader, ...] = ()
    address: str | Callable[[str], str | None] | None = None
    examples: str

    @property
    def readings(self) -> list[tuple[str, str]]:
        """Each example text with the identifiers that are read in it, as `examples` writes them."""
        lines = (line.strip().replace("\\n", "\n").partition(" → ") for line in self.examples.strip().splitlines())
        return [(text, read or text) for texts, _, read in lines for text in texts.split(" | ")]


def reference(
    text: str,
    start: int,
    end: int,
    canonical: str,
    *reasons: str | None,
    alternatives: Iterable[str] = (),
    session: str | None = None,
) -> Reference:
    """The reference from `start` to `end`, certain if no reason for doubt is given."""
    stated = dict.fromkeys([tr(reason) for reason in reasons if reason])
    return Reference(text[start:end], start, end, canonical, " ".join(stated) or None, tuple(alternatives), session)


def only_other_number(one: str, other: str) -> tuple[list[str], list[str], int] | None:
    """The parts of two identifiers, words and numbers in turn, and the place of the only number in which they differ.

    A paper may have letters as its number (`kst-35000-VII-A`). None if they differ in more, or in nothing.
    """
    parts, others = (_NUMBERS.split(each) for each in (one, other))
    places = [place for place, (each, beside) in enumerate(zip(parts, others, strict=False)) if each != beside]
    is_one = len(parts) == len(others) and len(places) == 1 and places[0] % 2 == 1
    is_alike = is_one and parts[places[0]].isdigit() == others[places[0]].isdigit()
    return (parts, others, places[0]) if is_alike else None


def is_near(match: re.Match[str], words: Pattern, before: int, behind: int = 0) -> bool:
    """Whether the words are in the match, or within so many characters before or behind it."""
    return words.search(match.string, max(0, match.start() - before), match.end() + behind) is not None


def without_spaces(written: str) -> str:
    """The text without whitespace."""
    return "".join(written.split())
