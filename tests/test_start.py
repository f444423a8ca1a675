"""Fast start-up: a command imports only what it needs. These tests look at modules, never at milliseconds."""

import json
import os
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import HOMES, SAMPLES, TODAY

# Runs commands one after the other, and prints for each its exit code and the modules that it loaded
_DRIVER = """
import json, shlex, sys
lines, said, before = sys.argv[1:], {}, set()
from briefcli.cli.app import run_command
for line in lines:
    sys.argv = ["brief", *shlex.split(line)]
    code = run_command()
    said[line] = code, sorted(sys.modules.keys() - before)
    before = set(sys.modules)
print(json.dumps(said), file=sys.stderr)
"""

NEVER = {
    "pydantic", "holidays", "icalendar", "watchfiles", "ruamel", "jsonschema", "importlib.metadata",
    "typst", "docxtpl", "docx", "jinja2", "lxml", "dateutil.parser", "rich.markdown", "pygments",
    "multiprocessing.pool", "asyncio", "email", "httpx",
}  # fmt: skip
MEMO = {"pdfminer", "docx", "odf", "briefcli.memo.extract.pdf"}
RICH = {"rich.console", "rich.table"}
READING = {  # needed only to read a changed file or to show one agenda
    "yaml", "briefcli.domain.agenda", "briefcli.domain.due", "briefcli.domain.redaction", "briefcli.domain.anchors",
    "briefcli.domain.rhythm", "briefcli.index.house_record", "briefcli.index.rows", "briefcli.reading.reader",
    "briefcli.render.timeline",
}  # fmt: skip
NAMED = {"briefcli.cli.choosing"}  # needed only by commands for one meeting
SLOW = {"hashlib", "platformdirs", "tempfile"}  # up to 3% of a start each
CHECKING = (READING - {"briefcli.domain.agenda", "briefcli.domain.due"}) | {
    "briefcli.index.checks.files", "briefcli.reading.ignores", "briefcli.views.check", "briefcli.domain.workdays",
    "briefcli.domain.citations.kamerstuk", "briefcli.domain.dates.words", "briefcli.index.search.query",
}  # fmt: skip

_AGENDA = shlex.quote(str(SAMPLES / "agendas" / "raad-2031-03.yaml"))
_PLAIN = NEVER | MEMO
# The modules that each of these commands may not load. The commands of one list run in one process, the strictest
# first: a module that an earlier command loaded is not seen again, but then it was allowed for the later ones too
CASES: list[list[tuple[set[str], list[str]]]] = [
    [
        (
            _PLAIN | RICH | {"yaml", "sqlite3"},
            ["--version", "--help", "workdays 5 before 2031-03-18 --format json"],
        ),
        (_PLAIN | RICH | {"sqlite3"}, [f"scan {_AGENDA} -f yaml"]),
        (
            _PLAIN | RICH,
            [
                "show raad-2031-03 --format json", "list --format csv", "deadlines --format markdown",
                "refs --format json", "check --format json", "next --days 7 --format json", "commitments --format csv",
                "questions kosten --format json", "diff raad --format json", "export raad --to html",
            ],
        ),
        ((_PLAIN | RICH) - {"icalendar", "email"}, ["export raad"]),
    ],
    [
        (
            _PLAIN | {"briefcli.domain.dates.in_text"},
            [
                "workdays 5 before 2031-03-18", "workdays 5 before meeting --meeting raad-2031-03",
                "move werkbezoek 2031-04-18 --dry-run", "list --today 2031-03-01",
            ],
        ),
        (_PLAIN, ["show raad-2031-03", "list", "deadlines", "refs 99001", "next", "timeline raad-2031-03"]),
    ],
    [(_PLAIN | {"yaml", "sqlite3"}, [f"scan {_AGENDA}"])],
]  # fmt: skip


def _modules(*lines: str, **variables: str) -> dict[str, set[str]]:
    """The modules that each command loads in one new process, without those that earlier commands loaded."""
    environment = {"BRIEF_AGENDAS": str(SAMPLES / "agendas"), "BRIEF_TODAY": TODAY, "PATH": "/usr/bin:/bin"}
    environment |= {name: os.environ[name] for name in HOMES} | variables
    ran = subprocess.run(
        [sys.executable, "-c", _DRIVER, *lines], env=environment, capture_output=True, text=True, check=True
    )
    said = json.loads(ran.stderr.splitlines()[-1])
    assert [line for line, (code, _) in said.items() if code not in {0, 1}] == []
    return {line: set(modules) for line, (_, modules) in said.items()}


@pytest.mark.parametrize("groups", CASES, ids=[groups[0][1][0] for groups in CASES])
def test_a_command_imports_only_what_it_needs(groups: list[tuple[set[str], list[str]]]) -> None:
    loaded = _modules(*(line for _, lines in groups for line in lines))
    assert "briefcli.cli.app" in next(iter(loaded.values()))
    assert all(strict >= loose for (strict, _), (loose, _) in pairwise(groups))
    wrong = {line: loaded[line] & unwanted for unwanted, lines in groups for line in lines}
    assert {line: found for line, found in wrong.items() if found} == {}


def test_answers_from_the_index_load_no_checking_modules(tmp_path: Path) -> None:
    cache = {"XDG_CACHE_HOME": str(tmp_path)}
    assert "briefcli.index.rows" in _modules("search kosten", **cache)["search kosten"]
    lists, answers = ["list", "deadlines"], ["show raad-2031-03", "refs 99001", "search kosten"]
    loaded = _modules(*lists, *answers, **cache)  # lists come first, because they may load less than answers
    assert {line: sorted(loaded[line] & (READING | CHECKING | NAMED | SLOW)) for line in lists} == {
        "list": [], "deadlines": [],
    }  # fmt: skip
    assert {line: sorted(loaded[line] & (CHECKING | SLOW)) for line in answers} == {
        "show raad-2031-03": [], "refs 99001": [], "search kosten": ["briefcli.index.search.query"],
    }  # fmt: skip


@pytest.mark.parametrize(("msgspec", "is_loaded"), [(None, False), ("import typing_extensions", True)])
def test_typing_extensions_is_loaded_only_if_msgspec_needs_it(
    msgspec: str | None, is_loaded: bool, tmp_path: Path
) -> None:
    if msgspec is not None:
        (tmp_path / "msgspec.py").write_text(msgspec)
    code = (
        "import sys; from briefcli.__main__ import _load_msgspec; _load_msgspec(); "
        "import msgspec; print('typing_extensions' in sys.modules)"
    )
    environment = {"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin:/bin"}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == [str(is_loaded)]


def test_lazily_compiled_pyyaml_patterns_work() -> None:
    code = (
        "import re; seen = re.compile; import briefcli.reading.pyyaml as found; "
        "print(re.compile is seen, type(found.yaml.reader.Reader.NON_PRINTABLE).__module__, "
        "found.yaml.safe_load('a: [1, 2031-03-18, 0x1F, yes]'))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "True briefcli.patterns {'a': [1, datetime.date(2031, 3, 18), 31, True]}\n"
