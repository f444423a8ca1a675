"""The names of the files of the official record. Apart from the rest because every start loads it."""

ENDINGS = (".json", ".xml", ".ics", ".atom")
ENDING_OF = {"OData": ".json", "calendar": ".ics"}  # by kind; all others are XML


def is_official_name(name: str) -> bool:
    """Whether a file of this name in that folder is one of the record."""
    return name.lower().endswith(ENDINGS)


def is_official(path: str, folder: str) -> bool:
    """Whether a path as seen from the agendas folder is one of the record, which stands in `folder`."""
    return path.startswith(f"{folder}/")
