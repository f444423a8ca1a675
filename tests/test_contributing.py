"""The map names only files that exist, and every room of the source."""

import re

import pytest

from tests.conftest import PROJECT

TEXT = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SOURCE = PROJECT / "src" / "briefcli"
# Short forms in the table of rooms stand below src/briefcli
_PATHS = sorted(set(re.findall(r"`((?:src|tests|cli|memo|domain|index|render|views|\.ci)/[^`…]*)`", TEXT)))


@pytest.mark.parametrize("name", _PATHS)
def test_what_the_map_names_exists(name: str) -> None:
    assert (PROJECT / name).exists() or (SOURCE / name).exists()


def test_the_map_names_every_room() -> None:
    rooms = {each.name for each in SOURCE.iterdir() if each.is_dir() and (each / "__init__.py").exists()}
    named = set(re.findall(r"^\| `([a-z]+)/` \|", TEXT, re.MULTILINE))
    assert named == rooms


def test_the_map_is_short() -> None:
    assert len(TEXT.split()) < 1500
