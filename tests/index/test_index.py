"""A stored index gives the same answers as the files, whatever happened to the files or to the index."""

import contextlib
import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.index.answers import SEARCHED, agenda_text, answers, met_processes, outlive_the_worker, source_of

from briefcli.errors import BriefError
from briefcli.index import file_rows, parallel, scan
from briefcli.index import index as indexes
from briefcli.index.index import Source, open_index
from briefcli.index.search.hits import search
from briefcli.index.search.query import read_query
from briefcli.reading import reader
from briefcli.settings import Settings

HOUR = 3600
BROKEN = "title: Half\nwhen: 2023-13-45\nsessions: [\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "agendas"
    (folder / "2031").mkdir(parents=True)
    for number in range(4):
        place = folder / "2031" if number % 2 else folder
        age(write(place / f"raad-{number}.yaml", agenda_text(number)))
    age(write(folder / "broken.yaml", BROKEN))
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "briefcli"


@pytest.fixture(autouse=True)
def _as_old_files(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of a test are always recent, but most tests need files that count as old."""
    monkeypatch.setattr(scan, "GRAIN_NS", HOUR * 10**9 if request.node.get_closest_marker("young") else 0)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that were read, in the order of reading."""
    paths: list[str] = []
    original = reader.read_agenda

    def noted(path: str, *arguments: object) -> reader.Reading:
        paths.append(path)
        return original(path, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(file_rows, "read_agenda", noted)
    return paths


def write(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def age(file: Path, seconds: float = HOUR) -> None:
    """Give the file a modification time in the past."""
    then = time.time_ns() - int(seconds * 1e9)
    os.utime(file, ns=(then, then))


def index_in(cache: Path) -> Path:
    (index,) = cache.glob("*.sqlite")
    return index


def test_unchanged_files_are_not_read_again(root: Path, cache: Path, read: list[str]) -> None:
    first = answers(root, cache)
    assert len(read) == 5
    read.clear()
    assert answers(root, cache) == first
    assert read == []


def test_a_broken_file_is_reported_from_the_index_too(root: Path, cache: Path) -> None:
    first = answers(root, cache)["False"]
    assert first["broken"] == 1
    assert first["diagnostics"]
    assert answers(root, cache)["False"] == first


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited": lambda root: write(root / "raad-0.yaml", agenda_text(77)),
    "broken": lambda root: write(root / "raad-0.yaml", BROKEN),
    "repaired": lambda root: write(root / "broken.yaml", agenda_text(8)),
    "emptied": lambda root: write(root / "raad-0.yaml", ""),
    "deleted": lambda root: (root / "raad-0.yaml").unlink(),
    "renamed": lambda root: (root / "raad-0.yaml").rename(root / "other.yaml"),
    "moved": lambda root: (root / "raad-0.yaml").rename(root / "2031" / "raad-0.yaml"),
    "swapped": lambda root: swap(root / "raad-0.yaml", root / "raad-2.yaml"),
    "added": lambda root: write(root / "2031" / "new.yml", agenda_text(9)),
    "doubled": lambda root: write(root / "2031" / "raad-0.yaml", agenda_text(10)),
    "a folder in its place": lambda root: replace_by_folder(root / "raad-0.yaml"),
    "a link to nowhere": lambda root: (root / "nowhere.yaml").symlink_to("gone"),
    "an odd name": lambda root: Path(os.fsdecode(os.fsencode(root / "caf") + b"\xe9.yaml")).write_text(BROKEN),
}


def replace_by_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def swap(one: Path, other: Path) -> None:
    aside = one.with_suffix(".aside")
    one.rename(aside)
    other.rename(one)
    aside.rename(other)


@pytest.mark.parametrize("change", CHANGES)
def test_every_kind_of_change_is_noticed(change: str, root: Path, cache: Path) -> None:
    answers(root, cache)
    CHANGES[change](root)
    right = answers(root, None)
    assert answers(root, cache) == right
    assert answers(root, cache) == right


def test_a_file_that_could_not_be_read_for_a_moment_is_read_again(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right, opened = answers(root, None), os.open

    def refusing(file: Path | str, *arguments: int) -> int:
        if str(file).endswith("raad-0.yaml"):
            raise PermissionError(13, "Permission denied")  # on Windows: a virus scanner has it open
        return opened(file, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refusing)
        assert answers(root, cache)["False"]["broken"] == 2
        written = index_in(cache).stat().st_mtime_ns
        assert answers(root, cache)["False"]["broken"] == 2
        assert index_in(cache).stat().st_mtime_ns == written, "nothing new, so nothing is written"
    assert answers(root, cache) == right


def test_an_edit_with_the_same_size_and_date_is_noticed(root: Path, cache: Path) -> None:
    file = root / "raad-0.yaml"
    answers(root, cache)
    before = file.stat()
    write(file, file.read_text(encoding="utf-8").replace("Brussel", "Utrecht").replace("Raad", "Daar"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert answers(root, cache) == answers(root, None)


@pytest.mark.young
def test_a_file_changed_twice_within_the_clock_resolution_is_read_again(root: Path, cache: Path) -> None:
    file = write(root / "raad-0.yaml", "title: Een\nwhen: 2031-03-15\n")
    before = file.stat()
    answers(root, cache)
    inode = file.stat().st_ino
    with file.open("r+b") as opened:
        opened.write(b"title: Elf")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_ino) == (before.st_size, inode)
    assert answers(root, cache) == answers(root, None)


@pytest.mark.young
@pytest.mark.parametrize("jump", [-HOUR, HOUR])
def test_a_clock_that_jumps_changes_no_answer(
    jump: int, root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(root, cache)
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + jump * 1_000_000_000)
    write(root / "raad-0.yaml", agenda_text(77))
    assert answers(root, cache) == answers(root, None)


def test_changed_settings_rebuild_the_index(root: Path, cache: Path, read: list[str]) -> None:
    answers(root, cache)
    read.clear()
    open_index(source_of(root)._replace(settings_data=b"days_off = []"), cache).close()
    assert len(read) == 5


def test_each_language_has_its_own_index(root: Path, cache: Path, read: list[str]) -> None:
    answers(root, cache)
    read.clear()
    for _ in range(2):
        open_index(source_of(root)._replace(language="nl"), cache).close()
        open_index(source_of(root), cache).close()
    assert len(read) == 5


def test_new_version_rebuilds_index(root: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    answers(root, cache)
    read.clear()
    monkeypatch.setattr(indexes, "__version__", "99")
    answers(root, cache)
    assert len(read) == 5


def test_wrong_settings_leave_the_index_as_it_is(root: Path, cache: Path, read: list[str]) -> None:
    def wrong() -> Settings:
        raise BriefError("wrong")

    answers(root, cache)
    with pytest.raises(BriefError, match="wrong"):
        open_index(Source(root, b"wrong", wrong), cache)
    read.clear()
    answers(root, cache)
    assert read == []


def test_a_truncated_index_is_rebuilt(root: Path, cache: Path, read: list[str]) -> None:
    right = answers(root, cache)
    size = index_in(cache).stat().st_size
    for left in (100, 4096, size // 3, size - 1):
        os.truncate(index_in(cache), left)
        assert answers(root, cache) == right
        answers(root, cache)  # damage that only a query found
        read.clear()
        assert answers(root, cache) == right
        assert read == []


def test_a_corrupted_index_is_rebuilt(root: Path, cache: Path, read: list[str]) -> None:
    right = answers(root, cache)
    noise = random.Random(5)  # noqa: S311  # the same noise each time
    for page in (0, 1, 2, 5):
        with index_in(cache).open("r+b") as file:
            file.seek(page * 4096)
            file.write(noise.randbytes(4096))
        assert answers(root, cache) == right
        answers(root, cache)  # damage that only a query found
        read.clear()
        assert answers(root, cache) == right
        assert read == []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE agenda SET body = x'7b'",
        "UPDATE agenda SET body = x'7b2265ff'",
        "UPDATE meeting SET title = x'00'",
        "UPDATE dated SET [when] = 'soon'",
        "UPDATE problems SET diagnostics = x'5b7b7d5d'",
        "UPDATE made SET stamps = x'c1'",
        "DELETE FROM words_data",
        "DROP TABLE file",
        "DROP TABLE words",
        "DROP TABLE made; ALTER TABLE meeting RENAME TO other; CREATE VIEW meeting AS SELECT * FROM other",
        "ALTER TABLE dated DROP COLUMN recess",
        "PRAGMA writable_schema = 1; UPDATE sqlite_master SET sql = replace(sql, 'unicode61', 'x')",
        "PRAGMA writable_schema = 1; UPDATE sqlite_master SET sql = 'CREATE TABLE nonsense(' WHERE name = 'meeting'",
    ],
)
def test_values_that_cannot_be_are_read_from_the_files(damage: str, root: Path, cache: Path, read: list[str]) -> None:
    answers(root, cache)
    age(root / "raad-0.yaml", 2 * HOUR)  # it gets a number that it has not in an index made of the files
    right = answers(root, cache)
    with contextlib.closing(sqlite3.connect(index_in(cache))) as connection:
        connection.executescript(damage)
    with open_index(source_of(root), cache, internal=True, for_search=True) as index:
        assert [search(index, read_query(each))[0] for each in SEARCHED] == right["True"]["found"]
    assert answers(root, cache) == right
    answers(root, cache)
    read.clear()
    assert answers(root, cache) == right
    assert read == []


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_is_no_index_is_replaced(content: bytes, root: Path, cache: Path) -> None:
    right = answers(root, cache)
    index_in(cache).write_bytes(content)
    assert answers(root, cache) == right
    assert answers(root, cache) == right
    assert index_in(cache).read_bytes().startswith(b"SQLite format 3\0")


def test_a_database_of_another_program_is_replaced(root: Path, cache: Path, read: list[str]) -> None:
    right = answers(root, cache)
    index_in(cache).write_bytes(b"")
    with contextlib.closing(sqlite3.connect(index_in(cache))) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE made (by, listing, round)")
        connection.execute("CREATE TABLE meeting (id)")
        connection.commit()
    assert answers(root, cache) == right
    read.clear()
    assert answers(root, cache) == right
    assert read == []


@pytest.mark.parametrize("kind", ["a file", "a folder in its place", "a link to nowhere", "of others", "for others"])
@pytest.mark.posix
def test_answers_are_the_same_if_no_index_can_be_stored(
    kind: str, root: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = answers(root, None)
    place = tmp_path / "cache"
    if kind == "a file":
        place.write_text("in the way")
    elif kind == "a link to nowhere":
        place.symlink_to(tmp_path / "gone" / "gone")
    elif kind == "a folder in its place":
        answers(root, cache)
        index = index_in(cache)
        index.unlink()
        (index / "in the way").mkdir(parents=True)
    elif kind == "for others":
        cache.mkdir(parents=True)
        cache.chmod(0o777)
    else:
        cache.mkdir(parents=True)
        monkeypatch.setattr(os, "getuid", lambda: 12345)
    before = cache.stat().st_mode if cache.exists() else None
    assert answers(root, cache) == right
    assert (cache.stat().st_mode if cache.exists() else None) == before, "what is not ours is not changed"


def lies(root: Path, cache: Path, place: Path) -> Path:
    """A valid index, but with another title in it."""
    answers(root, cache)
    index_in(cache).rename(place)
    with contextlib.closing(sqlite3.connect(place)) as connection:
        connection.execute("UPDATE meeting SET title = 'False'")
        connection.commit()
    return place


@pytest.mark.posix
def test_an_index_behind_a_link_is_not_trusted(root: Path, cache: Path, tmp_path: Path) -> None:
    answers(root, cache)
    name = index_in(cache)
    name.symlink_to(lies(root, cache, tmp_path / "elsewhere.sqlite"))
    assert answers(root, cache) == answers(root, None)


@pytest.mark.posix
def test_a_cache_behind_a_link_is_not_trusted(root: Path, cache: Path, tmp_path: Path) -> None:
    answers(root, cache)
    name = index_in(cache)
    lies(root, cache, tmp_path / "aside").rename(name)
    cache.rename(tmp_path / "elsewhere")
    cache.symlink_to(tmp_path / "elsewhere")
    assert answers(root, cache) == answers(root, None)


@pytest.mark.posix
def test_an_index_that_others_can_read_is_replaced(root: Path, cache: Path) -> None:
    right = answers(root, cache)
    index_in(cache).chmod(0o644)
    assert answers(root, cache) == right
    assert stat.S_IMODE(index_in(cache).stat().st_mode) == 0o600


@pytest.mark.posix
def test_only_the_user_can_read_the_index_whatever_the_umask(root: Path, cache: Path) -> None:
    before = os.umask(0)
    try:
        answers(root, cache)
    finally:
        os.umask(before)
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in cache.iterdir()} == {0o600}


class Failing(sqlite3.Connection):
    """A connection whose statements of one kind fail, if its database is a file."""

    fails_at = ""
    name = ""

    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        if sql.startswith(self.fails_at) and self is not None and _is_file(self):
            error = sqlite3.OperationalError("as SQLite says it")
            error.sqlite_errorname = self.name
            raise error
        return super().execute(sql, *values)  # type: ignore[arg-type]


def _is_file(connection: sqlite3.Connection) -> bool:
    ((_, _, path),) = sqlite3.Connection.execute(connection, "PRAGMA database_list")
    return bool(path)


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("BEGIN", "SQLITE_IOERR_LOCK"),  # as on a network drive without locks
        ("BEGIN", "SQLITE_PROTOCOL"),
        ("BEGIN IMMEDIATE", "SQLITE_BUSY_SNAPSHOT"),
        ("UPDATE made", "SQLITE_FULL"),
    ],
)
def test_a_problem_that_passes_changes_no_answer_and_leaves_the_index(
    statement: str, name: str, root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(root, cache)
    before = index_in(cache).read_bytes()
    write(root / "raad-0.yaml", agenda_text(77))
    right = answers(root, None)
    connect = sqlite3.connect
    monkeypatch.setattr(indexes, "PATIENCE", 0.1)
    monkeypatch.setattr(Failing, "fails_at", statement)
    monkeypatch.setattr(Failing, "name", name)
    monkeypatch.setattr("sqlite3.connect", lambda *args, **options: connect(*args, factory=Failing, **options))
    assert answers(root, cache) == right
    assert index_in(cache).read_bytes() == before


def test_a_bug_is_not_taken_for_damage(root: Path, cache: Path) -> None:
    def broken(row: object) -> object:
        raise AttributeError("a bug")

    answers(root, cache)
    with open_index(source_of(root), cache) as index, pytest.raises(AttributeError, match="a bug"):
        index._ask("SELECT 1", broken)
    assert index_in(cache).stat().st_size > 0


def test_what_is_asked_after_a_failed_commit_is_not_outdated(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(sqlite3.Connection):
        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
            if sql == "COMMIT" and _is_file(self):
                super().execute("ROLLBACK")  # as SQLite itself does if the disk is full
                raise sqlite3.OperationalError("database or disk is full")
            return super().execute(sql, *values)  # type: ignore[arg-type]

    answers(root, cache)
    write(root / "raad-0.yaml", agenda_text(77))
    right, connect = answers(root, None)["False"]["meetings"], sqlite3.connect
    monkeypatch.setattr("sqlite3.connect", lambda *args, **options: connect(*args, factory=Full, **options))
    with open_index(source_of(root), cache) as index:
        index.commit()
        assert list(index.meetings()) == right


@contextlib.contextmanager
def another_process(cache: Path, statement: str) -> Iterator[None]:
    """Hold a lock on the index within this context, as another process would."""
    with contextlib.closing(sqlite3.connect(index_in(cache), isolation_level=None)) as connection:
        connection.execute(statement)
        yield


def test_a_process_that_writes_for_too_long_is_not_waited_for(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert indexes.PATIENCE <= 1
    monkeypatch.setattr(indexes, "PATIENCE", 0.1)
    answers(root, cache)
    write(root / "raad-0.yaml", agenda_text(77))
    right = answers(root, None)
    for statement in ("BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"):
        with another_process(cache, statement):
            start = time.monotonic()
            with open_index(source_of(root), cache) as index:
                assert list(index.meetings()) == right["False"]["meetings"]
            assert time.monotonic() - start < 4.5  # SQLite itself would wait for five seconds


def test_an_index_that_another_process_writes_is_not_removed(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "PATIENCE", 0.1)
    right = answers(root, cache)["False"]["meetings"]
    with open_index(source_of(root), cache) as index:
        index.commit()
        with another_process(cache, "BEGIN EXCLUSIVE"):
            assert list(index.meetings()) == right
        assert index_in(cache).stat().st_size > 0


def test_a_closed_index_holds_no_lock(root: Path, cache: Path) -> None:
    with open_index(source_of(root), cache):
        pass
    with another_process(cache, "BEGIN EXCLUSIVE"):
        pass


def test_an_open_index_keeps_its_snapshot(root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "PATIENCE", 0.1)
    answers(root, cache)
    with open_index(source_of(root), cache) as index:
        (root / "raad-0.yaml").unlink()
        assert "raad-0" not in answers(root, cache)["False"]["ids"]
        assert "raad-0" in index.ids


def test_ctrl_c_leaves_a_usable_index(root: Path, cache: Path) -> None:
    def interrupt(done: int, total: int) -> None:
        if done == 3:
            signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        open_index(source_of(root), cache, interrupt)
    assert answers(root, cache) == answers(root, None)


def test_reading_in_parallel_gives_the_same_answers(root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = answers(root, None)
    monkeypatch.setattr(parallel, "WORTH_IT", 2)
    monkeypatch.setattr(parallel, "BATCH", 2)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    shared, original = [], parallel._shared

    def noted(work: Any, batches: Any, others: int) -> Any:
        for start, made in original(work, batches, others):
            shared.append(start)
            yield start, made

    monkeypatch.setattr(parallel, "_shared", noted)
    assert answers(root, cache) == right
    assert {*shared} >= {0, 2, 4}  # five files, two by two
    (root / "processes").mkdir()
    workers = set(parallel.in_batches(met_processes, [root / "processes"] * 8))
    assert os.getpid() in workers
    assert len(workers) == 2


def test_without_worker_processes_the_answers_are_the_same(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    right = answers(root, None)
    monkeypatch.setattr(parallel, "WORTH_IT", 2)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor.submit", refuse)
    assert answers(root, cache) == right


def test_a_killed_worker_process_loses_nothing_and_prints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "WORTH_IT", 2)
    monkeypatch.setattr(parallel, "BATCH", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    printed = list[object]()
    monkeypatch.setattr(threading, "excepthook", printed.append)
    assert sorted(parallel.in_batches(outlive_the_worker, range(100))) == [*range(100)]
    assert printed == []


# A program of its own, because a test process with threads may not fork. A fork needs no time to import
_FORKS = """
import os, sys
from pathlib import Path
from tests.index.answers import answers, source_of
from briefcli.errors import BriefError
from briefcli.index import file_rows, scan
from briefcli.index.index import Source, open_index
from briefcli.index.search.hits import search
from briefcli.index.search.query import read_query
scan.GRAIN_NS = 0
root, cache = map(Path, sys.argv[1:])
right, read = answers(root, None), file_rows.read_agenda
for at in (1, 5):
    if os.fork() == 0:
        open_index(source_of(root), cache, lambda done, _: done == at and os.kill(os.getpid(), 9), for_search=True)
        os._exit(0)
    print(os.wait()[1], answers(root, cache) == right)
    file_rows.read_agenda = None
    assert answers(root, cache) == right  # of the index alone
    file_rows.read_agenda = read
    for file in root.rglob("*.yaml"):
        os.utime(file, (at, at))
for _ in range(2):
    if os.fork() == 0:
        os._exit(answers(root, cache) != right)
print(os.wait()[1], os.wait()[1])
"""


@pytest.mark.posix
def test_killed_and_concurrent_processes_leave_a_usable_index(root: Path, cache: Path) -> None:
    command = [sys.executable, "-c", _FORKS, str(root), str(cache)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "9 True\n9 True\n0 0\n"
