"""What KOOP publishes: answers of its SRU service, the metadata of a publication (OWMS), and a paper's own XML."""

import re
from datetime import date

from briefcli.catalog import tr
from briefcli.domain.citations.reader import references_of
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.official.contents import FileContents, HousePaper, Kind
from briefcli.official.tree import Element
from briefcli.official.values import day_of
from briefcli.reading import official_codes

_IN_ADDRESS = re.compile(r"/((?:kst|ah|h|blg|stcrt|stb|trb)-[0-9A-Za-z()-]+)(?:/|\.)")


def read_sru(path: str, root: Element) -> FileContents:
    """One paper for each record of the answer."""
    record = FileContents(path=path, kind=Kind.SRU)
    for row in root.walk("record"):
        _add(record, row)
    return record


def read_metadata(path: str, root: Element) -> FileContents:
    """The metadata of one publication."""
    record = FileContents(path=path, kind=Kind.METADATA)
    _add(record, root)
    return record


def read_publication(path: str, root: Element) -> FileContents:
    """A paper as it was published: its number, its title and its own date from the head."""
    record = FileContents(path=path, kind=Kind.PUBLICATION, rows=1)
    address = next((each.attributes.get("content", "") for each in root.walk("meta")), "")
    number, dossier = root.words("ondernummer"), root.words("dossiernr").replace(" ", "")
    found = _IN_ADDRESS.search(address)
    identifier = _canonical(found[1] if found else f"kst-{dossier}-{number}")
    if not identifier:
        record.diagnostics.append(_nameless(path, root))
        return record
    dating, paper = root.first("datum"), root.first("stuk")
    record.papers.append(
        HousePaper(
            identifier=identifier,
            dossier=dossier,
            title=paper.words("titel") if paper else root.words("titel"),
            dated=day_of(dating.attributes.get("isodatum", "")) if dating else None,
            file=path,
            place_in_file=f"line {root.line}",
        )
    )
    return record


def _add(record: FileContents, row: Element) -> None:
    record.rows += 1
    name = row.words("identifier")
    if not name:
        record.diagnostics.append(_nameless(record.path, row))
        return
    record.papers.append(
        HousePaper(
            number="" if _canonical(name) else _of_the_house(name),
            identifier=_canonical(name),
            dossier=row.words("dossiernummer").replace(";", "-"),
            kind=row.words("subrubriek") or _kind(row),
            title=row.words("documenttitel") or row.words("title"),
            dated=_day(row, "issued", "date", "datumIndiening"),
            received=_day(row, "datumOntvangst"),
            published=_day(row, "available"),
            changed=row.words("modified") or row.words("dcterms.modified"),
            file=record.path,
            place_in_file=f"line {row.line}",
        )
    )


def _day(row: Element, *names: str) -> date | None:
    return next((day for name in names if (day := day_of(row.words(name)))), None)


def _kind(row: Element) -> str:
    """The sort of paper: the type of the list of Kamerstukken rather than the word Kamerstuk."""
    types = [each for each in row.walk("type") if each.text.strip()]
    narrow = [each for each in types if not each.attributes.get("scheme", "").endswith("Parlementair")]
    return " ".join((narrow or types)[0].text.split()) if types else ""


def _canonical(identifier: str) -> str:
    found = references_of(identifier)
    return found[0].canonical if len(found) == 1 and found[0].kind != "dossier" else ""


def _of_the_house(identifier: str) -> str:
    """`nds-tk-2015D00006` and `kv-tk-2020Z13248` hold the House's own number; others stay as they are."""
    found = re.search(r"[0-9]{4}[ZDA][0-9]{5}", identifier)
    return found[0] if found else identifier


def _nameless(path: str, row: Element) -> Diagnostic:
    return problem(path, (row.line, row.column), official_codes.ROW, tr("this record has no identifier"))
