"""What the reader of references guarantees for every form of citation and for any text."""

import csv
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.docs.forms import readings
from tests.examples import any_text, examples

from briefcli.domain.citations.finder import all_forms, read_reference, scan_references
from briefcli.domain.citations.forms import kind_of
from briefcli.domain.citations.reference import PaperParts, Reference, paper_of

OWN_CITATIONS = Path(__file__).with_name("citations.tsv")
SHARED_CITATIONS = Path(__file__).parents[4] / "shared" / "facts" / "citations.tsv"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


def split(cell: str) -> list[str]:
    return [each for each in cell.split(";") if each]


def canonicals(references: list[Reference], *, dossiers: bool) -> list[str]:
    return [each.canonical for each in references if (each.kind == "dossier") is dossiers]


def test_every_citation_gives_exactly_its_papers_and_dossiers() -> None:
    for row in rows(OWN_CITATIONS):
        references = scan_references(row["text"])
        assert canonicals(references, dossiers=False) == split(row["papers"]), row["text"]
        assert canonicals(references, dossiers=True) == split(row["dossiers"]), row["text"]


@pytest.mark.skipif(not SHARED_CITATIONS.exists(), reason="the collected citations are not on this machine")
def test_collected_citations_give_their_identifiers() -> None:
    for row in rows(SHARED_CITATIONS):
        text = row["text"].replace("\\n", "\n").replace("<NBSP>", "\u00a0")
        found = set(canonicals(scan_references(text), dossiers=False))
        assert set(split(row["canonical"])) <= found, row["id"]
        if row["kind"] == "NEGATIVE":
            assert not scan_references(text), row["id"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28676", ["28676"]),
        ("36200-X", ["36200-X"]),
        ("21501-28", ["21501-28"]),
        ("CVIII", ["CVIII"]),
        ("28676 427", ["kst-28676-427"]),
        ("28 676, nr. 427", ["kst-28676-427"]),
        ("28676-427; 36045-4", ["kst-28676-427", "kst-36045-4"]),
        ("Kamerstuk 28 676 nrs. 431 en 437", ["kst-28676-431", "kst-28676-437"]),
        ("Kamerstuk 28 676, nr. 4, p. 12 en 13.", ["kst-28676-4"]),
        ("nr. 456 (36800-XVI)", ["kst-36800-XVI-456"]),
        ("Kamerstuk I kst-CVIII-S", ["kst-CVIII-S"]),
        ("Gedelegeerde Verordening (EU) 2024/1", ["32024R0001"]),
        ("Council Decision (CFSP) 2022/338", ["32022D0338"]),
        ("2023", []),
        ("Kamerstuk 28 676, nr. 427 van 9 maart 2023", []),
        ("see 28676", []),
        ("see Richtlijn 98/26/EG", []),
        ("€ 31 475", []),
        ("", []),
    ],
)
def test_a_text_given_as_reference_must_be_all_citation(text: str, expected: list[str]) -> None:
    references = read_reference(text)
    assert [each.canonical for each in references] == expected
    assert all(each.certain for each in references)


def test_a_number_with_a_year_is_likely_a_council_document() -> None:
    read = {text: read_reference(text)[0] for text in ("14565/24", "9000/23", "36045/23", "36045/4")}
    assert [each.canonical for each in read.values()] == ["ST 14565/24", "ST 9000/23", "kst-36045-23", "kst-36045-4"]
    assert [each.certain for each in read.values()] == [False, False, True, True]


def test_a_guess_has_a_reason_and_alternatives() -> None:
    for text, canonical, alternatives, reason in [
        ("Kamerstukken ll 2023/24, 36 410 XVI, nr. 160", "kst-36410-XVI-160", (), "Roman numeral II"),
        ("Kamerstukken 11, 1997/1998, 25 672 nr.3", "kst-25672-3", (), "Roman numeral II"),
        ("Kamerstukken II 2023–34, 23 235, nr. 240", "kst-23235-240", (), "two years in a row"),
        (
            "Kamerstukken I 2008–19, 31 145, C",
            "kst-20082009-31145-C",
            ("kst-20182019-31145-C",),
            "two years in a row",
        ),
        ("Kamerstuk 36 410 XVl, nr. 4", "kst-36410-XVI-4", (), "Roman numeral XVI"),
        ("Kamerstukken I 31 145, AA", "kst-31145-AA", (), "no session is stated"),
        ("29754-145", "kst-29754-145", (), "No word"),
        ("Kamerstuk 36200-A", "kst-36200-A", ("36200-A",), "fund"),
        ("(31 475)", "31475", (), "brackets"),
        ("Handelingen II, 1995-1996, 24 692, nr. 3", "kst-24692-3", (), "called Handelingen"),
        ("Handelingen II 2007/08, nr. 49, p. 3623", "h-tk-20072008-3623", (), "first and last page"),
        ("Handelingen II 1997/98, 25 764, nr. 31, p. 5120-5131", "h-tk-19971998-5120-5131", ("kst-25764-31",), "item"),
        ("Handelingen II 2012/13, nr. 71", "h-tk-20122013-71", (), "item"),
        ("Kamerstukken II 2023/24, nr. 1848", "ah-tk-20232024-1848", (), "No dossier"),
        ("Stcrt. 2005, 115", "stcrt-2005-115", (), "Before July 2009"),
        ("Richtlijn 98/26", "31998L0026", (), "European Union"),
        ("Kamerstuk 28 676, nrs. 1–99999", "kst-28676-1", (), "only its start"),
        ("het bedrag 12 345, nr. 3", "kst-12345-3", (), "No word"),
        ("de brief van 5 juni 2023, 28676-427, over", "kst-28676-427", (), "No word"),
        ("Kamerstuk 28 676 nr. 29 521.", "28676", (), "number beside"),
        ("in 28 676, nr. 427 staat", "kst-28676-427", (), "No word"),
        ("Kamerstuk 22 112, nr. 3 412", "kst-22112-3412", ("kst-22112-3",), "digits after"),
        ("(22\u00a0112, nr.\u00a03\u00a0412)", "kst-22112-3412", ("kst-22112-3",), "digits after"),
        ("Kamerstuk 22 112, nr. 3.412 van 5 mei", "kst-22112-3412", ("kst-22112-3",), "digits after"),
        ("Kamerstuk 22 112, nr. 3\u2009412", "kst-22112-3412", ("kst-22112-3",), "digits after"),
        ("Kamerstuk 21 501-02, nr. 2 732", "kst-21501-02-2732", ("kst-21501-02-2",), "digits after"),
        ("Kamerstuk 22 112, nr. 4 12", "kst-22112-4", ("kst-22112-412",), "digits after"),
        ("Stcrt. 2023, 3 3110", "stcrt-2023-3", ("stcrt-2023-33110",), "digits after"),
        (
            "Aanhangsel Handelingen II 2019/20, nr. 1 204",
            "ah-tk-20192020-1204",
            ("ah-tk-20192020-1",),
            "digits after",
        ),
        ("Stcrt. 2022, 34 567", "stcrt-2022-34567", ("stcrt-2022-34",), "digits after"),
        ("Stcrt. 2022, 34.567", "stcrt-2022-34567", ("stcrt-2022-34",), "digits after"),
        ("Stcrt. 2022, nr. 1\u00a0204", "stcrt-2022-1204", ("stcrt-2022-1",), "digits after"),
        ("Stb. 2018, 1 44", "stb-2018-1", ("stb-2018-144",), "digits after"),
        ("COM(2022) 5 46", "COM(2022)5", ("COM(2022)546",), "digits after"),
        ("Kamerstuk 21 501, nr. 254", "kst-21501-254", (), "no council"),
        (
            "Kamerstukken I 2023/24, 36 410 K, M",
            "kst-36410-K-M",
            ("kst-36410-K", "kst-36410-M"),
            "a chapter of the budget",
        ),
        ("Kamerstuk 22112-HI", "kst-22112-HI", (), "no session is stated"),
        ("Kamerstuk 28 676, nr. 42l", "kst-28676-42l", ("kst-28676-421",), "letter in the number"),
        ("(28 676, nr. 42l)", "kst-28676-42l", ("kst-28676-421",), "letter in the number"),
        ("Kamerstuk 36 200 nr. 31 (X)", "kst-36200-X-31", ("kst-36200-31",), "may be its chapter"),
        ("het NAVO-dossier 28 676", "28676", (), "No word"),
        ("Kamerstuk 36 8OO X, nr. 12", "kst-36800-X-12", (), "mistake of a scan"),
        ("Kamerstuk 3 6 800, nr. 12", "kst-36800-12", (), "mistake of a scan"),
        ("Kamerstuk 368 00 X, nr. 12", "kst-36800-X-12", (), "mistake of a scan"),
        ("COM(2023) 23712", "COM(2023)23712", ("COM(2023)2371", "COM(2023)237"), "footnote"),
        ("Stb. 2024, 18712", "stb-2024-18712", ("stb-2024-1871", "stb-2024-187"), "footnote"),
        ("Kamerstuk 28 676, nr. 4562", "kst-28676-4562", ("kst-28676-456", "kst-28676-45"), "footnote"),
        ("Kamerstuk 36 800 10, nr. 12", "kst-36800-X-12", ("kst-36800-10",), "Roman numeral X"),
        ("Kamerstuk 36 800 hoofdstuk 10, nr. 12", "kst-36800-X-12", ("kst-36800-10",), "Roman numeral X"),
        ("Kamerstuk 36 800 hoofdstuk 17, nr. 12", "kst-36800-XVII-12", ("kst-36800-17",), "Roman numeral XVII"),
        ("Kamerstuk 28 676 (NAVO), nr. 443", "28676", ("kst-28676-443",), "beside the dossier"),
        ("dossier 28 676 over de NAVO, nr. 443", "28676", ("kst-28676-443",), "beside the dossier"),
        (
            "Kamerstuk 28 676, motie-De Vries c.s. van 3 mei 2023, nr. 443",
            "28676",
            ("kst-28676-443",),
            "beside the dossier",
        ),
        ("Kamerstuk 36 800 X, m. 12", "36800-X", ("kst-36800-X-12",), "beside the dossier"),
        ("(36 200, nr. 31 (hoofdstuk XVI))", "kst-36200-XVI-31", ("kst-36200-31",), "may be its chapter"),
    ]:
        (reference,) = scan_references(text)
        assert (reference.canonical, reference.alternatives) == (canonical, alternatives)
        assert not reference.certain, text
        assert reason in (reference.reason or ""), text


@pytest.mark.parametrize(
    "text",
    [
        "28 676, nr. 427", "- 28 676, nr. 427", "tekst\n28 676, nr. 427", "(28 676, nr. 427)", "Zie 28 676, nr. 427.",
        "de motie De Vries (28 676, nr. 427)", "Kamerbrief 28676-427", "Kamerbrief (28 676-427)", "36 200 X, nr. 5",
        "in 36 200 X, nr. 5", "bij 21 501-20, nr. 1944",
    ],
)  # fmt: skip
def test_dossier_and_number_alone_are_certain_by_place_or_form(text: str) -> None:
    assert [each.certain for each in scan_references(text)] == [True]


def test_numbers_with_a_thousands_separator_stay_whole_in_a_list() -> None:
    references = scan_references("Kamerstuk 22 112, nrs. 1 834 en 1 835 van 5 mei")
    assert [each.canonical for each in references] == ["kst-22112-1834", "kst-22112-1835"]
    assert not any(each.certain for each in references)


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstuk 28 676, nr. 3 van 412", "Kamerstuk 28 676, nr. 427 28 676", "Kamerstuk 28 676, nr. 4 28 676, nr",
        "Kamerstuk 28 676, nr. 3\n412 De minister", "Kamerstuk 28 676, nr. 3 12 juni 2023", "Stb. 2018, 144 12",
        "Kamerstuk 28 676, nr. 3 15.00 uur", "Kamerstuk 28 676, nr. 12 2024",
        "Stcrt. 2022, 345 12 juni", "COM(2022) 546 final 12",
    ],
)  # fmt: skip
def test_unrelated_figures_after_a_number_leave_it_certain(text: str) -> None:
    assert [(each.certain, each.alternatives) for each in scan_references(text)] == [(True, ())]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Kamerstuk 28 676\n\n3. Toelichting", "28676"),
        ("Kamerstuk 28 676\n2 Zie ook", "28676"),
        ("Kamerstukken II 2023/24, 28 676\n12\n", "28676"),
        ("Kamerstukken I 2023/24, 36 410\n\nA. Toelichting", "36410"),
        ("Kamerstuk 36 410 X\n\nI. Inleiding", "36410-X"),
        ("Kamerstuk 28 676, nr. 45\n- 60 landen", "kst-28676-45"),
        ("Kamerstukken I 2023/24, 36 410, A\n- EU en NAVO", "kst-36410-A"),
        ("dossier 28 676\nE-001234/2024", "28676"),
        ("Kamerstuk 28 676\nC-130", "28676"),
        ("Kamerstuk 28 676\n\nX. Defensie", "28676"),
        ("Kamerstuk 28 676\n\nNr. 3 van de lijst", "28676"),
        ("Kamerstuk 28 676, nr. 45\n\nNr. 3 van de lijst", "kst-28676-45"),
    ],
)
def test_the_start_of_the_next_line_is_no_paper_number(text: str, canonical: str) -> None:
    assert scan_references(text)[0].canonical == canonical
    assert not [each for each in scan_references(text)[1:] if each.kind == "kamerstuk"]


@pytest.mark.parametrize(
    ("text", "alternatives"),
    [
        ("Kamerstuk 28 676, 12 landen", ("kst-28676-12",)),
        ("motie nr. 450 op Kamerstuk 22 054", ("kst-22054-450",)),
        ("nr. 450 (dossier 22 054)", ("kst-22054-450",)),
        ("Kamerstuk 28 676 [nr. 45]", ("kst-28676-45",)),
        ("Kamerstuk 28 676, verslag (nr. 45)", ("kst-28676-45",)),
        ("Kamerstukken 28676-60/62-1", ()),
        ("Kamerstukken I 2022/23, 36 067, k", ()),
        ("Kamerstuk 28 676 000", ()),
    ],
)
def test_a_dossier_next_to_a_number_is_uncertain(text: str, alternatives: tuple[str, ...]) -> None:
    (found,) = scan_references(text)
    assert (found.kind, found.certain, found.alternatives) == ("dossier", False, alternatives)


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("Kamerstuk 28 676, nrs. 45 en 3. Vervolg", [True, False]),
        ("Kamerstukken I 2023/24, 36 410, C en B. Toelichting", [True, False]),
        ("Kamerstuk 28 676 en 12 345 militairen", [True, False]),
        ("Kamerstukken 28 676 en 29 521 gaan over de NAVO", [True, True]),
    ],
)
def test_a_further_number_is_uncertain_if_it_may_be_another_figure(text: str, certain: list[bool]) -> None:
    assert [each.certain for each in scan_references(text)] == certain


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Kamerstuk 30 125, nr. 18?", "kst-30125-18?"),
        ("Kamerstuk 30 125, nr. 18 (?)", "kst-30125-18?"),
        ("Stb. 2031, 12?", "stb-2031-12?"),
        ("Kent u Kamerstuk 30 125, nr. 18?", "kst-30125-18"),
        ("Is de minister bekend met Kamerstuk 30 125, nr. 18?", "kst-30125-18"),
        ("Is dit Kamerstuk 30 125, nr. 18?", "kst-30125-18?"),
        ("Wat is de stand van Kamerstuk 30 125, nr. 18?", "kst-30125-18"),
        ("Kent u de brief (Kamerstuk 30 125, nr. 18 (?))?", "kst-30125-18?"),
        ("Kamerstuk 30 125 (?), nr. 18", "30125?"),
        ("Kamerstuk 30 125, nr. ???", "30125?"),
        ("Kamerstuk 30 125, nr. …", "30125?"),
        ("Kamerstuk 36 012, nr. PM", "kst-36012-PM?"),
        ("Kamerstuk 36 012, nr. NTB", "36012?"),
        ("Kamerstuk 30 125, nr. 18H", "kst-30125-18?"),
        ("Kamerstuk 30 125, nr. 18-H1", "kst-30125-18-h1"),
        ("Kamerstuk 30 125, nr. 18Kamerstukken II", "kst-30125-18"),
        ("Kamerstuk 30 125, nr. 18 of 19", "kst-30125-18? kst-30125-19?"),
        ("Kamerstuk 30 125, nr. 18 nummer 12 van de lijst", "kst-30125-18 kst-30125-12?"),
        ("(30 125), nr. 3 van de lijst", "kst-30125-3?"),
        ("(30 125), nr. 3 van de agenda", "kst-30125-3?"),
        ("Kamerstuk 30 125, nr. 3 staat op de agenda", "kst-30125-3"),
        ("Kamerstukken 30125 (18 en 20)", "30125?"),
        ("KST 30125B", "30125?"),
        ("dossier 30125 stuknummer 18", "kst-30125-18"),
        ("Kamerstuk 30 125-V nr. 18 en -X nr. 20", "kst-30125-V-18 kst-30125-X-20"),
        ("Kamerstuk 30125, nrs 18/20/22", "kst-30125-18 kst-30125-20 kst-30125-22"),
        ("Kamerstuk 30125, nrs. 18/2023", "kst-30125-18?"),
        ("Kamerstuk 30 125, nr. 18, 20, 22", "kst-30125-18 kst-30125-20 kst-30125-22"),
        ("Kamerstuk 30 125, nr. 18, 20, 22 landen", "kst-30125-18 kst-30125-20 kst-30125-22?"),
        ("Kamerstuk 30 125, nr. 18, 12 mei 2023", "kst-30125-18"),
        ("Kamerstuk 30125 (2023)", "30125"),
        ("het wetsvoorstel (30125), nr. 3", "kst-30125-3"),
        ("de begroting (36 410 X) nr. 12", "kst-36410-X-12"),
        ("Rijkswet 30 125 (R1812)", "30125"),
        ("1. 30 125, nr. 18", "kst-30125-18"),
        ("Kamerstuk CXLVII-B", "kst-CXLVII-B"),
        ("9316/31\n(OR. en)", "ST 9316/31?"),
        ("CEDAW/C/NLD/CO/7", "CEDAW/C/NLD/CO/7"),
        ("het CAT/C-team", ""),
        ("STAATSCOURANT 2031 nr. 12345", "stcrt-2031-12345"),
        ("Staatsblad Jaargang 2031, nr. 12", "stb-2031-12"),
        ("Handelingen I 2022/23, nr. 12 - item 3", "h-ek-20222023-12-3"),
        ("Kamerstukken II 2022/23, 30 125, nr. 18; idem, nr. 20", "kst-30125-18 kst-30125-20"),
        ("(30125-V, nr. 18) en de motie-Otter (idem, nr. 20)", "kst-30125-V-18 kst-30125-V-20"),
        ("(30125, nr. 18). Het lid Otter (idem, p. 20)", "kst-30125-18"),
        ("VNVR-resolutie 1325, zie S/RES/1325 (2000)", "S/RES/1325(2000) S/RES/1325(2000)"),
        ("S/RES/1325 en S/RES/2231 (2015)", "S/RES/1325(2000) S/RES/2231(2015)"),
        ("UN Security Council resolution 2231 (2015); S/RES/2231", "S/RES/2231(2015) S/RES/2231(2015)"),
        ("Resolution 2231 (2018) of the Parliamentary Assembly; S/RES/2231", "S/RES/2231(2015)"),
        ("S/RES/1325 (2000), S/RES/1325 (2001), UNSCR 1325", "S/RES/1325(2000) S/RES/1325(2001)? S/RES/1325(2000)"),
        ("HAN TK 2022/23, nr. 27-11", "h-tk-20222023-27-11"),
        ("de HAN 2022/23, 45 otters", ""),
        ("art 5.1.2e en art. 5.2 Woo", "jci1.3:c:BWBR0045754&artikel=5.1 jci1.3:c:BWBR0045754&artikel=5.2"),
        ("maart 5 Woo", ""),
        ("TK II 2022/23, 30125, 18", "kst-30125-18"),
        ("21 501 – 02, nr. 18", "kst-21501-02-18"),
        ("Wijziging van de Otterwet (30125)", "30125?"),
        ("vergaderjaar 2022–2023, 47143/06", ""),
        ("zaaknummer 30125-18", ""),
        ("polisnummer 30125, nr. 3", ""),
        ("IND-dossier 30125", ""),
        ("dossiernummer 30125-18 (UWV)", "kst-30125-18?"),
        ("zaaknummer 22/12345", "22/12345?"),
        ("documentnummer 30125-18", "kst-30125-18?"),
        ("33 826 Rechten van otters\n\nC1 BRIEF VAN DE MINISTER", "kst-33826-C"),
        ("Kamerstuk 30&nbsp;125, nr.&#160;18", "kst-30125-18"),
        ("Kamerstukken II 2022&ndash;2023, 30 125, nr. 18", "kst-30125-18"),
        ("legal-content/NL/TXT/?uri=COM%3A2022%3A546%3AFIN", "COM(2022)546"),
        ("legal-content/NL/TXT/?uri=OJ%3AL_202401689", "OJ:L_202401689"),
        ("zoek.officielebekendmakingen.nl/kst-30125-18?idp=1", "kst-30125-18"),
        ("www.raadvanstate.nl/adviezen/@134567/w02-31-00123-ii/", "W02.31.00123/II"),
        ("www.eerstekamer.nl/toezegging/evaluatie_wet_t03456", "T03456"),
        ("zaaknr. C-12/31", "C-12/31"),
        ("zaak C-12/49", "C-12/49"),
        ("zaak C-12/50", "C-12/50?"),
        ("zaak C-12/88", "C-12/88?"),
        ("zaak C-12/89", "C-12/89"),
        ("zaak F-12/04", "F-12/04?"),
        ("zaak F-12/16", "F-12/16"),
        ("zaak F-12/17", "F-12/17?"),
        ("de zaak 30125/10 bij het EHRM", "EHRM 30125/10"),
        ("Pb. EU L 119 van 4 mei 2016", "OJ:L:2016:119"),
        ("Tweede Kamer der Staten-Generaal | 2022-2023 | nr. 27, item 11 |", "h-tk-20222023-27-11"),
    ],
)
def test_unclear_citations_are_uncertain_and_unusual_ones_are_not(text: str, read: str) -> None:
    found = scan_references(text)
    assert " ".join(each.canonical + "?" * (not each.certain) for each in found) == read
    assert all(text[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Kamerstuk 30 125, nr. 18 t/m 30 125, nr. 20", "kst-30125-18 kst-30125-19 kst-30125-20"),
        ("Kamerstukken 30125-18 t/m 30125-20 en 22", "kst-30125-18 kst-30125-19 kst-30125-20 kst-30125-22"),
        ("Kamerstuk 30 125, nr. 18 t/m 30 126, nr. 20", "kst-30125-18? kst-30126-20?"),
        ("Kamerstuk 35 000 VII, nr. A t/m 35 000 VII, nr. C", "kst-35000-VII-A kst-35000-VII-B kst-35000-VII-C"),
        ("Kamerstuk 36 200-V t/m 36 200-X", "36200-V? 36200-X?"),
        ("de Raad (zie 21501-34, 318) over 14 voorstellen", "kst-21501-34-318?"),
        ("30 125, 21501-34-318", "30125? kst-21501-34-318?"),
        ("Kamerstukken 30125/30126-18", "kst-30125-18"),
        ("op 3 mei 2023, 21501-34-318", "kst-21501-34-318"),
        ("Kamerstuk 30 125, nr. 18, p. 4, 2023Z00123", "kst-30125-18 2023Z00123"),
        ("Kamerstuk 30 125, nr. 18, p. 4 tot en met 6 en nr. 20", "kst-30125-18 kst-30125-20"),
        ("moties 18 tot en met 20 (30 125)", "kst-30125-18 kst-30125-19 kst-30125-20"),
        ("moties 18 voor en 20 tegen (30 125)", "30125?"),
        ("ST 9000/23 ADD 1 tot en met 3", "ST 9000/23 ADD 1 ST 9000/23 ADD 2 ST 9000/23 ADD 3"),
        ("Kamerstuk 30 125, nr. 18, p. 4 en 21501-34-318", "kst-30125-18 kst-21501-34-318"),
        ("Kamerstuk 30 125, nr .18", "kst-30125-18"),
        ("Kamerstuk 30 125, nr. 18 nr. 070-1234567", "kst-30125-18"),
        ("Kamerstukken 30 125, nrs. 18 en 20, 12 mei 2023", "kst-30125-18 kst-30125-20"),
        ("Kamerstukken 30 125, nrs. 18 en 20\tTZ202301-001", "kst-30125-18 kst-30125-20 TZ202301-001"),
        ("dossier 30125\t12\t15", "kst-30125-12?"),
        ("wetsvoorstel 30 125 3. zaak C-123/22", "kst-30125-3? C-123/22"),
        ("dossiernummer 30125-18 van het CJIB", "kst-30125-18?"),
        ("Kamerstukken I 2022/23, 36 012, C en V. Jansen", "kst-36012-C kst-36012-V?"),
        ("Kamerstukken I 2022/23, 36 012, C en V Financiën", "kst-36012-C kst-36012-V?"),
        ("Kamerstukken I 2022/23, 36 012, C en II", "kst-36012-C kst-36012-II?"),
        ("Kamerstukken I 2022/23, 36 012, C en D. De minister", "kst-36012-C kst-36012-D"),
        ("Kamerstukken I 2022/23, 36 012, Z en AB", "kst-36012-Z kst-36012-AB"),
        ("dossier 36012, V. Jansen", "kst-36012-V?"),
        ("Kamerstuk 36 012, C (memorie van antwoord)", "kst-36012-C"),
        ("Kamerstukken I 1999/00, 26 800, nr. 22 en 22a", "kst-19992000-26800-22 kst-19992000-26800-22a"),
        (
            "Kamerstukken II 1999/00, 26 824, nrs. 1–3, 24 van de 27",
            "kst-26824-1 kst-26824-2 kst-26824-3 kst-26824-24?",
        ),
        ("Stb. 1950, K 258 en V Jansen", "stb-1950-K258"),
        ("Kamerstukken 30 125, nr. 18 en 36\n200 X, nr. 81", "kst-30125-18 kst-36200-X-81"),
        ("Kamerstukken 30 125, nr. 18 t/m 30\n125, nr. 20", "kst-30125-18 kst-30125-19 kst-30125-20"),
        ("de begrotingen (36\n410 V, X en XVII)", "36410-V 36410-X 36410-XVII"),
        ("Kamerstuk 36 410\nK, nr. 3", "kst-36410-K-3"),
        ("Kamerstuk 36 410\nX/12", "kst-36410-X-12"),
        ("Kamerstuk 36 410\nX. nr. 12", "36410?"),
        ("Kamerstuk 36 410 X\n12.", "36410-X?"),
        ("Kamerstuk 36 410 hoofdstuk XVII, nr. 12 en hoofdstuk V, nr. 3", "kst-36410-XVII-12 kst-36410-V-3"),
        ("het fonds (36 410 K) groeit", "kst-36410-K?"),
        ("Kamerstuk 30 125, nr. 4\n50 van 12 mei", "kst-30125-4?"),
        ("Kamerstukken II 2022/23, 30125, 18, p. 3 en 30126, 45", "kst-30125-18 kst-30126-45"),
        ("Kamerstuk 36 410 X, M. 12", "36410-X?"),
        ("Kamerstuk  30  125,  nr.  18  en  36  200  X,  nr.  4", "kst-30125-18 kst-36200-X-4"),
        ("tel. 21501-28 of 21501-28-12", "kst-21501-28-12"),
        ("fax 21501-28-12", ""),
        ("doc. 2023/12", "ST 2023/12?"),
        ("Raadsdocument 9000/42", "ST 9000/42?"),
        ("het SG (2023) 12 en de NAVO", "SG(2023)12"),
        ("de SG (2023) 12 keer", "SG(2023)12?"),
        ("TZ123456-78 en A/12/23", ""),
        ("Kamerstuk 3012, nr. 18", "kst-3012-18?"),
        ("Kamerstukken II 1958/59, 3012, nr. 18", "kst-3012-18"),
        ("dossier 30126 II en 36410 II", "30126-II? 36410-II"),
        ("AH-TK-20222023-1912", "ah-tk-20222023-1912"),
        ("PbEU 2017, L 31, blz. 4, en L 32", "OJ:L:2017:31 OJ:L:2017:32"),
        ("TZ202301–001", "TZ202301-001"),
        ("House\nof Representatives, 30 125, no. 18", "kst-30125-18"),
        ("Aanhangsel Handelingen II 2022/23, nr. 1912 – 12 mei", "ah-tk-20222023-1912"),
        ("Stb. 2024, 12 maart 2024", ""),
        ("Stb. 2024, 12, 13 maart 2024", "stb-2024-12"),
        ("PbEU 2017, L 31 en L 32", "OJ:L:2017:31 OJ:L:2017:32"),
        ("PbEU 2017, L 31, C 40 en L 12345", "OJ:L:2017:31 OJ:C:2017:40"),
        ("OJ L, 2024/1311 en L, 2024/1312", "OJ:L_202401311 OJ:L_202401312"),
        ("PB L 31 en L 32", "OJ:L:XXXX:31? OJ:L:XXXX:32?"),
        ("komt terug op tz202301-001", "TZ202301-001"),
        ("Parliamentary Papers II 2022/23, 30 125, no. 18 of 3 February 2023", "kst-30125-18"),
        ("House of Representatives, session 2022-2023, 30 125, no. 18", "kst-30125-18"),
        ("Senate, parliamentary year 2022-2023, 36 012, C", "kst-36012-C"),
        ("Parliamentary Proceedings II 2022/23, no. 71, item 15", "h-tk-20222023-71-15"),
    ],
)
def test_papers_are_separated_from_neighbouring_text(text: str, read: str) -> None:
    assert " ".join(each.canonical + "?" * (not each.certain) for each in scan_references(text)) == read


FIGURES_BEHIND = (
    ", 12 mei 2023| en 12 en 13 mei|, 14.30 uur| en 3%| en € 12 miljoen| met 12 F-35's|, C-130's|; 5 stuks|"
    " (12 pagina's)|"
    ", p. 14-16|, art. 12|. 3 De minister|\n12|\n\n12\n\n|\n3 Tweede Kamer|, 2024, 2025|"
    ", tel. 070-1234567| nr. 070-1234567|"
    "\n- 12 mei: top\n- 13 mei: raad|, 24 van de 27 lidstaten| – 12 mei| / 12 mei| (76-74)| [12]|²|, V. Jansen|"
    " en V Financiën|, vragen 3 en 4| 2026/27"
)


@pytest.mark.parametrize("behind", FIGURES_BEHIND.split("|"))
def test_figures_and_letters_after_a_paper_do_not_change_it(behind: str) -> None:
    for form in all_forms():
        for text, read in readings(form)[:3]:
            if "\n" in text or "http" in text or "?" in read or kind_of(read.split(";")[0]) == "dossier":
                continue
            found = scan_references(f"Zie {text}{behind} Dat")
            assert [each.canonical for each in found if each.certain] == read.split(";"), (text, found)


@pytest.mark.parametrize(
    ("text", "canonical", "alternative"),
    [
        ("wetsvoorstel 36 327 en 29 521, nr. 489", "kst-36327-489", "kst-29521-489"),
        ("Kamerstukken 28 676 en 29 521, nrs. 456 en 489, respectievelijk", "kst-28676-456", "kst-29521-456"),
        ("Kamerstuk 36 600, A, nr. 12", "kst-36600-A", None),
        ("Kamerstuk 21 501-20/02, nr. 1500", "kst-21501-20-2", None),
        ("Kamerstuk 36 410 E", "kst-36410-E", "36410-E"),
    ],
)
def test_a_number_that_may_belong_to_another_dossier_is_uncertain(
    text: str, canonical: str, alternative: str | None
) -> None:
    found = scan_references(text)
    assert not any(each.certain for each in found)
    assert found[0].canonical == canonical
    assert alternative in (found[0].alternatives or (None,))


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Kamerstukken II 2024/25, 36 600\n    X, nr. 45", "kst-36600-X-45"),
        ("Kamerstuk 28\r\n    676, nr. 45", "kst-28676-45"),
        ("https://zoek.officielebekendmakingen.nl/kst-28676-\n427.html", "kst-28676-427"),
        ("kst\u201228676\u2012427", "kst-28676-427"),
        ("W07.24.00123/\nII", "W07.24.00123/II"),
        ("ST\u00a09000/\n23", "ST 9000/23"),
        ("zaak C\u2010311/18", "C-311/18"),
        ("S/RES/2231\u00a0(2015)", "S/RES/2231(2015)"),
        ("Kamerstuk 28 676,\u202e nr. 427", "kst-28676-427"),
        ("Kamerstuk\u200f 28 676, nr. \u20664\u200e27", "kst-28676-427"),
    ],
)
def test_unusual_dashes_spaces_and_line_breaks_are_read_as_plain_ones(text: str, canonical: str) -> None:
    (found,) = scan_references(text)
    assert (found.canonical, found.certain) == (canonical, True)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstuk 2023, nr. 5", "Kamerstukken 1984, nr. 12", "kamerstuk 2023", "Kamerstukken II 2022/23, 2023, nr. 5",
        "Kamerstuk 2099, nrs. 5 en 6",
    ],
)  # fmt: skip
def test_a_year_is_no_dossier(text: str) -> None:
    assert not scan_references(text)


@pytest.mark.parametrize("paper", ["Kamerstuk 28 676, nr. 427", "Stb. 2018, 144"])
@pytest.mark.parametrize(
    "following",
    [
        "24 F-16's", "24 F16's", "5, 6 en 7 juni 2023", "5 en 6 juni", "5-7 juni", "5 t/m 7 juni",
        "5 tot en met 7 juni", "5-jarige plannen",
    ],
)  # fmt: skip
def test_a_count_or_date_after_a_paper_is_no_second_paper(paper: str, following: str) -> None:
    assert [each.text for each in scan_references(f"{paper} en {following}")] == [paper]


@pytest.mark.parametrize(("paper", "second"), [("Kamerstuk 28 676, nr. 427", "428"), ("Stb. 2018, 144", "145")])
def test_a_second_number_is_certain_unless_a_noun_follows(paper: str, second: str) -> None:
    for following in ("", ".", " van 5 mei", " over het beleid", ", p. 3", " en de brief"):
        assert [each.certain for each in scan_references(f"{paper} en {second}{following}")] == [True, True]
    for following in (" besluiten", " andersluidende besluiten"):
        references = scan_references(f"{paper} en {second}{following}")
        assert [each.certain for each in references] == [True, False]
        assert "may belong" in (references[1].reason or "")


@pytest.mark.parametrize(
    "papers",
    [
        "Kamerstuk 28 676, nrs. 427 en 430", "Aanhangsel Handelingen II 2022/23, nrs. 2129 en 2130",
        "Handelingen II 2022/23, nr. 71, items 4 en 5", "Stb. 2023, 412 en 413", "COM(2022) 546 en 547",
        "VNVR-resoluties 2593 en 2615",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "behind",
    [
        " en 150 Nederlandse militairen", " en 3 van de 5", " en 5G", ", 2 à 3 landen", ", 3, 4 en 5 juni", " of 3",
        " en 3.000 militairen", " en 12 mei 2023", ", 12 mei", " en 2023/24", " en 112", ", 2023",
    ],
)  # fmt: skip
def test_a_list_of_any_form_ends_before_a_count_or_date(papers: str, behind: str) -> None:
    alone = [each.canonical for each in scan_references(papers)]
    found = scan_references(papers + behind)
    assert len(alone) == 2
    assert found[0].canonical == alone[0]
    assert {each.canonical for each in found if each.certain} <= set(alone)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Kamerstuk 28 676, nrs. 4, ", "kst-28676-{}"),
        ("Aanhangsel Handelingen II 2022/23, nrs. 4, ", "ah-tk-20222023-{}"),
        ("Handelingen II 2022/23, nr. 71, items 4, ", "h-tk-20222023-71-{}"), ("Stb. 2023, nrs. 4, ", "stb-2023-{}"),
        ("COM(2022) 4, ", "COM(2022){}"), ("VNVR-resoluties 1244, ", "S/RES/{}(1999)"),
    ],
)  # fmt: skip
def test_every_form_reads_lists_with_ranges(first: str, last: str) -> None:
    five, seven, nine = ("1245", "1247", "1249") if "1244" in first else ("5", "7", "9")
    found = scan_references(f"{first}{five} en {seven} t/m {nine}.")
    assert [each.canonical for each in found[1:]] == [
        last.format(each) for each in (five, *range(int(seven), int(nine) + 1))
    ]
    assert all(each.certain for each in found)
    assert {each.text for each in found[2:]} == {f"{seven} t/m {nine}"}


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstuk 28 676, 2 à 3 landen", "Kamerstuk 28 676, 3 van de 5", "Kamerstuk 36 410 X, A. de Vries",
        "Kamerstuk 36 410 X, B en W", "Kamerstukken I 2023/24, 36 410, C-3", "Kamerstuk 36 410 X-tal",
    ],
)  # fmt: skip
def test_counts_names_and_codes_after_a_dossier_are_no_certain_papers(text: str) -> None:
    assert not [each for each in scan_references(text) if each.certain and each.kind == "kamerstuk"]


def test_a_date_after_several_numbers_is_no_number() -> None:
    references = scan_references("Kamerstuk 28 676, nrs. 427, 428 en 5 en 6 juni 2023")
    assert [each.canonical for each in references] == ["kst-28676-427", "kst-28676-428"]


def test_a_citation_at_the_start_of_a_line_is_no_heading() -> None:
    references = scan_references("31 200 XI, nr. 65 over de begroting\nNr. 2 VERSLAG")
    assert [each.canonical for each in references] == ["kst-31200-XI-65"]


def test_doubt_about_the_year_applies_to_all_listed_papers() -> None:
    for text in ("COM(24) 12, 13 en 14", "COM(24) 12-14"):
        assert [each.certain for each in scan_references(text)] == [False, False, False], text


@pytest.mark.parametrize(
    ("text", "is_certain"),
    [
        ("Richtlijn 2008/98/EG; (EU) 2031/77", False),
        ("Verordening (EU) 2031/76; (EU) 2031/77", False),
        ("Richtlijn 2008/98/EG en (EU) 2031/77", False),
        ("Verordening (EU) 2031/76 en (EU) 2031/77", True),
        ("Richtlijnen (EU) 2031/76 en (EU) 2031/77", True),
        ("Richtlijnen 2008/98/EG; 2008/99/EG", True),
    ],
)
def test_a_second_act_is_uncertain_if_its_kind_may_differ(text: str, is_certain: bool) -> None:
    assert [each.certain for each in scan_references(text)] == [True, is_certain]


def test_a_document_number_with_a_missing_digit_is_not_corrected() -> None:
    (reference,) = scan_references("zie 2023D4511")
    assert (reference.canonical, reference.certain) == ("2023D4511", False)
    assert {"2023D04511", "2023D45117"} <= set(reference.alternatives)


def test_a_paper_in_two_dossiers_has_the_other_as_alternative() -> None:
    (reference,) = scan_references("Kamerstuk 28 676 en 36 045, nr. 427")
    assert (reference.canonical, reference.certain) == ("kst-28676-427", True)
    assert reference.alternatives == ("kst-36045-427",)


@pytest.mark.parametrize("wide", ["nrs. 9–3", "nrs. 1–9999"])
def test_an_implausible_range_gives_only_its_uncertain_ends(wide: str) -> None:
    references = scan_references(f"Kamerstuk 28 676, {wide}")
    assert len(references) == 2
    assert not any(each.certain for each in references)


def test_papers_of_a_range_share_its_text() -> None:
    references = scan_references("Zie Kamerstukken II 1999/00, 26 824, nrs. 1–3 en 7.")
    assert [each.text for each in references] == ["Kamerstukken II 1999/00, 26 824, nrs. 1–3"] * 3 + ["7"]


def test_a_citation_gives_its_session_parts_and_url() -> None:
    (reference,) = scan_references("Kamerstukken I 2004/05, 29 800 VI, nr. 12")
    assert reference.session == "20042005"
    assert paper_of(reference.canonical) == PaperParts("20042005", "29800", "VI", "12")
    assert reference.url == "https://zoek.officielebekendmakingen.nl/kst-20042005-29800-VI-12.html"


CITATIONS = [row["text"] for row in rows(OWN_CITATIONS) if row["papers"]]
FRAGMENTS = [*CITATIONS, "Kamerstuk", "nr. ", "28 676", "(", ")", "-", " en ", ", ", "II", "2022/23", "p. 3", "\n", "x"]
DOSSIERS = st.builds(str, st.integers(10000, 39999))
PAPERS = st.one_of(
    st.builds("kst-{}-{}".format, DOSSIERS, st.integers(1, 4999)),
    st.builds("kst-{}-{}-{}".format, DOSSIERS, st.sampled_from(["X", "VI", "IIB", "A"]), st.integers(1, 4999)),
    st.builds("kst-21501-{:02}-{}".format, st.integers(1, 36), st.integers(1, 4999)),
    st.builds("kst-20082009-{}-{}".format, DOSSIERS, st.sampled_from(["A", "AH", "12", "42e"])),
    st.builds("ah-tk-20232024-{}".format, st.integers(1, 9999)),
    st.builds("h-tk-20132014-{}-{}".format, st.integers(1, 120), st.integers(1, 99)),
    st.builds(
        "{}-{}-{}".format, st.sampled_from(["stb", "stcrt", "trb"]), st.integers(1850, 2030), st.integers(1, 9999)
    ),
    st.builds("20{}{}{:05}".format, st.integers(10, 29), st.sampled_from("ZDA"), st.integers(1, 99999)),
    st.builds(
        "{}({}){}".format, st.sampled_from(["COM", "JOIN", "SWD", "SEC"]), st.integers(1990, 2030), st.integers(1, 9999)
    ),
    st.builds("ST {}/{}".format, st.integers(5000, 16999), st.integers(10, 30)),
    st.builds("3{}R{:04}".format, st.integers(1960, 2030), st.integers(1, 2500)),
    DOSSIERS,
    st.builds("{}-{}".format, DOSSIERS, st.sampled_from(["X", "VI", "XVIII"])),
)


@given(any_text(max_size=300) | st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
@settings(max_examples=examples(15))
def test_references_in_any_text_have_correct_positions(text: str) -> None:
    references = scan_references(text)
    for reference in references:
        assert text[reference.start : reference.end] == reference.text
        assert reference.certain is (reference.reason is None)
    for before, after in pairwise(references):
        assert before.end <= after.start or (before.start, before.end) == (after.start, after.end)
    read_reference(text)


@given(PAPERS)
def test_an_identifier_is_read_as_itself(canonical: str) -> None:
    assert [each.canonical for each in read_reference(canonical)] == [canonical]


@given(st.sampled_from(CITATIONS), st.sampled_from(["Zie ook ", "De brief. ", "(", "1) ", "\n\n"]), st.integers(0, 3))
def test_the_words_around_a_citation_do_not_change_it(citation: str, before: str, times: int) -> None:
    alone = [each.canonical for each in scan_references(citation)]
    around = scan_references(before * times + citation + ". Dat is zo.")
    assert [each.canonical for each in around] == alone


@pytest.mark.parametrize(
    "piece",
    [
        "1234567890", "28676 ", "nr. ", "(", " ", "Kamerstukken ", "Kamerstukken II 2022/23, ", "nr. 4 en ",
        "Handelingen II 2010/11, ", "(31 475 ", "28 676 en ", "kst-", "Stb. ", "28676-", "ST 1234/", "1, ",
        "28 676 X en ", "28676-A ", "Kamerstuk 28 676, ", "28 676, nr. 4 en ", "1234/22 ", "nr. 4 (",
        "Kamerstukken II 2022 – 2023, ", "vergaderjaar 2022-2023, Aanhangsel ", "Kamerstuk 28 676, nr. 4? ", "&nbsp;",
        "(36764), nr. 3 ", "28 676, nr. 4 of 5 of ", "CEDAW/C/A/A", "zaak 1",
        "28 676 Naam\n", "28 676 Naam Nr. 4 ", "CXX Naam\n", "28 676 Naam\nNr. 4 BRIEF ",
    ],
)  # fmt: skip
def test_scanning_time_is_not_quadratic(piece: str) -> None:
    def seconds(length: int) -> float:
        text = "Kamerstuk 28 676, nrs. 1, " + piece * (length // len(piece))
        began = time.process_time()
        scan_references(text)
        return time.process_time() - began

    seconds(250)
    short = min(seconds(500) for _ in range(2))
    assert seconds(4_000) < 20 * short + 0.015  # quadratic time would take 64 times as long


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("(Kamerstuk 28 676, nr. 42\n7), waarin", False),
        ("Kamerstuk 28 676, nr. 42\n2) De minister", True),
        ("Kamerstuk 28 676, nr. 4\n27", False),
        ("Kamerstuk 28 676, nr. 42\n7. De minister", True),
        ("Kamerstuk 28 676, nr. 42\n7 juni", True),
    ],
)
def test_a_number_that_may_continue_on_the_next_line_is_uncertain(text: str, certain: bool) -> None:
    [found] = scan_references(text)
    assert found.certain is certain
    assert bool(found.alternatives) is not certain
