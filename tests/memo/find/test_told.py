"""Counted deadlines, commitments, what a memo leaves out, and items below a heading that withholds them."""

from pathlib import Path
from random import Random

import pytest
from tests.memo.find.test_drawing import agenda_of, imported
from tests.memo.made_files import FORMATS
from tests.memo.words import memo_of

from briefcli.domain.agenda import plain
from briefcli.domain.item import words_of
from briefcli.domain.redaction import lifted, redact
from briefcli.memo.extract.source import read_memo
from briefcli.memo.importer import import_memo

DEBATE = "Op 13 maart 2024 is een commissiedebat gepland."


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("DGW stelt spreekpunten op, gereed drie werkdagen voor het debat.", "3 workdays before debate"),
        ("DGW bereidt spreekpunten voor, één week vóór de Milieuraad.", "1 week before meeting"),
        ("Tien dagen voorafgaand aan het debat stelt DGW spreekpunten op.", "10 days before debate"),
        ("De brief wordt 2 weken na de Raad verzonden, voor het debat.", "2 weeks after meeting"),
        ("De brief wordt veertien dagen voor het debat verzonden.", "14 days before debate"),
        ("De brief wordt 4 dagen voor aanvang van de Raad verzonden.", "4 days before meeting"),
        ("Submit the memo two working days before the debate.", "2 workdays before debate"),
        ("De brief wordt de dag voor het debat verzonden.", "1 day before debate"),
        ("Vóór het commissiedebat ontvangt de Kamer de geannoteerde agenda.", "before debate"),
        ("Voorafgaand aan het debat wordt de Kamer geïnformeerd.", "before debate"),
        ("Het antwoord moet twee weken na ontvangst van de brief van 1 maart 2024 weg zijn.", "2024-03-15"),
        ("DGW bereidt spreekpunten voor in aanloop naar het debat.", "before debate"),
    ],
)
def test_a_stated_count_wins_over_a_plain_before(sentence: str, due: str) -> None:
    assert [str(each.due) for each in agenda_of(DEBATE, sentence).deadlines] == [due]


@pytest.mark.parametrize(
    "sentence",
    [
        "DGW stelt spreekpunten op, gereed enkele dagen voor het debat.",
        "DGW stelt spreekpunten op, gereed 48 uur voor het debat.",
        "Binnen 24 uur na de Raad volgt een kort verslag aan de Kamer.",
        "DGW stelt spreekpunten op, gereed twee dagen voor de visserijbeurs, voor het debat.",
    ],
)
def test_a_count_that_cannot_be_expressed_is_to_be_checked(sentence: str) -> None:
    found = imported(DEBATE, sentence)
    assert [each.due for each in found.agenda.deadlines] == [None]
    assert "deadlines[0]" in {check.field for check in found.checks}


@pytest.mark.parametrize(
    ("sentence", "ref", "to", "due"),
    [
        ("Uw toezegging aan het lid Snoek (TZ202402-017) wordt in week 20 van 2024 nagekomen.", "TZ202402-017",
         "het lid Snoek", "2024-W20"),
        ("TZ202402-018 wordt uiterlijk 3 juni 2024 afgedaan.", "TZ202402-018", None, "2024-06-03"),
        ("De toezegging aan de Kamer over palen staat nog open.", None, "de Kamer", None),
        ("De toezegging TZ202402-019 is op 4 maart 2024 nagekomen.", "TZ202402-019", None, None),
    ],
)  # fmt: skip
def test_a_commitment_is_recognised_by_its_number_or_words(
    sentence: str, ref: str | None, to: str | None, due: str | None
) -> None:
    (found,) = agenda_of(sentence).commitments
    assert (found.kind, found.ref, found.to and words_of(found.to), found.due and str(found.due)) == (
        "commitment",
        ref,
        to,
        due,
    )


def test_a_count_apart_from_its_event_is_to_be_checked() -> None:
    found = imported(DEBATE, "DGW stelt spreekpunten op voor het debat, twee dagen van tevoren.")
    assert [str(each.due) for each in found.agenda.deadlines] == ["before debate"]
    assert "deadlines[0]" in {check.field for check in found.checks}


@pytest.mark.parametrize(
    ("sentences", "due"),
    [
        ("De Milieutop is op 14 juni 2030. De stukken moeten uiterlijk drie dagen daarvoor klaar zijn.", "2030-06-11"),
        ("De Milieutop is op 14 juni 2030. De stukken moeten uiterlijk een week nadien klaar zijn.", "2030-06-21"),
        ("De Milieutop is op 14 en 18 juni 2030. De stukken moeten uiterlijk een dag eerder klaar zijn.", "None"),
        ("De Milieutop nadert. De stukken moeten uiterlijk twee weken van tevoren klaar zijn.", "None"),
    ],
)
def test_a_count_from_what_was_named_before_starts_at_the_only_day_there(sentences: str, due: str) -> None:
    found = imported(sentences)
    assert [str(each.due) for each in found.agenda.deadlines] == [due]
    assert "deadlines[0]" in {check.field.removesuffix(".due") for check in found.checks}


def test_at_least_a_week_later_is_no_deadline() -> None:
    assert (
        agenda_of("De top was op 14 juni 2030. De evaluatie moet minimaal een week later klaar zijn.").deadlines == []
    )


def test_the_day_on_which_a_commitment_was_made_is_read() -> None:
    (found,) = agenda_of("De toezegging aan het lid Snoek (TZ202402-017) is gedaan op 3 februari 2024.").commitments
    assert (str(found.made), found.due) == ("2024-02-03", None)
    met = "Met deze passage wordt voldaan aan de toezegging aan het lid Snoek in het debat van 3 februari 2024."
    (found,) = agenda_of(met).commitments
    assert (str(found.made), found.status, found.done_on) == ("2024-02-03", "done", None)


def test_a_commitment_without_a_readable_day_is_to_be_checked() -> None:
    found = imported("De toezegging aan het lid Snoek (TZ202402-017) wordt binnen afzienbare tijd nagekomen.")
    assert "commitments[0]" in {check.field for check in found.checks}


HEADED = """\
TER BESLISSING

Aan
de minister van Water
Van
DG Dijken
Datum
10 juni 2031
Onze referentie
2031-00012

{title}

Aanleiding
Op 24 juni 2031 vindt in Luxemburg de Raad Buitenlandse Zaken Defensie plaats.

Kernpunten
- De dijk is hoog.
"""


@pytest.mark.parametrize("form", ["Nota", "Notitie", "Betreft", "Onderwerp", "Memo", "Dossier"])
def test_a_form_word_is_no_place_and_the_meeting_is_no_event(form: str) -> None:
    agenda = import_memo(memo_of(HEADED.format(title=f"{form}: RBZ Defensie 24 juni 2031"))).agenda
    assert (agenda.place, str(agenda.when), agenda.events) == ("Luxemburg", "2031-06-24", [])


def test_sender_and_recipient_are_dropped_and_reported() -> None:
    found = import_memo(memo_of(HEADED.format(title="Nota over dijken")))
    notes = " ".join(words_of(each.note) for each in found.agenda.documents if each.note)
    assert "TER BESLISSING" in notes
    assert "minister" not in notes
    assert "DG Dijken" not in notes
    assert {each.words for each in found.dropped} >= {"Aan: de minister van Water", "Van: DG Dijken"}


LETTER = """\
Den Haag, 3 juni 2031

Hierbij de geannoteerde agenda voor de Raad Algemene Zaken van 17 juni 2031.

Sessie 1: hoge dijken

De Raad spreekt over dijken.

Gelakte passages
Sessie 2: lunch over purperreigers
Sessie 3: diner over purperreigers
"""


def test_items_directly_below_a_heading_of_redactions_are_not_public() -> None:
    agenda = import_memo(memo_of(LETTER)).agenda
    assert "purperreigers" in repr(plain(agenda))
    assert "hoge dijken" in repr(plain(redact(lifted(agenda))))
    assert "purperreigers" not in repr(plain(redact(lifted(agenda))))


UNTIL = LETTER.replace("Gelakte passages\n", "Gelakte passages\n\nHet volgende blijft binnen het ministerie.\n\n")
MARKED = LETTER.replace("Gelakte passages\n", "Krachtenveld – niet delen\n") + "\nBijlagen\n1. Kamerbrief\n"


@pytest.mark.parametrize("text", [UNTIL, MARKED])
@pytest.mark.parametrize("form", ["txt", "docx"])
def test_items_below_the_text_of_a_withheld_heading_are_not_public(text: str, form: str) -> None:
    lines = [(line, False) for line in text.splitlines()]
    memo = text.encode() if form == "txt" else FORMATS[form](lines, Random(1))  # noqa: S311
    agenda = import_memo(read_memo(Path(f"memo.{form}"), memo)).agenda
    assert "purperreigers" in repr(plain(agenda))
    assert "purperreigers" not in repr(plain(redact(lifted(agenda))))


def test_each_row_of_a_list_of_names_and_times_is_a_deadline() -> None:
    rows = (
        "Overzicht otters: Q3 2031", "Brief over dassen: voor het herfstreces", "Vragen over wezels: 4 juli 12.00 uur",
        "Nota over vossen: in de week van 23 juni", "Reactie op de bever: naar verwachting eind september",
        "Brief over marters: 3 maart 2031",
    )  # fmt: skip
    text = "Datum: 3 juni 2031\nAan: de minister\nBetreft: Milieuraad van 17 juni 2031\n\nKernpunten\n- {}\n"
    found = import_memo(memo_of(text.format("\n- ".join(rows)))).agenda.deadlines
    assert {str(each.title): str(each.due) for each in found} == {
        "Overzicht otters": "2031-07/2031-09",
        "Brief over dassen": "../2031-10-08?",
        "Nota over vossen": "2031-W26?",
        "Vragen over wezels": "2031-07-04T12:00",
        "Reactie op de bever": "2031-09?",
    }
    for past in (rows[0], "De eerste brief wordt op 11 januari 2031 naar de Kamer gestuurd."):
        assert import_memo(memo_of(text.format(past))).agenda.deadlines == []


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Het fiche gaat op 11 maart 2024 naar de Kamer.", "2024-03-11"),
        ("De brief wordt op maandag 11 maart 2024 aan de Kamer verzonden.", "2024-03-11"),
        ("Het dossier gaat maandag 11 maart 2024 naar de minister.", "2024-03-11"),
        ("Het bezoek gaat maandag 11 maart 2024 over riet.", None),
        ("De provincie levert vóór 11 maart 2024 een planning.", "../2024-03-11"),
        ("De brief wordt op 11 maart 2024 in het debat besproken.", None),
    ],
)
def test_what_is_planned_for_a_day_is_a_deadline(sentence: str, due: str | None) -> None:
    assert [str(each.due) for each in agenda_of(sentence).deadlines] == ([due] if due else [])


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["1 Riet planten DWB 25-3", "2 Otters tellen 28 maart 2024"],
         [("Riet planten DWB", "2024-03-25"), ("Otters tellen", "2024-03-28")]),
        (["- DWB: riet planten – 28 mei", "- Otters tellen (DGW) 6/4"],
         [("riet planten", "2024-05-28"), ("Otters tellen", "2024-04-06")]),
        (["- DWB - riet planten - 21-3", "- 3-4 otters tellen"], [("riet planten", "2024-03-21")]),
        (["- DWB: plant reeds by 28 May 2024", "- Count otters by 4 April"],
         [("plant reeds", "2024-05-28"), ("Count otters", "2024-04-04")]),
        (["- RBZ: riet planten – 28 mei", "- Otters tellen (VVD) – 6 april"],
         [("RBZ: riet planten", "2024-05-28"), ("Otters tellen (VVD)", "2024-04-06")]),
        (["- JBZ: riet planten – 28 mei", "- Riet volgens de wet open oevers (WOO) 6/4"],
         [("JBZ: riet planten", "2024-05-28"), ("Riet volgens de wet open oevers (WOO)", "2024-04-06")]),
        (["- 20 maart: dossier gereed (DWB)", "- 24 maart: riet"], [("dossier gereed", "2024-03-20")]),
        (["- Notitie: uiterlijk 2 april"], [("Notitie", "2024-04-02")]),
        (["- Dossier: 2 april (DWB)", "- Dossier gereed 3 april (DGW)."],
         [("Dossier", "2024-04-02"), ("Dossier gereed 3 april", "2024-04-03")]),
        (["- De lijn wordt op 18 april door DWB met u gedeeld."], [
            ("De lijn wordt op 18 april door DWB met u gedeeld.", "2024-04-18"),
        ]),
        (["- Spreektekst riet -> DWB, 2 april", "- Otters tellen – DGW – 3 april"],
         [("Spreektekst riet", "2024-04-02"), ("Otters tellen", "2024-04-03")]),
        (["- Rietoverleg: 2 april 2024, 10.00 - 11.00 uur", "- Nota riet: 3 april"], [("Nota riet", "2024-04-03")]),
        (["- Otters tellen, 14-4 en 15-4", "- Riet planten 23/3, 26/3 en 2/4"],
         [("Otters tellen", "2024-04-15"), ("Riet planten", "2024-04-02")]),
        (["- Riet en 3 otters 21-3"], [("Riet en 3 otters", "2024-03-21")]),
    ],
)  # fmt: skip
def test_a_row_of_actions_has_its_day_and_who_acts(rows: list[str], found: list[tuple[str, str]]) -> None:
    text = (
        "Aan: de minister\nDatum: 3 maart 2024\nBetreft: Riet\n\nAanleiding\nRiet.\n\nAdvies\nAkkoord.\n\nActiepunten\n"
    )
    agenda = import_memo(memo_of(text + "\n".join(rows))).agenda
    assert [(each.title, str(each.due)) for each in agenda.deadlines] == found
    assert all(each.public and each.owner in {None, "DWB", "DGW"} for each in agenda.deadlines)


@pytest.mark.parametrize(
    ("row", "held", "due"),
    [
        ("Rietoverleg: 2 april", ["Rietoverleg"], []),
        ("3 april: bespreking met otters", ["bespreking met otters"], []),
        ("Voorbereiding rietoverleg: 2 april", [], ["Voorbereiding rietoverleg"]),
        ("Aanmelden voor bijeenkomst: 2 april", [], ["Aanmelden voor bijeenkomst"]),
        ("Brief – aan de Kamer – 2 april", [], []),
    ],
)
def test_a_row_of_a_planning_is_held_or_due_on_its_day(row: str, held: list[str], due: list[str]) -> None:
    text = (
        "Aan: de minister\nDatum: 3 maart 2024\nBetreft: Riet\n\nAanleiding\nRiet.\n\nPlanning\n- Nota riet: 9 april\n"
    )
    agenda = import_memo(memo_of(f"{text}- {row}\n")).agenda
    assert [each.title for each in agenda.events] == held
    assert [each.title for each in agenda.deadlines if each.title != "Nota riet"] == due


def test_a_row_of_a_planning_may_say_that_it_is_not_held() -> None:
    [event] = agenda_of("10 april 2024: het rietoverleg gaat niet door").events
    assert event.status == "cancelled"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("De ministerraad van 8 maart gaat niet door, de rietnota schuift naar MR 22 maart.", ["cancelled", None]),
        ("Het commissiedebat van 8 maart, over riet en otters, gaat niet door.", ["cancelled"]),
        ("Het commissiedebat van 8 maart, dat eerder gepland is, gaat niet door.", ["cancelled"]),
        ("De ministerraad van 8 maart, waar de nota wordt besproken, vervalt.", ["cancelled"]),
    ],
)
def test_only_the_meeting_of_the_same_clause_is_cancelled(sentence: str, status: list[str | None]) -> None:
    assert [each.status for each in agenda_of(sentence).events] == status


def test_each_part_of_a_sentence_with_a_day_is_a_deadline_of_its_own() -> None:
    said = "De inbreng sluit uiterlijk op 12 maart 2024; de antwoorden gaan uiterlijk 20 maart 2024 naar de Kamer."
    assert [(str(each.title)[:10], str(each.due)) for each in agenda_of(said).deadlines] == [
        ("De inbreng", "2024-03-12"),
        ("de antwoor", "2024-03-20"),
    ]


def test_a_part_of_a_sentence_that_gives_no_deadline_stays_in_the_note() -> None:
    said = "De Kamer ontvangt de brief uiterlijk 1 april 2024; het verslag volgt op 20 april 2024."
    [deadline] = agenda_of(said).deadlines
    assert (str(deadline.due), deadline.note) == ("2024-04-01", said)


def test_a_row_of_actions_that_is_called_done_is_done() -> None:
    rows = (
        "• Omschrijving | Deadline | Eigenaar | Status", "• Riet planten | 2 april 2024 | DWB | Gereed",
        "• Otters tellen | 3 april 2024 | DGW | nog niet gereed", "• Verslag 10 februari | - | DGW | –",
    )  # fmt: skip
    text = "Aanleiding\nRiet.\n\nAdvies\nAkkoord.\n\nActielijst\n{}\n"
    found = import_memo(memo_of(text.format("\n\n".join(rows))))
    assert [(each.title, str(each.due), each.owner, each.done) for each in found.agenda.deadlines] == [
        ("Riet planten", "2024-04-02", "DWB", True),
        ("Otters tellen", "2024-04-03", "DGW", False),
    ]
    assert "deadlines[0].done" in {each.field for each in found.checks}


def test_a_debate_that_became_a_written_consultation_is_one() -> None:
    [event] = agenda_of("Het commissiedebat van 13 maart 2024 is omgezet in een schriftelijk overleg.").events
    assert (event.title, event.kind) == ("schriftelijk overleg", "written consultation")
