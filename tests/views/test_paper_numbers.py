import pytest

from briefcli.domain.citations.reader import read_reference
from briefcli.views.paper_numbers import paper_name


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("kst-28676-427", "28 676, nr. 427"),
        ("kst-21501-28-283", "21 501-28, nr. 283"),
        ("kst-36200-X-5", "36 200 X, nr. 5"),
        ("kst-35570-C", "35 570, C"),
        ("36200-X", "36 200 X"),
    ],
)
def test_a_paper_has_one_name_which_reads_back(document: str, name: str) -> None:
    assert paper_name(document) == name
    assert [each.canonical for each in read_reference(name)] == [document]


@pytest.mark.parametrize("document", ["ah-tk-20232024-2129", "2022Z24775", "TZ202306-101", "COM(2022)546"])
def test_what_has_no_dossier_keeps_its_identifier(document: str) -> None:
    assert paper_name(document) == document


def test_a_paper_of_before_2010_says_its_session() -> None:
    assert paper_name("kst-20082009-31145-C") == "31 145, C (2008–2009)"
