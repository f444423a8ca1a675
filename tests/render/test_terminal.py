import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.examples import any_text

from briefcli.domain.when import parse_when
from briefcli.render.clean import clean
from briefcli.render.screen import Screen
from briefcli.render.terminal import render_terminal
from briefcli.views.cell import Countdown, Left, Nearness, PaperCell, Struck, Words
from briefcli.views.making import known_facts
from briefcli.views.view import Block, Column, Facts, Heading, Point, Points, Remark, Table, View

URL = "https://zoek.officielebekendmakingen.nl/kst-28676-427.html"
PIPE = Screen()
PLAIN = Screen(width=80)
DAY = parse_when("2031-03-01")


def render(screen: Screen, *blocks: Block) -> str:
    return render_terminal(View(data=[], blocks=blocks), screen)


def everything(text: str) -> tuple[Block, ...]:
    cell = Words(text)
    return (
        Heading(cell, Countdown(DAY, date(2031, 2, 1))),
        Facts((("When", DAY), ("Place", cell))),
        Points(
            (Point(cell, label="1", below=(Point("Topics", below=(Point(cell), Point(cell))),)),), f"Sessions {text}"
        ),
        Table(
            (Column("Paper"), Column("Date"), Column("Left")),
            (
                (
                    PaperCell("28 676, nr. 427", URL),
                    Struck(DAY),
                    Left(Nearness.WEEK, date(2031, 2, 6), date(2031, 2, 1)),
                ),
                (cell, None, Left(Nearness.LATE, date(2031, 1, 31), date(2031, 2, 1))),
            ),
            f"Papers {text}",
        ),
        Remark(("Nothing: ", cell)),
    )


@pytest.mark.parametrize(
    "text", ["[bold]x[/bold]", "[28 676]", "[/]", "[link=http://a.nl]x[/link]", ":smile:", "[red]", "\\[x]"]
)
def test_markup_in_a_text_is_printed_literally(text: str) -> None:
    for screen in (PIPE, PLAIN, Screen(width=80, color=True)):
        printed = re.sub(r"\x1b\[[0-9;]*m", "", render(screen, *everything(text)))
        assert printed.count(text) == 9


@given(any_text(max_size=40), st.sampled_from([None, 20, 80, 200]))
def test_without_colours_and_links_there_is_no_escape_code(text: str, width: int | None) -> None:
    assert "\x1b" not in render(Screen(width=width), *everything(text))


def test_colours_are_used_only_if_the_screen_has_them() -> None:
    assert "\x1b[" in render(Screen(width=80, color=True), *everything("x"))
    assert "\x1b]8;" not in render(Screen(width=80, color=True), *everything("x"))


@given(any_text(max_size=40))
def test_colours_do_not_change_the_words(text: str) -> None:
    coloured = render(Screen(width=80, color=True), *everything(text))
    bare = [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", coloured).split("\n")]
    assert bare == [line.rstrip() for line in render(PLAIN, *everything(text)).split("\n")]


@pytest.mark.parametrize("color", [True, False])
def test_links_are_used_only_if_the_screen_has_them(color: bool) -> None:
    printed = render(Screen(width=80, color=color, links=True), *everything("x"))
    assert re.search(rf"\x1b]8;[^;]*;{re.escape(URL)}\x1b\\", printed)
    assert printed.count(URL) == 1
    assert URL not in render(Screen(width=80, color=color), *everything("x"))


def test_links_without_colours_have_no_colour_codes() -> None:
    printed = render(Screen(width=80, links=True), *everything("x"))
    codes = {code for found in re.findall(r"\x1b\[([0-9;]*)m", printed) for code in found.split(";")}
    assert codes
    assert not any(code.startswith(("3", "4", "9", "10")) and len(code) > 1 for code in codes)


def test_addresses_are_written_out_in_full() -> None:
    for screen in (PIPE, Screen(width=120), Screen(width=80, urls=True), Screen(width=80, links=True, urls=True)):
        assert any(line.endswith(URL) for line in render(screen, *everything("x")).splitlines())
    assert URL not in render(PLAIN, *everything("x"))


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=300), max_size=5))
def test_nothing_is_wrapped_or_cut_in_a_pipe(texts: list[str]) -> None:
    points = Points(tuple(Point(Words(text)) for text in texts), "Punten")
    lines = render(PIPE, points).split("\n")
    assert [line.rstrip() for line in lines[1 : len(texts) + 1]] == [
        f"• {clean(text).strip()}".rstrip() for text in texts
    ]


def test_running_text_is_wrapped_at_words_and_not_too_wide_to_read() -> None:
    text = "woord " * 100
    for width in (40, 80, 200):
        lines = render(Screen(width=width), Points((Point(Words(text)),), "Punten")).splitlines()[1:]
        assert all(set(line.split()) <= {"•", "woord"} for line in lines)
        assert max(map(len, lines)) <= min(width, 102)
        assert sum(line.count("woord") for line in lines) == 100


@given(st.lists(st.text("abcXYZ字é", min_size=1, max_size=60), max_size=9).map(" ".join), st.integers(20, 120))
def test_on_a_narrow_screen_nothing_is_cut_and_no_line_is_too_wide(text: str, width: int) -> None:
    blocks = everything(text)
    lines = render(Screen(width=width), *blocks).splitlines()
    assert max(map(cell_len, lines)) <= width
    letters = Counter(text.replace(" ", ""))
    shown = Counter("".join(lines))
    assert all(shown[letter] >= 7 * count for letter, count in letters.items())


def test_lines_have_no_trailing_spaces_and_blocks_are_separated() -> None:
    printed = render(PLAIN, Remark("een "), known_facts(("When", DAY), ("Place", None)), Remark("twee"))
    assert printed == "een\n\nWhen  Sat 1 Mar 2031\n\ntwee\n"


def test_withheld_text_is_marked_without_colour_too() -> None:
    cell = Words("inzet", withheld=True, ground="Woo 5.1.2e")
    assert render(PIPE, Remark(cell)) == "inzet ⟨not public: Woo 5.1.2e⟩\n"
    assert render(PIPE, Remark(Words("inzet", withheld=True))) == "inzet ⟨not public⟩\n"


@pytest.mark.parametrize("near", list(Nearness))
def test_each_nearness_has_its_own_mark_without_colour(near: Nearness) -> None:
    others = {
        render(PIPE, Remark(Left(other, date(2031, 2, 2), date(2031, 2, 1))))[0]
        for other in Nearness
        if other is not near
    }
    assert render(PIPE, Remark(Left(near, date(2031, 2, 2), date(2031, 2, 1))))[0] not in others


def test_a_single_point_under_a_label_needs_no_bullet() -> None:
    points = (Point("Legal", below=(Point(Words("Verdrag")),)), Point("Financial", below=(Point("a"), Point("b"))))
    assert (
        render(PIPE, Points(points, "Considerations"))
        == "Considerations\nLegal      Verdrag\nFinancial  • a\n           • b\n"
    )


def test_an_uncertain_paper_is_labelled() -> None:
    assert render(PIPE, Remark(PaperCell("28 676", certain=False))) == "28 676 (uncertain)\n"
