"""`brief check`: find the mistakes in agenda files."""

from typing import Annotated

import typer

from briefcli.catalog import tr
from briefcli.cli.options import CheckFormat, Common, Paths
from briefcli.cli.output import complain, emit, screen, warn, write
from briefcli.errors import BriefError, Exit, NothingFound
from briefcli.reading.codes import CODES


def run(
    paths: Paths = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")] = False,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="CODE", help="Explain a code, with an example before and after.")
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")] = False,
    form: Annotated[CheckFormat, typer.Option("--format", "-f", help="How to print what is found.")] = "table",
    *,
    common: Common,
) -> Exit:
    """Find the mistakes in agenda files, show where they are, and say what to do.

    Each is shown as path:line:column: severity[code] message, with the line itself. The exit code is 1 where
    there are errors. A comment “# brief: ignore[code]” on a line silences that code on that line.

    Example: brief check agendas/dmm-2023-06.yaml
    """
    if explain is not None:
        write(_explanation(explain))
        return Exit.DONE
    if watch:
        _watch(paths or [], common, form, strict=strict)
    return _check(paths or [], common, form, strict=strict)


def _explanation(name: str) -> str:
    from briefcli.reading.explained import explained
    from briefcli.reading.leaves import nearest

    text = explained(name)
    if text is None:
        raise NothingFound(
            tr("there is no code “{name}”", name=name),
            nearest(name, CODES) or tr("the codes are {codes}", codes=", ".join(CODES)),
        )
    return text


def _check(paths: list[str], common: Common, form: CheckFormat, *, strict: bool) -> Exit:
    from briefcli.cli.targets import checked
    from briefcli.views.check import check_view, summary

    findings = checked(paths, common)
    view = check_view(findings, strict=strict)
    found = [each.diagnostic for each in findings]
    match form:
        case "table":
            from briefcli.render.diagnostics import render_findings

            write(render_findings(findings, summary(found), screen()))
        case "github":
            from briefcli.render.as_github import render_github

            write(render_github(found), exact=True)
        case "sarif":
            from briefcli.render.as_sarif import render_sarif

            write(render_sarif(found), exact=True)
        case _:
            emit(view, form)
    return Exit.DONE if view.found else Exit.NO


def _watch(paths: list[str], common: Common, form: CheckFormat, *, strict: bool) -> None:
    """Check, and again after each change, until the user has seen enough."""
    from briefcli.cli.watching import changes

    for _ in changes(paths):
        try:
            _check(paths, common, form, strict=strict)
        except BriefError as error:
            if error.exit_code is Exit.USAGE:
                raise
            complain(error)  # settings that are half typed will be whole in a moment
        warn(tr("watching; Ctrl-C stops"))
