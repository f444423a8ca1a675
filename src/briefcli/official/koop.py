"""Reads what KOOP publishes: answers of its SRU service, metadata of a publication (OWMS), and a paper's own XML."""

import re
from datetime import date

from briefcli.catalog import tr
from briefcli.domain.citations.reference import dossier_of
from briefcli.official.contents import FileContents, HousePaper, RecordFormat
from briefcli.official.tree import Element
from briefcli.official.values import cited_form, identifier_in, moment_of

_IN_ADDRESS = re.compile(r"/((?:kst|ah|h|blg|stcrt|stb|trb)-[0-9A-Za-z()-]+)(?:/|\.)")
_OF_THE_HOUSE = re.compile("[0-9]{4}[ZDA][0-9]{5}")  # in `nds-tk-2015D00006` and `kv-tk-2020Z13248`


def read_records(contents: FileContents, root: Element) -> None:
    """Add a paper for each record in an answer of SRU, or the one paper that a metadata file is about."""
    is_metadata = root.name.endswith("metadata")
    contents.kind = RecordFormat.METADATA if is_metadata else RecordFormat.SRU
    total = root.words("numberOfRecords")
    contents.of_all = int(total) if re.fullmatch("[0-9]{1,9}", total) else 0
    contents.next_page = root.words("nextRecordPosition")
    for row in [root] if is_metadata else root.walk("record"):
        _add(contents, row)
    if refused := next(root.walk("diagnostic"), None):
        said = refused.words("message")
        contents.refuse(tr("the service answered with an error: {message}", message=said), root.place)


def read_publication(contents: FileContents, root: Element) -> None:
    """Add a paper from its own XML: its number, its title, and its date from the head."""
    contents.kind, contents.rows = RecordFormat.PUBLICATION, 1
    address = next((each.attributes.get("content", "") for each in root.walk("meta")), "")
    number, dossier = root.words("ondernummer"), root.words("dossiernr").replace(" ", "")
    found = _IN_ADDRESS.search(address)
    identifier = identifier_in(found[1] if found else f"kst-{dossier}-{number}", dossiers=False)
    if not identifier:
        contents.report(tr("this record has no identifier"), root.place)
        return
    dating, paper = next(root.walk("datum"), None), next(root.walk("stuk"), root)
    contents.papers.append(
        HousePaper(
            document=identifier,
            dossier=dossier_of(identifier) or dossier,
            title=paper.words("titel"),
            dated=_day(contents, root, dating.attributes.get("isodatum", "")) if dating else None,
        )
    )


def _add(contents: FileContents, row: Element) -> None:
    contents.rows += 1
    name = row.words("identifier")
    if not name:
        contents.report(tr("this record has no identifier"), row.place)
        return
    address = _IN_ADDRESS.search(name)
    identifier = identifier_in(address[1] if address else name, dossiers=False)
    dossier, number = row.words("dossiernummer").replace(";", "-"), row.words("ondernummer")
    identifier = cited_form(identifier, f"kst-{dossier}-{number}")
    in_house = _OF_THE_HOUSE.search(name)
    contents.papers.append(
        HousePaper(
            official="" if identifier else in_house[0] if in_house else name,
            document=identifier,
            dossier=dossier_of(identifier) or dossier,
            kind=row.words("subrubriek") or _kind(row),
            title=row.words("documenttitel") or row.words("title"),
            dated=_day(contents, row, *map(row.words, ("issued", "date", "datumIndiening"))),
            received=_day(contents, row, row.words("datumOntvangst")),
            published=_day(contents, row, row.words("available")),
            changed=row.words("modified") or row.words("dcterms.modified"),
        )
    )


def _day(contents: FileContents, row: Element, *written: str) -> date | None:
    """The first of these that is a day. Anything else is reported."""
    for each in written:
        try:
            if moment := moment_of(each):
                return moment.date()
        except (ValueError, OverflowError):
            contents.report(tr("“{value}” is no date", value=each[:40]), row.place)
    return None


def _kind(row: Element) -> str:
    """The kind of paper: a type from the list of Kamerstukken, rather than the general word Kamerstuk."""
    types = [each for each in row.walk("type") if each.text.strip()]
    narrow = [each for each in types if not each.attributes.get("scheme", "").endswith("Parlementair")]
    return " ".join((narrow or types)[0].text.split()) if types else ""
