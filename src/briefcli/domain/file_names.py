"""File names that look like an agenda and are none, or that a program made as a copy of another file."""

import re

from briefcli.domain.composed import composed

_ENDINGS = (".yaml", ".yml")
# Compiled when first needed, which is hardly ever
_KEPT = r"(?i)(?P<name>.+\.ya?ml)(?:\.(?:txt|bak|old|orig|tmp|swp)|~)"
_LEFT = r"(?i)\.(?P<name>.+\.ya?ml)\.before-.+"  # by a change or an edit that was cut short: see files/write.py
# OneDrive and Windows, Dropbox and Nextcloud, Syncthing, Google Drive; in Dutch as well
_COPY = (
    r"(?i)(?P<stem>.+?)"
    r"(?:[ _]?\([0-9]{1,3}\)"
    r"|[ _-]*\([^()]*(?:conflicted copy|conflict|conflicterend exemplaar|kopie)[^()]*\)"
    r"|\.sync-conflict-[0-9]{8}-[0-9]{6}(?:-[A-Z0-9]+)?"
    r"|[ _-]+(?:conflict|copy|kopie)"
    r"|[ _-]+(?:conflicted copy|conflicterend exemplaar)\b.*)"
)

_DEVICE = r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?"  # of Windows, in every folder


def meant_name(name: str) -> str | None:
    """The agenda's name that was probably meant where the ending is none of an agenda (`x.yaml.txt`); else None.

    `x.YAML` is meant as `x.yaml`, as is `.x.yaml.before-edit`, which a change left. Other hidden files give None.
    """
    if name.startswith("."):
        left = re.fullmatch(_LEFT, name)
        return left and left["name"]
    if name.endswith(_ENDINGS):
        return None
    if kept := re.fullmatch(_KEPT, name):
        return meant_name(kept["name"]) or kept["name"]
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.{ending.lower()}" if stem and f"{dot}{ending.lower()}" in _ENDINGS else None


def copied_from(stem: str) -> str | None:
    """The stem of the file that this one is a copy of, by the name that a synchronising program gave it; else None.

    Whether that file exists is for the caller to find out: a name may end in `(1)` by choice.
    """
    found = re.fullmatch(_COPY, stem)
    return found["stem"].rstrip() if found else None


def file_stem(name: str) -> str:
    """A name as the stem of a file that every system can make: no path, no device, nothing hidden."""
    stem = re.sub(r"[^\w.-]+", "-", name).strip("-.").lower()[:80]
    return f"{stem or 'brief'}-" if re.fullmatch(_DEVICE, stem) else stem or "brief"


LONGEST_ID = 24  # characters of an id that is suggested: a table has room for it


def suggested_name(words: str, month: str) -> str:
    """`dmm-2025-06` of the words and a month (or week), which may be missing; longer words are cut between two."""
    room = LONGEST_ID - len(month) - 1
    kept = words if len(words) <= room else words[: room + 1].rpartition("-")[0] or words[:room]
    return "-".join(part for part in (kept.strip("-"), month) if part)


def id_of(path: str) -> str:
    """The id of the meeting in this file: its name without the folder and the ending."""
    return composed(path.rpartition("/")[2].rpartition(".")[0])
