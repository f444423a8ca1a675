from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.examples import any_text

from briefcli.domain.when import parse_when
from briefcli.render.as_markdown import render_markdown
from briefcli.render.clean import one_line
from briefcli.views.cell import PaperCell, Words
from briefcli.views.making import known_facts
from briefcli.views.view import Block, Column, Heading, Point, Points, Remark, Table, View

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# Parts of Markdown syntax
SIGNS = (
    "a", "b", "1.", "2)", "-", "+", "*", "**", "_", "#", "=", "==", "---", "```", "~~~", ">", "|", "&amp;", "&#35;",
    "<b>", "</b>", "<!--", "[x](y)", "![x](y)", "[x]:", "\\", "\n", "    ", "\t", "http://a.nl", "<http://a.nl>",
    "~~a~~", "_", "__", "#a", "a#", "&amp", "&", ";", "a_b", "_a", "a_",
)  # fmt: skip
HOSTILE = st.one_of([st.lists(st.sampled_from(SIGNS)).map(sign.join) for sign in (" ", "")])
TEXT = st.one_of(HOSTILE, any_text(max_size=30))


def render(*blocks: Block) -> str:
    return render_markdown(View(data=[], blocks=blocks))


def inline_of(text: str) -> Iterator[Token]:
    for token in PARSER.parse(text):
        yield from token.children or []


def kinds_of(text: str) -> list[str]:
    return [token.type for token in PARSER.parse(text)]


def words_of(text: str) -> list[str]:
    return [token.content for token in inline_of(text) if token.type == "text" and token.content]


def shown(text: str) -> list[str]:
    """What a reader should see of a text: the same text on one line."""
    line = one_line(text).strip()
    return [line] if line else []


@given(TEXT)
@example("1. eerst")
@example("2023) jaar")
@example("- streep")
@example("---")
@example("&lt;b&gt;")
@example("kst-1 | x")
def test_text_is_never_read_as_markup(text: str) -> None:
    cell = Words(text)
    item = ["list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close"]
    listed = render(Points((Point(cell), Point(Words("volgende"))), "Punten"))
    if shown(text):
        assert kinds_of(listed)[3:] == ["bullet_list_open", *item, *item, "bullet_list_close"]
        assert kinds_of(render(Remark(cell))) == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(words_of(listed)) == "".join(["Punten", *shown(text), "volgende"])
    assert {token.type for token in inline_of(listed)} <= {"text"}
    assert "".join(words_of(render(Heading(cell)))) == "".join(shown(text))
    tabled = render(Table((Column("A"), Column("B")), ((cell, 7),)))
    assert kinds_of(tabled).count("td_open") == 2
    assert "".join(words_of(tabled)) == "".join(["AB", *shown(text), "7"])


def test_a_heading_is_followed_by_its_subtitle() -> None:
    assert render(Heading(Words("Raad"), "in 14 days")) == "# Raad\n\n*in 14 days*\n"


def test_facts_list_only_known_values() -> None:
    facts = known_facts(("When", parse_when("2031-03-01")), ("Place", None), ("Series", ""))
    assert render(facts) == "- **When**: Sat 1 Mar 2031\n"


def test_points_are_nested() -> None:
    points = Points(
        (Point(("Sessie", " · ", "dinner"), label="1", below=(Point("Topics", below=(Point("Steun"),)),)),), "S"
    )
    assert render(points) == "## S\n\n- **1** Sessie · dinner\n  - Topics\n    - Steun\n"


def test_tables_align_numbers_and_link_papers() -> None:
    columns = (Column("Paper"), Column("Amount", right=True))
    rows = (
        (PaperCell("28 676, nr. 427", "https://zoek.nl/kst-28676-427.html"), 16.6),
        (PaperCell("[x]", certain=False), None),
    )
    assert render(Table(columns, rows, "Related papers")) == (
        "## Related papers\n\n"
        "| Paper | Amount |\n| --- | ---: |\n"
        "| [28 676, nr. 427](https://zoek.nl/kst-28676-427.html) | 16.6 |\n"
        "| \\[x\\] (uncertain) |  |\n"
    )


@pytest.mark.parametrize(
    "address",
    [
        "http://a.nl/<x>", "http://a.nl/[x](y)", "http://a.nl/(x", "http://a.nl/a|b`c`d", "http://a.nl/a_b_#c",
        "www.a.nl/*a*", "http://a.nl/?a=1&copy=2&lt;b", "`http://a.nl/`|`", "http://a.nl/a\\|b",
        "http://a.nl/__a__/~~b~~/c_",
    ],
)  # fmt: skip
def test_an_address_breaks_no_table_and_becomes_no_markup(address: str) -> None:
    paper = PaperCell(address, address)
    tabled = render(Table((Column("A"), Column("B")), ((Words(address), paper), (paper, Words(address)))))
    assert kinds_of(tabled).count("td_open") == 4
    assert words_of(tabled)[2:] == [address] * 4
    links = [token for token in inline_of(tabled) if token.type != "text"]
    assert [token.type for token in links] == ["link_open", "link_close"] * 2
    assert {token.attrs["href"] for token in links[::2]} == {PARSER.normalizeLink(address)}
    assert {token.type for token in inline_of(render(Remark(Words(address))))} == {"text"}


def test_an_address_in_a_text_gets_no_backslashes() -> None:
    address = "https://www.tweedekamer.nl/debat_en_vergadering?id=2019a03323&did=2#top"
    assert render(Remark(Words(f"zie {address}"))) == f"zie {address}\n"


@pytest.mark.parametrize("text", ["", "een", "eerst\nen dan"])
def test_blocks_are_separated_by_a_blank_line(text: str) -> None:
    assert render(Remark(text), Remark("slot")) == f"{' '.join(text.split())}\n\nslot\n"


def test_titles_are_never_read_as_markup() -> None:
    text = render(Points((Point("a"),), "[x](http://a.nl) \x1b[31m<b>"), Table((Column("A"),), (("b",),), "*c*"))
    kinds = {token.type for token in inline_of(text)}
    assert not kinds & {"link_open", "html_inline", "em_open"}
    assert "\x1b" not in text
