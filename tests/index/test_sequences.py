"""After any sequence of edits, renames, deletions, additions and touches, an index answers as the files do."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.examples import examples
from tests.index.answers import agenda_text, answers, glance

from briefcli.index import scan

NAMES = st.sampled_from(["a.yaml", "b.yaml", "c.yml", "later/a.yaml", "later/d.yaml", ".hidden.yaml", "no.txt"])
TEXTS = st.integers(0, 30).map(agenda_text) | st.sampled_from(
    [
        "",
        "title: X\nwhen: 2031-01-01\n",
        "title: Y\nwhen: 2031-01-02\n",
        "title: [\n",
        "public: false\ntitle: Z\nwhen: unknown\n",
    ]
)
YEARS = st.sampled_from([1971, 2001, 2031, 2099])
STEPS = st.lists(
    st.tuples(st.just("write"), NAMES, TEXTS)
    | st.tuples(st.just("delete"), NAMES, st.none())
    | st.tuples(st.just("rename"), NAMES, NAMES)
    | st.tuples(st.just("swap"), NAMES, NAMES)
    | st.tuples(st.just("touch"), NAMES, YEARS)
    | st.tuples(st.just("write as it was dated"), NAMES, TEXTS)
    | st.tuples(st.sampled_from(["ask", "glance"]), st.none(), st.none()),
    min_size=1,
    max_size=10,
)


@pytest.mark.parametrize("grain", [0, 10**12], ids=["old files", "young files"])
@given(steps=STEPS)
@settings(max_examples=examples(6), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_answers_equal_those_from_the_files(
    grain: int, steps: list[tuple[str, str | None, object]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("sequence")
    root, cache = folder / "agendas", folder / "cache"
    (root / "later").mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "GRAIN_NS", grain)
        for kind, name, detail in [*steps, ("ask", None, None)]:
            if kind == "ask":
                assert answers(root, cache) == answers(root, None)
            elif kind == "glance":
                glance(root, cache)
            elif name is not None:
                take(kind, root / name, root, detail)


def take(kind: str, file: Path, root: Path, detail: object) -> None:
    """Take one step. Steps on a file that does not exist are skipped."""
    if kind == "write":
        file.write_text(str(detail), encoding="utf-8")
    elif not file.exists():
        return
    elif kind == "delete":
        file.unlink()
    elif kind == "rename":
        file.rename(root / str(detail))
    elif kind == "swap" and (root / str(detail)).exists():
        aside = root / "aside"
        file.rename(aside)
        if (root / str(detail)).exists():
            (root / str(detail)).rename(file)
        aside.rename(root / str(detail))
    elif kind == "touch":
        then = int(time.mktime((int(str(detail)), 1, 1, 0, 0, 0, 0, 0, 0))) * 10**9
        os.utime(file, ns=(then, then))
    elif kind == "write as it was dated":
        before = file.stat()
        file.write_text(str(detail), encoding="utf-8")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
