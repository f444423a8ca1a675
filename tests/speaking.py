"""Runs code in another language than English, with the current catalog of the repository."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from briefcli import catalog
from briefcli.domain.citations import finder

LOCALE = Path(catalog.__file__).parent / "locale"


def compile_into(folder: Path, language: str) -> None:
    """Compile the catalog of this language into the folder."""
    (folder / f"{language}.mo").write_bytes(_compiled(language))


@cache
def _compiled(language: str) -> bytes:
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO((LOCALE / f"{language}.po").read_bytes())))
    return compiled.getvalue()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within this context texts are in this language; afterwards they are in English."""
    with TemporaryDirectory() as folder, mock.patch.object(catalog, "_FOLDER", Path(folder)):
        if language != catalog.SOURCE:
            compile_into(Path(folder), language)
        _change_to(language)
        try:
            yield
        finally:
            _change_to(catalog.SOURCE)


def _change_to(language: str) -> None:
    catalog.use(language)
    finder.references_of.cache_clear()  # these cache the reasons for doubt, as texts in the old language
    finder.references_in.cache_clear()
