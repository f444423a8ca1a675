import pytest
from hypothesis import given
from tests.agendas import agenda_of
from tests.strategies import SECRET_YEARS, Planted, planted_agendas

from briefcli.domain.due import parse_due
from briefcli.domain.rhythm import Expected, Rhythm
from briefcli.domain.workdays import Calendar
from briefcli.index.bodies import FAR, decode, encode
from briefcli.index.rows import AgendaRows, last_of, rows_of, sort_of
from briefcli.index.schema import WORDS, Audience
from briefcli.index.words import _worded
from briefcli.settings import Settings

MEETING = "{title: Raad, when: 2031-03-15, series: raad, body: EU"
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


def rows(text: str, *rhythms: Rhythm) -> AgendaRows:
    return rows_of("raad-2031-03", agenda_of(text), Settings(Calendar(), rhythms))


def moments(found: AgendaRows, audience: Audience) -> dict[str, str]:
    return {row.title: row.moment for row in found.dated if row.audience & audience}


def test_what_hides_nothing_is_stored_once_for_both() -> None:
    found = rows(MEETING + ", documents: [{ref: kst-28676-427, title: Brief}], summary: [zie kst-28676-431]}")
    assert {row.audience for table in (found.meeting, found.dated, found.paper) for row in table} == {Audience.BOTH}
    assert [(row.spot, row.document, row.title) for row in found.paper] == [
        ("documents[0].ref", "kst-28676-427", "Brief"), ("summary[0]", "kst-28676-431", ""),
    ]  # fmt: skip


def test_what_hides_something_is_stored_for_each_who_may_see_it() -> None:
    found = rows(MEETING + ", summary: [{text: zie kst-28676-427, public: false}]}")
    assert [row.audience for row in found.meeting] == [Audience.PUBLIC, Audience.INTERNAL]
    assert [row.audience for row in found.paper] == [Audience.INTERNAL]


def test_a_moved_meeting_stands_at_its_new_date() -> None:
    (row,) = rows("{title: Raad, when: 2031-03-15, status: moved, moved_to: 2031-04-02}").meeting
    assert (row.held, row.original, row.sort[:10], row.last) == ("2031-04-02", "2031-03-15", "2031-04-02", "2031-04-02")
    (row,) = rows("{title: Raad, when: 2031-03-15, status: moved}").meeting
    assert (row.held, row.original, row.last) == ("unknown", "2031-03-15", FAR)


def test_everything_with_a_date_has_it_worked_out() -> None:
    found = rows(
        MEETING
        + """,
        events: [{title: Debat, kind: debate, when: 2031-03-10, status: cancelled}, {title: Overleg}],
        deadlines: [{title: Brief, due: 2 days before debate, owner: DEU}, {title: Nota, due: 2031-03-01, done: true}],
        commitments: [{title: Motie, due: 1 week after meeting, status: dropped}, {title: Toezegging}]}
        """
    )
    assert [
        (row.source, row.place, row.title, row.moment, row.written, row.owner, row.status) for row in found.dated
    ] == [
        ("meeting", 0, "Raad", "2031-03-15", "2031-03-15", "", ""),
        ("event", 0, "Debat", "2031-03-10", "2031-03-10", "", "cancelled"),
        ("event", 1, "Overleg", "unknown", "unknown", "", ""),
        ("deadline", 0, "Brief", "2031-03-08", "2 days before debate", "DEU", "open"),
        ("deadline", 1, "Nota", "2031-03-01", "2031-03-01", "", "done"),
        ("commitment", 0, "Motie", "2031-03-22", "1 week after meeting", "", "dropped"),
        ("commitment", 1, "Toezegging", "unknown", "", "", "open"),
    ]


@pytest.mark.parametrize(
    "ahead", ["2031", "2031-W12", "2031-03", "../2031-03-20", "2031-03-20/..", "unknown", "XXXX-03-20"]
)
def test_the_columns_that_sort_do_as_the_date_does(ahead: str) -> None:
    (row,) = rows(f"{{title: Raad, when: {ahead}}}").meeting
    when = agenda_of(f"{{title: Raad, when: {ahead}}}").when
    assert (row.sort, row.last) == (sort_of(when), last_of(when))
    assert row.last == (when.last.isoformat() if when.last else FAR)


def test_nothing_is_counted_from_a_withheld_debate_not_even_what_a_rhythm_brings() -> None:
    found = rows(MEETING + ", events: [{title: Debat, kind: debate, when: 2031-03-12, public: false}]}", RHYTHM)
    assert moments(found, Audience.INTERNAL) == {
        "Raad": "2031-03-15", "Debat": "2031-03-12", "Brief": "2031-03-10", "Nota": "2031-03-09",
        "Verslag": "2031-03-25",
    }  # fmt: skip
    assert moments(found, Audience.PUBLIC) == {
        "Raad": "2031-03-15", "[withheld]": "unknown", "Brief": "unknown", "Nota": "unknown", "Verslag": "2031-03-25",
        "Debat": "2031-03-08?",
    }  # fmt: skip


def test_a_rhythm_does_not_tell_a_body_that_is_withheld() -> None:
    found = rows("{title: Raad, when: 2031-03-15, body: {text: EU, public: false}}", EUROPEAN)
    assert moments(found, Audience.INTERNAL) == {"Raad": "2031-03-15", "Bezoek": "2031-03-15"}
    assert moments(found, Audience.PUBLIC) == {"Raad": "2031-03-15"}


def test_a_rhythm_does_not_tell_what_meeting_is_withheld() -> None:
    found = rows(MEETING + ", public: false}", RHYTHM, EUROPEAN, Rhythm(name="all", expects=RHYTHM.expects))
    assert moments(found, Audience.PUBLIC) == {"[withheld]": "unknown"}


@given(planted_agendas(withheld_as_a_whole=True))
def test_no_secret_is_in_a_row_for_the_public_and_no_date(planted: Planted) -> None:
    rhythms = (EUROPEAN, Rhythm(name="all", expects=RHYTHM.expects))
    agenda = agenda_of(planted.text)
    assert decode(encode(agenda)) == agenda
    found = rows_of("raad", agenda, Settings(Calendar(), rhythms))
    tables = (found.meeting, found.dated, found.promise, found.paper, found.filed)
    shown = repr([row for table in tables for row in table if row.audience & Audience.PUBLIC])
    worded = _worded([(number, row.audience, row.agenda) for number, row in enumerate(found.meeting)])
    texts = repr([each for each in worded if each.table == WORDS[Audience.PUBLIC]])
    assert [secret for secret in planted.secrets if secret in shown + texts] == []
    assert not any(f"{year}-" in shown for year in SECRET_YEARS)
