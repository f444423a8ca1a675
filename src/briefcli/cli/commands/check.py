import contextlib
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

from briefcli.catalog import tr
from briefcli.cli.options import CheckFormat, Common, Paths, flag, option
from briefcli.cli.output import complain, emit, needing, screen, warn, write
from briefcli.cli.targets import findings_in, paths_named
from briefcli.errors import BriefError, Exit, NothingFound
from briefcli.folders import is_agenda_name
from briefcli.reading.codes import CODES, explained
from briefcli.reading.leaves import nearest
from briefcli.views.check import check_view, summary
from briefcli.workspace import find_agendas


def run(
    common: Common,
    paths: Paths = None,
    strict: Annotated[bool, flag("--strict", "Treat warnings as errors.")] = False,
    explain: Annotated[
        str | None, option("--explain", "CODE", "Explain a code, with an example before and after.")
    ] = None,
    watch: Annotated[bool, flag("--watch", "Check again whenever a file changes, until Ctrl-C.")] = False,
    form: Annotated[CheckFormat, option("--format -f", None, "The format of the list of mistakes.")] = "table",
) -> Exit:
    """Find the mistakes in agenda files, show where they are, and say what to do.

    Each is shown as path:line:column: severity[code] message, with the line itself. The exit code is 1 if there are
    errors. A comment “# brief: ignore[code]” on a line silences that code on that line.

    Example: brief check agendas/dmm-2023-06.yaml
    """
    if explain is not None:
        text = explained(explain)
        if text is None:
            hint = nearest(explain, CODES) or tr("the codes are {codes}", codes=", ".join(CODES))
            raise NothingFound(tr("there is no code “{name}”", name=explain), hint)
        write(text)
        return Exit.DONE
    for _ in changes(paths or []) if watch else ():
        try:
            _check(paths or [], common, form, strict=strict)
        except BriefError as error:
            if error.exit_code is Exit.USAGE:
                raise
            complain(error)  # such as settings that the user is still typing
        warn(tr("watching; Ctrl-C stops"))
    return _check(paths or [], common, form, strict=strict)


def _check(paths: list[str], common: Common, form: CheckFormat, *, strict: bool) -> Exit:
    findings = findings_in(paths, common)
    view = check_view(findings, strict=strict)
    found = [each.diagnostic for each in findings]
    match form:
        case "table":
            from briefcli.render.diagnostics import render_findings

            write(render_findings(findings, summary(found), screen()))
        case "github":
            from briefcli.render.as_findings import render_github

            write(render_github(found), exact=True)
        case "sarif":
            from briefcli.render.as_findings import render_sarif

            write(render_sarif(found), exact=True)
        case _:
            emit(view, form)
    return Exit.DONE if view.found else Exit.NO


def changes(paths: Sequence[str]) -> Iterator[None]:
    """Yield once at the start, then each time something changed in these files or folders. Raises BriefError."""
    hint = tr('in the folder of the program: pip install ".[watch]"')
    with needing(tr("--watch needs the package watchfiles, which is not installed"), hint):
        from watchfiles import watch
    watched = paths_named(paths) if paths else [find_agendas(Path.cwd(), os.environ)]
    # Watch the folder of a file: after an editor replaces the file, a watch on the file would see the old one only
    folders = {path if path.is_dir() else path.parent for path in watched}
    options: dict[str, Any] = {"watch_filter": _is_agenda, "debounce": 200, "step": 50}
    while True:
        identities = _identities(folders)
        is_begun = False
        with contextlib.suppress(FileNotFoundError):  # gone for a moment, as when git switches branches
            # The first timeout shows that the watch has started, so that changes during the first check are seen too
            for changed in watch(*folders, rust_timeout=200, yield_on_timeout=True, **options):
                if changed or not is_begun:
                    yield
                is_begun = True
                if _identities(folders) != identities:
                    break
        time.sleep(0.2)


def _identities(folders: Iterable[Path]) -> list[tuple[int, int]]:
    """The device and inode numbers of the folders. If they change, a folder was replaced and needs a new watch."""
    states = [folder.stat() for folder in folders if folder.exists()]
    return [(state.st_dev, state.st_ino) for state in states]


def _is_agenda(_change: object, path: str) -> bool:
    name = Path(path).name
    return (is_agenda_name(name) or name.endswith(".toml")) and not name.startswith(".")
