"""Text that is invisible in less obvious ways: under drawings, in headers without pages, in special fields."""

import pytest
from tests.memo.extract.files import HIDDEN, SEEN, paragraph, pdf, read_here, run, word


def _look(properties: str, of_paragraph: str = "") -> str:
    return paragraph(run(HIDDEN, properties), of_paragraph)


def _cells(*cells: str, table: str = "", row: str = "") -> str:
    inner = "".join(f"<w:tc><w:tcPr>{each}</w:tcPr>{paragraph(run(HIDDEN))}</w:tc>" for each in cells)
    return f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tr><w:trPr>{row}</w:trPr>{inner}</w:tr></w:tbl>"


def _field(instruction: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText> {instruction} </w:instrText></w:r>{marks[1]}{run(HIDDEN)}{marks[2]}"


def _drawn(inner: str, *, place: str = "", attributes: str = "", size: str = 'cx="3000000" cy="150000"') -> str:
    return (
        f"<w:r><w:drawing><wp:anchor {attributes}>{place}<wp:extent {size}/><wp:wrapNone/>{inner}"
        "</wp:anchor></w:drawing></w:r>"
    )


def _shape(fill: str, text: str = "", style: str = "", name: str = "") -> str:
    box = f"<wps:txbx><w:txbxContent>{paragraph(text)}</w:txbxContent></wps:txbx>" if text else ""
    return f"<wps:wsp>{name}<wps:spPr>{fill}</wps:spPr><wps:style>{style}</wps:style>{box}</wps:wsp>"


_BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_SHADE = '<w:shd w:val="clear" w:fill="000000"/>'
_BLACK_TEXT = run(HIDDEN, '<w:color w:val="000000"/>')
_FADE = '<a:gradFill><a:gsLst><a:gs><a:srgbClr val="000000"/></a:gs></a:gsLst></a:gradFill>'
_DARK = '<a:fillRef idx="1"><a:schemeClr val="dk1"/></a:fillRef>'
_WHITE = '<w:color w:val="FFFFFF"/>'
_WHITE_TEXT = f"<w:txbxContent>{paragraph(run(HIDDEN, _WHITE))}</w:txbxContent>"  # in a black shape
_NOTE = '<w:r><w:rPr>{}</w:rPr><w:footnoteReference w:id="2"/></w:r>'
_OF_PAGE = '<wp:positionV relativeFrom="page"><wp:posOffset>{}</wp:posOffset></wp:positionV>'
_SHARE = (
    '<wp:positionH relativeFrom="page"><wp14:pctPosHOffset xmlns:wp14='
    '"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing">{}</wp14:pctPosHOffset></wp:positionH>'
)
_AT_COLUMN = '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
_RECT = '<w:r><w:pict><v:rect style="position:absolute;width:4in;{}" fillcolor="#000">{}</v:rect></w:pict></w:r>'
_PART = '<w:style w:type="table" w:styleId="t">{}<w:tblStylePr w:type="firstRow">{}</w:tblStylePr></w:style>'


def _case(body: str, styles: str = "", parts: dict[str, str] | None = None) -> bytes:
    """A Word file with the body and, below it, a visible text."""
    shown = paragraph(run(SEEN, '<w:color w:val="FF0000"/><w:vanish w:val="0"/>'))
    below = paragraph("") * 5 + shown
    return word(
        body.replace("</w:body>", f"{below}</w:body>") if "</w:body>" in body else body + below, styles, parts=parts
    )


WORD = {
    "a light shade of the theme": _case(
        _look('<w:color w:val="000000" w:themeColor="background1" w:themeShade="F2"/>')
    ),
    "a light tint of the theme": _case(_look('<w:color w:val="000000" w:themeColor="text1" w:themeTint="05"/>')),
    "colours of the theme swapped": _case(
        _look('<w:color w:val="000000" w:themeColor="text1"/>'),
        "",
        {"settings": '<w:clrSchemeMapping w:bg1="dark1" w:t1="light1"/>'},
    ),
    "effect of the theme": _case(
        _look('<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>')
    ),
    "transparent effect": _case(
        _look('<w14:textFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="99000"/></w14:srgbClr></w14:textFill>')
    ),
    "pattern": _case(_look('<w:color w:val="4D4D4D"/><w:shd w:val="pct70" w:color="000000" w:fill="FFFFFF"/>')),
    "page": _case(f'<w:background w:color="000000"/><w:body>{_look("")}</w:body>'),
    "usual character style": _case(
        _look(""), '<w:style w:type="character" w:styleId="c" w:default="1"><w:rPr><w:vanish/></w:rPr></w:style>'
    ),
    "table style": _case(_cells("", table='<w:tblStyle w:val="t"/>'), _PART.format(f"<w:rPr>{_WHITE}</w:rPr>", "")),
    "first row of a table style": _case(
        _cells("", table='<w:tblStyle w:val="t"/>'), _PART.format("", f"<w:rPr>{_WHITE}</w:rPr>")
    ),
    "shade of a table style": _case(
        _cells("", table='<w:tblStyle w:val="t"/>'), _PART.format('<w:tcPr><w:shd w:fill="000000"/></w:tcPr>', "")
    ),
    "shade of one row": _case(_cells("").replace("<w:trPr>", f"<w:tblPrEx>{_SHADE}</w:tblPrEx><w:trPr>")),
    "flat row": _case(_cells("", row='<w:trHeight w:val="20" w:hRule="exact"/>')),
    "rest of a merged cell": _case(_cells("<w:vMerge/>", '<w:hMerge w:val="continue"/>')),
    "narrow letters": _case(_look('<w:w w:val="1"/>')),
    "letters over each other": _case(_look('<w:spacing w:val="-600"/>')),
    "raised off the page": _case(_look('<w:position w:val="3000"/>')),
    "narrow": _case(_look('<w:w w:val="19"/>')),
    "made to fit nine points": _case(_look('<w:fitText w:val="180"/>')),
    "small and raised": _case(_look('<w:sz w:val="6"/><w:vertAlign w:val="superscript"/>')),
    "small in another script": _case(_look('<w:cs/><w:szCs w:val="2"/>')),
    "font of signs": _case(_look('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')),
    "outside the page": _case(_look("", '<w:ind w:left="-31000"/>')),
    "frame outside the page": _case(_look("", '<w:framePr w:y="-30000"/>')),
    "flat frame": _case(_look("", '<w:framePr w:h="10" w:hRule="exact"/>')),
    **{f"field {each}": _case(paragraph(_field(f"{each} x"))) for each in ("SET", "ASK", "XE", "TC", "PRIVATE")},
    "a text outside a run": _case(
        f"<w:p><w:pPr><w:pStyle w:val='p'/></w:pPr><w:t>{HIDDEN}</w:t></w:p>",
        '<w:style w:type="paragraph" w:styleId="p"><w:rPr><w:vanish/></w:rPr></w:style>',
    ),
    "simple field": _case(paragraph(f'<w:fldSimple w:instr=" SET x y ">{run(HIDDEN)}</w:fldSimple>')),
    "note with a hidden number": _case(
        paragraph(_NOTE.format("<w:vanish/>")), "", {"footnotes": f'<w:footnote w:id="2">{_look("")}</w:footnote>'}
    ),
    "phantom": _case(paragraph(f"<m:oMath><m:phant><m:e><m:r><m:t>{HIDDEN}</m:t></m:r></m:e></m:phant></m:oMath>")),
    "formula in a hidden paragraph": _case(
        paragraph(f"<m:oMath><m:r><m:t>{HIDDEN}</m:t></m:r></m:oMath>", '<w:pStyle w:val="p"/>'),
        '<w:style w:type="paragraph" w:styleId="p"><w:rPr><w:vanish/></w:rPr></w:style>',
    ),
    "small letters above a word": _case(
        paragraph(f"<w:r><w:ruby><w:rt>{run(HIDDEN, '<w:vanish/>')}</w:rt></w:ruby></w:r>")
    ),
    "way that no reader knows": _case(
        f'<mc:AlternateContent><mc:Choice Requires="zz">{_look("")}</mc:Choice></mc:AlternateContent>'
    ),
    "second of two ways": _case(
        f'<mc:AlternateContent><mc:Choice Requires="wps"/><mc:Choice Requires="w14">{_look("")}</mc:Choice>'
        f"<mc:Fallback>{_look('')}</mc:Fallback></mc:AlternateContent>"
    ),
    **{
        f"{sort} of {kind} pages": _case(
            f'<w:sectPr><w:{sort}Reference w:type="{kind}" r:id="{sort}1"/></w:sectPr>', "", {f"{sort}1": _look("")}
        )
        for sort in ("header", "footer")
        for kind in ("first", "even")
    },
    "header of no page": _case("", "", {"header1": _look("")}),
    "black box": _case(paragraph(_drawn(_shape(_BLACK, _BLACK_TEXT)))),
    "box that fades": _case(paragraph(_drawn(_shape(_FADE, _BLACK_TEXT)))),
    "box with a picture": _case(paragraph(_drawn(_shape("<a:blipFill/>", _BLACK_TEXT)))),
    "box with a styled filling": _case(paragraph(_drawn(_shape("", _BLACK_TEXT, _DARK)))),
    "box with a styled colour": _case(
        paragraph(_drawn(_shape("<a:noFill/>", run(HIDDEN), '<a:fontRef><a:schemeClr val="lt1"/></a:fontRef>')))
    ),
    "hidden anchor": _case(paragraph(_drawn(_shape("", run(HIDDEN)), attributes='hidden="1"'))),
    "hidden shape": _case(paragraph(_drawn(_shape("", run(HIDDEN), name='<wps:cNvPr hidden="1"/>')))),
    "box without height": _case(paragraph(_drawn(_shape("", run(HIDDEN)), size='cx="99999" cy="1"'))),
    "box beside the page": _case(
        paragraph(_drawn(_shape("", run(HIDDEN)), place=_OF_PAGE.format(8000000).replace("positionV", "positionH")))
    ),
    **{
        f"box at {share} of a page": _case(paragraph(_drawn(_shape("", run(HIDDEN)), place=_SHARE.format(share))))
        for share in (150000, -120000)
    },
    "box beside the page without a size": _case(
        paragraph(_drawn(_shape("", run(HIDDEN)), place=_OF_PAGE.format(20000000)).replace("<wp:extent", "<wp:other"))
    ),
    "narrow column": _case(_cells('<w:tcW w:w="5" w:type="dxa"/>')),
    "narrow frame": _case(_look("", '<w:framePr w:w="5"/>')),
    "box of which the place is not said": _case(paragraph(_drawn(_shape("", run(HIDDEN)), attributes='simplePos="1"'))),
    "box above the page": _case(paragraph(_drawn(_shape("", run(HIDDEN)), place=_OF_PAGE.format(-5000000)))),
    "box below the page": _case(paragraph(_drawn(_shape("", run(HIDDEN)), place=_OF_PAGE.format(20000000)))),
    "under a picture": _case(paragraph(_drawn("<pic:pic/>") + run(HIDDEN))),
    "box under a picture": _case(paragraph(_drawn(_shape("", run(HIDDEN))) + _drawn("<pic:pic/>"))),
    "box under a flat shape": _case(
        paragraph(_drawn(_shape("", run(HIDDEN))) + _drawn(_shape(_BLACK), size='cx="3000000" cy="60000"'))
    ),
    "under a shape on a page of a size that is not said": _case(
        paragraph(_drawn(_shape(_BLACK), place=_AT_COLUMN) + run(HIDDEN)) + "<w:sectPr><w:pgSz/></w:sectPr>"
    ),
    "under a fading shape": _case(paragraph(_drawn(_shape(_FADE)) + run(HIDDEN))),
    "under a styled shape": _case(paragraph(_drawn(_shape("", style=_DARK)) + run(HIDDEN))),
    "under a box with a word": _case(paragraph(_drawn(_shape(_BLACK, run("lak", _WHITE))) + run(HIDDEN))),
    "old shape in inches": _case(paragraph(_RECT.format("height:.2in", "") + run(HIDDEN))),
    "old shape with a picture": _case(paragraph(_RECT.format("height:1cm", "<v:imagedata/>") + run(HIDDEN))),
    "old black box": _case(
        paragraph(_RECT.format("", f"<v:textbox><w:txbxContent>{_look('')}</w:txbxContent></v:textbox>"))
    ),
    **{
        f"old box: {style}": _case(paragraph(_RECT.format(style, f"<v:textbox>{_WHITE_TEXT}</v:textbox>")))
        for style in ("left:-9999pt", "margin-top:-3000pt", "height:.1pt")
    },
    "table outside the page": _case(_cells("", table='<w:tblInd w:w="-20000"/>')),
    "floating table outside the page": _case(_cells("", table='<w:tblpPr w:tblpX="-20000"/>')),
    "old filling": _case(
        paragraph(f'<w:r><w:pict><v:rect style="a"><v:fill color="black"/>{_look("")}</v:rect></w:pict></w:r>')
    ),
}


_NOT_TOLD = {"way that no reader knows", "second of two ways"}  # another version of the same text is in the file


@pytest.mark.parametrize("way", WORD)
def test_invisible_text_of_a_word_file_is_left_out(way: str) -> None:
    reads_only_what_is_seen(WORD[way], is_told=way not in _NOT_TOLD)


def reads_only_what_is_seen(data: bytes, *, is_told: bool) -> None:
    memo = read_here(data)
    text = "\n".join(line.text for line in memo.lines)
    assert HIDDEN not in text
    assert SEEN in text
    assert memo.remarks or not is_told


_BESIDE = (
    '<wp:positionH relativeFrom="page"><wp:posOffset>6800000</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
)
_LINES = "".join(paragraph(run(f"{SEEN} {number}")) for number in range(4))


@pytest.mark.parametrize(
    "body",
    [
        paragraph(_drawn(_shape(_BLACK), place=_BESIDE)) + _LINES,
        paragraph(_drawn("<pic:pic/>", place=_OF_PAGE.format(100000))) + _LINES,
        paragraph(_drawn(_shape("<a:noFill/>", run("kader")))) + _LINES,
        paragraph(
            _drawn(_shape("<a:noFill/>", run("kader")), place=_OF_PAGE.format(-5000000).replace('"page"', '"line"'))
        )
        + _LINES,
        paragraph(_drawn(_shape(_BLACK, run("kader", _WHITE)), place=_BESIDE)) + _LINES,
        _cells('<w:tcW w:w="50" w:type="pct"/>', '<w:tcW w:w="0" w:type="auto"/>').replace(HIDDEN, "tabel") + _LINES,
        _cells("").replace(HIDDEN, "tabel") + _LINES,
        '<w:sectPr><w:titlePg/><w:headerReference w:type="first" r:id="header1"/></w:sectPr>' + _LINES,
        paragraph(_field("HYPERLINK x").replace(HIDDEN, "link")) + _LINES,
        _LINES.replace("<w:rPr>", "<w:rPr><w14:textFill/>"),
    ],
)
def test_drawings_beside_the_text_and_shown_headers_hide_nothing(body: str) -> None:
    parts = {"header1": paragraph(run("kop"))} if "header1" in body else {}
    memo = read_here(word(body, parts=parts))
    text = "\n".join(line.text for line in memo.lines)
    assert all(f"{SEEN} {number}" in text for number in range(4))
    assert memo.remarks == []


def _at(text: str, before: str = "", size: int = 11) -> str:
    return f"{before} BT /F1 {size} Tf 50 700 Td ({text}) Tj ET\n"


@pytest.mark.parametrize(
    ("page", "read"),
    [
        (_at(HIDDEN) + "0 g 45 696 300 16 re f " + _at("5.1.2e", "1 g"), "5.1.2e"),
        (_at(HIDDEN) + "1 g 45 696 300 16 re f " + _at("gelakt gelakt", "0 g"), "gelakt gelakt"),
        (_at(HIDDEN, "1 g") + _at(f"{SEEN} hier", "0 g"), f"{SEEN} hier"),
        (f"/Span <</ActualText ({HIDDEN})>> BDC {_at(SEEN)} EMC", SEEN),
        (_at(HIDDEN, "q 0.5 0 0 0.09 25 637 cm") + f"Q 1 0 0 1 0 -99 cm {_at(SEEN)}", SEEN),
        (_at(SEEN) + _at(SEEN), SEEN),
    ],
)
def test_only_the_visible_one_of_overlapping_pdf_texts_is_read(page: str, read: str) -> None:
    memo = read_here(pdf(page))
    assert [line.text for line in memo.lines if line.text] == [read]


def test_a_form_field_over_a_text_hides_it() -> None:
    field = (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [40 690 350 715] /F 4 /AP << /N 7 0 R >> >>",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 310 25] /Length 19 >>\nstream\n0 g 0 0 310 25 re f\nendstream",
    )
    page = _at(HIDDEN) + f"1 0 0 1 0 -99 cm {_at(SEEN)}"
    data = pdf(page, catalog="/AcroForm << /Fields [6 0 R] >>", objects=field)
    data = data.replace(b"/Contents 5 0 R", b"/Annots [6 0 R] /Contents 5 0 R")
    memo = read_here(data)
    assert [line.text for line in memo.lines if line.text] == [SEEN]


_NOTE_OF_PDF = b"<< /Type /Annot %b /Rect [40 690 350 715] /F 4 >>"


@pytest.mark.parametrize(
    ("note", "read"),
    [
        ("/Subtype /Redact", [SEEN]),  # to be blackened, which nobody did yet
        ("/Subtype /Square /IC [0 0 0]", [SEEN]),
        ("/Subtype /StrikeOut", [SEEN]),
        ("/Subtype /Line /C [0 0 0] /BS << /W 20 >>", [SEEN]),
        ("/Subtype /Highlight /C [0 0 0]", [SEEN]),
        ("/Subtype /FreeText /C [1 1 1]", [SEEN]),
        ("/Subtype /Underline /C [0 0 0]", [HIDDEN, SEEN]),
        ("/Subtype /Highlight /C [1 1 0]", [HIDDEN, SEEN]),
    ],
)
def test_a_note_that_blackens_a_text_hides_it(note: str, read: list[str]) -> None:
    data = pdf(_at(HIDDEN) + f"1 0 0 1 0 -99 cm {_at(SEEN)}", objects=(_NOTE_OF_PDF % note.encode(),))
    memo = read_here(data.replace(b"/Contents 5 0 R", b"/Annots [6 0 R] /Contents 5 0 R"))
    assert [line.text for line in memo.lines if line.text] == read
