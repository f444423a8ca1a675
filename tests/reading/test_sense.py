"""Checks whether the contents of one file make sense."""

import pytest

from briefcli.domain.due import parse_due
from briefcli.domain.rhythm import Expected, Rhythm
from briefcli.reading.reader import read_agenda

HEAD = "title: T\nwhen: 2023-06-15/2023-06-16\n"


def codes(text: str, rhythms: tuple[Rhythm, ...] = ()) -> list[str]:
    return [each.code for each in read_agenda("x.yaml", (HEAD + text).encode(), rhythms).diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "deadlines: [{title: a, due: 2023-06-16}]",
        "deadlines: [{title: a, due: 10 days after meeting}]",
        "deadlines: [{title: a, due: 2023-07-01, kind: report}]",
        "deadlines: [{title: a, due: ../2023-07-01}]",
        "deadlines: [{title: a, due: 2023-06}]",
        "sessions: [{title: a, when: 2023-06-16T09:00}]",
        "sessions: [{title: a, when: 2023-06}]",
        "moved_to: 2023-09-01\nstatus: moved\nsessions: [{title: a, when: 2023-09-01}]",
        "events: [{title: a, kind: side meeting}]\ndeadlines: [{title: b, due: before side-meeting}]",
        "deadlines: [{title: a, id: brief, due: before meeting}, {title: b, due: before brief}]",
        "commitments: [{title: a, ref: TZ202306-101, due: after meeting}]",
        "commitments: [{title: a, made: 2019-01-01, due: 2025}]",
        "documents: [{ref: 28676, date: 1999-03-09}]",
        "events: [{title: a, when: 2022}]",
        'commitments: [{title: a, status: done, paper: "28 676, nr. 440"}]',
        "summary: op donderdag 15 juni 2023 en vrijdag 16 juni",
        "timezone: Europe/Kyiv",
        "timezone: Asia/Tokyo\nevents: [{title: a, when: 2023-10-29T02:15}]",
        "events: [{title: a, when: 2023-10-29T03:15}]",
        "documents: [{ref: 28676}, {ref: COM(2022)546}, {ref: 2023D45117}]",
        "withheld: [{text: x, ground: y}]",
    ],
)
def test_sensible_contents_are_accepted(text: str) -> None:
    assert codes(text + "\n") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("sessions: [{title: a, when: 2023-06-14}]", "session-outside-meeting"),
        ("moved_to: 2023-09-01\nstatus: moved\nsessions: [{title: a, when: 2023-06-15}]", "session-outside-meeting"),
        ("deadlines: [{title: a, due: 2023-06-17}]", "deadline-after-meeting"),
        ('commitments: [{title: a, paper: "28 676, nr. 440"}]', "done-or-not"),
        ("events: [{title: a, when: 2032-06-10}]", "unlikely-date"),
        ("events: [{title: a, when: 2021}]", "unlikely-date"),
        ("deadlines: [{title: a, due: 2022-06-01}]", "unlikely-date"),
        ("documents: [{ref: 28676, date: 2032-06-15}]", "unlikely-date"),
        ("documents: [{ref: 28676, date: 1023-06-15}]", "unlikely-date"),
        ("commitments: [{title: a, made: 2023-06-15, due: 2022-01-01}]", "unlikely-date"),
        ("commitments: [{title: a, due: 1923-01-01}]", "unlikely-date"),
        ("documents: [{ref: 2023D45117, date: 2013-06-15}]", "unlikely-date"),
        ("documents: [{ref: 2022D45117, date: 2023-01-15}]", "unlikely-date"),
        ("documents: [{ref: COM(2022) 546, date: 2021-11-10}]", "unlikely-date"),
        ("commitments: [{title: a, ref: TZ202306-101, made: 2022-06-14}]", "unlikely-date"),
        ("figures: [{what: a, year: 31}]", "unlikely-date"),
        ("events: [{title: a, when: 2023-10-29T02:15}]", "unlikely-date"),
        ("events: [{title: a, when: 2023-03-26T01:00/2023-03-26T02:30}]", "unlikely-date"),
        ("figures: [{what: a, year: 20310}]", "unlikely-date"),
        ("commitments: [{title: a, due: before debate}]", "due-nowhere"),
        ("timezone: ../../etc/passwd", "unknown-timezone"),
        ("timezone: Europe", "unknown-timezone"),
        ("summary: op vrijdag 15 juni", "weekday"),
        ("summary: Donderdag 14 t/m zaterdag 17 juni 2023", "weekday"),
        ("withheld: [los]", "no-ground"),
        ("ground: x\npublic: false\nevents: [{title: a, public: false}]", "no-ground"),
    ],
)
def test_contents_that_make_no_sense_are_reported(text: str, code: str) -> None:
    assert codes(text + "\n") == [code]


@pytest.mark.parametrize(
    "text",
    [
        "documents: [{ref: 2023D00117, date: 2022-12-20}]",
        "documents: [{ref: 2022Z24775, date: 2023-01-15}]",
        "documents: [{ref: COM(2022) 546, date: 2023-01-10}]",
        "commitments: [{title: a, ref: TZ202301-101, made: 2022-12-20}]",
    ],
)
def test_a_date_may_be_near_the_year_of_its_number(text: str) -> None:
    assert codes(text + "\n") == []


def test_a_due_date_may_count_from_a_standard_event() -> None:
    debate = Expected(id="debat", title="Debat", due=parse_due("7 days before meeting"), kind="debate", happens=True)
    rhythms = (Rhythm(name="dmm", series=("dmm",), expects=(debate,)),)
    text = "deadlines: [{title: a, due: before debate}]\n"
    assert codes("series: dmm\n" + text, rhythms) == []
    assert codes("series: raz\n" + text, rhythms) == ["due-nowhere"]


def test_a_circle_through_a_standard_deadline_is_found() -> None:
    letter = Expected(id="letter", title="Brief", due=parse_due("1 day before memo"))
    text = "deadlines: [{title: Nota, id: memo, due: 2 days before letter}]\n"
    assert codes(text, (Rhythm(name="x", expects=(letter,)),)) == ["circle"]


def test_a_circle_of_due_dates_is_reported() -> None:
    text = (
        "deadlines: [{title: a, id: a, due: before b}, {title: b, id: b, due: before a}, {title: c, due: before a}]\n"
    )
    assert codes(text) == ["circle", "circle"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("summary: op vrijdag 15 juni 2023\n", [(3, 13, 20)]),
        ("summary: 'op vrijdag 15 juni 2023, en vrijdag 15 juni 2023'\n", [(3, 14, 20), (3, 39, 20)]),
        ("summary: >-\n  Op\n  vrijdag 15\n  juni 2023\n", [(5, 3, 10)]),
        ("summary: |\n  één vrijdag 15 juni 2023\n  vrijdag 15 juni 2023\n", [(4, 7, 20), (5, 3, 20)]),
        ("key_points:\n  - niets\n  - {text: vrijdag 15 juni 2023, public: true}\n", [(5, 12, 20)]),
        ('summary: "vrijdag \\u0031\\u0035 juni 2023"\n', [(3, 10, 32)]),
    ],
)
def test_a_wrong_weekday_has_its_position_and_width(text: str, places: list[tuple[int, int, int]]) -> None:
    found = read_agenda("x.yaml", (HEAD + text).encode()).diagnostics
    assert [(each.line, each.column, each.width) for each in found] == places


@pytest.mark.parametrize("zone", ["Amsterdam", "../x", "right/Europe/Amsterdam", "Europe", "localtime"])
def test_an_unknown_time_zone_is_not_used(zone: str) -> None:
    reading = read_agenda("x", f"title: T\nwhen: 2031-07-09T10:00\ntimezone: {zone}\n".encode())
    assert "unknown-timezone" in [each.code for each in reading.diagnostics]
    assert reading.agenda is not None
    assert reading.agenda.timezone is None
    assert reading.agenda.when.zone == ""


def test_a_wrong_weekday_is_found_in_every_language() -> None:
    from briefcli import catalog
    from briefcli.reading.reader import read_agenda

    data = b"title: T\nwhen: 2023-06-20\nsummary: Op vrijdag 15 juni 2023 is er overleg.\n"
    for language in catalog.LANGUAGES:
        catalog.use(language)
        assert [each.code for each in read_agenda("a.yaml", data).diagnostics] == ["weekday"]
    catalog.use("en")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("bezoek-zilverstad-2031-07.yaml", "zilverstad, 2031-07"),
        ("map/bezoek-zilverstad.yaml", "zilverstad"),
        ("besloten-1.yaml", None),
        ("besloten-2031.yaml", None),
    ],
)
def test_a_revealing_file_name_is_reported_only_internally(name: str, said: str | None) -> None:
    text = "title: Reis naar Zilverstad\nwhen: 2031-07-13\npublic: false\nground: {}\n"
    found = read_agenda(name, text.format("x").encode()).diagnostics
    assert [(each.code, each.internal) for each in found] == ([("name-tells", True)] if said else [])
    assert all(each.message.endswith(f": {said}") for each in found)
    assert read_agenda(name, text.format("not yet read").encode()).diagnostics == []
