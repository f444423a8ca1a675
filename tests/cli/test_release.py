"""An imported memo is internal until a person releases it."""

import json
from functools import cache
from pathlib import Path

import pytest
from tests.conftest import TESTS, Run

from briefcli.domain.item import UNREAD
from briefcli.domain.vocabulary import NOT_READ
from briefcli.errors import Exit
from briefcli.memo.extract.source import read_memo
from briefcli.memo.importer import import_memo
from briefcli.memo.writing import write_agenda

MEMO = TESTS / "memo" / "fixtures" / "jachtraad.txt"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The agenda that was imported from the memo, with a comment added by the user."""
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    monkeypatch.setenv("BRIEF_TODAY", "2026-11-26")
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "jacht.yaml"
    path.write_text(f"# van mij\n{_imported()}", encoding="utf-8")
    return path


@cache
def _imported() -> str:
    imported = import_memo(read_memo(MEMO, MEMO.read_bytes()))
    imported.id = "jacht"
    return write_agenda(imported)


def words(path: Path) -> set[str]:
    """Long words of the memo, which no screen may show."""
    return {each for each in path.read_text(encoding="utf-8").split() if len(each) > 12 and each.isalpha()}


def test_no_command_shows_an_unreleased_memo(file: Path, run: Run) -> None:
    secrets = words(file)
    assert secrets
    for command in ("show jacht", "list", "next", "deadlines --all", "search a", "refs", "commitments", "timeline"):
        for form in ("table", "json", "csv", "markdown"):
            ran = run(*command.split(), "--format", form)
            assert not {each for each in secrets if each in ran.out + ran.err}, command
    assert UNREAD in run("list").out
    assert json.loads(run("show", "jacht", "-f", "json").out)["ground"] == NOT_READ


def test_import_and_show_say_how_to_read_and_release_it(file: Path, run: Run) -> None:
    imported = run("import", str(MEMO), "--id", "jacht-2")
    for text in (imported.err.splitlines()[-1].replace("jacht-2", "jacht"), run("show", "jacht").out):
        assert "brief show jacht --internal" in text.replace("\n", " ")
        assert "brief release jacht" in text.replace("\n", " ")
    assert "brief release jacht" in run("show", "jacht", "--internal").out.replace("\n", " ")


def test_a_release_changes_only_the_lines_of_the_mark(file: Path, run: Run) -> None:
    before = file.read_text(encoding="utf-8").splitlines()
    ran = run("release", "jac", "--yes")
    assert (ran.code, "is released" in ran.err) == (Exit.DONE, True)
    after = file.read_text(encoding="utf-8").splitlines()
    assert after == [*before[:-3], "released: 2026-11-26"]
    assert run("check").code == Exit.DONE
    assert UNREAD not in run("show", "jacht").out
    assert json.loads(run("show", "jacht", "-f", "json").out)["sessions"]


def test_merge_and_release_keep_the_byte_order_mark_and_can_be_undone(file: Path, run: Run) -> None:
    file.write_text("title: Raad\nwhen: unknown\nkey_points:\n  - Dit stond er al.\n", encoding="utf-8-sig")
    changes = (("import", str(MEMO), "--id", "jacht", "--merge"), ("release", "jacht", "--yes"))
    for command in changes:
        before = file.read_bytes()
        ran = run(*command)
        assert (ran.code, "brief undo takes it back" in ran.err) == (Exit.DONE, True)
        after = file.read_bytes()
        assert after.startswith(b"\xef\xbb\xbf")
        assert after.count(b"\xef\xbb\xbf") == 1
        assert run("undo").code == Exit.DONE
        assert file.read_bytes() == before
        file.write_bytes(after)


def test_an_import_can_be_undone(file: Path, run: Run) -> None:
    assert run("import", str(MEMO), "--id", "jacht-2").code == Exit.DONE
    assert run("undo").code == Exit.DONE
    assert {each.name for each in file.parent.glob("*.yaml")} == {"jacht.yaml"}


@pytest.mark.parametrize("name", ["2026/jacht.yaml", "jacht.yml"])
def test_merge_finds_the_agenda_in_any_folder(file: Path, run: Run, name: str) -> None:
    (file.parent / "2026").mkdir()
    (file.parent / name).write_text("title: Raad\nwhen: unknown\n", encoding="utf-8")
    file.unlink()
    assert run("import", str(MEMO), "--id", "jacht").code == Exit.USAGE
    assert run("import", str(MEMO), "--id", "jacht", "--merge").code == Exit.DONE
    assert "key_points" in (file.parent / name).read_text(encoding="utf-8")
    assert not file.exists()


def test_missing_grounds_are_reported_after_the_release(file: Path, run: Run) -> None:
    file.write_text(
        f"title: Raad\nwhen: unknown\nwithheld:\n  - text: Onze inzet\npublic: false\nground: {NOT_READ}\n",
        encoding="utf-8",
    )
    assert "no-ground" not in run("check").out
    run("release", "jacht", "--yes")
    assert "no-ground" in run("check").out


def test_without_a_terminal_release_requires_yes(file: Path, run: Run) -> None:
    before = file.read_bytes()
    ran = run("release", "jacht")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "--yes" in ran.err
    assert file.read_bytes() == before


@pytest.mark.parametrize("answer", [True, False])
def test_on_a_terminal_release_shows_all_texts_and_asks(
    answer: bool, file: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefcli.cli.commands.release.can_read_and_answer", lambda: True)
    monkeypatch.setattr("briefcli.cli.commands.release.agrees", lambda *_, **__: answer)
    secrets = words(file)
    file.write_text(f"# check: de titel\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    ran = run("release", "jacht")
    assert "“# check:” are open in the file, in lines 1, " in " ".join(ran.out.split())
    assert ran.code == (Exit.DONE if answer else Exit.NO)
    assert all(each in ran.out for each in secrets)
    assert ("released: 2026-11-26" in file.read_text(encoding="utf-8")) is answer


def test_release_refuses_an_agenda_that_is_not_waiting(file: Path, run: Run) -> None:
    run("release", "jacht", "--yes")
    assert run("release", "jacht", "--yes").code == Exit.NO
    file.write_text("title: t\nwhen: unknown\npublic: false\nground: Woo 5.1.2e\n", encoding="utf-8")
    assert run("release", "jacht", "--yes").code == Exit.NO
    file.write_text("title: [\n", encoding="utf-8")
    assert run("release", "jacht", "--yes").code == Exit.UNUSABLE


def test_text_merged_into_a_public_agenda_waits_for_release(file: Path, run: Run) -> None:
    file.write_text("title: Raad\nwhen: unknown\nkey_points:\n  - Dit stond er al.\n", encoding="utf-8")
    merged = run("import", str(MEMO), "--id", "jacht", "--merge")
    secrets = words(file)
    shown = run("show", "jacht").out
    assert not {each for each in secrets if each in merged.out + merged.err + shown}
    assert "Dit stond er al" in shown
    assert run("release", "jacht", "--yes").code == Exit.DONE
    assert UNREAD not in run("show", "jacht").out
    assert file.read_text(encoding="utf-8").endswith("released: 2026-11-26\n")
