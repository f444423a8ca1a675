"""What the official record says of a paper, where the agendas say nothing."""

from typing import TYPE_CHECKING, Any

import msgspec

from briefcli.domain.item import is_hidden
from briefcli.domain.when import When, parse_when

if TYPE_CHECKING:  # without a record none of it is needed
    from briefcli.domain.agenda import Document
    from briefcli.index.official import OfficialPaper


def date_of_paper(paper: "OfficialPaper") -> When | None:
    """The paper's own date; not the day on which it was received or published."""
    return parse_when(paper.dated) if paper.dated else None


def filled(document: "Document", paper: "OfficialPaper | None") -> "Document":
    """A document of an agenda with what the record says where it has no title, kind or date itself."""
    if paper is None:
        return document
    return msgspec.structs.replace(
        document,
        title=document.title or paper.title or None,
        kind=document.kind or paper.our_kind or None,
        date=document.date or date_of_paper(paper),
    )


def official_record(paper: "OfficialPaper | None", title: str = "") -> dict[str, Any] | None:
    """For machines: the record's own words, and its three dates apart.

    Where the public does not see the `title` that the agendas give, the record's own is not shown either.
    """
    if paper is None:
        return None
    return {
        "title": None if is_hidden(title) else paper.title or None,
        "kind": paper.kind or None,
        "date": paper.dated or None,
        "received": paper.received or None,
        "published": paper.published or None,
    }
