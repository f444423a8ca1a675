"""`brief export` replaces files that it made itself, and no others."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import SAMPLES, Run


@pytest.fixture(autouse=True)
def _planning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(SAMPLES / "planning"))
    monkeypatch.setenv("BRIEF_TODAY", "2031-03-04")


def _saved_in_word(file: Path) -> None:
    """Change the file as if Word had saved it: it counts how often a document was saved."""
    with zipfile.ZipFile(file) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"<cp:revision>1<", b"<cp:revision>2<")
    with zipfile.ZipFile(file, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def _added_to(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"\nMine.\n")


def _another_database(file: Path) -> None:
    file.write_bytes(b"SQLite format 3\0" + bytes(100))


def _another(file: Path) -> None:
    file.write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//other//\r\n")


@pytest.mark.parametrize(
    ("form", "ending", "change"),
    [
        ("ics", "ics", _another),
        ("html", "html", _another),
        ("md", "md", _added_to),
        ("docx", "docx", _saved_in_word),
        ("pdf", "pdf", _another),
        ("sqlite", "db", _another_database),
    ],
)
def test_an_export_replaces_its_own_file_only(
    run: Run, tmp_path: Path, form: str, ending: str, change: Callable[[Path], None]
) -> None:
    file = tmp_path / f"paper.{ending}"
    words = ("export", *([] if form == "sqlite" else ["raad-2031-03"]), "--to", form, "--output", str(file))
    assert [run(*words).code for _ in range(2)] == [0, 0]
    change(file)
    theirs = file.read_bytes()
    ran = run(*words)
    assert (ran.code, file.read_bytes()) == (2, theirs)
    assert "or was changed since" in " ".join(ran.err.split())


def test_settings_are_never_overwritten_by_a_paper(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "brief.toml"
    file.write_text("# mine\n<!-- brief -->\n", encoding="utf-8")
    assert run("export", "raad-2031-03", "--to", "md", "--output", str(file)).code == 2
    assert file.read_text(encoding="utf-8").startswith("# mine")
