"""What is made when the package is built: `locale/nl.po` becomes `locale/nl.mo`, and the pages of `man` are written."""

import sys
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
        for name, text in manual_pages(Path(self.root), self.metadata.version).items():
            file = Path(self.root, "build", name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            build_data["shared_data"][str(file)] = f"share/{name}"


def manual_pages(root: Path, version: str) -> dict[str, str]:
    """The pages of `man` in every language by their place in `share`, from the commands that the package describes."""
    sys.path.insert(0, str(root / "src"))
    try:
        from briefcli.catalog import LANGUAGES, SOURCE, use
        from briefcli.manual.described import described
        from briefcli.manual.man import pages

        found = {}
        for language in LANGUAGES:
            use(language)
            folder = "man/man1" if language == SOURCE else f"man/{language}/man1"
            found |= {f"{folder}/{name}": text for name, text in pages(described(), version).items()}
        return found
    finally:
        sys.path.remove(str(root / "src"))


def compile_catalog(source: Path) -> None:
    """Write the compiled form of one catalog beside it."""
    with source.open("rb") as text:
        catalog = read_po(text)
    with source.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalog)
