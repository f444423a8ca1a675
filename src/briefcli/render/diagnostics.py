"""Findings on a screen: what is wrong, where, the line itself with the spot marked, and what to do."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from briefcli.catalog import tr
from briefcli.domain.diagnostic import SEVERITIES, Diagnostic, Severity
from briefcli.index.checks.files import Finding
from briefcli.render.clean import clean, one_line
from briefcli.render.screen import Screen
from briefcli.render.terminal import Lines, beside, columns_of, printed, wrapped

_WIDEST = 160  # columns of a quoted line if the screen sets no limit
_AROUND = 20  # columns before the spot that are kept if a quoted line is cut
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold magenta"}
_GUTTER = "dim"
_HINT = "blue"


def render_findings(findings: Sequence[Finding], summary: str, screen: Screen) -> str:
    """Each finding as `path:line:column: severity[code] message`, as editors and people read it, then a summary."""
    lines = [line for each in findings for line in (*_finding(each, screen), Text())]
    return printed([*lines, *wrapped(Text(summary), columns_of(screen))], screen)


def _finding(finding: Finding, screen: Screen) -> Lines:
    found = finding.diagnostic
    style = _STYLES[found.severity]
    head = Text.assemble(
        (f"{one_line(found.path)}:{found.line}:{found.column}: ", "bold"),
        (f"{tr(SEVERITIES[found.severity])}[{found.code}]", style),
        f" {one_line(found.message)}",
    )
    margin = " " * (len(str(found.line)) + 2)
    width = columns_of(screen)
    lines = wrapped(head, width)
    if finding.line is not None:
        lines += _quoted(finding.line, found, style, screen)
    if found.hint:
        arrow = Text(f"{margin}→ ", _HINT)
        hint = wrapped(Text(one_line(found.hint), _HINT), max(1, width - arrow.cell_len))
        lines += beside([[arrow], hint], [arrow.cell_len, 0])
    return lines


def _quoted(line: str, found: Diagnostic, style: str, screen: Screen) -> list[Text]:
    margin = f" {found.line} │ "
    before, spot, after = _cut(line, found, (screen.width or _WIDEST) - len(margin))
    under = " " * cell_len(before) + "^" * max(1, cell_len(spot.rstrip()))
    return [
        Text.assemble((margin, _GUTTER), before, spot, after),
        Text.assemble((" " * (len(margin) - 2) + "│ ", _GUTTER), (under, style)),
    ]


def _cut(line: str, found: Diagnostic, room: int) -> tuple[str, str, str]:
    """The text before the spot, on it and after it, cut so that all of it fits on one line of the screen."""
    start = min(found.column - 1, len(line))
    before = clean(line[:start]).replace("\n", " ")
    spot = clean(line[start : start + max(1, found.width)])
    after = clean(line[start + max(1, found.width) :])
    if cell_len(before) + cell_len(spot) > room - 1:
        while cell_len(before) > _AROUND:
            before = before[1:]
        before = f"…{before}"
    spot = _first(spot, room - cell_len(before) - 1)
    return before, spot, _first(after, room - cell_len(before) - cell_len(spot))


def _first(text: str, room: int) -> str:
    kept = Text(text)
    kept.truncate(max(room, 0), overflow="ellipsis")
    return kept.plain
