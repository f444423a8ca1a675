"""The command line: applies settings and global options, runs one command, and reports its errors."""

import codecs
import errno
import os
import re
import signal
import sys
from collections.abc import Iterable
from pathlib import Path

import typer

from briefcli import __version__
from briefcli.catalog import SOURCE, spoken, system_language, tr, use
from briefcli.cli import registry
from briefcli.cli.options import with_common_options
from briefcli.cli.output import complain, page_or_write, warn, write
from briefcli.config import LANGUAGE, SETTINGS, split
from briefcli.configuring import read_user_settings, settings_file
from briefcli.errors import BriefError, Exit, NoAgendas
from briefcli.render.clean import ALIKE, alike


def app_with(names: Iterable[str]) -> typer.Typer:
    # Without the help of Typer: `_run` shows our own
    app = typer.Typer(name="brief", add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True)(brief)
    for name in names:
        command = registry.command(name)
        if isinstance(command, typer.Typer):  # a command with subcommands
            app.add_typer(command, name=name)
        else:
            app.command(name)(with_common_options(command))
    return app


def brief() -> None:
    """Meetings, papers and deadlines of a ministry, from one small file for each meeting.

    One meeting: brief show dmm-2023-06. What is coming: brief deadlines.
    What was written on a dossier: brief refs 28676.

    Output is public: of a withheld text it shows only the ground, unless you add --internal.
    """


def run_command() -> int:
    """Run one command and return its exit code. Catches every exception, so that no traceback is printed."""
    codecs.register_error(ALIKE, alike)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=ALIKE)
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:  # as __main__ set it
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.unraisablehook = _end_at_ctrl_c
    try:
        _require_current_folder()
        return _run(_started(sys.argv[1:]))
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else Exit.DONE
    except BriefError as error:
        complain(error)
        return error.exit_code
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the one place where a bug becomes a line and a log
        return _unexpected(error)


def _end_at_ctrl_c(lost: "sys.UnraisableHookArgs") -> None:
    """End at Ctrl-C even where Python cannot raise an exception, as while it imports: it would print it and go on."""
    if lost.exc_type is KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.raise_signal(signal.SIGINT)
    sys.__unraisablehook__(lost)


def _started(arguments: list[str]) -> list[str]:
    """Put settings and global options into the environment; return the rest of the command line. Raises UsageError."""
    use(_language(os.environ.get(LANGUAGE.variable)))
    rest, options = split(arguments)
    os.environ.update(options)
    file = settings_file()
    found = read_user_settings(file)
    for line, mistake in found.mistakes:
        warn(tr("{file}, line {line}: {message}", file=file, line=line, message=mistake) if line else mistake)
    # A wrong value in the environment has no effect, like one in the file. Booleans stay: one of them decides what is
    # public, so a wrong value has to stop the command later. The language stays too: its name has many spellings
    for each in SETTINGS:
        text = os.environ.get(each.variable)
        if text and each.sort != "boolean" and each is not LANGUAGE and (wrong := each.mistake_in(text)):
            warn(tr("{key}: {reason}", key=each.variable, reason=wrong))
            del os.environ[each.variable]
    unset = [each for each in SETTINGS if each.key in found.given and not os.environ.get(each.variable)]
    os.environ.update({each.variable: found.given[each.key].value for each in unset})
    wanted = os.environ.get(LANGUAGE.variable, "")
    use(_language(wanted))
    if wanted and spoken(wanted) == SOURCE and not re.match(r"(?i)en|c\b|posix", wanted):
        reason = tr("brief does not speak “{language}”", language=wanted)
        warn(tr("{key}: {reason}", key=LANGUAGE.variable, reason=reason))
    return rest


def _language(wanted: str | None) -> str:
    return spoken(wanted) if wanted else system_language(os.environ)


def _unexpected(error: Exception) -> int:
    """Report an exception that no command expected, from outside the program or from a bug. Returns the exit code."""
    if isinstance(error, MemoryError):
        warn(tr("there is not enough memory for this"))
        return Exit.UNUSABLE
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        warn(tr("the disk is full, so nothing can be written"))
        return Exit.UNUSABLE
    if isinstance(error, OSError) and error.filename is not None:  # such as a folder that the user may not read
        from briefcli.files.read import reason

        warn(tr("{file} cannot be used: {reason}", file=error.filename, reason=reason(error)))
        return Exit.UNUSABLE
    try:
        warn(tr("this is a mistake in brief itself; what happened is written in {log}", log=_log()))
    except OSError:  # no place for a log
        warn(tr("this is a mistake in brief itself"))
    return Exit.BUG


def _run(arguments: list[str]) -> int:
    """Run one command and return its exit code. Raises BriefError, also in place of an error of the parser."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    if not arguments or {"--help", "-h"} & set(options):
        return _help([each for each in options if not each.startswith("-")])
    if arguments[0] == "--version":
        write(f"brief {__version__}\n")
        return Exit.DONE
    try:
        names = [each for each in arguments[:1] if each in registry.SUMMARIES]
        code = app_with(names)(arguments, prog_name="brief", standalone_mode=False)
    except NoAgendas as error:
        return _offered_to_begin(error)
    except typer.Abort as stopped:
        raise KeyboardInterrupt from stopped
    except typer.TyperException as refused:
        from briefcli.manual.described import described
        from briefcli.manual.mistakes import mistake_in

        raise mistake_in(described(), arguments) from refused
    return code if isinstance(code, int) else Exit.DONE


def _help(words: list[str]) -> int:
    """Show the help of the command that these words start with, or of the program if there are no words."""
    from briefcli.manual.described import described
    from briefcli.manual.help import command_help, program_help
    from briefcli.manual.mistakes import mistake_in

    program = described()
    command = program.named(words)
    if words and command is None:
        raise mistake_in(program, words)
    page_or_write(command_help(program, command) if command else program_help(program))
    return Exit.DONE


def _offered_to_begin(error: NoAgendas) -> int:
    """Say that there are no agendas, and offer to run `brief init` if a terminal can ask. Returns the exit code."""
    from briefcli.cli.commands import init
    from briefcli.cli.input import agrees, is_terminal

    complain(error)
    if not is_terminal() or not agrees(tr("Create one here now, with brief init?"), otherwise=True):
        return error.exit_code
    init.run()
    return Exit.DONE


def _require_current_folder() -> None:
    try:
        Path.cwd()
    except OSError as error:
        raise BriefError(tr("the folder that you are in is gone"), tr("go to another one first")) from error


def _log() -> str:
    """Write the traceback to a file that only the user can read, and return its path.

    The messages of the exceptions are left out: they may quote an agenda, and users send such a file to others.
    """
    import tempfile
    import traceback

    lines, error = [], sys.exception()
    while error is not None:
        lines += [*traceback.format_tb(error.__traceback__), f"{type(error).__qualname__}\n"]
        error = error.__cause__ or error.__context__
    descriptor, path = tempfile.mkstemp(prefix="brief-", suffix=".log")
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as log:
        log.write(f"brief {__version__}\n{''.join(lines)}")
    return str(Path(path))
