"""Names of files that are passed over, and of copies that count as meetings of their own."""

import pytest

from briefcli.domain.file_names import copied_from, meant_name


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("raad.YAML", "raad.yaml"),
        ("raad.Yml", "raad.yml"),
        ("raad.yaml.txt", "raad.yaml"),
        ("raad.YAML.txt", "raad.yaml"),
        ("raad.yml.bak", "raad.yml"),
        ("raad.yaml~", "raad.yaml"),
        ("raad.yaml", None),
        ("raad.txt", None),
        (".yaml", None),
        (".raad.yaml.swp", None),
    ],
)
def test_the_name_that_was_meant(name: str, meant: str | None) -> None:
    assert meant_name(name) == meant


@pytest.mark.parametrize(
    "stem",
    [
        "raad-2026 (1)",
        "raad-2026 (conflicted copy 2026-01-05)",
        "raad-2026 (conflicted copy van Jan 2026-01-05)",
        "raad-2026.sync-conflict-20260105-120000-ABCDEF",
        "raad-2026 - Kopie",
        "raad-2026-conflict",
    ],
)
def test_a_copy_names_its_original(stem: str) -> None:
    assert copied_from(stem) == "raad-2026"


@pytest.mark.parametrize("stem", ["raad-2026", "raad (Brussel)", "conflict", "raad-conflictgebieden", "top-2026-06"])
def test_a_name_of_its_own_is_no_copy(stem: str) -> None:
    assert copied_from(stem) is None
