"""The man pages, checked by mandoc if that is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from briefcli import __version__
from briefcli.catalog import LANGUAGES
from briefcli.manual.described import described
from briefcli.manual.man import pages
from tests.speaking import speaking


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_a_valid_man_page(language: str, tmp_path: Path) -> None:
    """Each command has a page, no text becomes a macro, and mandoc finds no mistakes."""
    with speaking(language):
        made = pages(described(), __version__)
    assert set(made) == {"brief.1", *(f"brief-{name.replace(' ', '-')}.1" for name in described().commands)}
    for name, text in made.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        for line in text.splitlines():
            assert not line.startswith("'")
            assert not line.startswith(".") or line[1:3].isupper() or line.startswith((".nf", ".fi")), line
    if shutil.which("mandoc") is None:
        pytest.skip("mandoc is not installed")
    ran = subprocess.run(["mandoc", "-T", "lint", *made], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.stdout == ""
