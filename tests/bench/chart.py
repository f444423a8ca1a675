"""The figures as a picture for the README: one group a command, one bar a size, the floor as a line."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from tests.bench.timing import Measured

_WIDTH, _LEFT, _RIGHT = 760, 130, 90
_BAR, _GAP, _GROUP = 13, 3, 16
_SHADES = {12: "#9ecae1", 1_000: "#6baed6", 10_000: "#3182bd", 100_000: "#08519c"}
_TEXT = 'font-family="system-ui, sans-serif" font-size="12"'
_INK = "#57606a"  # readable on a light and on a dark page


def chart(results: Mapping[int, Sequence[Measured]], names: Sequence[str], title: str, note: str) -> str:
    """An SVG with the medians in milliseconds of the named commands, at each size."""
    found = {size: {each.name: each for each in measured} for size, measured in results.items()}
    longest = max(each.milliseconds for by_name in found.values() for name, each in by_name.items() if name in names)
    parts = [f'<text x="0" y="16" {_TEXT} font-weight="600" fill="{_INK}">{escape(title)}</text>']
    top = 34
    for name in names:
        sizes = [size for size in found if name in found[size]]
        height = len(sizes) * (_BAR + _GAP)
        parts.append(_label(0, top + height / 2 + 2, name))
        for place, size in enumerate(sizes):
            parts += _bar(found[size][name], size, top + place * (_BAR + _GAP), longest)
        top += height + _GROUP
    parts += [_label(0, top + 4, note, small=True), *_legend(found, top + 24)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {top + 44}" role="img" '
        f'aria-label="{escape(title)}">\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _bar(measured: Measured, size: int, top: float, longest: float) -> list[str]:
    scale = (_WIDTH - _LEFT - _RIGHT) / longest
    width = measured.milliseconds * scale
    floor = _LEFT + width / measured.ratio
    return [
        f'<rect x="{_LEFT}" y="{top:.0f}" width="{width:.1f}" height="{_BAR}" rx="2" fill="{_SHADES[size]}"/>',
        f'<line x1="{floor:.1f}" y1="{top - 1:.0f}" x2="{floor:.1f}" y2="{top + _BAR + 1:.0f}" stroke="#d1242f"/>',
        _label(_LEFT + width + 6, top + _BAR - 3, f"{measured.milliseconds:.0f} ms"),
    ]


def _legend(sizes: Mapping[int, object], top: float) -> list[str]:
    parts = []
    left = 0.0
    for size in sizes:
        parts.append(f'<rect x="{left:.0f}" y="{top:.0f}" width="12" height="12" rx="2" fill="{_SHADES[size]}"/>')
        parts.append(_label(left + 18, top + 10, f"{size:,} agendas"))
        left += 130
    parts.append(f'<line x1="{left:.0f}" y1="{top:.0f}" x2="{left:.0f}" y2="{top + 12:.0f}" stroke="#d1242f"/>')
    parts.append(_label(left + 8, top + 10, "a program that prints as much and reads nothing"))
    return parts


def _label(left: float, top: float, words: str, *, small: bool = False) -> str:
    size = _TEXT.replace("12", "11") if small else _TEXT
    return f'<text x="{left:.0f}" y="{top:.0f}" {size} fill="{_INK}">{escape(words)}</text>'
