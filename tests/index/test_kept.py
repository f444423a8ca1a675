"""The index that is kept answers as the files do, whatever happened to the files or to itself."""

import os
import random
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.bench.generated import name_of, text_of
from tests.index.answers import answers, source_of

from briefcli.index import kept, maker, rounds, survey, workers
from briefcli.index.child import can_fork
from briefcli.index.index import open_index
from briefcli.index.seal import Seal
from briefcli.reading import reader

HOUR = 3600
BROKEN = "title: Half\nwhen: 2023-13-45\nsessions: [\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "agendas"
    (folder / "2031").mkdir(parents=True)
    for number in range(6):
        place = folder / "2031" if number % 2 else folder
        age(write(place / f"{name_of(number)}.yaml", text_of(number, 6)))
    age(write(folder / "broken.yaml", BROKEN))
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "briefcli"


@pytest.fixture
def grain() -> int:
    """For the tests of the rule that files which are too young are not trusted."""
    return survey.GRAIN


@pytest.fixture(autouse=True)
def _as_it_is(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of a test are always young; every other test wants them to count as old."""
    if "grain" not in request.fixturenames:
        monkeypatch.setattr(survey, "GRAIN", 0)
    if "read" not in request.fixturenames:
        monkeypatch.setattr(kept, "FEW", 300)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that are read, as they are read."""
    paths: list[str] = []
    original = reader.read_agenda

    def noted(path: str, *arguments: object) -> reader.Reading:
        paths.append(path)
        return original(path, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "read_agenda", noted)
    return paths


def write(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def age(file: Path, seconds: float = HOUR) -> None:
    """Let it seem to be written some time ago."""
    then = time.time_ns() - int(seconds * 1e9)
    os.utime(file, ns=(then, then))


def index_in(cache: Path) -> Path:
    (index,) = cache.glob("*.sqlite")
    return index


def test_what_did_not_change_is_not_read_again(root: Path, cache: Path, read: list[str]) -> None:
    first = answers(root, cache)
    assert len(read) == 7
    read.clear()
    assert answers(root, cache) == first
    assert read == []


def test_a_broken_file_is_as_loud_the_second_time(root: Path, cache: Path) -> None:
    first = answers(root, cache)["False"]
    assert first["broken"] == 1
    assert first["diagnostics"]
    assert answers(root, cache)["False"] == first


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited": lambda root: write(root / "dmm-000000.yaml", text_of(77, 90)),
    "broken": lambda root: write(root / "dmm-000000.yaml", BROKEN),
    "repaired": lambda root: write(root / "broken.yaml", text_of(8, 90)),
    "emptied": lambda root: write(root / "dmm-000000.yaml", ""),
    "deleted": lambda root: (root / "dmm-000000.yaml").unlink(),
    "renamed": lambda root: (root / "dmm-000000.yaml").rename(root / "other.yaml"),
    "moved": lambda root: (root / "dmm-000000.yaml").rename(root / "2031" / "dmm-000000.yaml"),
    "swapped": lambda root: swap(root / "dmm-000000.yaml", root / "rbz-000002.yaml"),
    "added": lambda root: write(root / "2031" / "new.yml", text_of(9, 90)),
    "doubled": lambda root: write(root / "2031" / "dmm-000000.yaml", text_of(10, 90)),
    "a folder in its place": lambda root: replace_by_folder(root / "dmm-000000.yaml"),
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
def test_a_change_is_seen(change: str, root: Path, cache: Path) -> None:
    answers(root, cache)
    CHANGES[change](root)
    assert answers(root, cache) == answers(root, None)
    assert answers(root, cache) == answers(root, None)


def test_an_edit_of_the_same_size_with_its_old_date_put_back_is_seen(root: Path, cache: Path) -> None:
    file = root / "dmm-000000.yaml"
    answers(root, cache)
    before = file.stat()
    write(file, file.read_text(encoding="utf-8").replace("Brussel", "Utrecht").replace("Raad", "Daar"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert answers(root, cache) == answers(root, None)


def test_a_file_that_is_too_young_is_not_trusted(root: Path, cache: Path, read: list[str], grain: int) -> None:
    assert grain >= 10**9
    answers(root, cache)
    read.clear()
    answers(root, cache)
    assert len(read) == 7, "all of them are younger than the grain"


@pytest.mark.usefixtures("grain")
@pytest.mark.parametrize("jump", [-HOUR, HOUR])
def test_a_clock_that_jumps_changes_no_answer(
    jump: int, root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(root, cache)
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + jump * 1_000_000_000)
    write(root / "dmm-000000.yaml", text_of(77, 90))
    assert answers(root, cache) == answers(root, None)


def test_other_settings_count_anew(root: Path, cache: Path, read: list[str]) -> None:
    answers(root, cache)
    read.clear()
    open_index(source_of(root)._replace(counted_with=b"days_off = []"), cache).close()
    assert len(read) == 7


def test_another_version_reads_anew(root: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    answers(root, cache)
    read.clear()
    monkeypatch.setattr(maker, "__version__", "99")
    answers(root, cache)
    assert len(read) == 7


def test_every_part_of_the_index_may_be_overwritten(root: Path, cache: Path) -> None:
    right = answers(root, cache)
    index = index_in(cache)
    noise = random.Random(5)  # noqa: S311  # the same noise each time
    for start in range(0, index.stat().st_size, 8192):
        with index.open("r+b") as file:
            file.seek(start)
            file.write(noise.randbytes(64))
        assert answers(root, cache) == right


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0" + bytes(5000)])
def test_a_foreign_file_in_its_place_is_replaced(content: bytes, root: Path, cache: Path) -> None:
    right = answers(root, cache)
    for file in cache.iterdir():
        file.write_bytes(content)
    assert answers(root, cache) == right
    assert index_in(cache).read_bytes().startswith(b"SQLite format 3\0")


def test_a_seal_that_fits_a_foreign_database_is_not_enough(root: Path, cache: Path) -> None:
    import sqlite3

    right = answers(root, cache)
    index = index_in(cache)
    index.unlink()
    with sqlite3.connect(index) as connection:
        connection.execute("CREATE TABLE made (by, listing, round)")
    index.chmod(0o600)
    Seal(index.with_suffix(".seal")).close_on(index)
    assert answers(root, cache) == right


def test_an_index_cut_off_in_the_middle_of_a_write_is_made_anew(root: Path, cache: Path) -> None:
    right = answers(root, cache)
    seal = Seal(index_in(cache).with_suffix(".seal"))
    seal.own()
    seal.break_()
    seal.close()
    assert answers(root, cache) == right


@pytest.mark.parametrize("parent", ["a file", "a folder in its place", "a link to nowhere"])
def test_where_no_cache_can_be_the_answers_are_the_same(parent: str, root: Path, cache: Path, tmp_path: Path) -> None:
    right = answers(root, None)
    place = tmp_path / "cache"
    if parent == "a file":
        place.write_text("in the way")
    elif parent == "a link to nowhere":
        place.symlink_to(tmp_path / "gone" / "gone")
    else:
        answers(root, cache)
        index = index_in(cache)
        index.unlink()
        (index / "in the way").mkdir(parents=True)
    assert answers(root, cache) == right


def test_a_disk_that_fills_up_changes_no_answer(root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    right = answers(root, None)
    monkeypatch.setattr(Seal, "close_on", full)
    assert answers(root, cache) == right
    assert not list(cache.glob("*.sqlite")), "what could not be finished takes no room"


def test_a_lock_that_is_never_let_go_changes_no_answer(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise BlockingIOError

    right = answers(root, cache)
    monkeypatch.setattr(Seal, "_lock", busy)
    assert answers(root, cache) == right


def test_nobody_else_can_read_it_whatever_the_umask(root: Path, cache: Path) -> None:
    before = os.umask(0)
    try:
        answers(root, cache)
        assert stat.S_IMODE(cache.stat().st_mode) == 0o700
        assert {stat.S_IMODE(file.stat().st_mode) for file in cache.iterdir()} == {0o600}
    finally:
        os.umask(before)


def test_an_index_that_others_could_read_is_closed_to_them(root: Path, cache: Path) -> None:
    right = answers(root, cache)
    cache.chmod(0o755)
    index_in(cache).chmod(0o644)
    os.utime(root / "broken.yaml")
    assert answers(root, cache) == right
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in cache.iterdir()} == {0o600}


def test_ctrl_c_leaves_what_was_done(root: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    import signal

    monkeypatch.setattr(workers, "BATCH", 1)

    def interrupt(done: int, total: int) -> None:
        if done == 3:
            signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        open_index(source_of(root), cache, interrupt)
    read.clear()
    assert answers(root, cache) == answers(root, None)
    assert len(read) == 4 + 7, "only the rest, and all for the comparison"


def test_work_is_done_in_rounds_and_by_several(root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "ROUND", 3)
    monkeypatch.setattr(workers, "WORTH_IT", 2)
    assert answers(root, cache) == answers(root, None)
    assert answers(root, cache) == answers(root, None)


@pytest.mark.skipif(not can_fork(), reason="there is no second core for another process")
def test_another_process_does_it_where_there_is_little_to_do(
    root: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "FEW", 300)
    meanwhile: list[bool] = []
    open_index(source_of(root), cache, meanwhile=lambda: meanwhile.append(True)).close()
    assert (meanwhile, read) == ([True], [])
    open_index(source_of(root), cache, meanwhile=lambda: meanwhile.append(True)).close()
    assert (meanwhile, read) == ([True], [])
    assert answers(root, cache) == answers(root, None)


def test_who_has_nothing_else_to_do_does_it_himself(
    root: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "FEW", 300)
    open_index(source_of(root), cache).close()
    assert len(read) == 7


def test_one_that_fails_at_it_is_not_missed(root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object) -> list[bytes]:
        raise RuntimeError

    monkeypatch.setattr(kept._Keeper, "_refresh", fails)
    assert answers(root, cache) == answers(root, None)
    write(root / "dmm-000000.yaml", text_of(77, 90))
    assert answers(root, cache) == answers(root, None)
