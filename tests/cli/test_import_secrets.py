"""No command prints a secret of an imported memo, before or after its release, in any format of the memo.

BRIEF_TEST_LEAKS=100 tries a hundred memos.
"""

import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st
from tests.cli.questions import TABLES
from tests.cli.steady import steady
from tests.conftest import Run
from tests.memo.made_files import FORMATS, Lines
from tests.memo.secret_parts import OTHER, SECRET, lines_with_hidden, texts

MEMOS = int(os.environ.get("BRIEF_TEST_LEAKS", "2"))
ASKED: tuple[tuple[str, ...], ...] = (
    ("show", "m"), ("list",), ("list", "--past"), ("deadlines", "--all"), ("next", "--days", "9000"), ("refs",),
    ("commitments",), ("timeline", "m"), ("check",), ("questions",), ("search", "dijken"), ("diff", "m", "m"),
    ("official", "match", "m"), ("changes",),
)  # fmt: skip
EXPORTED: tuple[tuple[str, ...], ...] = (
    ("export", "m"), ("export", "m", "--to", "html"), ("export", "m", "--to", "md"), ("fmt", "--check"),
    ("done", "m", SECRET, "--dry-run"), ("cancel", "m", "--dry-run"), ("move", "m", "2031-01-01", "--dry-run"),
)  # fmt: skip

marked = texts.map(lambda text: [(line, False) for line in text.split("\n")])


@settings(max_examples=MEMOS, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(
    lines=st.one_of(marked, marked, lines_with_hidden),
    form=st.sampled_from(sorted(FORMATS)),
    chance=st.randoms(use_true_random=False),
)
def test_output_does_not_depend_on_the_secrets_of_a_memo(
    lines: Lines, form: str, chance: Random, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path / "agendas"))
    asked = [*((*each, "--format", chance.choice(TABLES)) for each in ASKED), *EXPORTED]
    seed = chance.randrange(1000)
    other = [(line.replace(SECRET, OTHER), is_hidden) for line, is_hidden in lines]
    files = (FORMATS[form](each, Random(seed)) for each in (lines, other))  # noqa: S311  # no secret depends on it
    told, of_other = (_printed(run, tmp_path, form, each, asked) for each in files)
    note("\n".join(f"{'HIDDEN ' if is_hidden else ''}{line}" for line, is_hidden in lines))
    for question, one, two in zip((*IMPORTED, *asked, *asked), told, of_other, strict=True):
        shown = repr(one)
        if SECRET in question:
            shown = shown.replace(SECRET, "")
        assert SECRET.lower() not in shown.lower(), (question, form)
        assert one == two, (question, form)


IMPORTED: tuple[tuple[str, ...], ...] = (
    ("import", "--explain"), ("import", "-o", "-"), ("import", "--id", "m"), ("import", "--id", "m", "--merge"),
)  # fmt: skip


def _printed(run: Run, folder: Path, form: str, data: bytes, asked: list[tuple[str, ...]]) -> list[object]:
    """The exit codes and output of the import, of every question, and of every question after the release."""
    agendas, memo = folder / "agendas", folder / f"memo.{form}"
    agendas.mkdir(exist_ok=True)
    (agendas / "m.yaml").unlink(missing_ok=True)
    memo.write_bytes(data)
    told = [run("import", memo.name, *each[1:]) for each in IMPORTED]
    told += [run(*each) for each in asked]
    run("release", "m", "--yes")
    told += [run(*each) for each in asked]
    return [(each.code, steady(each.out), steady(each.err)) for each in told]
