"""What each format of the House's files gives, and that errors in a file are reported with their place, not raised."""

import json
from datetime import date, time
from pathlib import Path
from time import process_time

import pytest
from tests.bench.mutations import chance_of, mutated

from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import When, parse_when
from briefcli.official.contents import ActivityForm, FileContents, RecordFormat
from briefcli.official.formats import read_official
from briefcli.official.names import day_in_name
from briefcli.official.subjects import meetings_named, significant, without_remarks

FILES = Path(__file__).parent / "files"


def _read(name: str) -> FileContents:
    return read_official(name, (FILES / name).read_bytes())


def _page(*rows: object) -> FileContents:
    return read_official("x.json", json.dumps({"value": rows}, indent=1).encode())


def test_an_activity_has_its_day_and_time_in_amsterdam() -> None:
    debate = _read("activities.json").activities[0]
    assert (debate.official, debate.subject) == ("2031A00101", "Raad Buitenlandse Zaken d.d. 17 maart 2031")
    assert debate.when.text.startswith("2031-03-12T10:00")
    assert debate.when == parse_when("2031-03-12T10:00/2031-03-12T13:00")
    assert (debate.status, debate.form) == (Status.PLANNED, ActivityForm.DEBATE)
    assert (debate.committee, debate.committee_short) == ("vaste commissie voor Buitenlandse Zaken", "BuZa")
    assert debate.changed == "2031-02-20T09:56:00.886369+00:00"


def test_a_time_in_utc_is_the_next_day_in_amsterdam() -> None:
    night = _read("activities.json").activities[4]
    assert night.when.text.startswith("2031-06-05T00:30")


def test_moved_cancelled_undated_and_deleted_activities_are_read() -> None:
    record = _read("activities.json")
    by_number = {each.official: each for each in record.activities}
    assert by_number["2031A00102"].status is Status.MOVED
    assert by_number["2031A00104"].status is Status.CANCELLED
    assert by_number["2031A00103"].form is ActivityForm.CONSULTATION
    assert by_number["2031A00106"].when == parse_when("unknown")
    assert by_number["2031A00107"].when == parse_when("2031-05-05/2031-05-07")
    assert [each.id for each in record.withdrawn] == ["10000000-0000-4000-8000-000000000108"]
    assert record.rows == 8


def test_a_paper_has_three_separate_dates() -> None:
    letter = _read("papers.json").papers[0]
    assert letter.document == "kst-99001-12"
    assert letter.title == "Geannoteerde agenda Raad Buitenlandse Zaken van 17 maart 2031"
    assert (letter.dated, letter.received, letter.published) == (
        date(2031, 3, 3), date(2031, 3, 4), date(2031, 3, 6),
    )  # fmt: skip


def test_a_paper_is_identified_by_version_dossier_or_answer() -> None:
    assert [each.document for each in _read("papers.json").papers] == [
        "kst-99001-12", "kst-99002-X-13", "ah-tk-20302031-417", "",
    ]  # fmt: skip


def test_a_year_of_one_and_a_number_below_one_are_ignored() -> None:
    attachment = _read("papers.json").papers[3]
    assert (attachment.dated, attachment.document) == (None, "")


def test_a_case_contains_its_papers() -> None:
    record = _read("case.json")
    assert [(each.official, each.document) for each in record.papers] == [
        ("2031Z00301", ""),
        ("2031D00205", "kst-99001-14"),
    ]
    assert record.activities == []
    assert record.rows == 2


def test_commitments_have_a_due_date_and_the_letters_that_met_them() -> None:
    first, second, third = _read("commitments.json").toezeggingen
    assert (first.status, first.due) == (Promise.OPEN, parse_when("../2031-07-01?"))
    assert (second.status, second.met, second.met_by) == (Promise.DONE, date(2031, 3, 24), ("2031Z00301",))
    assert second.due == parse_when("../2031-03-27")
    assert (third.status, third.met, third.due) == (Promise.OPEN, None, When.unknown())


def test_the_feed_gives_activities_commitments_and_withdrawals() -> None:
    record = _read("feed.xml")
    assert record.kind is RecordFormat.SYNCFEED
    summit, promise = record.activities[0], record.toezeggingen[0]
    assert (summit.official, summit.day, summit.when.from_time) == ("2031A00401", date(2031, 7, 1), time(14))
    assert (summit.id, summit.changed) == ("10000000-0000-4000-8000-000000000401", "2031-02-20T09:00:00.000000+00:00")
    assert promise.met_by == ("2031Z00301", "2031Z00302")
    odata = _page(
        {
            "Id": summit.id, "Nummer": "2031A00401", "Soort": "Commissiedebat",
            "Onderwerp": "NAVO-top in Voorbeeldstad",
            "Datum": "2031-07-01T00:00:00+02:00", "Aanvangstijd": "2031-07-01T14:00:00+02:00", "Eindtijd": None,
            "Status": "Gepland", "Besloten": False, "Voortouwnaam": "vaste commissie voor Buitenlandse Zaken",
            "Voortouwafkorting": "BuZa", "ApiGewijzigdOp": "2031-02-20T09:00:00Z", "Verwijderd": False,
        },
        {
            "Id": promise.id, "Nummer": "TZ203102-402", "ActiviteitNummer": "2031A00401", "Status": "Voldaan",
            "KamerbriefNakoming": ["2031Z00301", "2031Z00302"], "Tekst": "De minister stuurt twee brieven.",
            "Aanmaakdatum": "2031-02-20T12:00:00Z", "ApiGewijzigdOp": "2031-02-21T00:00:00Z", "Verwijderd": False,
        },
        {"Id": "20000000-0000-4000-8000-000000000403", "DocumentNummer": "2031D00403", "Verwijderd": True},
    )  # fmt: skip
    assert odata.activities == record.activities
    assert odata.toezeggingen == record.toezeggingen
    assert [each.id for each in odata.withdrawn] == [each.id for each in record.withdrawn]
    assert [each.id for each in record.withdrawn] == ["20000000-0000-4000-8000-000000000403"]


def test_papers_published_by_koop_are_read() -> None:
    record = _read("sru.xml")
    first, second = record.papers
    assert (first.document, first.title, first.kind) == ("kst-99001-15", "Stand van de dijken", "Brief")
    assert (first.dated, first.published) == (date(2031, 2, 11), date(2031, 2, 13))
    assert (second.official, second.title) == ("2031D00206", "Reactie op een brandbrief")
    assert [(each.line, each.message) for each in record.diagnostics] == [(26, "this record has no identifier")]


@pytest.mark.parametrize(
    ("fields", "document"),
    [
        ("<dossiernummer>28676</dossiernummer><ondernummer>443</ondernummer>", "kst-28676-443"),
        ("<dossiernummer>36800;X</dossiernummer><ondernummer>12</ondernummer>", "kst-36800-X-12"),
        ("<dossiernummer>28676</dossiernummer>", "kst-1268678"),
    ],
)
def test_dossier_and_number_replace_a_publication_number(fields: str, document: str) -> None:
    record = f"<record><identifier>kst-1268678</identifier>{fields}</record>"
    sru = f"<searchRetrieveResponse><records>{record}</records></searchRetrieveResponse>"
    (paper,) = read_official("x.xml", sru.encode()).papers
    assert paper.document == document


def test_metadata_in_an_older_encoding_are_read() -> None:
    paper = _read("metadata.xml").papers[0]
    assert (paper.document, paper.title, paper.kind) == (
        "ah-tk-20302031-417", "Vragen over “dijken” én duinen.", "Antwoord",
    )  # fmt: skip
    assert paper.received == date(2031, 2, 13)


def test_a_published_paper_is_read() -> None:
    paper = _read("publication.xml").papers[0]
    assert (paper.document, paper.title, paper.dated) == (
        "kst-99001-16", "MOTIE VAN HET LID VOORBEELD", date(2031, 2, 20),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["a_2031-02-01.json", "b/a_2031-02-01_2.json", "a-2031-02-01 (1).json"])
def test_the_day_of_a_download_is_read_from_its_name(name: str) -> None:
    assert day_in_name(name) == date(2031, 2, 1)


def test_a_calendar_gives_its_activities() -> None:
    council, dikes, visit, harbours = _read("Vaste-commissie-voor-Vreemde-Zaken_2031-02-01.ics").activities
    assert council.when.text.startswith("2031-03-13T10:00")
    assert council.committee == "Vaste commissie voor Vreemde Zaken"
    assert (dikes.subject, dikes.when.from_time) == ("Dijken, duinen en dammen", time(13))
    assert visit.when.text == "2031-05-05/2031-05-07"
    assert harbours.form is ActivityForm.DEBATE


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "there is nothing in this file"),
        (b"Nummer;Datum", "this is no file of the House: no JSON, XML or calendar"),
        (b"<!doctype html><html></html>", "this is a web page, not data: the download went wrong"),
        (b'<?xml version="1.0"?>\n<html xmlns="x"/>', "this is a web page, not data: the download went wrong"),
        (b'{"value": {}}', "this has no list of rows under “value”"),
        (b'{"error": {"message": "te veel"}}', "the service answered with an error: te veel"),
        (b"<rss/>", "XML of this kind (“rss”) is not read"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><feed>&b;</feed>', "the file declares entities, which are not read"),
        (b"<feed>" * 200, "elements are nested too deep"),
        (b'<?xml version="1.0" encoding="kwrb"?><feed/>', "the encoding of the file is not known"),
    ],
)
def test_other_files_are_reported_as_unreadable(data: bytes, message: str) -> None:
    (found,) = read_official("x", data).diagnostics
    assert found.code == "official-unreadable"
    assert message in found.message


def test_a_truncated_download_is_reported_with_its_line() -> None:
    data = (FILES / "activities.json").read_bytes()[:900]
    (found,) = read_official("x.json", data).diagnostics
    assert found.line == data.count(b"\n") + 1


def test_a_value_of_the_wrong_type_is_reported_and_skipped() -> None:
    record = _page(
        {"Nummer": "2031A1", "DatumSoort": "Dag", "Datum": 7},
        {"Nummer": "2031A2", "DatumSoort": "Dag", "Onderwerp": "a"},
    )
    assert [each.official for each in record.activities] == ["2031A1", "2031A2"]
    (found,) = record.diagnostics
    assert found.message == "2031A1.Datum: “Datum” has a value of the wrong kind"


@pytest.mark.parametrize(
    ("times", "when", "remarks"),
    [
        (("Dag", "2031-06-07T19:00", "2031-06-07T19:00", "2031-06-08T00:30"), "2031-06-07T19:00", 0),
        (("Dag", "2031-06-07T19:00", "2031-06-07T19:00", "2031-06-08T00:00"), "2031-06-07T19:00", 0),
        (("Dag", "2031-06-07T19:00", "2031-06-07T19:00", "2032-06-07T22:00"), "2031-06-07T19:00", 1),
        (("Dag", "2031-06-07T00:00", "2031-06-09T10:00", "2031-06-09T12:00"), "unknown", 1),
        (("Dag", "2031-06-07T00:00", "2031-06-07T00:00", "2031-06-07T00:00"), "2031-06-07", 0),
        (("Dag", "2031-06-07T00:00", None, None), "2031-06-07", 0),
        (("Meerdaags", "2031-06-07T09:00", "2031-06-07T09:00", "2031-06-09T12:00"), "2031-06-07/2031-06-09", 0),
        ((None, "2031-06-07T09:00", "2031-06-07T09:00", "2031-06-09T12:00"), "2031-06-07/2031-06-09", 0),
        (("Maand", "2031-06-01T00:00", None, None), "2031-06", 0),
        (("Week", "2031-06-02T00:00", None, None), "2031-W23", 0),
        (("Jaar", "2031-01-01T00:00", None, None), "2031", 0),
        (("Nog geen datum bekend", "2031-06-07T19:00", None, None), "unknown", 0),
        (("Kwartaal", "2031-04-01T00:00", None, None), "unknown", 1),
    ],
)
def test_a_date_is_as_exact_as_the_house_states(times: tuple[str | None, ...], when: str, remarks: int) -> None:
    names = ("DatumSoort", "Datum", "Aanvangstijd", "Eindtijd")
    record = _page({"Nummer": "2031A1", "Onderwerp": "a", **dict(zip(names, times, strict=True))})
    assert record.activities[0].when == parse_when(when)
    assert len(record.diagnostics) == remarks


def _version(identifier: str) -> dict[str, object]:
    return {"HuidigeDocumentVersie": {"ExterneIdentifier": identifier}}


@pytest.mark.parametrize(
    ("fields", "identifier"),
    [
        ({"Kamer": 2, "Kamerstukdossier": {"Nummer": 99001, "Toevoeging": None}}, "kst-99001-3"),
        ({"Kamer": 2, "Kamerstukdossier": {"Nummer": 99002, "Toevoeging": "(R2100)"}}, "kst-99002-3"),
        ({"Kamer": 1, "Kamerstukdossier": {"Nummer": 99001, "Toevoeging": None}}, ""),
        ({"Kamer": 2, "Kamerstukdossier": [{"Nummer": 99001}, {"Nummer": 99002}]}, ""),
        ({"Kamer": 2, "Kamerstukdossier": {"Nummer": 99001}, **_version("kst-1268678")}, "kst-99001-3"),
        ({"Kamer": 1, "Kamerstukdossier": {"Nummer": 99001}, **_version("kst-1268678")}, "kst-1268678"),
        ({"Kamer": 2, "Kamerstukdossier": {"Nummer": 99001}, **_version("kst-99001-4")}, "kst-99001-4"),
    ],
)
def test_a_paper_has_a_number_only_if_its_dossier_is_clear(fields: dict[str, object], identifier: str) -> None:
    (paper,) = _page({"DocumentNummer": "2031D1", "Volgnummer": 3, **fields}).papers
    assert paper.document == identifier


def test_an_error_or_an_invalid_date_of_koop_is_reported() -> None:
    answer = "<searchRetrieveResponse>{}</searchRetrieveResponse>"
    fields = "<identifier>https://a.test/kst-99001-3.html</identifier><title><b>a</b> b</title><issued>9 maart</issued>"
    record = read_official("x.xml", answer.format(f"<record>{fields}</record>").encode())
    assert [(each.document, each.title) for each in record.papers] == [("kst-99001-3", "a b")]
    assert [each.message for each in record.diagnostics] == ["“9 maart” is no date"]
    error = "<diagnostics><diagnostic><message>too many</message></diagnostic></diagnostics>"
    (found,) = read_official("x.xml", answer.format(error).encode()).diagnostics
    assert found.message == "the service answered with an error: too many"


def test_an_unknown_status_is_reported() -> None:
    record = _page({"Nummer": "2031a1 ", "DatumSoort": "Dag", "Status": "Concept", "Verwijderd": "ja"})
    assert [(each.official, each.status) for each in record.activities] == [("2031A1", None)]
    assert [each.message for each in record.diagnostics] == [
        "2031a1.Verwijderd: “Verwijderd” has a value of the wrong kind",
        "2031a1.Status: “Concept” is not known here",
    ]


ROWS = [{"Nummer": f"2031A0000{number}", "DatumSoort": "Dag"} for number in (1, 2)]


def _lines(*values: object) -> bytes:
    return "\n".join(map(json.dumps, values)).encode()


@pytest.mark.parametrize("data", [_lines([{"value": [row]} for row in ROWS]), _lines(ROWS)])
def test_rows_are_read_from_one_page_several_or_none(data: bytes) -> None:
    record = read_official("x", data)
    assert [each.official for each in record.activities] == ["2031A00001", "2031A00002"]
    assert record.diagnostics == []


def test_truncated_json_is_refused() -> None:
    record = read_official("x.json", _lines({"value": ROWS})[:-3])
    assert record.activities == []
    assert [each.code for each in record.diagnostics] == ["official-unreadable"]


def test_an_error_in_a_row_without_a_number_is_reported_by_its_place() -> None:
    (found,) = read_official("x.json", _lines([ROWS[0], ROWS[1] | {"Nummer": "", "Datum": 7}])).diagnostics
    assert found.message == "[1].Datum: “Datum” has a value of the wrong kind"


def test_no_number_is_no_value() -> None:
    data = _lines([ROWS[0] | {"Onderwerp": "?"}]).replace(b'"?"', b"NaN")
    (activity,) = read_official("x.json", data).activities
    assert activity.subject == ""


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2031-01-15T00:00:00+01:00", "2031-01-15"),
        ("2031-01-15T00:00:00+02:00", "2031-01-15"),
        ("2031-07-15T00:00:00+01:00", "2031-07-15"),
        ("2031-07-14T22:00:00Z", "2031-07-15"),
        ("2031-07-15T00:00:00Z", "2031-07-15T02:00"),
        ("2031-03-29T23:30:00Z", "2031-03-30T00:30"),
        ("2031-10-26T23:30:00Z", "2031-10-27T00:30"),
        ("2031-07-15", "2031-07-15"),
    ],
)
def test_the_time_zone_does_not_shift_the_day(written: str, when: str) -> None:
    (activity,) = _page({"Nummer": "2031A1", "DatumSoort": "Dag", "Datum": written, "Aanvangstijd": written}).activities
    assert activity.when == parse_when(when)


def test_a_row_without_a_type_is_recognised_by_its_number() -> None:
    record = _page(
        {"Nummer": "2031A00001", "Datum": "2031-03-12", "Soort": "Commissiedebat"},
        {"Nummer": "TZ203103-001", "Tekst": "Een brief"}, {"Nummer": "2031Z00001", "Onderwerp": "Een zaak"},
    )  # fmt: skip
    assert [record.activities[0].official, record.toezeggingen[0].text, record.papers[0].title] == [
        "2031A00001", "Een brief", "Een zaak",
    ]  # fmt: skip


def test_an_activity_without_a_date_field_is_not_read() -> None:
    """Without `Datum`, an activity is reported if it is a row of its own, and skipped if it is part of another row."""
    stub = {"Id": "1", "Nummer": "2031A00001", "Onderwerp": "Dijken"}
    record = _page({"Nummer": "TZ203103-001", "Tekst": "Een brief", "Activiteit": [stub]}, stub)
    assert (record.activities, record.toezeggingen[0].activity) == ([], "2031A00001")
    assert [each.message for each in record.diagnostics] == [
        "2031A00001: this activity has no field “Datum”, so it is not read"
    ]


def test_rows_are_found_at_every_depth_and_under_every_name() -> None:
    paper = {"DocumentNummer": "2031D00001", "Onderwerp": "Brief"}
    other = {"Nummer": "2031A00002", "Datum": "2031-03-13"}
    debate = {"Nummer": "2031A00001", "Datum": "2031-03-12", "VervangenDoor": [other],
              "Toezegging": [{"Nummer": "TZ203103-001", "Tekst": "Een brief", "ActiviteitNummer": None}],
              "Agendapunt": [{"Id": "1", "Zaak": [{"Nummer": "2031Z00001", "Document": [paper]}]}]}  # fmt: skip
    record = _page(debate)
    assert [each.official for each in record.activities] == ["2031A00001", "2031A00002"]
    assert [each.official for each in record.papers] == ["2031Z00001", "2031D00001"]
    assert [(each.official, each.activity) for each in record.toezeggingen] == [("TZ203103-001", "2031A00001")]


@pytest.mark.parametrize(
    ("fields", "status", "met", "due"),
    [
        ({"Status": "Voldaan"}, Promise.DONE, True, "unknown"),
        ({"Status": "Afgedaan"}, Promise.DONE, True, "unknown"),
        ({"Status": "Nagekomen"}, Promise.DONE, True, "unknown"),
        ({"Status": None, "KamerbriefNakoming": "2031Z1"}, None, True, "unknown"),
        ({"Status": None}, None, False, "2031-06-01?"),
        ({}, None, False, "2031-06-01?"),
        ({"Status": "Openstaand"}, Promise.OPEN, False, "2031-06-01?"),
        ({"Status": "Niet nagekomen"}, Promise.OPEN, False, "2031-06-01?"),
        ({"Status": "Deels Afgedaan", "KamerbriefNakoming": "2031Z1"}, Promise.OPEN, False, "unknown"),
        ({"Status": "Vervallen"}, Promise.DROPPED, False, "unknown"),
        ({"Status": "Openstaand", "Tekst": "voor 1 mei 2031 een brief"}, Promise.OPEN, False, "../2031-05-01"),
        ({"Status": "Openstaand", "Aanmaakdatum": "2031-07-01"}, Promise.OPEN, False, "unknown"),
    ],
)
def test_only_a_settled_commitment_has_a_date_of_fulfilment(
    fields: dict[str, object], status: Promise | None, met: bool, due: str
) -> None:
    row = {"Nummer": "TZ203103-001", "Tekst": "Een brief", "Aanmaakdatum": "2031-03-12T15:00:00+01:00",
           "DatumNakoming": "2031-06-01T00:00:00+02:00"}  # fmt: skip
    (promise,) = _page(row | fields).toezeggingen
    assert (promise.status, promise.met, promise.due) == (status, date(2031, 6, 1) if met else None, parse_when(due))


def test_letters_and_recipients_may_be_rows() -> None:
    row = {"Nummer": "TZ203103-001", "Tekst": "Een brief",
           "KamerbriefNakoming": [{"Id": "1", "DocumentNummer": "2031D00001", "Onderwerp": "Brief"}, {"Id": "2"}],
           "ToegezegdAan": [{"Persoon": {"Roepnaam": "Jo", "Achternaam": "Dijk"}, "Fractie": {"Afkorting": "P1"}},
                            {"Persoon": None, "Fractie": {"Afkorting": "P2"}}]}  # fmt: skip
    record = _page(row)
    assert (record.toezeggingen[0].met_by, record.toezeggingen[0].to) == (("2031D00001",), "Jo Dijk (P1), P2")
    assert [each.official for each in record.papers] == ["2031D00001"]


def test_a_page_with_missing_next_pages_is_reported() -> None:
    sru = b"<searchRetrieveResponse><records/><nextRecordPosition>11</nextRecordPosition></searchRetrieveResponse>"
    for data in (b'{"@odata.nextLink": "https://house.test/?$skip=250", "value": []}', sru):
        (found,) = read_official("x.json", data).diagnostics
        assert found.message == "this is one page of several; the others are missing"


@pytest.mark.parametrize(("rel", "said"), [("next", 1), ("resume", 0)])
def test_a_feed_page_with_missing_next_pages_is_reported(rel: str, said: int) -> None:
    link = f'<link rel="{rel}" href="https://house.test/Feed?skiptoken=2"/>'
    data = f'<feed><entry><link rel="next" href="x"/><zaak id="1"/></entry>{link}</feed>'
    assert len(read_official("x.xml", data.encode()).diagnostics) == said


def test_rows_of_odata_are_read_from_xml() -> None:
    fields = "<d:Id>1</d:Id><d:Nummer>2031A00001</d:Nummer><d:Datum>2031-03-12T00:00:00+01:00</d:Datum>"
    row = f'<m:properties xmlns:d="d" xmlns:m="m">{fields}<d:Noot m:null="true"/></m:properties>'
    data = f"<feed><entry>{row}</entry></feed>"
    (activity,) = read_official("x.xml", data.encode()).activities
    assert (activity.id, activity.official, activity.day) == ("1", "2031A00001", date(2031, 3, 12))


def test_a_feed_without_readable_entries_is_reported() -> None:
    (found,) = read_official("x.xml", b"<feed>\n<entry><title>Nieuws</title></entry></feed>").diagnostics
    assert (found.line, found.message) == (2, "no entry of this feed can be read")


def test_the_leading_committee_is_read_from_an_expanded_row() -> None:
    committee = {"NaamNL": "Dijken", "Afkorting": "DK"}
    row = {"Nummer": "2031A00001", "Datum": "2031-03-12"}
    found = _page(*(row | {"Voortouwcommissie": each} for each in (committee, {"Commissie": committee}))).activities
    assert [(each.committee, each.committee_short) for each in found] == [("Dijken", "DK")] * 2


def test_an_invalid_row_is_reported() -> None:
    record = _page({"Kleur": "rood"}, 5, {"Id": "10000000-0000-4000-8000-000000000001", "Kleur": "rood"})
    assert [each.message[:8] for each in record.diagnostics] == ["value[0]", "value[1]", "10000000"]
    assert record.rows == 3


@pytest.mark.parametrize("sort", ["Dag", "Week", "Maand", "Jaar"])
@pytest.mark.parametrize("year", ["0002", "0999", "9999"])
def test_an_implausible_year_is_no_date(year: str, sort: str) -> None:
    record = _page({"Nummer": "2031A1", "DatumSoort": sort, "Datum": f"{year}-12-31T00:00:00"})
    assert [each.when.text for each in record.activities] == ["unknown"]
    assert [each.message for each in record.diagnostics] == [f"2031A1.Datum: “{year}-12-31T00:00:00” is no date"]


def test_html_and_control_characters_are_removed() -> None:
    record = _page(
        {
            "Nummer": "1",
            "DatumSoort": "",
            "Onderwerp": "a<br/>b <a href='x'>c</a> 5 < 6\x1b[31m",
            "Soort": "<p>unfinished <a hre",
        }
    )
    assert record.activities[0].subject == "a b c 5 < 6 [31m"
    assert record.activities[0].kind == "unfinished"


def test_no_content_of_a_file_raises() -> None:
    files = [path.read_bytes() for path in sorted(FILES.iterdir())]
    for number in range(250):
        chance = chance_of(f"official-{number}")
        data = mutated(chance, chance.choice(files))
        record = read_official("x", data)
        lines = data.count(b"\n") + data.count(b"\r") + 2
        assert all(1 <= each.line <= lines and each.message for each in record.diagnostics), number


def test_every_row_of_the_real_files_is_read(shared: Path) -> None:
    for path in sorted((shared / "official").rglob("*.*")):
        if path.suffix in {".json", ".xml", ".ics"}:
            record = read_official(path.name, path.read_bytes())
            read = len(record.activities) + len(record.papers) + len(record.toezeggingen) + len(record.withdrawn)
            assert record.rows == read + sum(record.unused.values()), path
            # Only one of these files is a page of several
            pages = ["this is one page of several; the others are missing"] * (path.name == "sru.xml")
            assert [each.message for each in record.diagnostics] == pages, path


def test_files_in_other_encodings_are_read() -> None:
    row = '{"value": [{"Nummer": "2031A00001", "DatumSoort": "Dag", "Onderwerp": "Financiën"}]}'
    calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20310312\nSUMMARY:Finan\n ciën\nEND:VEVENT\nEND:VCALENDAR\n"
    files = [text.encode(encoding) for text in (row, calendar) for encoding in ("utf-16", "utf-8-sig", "cp1252")]
    assert [read_official("x", each).activities[0].subject for each in files] == ["Financiën"] * 6


def test_accents_in_an_older_encoding_are_kept_beside_apparent_utf_8() -> None:
    head, tail = (
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20310312\nSUMMARY:Oekra\xefne",
        b"\nEND:VEVENT\nEND:VCALENDAR\n",
    )
    for before, behind in ((b"\xef\xbb\xbf", b""), (b"", b" \xc4\xb4")):
        (activity,) = read_official("x", before + head + behind + tail).activities
        assert activity.subject.startswith("Oekraïne")


def test_a_time_zone_of_outlook_is_recognised() -> None:
    event = b"BEGIN:VEVENT\nDTSTART;TZID=W. Europe Standard Time:20310712T100000\nSUMMARY:x\nEND:VEVENT\n"
    (activity,) = read_official("x", b"BEGIN:VCALENDAR\n" + event + b"END:VCALENDAR\n").activities
    assert activity.when.text.startswith("2031-07-12T10:00")


def _event(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT", "END:VCALENDAR", ""))


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        (
            ("DTSTART;TZID=Europe/Amsterdam:20310607T190000", "DTEND;TZID=Europe/Amsterdam:20310608T003000"),
            "2031-06-07T19:00",
        ),
        (("DTSTART;VALUE=DATE:20310607", "DTEND;VALUE=DATE:20310609"), "2031-06-07/2031-06-08"),
        (("DTSTART;VALUE=DATE:20310607", "DTEND;VALUE=DATE:20310608"), "2031-06-07"),
        (("DTSTART;VALUE=DATE:2031-06-07", "DURATION:P2D"), "2031-06-07/2031-06-08"),
        (("DTSTART:20310607T170000Z", "DURATION:PT2H"), "2031-06-07T19:00/2031-06-07T21:00"),
        (("DTSTART:20310607T000000", "DTEND:20310607T235900"), "2031-06-07"),
        (('DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern":20310607T190000',), "2031-06-07T19:00"),
        (("DTSTART;TZID=Romance Standard Time:20310607T190000",), "2031-06-07T19:00"),
        (("DTSTART;TZID=/maker.test/Europe/London:20310607T190000",), "2031-06-07T20:00"),
        (
            ("BEGIN:VALARM", "DTSTART:19700101T000000Z", "SUMMARY:Alarm", "END:VALARM", "DTSTART:20310607T170000Z"),
            "2031-06-07T19:00",
        ),
    ],
)
def test_the_times_of_a_calendar_event_are_read(lines: tuple[str, ...], when: str) -> None:
    record = read_official("x.ics", _event(*lines, 'SUMMARY;ALTREP="http://x.test/y":Commissiedebat').encode())
    assert [(each.subject, str(each.when)) for each in record.activities] == [("Commissiedebat", when)]
    assert record.diagnostics == []


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        (
            "DTSTART;TZID=Customized Time Zone:20310607T190000",
            "its time zone is not known here, so it has a day and no hour",
        ),
    ],
)
def test_unread_parts_of_an_event_are_reported(line: str, remark: str) -> None:
    record = read_official("x.ics", _event("SUMMARY:a", line).encode())
    assert [str(each.when) for each in record.activities] == ["2031-06-07"]
    assert [each.message for each in record.diagnostics] == [remark]


def test_an_event_that_repeats_is_not_read() -> None:
    record = read_official("x.ics", _event("SUMMARY:a", "DTSTART:20310607", "RRULE:FREQ=WEEKLY").encode())
    assert [each.message for each in record.diagnostics] == ["this event repeats, so it is not read"]
    assert (record.rows, record.activities) == (1, [])


def test_the_last_version_of_an_event_is_used() -> None:
    data = _event("SEQUENCE:1", "SUMMARY:a", "DTSTART:20310609") + _event("SUMMARY:a", "DTSTART:20310607")
    assert [str(each.when) for each in read_official("x.ics", data.encode()).activities] == ["2031-06-09"]
    data = data.replace("SEQUENCE:1", "DTSTAMP:20310102T000000Z").replace("T:20310607", "T:20310607\r\nDTSTAMP:2031")
    assert [str(each.when) for each in read_official("x.ics", data.encode()).activities] == ["2031-06-09"]


@pytest.mark.parametrize(
    ("subject", "status"),
    [
        ("Geannuleerd: Commissiedebat", Status.CANCELLED),
        ("Canceled: Commissiedebat", Status.CANCELLED),  # as Outlook in English writes it
        ("[Verplaatst] Commissiedebat", Status.MOVED),
        ("Commissiedebat dijken (geannuleerd)", Status.CANCELLED),
        ("Commissiedebat dijken – uitgesteld", Status.MOVED),
        ("Commissiedebat dijken (verplaatst naar nader te bepalen datum)", Status.MOVED),
        ("Commissiedebat dijken (het CD is verplaatst naar 12 juni)", Status.MOVED),
        ("Commissiedebat dijken (verplaatst naar 7 juni)", None),
        ("Commissiedebat dijken (verplaatst van 3 juni)", None),
        ("Verschoven: Commissiedebat dijken", Status.MOVED),
        ("VERPLAATST NAAR 12 JUNI: Commissiedebat dijken", Status.MOVED),
        ("VERPLAATST NAAR 7 JUNI: Commissiedebat dijken", None),
        ("Commissiedebat dijken (verzet naar 12 juni)", Status.MOVED),
        ("Commissiedebat dijken - gaat niet door", Status.CANCELLED),
        ("INGETROKKEN: Commissiedebat dijken", Status.CANCELLED),
        ("Afgezegd: Commissiedebat dijken", Status.CANCELLED),
        ("Commissiedebat dijken (verplaatst naar 15.00 uur)", None),
        ("Commissiedebat dijken (verplaatst naar de Suze Groenewegzaal)", None),
        ("Commissiedebat dijken (verplaatst naar het najaar)", Status.MOVED),
        ("Commissiedebat verzet tegen dijken", None),
        ("Commissiedebat vervallen vergunningen", None),
        ("Commissiedebat dijken (verplaatst naar 15.00 uur, 12 juni)", Status.MOVED),
        ("Commissiedebat dijken (verplaatst naar 15 uur)", None),
        ("Geannuleerd: Commissiedebat dijken van 7 juni", Status.CANCELLED),
        ("VERPLAATST NAAR 12 juni: Commissiedebat Raad van 7 juni", Status.MOVED),
        ("Verplaatst van 3 juni: Commissiedebat dijken", None),
        ("geannuleerd commissiedebat dijken", Status.CANCELLED),
        ("vervallen commissiedebat dijken", Status.CANCELLED),
        ("Uitgesteld op verzoek van de minister: Commissiedebat dijken", Status.MOVED),
        ("Commissiedebat het bericht dat de dijk is uitgesteld", None),
        ("Commissiedebat het bericht dat de dijk is uitgesteld (geannuleerd)", Status.CANCELLED),
        ("Commissiedebat 'Dijk uitgesteld, kosten stijgen'", None),
        ("Commissiedebat 'Dijken en sluizen' vervallen", Status.CANCELLED),
        ("Commissiedebat dijken - tijd verplaatst", None),
        ("Commissiedebat dijken (aanvangstijd is verschoven)", None),
        ("Commissiedebat dijken - zaal verplaatst", None),
        ("Commissiedebat dijken - datum en tijd verplaatst", Status.MOVED),
        ("Commissiedebat dijken (voor onbepaalde tijd uitgesteld)", Status.MOVED),
        ("Commissiedebat dijken - tot nader tijdstip uitgesteld", Status.MOVED),
        ("Commissiedebat arbeidstijd verplaatst", Status.MOVED),
        ("Commissiedebat dijken - tijdstip verplaatst naar 12 juni", Status.MOVED),
        ("Commissiedebat zittijd - verplaatst", Status.MOVED),
    ],
)
def test_the_subject_may_say_that_an_activity_is_cancelled_or_moved(subject: str, status: Status | None) -> None:
    (found,) = read_official("x.ics", _event(f"SUMMARY:{subject}", "DTSTART:20310607").encode()).activities
    assert (found.status, found.kind) == (status, "Commissiedebat")


@pytest.mark.parametrize(
    "subject",
    [
        "Vervallen verklaringen", "Ingetrokken vergunningen", "Uitgesteld onderhoud van dijken",
        "Ingetrokken Nederlanderschap",
    ],
)  # fmt: skip
def test_what_a_subject_is_about_is_not_what_became_of_the_activity(subject: str) -> None:
    (found,) = read_official("x.ics", _event(f"SUMMARY:{subject}", "DTSTART:20310607").encode()).activities
    assert found.status is None
    assert without_remarks(subject) == subject


@pytest.mark.parametrize(
    ("fields", "status", "when"),
    [
        ({"Status": "Uitgesteld"}, Status.MOVED, "2031-06-07T10:00"),
        ({"Status": "VERPLAATST "}, Status.MOVED, "2031-06-07T10:00"),
        ({"Status": "Geannuleerd (op verzoek)"}, Status.CANCELLED, "2031-06-07T10:00"),
        ({"Status": "Gepland", "Onderwerp": "Dijken (geannuleerd)"}, Status.PLANNED, "2031-06-07T10:00?"),
        ({"Status": None, "Onderwerp": "Dijken verplaatst naar 12 juni"}, None, "2031-06-07T10:00?"),
        ({"Status": "Gepland", "Onderwerp": "Dijken verplaatst naar juni 2031"}, Status.PLANNED, "2031-06-07T10:00"),
        ({"Status": "Gepland", "Onderwerp": "Dijken (verplaatst naar 10.00 uur)"}, Status.PLANNED, "2031-06-07T10:00"),
        ({"Status": "Gepland", "Onderwerp": "Dijken (verplaatst naar 11.00 uur)"}, Status.PLANNED, "2031-06-07T10:00?"),
        ({"Status": "Geannuleerd door de commissie"}, Status.CANCELLED, "2031-06-07T10:00"),
        ({"Status": "Gepland", "Onderwerp": "VERVALLEN inspectie van dijken"}, Status.PLANNED, "2031-06-07T10:00?"),
        ({"Status": "Gepland", "Onderwerp": "Vervallen dijken"}, Status.PLANNED, "2031-06-07T10:00"),
        ({"Status": "Uitgevoerd", "Onderwerp": "Dijken (verplaatst)"}, Status.HELD, "2031-06-07T10:00"),
    ],
)
def test_a_subject_that_contradicts_its_status_makes_the_day_uncertain(
    fields: dict[str, object], status: Status | None, when: str
) -> None:
    record = _page({"Nummer": "2031A00001", "Datum": "2031-06-07T10:00", "Aanvangstijd": "2031-06-07T10:00"} | fields)
    assert [(each.status, each.when.text) for each in record.activities] == [(status, when)]
    assert len(record.diagnostics) == when.endswith("?")


@pytest.mark.parametrize("end", ["", "BEGIN:VEVENT\nSUMMARY:b\n"])
def test_a_calendar_without_its_end_was_cut_off(end: str) -> None:
    data = _event("SUMMARY:Commissiedebat", "DTSTART:20310607").replace("END:VCALENDAR\r\n", end)
    record = read_official("x.ics", data.encode())
    assert [str(each.when) for each in record.activities] == ["2031-06-07"]
    assert [(each.line, "cut off" in each.message) for each in record.diagnostics] == [(7 if end else 2, True)]


def test_a_calendar_may_cancel_all_its_events() -> None:
    data = _event("SUMMARY:Commissiedebat", "DTSTART:20310607").replace("\r\n", "\r\nMETHOD:CANCEL\r\n", 1)
    (found,) = read_official("x.ics", data.encode()).activities
    assert found.status is Status.CANCELLED


def test_a_line_may_be_folded_inside_a_character() -> None:
    data = _event("SUMMARY:Raad over Oekraïne", "DTSTART:20310607").encode()
    place = data.index("ï".encode()) + 1
    (found,) = read_official("x.ics", data[:place] + b"\r\n " + data[place:]).activities
    assert found.subject == "Raad over Oekraïne"


def test_rows_of_an_unused_type_are_counted_without_an_error() -> None:
    page = {"@odata.context": "https://service/OData/v4/2.0/$metadata#ActiviteitActor",
            "value": [{"Id": "1", "ActorNaam": "Dijk, J. van", "Relatie": "Deelnemer"}]}  # fmt: skip
    record = read_official("a.json", json.dumps(page).encode())
    assert (record.unused, record.diagnostics) == ({"ActiviteitActor": 1}, [])


def test_a_large_file_full_of_errors_is_read_fast() -> None:
    row = b'{"Nummer":"2031A00001","Datum":"x","Status":"Nieuw woord"},\n'
    begun = process_time()
    record = read_official("x.json", b'{"@odata.context":"#Activiteit","value":[' + row * 3_000 + b"{}]}")
    assert process_time() - begun < 0.8
    assert record.rows == 3_001
    assert "5901 more rows" in record.diagnostics[-1].message


def test_a_long_subject_of_an_activity_is_read_fast() -> None:
    begun = process_time()
    meetings_named("(a) " * 5_000, date(2031, 6, 1))
    significant("minist" * 20_000)
    assert process_time() - begun < 5
