"""Before a command runs: its global options and the user's settings hold, and the language is chosen."""

import os

from briefcli.catalog import tr, use
from briefcli.cli.output import warn
from briefcli.config import LANGUAGE, split
from briefcli.configuring import added, read_file, settings_file
from briefcli.language import spoken, system_language


def started(arguments: list[str]) -> list[str]:
    """The command line without its global options, which stand in the environment from now on. Raises UsageError."""
    use(_language(os.environ.get(LANGUAGE.variable)))
    rest, options = split(arguments)
    os.environ.update(options)
    file = settings_file()
    found = read_file(file)
    for line, mistake in found.mistakes:
        warn(tr("{file}, line {line}: {message}", file=file, line=line, message=mistake))
    given = added(found.given, os.environ)
    if rest[:1] != ["config"]:  # it says where each value comes from
        os.environ.update(given)
    use(_language(os.environ.get(LANGUAGE.variable) or given.get(LANGUAGE.variable)))
    return rest


def _language(wanted: str | None) -> str:
    return spoken(wanted) if wanted else system_language(os.environ)
