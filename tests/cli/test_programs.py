"""Finding the editor or the pager that a user has configured."""

from pathlib import Path

import pytest

from briefcli.cli.programs import program_named, show_in_pager

pytestmark = pytest.mark.posix


@pytest.fixture
def program(tmp_path: Path) -> str:
    file = tmp_path / "Program Files" / "edit"
    file.parent.mkdir()
    file.touch(0o755)
    return str(file)


@pytest.mark.parametrize(
    ("line", "arguments"),
    [
        ("{}", []),
        ("{} --wait", ["--wait"]),
        ("{} -c  x", ["-c", "x"]),
        ('"{}" --wait', ["--wait"]),
        ("'{}' -c 'a b'", ["-c", "a b"]),
    ],
)
def test_a_program_is_found_with_its_arguments(program: str, line: str, arguments: list[str]) -> None:
    assert program_named(line.format(program)) == [program, *arguments]


@pytest.mark.parametrize("line", ["", " ", "'", "no-such-program --wait", '"sh'])
def test_an_unknown_program_is_not_found(line: str) -> None:
    assert program_named(line) is None


@pytest.mark.parametrize(("pager", "is_shown"), [("cat", True), ("false", False), ("no-such-pager", False)])
def test_a_pager_that_fails_has_shown_nothing(pager: str, is_shown: bool, capfd: pytest.CaptureFixture[str]) -> None:
    assert show_in_pager("text\n", [pager]) is is_shown
    assert capfd.readouterr().out == ("text\n" if is_shown else "")
