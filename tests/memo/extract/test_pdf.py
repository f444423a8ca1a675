"""PDFs that people edited later: they struck text through, filled in a form, or typed on the page."""

from tests.memo.extract.files import pdf, read_here

from briefcli.memo.text import MemoText

_WIDE = 6.6  # the width of a letter of 11-point Courier, in points


def _typed(text: str, height: int, left: float = 50) -> str:
    return f"BT /F1 11 Tf {left} {height} Td ({text}) Tj ET\n"


def _line(begin: int, end: int, height: float) -> str:
    """A drawn line from one letter to another of a text that starts at the left margin."""
    left, right = 50 + begin * _WIDE, 50 + end * _WIDE
    return f"0.6 w {left} {height} m {right} {height} l S\n"


def _read(data: bytes) -> tuple[list[str], MemoText]:
    memo = read_here(data.replace(b"Helvetica", b"Courier"))
    return [" ".join(line.text.split()) for line in memo.lines if line.text], memo


def _with_annotations(page: str, *objects: tuple[str, str], catalog: str = "") -> bytes:
    """A PDF with annotations, each given as its properties and the operators that draw it."""
    made: list[bytes] = []
    for number, (said, paints) in enumerate(objects):
        made.append(f"<< /Type /Annot {said} /AP << /N {7 + 2 * number} 0 R >> >>".encode())
        made.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 400 16] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Length {len(paints)} >>\nstream\n{paints}\nendstream".encode()
        )
    names = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(objects)))
    data = pdf(page, catalog=catalog.replace("FIELDS", names), objects=tuple(made))
    return data.replace(b"/Contents 5 0 R", f"/Annots [{names}] /Contents 5 0 R".encode())


def test_text_with_a_line_drawn_through_it_is_left_out() -> None:
    page = _typed("De brief gaat uit op 3 maart5 april 2031.", 700) + _line(21, 28, 703)
    page += _typed("Wij zeggen niets toe.", 670) + _line(0, 21, 674) + _line(0, 21, 672.4)
    page += _typed("De molen draait.", 640) + _line(0, 16, 638)  # a line under it
    page += _typed("Verbruik: 12", 610) + _line(8, 60, 613)  # a line that belongs to a drawing
    page += _typed("Gij legt dagelijks iets op.", 580) + _line(0, 27, 579.8)  # a line that touches the letters
    page += _typed("Dit vervalt: 3 mei, 4 mei.", 550) + _line(0, 26, 552.7).replace("0.6 w", "2.2 w")
    lines, memo = _read(pdf(page))
    assert lines == [
        "De brief gaat uit op 5 april 2031.", "De molen draait.", "Verbruik: 12", "Gij legt dagelijks iets op.",
    ]  # fmt: skip
    assert memo.remarks == ["struck-through text is left out"]


def test_text_that_a_reviewer_struck_through_is_left_out() -> None:
    struck = "/Subtype /StrikeOut /Rect [50 696 450 712] /QuadPoints [50 710 450 710 50 698 450 698] /F 4"
    page = _typed("Wij zeggen niets toe.", 700) + _typed("De molen draait.", 670)
    lines, _ = _read(_with_annotations(page, (struck, f"0.6 w 0 7 m {21 * _WIDE} 7 l S")))
    assert lines == ["De molen draait."]


def test_visible_form_fields_are_read_beside_their_labels() -> None:
    def field(name: str, text: str, height: int, flags: int = 4) -> tuple[str, str]:
        said = f"/Subtype /Widget /FT /Tx /T ({name}) /V ({text}) /Rect [200 {height} 600 {height + 16}] /F {flags}"
        return said, f"BT /F1 11 Tf 0 g 2 4 Td ({text}) Tj ET"

    free = "/Subtype /FreeText /Rect [50 636 450 652] /F 4 /Contents (Akkoord)"
    note = "/Subtype /Text /Rect [450 636 470 652] /F 4 /Contents (Geheim)"
    page = _typed("Datum overleg:", 704) + _typed("Onderwerp:", 684) + _typed("Kenmerk:", 664) + _typed("Einde", 600)
    data = _with_annotations(
        page,
        field("onderwerp", "Stand van het riet", 680),
        field("datum", "14 mei 2031", 700),
        field("kenmerk", "Geheimpje", 660, flags=2),
        (free, "BT /F1 11 Tf 0 g 0 4 Td (Akkoord, 3 juni 2031) Tj ET"),
        (note, ""),
        catalog="/AcroForm << /Fields [FIELDS] >>",
    )
    lines, memo = _read(data)
    assert lines == [
        "Datum overleg: 14 mei 2031",
        "Onderwerp: Stand van het riet",
        "Kenmerk:",
        "Akkoord, 3 juni 2031",
        "Einde",
    ]
    assert memo.remarks == []


def test_rows_of_a_planning_with_centred_column_names_are_read() -> None:
    page = _typed("Actie", 700, 110) + _typed("Wie", 700, 260) + _typed("Wanneer", 700, 400)
    page += _typed("Brief aan de Kamer", 680) + _typed("over het riet", 666)
    page += _typed("DG Natuur", 680, 230) + _typed("uiterlijk 15 juni 2031", 680, 340)
    page += _typed("Verslag", 646) + _typed("DG Water", 646, 230) + _typed("20 juni 2031", 646, 340)
    lines, _ = _read(pdf(page))
    assert lines == [
        "• Actie | Wanneer | Wie",
        "• Brief aan de Kamer over het riet | uiterlijk 15 juni 2031 | DG Natuur",
        "• Verslag | 20 juni 2031 | DG Water",
    ]


def test_a_cell_beside_a_time_may_go_on_below() -> None:
    page = _typed("09:00", 700) + _typed("Ontvangst door de", 700, 150) + _typed("dijkgraaf", 686, 150)
    page += _typed("Riethuis", 700, 300) + _typed("10:30", 660) + _typed("Otters", 660, 150)
    lines, _ = _read(pdf(page))
    assert [line for line in lines if line] == ["09:00 Ontvangst door de dijkgraaf Riethuis", "10:30 Otters"]
    page = page.replace("09:00", "Aan de")
    lines, _ = _read(pdf(page))
    assert "dijkgraaf" in lines


def test_a_heading_in_larger_letters_is_apart_from_the_text_below_it() -> None:
    page = _typed("Het riet groeit.", 720) + _typed("De otter", 706) + _typed("Hij zwemt.", 692)
    for size, below in ((11, "Hij zwemt."), (13, "")):
        lines = read_here(pdf(page.replace("/F1 11 Tf 50 706", f"/F1 {size} Tf 50 706"))).lines
        assert [line.text for line in lines][1:3] == ["De otter", below]


def test_a_page_that_was_written_from_the_bottom_up_is_read_from_the_top() -> None:
    rows = [("De dijk is hoog.", 700), ("De brief gaat op 4 mei.", 686), ("De sluis is dicht.", 672), ("Einde.", 658)]
    beside = [_typed(text, height, 400) for text, height in (("Datum", 700), ("3 mei 2031", 686))]
    up = "".join([*reversed(beside), *(_typed(*row) for row in reversed(rows))])
    lines, _ = _read(pdf(up))
    assert lines == ["Datum", "3 mei 2031", *(text for text, _ in rows)]
    usual = "".join([*(_typed(*row) for row in rows), _typed("Kop", 800)])  # programs write the head of a page last
    lines, _ = _read(pdf(usual))
    assert lines == [*(text for text, _ in rows), "Kop"]
