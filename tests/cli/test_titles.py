"""The series, body and kind that are guessed from the title of a new meeting."""

import pytest

from briefcli.cli.titles import told_by

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
        ("Debat", "debat", NOBODY, "debate"),
        ("Wetgevingsoverleg Personeel", "wetgevingsoverleg-personeel", NOBODY, "debate"),
        ("Schriftelijk overleg RBZ", "schriftelijk-overleg-rbz", NOBODY, ""),
        ("Rondetafelgesprek EU-uitbreiding", "rondetafelgesprek-eu-uitbreiding", NOBODY, ""),
        # No council of the EU, no summit
        ("Ministerraad 11 december", "ministerraad", NOBODY, ""),
        ("Noord-Atlantische Raad", "noord-atlantische-raad", NOBODY, ""),
        ("Exportstop", "exportstop", NOBODY, ""),
    ],
)
def test_a_title_tells_the_series_body_and_kind(title: str, series: str, body: str, kind: str) -> None:
    told = told_by(title)
    assert (told["series"], told["body"], told["kind"]) == (series, body, kind)
