"""Random memos: headings in all variants, points with all kinds of bullets, footnotes, page numbers."""

import textwrap

import msgspec
from hypothesis import strategies as st

from briefcli.memo.layout.headings import HEADINGS, Part, SectionKind

_WORDS = (
    "water", "dijk", "polder", "sluis", "brug", "haven", "schip", "vis", "net", "boot", "kade", "oever", "bekken",
    "kanaal", "meer", "plas", "beek", "stroom", "golf", "Vechtdal", "Waal", "Eems", "werkgroep", "bestuur", "plan",
    "onderzoek", "bijdrage", "kosten", "raming", "peil", "meting", "norm", "toets", "advies", "voorstel",
    "afspraak", "regio", "gemeente", "provincie", "waterschap", "wijst", "geeft", "vraagt", "noemt", "toont",
    "stelt", "beziet", "meldt", "NAVO-kader", "2%-norm", "m.b.t.", "art.", "5", "(zie", "ook)", "“aanhaling”",
    "‘woord’", "key:", "waarde", "#label", "en/of", "3.000", "12,5",
)  # fmt: skip
_MARKS = ("•", "-", "–", "\uf0b7", "©", "▪")


# Enough wrapped lines to show that empty lines mean nothing in a double-spaced memo
_LONG = f"De {' '.join(['werkgroep meldt het bestuur hoe de raming in elkaar zit en'] * 12)} meer."


class MadeUp(msgspec.Struct):
    """A memo as text, and its sections: the part and the points of each."""

    text: str
    sections: list[tuple[Part, list[str]]]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=3, max_size=16))
    return f"De {' '.join(words)} dit jaar."


@st.composite
def _heading_line(draw: st.DrawFn, heading: SectionKind, number: int) -> str:
    name = draw(st.sampled_from(heading.variants))
    name = draw(st.sampled_from([name, name.upper(), f"{name}:"]))
    return draw(st.sampled_from([name, f"{number}. {name}", f"{number} {name}", f" {name} "]))


@st.composite
def _points(draw: st.DrawFn, notes: list[str]) -> tuple[list[str], list[str]]:
    """Points as printed, some with the number of a footnote, and as they should be read."""
    printed: list[str] = []
    meant: list[str] = []
    for text in draw(st.lists(st.lists(sentences(), min_size=1, max_size=3).map(" ".join), max_size=4)):
        note = draw(st.sampled_from(["", "", "Zie de brief van het waterschap", "Kamerstuk 28 676, nr. 7"]))
        if note:
            notes.append(note)
        printed.append(f"{text}{len(notes)}" if note else text)
        meant.append(f"{text[:-1]} ({note})." if note else text)
    return printed, meant


@st.composite
def _section(
    draw: st.DrawFn, heading: SectionKind, number: int, width: int, notes: list[str], *, is_double: bool
) -> tuple[list[str], list[str]]:
    """The lines of a section and its points. Double-spaced text has bullets: nothing else ends a point there."""
    printed, meant = draw(_points(notes))
    if is_double and heading.part is Part.REASON:
        printed, meant = [*printed, _LONG], [*meant, _LONG]
    mark = draw(st.sampled_from([*_MARKS, "number", *([] if is_double else ["none"])]))
    lines = [draw(_heading_line(heading, number))]
    for count, point in enumerate(printed, start=1):
        label = {"number": f"{count}. ", "none": ""}.get(mark, f"{mark} ")
        for line in textwrap.wrap(label + point, width, break_long_words=False, break_on_hyphens=False):
            lines += [line, ""] if is_double else [line]
        if mark == "none":
            lines.append("")
    return [*lines, ""], meant


_OPENING = tuple(each for each in HEADINGS if each.part in {Part.REASON, Part.DECISION})
_LATER = tuple(each for each in HEADINGS if each.part not in {Part.REASON, Part.DECISION, Part.ANNEXES, Part.SESSIONS})


@st.composite
def memos(draw: st.DrawFn) -> MadeUp:
    width = draw(st.integers(min_value=60, max_value=95))
    is_double = draw(st.booleans())
    headings = [*_OPENING, *draw(st.lists(st.sampled_from(_LATER), max_size=5))]
    lines: list[str] = draw(st.sampled_from([[], ["Datum", "4 maart 2024", "Onze referentie", "2024-0000123", ""]]))
    notes: list[str] = []
    sections: list[tuple[Part, list[str]]] = []
    for number, heading in enumerate(headings, start=1):
        section, points = draw(_section(heading, number, width, notes, is_double=is_double))
        lines = [*lines, *section]
        sections.append((heading.part, points))
        if draw(st.booleans()):
            lines = [*lines, f"Pagina {number} van {len(headings)}"]
    lines += [f"{number} {note}" for number, note in enumerate(notes, start=1)]
    return MadeUp("\n".join(lines) + "\n", sections)
