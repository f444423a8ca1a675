"""A second process does the work, or its asker hears that it did not."""

import os
import sys
import time
from collections.abc import Iterable

import pytest

from briefcli.index.child import Child, Work, can_fork

pytestmark = pytest.mark.skipif(not can_fork(), reason="a child is begun only where there is a second core for it")


def begun(work: Work) -> Child:
    child = Child.begin(work)
    assert child is not None
    return child


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_its_answer_comes_in_parts_and_whole() -> None:
    child = begun(lambda: [b"", bytes(3_000_000), b"x"])
    assert [child.part(), child.part(), child.last_part()] == [b"", bytes(3_000_000), b"x"]


def test_it_works_in_another_process_and_leaves_none() -> None:
    answer = begun(lambda: [str(os.getpid()).encode()]).last_part()
    assert answer is not None
    assert int(answer) != os.getpid()
    while is_alive(int(answer)):
        begun(lambda: [b""]).end()


def test_of_what_was_not_asked_it_knows_when_to_stop() -> None:
    child = begun(lambda: [str(os.getpid()).encode(), bytes(3_000_000)])
    process = int(child.part() or b"")
    assert is_alive(process)
    child.end()
    assert not is_alive(process)


def test_it_can_begin_one_of_its_own() -> None:
    waiting = [begun(lambda: [b"first", bytes(3_000_000)]) for _ in range(2)]

    def asks_another() -> Iterable[bytes]:
        other = Child.begin(lambda: [b"from another"])
        return [b"none" if other is None else other.last_part() or b""]

    assert begun(asks_another).last_part() == b"from another"
    for each in waiting:
        assert each.part() == b"first"
        each.end()


def fails() -> Iterable[bytes]:
    raise RuntimeError("no")


def ends() -> Iterable[bytes]:
    sys.exit(0)


def is_killed() -> Iterable[bytes]:
    os.kill(os.getpid(), 9)
    return [b"x"]


@pytest.mark.parametrize("work", [fails, ends, is_killed, list])
def test_one_that_fails_gives_no_answer(work: Work, capfd: pytest.CaptureFixture[str]) -> None:
    child = begun(work)
    assert child.part() is None
    assert child.last_part() is None
    assert capfd.readouterr() == ("", "")


def test_it_says_nothing_on_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    assert begun(lambda: [bytes(os.write(1, b"out") + os.write(2, b"err"))]).last_part() == bytes(6)
    assert capfd.readouterr() == ("", "")


def test_it_can_be_asked_whether_it_has_answered() -> None:
    source, sink = os.pipe()
    child = begun(lambda: [os.read(source, 1)])
    assert not child.has_answered()
    os.write(sink, b"x")
    while not child.has_answered():
        time.sleep(0.01)
    assert child.last_part() == b"x"


def test_a_single_core_begins_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert Child.begin(lambda: [b""]) is None
