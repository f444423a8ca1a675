"""File names that look like an agenda and are none, or that a program made as a copy of another file."""

import re

from briefcli.domain.composed import composed
from briefcli.folders import is_agenda_name

# Compiled when first needed, which is hardly ever.
# What a browser, a word processor or a program that keeps copies makes of a name
_KEPT = (
    r"(?i)(?P<name>.+\.ya?ml)(?:~|[ .]|[ _-]+(?:copy|kopie)|[ _]?\([0-9]+\)"
    r"|\.(?:txt|bak|old|orig|tmp|swp|save|sync|part|crdownload|download|docx?|rtf|odt|html?|lnk|url|[0-9]+))"
)
# OneDrive, Windows and macOS, Dropbox and Nextcloud, Syncthing, Google Drive; in Dutch as well
_COPY = (
    r"(?i)(?P<stem>.+?)"
    r"(?:[ _]?\([0-9]{1,3}\)"
    r"|[ _-]*[(\[][^()\[\]]*(?:conflict|copy|kopie)[^()\[\]]*[)\]]"
    r"|\.sync-conflict-[0-9]{8}-[0-9]{6}(?:-[A-Z0-9]+)?"
    r"|[ _-]+(?:(?:copy|kopie)(?: [0-9]{1,2})?|conflict(?:-[0-9]{8}(?:-[0-9]{6})?)?)"
    r"|[ _-]+(?:conflicted copy|conflicterend exemplaar)\b.*"
    r"|-(?:DESKTOP|LAPTOP)-[A-Z0-9]+"
    r"| [2-9])"
)
_COPY_FIRST = r"(?i)(?:copy of|kopie van) (?P<stem>.+)"
# What a change or an edit that was cut short left (see files/write.py), and what iCloud has not fetched yet
_HIDDEN = r"(?i)\.(?P<name>.+\.ya?ml)\.(?:before-.+|icloud)"

_UNSEEN = r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"  # characters without width
_DEVICE = r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?"


def meant_name(name: str) -> str | None:
    """The agenda's name that was probably meant where the ending is none of an agenda (`x.yaml.txt`); else None.

    `.x.yaml.before-edit`, which an edit left, is meant as `x.yaml`. Other hidden files give None.
    """
    if name.startswith("."):
        hidden = re.fullmatch(_HIDDEN, name)
        return hidden and hidden["name"]
    kept = None if is_agenda_name(name) else re.fullmatch(_KEPT, name)
    return kept and kept["name"]


def copied_from(stem: str) -> str:
    """The stem of the file that this one is a copy of, by the name that a synchronising program gave it; else empty.

    Whether that file exists is for the caller to find out: a name may end in `(1)` by choice.
    """
    found = re.fullmatch(_COPY, stem) or re.fullmatch(_COPY_FIRST, stem)
    return found["stem"].rstrip() if found else ""


def file_stem(name: str) -> str:
    """A name as the stem of a file that every system can make: no path, no device, nothing hidden."""
    stem = re.sub(r"[^\w.-]+", "-", name).strip("-.").lower()[:80]
    return f"{stem}-" if is_device(stem) else stem or "brief"


def is_device(name: str) -> bool:
    """Whether Windows takes this name for a device, in every folder and with every ending."""
    return re.fullmatch(_DEVICE, name) is not None


LONGEST_ID = 24  # characters of an id that is suggested: a table has room for it


def suggested_name(words: str, month: str) -> str:
    """`dmm-2025-06` of the words and a month (or week), which may be missing; longer words are cut between two."""
    room = LONGEST_ID - len(month) - 1
    kept = words if len(words) <= room else words[: room + 1].rpartition("-")[0] or words[:room]
    return "-".join(part for part in (kept.strip("-"), month) if part)


def id_of(path: str) -> str:
    """The id of the meeting in this file: what a reader sees of its name, without the folder and the ending."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    return stem if stem.isascii() else re.sub(_UNSEEN, "", composed(stem)) or stem
