"""The architecture: imports go down the layers, libraries stay in their own package, and no file is too long."""

import ast
from collections.abc import Iterator, Sequence

import pytest

from tests.sources import SOURCE, imports_and_calls

# The layers: a package may import only itself and the packages below it
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
    {"settings_reading"},
    {"settings"},
    {"config"},
    {"domain"},
    {"manual"},
    {"catalog", "errors", "folders", "patterns", "yes_no"},
)
# Libraries, and the only packages that may import them
KEEPERS = {
    "typer": {"cli"},
    "rich": {"render"},
    "sqlite3": {"index", "completing"},
    "_sqlite3": {"completing"},
    "yaml": {"reading"},
    "httpx": {"official/download"},
}
DOMAIN_MAY_NOT = {"os", "sys", "pathlib", "io", "subprocess", "socket", "shutil", "tempfile", "logging", "sqlite3"}
LONGEST = 330


FILES = {path.relative_to(SOURCE).as_posix(): path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob("*.py"))}


def _imports(nodes: Sequence[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "briefcli")


@pytest.fixture(scope="module")
def imports() -> dict[str, set[str]]:
    """What each file imports, anywhere in it."""
    return {name: set(_imports(nodes)) for name, nodes in imports_and_calls().items()}


def _room(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "briefcli" and len(parts) > 1 and parts[1] != "__version__" else None


def _floor(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def test_imports_go_down_the_layers(imports: dict[str, set[str]]) -> None:
    upwards = [
        (name, module)
        for name, modules in imports.items()
        if name != "__init__.py"
        for own in [name.split("/")[0].removesuffix(".py")]
        for module in modules
        if (other := _room(module)) not in {None, own} and _floor(str(other)) <= _floor(own)
    ]
    assert upwards == []
    assert imports["__init__.py"] == set()
    assert [name for name, modules in imports.items() if any(each.startswith(".") for each in modules)] == []


def test_libraries_are_imported_only_where_allowed(imports: dict[str, set[str]]) -> None:
    strangers = [
        (name, module)
        for name, modules in imports.items()
        for module in modules
        if (keepers := KEEPERS.get(module.split(".")[0])) and not name.startswith(tuple(keepers))
    ]
    assert strangers == []


def test_the_domain_does_no_io_and_reads_no_clock(imports: dict[str, set[str]]) -> None:
    domain = [name for name in FILES if name.startswith("domain/")]
    assert domain
    assert [name for name in domain if {each.split(".")[0] for each in imports[name]} & DOMAIN_MAY_NOT] == []
    clocks = ("date.today(", "datetime.now(", "time.time(")
    assert [name for name in domain if any(clock in FILES[name] for clock in clocks)] == []


def test_init_files_are_empty() -> None:
    assert [name for name, text in FILES.items() if name.endswith("/__init__.py") and text.strip()] == []


def test_no_file_exceeds_the_line_limit() -> None:
    assert [name for name, text in FILES.items() if len(text.splitlines()) > LONGEST] == []


def test_there_are_no_import_cycles(imports: dict[str, set[str]]) -> None:
    named = {f"briefcli.{name.removesuffix('.py').replace('/', '.')}": modules for name, modules in imports.items()}
    waiting = {name: modules & named.keys() for name, modules in named.items()}
    while free := {name for name, needs in waiting.items() if not needs & waiting.keys()}:
        waiting = {name: needs for name, needs in waiting.items() if name not in free}
    assert sorted(waiting) == []
