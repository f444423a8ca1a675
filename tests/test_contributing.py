"""CONTRIBUTING.md names only files that exist, and every package of the source."""

import re

from tests.conftest import PROJECT

TEXT = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SOURCE = PROJECT / "src" / "briefcli"
# Short paths, as in the table of packages, are relative to src/briefcli
_PATHS = sorted(set(re.findall(r"`((?:src|tests|cli|memo|domain|index|render|views|\.ci)/[^`…]*)`", TEXT)))


def test_paths_in_contributing_exist() -> None:
    assert [each for each in _PATHS if not (PROJECT / each).exists() and not (SOURCE / each).exists()] == []


def test_tests_named_in_ci_exist() -> None:
    named = re.findall(r"tests/[\w/.]+", (PROJECT / ".ci" / "run").read_text(encoding="utf-8"))
    assert named
    assert [each for each in named if not (PROJECT / each).exists()] == []


def test_contributing_names_every_package() -> None:
    rooms = {each.name for each in SOURCE.iterdir() if each.is_dir() and (each / "__init__.py").exists()}
    named = set(re.findall(r"^\| `([a-z]+)/` \|", TEXT, re.MULTILINE))
    assert named == rooms


def test_contributing_is_short() -> None:
    assert len(TEXT.split()) < 1600
