"""No secret of a memo is in what any command prints, before its release or after it, whatever the file's format."""

from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from tests.conftest import Run
from tests.memo.extract.files import pdf, word
from tests.memo.secret_parts import SECRET, texts

OTHER = "Zwijgwoorden"  # as long as the secret
ASKED = (
    ("show", "m"), ("show", "m", "--format", "json"), ("list", "--past"), ("search", SECRET), ("deadlines", "--all"),
    ("next", "--days", "9000"), ("refs",), ("commitments",), ("timeline", "m"), ("check",), ("export", "m"),
    ("export", "m", "--to", "html"), ("export", "m", "--to", "md"), ("deadlines", "--all", "--format", "csv"),
)  # fmt: skip


def _docx(text: str) -> bytes:
    return word("".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n")))


def _pdf(text: str) -> bytes:
    lines = [each.replace("(", r"\(").replace(")", r"\)") for each in text.split("\n")]
    return pdf("BT /F1 9 Tf 14 TL 40 820 Td " + "".join(f"({each}) Tj T*\n" for each in lines) + "ET")


FORMATS = {"docx": _docx, "pdf": _pdf}


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=1, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts)
def test_no_command_prints_a_secret(
    form: str, text: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path / "agendas"))
    told = [_printed(run, tmp_path, form, each) for each in (text, text.replace(SECRET, OTHER))]
    assert told[0] == told[1]
    assert SECRET.lower() not in repr(told[0]).lower()


def _printed(run: Run, folder: Path, form: str, text: str) -> list[object]:
    """All that is printed with its exit codes: of the import, of every question, and of these after the release."""
    agendas, memo = folder / "agendas", folder / f"memo.{form}"
    agendas.mkdir(exist_ok=True)
    (agendas / "m.yaml").unlink(missing_ok=True)
    memo.write_bytes(FORMATS[form](text))
    told: list[object] = [run("import", memo.name, *how) for how in (("--explain",), ("-o", "-"), ("--id", "m"))]
    told.append(run("import", memo.name, "--id", "m", "--merge"))
    before = [run(*each) for each in ASKED if SECRET not in each]
    searched = [_count(run("search", each).out) for each in (SECRET, OTHER)]
    told += [before, searched, run("release", "m", "--yes")]
    told += [[run(*each) for each in ASKED if SECRET not in each]]
    return told


def _count(printed: str) -> int:
    return len(printed.splitlines())
