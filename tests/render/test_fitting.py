import time
from collections import Counter

from hypothesis import assume, example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefcli.render.cells import cell_words
from briefcli.render.fitting import ends_of_lines, fit
from briefcli.render.screen import Screen
from briefcli.render.terminal import render_terminal
from briefcli.views.cell import Words
from briefcli.views.making import table
from briefcli.views.view import Column, Table, View

WIDTHS = st.integers(20, 120)
WORD = st.text(st.sampled_from("abcdefghij[]/é=漢字한😀"), min_size=1, max_size=12)
LONG_WORD = st.text(st.sampled_from("abc/-_漢"), min_size=30, max_size=150)
CELL = st.lists(st.one_of(WORD, WORD, WORD, LONG_WORD), max_size=9).map(" ".join)
SHORT_CELL = st.lists(WORD, max_size=9).map(" ".join)


@st.composite
def tables(draw: st.DrawFn, cells: st.SearchStrategy[str] = CELL) -> Table:
    count = draw(st.integers(1, 6))
    columns = tuple(
        Column(
            f"N{place}",
            whole=draw(st.booleans()),
            spare=place > 0 and draw(st.booleans()),
            main=place == 0,
        )
        for place in range(count)
    )
    rows = draw(st.lists(st.tuples(*[cells.map(Words)] * count), min_size=1, max_size=5))
    return Table(columns, tuple(rows))


def lines_of(table: Table, width: int | None) -> list[str]:
    return render_terminal(View(data=[], blocks=(table,)), Screen(width=width)).splitlines()


def words_in(table: Table, places: tuple[int, ...]) -> Counter[str]:
    return Counter(word for row in table.rows for place in places for word in cell_words(row[place]).split())


def headings(table: Table) -> set[str]:
    return {column.heading for column in table.columns}


@given(tables(), WIDTHS)
def test_no_line_is_wider_than_the_screen_and_no_character_is_lost(table: Table, width: int) -> None:
    """Except the characters in columns that may be left out."""
    lines = lines_of(table, width)
    assert max(map(cell_len, lines), default=0) <= width
    must_stay = tuple(place for place, column in enumerate(table.columns) if not column.spare)
    wanted = Counter("".join(words_in(table, must_stay).elements()))
    assert not wanted - Counter("".join(lines))
    _assert_one_line_per_row_without_a_width(table)


def _assert_one_line_per_row_without_a_width(table: Table) -> None:
    everything = tuple(range(len(table.columns)))
    lines = lines_of(table, None)
    shown = Counter(word for line in lines for word in line.split() if word not in headings(table))
    assert shown == words_in(table, everything)
    assert len(lines) == len(table.rows) + 1 or not shown


@given(tables(SHORT_CELL), WIDTHS)
def test_words_that_fit_are_never_broken(table: Table, width: int) -> None:
    fitted = fit(table, width)
    assume(fitted is not None)
    assert fitted is not None
    shown = Counter(word for line in lines_of(table, width) for word in line.split() if word not in headings(table))
    assert shown == words_in(table, tuple(fitted))


def test_two_texts_that_share_a_narrow_screen_keep_every_word() -> None:
    texts = ("aaaaaa bbbbbb cccccc", "een twee drie vierenvijf zes")
    table = Table((Column("N0"), Column("N1")), (tuple(map(Words, texts)),))
    for width in range(20, 70):
        shown = Counter(word for line in lines_of(table, width) for word in line.split() if word not in headings(table))
        assert shown == Counter(" ".join(texts).split()), width


@given(tables(), WIDTHS)
def test_only_spare_columns_are_left_out_and_the_last_ones_first(table: Table, width: int) -> None:
    fitted = fit(table, width)
    assume(fitted is not None)
    assert fitted is not None
    total = sum(fitted.values()) + 2 * (len(fitted) - 1)
    assert total <= width
    if total < width:
        everything = fit(table, 10**6)
        assert everything is not None
        assert fitted == {place: everything[place] for place in fitted}

    filled = {place for place in range(len(table.columns)) if any(cell_words(row[place]) for row in table.rows)}
    spare = [place for place in sorted(filled) if table.columns[place].spare]
    left_out = sorted(filled - set(fitted))
    assert left_out == spare[len(spare) - len(left_out) :]
    assert list(fitted) == sorted(fitted)
    wider = fit(table, width + 10)
    assert wider is not None
    assert len(wider) >= len(fitted)


def test_an_empty_column_is_left_out() -> None:
    rows = (("x", Words("")), ("y", None))
    made = table(rows, (Column("Full"), lambda each: each[0]), (Column("Empty"), lambda each: each[1]))
    assert lines_of(made, 80) == ["Full", "x", "y"]


def test_a_screen_too_narrow_for_columns_gets_labelled_lines() -> None:
    columns = tuple(Column(f"Head{n}", whole=True) for n in range(3))
    table = Table(columns, (tuple(Words(f"value-{n}") for n in range(3)), (Words("other-0"), None, Words("other-2"))))
    assert lines_of(table, 20) == [
        "Head0  value-0", "Head1  value-1", "Head2  value-2", "", "Head0  other-0", "Head2  other-2",
    ]  # fmt: skip


def test_an_id_is_broken_behind_a_hyphen_if_it_must_be() -> None:
    ids = ("debat-gevangenis-2026-12", "jbz-2026-12")
    columns = (Column("Date"), Column("What", main=True), Column("Meeting", whole=True))
    table = Table(columns, tuple((Words("2026-12-10"), Words("Woordvoeringslijnen"), Words(each)) for each in ids))
    assert [line.split() for line in lines_of(table, 50)[1:]] == [
        ["2026-12-10", "Woordvoeringslijnen", "debat-gevangenis-"], ["2026-12"],
        ["2026-12-10", "Woordvoeringslijnen", "jbz-2026-12"],
    ]  # fmt: skip
    endless = Table((Column("A", main=True),), ((Words("a" + "-" * 20_000),),))
    assert len(lines_of(endless, 20)) > 1_000


def test_an_id_is_broken_before_each_date_takes_three_lines() -> None:
    ids, dates = ("milieuraad-2031-03", "raad-2031-03"), ("vóór za 1 feb 2031", "wo 12 mrt 2031")
    columns = (
        Column("Left", whole=True),
        Column("Date"),
        Column("What", main=True),
        Column("Meeting", whole=True, id=True),
    )
    for id_, parts in zip(ids, (2, 1), strict=True):
        row = tuple(map(Words, ("10 days late", dates[0], "De geannoteerde agenda", id_)))
        fitted = fit(Table(columns, (row,) * 5), 58)
        assert fitted is not None
        assert len(ends_of_lines(id_, fitted[3])) == parts


@given(st.integers(20, 60))
@example(20)
def test_running_text_gets_room_before_a_spare_column(width: int) -> None:
    text = "een lange zin die over de inzet van het kabinet gaat"
    table = Table(
        (Column("A", whole=True), Column("B", main=True), Column("C", spare=True)),
        ((Words("id"), Words(text), Words("x" * 12)),),
    )
    fitted = fit(table, width)
    assert fitted is not None
    assert (2 in fitted) == (width >= 2 + 2 + 30 + 2 + 12)


def test_a_cell_of_200000_characters_is_fitted_quickly() -> None:
    table = Table((Column("A", main=True), Column("B")), ((Words("woord " * 33_000), Words("Brussel")),))
    before = time.process_time()
    assert fit(table, 80) is not None
    assert time.process_time() - before < 5  # trying one width after another took minutes
