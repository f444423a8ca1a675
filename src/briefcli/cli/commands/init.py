from enum import StrEnum
from pathlib import Path
from typing import Annotated

from briefcli.catalog import tr
from briefcli.cli.input import agrees, is_terminal
from briefcli.cli.options import argument, option
from briefcli.cli.output import say, warn
from briefcli.errors import UsageError
from briefcli.files.write import create, make_folder
from briefcli.folders import AGENDAS_FOLDER, SETTINGS_FILE, is_agenda_name
from briefcli.writing.beginning import settings_text


class For(StrEnum):
    """What a user prepares."""

    NATO = "nato"
    EU = "eu"
    HOUSE = "house"


def run(
    folder: Annotated[Path, argument("[FOLDER]", "Where to create the agendas folder; default: here.")] = Path(),
    prepares: Annotated[
        list[For] | None, option("--for", "WHAT", "What you prepare: nato, eu or house; may be given more than once.")
    ] = None,
) -> None:
    """Make an agendas folder with the standard deadlines for what you prepare, and a first meeting.

    Example: brief init --for nato --for house
    """
    home = folder if folder.name == AGENDAS_FOLDER else folder / AGENDAS_FOLDER
    if home.is_dir() and any(is_agenda_name(each.name) for each in home.iterdir()):
        raise UsageError(tr("{folder} already has agendas", folder=home), tr("brief list shows them"))
    chosen = list(prepares or _asked())
    make_folder(home)
    file = home / SETTINGS_FILE
    if not file.exists():
        create(file, settings_text([each.value for each in chosen]).encode(), str(file))
        say(str(file))
    else:
        warn(tr("{file} exists already, and stays as it is", file=file))
    if is_terminal() and agrees(tr("Write the agenda of a first meeting now?"), otherwise=True):
        from briefcli.cli.commands.new import lead_through

        lead_through(home)
    warn(tr("brief new writes a meeting, brief import MEMO makes one of a memo, brief deadlines shows what is due"))


def _asked() -> list[For]:
    """What the user says they prepare; everything if there is no terminal."""
    if not is_terminal():
        return list(For)
    questions = {
        For.NATO: tr("Do you prepare NATO meetings?"),
        For.EU: tr("Do you prepare EU councils?"),
        For.HOUSE: tr("Do you prepare debates with the House?"),
    }
    return [each for each, question in questions.items() if agrees(question, otherwise=True)]
