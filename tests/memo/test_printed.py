"""Letters, agendas and programmes as printed, or as copied from web pages."""

import pytest
from tests.memo.words import NOTA, agenda_of, memo_of

from briefcli.domain.item import words_of
from briefcli.memo.importer import import_memo

LETTER = """\
29 999 Dijken

Nr. 12 BRIEF VAN DE MINISTER VAN WATER

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 7 juli 2031

{body}

De Minister van Water, J.P. Molen Dijkstra
"""


@pytest.mark.parametrize(
    "body",
    [
        """Hierover is gesproken met het
Ministerie van Bruggen en met het
kabinet, waarna met
de minister van Bruggen en de minister van Sluizen over de
kosten is gesproken.""",
        """De Kamer vroeg dit aan
de staatssecretaris van Water in het vorige
debat. Daarvoor gaat vanaf
2032 EU geld naar de dijken.""",
        "Internet en sociale media vragen om aandacht.",
    ],
)
def test_text_that_names_a_minister_stays_in_the_summary(body: str) -> None:
    agenda = agenda_of(LETTER.format(body=body))
    assert [words_of(each) for each in agenda.summary] == [" ".join(body.split())]
    (paper,) = [each for each in agenda.documents if each.kind == "letter"]
    assert "De Minister van Water, J.P. Molen Dijkstra" in words_of(paper.note or "")
    assert not agenda.sessions


def test_a_year_followed_by_eu_is_no_postal_code() -> None:
    agenda = agenda_of(NOTA + "Voor het plan is in het jaar\n2029 EU geld gevraagd, dat\nspoedig komt.\n")
    assert [words_of(each) for each in agenda.key_points] == [
        "Voor het plan is in het jaar 2029 EU geld gevraagd, dat spoedig komt."
    ]


def test_the_minister_may_sign_in_upper_case() -> None:
    agenda = agenda_of(LETTER.format(body="Ik stuur u een rapport.\n\nDE MINISTER VAN BRUGGEN\n\nE. van Middelburg"))
    assert not agenda.withheld
    assert len(agenda.summary) == 1


PROGRAMME = """\
Indicative programme - Environment Council of 17 and 18 July 2031

Taken from the Council, published on Friday 12 July 2031

Place: Dyke building, Brussels

Monday 17 July

+/- 09.00 (tbc)

Doorstep by the minister

+/- 10.00

Beginning of the meeting

+/- 11.20 Any other business:
-Reed beds
-Pumps

+/- 12.00 Dykes

Any other business:

Tuesday 18 July

+/- 10.00

Beginning of the meeting

+/- 12.20 Any other business:
-Locks
"""


def test_items_with_the_same_name_at_different_times_are_kept() -> None:
    agenda = agenda_of(PROGRAMME)
    assert (str(agenda.when), agenda.series) == ("2031-07-17/2031-07-18", "milieuraad")
    assert [(words_of(each.title), str(each.when)) for each in agenda.sessions] == [
        ("Doorstep by the minister (tbc)", "2031-07-17T09:00?"),
        ("Beginning of the meeting", "2031-07-17T10:00?"),
        ("Any other business", "2031-07-17T11:20?"),
        ("Dykes", "2031-07-17T12:00?"),
        ("Beginning of the meeting", "2031-07-18T10:00?"),
        ("Any other business", "2031-07-18T12:20?"),
    ]
    assert list(map(words_of, agenda.sessions[2].points)) == ["Reed beds", "Pumps"]


@pytest.mark.parametrize(
    "above",
    [
        "Environment Council of 22 July 2031\n\nPublished on 19 July 2031",
        "Milieuraad 22 juli 2031\n\nLaatst bijgewerkt: 25 juli 2031 om 10.12 uur",
        "Agenda Milieuraad 22 juli 2031\n\nConcept d.d. 19 juli 2031",
    ],
)
def test_a_meeting_has_the_date_next_to_its_name(above: str) -> None:
    agenda = agenda_of(f"{above}\n\n09.00 Dijken\n\n10.00 Gemalen\n\n11.00 Riet\n")
    assert (str(agenda.when), agenda.series) == ("2031-07-22", "milieuraad")


PAPER = """\
29 999 Milieuraad
Nr. 12 BRIEF VAN DE MINISTER VAN WATER
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 25 juni 2031

Hierbij bied ik u het verslag aan van de Milieuraad van 22 juni 2031.

De Minister van Water,
J. Molen

Voorbereiding van de top

De Raad sprak over de dijken.
"""
PAGE = """\
[overzicht] [activiteiten] [zoeken]

Verslag Milieuraad van 22 juni 2031

Milieuraad

Brief regering

Nummer: 2031D12345, datum: 2031-06-25, bijgewerkt: 2034-02-19 10:56, versie: 3

Gerelateerde personen:- Eerste ondertekenaar: J. Molen, minister van Water
- 2031-07-04 09:30: Procedures en brieven (Procedurevergadering)
Preview document (origineel)

Tweede Kamer der Staten-Generaal | 2 |
Vergaderjaar 2030-2031 |

"""


@pytest.mark.parametrize("above", [PAGE, "Brief regering : Verslag Milieuraad van 22 juni 2031\n"])
def test_lines_of_a_web_page_are_no_part_of_the_paper(above: str) -> None:
    agenda = agenda_of(above + PAPER)
    assert (str(agenda.when), agenda.series, agenda.events, agenda.withheld) == ("2031-06-22", "milieuraad", [], [])
    (paper,) = agenda.documents
    assert (paper.ref, str(paper.date)) == ("29 999, nr. 12", "2031-06-25")
    assert words_of(paper.title or "") == "Verslag Milieuraad van 22 juni 2031"
    assert [words_of(each.title) for each in agenda.sessions] == ["Voorbereiding van de top"]
    assert len(agenda.summary) == 1


def test_a_label_with_a_space_before_its_colon_is_no_page_title() -> None:
    agenda = agenda_of("Rubricering : Departementaal Vertrouwelijk\n" + PAPER)
    assert not agenda.public
    assert "Rubricering" in (agenda.ground or "")


def test_numbered_lists_without_a_meeting_give_no_sessions() -> None:
    body = "Aanpak van de dijken\n\nDe aanpak heeft drie delen:\n\n1. de dijken;\n2. de gemalen;\n3. het riet.\n"
    agenda = agenda_of(
        LETTER.format(body=f"Ik stuur u een plan.\n\n{body}\nVervolg van de aanpak\n\nDaarna:\n\n1. niets;\n")
    )
    assert not agenda.sessions
    assert agenda.considerations is not None
    assert list(map(words_of, agenda.considerations.general)) == [
        "Aanpak van de dijken", "De aanpak heeft drie delen:", "1. de dijken;", "2. de gemalen;", "3. het riet.",
        "Vervolg van de aanpak", "Daarna:", "1. niets;",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "title", "when"),
    [
        ("Kamerbrief inzake geannoteerde agenda Milieuraad van 22 juni 2031", "Milieuraad, 22 juni 2031", "2031-06-22"),
        ("Geannoteerde agenda Milieuraad van 22 juni 2031 (15.40)", "Milieuraad, 22 juni 2031", "2031-06-22T15:40"),
        ("Verslag van het bezoek aan de dijken", "Verslag van het bezoek aan de dijken", "unknown"),
        ("Notulen overleg over dijken 22 juni 2031", "Notulen overleg over dijken, 22 juni 2031", "2031-06-22"),
    ],
)
def test_the_first_line_of_a_report_or_agenda_is_its_title(first: str, title: str, when: str) -> None:
    agenda = agenda_of(f"{first}\n\nOp 14 en 15 juni jl. is gesproken over de dijken en het riet in de polder.\n")
    assert (words_of(agenda.title), str(agenda.when)) == (title, when)
    assert len(agenda.summary) == 1
    assert not agenda.sessions


def test_a_number_with_a_letter_is_no_item_number() -> None:
    minutes = (
        "Verslag overleg Dijken 22 juni 2031\n\n01A Verslag van 2 mei\n\nVastgesteld.\n\n05 Riet\n\nHet riet groeit.\n"
    )
    assert [(each.number, words_of(each.title)) for each in agenda_of(minutes).sessions] == [
        (None, "01A Verslag van 2 mei"),
        (5, "Riet"),
    ]


def test_an_item_may_start_with_a_dossier_number() -> None:
    items = "1. Kennismaking\n\nNiets.\n\n2. 34430 Dijken\n\nHet gesprek is openbaar.\n\n3. Riet\n\nOok niets.\n"
    agenda = agenda_of(f"Korte aantekeningen vergadering commissie Dijken van 5 november 2030\n\n{items}")
    assert [words_of(each.title) for each in agenda.sessions] == ["Kennismaking", "2. 34430 Dijken", "Riet"]


def test_a_sentence_about_a_ministry_names_no_official() -> None:
    agenda = agenda_of(NOTA + "Het Ministerie van Binnenlandse Zaken staat in contact met de gemeenten.\n")
    assert not agenda.withheld
    assert agenda_of(NOTA + "Voor vragen is er contact met Jan de Molen.\n").withheld


FORM = """\
TER BESLISSING
Aan: de Minister van Water
Datum: 20 november 2030
Onderwerp: Dijken

1. Aanleiding
Iets.

2. Geadviseerd besluit
Instemmen.

3. Toelichting
3.1 Politieke context
De Kamer vroeg dit.
3.2 Juridische overwegingen
Er is geen wet nodig.
3.3 Krachtenveld (draagvlak, belangen en posities)
De polder is kritisch.
3.4 Strategie
Geen.
3.5 Communicatie
Er komt geen bericht.
3.6 Ontwikkelingen hiervoor
N.v.t.
3.7 Afstemming (intern, interdepartementaal en met veldpartijen)
Met FEZ.
"""


def test_numbered_headings_of_a_form_end_the_section_above_them() -> None:
    agenda = agenda_of(FORM)
    weighed = agenda.considerations
    assert weighed is not None
    assert list(map(words_of, weighed.legal)) == ["Er is geen wet nodig."]
    assert list(map(words_of, weighed.communication)) == ["Er komt geen bericht."]
    assert words_of(weighed.political[1]) == (
        "3.3 Krachtenveld (draagvlak, belangen en posities): De polder is kritisch."
    )
    assert list(map(words_of, agenda.unplaced)) == ["3.4 Strategie: Geen.", "3.6 Ontwikkelingen hiervoor: N.v.t."]
    assert list(map(words_of, agenda.consulted)) == ["Met FEZ."]


def test_each_row_of_annexes_is_public_or_withheld() -> None:
    table = "• Nr. | Naam | Openbaar\n\n• 1 | Kamerbrief | ja\n\n• 2 | Advies | Openbaar: nee\n\n• 3 | Tijdlijn | ja\n"
    agenda = agenda_of(f"{NOTA}\nBijlagen\n{table}")
    papers = {words_of(each.title or ""): each.public for each in agenda.documents[:3]}
    assert papers == {"Kamerbrief": True, "Advies": False, "Tijdlijn": True}


def test_a_memo_below_the_signature_of_a_mail_is_read() -> None:
    head = "Van: Snoek, J. <j@water.nl>\nVerzonden: 3 februari 2031\nAan: Riet, S.\nOnderwerp: nota riet\n\n"
    memo = "NOTA TER BESLISSING\n\nAanleiding\nIets.\n\nGeadviseerd besluit\nInstemmen.\n\nBijlagen\n- Rapport riet\n\n"
    signed = "Met vriendelijke groet,\n\nJan Snoek\n06 12 34 56 78\n"
    draft = import_memo(memo_of(f"{head}Hoi,\n\nHieronder de nota.\n\nGroet,\nJan\n\n--\n{memo}{signed}"))
    assert [words_of(each.title or "") for each in draft.agenda.documents[:-1]] == ["Rapport riet"]
    assert "Jan" in list(map(words_of, draft.agenda.withheld))
    assert "Jan Snoek; 06 12 34 56 78" in list(map(words_of, draft.agenda.withheld))


def test_printed_page_footers_are_dropped() -> None:
    foot = "kst-29999-12\nISSN 0921 - 7371\n’s-Gravenhage 2031  Tweede Kamer, vergaderjaar 2030–2031, 29 999, nr. 12  1"
    agenda = agenda_of(LETTER.format(body=f"Ik stuur u een rapport over de\n\n{foot}\n\ndijken en het riet."))
    assert list(map(words_of, agenda.summary)) == ["Ik stuur u een rapport over de dijken en het riet."]


CONVOCATION = """\
Den Haag, 4 juni 2031

Voortouwcommissie:\tvaste commissie voor Water
Activiteit:\tCommissiedebat
Datum:\twoensdag 11 juni 2031
Tijd:\t14.00 - 18.00 uur
Openbaar/besloten:\topenbaar
Onderwerp:\tMilieuraad d.d. 17 juni 2031

1.\tAgendapunt:\tGeannoteerde agenda Milieuraad 17 juni 2031
\tZaak:\tBrief regering - minister van Water - 6 juni 2031 - 29999-812

2.\tAgendapunt:\tVerslag Milieuraad 20 maart 2031
\tZaak:\tBrief regering - minister van Water - 4 april 2031 - 29999-805
"""


def test_a_convocation_is_about_the_debate_not_the_council() -> None:
    agenda = agenda_of(CONVOCATION)
    assert str(agenda.when) == "2031-06-11T14:00/2031-06-11T18:00"
    assert words_of(agenda.title) == "Commissiedebat Milieuraad d.d. 17 juni 2031, woensdag 11 juni 2031"
    assert (agenda.series, agenda.kind) == (None, "debate")
    assert [each.number for each in agenda.sessions] == [1, 2]
