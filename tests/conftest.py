"""What all tests share: the sample agendas, a way to run a command as its user would, and golden files."""

import gc
import io
import itertools
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
import typer
from hypothesis import settings

from briefcli import catalog
from briefcli.cli import app
from briefcli.cli.app import run_command
from briefcli.config import SETTINGS
from briefcli.domain.rhythm import Rhythm
from briefcli.index import index, scan, tables
from tests.agendas import OPENED
from tests.cases import join, joined
from tests.examples import IS_SEARCH, examples

TESTS = Path(__file__).parent
PROJECT = TESTS.parent
SAMPLES = TESTS / "samples"
GOLDEN = TESTS / "golden"
SHARED = PROJECT.parent / "shared"
HOMES = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")  # a process that a test starts needs them too
TODAY = "2031-03-04"

# Few examples, because each rule is tested in many places; the same in each run, so that a failure comes from a change.
# BRIEF_EXAMPLES=20 tries twenty times as many, at random. No deadline: a busy machine is no fault.
settings.register_profile("suite", deadline=None, max_examples=examples(8), derandomize=not IS_SEARCH)
settings.load_profile("suite")
if not IS_SEARCH:
    # Hypothesis also tries constants that it finds in the program. With few examples that is not worth the two seconds
    # which each worker needs to find them, and a change of the program would change the examples
    with suppress(ImportError):  # an old Hypothesis has none
        from hypothesis.internal.conjecture import providers

        providers._get_local_constants = lambda: providers._local_constants

# Temporary folders are in memory if there is room, so that no test waits for a disk
_MEMORY = "/dev/shm"  # noqa: S108  # each test has its own folder in it
if "TMPDIR" not in os.environ and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > 2**30:
    tempfile.tempdir = os.environ["TMPDIR"] = _MEMORY

# Many tests start a new process. Without compiled files each of them would have to compile the whole program
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
gc.set_threshold(200_000, 20, 20)  # collecting the tests creates many objects that live until the end
# Compiling the first library would create this folder, which changes the date of site-packages: an index would take
# that for an update of the libraries
with suppress(OSError):
    (Path(msgspec.__file__).parents[1] / "__pycache__").mkdir(exist_ok=True)

# A background job of a shell ignores Ctrl-C, and every program that a test starts would inherit that
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

_ENVIRONMENT = (*(each.variable for each in SETTINGS), "FORCE_HYPERLINK")


class Ran(msgspec.Struct):
    """What a command did: its exit code and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


# A user's process does each of these once. Here they would be done for every command, so their results are cached
catalog.compiled = cache(catalog.compiled)
_code, _app_with = index._code, app.app_with
_states = cache(lambda: tuple(_code()))
index._code = lambda: iter(_states())
tables.RecordTable.create = cache(tables.RecordTable.create)  # type: ignore[method-assign]
scan.GRAIN_NS //= 100  # 20 ms: tests ask about files that they have just written, and their clock ticks faster
typer.main.get_command = cache(typer.main.get_command)
# Making the tables of an index takes 4 ms, copying empty ones a tenth of that. A search, which has time, copies none
_make_tables = index.Refresh._make_tables


@cache
def _empty_tables() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _make_tables(SimpleNamespace(_connection=made, _version=""))  # type: ignore[arg-type]
    return made


def _copy_tables(self: index.Refresh) -> None:
    has_old = self._connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    if has_old:
        _make_tables(self)
        return
    self._connection.execute("ROLLBACK")  # nothing was written yet, and a transaction cannot receive a copy
    _empty_tables().backup(self._connection)
    self._connection.execute("BEGIN IMMEDIATE")
    self._connection.execute("UPDATE made SET version = ?", (self._version,))


if not IS_SEARCH:
    index.Refresh._make_tables = _copy_tables  # type: ignore[method-assign]
_app = cache(lambda *names: _app_with(names))
app.app_with = lambda names: _app(*names)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.hookimpl(wrapper=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> Iterator[None]:
    yield
    join(metafunc)


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Let each worker compile its own share of the tests first. In a fresh clone, every worker would compile all."""
    worker = getattr(session.config, "workerinput", None)
    if worker is None or session.config.args != session.config.getini("testpaths"):
        return
    files = sorted(TESTS.rglob("test_*.py"))
    number = int(worker["workerid"].removeprefix("gw"))
    for file in files[len(files) * number // worker["workercount"] :] if number else ():
        with suppress(Exception, pytest.skip.Exception):  # pytest reports them when it collects this file
            import_module(".".join(file.relative_to(PROJECT).with_suffix("").parts))


@pytest.hookimpl(trylast=True)  # after deselection
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = [joined(item, _reset) for item in items]
    if os.name == "nt":
        for item in items:
            if item.get_closest_marker("posix"):
                item.add_marker(pytest.mark.skip(reason="Windows lacks what this test needs"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    report.keywords = {}  # a worker would send them three times for each test, and nothing prints them
    return report


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Paths of home folders, a different one for each test. A folder is made when something is written there."""
    place = tmp_path_factory.mktemp("homes")
    return (place / str(number) for number in itertools.count())


@pytest.fixture(scope="session")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all tests: the index of the sample agendas is made once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> None:
    """Read each file once for an index or for `check`: hundreds of commands are asked about the same samples.

    A search reads them each time, so that it finds a reading that changes what a later one gets.
    """
    if IS_SEARCH:
        return
    from briefcli.index import file_rows
    from briefcli.index.checks import files
    from briefcli.official import contents, folder, formats
    from briefcli.reading import reader

    # The messages about a file are in a language, from a catalog that a test may replace
    agendas = lru_cache(500)(lambda _language, _folder, *given: reader.read_agenda(*given))
    records = lru_cache(500)(lambda _language, _folder, *given: formats.read_official(*given))

    def read_agenda(path: str, data: bytes, rhythms: tuple[Rhythm, ...] = ()) -> reader.Reading:
        reading = agendas(catalog.language(), catalog._FOLDER, path, data, rhythms)
        return msgspec.structs.replace(reading, diagnostics=[*reading.diagnostics])

    def read_official(path: str, data: bytes) -> contents.FileContents:
        record = records(catalog.language(), catalog._FOLDER, path, data)
        return msgspec.structs.replace(record, diagnostics=[*record.diagnostics])

    file_rows.read_agenda = files.read_agenda = read_agenda  # type: ignore[attr-defined]
    folder.read_official = read_official  # type: ignore[attr-defined]


def _reset() -> None:
    """Undo what an earlier test may have chosen: a language."""
    catalog.use("en")


@pytest.fixture(autouse=True)
def _clean_environment(_homes: Iterator[Path], _cache: Path) -> Iterator[None]:
    """Set the environment of each test. It is not restored, because the next test sets it again.

    `monkeypatch` would take a tenth of the time of the short tests.
    """
    _reset()
    home = next(_homes)  # tmp_path would make a folder for every test
    for name in _ENVIRONMENT:
        os.environ.pop(name, None)
    os.environ |= {name: str(home / name.split("_")[1].lower()) for name in HOMES}
    os.environ["XDG_CACHE_HOME"] = str(_cache)
    os.environ |= {"BRIEF_LANG": "en", "BRIEF_AGENDAS": str(SAMPLES / "agendas")}
    yield
    while OPENED:
        OPENED.pop().close()


@pytest.fixture
def cold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A cache in which there is nothing yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cold"))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `brief` with these arguments in this process."""

    def run_(*arguments: str) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["brief", *arguments])
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            before = dict(os.environ)
            code = run_command()
            if os.environ != before:  # a run stores its settings in the environment
                os.environ.clear()
                os.environ.update(before)
        return Ran(code, out.getvalue(), err.getvalue())

    return run_


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with its golden file; `--update-golden` writes it instead."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"{name} is missing: pytest --update-golden writes it"
        assert text == path.read_bytes().decode()  # CSV has its own line endings

    return compare


@pytest.fixture
def shared() -> Path:
    """The folder of real memos and citations beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with real memos and citations is not here")
    return SHARED
