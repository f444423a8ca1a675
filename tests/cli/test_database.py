"""The exported database: its schema is the documented one, and nothing withheld is in its bytes."""

import sqlite3
from pathlib import Path

import pytest
from tests.conftest import Run

from briefcli.index.database import TABLES, VIEWS

KEPT = "Klapekster"
AGENDA = f"""\
title: Raad van maart
when: 2031-03-18
key_points:
  - De vangstquota staan op de agenda.
  - {{text: "{KEPT} in een punt", public: false, ground: Woo 5.1.2b}}
documents:
  - {{ref: "99 001, nr. 3", date: 2031-02-01, kind: letter, title: Brief over quota}}
  - {{ref: "99 001, nr. 4", title: "{KEPT} in een stuk", public: false}}
events:
  - {{title: Debat, kind: debate, when: 2031-03-13}}
  - {{title: "{KEPT} overleg", when: 2031-03-12, public: false}}
deadlines:
  - {{title: Brief, due: 2031-03-11, owner: DCO}}
  - {{title: Nota, due: 2 days before meeting}}
  - {{title: "{KEPT} memo", due: 2031-03-10, owner: "{KEPT}", public: false}}
"""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    folder = tmp_path / "agendas"
    folder.mkdir()
    (folder / "raad-2031-03.yaml").write_text(AGENDA, encoding="utf-8")
    (folder / "dicht.yaml").write_text(f"title: {KEPT} geheel\nwhen: 2031-04-01\npublic: false\n", encoding="utf-8")
    monkeypatch.setenv("BRIEF_AGENDAS", str(folder))
    return folder


@pytest.mark.parametrize("more", [(), ("--internal",)])
def test_the_database_never_contains_withheld_text(made: Path, tmp_path: Path, run: Run, more: tuple[str, ...]) -> None:
    file = tmp_path / "out.db"
    for _ in range(2):  # it replaces its own file
        ran = run("export", "--to", "sqlite", "--output", str(file), *more)
        assert ran.code == 0, ran.err
    data = file.read_bytes()
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        assert KEPT.encode(encoding) not in data
        assert KEPT.lower().encode(encoding) not in data
    assert b"vangstquota" in data


def test_the_schema_is_the_documented_one(made: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "out.db"
    assert run("export", "--to", "sqlite", "--output", str(file)).code == 0
    with sqlite3.connect(file) as connection:

        def ask(sql: str) -> list[tuple[object, ...]]:
            return connection.execute(sql).fetchall()

        for table in TABLES:
            assert [row[1] for row in ask(f"PRAGMA table_info({table.name})")] == [each for each, *_ in table.columns]
        for view in VIEWS:
            ask(f"SELECT * FROM {view}")  # noqa: S608  # our own names
        assert ask('SELECT title, owner, "first" FROM open_deadlines WHERE owner IS NOT NULL') == [
            ("Brief", "DCO", "2031-03-11")
        ]
        assert ask('SELECT "last", workday FROM deadlines WHERE title IN (\'Brief\', \'Nota\') ORDER BY title') == [
            ("2031-03-11", None), ("2031-03-16", "2031-03-14"),  # a Tuesday; a Sunday, and the Friday before it
        ]  # fmt: skip
        assert ask("SELECT paper, dated, kind, cited_in FROM cited_papers") == [
            ("kst-99001-3", "2031-02-01", "letter", "raad-2031-03")
        ]
        assert ask("SELECT * FROM texts_fts WHERE texts_fts MATCH 'vangstquota'") == [
            ("De vangstquota staan op de agenda.", "raad-2031-03", "key_points[0]")
        ]
        assert ask("SELECT * FROM texts_fts WHERE texts_fts MATCH 'key_points'") == []
        days = [str(day) for (day,) in ask('SELECT coalesce("first", "last") FROM calendar WHERE "last" IS NOT NULL')]
        assert days == sorted(days)
        assert ask("PRAGMA integrity_check") == [("ok",)]
    connection.close()


@pytest.mark.parametrize(("day", "kept"), [("2031-03-11", 1), ("2031-04-10", 1), ("2031-04-11", 0)])
def test_an_unrecorded_standard_deadline_expires_after_30_days(
    made: Path, tmp_path: Path, run: Run, day: str, kept: int
) -> None:
    (made / "brief.toml").write_text(
        '[[rhythm]]\nname = "alle"\nbody = "EU"\n[[rhythm.deadlines]]\n'
        'id = "lijnen"\ntitle = "Lijnen"\ndue = "7 days before meeting"\n',
        encoding="utf-8",
    )
    for name, status in (("raad-2031-05", "planned"), ("raad-2031-06", "cancelled")):
        text = f"title: Raad\nbody: EU\nwhen: 2031-03-18\nstatus: {status}\n"
        (made / f"{name}.yaml").write_text(text, encoding="utf-8")
    file = tmp_path / "out.db"
    assert run("export", "--to", "sqlite", "--output", str(file), "--today", day).code == 0
    connection = sqlite3.connect(file)
    found = connection.execute("SELECT meeting FROM open_deadlines WHERE title = 'Lijnen'").fetchall()
    connection.close()
    assert found == [("raad-2031-05",)] * kept


def test_control_characters_are_made_visible(made: Path, tmp_path: Path, run: Run) -> None:
    (made / "raad-2031-07.yaml").write_text(
        'title: "Raad \\e[2Jvan juli"\nwhen: 2031-07-01\nkey_points: ["Eerst\\tdit \\u202eachterstevoren"]\n',
        encoding="utf-8",
    )
    file = tmp_path / "out.db"
    assert run("export", "--to", "sqlite", "--output", str(file)).code == 0
    connection = sqlite3.connect(file)
    found = connection.execute("SELECT title, text FROM meetings JOIN texts ON meeting = id WHERE id = 'raad-2031-07'")
    assert found.fetchall()[-1] == ("Raad ␛[2Jvan juli", "Eerst dit ⟨U+202E⟩achterstevoren")
    connection.close()


def test_of_two_files_with_one_id_the_first_is_exported(made: Path, tmp_path: Path, run: Run) -> None:
    for folder, title, day in (("a", "Eerste raad", "2031-05-01"), ("b", "Tweede raad", "2031-05-02")):
        (made / folder).mkdir()
        text = f"title: {title}\nwhen: {day}\nkey_points: [Punt van de {title}]\n"
        (made / folder / "twee.yaml").write_text(text, encoding="utf-8")
    file = tmp_path / "out.db"
    assert run("export", "--to", "sqlite", "--output", str(file)).code == 0
    connection = sqlite3.connect(file)
    found = connection.execute("SELECT title, text FROM meetings JOIN texts ON meeting = id WHERE id = 'twee'")
    assert set(found.fetchall()) == {("Eerste raad", "Eerste raad"), ("Eerste raad", "Punt van de Eerste raad")}
    connection.close()


def test_the_export_needs_a_file_name_and_replaces_no_other_file(made: Path, tmp_path: Path, run: Run) -> None:
    assert run("export", "--to", "sqlite").code == 2
    assert run("export", "raad-2031-03", "--to", "sqlite", "-o", "x.db").code == 2
    other = tmp_path / "notes.txt"
    other.write_text("mine", encoding="utf-8")
    assert run("export", "--to", "sqlite", "-o", str(other)).code == 2
    assert other.read_text(encoding="utf-8") == "mine"
