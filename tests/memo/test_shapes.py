"""Papers in the layouts of ministries, the Council of the EU and NATO, and what each must give."""

import pytest
from tests.memo.words import agenda_of, memo_of

from briefcli.domain.agenda import plain
from briefcli.domain.item import Text
from briefcli.domain.redaction import lifted, redact
from briefcli.domain.vocabulary import Status
from briefcli.memo.importer import import_memo
from briefcli.memo.layout.persons import tells_of_officials

MEMO = "TER BESLISSING\nDatum: 12 februari 2031\n\nAanleiding\n{}\n\nKernpunten\n- De dijken zijn af.\n"
NATO = """\
NORTH ATLANTIC COUNCIL
MEETING OF THE NORTH ATLANTIC COUNCIL AT THE LEVEL OF MINISTERS OF DEFENCE

NATO HQ, Brussels
13-14 February 2031

AGENDA

Thursday, 13 February 2031

09.30   Opening remarks
10.00   Working session 1: Dikes
        Document: C-M(2031)0007

Friday, 14 February 2031

09.00   Working session 2: Pumps
11.00   Any other business
"""
COUNCIL = """\
Council of the European Union
General Secretariat

Brussels, 3 March 2031

6543/31

OJ CONS 12

PROVISIONAL AGENDA

Subject: 4012th meeting of the Council of the European Union (Agriculture and Fisheries)
Date: 17 March 2031

1. Adoption of the agenda

2. Regulation on reeds
Policy debate
ST 6321/31

3. Market situation
Exchange of views
"""
LETTER = """\
21 501-99
Dijkenraad

Nr. 1701
BRIEF VAN DE MINISTER VAN WATER

Den Haag, 7 maart 2031

Hierbij bied ik uw Kamer de geannoteerde agenda aan van de Raad Algemene Zaken van 17 maart 2031 te Brussel.

1. Riet

De Raad spreekt over riet.

2. Gemalen

De Raad spreekt over gemalen.
"""


def promises(sentence: str) -> list[tuple[str | None, str | None]]:
    found = agenda_of(MEMO.format(sentence)).commitments
    return [(str(each.made) if each.made else None, str(each.due) if each.due else None) for each in found]


def test_the_date_of_a_commitment_is_not_its_due_date() -> None:
    both = "U heeft tijdens het debat van 22 januari 2031 toegezegd de Kamer voor 1 maart 2031 te informeren."
    assert promises(both) == [("2031-01-22", "../2031-03-01")]
    assert promises("U heeft toegezegd de Kamer uiterlijk 1 maart 2031 te informeren.") == [(None, "2031-03-01")]
    for by in ("op zijn laatst", "ten laatste op", "tot en met"):
        assert promises(f"U heeft toegezegd de Kamer {by} 1 maart 2031 te informeren.") == [(None, "2031-03-01")], by
    assert promises("Daarnaast zegt u toe dat de toets voor 1 december 2031 komt.") == [(None, "../2031-12-01")]
    assert promises("Op 22 januari 2031 heeft u een brief toegezegd.") == [("2031-01-22", None)]


def test_a_programme_of_nato_gives_the_meeting_and_the_day_of_each_item() -> None:
    agenda = agenda_of(NATO)
    assert (agenda.series, agenda.body, agenda.place, str(agenda.when)) == (
        "dmm", "NATO", "Brussels", "2031-02-13/2031-02-14",
    )  # fmt: skip
    assert [str(each.when) for each in agenda.sessions] == [
        "2031-02-13T09:30?", "2031-02-13T10:00?", "2031-02-14T09:00?", "2031-02-14T11:00?",
    ]  # fmt: skip
    assert "C-M(2031)0007" in repr(plain(agenda.sessions[1]))
    assert not tells_of_officials("Document: C-M(2031)0007")
    assert tells_of_officials("T 070 1234567")


def test_a_council_agenda_has_its_own_document_number() -> None:
    agenda = agenda_of(COUNCIL)
    (own,) = [each for each in agenda.documents if each.kind == "agenda"]
    assert (own.ref, str(own.date)) == ("ST 6543/31", "2031-03-03")
    assert "ST 6321/31" in [each.ref for each in agenda.documents]


def test_the_days_of_a_report_are_near_the_meeting_in_its_title() -> None:
    text = (
        "Verslag stafoverleg dijken, maandag 3 maart 2031\n\nAanwezig: Jan de Boer, Fatima el Riet, Kees Zwaan\n\n"
        "1. Opening\nDe geannoteerde agenda ligt voor.\n\n"
        "2. Riet\nKees stuurt uiterlijk donderdag 6 maart de tekst rond.\n"
    )
    agenda = agenda_of(text)
    assert (str(agenda.when), agenda.status) == ("2031-03-03", Status.HELD)
    assert [(str(each.due), each.public) for each in agenda.deadlines] == [("2031-03-06", False)]
    assert "Kees" not in repr(plain(redact(lifted(agenda))))


def test_a_memo_is_written_before_the_meeting_in_its_title() -> None:
    text = (
        "Aan: Minister van Water\nBetreft: Dijkenraad op 20 mei 2031\n\nToelichting\nOp 14 mei is het commissiedebat.\n"
    )
    assert [each.kind for each in agenda_of(text).events] == ["debate"]


def test_the_form_for_the_council_of_ministers_has_a_title_and_a_day() -> None:
    agenda = agenda_of(
        "AANBIEDINGSFORMULIER MINISTERRAAD\n\n1. Titel/onderwerp\nReactie op het rietadvies\n\n2. Bewindspersoon\n"
        "Minister van Water\n\n3. Datum ministerraad\nvrijdag 16 mei 2031\n\n4. Korte toelichting\nHet riet groeit.\n\n"
        "5. Voorgesteld besluit\nInstemmen met de reactie.\n"
    )
    assert (agenda.title, str(agenda.when)) == ("Reactie op het rietadvies, vrijdag 16 mei 2031", "2031-05-16")
    assert [each.text for each in agenda.decision] == ["Instemmen met de reactie."]


def test_the_name_of_a_council_may_have_brackets_in_it_and_the_internal_market() -> None:
    head = "COUNCIL OF THE EUROPEAN UNION\n(Competitiveness (Internal Market, Industry))\nBrussels\n10 July 2031\n"
    agenda = agenda_of(f"PROVISIONAL AGENDA\n\n{head}\n1. Dikes\nPolicy debate\n\n2. Pumps\nPolicy debate\n")
    assert (agenda.title, agenda.withheld) == ("Competitiveness Council, 10 July 2031", [])


def test_an_item_that_begins_with_a_letter_in_brackets_counts_as_one() -> None:
    last = "4. (a) Dikes\n(b) Work programme\n\nTUESDAY 18 MARCH 2031\n\n5. European Pump Act\nPolicy debate\n"
    found = agenda_of(f"{COUNCIL}\nAny other business\n\n{last}".replace("Date: 17", "Date: 17 and 18")).sessions[-2:]
    assert [(each.number, str(each.when)) for each in found] == [(4, "None"), (5, "2031-03-18")]


def test_the_dossier_of_a_letter_may_have_its_own_line() -> None:
    (own,) = [each for each in agenda_of(LETTER).documents if each.kind == "annotated agenda"]
    assert (own.ref, own.title) == ("21 501-99, nr. 1701", "Dijkenraad")


def test_the_first_line_of_a_list_of_questions_is_its_title() -> None:
    agenda = agenda_of("Vragenlijst debat Dijken\n\nVraag 1\nWanneer is de dijk af?\nAntwoord\nIn mei.\n")
    assert agenda.title == "Vragenlijst debat Dijken"


FICHE = """\
Fiche: Verordening riet

1. Algemene gegevens
a) Titel voorstel
Verordening van het Europees Parlement en de Raad over riet
b) Datum ontvangst Commissiedocument
3 maart 2031

2. Essentie voorstel
a) Inhoud voorstel
Het voorstel regelt de oogst van riet.
b) Gevolgen voor de lidstaten en voor
de waterschappen
De lidstaten houden lijsten bij.
"""
IN_CAPITALS = """\
VERSLAG VAN DE LANDBOUW- EN VISSERIJRAAD VAN 17 MAART 2031 TE BRUSSEL

Riet

De Raad sprak over riet, en de commissie lichtte het voorstel toe.
"""


def test_each_part_of_a_fiche_is_a_separate_text() -> None:
    agenda = agenda_of(FICHE)
    assert agenda.title == "Fiche: Verordening riet"
    assert agenda.considerations is not None
    assert agenda.considerations.general == [
        "1. Algemene gegevens",
        "a) Titel voorstel: Verordening van het Europees Parlement en de Raad over riet",
        "b) Datum ontvangst Commissiedocument: 3 maart 2031",
        "2. Essentie voorstel",
        "a) Inhoud voorstel: Het voorstel regelt de oogst van riet.",
        "b) Gevolgen voor de lidstaten en voor de waterschappen: De lidstaten houden lijsten bij.",
    ]


def test_headings_between_the_items_of_a_council_are_dropped() -> None:
    public = "(Public deliberation in accordance with Article 16(8) of the\nTreaty on European Union)"
    text = COUNCIL.replace("\n2. ", f"\nLegislative deliberations\n{public}\n\n2. ")
    imported = import_memo(memo_of(text.replace("\n3. ", "\nNon-legislative activities\n\n3. ")))
    assert imported.agenda.sessions == agenda_of(COUNCIL).sessions
    assert [each.words for each in imported.dropped if "part of the agenda" in each.why] == [
        "Legislative deliberations", *public.split("\n"), "Non-legislative activities",
    ]  # fmt: skip


def test_an_upper_case_roman_heading_ends_the_item_above_it() -> None:
    text = LETTER.replace("1. Riet", "I. WETGEVENDE BERAADSLAGINGEN\n\n1. Riet").replace(
        "2. Gem", "II. OVERIG\n\n2. Gem"
    )
    assert agenda_of(text).sessions == agenda_of(LETTER).sessions
    followed = agenda_of(f"{LETTER}\nI. OVERIG\n\nDe voorzitter spreekt over de markt.\n").sessions
    assert [(each.number, each.title) for each in followed] == [(1, "Riet"), (2, "Gemalen"), (None, "I. OVERIG")]


def test_a_heading_below_a_withheld_item_is_withheld() -> None:
    text = (
        LETTER.replace("2. Gemalen", "2. Gemalen (vertrouwelijk)")
        + "\nNiet-wetgevende activiteiten\n\nI. OVERIG\n\nGeheim.\n"
    )
    imported = import_memo(memo_of(text))
    assert len(imported.agenda.sessions) == 1
    assert "activiteiten" not in repr([each for each in imported.dropped if not each.withheld])
    assert "activiteiten" in repr(imported.agenda.withheld)


def test_a_report_may_have_its_title_in_upper_case() -> None:
    agenda = agenda_of(IN_CAPITALS)
    assert (agenda.series, str(agenda.when), agenda.status, agenda.place) == ("lvr", "2031-03-17", "held", "Brussel")
    assert [(each.kind, each.title) for each in agenda.documents] == [("report", IN_CAPITALS.splitlines()[0])]


@pytest.mark.parametrize("label", ["Deadline", "Uiterste datum", "Termijn"])
def test_a_deadline_in_the_head_is_read(label: str) -> None:
    def read(value: str) -> tuple[list[tuple[Text, str | None, bool]], list[str]]:
        text = MEMO.format("De dijken zijn af.").replace("2031\n", f"2031\n{label}: {value}\n", 1)
        imported = import_memo(memo_of(text))
        found = [(each.title, str(each.due) if each.due else None, each.public) for each in imported.agenda.deadlines]
        return found, [each.field for each in imported.checks if each.field.startswith("deadlines")]

    assert read("20 februari 2031") == ([(label, "2031-02-20", True)], [])
    assert read("donderdag 20 februari") == ([(label, "2031-02-20", True)], ["deadlines[0]"])
    assert read("zo snel mogelijk") == ([(label, None, True)], ["deadlines[0]"])
    assert read("20 februari 2031 (vertrouwelijk)")[0] == [(label, "2031-02-20", False)]
    assert read("n.v.t.") == ([], [])


def test_a_provisional_agenda_has_a_certain_date_unless_stated() -> None:
    assert str(agenda_of(COUNCIL).when) == "2031-03-17"
    assert str(agenda_of(COUNCIL.replace("Date: ", "Provisional date: ")).when) == "2031-03-17?"


SPEAKING = "Agenda\n{0}Opening\n{1}Riet\n\nSpreekpunten\n{0}Nederland oogst riet in de winter.\n{1}De dijk is af.\n"


def test_speaking_points_are_no_part_of_the_agenda_above_them() -> None:
    spoken = ["Nederland oogst riet in de winter.", "De dijk is af."]
    numbered, dashed = agenda_of(SPEAKING.format("1. ", "2. ")), agenda_of(SPEAKING.format("- ", "- "))
    assert [(each.number, each.title, each.points) for each in numbered.sessions] == [
        (1, "Opening", []),
        (2, "Riet", []),
    ]
    assert (dashed.sessions, dashed.key_points) == ([], ["Opening", "Riet"])
    assert [each.text for each in numbered.speaking] == [each.text for each in dashed.speaking] == spoken
    within = MEMO.format("De dijken zijn af.").replace("Kernpunten", SPEAKING.format("1. ", "2. ") + "\nKernpunten")
    assert [each.text for each in agenda_of(within).speaking] == spoken
    assert agenda_of(within).key_points == ["De dijken zijn af."]


def test_speaking_points_with_a_mark_are_not_public() -> None:
    agenda = agenda_of(SPEAKING.replace("Spreekpunten", "Spreekpunten (vertrouwelijk)").format("1. ", "2. "))
    assert "winter" not in repr([plain(each) for each in (*agenda.speaking, *agenda.sessions)])
    assert [each.public for each in agenda.withheld if "winter" in each.text] == [False]


OUTCOME = """\
Council of the European Union

Brussels, 4 March 2031

6543/31

{}

4012th Council meeting
Agriculture and Fisheries
Brussels, 3 March 2031

1. Reeds

The Council adopted conclusions on reeds.

2. Pumps

The Council discussed pumps.
"""


@pytest.mark.parametrize(
    "name",
    [
        "OUTCOME OF THE COUNCIL MEETING",
        "Conclusions of the meeting held on 3 March 2031",
        "Draft minutes of the Council",
        "Read-out",
    ],
)
def test_the_outcome_of_a_council_is_a_report(name: str) -> None:
    agenda = agenda_of(OUTCOME.format(name))
    assert (agenda.documents[-1].kind, agenda.status) == ("report", Status.HELD)
    assert [each.title for each in agenda.sessions] == ["Reeds", "Pumps"]


@pytest.mark.parametrize("item", ["Conclusions of the meeting held on 3 March 2031", "Outcome of the Council of March"])
def test_an_agenda_with_an_outcome_as_item_stays_an_agenda(item: str) -> None:
    agenda = agenda_of(COUNCIL.replace("Regulation on reeds", item))
    assert (agenda.documents[-1].kind, agenda.status) == ("agenda", None)


def test_the_label_of_the_date_is_no_place() -> None:
    assert agenda_of(COUNCIL).place is None
