"""`brief config`: the settings, where each comes from, and how to change one."""

import os
from typing import Annotated

import typer

from briefcli.catalog import tr
from briefcli.cli.options import OutputFormat, argument, with_common_options
from briefcli.cli.output import emit, warn
from briefcli.config import SETTINGS
from briefcli.configuring import no_setting, origin, read_user_settings, settings_file, with_setting
from briefcli.errors import BriefError, Exit, UsageError
from briefcli.files.read import read_input
from briefcli.files.write import make_folder, replace
from briefcli.views.config import ShownSetting, config_view

run = typer.Typer(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})


@run.callback()
@with_common_options
def listed(context: typer.Context, form: OutputFormat = "table") -> Exit:
    """Show every setting with its value and where that comes from, or set one.

    Example: brief config set language nl
    """
    if context.invoked_subcommand is not None:
        return Exit.DONE

    file = settings_file()
    found = read_user_settings(file)
    rows = [ShownSetting(each, *origin(each, os.environ, found)) for each in SETTINGS]
    return emit(config_view(rows, str(file or "")), form)


@run.command("set")
def set_(
    key: Annotated[str, argument("KEY", "The setting: language, mine, horizon, …")],
    value: Annotated[str, argument("VALUE", "Its value.")],
) -> None:
    """Write a setting into your own settings file.

    Example: brief config set mine DCO
    """
    by_key = {each.key: each for each in SETTINGS if each.key}
    if key not in by_key:
        raise UsageError(tr("{key}: {reason}", key=key, reason=no_setting(key)), tr("brief config lists them"))
    if wrong := by_key[key].mistake_in(value):
        raise UsageError(tr("{key} cannot be “{value}”: {reason}", key=key, value=value, reason=wrong))
    if "\n" in value or "\r" in value:
        raise UsageError(tr("a value is one line"))
    file = settings_file()
    if file is None:
        raise BriefError(
            tr("this user has no folder for settings"), tr("use the environment: {name}", name=by_key[key].variable)
        )
    before = read_input(str(file), 100_000) if file.exists() else b""
    make_folder(file.parent)
    text = with_setting(before.decode("utf-8-sig", errors="replace"), by_key[key], value)
    replace(file, text.encode(), str(file), before if file.exists() else None)
    warn(tr("{file}: {key} is {value} from now on", file=file, key=key, value=value))
