"""Names of files that are skipped, names of copies, and suggested ids."""

import pytest

from briefcli.domain.file_names import LONGEST_ID, copied_from, id_of, meant_name, suggested_name


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("raad.yaml.txt", "raad.yaml"),
        ("raad.YAML.txt", "raad.YAML"),
        ("raad.yml.bak", "raad.yml"),
        ("raad.yaml~", "raad.yaml"),
        ("raad.yaml.docx", "raad.yaml"),
        ("raad.yaml (1)", "raad.yaml"),
        ("raad.yaml - Kopie", "raad.yaml"),
        ("raad.yaml ", "raad.yaml"),
        (".raad.yaml.before-edit", "raad.yaml"),
        (".raad.yaml.icloud", "raad.yaml"),
        ("raad.yaml.md", None),
        ("raad.yaml", None),
        ("raad.YAML", None),
        ("raad.txt", None),
        (".yaml", None),
        (".raad.yaml.swp", None),
    ],
)
def test_a_wrong_file_name_gives_the_intended_name(name: str, meant: str | None) -> None:
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
        "raad-2026_conflict-20260105-120000",
        "raad-2026 [conflicted]",
        "raad-2026-LAPTOP-1AB2C3D",
        "raad-2026 kopie 2",
        "raad-2026 2",
        "Kopie van raad-2026",
        "Copy of raad-2026",
    ],
)
def test_the_name_of_a_copy_gives_its_original(stem: str) -> None:
    assert copied_from(stem) == "raad-2026"


def test_an_id_leaves_out_invisible_characters() -> None:
    assert id_of("2026/ra\u200bad\u202e.yaml") == "raad"
    assert id_of("\u200b.yaml") == "\u200b"


@pytest.mark.parametrize(
    "stem", ["raad-2026", "raad-2", "raad (Brussel)", "conflict", "raad-conflictgebieden", "top-2026-06"]
)
def test_a_name_similar_to_a_copy_is_no_copy(stem: str) -> None:
    assert not copied_from(stem)


@pytest.mark.parametrize(
    ("words", "month", "name"),
    [
        ("dmm", "2031-06", "dmm-2031-06"),
        ("dmm", "2031-W06", "dmm-2031-W06"),
        ("dmm", "", "dmm"),
        ("raad-buitenlandse-zaken-defensie", "2031-06", "raad-buitenlands-2031-06"),
        ("debat-gevangeniswezen", "2031-06", "debat-gevangenis-2031-06"),
        ("overleg-over-de-begroting", "2031-06", "overleg-over-de-2031-06"),
        ("zorgverzekeringswetgeving", "2031-06", "zorgverzekerings-2031-06"),
    ],
)
def test_a_suggested_name_is_short(words: str, month: str, name: str) -> None:
    assert suggested_name(words, month) == name
    assert len(name) <= LONGEST_ID
