"""Sentences that fill a field of the agenda: the meeting, events, papers, deadlines, sessions and so on."""

import pytest
from tests.memo.words import memo_of

from briefcli.domain.agenda import Agenda, plain
from briefcli.domain.item import words_of
from briefcli.domain.redaction import lifted, redact
from briefcli.domain.when import parse_when
from briefcli.errors import NothingFound
from briefcli.memo.imported import Imported
from briefcli.memo.importer import ImportOptions, import_memo

RAAD = "Op 18 en 19 maart 2024 komt de Milieuraad bijeen in Brussel."


def imported(*sentences: str, options: ImportOptions | None = None) -> Imported:
    body = "\n\n".join(sentences)
    return import_memo(memo_of(f"Aanleiding\n\n{RAAD}\n\nKernpunten\n\n{body}\n"), options)


def agenda_of(*sentences: str) -> Agenda:
    return imported(*sentences).agenda


def test_the_meeting_is_found_with_its_series_date_and_place() -> None:
    found = imported("Niets.")
    agenda = found.agenda
    assert (agenda.series, agenda.body, str(agenda.when), agenda.place) == (
        "milieuraad",
        "EU",
        "2024-03-18/2024-03-19",
        "Brussel",
    )
    assert agenda.title == "Milieuraad, 18 en 19 maart 2024"
    assert found.id == "milieuraad-2024-03"


def test_options_override_the_memo() -> None:
    options = ImportOptions(id="m", series="s", title="Titel", when=parse_when("2024-04"))
    found = imported("Niets.", options=options)
    assert (found.id, found.agenda.series, found.agenda.title, str(found.agenda.when)) == ("m", "s", "Titel", "2024-04")


def test_a_missing_meeting_is_to_be_checked() -> None:
    found = import_memo(memo_of("Aanleiding\nEr is een vraag gesteld.\nAdvies\nTekenen.\n"))
    assert str(found.agenda.when) == "unknown"
    assert "when" in {check.field for check in found.checks}


@pytest.mark.parametrize("text", ["", "Geachte voorzitter,\n\nHierbij de brief.\n", "Kern\nalleen dit\n"])
def test_a_text_that_is_no_memo_is_refused(text: str) -> None:
    with pytest.raises(NothingFound, match="no decision memo") as refused:
        import_memo(memo_of(text))
    assert refused.value.hint


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Op 13 maart 2024 is een commissiedebat gepland.", [("debate", "2024-03-13")]),
        (
            "Het commissiedebat van 13 maart 2024 gaat hierover. Na het commissiedebat volgt een brief.",
            [("debate", "2024-03-13")],
        ),
        ("De NAVO-top in Vilnius op 11 en 12 juli 2023 was eerder.", [("summit", "2023-07-11/2023-07-12")]),
        (
            "Voorafgaand aan de Milieuraad vindt een ontbijt plaats. De datum is nog onbekend.",
            [("side meeting", "../2024-03-18")],
        ),
        ("Er is een diner met Egypte op de avond voorafgaand aan de Milieuraad.", [("side meeting", "2024-03-17")]),
        ("Na afloop van de Milieuraad spreken de ministers met de pers.", [("side meeting", "2024-03-19/..")]),
        ("De volgende Landbouw- en Visserijraad is op 25 maart 2024.", [("other", "2024-03-25")]),
        ("De NAVO-top vindt op 11 en 12 juli 2024 plaats in Washington.", [("summit", "2024-07-11/2024-07-12")]),
        ("Het commissiedebat is van 25 maart 2024 naar 2 april 2024 verplaatst.", [("debate", "2024-04-02")]),
        ("Het seminar vindt niet op 25 maart 2024 maar op 2 april 2024 plaats.", [("side meeting", "2024-04-02")]),
        ("U spreekt de Kamer hierover op 12 maart 2024 (commissiedebat Dijken).", [("debate", "2024-03-12")]),
        ("12 maart 2024: voorbespreking riet", [("other", "2024-03-12")]),
        ("Riet: dinsdag 12 maart 2024 van 11.00 tot 17.00 uur", [("other", "2024-03-12T11:00/2024-03-12T17:00")]),
        ("12 maart 2024   16.30 - 18.30   Riet en dijken", [("other", "2024-03-12T16:30/2024-03-12T18:30")]),
        ("Milieuraad: 18 juni 2024 (zaal 3).", [("other", "2024-06-18")]),
        ("The Summit will take place in Ankara on 7-8 July 2024.", [("summit", "2024-07-07/2024-07-08")]),
        ("12 maart 2024: riet", []),
        ("12 maart 2024 10.00 uur: Karin", []),
        ("Brief over het overleg: 12 maart 2024", []),
        ("Vragen over riet: 12 maart 2024 12.00 uur", []),
        ("Er is veel debat over dit onderwerp.", []),
        ("De Milieuraad van 18 en 19 maart 2024 bespreekt dit.", []),
    ],
)
def test_events_are_found_with_kind_and_date(sentence: str, events: list[tuple[str, str]]) -> None:
    assert [(each.kind, str(each.when)) for each in agenda_of(sentence).events] == events


def test_each_paper_of_a_list_has_the_date_after_it() -> None:
    agenda = agenda_of(
        "Zie de brieven (Kamerstuk 28 676, nr. 432 van 12 mei 2023, Kamerstuk 28 676, nr. 429 en "
        "Kamerstuk 28 676, nr. 426 van 3 februari 2023) en de vragen d.d. 27 december 2023, kenmerk 2023Z21022."
    )
    assert [(each.ref, str(each.date)) for each in agenda.documents] == [
        ("28 676, nr. 432", "2023-05-12"),
        ("28 676, nr. 429", "None"),
        ("28 676, nr. 426", "2023-02-03"),
        ("2023Z21022", "2023-12-27"),
    ]


def test_a_motion_is_a_paper_and_a_commitment() -> None:
    agenda = agenda_of("De motie-Van der Plas c.s. (Kamerstuk 28 676, nr. 5) vraagt dit.")
    assert agenda.documents[0].kind == "motion"
    assert [(each.kind, each.by, each.ref) for each in agenda.commitments] == [
        ("motion", "Van der Plas c.s.", "28 676, nr. 5")
    ]


def test_a_delivery_is_a_deadline_with_owner_and_due_date() -> None:
    agenda = agenda_of(
        "Op 13 maart 2024 is een commissiedebat.",
        "DCO bereidt woordvoeringslijnen voor in aanloop naar het commissiedebat.",
    )
    assert [(each.title, each.owner, str(each.due), each.kind) for each in agenda.deadlines] == [
        ("woordvoeringslijnen", "DCO", "before debate", "spokesperson lines")
    ]


def test_a_department_above_rows_is_no_part_of_the_row_before_it() -> None:
    rows = "OCW\n10 mei 2024: brief rondsturen\n24 mei 2024: nota in de staf\nBZ/DVB\nSpreekpunten rondsturen."
    agenda = agenda_of(f"De planning staat hieronder.\n\nPlanning\n{rows}")
    assert [(each.title, str(each.due)) for each in agenda.deadlines] == [
        ("brief rondsturen", "2024-05-10"),
        ("nota in de staf", "2024-05-24"),
    ]


def test_a_department_before_a_colon_is_the_owner() -> None:
    rows = "- AZ/RVD: reactielijn, uiterlijk 4 maart 2024\n- BZ/DVB: nota, 5 maart 2024 cob\n"
    agenda = agenda_of(f"De planning staat hieronder.\n\nPlanning\n{rows}")
    assert [(each.title, each.owner, str(each.due)) for each in agenda.deadlines] == [
        ("reactielijn", "AZ/RVD", "2024-03-04"),
        ("nota", "BZ/DVB", "2024-03-05"),
    ]


def test_who_organises_something_together_does_not_attend() -> None:
    agenda = agenda_of("De eerste werksessie gaat over riet. Nederland hield samen met Denemarken vooraf een ontbijt.")
    assert [each.attendees for each in agenda.sessions] == [[]]


def test_due_by_a_day_differs_from_due_before_a_day() -> None:
    agenda = agenda_of("De agenda moet uiterlijk 5 maart 2024 verzonden zijn.", "U moet vóór 8 maart 2024 beslissen.")
    assert [str(each.due) for each in agenda.deadlines] == ["2024-03-05", "../2024-03-08"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "De brief is afgestemd met de ministeries van Financiën en Buitenlandse Zaken.",
            ["Financiën", "Buitenlandse Zaken"],
        ),
        (
            "Afgestemd met: EZK, BZ en het ministerie van Justitie en Veiligheid.",
            ["EZK", "BZ", "Justitie en Veiligheid"],
        ),
        ("De RVD is akkoord.", ["RVD"]),
        ("De tekst is in samenspraak met BZK en VWS opgesteld.", ["BZK", "VWS"]),
        ("Afgestemd met BZ. Afgestemd met FIN. Afgestemd met BZ.", ["BZ", "FIN"]),
        ("Afgestemd met: BZ,FIN en Sportraad.", ["BZ", "FIN", "Sportraad"]),
        (
            "Afgestemd met: Economische Zaken en Klimaat en Volksgezondheid, Welzijn en Sport.",
            ["Economische Zaken en Klimaat", "Volksgezondheid, Welzijn en Sport"],
        ),
        ("Dit is nergens mee afgestemd.", []),
    ],
)
def test_consulted_ministries_are_found(sentence: str, names: list[str]) -> None:
    assert [words_of(each) for each in agenda_of(sentence).consulted] == names


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        (
            "Werksessie I: Water\n- Nederland steunt dit plan.\n\nAvondsessie: Bodem\n- Men spreekt over bodem.",
            [(1, "Water"), (None, "Bodem")],
        ),
        (
            "1. De eerste werksessie gaat over water.\n2. De tweede werksessie gaat over bodem.",
            [(1, "water"), (2, "bodem")],
        ),
        ("Sessie 1: Water\nSessie 2: Bodem", [(1, "Water"), (2, "Bodem")]),
    ],
)
def test_sessions_are_found_with_number_and_title(text: str, sessions: list[tuple[int | None, str]]) -> None:
    assert [(each.number, each.title) for each in agenda_of(text).sessions] == sessions


def test_a_session_ends_at_the_next_section() -> None:
    memo = memo_of(
        "Aanleiding\nWaarom.\nKernpunten\nWerklunch\nInformatie die niet openbaar gemaakt kan worden\nDe naam.\n"
    )
    agenda = import_memo(memo).agenda
    assert [words_of(each.title) for each in agenda.sessions] == ["Werklunch"]
    assert [(each.text, each.public) for each in agenda.withheld] == [("De naam.", False)]


def test_only_a_statement_about_redactions_is_public() -> None:
    memo = memo_of(
        "Aanleiding\nWaarom.\nAdvies\nTekenen.\nInformatie die niet openbaar gemaakt kan worden\n"
        "Namen zijn gelakt vanwege de privacy.\n\nDe minister overweegt af te treden.\n"
    )
    found = import_memo(memo)
    assert [(each.public, each.ground) for each in found.agenda.withheld] == [(True, "de privacy"), (False, None)]
    assert "withheld[1]" in {check.field for check in found.checks}


ASKED = "Aan: de minister\nDatum: 12 februari 2031\nOnderwerp: Riet\n\n{}\n{}\n\nKernpunten\n- De dijken zijn af.\n"


@pytest.mark.parametrize("lead", ["Wij adviseren u:", "Ik verzoek u om:", "U wordt gevraagd:"])
def test_the_list_below_an_introduction_is_the_decision(lead: str) -> None:
    text = ASKED.format(lead, "- in te stemmen met het riet;\n- de brief te tekenen.")
    decision = import_memo(memo_of(text)).agenda.decision
    assert [each.text for each in decision] == ["in te stemmen met het riet;", "de brief te tekenen."]


def test_a_request_in_one_sentence_is_kept_whole() -> None:
    text = ASKED.format("Wij adviseren u in te stemmen met het riet.", "")
    assert [each.text for each in import_memo(memo_of(text)).agenda.decision] == [
        "Wij adviseren u in te stemmen met het riet."
    ]


def test_an_introduction_below_a_heading_is_reported_as_dropped() -> None:
    text = ASKED.format("Geadviseerd besluit\nU wordt gevraagd om:", "- in te stemmen met het riet;\n- te tekenen.")
    found = import_memo(memo_of(text))
    assert [each.text for each in found.agenda.decision] == ["in te stemmen met het riet;", "te tekenen."]
    assert "U wordt gevraagd om:" in [each.words for each in found.dropped]


def test_an_introduction_without_a_list_is_kept() -> None:
    found = import_memo(memo_of(ASKED.format("Geadviseerd besluit\nU wordt gevraagd:", "")))
    assert [each.text for each in found.agenda.decision] == ["U wordt gevraagd:"]


def noted(*sentences: str) -> Imported:
    body = "\n".join(f"- {each}" for each in sentences)
    return import_memo(
        memo_of(f"Aan: de minister\nDatum: 3 februari 2031\n\nNota\n\nAanleiding\nIets.\n\nKernpunten\n{body}\n")
    )


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("U wordt verzocht de brief op 10 februari (uiterlijk 12.00 uur) te tekenen.", "2031-02-10T12:00"),
        ("Deadline voor de inbreng: ma 10/2.", "2031-02-10"),
        ("Actie: JZ - advies over de dijken - gereed 11 feb.", "2031-02-11"),
        ("De beantwoording van de vragen is verlengd tot 18 februari.", "2031-02-18"),
        ("De antwoorden moeten binnen drie weken na 27 januari 2031 naar de Kamer.", "../2031-02-18"),
        ("De Kamerbrief moet 10 feb de deur uit.", "2031-02-10"),
        ("De Kamerbrief moet uiterlijk 10 feb weg, minimaal twee dagen eerder dan gepland.", "2031-02-10"),
        ("De nota moet uiterlijk 10 feb klaar zijn en minimaal drie dagen vooraf afgestemd.", "2031-02-10"),
        ("De termijn voor de reactie op de verordening is verlengd tot 18 februari.", "2031-02-18"),
        ("De deadline voor de inbreng op de missie is verlengd tot 18 februari.", "2031-02-18"),
        ("Kabinetsreactie op het advies uiterlijk eind maart 2031.", "2031-03"),
        ("U wordt verzocht de brief vóór 10 februari te ondertekenen.", "../2031-02-10?"),
        ("Opmerkingen kunnen tot en met 10 februari, 18.00 uur worden ingestuurd.", "2031-02-10T18:00"),
        ("Dossier naar de minister: 10 februari.", "2031-02-10"),
        ("Written comments on the reed paper: 10 February, cob.", "2031-02-10"),
        ("Wijziging Rietwet (36 801): inbreng verslag uiterlijk 10 februari 2031, 14.00 uur", "2031-02-10T14:00"),
        ("Spreektekst riet (2 min) -> DCO, vrijdag 14 februari 12.00u", "2031-02-14T12:00"),
        ("Telling otters – DGB – 14 februari", "2031-02-14"),
        ("U tekent de brief op 30 maart 2031.", "2031-03-30"),
        ("DGW stuurt 13 februari een nota met de stand van zaken.", "2031-02-13"),
        ("Het pakket gaat op 18 februari naar de leden.", "2031-02-18"),
        ("Kun jij vóór 20 februari een eerste concept maken?", "../2031-02-20?"),
        ("De stukken volgen uiterlijk een week van tevoren, op 12 februari.", "2031-02-12"),
        ("Het CD Riet is op 12 februari 2031; de brief moet daar uiterlijk een week voor liggen.", "2031-02-05"),
        ("De reactie moet binnen drie weken na ontvangst, dus uiterlijk op 12 februari, weg zijn.", "2031-02-12"),
        ("Mogelijk moet de brief op 12 februari naar de Kamer.", "2031-02-12?"),
        ("DGW kan mogelijk uiterlijk 12 februari de brief sturen.", "2031-02-12?"),
        ("Zo snel mogelijk, uiterlijk 12 februari, moet de brief naar de Kamer.", "2031-02-12"),
        ("Voor de ministerraad van 14 februari moet het stuk worden aangemeld.", "../2031-02-14?"),
        ("Graag de lijst aanleveren op maandag 10 februari vóór 16.00 uur.", "2031-02-10T16:00"),
    ],
)
def test_a_day_by_which_something_must_be_done_is_a_deadline(sentence: str, due: str) -> None:
    assert [str(each.due) for each in noted(sentence).agenda.deadlines] == [due]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        (
            "U ontvangt de punten uiterlijk 14 maart 2031 en de Q&A uiterlijk 13 maart 2031.",
            ["2031-03-14", "2031-03-13"],
        ),
        (
            "De brief wordt uiterlijk 13 maart gedeeld en op 18 maart aan de Kamer aangeboden.",
            ["2031-03-13", "2031-03-18"],
        ),
        ("Als het niet voor 4 maart lukt, moet de brief uiterlijk 8 maart weg.", ["2031-03-08"]),
        ("De lijst van 3 maart wordt op 18 maart verstuurd.", ["2031-03-18"]),
        ("De minister gaat op 18 maart naar de Milieuraad.", []),
        ("Hierbij stuur ik u de stukken voor de bijeenkomst op 18 maart.", []),
        ("Je hoeft je inbreng niet meer voor 12 maart in te sturen.", []),
        ("De brief is op 12 maart aan de Kamer gestuurd.", []),
        ("Het bestuur kiest op 18 maart een voorzitter, indien nodig.", []),
        ("Het overleg staat gepland voor 18 maart.", []),
        ("De kamers voor 12 maart zijn geboekt.", []),
        ("De regeling geldt tot en met 31 december 2031.", []),
        ("De agenda wordt op 13 maart rondgestuurd.", ["2031-03-13"]),
        ("The annotations are to be delivered by 13 March.", ["2031-03-13"]),
        ("Het debat op 18 maart moet worden voorbereid.", []),
        ("De Kamer debatteert op 18 maart over de brief die moet worden gestuurd.", []),
        ("Dit moet in het commissiedebat Riet op 18 maart worden gezegd.", []),
        ("Vanwege de verkiezingen op 18 maart moet de brief wachten.", []),
        ("De brief moet voor het debat op 18 maart naar de Kamer.", ["before debate"]),
        ("Bespreking op 18 maart (stukken aanleveren uiterlijk 13 maart).", ["2031-03-13"]),
        ("The meeting is due to take place on 18 March.", []),
        ("De termijn voor inspraak loopt van 18 maart tot en met 22 april.", ["2031-03-18/2031-04-22"]),
        ("De bijeenkomst van 18 tot 20 maart moet worden voorbereid.", []),
        ("DGW werkt op 18 maart een voorstel uit.", ["2031-03-18"]),
        ("☒ Instructie gestuurd op 18 maart.", []),
        ("☐ Instructie sturen op 18 maart.", ["2031-03-18"]),
    ],
)
def test_each_day_on_which_something_is_delivered_is_a_deadline(sentence: str, due: list[str]) -> None:
    assert [str(each.due) for each in noted(sentence).agenda.deadlines] == due


@pytest.mark.parametrize(
    ("sentence", "is_sure"),
    [
        ("De verordening treedt op 18 maart 2031 in werking en moet worden gevolgd.", False),
        ("De wet moet op 18 maart 2031 in werking treden.", False),
        ("De wet moet per 18 maart 2031 zo mogelijk van kracht zijn.", False),
        ("De wet moet op 18 maart 2031 naar de Kamer.", True),
        ("Op 18 maart 2031 levert de dijkgraaf vier molens.", False),
        ("Op 18 maart 2031 gaat de minister naar Berlijn.", False),
        ("Op 18 maart 2031 moet de lijst weg.", True),
        ("De inschrijving sluit op 18 maart 2031.", True),
        ("Op 18 maart 2031 gaat de brief naar de Kamer.", True),
    ],
)
def test_a_day_is_surely_a_deadline_if_the_words_before_it_say_so(sentence: str, *, is_sure: bool) -> None:
    found = noted(sentence)
    assert [str(each.due) for each in found.agenda.deadlines] == ["2031-03-18"]
    assert ("deadlines[0]" not in {each.field for each in found.checks}) == is_sure


def test_the_next_council_keeps_its_whole_name() -> None:
    events = imported("De volgende Landbouw- en Visserijraad is op 25 maart 2024.").agenda.events
    assert [str(each.title) for each in events] == ["volgende Landbouw- en Visserijraad"]


@pytest.mark.parametrize("sentence", ["De termijn daarvoor was 10 februari 2030.", "Advies dijken (DWB), 12 mei 2027"])
def test_a_past_term_is_no_deadline(sentence: str) -> None:
    assert noted(sentence).agenda.deadlines == []


def test_work_for_a_motion_gives_a_deadline_and_a_commitment() -> None:
    agenda = noted("VNG levert een toets aan voor de motie-Otter (Kamerstuk 36 911, nr. 4).").agenda
    assert [(str(each.title), each.owner) for each in agenda.deadlines] == [("een toets", "VNG")]
    assert [each.ref for each in agenda.commitments] == ["36 911, nr. 4"]


@pytest.mark.parametrize("words", ["op uiterlijk 10-2 de lijst op", "de lijst uiterlijk op 10 februari op"])
def test_the_title_of_a_deadline_leaves_out_its_date(words: str) -> None:
    (found,) = noted(f"DWB stelt {words}.").agenda.deadlines
    assert (str(found.title), str(found.due), found.owner) == ("de lijst", "2031-02-10", "DWB")


def test_the_title_of_a_deadline_keeps_the_date_of_another_meeting() -> None:
    (found,) = noted("DWB maakt een verslag van het overleg van 10 februari.").agenda.deadlines
    assert (str(found.title), found.due) == ("een verslag van het overleg van 10 februari", None)


def test_the_end_date_of_a_commitment_is_its_due_date() -> None:
    found = noted("De toezegging aan het lid Snoek (TZ203010-112) loopt af op 31 december 2031.")
    assert [str(each.due) for each in found.agenda.commitments] == ["2031-12-31"]


MISSED = "a day and something to do by it"


@pytest.mark.parametrize(
    "sentence",
    [
        "De vragen (ingezonden 27 januari 2031) moeten binnen drie weken worden beantwoord.",
        "De inbreng wordt op 10-2 verwacht.",
        "Streefdatum: 1 maart 2031.",
        "De Eerste Kamer praat op 6 maart 2031 verder.",
    ],
)
def test_a_possible_deadline_is_reported(sentence: str) -> None:
    assert [each.message for each in noted(sentence).checks if MISSED in each.message]


@pytest.mark.parametrize(
    ("sentence", "due", "is_public"),
    [
        ("NIET OPENBAAR: JZ stuurt uiterlijk 30 maart 2031 een nota.", "2031-03-30", False),
        ("Vertrouwelijk: DGW levert vóór 1 april 2031 het bod aan.", "../2031-04-01", False),
        ("Graag uw reactie uiterlijk 5 maart 2031 naar mevrouw P. Snoek (p.snoek@minienw.nl).", "2031-03-05", False),
        ("JZ stuurt uiterlijk 30 maart 2031 een nota.", "2031-03-30", True),
    ],
)
def test_a_deadline_in_a_withheld_text_is_listed_and_withheld(sentence: str, due: str, is_public: bool) -> None:
    agenda = noted(sentence).agenda
    assert [(str(each.due), each.public) for each in agenda.deadlines] == [(due, is_public)]
    assert (sentence in repr(plain(redact(lifted(agenda))))) == is_public


def test_two_days_in_one_text_are_asked_about_once() -> None:
    found = noted("De inbreng wordt op 10-2 verwacht. De Eerste Kamer praat op 6 maart 2031 verder.")
    assert sum(MISSED in each.message for each in found.checks) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "De brief is op 10 januari 2031 gestuurd.",
        "De Kamerbrief moet uiterlijk 10 februari 2031 naar de Kamer.",
        "Op 12 februari 2031 is het commissiedebat, dat moet leiden tot een besluit.",
        "De dijken moeten in 2040 op hoogte zijn.",
        "Wij moeten kiezen.",
        "Uw besluit is nodig vóór donderdag 13 maart 2031.",
        "De stemmingen zijn op 22 maart 2031.",
        "Op 9 maart 2031 van 10.00 tot 14.00 uur voert u het Commissiedebat Water.",
    ],
)
def test_a_past_or_known_date_is_not_reported_as_deadline(sentence: str) -> None:
    assert [each.message for each in noted(sentence).checks if MISSED in each.message] == []


def test_an_annex_that_is_a_cited_paper_is_listed_once() -> None:
    memo = (
        "Aanleiding\nZie de brief (Kamerstuk 29 001, nr. 7).\n\nKernpunten\n- Niets.\n\nBijlagen\n"
        "1. Kamerbrief van 3 december 2031 (29 001, nr. 7)\n2. Reactie op de motie-Otter (29 001, nr. 8)\n"
    )
    papers = import_memo(memo_of(memo)).agenda.documents
    found = [(each.ref, str(each.date) if each.date else None, each.kind, words_of(each.title)) for each in papers]
    assert found == [
        ("29 001, nr. 7", "2031-12-03", "letter", "Kamerbrief van 3 december 2031 (29 001, nr. 7)"),
        (None, None, "motion", "Reactie op de motie-Otter (29 001, nr. 8)"),
        ("29 001, nr. 8", None, "motion", "motie-Otter"),
    ]


def test_points_below_a_heading_of_promises_are_no_key_points() -> None:
    memo = (
        "Aanleiding\nEr is een brief.\n\nKernpunten\n- Wij steunen dit.\n\nToezeggingen\n"
        "- De minister zegde toe de Kamer voor 1 juli 2031 te informeren.\n"
    )
    agenda = import_memo(memo_of(memo)).agenda
    assert agenda.key_points == ["Wij steunen dit."]
    assert [str(each.due) for each in agenda.commitments] == ["../2031-07-01"]


def test_a_moved_term_without_a_year_has_its_new_date() -> None:
    (duty,) = noted("De deadline voor de reactie is verschoven van 24 februari naar 27 februari.").agenda.deadlines
    assert str(duty.due) == "2031-02-27"


@pytest.mark.parametrize(
    ("heading", "series", "place"),
    [
        ("MEETING OF NATO MINISTERS OF DEFENCE\nBRUSSELS, 5-6 JUNE 2031", "dmm", "Brussels"),
        ("GEANNOTEERDE AGENDA\nRAAD BUITENLANDSE ZAKEN DEFENSIE\nBRUSSEL, 20 MEI 2031", "rbz-def", "Brussel"),
        ("Aan: de Minister\nOnderwerp: RAAD BUITENLANDSE ZAKEN DEFENSIE, BRUSSEL, 20 MEI 2031", "rbz-def", "Brussel"),
        ("Aan: de Minister\nOnderwerp: VTE-Raad (Energie) van 20 mei 2031 te Luxemburg", "energieraad", "Luxemburg"),
        ("Aan: de Minister\nOnderwerp: RAZ: High-level Week, New York (20-25 mei 2031)", "raz", "New York"),
    ],
)
def test_a_heading_gives_series_and_place(heading: str, series: str, place: str | None) -> None:
    agenda = import_memo(memo_of(f"{heading}\n\nAanleiding\nIets.\n\nKernpunten\n- Iets.\n")).agenda
    assert (agenda.series, agenda.place) == (series, place)


@pytest.mark.parametrize(
    ("sentence", "is_doubted"),
    [
        ("De Milieuraad van 12 februari 2031 gaat niet door.", True),
        ("De Milieuraad van 12 februari 2031 is verplaatst naar 19 februari 2031.", True),
        ("De Milieuraad van 12 februari 2031 is in Brussel.", False),
        ("Het commissiedebat over de Milieuraad van 12 februari 2031 gaat niet door.", False),
    ],
)
def test_a_cancelled_or_moved_meeting_is_to_be_checked(sentence: str, is_doubted: bool) -> None:
    head = "Nota\n\nAan: de Minister\nDatum: 20 januari 2031\nOnderwerp: Milieuraad 12 februari 2031\n\n"
    found = import_memo(memo_of(f"{head}Aanleiding\n{sentence}\n\nKernpunten\n- Iets.\n"))
    assert str(found.agenda.when) == "2031-02-12"
    assert ("when" in {each.field for each in found.checks}) == is_doubted


def test_a_field_with_two_possible_deadlines_is_asked_about_once() -> None:
    found = imported("De dijk is op 11 maart 2024 hoog. De molen is op 12 maart 2024 hoog.")
    assert sum("a day and something to do by it" in each.message for each in found.checks) == 1
