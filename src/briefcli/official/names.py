"""The names of the files of the official record. It is a small module of its own because every start loads it."""

import re

ENDINGS = (".json", ".jsonl", ".ndjson", ".xml", ".ics", ".atom", ".gz")  # a packed file's content tells its format
ENDING_OF = {"OData": ".json", "calendar": ".ics"}  # by kind; all others are XML


def is_official_name(name: str) -> bool:
    """Whether a file with this name in the folder of the record belongs to the record."""
    return name.lower().endswith(ENDINGS)


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
