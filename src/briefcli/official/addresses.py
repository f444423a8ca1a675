"""The addresses of what is downloaded from the House's OData service and from KOOP's SRU service.

There is one for each committee, dossier and ministry in the settings.

Sources: opendata.tweedekamer.nl/documentatie/odata-api, and KOOP's “Handleiding voor het uitvragen van de repository”.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from urllib.parse import quote

import msgspec

from briefcli.catalog import tr
from briefcli.errors import BriefError
from briefcli.official.contents import FileContents
from briefcli.official.names import own_download
from briefcli.settings import Official

_PAGE_SIZE = 100  # records on a page of SRU, or fewer; the House's service sets its own page size (250)
# The query to OData, by the start of the file's name: the entity, the filter on its owner or dossier, the filter on
# its date, and what is expanded
_ASKED = {
    "activiteiten": (
        "Activiteit", "(Voortouwafkorting eq {text} or contains(Voortouwnaam,{text}))",
        "(Datum ge {since} or Datum eq null)", "",
    ),
    "documenten": (
        "Document", "Kamerstukdossier/any(d:{inside})", "Datum ge {since}",
        "Kamerstukdossier,HuidigeDocumentVersie($expand=DocumentPublicatie)",
    ),
    "toezeggingen": ("Toezegging", "contains(Ministerie,{text})", "Aanmaakdatum ge {since}", ""),
}  # fmt: skip
WITHDRAWN = "verwijderd-"  # how the names of downloads of withdrawn rows begin
_SAFE = "$(),'/:="
_START = re.compile("startRecord=([0-9]+)")


class Download(msgspec.Struct, frozen=True):
    """One download: the name that its files get, and the address of its first page."""

    name: str
    url: str
    ending: str = ".json"


def last_changes(files: Iterable[FileContents]) -> dict[str, str]:
    """The last change in the files of each download, by its name. Files that the user added do not count."""
    found: dict[str, str] = {}
    for file in files:
        if name := own_download(file.path):
            found[name] = max(found.get(name, ""), "", *(each.changed for each in file.facts))
    return {name: changed for name, changed in found.items() if changed}


def downloads(wanted: Official, changed: Mapping[str, str]) -> list[Download]:
    """All downloads that the settings name. `changed` is the last known change (UTC) by the name of a download.

    Only later changes are asked for. Withdrawn rows come first: if the downloads are broken off, the next run asks
    for withdrawn rows since the same moment again.
    """
    return [
        *_withdrawn(wanted, changed),
        *(_odata(wanted, "activiteiten", name, changed) for name in wanted.committees),
        *(_odata(wanted, "documenten", number, changed) for number in wanted.dossiers),
        *(_odata(wanted, "toezeggingen", name, changed) for name in wanted.ministries),
        *(_published(wanted, number, changed) for number in wanted.dossiers),
    ]


def next_page(download: Download, rows: int, total: int) -> Download | None:
    """The page of SRU after one with so many rows; None after the last. Raises BriefError if rows are missing."""
    start = _START.search(download.url)
    first = int(start[1]) if start else 1
    if not rows and (total or first > 1):
        raise BriefError(tr("{name}: the service sends fewer rows than it has", name=download.name))
    if first + rows > total:
        return None
    return msgspec.structs.replace(download, url=_START.sub(f"startRecord={first + rows}", download.url))


def _odata(wanted: Official, sort: str, of: str, changed: Mapping[str, str]) -> Download:
    name, (entity, which, when, expand) = f"{sort}-{_in_name(of)}", _ASKED[sort]
    base, _, suffix = of.partition("-")  # of a dossier: `36200-X`
    inside = f"d/Nummer eq {base.lstrip('0')}" + (f" and d/Toevoeging eq {_text(suffix)}" if suffix else "")
    which = which.format(text=_text(of), inside=inside)
    conditions = ["Verwijderd eq false", which, when.format(since=f"{wanted.since}T00:00:00Z")]
    if since := changed.get(name):
        conditions.append(_after(since))
    options = {"$filter": " and ".join(conditions), "$orderby": "ApiGewijzigdOp", "$expand": expand}
    query = "&".join(f"{key}={quote(value, safe=_SAFE)}" for key, value in options.items() if value)
    return Download(name, f"{wanted.odata.rstrip('/')}/{entity}?{query}")


def _published(wanted: Official, number: str, changed: Mapping[str, str]) -> Download:
    name = f"publicaties-{_in_name(number)}"
    conditions = ["c.product-area==officielepublicaties", f'w.dossiernummer=="{number}"', f'dt.date>="{wanted.since}"']
    if since := changed.get(name):
        conditions.append(f'dt.modified>="{since[:10]}"')
    query = quote(" and ".join(conditions), safe="=")
    options = f"version=2.0&operation=searchRetrieve&startRecord=1&maximumRecords={_PAGE_SIZE}&query={query}"
    return Download(name, f"{wanted.sru}?{options}", ".xml")


def _withdrawn(wanted: Official, changed: Mapping[str, str]) -> Iterator[Download]:
    """The downloads of the withdrawn rows of the whole House. Such a row has no field left but its id.

    The first asks for those since the earliest known change, and each later one for what came after the one before.
    """
    for prefix, (entity, *_) in _ASKED.items():
        name = f"{WITHDRAWN}{prefix}"
        if earliest := min((day for of, day in changed.items() if of.startswith(prefix)), default=""):
            conditions = f"Verwijderd eq true and {_after(changed.get(name, earliest))}"
            query = f"$filter={quote(conditions, safe=_SAFE)}&$select=Id,Verwijderd,ApiGewijzigdOp"
            yield Download(name, f"{wanted.odata.rstrip('/')}/{entity}?{query}")


def _after(changed: str) -> str:
    """The condition that a row changed later than that moment (UTC)."""
    # The service counts in tenths of a microsecond, we in microseconds: add one, or the last row comes again
    later = datetime.fromisoformat(changed) + timedelta(microseconds=1)
    return f"ApiGewijzigdOp gt {later.isoformat(timespec='microseconds').replace('+00:00', 'Z')}"


def _text(words: str) -> str:
    """A string literal of OData, in which a quote is doubled."""
    return "'" + words.replace("'", "''") + "'"


def _in_name(words: str) -> str:
    """The words as a part of a file's name: every other character, and a letter with an accent, becomes a hyphen."""
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-") or "x"
