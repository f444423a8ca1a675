"""Runs all cases of a parametrized test as one test item, if the cases may share the fixtures of the test.

Each test item costs pytest and xdist 5 ms to run and every worker 0.5 ms to collect, and most cases here take less
than that. A case that is selected by name, as in `pytest 'tests/domain/test_when.py::test_x[a case]'` or with `-k`,
runs alone.
"""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

# Fixtures that are the same for every case. Each case gets a `monkeypatch` and a `tmp_path` of its own. Fixtures that a
# test does not ask for only prepare something: they are set up once, unless they use a folder that a case could change
_SHARED = {"run", "golden", "shared"}
_OWN = {"monkeypatch", "tmp_path"}
_MARKS = {"parametrize", "usefixtures", "posix"}
_CASES: dict[tuple[Path, str], list[Any]] = {}  # the cases of each joined test


def join(metafunc: pytest.Metafunc) -> None:
    """Keep only the first case of a test whose cases may share its fixtures; `joined` makes it run all cases."""
    calls: list[Any] = metafunc._calls
    test, definition = metafunc.function, metafunc.definition
    chosen = any("[" in each for each in metafunc.config.args) or metafunc.config.option.keyword
    if len(calls) < 2 or chosen or hasattr(test, "hypothesis") or any(call.marks for call in calls):
        return
    marks = [*definition.iter_markers()]
    given = {name.strip() for mark in marks if mark.name == "parametrize" for name in _names(mark)}
    asked = signature(test).parameters.keys() - given
    can_share = all(name in _SHARED | _OWN or _lasts(metafunc, name) for name in asked)
    is_plain = calls[0].params.keys() == given and {mark.name for mark in marks} <= _MARKS
    needs = {need for defined in metafunc._arg2fixturedefs.values() for each in defined for need in each.argnames}
    if can_share and is_plain and "tmp_path" not in needs:
        _CASES[definition.path, definition.name] = calls[:]
        del calls[1:]


def _names(mark: pytest.Mark) -> list[str]:
    return mark.args[0].split(",") if isinstance(mark.args[0], str) else mark.args[0]


def _lasts(metafunc: pytest.Metafunc, name: str) -> bool:
    """Whether the fixture lives longer than one test."""
    return all(each.scope != "function" for each in metafunc._arg2fixturedefs.get(name, ()))


def joined(item: pytest.Item, reset: Callable[[], None]) -> pytest.Item:
    """Return an item that runs all cases of a joined test, with `reset` before each. Other items are returned as is."""
    cases = _CASES.get((item.path, getattr(item, "originalname", "")))
    if cases is None or not isinstance(item, pytest.Function):
        return item
    test = item.obj
    asked = [name for name in signature(test).parameters if name not in cases[0].params]

    @wraps(test)
    def all_cases(**fixtures: Any) -> None:
        __tracebackhide__ = True
        failed: list[BaseException] = []
        skipped: list[BaseException] = []
        for case in cases:
            reset()
            try:
                with pytest.MonkeyPatch.context() as patch:
                    own: dict[str, Any] = {"monkeypatch": patch} if "monkeypatch" in fixtures else {}
                    if "tmp_path" in fixtures:
                        own["tmp_path"] = Path(mkdtemp(dir=fixtures["tmp_path"]))
                    test(**case.params, **fixtures | own)
            except pytest.skip.Exception as reason:
                skipped.append(reason)
            except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001  # the other cases must still run
                error.add_note(f"in the case [{case.id}]")
                failed.append(error)
        if failed:
            raise BaseExceptionGroup(f"{len(failed)} of {len(cases)} cases", failed)
        if skipped:
            raise skipped[0]

    parameters = [Parameter(name, Parameter.POSITIONAL_OR_KEYWORD) for name in asked]
    all_cases.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    one: pytest.Item = pytest.Function.from_parent(item.parent, name=item.originalname, callobj=all_cases)
    return one
