"""The settings of an agendas folder: `brief.toml` in it, read into what deadlines are counted with.

Everything in it is optional. Its tables stand with examples in the pages of `docs/`: `[[rhythm]]`, `[[days_off]]`
and `[[recess]]` in `deadlines.md`, `[official]` in `official.md`, `[paper]` in `templates.md`. A rhythm chooses its
meetings by `series`, `kind` and `body`; besides `[[rhythm.deadlines]]` it may have `[[rhythm.events]]`, what usually
happens, whose date counts as not confirmed; `drops` names ids of a broader rhythm that do not hold for its meetings.
"""

from datetime import date
from typing import Annotated

import msgspec

from briefcli.config import RECORD_FOLDER
from briefcli.domain.rhythm import Rhythm
from briefcli.domain.workdays import Calendar


class Official(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is downloaded of the official record, from where, and into which folder as seen from the agendas'."""

    committees: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    ministries: tuple[str, ...] = ()
    since: date = date(2022, 1, 1)
    odata: str = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0"
    sru: str = "https://repository.overheid.nl/sru"
    folder: str = RECORD_FOLDER
    pause: Annotated[float, msgspec.Meta(ge=0)] = 0.5  # seconds between two requests


class PaperStyle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the papers that are exported look; the logo is a file in the folder of the agendas."""

    logo: str = ""
    colour: Annotated[str, msgspec.Meta(pattern="^#[0-9A-Fa-f]{6}$")] = "#154273"
    font: Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9][A-Za-z0-9 _-]{0,39}$")] = "Libertinus Serif"
    maker: str = ""
    sections: tuple[str, ...] = ()


class Settings(msgspec.Struct, frozen=True):
    """What deadlines are counted with, where the official record comes from, and how papers look."""

    calendar: Calendar = Calendar()
    rhythms: tuple[Rhythm, ...] = ()
    official: Official = Official()
    paper: PaperStyle = PaperStyle()
    language: str = ""
