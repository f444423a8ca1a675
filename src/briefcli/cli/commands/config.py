import os
from pathlib import Path
from typing import Annotated

import typer

from briefcli import configuring
from briefcli.catalog import tr
from briefcli.cli.options import OutputFormat, argument, with_common_options
from briefcli.cli.output import emit, warn
from briefcli.config import AGENDAS, SETTINGS, Setting
from briefcli.errors import BriefError, Exit, NothingFound, UsageError
from briefcli.files.read import read_input
from briefcli.files.write import make_folder, replace
from briefcli.views.cell import Words
from briefcli.views.making import table, view_of
from briefcli.views.view import Column, Remark

Key = Annotated[str, argument("KEY", "The setting: language, mine, horizon, …")]
Value = Annotated[str, argument("VALUE", "Its value, as nl in brief config set language nl.")]

run = typer.Typer(invoke_without_command=True)


@run.callback()
@with_common_options
def listed(context: typer.Context, form: OutputFormat = "table") -> Exit:
    """Show every setting with its value and where that comes from, or set or unset one.

    Example: brief config set language nl
    """
    if context.invoked_subcommand is not None:
        return Exit.DONE
    file = configuring.settings_file()
    found = configuring.read_user_settings(file)
    rows = [(each, *configuring.origin(each, os.environ, found)) for each in SETTINGS]
    settings = table(
        rows,
        # A setting that only the environment can have has no key
        (Column(tr("Setting"), whole=True), lambda each: Words(each[0].key or each[0].variable)),
        (Column(tr("Value")), lambda each: Words(each[1])),
        (Column(tr("From"), whole=True), lambda each: Words(each[2])),
        (Column(tr("Meaning"), main=True), lambda each: Words(tr(each[0].meaning))),
    )
    data = [
        {"key": setting.key or None, "variable": setting.variable, "option": setting.option or None, "value": value,
         "from": source}
        for setting, value, source in rows
    ]  # fmt: skip
    told = tr("brief config set KEY VALUE writes into {file}.", file=file or "")
    return emit(view_of(data, settings, Remark(told)), form)


@run.command("set")
def set_(key: Key, value: Value) -> None:
    """Write a setting into your own settings file.

    Example: brief config set mine DCO
    """
    setting = _known(key)
    if wrong := setting.mistake_in(value):
        raise UsageError(tr("{key}: {reason}", key=key, reason=wrong))
    if setting is AGENDAS and value:  # a relative path would name another folder in each folder
        value = os.path.normpath(Path(value).expanduser().absolute())
        if not Path(value).is_dir():
            raise UsageError(tr("{folder} is not a folder", folder=value), tr("look at how the name is spelled"))
    if "\n" in value or "\r" in value:
        raise UsageError(tr("a value is one line"))
    file, before, text = _own_file(setting)
    _write(file, before, configuring.with_setting(text, setting, value))
    warn(tr("{file}: {key} is “{value}” from now on", file=file, key=key, value=value))


@run.command()
def unset(key: Key) -> None:
    """Remove a setting from your own settings file, so that its default applies. Exit code 1: it was not set there.

    Example: brief config unset mine
    """
    setting = _known(key)
    file, before, text = _own_file(setting)
    after = configuring.without_setting(text, setting)
    if after == text:
        raise NothingFound(tr("{key} is not set in {file}", file=file, key=key))
    _write(file, before, after)
    warn(tr("{file}: {key} has its default value from now on", file=file, key=key))


def _known(key: str) -> Setting:
    found = {each.key: each for each in SETTINGS if each.key}.get(key)
    if found is None:
        raise UsageError(tr("{key}: {reason}", key=key, reason=configuring.no_setting(key)))
    return found


def _own_file(setting: Setting) -> tuple[Path, bytes | None, str]:
    """The user's settings file, its contents (None if it does not exist yet) and its text. Raises BriefError."""
    file = configuring.settings_file()
    if file is None:
        hint = tr("use the environment: {name}", name=setting.variable)
        raise BriefError(tr("this user has no folder for settings"), hint)
    data = read_input(str(file), 100_000) if file.exists() else None
    return file, data, (data or b"").decode("utf-8-sig", errors="replace")


def _write(file: Path, before: bytes | None, text: str) -> None:
    make_folder(file.parent)
    replace(file, text.encode(), str(file), before)
