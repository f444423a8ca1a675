"""Each word of small, narrow or pale print in a PDF is read, and hidden words in it are not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples
from tests.memo.extract.files import HIDDEN, SEEN, pdf, read_here

_WORDS = "Illustratieve titel kleine lijst wijziging iii lll ttt fl 1117 Jij, (ri)"  # has letters of a pixel or less
_FONTS = ("Helvetica", "Times-Roman", "Courier", "Times-Italic")
# What hides a text of some size that starts at (50, 0): the operators before it and after it
_HIDING = {
    "box": ("", "0 g 45 -{size} 540 {twice} re f"),
    "box that lets a little through": ("", "0 g 45 -{size} 540 {most} re f"),
    "nearly white": ("0.97 g", ""),
    "mode": ("3 Tr", ""),
    "clip": ("0 0 9 9 re W n", ""),
    "flat": ("1 0 0 {flat} 0 0 cm", ""),
    "squeezed": ("0.1 0 0 1 45 0 cm", ""),
}


def _line(place: float, size: float, width: float, ink: float, text: str, way: str = "") -> str:
    sizes = {"size": size, "twice": 2 * size, "most": 1.35 * size, "flat": 1.5 / size}
    before, after = (each.format(**sizes) for each in _HIDING.get(way, ("", "")))
    escaped = text.replace("(", r"\(").replace(")", r"\)")
    return (
        f"q 1 0 0 1 {place % 1:.2f} {place:.2f} cm {ink} g {before} "
        f"BT /F2 {size} Tf {width} Tz 50 0 Td ({escaped}) Tj ET {after} Q\n"
    )


def _read(page: str, font: str) -> list[str]:
    made = f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} >>".encode()
    memo = read_here(pdf(page, objects=(made,), resources="/Font << /F2 6 0 R >>"))
    return [line.text.strip() for line in memo.lines if line.text]


@pytest.mark.parametrize("font", _FONTS)
def test_each_word_of_small_print_is_read(font: str) -> None:
    looks = [(size, width, ink) for size in (4, 5.5, 6.5, 8, 9) for width in (50, 75, 100) for ink in (0, 0.65)]
    page = [_line(800 - 24.37 * n, *look, _WORDS) for n, look in enumerate(looks)]
    assert _read("".join(page), font) == [_WORDS] * len(looks)


_LOOKS = st.tuples(st.floats(3, 9), st.floats(50, 110), st.floats(0, 0.65), st.sampled_from(sorted(_HIDING)))


@settings(max_examples=examples(2))
@given(st.sampled_from(_FONTS), st.lists(_LOOKS, min_size=8, max_size=12))
def test_hidden_words_in_small_print_are_left_out(font: str, looks: list[tuple[float, float, float, str]]) -> None:
    page = []
    for number, (size, width, ink, way) in enumerate(looks):
        place = 780 - 50.3 * number
        page += [_line(place, size, width, ink, _WORDS), _line(place - 20, size, width, ink, HIDDEN, way)]
    assert _read("".join(page), font) == [_WORDS] * len(looks)


@pytest.mark.parametrize("size", [5, 7, 11])
def test_a_number_with_a_covered_last_digit_is_left_out(size: int) -> None:
    page = [_line(700 - 20 * n + n / 7, size, 100, 0, "1151") for n in range(7)]
    wide = 3 * 0.556 * size  # the width of three digits
    covers = [f"0 g {(700 - 20 * n + n / 7) % 1 + 50 + wide:.2f} {696 - 20 * n} 40 16 re f\n" for n in range(7)]
    assert _read("".join([*page, *covers, _line(500, 11, 100, 0, SEEN)]), "Helvetica") == [SEEN]
