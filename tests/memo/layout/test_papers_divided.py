"""Headings, labels and titles of ministries do not become a point, a deadline or part of another text."""

import pytest
from tests.memo.find.test_drawing import imported
from tests.memo.words import agenda_of

from briefcli.domain.agenda import plain
from briefcli.domain.item import words_of
from briefcli.domain.redaction import lifted, redact

_RAAD = "Op 17 juni 2031 vindt in Luxemburg de Milieuraad plaats."


@pytest.mark.parametrize("title", ["Beslisnota Milieuraad 17 juni 2031", "Reactie op Riet BV, 17 juni 2031"])
def test_a_title_that_starts_with_the_kind_of_paper_is_no_deadline(title: str) -> None:
    agenda = agenda_of(f"TER BESLISSING\nDatum: 2 juni 2031\n\nnota\n{title}\n\nAanleiding\n{_RAAD}\n")
    assert agenda.deadlines == []
    assert [words_of(each.title) for each in agenda.documents] == [title]


@pytest.mark.parametrize(
    "line",
    [
        "Besluit uiterlijk op 4 juli 2031",
        "Reactie gewenst op 4 juli 2031",
        "Uw reactie graag 4 juli 2031",
        "Besluit uiterlijk do 4 juli 2031",
        "Reactie tot 4 juli 2031",
        "Retour graag op 4 juli 2031",
    ],
)
def test_a_line_with_the_date_of_the_decision_is_a_deadline(line: str) -> None:
    agenda = agenda_of(
        f"Nota\nAan: Minister\nVan: DCO\nDatum: 2 juni 2031\nBetreft: Milieuraad van 17 juli 2031\n{line}\n"
    )
    assert agenda.when.text == "2031-07-17"
    assert [each.due and each.due.text for each in agenda.deadlines] == ["2031-07-04"]


@pytest.mark.parametrize("list_", ["a. Riet groeit.\nb. Water stijgt.", "- Riet groeit.\n- Water stijgt."])
def test_numbered_headings_above_and_below_a_list_are_headings(list_: str) -> None:
    agenda = agenda_of(
        f"1. Aanleiding\n{_RAAD}\n\n2. Gevraagd besluit\nStem in.\n\n3. Stand van het riet\n{list_}\n\n"
        "4. Beeld\n4.1 Riet\nHet groeit.\n"
    )
    assert [words_of(each.text) for each in agenda.decision] == ["Stem in."]
    assert agenda.considerations is not None
    assert list(map(words_of, agenda.considerations.general))[:1] == ["3. Stand van het riet"]
    assert not any("Beeld" in words_of(each) and "stijgt" in words_of(each) for each in agenda.considerations.general)


def test_the_next_item_of_a_list_is_no_heading() -> None:
    agenda = agenda_of(
        f"1. Aanleiding\n{_RAAD}\n\n2. Gevraagd besluit\n1. Stem in.\n2. Teken de brief.\n3. Lees\nDe brief.\n"
    )
    assert agenda.considerations is None


def test_mw_does_not_end_a_sentence() -> None:
    agenda = agenda_of(
        f"Aanleiding\n{_RAAD}\n\nGeadviseerd besluit\nStem in.\n\nKernpunten\n- Mevr. Riet wil rust. Mw. Riet komt.\n"
    )
    assert list(map(words_of, agenda.key_points)) == ["Mevr. Riet wil rust. Mw. Riet komt."]
    text = "1. Riet\nMw. Riet vraagt rust.\n\n2. Water\nHet stijgt.\n"
    (first, _) = agenda_of(f"Verslag van het overleg water, 4 juni 2031\n\n{text}").sessions
    assert [words_of(each) for each in [*first.topics, *first.points]] == ["Mw. Riet vraagt rust."]


def test_labels_with_values_on_the_next_line_are_a_head() -> None:
    agenda = agenda_of(
        "Datum\n2 juni 2031\nOnderwerp\nGesprek over riet, 5 juni 2031\nVan\nDGW\nAan\nMW\n\nDoel\nSpreken over riet.\n"
    )
    assert (words_of(agenda.title), str(agenda.when)) == ("Gesprek over riet, 5 juni 2031", "2031-06-05")
    assert list(map(words_of, agenda.summary)) == ["Spreken over riet."]


_ITEMS = "1. Riet\n\n{}\n\n2. Water\n\nHet stijgt.\n"


def test_a_subheading_of_an_item_is_not_joined_to_its_text() -> None:
    text = _ITEMS.format(
        "De Raad spreekt over riet.\n\nNederlandse inzet\nNederland steunt dit.\n\nPositie EP\nHet is er voor."
    )
    (first, _) = agenda_of(f"Geannoteerde agenda Milieuraad 17 juni 2031\n\n{text}").sessions
    assert list(map(words_of, first.position)) == ["Nederland steunt dit."]
    assert list(map(words_of, first.points)) == ["Het is er voor."]


def test_the_heading_of_an_introduction_is_no_point() -> None:
    agenda = agenda_of(
        f"Geannoteerde agenda Milieuraad 17 juni 2031\n\nInleiding\n\n{_RAAD}\n\n{_ITEMS.format('Riet groeit.')}"
    )
    assert list(map(words_of, agenda.summary)) == [_RAAD]


def test_those_present_are_withheld_below_a_title_too() -> None:
    agenda = agenda_of(
        "Korte aantekeningen overleg riet, 4 juni 2031\n\nAanwezig: Karin, Piet en Jan (RWS)\n\nHet riet groeit.\n"
    )
    assert [words_of(each.text) for each in agenda.withheld] == ["Aanwezig: Karin, Piet en Jan (RWS)"]
    assert "Karin" not in str([agenda.documents, agenda.summary])


def test_the_signature_of_a_minister_is_kept_in_the_note() -> None:
    head = "Datum: 5 juni 2031\nBetreft: Verslag van de Milieuraad van 17 mei 2031\n\nGeachte voorzitter,\n"
    text = "Hierbij het verslag.\n\nRiet\nHet riet groeit en dat is goed voor de Nederlandse dijken.\n"
    agenda = agenda_of(f"{head}\n{text}\nHoogachtend,\nde minister van Riet,\n\nR. Oever\n")
    assert agenda.withheld == []
    assert [each.note for each in agenda.documents] == ["de minister van Riet, R. Oever"]


@pytest.mark.parametrize("sign", [":", " –", " -"])
def test_each_dated_row_of_a_planning_is_a_separate_text(sign: str) -> None:
    rows = [f"juni 2031{sign} brief", f"begin juli 2031{sign} debat", f"2 september 2031{sign} Raad"]
    agenda = agenda_of(f"Aanleiding\n{_RAAD}\n\nGeadviseerd besluit\nStem in.\n\nPlanning\n" + "\n".join(rows))
    assert agenda.considerations is not None
    assert list(map(words_of, agenda.considerations.general)) == ["Planning", *rows]
    assert "2031-09-02" not in [str(each.when) for each in agenda.events if each.kind == "debate"]


def test_a_date_with_a_colon_within_a_sentence_starts_no_row() -> None:
    text = "Het debat over het riet in de polders is op\n3 juni 2031: dan komt ook de brief."
    agenda = agenda_of(f"Aanleiding\n{_RAAD}\n\nGeadviseerd besluit\nStem in.\n\nKernpunten\n{text}\n")
    assert list(map(words_of, agenda.key_points)) == [text.replace("\n", " ")]


@pytest.mark.parametrize(
    ("text", "is_withheld"),
    [
        ("FIN (Karin Oever), BZK", True),
        ("BZK, FIN/IRF (Karin van der Oever) en EZ", True),
        ("DNB (De Nederlandsche Bank), BZ (Buitenlandse Zaken)", False),
        ("CDA (Karin Oever), VVD (Jan Riet)", False),
    ],
)
def test_an_official_named_after_a_consulted_department_is_withheld(text: str, *, is_withheld: bool) -> None:
    agenda = agenda_of(f"Aanleiding\n{_RAAD}\n\nGeadviseerd besluit\nStem in.\n\nAfstemming\n{text}\n")
    assert [words_of(each.text) for each in agenda.withheld] == ([text] if is_withheld else [])


def test_a_year_before_eu_is_no_postal_code() -> None:
    sentence = "Volgens de cijfers van deze zomer zijn in 2024 EU-landen veel riet kwijtgeraakt"
    points = f"Kernpunten\nHet riet groeit.\nKopie aan\nDG Riet\n{sentence}\ndoor de droogte."
    agenda = agenda_of(
        f"TER BESLISSING\nDatum: 2 juni 2031\n\nAanleiding\n{_RAAD}\n\nGeadviseerd besluit\nStem in.\n\n{points}\n"
    )
    assert list(map(words_of, agenda.key_points)) == ["Het riet groeit.", f"{sentence} door de droogte."]


def test_a_report_has_its_title_and_meeting_below_the_head_that_the_house_prints() -> None:
    head = "32 317 JBZ-Raad\n\nNr. 97 VERSLAG VAN DE RAAD JUSTITIE\n\nDen Haag, 22 oktober 2031\n\n"
    title = "Verslag van de Raad Justitie en Binnenlandse Zaken, 8 en 9 oktober 2031 te Luxemburg"
    agenda = agenda_of(f"{head}{title}\n\n1. Riet\nDe Raad sprak over riet.\n\n2. Dijken\nDe Raad sprak over dijken.\n")
    assert (str(agenda.when), agenda.place, agenda.series) == ("2031-10-08/2031-10-09", "Luxemburg", "jbz")


def test_title_lines_above_an_annotated_agenda_name_its_meeting() -> None:
    lines = "Annotated Agenda\nMeeting of the North Atlantic Council at the level of Ministers of Foreign\nAffairs\n"
    items = "Session I - Reed\nOur position\nWe support it.\n\nSession II - Dikes\nOur position\nWe do not.\n"
    agenda = agenda_of(f"{lines}Antalya, 14 and 15 May 2031\n\n{items}")
    assert (str(agenda.when), agenda.place, agenda.series) == ("2031-05-14/2031-05-15", "Antalya", "fmm")


REPORT = """\
Verslag rietoverleg

Datum: 4 maart 2031
Plaats: Den Haag

1. Opening
2. Dijken
De dijk is hoog.
{middle}3. Rondvraag

{heading}
1. Brief opstellen – DWB – 12 maart 2031
2. Otters tellen, uiterlijk 14 maart 2031
"""


@pytest.mark.parametrize("more", ["", "3. Riet planten\n4. Otter redden\n5. Dijk ophogen\n"])
def test_rows_below_a_heading_of_actions_are_deadlines_and_no_items(more: str) -> None:
    agenda = agenda_of(REPORT.format(middle="", heading="Actielijst") + more)
    assert [str(each.title) for each in agenda.sessions] == ["Opening", "Dijken", "Rondvraag"]
    assert [(str(each.title), str(each.due)) for each in agenda.deadlines] == [
        ("Brief opstellen", "2031-03-12"),
        ("Otters tellen", "2031-03-14"),
    ]


def test_a_list_of_actions_below_a_withheld_item_is_withheld_too() -> None:
    agenda = agenda_of(REPORT.format(middle="", heading="Actielijst").replace("Rondvraag", "Vertrouwelijk"))
    assert "Otters tellen" not in repr(plain(redact(lifted(agenda))))


@pytest.mark.parametrize(("middle", "heading"), [("Acties\n- Riet planten.\n", "Acties"), ("", "Ingekomen stukken")])
def test_a_heading_of_actions_that_comes_back_is_within_its_item(middle: str, heading: str) -> None:
    agenda = agenda_of(REPORT.format(middle=middle, heading=heading))
    assert [str(each.title) for each in agenda.sessions][:3] == ["Opening", "Dijken", "Rondvraag"]


AGENDA = """\
Datum: 3 maart 2031
Onze referentie: 2031-0001234
Betreft: Geannoteerde agenda Milieuraad en Landbouw- en Visserijraad 17 maart 2031

Geachte voorzitter,

Hierbij stuur ik u de geannoteerde agenda voor de Milieuraad van 17 maart 2031 te Brussel.

Milieuraad
Thema: riet
Toelichting:
De Raad spreekt over riet.
Inzet Nederland:
Nederland steunt het riet.

Landbouw- en Visserijraad
Thema: otters
Toelichting:
De Raad spreekt over otters.
Inzet Nederland:
Nederland steunt de otters.
"""


def test_an_explanation_below_each_item_belongs_to_that_item() -> None:
    agenda = agenda_of(AGENDA)
    assert [[*map(words_of, each.position)] for each in agenda.sessions] == [
        ["Nederland steunt het riet."],
        ["Nederland steunt de otters."],
    ]
    assert agenda.considerations is None


def test_an_address_broken_at_its_hyphen_is_no_item() -> None:
    letter = """\
21 501-02 Raad Algemene Zaken
Nr. 12 BRIEF VAN DE MINISTER VAN RIET

Aan de Voorzitter van de Tweede Kamer der Staten-
Generaal

Den Haag, 6 maart 2031

Hierbij bied ik u de geannoteerde agenda aan voor de Raad Algemene Zaken die op 18 maart a.s. plaatsvindt in Brussel.

Riet

De Raad spreekt over riet. Nederland steunt het riet.
"""
    agenda = agenda_of(letter)
    assert (str(agenda.when), agenda.place, [str(each.title) for each in agenda.sessions]) == (
        "2031-03-18",
        "Brussel",
        ["Riet"],
    )


ITEMS = "1. Riet\nDe Raad spreekt over riet.\n2. Otters"
MEMO = """\
Datum: 3 mei 2031
Aan: de minister
Onderwerp: {}

Aanleiding
{} op 12 mei 2031 in Brussel bijeen.

Advies
Tekenen.
"""


@pytest.mark.parametrize(
    ("text", "when", "place"),
    [
        ("Actie- en besluitenlijst MT Dijken\n\nVergadering: 6 mei 2031\n\nBesluiten\n- Riet mag.", "2031-05-06", None),
        (f"Geannoteerde agenda Milieuraad\n\nBrussel, 12-13 mei 2031\n\n{ITEMS}", "2031-05-12/2031-05-13", "Brussel"),
        (f"Geannoteerde agenda van de\nMilieuraad, 12-13 mei 2031\n\n{ITEMS}", "2031-05-12/2031-05-13", None),
        (f"Geannoteerde agenda Milieuraad\n\nBrussel 12-13 mei 2031\n\n{ITEMS}", "2031-05-12/2031-05-13", "Brussel"),
        (f"Geannoteerde agenda Milieuraad\n\nReces 12-13 mei 2031\n\n{ITEMS}", "unknown", None),
        ("Agenda Milieuraad 4 juni 2031\n\n1. Riet\n2. Dijken\n", "2031-06-04", None),
        ("Milieuraad 4 juni 2031\n\nI. Riet\nII. Dijken\n", "2031-06-04", None),
        (f"Verslag van het overleg riet\nOpgesteld door DGW\n4 juni 2031\n\n{ITEMS}", "2031-06-04", None),
        (f"Geannoteerde agenda Milieuraad\n\nDen Haag, 3 mei 2031\n\n{ITEMS}", "unknown", None),
        (f"Eurogroup\nLuxembourg, 19 June 2031\n\nDraft annotated agenda\n\n{ITEMS}", "2031-06-19", "Luxembourg"),
        (f"INSTRUCTIE DELEGATIE COP36\nBonn, 2-5 mei 2031\n\n{ITEMS}", "2031-05-02/2031-05-05", "Bonn"),
        (MEMO.format("EPSCO-Raad (Volksgezondheid) 12 mei 2031", "De EPSCO-Raad komt"), "2031-05-12", "Brussel"),
        (
            MEMO.format("Europese Raad 12 mei 2031 – riet", "De leden van de Europese Raad komen"),
            "2031-05-12",
            "Brussel",
        ),
    ],
)
def test_the_day_and_place_of_a_meeting_are_read(text: str, when: str, place: str | None) -> None:
    agenda = agenda_of(text)
    assert (str(agenda.when), agenda.place) == (when, place)


@pytest.mark.parametrize(
    ("said", "consulted"),
    [
        ("Afgestemd met: BZ, Riet. FIN is niet geconsulteerd.", ["BZ", "Riet"]),
        ("Afgestemd met\nRiet, BZ en OCW.", ["Riet", "BZ", "OCW"]),
        ("Afstemming\nNiet afgestemd met Riet. Wel afgestemd met BZ.", ["BZ"]),
        ("Afstemming\nRiet, BZ; niet met OCW.", ["Riet", "BZ"]),
        ("Toelichting\nCoordinated with BZ and OCW. Not coordinated with Riet.", ["BZ", "OCW"]),
    ],
)
def test_who_was_not_consulted_is_not_listed(said: str, consulted: list[str]) -> None:
    head = "Datum: 3 mei 2031\nAan: de minister\nOnderwerp: Riet\n\nAanleiding\nEr is riet.\n\nAdvies\nTekenen.\n\n"
    assert agenda_of(head + said).consulted == consulted


@pytest.mark.parametrize("name", ["Karin Riet-Otter", "de minister van Dijken"])
def test_the_name_of_a_minister_above_the_office_is_no_item(name: str) -> None:
    signed = f"Inleiding\n\nDe Raad spreekt.\n\n{name}\nMinister van Riet, Otters en Natuur\n"
    head = "Aan de Voorzitter van de Tweede Kamer\n\nDatum: 3 mei 2031\nBetreft: Riet\n\nGeachte Voorzitter,\n\n"
    assert not any("Riet-Otter" in str(each.title) for each in agenda_of(head + signed).sessions)


def test_a_heading_above_a_sentence_about_the_minister_is_no_signature() -> None:
    text = "Brede Welvaart\nDe minister van Dijken heeft in het overleg gezegd dat\nde dijken hoog zijn.\n"
    (session,) = agenda_of(f"Verslag van de Milieuraad van 4 juni 2031\n\n{text}").sessions
    said = "De minister van Dijken heeft in het overleg gezegd dat de dijken hoog zijn."
    assert (str(session.title), list(map(words_of, session.points))) == ("Brede Welvaart", [said])


def test_items_below_their_subject_have_what_is_done_with_them_as_their_kind() -> None:
    text = AGENDA[: AGENDA.index("Milieuraad\nThema")]
    rows = (
        "Landbouw\nRiet\nGedachtewisseling\nDe Raad spreekt.\n\nVisserij\nOtters\nPolitiek akkoord\nDe Raad besluit.\n"
    )
    agenda = agenda_of(text + rows)
    assert [(str(each.title), each.kind) for each in agenda.sessions] == [
        ("Riet", "Gedachtewisseling"),
        ("Otters", "Politiek akkoord"),
    ]


def test_a_planning_in_bullets_right_below_the_head_is_no_title() -> None:
    rows = "- 30 januari 2031: nota riet\n- uiterlijk 1 juni: verzending van de brief\n"
    agenda = agenda_of(f"Planning riet\n\nAan: de minister\nDatum: 12 januari 2031\nVan: DGW\n\n{rows}")
    assert (str(agenda.title), agenda.unplaced) == ("Planning riet", [])
    assert "2031-06-01" in [str(each.due) for each in agenda.deadlines]


def test_what_is_asked_by_a_day_is_a_deadline_whatever_its_verb() -> None:
    head = "Datum: 3 mei 2031\nAan: de minister\nOnderwerp: Riet\n\n"
    asked, said = "Benoem uiterlijk 12 mei 2031 een dijkgraaf.", "De dijkgraaf bestaat tot 12 juni 2031."
    agenda = agenda_of(f"{head}Advies\n- {asked}\n\nKernpunten\n- {said}\n")
    assert [str(each.due) for each in agenda.deadlines] == ["2031-05-12"]


@pytest.mark.parametrize(("what", "is_sure"), [("Inwerkingtreding", False), ("Brief aan de Kamer", True)])
def test_what_takes_effect_in_a_planning_is_to_be_checked(what: str, *, is_sure: bool) -> None:
    found = imported(f"Planning\n\nMijlpaal | Datum\n\n{what} | 1 juli 2031\n\nNota | 3 mei 2031")
    doubted = {each.field for each in found.checks if each.field.startswith("deadlines")}
    assert [str(each.due) for each in found.agenda.deadlines] == ["2031-07-01", "2031-05-03"]
    assert ("deadlines[0]" not in doubted) == is_sure


COMMITTEE = """\
NATO UNCLASSIFIED

REED POLICY COMMITTEE

Meeting to be held at NATO Headquarters, Brussels
on Thursday, 13 February 2031 at 09:30 hours

AGENDA

{}
"""


def test_items_may_have_roman_numbers() -> None:
    agenda = agenda_of(
        COMMITTEE.format("I.   ADOPTION OF THE AGENDA\nII.  REED REVIEW\n     Reeds.\nIII. OTHER BUSINESS")
    )
    assert (str(agenda.when), agenda.place) == ("2031-02-13T09:30", "Brussels")
    assert [(each.number, str(each.title)) for each in agenda.sessions] == [
        (1, "ADOPTION OF THE AGENDA"),
        (2, "REED REVIEW"),
        (3, "OTHER BUSINESS"),
    ]


def test_roman_parts_with_items_below_them_are_no_items() -> None:
    parts = "I. Riet\n\nDijken\nDe Raad spreekt. Nederland steunt dit.\n\nII. Otters\n\nVis\nDe Raad spreekt.\n"
    agenda = agenda_of(f"Verslag van de Milieuraad van 13 februari 2031\n\n{parts}")
    assert [str(each.title) for each in agenda.sessions] == ["Dijken", "Vis"]


def test_a_title_may_have_three_lines() -> None:
    lines = "KORTE AANTEKENINGEN\nvergadering van de commissie voor Riet\ngehouden op 4 november 2031\n\n"
    agenda = agenda_of(f"{lines}1. Riet\nDe commissie spreekt.\n\n2. Rondvraag\nGeen.\n")
    assert (str(agenda.when), [str(each.title) for each in agenda.sessions]) == ("2031-11-04", ["Riet", "Rondvraag"])


def test_an_item_of_a_programme_may_name_another_day() -> None:
    rows = "09.00 Riet\n09.15 Begroting (12 en 13 november)\n09.35 Otters\n09.50 Rondvraag\n"
    agenda = agenda_of(f"Agenda rietoverleg\n10 november 2031\n\n{rows}")
    assert [str(each.when) for each in agenda.sessions] == [f"2031-11-10T09:{at}?" for at in ("00", "15", "35", "50")]


@pytest.mark.parametrize(("titles", "shown"), [(("Dijken", "Riet"), True), (("Jansen", "Otter"), False)])
def test_items_with_letters_are_withheld_if_they_may_be_names(titles: tuple[str, str], *, shown: bool) -> None:
    said = "De Raad spreekt over dijken en riet."
    rows = f"A. {titles[0]}\n{said}\n\nB. {titles[1]}\n{said}\n"
    agenda = agenda_of(f"Geannoteerde agenda Milieuraad 17 juni 2031\n\n{rows}")
    assert [isinstance(each.title, str) and each.public for each in agenda.sessions] == [shown, shown]


def test_the_first_item_of_a_debate_is_an_item_though_it_is_about_an_annotated_agenda() -> None:
    agenda = agenda_of(
        "Geannoteerde agenda commissiedebat Landbouwraad\n\nDatum debat: dinsdag 17 juni 2031\nTijd: 16.30 uur\n\n"
        "Agendapunt 1. Geannoteerde agenda Landbouwraad van 23 juni 2031\nStuk: Kamerstuk 21501-32, nr. 991\n"
        "Het gaat over riet.\n\nAgendapunt 2. Verslag Landbouwraad van 15 mei 2031\nTer kennisname.\n\n"
        "Planning\n- 10 juni: spreektekst gereed (FIN)\n- 12 juni: dossier naar de minister (BBR)\n"
    )
    assert (str(agenda.when), agenda.kind, agenda.series) == ("2031-06-17T16:30", "debate", None)
    assert [words_of(each.title)[:20] for each in agenda.sessions[:2]] == [
        "Geannoteerde agenda ",
        "Verslag Landbouwraad",
    ]
    assert [each.ref for each in agenda.documents][:1] == ["21 501-32, nr. 991"]
    assert [(str(each.due), each.owner) for each in agenda.deadlines] == [("2031-06-10", "FIN"), ("2031-06-12", "BBR")]


def test_a_title_of_three_lines_that_begins_with_the_kind_of_paper_is_whole() -> None:
    agenda = agenda_of(f"Verslag\nMilieuraad\n12 mei 2031\n\n{ITEMS}")
    assert [words_of(each.title) for each in agenda.documents] == ["Verslag Milieuraad 12 mei 2031"]
