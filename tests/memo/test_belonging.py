"""Which lines belong together, to the head or to an item. Each test is for a mistake that was made before."""

import pytest
from tests.memo.words import NOTA, agenda_of, imported

from briefcli.domain.item import words_of
from briefcli.domain.vocabulary import Promise, Status


def points(text: str) -> list[str]:
    return [words_of(each) for each in agenda_of(NOTA + text).key_points]


def test_a_roman_number_of_a_heading_is_no_initial() -> None:
    text = "I. Weggebonden vervoer\n\nHet vervoer stopt.\n\nII. Zeegebonden vervoer\n\nOok.\n\n"
    assert points(text)[0] == "I. Weggebonden vervoer"
    assert not agenda_of(NOTA + text).withheld
    assert agenda_of(NOTA + text + "V. Snoek\n").withheld  # a number only beside IV. or VI.
    assert agenda_of(NOTA + "I. Weggebonden vervoer\nHet vervoer stopt.\n").withheld


def test_a_minus_sign_is_no_range() -> None:
    (figure,) = agenda_of(NOTA + "Snoek 4.200 3.150 -25%\n").figures
    assert (figure.amount, figure.to) == (-25, None)
    (figure,) = agenda_of(NOTA + "De groei is 3 - 5%.\n").figures
    assert (figure.amount, figure.to) == (3, 5)


def test_the_date_of_an_earlier_plan_is_no_event() -> None:
    agenda = agenda_of(NOTA + "Het debat is op 4 december 2030. Dit debat stond eerst gepland op 27 november 2030.\n")
    assert [str(each.when) for each in agenda.events] == ["2030-12-04"]


def test_a_numbered_list_may_directly_follow_a_short_line() -> None:
    text = "Stukken\n1. Brief over riet (28089-301)\n2. Brief over gemalen die in de polder staan"
    assert points(text) == ["Stukken", "Brief over riet (28089-301)", "Brief over gemalen die in de polder staan"]


def test_a_salutation_is_dropped_and_withholds_no_later_text() -> None:
    head = "Van: Snoek, J. <j@water.nl>\nVerzonden: 3 februari 2031\nAan: Riet, Sanne\nOnderwerp: RE: Dijken\n\n"
    draft = imported(f"{head}Hoi Sanne,\n\nHet debat is op 4 maart 2031.\n")
    assert draft.agenda.title == "Dijken"
    assert not any(isinstance(each, str) is False for each in draft.agenda.summary)
    assert [str(each.when) for each in draft.agenda.events] == ["2031-03-04"]
    assert any(each.words == "Hoi Sanne," and each.withheld for each in draft.dropped)


PROGRAMME = """\
PROGRAMMA RONDGANG

Donderdag 6 februari 2031

08.15 uur    Vertrek
10.45 – 11.30 uur  Gesprek met bewoners (niet openbaar)
             Locatie: dorpshuis
11.45 uur    Lunch
Vrijdag 7 februari 2031

09.00 uur    Afsluiting
"""


def test_a_line_below_a_withheld_item_is_withheld_with_it() -> None:
    agenda = agenda_of(PROGRAMME)
    assert [words_of(each.text) for each in agenda.withheld] == [
        "10.45 – 11.30 uur  Gesprek met bewoners (niet openbaar)", "Locatie: dorpshuis",
    ]  # fmt: skip
    assert not any("dorpshuis" in str(each.note) for each in agenda.documents)


def test_a_programme_without_a_date_covers_the_days_of_its_headings() -> None:
    assert str(agenda_of(PROGRAMME).when) == "2031-02-06/2031-02-07"


LETTER = """\
21 501-99 Dijkenraad

Nr. 1701 BRIEF VAN DE MINISTER VAN WATER

Den Haag, 7 maart 2031

Hierbij bied ik u de geannoteerde agenda aan van de Raad Algemene Zaken van 17 maart 2031.

Riet

De Raad spreekt over riet.

a. Oevers

Er komt meer riet aan de oevers.

b. Polders

In polders komt minder riet.

Toezegging aan het lid Snoek

Tijdens het debat van 2 februari 2031 is toegezegd hierop in te gaan. Hieronder wordt aan deze toezegging voldaan.

De minister van Water
en Waterkeringen,

M.L.J. Vaart
"""


def test_lettered_headings_are_points_of_the_item_above_them() -> None:
    sessions = agenda_of(LETTER).sessions
    assert [each.title for each in sessions] == ["Riet", "Toezegging aan het lid Snoek"]
    assert [words_of(each) for each in sessions[0].points] == [
        "Oevers", "Er komt meer riet aan de oevers.", "Polders", "In polders komt minder riet.",
    ]  # fmt: skip


def test_a_signature_on_two_lines_is_no_part_of_an_item() -> None:
    agenda = agenda_of(LETTER)
    assert "De minister van Water en Waterkeringen, M.L.J. Vaart" in str(agenda.documents[-1].note)
    assert "Waterkeringen" not in repr(agenda.sessions)


def test_a_commitment_is_done_if_the_next_sentence_says_so() -> None:
    (promise,) = agenda_of(LETTER).commitments
    assert promise.status is Promise.DONE
    (promise,) = agenda_of(LETTER.replace("wordt aan", "wordt deels voldaan aan").replace(" voldaan.", ".")).commitments
    assert promise.status is not Promise.DONE


MINUTES = """\
Besluitenlijst stuurgroep Riet

Vergaderdatum: 19-11-2030, 14:00-15:30
Aanwezig: J. de Snoek (vz), K. Baars (DWB)
Afwezig: M. Voorn

1. Opening
Het verslag wordt vastgesteld.

2. Voortgang
Besluit: het werk gaat door op 7 december 2030.
Vertrouwelijk: de aannemer vraagt meer.
"""


def test_minutes_with_a_list_of_those_present_have_a_head() -> None:
    agenda = agenda_of(MINUTES)
    assert (agenda.title, str(agenda.when), agenda.status) == (
        "Besluitenlijst stuurgroep Riet, 19-11-2030", "2030-11-19T14:00/2030-11-19T15:30", Status.HELD,
    )  # fmt: skip
    withheld = [words_of(each.text) for each in agenda.withheld]
    assert withheld[0] == "Vertrouwelijk: de aannemer vraagt meer."
    assert withheld[1:] == ["Aanwezig: J. de Snoek (vz), K. Baars (DWB)", "Afwezig: M. Voorn"]
    assert [words_of(each) for each in agenda.sessions[1].points] == ["Besluit: het werk gaat door op 7 december 2030."]


@pytest.mark.parametrize("line", ["Afgestemd met: BZ, FIN (niet akkoord met dekking)", "Opgesteld door: de directie"])
def test_a_form_field_after_the_text_is_no_heading(line: str) -> None:
    draft = imported(f"{NOTA}- Het water stijgt.\n\n{line}\n\nDe directeur-generaal Water, die alle dijken beheert.\n")
    assert not any(line in str(each) for each in (draft.agenda.considerations, draft.agenda.withheld))
    if line.startswith("Afgestemd"):
        assert draft.agenda.consulted == ["BZ", "FIN (niet akkoord met dekking)"]


def test_column_names_below_a_heading_are_no_commitments() -> None:
    rows = ["Toezegging | Datum | Stand", "Brief over riet (TZ203002-041) | 24-02-2030 | Q4 2030"]
    text = f"{NOTA}- Iets.\n\nToezeggingen\n" + "".join(f"- {each}\n" for each in rows)
    assert [each.ref for each in agenda_of(text).commitments] == ["TZ203002-041"]


def test_a_point_that_starts_like_a_salutation_is_kept() -> None:
    assert points("- Dag van de dijken op 5 december 2030,\n- Beste praktijken,\n- Iets.\n")[:2] == [
        "Dag van de dijken op 5 december 2030,", "Beste praktijken,",
    ]  # fmt: skip


@pytest.mark.parametrize(("part", "series"), [(" (Transport)", "transportraad"), ("", "vte")])
def test_the_title_of_an_annotated_agenda_gives_series_place_and_date(part: str, series: str) -> None:
    title = f"Geannoteerde agenda Raad Vervoer, Telecommunicatie en Energie{part}, 4 december 2030, Brussel"
    for text, items in (("Beleidsdebat – Riet\nInhoud: De Raad bespreekt riet.\n", ["Beleidsdebat – Riet"]), ("", [])):
        agenda = agenda_of(f"{title}\n{text}")
        assert (agenda.series, agenda.place, str(agenda.when)) == (series, "Brussel", "2030-12-04")
        assert agenda.title == f"Raad Vervoer, Telecommunicatie en Energie{part}, 4 december 2030"
        assert [words_of(each.title) for each in agenda.sessions] == items


def test_a_letter_without_empty_lines_has_items() -> None:
    lines = ["21 501-99 Dijkenraad", "Nr. 1701 BRIEF VAN DE MINISTER VAN WATER", "Den Haag, 7 maart 2031"]
    lines += ["Hierbij bied ik u de geannoteerde agenda aan van de Raad Algemene Zaken van 17 maart 2031."]
    lines += ["Riet", "De Raad spreekt over riet.", "Gemalen", "Oriënterend debat", "De Raad spreekt over gemalen."]
    sessions = agenda_of("\n".join(lines)).sessions
    assert [(each.title, each.kind) for each in sessions] == [("Riet", None), ("Gemalen", "Oriënterend debat")]


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("2. Riet (vertrouwelijk)", ["Dijken", "Gemalen"]),
        ("2. Vertrouwelijk", ["Dijken", "Gemalen"]),  # one of the items, so it ends at the next one
        ("7. Vertrouwelijk", ["Dijken"]),
        ("Vertrouwelijk", ["Dijken"]),
    ],
)
def test_only_a_withheld_item_ends_at_the_next_item(heading: str, shown: list[str]) -> None:
    items = ["1. Dijken", "De Raad spreekt over dijken.", heading, "Dit is van ons.", "3. Gemalen", "Over gemalen."]
    agenda = agenda_of("\n\n".join(["Geannoteerde agenda Raad Algemene Zaken van 17 maart 2031", *items]))
    assert [each.title for each in agenda.sessions] == shown
    assert "Dit is van ons." in [words_of(each.text) for each in agenda.withheld]


@pytest.mark.parametrize(
    ("opened", "inside", "shown"),
    [
        ("Niet openbaar", "De prijs is 12.", True),
        ("[niet openbaar]", "De prijs is 12.", True),
        ("Vertrouwelijk", "De prijs is 12.", False),  # in other words than the mark that ends it
        ("Niet openbaar", "De prijs [begin niet openbaar] is 12.", False),  # the end mark may belong to this inner mark
    ],
)
def test_an_end_mark_in_the_same_words_ends_a_withheld_section(opened: str, inside: str, *, shown: bool) -> None:
    text = f"{NOTA}- Iets.\n\n{opened}\n{inside}\n[EINDE NIET OPENBAAR]\n\nCommunicatie\nGeen bericht.\n"
    agenda = agenda_of(text)
    assert (agenda.considerations is not None) is shown
    assert inside in [words_of(each.text) for each in agenda.withheld]


ASKED = """\
Geannoteerde agenda informele Milieuraad, 10 en 11 april 2031

Wat wordt er besproken?
De Raad bespreekt het riet.

{}
Riet is duur.

Wat gebeurt er daarna?
De Kamer krijgt bericht.
"""


@pytest.mark.parametrize(("heading", "count"), [("Wie is tegen?", 3), ("Vertrouwelijk", 1)])
def test_headings_that_are_questions_do_not_end_a_withheld_section(heading: str, count: int) -> None:
    agenda = agenda_of(ASKED.format(heading))
    assert len(agenda.sessions) == count
    assert any("Kamer" in words_of(each.text) for each in agenda.withheld) is (count == 1)


def test_a_report_with_an_introduction_and_headings_of_its_own_is_no_memo() -> None:
    items = "Riet\nDe Raad sprak erover.\n\nGemalen\nDe Raad sprak ook hierover.\n"
    agenda = agenda_of(f"Verslag Milieuraad van 16 december 2030\n\nIntroductie\nDe Raad kwam bijeen.\n\n{items}")
    assert ([each.title for each in agenda.sessions], agenda.status) == (["Riet", "Gemalen"], Status.HELD)


def test_text_in_brackets_below_a_heading_is_kept() -> None:
    agenda = agenda_of(
        "2031Z01234\n\nAntwoord op vragen over dijken\n(ingezonden 4 maart 2031)\n\nDe dijken zijn af.\n"
    )
    assert "ingezonden 4 maart 2031" in repr(agenda.considerations)


def test_a_text_may_end_with_the_kind_of_its_last_item() -> None:
    text = "Geannoteerde agenda Rietraad 12 februari 2031\n\n1. Dijken\nTekst over dijken.\n\n2. Bruggen\n= debat"
    assert [(str(each.title), each.kind) for each in agenda_of(text).sessions] == [
        ("Dijken", None), ("Bruggen", "debat"),
    ]  # fmt: skip


def test_a_row_of_a_table_of_annexes_may_be_numbered_1a() -> None:
    rows = "Bijlagen\nVolgnummer Naam Informatie\n1a Kamerbrief over dassen\n2 Nota over dijken\n"
    agenda = agenda_of(f"{NOTA}- Iets.\n\n{rows}")
    assert [str(each.title) for each in agenda.documents][:2] == ["Kamerbrief over dassen", "Nota over dijken"]
