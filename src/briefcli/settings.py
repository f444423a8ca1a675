"""The settings of an agendas folder, which come from its file `brief.toml`.

Everything in the file is optional. The pages of `docs/` explain its tables with examples: `[[rhythm]]`, `[[days_off]]`
and `[[recess]]` in `deadlines.md`, `[official]` in `official.md`, `[paper]` in `templates.md`.
"""

from datetime import date
from typing import Annotated

import msgspec

from briefcli.config import RECORD_FOLDER
from briefcli.domain.rhythm import Rhythm
from briefcli.domain.workdays import Calendar


class Official(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to download of the official record, from where, and into which folder, relative to the agendas folder."""

    committees: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    ministries: tuple[str, ...] = ()
    since: date = date(2022, 1, 1)
    odata: str = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0"
    sru: str = "https://repository.overheid.nl/sru"
    folder: str = RECORD_FOLDER
    pause: Annotated[float, msgspec.Meta(ge=0)] = 0.5  # seconds between two requests


class PaperStyle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How exported papers look. `logo` is the path of a file in the agendas folder."""

    logo: str = ""
    colour: Annotated[str, msgspec.Meta(pattern="^#[0-9A-Fa-f]{6}$")] = "#154273"
    font: Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9][A-Za-z0-9 _-]{0,39}$")] = "Libertinus Serif"
    maker: str = ""
    sections: tuple[str, ...] = ()


class AsWritten(msgspec.Struct, frozen=True, kw_only=True):
    """The settings that are used as the file has them. A new one is declared here alone."""

    language: str = ""
    official: Official = Official()
    paper: PaperStyle = PaperStyle()


class Settings(AsWritten, frozen=True, kw_only=True):
    """All settings of a folder; the calendar and the rhythms are made of several tables of the file."""

    calendar: Calendar = Calendar()
    rhythms: tuple[Rhythm, ...] = ()
