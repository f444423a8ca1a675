"""File names: those that only look like an agenda, those of copies, and those (and ids) that we make ourselves."""

import re
import unicodedata

from briefcli.domain.composed import composed
from briefcli.folders import SETTINGS_FILE, is_agenda_name

# Strings that `re` compiles on first use: they are rarely needed.
# The name of the settings file as changed by an editor or a program that keeps copies
_SETTINGS = r"(?i)(?:[^.].*\b)?brief\b.*\.to?ml\b.*"
# A misspelt extension of an agenda, or the three letters that are left of it in a short name of Windows
_MISSPELT = r"(?i)(?P<name>[^.].*)\.y[aml]{1,5}"
# The name of an agenda as changed by a browser, a word processor or a program that keeps copies
_KEPT = (
    r"(?i)(?P<name>.+\.ya?ml)(?:~|[ .]|[ _-]+(?:copy|kopie)|[ _]?\([0-9]+\)"
    r"|\.(?:txt|bak|old|orig|tmp|swp|save|sync|part|crdownload|download|docx?|rtf|odt|html?|lnk|url|[0-9]+))"
)
# The names that OneDrive, Windows, macOS, Dropbox, Nextcloud, Syncthing and Google Drive give to copies; also in Dutch
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
# A file that an interrupted change or edit left (see files/write.py), and one that iCloud has not downloaded yet
_HIDDEN = r"(?i)\.(?P<name>.+\.ya?ml)\.(?:before-.+|icloud)"

_UNSEEN = r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"  # characters without width
_DEVICE = r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?"


def meant_name(name: str) -> str | None:
    """The name that was probably meant if an agenda has a wrong extension: `x.yaml` for `x.yaml.txt`; else None.

    `.x.yaml.before-edit`, which an edit left, also means `x.yaml`. For other hidden files the result is None. The
    settings file may have a wrong name too.
    """
    if name.startswith("."):
        hidden = re.fullmatch(_HIDDEN, name)
        return hidden and hidden["name"]
    if is_agenda_name(name):
        return None
    if re.fullmatch(_SETTINGS, name):
        return SETTINGS_FILE
    if kept := re.fullmatch(_KEPT, name):
        return kept["name"]
    misspelt = re.fullmatch(_MISSPELT, name)
    return misspelt and f"{misspelt['name']}.yaml"


def copied_from(stem: str) -> str:
    """The stem of the file that this one is a copy of, judging by its name; empty if the name is not that of a copy.

    Synchronising programs give copies such names. The caller must check that the other file exists, as a person may
    also choose a name that ends in `(1)`.
    """
    found = re.fullmatch(_COPY, stem) or re.fullmatch(_COPY_FIRST, stem)
    return found["stem"].rstrip() if found else ""


def slug(text: str) -> str:
    """The text as an id and a file name on every system: lower-case letters, digits and hyphens; no device name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"{stem}-1" if is_device(stem) else stem


def is_device(name: str) -> bool:
    """Whether Windows reserves this name for a device, in every folder and with every extension."""
    return re.fullmatch(_DEVICE, name) is not None


LONGEST_ID = 24  # characters of an id that we suggest, so that it fits in a table


def suggested_name(words: str, month: str) -> str:
    """An id such as `dmm-2025-06` from words and a month or week (or nothing).

    Long words are cut at a hyphen, unless that leaves so little that every debate would have the same id.
    """
    room = LONGEST_ID - len(month) - 1
    whole = words if len(words) <= room else words[: room + 1].rpartition("-")[0]
    kept = whole if len(whole) * 2 >= min(room, len(words)) else words[:room]
    return "-".join(part for part in (kept.strip("-"), month) if part)


def id_of(path: str) -> str:
    """The id of the meeting in this file: the visible characters of its name, without folder and extension."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    return stem if stem.isascii() else re.sub(_UNSEEN, "", composed(stem)) or stem
