"""What is downloaded from the House's OData service and KOOP's SRU: one address for each committee, dossier, ministry.

Sources: opendata.tweedekamer.nl/documentatie/odata-api, and KOOP's “Handleiding voor het uitvragen van de repository”.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import quote

import msgspec

from briefcli.settings import Official

PAGE = 100  # records of one answer of SRU; the House's service chooses its own pages (250)
_ENTITIES = {"activiteiten": "Activiteit", "documenten": "Document", "toezeggingen": "Toezegging"}
_SAFE = "$(),'/:="


class Download(msgspec.Struct, frozen=True):
    """One thing to download: the name of its files, and the address of its first page."""

    name: str
    url: str
    ending: str = ".json"


def downloads(wanted: Official, changed: "dict[str, str]") -> list[Download]:
    """All that the settings name. `changed` holds by name the last change (UTC) that is known of it; only later ones
    are asked for. The withdrawn rows come first: after a break they are asked for since the same moment again.
    """
    return [
        *_withdrawn(wanted, changed),
        *(_committee(wanted, name, changed) for name in wanted.committees),
        *(_dossier(wanted, number, changed) for number in wanted.dossiers),
        *(_ministry(wanted, name, changed) for name in wanted.ministries),
        *(_published(wanted, number, changed) for number in wanted.dossiers),
    ]


def next_page(download: Download, start: int, total: int) -> Download | None:
    """The next page of SRU after the records up to `start`; None after the last."""
    after = start + PAGE
    if after > total:
        return None
    url = re.sub(r"startRecord=[0-9]+", f"startRecord={after}", download.url)
    return msgspec.structs.replace(download, url=url)


def _committee(wanted: Official, name: str, changed: dict[str, str]) -> Download:
    text = _text(name)
    conditions = [
        f"(Voortouwafkorting eq {text} or contains(Voortouwnaam,{text}))",
        f"(Datum ge {wanted.since}T00:00:00Z or Datum eq null)",
    ]
    return _odata(wanted, f"activiteiten-{_slug(name)}", "Activiteit", conditions, changed)


def _dossier(wanted: Official, number: str, changed: dict[str, str]) -> Download:
    base, _, suffix = number.partition("-")
    inside = f"d/Nummer eq {int(base)}" + (f" and d/Toevoeging eq {_text(suffix)}" if suffix else "")
    conditions = [f"Kamerstukdossier/any(d:{inside})", f"Datum ge {wanted.since}T00:00:00Z"]
    expand = "Kamerstukdossier,HuidigeDocumentVersie($expand=DocumentPublicatie)"
    return _odata(wanted, f"documenten-{_slug(number)}", "Document", conditions, changed, expand)


def _ministry(wanted: Official, name: str, changed: dict[str, str]) -> Download:
    conditions = [f"contains(Ministerie,{_text(name)})", f"Aanmaakdatum ge {wanted.since}T00:00:00Z"]
    return _odata(wanted, f"toezeggingen-{_slug(name)}", "Toezegging", conditions, changed)


def _odata(
    wanted: Official, name: str, entity: str, conditions: list[str], changed: dict[str, str], expand: str = ""
) -> Download:
    conditions = ["Verwijderd eq false", *conditions]
    if since := changed.get(name):
        conditions.append(f"ApiGewijzigdOp gt {_just_after(since)}")
    options = {"$filter": " and ".join(conditions), "$orderby": "ApiGewijzigdOp", "$expand": expand}
    query = "&".join(f"{key}={quote(value, safe=_SAFE)}" for key, value in options.items() if value)
    return Download(name, f"{wanted.odata.rstrip('/')}/{entity}?{query}")


def _published(wanted: Official, number: str, changed: dict[str, str]) -> Download:
    name = f"publicaties-{_slug(number)}"
    conditions = ["c.product-area==officielepublicaties", f'w.dossiernummer=="{number}"', f'dt.date>="{wanted.since}"']
    if since := changed.get(name):
        conditions.append(f'dt.modified>="{since[:10]}"')
    query = quote(" and ".join(conditions), safe="=")
    options = f"version=2.0&operation=searchRetrieve&startRecord=1&maximumRecords={PAGE}&query={query}"
    return Download(name, f"{wanted.sru}?{options}", ".xml")


def _withdrawn(wanted: Official, changed: dict[str, str]) -> Iterator[Download]:
    """The ids that the House has withdrawn since the first of the known changes: their other fields are gone."""
    for prefix, entity in _ENTITIES.items():
        if since := min((day for name, day in changed.items() if name.startswith(prefix)), default=""):
            conditions = f"Verwijderd eq true and ApiGewijzigdOp ge {since[:10]}T00:00:00Z"
            query = f"$filter={quote(conditions, safe=_SAFE)}&$select=Id,Verwijderd,ApiGewijzigdOp"
            yield Download(f"verwijderd-{prefix}", f"{wanted.odata.rstrip('/')}/{entity}?{query}")


def _just_after(moment: str) -> str:
    """The service keeps ten millionths of a second, we one: without it the last row would come again each time."""
    later = datetime.fromisoformat(moment) + timedelta(microseconds=1)
    return later.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _text(words: str) -> str:
    """A text of OData: a quote in it is doubled."""
    return "'" + words.replace("'", "''") + "'"


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-") or "x"
