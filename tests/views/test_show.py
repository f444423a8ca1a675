from datetime import date
from pathlib import Path

import pytest
from tests.agendas import index_of

from briefcli.domain.agenda import Agenda
from briefcli.domain.when import parse_when
from briefcli.errors import Exit, NothingFound, UsageError
from briefcli.render.cells import cell_words
from briefcli.render.screen import Screen
from briefcli.render.terminal import render_terminal
from briefcli.views.cell import Countdown, PaperCell
from briefcli.views.show import SECTIONS, sections_named, show_view, shown_meeting
from briefcli.views.view import Facts, Heading, Points, Table, View

TODAY = date(2031, 3, 4)
RAAD = """
    title: Raad in maart
    short: Raad
    series: raad
    body: EU
    kind: council
    place: Brussel
    when: 2031-03-15/2031-03-16
    summary: [Waarom]
    decision: [{text: Instemmen, given: false}, {text: Kennisnemen, given: true}, Lezen]
    leads_to: [top, elders]
    sessions:
      - {number: 1, title: Werksessie, kind: dinner, when: 2031-03-15T09:30, topics: [Steun], position: [Ja]}
      - {number: 2, status: not-reached}
    key_points: [Punt een, {text: Stil punt, public: false, ground: Woo}]
    considerations: {legal: [Verdrag], financial: [Geld, Meer geld]}
    figures:
      - {what: Bijdrage, year: 2031, amount: 0, unit: euro}
      - {what: Raming, period: 2031-2033, amount: 16.6, to: 20}
    documents:
      - {ref: "28 676, nr. 427", date: 2030-12-09, kind: letter, title: Inzet, note: kern}
      - {ref: kst-28676-430, date: 2030-12}
      - {title: Zonder nummer}
    events: [{title: Debat, kind: debate, when: 2031-03-10, place: Den Haag}, {title: Overleg, when: unknown}]
    deadlines:
      - {title: Brief, due: 2 days before debate, owner: DCO}
      - {title: Nota, due: 3 days before overleg}
    commitments: [{title: Motie, ref: kst-28676-99, by: Lid, to: Minister, status: open, due: 2031-03-20}]
    consulted: [BZ]
    withheld: [Bijlage, {text: Tabel, public: true, ground: Woo 5.1}, {text: Foto, public: true}]
    unplaced: [Losse zin]
"""
OF_ALL = {"title", "public", "ground", "audience", "released"}  # in every record, or used only by the program
AGENDAS = {
    "raad": RAAD,
    "leeg": "{title: Leeg, when: unknown}",
    "top": """
        title: Top
        when: 2031-06
        documents: [{ref: kst-28676-427, date: 2030-12-10}, {ref: kst-28676-430, date: 2030-12-11}]
    """,
    "verplaatst": "{title: Verplaatst, when: 2031-02-01, status: moved, moved_to: 2031-04-01}",
    "geschrapt": "{title: Geschrapt, when: 2031-04-01, status: cancelled}",
    "geweest": "{title: Geweest, when: 2031-03-01, status: held}",
}


def show(folder: Path, id_: str, *only: str, internal: bool = False, today: date = TODAY) -> View:
    index = index_of(folder, AGENDAS, internal=internal)
    return show_view(shown_meeting(index, id_, today, "agendas"), only or tuple(SECTIONS))


def points_of(view: View) -> list[str]:
    (block,) = view.blocks[1:]
    assert isinstance(block, Points)
    return [cell_words(point.text) for point in block.points]


def rows_of(view: View) -> list[list[str]]:
    (block,) = view.blocks[1:]
    assert isinstance(block, Table)
    return [[cell_words(cell) for cell in row] for row in block.rows]


def facts_of(view: View) -> dict[str, str]:
    (block,) = view.blocks[1:]
    assert isinstance(block, Facts)
    return {label: cell_words(cell) for label, cell in block.facts if cell_words(cell)}


def titles(view: View) -> list[str]:
    return [block.title for block in view.blocks if isinstance(block, Points | Table)]


def test_the_heading_is_the_title_with_a_countdown(tmp_path: Path) -> None:
    heading = show(tmp_path, "raad").blocks[0]
    assert isinstance(heading, Heading)
    assert (heading.title.text, heading.under) == (
        "Raad in maart",
        Countdown(parse_when("2031-03-15/2031-03-16"), TODAY),
    )


def test_a_cancelled_meeting_has_no_countdown_and_a_moved_one_to_its_new_date(tmp_path: Path) -> None:
    cancelled, moved = (show(tmp_path, id_).blocks[0] for id_ in ("geschrapt", "verplaatst"))
    assert isinstance(cancelled, Heading)
    assert isinstance(moved, Heading)
    assert (cancelled.under, moved.under) == (None, Countdown(parse_when("2031-04-01"), TODAY))
    assert facts_of(show(tmp_path, "verplaatst", "facts"))["When"] == "Tue 1 Apr 2031 (was Sat 1 Feb 2031)"


def test_only_known_facts_are_shown(tmp_path: Path) -> None:
    assert facts_of(show(tmp_path, "raad", "facts")) == {
        "When": "Sat 15 – Sun 16 Mar 2031", "Short name": "Raad", "Place": "Brussel", "Body": "EU", "Kind": "council",
        "Series": "raad", "Leads to": "Top (top), elders",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("today", "status"), [(date(2031, 2, 1), None), (date(2031, 3, 1), "held"), (date(2031, 3, 9), "held")]
)
def test_the_status_held_is_hidden_before_the_meeting(tmp_path: Path, today: date, status: str | None) -> None:
    assert facts_of(show(tmp_path, "geweest", "facts", today=today)).get("Status") == status


def test_sections_are_in_order_and_empty_ones_are_left_out(tmp_path: Path) -> None:
    assert titles(show(tmp_path, "raad")) == [
        "What is asked", "Why this is on the table", "Sessions", "Key points", "Considerations", "Figures",
        "Related papers", "Commitments and motions", "Deadlines and events", "Consulted", "Not made public",
        "Not placed yet",
    ]  # fmt: skip
    assert titles(show(tmp_path, "leeg")) == []


def test_every_word_of_a_full_agenda_is_on_the_screen(tmp_path: Path) -> None:
    view = show(tmp_path, "raad", internal=True)
    for width in (None, 40, 80, 200):
        printed = " ".join(render_terminal(view, Screen(width=width)).split())
        for word in (
            "Waarom", "Instemmen", "Werksessie", "Steun", "Punt een", "Stil punt", "Verdrag", "Meer geld", "Bijdrage",
            "16.6", "Inzet", "kern", "Zonder nummer", "Debat", "Den Haag", "Brief", "DCO", "Motie", "BZ", "Bijlage",
            "Losse zin",
        ):  # fmt: skip
            assert all(part in printed for part in word.split())  # a narrow cell wraps between them


def test_each_decision_says_whether_it_is_taken(tmp_path: Path) -> None:
    asked = points_of(show(tmp_path, "raad", "decision"))
    assert asked == ["Instemmen (not decided yet)", "Kennisnemen (decided)", "Lezen"]


def test_a_session_shows_its_known_details(tmp_path: Path) -> None:
    view = show(tmp_path, "raad", "sessions")
    assert points_of(view) == ["Werksessie · dinner · Sat 15 Mar 2031, 09:30", "session · not reached"]
    sessions = view.blocks[1]
    assert isinstance(sessions, Points)
    assert [point.label for point in sessions.points] == ["1", "2"]
    assert [cell_words(below.text) for below in sessions.points[0].below] == ["Topics", "Position"]


def test_figures_show_years_periods_ranges_and_zero(tmp_path: Path) -> None:
    assert rows_of(show(tmp_path, "raad", "figures")) == [
        ["Bijdrage", "2031", "0", "euro"], ["Raming", "2031-2033", "16.6–20", ""],
    ]  # fmt: skip


def test_papers_have_an_address_and_show_conflicting_dates(tmp_path: Path) -> None:
    view = show(tmp_path, "raad", "documents")
    assert rows_of(view) == [
        ["28 676, nr. 427", "Mon 9 Dec 2030\n≠ Tue 10 Dec 2030 (top)", "letter", "Inzet — kern"],
        ["28 676, nr. 430", "Dec 2030", "", ""],
        ["", "", "", "Zonder nummer"],
    ]
    papers = view.blocks[1]
    assert isinstance(papers, Table)
    url = "https://zoek.officielebekendmakingen.nl/kst-28676-427.html"
    assert papers.rows[0][0] == PaperCell("28 676, nr. 427", url)


def test_dates_are_sorted_and_include_the_meeting(tmp_path: Path) -> None:
    assert [[row[0], *row[3:]] for row in rows_of(show(tmp_path, "raad", "dates"))] == [
        ["Sat 8 Mar 2031", "Brief (no working day: by Fri 7 Mar 2031)", "DCO"],
        ["Mon 10 Mar 2031", "Debat — Den Haag", ""],
        ["Sat 15 – Sun 16 Mar 2031", "Raad in maart", ""],
        ["Thu 20 Mar 2031", "Motie", ""],
        ["date unknown", "Overleg", ""],
        ["3 days before overleg", "Nota", ""],
    ]


def test_commitments_say_who_promised_what_to_whom(tmp_path: Path) -> None:
    [row] = rows_of(show(tmp_path, "raad", "commitments"))
    assert row == ["◑ in 16 days", "Thu 20 Mar 2031", "Motie", "28 676, nr. 99", "Lid → Minister"]


def test_withheld_parts_are_listed_as_far_as_they_are_public(tmp_path: Path) -> None:
    assert points_of(show(tmp_path, "raad", "withheld")) == ["[withheld]", "Tabel (Woo 5.1)", "Foto"]
    internal = points_of(show(tmp_path, "raad", "withheld", internal=True))
    assert internal == ["Bijlage ⟨not public⟩", "Tabel (Woo 5.1)", "Foto"]


def test_a_withheld_point_shows_its_ground_or_internally_its_text(tmp_path: Path) -> None:
    assert points_of(show(tmp_path, "raad", "points")) == ["Punt een", "[withheld: Woo]"]
    assert points_of(show(tmp_path, "raad", "points", internal=True)) == ["Punt een", "Stil punt ⟨not public: Woo⟩"]


def test_the_data_are_the_agenda_with_its_id_path_and_days(tmp_path: Path) -> None:
    data = show(tmp_path, "raad").data
    assert (data["id"], data["path"], data["days"]) == ("raad", "agendas/raad.yaml", 11)
    assert data["when"] == "2031-03-15/2031-03-16"
    assert data["key_points"] == ["Punt een", "[withheld: Woo]"]
    assert data["deadlines"][0] == {"title": "Brief", "due": "2 days before debate", "owner": "DCO"}
    assert "Stil punt" not in str(data)
    assert show(tmp_path, "leeg").data == {
        "id": "leeg", "path": "agendas/leeg.yaml", "days": None, "title": "Leeg", "when": "unknown",
    }  # fmt: skip


def test_a_choice_of_sections_applies_to_the_data_too(tmp_path: Path) -> None:
    assert set(show(tmp_path, "raad", "points").data) == {"id", "path", "days", "title", "key_points"}


@pytest.mark.parametrize(
    ("only", "sections"),
    [
        ("points", ("points",)),
        ("documents,sessions", ("sessions", "documents")),
        (" Papers , KEY-POINTS,points ", ("points", "documents")),
        ("events,deadlines", ("dates",)),
        ("related papers, Why this is on the table", ("summary", "documents")),
        ("refs,motions,asked,table", ("decision", "summary", "documents", "commitments")),
    ],
)
def test_sections_may_be_named_in_several_ways(only: str, sections: tuple[str, ...]) -> None:
    assert sections_named(only) == sections


@pytest.mark.parametrize(("only", "named"), [("zzz", "zzz"), ("sessions,x,a", "x, a"), ("", ""), (",", ",")])
def test_an_unknown_section_is_refused_with_the_known_ones(only: str, named: str) -> None:
    with pytest.raises(UsageError, match=f"no section “{named}”") as refused:
        sections_named(only)
    hint = refused.value.hint or ""
    assert all(f"{name} ({section.heading})" in hint or name in hint for name, section in SECTIONS.items())


def test_a_misspelt_section_gets_the_one_that_was_meant() -> None:
    with pytest.raises(UsageError) as refused:
        sections_named("sessions,pints")
    assert refused.value.hint == "did you mean points?"


def test_an_unknown_meeting_is_not_found(tmp_path: Path) -> None:
    for id_ in ("zzz", "../raad", "raad\0", ""):
        with pytest.raises(NothingFound) as refused:
            show(tmp_path, id_)
        assert refused.value.exit_code == Exit.NO


def test_a_commitment_keeps_its_date_on_a_narrow_screen_and_gets_the_working_day(tmp_path: Path) -> None:
    text = """{title: Raad, when: 2031-04-10, commitments: [{title: Brief over munitievoorraden, made: 2031-02-03,
        due: 5 days before meeting, ref: TZ203101-001, by: minister, to: Van Dijk (VVD), owner: DGB}]}"""
    view = show_view(shown_meeting(index_of(tmp_path, {"r": text}), "r", TODAY, "agendas"), ["commitments"])
    [row] = rows_of(view)
    assert row[1:3] == ["Sat 5 Apr 2031", "Brief over munitievoorraden (no working day: by Fri 4 Apr 2031)"]
    assert "Feb" in render_terminal(view, Screen(width=80))


def test_a_commitment_says_from_which_meeting_it_is_carried_over(tmp_path: Path) -> None:
    text = "{title: Later, when: 2031-06-10, commitments: [{title: Tijdpad, carried_from: raad}]}"
    view = show_view(shown_meeting(index_of(tmp_path, {"later": text}), "later", TODAY, "agendas"), ["commitments"])
    assert rows_of(view)[0][0] == "Tijdpad — carried over from raad"


def test_each_field_of_an_agenda_is_in_one_section() -> None:
    named = [field for section in SECTIONS.values() for field in section.fields]
    assert sorted(named) == sorted(set(Agenda.__struct_fields__) - OF_ALL)
