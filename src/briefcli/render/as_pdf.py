"""A paper as PDF by typst: accessible (PDF/UA-1) and archivable (PDF/A-2a). Typst gets texts as data, not as markup."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, NamedTuple

import typst

from briefcli.catalog import tr
from briefcli.errors import BriefError
from briefcli.render.paper_parts import parts_of
from briefcli.views.paper import Paper

_TEMPLATE = Path(__file__).parent / "templates" / "paper.typ"
_STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]  # typst refuses to write what breaks them
_REFUSED = re.compile(r'(?:text|codepoint) `"((?:[^"\\]|\\.)+)"`')  # typst escapes a character as Rust does
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_FONTS_OF_WORD = "Calibri, Carlito, Arial, sans-serif"


class Pdf(NamedTuple):
    """The file, and the letters in it that no font here has."""

    data: bytes
    missing: set[str]


def render_pdf(paper: Paper) -> Pdf:
    """The paper as PDF. Letters that no font has become white squares, as PDF/A allows no text without a font.

    Raises BriefError if typst refuses the paper.
    """
    parts = parts_of(paper)
    parts["made_on"] = [paper.made.year, paper.made.month, paper.made.day]
    parts["logo"] = f"logo.{paper.logo.kind}" if paper.logo else ""
    missing = set[str]()
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "paper.typ").write_bytes(_TEMPLATE.read_bytes())
        if paper.logo:
            (root / parts["logo"]).write_bytes(paper.logo.data)
        for _ in range(5):
            text = json.dumps(parts, ensure_ascii=False)
            try:
                made = typst.compile(
                    root / "paper.typ", root=root, sys_inputs={"paper": text}, format="pdf", pdf_standards=[*_STANDARDS]
                )
            except RuntimeError as error:
                refused = error
                letters = set(_letters(str(getattr(error, "diagnostic", error)))) or _accented(parts)
                if not letters:
                    break
                missing |= letters
                longest_first = sorted(letters, key=len, reverse=True)
                parts = _without(re.compile("|".join(map(re.escape, longest_first))), parts)
            else:
                return Pdf(bytes(made), missing)
    raise BriefError(tr("the PDF cannot be made: {reason}", reason=str(refused)), tr("export it as docx or html"))


def _letters(said: str) -> Iterator[str]:
    """The letters for which typst says that it has no font.

    It also names the letter below a missing accent; such an ASCII letter is left out, as it does have a font.
    """
    for found in _REFUSED.finditer(said):
        cluster = _ESCAPE.sub(lambda each: chr(int(each[1], 16)) if each[1] else each[2], found[1])
        if letter := "".join(each for each in cluster if not each.isascii()):
            yield letter


def _accented(parts: dict[str, Any]) -> set[str]:
    """All letters with a combining mark in the pictures: typst does not say which of them it has no font for."""
    pictures = [*parts["road"], *(each for chapter in parts["chapters"] for each in chapter["road"])]
    text = "".join(each["svg"] for each in pictures)
    marks = {letter for letter in set(text) if unicodedata.category(letter).startswith("M")}
    return set(re.findall(f"[^>;]?[{''.join(marks)}]+", text)) if marks else set()


def _without(letters: re.Pattern[str], value: Any) -> Any:
    match value:
        case str():
            return letters.sub("\N{WHITE SQUARE}", value)
        case dict():
            return {name: _without(letters, each) for name, each in value.items()}
        case list():
            return [_without(letters, each) for each in value]
        case _:
            return value


def png_of(svg: str) -> bytes:
    """An SVG picture as PNG, in the first font of Word that is installed."""
    svg = svg.replace('font-family="sans-serif"', f'font-family="{_FONTS_OF_WORD}"', 1)
    source = '#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg")'
    with TemporaryDirectory() as folder:
        file = Path(folder) / "picture.typ"
        file.write_text(source, encoding="utf-8")
        return bytes(typst.compile(file, root=file.parent, sys_inputs={"svg": svg}, format="png", ppi=200))
