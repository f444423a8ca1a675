"""`brief check`: what is wrong in the files, as the public may read it unless asked otherwise."""

from collections.abc import Iterable

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.diagnostic import Diagnostic, Severity
from briefcli.reading.codes import CODES
from briefcli.views.model import Remark, View


def check_view(diagnostics: Iterable[Diagnostic], *, internal: bool, folder: str) -> View:
    """All diagnostics; not found (exit code 1) where one of them is an error."""
    placed = (msgspec.structs.replace(each, path=f"{folder}/{each.path}") for each in diagnostics)
    shown = [each if internal else public_version(each) for each in placed]
    errors = sum(each.severity is Severity.ERROR for each in shown)
    blocks = tuple(Remark(line(each)) for each in shown) or (Remark(tr("No mistakes found.")),)
    return View(data=[record(each) for each in shown], blocks=blocks, found=not errors)


def public_version(found: Diagnostic) -> Diagnostic:
    """Without the words of the file where these may be words that are not public."""
    if not found.withheld or found.code not in CODES:
        return found
    hint = tr("--internal shows what stands there")
    return msgspec.structs.replace(found, message=CODES[found.code].title, hint=hint)


def line(found: Diagnostic) -> str:
    """`path:line:column: error[code] message (hint)`, as editors and people read it."""
    hint = f" ({found.hint})" if found.hint else ""
    return f"{found.path}:{found.line}:{found.column}: {found.severity}[{found.code}] {found.message}{hint}"


def record(found: Diagnostic) -> dict[str, object]:
    names = ("path", "line", "column", "severity", "code", "message", "hint")
    return {name: getattr(found, name) for name in names}


def summary(errors: int, warnings: int) -> str:
    parts = [count("{n} error", "{n} errors", errors), count("{n} warning", "{n} warnings", warnings)]
    return ", ".join(parts)
