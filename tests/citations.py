"""The examples of each form of citation, for its tests and the page of forms: `domain/citations/examples.txt`."""

from functools import cache
from pathlib import Path

_EXAMPLES = Path(__file__).parent / "domain" / "citations" / "examples.txt"
MORE = "more"  # those that stand on no page


@cache
def readings() -> dict[str, list[tuple[str, str]]]:
    """By the file of the form: texts with the identifiers that are read in them, which are empty for `nothing`."""
    found: dict[str, list[tuple[str, str]]] = {}
    _, *parts = _EXAMPLES.read_text(encoding="utf-8").split("\n# ")
    for part in parts:
        file, *lines = part.splitlines()
        rows = [line.replace("\\n", "\n").partition(" → ") for line in lines if line]
        found[file] = [
            (text, read.replace("nothing", "") if arrow else text)
            for texts, arrow, read in rows
            for text in texts.split(" | ")
        ]
    return found
