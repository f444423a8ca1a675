"""The names of the files of the official record. Apart from the rest because every start loads it."""

import re

ENDINGS = (".json", ".jsonl", ".ndjson", ".xml", ".ics", ".atom", ".gz")  # what is packed says what it is itself
ENDING_OF = {"OData": ".json", "calendar": ".ics"}  # by kind; all others are XML


def is_official_name(name: str) -> bool:
    """Whether a file of this name in that folder is one of the record."""
    return name.lower().endswith(ENDINGS)


def own_download(path: str) -> str:
    """The name of the download for which `brief official update` named this file; empty for any other file.

    Such a file is complete: nothing is kept before the last page has come.
    """
    named = re.fullmatch(
        r"([a-z]+-[a-z0-9-]+)_[0-9]{4}-[0-9]{2}-[0-9]{2}(?:_[0-9]+)?\.(?:json|xml)", path.rpartition("/")[2]
    )
    return named[1] if named else ""


def is_official(path: str, folder: str) -> bool:
    """Whether a path as seen from the agendas folder is one of the record, which stands in `folder`."""
    return path.startswith(f"{folder}/")
