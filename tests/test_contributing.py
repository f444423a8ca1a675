"""The map names only files that exist, and every room of the source."""

import re

from tests.conftest import PROJECT

TEXT = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SOURCE = PROJECT / "src" / "briefcli"
# Short forms in the table of rooms stand below src/briefcli
_PATHS = sorted(set(re.findall(r"`((?:src|tests|cli|memo|domain|index|render|views|\.ci)/[^`…]*)`", TEXT)))


def test_what_the_map_names_exists() -> None:
    assert [each for each in _PATHS if not (PROJECT / each).exists() and not (SOURCE / each).exists()] == []


def test_what_ci_runs_with_the_oldest_versions_exists() -> None:
    named = re.findall(r"tests/[\w/.]+", (PROJECT / ".ci" / "run").read_text(encoding="utf-8"))
    assert named
    assert [each for each in named if not (PROJECT / each).exists()] == []


def test_the_map_names_every_room() -> None:
    rooms = {each.name for each in SOURCE.iterdir() if each.is_dir() and (each / "__init__.py").exists()}
    named = set(re.findall(r"^\| `([a-z]+)/` \|", TEXT, re.MULTILINE))
    assert named == rooms


def test_the_map_is_short() -> None:
    assert len(TEXT.split()) < 1600
