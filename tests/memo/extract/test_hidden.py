"""Text that a reader of a file cannot see is left out, in whatever way it was hidden, and this is reported."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples
from tests.memo.extract.files import HIDDEN, SEEN, archive, opendocument, paragraph, pdf, read_here, run, word


def _styled(kind: str) -> str:
    return "".join(
        f'<w:style w:type="{kind}" w:styleId="{kind}-{name}"><w:rPr>{look}</w:rPr></w:style>'
        f'<w:style w:type="{kind}" w:styleId="{kind}-{name}-child"><w:basedOn w:val="{kind}-{name}"/></w:style>'
        for name, look in LOOKS.items()
    )


# What makes text invisible, as properties of a run
LOOKS = {
    "vanish": "<w:vanish/>",
    "vanish-on": '<w:vanish w:val="1"/>',
    "web": "<w:webHidden/>",
    "struck": "<w:strike/>",
    "struck-twice": '<w:dstrike w:val="1"/>',
    "white": '<w:color w:val="FFFFFF"/>',
    "nearly-white": '<w:color w:val="FAFAF5"/>',
    "theme-white": '<w:color w:val="auto" w:themeColor="background1"/>',
    "black-shade": '<w:shd w:val="clear" w:fill="000000"/>',
    "black-pattern": '<w:shd w:val="solid" w:color="000000" w:fill="auto"/>',
    "black-marker": '<w:highlight w:val="black"/>',
    "same": '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>',
    "theme-shade": '<w:shd w:val="clear" w:fill="auto" w:themeFill="text1"/>',
    "tiny": '<w:sz w:val="2"/>',
    "tiny-decimal": '<w:sz w:val="2.0"/>',
    "nothing-painted": "<w14:textFill><w14:noFill/></w14:textFill>",
}
_SHADE = '<w:shd w:val="clear" w:fill="000000"/>'
_BOX = f"<w:txbxContent>{paragraph(run(HIDDEN))}</w:txbxContent>"
_IN_CELL = "<w:tbl>{table}<w:tr>{row}<w:tc>{cell}" + paragraph(run(HIDDEN)) + "</w:tc></w:tr></w:tbl>"
WORD = {
    **{f"run: {name}": paragraph(run(HIDDEN, look)) for name, look in LOOKS.items()},
    **{
        f"character style: {name}{child}": paragraph(run(HIDDEN, f'<w:rStyle w:val="character-{name}{child}"/>'))
        for name in LOOKS
        for child in ("", "-child")
    },
    **{
        f"paragraph style: {name}": paragraph(run(HIDDEN), f'<w:pStyle w:val="paragraph-{name}-child"/>')
        for name in LOOKS
    },
    "two styles that hide": paragraph(
        run(HIDDEN, '<w:rStyle w:val="character-vanish"/>'), '<w:pStyle w:val="paragraph-vanish"/>'
    ),
    "paragraph shade": paragraph(run(HIDDEN), _SHADE),
    "line without height": paragraph(run(HIDDEN), '<w:spacing w:line="2" w:lineRule="exact"/>'),
    "cell shade": _IN_CELL.format(table="", row="", cell=f"<w:tcPr>{_SHADE}</w:tcPr>"),
    "table shade": _IN_CELL.format(table=f"<w:tblPr>{_SHADE}</w:tblPr>", row="", cell=""),
    "hidden row": _IN_CELL.format(table="", row="<w:trPr><w:hidden/></w:trPr>", cell=""),
    "deleted row": _IN_CELL.format(table="", row="<w:trPr><w:del/></w:trPr>", cell=""),
    "deleted": f"<w:p><w:del>{run(HIDDEN)}</w:del></w:p>",
    "moved": f"<w:p><w:moveFrom>{run(HIDDEN)}</w:moveFrom></w:p>",
    "deleted box": f"<w:p><w:del><w:r><w:pict><v:shape>{_BOX}</v:shape></w:pict></w:r></w:del></w:p>",
    "hidden box": f'<w:p><w:r><w:pict><v:shape style="visibility:hidden">{_BOX}</v:shape></w:pict></w:r></w:p>',
    "box in hidden text": f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:pict>{_BOX}</w:pict></w:r></w:p>",
    "black box": "<w:p><w:r><w:drawing><wps:wsp><wps:spPr><a:solidFill><a:srgbClr val='000000'/></a:solidFill>"
    f"</wps:spPr>{_BOX}</wps:wsp></w:drawing></w:r></w:p>",
    "hidden drawing": f"<w:p><w:drawing><wp:inline><wp:docPr hidden='1'/>{_BOX}</wp:inline></w:drawing></w:p>",
    "instruction": '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f'{run(HIDDEN)}<w:r><w:instrText>{HIDDEN}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    "prompt": f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{paragraph(run(HIDDEN))}</w:sdt>",
    "other file": "<w:altChunk/>",
    "document inside": "<w:subDoc/>",
}
_STYLES = _styled("character") + _styled("paragraph")

_TEXT_LOOKS = {
    "none": 'text:display="none"',
    "condition": 'text:display="condition" text:condition="true()"',
    "white": 'fo:color="#ffffff"',
    "black": 'fo:background-color="#000000"',
    "same": 'fo:color="#c00000" fo:background-color="#c00000"',
    "tiny": 'fo:font-size="1pt"',
    "struck": 'style:text-line-through-style="solid" style:text-line-through-type="single"',
}


def _open_styles(family: str) -> str:
    return "".join(
        f'<style:style style:name="{name}" style:family="{family}"><style:text-properties {look}/></style:style>'
        for name, look in _TEXT_LOOKS.items()
    )


def _open_children(family: str) -> str:
    return "".join(
        f'<style:style style:name="{name}-child" style:family="{family}" style:parent-style-name="{name}"/>'
        for name in _TEXT_LOOKS
    )


_AUTOMATIC = (
    _open_children("text")
    + _open_children("paragraph")
    + (
        '<style:style style:name="cell" style:family="table-cell">'
        '<style:table-cell-properties fo:background-color="#000000"/></style:style>'
        '<style:style style:name="block" style:family="paragraph">'
        '<style:paragraph-properties fo:background-color="#101010"/></style:style>'
    )
)
_COMMON = _open_styles("text") + _open_styles("paragraph")
OPENDOCUMENT = {
    **{
        f"span: {name}": f'<text:p><text:span text:style-name="{name}-child">{HIDDEN}</text:span></text:p>'
        for name in _TEXT_LOOKS
    },
    **{f"paragraph: {name}": f'<text:p text:style-name="{name}-child">{HIDDEN}</text:p>' for name in _TEXT_LOOKS},
    "span in a span": '<text:p><text:span text:style-name="none"><text:span>'
    + HIDDEN
    + "</text:span></text:span></text:p>",
    "block": f'<text:p text:style-name="block">{HIDDEN}</text:p>',
    "cell": f'<table:table><table:table-row><table:table-cell table:style-name="cell"><text:p>{HIDDEN}</text:p>'
    "</table:table-cell></table:table-row></table:table>",
    "row": '<table:table><table:table-row table:visibility="collapse"><table:table-cell>'
    f"<text:p>{HIDDEN}</text:p></table:table-cell></table:table-row></table:table>",
    "section": f'<text:section text:display="none"><text:p>{HIDDEN}</text:p></text:section>',
    "section with a condition": f'<text:section text:display="condition"><text:p>{HIDDEN}</text:p></text:section>',
    "hidden text": f'<text:p><text:hidden-text text:is-hidden="true">{HIDDEN}</text:hidden-text></text:p>',
    "hidden paragraph": f'<text:p>{HIDDEN}<text:hidden-paragraph text:is-hidden="true"/></text:p>',
    "comment": f"<text:p><office:annotation><text:p>{HIDDEN}</text:p></office:annotation></text:p>",
    "change": f"<text:tracked-changes><text:deletion><text:p>{HIDDEN}</text:p></text:deletion></text:tracked-changes>",
    "prompt": f"<text:p><text:placeholder>{HIDDEN}</text:placeholder></text:p>",
}


def _at(height: int, text: str, before: str = "", after: str = "") -> str:
    return f"q {before} BT /F1 11 Tf 50 {height} Td ({text}) Tj ET {after} Q\n"


# What hides text at a height of a page: the operators before it and after it
PDF = {
    "box": ("", "0 0 0 rg 45 {low} 300 16 re f"),
    "coloured box": ("", "0.2 0.4 0.6 rg 45 {low} 300 16 re f"),
    "box that lets a little through": ("", "0 0 0 rg 45 {low} 300 10 re f"),
    "image": ("", "300 0 0 16 45 {low} cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI"),
    "white": ("1 g", ""),
    "nearly white": ("0.98 g", ""),
    "mode": ("3 Tr", ""),
    "alpha": ("/G0 gs", ""),
    "clip": ("0 0 9 9 re W n", ""),
    "outside": ("1 0 0 1 0 -900 cm", ""),
    "tiny": ("0.04 0 0 0.04 40 {low} cm", ""),
    "layer": ("/OC /Off BDC", "EMC"),
}


def _pdf(ways: list[str]) -> bytes:
    lines = []
    for number, way in enumerate(ways):
        height = 780 - 30 * number
        before, after = (part.format(low=height - 4) for part in PDF[way])
        lines += [_at(height, HIDDEN, before, after), _at(height - 15, f"{SEEN} {number}")]
    off = b"<< /Type /OCG /Name (Off) >>"
    return pdf(
        "".join(lines),
        catalog="/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
        resources="/ExtGState << /G0 << /ca 0 /CA 0 >> >> /Properties << /Off 6 0 R >>",
        objects=(off,),
    )


@settings(max_examples=examples(15))
@given(st.lists(st.sampled_from(sorted(WORD)), min_size=1, max_size=6))
def test_hidden_text_of_word_is_left_out_and_reported(ways: list[str]) -> None:
    body = "".join(f"{WORD[way]}{paragraph(run(f'{SEEN} {number}'))}" for number, way in enumerate(ways))
    _check_only_visible_text(word(body, _STYLES), len(ways))


def test_each_way_of_hiding_in_word_is_recognised() -> None:
    for hidden in WORD.values():
        _check_only_visible_text(word(hidden + paragraph(run(f"{SEEN} 0")), _STYLES), 1)


def test_each_way_of_hiding_in_opendocument_is_recognised() -> None:
    for hidden in OPENDOCUMENT.values():
        body = f"{hidden}<text:p>{SEEN} 0</text:p>"
        _check_only_visible_text(opendocument(body, _AUTOMATIC, _COMMON), 1)


@settings(max_examples=examples(15))
@given(st.lists(st.sampled_from(sorted(OPENDOCUMENT)), min_size=1, max_size=6))
def test_hidden_text_of_opendocument_is_left_out_and_reported(ways: list[str]) -> None:
    body = "".join(f"{OPENDOCUMENT[way]}<text:p>{SEEN} {number}</text:p>" for number, way in enumerate(ways))
    _check_only_visible_text(opendocument(body, _AUTOMATIC, _COMMON), len(ways))


def test_hidden_text_of_a_pdf_is_left_out_and_reported() -> None:
    _check_only_visible_text(_pdf(list(PDF)), len(PDF))


def _check_only_visible_text(data: bytes, count: int) -> None:
    memo = read_here(data)
    text = "\n".join(line.text for line in memo.lines)
    assert HIDDEN not in text
    assert all(f"{SEEN} {number}" in text for number in range(count))
    assert memo.remarks


@pytest.mark.parametrize(
    "look",
    [
        '<w:vanish w:val="0"/>', '<w:vanish w:val="false"/>', '<w:vanish w:val="off"/>', '<w:color w:val="auto"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>', '<w:shd w:val="clear" w:fill="D9D9D9"/>',
        '<w:color w:val="C00000"/><w:highlight w:val="yellow"/>', '<w:sz w:val="12"/>', '<w:shd w:val="nil"/>',
        '<w:rStyle w:val="character-vanish"/><w:vanish w:val="0"/>', '<w:strike w:val="0"/>',
        '<w:rStyle w:val="character-struck"/><w:strike w:val="false"/>', "<w:u/>",
    ],
)  # fmt: skip
def test_text_that_only_seems_hidden_in_word_is_read(look: str) -> None:
    memo = read_here(word(paragraph(run(SEEN, look)), _STYLES))
    assert [line.text for line in memo.lines if line.text] == [SEEN]
    assert memo.remarks == []


@pytest.mark.parametrize(
    "body",
    [
        f'<text:section text:display="true"><text:p>{SEEN}</text:p></text:section>',
        f'<text:section text:display="condition" text:is-hidden="false"><text:p>{SEEN}</text:p></text:section>',
        f'<text:p><text:hidden-text text:is-hidden="false">{SEEN}</text:hidden-text></text:p>',
        f'<text:p text:style-name="black"><text:span text:style-name="white">{SEEN}</text:span></text:p>',
    ],
)
def test_text_that_only_seems_hidden_in_opendocument_is_read(body: str) -> None:
    memo = read_here(opendocument(body, _AUTOMATIC, _COMMON))
    assert [line.text for line in memo.lines if line.text] == [SEEN]
    assert memo.remarks == []


def test_white_text_on_a_dark_area_and_text_over_an_image_are_read_from_a_pdf() -> None:
    page = (
        "0 0 0.4 rg 40 690 400 30 re f\n" + _at(700, f"{SEEN} 0", "1 g")
        + "q 400 0 0 30 40 590 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x70 EI Q\n" + _at(600, f"{SEEN} 1", "1 g")
    )  # fmt: skip
    memo = read_here(pdf(page))
    assert [line.text for line in memo.lines if line.text] == [f"{SEEN} 0", f"{SEEN} 1"]
    assert memo.remarks == []


def _shape(fill: str = "<a:solidFill><a:srgbClr val='000000'/></a:solidFill>", **more: str) -> str:
    said = {"height": "152400", "offset": "0", "behind": "0", "wrap": "wrapNone", "text": ""} | more
    return (
        f'<w:r><w:drawing><wp:anchor behindDoc="{said["behind"]}"><wp:positionV><wp:posOffset>{said["offset"]}'
        f'</wp:posOffset></wp:positionV><wp:extent cx="99" cy="{said["height"]}"/><wp:{said["wrap"]}/>'
        f"<wps:wsp><wps:spPr>{fill}</wps:spPr>{said['text']}</wps:wsp></wp:anchor></w:drawing></w:r>"
    )


_CLEAR = "<a:solidFill><a:srgbClr val='FFFFFF'><a:alpha val='0'/></a:srgbClr></a:solidFill>"
_VML_SHAPE = (
    '<w:r><w:pict><v:rect style="position:absolute;margin-top:2pt;height:14pt" fillcolor="black"/></w:pict></w:r>'
)


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{_shape()}{run(HIDDEN)}</w:p>",
        f"<w:p>{_shape()}{run(HIDDEN)}</w:p><w:p/>",
        f"<w:p>{_VML_SHAPE}{run(HIDDEN)}</w:p>",
        f"<w:p>{_shape(height='400000')}</w:p><w:p>{run(HIDDEN)}</w:p><w:p>{run(HIDDEN)}</w:p>",
        f"<w:p>{run(HIDDEN)}</w:p><w:p>{_shape(offset='-152400')}</w:p>",
    ],
)
def test_text_under_a_floating_shape_of_a_word_file_is_left_out(body: str) -> None:
    far = "<w:p/>" * 5
    _check_only_visible_text(word(f"{paragraph(run(f'{SEEN} 0'))}{far}{body}{far}{paragraph(run(f'{SEEN} 1'))}"), 2)


@pytest.mark.parametrize(
    "shape",
    [
        _shape(fill=""), _shape(fill=_CLEAR), _shape(behind="1"), _shape(wrap="wrapSquare"), _shape(height="12700"),
        _VML_SHAPE.replace("/>", ' filled="f"/>', 1), _VML_SHAPE.replace("position:absolute;", ""),
    ],
)  # fmt: skip
def test_a_shape_that_covers_nothing_hides_nothing(shape: str) -> None:
    memo = read_here(word(f"<w:p>{shape}{run(SEEN)}</w:p>"))
    assert [line.text for line in memo.lines if line.text] == [SEEN]
    assert memo.remarks == []


def test_a_shape_fixed_to_the_page_covers_only_nearby_text() -> None:
    at_top = _shape(offset="1016000").replace("<wp:positionV>", '<wp:positionV relativeFrom="page">')
    memo = read_here(word(f"<w:p>{at_top}{run(HIDDEN)}</w:p>{'<w:p/>' * 12}{paragraph(run(SEEN))}"))
    assert [line.text for line in memo.lines if line.text] == [SEEN]
    vml = _VML_SHAPE.replace("margin-top:2pt", "margin-top:700pt;mso-position-vertical-relative:page")
    memo = read_here(word(f"{paragraph(run(HIDDEN))}<w:p>{vml}</w:p>{'<w:p/>' * 80}{paragraph(run(SEEN))}"))
    assert [line.text for line in memo.lines if line.text] == [SEEN]


def test_the_main_part_of_word_is_found_by_its_relations() -> None:
    memo = read_here(word(paragraph(run(SEEN)), main="word/document2.xml"))
    assert [line.text for line in memo.lines if line.text] == [SEEN]


def test_dropped_struck_through_text_is_reported() -> None:
    memo = read_here(word(paragraph(run(SEEN) + run(HIDDEN, "<w:strike/>"))))
    assert memo.remarks == ["struck-through text is left out"]


def test_hidden_text_of_strict_open_xml_is_left_out() -> None:
    body = paragraph(run(SEEN)) + paragraph(run(HIDDEN, "<w:vanish/>"))
    names = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    data = archive({"word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>"})
    memo = read_here(data)
    assert [line.text for line in memo.lines if line.text] == [SEEN]
    assert memo.remarks


def test_check_boxes_of_a_word_file_keep_their_state() -> None:
    box = '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
    control = f"<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>{run('☒')}</w:sdtContent></w:sdt>"
    memo = read_here(word(f"<w:p><w:r>{box}</w:r>{end}{run(' ja ')}{sign}{run(' nee ')}{control}</w:p>"))
    assert [line.text for line in memo.lines if line.text] == ["☒ ja ☐ nee ☒"]


def test_styles_hide_text_in_a_word_file_without_relations() -> None:
    hides = '<w:style w:type="character" w:styleId="x"><w:rPr><w:vanish/></w:rPr></w:style>'
    whole = word(paragraph(run(HIDDEN, '<w:rStyle w:val="x"/>') + run(SEEN)), hides)
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        parts: dict[str, str | bytes] = {
            name: file.read(name) for name in file.namelist() if name != "word/_rels/document.xml.rels"
        }
    text = "\n".join(line.text for line in read_here(archive(parts)).lines)
    assert SEEN in text
    assert HIDDEN not in text
