from typing import Any, TypeVar

import pytest
from hypothesis import given
from tests.agendas import agenda_of
from tests.strategies import SECRET_YEARS, Planted, planted_agendas

from briefcli.domain.agenda import Agenda, Deadline, Event
from briefcli.domain.anchors import anchor_items
from briefcli.domain.due import parse_due
from briefcli.domain.rhythm import Expected, Rhythm
from briefcli.index.records import BODY, CITATION, DATED, MEETING
from briefcli.index.rows import records_of
from briefcli.index.search.fulltext import _words_in
from briefcli.index.tables import FAR, WORD_TABLES, Audience, Record, RecordTable
from briefcli.settings import Settings

RAAD = "{title: Raad, when: 2031-03-15, series: raad, body: EU"
RHYTHM = Rhythm(
    name="raad",
    series=("raad",),
    expects=(
        Expected(id="debate", title="Debat", kind="debate", due=parse_due("7 days before meeting"), happens=True),
        Expected(id="letter", title="Brief", due=parse_due("2 days before debate")),
        Expected(id="memo", title="Nota", due=parse_due("1 day before letter")),
        Expected(id="report", title="Verslag", due=parse_due("10 days after meeting")),
    ),
)  # fmt: skip
EUROPEAN = Rhythm(
    name="eu", bodies=("EU",), expects=(Expected(id="visit", title="Bezoek", due=parse_due("on meeting")),)
)


R = TypeVar("R", bound=Record)
Made = dict[RecordTable[Any], list[tuple[Audience, Any]]]


def rows(text: str, *rhythms: Rhythm) -> Made:
    return records_of("raad-2031-03.yaml", agenda_of(text), Settings(rhythms=rhythms))


def of(found: Made, table: RecordTable[R]) -> list[R]:
    return [record for _, record in found[table] if isinstance(record, table.record)]


def audiences(found: Made, table: RecordTable[Any]) -> list[Audience]:
    return [audience for audience, _ in found[table]]


def dates(found: Made, audience: Audience) -> dict[str, str]:
    return {item.title: item.when.text for each, item in found[DATED] if each & audience}


def test_fully_public_rows_are_stored_once_for_both_audiences() -> None:
    found = rows(RAAD + ", documents: [{ref: kst-28676-427, title: Brief}], summary: [zie kst-28676-431]}")
    assert {each for table in (MEETING, DATED, CITATION) for each in audiences(found, table)} == {Audience.BOTH}
    assert [(row.spot, row.document, row.title) for row in of(found, CITATION)] == [
        ("documents[0].ref", "kst-28676-427", "Brief"), ("summary[0]", "kst-28676-431", ""),
    ]  # fmt: skip


def test_rows_with_withheld_text_are_stored_for_each_audience() -> None:
    found = rows(RAAD + ", summary: [{text: zie kst-28676-427, public: false}]}")
    assert audiences(found, MEETING) == [Audience.PUBLIC, Audience.INTERNAL]
    assert audiences(found, CITATION) == [Audience.INTERNAL]


def test_a_moved_meeting_has_its_new_date() -> None:
    (row,) = of(rows("{title: Raad, when: 2031-03-15, status: moved, moved_to: 2031-04-02}"), MEETING)
    assert (row.when.text, row.original.text) == ("2031-04-02", "2031-03-15")
    (row,) = of(rows("{title: Raad, when: 2031-03-15, status: moved}"), MEETING)
    assert (row.when.text, row.original.text) == ("unknown", "2031-03-15")


def test_dated_rows_have_computed_dates() -> None:
    found = rows(
        RAAD
        + """,
        events: [{title: Debat, kind: debate, when: 2031-03-10, status: cancelled}, {title: Overleg}],
        deadlines: [{title: Brief, due: 2 days before debate, owner: DEU}, {title: Nota, due: 2031-03-01, done: true}],
        commitments: [{title: Motie, due: 1 week after meeting, status: dropped}, {title: Toezegging}]}
        """
    )
    items = of(found, DATED)
    said = [(row.source, row.place, row.title, row.when.text, row.written, row.owner, row.status) for row in items]
    assert said == [
        ("meeting", 0, "Raad", "2031-03-15", "2031-03-15", "", ""),
        ("event", 0, "Debat", "2031-03-10", "2031-03-10", "", "cancelled"),
        ("event", 1, "Overleg", "unknown", "unknown", "", ""),
        ("deadline", 0, "Brief", "2031-03-08", "2 days before debate", "DEU", "open"),
        ("deadline", 1, "Nota", "2031-03-01", "2031-03-01", "", "done"),
        ("commitment", 0, "Motie", "2031-03-22", "1 week after meeting", "", "dropped"),
        ("commitment", 1, "Toezegging", "unknown", "", "", "open"),
    ]


def test_anchors_are_computed_once_for_all_deadlines(monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[Agenda] = []

    def noted(agenda: Agenda) -> dict[str, Event | Deadline]:
        listed.append(agenda)
        return anchor_items(agenda)

    monkeypatch.setattr("briefcli.index.rows.anchor_items", noted)
    written = "".join(f"- {{title: T{each}, id: d{each}, due: 1 day before d{each - 1}}}\n" for each in range(9))
    found = rows(f"title: T\nwhen: 2031-06-15\ndeadlines:\n{written}")
    assert [each.anchor for each in of(found, DATED) if each.source == "deadline"] == ["", *(f"T{n}" for n in range(8))]
    assert len(listed) == 1


@pytest.mark.parametrize(
    "ahead", ["2031", "2031-W12", "2031-03", "../2031-03-20", "2031-03-20/..", "unknown", "XXXX-03-20"]
)
def test_sort_columns_agree_with_the_date(ahead: str) -> None:
    (row,) = of(rows(f"{{title: Raad, when: {ahead}}}"), MEETING)
    when = agenda_of(f"{{title: Raad, when: {ahead}}}").when
    *_, sort, last = MEETING.values(row)
    assert (sort, last) == ("|".join(when.sort_key), when.last.isoformat() if when.last else FAR)


def test_no_public_date_is_counted_from_a_withheld_debate() -> None:
    found = rows(RAAD + ", events: [{title: Debat, kind: debate, when: 2031-03-12, public: false}]}", RHYTHM)
    assert dates(found, Audience.INTERNAL) == {
        "Raad": "2031-03-15", "Debat": "2031-03-12", "Brief": "2031-03-10", "Nota": "2031-03-09",
        "Verslag": "2031-03-25",
    }  # fmt: skip
    assert dates(found, Audience.PUBLIC) == {
        "Raad": "2031-03-15", "[withheld]": "unknown", "Brief": "unknown", "Nota": "unknown", "Verslag": "2031-03-25",
        "Debat": "2031-03-07?",
    }  # fmt: skip


def test_a_rhythm_does_not_reveal_a_withheld_body() -> None:
    found = rows("{title: Raad, when: 2031-03-15, body: {text: EU, public: false}}", EUROPEAN)
    assert dates(found, Audience.INTERNAL) == {"Raad": "2031-03-15", "Bezoek": "2031-03-15"}
    assert dates(found, Audience.PUBLIC) == {"Raad": "2031-03-15"}


def test_a_withheld_meeting_has_no_public_standard_deadlines() -> None:
    found = rows(RAAD + ", public: false}", RHYTHM, EUROPEAN, Rhythm(name="all", expects=RHYTHM.expects))
    assert dates(found, Audience.PUBLIC) == {"[withheld]": "unknown"}


@given(planted_agendas(withheld_as_a_whole=True))
def test_public_rows_contain_no_secret_text_or_date(planted: Planted) -> None:
    rhythms = (EUROPEAN, Rhythm(name="all", expects=RHYTHM.expects))
    found: Made = records_of("raad.yaml", agenda_of(planted.text), Settings(rhythms=rhythms))
    shown = repr([row for made in found.values() for audience, row in made if audience & Audience.PUBLIC])
    bodies = [(number, audience, row.body) for number, (audience, row) in enumerate(found[BODY])]
    texts = repr([each for each in _words_in(bodies) if each[0] == WORD_TABLES[Audience.PUBLIC]])
    assert [secret for secret in planted.secrets if secret in shown + texts] == []
    assert not any(f"{year}-" in shown for year in SECRET_YEARS)


@given(planted_agendas())
def test_a_record_is_read_back_as_it_was_stored(planted: Planted) -> None:
    agenda = agenda_of(planted.text)
    for table, made in records_of("raad.yaml", agenda, Settings(rhythms=(EUROPEAN,))).items():
        for _, record in made:
            stored = table.values(record)
            assert table.read(stored[: len(record.__struct_fields__)]) == record
