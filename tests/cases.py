"""Runs all cases of a parametrized test as one test item, if they need no fixture of their own.

Each test item costs pytest and xdist 5 ms to run and every worker 0.5 ms to collect, and most cases here take less
than that. A case that is selected by name, as in `pytest 'tests/domain/test_when.py::test_x[a case]'` or with `-k`,
runs alone.
"""

from collections.abc import Callable, Iterable
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

_CASES: dict[tuple[Path, str], list[Any]] = {}  # the cases of each joined test


def join(metafunc: pytest.Metafunc, shared: Iterable[str]) -> None:
    """Keep only the first case of a test that needs no fixtures besides `shared`; `joined` makes it run all cases."""
    calls: list[Any] = metafunc._calls
    test, definition = metafunc.function, metafunc.definition
    chosen = any("[" in each for each in metafunc.config.args) or metafunc.config.option.keyword
    if len(calls) < 2 or chosen or hasattr(test, "hypothesis"):
        return
    given = calls[0].params.keys()
    needs_more = signature(test).parameters.keys() != given or not {*metafunc.fixturenames} <= given | {*shared}
    is_marked = any(mark.name != "parametrize" for mark in definition.iter_markers()) or any(
        call.marks for call in calls
    )
    if not needs_more and not is_marked:
        _CASES[definition.path, definition.name] = calls[:]
        del calls[1:]


def joined(item: pytest.Item, reset: Callable[[], None]) -> pytest.Item:
    """Return an item that runs all cases of a joined test, with `reset` before each. Other items are returned as is."""
    cases = _CASES.get((item.path, getattr(item, "originalname", "")))
    if cases is None or not isinstance(item, pytest.Function):
        return item
    test = item.obj

    def all_cases() -> None:
        __tracebackhide__ = True
        failed: list[BaseException] = []
        skipped: list[BaseException] = []
        for case in cases:
            reset()
            try:
                test(**case.params)
            except pytest.skip.Exception as reason:
                skipped.append(reason)
            except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001  # the other cases must still run
                error.add_note(f"in the case [{case.id}]")
                failed.append(error)
        if failed:
            raise BaseExceptionGroup(f"{len(failed)} of {len(cases)} cases", failed)
        if skipped:
            raise skipped[0]

    one: pytest.Item = pytest.Function.from_parent(item.parent, name=item.originalname, callobj=all_cases)
    return one
