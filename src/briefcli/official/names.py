"""The names of the files of the official record. It is a small module of its own because every start loads it."""

import re
from datetime import date

ENDINGS = (".json", ".xml", ".ics", ".atom")
ENDING_OF = {"OData": ".json", "calendar": ".ics"}  # by kind; all others are XML
# A string that `re` compiles on first use, as a start without a record needs none
_DATED_NAME = r"(?P<name>.+?)[ _-](?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:_[0-9]+| ?\([0-9]+\))?(?:\.\w+)*"


def is_official_name(name: str) -> bool:
    """Whether a file with this name in the folder of the record belongs to the record."""
    return name.lower().endswith(ENDINGS)


def dated_name(path: str) -> tuple[str, str]:
    """The name of a download and the day after it, as in `Commissie_2023-01-15.ics`. The day is empty if there is none.

    The day may be followed by the number of a page or of a second download: `_2`, ` (1)`.
    """
    name = path.replace("\\", "/").rpartition("/")[2]
    found = re.fullmatch(_DATED_NAME, name)
    return (found["name"], found["day"]) if found else (name.rpartition(".")[0], "")


def day_in_name(path: str) -> date | None:
    """The day on which a file was downloaded, if its name says so."""
    try:
        return date.fromisoformat(dated_name(path)[1])
    except ValueError:
        return None


def own_download(path: str) -> str:
    """The name of the download from which `brief official update` made this file; empty for any other file.

    Such a download is complete: its files get their names only after the last page has arrived.
    """
    named = re.fullmatch(
        r"([a-z]+-[a-z0-9-]+)_[0-9]{4}-[0-9]{2}-[0-9]{2}(?:_[0-9]+)?\.(?:json|xml)", path.rpartition("/")[2]
    )
    return named[1] if named else ""


def is_official(path: str, folder: str) -> bool:
    """Whether a path relative to the agendas folder is inside `folder`, the folder of the record."""
    return path.startswith(f"{folder}/")
