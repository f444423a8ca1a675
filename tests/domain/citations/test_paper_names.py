import pytest

from briefcli.domain.citations.finder import read_reference, references_in
from briefcli.domain.citations.paper_names import paper_name


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("kst-28676-427", "28 676, nr. 427"),
        ("kst-21501-28-283", "21 501-28, nr. 283"),
        ("kst-36200-X-5", "36 200 X, nr. 5"),
        ("kst-35570-C", "35 570, C"),
        ("36200-X", "36 200 X"),
        ("kst-20082009-31145-C", "Kamerstukken I 2008/09, 31 145, C"),
        ("kst-19992000-26824-146b", "Kamerstukken I 1999/00, 26 824, nr. 146b"),
    ],
)
def test_the_name_of_a_paper_is_read_as_that_paper(document: str, name: str) -> None:
    assert paper_name(document) == name
    assert [each.canonical for each in read_reference(name)] == [document]


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("stb-2023-12", "Stb. 2023, 12"),
        ("stb-1950-K258", "Stb. 1950, K258"),
        ("stcrt-2024-21380", "Stcrt. 2024, 21380"),
        ("trb-2009-217", "Trb. 2009, 217"),
        ("ah-tk-20232024-2129", "Aanhangsel II 2023/24, nr. 2129"),
        ("ah-ek-19992000-18", "Aanhangsel I 1999/00, nr. 18"),
        ("h-tk-20222023-71-4", "Handelingen II 2022/23, nr. 71, item 4"),
        ("h-ek-20102011-8-5", "Handelingen I 2010/11, nr. 8, item 5"),
        ("h-tk-20122013-71", "Handelingen II 2012/13, nr. 71"),
        ("h-tk-20072008-7909-7943", "Handelingen II 2007/08, p. 7909-7943"),
        ("h-ek-20012002-525", "Handelingen I 2001/02, p. 525"),
    ],
)
def test_a_paper_without_a_dossier_is_named_as_in_a_footnote(document: str, name: str) -> None:
    assert paper_name(document) == name
    assert [each.canonical for each in references_in(name)] == [document]


@pytest.mark.parametrize("document", ["h-tk-XXXXXXXX-71-15", "2022Z24775", "TZ202306-101", "COM(2022)546"])
def test_other_documents_keep_their_identifier(document: str) -> None:
    assert paper_name(document) == document
