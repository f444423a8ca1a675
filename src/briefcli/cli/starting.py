"""Runs before every command: applies the global options and the user's settings, and chooses the language."""

import os
import sys
from collections.abc import Mapping, MutableMapping
from typing import TYPE_CHECKING

from briefcli.catalog import tr, use
from briefcli.cli.output import warn
from briefcli.config import COLOUR_OF, DATES, LANGUAGE, MARK_OF, SETTINGS, split
from briefcli.configuring import added, read_user_settings, settings_file
from briefcli.language import spoken, system_language

if TYPE_CHECKING:
    from briefcli.settings import Settings


def started(arguments: list[str]) -> list[str]:
    """The command line without its global options, which stand in the environment from now on. Raises UsageError."""
    use(_language(os.environ.get(LANGUAGE.variable)))
    rest, options = split(arguments)
    os.environ.update(options)
    file = settings_file()
    found = read_user_settings(file)
    for line, mistake in found.mistakes:
        warn(tr("{file}, line {line}: {message}", file=file, line=line, message=mistake))
    _leave_out_mistakes(os.environ)
    given = added(found.given, os.environ)
    if rest[:1] != ["config"]:  # it says where each value comes from
        os.environ.update(given)
    use(_language(os.environ.get(LANGUAGE.variable) or given.get(LANGUAGE.variable)))
    _choose_looks(os.environ)
    return rest


def _leave_out_mistakes(environ: MutableMapping[str, str]) -> None:
    """A wrong value in the environment is reported and has no effect, as one in the file.

    Not where it decides what is public: there it stops the command. Names of languages have many spellings.
    """
    for each in SETTINGS:
        text = environ.get(each.variable)
        if text and not each.is_boolean and each is not LANGUAGE and (wrong := each.mistake_in(text)):
            warn(tr("{key}: {reason}", key=each.variable, reason=wrong))
            del environ[each.variable]


def _choose_looks(environ: Mapping[str, str]) -> None:
    """Days, colours and marks as the user wants them in every format. Loads nothing where none is asked for."""
    if environ.get(DATES.variable) == "iso":
        from briefcli.render.wording import write_days_as_iso

        write_days_as_iso()
    if any(each.variable in environ for each in (*COLOUR_OF, *MARK_OF)):
        from briefcli.render.near_looks import choose_looks

        choose_looks(environ)


def speak_as_exported(folder: "Settings") -> None:
    """Use the language of the agendas folder for an export, not that of the user; `--lang` wins."""
    _, options = split(sys.argv[1:])
    if folder.language and LANGUAGE.variable not in options:
        use(folder.language)


def _language(wanted: str | None) -> str:
    return spoken(wanted) if wanted else system_language(os.environ)
