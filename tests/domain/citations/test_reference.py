"""Addresses, order and parts that follow from an identifier."""

from hypothesis import given
from hypothesis import strategies as st
from tests.examples import any_text

from briefcli.domain.citations.reference import dossier_of, kind_of, number_in_dossier, sort_key, url_of


def test_an_identifier_gives_kind_dossier_number_and_url() -> None:
    for canonical, kind, dossier, number, url in [
        ("28676", "dossier", "28676", None, "https://zoek.officielebekendmakingen.nl/dossier/28676"),
        ("36200-X", "dossier", "36200-X", None, "https://zoek.officielebekendmakingen.nl/dossier/36200-X"),
        ("kst-28676-427", "kamerstuk", "28676", "427", "https://zoek.officielebekendmakingen.nl/kst-28676-427.html"),
        (
            "kst-21501-28-283",
            "kamerstuk",
            "21501-28",
            "283",
            "https://zoek.officielebekendmakingen.nl/kst-21501-28-283.html",
        ),
        (
            "kst-20082009-31145-C",
            "kamerstuk",
            "31145",
            "C",
            "https://zoek.officielebekendmakingen.nl/kst-20082009-31145-C.html",
        ),
        (
            "kst-28676-427-n1",
            "kamerstuk",
            "28676",
            "427-n1",
            "https://zoek.officielebekendmakingen.nl/kst-28676-427-n1.html",
        ),
        ("kst-CVIII-S", "kamerstuk", "CVIII", "S", "https://zoek.officielebekendmakingen.nl/kst-CVIII-S.html"),
        (
            "h-tk-20102011-108-5",
            "handelingen",
            None,
            "108-5",
            "https://zoek.officielebekendmakingen.nl/h-tk-20102011-108-5.html",
        ),
        ("kst-1268678", "kamerstuk", None, None, "https://zoek.officielebekendmakingen.nl/kst-1268678.html"),
        ("ah-1271549", "aanhangsel", None, "1271549", "https://zoek.officielebekendmakingen.nl/ah-1271549.html"),
        ("h-tk-20102011-108", "handelingen", None, "108", None),
        (
            "ah-tk-20232024-2129",
            "aanhangsel",
            None,
            "2129",
            "https://zoek.officielebekendmakingen.nl/ah-tk-20232024-2129.html",
        ),
        ("stb-2023-12", "stb", None, "12", "https://zoek.officielebekendmakingen.nl/stb-2023-12.html"),
        ("blg-903667", "bijlage", None, "903667", "https://zoek.officielebekendmakingen.nl/blg-903667.html"),
        ("2022Z24775", "tk-zaak", None, None, "https://www.tweedekamer.nl/kamerstukken/detail?id=2022Z24775"),
        ("2008A02139", "tk-activiteit", None, None, None),
        ("TZ202501-123", "toezegging", None, None, None),
        ("T02867", "toezegging", None, None, None),
        ("COM(2022)546", "eu", None, None, "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=COM:2022:546:FIN"),
        (
            "ST 6786/1/22 REV 1",
            "eu",
            None,
            None,
            "https://data.consilium.europa.eu/doc/document/ST-6786-2022-REV-1/nl/pdf",
        ),
        ("ST 9000/23", "eu", None, None, "https://data.consilium.europa.eu/doc/document/ST-9000-2023-INIT/nl/pdf"),
        ("C(2022)1234", "eu", None, None, "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=PI_COM:C(2022)1234"),
        ("OJ:L:2012:72", "pb", None, None, "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=OJ:L:2012:072:TOC"),
        ("OJ:L:2019:79I", "pb", None, None, "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=OJ:L:2019:079I:TOC"),
        ("OJ:L_202401689", "pb", None, None, "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=OJ:L_202401689"),
        ("OJ:L:XXXX:180", "pb", None, None, None),
        ("32012R0260", "celex", None, None, "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32012R0260"),
        ("no identifier", None, None, None, None),
    ]:
        assert kind_of(canonical) == kind
        assert dossier_of(canonical) == dossier
        assert number_in_dossier(canonical) == number
        assert url_of(canonical) == url


def test_papers_sort_in_numeric_order() -> None:
    ordered = [
        "9595",
        "28676",
        "kst-28676-2",
        "kst-28676-10",
        "kst-28676-B",
        "kst-28676-AA",
        "kst-36200-IX-1",
        "kst-36200-X-2",
        "kst-36200-X-10",
        "kst-36200-A-1",
        "ah-tk-20232024-9",
        "ah-tk-20232024-10",
        "stb-2023-12",
        "32012R0260",
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


@given(st.lists(any_text(max_size=20), max_size=5))
def test_any_texts_can_be_sorted(texts: list[str]) -> None:
    keys = [sort_key(each) for each in sorted(texts, key=sort_key)]
    assert keys == sorted(keys)
