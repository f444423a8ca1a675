"""What all tests share: the sample agendas, a way to run a command as its user would, and golden files."""

import gc
import io
import itertools
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from unittest import mock

import msgspec
import pytest
import typer
from hypothesis import settings

from briefcli import catalog
from briefcli.cli import app
from briefcli.cli.app import run_command
from briefcli.index import index, scan
from briefcli.render import cells, wording
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

# Few examples, for each rule is tested in many places, and the same in every run: a change fails by what it changed.
# BRIEF_EXAMPLES=20 tries twenty times as many, other ones each time. No deadline: a busy machine is no mistake.
settings.register_profile("suite", deadline=None, max_examples=examples(8), derandomize=not IS_SEARCH)
settings.load_profile("suite")

# In memory, where there is room: nothing waits for a disk
_MEMORY = "/dev/shm"  # noqa: S108  # each test has its own folder in it
if "TMPDIR" not in os.environ and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > 2**30:
    tempfile.tempdir = os.environ["TMPDIR"] = _MEMORY

# Many tests start the program anew: a machine that forbids compiled files makes each of them compile all of it
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
gc.set_threshold(200_000, 20, 20)  # collecting the tests makes much that stays
# The first library compiled there gives the folder of libraries another date, which an index takes for an update
with suppress(OSError):
    (Path(msgspec.__file__).parents[1] / "__pycache__").mkdir(exist_ok=True)

# In the background of a shell Ctrl-C is ignored, and every program that a test starts would ignore it too
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

_ENVIRONMENT = (
    "BRIEF_AGENDAS", "BRIEF_TODAY", "BRIEF_INTERNAL", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "FORCE_HYPERLINK",
)  # fmt: skip

_EVERYWHERE = ("_clean_environment", "_homes", "_cache", "tmp_path_factory", "request")  # fixtures of every test


class Ran(msgspec.Struct):
    """What a command did: its exit code and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


# A process of the user does this once; this one would do it for every command
catalog.compiled = cache(catalog.compiled)
_code, _app_with = index._code, app.app_with
_states = cache(lambda: tuple(_code()))
index._code = lambda: iter(_states())
scan.GRAIN_NS //= 100  # its files were there before; the clock of these here ticks within 20 ms
typer.main.get_command = cache(typer.main.get_command)
_app = cache(lambda *names: _app_with(names))
app.app_with = lambda names: _app(*names)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.hookimpl(wrapper=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> Iterator[None]:
    yield
    join(metafunc, _EVERYWHERE)


@pytest.hookimpl(trylast=True)  # after those are left out that nobody asked for
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = [joined(item, _reset) for item in items]
    if os.name == "nt":
        for item in items:
            if item.get_closest_marker("posix"):
                item.add_marker(pytest.mark.skip(reason="Windows lacks what this test needs"))


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for each test that no other test has; it is made when something is written there."""
    place = tmp_path_factory.mktemp("homes")
    return (place / str(number) for number in itertools.count())


@pytest.fixture(scope="session")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all tests: the index of the sample agendas is made once."""
    return tmp_path_factory.mktemp("cache")


def _reset() -> None:
    """A test before this one may have chosen another language, form of dates or look."""
    catalog.use("en")
    wording._is_iso = False
    cells.choose_looks({})


@pytest.fixture(autouse=True)
def _clean_environment(_homes: Iterator[Path], _cache: Path) -> Iterator[None]:
    """What this sets, the next test sets anew; `monkeypatch` would take a tenth of the time of the short tests."""
    _reset()
    home = next(_homes)  # tmp_path would be made for every test
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
            with mock.patch.dict(os.environ):  # a run puts its settings there
                code = run_command()
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
        assert text == path.read_bytes().decode()  # CSV has line ends of its own

    return compare


@pytest.fixture
def shared() -> Path:
    """The folder of real memos and citations beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with real memos and citations is not here")
    return SHARED
