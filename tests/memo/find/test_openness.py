"""What a memo withholds is withheld in every field of the agenda, however it is marked."""

import re

import pytest
from tests.memo.words import imported

from briefcli.domain.agenda import Agenda, plain
from briefcli.domain.item import words_of
from briefcli.domain.redaction import lifted, redact
from briefcli.memo.imported import Imported
from briefcli.memo.layout.persons import named_in_mail, tells_of_officials

WITHHELD = "Informatie die niet openbaar gemaakt kan worden"


def memo(body: str) -> Imported:
    return imported(
        "Aan: de minister\nDatum: 14 maart 2025\n\nNota over de Raad\n\nAanleiding\nDe Raad komt bijeen.\n\n"
        f"Geadviseerd besluit\nAkkoord.\n\n{body}\n"
    )


def public(agenda: Agenda) -> str:
    return repr(plain(redact(lifted(agenda))))


SECRETS = {
    "who acts in a list": ("Actiepunten\n- Actie 14: Secreta – nota – gereed 1 april 2025", "Secreta"),
    "who acts in a sentence": ("Actiepunten\n- Secreta stuurt FIN voor 1 april 2025 de nota.", "Secreta"),
    "who acts with another": ("Afspraken\n- Secreta en Riet werken de tekst uit.", "Secreta"),
    "who acts in brackets": ("Actiepunten\n- Nota aan de minister – gereed 4 april 2025 (Piet Secreta)", "Secreta"),
    "who acts in a planning": ("Planning\n- 4 april 2025: tekst gereed (Secreta)\n- 5 april 2025: Raad", "Secreta"),
    "who acts in a table": ("Actiepunten\nActie | Wie | Wanneer\nNota | DGX/Secreta | 4 april 2025", "Secreta"),
    "who acts with a label": ("Acties\nSecreta: nota voor 9 april 2025\nDGX: verslag voor 11 april 2025", "Secreta"),
    "who acts in brackets with a day": ("Acties\n1. Nota schrijven (Secreta, 9 april 2025)\n2. Brief", "Secreta"),
    "who acts behind the word": ("Kernpunten\n- Actie DG Secreta: nota uitwerken\n- Secreta vraagt.", "Secreta"),
    "who saw it": ("Kernpunten\n- Open.\n- Gezien door DG Secreta", "Secreta"),
    "who approved it": ("Kernpunten\n- Open.\n- Gezien en akkoord: hoofd Secreta", "Secreta"),
    "who is called": ("Kernpunten\n- Open.\n- Graag @Secreta Riet aanvullen.", "Secreta"),
    "who is of an organisation": ("Kernpunten\n- Aanwezig: FIN (Piet), IPO (Secreta)\n- Secreta vraagt.", "Secreta"),
    "who was present": ("Kernpunten\n- Aanwezig: Piet, Secreta (notulen)\n- Secreta vraagt naar riet.", "Secreta"),
    "who was present beside ministers": ("Kernpunten\n- Participants: Ministers, Karin Secreta (FIN)", "Secreta"),
    "who was consulted": ("Afstemming\nMet Karin Secreta (EZ) en Riet (FIN) is afgestemd.", "Secreta"),
    "who delivers": ("Kernpunten\n- Open.\n- Piet Secreta levert voor 10 maart 2025 de nota.", "Secreta"),
    "what to avoid": ("Spreekpunten\n- Vermijd: uitspraken over SECRET.", "SECRET"),
    "a strict embargo": ("Kernpunten\n- Let op: SECRET staat onder strikt embargo.", "SECRET"),
    "a label within a paragraph": ("Kernpunten\n- Stem in. Doe dat. Terugvalpositie: SECRET.", "SECRET"),
    "a section that is left out": (
        f"c. Krachtenveld\nDe SECRET is tegen.\n\n{WITHHELD}\nDe passage over het krachtenveld (4c) is gelakt.",
        "SECRET",
    ),
    "a passage that is left out": ("Kernpunten\n- De passage over SECRET is weggelaten.", "SECRET"),
    "a paragraph that is not in this version": (
        "Kernpunten\n- In deze versie is paragraaf 3 over SECRET niet opgenomen vanwege het overleg.", "SECRET",
    ),
    "what is said if pressed": ("Kernpunten\n- Open.\n\nSpreekpunten bij doorvragen\nHet is SECRET.", "SECRET"),
    "a note of a marked heading": ("Kernpunten\n- Open.\n\nHet bod (niet openbaar)¹\n\n1 Het is SECRET.", "SECRET"),
    "a colleague": ("Kernpunten\n- Collega Piet Secreta pakt dit op.", "Secreta"),
    "a point by number": (f"3. Kernpunten\na. Open.\nb. SECRET.\n\n5. {WITHHELD}\nPunt 3b is niet openbaar.", "SECRET"),
    "a promise": (f"{WITHHELD}\n- U heeft op 5 maart 2025 toegezegd dat Nederland SECRET levert.", "SECRET"),
    "a paper": (f"{WITHHELD}\n- De motie-Jansen (36 045, nr. 777) wordt afgedaan.", "777"),
    "a sentence that is left out": (f"{WITHHELD}\nNederland wil SECRET. Dit wordt gelakt.", "SECRET"),
    "names": (f"{WITHHELD}\n- De namen van de heren SECRET en Klaassen zijn verwijderd.", "SECRET"),
    "a reason in free words": (f"{WITHHELD}\n- Dit wordt niet genoemd omdat SECRET dan het veto inzet.", "SECRET"),
    "a numbered part of it": (f"5. {WITHHELD}\n5.1 Toelichting\nHet is SECRET.", "SECRET"),
    "a heading below it": (f"{WITHHELD}\n\nPolitieke context\nHet is SECRET.", "SECRET"),
    "a sentence in brackets": ("Kernpunten\n- Open. [Molenland zal SECRET niet steunen.]", "SECRET"),
    "a sentence in brackets behind a word": ("Kernpunten\n- Overweging [Molenland steunt SECRET niet.]", "SECRET"),
    "brackets over two points": ("Kernpunten\n- [Molenland zal dit niet steunen.\n- Het wil SECRET.]", "SECRET"),
    "brackets in a memo that has such a sentence": (
        "Kernpunten\n- [Molenland zal dit niet steunen.]\n- Het plan [van SECRET] is goed.", "SECRET",
    ),
    "a mark in front": ("Kernpunten\n- NIET OPENBAAR: de ondergrens is SECRET.", "SECRET"),
    "a mark that says until when": ("Kernpunten\n- Vertrouwelijk tot publicatie: de grens is SECRET.", "SECRET"),
    "a term in brackets": ("Kernpunten\n- Open.\n- [Embargo tot na de MR] De grens is SECRET.", "SECRET"),
    "a mark in brackets": ("Kernpunten\n- (vertrouwelijk) SECRET zal tegenstemmen.", "SECRET"),
    "a mark behind": ("Kernpunten\n- SECRET zal tegenstemmen. [NIET OPENBAAR]", "SECRET"),
    "a marked figure": ("Kernpunten\n- NIET OPENBAAR: de ondergrens is 777 miljoen euro.", "777"),
    "a marked heading": ("Juridische overwegingen (niet openbaar)\nDe advocaat zegt SECRET.", "SECRET"),
    "a mark as heading": ("VERTROUWELIJK – NIET VOOR PUBLICATIE\nHet is SECRET.", "SECRET"),
    "a part that is named": (f"Krachtenveld\nSECRET is boos.\n\n{WITHHELD}\nDe kop Krachtenveld is gelakt.", "SECRET"),
    "a part by number": (f"4.1 Krachtenveld\nSECRET is boos.\n\n5. {WITHHELD}\nParagraaf 4.1 is gelakt.", "SECRET"),
    "a mark that says what to do": ("Kernpunten\n- De grens is SECRET. [Weglaten bij openbaarmaking]", "SECRET"),
    "a mark of what to hide": ("Kernpunten\n- De grens is SECRET (lakken).", "SECRET"),
    "a mark between stars": ("Kernpunten\n- De grens is SECRET. **lakken**", "SECRET"),
    "a mark in a colour": ("Kernpunten\n- [geel gemarkeerd] De grens is SECRET.", "SECRET"),
    "a mark as last sentence": ("Kernpunten\n- De grens is SECRET. Weglaten bij publicatie.", "SECRET"),
    "a mark for the minister": ("Kernpunten\n- (alleen voor de minister) De grens is SECRET.", "SECRET"),
    "a mark about saying it": ("Kernpunten\n- Niet actief uitdragen: de grens is SECRET.", "SECRET"),
    "points further in": ("Kernpunten\n- De inzet (vertrouwelijk)\n  - Eerst dit.\n  - Dan SECRET.\n- Open.", "SECRET"),
    "a list without a full stop": ("Kernpunten\nNiet openbaar is:\n- Dit.\n- Dat.\n- SECRET is hoog.", "SECRET"),
    "a mark on two lines": ("Kernpunten\n- De grens is SECRET (departementaal\n  vertrouwelijk)\n- Open.", "SECRET"),
    "a mark below, as a sentence": ("Kernpunten\nHet is SECRET.\n\nBovenstaande alinea is niet openbaar.", "SECRET"),
    "a ground in a heading": ("Krachtenveld (5.1.2.i)\nHet is SECRET.", "SECRET"),
    "a ground before a point": ("Kernpunten\n- (5.1.2e) De grens is SECRET.", "SECRET"),
    "a ground before a heading": ("[o.g.v. 5.1.2e Woo] Krachtenveld\nHet is SECRET.", "SECRET"),
    "a line with a reason": ("Kernpunten\n- Open.\nNiet openbaar tot 12 juni\nHet is SECRET.", "SECRET"),
    "a misspelt line": ("Kernpunten\n- Open.\nVertouwelijk\nHet is SECRET.", "SECRET"),
    "slanted words": ("Kernpunten\n- _niet openbaar_ De grens is SECRET.", "SECRET"),
    "an English heading": ("Line to take - not to be disclosed\nIt is SECRET.", "SECRET"),
    "a mark of what stands above": ("Kernpunten\n- De grens is SECRET.\n- [vorige alinea niet openbaar]", "SECRET"),
    "a mark of the above": ("Kernpunten\n- De SECRET grens.\n- N.B. bovenstaande is vertrouwelijk.", "SECRET"),
    "a mark of all above": ("Kernpunten\n- De SECRET grens.\n- Die is laag.\n- [bovenstaande punten lakken]", "SECRET"),
    "a heading not to share": ("Niet actief delen\n- De grens is SECRET.", "SECRET"),
    "a heading not to say": ("Niet actief uitdragen\n- De grens is SECRET.", "SECRET"),
    "a heading of a part": ("Vertrouwelijk deel\n- De grens is SECRET.", "SECRET"),
    "brackets, said in a sentence": (
        "Openbaarmaking\nDe passages tussen vierkante haken zijn niet openbaar.\n\nKernpunten\n- Wij [nog] BEVER.",
        "BEVER",
    ),
    "a numbered point of a named section": (
        f"1 Kernpunten\n- De grens is SECRET.\n\n{WITHHELD}\nPunt 1 van de kernpunten is niet openbaar.", "SECRET",
    ),
    "a doubtful label": ("Kernpunten\n- Open.\n- Terugvaloptie: SECRET.", "SECRET"),
    "a doubtful label behind a note": ("Kernpunten\n- NB: besloten informatie: SECRET.\n- Open.", "SECRET"),
    "an annex": ("Bijlagen\n1. Brief\n2. Vertrouwelijk advies over SECRET (niet openbaar)", "SECRET"),
}  # fmt: skip


@pytest.mark.parametrize("name", SECRETS)
def test_a_marked_text_is_in_the_agenda_but_not_public(name: str) -> None:
    body, secret = SECRETS[name]
    agenda = memo(body).agenda
    assert secret in repr(plain(agenda))
    assert secret not in public(agenda)


# Headings that nobody listed
DOUBTFUL = (
    "Besloten gedeelte", "8.2 Besloten bijlage", "Alleen voor uw eigen informatie", "Interne afwegingen",
    "AIVD-informatie", "Informatie onder artikel 5.1 Woo", "Niet in persbericht",
    "Onderhandelingsruimte en terugvaloptie", "Rode lijnen", "Delen die in de openbare versie ontbreken",
    "Zwarte passages", "Blijft achter bij openbaarmaking", "Persoonsgegevens", "Te vermijden uitspraken",
    "Advies van de landsadvocaat", "Beraadslagingen ministerraad", "Sensitive points",
    "Defensieve spreeklijn", "Reactief", "Spreekpunten (defensief)", "Reactieve spreeklijn", "3. Indien gevraagd",
    "Als dit ter sprake komt", "Alleen indien opgebracht", "If asked", "Defensive points", "Niet uit eigen beweging",
    "Biedboek", "Marge voor onderhandeling", "Procesvertegenwoordiging", "Procesrisico's", "Politieke gevoeligheid",
)  # fmt: skip
CLEAR = (
    "Krachtenveld", "Openbaar vervoer", "Publicatie in de Staatscourant", "Openbare raadpleging",
    "Internationale context", "Interne markt", "Mondelinge vragen", "Niet-ingezetenen",
    "Achterstanden bij gemeenten", "Alleenstaande ouders", "Gevoeligheidsanalyse", "De Lakenhal",
    "Behandeling in de ministerraad", "Defensieve capaciteiten", "Actieve spreeklijn", "Reacties van de leden",
    "Als de Kamer instemt", "Procesbeschrijving", "De verwijzing is geschrapt", "Spreekpunten bij de lunch",
)  # fmt: skip


@pytest.mark.parametrize("text", ["De grens is ZWIJN.", "- De grens is ZWIJN.\n- Die is laag."])
@pytest.mark.parametrize("heading", [*DOUBTFUL, *CLEAR])
def test_a_heading_that_may_say_who_may_read_it_withholds_its_text(heading: str, text: str) -> None:
    agenda = memo(f"Kernpunten\n- Open.\n\n{heading}\n{text}").agenda
    assert "ZWIJN" in repr(plain(agenda))
    assert ("ZWIJN" in public(agenda)) is (heading in CLEAR)


@pytest.mark.parametrize("heading", ["Defensieve spreeklijn", "Biedboek", "If asked"])
def test_what_is_said_only_when_asked_ends_at_the_next_heading_in_any_paper(heading: str) -> None:
    head = "Gesprekspunten\nGesprek met de Unie van Riet\nUtrecht, 4 juni 2031, 10.00 uur\n\n"
    told = f"Actieve spreeklijn\n- Riet groeit.\n{heading}\n- Het bod is ZWIJN.\nActies\n"
    told += "- DWB: riet planten – 12 juni 2031\n"
    for text in (f"{head}{told}", f"Van: DWB\nAan: de minister\nDatum: 3 juni 2031\nOnderwerp: Riet\n\n{told}"):
        agenda = imported(text).agenda
        assert "ZWIJN" in repr(plain(agenda))
        assert "ZWIJN" not in public(agenda)
        assert "Riet groeit" in public(agenda)
        assert [(each.title, each.owner, each.public) for each in agenda.deadlines] == [("riet planten", "DWB", True)]


def headed(openness: str, body: str) -> Agenda:
    return imported(
        f"Aan: de minister\n{openness}\nDatum: 14 maart 2025\n\nNota over de Raad\n\n"
        f"Aanleiding\nDe Raad komt bijeen.\n\nKernpunten\n{body}\n"
    ).agenda


@pytest.mark.parametrize(
    "openness",
    [
        "Actief openbaar: Ja, met uitzondering van de passages tussen [ ]",
        "Nota actief openbaar: ja, m.u.v. tekst tussen vierkante haken",
        "Actief openbaar: Ja, behalve de zinnen tussen blokhaken",
        "Openbaar: deels, delen tussen [...] lakken",
        "Actief openbaar: Ja, m.u.v. de passages\ntussen haakjes",
        "Mag openbaar: ja, behalve [ ]",
        "De tekst tussen teksthaken wordt niet openbaar gemaakt.",
    ],
)
def test_text_in_brackets_is_withheld_if_the_head_says_so(openness: str) -> None:
    body = "- Wij steunen dit.\n- Onze grens is [BEVER 8%].\n- Wij wachten [op BEVER\n- en op 777 euro].\n- OPEN."
    agenda = headed(openness, f"{body}\n\n[Krachtenveld\nHet is BEVER.]\n\nBijlagen\n1. Brief\n2. [Advies BEVER]\n")
    seen = public(agenda)
    assert "BEVER" not in seen
    assert "777" not in seen
    assert "8" not in seen.replace("2025-03-14", "")
    assert "OPEN" in seen
    assert "BEVER" in repr(plain(agenda))


@pytest.mark.parametrize(
    "openness",
    [
        "Actief openbaar: Ja, met uitzondering van de geel gemarkeerde passages",
        "Actief openbaar\nJa, m.u.v. de gelakte delen",
        "Nota actief openbaar: gedeeltelijk",
        "Actief openbaar: ja, behalve bijlage 2",
        "De grijs gearceerde tekst is niet openbaar.",
        "Actief openbaar: ja (zie lakvoorstel)",
        "Publiceren: ja, met uitzondering van gele tekst",
    ],
)
def test_a_memo_with_an_unclear_exception_is_withheld(openness: str) -> None:
    agenda = headed(openness, "- Wij steunen SECRET.")
    assert "SECRET" not in public(agenda)
    assert agenda.ground == "nota deels openbaar"


@pytest.mark.parametrize(
    ("openness", "body"),
    [
        ("Actief openbaar: Ja", "- OPEN [sic] is de tekst."),
        ("Actief openbaar: Ja, met uitzondering van persoonsgegevens", "- OPEN is de tekst."),
        ("Actief openbaar: Ja\nZonder bijlagen", "- OPEN is de tekst."),
        ("Actief openbaar: Ja", "- OPEN: de tekst tussen vierkante haken staat nog ter discussie."),
        ("Actief openbaar: Ja", "- OPEN: wij willen de passage weglaten uit de conclusies."),
        ("Actief openbaar: Ja", "- OPEN is het.\n- De vorige minister heeft dit vertrouwelijk besproken."),
    ],
)
def test_lookalikes_of_exceptions_stay_public(openness: str, body: str) -> None:
    assert "OPEN" in public(headed(openness, body))


@pytest.mark.parametrize("words", ["Er is [PM] geld.", "De raming [bron: begroting 2031] is hoog.", "Zie [1] en [2]."])
def test_words_in_brackets_stay_public(words: str) -> None:
    assert words in public(memo(f"Kernpunten\n- {words}").agenda)


def test_a_marked_sentence_in_brackets_is_no_heading_of_what_follows() -> None:
    seen = public(
        memo("Kernpunten\n- OPEN.\n\n[Not for release: SECRET is weak.]\n\nInzet\n- Wij steunen BEVER.").agenda
    )
    assert ("OPEN" in seen, "SECRET" in seen, "BEVER" in seen) == (True, False, True)
    assert "BEVER" not in public(memo("Kernpunten\n- OPEN.\n\nInzet (Dep. V.)\n- Wij steunen BEVER.").agenda)


@pytest.mark.parametrize(
    ("word", "remark"),
    [
        ("OPEN", " [sic]"),
        ("OPEN", " [PM]"),
        ("OPEN", "[2]"),
        ("OPEN", " [hierna: de Cie]"),
        ("OPEN", " [zie bijlage 2]"),
    ]
    + [
        ("SECRET", f" {each}")
        for each in ("[5]", "[DE]", "[bron: een ambtenaar]", "[noot: DE valt af]", "[lees: niet]")
    ],
)
def test_only_brackets_that_surely_hold_a_remark_stay_public_beside_a_sentence_in_brackets(
    word: str, remark: str
) -> None:
    seen = public(memo(f"Kernpunten\n- [Molenland zal SECRET niet steunen.]\n- {word}{remark} is het.").agenda)
    assert ("OPEN" in seen, "SECRET" in seen) == (word == "OPEN", False)
    assert word not in public(headed("Openbaar: ja, behalve tussen [haken]", f"- {word}{remark} is het.\n- Dit."))


def test_a_paper_in_brackets_stays_public_beside_a_sentence_in_brackets() -> None:
    seen = public(
        memo("Kernpunten\n- [Molenland zal SECRET niet steunen.]\n- OPEN [Kamerstuk 21501-28, nr. 250].").agenda
    )
    assert ("OPEN" in seen, "SECRET" in seen) == (True, False)
    marked = memo("Kernpunten\n- [Molenland steunt niet.]\n- [Kamerstuk 21501-28, nr. 250 EN SECRET].").agenda
    assert "SECRET" not in public(marked)


@pytest.mark.parametrize("text", ["Waarom is OPEN niet openbaar?", "V: Klopt het dat OPEN geheim is?"])
def test_a_question_about_secrecy_is_public(text: str) -> None:
    assert "OPEN" in public(memo(f"Kernpunten\n- {text}").agenda)
    assert "OPEN" not in public(memo(f"Kernpunten\n- {text.replace('?', '.')}").agenda)
    assert "OPEN" not in public(memo("Kernpunten\n- OPEN, dit is nog vertrouwelijk toch?").agenda)


@pytest.mark.parametrize(
    "text",
    [
        "ZEBRA is vertrouwelijk (toch?)", "ZEBRA is niet openbaar | wat nu?", "ZEBRA is geheim – akkoord?",
        "Wij bieden ZEBRA. Het bod is vertrouwelijk en wat als de Kamer ernaar vraagt?",
        "ZEBRA (niet actief ter verspreiding)", "[niet aan de Kamer zenden] ZEBRA",
        "ZEBRA. Volgende passage weglakken.",
    ],
)  # fmt: skip
def test_a_mark_with_a_question_or_more_words_withholds(text: str) -> None:
    assert "ZEBRA" not in public(memo(f"Kernpunten\n- {text}\n- OPEN").agenda)


def test_a_mark_in_the_subject_is_about_the_whole_memo() -> None:
    text = "Aan: Kees\nDatum: 3 maart 2025\nOnderwerp: planning, niet doorsturen\n\nKernpunten\n- Een dijk.\n"
    assert imported(text).agenda.ground == "nota niet openbaar"
    assert imported(text.replace(", niet", " en")).agenda.ground == "not yet read"


def test_a_memo_with_an_exception_that_was_not_found_stays_withheld() -> None:
    body = "Kernpunten\n- De dijk is laag.\n\nOpenbaarheid\nDeze nota is openbaar, met uitzondering van het kernpunt."
    assert memo(body).agenda.ground == "nota deels openbaar"


def test_the_last_row_of_the_annexes_is_not_about_the_memo() -> None:
    assert memo("Bijlagen\n- 1 | Brief | Ja\n- 2 | Analyse | Openbaar: Nee").agenda.ground == "not yet read"


def test_the_next_heading_of_the_same_level_is_public_again() -> None:
    found = memo(f"5. {WITHHELD}\nGeheim.\n\n6. Kernpunten\nOPEN.")
    assert "OPEN" in public(found.agenda)
    found = memo("Juridische overwegingen (niet openbaar)\nGeheim.\n\nCommunicatie\nOPEN.")
    assert "OPEN" in public(found.agenda)


@pytest.mark.parametrize(
    "words",
    [
        f"{WITHHELD}\nDe passage over de dijk op de eerste bladzijde.",
        f"{WITHHELD}\nDe zin over de dijkgraaf is gelakt.",
        "Openbaarmaking\nDeze nota wordt openbaar, met uitzondering van het derde aandachtspunt.",
        f"{WITHHELD}\nBeslispunt 2 is niet openbaar (art. 5.1.2.b Woo).",
        "Openbaarmaking\nDe passage over sessie 2 wordt niet openbaar gemaakt (artikel 5.1, tweede lid, onder a, Woo).",
    ],
)  # fmt: skip
def test_a_memo_with_an_unknown_withheld_passage_is_withheld(words: str) -> None:
    found = memo(f"Kernpunten\n- De dijk is SECRET.\n\n{words}")
    assert found.agenda.ground == "nota deels openbaar"
    assert "SECRET" not in public(found.agenda)


@pytest.mark.parametrize("foot", ["Pagina 1 van 2 – DEPARTEMENTAAL VERTROUWELIJK", "Stg. Geheim | blz. 2"])
def test_a_classification_at_the_foot_applies_to_the_whole_memo(foot: str) -> None:
    assert memo(f"Kernpunten\n- De dijk.\n\nCommunicatie\nGeen.\n\n{foot}").agenda.ground != "not yet read"


NOT_PUBLISHED = (
    "Niet openbaar tot na besluitvorming.", "Nee, vanwege het overleg.", "De nota wordt niet openbaar gemaakt.",
    "Deze nota blijft vooralsnog niet openbaar.", "Niet actief openbaar maken.",
)  # fmt: skip
PUBLISHED = ("Ja, tegelijk met de brief.", "Deze nota kan openbaar worden gemaakt.")


@pytest.mark.parametrize("heading", ["Openbaarmaking", "9. Actieve openbaarmaking"])
@pytest.mark.parametrize("text", [*NOT_PUBLISHED, *PUBLISHED])
def test_a_section_may_say_that_the_whole_memo_is_not_public(heading: str, text: str) -> None:
    ground = memo(f"Kernpunten\n- De dijk.\n\n{heading}\n{text}").agenda.ground
    assert (ground == "not yet read") is (text in PUBLISHED)


CLOSED = (
    "Vertrouwelijkheid: hoog", "BIV-classificatie: vertrouwelijk", "Woo-categorie: weigeren", "Openbaar (J/N): N",
    "Actief openbaar: n", "Distributie: alleen minister", "Niet voor externe verspreiding", "Besloten stuk",
    "Vertrouwelijk document", "Status: besloten", "Openbaar: ☐ ja ☒ nee", "Openbaar: ja ☐ / nee ☒",
    "Openbaar: [ ] ja [x] nee", "Openbaar: ja / nee", "Vertrouwelijk: ja", "Openbaar: ☐ ja ☐ nee",
    "Mag openbaar worden gemaakt? ☐ Ja ☑ Nee, lopend proces", "Rubricering ☐ geen ☒ Dep. Vertrouwelijk ☐ Stg. geheim",
    "☐ Openbaar ☒ Vertrouwelijk", "☐ Openbaar ☒ Deels openbaar ☐ Niet openbaar",
    "Rubricering: geen vertrouwelijk geheim", "Actief openbaar maken?: ☐ Ja ☒ Nee",
    "Openbaar | ☐ ja | ☒ nee", "Deze nota kan openbaar worden: ja ☐ nee ☒", "Vertrouwelijkheid: ja",
    "Sensitivity: Personal",
)  # fmt: skip
NOT_CLOSED = (
    "Status: concept", "Status: besproken met FIN", "Rubricering: ongerubriceerd", "Vertrouwelijkheid: nee",
    "Vertrouwelijk: n.v.t.",
    "Openbaar: ja", "Openbaarmaking: actief, met de brief", "Dossier: 12345", "Categorie: hamerstuk",
    "Woo: niet van toepassing", "Openbaar: ☒ ja ☐ nee", "Openbaar: ja ☒ / nee ☐", "Openbaar: [x] ja [ ] nee",
    "Rubricering ☒ geen ☐ Dep. Vertrouwelijk", "☒ Openbaar ☐ Niet openbaar", "Gevoeligheid: Normaal",
)  # fmt: skip


@pytest.mark.parametrize("line", [*CLOSED, *NOT_CLOSED])
def test_a_line_of_the_head_or_foot_may_say_that_not_everyone_may_read_the_memo(line: str) -> None:
    text = "Kernpunten\n- De dijk.\n"
    grounds = {headed(line, "- De dijk.").ground, memo(f"{text}\n{line}").agenda.ground}
    grounds.add(imported(f"{line}\n\nAan: de minister\nDatum: 14 maart 2025\n\nNota\n\n{text}").agenda.ground)
    assert ("not yet read" in grounds) is (line in NOT_CLOSED)
    assert line in CLOSED or len(grounds) == 1


def test_a_marked_text_as_last_line_is_not_about_the_whole_memo() -> None:
    agenda = memo("Kernpunten\n- De dijk.\n\nCommunicatie\nGeen.\n\nVertrouwelijk: de aannemer vraagt meer.").agenda
    assert agenda.ground == "not yet read"
    assert "aannemer" not in public(agenda)


def test_a_ground_in_the_last_section_is_not_about_the_whole_memo() -> None:
    body = f"Kernpunten\n- De dijk.\n\n5. {WITHHELD}\n5.1 Toelichting\nEen naam.\n5.2 Motivering\n5.1.2.e Woo"
    assert memo(body).agenda.ground == "not yet read"


def test_the_ground_of_a_memo_has_no_reason_or_period() -> None:
    found = imported(
        "Vertrouwelijk tot SECRET is gekocht\nAan: de minister\nDatum: 14 maart 2025\n\nNota over de Raad\n\n"
        "Aanleiding\nDe Raad komt bijeen.\n"
    )
    assert found.agenda.ground == "Vertrouwelijk"
    assert "SECRET" not in public(found.agenda)


def test_every_point_about_redactions_is_to_be_checked() -> None:
    found = memo(f"{WITHHELD}\n- De persoonsgegevens zijn gelakt.\n- Iets anders.\n- De bijlage is niet toegevoegd.")
    assert {"withheld[0]", "withheld[1]", "withheld[2]"} <= {each.field for each in found.checks}
    assert any("another place" in each.message for each in found.checks)


def test_the_contact_person_of_a_memo_is_not_public() -> None:
    found = imported(
        "Aan: de minister\nContactpersoon: A. Bakker; T 06 1234 5678\nDatum: 14 maart 2025\n\nNota over de Raad\n\n"
        "Aanleiding\nDe Raad komt bijeen.\n\nGeadviseerd besluit\nAkkoord.\n"
    )
    assert "Bakker" in repr(plain(found.agenda))
    assert "Bakker" not in public(found.agenda)


@pytest.mark.parametrize("greeting", ["Hartelijke groet, Piet Secreta", "Hartelijke groet,\nPiet Secreta"])
def test_who_signs_a_memo_is_not_public(greeting: str) -> None:
    assert "Secreta" not in public(memo(f"Kernpunten\n- Open.\n\n{greeting}").agenda)


OFFICIALS = (
    "J. de Vries (tst. 4412)", "a.bakker@minjenv.nl", "T 070-1234567", "Steller: X", "Stellers: X",
    "Contactpersonen: P en K", "Bel voor 04-12-2026 06-12345678",
    "DWB (Ruben) levert de lijst.", "Ruben (DWB) stuurt de lijst.", "Bezoek aan fam. Snoek",
    "Mevrouw Snoek van FIN is akkoord.", "de heer Van der Snoek (BZK)", "Namens BZK was Piet Snoek aanwezig.",
    "Onze attaché (Piet Snoek) meldt dit.",
)  # fmt: skip
NO_OFFICIALS = (
    "Aan: de minister", "Kenmerk: BZ2514987", "Datum: 14 maart 2025", "De brief gaat uiterlijk 04-12-2026 weg.",
    "Brief regering d.d. 02-12-2026", "Het debat is op 09-12-2026 om 14.00 uur.", "Op 07.01.2027 is er overleg.",
    "COM(2026) 690 t/m 698", "Zie ST 08123/26 van 03/02/2026.", "Snoek (VVD) vraagt dit.",
    "Het College van de Mens (CRM) stelt dit.", "DWB (het team) meldt dit.", "Mevrouw Snoek (VVD) vraagt dit.",
    "De heer Snoek van de VVD", "Namens BZK dank.", "Namens EZ steunt de Europese Commissie dit.",
)  # fmt: skip


@pytest.mark.parametrize("text", [*OFFICIALS, *NO_OFFICIALS])
def test_names_and_contact_details_of_officials_are_told_from_numbers_dates_and_abbreviations(text: str) -> None:
    assert tells_of_officials(text) is (text in OFFICIALS)


def test_an_institution_or_a_place_in_a_planning_is_no_official() -> None:
    rows = "10 april 2025: Raad keurt goed\n- 11 april 2025: Commissie publiceert\n- 12 april 2025: top (Waterstad)"
    told = public(memo(f"Kernpunten\n- De Raad in Waterstad volgt de Commissie.\n\nPlanning\n- {rows}").agenda)
    assert all(words in told for words in ("volgt de Commissie", "keurt goed", "publiceert", "top"))


MAIL = """\
From: Snoek, Ruben (DWB) <r.snoek@minwater.nl>
Sent: dinsdag 4 februari 2031 08:47
To: Berg, Aafke van den
Subject: RE: FW: Milieuraad 12 februari 2031

Beste Aafke,

1. DWB levert de lijst uiterlijk 6 februari 2031.
2. Aafke vraagt FIN om akkoord.
3. Ruben belt de griffie.
4. De motie-Snoek (36 045, nr. 7) wordt besproken.

Groet,
Ruben
"""


def test_points_that_name_people_of_the_mail_are_not_public() -> None:
    agenda = imported(MAIL).agenda
    seen = public(agenda)
    assert "Aafke" not in seen
    assert "Ruben" not in seen
    assert "motie-Snoek" in seen
    assert (agenda.title, agenda.place) == ("Milieuraad, 12 februari 2031", None)
    assert [str(each.due) for each in agenda.deadlines] == ["2031-02-06"]


PROGRAMME = """\
Programma werkbezoek minister aan de dijken
Dinsdag 4 februari 2031

08.15 uur	Vertrek ministerie
11.30 - 12.45 u	Rondleiding bij fam. Snoek (telefoon 06-12345678)
14.00 u.	Gesprek met het waterschap
"""


def test_a_programme_item_with_contact_details_is_not_public() -> None:
    found = imported(PROGRAMME)
    seen = public(found.agenda)
    assert "Snoek" not in seen
    assert "5678" not in seen
    assert "title='Gesprek met het waterschap'" in repr(found.agenda.sessions[2])
    assert str(found.agenda.when) == "2031-02-04"
    assert {"sessions[1].title", "when"} <= {each.field for each in found.checks}


_MAIL = """From: Bos, Karel
Sent: dinsdag 3 maart 2031 09:12
To: Vis, Anna
Subject: Dijkenraad 18 maart 2031 met Karel

Ha Anna,

De Dijkenraad is op 18 maart 2031 in Brussel.

1. Overleg met Karel
De brief is af.

Vraag 1: Wat zegt Anna?
Antwoord: Niets.

Vraag 2: Is het water hoog?
Antwoord: Ja, zegt Karel.

Vraag 3: Is het water laag?
Antwoord: Nee.
"""


def test_no_public_text_of_a_mail_names_sender_or_recipient() -> None:
    public = repr(plain(redact(lifted(imported(_MAIL).agenda))))
    assert not re.search("Karel|Bos|Anna|Vis", public)
    assert "Is het water laag?" in public


@pytest.mark.parametrize("field", ["title", "place"])
def test_public_title_and_place_name_no_official(field: str) -> None:
    subject, place = ("Overleg met A. Zilver" if field == each else "Dijken" for each in ("title", "place"))
    head = f"Van: DIJK\nDatum overleg: 18 maart 2031\nPlaats: {place}\nOnderwerp: {subject}\n\n"
    text = f"{head}Agenda\n1. Dijken\n2. Bruggen\n"
    agenda = redact(lifted(imported(text).agenda))
    assert "Zilver" not in repr(plain(agenda))
    assert words_of(getattr(agenda, field)).startswith("[withheld: persoonlijke levenssfeer]")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Aan: Riet, Sofie van; Lotte Vis", {"Riet", "Sofie", "Lotte", "Vis"}),
        ("From: Bos Karel <k.bos@minwater.nl>", {"Bos", "Karel"}),
        ("Aan: Directie Dijken; de Minister", set()),
        ("Hi Karel en Anna,", {"Karel", "Anna"}),
        ("Groet, Piet", {"Piet"}),
        ("Best,\n\nPiet Molenaar", {"Piet", "Molenaar"}),
        ("> On 20 november 2031, Molenaar, P. wrote:", {"Molenaar"}),
        ("Het water is hoog, Dijk en Waard zijn nat.", set()),
    ],
)
def test_names_are_read_from_head_greeting_and_signature(line: str, names: set[str]) -> None:
    assert named_in_mail(["Verzonden: 20 november 2031", *line.split("\n")]) == names


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Opgesteld door: H. Secreta", "Kernpunten\n- Secreta belt FIN."),
        ("Steller\nPiet Secreta", "Kernpunten\n- Nota van Piet."),
        ("Opsteller: directie Riet en Water, Piet Secreta", ""),
        ("Aanspreekpunt: Piet Secreta (06 20014455)", "Kernpunten\n- Tekst volgt (WM, Piet)."),
        ("Aanwezig: Piet, Secreta (verslag)", "Kernpunten\n- Rondvraag: Piet is afwezig."),
        ("Genodigden: burgemeester Snoek, P. Secreta (BZK)", ""),
        ("Steller: afdeling Dijken (Piet Secreta)", ""),
        ("Afgestemd met: FIN (Piet Secreta), Karin Riet (EZ), BZ", ""),
    ],
)
def test_who_wrote_a_memo_or_was_consulted_is_withheld_everywhere_and_departments_stay(head: str, body: str) -> None:
    agenda = imported(
        f"Aan: de minister\nDatum: 14 maart 2025\n{head}\nBetreft: De Raad\n\nAanleiding\nDe Raad komt.\n\n{body}\n"
    ).agenda
    assert not {"Secreta", "Piet", "Karin", "Riet"} & set(re.findall(r"\w+", public(agenda)))
    assert [words_of(each) for each in agenda.consulted] == (["FIN", "EZ", "BZ"] if "FIN" in head else [])


@pytest.mark.parametrize(
    "text",
    [
        "Gezien de planning volgt OPEN later.", "Gezien door de Commissie is dit OPEN.", "Akkoord FIN met OPEN.",
        "Akkoord van Parijs: OPEN.", "Actie BZ: OPEN.", "Actie DGX: OPEN.", "Actie Kamer: OPEN.",
        "Actie Commissie: OPEN.", "Goedgekeurd door Rekenkamer: OPEN.",
        "Actieplan Waterstof: OPEN.", "Actie Frankrijk: OPEN.", "Actie Polen en Malta: nota.\n- Polen is OPEN.",
        "Gezien door Frankrijk is dit OPEN.", "Actie Kamerbrief: OPEN.",
    ],
)  # fmt: skip
def test_what_departments_and_institutions_do_is_public(text: str) -> None:
    assert "OPEN" in public(memo(f"Kernpunten\n- {text}").agenda)


@pytest.mark.parametrize("sender", ["Secreta, Renske", "Secreta, R."])
def test_a_mail_that_lost_its_addresses_is_read_without_its_people(sender: str) -> None:
    text = f"Van: {sender}\nAan: FIN\nDatum: 20-05-2031\nOnderwerp: Terugkoppeling Milieuraad 19 mei 2031\n\n"
    agenda = imported(f"{text}Beste allen,\n\nEr was een Raad.\n\n* Renske – bedankbrief\n\nGroeten Renske\n").agenda
    assert str(agenda.when) == "2031-05-19"
    assert not {"Secreta", "Renske"} & set(re.findall(r"\w+", public(agenda)))


def test_deadlines_of_withheld_persons_are_read_and_those_of_departments_are_public() -> None:
    agenda = memo(
        "Actiepunten\n- Piet stuurt voor 4 april 2025 de nota.\n- FIN reageert uiterlijk 5 april 2025."
    ).agenda
    assert [str(each.due) for each in agenda.deadlines] == ["../2025-04-04", "2025-04-05"]
    assert [each.public for each in agenda.deadlines] == [False, True]


@pytest.mark.parametrize("between", ["", "-----Oorspronkelijk bericht-----\n"])
@pytest.mark.parametrize("said", ["Zie ook de opmerking over SECRET.", "SECRET belt dinsdag 11 maart 2025."])
def test_covering_words_above_a_memo_in_a_mail_are_withheld_and_the_memo_is_read(between: str, said: str) -> None:
    head = "Van: {} <{}@minbuza.nl>\nVerzonden: 3 maart 2025 10:00\nAan: Kees Bos\nOnderwerp: FW: Nota\n\n"
    cover = f"Hoi Kees,\n\n{said}\n\nGroet,\nAnna\n\n"
    body = (
        "Aan: de minister\nVan: DIE\nDatum: 3 maart 2025\n\nAanleiding\nDe Raad komt bijeen.\n\nKernpunten\n- Een dijk."
    )
    found = imported(head.format("Anna Vos", "anna") + cover + between + head.format("Jan Smit", "jan") + body)
    assert "SECRET" not in public(found.agenda)
    assert "Een dijk" in public(found.agenda)
    assert "SECRET" in repr(plain(found.agenda))


def test_the_mark_at_the_foot_of_the_last_page_is_of_the_memo_and_that_of_a_row_is_not() -> None:
    assert "SECRET" not in public(memo("Kernpunten\n- SECRET.\n\n2 | Departementaal vertrouwelijk").agenda)
    assert "OPEN" in public(
        memo("Kernpunten\n- OPEN.\n\nBijlagen\n1 | Brief | Openbaar\n2 | Nota | Vertrouwelijk").agenda
    )


def test_public_goods_are_no_public_version() -> None:
    assert "OPEN" in public(memo("Kernpunten\n- OPEN geldt voor publieke goederen, behalve voor onderdeel 2.").agenda)


@pytest.mark.parametrize(
    ("text", "is_closed"),
    [
        ("Hierbij de nota. Deze is vertrouwelijk, niet doorsturen.", True),
        ("De bijgevoegde nota is vertrouwelijk.", True),
        ("Hierbij de nota. De tekst is nog een concept.", False),
    ],
)
def test_a_message_above_a_memo_may_say_that_it_is_not_public(text: str, is_closed: bool) -> None:
    mail = f"Van: Jan Vis\nVerzonden: 3 maart 2025 10:00\nOnderwerp: Nota\n\nBeste Els,\n\n{text}\n\nGroet, Jan\n\n"
    found = imported(f"{mail}Aanleiding\nDe Raad komt.\n\nKernpunten\n- De dijk is hoog.\n")
    assert (found.agenda.ground != "not yet read") is is_closed


@pytest.mark.parametrize("text", ["Dit document is vertrouwelijk", "Dit stuk is geheim."])
def test_a_sentence_about_this_memo_closes_it_wherever_it_is(text: str) -> None:
    assert (
        memo(f"Kernpunten\n- De dijk is hoog.\n\nToelichting\nDe dijk is oud.\n\n{text}\n").agenda.ground
        != "not yet read"
    )


@pytest.mark.parametrize("head", ["Punt Openbaar j/n", "Punt   Openbaar (ja/nee)"])
def test_a_point_under_a_column_about_openness_is_withheld_if_it_ends_in_no(head: str) -> None:
    rows = "De dijk is OPEN. j\n\nDe grens is ZWIJN. n\n\nDe sluis is BREED. j\n"
    shown = public(memo(f"Kernpunten\n{head}\n\n{rows}").agenda)
    assert "ZWIJN" not in shown
    assert "BREED" in shown


def test_only_an_answer_under_such_a_column_withholds() -> None:
    assert "OPEN" in public(memo("Kernpunten\n- Is de dijk OPEN? Nee\n- Openbaar vervoer: ja/nee is de vraag.").agenda)
