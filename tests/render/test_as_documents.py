"""The block of papers can be pasted into an agenda file as it is."""

from datetime import date

import yaml
from hypothesis import given
from tests.examples import any_text

from briefcli.domain.citations.reference import Reference
from briefcli.domain.cited import CitedPaper, cited_papers, find
from briefcli.reading.reader import read_agenda
from briefcli.render.as_documents import render_documents


def block(text: str) -> str:
    return render_documents(cited_papers(text, find(text, date(2023, 6, 5))))


def test_a_paper_gets_its_date_and_kind_from_the_text() -> None:
    assert block("de motie De Vries (Kamerstuk 36 045, nr. 4 van 28 februari 2022)") == (
        "documents:\n  - ref: kst-36045-4\n    date: 2022-02-28\n    kind: motion\n"
    )


def test_an_uncertain_paper_has_a_comment() -> None:
    assert block("zie Kamerstukken I 2008–19,\n31 145, C") == (
        "documents:\n"
        "  - ref: kst-20082009-31145-C\n"
        "    # check: the text has “Kamerstukken I 2008–19, 31 145, C”\n"
        "    # check: A session spans two years in a row, and this one does not; 2008-2009 is a guess.\n"
        "    # check: it may also be kst-20182019-31145-C\n"
    )


def test_every_kind_of_identifier_can_be_pasted() -> None:
    text = (
        "Kamerstuk 28 676, nr. 427; COM(2022) 546; ST 6786/1/22 REV 1; 2022Z24775; TZ202501-123; 32012R0260; "
        "Stb. 2023, 12; Aanhangsel Handelingen II 2019/20, nr. 89; Handelingen II 2012/13, nr. 71, item 15"
    )
    pasted = f"title: T\nwhen: 2023-06-15\n{block(text)}"
    reading = read_agenda("t.yaml", pasted.encode())
    assert reading.diagnostics == []
    assert reading.agenda is not None
    assert [each.ref for each in reading.agenda.documents] == [
        "kst-28676-427", "COM(2022)546", "ST 6786/1/22 REV 1", "2022Z24775", "TZ202501-123", "32012R0260",
        "stb-2023-12", "ah-tk-20192020-89", "h-tk-20122013-71-15",
    ]  # fmt: skip


def test_without_papers_the_block_is_empty() -> None:
    assert yaml.safe_load(block("niets")) == {"documents": []}


@given(any_text(), any_text())
def test_no_text_breaks_out_of_its_line(canonical: str, written: str) -> None:
    reference = Reference(written, 0, 1, canonical, written, (written,))
    printed = render_documents([CitedPaper(reference, doubts=(written,))])
    (document,) = yaml.safe_load(printed)["documents"]
    assert list(document) == ["ref"]
