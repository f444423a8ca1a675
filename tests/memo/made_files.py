"""A memo as a file of every supported format, with lines hidden in the ways of that format."""

from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape

from tests.memo.extract.files import opendocument, pdf, word

Lines = list[tuple[str, bool]]  # each line, and whether it is hidden
_WORD_LOOKS = (
    "<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:highlight w:val="black"/>',
    '<w:shd w:val="clear" w:fill="000000"/>', '<w:sz w:val="2"/>',
)  # fmt: skip
_WORD_AROUND = ("<w:del>{}</w:del>", "<w:moveFrom>{}</w:moveFrom>")
_OPEN_LOOKS = {
    "none": 'text:display="none"', "white": 'fo:color="#ffffff"', "black": 'fo:background-color="#000000"',
    "tiny": 'fo:font-size="1pt"',
}  # fmt: skip
_OPEN_AROUND = (
    '<text:section text:display="none"><text:p>{}</text:p></text:section>',
    '<text:p>{}<text:hidden-paragraph text:is-hidden="true"/></text:p>',
    "<text:p><office:annotation><text:p>{}</text:p></office:annotation></text:p>",
)
_PDF_WAYS = (
    ("", "0 0 0 rg 30 {low} 550 13 re f"), ("", "1 g 30 {low} 550 13 re f"), ("1 g", ""), ("3 Tr", ""),
    ("0 0 9 9 re W n", ""),
)  # fmt: skip


def _word(lines: Lines, chance: Random) -> bytes:
    made: list[str] = []
    for line, is_hidden in lines:
        text = f'<w:t xml:space="preserve">{escape(line)}</w:t>'
        if is_hidden and chance.random() < 0.3:
            runs = chance.choice(_WORD_AROUND).format(f"<w:r>{text}</w:r>")
        else:
            look = chance.choice(_WORD_LOOKS) if is_hidden else ""
            runs = f"<w:r><w:rPr>{look}</w:rPr>{text}</w:r>"
        if is_hidden and made and chance.random() < 0.5:  # after the text of the previous paragraph
            made[-1] = made[-1].removesuffix("</w:p>") + f"{runs}</w:p>"
        else:
            made.append(f"<w:p>{runs}</w:p>")
    return word("".join(made))


def _opendocument(lines: Lines, chance: Random) -> bytes:
    made: list[str] = []
    for line, is_hidden in lines:
        text = escape(line)
        if is_hidden and chance.random() < 0.4:
            made.append(chance.choice(_OPEN_AROUND).format(text))
        elif is_hidden:
            span = f'<text:span text:style-name="{chance.choice(list(_OPEN_LOOKS))}">{text}</text:span>'
            made.append(f"<text:p>{span}</text:p>")
        else:
            made.append(f"<text:p>{text}</text:p>")
    styles = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'
        for name, look in _OPEN_LOOKS.items()
    )
    return opendocument("".join(made), styles)


def _pdf(lines: Lines, chance: Random) -> bytes:
    """Lines on A4 pages, one below the other; a hidden line may start anywhere in its row."""
    pages, height = [""], 820
    for line, is_hidden in lines:
        if height < 40:
            pages, height = [*pages, ""], 820
        before, after = chance.choice(_PDF_WAYS) if is_hidden else ("", "")
        left = chance.randrange(40, 150) if is_hidden else 40
        text = line.replace("\\", "").replace("(", r"\(").replace(")", r"\)")
        shown = text.encode("cp1252", "replace").decode("latin-1")
        after = after.format(low=height - 3)
        scale = min(100, 100 * (550 - left) // (5 * len(line) or 1))  # even wide letters stay on the page
        pages[-1] += f"q {before} BT /F1 6 Tf {scale} Tz {left} {height} Td ({shown}) Tj ET {after} Q\n"
        height -= 14
    return pdf(*pages)


def _text(lines: Lines, _: Random) -> bytes:
    return "\n".join(line for line, is_hidden in lines if not is_hidden).encode()


FORMATS: dict[str, Callable[[Lines, Random], bytes]] = {
    "txt": _text, "docx": _word, "dotx": _word, "odt": _opendocument, "ott": _opendocument, "pdf": _pdf,
}  # fmt: skip
