"""A mark that stands apart from the sentence withholds the text; a sentence about secrecy is public."""

import time

import pytest
from tests.marks import APART, IN_MEMOS

from briefcli.domain.marks import is_marked
from briefcli.domain.marks_apart import stands_apart
from briefcli.reading.mark_words import holds_mark


@pytest.mark.parametrize("mark", IN_MEMOS)
@pytest.mark.parametrize("place", APART)
def test_a_mark_that_stands_apart_withholds_the_text(mark: str, place: str) -> None:
    assert holds_mark(place.format("De inzet volgt", mark))
    assert holds_mark(mark)


@pytest.mark.parametrize(
    "text",
    [
        "De inzet volgt, niet openbaar", "De inzet volgt, vertrouwelijk.", "De inzet volgt / vertrouwelijk",
        "De inzet volgt | geheim", "De inzet volgt #vertrouwelijk", "De inzet volgt VERTROUWELIJK",
        "De inzet volgt STRIKT GEHEIM", "VERTROUWELIJK de inzet volgt", "NIET OPENBAAR EU steunt dit",
        "Vertrouwelijk, de inzet volgt", "De inzet volgt (bedrijfsvertrouwelijke gegevens)",
        "[De inzet volgt: niet noemen]", "(NR) Allies agree",
        "Directie A | Departementaal vertrouwelijk | Riet", "2031-03-17 Vertrouwelijk", "18 maart 2031 niet openbaar",
        "Kamerstuk 36 410, nr. 3 (public, false)", "De inzet volgt (# public false)", "De inzet volgt Woo: 5.1.2e",
        "12 Niet openbaar: de inzet volgt", "(NC) Allies agree",
        "De inzet volgt (vertrouwelijk, want in onderhandeling)", "--- vertrouwelijk ---",
        "De inzet volgt, niet voor publicatie", "De inzet volgt - intern (zie boven)", "for: internal - de inzet volgt",
    ],
)  # fmt: skip
def test_a_mark_after_punctuation_or_in_upper_case_withholds_the_text(text: str) -> None:
    assert holds_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        "De inzet volgt. Vertrouwelijk totdat de MR heeft besloten.", "Geheim zolang wij onderhandelen. De inzet.",
        "De inzet volgt – vertrouwelijk in afwachting van de MR", "De inzet volgt. Confidential pending the vote.",
        "De inzet volgt. Vertrouwelijk tot na het debat.", "De inzet volgt – embargo tot na de ministerraad",
        "Vertrouwelijk vanwege de onderhandelingen. De inzet volgt.", "De inzet volgt (embargo t/m Prinsjesdag)",
        "De inzet volgt - pas openbaar na verzending", "De inzet volgt. Niet openbaar (nog afstemmen met FIN).",
        "De inzet volgt vertrouwelijk)", "Vertrouwelijk- de inzet volgt", "Niet openbaar -de inzet volgt",
        "De inzet volgt -vertrouwelijk", "neit openbaar: de inzet volgt", "De inzet volgt (nie openbaar)",
        "De inzet volgt (niet open baar)", "Nog nite openbaar. De inzet volgt.",
        "[openbaar nee] De inzet volgt", "De inzet volgt (Woo: nee)", "De inzet volgt (niet meenemen in de Woo)",
    ],
)  # fmt: skip
def test_a_mark_with_a_condition_or_a_typo_withholds_the_text(text: str) -> None:
    assert holds_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        "(DV) De inzet volgt", "De inzet volgt (DV)", "DV: de inzet volgt", "De inzet volgt – Stg. ZG", "ZG",
        "(NU) Allies agree", "(R) Allies agree", "De inzet volgt (NATO-R)", "TRÈS SECRET UE/EU TOP SECRET: de inzet",
        "LIMITÉ", "De inzet volgt (VS – NUR FÜR DEN DIENSTGEBRAUCH)", "Diffusion restreinte: de inzet volgt",
        "NAVO gerubriceerd: de inzet volgt", "PERSOONLIJK – de inzet volgt", "De inzet volgt (Wob 11.1)", "5.2.1",
        "(SBU) De inzet volgt",
        "De inzet volgt (artikel 11, eerste lid, Wob)", "De inzet volgt [UNCLASSIFIED//FOR OFFICIAL USE ONLY]",
    ],
)  # fmt: skip
def test_the_classifications_of_the_state_and_of_allies_withhold_the_text(text: str) -> None:
    assert holds_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        "**Vertrouwelijk** De inzet volgt", "_(niet openbaar)_ De inzet volgt", "`intern` De inzet volgt",
        "<b>geheim</b> De inzet volgt", "**concept – niet verspreiden** De inzet volgt", "~~De inzet volgt~~ Later",
        "De inzet <del>volgt</del>", "| De inzet volgt | vertrouwelijk |", "De inzet volgt  // intern",
        "De inzet volgt  n.o.", "niet openbaar\tDe inzet volgt", "Let op: vertrouwelijk – de inzet volgt",
    ],
)  # fmt: skip
def test_a_mark_in_markup_or_a_column_of_its_own_withholds_the_text(text: str) -> None:
    assert holds_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        "De inzet volgt (spreektekst niet openbaar)",
        "(ambtelijk advies, niet openbaar) De inzet volgt",
        "Conceptversie, niet delen: de inzet volgt",
        "De inzet volgt (beleidsvertrouwelijk)",
        "De inzet volgt [vertrouwelijk ontvangen van FR]",
        "De inzet volgt, niet openbaar. Daarna meer",
        "De inzet volgt (bilateraal vertrouwelijk gedeeld door DE)",
        "Vertrouwelijke bron: de inzet volgt",
        "De inzet volgt (bron: vertrouwelijk codebericht)",
        "Zie brief. Vertrouwelijke achtergrond: de inzet",
        "Vertrouwelijk;de inzet volgt",
        "De inzet volgt ~ niet delen",
        "De inzet volgt => niet delen",
        "De inzet volgt > intern",
        "Uit vertrouwelijke bron: de inzet",
        "De inzet volgt (C-M(2031)12, NATO RESTRICTED)",
        "De inzet volgt (kan niet naar de Kamer)",
        "De inzet volgt (vertrouwelijke info AIVD)",
        "De inzet volgt (gerubriceerde informatie)",
        "De inzet volgt (koersgevoelige informatie)",
        "De inzet volgt (niet voor citaat)",
        "NL only: de inzet",
        "Niet voor dossier: de inzet volgt",
        "De inzet volgt (alleen voor delegatie)",
        "Werkdiner (informeel, off the record)",
        "Het bod volgt (FIN weet dit nog niet)", "Het bod volgt (mag de leverancier nog niet weten)",
        "Het bod volgt (dit delen we niet met de Kamer)", "Het bod volgt (mag de pers niet delen)",
        "Het bod volgt (please keep this within the team)", "Het bod volgt (don’t quote)",
        "Het bod volgt (gehoord in de gang, niet rondvertellen)", "Het bod volgt [opm: getal nergens noemen]",
        "Het bod volgt (strictly between us)", "Het bod volgt (advies blijft binnen het ministerie)",
        "Het bod volgt (do not disclose to third parties)", "Het bod volgt – dit cijfer nog niet gebruiken",
        "Het bod volgt, maar dat mag niet naar buiten", "Het bod volgt, maar dat mag FIN nog niet weten",
        "Het bod volgt; dit mag nog niet bekend zijn", "Het bod volgt, strikt binnen BZ houden",
        "Het bod volgt, deel dit met niemand", "Dit kunnen we niet hardop zeggen. Het bod volgt",
        "In vertrouwen heeft Polen zijn bod genoemd", "Off the record noemde Polen zijn bod",
        "Tussen ons gezegd en gezwegen: het bod volgt", "Onder ons gezegd volgt het bod",
        "Het bod volgt (MR-stuk)", "Het bod volgt (besloten)", "Het bod volgt (OTR)", "Het bod volgt (V)",
        "Het bod volgt. Rel NATO", "Het bod volgt, kring: klein", "Besloten deel: het bod volgt",
        "Het bod volgt (EU-RES)", "Het bod volgt (weghouden uit de Woo)", "Op de achtergrond: het bod volgt",
        "Het bod volgt vandaag, zeg dit nergens", "Deze informatie is alleen voor de minister: het bod",
        "Het bod volgt (alleen bestemd voor u)", "Het bod volgt (alleen mondeling toelichten)",
        "Het bod volgt (stilhouden)", "Het bod volgt (uitsluitend t.b.v. de bewindspersoon)",
        "Het bod volgt (internal use only)", "Sub rosa: het bod volgt", "Het bod volgt (niet buiten het departement)",
        "Het bod volgt (nog niet vrijgegeven)", "Achterhouden: het bod volgt", "Het bod volgt (niet vrij te geven)",
        "Het bod volgt (not for further distribution)", "Hold close: het bod volgt", "Het bod volgt (do not release)",
        "Het bod volgt (for your eyes only)", "Het bod volgt (alleen met FIN delen)",
        "Het bod volgt (alleen indien gevraagd)", "Het bod volgt (gedeeld in vertrouwen)",
        "Het bod volgt (niet meezenden)",
    ],
)  # fmt: skip
def test_a_mark_after_other_words_withholds_the_text(text: str) -> None:
    assert holds_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        "vertrouwelijk diner met de VS", "geheim diner", "Vertrouwelijk overleg", "nog geheim de inzet volgt",
        "Let op geheim de inzet volgt", "strikt vertrouwelijk de inzet volgt", "14.00 uur vertrouwelijk de inzet volgt",
        "Embargo de inzet volgt", "Geheime bijlage", "confidential annex", "De inzet volgt geheim", "ST 9000/31 LIMITE",
        "De inzet volgt niet delen", "De inzet volgt. Vertrouwelijk gesprek", "De bieding is 4 mln en geheim",
        "De prijs van 4 mln is geheim", "Wij bieden 4 mln. Dit bod is geheim",
        "Technische briefing (vertrouwelijk deel)", "vertr0uwelijk de inzet volgt", "De inzet volgt v3rtrouwelijk",
        "De inzet volgt vertouwelijk", "g3heim de inzet", "De inzet volgt (5 1 2 e)", "De inzet volgt (int.)",
        "De inzet volgt (geen Kamer)", "\u26d4 De inzet volgt",
        "De inzet volgt (5.1.1c, wet op de inlichtingendiensten)", "De inzet volgt (parlement weet hier niets van)",
        "De inzet volgt. Dit niet naar de Kamer communiceren.",
        "De inzet volgt niet voor publicatie", "De inzet volgt niet voor het publiek",
        "De inzet volgt niet in openbare versie opnemen",
        "De inzet volgt - hou dit onder ons",
    ],
)  # fmt: skip
def test_a_strong_mark_at_the_start_or_end_withholds_the_text_without_a_sign_beside_it(text: str) -> None:
    assert holds_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        "Geheime stemming over de voorzitter", "Secret ballot on the chair", "Embargo tegen Iran", "De zaal is geheim",
        "Het verslag wordt niet openbaar", "Dat is een publiek geheim", "De fracties willen de kosten niet delen",
        "Incidentele middelen", "Bij geheime stemming gekozen", "Geheim en openbaar gaan samen",
        "De zaak blijft geheim", "De stukken zijn niet langer geheim",
        "Nederland zal de gegevens van burgers niet verstrekken.",
    ],
)  # fmt: skip
def test_words_that_plainly_say_something_else_are_public_at_the_start_or_end(text: str) -> None:
    assert not holds_mark(text)


@pytest.mark.parametrize(
    "mark",
    [
        "(S//NF)", "(C//REL TO USA, NLD)", "(U//FOUO)", "(TS//SI//NF)", "(TS//SI-G//ORCON,NOFORN)", "[S//REL NATO]",
        "(S/NF)", "(CUI//SP)", "(NS//REL)", "S//NF", "(S)", "(C)", "(TS)",
    ],
)  # fmt: skip
def test_a_paragraph_mark_of_the_united_states_withholds_the_text(mark: str) -> None:
    assert holds_mark(f"{mark} De inzet volgt")
    assert is_marked(f"{mark} De inzet volgt")
    if "/" in mark:
        assert holds_mark(f"De inzet volgt ({mark.strip('()[]')}).")
        assert holds_mark(f"De inzet volgt. {mark}")


@pytest.mark.parametrize(
    "text",
    [
        "VN-resolutie S/RES/2231", "Resolutie (S/2031/44)", "S/PV.900", "Mededeling C/2031/900", "(U) De inzet",
        "TS//Transport en Scheepvaart", "C//Commissie", "S&D//EVP", "De partij (S)", "https://s//ab",
    ],
)  # fmt: skip
def test_a_number_or_a_name_with_slashes_is_public(text: str) -> None:
    assert not holds_mark(text)


@pytest.mark.parametrize(
    "ground",
    [
        "5.1.2e", "5.1.2.i", "5.1.2 e", "5.1/2e", "5.1-2-e", "5.1(2)(e)", "5.1, lid 2, e", "art. 5.2 Woo",
        "Woo: 5.1.2e", "5.1.2e, wet",
        "5.2.1 Woo", "artikel 5.1, lid 2, sub f en i, Woo", "artikel 5.1 Wet open overheid", "Wob 10.2.g", "10.2.e",
        "art. 10 lid 2 sub g Wob", "o.g.v. art. 5.1.2.e", "5.1.2.c/5.1.2.d", "5.2.1", "5.1.5",
        "Wet open overheid 5.1.2e",
    ],
)  # fmt: skip
def test_a_legal_ground_in_brackets_withholds_the_text(ground: str) -> None:
    for text in (f"({ground}) De inzet volgt", f"[{ground}] De inzet volgt", f"De inzet volgt ({ground})."):
        assert holds_mark(text), text


@pytest.mark.parametrize("text", ["[NR] De inzet volgt", "De inzet volgt (NR)", "NR: de inzet volgt", "NR"])
def test_nr_is_a_mark_unless_a_number_follows(text: str) -> None:
    assert holds_mark(text)
    assert not holds_mark(text.replace("NR", "NR. 427"))


@pytest.mark.parametrize(
    "mark",
    [
        "v\u0435rtrouw\u0435lijk", "\uff27\uff25\uff28\uff25\uff29\uff2d", "vertrouwel\u0133k",
        "ver\u00adtrou\u200bwelijk", "niet\u00a0openbaar", "niet\u2011openbaar", "V E R T R O U W E L I J K",
        "niet_openbaar", "niet -openbaar", ">>> NIET OPENBAAR <<<", "> vertrouwelijk", "priv\u00e9", "\U0001f512",
        "\U0001f92b", "\u26a0\ufe0f vertrouwelijk \u26a0\ufe0f De inzet volgt. Dat is de inzet",
    ],
)  # fmt: skip
def test_a_mark_is_recognised_by_how_it_looks(mark: str) -> None:
    assert holds_mark(f"{mark}: de inzet volgt")


@pytest.mark.parametrize(
    "text",
    [
        "De stukken zijn vertrouwelijk ter inzage gelegd.", "Onderwerpen: sancties, visa, embargo",
        "Onderwerpen: sancties; embargo; visa", "Interne markt: voortgang", "Gerubriceerde informatie: akkoord",
        "De nota wordt op 12 juni openbaar gemaakt.", "Tot 12 juni kan de Kamer inbreng leveren.",
        "Niet naar aanleiding van de motie", "Niet in alle gevallen", "Alleen voor landen buiten de EU",
        "Politiek gevoelig dossier", "Koersgevoelige informatie moet worden gemeld", "GEHEIME DIENSTEN",
        "Beperkte verspreiding van kernwapens", "Woordvoeringslijn volgt", "Woo-verzoek over stikstof",
        "Artikel 5.2 van het wetsvoorstel", "(artikel 5.1, tweede lid, onder a, van de Wet dieren)",
        "Vertrouwen in de rechtsstaat", "Secretaris-generaal", "Dit vergt overleg met de Kamer en de pers.",
        "Rapport van Chatham House", "De spoorwegen (NS) rijden", "Het wapenembargo, deels opgeheven",
        "Verlenging van het embargo (tot 1 juni)", "Conferentie in Wenen", "ZWARTE ZEE en omgeving",
        "Is de informatie openbaar?", "Wordt openbaar op Prinsjesdag", "De dienst valt onder een embargo",
        "Kamerstuk 28676, NR. 427", "De stemming (die is geheim)", "Paragraaf 5.2.1: akkoord",
        "Verordening, artikel 5.1", "10 lidstaten en de Woo",
        "Artikel 5.1, eerste lid, onder a, Omgevingswet", "(artikel 5.1, lid 1, onder b, Wet dieren)", "NDA-fractie",
        "Steun van BE;NL;LU", "Klimaat = economie", "Conf. afspraak met FIN", "De sector is seizoensgevoelig.",
        "De *belangrijke* punten", "snake_case en `code`", "a < b > c",
        "Intern overleg van de commissie", "De vertrouwelijke technische briefing is op 3 juni.",
        "Directie DV", "De minister zegt, nee", "Het terrein is niet openbaar toegankelijk.", "DV 2031", "Wet DV&O",
        "Het vertrouwelijk overleg na de top", "Intern na te gaan: de kosten", "Verlenging van het embargo tot 2032",
        "TLP:CLEAR", "Vertrouwelijk- en zorgvuldigheid telt", "Wel openbaar: het advies", "Met openbaar vervoer",
        "a) b) c)",
"Het rapport is op 3 mei openbaar", "Procedurevergadering (besloten)", "Kamerbrief (concept)",
        "Niet in de Woo geregeld", "Artikel 11 van de Wob is vervallen", "Alleen bij een crisis",
        "Lijst (R) van de Raad",
    ],
)  # fmt: skip
def test_sentences_about_secrecy_are_public(text: str) -> None:
    assert not holds_mark(text)


def test_checking_a_long_text_of_symbols_and_numbers_is_fast() -> None:
    for text in (
        "1." * 60,
        "Dit is " + "12.06.2031 " * 8,
        "vertrouwelijk " * 7 + "x",
        "NIET " * 800 + "a",
        "(" * 8_000,
        "Vertrouwelijk. Dit is een zin. " * 120 + ")",
        "niet openbaar JK 12 " * 120 + "a",
        "geheim" + "-" * 20_000,
        "neit openbaar " * 1_200,
        "niet te " * 4_000 + "geheim",
        " ".join(f"openbaar{number}" for number in range(4_000)),
        "openbaar na " * 1_200 + ")",
        "geheim " + "_" * 20_000 + "<" * 8_000,
    ):
        began = time.process_time()
        stands_apart(text)
        holds_mark(text)
        assert time.process_time() - began < 0.8, text[:20]  # each takes a tenth of a second at most


@pytest.mark.parametrize(
    "text",
    [
        "Persoonlijke beleidsopvattingen \ufffd De inzet volgt", "Vertrouwelijk \xb4\ufffd De inzet volgt",
        "Niet openbaar\ufffd De inzet volgt", "De inzet volgt \ufffdvertrouwelijk\ufffd",
    ],
)  # fmt: skip
def test_an_unreadable_character_can_be_the_dash_after_a_mark(text: str) -> None:
    assert holds_mark(text)
    assert is_marked(text)


def test_an_unreadable_character_does_not_turn_words_into_marks() -> None:
    assert not holds_mark("De vertrouwelijke caf\ufffds \ufffd en dijken")


@pytest.mark.parametrize(
    "mark",
    [
        "in vertrouwen gedeeld", "alleen binnen het Rijk", "n.v.t. voor Kamer", "niet voor het publiek",
        "nicht öffentlich", "streng vertraulich", "ne pas diffuser", "à usage interne", "sous embargo",
        "close hold", "niet kopiëren", "nur für den internen Gebrauch", "ne pas divulguer",
        "sous embargo jusqu'au 3 mars", "a.u.b. niet verder verspreiden", "svp niet doorsturen aan derden",
        "nog niet aankondigen",
        "nog even onder de pet houden", "niet in openbare versie opnemen", "publicatie pas na het debat",
        "please do not share yet", "dit is vertrouwelijke informatie",
        "ter vertrouwelijke informatie", "entre nous", "niet voor verslag", "nog niet bekendgemaakt", "zwarten",
        "niet in de publieke agenda opnemen", "hoeft niet in de openbare versie", "eruit bij openbaarmaking",
        "niet in Kamerversie", "weghalen voor publicatie", "pas na MR naar buiten", "niet proactief melden",
        "haken = niet openbaar", "undisclosed", "kabinetsgevoelig", "gerubr.", "n-o", "pers weet nog niets",
        "niet uit te spreken", "niet in spreektekst", "niet opb.", "bilateraal vertrouwelijk",
        "niet voor citaat", "niet aan derden sturen", "niet naar buiten brengen", "off the record verkregen",
        "koersgevoelige info", "weglakken voor de Kamer", "kunnen we nog niet delen",
        "aan de pers niet delen", "Kamer niet te weten",
        "weglaten in openbare versie", "niet delen met andere lidstaten", "openbaar per 15 juni", "minister eyes only",
    ],
)  # fmt: skip
def test_other_ways_to_say_that_a_text_is_not_public(mark: str) -> None:
    for text in (f"Lantaarn ({mark})", f"{mark.capitalize()}: lantaarn", f"Lantaarn – {mark}", f"Lantaarn. {mark}."):
        assert stands_apart(text), text


@pytest.mark.parametrize(
    "text",
    [
        "Niet langer geheim: archieven van de AIVD", "Openbaar per definitie", "Groei in vertrouwen van consumenten",
        "Afspraken tussen ons en de Commissie", "Stil houden van treinen bij Almelo", "Openbaar vervoer na corona",
        "Niet-verspreiding van kernwapens: stand van zaken", "Niet-verspreidingsverdrag (NPV)",
        "De brief (open, transparant, openbaar) volgt", "Het plan (sancties, embargo, boycot)", "→ Openbaar debat",
        "Werkgevers die ongevallen niet altijd melden", "De wens om niet meer gegevens te verstrekken.",
        "De stof is als zeer zorgwekkend geclassificeerd",
        "De baten zijn voor de sector, niet het publiek", "Nederland wil waarden verdedigen, niet prijsgeven",
        "De steun wordt genotificeerd.",
        "We delen dit standpunt niet met Hongarije", "Duitsland wil meer geld. Dat delen we niet.",
        "Niet alle lidstaten willen gegevens delen", "Lidstaten melden incidenten niet altijd",
        "Nederland is kritisch, maar wil dit nu niet zeggen", "Stukken nog niet beschikbaar",
        "De steun is nodig, maar dat mag niet ten koste gaan van Kiev", "Zij houden ons op de hoogte",
        "In vertrouwen op een goed einde steunt Nederland dit", "Werkdiner (besloten)", "Voorzitterschap (SE)",
        "Persconferentie (alleen VZ en HV)", "Sessie alleen voor ministers", "Kamerbrief (niet eerder verzonden)",
        "Besluit (pas na de zomer verwacht)", "Verkiezingen in Belarus (niet vrij en eerlijk)",
        "Missie blijft onder commando van de VN", "Besloten deel", "Rel met de NAVO",
        "Restricted session (ministers only)", "Het kabinet doet geen mededelingen over details",
        "Datum nog niet bekend", "Meld misstanden niet alleen bij de politie", "Nederland noemt dit punt niet zelf",
        "Op de achtergrond speelt de crisis",
        "Investeren in vertrouwen", "EURES en arbeidsmobiliteit", "De ministerraad (MR) stemt in",
        "Banen voor vrouwen (V)", "De Commissie heeft nog niets laten weten", "Iran laat zich niet horen",
        "Positie Duitsland – weet het nog niet", "Voorstel ligt voor – groot deel lidstaten niet akkoord",
        "Compromistekst (nog niet op tafel)", "Pas na de zomer bespreken", "Alleen als laatste middel inzetten",
        "Focus on experts, not the public", "Blijft aandachtspunt voor de minister", "Discretionaire bevoegdheid",
        "Keep close contact with the US", "Werkontbijt (besloten)", "Handel EU/rest van de wereld",
    ],
)  # fmt: skip
def test_what_only_looks_like_such_a_mark_is_public(text: str) -> None:
    assert not stands_apart(text)
