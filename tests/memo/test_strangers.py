"""Papers in unfamiliar layouts: heads of labels, e-mails, notes for a talk, printed letters, lists of actions."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples
from tests.memo.words import agenda_of, memo_of

from briefcli.domain.agenda import Agenda
from briefcli.domain.item import words_of
from briefcli.domain.redaction import lifted, redact
from briefcli.memo.importer import import_memo
from briefcli.memo.writing import write_agenda
from briefcli.reading.reader import read_agenda

# Texts that a YAML parser or our own reader could take for a mark, a key or syntax
AWKWARD = (
    "Instemmen: met de brief", "public: false", "openbaar: nee", "nee", "publiek nee", "grond:", "- ", "# check:", "*",
    "&dijk", "{", "[nee]", "woo=5.1", "“ja”", "'", "de dijk", "is", "vertrouwelijk", "text:", "1.", "ja:", "2031-02-30",
)  # fmt: skip

STEERING = """\
TLP:AMBER

STEERING NOTE
Eurogroup, 16 June 2031, Luxembourg

Contact: WTR
Date: 10 June 2031

Item 1. Dikes
Speaking points
• We take note.

Item 2. Pumps (for decision)
Objective: keep the pumps.
Background
The term ends on 7 October 2031.
"""
E_MAIL = """\
Van: Smit, A. (Anna) - WTR/DIJK
Verzonden: dinsdag 3 juni 2031 16:42
Aan: minister van Water
Onderwerp: Beslispunt voor de Milieuraad van 12/13 juni

Ha allen,

Op donderdag 12 en vrijdag 13 juni 2031 vindt in Luxemburg de Milieuraad plaats.
Het commissiedebat is verplaatst van 10 juni naar 11 juni.

Gevraagd besluit:
Bent u akkoord met het plan?

Niet voor extern gebruik: Molenland twijfelt.

Groet,
Anna Smit
"""
TALK = """\
Gespreksnotitie

Voor: minister van Water
Onderwerp: Gesprek met de minister van Polders
Datum gesprek: 4 september 2031
Tijd: 11.15 – 12.00 uur
Locatie: Dijkstraat 8, kamer 2

Doel van het gesprek
Aandacht vragen voor de dijken.

Boodschap
- Wij willen hogere dijken.

Gevoelig (niet delen)
- De zaak Reigersbos loopt nog.
"""
PRINTED = """\
> Retouradres Postbus 1 2500 AA Den Haag

Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Datum 17 juni 2031
Onderwerp Voortgang dijken

Directoraat-Generaal
Water

Ons kenmerk
6498812
Uw kenmerk
2031Z08811
Bijlagen
1

Met deze brief informeer ik uw Kamer over de dijken.

Motie-Smit
Over de uitkomst informeer ik uw Kamer voor het einde van 2031. De brief van 20 maart 2031 is u bekend.
"""
DECISIONS = """\
BESLUITENLIJST

Vergadering: Stuurgroep Dijken
Datum: maandag 6 oktober 2031
Plaats: Dijkstraat 8

1. Vorige lijst
Vastgesteld.

2. Gemalen
De nota wordt uiterlijk 31 oktober 2031 verzonden.
Volgende vergadering: maandag 1 december 2031.

Actielijst
12 Nota gemalen aanpassen WTR 20 oktober 2031
13 Raad samenstellen DIJK 1 november 2031
"""
TABLE = """\
Aan
De staatssecretaris van Water
Datum
21 mei 2031
Kenmerk
WTR-2031/118822

TER INFORMATIE
Bestuurlijk Overleg Dijken 28 mei 2031

Agenda
Nr
Onderwerp

1
Opening
besluit

2
Riet
bespreking

3
Rondvraag
-

Toelichting per agendapunt
2. Riet
Advies: stem in met het riet.
3. Rondvraag
Advies: geen.
"""
VWS = """\
nota
(ter beslissing)
Datum
14 maart 2031
Kenmerk
4093221-GMT

Aan
Minister

Voortgang dijken

1. Aanleiding
De Kamer vroeg erom.

2. Geadviseerd besluit
Teken de brief.

3. Kernpunten
- De dijken zijn af.

4. Toelichting
a. Draagvlak politiek
De Kamer is blij.
b. Financiële en personele gevolgen
De kosten zijn gedekt.
c. Fraudetoets
Geen zorgen.
"""
HOUSE = """\
Vergaderjaar 2030–2031

28 676 NAVO
21 501-28 Dijkenraad

Nr. 299
BRIEF VAN DE MINISTERS VAN WATER EN
VAN DIJKEN
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 5 november 2031

Hierbij ontvangt u de geannoteerde agenda van de Milieuraad van 18 november 2031 in Brussel.

Milieuraad

Riet
(aanname)
Nederland verwelkomt het riet. Het besluit valt op de Raad van 11 en 12 december 2031.

A. Dijken en dammen
Document: ST 8812/31
Inzet Nederland: hogere dijken.

B. Overig
De Commissie spreekt over riet.
"""


def items(agenda: Agenda) -> list[tuple[int | None, str]]:
    return [(each.number, words_of(each.title)) for each in agenda.sessions]


def words(texts: object) -> str:
    return " ".join(map(words_of, texts)) if isinstance(texts, list) else ""


def test_a_steering_note_gives_its_meeting_and_ground() -> None:
    agenda = agenda_of(STEERING)
    assert (words_of(agenda.title), agenda.series, str(agenda.when), agenda.place) == (
        "Eurogroup, 16 June 2031", "eurogroep", "2031-06-16", "Luxembourg",
    )  # fmt: skip
    assert items(agenda) == [(1, "Dikes"), (2, "Pumps (for decision)")]
    assert "keep the pumps" in words(agenda.sessions[1].position)
    assert agenda.ground == "TLP:AMBER"


def test_the_sender_and_sensitive_remarks_of_an_e_mail_are_withheld() -> None:
    agenda = agenda_of(E_MAIL)
    assert (agenda.series, str(agenda.when), agenda.place) == ("milieuraad", "2031-06-12/2031-06-13", "Luxemburg")
    assert words(agenda.decision) == "Bent u akkoord met het plan?"
    assert [(each.kind, str(each.when)) for each in agenda.events] == [("debate", "2031-06-11")]
    (own,) = [each for each in agenda.documents if each.kind == "decision memo"]
    assert (str(own.date), own.title) == ("2031-06-03", "Beslispunt voor de Milieuraad van 12/13 juni")
    shown = repr(redact(lifted(agenda)))
    assert not any(secret in shown for secret in ("Smit", "Anna", "Molenland"))


def test_the_head_of_a_talk_gives_its_time_and_place() -> None:
    agenda = agenda_of(TALK)
    assert (words_of(agenda.title), str(agenda.when), agenda.place) == (
        "Gesprek met de minister van Polders, 4 september 2031", "2031-09-04T11:15/2031-09-04T12:00",
        "Dijkstraat 8, kamer 2",
    )  # fmt: skip
    assert words(agenda.key_points) == "Wij willen hogere dijken."
    assert agenda.sessions == []
    assert "Reigersbos" not in repr(redact(lifted(agenda)))


def test_a_printed_letter_gives_its_head_and_its_commitments() -> None:
    agenda = agenda_of(PRINTED)
    assert [(each.kind, each.ref, each.title) for each in agenda.documents] == [
        (None, "2031Z08811", None), ("letter", None, "Voortgang dijken"),
    ]  # fmt: skip
    assert [(str(each.due), each.made) for each in agenda.commitments] == [("../2032-01-01", None)]


def test_a_list_of_decisions_gives_items_actions_and_the_next_meeting() -> None:
    agenda = agenda_of(DECISIONS)
    assert (words_of(agenda.title), str(agenda.when), agenda.status) == (
        "Stuurgroep Dijken, maandag 6 oktober 2031", "2031-10-06", "held",
    )  # fmt: skip
    assert items(agenda) == [(1, "Vorige lijst"), (2, "Gemalen")]
    assert [(words_of(each.title), str(each.due)) for each in agenda.deadlines][1:] == [
        ("Nota gemalen aanpassen WTR", "2031-10-20"), ("Raad samenstellen DIJK", "2031-11-01"),
    ]  # fmt: skip
    assert str(agenda.deadlines[0].due) == "2031-10-31"
    assert [str(each.when) for each in agenda.events] == ["2031-12-01"]


def test_table_rows_are_items_with_their_explanation_from_below() -> None:
    imported = import_memo(memo_of(TABLE))
    assert (words_of(imported.agenda.title), str(imported.agenda.when)) == (
        "Bestuurlijk Overleg Dijken, 28 mei 2031", "2031-05-28",
    )  # fmt: skip
    assert items(imported.agenda) == [(1, "Opening"), (2, "Riet"), (3, "Rondvraag")]
    assert words(imported.agenda.sessions[1].position) == "Advies: stem in met het riet."
    assert "when" in {each.field for each in imported.checks}  # no table of the program has the name of this meeting


def test_numbered_headings_in_other_words_start_their_section() -> None:
    agenda = agenda_of(VWS)
    assert words_of(agenda.title) == "Voortgang dijken"
    assert agenda.considerations is not None
    assert agenda.considerations.political == ["a. Draagvlak politiek: De Kamer is blij."]
    assert agenda.considerations.financial == ["b. Financiële en personele gevolgen: De kosten zijn gedekt."]
    assert agenda.considerations.general == ["c. Fraudetoets: Geen zorgen."]


def test_a_paper_of_two_dossiers_has_the_number_of_the_first() -> None:
    agenda = agenda_of(HOUSE)
    (own,) = [each for each in agenda.documents if each.kind == "annotated agenda"]
    assert (own.ref, str(own.date)) == ("28 676, nr. 299", "2031-11-05")
    assert items(agenda) == [(None, "Riet"), (None, "A. Dijken en dammen"), (None, "B. Overig")]
    assert [each.kind for each in agenda.sessions] == ["aanname", None, None]
    assert [bool(each.position) for each in agenda.sessions] == [True, True, False]
    assert "ST 8812/31" in [each.ref for each in agenda.documents]
    assert [str(each.when) for each in agenda.events] == ["2031-12-11/2031-12-12"]


def test_a_deadline_below_an_unfamiliar_heading_is_read() -> None:
    text = VWS.replace("Geen zorgen.", "De geannoteerde agenda moet uiterlijk 15 april 2031 naar de Kamer.")
    assert [str(each.due) for each in agenda_of(text).deadlines] == ["2031-04-15"]


def test_a_report_does_not_get_the_date_of_its_meeting() -> None:
    text = VWS.replace("Geen zorgen.", "Zie het verslag Milieuraad 19 juni 2030 (21 501-08, nr. 805). Geen persmoment.")
    agenda = agenda_of(text)
    assert (agenda.documents[0].ref, agenda.documents[0].date) == ("21 501-08, nr. 805", None)
    assert agenda.events == []


@given(st.lists(st.sampled_from(AWKWARD), min_size=1, max_size=6), st.sampled_from([VWS, TALK, DECISIONS]))
@settings(max_examples=examples(8))
def test_the_written_file_is_valid_for_any_memo(pieces: list[str], memo: str) -> None:
    words = " ".join(" ".join(pieces).split())
    text = memo.replace("De Kamer vroeg erom.", words).replace("Wij willen hogere dijken.", words)
    text = text.replace("Vastgesteld.", words).replace("\n1. ", f"\nRubriek: {words}\n1. ", 1)
    imported = import_memo(memo_of(f"{text}\n- {words}\n"))
    reading = read_agenda("memo.yaml", write_agenda(imported).encode())
    assert [each for each in reading.diagnostics if each.severity == "error"] == []
    assert reading.agenda == imported.agenda


def test_a_point_that_calls_itself_not_public_is_withheld() -> None:
    imported = import_memo(memo_of(VWS.replace("De dijken zijn af.", "De dijk bij Reigersbos, openbaar: nee; is lek.")))
    assert "Reigersbos" not in repr(redact(lifted(imported.agenda)))
    assert "key_points[0]" in {each.field for each in imported.checks}


PROGRAMME = """\
DIKES SUMMIT
THE HAGUE, 24-25 JUNE 2031

INDICATIVE PROGRAMME

DAY 1 – TUESDAY 24 JUNE

15:00 – 16:30 Dikes Forum
19:30 Social dinner

DAY 2 – WEDNESDAY 25 JUNE

08:30 Arrivals
13:00 Press conference
"""


def test_items_of_a_programme_have_the_day_of_their_heading() -> None:
    assert [str(each.when) for each in agenda_of(PROGRAMME).sessions] == [
        "2031-06-24T15:00/2031-06-24T16:30?", "2031-06-24T19:30?", "2031-06-25T08:30?", "2031-06-25T13:00?",
    ]  # fmt: skip
    unknown = PROGRAMME.replace("DAY 2 – WEDNESDAY 25 JUNE", "THE OTHER DAY").replace("DAY 1 – TUESDAY 24 JUNE", "")
    assert [each.when for each in agenda_of(unknown).sessions] == [None] * 4


def test_unknown_headings_are_reported_and_numbers_are_kept() -> None:
    imported = import_memo(memo_of(VWS.replace("Geen zorgen.", "Geen zorgen.\n\nUitvoering\n1. Hoogte\n- Vijf meter.")))
    assert [each.message for each in imported.checks if each.field == "considerations"] == [
        "1 heading is not one that memos usually have: see whether its text is in the right field"
    ]
    assert imported.agenda.considerations is not None
    assert imported.agenda.considerations.implementation == ["1. Hoogte", "– Vijf meter."]


SPEECH = """\
SPREEKTEKST

Opening van het riet

Datum: donderdag 6 november 2031, 10.15 – 10.40 uur
Locatie: Rietzaal, Vecht

[Alleen het gesproken woord telt]

Dames en heren,

Fijn dat u allen naar het riet bent gekomen.

Mogelijke vragen

Vraag: Groeit het riet?
Antwoord: Ja.
"""


def test_a_speech_gives_its_head_and_its_spoken_text() -> None:
    agenda = agenda_of(SPEECH)
    assert (words_of(agenda.title), str(agenda.when), agenda.place) == (
        "Opening van het riet, donderdag 6 november 2031", "2031-11-06T10:15/2031-11-06T10:40", "Rietzaal, Vecht",
    )  # fmt: skip
    assert words_of(agenda.speaking[0].text) == "Dames en heren, Fijn dat u allen naar het riet bent gekomen."
    assert [(each.question, each.answer) for each in agenda.questions] == [("Groeit het riet?", "Ja.")]
    assert [each.kind for each in agenda.documents] == ["statement"]


MAIL = """\
Van: Smit, A. (Anna) - WTR/DIJK
Verzonden: dinsdag 3 juni 2031 16:42
Aan: minister van Water
Onderwerp: FW: Beslispunten (graag morgen)

Beste allen,

Hieronder staan de beslispunten voor de Milieuraad van 12 juni in Brussel.

Gevraagd besluit
- Akkoord met het riet.

Kernpunten
- Het riet groeit.
"""


def test_the_meeting_of_a_mail_is_read_below_its_salutation() -> None:
    agenda = agenda_of(MAIL)
    assert (agenda.series, str(agenda.when), agenda.place) == ("milieuraad", "2031-06-12", "Brussel")
    assert agenda.summary == ["Hieronder staan de beslispunten voor de Milieuraad van 12 juni in Brussel."]
    (mail,) = agenda.documents
    assert mail.note is None  # its head gives the date and the title


COUNCIL = """\
Geannoteerde agenda Milieuraad 23 en 24 september 2030

Inleiding

Op 23 en 24 september 2030 komt de Milieuraad bijeen in Brussel.

I. Riet

Voortgang van het riet
Gedachtewisseling

De Raad spreekt over het riet.

Inzet Nederland
Nederland steunt het riet.

Krachtenveld
Een meerderheid steunt het.

II. Water

Prijs van het water
Oriënterend debat

De Raad spreekt over het water.

Inzet Nederland
Nederland wil minder water.

III. Diversen

Toezeggingen
Hiermee voldoe ik aan de toezegging aan het lid Otter om op het riet in te gaan (TZ203006-114).
De motie-Bever c.s. (Kamerstuk 28 973, nr. 255) over dammen wordt uiterlijk eind november 2030 uitgevoerd.
"""


def test_an_annotated_agenda_with_headings_of_a_memo_is_no_memo() -> None:
    agenda = agenda_of(COUNCIL)
    assert [(each.title, each.kind) for each in agenda.sessions] == [
        ("Voortgang van het riet", "Gedachtewisseling"), ("Prijs van het water", "Oriënterend debat"),
        ("Toezeggingen", None),
    ]  # fmt: skip
    assert agenda.summary == ["Op 23 en 24 september 2030 komt de Milieuraad bijeen in Brussel."]
    assert [(each.kind, each.ref, each.status) for each in agenda.commitments] == [
        ("motion", "28 973, nr. 255", None), ("commitment", "TZ203006-114", "done"),
    ]  # fmt: skip
    assert "annotated agenda" in {each.kind for each in agenda.documents}


ENGLISH = """\
BRIEFING NOTE

To: Minister of Water
From: Reed directorate
Date: 28 January 2031
Subject: Environment Council, Brussels, 12-13 February 2031
Action required by: 5 February 2031 (debate on 7 February)

1. Purpose
To seek your approval.

2. Decision requested
You are asked to agree to:
(a) the position on reed;
(b) the letter to the House.

3. Sessions
Session 1 - Reed (12 Feb, 14:00)
Key message: The reed grows.
Session 2 - Water (13 Feb, 09:30)
Key message: The water falls.

4. Sensitive - not for release
Poland objects.

5. Financial implications
It costs EUR 250 million in 2031.

6. Annexes
A. Draft letter
B. Speaking notes (not public)
"""


def test_an_english_memo_is_read_as_a_dutch_one() -> None:
    agenda = agenda_of(ENGLISH)
    assert [words_of(each.text) for each in agenda.decision] == ["the position on reed;", "the letter to the House."]
    assert [(each.title, str(each.due)) for each in agenda.deadlines] == [("Action required by", "2031-02-05")]
    assert [(each.number, str(each.when), each.position) for each in agenda.sessions] == [
        (1, "2031-02-12T14:00", ["Key message: The reed grows."]),
        (2, "2031-02-13T09:30", ["Key message: The water falls."]),
    ]
    assert agenda.considerations is not None
    assert agenda.considerations.financial == ["It costs EUR 250 million in 2031."]
    assert ("Draft letter", True) in {(each.title, each.public) for each in agenda.documents}
    assert "Poland" not in repr(redact(lifted(agenda)))


PLANNED = """\
Aan: minister van Water
Datum: 3 februari 2031
Vergadering: Bestuurlijk overleg Riet, 12 februari 2031

Aanleiding
U spreekt over het riet.

Kernpunten
- VNG levert vóór 1 april 2031 een toets op.
- RietBond levert uiterlijk 2 april 2031 een brief aan.

Planning
• Actie | Wanneer | Wie

• Brief aan de Kamer | 20 februari 2031 | WO

• Terugkoppeling | binnen 5 werkdagen na BO | DG

• Rondje | zodra het kan | PA
"""


def test_planning_rows_and_promised_deliveries_are_deadlines() -> None:
    agenda = agenda_of(PLANNED)
    assert {(words_of(each.title or ""), each.owner, str(each.due)) for each in agenda.deadlines} == {
        ("een toets", "VNG", "../2031-04-01"), ("een brief", "RietBond", "2031-04-02"),
        ("Brief aan de Kamer", "WO", "2031-02-20"), ("Terugkoppeling", "DG", "5 workdays after meeting"),
        ("Rondje", "PA", "None"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("agreement", "title", "due"),
    [
        ("WO deelt de lijst met de regio (20 mei 2031)", "WO deelt de lijst met de regio", "2031-05-20"),
        ("Lijst delen (WO, 20 mei 2031)", "Lijst delen", "2031-05-20"),
        ("WO komt hier voor de zomer op terug", "WO komt hier voor de zomer op terug", "../2031-07-01?"),
    ],
)
def test_an_agreement_of_a_meeting_is_a_deadline(agreement: str, title: str, due: str) -> None:
    agenda = agenda_of(f"Verslag overleg Riet, 3 maart 2031\n\nAfspraken\n- {agreement}\n")
    assert [(words_of(each.title or ""), str(each.due)) for each in agenda.deadlines] == [(title, due)]


def test_an_action_in_brackets_is_no_row_of_a_list() -> None:
    action = "WO stuurt voor 15 mei een lijst rond. (actie: WO, 15-05-2031)"
    agenda = agenda_of(f"Verslag overleg Riet, 3 maart 2031\n\n1. Voortgang\nAfgesproken:\n- {action}\n")
    assert [(words_of(each.title or ""), str(each.due)) for each in agenda.deadlines] == [(action, "../2031-05-15?")]


@pytest.mark.parametrize(
    "sign", ["brief", "voor het debat van 3 mei ", "—", "(", "€ ", ", ", "|", "*", "a.b@c.nl; ", "Pagina 1 "]
)
@pytest.mark.parametrize("line", ["Onderwerp: Vijverraad {}", "- De {}"])
def test_a_long_line_of_repeated_text_is_read_fast(sign: str, line: str) -> None:
    begin = "Beslisnota\nOnderwerp: Vijverraad\n\nGeadviseerd besluit\nAkkoord.\n\nKernpunten\n"
    started = time.process_time()
    import_memo(memo_of(begin + line.format(sign * (2_000 // len(sign)))))
    assert time.process_time() - started < 0.3


def test_a_text_far_below_a_programme_is_found_fast() -> None:
    programme = "Programma werkbezoek\n23 maart 2031\n\n09.00 Ontvangst\n10.00 Gesprek\n11.00 Lunch\n"
    started = time.process_time()
    agenda = agenda_of(programme + "\n" * 10_000 + "Praktisch\nDe auto staat klaar.\n")
    assert time.process_time() - started < 2
    assert agenda.considerations is not None
    assert [*map(words_of, agenda.considerations.general)] == ["Praktisch: De auto staat klaar."]
