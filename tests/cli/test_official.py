"""`brief official` and `brief changes`, with files in the formats of the House."""

import json
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from tests.conftest import Run
from tests.official.service import Reply, page, serving, sru_page

from briefcli.index import scan
from briefcli.official import folder

FILES = Path(__file__).parent.parent / "official" / "files"
COUNCIL = """title: Raad Buitenlandse Zaken (RBZ), maart 2031
series: rbz
body: EU
kind: council
when: 2031-03-17
events:
  - title: Debat met de Kamer  # dag volgt
    kind: debate
deadlines:
  - title: Woordvoeringslijnen
    due: 1 day before debate
"""


@pytest.fixture
def agendas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "agendas"
    shutil.copytree(FILES, folder / "official")
    (folder / "rbz-2031-03.yaml").write_text(COUNCIL, encoding="utf-8")
    monkeypatch.setenv("BRIEF_AGENDAS", str(folder))
    monkeypatch.setenv("BRIEF_TODAY", "2031-03-04")
    return folder


def test_official_lists_the_files(run: Run, agendas: Path) -> None:
    files = {each["file"].rpartition("/")[2]: each for each in json.loads(run("official", "-f", "json").out)}
    assert files["activities.json"] | {"downloaded": None, "file": ""} == {
        "file": "", "kind": "OData", "rows": 8, "first": "2031-03-12", "last": "2031-06-05", "downloaded": None,
    }  # fmt: skip
    assert files["Vaste-commissie-voor-Vreemde-Zaken_2031-02-01.ics"]["downloaded"] == "2031-02-01"
    assert "Commitments" in run("official").out


@pytest.mark.parametrize("asked", [("official",), ("official", "practice"), ("changes", "--since", "2031-01-01")])
def test_files_that_did_not_change_are_not_read_again(
    run: Run, agendas: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...]
) -> None:
    first = run(*asked, "-f", "json")
    time.sleep(scan.GRAIN_NS / 1e9)  # a file that changed a moment ago is read again
    run("list")
    monkeypatch.setattr(folder, "read_official", lambda *_: pytest.fail("a file was read again"))
    assert run(*asked, "-f", "json") == first
    assert json.loads(first.out)


def test_files_that_are_not_read_are_named(run: Run, agendas: Path) -> None:
    for name in ("Activiteit.txt", "alles.zip", ".hidden", "b.json.gz"):
        (agendas / "official" / name).write_bytes(b'{"value": []}')
    out = " ".join(run("official").out.split())
    assert "Not read, because of how their names end: Activiteit.txt, alles.zip, b.json.gz" in out


def test_without_files_it_says_how_to_get_them(run: Run, agendas: Path) -> None:
    shutil.rmtree(agendas / "official")
    ran = run("official")
    assert (ran.code, "brief official update" in ran.out) == (1, True)


def test_the_csv_header_is_the_same_without_rows(
    run: Run, agendas: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = (
        ("official",), ("official", "match"), ("official", "practice"), ("changes", "--since", "2000-01-01"),
    )  # fmt: skip
    full = [run(*each, "--format", "csv").out.splitlines() for each in asked]
    assert all(len(lines) > 1 for lines in full), full
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path / "empty"))
    assert [run(*each, "--format", "csv").out.splitlines() for each in asked] == [lines[:1] for lines in full]


def test_a_match_has_its_reason(run: Run, agendas: Path) -> None:
    (found,) = json.loads(run("official", "match", "rbz-2031-03", "-f", "json").out)
    assert found == {
        "meeting": "rbz-2031-03", "event": "Debat met de Kamer", "official": "2031A00101",
        "date": "2031-03-12T10:00/2031-03-12T13:00", "kind": "debate", "status": "planned",
        "subject": "Raad Buitenlandse Zaken d.d. 17 maart 2031", "committee": "BuZa", "days_before": 5,
        "reason": "the subject names this meeting and its day, 2031-03-17", "certain": True,
    }  # fmt: skip


def test_a_number_is_written_only_after_a_yes(run: Run, agendas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = agendas / "rbz-2031-03.yaml"
    for answer in ("", "n\n", "nee\n"):
        monkeypatch.setattr("sys.stdin", _typed(answer))
        run("official", "match", "--write")
        assert file.read_text(encoding="utf-8") == COUNCIL
    monkeypatch.setattr("sys.stdin", _typed("ja\n"))
    assert run("official", "match", "--write").code == 0
    changed = COUNCIL.replace("    kind: debate\n", "    kind: debate\n    official: 2031A00101\n")
    assert file.read_text(encoding="utf-8") == changed
    assert run("official", "match").code == 1


def test_a_written_number_can_be_undone_and_keeps_the_byte_order_mark(
    run: Run, agendas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = agendas / "rbz-2031-03.yaml"
    file.write_text(COUNCIL, encoding="utf-8-sig")
    monkeypatch.setattr("sys.stdin", _typed("ja\n"))
    run("official", "match", "--write")
    assert file.read_bytes().startswith(b"\xef\xbb\xbftitle: ")
    assert b"official: 2031A00101" in file.read_bytes()
    assert run("undo").code == 0
    assert file.read_text(encoding="utf-8-sig") == COUNCIL


def test_the_number_of_a_moved_activity_is_replaced(run: Run, agendas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = agendas / "rbz-2031-03.yaml"
    old = COUNCIL.replace("    kind: debate\n", "    kind: debate\n    official: 2031A00102\n")
    file.write_text(old, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", _typed("y\n"))
    run("official", "match", "--write")
    assert file.read_text(encoding="utf-8") == old.replace("2031A00102", "2031A00101")


def test_the_replacement_of_an_activity_is_proposed_whatever_its_subject(run: Run, agendas: Path) -> None:
    (agendas / "dijk-2031-03.yaml").write_text(PAPERS.replace("2031A00101", "2031A00102"), encoding="utf-8")
    new = {"Nummer": "2031A00999", "Soort": "Commissiedebat", "Onderwerp": "Water", "Datum": "2031-03-14"}
    old = {"Nummer": "2031A00102", "Datum": "2031-03-13", "Status": "Verplaatst", "VervangenDoor": [new]}
    rows = [each | {"DatumSoort": "Dag", "ApiGewijzigdOp": "2031-02-21T09:56:00Z"} for each in (old, new)]
    (agendas / "official" / "z.json").write_text(json.dumps({"value": rows}), encoding="utf-8")
    (found,) = json.loads(run("official", "match", "dijk", "-f", "json").out)
    assert (found["event"], found["official"], found["certain"]) == ("Commissiedebat", "2031A00999", True)


@pytest.mark.parametrize(
    "later",
    [{"Id": "w-1", "Nummer": "2031A00801"}, {"Id": "w-2", "Nummer": "2031A00801"}, {"Id": "w-1"}],
    ids=["same row", "same number", "no number"],
)
@pytest.mark.parametrize("order", ["az", "za"])
def test_a_match_counts_the_newest_row_of_an_activity(
    run: Run, agendas: Path, order: str, later: dict[str, str]
) -> None:
    """The day before counts only if no later row, in any file, has moved the activity to a day after the meeting."""
    (agendas / "water-2031-09.yaml").write_text("title: Raad Defensie\nwhen: 2031-09-17\n", encoding="utf-8")
    old = {"Id": "w-1", "Nummer": "2031A00801", "Soort": "Commissiedebat", "Onderwerp": "Raad Defensie 17-09-2031",
           "DatumSoort": "Dag", "Datum": "2031-09-11", "ApiGewijzigdOp": "2031-08-01T09:00:00Z"}  # fmt: skip
    new = old | {"Nummer": None, "Datum": "2031-09-30", "ApiGewijzigdOp": "2031-08-02T09:00:00Z"} | later
    ask = ("official", "match", "water-2031-09", "-f", "json")
    for name, row, expected in ((order[0], old, ["2031A00801"]), (order[1], new, [])):
        (agendas / "official" / f"{name}.json").write_text(json.dumps({"value": [row]}), encoding="utf-8")
        assert [each["official"] for each in json.loads(run(*ask).out)] == expected


def test_a_match_counts_the_newest_row_of_a_number_that_another_row_has_by_its_id(run: Run, agendas: Path) -> None:
    """Only a row without a number is before the meeting. The newest row of its number has another id and day."""
    (agendas / "water-2031-09.yaml").write_text("title: Raad Defensie\nwhen: 2031-09-17\n", encoding="utf-8")
    common: dict[str, str | None] = {
        "Soort": "Commissiedebat",
        "Onderwerp": "Raad Defensie 17-09-2031",
        "DatumSoort": "Dag",
    }
    rows = [
        common | {"Id": each[0], "Nummer": each[1], "Datum": each[2], "ApiGewijzigdOp": f"2031-08-0{at}T09:00:00Z"}
        for at, each in enumerate([
            ("w-1", "2031A00801", "2031-10-30"), ("w-1", None, "2031-09-11"), ("w-2", "2031A00801", "2031-11-06"),
        ], start=1)
    ]  # fmt: skip
    for count, expected in ((2, ["2031A00801"]), (3, [])):
        (agendas / "official" / "z.json").write_text(json.dumps({"value": rows[:count]}), encoding="utf-8")
        out = run("official", "match", "water-2031-09", "-f", "json").out
        assert [each["official"] for each in json.loads(out)] == expected


@pytest.mark.parametrize("day", ["0001-01-10", "9999-12-31"])
def test_a_match_for_the_first_or_the_last_days_of_all_is_sought(run: Run, agendas: Path, day: str) -> None:
    (agendas / "rbz-2031-03.yaml").write_text(f"title: Raad Defensie\nwhen: {day}\n", encoding="utf-8")
    assert run("official", "match", "-f", "json").out == "[]\n"


@pytest.mark.parametrize("folder", ["official", ".record", "papers/of/House", "../elsewhere"])
@pytest.mark.parametrize("is_link", [False, True])
def test_the_folder_of_the_record_may_be_hidden_or_a_link(
    run: Run, agendas: Path, folder: str, *, is_link: bool
) -> None:
    real = agendas.parent / "moved" if is_link else agendas / folder
    real.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(agendas / "official", real)
    if is_link:
        (agendas / folder).parent.mkdir(parents=True, exist_ok=True)
        (agendas / folder).symlink_to(real, target_is_directory=True)
    (agendas / "brief.toml").write_text(f'[official]\nfolder = "{folder}"\n', encoding="utf-8")
    (found,) = json.loads(run("official", "match", "rbz-2031-03", "-f", "json").out)
    assert found["official"] == "2031A00101"
    assert "passed-over" not in run("check").out


def test_practice_counts_records_that_name_the_meeting_day(run: Run, agendas: Path) -> None:
    rows = json.loads(run("official", "practice", "--series", "rbz", "-f", "json").out)
    assert [(each["kind"], each["n"], each["median"]) for each in rows] == [
        ("debate", 1, 5.0),
        ("annotated agenda", 1, 14.0),
    ]


_FEBRUARY = time.mktime((2031, 2, 3, 12, 0, 0, 0, 0, -1))
_ROW = '{"Nummer": "2031A00001", "Datum": "2031-03-12"}'
_EVENT = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20310312\nSUMMARY:Dijken\nEND:VEVENT\nEND:VCALENDAR\n"


def test_a_file_is_added_only_if_it_can_be_read(run: Run, agendas: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "new.json", tmp_path / "bad.json"
    shutil.copy(FILES / "activities.json", good)
    bad.write_text("<html>", encoding="utf-8")
    assert run("official", "add", str(good)).code == 0
    assert (agendas / "official" / "new.json").read_bytes() == good.read_bytes()
    ran = run("official", "add", str(bad))
    assert (ran.code, "the download went wrong" in ran.err) == (3, True)
    assert not (agendas / "official" / "bad.json").exists()
    assert run("official", "add", str(good)).code == 0  # an identical file
    good.write_bytes(good.read_bytes() + b" ")
    ran = run("official", "add", str(good))
    assert (ran.code, "never changed" in ran.err) == (2, True)


def test_an_unusable_file_does_not_block_the_others(run: Run, agendas: Path, tmp_path: Path) -> None:
    good, bad, last = tmp_path / "new.json", tmp_path / "bad.json", tmp_path / "last.json"
    bad.write_text("<html>", encoding="utf-8")
    for each in (good, last):
        shutil.copy(FILES / "activities.json", each)
    ran = run("official", "add", str(good), str(bad), str(last), "-f", "json")
    assert [Path(each["file"]).name for each in json.loads(ran.out)] == ["new.json", "last.json"]
    assert (ran.code, f"{bad} is not added" in ran.err, f"{good}" in ran.err) == (3, True, False)
    there = {each.name for each in (agendas / "official").iterdir()}
    assert {"new.json", "last.json"} <= there
    assert "bad.json" not in there


@pytest.mark.parametrize("name", ["Activiteit", "Activiteit.txt", ".json", "rbz.yaml"])
def test_an_added_file_gets_a_readable_extension(run: Run, agendas: Path, tmp_path: Path, name: str) -> None:
    shutil.copy(FILES / "activities.json", tmp_path / name)
    (added,) = json.loads(run("official", "add", str(tmp_path / name), "-f", "json").out)
    listed = {each["file"] for each in json.loads(run("official", "-f", "json").out)}
    assert added["file"].endswith(".json")
    assert added["file"] in listed


@pytest.mark.parametrize(
    ("name", "row", "added"),
    [
        ("x.json", _ROW, "x_2031-02-03.json"),
        ("x_2031-01-02.json", _ROW, "x_2031-01-02.json"),
        ("x.json", _ROW.replace("}", ', "ApiGewijzigdOp": "2031-02-01"}'), "x.json"),
        ("x.ics", _EVENT, "x_2031-02-03.ics"),
    ],
)
def test_a_file_without_any_moment_gets_the_day_of_its_download(
    run: Run, agendas: Path, tmp_path: Path, name: str, row: str, added: str
) -> None:
    (tmp_path / name).write_text(row, encoding="utf-8")
    os.utime(tmp_path / name, (_FEBRUARY, _FEBRUARY))
    ran = run("official", "add", str(tmp_path / name), "-f", "json")
    assert Path(json.loads(ran.out)[0]["file"]).name == added
    assert "brief check" not in ran.err


def test_a_file_without_a_day_in_its_name_is_from_the_day_it_was_written(run: Run, agendas: Path) -> None:
    """A row that does not say when it changed counts before no other, so check asks for the day."""
    (agendas / "official" / "x.json").write_text(_ROW, encoding="utf-8")
    os.utime(agendas / "official" / "x.json", (_FEBRUARY, _FEBRUARY))
    files = {Path(each["file"]).name: each for each in json.loads(run("official", "-f", "json").out)}
    assert files["x.json"]["downloaded"] == "2031-02-03"
    assert "nothing says how old this file is" in run("check").out


@pytest.mark.parametrize("data", [b"{}", b"[1, null]", b'{"error": {"code": "1"}}', b'{"value": null}'])
def test_a_file_without_readable_rows_is_not_added(run: Run, agendas: Path, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.json").write_bytes(data)
    assert run("official", "add", str(tmp_path / "x.json")).code == 3
    assert not (agendas / "official" / "x.json").exists()


def test_update_downloads_what_the_settings_name(run: Run, agendas: Path) -> None:
    shutil.rmtree(agendas / "official")
    with serving(lambda *_: page("", range(3))) as service:
        settings = f'[official]\ncommittees = ["Dijken"]\nodata = "{service.url}/v4"\npause = 0.0\n'
        (agendas / "brief.toml").write_text(settings, encoding="utf-8")
        assert run("official", "update", "--print-urls").out.startswith(f"{service.url}/v4/Activiteit?$filter=")
        assert not service.asked
        assert json.loads(run("official", "update", "-f", "json").out) == [
            {"file": "activiteiten-dijken_2031-03-04.json"}
        ]
    assert json.loads(run("official", "-f", "json").out)[0]["rows"] == 3


@pytest.mark.parametrize(("status", "kept"), [(400, ["activiteiten-dijken", "publicaties-99001"]), (503, [])])
def test_update_goes_on_after_a_refusal_but_not_without_the_service(
    run: Run, agendas: Path, status: int, kept: list[str]
) -> None:
    def answer(path: str, _: object) -> Reply:
        if path.endswith("Document" if status == 400 else "Activiteit"):
            return Reply(b"no such field", status=status)
        return sru_page(1, 2, 2) if path == "/sru" else page("", range(3))

    shutil.rmtree(agendas / "official")
    with serving(answer) as service:
        settings = f'odata = "{service.url}/v4"\nsru = "{service.url}/sru"\npause = 0.0\n'
        wanted = '[official]\ncommittees = ["Dijken"]\ndossiers = ["99001"]\n'
        (agendas / "brief.toml").write_text(wanted + settings, encoding="utf-8")
        ran = run("official", "update", "-f", "json")
    assert (ran.code, f"error {status}" in ran.err) == (3, True)
    files = [each["file"] for each in json.loads(ran.out or "[]")]
    assert [each.partition("_")[0] for each in files] == kept


def test_update_without_settings_says_what_to_configure(run: Run, agendas: Path) -> None:
    ran = run("official", "update")
    assert (ran.code, "under [official]" in ran.err) == (1, True)


def test_changes_of_the_record_need_no_git(run: Run, agendas: Path) -> None:
    ran = run("changes", "--since", "2031-02-10", "-f", "json")
    found = {each["title"]: each for each in json.loads(ran.out)}
    assert found["Raad Buitenlandse Zaken"]["what"] == "moved"
    assert (found["Raad Buitenlandse Zaken"]["before"], found["Raad Buitenlandse Zaken"]["after"]) == (
        "2031-03-13T10:00/2031-03-13T13:00", "2031-03-12T10:00/2031-03-12T13:00",
    )  # fmt: skip
    assert found["Commissiedebat Havens"]["what"] == "vanished"
    assert found["Commissiedebat Sluizen"]["what"] == "new"
    assert run("changes", "--since", "10 februari", "-f", "json").out == ran.out
    assert "since Mon 3 Mar 2031 is known." in run("changes", "--since", "maandag").out
    assert "in no git repository" in run("changes", "--since", "2031-02-10").out


def test_changes_of_the_agendas_come_from_git_and_stay_public(run: Run, agendas: Path) -> None:
    shutil.rmtree(agendas / "official")
    _commit(agendas, "2031-02-01T12:00:00")
    hidden = "  - title: Geheim\n    public: false\n    done: true\n"
    changed = COUNCIL.replace("2031-03-17", "2031-03-18") + hidden
    (agendas / "rbz-2031-03.yaml").write_text(changed, encoding="utf-8")
    ran = run("changes", "--since", "2031-02-10", "-f", "json")
    first = json.loads(ran.out)[0]
    assert (first["what"], first["before"], first["after"]) == (
        "moved", "2031-03-17", "2031-03-18",
    )  # fmt: skip
    mail = run("changes", "--since", "2031-02-10", "--format", "eml")
    assert mail.out.startswith("Subject: What changed since Mon 10 Feb 2031")
    assert "Geheim" not in ran.out + mail.out
    assert "Geheim" in run("changes", "--since", "2031-02-10", "--internal").out


def test_items_withheld_before_their_removal_are_never_named(run: Run, agendas: Path) -> None:
    shutil.rmtree(agendas / "official")
    file, other = agendas / "rbz-2031-03.yaml", agendas / "ander-2031-03.yaml"
    deadline = "  - title: ZILVER\n    due: 2031-03-01\n"
    file.write_text(COUNCIL + deadline, encoding="utf-8")
    other.write_text("title: ZILVERTOP\nwhen: 2031-03-20\n", encoding="utf-8")
    _commit(agendas, "2031-02-01T12:00:00")
    file.write_text(f"{COUNCIL}{deadline}    public: false\n", encoding="utf-8")
    other.write_text("title: ZILVERTOP\nwhen: 2031-03-20\npublic: false\n", encoding="utf-8")
    _commit(agendas, "2031-02-20T12:00:00")
    file.write_text(COUNCIL, encoding="utf-8")
    other.unlink()
    _commit(agendas, "2031-02-21T12:00:00")
    ran = run("changes", "--since", "2031-02-10", "-f", "json")
    assert "ZILVER" not in ran.out
    assert [(each["what"], each["title"], each["before"]) for each in json.loads(ran.out)] == [
        ("vanished", "[withheld]", None),
    ]  # fmt: skip
    internal = run("changes", "--since", "2031-02-10", "-f", "json", "--internal").out
    assert {each["title"] for each in json.loads(internal)} == {"ZILVERTOP", "ZILVER"}


def test_git_and_the_folder_agree_on_which_files_are_agendas(run: Run, agendas: Path) -> None:
    shutil.rmtree(agendas / "official")
    (agendas / "rbz-2031-03.yaml").rename(agendas / "rbz-2031-03.YAML")
    for other in (".trash/weg.yaml", "official/record.yaml"):
        (agendas / other).parent.mkdir()
        (agendas / other).write_text("title: Weg\nwhen: 2031-03-20\n", encoding="utf-8")
    _commit(agendas, "2031-02-01T12:00:00")
    shutil.rmtree(agendas / ".trash")
    shutil.rmtree(agendas / "official")
    ran = run("changes", "--since", "2031-02-10", "-f", "json")
    assert (ran.code, json.loads(ran.out)) == (1, [])


def test_an_unreadable_agenda_is_not_reported_as_gone(run: Run, agendas: Path) -> None:
    shutil.rmtree(agendas / "official")
    (agendas / "weg.yaml").write_text("title: Weg\nwhen: 2031-03-20\n", encoding="utf-8")
    _commit(agendas, "2031-02-01T12:00:00")
    (agendas / "weg.yaml").unlink()
    (agendas / "rbz-2031-03.yaml").write_text(COUNCIL.replace("title: Raad", 'title: "Raad'), encoding="utf-8")
    found = json.loads(run("changes", "--since", "2031-02-10", "-f", "json").out)
    assert [(each["what"], each["meeting"]) for each in found] == [("vanished", "weg")]
    assert "1 file has errors" in " ".join(run("changes", "--since", "2031-02-10").out.split())


def test_changes_go_back_to_the_first_commit_at_most(run: Run, agendas: Path) -> None:
    shutil.rmtree(agendas / "official")
    _commit(agendas, "2031-02-01T12:00:00")
    (agendas / "rbz-2031-03.yaml").write_text(COUNCIL.replace("2031-03-17", "2031-03-18"), encoding="utf-8")
    for day in ("2020-01-01", "2031-02-01"):
        ran = run("changes", "--since", day)
        assert "moved" in ran.out
        assert "Git knows the agendas from Sat 1 Feb 2031 on" in " ".join(ran.out.split())


def test_without_git_history_changes_are_unknown_rather_than_none(
    run: Run, agendas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(agendas / "official")
    ran = run("changes", "--since", "2031-02-10")
    assert (ran.code, "in no git repository" in ran.out, "Nothing changed" in ran.out) == (1, True, False)
    _commit(agendas, "2031-02-01T12:00:00")
    (agendas / ".git" / "HEAD").write_text("ref: refs/heads/none\n", encoding="utf-8")
    (agendas / "rbz-2031-03.yaml").write_text("title: Anders\nwhen: 2031-03-20\n", encoding="utf-8")
    ran = run("changes", "--since", "2031-02-10")
    assert (ran.code, "git cannot read this repository" in ran.out, "Nothing changed" in ran.out) == (1, True, False)


def test_a_folder_that_was_never_committed_has_no_history(run: Run, agendas: Path, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*\n!.gitignore\n", encoding="utf-8")
    _commit(tmp_path, "2031-02-01T12:00:00")
    assert agendas.is_relative_to(tmp_path)
    assert "git holds no version of this folder yet" in run("changes", "--since", "2020-01-01").out


def test_nothing_changed_is_exit_code_one(run: Run, agendas: Path) -> None:
    shutil.rmtree(agendas / "official")
    _commit(agendas, "2031-02-01T12:00:00")
    ran = run("changes", "--since", "2031-02-10")
    assert (ran.code, "Nothing changed" in ran.out) == (1, True)


def _typed(text: str) -> object:
    import io

    return io.StringIO(text)


def _commit(folder: Path, moment: str) -> None:
    names = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
             "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment,
             "PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(folder)}  # fmt: skip
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-qm", "x")):
        subprocess.run(["git", *arguments], cwd=folder, env=names, check=True)


PAPERS = """title: Dijkberaad, maart 2031
when: 2031-03-20
events:
  - title: Commissiedebat
    kind: debate
    when: 2031-03-13
    official: 2031A00101
documents:
  - ref: 99 001, nr. 12
  - ref: 99 001, nr. 15
    title: Onze titel
    date: 2031-02-11
"""


def test_refs_and_show_add_details_from_the_record(run: Run, agendas: Path) -> None:
    (agendas / "dijk-2031-03.yaml").write_text(PAPERS, encoding="utf-8")
    first, second = json.loads(run("refs", "99001", "-f", "json").out)
    assert (first["date"], first["kind"]) == ("2031-03-03", "annotated agenda")
    assert first["official"] == {
        "title": "Geannoteerde agenda Raad Buitenlandse Zaken van 17 maart 2031", "kind": "Brief regering",
        "date": "2031-03-03", "received": "2031-03-04", "published": "2031-03-06",
    }  # fmt: skip
    assert (second["title"], second["official"]["published"]) == ("Onze titel", "2031-02-13")
    shown = json.loads(run("show", "dijk-2031-03", "-f", "json").out)
    assert shown["documents"][0] == {"ref": "99 001, nr. 12", "official": first["official"]}
    assert shown["events"][0]["official"]["date"] == "2031-03-12T10:00/2031-03-12T13:00"
    assert "Geannoteerde agenda Raad Buitenlandse Zaken" in run("show", "dijk-2031-03").out


def test_another_date_in_the_record_is_reported(run: Run, agendas: Path) -> None:
    counted = "deadlines: [{title: Spreektekst, due: 1 day before debate}, {title: Vast, due: 2031-03-12}]\n"
    (agendas / "dijk-2031-03.yaml").write_text(PAPERS + counted, encoding="utf-8")
    for command in (("show", "dijk-2031-03"), ("deadlines",)):
        lines = run(*command).out.splitlines()
        assert any("is on Wed 12 Mar 2031, 10:00–13:00, not on Thu 13 Mar 2031" in each for each in lines)
        assert "1 deadline shifts with it: Spreektekst" in lines
        assert any("Tue 11 Mar 2031" in each and "Spreektekst" in each for each in lines)
    checked = run("check").out
    assert "warning[official-event]" in checked
    assert "write that day here too; 1 deadline shifts with it: Spreektekst\n" in checked


def test_a_commitment_of_the_record_is_listed_with_its_meeting(run: Run, agendas: Path) -> None:
    (agendas / "dijk-2031-03.yaml").write_text(PAPERS, encoding="utf-8")
    listed = json.loads(run("commitments", "--today", "2031-04-01", "-f", "json").out)
    found = {each["ref"]: each for each in listed}
    promise, other = found["TZ203103-102"], found["TZ203103-101"]
    assert (promise["meeting"], promise["status"]) == ("dijk-2031-03", "done")
    assert promise["official"]["met_by"] == ["2031Z00301"]
    assert (other["due"], other["debate"]) == ("../2031-07-01?", "Raad Buitenlandse Zaken d.d. 17 maart 2031")
    # The same if no agenda names the debate: otherwise the debate of a withheld event would look different
    (agendas / "dijk-2031-03.yaml").write_text("title: Dijk\nwhen: 2031-03-20\n", encoding="utf-8")
    listed = json.loads(run("commitments", "--today", "2031-04-01", "-f", "json").out)
    assert {each["ref"]: each["debate"] for each in listed}["TZ203103-101"] == other["debate"]


def test_refs_check_finds_a_paper_missing_from_its_dossier(run: Run, agendas: Path) -> None:
    text = PAPERS.replace("nr. 15", "nr. 13").replace("    date: 2031-02-11\n", "")
    (agendas / "dijk-2031-03.yaml").write_text(text, encoding="utf-8")
    (found,) = json.loads(run("refs", "--check", "-f", "json").out)
    assert (found["document"], found["missing"]) == ("kst-99001-13", True)


def test_papers_cited_in_answers_are_checked_against_the_record(run: Run, agendas: Path) -> None:
    for paper, said in (("12", ""), ("13", "papers before and after kst-99001-13"), ("99", "of no meeting")):
        text = f"{COUNCIL}questions: [{{question: Wat?, answer: 'Zie Kamerstuk 99 001 nr. {paper}.'}}]\n"
        (agendas / "rbz-2031-03.yaml").write_text(text, encoding="utf-8")
        out = run("check").out
        assert ("unknown-paper" in out) == bool(said)
        assert said in out


def test_a_moved_activity_is_reported_until_the_agenda_says_so(run: Run, agendas: Path) -> None:
    file = agendas / "dijk-2031-03.yaml"
    file.write_text(PAPERS.replace("2031A00101", "2031A00102"), encoding="utf-8")
    assert "the record says that this was moved" in run("check").out
    assert "(2031A00102) is moved" in run("show", "dijk-2031-03").out
    file.write_text(PAPERS.replace("2031A00101", "2031A00102\n    status: moved"), encoding="utf-8")
    assert "the record says that this was moved" not in run("check").out
    assert "(2031A00102) is moved" not in run("show", "dijk-2031-03").out


def test_the_record_does_not_reveal_a_withheld_title_or_place(run: Run, agendas: Path) -> None:
    hidden = PAPERS.replace(
        "title: Commissiedebat", "title: {text: Geheim, public: false}\n    place: {text: Kelder, public: false}"
    )
    (agendas / "dijk-2031-03.yaml").write_text(hidden, encoding="utf-8")
    shown = run("show", "dijk-2031-03", "-f", "json").out
    event = json.loads(shown)["events"][0]
    assert (event["title"], event["place"], event.get("official")) == ("[withheld]", "[withheld]", None)
    assert "2031A00101" not in shown + run("show", "dijk-2031-03").out + run("refs", "-f", "json").out
    internal = json.loads(run("show", "dijk-2031-03", "-f", "json", "--internal").out)["events"][0]
    assert internal["official"]["subject"] == "Raad Buitenlandse Zaken d.d. 17 maart 2031"


def test_the_record_does_not_reveal_a_withheld_paper_title(run: Run, agendas: Path) -> None:
    hidden = PAPERS.replace("nr. 12", "nr. 12\n    title: {text: Geheim, public: false, ground: Woo}")
    (agendas / "dijk-2031-03.yaml").write_text(hidden, encoding="utf-8")
    shown, paper = (
        json.loads(run("show", "dijk-2031-03", "-f", "json").out)["documents"][0],
        next(each for each in json.loads(run("refs", "99001", "-f", "json").out) if each["document"] == "kst-99001-12"),
    )
    for each in (shown, paper):
        assert (each["title"], each["official"]["title"]) == ("[withheld: Woo]", None)
        assert each["official"]["kind"]


def test_check_and_changes_do_not_reveal_a_withheld_title(run: Run, agendas: Path) -> None:
    hidden = "title: {text: Geheim, public: false, ground: Woo}"
    open_ = "title: Dijkbrief"
    text = (
        "title: Dijk\nwhen: 2031-03-20\n"
        f"documents:\n  - {{ref: kst-99001-12, date: 2031-02-20, kind: motion, {hidden}}}\n"
        f"commitments:\n  - {{ref: TZ203102-001, due: 2032-01-01, {hidden}}}\n"
    )
    row = {"Nummer": "TZ203102-001", "Tekst": "Een brief over IJSVOGELS voor de zomer.", "Aanmaakdatum": "2031-02-20"}
    (agendas / "official" / "Toezegging_2031-03-01.json").write_text(json.dumps({"value": [row]}), encoding="utf-8")
    for written, is_seen in ((text, False), (text.replace(hidden, open_), True)):
        (agendas / "dijk-2031-03.yaml").write_text(written, encoding="utf-8")
        check = [each for each in json.loads(run("check", "-f", "json").out) if each["code"].startswith("official-")]
        told = " ".join(each["message"] for each in check if each["path"].endswith("dijk-2031-03.yaml"))
        news = json.loads(run("changes", "--since", "2031-02-10", "-f", "json").out)
        promise = next(each for each in news if each["official"] == "TZ203102-001")
        assert ("IJSVOGELS" in told, promise["meeting"] is not None) == (is_seen, is_seen)
        assert told.count("in the record (“") == 3
        assert ("[withheld: Woo]" in told) is not is_seen


def test_check_names_deadlines_that_shift_with_a_moved_event(run: Run, agendas: Path) -> None:
    second = "events:\n  - {title: Eerder, kind: debate, when: 2031-03-11}\n"
    deadline = "deadlines:\n  - {title: Lijnen, due: 1 day before debate}\n"
    file = agendas / "dijk-2031-03.yaml"
    file.write_text(PAPERS + deadline, encoding="utf-8")
    assert "1 deadline shifts with it: Lijnen" in run("check").out
    file.write_text(PAPERS.replace("events:\n", second) + deadline, encoding="utf-8")
    assert "shifts with it" not in run("check").out


def test_details_from_the_record_are_no_change_of_the_agenda(run: Run, agendas: Path) -> None:
    (agendas / "dijk-2031-03.yaml").write_text(PAPERS, encoding="utf-8")
    _commit(agendas, "2031-02-01T12:00:00")
    ran = run("changes", "--since", "2031-02-10", "-f", "json")
    assert [each for each in json.loads(ran.out or "[]") if each["meeting"] == "dijk-2031-03"] == []


def test_a_file_of_the_record_is_not_formatted(run: Run, agendas: Path) -> None:
    file = agendas / "official" / "activities.json"
    before = file.read_bytes()
    ran = run("fmt", str(file))
    assert (ran.code, "is no agenda" in ran.err, file.read_bytes()) == (2, True, before)


def test_practice_warns_about_few_cases(run: Run, agendas: Path) -> None:
    out = run("official", "practice", "--series", "rbz").out
    assert "With fewer than 5 cases" in out
    assert "Four in five" not in out
