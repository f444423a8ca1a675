"""A remark to colleagues withholds a text, however it is worded; words about a subject do not."""

import pytest

from briefcli.domain.mark_remarks import RULES
from briefcli.reading.mark_words import holds_mark


@pytest.mark.parametrize("remark", [rule.example for rule in RULES])
def test_the_example_of_each_rule_withholds_the_text(remark: str) -> None:
    assert holds_mark(f"Het bod volgt ({remark})")


@pytest.mark.parametrize(
    "text",
    [
        "Het bod volgt (bron wil niet genoemd worden)", "Het bod volgt, doch Berlijn wil niet dat dit bekend wordt",
        "Het bod volgt (opsec)", "Het bod volgt (kabinet)", "Het bod volgt (alleen voor gecleard personeel)",
        "Het bod volgt (lees en vernietig)", "Het bod volgt, uit te lekken mag dit niet",
        "Het bod volgt (bron heeft om anonimiteit gevraagd)", "Het bod volgt – wil niet met naam genoemd worden",
        "Het bod volgt (voor je eigen achtergrond)", "NB: niet tegen de Fransen zeggen dat het bod volgt",
        "Het bod volgt (rode lijn, alleen intern bekend)", "Het bod volgt (graag uit de Woo-stukken houden)",
        "Het bod volgt. Deze rode lijn niet aan anderen laten zien.", "Het bod volgt [niet vr publicatie]",
        "Het bod volgt (pssst)", "Not to be shared w/ press: het bod volgt", "Het bod volgt (source protected)",
        "Deze alinea niet overnemen in de geannoteerde agenda: het bod", "Het bod volgt (jullie weten van niks)",
        "Het bod volgt, maar dat heb je niet van mij", "Het bod volgt. Zwijgen hierover!", "Het bod volgt (besl. deel)",
        "Het bod volgt – Woo uitgezonderd", "Achter de schermen: het bod volgt",
        "Het bod volgt (dit is alleen voor jou)", "Het bod volgt (zeg maar dat je van niks weet)",
        "Het bod volgt. Gelieve dit voor u te houden.",
        "Het bod volgt — officieus, s.v.p. geen ruchtbaarheid aan geven", "Bron wil anoniem blijven: het bod volgt",
        "Het bod volgt (Londen wil dit nog stilhouden)", "Het bod volgt (Londen vroeg er niet over te praten)",
        "Het bod volgt [tekst verwijderen voor verzending TK]", "Niet deelbaar: het bod volgt",
        "Achtergrondinfo, niet voor woordvoering: het bod volgt", "Het bod volgt (do not minute)",
        "Het bod volgt; Kamer is nog niet geïnformeerd", "Het bod volgt (nog niet wereldkundig)",
        "Het bod volgt (hoort bij ons te blijven)", "Het bod volgt (told us in strict confidence)",
        "Het bod volgt (in kleine kring bekend)", "Alleen als de voorzitter ernaar vraagt: het bod volgt",
        "Het bod volgt (niet in Ibabs)", "Het bod volgt (LIMDIS)", "Het bod volgt, moet onder ons blijven",
        "Het bod volgt (mag niet herleidbaar zijn)", "Rome wil niet dat dit genoemd wordt: het bod volgt",
        "Het bod volgt. Pas bekendmaken na de Raad.", "Het bod volgt (pas na de Raad bekend maken)",
        "Het bod volgt (niet in de agenda opnemen)", "Noem Parijs niet: het bod volgt",
        "Noem geen namen: het bod volgt", "Het bod volgt (discretie gewenst)", "Het bod volgt (only for us)",
        "Het bod volgt. Hierover geen mededelingen.", "Het bod volgt (dit mag niet bekend zijn)",
        "Het bod volgt (voor eigen team)", "Alleen wij weten dit", "Het bod volgt, dit houden we stil",
        "Het bod volgt. Geen details delen.",
        "Het bod volgt (share with minister only)", "Het bod volgt (with us only)",
        "Het bod volgt (bron: MIVD)", "Het bod volgt (bronbescherming)", "Het bod volgt (NFP)",
        "Only if raised: het bod", "Het bod volgt (for own use only)", "Het bod volgt (niet buiten deze kring)",
        "Niet hardop: het bod volgt", "Het bod volgt (keep out of the minutes)",
        "Het bod volgt (indien gevraagd: ontkennen)", "Het bod volgt – kaarten tegen de borst",
        "Het bod volgt (bedrag is nog onder embargo)", "Het bod volgt. Deze nota mag niet verder worden verspreid",
        "Versie minister: het bod volgt", "Het bod volgt (uit de wandelgangen)", "Het bod volgt (do not volunteer)",
        "Het bod volgt (hier niet over beginnen)", "Het bod volgt (not to leave the building)",
        "Het bod volgt (wordt niet genotuleerd)", "Desgevraagd: het bod", "Het bod volgt (blijft in deze kamer)",
        "Het bod volgt (van horen zeggen)", "Het bod volgt – niet doormailen", "Het bod volgt (tussen jou en mij)",
        "Het bod volgt. Kamer hoort dit pas in juni.", "Het bod volgt (no press)",
        "Het bod volgt, maar hang dit niet aan de grote klok", "Het bod volgt (zonder naamsvermelding)",
        "Het bod volgt (niet in de besluitenlijst)", "Het bod volgt (kennen wij officieel niet)",
        "Het bod volgt (mag niemand weten)", "Het bod volgt. Niet voorlezen.", "Het bod volgt (leave out of letter)",
        "Het bod volgt (not for the hill)", "Het bod volgt (eerst Kamer informeren)", "Wij noemen Polen, niet delen",
        "Het bod volgt (als dit bekend raakt)", "Het bod volgt (legally privileged)",
        "Het bod volgt (bel mij hierover)", "Het bod volgt (alleen in map minister)", "Het bod volgt (neit delen!!)",
        "Het bod volgt (bevat persoonsgegevens)", "Het bod volgt. Please delete after the meeting.",
        "Het bod volgt (source asked not to be identified)",
        "Het bod volgt (niet voor de oppositie)", "Het bod volgt (niet buiten de trojka)",
        "Het bod volgt (nog niet voor buiten)", "Het bod volgt – hier niet op ingaan", "Het bod volgt (niet spontaan)",
        "Het bod volgt (nog niet officieel)", "Het bod volgt (nothing in writing)",
        "Het bod volgt (zo nodig ontkennen)", "Het bod volgt (hold until Monday)", "Het bod volgt (v)",
        "Het bod volgt (no readout)", "Het bod volgt (van mijn counterpart)", "Het bod volgt (per sms van SG)",
        "Het bod volgt; kaarten tegen de borst dus", "Het bod volgt (zo vertelde zijn kabinetschef)",
        "Het bod volgt (ons contact wil geen gedoe)", "Het bod volgt (kreeg ik toegespeeld)",
        "Het bod volgt (schaadt onze positie)", "Het bod volgt (gun hem de primeur)", "Het bod volgt (best not aired)",
        "Het bod volgt (gekregen van iemand bij FIN)", "Het bod volgt (you didn't hear this from me)",
        "Het bod volgt (niet buiten JenV)", "Het bod volgt – uitsluitend voor MBZK",
        "Het bod volgt (besloten gedeelte)", "Deel dit niet met Italië", "Ik heb het niet gezegd",
        "Het bod volgt, maar daar houden wij onze mond over", "Tussen jou en mij: het bod volgt",
        "Naar verluidt: het bod volgt",
        "Het bod volgt. Do not discuss with media.", "Het bod volgt (verzoek om dit niet te delen)",
        "Het bod volgt (bewaren voor de laatste ronde)", "Het bod volgt – between these walls",
        "Het bod volgt (niet in de agenda)", "Het bod volgt (lunch zonder verslag)",
        "Het bod volgt, stays in this circle", "Het bod volgt. Hou dit stil voor Rome.", "Het bod volgt (voor u)",
        "Het bod volgt, achter de hand houden",
        "Het bod volgt, keep this among ourselves", "Het bod volgt (intel report)", "Het bod volgt (onze ondergrens)",
        "Het bod volgt (ons bod)", "Het bod volgt (ik heb dit van Jan)",
    ],
)  # fmt: skip
def test_a_remark_withholds_the_text_in_any_wording(text: str) -> None:
    assert holds_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        "Slachtoffers willen niet dat hun naam bekend wordt", "Geen persoonsgegevens delen met derde landen",
        "Zorgverleners delen geen medische gegevens", "Bijeenkomst met ngo's (besloten)",
        "Overleg met Shell en BP (besloten)", "De Kamer is hierover op 3 mei geïnformeerd",
        "Duitsland zegt nog niets over de begroting", "De Commissie zegt niet wanneer het voorstel komt",
        "Ministers spreken tijdens de lunch in kleine kring over Oekraïne", "Italië zwijgt over de bijdrage",
        "Alleen de Commissie mag dit voorstellen", "De IAEA mag Natanz niet inspecteren",
        "Klokkenluiders moeten anoniem kunnen melden", "Journalisten krijgen toegang tot de zaal",
        "Lekken van methaan moeten sneller worden gemeld", "Landen buiten de EU mogen niet meedoen",
        "Niemand weet hoe lang de oorlog duurt", "Bronbescherming voor journalisten",
        "Pas na de zomer (juni) bespreken", "Nederland pleit voor openbare beraadslagingen, niet voor geheime",
        "De AIVD en de MIVD (diensten)", "Het Militair Comité (NAVO)", "Spreekpunten voor de pers zijn afgestemd",
        "Krachtenveld: de molenaars zwijgen.", "De inlichtingendienst (AIVD)",
        "Het is een complex, politiek gevoelig dossier",
        "Working lunch (with foreign minister only)",
        "Migratie (niet op de agenda)", "Nog niet op de agenda", "Geen mededelingen", "Geen vragen van de Kamer",
        "Sancties – nog niet genoemd door NL", "Uitbreiding (nog niet genoemd door voorzitter)",
        "Dit bedrag is niet genoemd", "Rusland wordt niet bij naam genoemd", "De cijfers zijn niet bekend",
        "Financiering: bron niet bekend",
        "Bescherming van bronnen", "Eigen delegatie", "Cijfers (pas na de zomer bekend)", "Only the US", "US to stay",
        "Wij weten dit nog niet", "Wij hebben dit niet gevraagd",
        "Weggelaten stukken", "Geen communicatie", "De Kamer is nog niet geïnformeerd",
        "Migratie (niet op de agenda van de Raad)", "Overleg (niet doorgegaan)", "Bezoek (nog niet bevestigd)",
        "Bezoek (nog te bevestigen)", "Hamerstuk (zonder debat)", "Punt 4 (niet besproken)",
        "Voorstel (nog niet vertaald)", "Motie (niet in stemming gebracht)", "Brief (nog geen stukken)",
        "AOB (nothing)", "Accijns (alleen op diesel)", "Debat (niet in Brussel)", "Overleg (not before June)",
        "Regeling (niet sluitend)", "Begroting (niet alle landen akkoord)", "Nota (nog niet naar de minister)",
        "Tekst (niet vergeten mee te nemen)", "Cijfers (bron: Eurostat)", "Bron: CBS",
        "Zorgvuldig omgaan met persoonsgegevens", "Stille diplomatie", "Defensieve wapens: levering aan Oekraïne",
        "Niet-verspreiding van kernwapens: stand van zaken", "Informatie- en communicatietechnologie",
        "Blijf bij de afgesproken lijn", "Rapport van de AIVD", "Nederland wil waarden verdedigen, niet prijsgeven",
        "Toelichting (mondeling)", "Rondvraag (niets)",
        "Rapport (deel 2)", "Toezegging (Kamer informeren)", "Non-paper (circulated by Poland)",
        "Text (to be circulated)",
        "Proposal – announced in May", "Human rights (to raise)", "Programme – to be announced", "File (on hold)",
        "Conclusions (silence procedure)", "Opening (minuut stilte)", "Rechtsstaat – wederzijds vertrouwen",
        "Denemarken (opt-out)", "Agriculture – out of scope", "Zaak (uitspraak EHRM)", "Rapport (nog niet verschenen)",
        "Richtlijn – nog niet in werking", "Besluit (nog niet)", "Decision (not yet)", "Interventie (niet nodig)",
        "Hungary (not in favour)", "Minister (komt niet)", "Duitsland (doet niet mee)", "Polen (kan niet instemmen)",
        "China (niets nieuws)", "China – nothing to report", "Toetreding (niet voor 2030)", "Levering (niet voor juni)",
        "NL-inzet (niet steunen)", "Landbouw (niet meegenomen)", "Economie (terugval)", "Diner (geen plaatsen)",
        "Zomertijd (klok)", "Uitbreiding (niet zonder hervorming)", "Polen (niet aan de orde)",
        "Besluit (niet voor het najaar)", "Diergezondheid (mond-en-klauwzeer)", "Children – protect online",
        "Wachten op BZ", "Besluit (wachten op minister)", "Pas op: zomertijd", "Chips – Intel", "Advies (niet doen)",
        "Kandidaten (v/m)", "Schengen (niet voor Cyprus)", "Onze inzet: meer geld", "Polen (kan hier niet mee leven)",
        "Bilateraal (op verzoek van Spanje)",
        "You are asked to agree to: the mandate", "Graag jullie input: de agenda",
        "Hernieuwbare bronnen (aandeel stijgt)", "Zes lidstaten zijn kritisch (o.a. AT, CZ en IT)",
        "Brief (verzending vrijdag)", "Ik dank de voorzitter", "De Kamer is geïnformeerd (zie mijn brief van 3 mei)",
        "Oekraïne (president en zijn delegatie)", "De premier (hij is ook voorzitter)", "Gesprek (op ons initiatief)",
        "Polen (net als wij kritisch)", "Ministers (or their representatives)", "Besluit (hier ligt een motie onder)",
        "Raad (let op: tijdstip gewijzigd)", "Debat (omgezet in een schriftelijk overleg)",
        "Advies (mijn ambtgenoot van Justitie)", "Advies (gestuurd aan uw Kamer)", "Advies (ons kenmerk)",
        "Advies (namens ons land)", "Wet (als de Kamer instemt)", "Wet (ik kom hierop terug)", "Wet (wij steunen dit)",
        "Regels (gebruik van AI)", "Regels (dual use)", "Lunch (svp aanmelden)",
        "Contact (nadere inlichtingen bij RVO)",
    ],
)  # fmt: skip
def test_words_about_a_subject_are_public(text: str) -> None:
    assert not holds_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        "De prijs is 4 mln (besloten)", "Rome zegde toe in overleg met Polen (besloten)",
        "Gesprek met vertrouwelijke bron (besloten)", "Bijeenkomst met ngo's (besloten). Niet openbaar",
    ],
)  # fmt: skip
def test_only_a_closed_meeting_is_public(text: str) -> None:
    assert holds_mark(text)
