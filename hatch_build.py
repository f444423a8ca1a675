"""Compile the catalogs of translations when the package is built: `locale/nl.po` becomes `locale/nl.mo`."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogHook(BuildHookInterface[Any]):
    """Runs for a wheel and for an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for source in sorted(Path(self.root, "src", "briefcli", "locale").glob("*.po")):
            compile_catalog(source)


def compile_catalog(source: Path) -> None:
    """Write the compiled form of one catalog beside it."""
    with source.open("rb") as text:
        catalog = read_po(text)
    with source.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalog)
