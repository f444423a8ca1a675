"""The shape of the house: imports only run downwards, rooms keep what is theirs, and no file grows too long."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "briefcli"

# Each room may import only what stands below it here (and itself)
FLOORS = (
    {"__main__"},
    {"cli"},
    {"workspace", "configuring", "completing"},
    {"render"},
    {"views"},
    {"index"},
    {"memo"},
    {"official"},
    {"writing"},
    {"files"},
    {"reading"},
    {"settings"},
    {"config"},
    {"domain"},
    {"manual", "language"},
    {"catalog", "errors"},
)
# A library, and the only rooms that may know it
KEEPERS = {
    "typer": {"cli"},
    "rich": {"render"},
    "sqlite3": {"index", "completing"},
    "_sqlite3": {"completing"},
    "yaml": {"reading", "writing", "memo"},
    "httpx": {"official/download"},
}
DOMAIN_MAY_NOT = {"os", "sys", "pathlib", "io", "subprocess", "socket", "shutil", "tempfile", "logging", "sqlite3"}
LONGEST = 330


def _files() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "briefcli")


def _room(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "briefcli" and len(parts) > 1 else None


def _floor(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def _name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", _files(), ids=_name)
def test_imports_run_downwards(path: Path) -> None:
    room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    if room == "__init__":
        assert not list(_imports(path))
        return
    for module in _imports(path):
        other = _room(module)
        if other not in {None, "__version__", room}:
            assert other is not None
            assert _floor(other) > _floor(room), f"{_name(path)} imports {module}, which stands above it"


@pytest.mark.parametrize("path", _files(), ids=_name)
def test_a_library_is_known_only_to_its_keepers(path: Path) -> None:
    name = _name(path)
    for module in _imports(path):
        keepers = KEEPERS.get(module.split(".")[0])
        if keepers is not None:
            assert any(name.startswith(keeper) for keeper in keepers), f"{name} imports {module}"


@pytest.mark.parametrize("path", [each for each in _files() if "domain" in each.parts], ids=_name)
def test_the_domain_asks_nothing_of_the_world(path: Path) -> None:
    assert not {module.split(".")[0] for module in _imports(path)} & DOMAIN_MAY_NOT
    source = path.read_text(encoding="utf-8")
    for clock in ("date.today(", "datetime.now(", "time.time("):
        assert clock not in source


def test_packages_stay_empty() -> None:
    for path in SOURCE.rglob("__init__.py"):
        if path.parent != SOURCE:
            assert path.read_text(encoding="utf-8").strip() == "", path


@pytest.mark.parametrize("path", _files(), ids=_name)
def test_a_file_is_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_no_file_imports_itself_in_a_circle() -> None:
    names = {f"briefcli.{_name(path).removesuffix('.py').replace('/', '.')}": path for path in _files()}
    waiting = {name: {each for each in _imports(path) if each in names} for name, path in names.items()}
    while free := {name for name, needs in waiting.items() if not needs & waiting.keys()}:
        waiting = {name: needs for name, needs in waiting.items() if name not in free}
    assert sorted(waiting) == []
