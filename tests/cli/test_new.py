"""`brief new` and `brief schema`."""

import json
import re
import stat
from pathlib import Path

import pytest
import typer
from tests.conftest import Run

from briefcli.cli.commands import new
from briefcli.domain.agenda import Agenda
from briefcli.reading.shapes import shapes_of

EARLIER = """\
title: {text: Geheime titel, public: false, ground: Woo}
when: 2031-03-18
series: raad
body: EU
place: Brussel
commitments: [{title: Open, due: after meeting}]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "agendas"
    home.mkdir()
    monkeypatch.delenv("BRIEF_AGENDAS")
    monkeypatch.chdir(tmp_path)
    (home / "raad-2031-03.yaml").write_text(EARLIER, encoding="utf-8")
    return home


def test_given_values_are_filled_in(folder: Path, run: Run) -> None:
    ran = run("new", "top-2031-06", "--title", "Top", "--body", "NATO", "--place", "Den Haag", "--kind", "summit")
    assert (ran.code, ran.out) == (0, "agendas/top-2031-06.yaml\n")
    text = (folder / "top-2031-06.yaml").read_text(encoding="utf-8")
    for line in ("title: Top", "series: top", "body: NATO", "kind: summit", "place: Den Haag", "when: 2031-06"):
        assert f"\n{line}\n" in text
    assert run("check", "agendas/top-2031-06.yaml").code == 0
    assert run("show", "top-2031-06").code == 0


def test_undo_works_if_the_schema_cannot_be_written(folder: Path, run: Run) -> None:
    (folder / ".schema.json" / "x").mkdir(parents=True)
    run("new", "dmm-2031-06", "--title", "DMM", "--when", "2031-06-17")
    assert (folder / "dmm-2031-06.yaml").exists()
    assert run("undo").code == 0
    assert not (folder / "dmm-2031-06.yaml").exists()


def test_a_second_meeting_on_the_same_days_is_said_to_be_one(folder: Path, run: Run) -> None:
    assert "already" not in run("new", "Milieuraad", "--when", "2031-03-17").err
    ran = run("new", "Milieuraad", "--when", "2031-03-17")
    assert (ran.out, "there is a meeting “milieuraad-2031-03” already" in ran.err) == (
        "agendas/milieuraad-2031-03-2.yaml\n",
        True,
    )
    assert "already" not in run("new", "Milieuraad", "--when", "2031-06-17").err


def test_the_schema_is_written_beside_the_agendas(folder: Path, run: Run) -> None:
    run("new", "top", "--title", "Top")
    first = (folder / "top.yaml").read_text(encoding="utf-8").splitlines()[0]
    schema = folder / first.partition("$schema=")[2]
    assert json.loads(schema.read_text(encoding="utf-8"))["title"] == "Agenda"
    assert schema.read_text(encoding="utf-8") == run("schema").out
    assert ".schema" not in run("list").out
    schema.write_text("{}", encoding="utf-8")
    run("new", "top-2", "--title", "Top")
    assert schema.read_text(encoding="utf-8") == run("schema").out


@pytest.mark.posix
def test_a_link_in_the_place_of_the_schema_is_left_alone(folder: Path, run: Run) -> None:
    elsewhere = folder.parent / "elders.txt"
    elsewhere.write_text("van een ander", encoding="utf-8")
    (folder / ".schema.json").symlink_to(elsewhere)
    assert run("new", "top", "--title", "Top").code == 0
    assert elsewhere.read_text(encoding="utf-8") == "van een ander"


def test_new_can_start_from_an_earlier_edition(folder: Path, run: Run) -> None:
    ran = run("new", "raad-2031-06", "--from", "raad-2031-03", "--title", "Raad juni", "--when", "2031-06-17")
    assert ran.code == 0
    assert "1 open commitment was due counted from raad-2031-03" in ran.err
    text = (folder / "raad-2031-06.yaml").read_text(encoding="utf-8")
    for line in ("title: Raad juni", "place: Brussel", "when: 2031-06-17", "  - title: Open"):
        assert f"\n{line}\n" in text
    assert "    carried_from: raad-2031-03\n" in text
    assert [each["meeting"] for each in json.loads(run("commitments", "-f", "json").out)] == ["raad-2031-03"]
    assert "Geheime titel" not in text + ran.out + ran.err
    assert run("check").code == 0
    assert run("new", "x", "--from", "raadd", "--title", "x").code == 1


@pytest.mark.posix
def test_nothing_is_ever_overwritten(folder: Path, run: Run) -> None:
    before = (folder / "raad-2031-03.yaml").read_bytes()
    assert run("new", "raad-2031-03", "--title", "x").code == 2
    (folder / "sub").mkdir()
    (folder / "raad-2031-03.yaml").rename(folder / "sub" / "raad-2031-03.yaml")
    assert run("new", "raad-2031-03", "--title", "x").code == 2
    assert (folder / "sub" / "raad-2031-03.yaml").read_bytes() == before
    (folder / "kapot.yaml").write_text('title: "x', encoding="utf-8")
    assert run("new", "kapot", "--title", "x").code == 2
    assert (folder / "kapot.yaml").read_text(encoding="utf-8") == 'title: "x'
    (folder / "link.yaml").symlink_to(folder / "elders.yaml")
    assert run("new", "link", "--title", "x").code == 2
    assert not (folder / "elders.yaml").exists()


def test_an_id_must_be_a_plain_file_name(folder: Path, run: Run) -> None:
    names = ["", ".", "..", "../x", "a/b", "a\\b", "a b", "-x", ".x", "x.yaml", "x.", "nul", "CON.x", "é", "x\0y"]
    for name in [*names, "x" * 81]:
        ran = run("new", "--title", "x", "--", name)
        assert (ran.code, "Traceback" in ran.err) == (2, False), name
        assert [each.name for each in folder.iterdir()] == ["raad-2031-03.yaml"], name


def test_an_invalid_date_is_refused_and_nothing_is_written(folder: Path, run: Run) -> None:
    ran = run("new", "top", "--title", "x", "--when", "31/6/2031")
    assert ran.code == 2
    assert "write it as 15-06-2023" in ran.err
    assert not (folder / "top.yaml").exists()


@pytest.mark.parametrize(
    ("id_", "when", "is_odd"),
    [("top-2031-06", "2032-06-12", True), ("top-2031", "2032", True), ("top-2031-06", "2031-06-12", False),
     ("top-2031-06", "unknown", False), ("top", "2032", False)],
)  # fmt: skip
def test_a_date_that_differs_from_the_id_is_questioned(
    folder: Path, run: Run, id_: str, when: str, is_odd: bool
) -> None:
    assert ("is that right?" in run("new", id_, "--title", "Top", "--when", when).err) is is_odd


@pytest.mark.parametrize(
    ("title", "when", "is_odd"),
    [
        ("RBZ 26 januari", "2029-01-26", False),  # in the past, and so it stays
        ("RBZ 26 januari", "2035-01-26", False),
        ("RBZ 26 januari", "2035-01-27", True),
        ("NAVO-top 2031", "2031-06", False),
        ("NAVO-top 2032", "2031-06", True),
    ],
)
def test_a_date_that_differs_from_the_title_is_questioned(
    folder: Path, run: Run, title: str, when: str, is_odd: bool
) -> None:
    assert ("is that right?" in run("new", title, "--when", when).err) is is_odd


@pytest.mark.parametrize(
    ("title", "typed", "when"),
    [
        ("RBZ juni 2033", "23 juni", "2033-06-23"),
        ("RBZ juni 2033", "23 en 24 juni", "2033-06-23/2033-06-24"),
        ("RBZ juni 2033", "23 juli", "2031-07-23"),  # not in the month of the title, which is questioned
        ("RBZ juni 2033", "23 juni 2032", "2032-06-23"),
        ("RBZ", "23 juni", "2031-06-23"),
        ("RBZ", "10 dec", "2031-12-10"),
        ("RBZ december 2033", "18 dec", "2033-12-18"),
    ],
)
def test_a_day_without_a_year_is_of_the_year_in_the_title(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, title: str, typed: str, when: str
) -> None:
    monkeypatch.setenv("BRIEF_TODAY", "2031-03-04")
    assert run("new", "raad", "--title", title, "--when", typed).code == 0
    assert f"\nwhen: {when}\n" in (folder / "raad.yaml").read_text(encoding="utf-8")


def test_a_meeting_without_standard_deadlines_says_which_meetings_have_them(folder: Path, run: Run) -> None:
    rhythm = '[[rhythm]]\nbody = ["NATO"]\nkind = ["summit"]\n[[rhythm.deadlines]]\ntitle = "Verslag"\n'
    (folder / "brief.toml").write_text(f'{rhythm}id = "report"\ndue = "10 days after meeting"\n', encoding="utf-8")
    given = ("--title", "Overleg", "--when", "2031-06-24", "--body", "NATO")
    said = "no standard deadlines fit this meeting; they are for summit, NATO: summit"
    assert said in run("new", "top-2031-06", *given).err
    assert said not in run("new", "top-2031-07", *given, "--kind", "Top").err
    assert "\nkind: summit\n" in (folder / "top-2031-07.yaml").read_text(encoding="utf-8")
    (folder / "raad-2031-03.yaml").write_text(f"{EARLIER}kind: {{text: geheim, public: false}}\n", encoding="utf-8")
    later = run("new", "raad-2031-09", "--from", "raad-2031-03", "--title", "Raad")
    assert (later.code, "standard deadlines" in later.err) == (0, False)


def test_without_a_terminal_nothing_is_asked(folder: Path, run: Run) -> None:
    ran = run("new", "top")
    assert ran.code == 2
    assert "--title" in ran.err


def test_on_a_terminal_missing_values_are_asked_for(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["Top", "ooit", "18-06-2031"])
    asked: list[str] = []

    def prompt(text: str, **_options: object) -> str:
        asked.append(text)
        return next(answers)

    monkeypatch.setattr(new, "is_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", prompt)
    ran = run("new", "top-2031", "--body", "NATO")
    assert ran.code == 0
    when = "When (15 juni 2023, 2023-06, unknown) [2031]"
    assert asked == ["What meeting is it (its title)", when, when]
    assert "cannot be read as a date" in ran.err
    assert "\nwhen: 2031-06-18\n" in (folder / "top-2031.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Raad Buitenlandse Zaken Defensie", ["series: rbz-def", "body: EU", "kind: council"]),
        ("Informele RBZ", ["series: rbz", "body: EU", "kind: informal"]),
        ("NAVO-top Den Haag", ["series: nato-top", "body: NATO", "kind: summit"]),
        ("Commissiedebat Raad Buitenlandse Zaken (RBZ)", ["series: debat-rbz", "kind: debate"]),
        ("De landbouwconferentie", ["series: landbouwconferentie", "kind: conference"]),
        ("Ministerraad", ["series: ministerraad"]),
        ("Ministerraad 12 december 2031", ["series: ministerraad", "when: 2031-12-12"]),
    ],
)
def test_the_title_of_a_known_meeting_or_a_debate_answers_other_questions(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, title: str, lines: list[str]
) -> None:
    answers = {"What meeting is it (its title)": title}
    monkeypatch.setattr(new, "is_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda text, default=None, **_: answers.get(text, default or ""))
    assert run("new").code == 0
    (file,) = set(folder.glob("*.yaml")) - {folder / "raad-2031-03.yaml"}
    written = file.read_text(encoding="utf-8").splitlines()
    assert [each for each in written if re.match("series:|body:|kind:|when: 2", each)] == lines


def test_without_questions_the_guesses_are_written_and_named(folder: Path, run: Run) -> None:
    ran = run("new", "Informele Raad Buitenlandse Zaken juni 2031", "--when", "2031-06-24")
    assert ran.out == "agendas/rbz-2031-06.yaml\n"
    assert "guessed from the title and earlier editions: series: rbz, body: EU, kind: informal" in ran.err
    written = (folder / "rbz-2031-06.yaml").read_text(encoding="utf-8")
    assert "\ntitle: Informele Raad Buitenlandse Zaken juni 2031\n" in written
    run("new", "rbz-2031-07", "--title", "RBZ", "--when", "2031-07-24", "--kind", "council")
    assert "\nbody: EU\nkind: council\n" in (folder / "rbz-2031-07.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "id_", "when"),
    [
        (["RBZ juni 2031"], "rbz-2031-06", "2031-06"),
        (["dmm 2031"], "dmm-2031", "unknown"),
        (["RBZ-2031-06"], "", ""),  # an id, for which the title is missing
        (["Milieuraad"], "milieuraad", "unknown"),
        (["milieuraad"], "", ""),
        (["Milieuraad.yaml"], "", ""),
        (["raad", "--title", "RBZ 3 juni 2031"], "raad", "2031-06-03"),
        (["RBZ juni 2031", "--when", "3 juli 2031"], "rbz-2031-07", "2031-07-03"),
        (["rbz-2031-07", "--title", "RBZ juni 2031"], "rbz-2031-07", "2031-06"),
    ],
)
def test_the_date_comes_from_the_title_and_a_word_with_a_capital_is_one(
    folder: Path, run: Run, words: list[str], id_: str, when: str
) -> None:
    ran = run("new", *words)
    assert ran.out == (f"agendas/{id_}.yaml\n" if id_ else "")
    assert not id_ or f"\nwhen: {when}\n" in (folder / f"{id_}.yaml").read_text(encoding="utf-8")
    assert ("is that right?" in ran.err) is (id_ == "rbz-2031-07")


def test_the_title_says_whether_the_next_edition_is_informal(folder: Path, run: Run) -> None:
    (folder / "raad-2031-03.yaml").write_text(f"{EARLIER}kind: council\n", encoding="utf-8")
    run("new", "raad-2031-09", "--from", "raad-2031-03", "--title", "Informele Raad")
    text = (folder / "raad-2031-09.yaml").read_text(encoding="utf-8")
    assert ("\nkind: informal\n" in text, "Brussel" in text) == (True, False)  # it is held elsewhere


@pytest.mark.parametrize(
    ("earlier", "title", "kind"),
    [
        ("council", "Informele Raad Buitenlandse Zaken", "informal"),
        ("informal", "Raad Buitenlandse Zaken", "council"),
        ("informal", "Bijeenkomst in Praag", "informal"),  # it does not say
        ("working group", "Raad Buitenlandse Zaken", "working group"),
    ],
)
def test_an_informal_meeting_is_not_guessed_from_the_last_edition(
    folder: Path, run: Run, earlier: str, title: str, kind: str
) -> None:
    text = f"title: RBZ\nseries: rbz\nbody: EU\nkind: {earlier}\nwhen: 2031-03-01\n"
    (folder / "rbz-2031-03.yaml").write_text(text, encoding="utf-8")
    run("new", title, "--series", "rbz", "--when", "2031-09-24")
    assert f"\nkind: {kind}\n" in (folder / "rbz-2031-09.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("internal", ["0", "1"])
def test_a_withheld_body_of_the_last_edition_is_not_guessed(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, internal: str
) -> None:
    monkeypatch.setenv("BRIEF_INTERNAL", internal)
    earlier = EARLIER.replace("body: EU", "body: {text: EU, public: false, ground: Woo}")
    (folder / "raad-2031-03.yaml").write_text(earlier, encoding="utf-8")
    ran = run("new", "raad-2031-09", "--title", "Overleg", "--when", "2031-09-24")
    assert (ran.code, "body" in (folder / "raad-2031-09.yaml").read_text(encoding="utf-8").split("#")[1]) == (0, False)
    assert "EU" not in ran.err


def test_withheld_values_are_copied_with_their_mark(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "geheim.yaml").write_text(
        "title: Geheim\nwhen: 2031-01\nbody: {text: ZILVERBOND, public: false, ground: 5.1.2a}\n"
        "place: {text: ZILVERSTAD, public: false, ground: 5.1.2a}\n",
        encoding="utf-8",
    )
    rhythm = (
        '[[rhythm]]\nbody = ["NATO"]\n[[rhythm.deadlines]]\ntitle = "Verslag"\nid = "report"\ndue = "before meeting"\n'
    )
    (folder / "brief.toml").write_text(rhythm, encoding="utf-8")
    asked: list[str] = []

    def prompt(text: str, default: str | None = None, **_options: object) -> str:
        asked.append(text)
        return default or "Top"

    monkeypatch.setattr(new, "is_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", prompt)
    ran = run("new", "--from", "geheim")
    assert ran.code == 0, ran.err
    assert not any("ZILVER" in each for each in (ran.out, ran.err, *asked))
    (file,) = set(folder.glob("*.yaml")) - {folder / "geheim.yaml", folder / "raad-2031-03.yaml"}
    shown = json.loads(run("show", file.stem, "--internal", "-f", "json").out)
    assert "ZILVERBOND" in str(shown)
    assert "ZILVER" not in run("show", file.stem).out + run("export", file.stem, "--to", "html").out


def test_the_template_is_longer_and_passes_check(folder: Path, run: Run) -> None:
    run("new", "kort", "--title", "Kort")
    run("new", "lang", "--title", "Lang", "--template")
    short, long = ((folder / f"{name}.yaml").read_text(encoding="utf-8") for name in ("kort", "lang"))
    assert len(short.splitlines()) < 10
    for name, shape in shapes_of(Agenda).items():
        if name not in {"moved_to", "unplaced", "released"}:  # which a later change or an import writes
            assert re.search(rf"^# {re.escape(shape.description)}.*\n#?{name}:", long, re.MULTILINE), name
    assert run("check", "--strict").code == 0


def test_ctrl_c_at_a_question_writes_nothing(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def prompt(*_: object, **__: object) -> str:
        raise typer.Abort

    monkeypatch.setattr(new, "is_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", prompt)
    assert run("new", "top-2031").code == 130
    assert not (folder / "top-2031.yaml").exists()


@pytest.mark.parametrize("title", ['a: "b" # c', "it's [bold]", "\x1b[31m", "é😀", "yes", "9:30", "x\ny"])
def test_any_title_is_read_back(folder: Path, run: Run, title: str) -> None:
    assert run("new", "top", "--title", title).code == 0
    assert json.loads(run("show", "top", "--format", "json").out)["title"] == title


def test_a_title_that_is_not_valid_unicode_is_refused(folder: Path, run: Run) -> None:
    assert run("new", "top", "--title", "x\udcff").code == 2
    assert not (folder / "top.yaml").exists()


@pytest.mark.posix
def test_a_copy_keeps_the_permissions_of_its_source(run: Run, folder: Path) -> None:
    (folder / "raad-2031-03.yaml").chmod(0o600)
    run("new", "raad-2031-09", "--from", "raad-2031-03", "--when", "2031-09-01", "--title", "T")
    memo = folder.parent / "memo.txt"
    memo.write_text("TER BESLISSING\nDatum\n3 maart 2031\n\nAanleiding\nEen vraag.\n\nKernpunten\n- Dit.\n", "utf-8")
    memo.chmod(0o640)
    run("import", str(memo), "--id", "m")
    assert [stat.S_IMODE((folder / name).stat().st_mode) for name in ("raad-2031-09.yaml", "m.yaml")] == [0o600, 0o640]
