"""Lines become points: all kinds of bullets, split words, footnotes, bullets apart from their text."""

import pytest
from tests.memo.words import memo_of

from briefcli.memo.importer import import_memo
from briefcli.memo.layout.footnotes import lift_notes
from briefcli.memo.layout.joining import Hyphens, joined
from briefcli.memo.layout.points import PointReader
from briefcli.memo.text import Line


def lines_of(text: str) -> list[Line]:
    return [Line(each, None, number) for number, each in enumerate(text.split("\n"), start=1)]


def points_of(text: str) -> list[tuple[int, str]]:
    lines, notes = lift_notes(lines_of(text))
    reader = PointReader(lines, Hyphens(lines), notes)
    return [(point.level, point.text) for point in reader.points(lines)]


@pytest.mark.parametrize(
    "text",
    [
        "• Eerste punt.\n• Tweede punt\n  gaat door.",
        "\uf0b7 Eerste punt.\n\uf0b7 Tweede punt\ngaat door.",
        "- Eerste punt.\n- Tweede punt gaat door.",
        "1. Eerste punt.\n2. Tweede punt gaat door.",
        "1) Eerste punt.\n2) Tweede punt gaat door.",
        "© Eerste punt. © Tweede punt gaat door.",
        "•\n•\n\nEerste punt.\nTweede punt gaat door.",
        "1.\n2.\n\nEerste punt.\nTweede punt gaat door.",
        "Eerste punt.\n\nTweede punt gaat door.",
    ],
)
def test_points_are_separated_with_any_kind_of_bullet(text: str) -> None:
    assert points_of(text) == [(0, "Eerste punt."), (0, "Tweede punt gaat door.")]


@pytest.mark.parametrize("sign", ["🔒", "⛔", "🔴", "☒", "✘", "†"])
def test_a_sign_with_a_meaning_is_no_bullet(sign: str) -> None:
    assert points_of(f"- Eerste punt.\n\n{sign} Tweede punt.") == [(0, "Eerste punt."), (0, f"{sign} Tweede punt.")]


def test_numbers_under_a_bullet_that_ends_in_a_colon_are_sub_points() -> None:
    text = "• Er zijn twee delen:\n  1. Het eerste.\n  2. Het tweede.\n• Klaar."
    assert points_of(text) == [(0, "Er zijn twee delen:"), (1, "Het eerste."), (1, "Het tweede."), (0, "Klaar.")]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["de Euro-", "Atlantische weg"], "de Euro-Atlantische weg"),
        (["de NAVO-", "top"], "de NAVO-top"),
        (["op 15-", "16 juni"], "op 15-16 juni"),
        (["in-", "en uitvoer"], "in- en uitvoer"),
        (["het water-", "schap"], "het waterschap"),
        (["het water\N{SOFT HYPHEN}", "schap"], "het waterschap"),
        (["de e-mail komt; een e-", "mail"], "de e-mail komt; een e-mail"),
        (["de 2%-", "norm"], "de 2%-norm"),
    ],
)
def test_split_words_are_joined(lines: list[str], text: str) -> None:
    made = lines_of("\n".join(lines))
    assert joined(made, Hyphens(made)).text == text


def test_each_word_keeps_its_line() -> None:
    made = lines_of("een twee\ndrie-\nvier vijf")
    stretch = joined(made, Hyphens(made))
    assert [stretch.line_at(stretch.text.index(word)).line for word in ("twee", "drie", "vier", "vijf")] == [1, 2, 3, 3]


def test_footnotes_are_placed_after_their_words() -> None:
    text = (
        "• De brief is bekend.1\n• De motie Voorn c.s.2 vraagt meer. CO2 blijft CO2.\n"
        "1 Kamerstuk 28 676,\nnr. 427.\n2 Zie aldaar\n"
    )
    assert points_of(text) == [
        (0, "De brief is bekend (Kamerstuk 28 676, nr. 427)."),
        (0, "De motie Voorn c.s. (Zie aldaar) vraagt meer. CO2 blijft CO2."),
    ]


def test_a_footnote_keeps_its_own_line() -> None:
    lines, notes = lift_notes(lines_of("De brief is bekend.1 En verder.\n\n1 Kamerstuk 28 676, nr. 427"))
    point = PointReader(lines, Hyphens(lines), notes).points(lines)[0]
    places = {word: point.stretch.line_at(point.text.index(word)).line for word in ("bekend", "Kamerstuk", "verder")}
    assert places == {"bekend": 1, "Kamerstuk": 3, "verder": 1}


def test_a_numbered_line_without_its_mark_is_no_footnote() -> None:
    lines, notes = lift_notes(lines_of("Niets verwijst.\n1 Een tabelregel\n2 Nog een"))
    assert notes == {}
    assert [line.text for line in lines] == ["Niets verwijst.", "1 Een tabelregel", "2 Nog een"]


def test_an_empty_line_ends_a_list_without_full_stops() -> None:
    assert points_of("- 10 maart: concept\n- 27 maart: verzending\n\nHet debat is in april.")[1:] == [
        (0, "27 maart: verzending"), (0, "Het debat is in april."),
    ]  # fmt: skip


def test_an_empty_bullet_after_the_last_point_is_ignored() -> None:
    memo = memo_of("Aanleiding\nEen brief.\n\nGeadviseerd besluit\nInstemmen.\n\nKernpunten\n\n• Water is nat.\n\n•\n")
    assert import_memo(memo).agenda.key_points == ["Water is nat."]
