"""`brief check`: the mistakes in the files, in words that the public may read unless asked otherwise."""

from collections.abc import Iterable, Sequence
from operator import attrgetter

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.diagnostic import Diagnostic, Severity
from briefcli.index.checks.files import Finding
from briefcli.reading.codes import CODES
from briefcli.views.making import record_of, table, view_of
from briefcli.views.view import Column, Remark, View

_COLUMNS = ("path", "line", "column", "severity", "code", "message", "hint")


def shown_findings(found: Iterable[Finding], *, internal: bool, folder: str = "") -> list[Finding]:
    """The findings that this audience may see, in words that it may read, without lines that it may not see.

    `folder`, if given, is put in front of each path.
    """
    shown = [(each, one) for each in found if (one := readable(each.diagnostic, internal=internal))]
    return [
        Finding(
            msgspec.structs.replace(one, path=f"{folder}/{one.path}" if folder else one.path),
            each.line if internal or not one.withheld else None,
        )
        for each, one in shown
    ]


def check_view(findings: Sequence[Finding], *, strict: bool = False) -> View:
    """All findings and a summary; `found` is false (exit code 1) if one is an error, or with `strict` a warning."""
    found = [each.diagnostic for each in findings]
    failing = found if strict else [each for each in found if each.severity is Severity.ERROR]
    listed = table(found, *((Column(name), attrgetter(name)) for name in _COLUMNS))
    data = [record_of(each, *_COLUMNS) for each in found]
    return view_of(data, listed, Remark(summary(found)), found=not failing, fields=_COLUMNS)


def readable(found: Diagnostic, *, internal: bool) -> Diagnostic | None:
    """The finding as this audience may read it; None if the public may not know that something is wrong.

    A withheld finding may quote the file, so the public gets the general text of its code instead.
    """
    if internal or not (found.withheld or found.internal):
        return found
    if found.internal:
        return None
    known = CODES.get(found.code)
    message = tr(known.title) if known else tr("something is wrong here")
    hint = tr("--internal shows what is there")
    if found.in_own_words:
        return msgspec.structs.replace(found, hint=f"{found.hint}; {hint}", width=0)
    return msgspec.structs.replace(found, message=message, hint=f"{tr(known.why)} {hint}" if known else hint, width=0)


def summary(found: Sequence[Diagnostic]) -> str:
    """The number of errors, of warnings and of the files with them, as a sentence."""
    if not found:
        return tr("No mistakes found.")
    errors = sum(each.severity is Severity.ERROR for each in found)
    parts = [
        count("{n} error", "{n} errors", errors) if errors else "",
        count("{n} warning", "{n} warnings", len(found) - errors) if len(found) > errors else "",
    ]
    files = count("in {n} file", "in {n} files", len({each.path for each in found}))
    return f"{', '.join(filter(None, parts))} {files}. {tr('brief check --explain CODE says more about a code.')}"
