"""A second process does the work, or its asker hears that it did not."""

import os
import sys

import pytest

from briefcli.library.child import Child, can_fork

pytestmark = pytest.mark.skipif(not can_fork(), reason="a child is begun only where there is a second core for it")


def begun(work: object) -> Child:
    child = Child.begin(work)  # type: ignore[arg-type]
    assert child is not None
    return child


def test_its_answer_comes_whole() -> None:
    assert begun(lambda: bytes(3_000_000)).result() == bytes(3_000_000)


def test_it_works_in_another_process() -> None:
    assert begun(lambda: str(os.getpid()).encode()).result() != str(os.getpid()).encode()


def fails() -> bytes:
    raise RuntimeError("no")


@pytest.mark.parametrize("work", [fails, lambda: sys.exit(0), lambda: os._exit(3), lambda: os.kill(os.getpid(), 9)])
def test_one_that_fails_gives_no_answer(work: object, capfd: pytest.CaptureFixture[str]) -> None:
    assert begun(work).result() is None
    assert capfd.readouterr() == ("", "")


def test_it_says_nothing_on_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    assert begun(lambda: bytes(os.write(1, b"out") + os.write(2, b"err"))).result() == bytes(6)
    assert capfd.readouterr() == ("", "")


def test_it_can_be_asked_whether_it_is_done() -> None:
    source, sink = os.pipe()
    child = begun(lambda: os.read(source, 1))
    assert not child.is_done()
    os.write(sink, b"x")
    assert child.result() == b"x"


def test_a_single_core_begins_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert Child.begin(lambda: b"") is None
