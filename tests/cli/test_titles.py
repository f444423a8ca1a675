"""The series, body, kind and date that are guessed from the title of a new meeting."""

from datetime import date

import pytest

from briefcli.cli.titles import date_in, told_by

EU, NATO, NOBODY = "EU", "NATO", ""


@pytest.mark.parametrize(
    ("title", "series", "body", "kind"),
    [
        ("RBZ Defensie 14 december", "rbz-def", EU, "council"),
        ("Informele raad Buitenlandse Zaken Handel", "rbz-handel", EU, "informal"),
        ("Informele Raad Defensie", "informele-raad-defensie", EU, "informal"),
        ("Informele ministeriële bijeenkomst energie", "informele-ministeriele-bijeenkomst", EU, "informal"),
        ("Informele bijeenkomst NAVO-ministers", "informele-bijeenkomst-navo-ministers", NATO, "informal"),
        ("EU-China top", "eu-china-top", EU, "summit"),
        ("EU – West-Balkantop", "eu-west-balkantop", EU, "summit"),
        ("G7-top Evian", "g7", NOBODY, "summit"),
        ("navo-top ankara", "nato-top", NATO, "summit"),
        ("NAVO-bijeenkomst op woensdag 3 februari 2027", "navo-bijeenkomst", NATO, ""),
        ("Benelux-top voorjaar 2027", "benelux-top", "Benelux", "summit"),
        ("VN-Veiligheidsraad", "vn-veiligheidsraad", "UN", ""),
        ("UDCG Ramstein", "udcg", NOBODY, ""),
        ("Coreper II", "coreper-ii", EU, ""),
        ("Munich Security Conference", "munich-security-conference", NOBODY, "conference"),
        ("Bezoek minister van Defensie van Duitsland", "bezoek-minister-defensie", NOBODY, "visit"),
        # Of the House, whatever the subject
        ("Commissiedebat NAVO DMM", "debat-dmm", NOBODY, "debate"),
        ("Commissiedebat Raad Buitenlandse Zaken Defensie", "debat-rbz-def", NOBODY, "debate"),
        ("Commissiedebat NAVO", "debat-navo", NOBODY, "debate"),
        ("Tweeminutendebat over wapenexport", "debat-wapenexport", NOBODY, "debate"),
        ("Commissiedebat Gevangeniswezen d.d. 3 december 2026", "debat-gevangeniswezen", NOBODY, "debate"),
        ("CD Mestbeleid 9/12", "debat-mestbeleid", NOBODY, "debate"),
        ("WGO Jeugd", "debat-jeugd", NOBODY, "debate"),
        ("CD JBZ-Raad", "debat-jbz", NOBODY, "debate"),
        ("CD Eurogroep/Ecofinraad", "debat-eurogroep", NOBODY, "debate"),
        ("TMD Informele JBZ-Raad 21 januari", "debat-jbz", NOBODY, "debate"),
        ("SO Eurogroep/Ecofin", "so-eurogroep-ecofin", NOBODY, ""),
        ("Technische briefing RBZ", "technische-briefing-rbz", NOBODY, ""),
        ("RBZ Handel (commissiedebat 12 maart)", "rbz-handel", EU, "council"),
        ("Conference on Disarmament (CD)", "cd", NOBODY, "conference"),
        ("Debat", "debat", NOBODY, "debate"),
        ("Wetgevingsoverleg Personeel", "debat-personeel", NOBODY, "debate"),
        ("Schriftelijk overleg RBZ", "schriftelijk-overleg-rbz", NOBODY, ""),
        ("Rondetafelgesprek EU-uitbreiding", "rondetafelgesprek-eu-uitbreiding", NOBODY, ""),
        # No council of the EU, no summit
        ("Ministerraad 11 december", "ministerraad", NOBODY, ""),
        ("Noord-Atlantische Raad", "noord-atlantische-raad", NOBODY, ""),
        ("Exportstop", "exportstop", NOBODY, ""),
        ("Prinsjesdag 2031", "prinsjesdag", NOBODY, ""),
    ],
)
def test_a_title_tells_the_series_body_and_kind(title: str, series: str, body: str, kind: str) -> None:
    told = told_by(title)
    assert (told["series"], told["body"], told["kind"]) == (series, body, kind)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("JBZ-Raad maart 2031", "maart 2031"),
        ("Landbouw- en Visserijraad 17 en 18 maart 2031", "17 en 18 maart 2031"),
        ("WHA84 (19-27 mei 2031)", "19-27 mei 2031"),
        ("Agriculture and Fisheries Council, 23-24 June 2031", "23-24 June 2031"),
        ("Raad Algemene Zaken van 12 maart 2031", "12 maart 2031"),
        ("Milieuraad, 17/3/2031", "17/3/2031"),
        ("MR vrijdag 14 maart", "vrijdag 14 maart"),
        ("Gesprek met Eurocommissaris op 07-12-2031 om 11:30", "07-12-2031 om 11:30"),
        ("Bestuurlijk overleg stikstof Q2 2031", "Q2 2031"),
        ("Wetgevingsoverleg jeugd 17 november 2031", "17 november 2031"),
        ("CD Evaluatie Wvggz 12 maart", "12 maart"),
        ("Voorbereiding 12 maart", "12 maart"),
        ("Bezoek Kyiv 24 - 25 februari", "24 - 25 februari"),
        ("Bilateraal 11/3", "11/3"),
        ("Raad voor Concurrentievermogen (Onderzoek) 22 mei 2031", "22 mei 2031"),
        ("16 december: Energieraad", "16 december"),
        ("NATO DMM 12-13 February 2031", "12-13 February 2031"),
        ("OJCS-Raad [24 november 2031]", "24 november 2031"),
        ("Plenair debat Klimaat 12 maart", "12 maart"),
        ("Rondetafelgesprek Wet open overheid 11 februari", "11 februari"),
        # The title doubts it
        ("RBZ 16 maart 2031 (tbc)", "16 maart 2031 (not confirmed)"),
        ("RBZ 16 maart o.v.b.", "16 maart (not confirmed)"),
        ("RBZ (niet 16 maart)", None),
        ("RBZ, voorheen 9 maart", None),
        ("Sessie 2 - 4 maart 2031", None),
        ("Overleg 19, 20 maart", None),
        # It may be the date of something else: the user types it
        ("Commissiedebat Visserij d.d. 4 februari 2031", None),
        ("Commissiedebat van 4 februari 2031 over de Landbouwraad", None),
        ("Wetgevingsoverleg Jaarverslag OCW 22 juni 2031", None),
        ("Begrotingsoverleg (WGO) Defensie 16 november 2031", None),
        ("Terugkomdag trainees 12 maart", None),
        ("Bespreking nota energie 12 maart", None),
        ("Conference on Disarmament (CD) 3 maart", None),
        ("WHA84 mei 2031", None),
        # The meeting is put off or cancelled
        ("GEANNULEERD: Commissiedebat Visserij 4 februari", None),
        ("VERVALT Milieuraad 17 maart", None),
        ("Afgelast: Energieraad 3 maart", None),
        ("Commissiedebat Visserij (gaat niet door) 4 februari", None),
        ("Commissiedebat Visserij 4 februari GEANNULEERD", None),
        ("Uitgesteld: RBZ 16 maart", None),
        ("RBZ verplaatst naar 16 maart", None),
        ("Postponed: FAC 16 March", None),
        ("Overleg 3 maart is verzet", None),
        # It is a limit
        ("Inbreng vóór 3 maart 2031", None),
        ("Consultatie t/m 3 maart", None),
        ("Toezeggingen per 3 maart", None),
        ("Inbreng tot en met 3 maart", None),
        ("Reactie uiterlijk op 3 maart", None),
        ("Overleg over ingangsdatum 1 juli 2031", None),
        ("Gesprek inwerkingtreding wet 1 juli 2031", None),
        # It may be the date of another meeting or of a paper
        ("Commissiedebat JBZ-Raad 5 juni 2031", None),
        ("Commissiedebat over de Landbouwraad van 17 maart 2031", None),
        ("Voorbereiding informele bijeenkomst 17 maart 2031", None),
        ("Debat over het rapport van 12 maart 2029", None),
        ("Kabinetsreactie op rapport maart 2030, commissiedebat 4 april 2031", None),
        ("Voorbespreking JBZ-raad 5 maart", None),
        ("RBZ voorbereiding 12 maart", None),
        ("RBZ (CD 12 maart)", None),
        ("RBZ Handel (commissiedebat 12 maart)", None),
        ("Tweeminutendebat Visserij (CD 12 februari)", None),
        ("Wet van 3 maart 2025", None),
        ("Stukken RBZ 16 maart", None),
        ("Ecofin annotatie 18 feb", None),
        ("Mandaat Ecofinraad 18 februari", None),
        ("Napraten NAVO-top 24 juni", None),
        ("Nazorg na RBZ van 16 maart", None),
        ("Ambtelijk voorportaal Milieuraad 17 maart", None),
        ("Deadline inbreng Europese Raad 12 maart", None),
        ("Beantwoording Kamervragen ingezonden 3 maart", None),
        ("Herdenking slachtoffers van 3 maart", None),
        ("Brief aan de Kamer d.d. 12 februari 2031 over vis", None),
        ("Preparation FAC 16 March", None),
        ("Debrief NATO summit 8 July", None),
        ("Voorbereiding NAVO-top 2031", None),
        ("NAVO-top 2025", None),
        ("NAVO-top Ankara 2031", None),
        ("VN-top 2030-agenda", None),
        # No date, or none that can be read
        ("Begrotingsbehandeling LVVN 2032", None),
        ("Evaluatie Wet 2025", None),
        ("Raad van 31 november 2031", None),
        ("Terugblik Milieuraad 16 december", None),
        ("Verslag Landbouwraad van 23 november 2026", None),
        ("SO Geneesmiddelen, inbreng uiterlijk 11 december", None),
        ("Begroting VWS in de week van 14 december", None),
        ("CD JBZ-Raad 5 juni 2031", None),
        ("Schriftelijk overleg RBZ 12 maart 2031", None),
        ("SO RBZ 12 maart 2031", None),
        ("Stand van zaken sinds 12 maart 2031", None),
        ("Milieuraad", None),
    ],
)
def test_a_title_tells_the_date_of_its_own_meeting(title: str, words: str | None) -> None:
    assert date_in(title, date(2030, 11, 28)) == words
