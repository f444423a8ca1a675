"""The House's rows become activities, papers and commitments: the same for OData and for the SyncFeed.

Source: the schemas `tkData-v1-0-*.xsd`; live rows may have other fields, fewer, or values of another sort.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from briefcli.catalog import tr
from briefcli.domain.citations.reader import references_of
from briefcli.domain.vocabulary import Promise, Status
from briefcli.official.contents import Activity, FileContents, HousePaper, Toezegging
from briefcli.official.terms import term_in
from briefcli.official.values import OfficialRow, time_of_day

_STATUS = {
    "uitgevoerd": Status.HELD, "gepland": Status.PLANNED, "vrijgegeven": Status.PLANNED,
    "verplaatst": Status.MOVED, "geannuleerd": Status.CANCELLED, "vervallen": Status.CANCELLED,
}  # fmt: skip
_PROMISE = {
    "openstaand": Promise.OPEN, "deels voldaan": Promise.OPEN, "voldaan": Promise.DONE, "vervallen": Promise.DROPPED,
}  # fmt: skip
# What tells the sorts of rows apart where the file does not say which it holds; the first that fits counts
_TELLING = (
    ("Document", ("DocumentNummer", "KenmerkAfzender", "HuidigeDocumentVersie")),
    ("Toezegging", ("ActiviteitNummer", "KamerbriefNakoming", "DatumNakoming")),
    ("Vergadering", ("VergaderingNummer", "Sluiting")),
    ("Kamerstukdossier", ("HoogsteVolgnummer", "Toevoeging")),
    ("Activiteit", ("DatumSoort", "Voortouwnaam", "VRSNummer")),
    ("Zaak", ("GestartOp", "HuidigeBehandelstatus", "GrootProject")),
    ("Agendapunt", ("Volgorde", "Rubriek")),
)
_SORTS = frozenset(sort for sort, _ in _TELLING) | {
    "Besluit",
    "Commissie",
    "DocumentVersie",
    "Fractie",
    "Persoon",
    "Stemming",
}
_DEEPEST = 8
_ANSWERS = re.compile(r"(?P<from>[0-9]{2})(?P<to>[0-9]{2})(?P<number>[0-9]{5})")


class RowReader:
    """Puts rows into a record; `report` takes the place and the message of what cannot be read."""

    def __init__(self, record: FileContents, report: Callable[[str, str], None]) -> None:
        self._record = record
        self._report = report
        self._read = {
            "Activiteit": self._activity,
            "Document": self._paper,
            "Zaak": self._case,
            "Toezegging": self._toezegging,
        }

    def read(self, values: object, place: str, sort: str | None, depth: int = 0) -> None:
        """Read one row, and the rows that stand in it."""
        self._record.rows += 1
        if not isinstance(values, dict):
            self._report(place, tr("this row is no object with fields"))
            return
        row = OfficialRow(values, place, self._report)
        sort = sort or row_sort(values)
        if row.flag("Verwijderd"):
            self._record.deleted.append(row.text("Id"))
        elif reader := self._read.get(sort or ""):
            reader(row)
        elif sort in _SORTS:
            self._record.unused[sort] = self._record.unused.get(sort, 0) + 1
        else:
            self._report(place, tr("it is not clear what sort of row this is"))
        if depth < _DEEPEST:
            for inner in self._read:
                for nested, where in row.nested(inner):
                    if isinstance(nested, dict) and _is_whole(nested):
                        self.read(nested, where, inner, depth + 1)

    def _activity(self, row: OfficialRow) -> None:
        start, end = row.moment("Aanvangstijd"), row.moment("Eindtijd")
        day = row.day("Datum") or (start.date() if start else None)
        last = end.date() if end and day and end.date() > day else None
        committee = row.one("Voortouwcommissie").one("Commissie")
        self._record.activities.append(
            Activity(
                id=row.text("Id"),
                number=row.text("Nummer"),
                kind=row.text("Soort"),
                subject=row.text("Onderwerp"),
                day=day,
                last_day=last,
                start=time_of_day(start),
                end=time_of_day(end) if end != start else None,
                place=row.text("Locatie"),
                status=_STATUS.get(row.text("Status").casefold()),
                committee=row.text("Voortouwnaam") or committee.text("NaamNL"),
                committee_short=row.text("Voortouwafkorting") or committee.text("Afkorting"),
                note=row.text("Noot"),
                changed=row.changed(),
                file=self._record.path,
                place_in_file=row.place,
            )
        )

    def _paper(self, row: OfficialRow) -> None:
        version = row.one("HuidigeDocumentVersie")
        dossier = _dossier(row)
        self._record.papers.append(
            HousePaper(
                id=row.text("Id"),
                number=row.text("DocumentNummer"),
                identifier=_canonical(version.text("ExterneIdentifier"))
                or _in_dossier(dossier, row)
                or _answers(row.text("Aanhangselnummer")),
                dossier=dossier,
                kind=row.text("Soort"),
                title=row.text("Onderwerp") or row.text("Titel"),
                dated=row.day("Datum"),
                received=row.day("DatumOntvangst"),
                published=_published(version),
                changed=row.changed(),
                file=self._record.path,
                place_in_file=row.place,
            )
        )

    def _case(self, row: OfficialRow) -> None:
        self._record.papers.append(
            HousePaper(
                id=row.text("Id"),
                number=row.text("Nummer"),
                dossier=_dossier(row),
                kind=row.text("Soort"),
                title=row.text("Onderwerp") or row.text("Titel"),
                dated=row.day("GestartOp"),
                changed=row.changed(),
                file=self._record.path,
                place_in_file=row.place,
            )
        )

    def _toezegging(self, row: OfficialRow) -> None:
        made, status, words = row.day("Aanmaakdatum"), row.text("Status").casefold(), row.text("Tekst")
        self._record.toezeggingen.append(
            Toezegging(
                id=row.text("Id"),
                number=row.text("Nummer"),
                text=words,
                by=row.text("Naam") or row.text("Achternaam"),
                office=row.text("Functie"),
                to=_promised_to(row),
                activity=row.text("ActiviteitNummer") or row.one("Activiteit").text("Nummer"),
                made=made,
                due=term_in(words, made),
                status=_PROMISE.get(status),
                met=row.day("DatumNakoming"),
                met_by=row.texts("KamerbriefNakoming"),
                changed=row.changed(),
                file=self._record.path,
                place_in_file=row.place,
            )
        )


def row_sort(values: dict[str, Any]) -> str | None:
    """What sort of row has these fields; None where they do not tell."""
    return next((sort for sort, names in _TELLING if any(name in values for name in names)), None)


def _is_whole(values: dict[str, Any]) -> bool:
    """Whether a row that stands in another says more than which one it is."""
    return any(
        isinstance(value, str) and key not in {"Id", "Nummer"} and not key.startswith("@")
        for key, value in values.items()
    )


def _dossier(row: OfficialRow) -> str:
    """The number of its dossier, with the suffix: `36200-X`."""
    dossier = row.one("Kamerstukdossier")
    number = dossier.number("Nummer")
    return "-".join(filter(None, (str(number), dossier.text("Toevoeging")))) if number else ""


def _in_dossier(dossier: str, row: OfficialRow) -> str:
    number = row.number("Volgnummer")
    return _canonical(f"kst-{dossier}-{number}") if dossier and number else ""


def _canonical(identifier: str) -> str:
    """The identifier as `refs` writes it; empty where it is none."""
    found = references_of(identifier) if identifier else ()
    return found[0].canonical if len(found) == 1 else ""


def _answers(number: str) -> str:
    """`242502389` is number 2389 of the Aanhangsel of 2024–2025."""
    found = _ANSWERS.fullmatch(number)
    if found is None or int(found["to"]) != int(found["from"]) + 1:
        return ""
    return _canonical(f"ah-tk-20{found['from']}20{found['to']}-{int(found['number'])}")


def _published(version: OfficialRow) -> date | None:
    days = (
        OfficialRow(each, place, lambda *_: None).day("PublicatieDatum")
        for each, place in version.nested("DocumentPublicatie")
        if isinstance(each, dict)
    )
    return min((day for day in days if day), default=None)


def _promised_to(row: OfficialRow) -> str:
    person, party = row.one("ToegezegdAanPersoon"), row.one("ToegezegdAanFractie")
    name = " ".join(filter(None, (person.text("Roepnaam"), person.text("Tussenvoegsel"), person.text("Achternaam"))))
    short = party.text("Afkorting") or party.text("NaamNL")
    return f"{name} ({short})" if name and short else name or short
