"""`brief scan`: files, pipes, unreadable input, and the exit codes."""

import io
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import TESTS, Run

from briefcli.cli import input as reading
from briefcli.errors import Exit
from briefcli.render.clean import UNSAFE

FIXTURES = TESTS / "memo" / "fixtures"
LETTER = "Zie Kamerstuk 28 676, nr. 427 van 9 maart 2023.\nHet debat is op 8 juni.\n"


@pytest.fixture
def letter(tmp_path: Path) -> str:
    file = tmp_path / "brief.txt"
    file.write_text(LETTER, encoding="utf-8")
    return str(file)


def _stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_a_file_and_standard_input_give_the_same(letter: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from_file = run("scan", letter)
    _stdin(monkeypatch, LETTER.encode())
    assert run("scan", "-") == from_file
    assert from_file.code == Exit.DONE
    assert "kst-28676-427" in from_file.out
    assert "8 Jun, year unknown" in from_file.out
    assert "--date 2023-06-05 completes the dates" in from_file.err


def test_scan_needs_no_agendas(letter: str, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path / "none"))
    assert run("scan", letter).code == Exit.DONE


def test_the_date_of_the_text_completes_its_dates(letter: str, run: Run) -> None:
    ran = run("scan", letter, "--dates", "--date", "2023-06-05", "--format", "json")
    assert [each["canonical"] for each in json.loads(ran.out)] == ["2023-03-09", "2023-06-08"]
    assert ran.err == ""


def test_scan_can_show_only_references_or_only_dates(letter: str, run: Run) -> None:
    assert [each["kind"] for each in json.loads(run("scan", letter, "--refs", "-f", "json").out)] == ["kamerstuk"]
    assert {each["kind"] for each in json.loads(run("scan", letter, "--dates", "-f", "json").out)} == {"date"}
    assert run("scan", letter, "--refs", "--dates").code == Exit.USAGE


def test_yaml_output_can_be_pasted_into_an_agenda(letter: str, run: Run) -> None:
    ran = run("scan", letter, "--format", "yaml")
    assert (ran.code, ran.out) == (Exit.DONE, "documents:\n  - ref: kst-28676-427\n    date: 2023-03-09\n")
    assert run("scan", letter, "--format", "yaml", "--dates").code == Exit.USAGE


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "yaml"])
def test_nothing_found_is_exit_code_one(form: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "leeg.txt"
    file.write_text("Hier staat niets.", encoding="utf-8")
    assert run("scan", str(file), "--format", form).code == Exit.NO


@pytest.mark.parametrize("day", ["2023-06", "2023-06-05/2023-06-06", "een dag", ""])
def test_an_invalid_date_of_the_text_is_refused(day: str, letter: str, run: Run) -> None:
    ran = run("scan", letter, "--date", day)
    assert (ran.code, ran.out) == (Exit.USAGE, "")


def test_other_encodings_are_recognised(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "oud.txt"
    file.write_bytes("financiële brief, Kamerstuk 28 676, nr. 427".encode("cp1252"))
    ran = run("scan", str(file), "--format", "json")
    assert json.loads(ran.out)[0]["canonical"] == "kst-28676-427"
    assert "Windows-1252" in ran.err
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        file.write_bytes("Kamerstuk 28 676, nr. 427 “brief”".encode(encoding))
        (record,) = json.loads(run("scan", str(file), "--format", "json").out)
        assert (record["start"], record["column"]) == (0, 1)


@pytest.mark.posix
def test_unreadable_input_is_reported(run: Run, tmp_path: Path) -> None:
    folder, pipe, binary = (tmp_path / name for name in ("map", "pijp", "bin"))
    folder.mkdir()
    os.mkfifo(pipe)
    binary.write_bytes(b"\x00\x01" * 100)
    locked, broken = FIXTURES / "locked.pdf", tmp_path / "stuk.docx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    for name, said in (
        (str(folder), "is a folder"),
        (str(pipe), "is no ordinary file"),
        (str(binary), "is no text"),
        (str(locked), "password"),
        (str(broken), "stuk.docx"),
        (str(tmp_path / "weg.txt"), "there is no file"),
        ("a\0b", "cannot be read"),
        ("", "there is no file"),
    ):
        ran = run("scan", name)
        assert (ran.code, ran.out) == (Exit.UNUSABLE, ""), name
        assert said in ran.err
        assert "mistake in brief" not in ran.err


@pytest.mark.parametrize("form", ["pdf", "docx", "odt"])
def test_documents_contain_the_same_papers_as_their_text(form: str, run: Run) -> None:
    def papers(name: str) -> list[str]:
        out = run("scan", str(FIXTURES / name), "--refs", "--format", "json").out
        return [each["canonical"] for each in json.loads(out)]

    assert papers("jachtraad.txt")
    assert papers(f"jachtraad.{form}") == papers("jachtraad.txt")


def test_a_file_without_permission_is_reported(run: Run, letter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(path: str, *others: Any, **options: Any) -> int:
        if os.fspath(path) == letter:
            raise PermissionError(13, "Permission denied")
        return opened(path, *others, **options)

    monkeypatch.setattr(os, "open", refuse)
    ran = run("scan", letter)
    assert ran.code == Exit.UNUSABLE
    assert "permission denied" in ran.err


def test_input_that_is_too_large_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch, letter: str) -> None:
    monkeypatch.setattr(reading, "LARGEST", 20)
    _stdin(monkeypatch, b"Kamerstuk 28 676 " * 10)
    for name in ("-", letter):
        ran = run("scan", name)
        assert ran.code == Exit.UNUSABLE
        assert "is larger than" in ran.err


def test_closed_standard_input_is_reported(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    ran = run("scan", "-")
    assert ran.code == Exit.UNUSABLE
    assert "standard input is closed" in ran.err


def test_no_format_prints_control_characters(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in (
        "Kamerstuk\u202e 28 676, nr. 427 \x1b[31m Kamerstuk\u200b 28\u200b676, nr. 4",
        "\x1b[31mKamerstuk 28 676,\x85nr. 427, Kamerstuk 28 676,\x1cnr. 4",
        "Kamerstuk 28 676,\ufeff nr. 427, Kamerstuk 28 676,\u2028nr.\x0b4",
    ):
        for form in ("table", "json", "csv", "markdown", "yaml"):
            _stdin(monkeypatch, text.encode())
            out = run("scan", "-", "--format", form).out
            assert set(re.findall(r"kst-28676-[0-9]+", out)) == {"kst-28676-427", "kst-28676-4"}
            assert re.findall(UNSAFE, out.replace("\r\n", "\n")) == []


def test_all_references_of_a_real_memo_are_found(run: Run, shared: Path) -> None:
    memo = str(shared / "memos" / "dmm-2023-06.txt")
    found = json.loads(run("scan", memo, "--format", "json").out)
    assert len([each for each in found if each["kind"] == "kamerstuk"]) == 5
    assert len([each for each in found if each["kind"] == "date"]) == 11
