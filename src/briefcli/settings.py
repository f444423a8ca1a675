"""The settings of an agendas folder: `brief.toml` in it, read into what deadlines are counted with.

Everything in it is optional, and without the file only what is built in holds:

    language = "nl"                 # exports and mails from this folder are Dutch for everyone; --lang wins

    [[days_off]]                    # counts as no working day, besides weekends, holidays and decreed days
    day = 2025-12-24
    name = "Ministry closed"

    [[recess]]                      # the House does not sit; named where a date falls in one
    first = 2025-07-04
    last = 2025-09-01
    name = "Zomerreces 2025"

    [[rhythm]]                      # what every such meeting brings; `series`, `kind` and `body` choose which
    name = "dmm"
    series = ["dmm"]
    drops = ["report"]              # ids of a broader rhythm that do not hold here

    [[rhythm.deadlines]]            # what we deliver
    id = "annotated-agenda"         # an agenda that writes a deadline or event with this id overrides it
    title = "Geannoteerde agenda naar de Kamer"
    due = "14 days before meeting"
    owner = "DEU"

    [[rhythm.events]]               # what usually happens; its date counts as not confirmed
    id = "debate"
    title = "Commissiedebat"
    kind = "debate"
    due = "7 days before meeting"

An agenda drops what does not hold for it with `drops: [report]`.

    [official]                      # the record of the House: `brief official update` downloads what is named here
    committees = ["Defensie"]       # a word of the committee's name, or its abbreviation (DEF)
    dossiers = ["28676", "36200-X"]
    ministries = ["Defensie"]       # whose commitments to the House
    since = 2023-01-01
    folder = "official"             # where its files are, as seen from the folder of the agendas; so without it

    [paper]                         # how `brief export` makes papers of meetings
    logo = "logo.png"               # a PNG or JPEG in this folder
    colour = "#154273"              # of headings and lines; dark enough to read on white
    font = "RO Sans"                # where it is installed
    maker = "Ministerie van Defensie"
    sections = ["decision", "sessions", "questions"]  # which, in this order; without it all, as `brief show` has them
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
