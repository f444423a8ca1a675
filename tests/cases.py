"""Runs all cases of a parametrized test as one test, where they need no fixture of their own.

Each test costs pytest and xdist 5 ms, and most tests here are cases of a rule that take less. A case that is asked for
by its name, as in `pytest 'tests/domain/test_when.py::test_x[a case]'`, runs alone.
"""

from collections.abc import Callable, Hashable, Iterable
from inspect import signature
from itertools import groupby
from typing import Any

import pytest


def joined(items: list[pytest.Item], shared: Iterable[str], reset: Callable[[], None]) -> list[pytest.Item]:
    """The tests, in which cases that need only the `shared` fixtures are one; `reset` is called before each case."""
    groups = [list(group) for _, group in groupby(items, lambda item: _rule_of(item, {*shared}))]
    return [_one(group, reset) if len(group) > 1 else group[0] for group in groups]


def _rule_of(item: pytest.Item, shared: set[str]) -> Hashable:
    """The test that this one is a case of, or itself."""
    if not isinstance(item, pytest.Function) or not hasattr(item, "callspec") or hasattr(item.obj, "hypothesis"):
        return item
    given = item.callspec.params.keys()
    needs_more = signature(item.obj).parameters.keys() != given or not {*item.fixturenames} <= given | shared
    is_marked = any(mark.name != "parametrize" for mark in item.iter_markers())
    return item if needs_more or is_marked else (item.path, item.originalname)


def _one(cases: list[Any], reset: Callable[[], None]) -> pytest.Item:
    def all_cases() -> None:
        __tracebackhide__ = True
        failed: list[BaseException] = []
        skipped: list[BaseException] = []
        for case in cases:
            reset()
            try:
                case.obj(**case.callspec.params)
            except pytest.skip.Exception as reason:
                skipped.append(reason)
            except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001  # the other cases are run too
                error.add_note(f"in the case [{case.callspec.id}]")
                failed.append(error)
        if failed:
            raise BaseExceptionGroup(f"{len(failed)} of {len(cases)} cases", failed)
        if skipped:
            raise skipped[0]

    one: pytest.Item = pytest.Function.from_parent(cases[0].parent, name=cases[0].originalname, callobj=all_cases)
    return one
