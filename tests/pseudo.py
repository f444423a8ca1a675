"""A pseudo-language for tests: messages with accents, a third longer. A text without accents is untranslated."""

import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.catalog import LOCALE

_ACCENTS = str.maketrans("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ")
# Placeholders, and what is the same in every language: commands, options, keys, codes and file names
_KEPT = re.compile(r"\{[^{}]*\}|`[^`]*`|brief [a-z]+|--[a-z-]+|[\w$-]*[0-9_/$=][\w./$=-]*|\w+\.\w[\w.]*")


def in_pseudo(text: str) -> str:
    """Translate a message and keep its placeholders: `in {n} days` becomes `ín {n} dáýs ééé`."""
    parts, at = [], 0
    for kept in _KEPT.finditer(text):
        parts += [text[at : kept.start()].translate(_ACCENTS), kept[0]]
        at = kept.end()
    said = "".join(parts) + text[at:].translate(_ACCENTS)
    return (
        said
        if len(text) < 3 or text.endswith((" ", "\n"))
        else f"{said} {('éééé ' * len(text))[: len(text) // 3].strip()}".rstrip()
    )


def write_pseudo(file: Path) -> None:
    """Write the compiled catalog of this language."""
    catalog = Catalog(locale="nl")
    with (LOCALE / "nl.po").open("rb") as text:  # it has every message: see tests/test_catalog.py
        messages = read_po(text)
    for message in messages:
        if isinstance(message.id, str):
            if message.id:
                said = message.id.translate(_ACCENTS) if message.context == "value" else in_pseudo(message.id)
                catalog.add(message.id, said, context=message.context)
        else:
            catalog.add(tuple(message.id), tuple(map(in_pseudo, message.id)), context=message.context)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    file.write_bytes(compiled.getvalue())
