"""`brief refs`: every form of a citation, papers in two dossiers, guesses, and `--check`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Run

from briefcli.errors import Exit

Agenda = Callable[..., None]


@pytest.fixture
def agenda(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Agenda:
    """Write an agenda with these papers, each as (ref, date)."""
    folder = tmp_path / "agendas"
    folder.mkdir()
    monkeypatch.setenv("BRIEF_AGENDAS", str(folder))

    def write(name: str, *papers: tuple[str, str]) -> None:
        lines = [f"title: {name}", "when: 2023-06-15", "documents:"]
        for ref, day in papers:
            lines += [f"  - ref: {json.dumps(ref)}", *([f"    date: {day}"] if day else [])]
        (folder / f"{name}.yaml").write_text("\n".join(lines), encoding="utf-8")

    return write


def found(run: Run, *asked: str) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads(run("refs", *asked, "--format", "json").out)
    return records


@pytest.mark.parametrize(
    ("asked", "documents"),
    [
        ("28676", ["kst-28676-4", "kst-28676-427", "kst-28676-X-2"]),
        ("28 676-X", ["kst-28676-X-2"]),
        ("28676 427", ["kst-28676-427"]),
        ("Kamerstukken II 2022/23, 28 676, nr. 427", ["kst-28676-427"]),
        ("Kamerstuk 28 676, nr. 427 van 9 maart 2023", ["kst-28676-427"]),
        ("Kamerstuk 28 676, nrs. 3–5 en 427", ["kst-28676-4", "kst-28676-427"]),
        ("28676-427; COM(2022) 546 final", ["kst-28676-427", "COM(2022)546"]),
        ("nr. 2 (28 676-X)", ["kst-28676-X-2"]),
        ("https://zoek.officielebekendmakingen.nl/kst-28676-427.html", ["kst-28676-427"]),
        ("2023Z12345", ["2023Z12345"]),
        ("TZ202305-123", ["TZ202305-123"]),
        ("2867", []),
    ],
)
def test_refs_accepts_every_form_of_a_citation(asked: str, documents: list[str], run: Run, agenda: Agenda) -> None:
    papers = ("28 676, nr. 427", "28 676, nr. 4", "28 676 X, nr. 2", "COM(2022) 546", "2023Z12345", "TZ202305-123")
    agenda("dmm", *((paper, "") for paper in papers), ("28 677, nr. 4", ""), ("kst-36045-4", ""))
    assert [each["document"] for each in found(run, asked)] == documents


def test_a_paper_of_two_dossiers_is_found_by_each(run: Run, agenda: Agenda) -> None:
    agenda("dmm", ("28 676 en 36 045, nr. 427", ""))
    for asked in ("28676", "36045", "36 045, nr. 427", "28 676 en 36 045, nr. 427"):
        assert [each["document"] for each in found(run, asked)] == ["kst-28676-427"], asked
    assert found(run, "36045")[0]["alternatives"] == ["kst-36045-427"]
    assert "also in 36 045" in run("refs", "36045").out
    assert run("refs", "36046").code == Exit.NO


def test_the_other_dossier_of_a_withheld_paper_stays_withheld(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(
        "title: A\nwhen: 2023-06-15\ndocuments:\n"
        "  - {ref: '28 676 en 36 045, nr. 427', public: false, ground: Woo 5.1.2a}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    assert run("refs", "36045").code == Exit.NO
    assert run("refs", "36045", "--internal").code == Exit.DONE


def test_a_guess_is_shown_as_uncertain(run: Run, agenda: Agenda) -> None:
    agenda("dmm", ("Kamerstukken ll 2023/24, 36 410 XVI, nr. 160", "2023-10-10"), ("2023D4511", ""))
    for arguments in (("refs",), ("refs", "36410"), ("show", "dmm")):
        assert "(uncertain)" in run(*arguments).out, arguments
    assert [each["certain"] for each in found(run, "36410")] == [False]
    assert found(run, "2023D04511")[0]["document"] == "2023D4511"


def test_a_month_and_a_day_in_it_do_not_conflict(run: Run, agenda: Agenda) -> None:
    agenda("a", ("28 676, nr. 427", "2023-03"))
    agenda("b", ("28 676, nr. 427", "2023-03-09"))
    (paper,) = found(run)
    assert (paper["date"], paper["conflicts"]) == ("2023-03-09", [])


def test_check_reports_conflicting_dates_and_wrong_sessions(run: Run, agenda: Agenda) -> None:
    agenda("a", ("28 676, nr. 427", "2023-03-09"), ("Kamerstukken II 2021/22, 36 045, nr. 4", "2023-03-10"))
    agenda("b", ("28 676, nr. 427", "2023-03-10"), ("Kamerstukken II 2022/23, 36 200 X, nr. 5", "2022-11-10"))
    ran = run("refs", "--check")
    assert ran.code == Exit.NO
    assert "kst-28676-427" in ran.out
    assert "Fri 10 Mar 2023 is not a date of session 2021/22 (a)" in ran.out
    assert "36200" not in ran.out
    conflicting, outside = json.loads(run("refs", "--check", "--format", "json").out)
    assert [each["date"] for each in conflicting["conflicts"]] == ["2023-03-09", "2023-03-10"]
    assert outside["outside_session"] == [{"date": "2023-03-10", "session": "20212022", "in": "a"}]


def test_check_confirms_that_all_dates_agree(run: Run, agenda: Agenda) -> None:
    agenda("a", ("28 676, nr. 427", "2023-03-09"), ("36 045, nr. 4", "2022-02-28"))
    agenda("b", ("28 676, nr. 427", "2023-03-10"))
    ran = run("refs", "36045", "--check")
    assert (ran.code, ran.out) == (
        Exit.DONE, "All agree: no paper has two dates, and each date is in its session year.\n",
    )  # fmt: skip
    assert run("refs", "99999", "--check").code == Exit.NO
    assert run("refs", "niets", "--check").code == Exit.USAGE
