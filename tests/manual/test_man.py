"""The pages of `man`, judged by mandoc where it is installed."""

import shutil
import subprocess

import pytest

from briefcli import __version__
from briefcli.catalog import LANGUAGES
from briefcli.manual.described import described
from briefcli.manual.man import pages
from tests.speaking import speaking

PAGES: dict[str, str] = {}
for _language in LANGUAGES:
    with speaking(_language):
        PAGES |= {f"{_language}/{name}": text for name, text in pages(described(), __version__).items()}


def test_there_is_a_page_for_every_command() -> None:
    names = {f"brief-{name.replace(' ', '-')}.1" for name in described().commands}
    assert set(PAGES) == {f"{language}/{name}" for language in LANGUAGES for name in (*names, "brief.1")}


@pytest.mark.parametrize("name", PAGES)
def test_mandoc_finds_nothing(name: str) -> None:
    if shutil.which("mandoc") is None:
        pytest.skip("mandoc is not installed")
    ran = subprocess.run(["mandoc", "-T", "lint"], input=PAGES[name], capture_output=True, text=True, check=False)
    assert ran.stdout == ""


def test_a_text_is_never_a_macro() -> None:
    for text in PAGES.values():
        for line in text.splitlines():
            assert not line.startswith("'")
            assert not line.startswith(".") or line[1:3].isupper() or line.startswith((".nf", ".fi")), line
