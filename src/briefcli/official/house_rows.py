"""The House's rows become activities, papers and commitments: the same for OData and for the SyncFeed.

Source: the schemas `tkData-v1-0-*.xsd`; live rows may have other fields, fewer, or values of another sort.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from briefcli.catalog import tr
from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import When, parse_when
from briefcli.official.contents import Activity, FileContents, HousePaper, OfficialFact, Toezegging
from briefcli.official.terms import term_in
from briefcli.official.values import OfficialRow, Report, hours_of, identifier_in, last_day

# The sorts of rows, each with the fields that only it has; where the file does not say its sort, the first that fits
SORTS: dict[str, tuple[str, ...]] = {
    "Document": ("DocumentNummer", "KenmerkAfzender", "HuidigeDocumentVersie"),
    "Toezegging": ("ActiviteitNummer", "KamerbriefNakoming", "DatumNakoming"),
    "Vergadering": ("VergaderingNummer", "Sluiting"),
    "Kamerstukdossier": ("HoogsteVolgnummer", "Toevoeging"),
    "Activiteit": ("DatumSoort", "Voortouwnaam", "VRSNummer"),
    "Zaak": ("GestartOp", "HuidigeBehandelstatus", "GrootProject"),
    "Agendapunt": ("Volgorde", "Rubriek"),
    "Besluit": (), "Commissie": (), "DocumentVersie": (), "Fractie": (), "Persoon": (), "Stemming": (),
}  # fmt: skip
_STATUS = {
    "uitgevoerd": Status.HELD, "gepland": Status.PLANNED, "vrijgegeven": Status.PLANNED,
    "verplaatst": Status.MOVED, "geannuleerd": Status.CANCELLED, "vervallen": Status.CANCELLED,
}  # fmt: skip
_PROMISE = {
    "openstaand": Promise.OPEN, "deels voldaan": Promise.OPEN, "voldaan": Promise.DONE, "vervallen": Promise.DROPPED,
}  # fmt: skip
# How exactly a day is known, by DatumSoort; a row without it is as exact as its Datum
_ONE_DAY, _NOT_FIXED = "dag", "nog geen datum bekend"
_FIXED = {"", _ONE_DAY, "meerdaags"}
_PERIODS = {"week": "%G-W%V", "maand": "%Y-%m", "jaar": "%Y"}
_NAMES = {"Id", "Nummer"}  # what a row that stands in another has where it only says which one it is
_DEEPEST = 8
_SENATE = {"1", "Eerste Kamer"}
_OF_KINGDOM = re.compile(r"\(?R[0-9]{3,4}\)?")
_ANSWERS = re.compile(r"(?P<from>[0-9]{2})(?P<to>[0-9]{2})(?P<number>[0-9]{5})")


def read_row(
    record: FileContents, values: object, place: str, sort: str | None, report: Report, depth: int = 0
) -> None:
    """Put one row, and the rows that stand in it, into the record. Reports each value that cannot be read."""
    record.rows += 1
    if not isinstance(values, dict):
        report(place, tr("this row is no object with fields"))
        return
    row = OfficialRow(values, place, report)
    sort = sort or next((each for each, names in SORTS.items() if any(name in values for name in names)), None)
    if row.flag("Verwijderd"):
        record.withdrawn.append(OfficialFact(id=row.text("Id"), changed=row.changed()))
    elif reader := _READ.get(sort or ""):
        reader(record, row)
    elif sort in SORTS:
        record.unused[sort] = record.unused.get(sort, 0) + 1
    else:
        report(place, tr("it is not clear what sort of row this is"))
    if depth < _DEEPEST:
        for inner in _READ:
            for nested, where in row.nested(inner):
                if isinstance(nested, dict) and _is_whole(nested):
                    read_row(record, nested, where, inner, report, depth + 1)


def _is_whole(values: dict[str, Any]) -> bool:
    return any(isinstance(values[key], str) and key not in _NAMES and not key.startswith("@") for key in values)


def _activity(row: OfficialRow) -> Activity:
    committee = row.one("Voortouwcommissie").one("Commissie")
    return Activity(
        id=row.text("Id"),
        official=row.text("Nummer").upper(),
        changed=row.changed(),
        kind=row.text("Soort"),
        subject=row.text("Onderwerp"),
        **_times(row),
        place=row.text("Locatie"),
        status=row.one_of("Status", _STATUS),
        committee=row.text("Voortouwnaam") or committee.text("NaamNL"),
        committee_short=row.text("Voortouwafkorting") or committee.text("Afkorting"),
    )


def _times(row: OfficialRow) -> dict[str, Any]:
    """The day or days with the hour, or the period; nothing where the row says none, or two days that contradict."""
    start, end, day = row.moment("Aanvangstijd"), row.moment("Eindtijd"), row.day("Datum")
    sort = row.text("DatumSoort").casefold()
    if sort in _PERIODS:
        return {"period": parse_when(day.strftime(_PERIODS[sort]))} if day else {}
    if sort not in _FIXED:
        if sort != _NOT_FIXED:
            row.doubt("DatumSoort", tr("“{word}” is not known here", word=sort[:40]))
        return {}
    first = day or (start.date() if start else None)
    if start and start.date() != first:
        row.doubt("Aanvangstijd", tr("this begins on another day than “Datum” says"))
        return {}
    last = last_day(first, end)
    if last and sort == _ONE_DAY:
        row.doubt("Eindtijd", tr("this ends on another day, though “DatumSoort” says that it takes one"))
        last = None
    return {"day": first, "last_day": last, **hours_of(start, end)}


def _paper(row: OfficialRow) -> HousePaper:
    version, dossier = row.one("HuidigeDocumentVersie"), _dossier(row)
    return HousePaper(
        id=row.text("Id"),
        official=row.text("DocumentNummer"),
        changed=row.changed(),
        document=identifier_in(version.text("ExterneIdentifier"))
        or _numbered(row, dossier)
        or _answers(row.text("Aanhangselnummer")),
        dossier=dossier,
        kind=row.text("Soort"),
        title=row.text("Onderwerp") or row.text("Titel"),
        dated=row.day("Datum"),
        received=row.day("DatumOntvangst"),
        published=_published(version),
    )


def _case(row: OfficialRow) -> HousePaper:
    return HousePaper(
        id=row.text("Id"),
        official=row.text("Nummer"),
        changed=row.changed(),
        dossier=_dossier(row),
        kind=row.text("Soort"),
        title=row.text("Onderwerp") or row.text("Titel"),
        dated=row.day("GestartOp"),
    )


def _toezegging(row: OfficialRow) -> Toezegging:
    made, words = row.day("Aanmaakdatum"), row.text("Tekst")
    return Toezegging(
        id=row.text("Id"),
        official=row.text("Nummer").upper(),
        changed=row.changed(),
        text=words,
        by=row.text("Naam") or row.text("Achternaam") or row.text("Functie"),
        to=_promised_to(row),
        activity=row.text("ActiviteitNummer") or row.one("Activiteit").text("Nummer"),
        made=made,
        due=term_in(words, made) or When.unknown(),
        status=row.one_of("Status", _PROMISE),
        met=row.day("DatumNakoming"),
        met_by=row.texts("KamerbriefNakoming"),
    )


_READ: dict[str, Callable[[FileContents, OfficialRow], None]] = {
    "Activiteit": lambda record, row: record.activities.append(_activity(row)),
    "Document": lambda record, row: record.papers.append(_paper(row)),
    "Zaak": lambda record, row: record.papers.append(_case(row)),
    "Toezegging": lambda record, row: record.toezeggingen.append(_toezegging(row)),
}


def _numbered(row: OfficialRow, dossier: str) -> str:
    """By dossier and number; not for the Eerste Kamer, which has letters, nor where the dossier is one of several."""
    number = row.number("Volgnummer")
    is_one = row.text("Kamer") not in _SENATE and len(row.nested("Kamerstukdossier")) == 1
    return identifier_in(f"kst-{dossier}-{number}") if dossier and number and is_one else ""


def _dossier(row: OfficialRow) -> str:
    """The number of its dossier, with the suffix: `36200-X`. That of an act of the Kingdom (R2100) is no part of it."""
    dossier = row.one("Kamerstukdossier")
    number, suffix = dossier.number("Nummer"), dossier.text("Toevoeging")
    suffix = "" if _OF_KINGDOM.fullmatch(suffix) else suffix
    return "-".join(filter(None, (str(number), suffix))) if number else ""


def _answers(number: str) -> str:
    """`242502389` is number 2389 of the Aanhangsel of 2024–2025."""
    found = _ANSWERS.fullmatch(number)
    if found is None or int(found["to"]) != int(found["from"]) + 1:
        return ""
    return identifier_in(f"ah-tk-20{found['from']}20{found['to']}-{int(found['number'])}")


def _published(version: OfficialRow) -> date | None:
    rows = [each for each, _ in version.nested("DocumentPublicatie") if isinstance(each, dict)]
    days = (OfficialRow(each, "", lambda *_: None).day("PublicatieDatum") for each in rows)
    return min((day for day in days if day), default=None)


def _promised_to(row: OfficialRow) -> str:
    person, party = row.one("ToegezegdAanPersoon"), row.one("ToegezegdAanFractie")
    name = " ".join(filter(None, map(person.text, ("Roepnaam", "Tussenvoegsel", "Achternaam"))))
    short = party.text("Afkorting") or party.text("NaamNL")
    return f"{name} ({short})" if name and short else name or short
