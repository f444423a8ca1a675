"""The cell of a paper's number, with its address: the same on every screen."""

import re

from briefcli.domain.citations.paper_names import paper_name
from briefcli.domain.citations.reference import url_of
from briefcli.index.records import ListedCitation, ListedCommitment, ListedQuestion
from briefcli.views.cell import Cell, PaperCell, Words

_SESSION = re.compile(r"\b(?:19|20)[0-9]{2}\s?[-–/]\s?(?:[0-9]{4}|[0-9]{2})\b")


def paper_cell(document: str, *, certain: bool = True) -> PaperCell:
    return PaperCell(paper_name(document), url_of(document), certain=certain)


def listed_paper(item: ListedCommitment | ListedQuestion) -> Cell:
    """The paper that a row cites; its reference as written if that names no known paper."""
    return paper_cell(item.document) if item.document else Words(item.ref)


def written_paper(written: str | None, cited: ListedCitation | None) -> PaperCell | None:
    """The number of a paper that a file cites; None if it has none.

    The paper gets its usual name if the citation is certain and has the same digits; else the number stays as written.
    """
    if not written:
        return None
    if cited is None:
        return PaperCell(written, certain=False)
    if cited.certain and _figures(written) == _figures(paper_name(cited.document)):
        return paper_cell(cited.document)
    return PaperCell(written, url_of(cited.document), certain=cited.certain)


def _figures(text: str) -> str:
    """All digits of a paper's number, without those of its session (`2022/23`, `2022-2023`)."""
    return "".join(re.findall("[0-9]", _SESSION.sub("", text)))
