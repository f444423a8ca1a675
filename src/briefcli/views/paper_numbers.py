"""How a paper's number is printed: the same way on every screen."""

import re

from briefcli.domain.citations.reference import dossier_of, paper_of, url_of
from briefcli.index.records import Citation
from briefcli.views.view import PaperCell

_SESSION = re.compile(r"\b(?:19|20)[0-9]{2}\s?[-–/]\s?(?:[0-9]{4}|[0-9]{2})\b")


def paper_name(document: str) -> str:
    """The name of an official identifier as the House writes it: “28 676, nr. 427”; other kinds as they are."""
    paper = paper_of(document)
    if paper is None:
        return document
    name = dossier_name(dossier_of(document) or paper.dossier)
    if paper.number is None:
        return name
    number = f"nr. {paper.number}" if paper.number[:1].isdigit() else paper.number
    session = f" ({paper.session[:4]}–{paper.session[4:]})" if paper.session else ""
    return f"{name}, {number}{session}"


def dossier_name(dossier: str) -> str:
    """`28676` as “28 676”, `36200-X` as “36 200 X”, `21501-28` as “21 501-28”."""
    number, _, suffix = dossier.partition("-")
    name = f"{number[:-3]} {number[-3:]}" if number.isdigit() and len(number) == 5 else number
    if not suffix:
        return name
    return f"{name}-{suffix}" if suffix[:1].isdigit() else f"{name} {suffix}"


def paper_cell(document: str, *, certain: bool = True) -> PaperCell:
    return PaperCell(paper_name(document), url_of(document), certain=certain)


def written_paper(written: str | None, cited: Citation | None) -> PaperCell | None:
    """A paper's number as a file has it: by its usual name where the file names this one paper and no other."""
    if not written:
        return None
    if cited is None:
        return PaperCell(written, certain=False)
    if cited.certain and _figures(written) == _figures(paper_name(cited.document)):
        return paper_cell(cited.document)
    return PaperCell(written, url_of(cited.document), certain=cited.certain)


def _figures(text: str) -> str:
    """All figures of a paper's number, without those of its session (2022/23, 2022-2023)."""
    return "".join(re.findall("[0-9]", _SESSION.sub("", text)))
