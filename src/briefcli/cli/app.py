"""The command line: which commands there are, and what happens when one of them cannot go on."""

import errno
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from briefcli import __version__
from briefcli.catalog import tr, use
from briefcli.cli.output import complain, warn, write
from briefcli.cli.pager_option import with_pager_option
from briefcli.cli.registry import COMMANDS
from briefcli.errors import BriefError, Exit, NoAgendas
from briefcli.language import chosen_language


def app_with(names: Iterable[str]) -> typer.Typer:
    """The program with these commands."""
    app = typer.Typer(
        name="brief",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(brief)
    for name in names:
        command = COMMANDS[name]
        if isinstance(command, typer.Typer):  # a command with actions of its own
            app.add_typer(command, name=name)
        else:
            app.command(name)(with_pager_option(command))
    return app


def brief(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Meetings, papers and deadlines of a ministry, from one small file a meeting.

    One meeting: brief show dmm-2023-06. What is coming: brief deadlines.
    What was written on a dossier: brief refs 28676.

    Output is public: what is withheld shows only its ground, unless --internal asks for more.
    """
    if version:
        write(f"brief {__version__}\n")
        raise typer.Exit


def run_command() -> int:
    """Run one command, and say with which code to end; never a traceback on the screen."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    use(chosen_language(os.environ))
    try:
        _require_a_place()
        app_with(COMMANDS.asked_for(sys.argv[1:]))(prog_name="brief")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else Exit.DONE
    except NoAgendas as error:
        complain(error)
        return _offered_to_begin(error)
    except BriefError as error:
        complain(error)
        return error.exit_code
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the one place where a bug becomes a line and a log
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            warn(tr("there is no room left for what is to be written"))
            return Exit.UNUSABLE
        warn(tr("this is a mistake in brief itself; what happened is written in {log}", log=_log()))
        return Exit.BUG
    return Exit.DONE


def _offered_to_begin(error: NoAgendas) -> int:
    """On a terminal `brief init` may run at once, where there are no agendas yet."""
    from briefcli.cli.commands import init
    from briefcli.cli.input import agrees

    try:
        if not init.is_terminal() or not agrees(tr("Make one here now, with brief init?"), otherwise=True):
            return error.exit_code
        init.run()
    except BriefError as refused:
        complain(refused)
        return refused.exit_code
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    return Exit.DONE


def _require_a_place() -> None:
    try:
        Path.cwd()
    except OSError as error:
        raise BriefError(tr("the folder that you are in is gone"), tr("go to another one first")) from error


def _log() -> str:
    """Write the traceback to a file that only the user can read, and return its path."""
    import tempfile
    import traceback

    descriptor, path = tempfile.mkstemp(prefix="brief-", suffix=".log")
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as log:
        log.write(f"brief {__version__}\n{traceback.format_exc()}")
    return str(Path(path))
