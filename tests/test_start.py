"""Start-up is a feature: a command imports only what it needs. Judged by modules, never by milliseconds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import HOMES, SAMPLES, TODAY

_DRIVER = """
import sys
sys.argv = ["brief", *sys.argv[1:]]
from briefcli.cli.app import run_command
run_command()
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""

NEVER = {
    "pydantic", "holidays", "icalendar", "watchfiles", "ruamel", "jsonschema", "importlib.metadata",
    "typst", "docxtpl", "docx", "jinja2", "lxml", "dateutil.parser", "rich.markdown", "pygments",
    "multiprocessing.pool", "asyncio", "email", "httpx",
}  # fmt: skip
MEMO = {"pdfminer", "docx", "odf", "briefcli.memo.extract.pdf"}
RICH = {"rich.console", "rich.table"}
READING = {  # what only a changed file or one agenda needs
    "yaml", "briefcli.domain.agenda", "briefcli.domain.due", "briefcli.domain.redaction", "briefcli.domain.anchors",
    "briefcli.domain.rhythm", "briefcli.index.official", "briefcli.index.rows", "briefcli.reading.reader",
    "briefcli.render.timeline",
}  # fmt: skip
SLOW = {"hashlib", "platformdirs", "tempfile"}  # up to 3% of a start each
CHECKING = (READING - {"briefcli.domain.agenda", "briefcli.domain.due"}) | {
    "briefcli.index.checks.files", "briefcli.reading.ignores", "briefcli.views.check", "briefcli.domain.workdays",
    "briefcli.domain.citations.kamerstuk", "briefcli.domain.dates.words", "briefcli.index.search.query",
}  # fmt: skip

CASES = {
    ("--version",): NEVER | MEMO | RICH | {"yaml", "sqlite3"},
    ("--help",): NEVER | MEMO | RICH | {"yaml", "sqlite3"},
    ("show", "raad-2031-03"): NEVER | MEMO,
    ("show", "raad-2031-03", "--format", "json"): NEVER | MEMO | RICH,
    ("list", "--format", "csv"): NEVER | MEMO | RICH,
    ("list",): NEVER | MEMO,
    ("deadlines",): NEVER | MEMO,
    ("deadlines", "--format", "markdown"): NEVER | MEMO | RICH,
    ("refs", "99001"): NEVER | MEMO,
    ("refs", "--format", "json"): NEVER | MEMO | RICH,
    ("check", "--format", "json"): NEVER | MEMO | RICH,
    ("next",): NEVER | MEMO,
    ("next", "--days", "7", "--format", "json"): NEVER | MEMO | RICH,
    ("commitments", "--format", "csv"): NEVER | MEMO | RICH,
    ("workdays", "5", "before", "2031-03-18", "--format", "json"): NEVER | MEMO | RICH | {"yaml", "sqlite3"},
    ("timeline", "raad-2031-03"): NEVER | MEMO,
    ("questions", "kosten", "--format", "json"): NEVER | MEMO | RICH,
    ("diff", "raad", "--format", "json"): NEVER | MEMO | RICH,
    ("export", "raad", "--to", "html"): NEVER | MEMO | RICH,
    ("export", "raad"): (NEVER - {"icalendar", "email"}) | MEMO | RICH,
    ("scan", str(SAMPLES / "agendas" / "raad-2031-03.yaml")): NEVER | MEMO | {"yaml", "sqlite3"},
    ("scan", str(SAMPLES / "agendas" / "raad-2031-03.yaml"), "-f", "yaml"): NEVER | MEMO | RICH | {"yaml", "sqlite3"},
}


def _modules(*arguments: str, **variables: str) -> set[str]:
    environment = {"BRIEF_AGENDAS": str(SAMPLES / "agendas"), "BRIEF_TODAY": TODAY, "PATH": "/usr/bin:/bin"}
    environment |= {name: os.environ[name] for name in HOMES} | variables
    ran = subprocess.run(
        [sys.executable, "-c", _DRIVER, *arguments], env=environment, capture_output=True, text=True, check=True
    )
    return set(ran.stderr.split())


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize("arguments", CASES, ids=" ".join)
def test_a_command_imports_only_what_it_needs(arguments: tuple[str, ...]) -> None:
    loaded = _modules(*arguments)
    assert "briefcli.cli.app" in loaded
    assert sorted(loaded & CASES[arguments]) == []


@pytest.mark.parametrize("command", ["list", "deadlines"])
def test_a_list_from_the_index_loads_nothing_that_reads_agendas(command: str, tmp_path: Path) -> None:
    cache = {"XDG_CACHE_HOME": str(tmp_path)}
    assert "briefcli.index.rows" in _modules(command, **cache)
    assert sorted(_modules(command, **cache) & (READING | CHECKING | SLOW)) == []


@pytest.mark.parametrize("command", ["show raad-2031-03", "refs 99001", "search kosten"])
def test_an_answer_from_the_index_loads_nothing_that_checks_agendas(command: str, tmp_path: Path) -> None:
    cache = {"XDG_CACHE_HOME": str(tmp_path)}
    _modules(*command.split(), **cache)
    needed = {"briefcli.index.search.query"} if command.startswith("search") else set[str]()
    assert sorted(_modules(*command.split(), **cache) & ((CHECKING | SLOW) - needed)) == []
