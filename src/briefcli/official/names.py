"""Where the official record stands, and by which names its files are known: asked at every start, so apart."""

FOLDER = "official"  # inside the folder of the agendas
ENDINGS = (".json", ".xml", ".ics", ".atom")


def is_official(path: str) -> bool:
    """Whether a path inside the agendas folder is one of the record."""
    return path.startswith(f"{FOLDER}/")
