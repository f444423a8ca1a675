"""`brief edit`: the user's own editor, a check when it closes, and a file that is never lost."""

import signal
from pathlib import Path

import pytest
from tests.conftest import Run

from briefcli.cli.commands import edit

pytestmark = pytest.mark.posix

TEXT = "title: Raad\nwhen: 2031-03-18\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    monkeypatch.delenv("VISUAL", raising=False)
    path = tmp_path / "raad.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def names(file: Path) -> list[str]:
    """The names of all files in the agendas folder, hidden ones included."""
    return sorted(each.name for each in file.parent.iterdir())


def editor(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Set an editor with arguments: a shell that runs this script on the file."""
    monkeypatch.setenv("EDITOR", f"sh -c '{script}' sh")


def test_edit_opens_and_checks_the_file(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, 'echo "kind: counsil" >> "$1"')
    ran = run("edit", "raad")
    assert ran.code == 0
    assert "warning[unknown-kind]" in ran.out
    assert file.read_text(encoding="utf-8") == TEXT + "kind: counsil\n"
    assert names(file) == ["raad.yaml"]


def test_visual_wins_over_editor(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "false")
    monkeypatch.setenv("VISUAL", "true")
    assert run("edit", "ra").code == 0


def test_an_editor_that_does_not_wait_is_reported(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edit, "_AT_ONCE", 60)
    monkeypatch.setenv("EDITOR", "true")
    assert "the editor ended at once" in run("edit", "ra").err
    editor(monkeypatch, 'echo "kind: council" >> "$1"')
    assert run("edit", "ra").err == ""


def test_after_an_error_the_user_can_edit_again(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, 'if grep -q wat "$1"; then sed -i /wat/d "$1"; else echo "wat: x" >> "$1"; fi')
    asked: list[bool] = []

    def agrees(question: str, *, otherwise: bool) -> bool:
        asked.append(otherwise)
        return True

    monkeypatch.setattr(edit, "is_terminal", lambda: True)
    monkeypatch.setattr(edit, "agrees", agrees)
    ran = run("edit", "raad")
    assert ran.code == 0
    assert asked == [True]
    assert "error[unknown-key]" in ran.out
    assert file.read_text(encoding="utf-8") == TEXT


def test_without_a_terminal_an_error_ends_the_command(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, 'echo "wat: x" >> "$1"')
    assert run("edit", "raad").code == 1
    assert file.read_text(encoding="utf-8") == TEXT + "wat: x\n"


@pytest.mark.parametrize(
    "script", ['rm "$1"', ': > "$1"', 'rm "$1"; mkdir "$1.d"', 'printf "\\n" > "$1"', 'rm "$1"; exit 3']
)
def test_a_file_the_editor_lost_is_restored(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    file.chmod(0o600)
    editor(monkeypatch, script)
    ran = run("edit", "raad")
    assert ran.code == (1 if "exit 3" in script else 0)
    assert "the old text was put back" in ran.err
    assert (file.read_text(encoding="utf-8"), file.stat().st_mode & 0o777) == (TEXT, 0o600)


def test_an_editor_may_replace_the_file(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, 'sed s/Raad/Overleg/ "$1" > "$1.new"; mv "$1.new" "$1"')
    assert run("edit", "raad").code == 0
    assert file.read_text(encoding="utf-8") == TEXT.replace("Raad", "Overleg")


def test_a_backup_exists_while_the_editor_is_open(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, 'cp "$(dirname "$1")"/.raad.yaml.before-edit "$(dirname "$1")"/seen; echo "#" >> "$1"')
    assert run("edit", "raad").code == 0
    assert (file.parent / "seen").read_text(encoding="utf-8") == TEXT


def test_only_the_owner_can_read_the_backup(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, 'stat -c %a "$(dirname "$1")"/.raad.yaml.before-edit > "$(dirname "$1")"/mode')
    assert run("edit", "raad").code == 0
    assert (file.parent / "mode").read_text(encoding="utf-8") == "600\n"


def test_ctrl_c_in_the_editor_does_not_stop_brief(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, 'kill -INT $PPID; sleep 0.1; echo "place: Brussel" >> "$1"')
    assert run("edit", "raad").code == 0
    assert file.read_text(encoding="utf-8").endswith("place: Brussel\n")
    assert names(file) == ["raad.yaml"]
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_an_editor_that_cannot_start_is_reported(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    program = file.parent / "no program"
    program.write_text("neither a program nor a script", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(program))
    ran = run("edit", "raad")
    assert ran.code == 3
    assert "cannot be started: exec format error" in ran.err
    assert names(file) == ["no program", "raad.yaml"]


def test_a_second_edit_keeps_what_the_first_saved(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, 'if grep -q wat "$1"; then : > "$1"; else echo "wat: x" >> "$1"; fi')
    answers = iter((True, False))
    monkeypatch.setattr(edit, "is_terminal", lambda: True)
    monkeypatch.setattr(edit, "agrees", lambda *_, **__: next(answers))
    assert run("edit", "raad").code == 1
    assert file.read_text(encoding="utf-8") == TEXT + "wat: x\n"


def test_a_leftover_backup_is_reported_and_kept(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    left = file.parent / ".raad.yaml.before-edit"
    left.write_text("older", encoding="utf-8")
    monkeypatch.setenv("EDITOR", "true")
    assert "interrupted" in run("edit", "raad").err
    assert left.read_text(encoding="utf-8") == "older"
    assert names(file) == [".raad.yaml.before-edit", "raad.yaml"]


def test_an_unreadable_agenda_can_be_edited(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('title: "open\n', encoding="utf-8")
    editor(monkeypatch, 'printf "title: T\\nwhen: 2031\\n" > "$1"')
    assert run("edit", "raad").code == 0


@pytest.mark.parametrize(("command", "code"), [("no-such-editor-here", 3), ("sh -c 'open", 3)])
def test_bad_editor_is_reported(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch, command: str, code: int) -> None:
    monkeypatch.setenv("EDITOR", command)
    ran = run("edit", "raad")
    assert ran.code == code
    assert "EDITOR" in ran.err
    assert names(file) == ["raad.yaml"]


def test_a_due_date_may_count_from_a_standard_event(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = '[[rhythm]]\n[[rhythm.events]]\nid = "debat"\ntitle = "Debat"\ndue = "7 days before meeting"\n'
    (file.parent / "brief.toml").write_text(settings, encoding="utf-8")
    file.write_text(TEXT + "deadlines: [{title: x, due: before debat}]\n", encoding="utf-8")
    monkeypatch.setenv("EDITOR", "true")
    assert run("edit", "raad").code == 0
    assert run("check").code == 0


def test_an_unknown_id_is_refused(file: Path, run: Run) -> None:
    assert run("edit", "zzz").code == 1
    assert run("edit", "../raad").code == 1


def test_a_withheld_line_is_shown_only_with_internal(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text(TEXT + "documents: [{title: a, date: geheimpje, public: false, ground: x}]\n", encoding="utf-8")
    monkeypatch.setenv("EDITOR", "true")
    assert "geheimpje" not in run("edit", "raad").out
    assert "geheimpje" in run("edit", "raad", "--internal").out
    assert "geheimpje" not in run("check").out
