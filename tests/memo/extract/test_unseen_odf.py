"""Text that an OpenDocument file does not show: under drawings, in cells and notes, by conditions or odd sizes."""

import pytest
from tests.memo.extract.files import HIDDEN, SEEN, opendocument, read_here
from tests.memo.extract.test_unseen import reads_only_what_is_seen


def _open(properties: str, family: str = "text", sort: str = "") -> str:
    made = f"<style:{sort or family}-properties {properties}/>"
    return f'<style:style style:name="s" style:family="{family}">{made}</style:style>'


def _frame(inner: str, more: str = 'svg:height="0.3cm"', tag: str = "frame") -> str:
    return f'<draw:{tag} draw:style-name="s" {more}>{inner}</draw:{tag}>'


_LOEXT = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
_HIDING, _FLAT, _AWAY = 'draw:display="none"', 'svg:height="0.01cm"', 'svg:y="-90cm"'
_LEFT, _MOVED = 'svg:x="-30cm"', 'draw:transform="translate (-90cm 0cm)"'
_P = f"<text:p>{HIDDEN}</text:p>"
_STYLED = f'<text:p text:style-name="s">{HIDDEN}</text:p>'
_SPAN = f'<text:p><text:span text:style-name="s">{HIDDEN}</text:span></text:p>'
_BOX = f"<text:p>{_frame(f'<draw:text-box>{_P}</draw:text-box>')}</text:p>"
_TABLE = "<table:table>{}<table:table-row {}>{}</table:table-row></table:table>"
_CELL = f"<table:table-cell>{_P}</table:table-cell>"
_OVER = 'style:wrap="run-through" style:run-through="foreground"'
_ODF_NOTE = f'<text:note text:note-class="footnote"><text:note-body>{_P}</text:note-body></text:note>'
_FLAG = 'text:condition="ooow:1==1" text:is-hidden="false"'


def _case(body: str, styles: str = "", masters: str = "") -> bytes:
    """A file with the body and, below it, a visible text."""
    return opendocument(f"{body}{'<text:p/>' * 5}<text:p>{SEEN}</text:p>", styles, masters=masters)


OPENDOCUMENT = {
    "black frame": _case(_BOX, _open('draw:fill="solid" draw:fill-color="#000000"', "graphic")),
    "frame that fades": _case(_BOX, _open('draw:fill="gradient"', "graphic")),
    "frame with a picture": _case(_BOX, _open('draw:fill="bitmap"', "graphic")),
    "black shape": _case(
        f"<text:p>{_frame(_P, tag='rect')}</text:p>", _open('draw:fill="solid" draw:fill-color="#000"', "graphic")
    ),
    **{
        f"{tag} that is not shown": _case(f"<text:p>{_frame(_P, _HIDING, tag)}</text:p>")
        for tag in ("frame", "custom-shape", "g")
    },
    "flat frame": _case(f"<text:p>{_frame(_P, _FLAT)}</text:p>"),
    "frame outside the page": _case(f"<text:p>{_frame(_P, _AWAY)}</text:p>"),
    "frame left of the page": _case(f"<text:p>{_frame(_P, _LEFT)}</text:p>"),
    "frame moved outside the page": _case(f"<text:p>{_frame(_P, _MOVED)}</text:p>"),
    "under a picture": _case(f"<text:p>{_frame('<draw:image/>')}{HIDDEN}</text:p>", _open(_OVER, "graphic")),
    "frame under a picture": _case(
        f"<text:p>{_frame(f'<draw:text-box>{_P}</draw:text-box>')}{_frame('<draw:image/>')}</text:p>",
        _open(_OVER, "graphic"),
    ),
    "under a shape": _case(f"<text:p>{_frame('', tag='rect')}{HIDDEN}</text:p>", _open(_OVER, "graphic")),
    "under a shape with a word": _case(
        f"<text:p>{_frame('<text:p>lak</text:p>', tag='rect')}{HIDDEN}</text:p>",
        _open(f'{_OVER} draw:fill="solid" draw:fill-color="#ffff00"', "graphic"),
    ),
    "section that is not shown": _case(f'<text:section text:display="none" text:is-hidden="false">{_P}</text:section>'),
    "section on a fixed condition": _case(f'<text:section text:display="condition" {_FLAG}>{_P}</text:section>'),
    "paragraph on a fixed condition": _case(f"<text:p>{HIDDEN}<text:hidden-paragraph {_FLAG}/></text:p>"),
    "text on a fixed condition": _case(f"<text:p><text:hidden-text {_FLAG}>{HIDDEN}</text:hidden-text></text:p>"),
    "variable": _case(f'<text:p><text:variable-set text:display="none">{HIDDEN}</text:variable-set></text:p>'),
    "note with a hidden number": _case(
        f'<text:p><text:span text:style-name="s">{_ODF_NOTE}</text:span></text:p>', _open('text:display="none"')
    ),
    "covered cell": _case(_TABLE.format("", "", f"<table:covered-table-cell>{_P}</table:covered-table-cell>")),
    "column": _case(_TABLE.format('<table:table-column table:visibility="collapse"/>', "", _CELL)),
    "style of a column": _case(
        _TABLE.format('<table:table-column table:default-cell-style-name="s"/>', "", _CELL),
        _open('fo:background-color="#000000"', "table-cell"),
    ),
    "style of a row": _case(
        _TABLE.format("", 'table:default-cell-style-name="s"', _CELL),
        _open('fo:background-color="#000000"', "table-cell"),
    ),
    "flat row": _case(
        _TABLE.format("", 'table:style-name="s"', _CELL), _open('style:row-height="0.02cm"', "table-row")
    ),
    **{
        each: _case(_SPAN, _open(each))
        for each in (
            'fo:font-size="1%"',
            'fo:font-size="29%"',
            'style:text-scale="19%"',
            'style:text-position="super 1%"',
            'style:text-scale="1%"',
            'fo:letter-spacing="-2cm"',
            'style:font-name="Wingdings"',
            'fo:color="#fff"',
        )
    },
    **{
        each: _case(_STYLED, _open(each, "paragraph"))
        for each in (
            'fo:line-height="0.01cm"',
            'fo:line-height="1%"',
            'fo:margin-left="-60cm"',
            'fo:margin-left="-100%"',
            'fo:margin-left="300%"',
            'fo:text-indent="-30cm"',
        )
    },
    "filling of a paragraph": _case(
        _STYLED, _open('draw:fill="solid" draw:fill-color="#000000"', "paragraph", "graphic")
    ),
    "style on a condition": _case(
        f'<text:p text:cond-style-name="s">{HIDDEN}</text:p>', _open('text:display="none"', "paragraph", "text")
    ),
    "prompt of an empty field": _case(
        f'<text:p><loext:content-control xmlns:loext="{_LOEXT}" loext:showing-place-holder="true">{HIDDEN}'
        "</loext:content-control></text:p>"
    ),
    "header that is not shown": _case(
        "",
        "",
        '<style:master-page style:name="Standard">'
        f'<style:header style:display="false">{_P}</style:header></style:master-page>',
    ),
    "header of no page": _case(
        "",
        "",
        '<style:master-page style:name="Standard"/>'
        f'<style:master-page style:name="Ander"><style:header>{_P}</style:header></style:master-page>',
    ),
}


@pytest.mark.parametrize("way", OPENDOCUMENT)
def test_invisible_text_of_opendocument_is_left_out(way: str) -> None:
    reads_only_what_is_seen(OPENDOCUMENT[way], is_told=True)


def test_a_margin_as_wide_as_that_of_the_parent_style_hides_nothing() -> None:
    styles = _open('fo:margin="100%" fo:margin-left="100%"', "paragraph")
    assert SEEN in read_here(opendocument(_STYLED.replace(HIDDEN, SEEN), styles)).lines[0].text


def test_a_shape_without_a_filling_covers_nothing() -> None:
    side = _frame("<draw:enhanced-geometry/>", 'svg:height="9cm"', "custom-shape")
    styles = _open(f'{_OVER} draw:fill="none"', "graphic")
    reads_only_what_is_seen(_case(f"<text:p>{side}</text:p>", styles), is_told=False)


@pytest.mark.parametrize("tag", ["header", "header-first", "header-left", "footer-first"])
def test_what_stands_above_or_below_a_page_is_read(tag: str) -> None:
    edge = f"<style:{tag}><text:p>{SEEN}</text:p></style:{tag}>"
    data = opendocument(
        "<text:p>De dijk</text:p>", masters=f'<style:master-page style:name="a">{edge}</style:master-page>'
    )
    assert SEEN in [line.text for line in read_here(data).lines]
