"""Turns the House's rows into activities, papers and commitments, both from OData and from the SyncFeed.

Source: the schemas `tkData-v1-0-*.xsd`; live rows may have other fields, fewer, or values of another sort.
"""

import re
from collections.abc import Callable

from briefcli.catalog import tr
from briefcli.domain.citations.reference import dossier_of
from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import When, parse_when, provisional, when_of
from briefcli.official.contents import Activity, FileContents, HousePaper, OfficialFact, Replacement, Toezegging
from briefcli.official.subjects import fate_in
from briefcli.official.terms import term_in
from briefcli.official.values import OfficialRow, cited_form, identifier_in, last_day, when_between

# The sorts of rows, each with fields that only it has. If a file does not say the sort, the first that fits is taken
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
_STATUS = {"uitgevoerd": Status.HELD, "gepland": Status.PLANNED, "vrijgegeven": Status.PLANNED}
# Words from the schema and from live rows. A promise that was not kept is still open
_PROMISE = {
    "openstaand": Promise.OPEN, "deels voldaan": Promise.OPEN, "deels afgedaan": Promise.OPEN,
    "niet nagekomen": Promise.OPEN, "voldaan": Promise.DONE, "afgedaan": Promise.DONE, "nagekomen": Promise.DONE,
    "vervallen": Promise.DROPPED,
}  # fmt: skip
# How exactly the day is known, by DatumSoort. A row without DatumSoort is as exact as its Datum
_ONE_DAY, _NOT_FIXED = "dag", "nog geen datum bekend"
_FIXED = {"", _ONE_DAY, "meerdaags"}
_PERIODS = {"week": "%G-W%V", "maand": "%Y-%m", "jaar": "%Y"}
_DAY_FIELDS = frozenset({"Datum", "DatumSoort", "Aanvangstijd"})
_SORT_OF_NUMBER = re.compile("(?P<Toezegging>TZ[0-9]{6}-[0-9]+)|[0-9]{4}(?:(?P<Activiteit>A)|(?P<Zaak>Z))[0-9]{5}")
# The sort of each nested row that is read, or that contains rows that are, by the name of the field it is in
_HOLDERS = {
    name: name for name in ("Activiteit", "Document", "Zaak", "Toezegging", "Agendapunt", "Besluit")
} | dict.fromkeys(("KamerbriefNakoming", "BijlageDocument", "BronDocument"), "Document")
_OF_SAME_SORT = re.compile("(?:Vervangen|Voortgezet|Gerelateerd|Is)[A-Z]")  # VervangenDoor, IsHerhalingVan
_NAMES = {"Id", "Nummer", "DocumentNummer"}  # the fields of a nested row that only says which row it is
_DEEPEST = 8
_SENATE = {"1", "Eerste Kamer"}
_OF_KINGDOM = re.compile(r"\(?R[0-9]{3,4}\)?")
_ANSWERS = re.compile(r"(?P<from>[0-9]{2})(?P<to>[0-9]{2})(?P<number>[0-9]{5})")


def read_row(contents: FileContents, values: object, place: str, sort: str | None, at: tuple[int, int]) -> None:
    """Add one row, and the rows nested in it. Report what cannot be read, by the row's number, its id or `place`."""
    row = OfficialRow(values if isinstance(values, dict) else {}, place, contents, at)
    row.place = next((each for name in ("DocumentNummer", "Nummer", "Id") for each in row.texts(name)), place)[:40]
    if isinstance(values, dict):
        _read(row, sort or _sort_of(row))
    else:
        contents.rows += 1
        row.report(tr("this row is no object with fields"))


def _sort_of(row: OfficialRow) -> str | None:
    """The sort of a row, by the fields that only one sort has, or else by the form of its number."""
    found = _SORT_OF_NUMBER.fullmatch(row.text("Nummer").upper())
    by_number = found.lastgroup if found else None
    return next((sort for sort, names in SORTS.items() if any(name in row.values for name in names)), by_number)


def _read(row: OfficialRow, sort: str | None, depth: int = 0) -> None:
    contents = row.contents
    contents.rows += 1
    if row.flag("Verwijderd"):
        contents.withdrawn.append(OfficialFact(id=row.id, changed=row.changed()))
    elif reader := _READ.get(sort or ""):
        reader(row)
    elif sort:
        contents.unused[sort] = contents.unused.get(sort, 0) + 1
    else:
        row.report(tr("it is not clear what sort of row this is"))
    for name in row.values if depth < _DEEPEST else ():
        inner = sort if _OF_SAME_SORT.match(name) else _HOLDERS.get(name)
        for nested in row.nested(name) if inner else ():
            if nested.says_more_than(_NAMES):
                _read(nested, inner, depth + 1)


def _add_activity(row: OfficialRow) -> None:
    """Add an activity, except if its row was downloaded without the day: it would hide the day in another file."""
    number = row.text("Nummer").upper()
    came = [(row, each.text("Nummer").upper()) for each in row.nested("VervangenDoor")]
    came += [(each, number) for each in row.nested("VervangenVanuit")]
    names = ((old, new) for before, new in came if new for old in (before.id, before.text("Nummer").upper()) if old)
    row.contents.replacements += (Replacement(*each) for each in names)
    if not _DAY_FIELDS.isdisjoint(row.values):
        row.contents.activities.append(_activity(row))
        return
    row.contents.unused["Activiteit"] = row.contents.unused.get("Activiteit", 0) + 1
    if row.holder is None:
        row.report(tr("this activity has no field “Datum”, so it is not read"))


def _activity(row: OfficialRow) -> Activity:
    subject, when = row.text("Onderwerp"), _when(row)
    status = fate_in(row.text("Status"), When.unknown()) or row.one_of("Status", _STATUS)
    if status in {None, Status.PLANNED} and fate_in(subject, when):
        row.report(tr("this says that it was moved or cancelled, but “Status” does not"), "Onderwerp")
        when = provisional(when)
    leading = row.one("Voortouwcommissie")
    committee = leading if leading.text("NaamNL") else leading.one("Commissie")
    return Activity(
        id=row.id,
        official=row.text("Nummer").upper(),
        changed=row.changed(),
        kind=row.text("Soort"),
        subject=subject,
        when=when,
        place=row.text("Locatie"),
        status=status,
        committee=row.text("Voortouwnaam") or committee.text("NaamNL"),
        committee_short=row.text("Voortouwafkorting") or committee.text("Afkorting"),
    )


def _when(row: OfficialRow) -> When:
    """Its day or days with the hours, or the period. Unknown if the row has none, or if its days contradict."""
    start, end, day = row.moment("Aanvangstijd"), row.moment("Eindtijd"), row.day("Datum")
    sort = row.text("DatumSoort").casefold()
    if sort in _PERIODS:
        return parse_when(day.strftime(_PERIODS[sort])) if day else When.unknown()
    if sort not in _FIXED:
        if sort != _NOT_FIXED:
            row.report(tr("“{word}” is not known here", word=sort[:40]), "DatumSoort")
        return When.unknown()
    if start and day and start.date() != day:
        row.report(tr("this begins on another day than “Datum” says"), "Aanvangstijd")
        return When.unknown()
    first = start or day
    if first and sort == _ONE_DAY and last_day(first, end):
        row.report(tr("this ends on another day, though “DatumSoort” says that it takes one"), "Eindtijd")
        end = None
    return when_between(first, end)


def _paper(row: OfficialRow, document: str = "") -> HousePaper:
    """A paper with its identifier (`document`), or a case (zaak)."""
    publications = row.one("HuidigeDocumentVersie").nested("DocumentPublicatie")
    return HousePaper(
        id=row.id,
        official=row.text("DocumentNummer") or row.text("Nummer"),
        changed=row.changed(),
        document=document,
        dossier=dossier_of(document) or _dossier(row),  # the one in its number, else the first that the House gives
        kind=row.text("Soort"),
        title=row.text("Onderwerp") or row.text("Titel"),
        dated=row.day("Datum") or row.day("GestartOp"),
        received=row.day("DatumOntvangst"),
        published=min((day for each in publications if (day := each.day("PublicatieDatum"))), default=None),
    )


def _toezegging(row: OfficialRow) -> Toezegging:
    """A commitment. `DatumNakoming` is the day on which it was met; if it is open and has no letter, the expected day.

    A row without a status may have been downloaded without it, so there the letters alone tell whether it was met.
    """
    made, words, day = row.day("Aanmaakdatum"), row.text("Tekst"), row.day("DatumNakoming")
    status, letters = row.one_of("Status", _PROMISE), row.texts("KamerbriefNakoming", "DocumentNummer", "Nummer")
    is_met = status is Promise.DONE or bool(letters and not row.text("Status"))
    is_expected = not is_met and not letters and status is not Promise.DROPPED and day and (made is None or day >= made)
    due = term_in(words, made) or (provisional(when_of(day)) if is_expected and day else When.unknown())
    return Toezegging(
        id=row.id,
        official=row.text("Nummer").upper(),
        changed=row.changed(),
        text=words,
        by=row.text("Naam") or row.text("Achternaam") or row.text("Functie"),
        to=_promised_to(row),
        activity=_debate(row).upper(),
        made=made,
        due=due,
        status=status,
        met=day if is_met else None,
        met_by=letters,
    )


def _debate(row: OfficialRow) -> str:
    """The number of the activity in which it was made: from a field, a nested row, or the row it is nested in."""
    if written := row.text("ActiviteitNummer") or row.one("Activiteit").text("Nummer"):
        return written
    holder = row.holder.text("Nummer") if row.holder else ""
    return holder if (found := _SORT_OF_NUMBER.fullmatch(holder.upper())) and found["Activiteit"] else ""


_READ: dict[str, Callable[[OfficialRow], None]] = {
    "Activiteit": _add_activity,
    "Document": lambda row: row.contents.papers.append(_paper(row, _identifier(row))),
    "Zaak": lambda row: row.contents.papers.append(_paper(row)),
    "Toezegging": lambda row: row.contents.toezeggingen.append(_toezegging(row)),
}


def _identifier(row: OfficialRow) -> str:
    """The identifier as published; or else made of dossier and number, or of the number of answers to questions.

    Dossier and number are not enough for the Eerste Kamer, which uses letters, and for a paper in several dossiers,
    as it is not clear to which of them the number belongs.
    """
    number, dossier = row.number("Volgnummer"), _dossier(row)
    is_clear = row.text("Kamer") not in _SENATE and len(row.nested("Kamerstukdossier")) == 1
    by_number = f"kst-{dossier}-{number}" if dossier and number and is_clear else ""
    published = cited_form(identifier_in(row.one("HuidigeDocumentVersie").text("ExterneIdentifier")), by_number)
    # `242502389` is number 2389 of the Aanhangsel of 2024–2025
    found, answers = _ANSWERS.fullmatch(row.text("Aanhangselnummer")), ""
    if found and int(found["to"]) == int(found["from"]) + 1:
        answers = f"ah-tk-20{found['from']}20{found['to']}-{int(found['number'])}"
    return published or identifier_in(by_number) or identifier_in(answers)


def _dossier(row: OfficialRow) -> str:
    """The number of its dossier with the suffix: `36200-X`. The suffix of an act of the Kingdom (R2100) is left out."""
    dossier = row.one("Kamerstukdossier")
    number, suffix = dossier.number("Nummer"), dossier.text("Toevoeging")
    suffix = "" if _OF_KINGDOM.fullmatch(suffix) else suffix
    return "-".join(filter(None, (str(number), suffix))) if number else ""


def _promised_to(row: OfficialRow) -> str:
    """To whom it was promised: one or several, each a person, a party, or a person with a party."""
    pairs = [(each.one("Persoon"), each.one("Fractie")) for each in row.nested("ToegezegdAan")]
    found = list[str]()
    for person, party in (*pairs, (row.one("ToegezegdAanPersoon"), row.one("ToegezegdAanFractie"))):
        name = " ".join(filter(None, map(person.text, ("Roepnaam", "Tussenvoegsel", "Achternaam"))))
        short = party.text("Afkorting") or party.text("NaamNL")
        found.append(f"{name} ({short})" if name and short else name or short)
    return ", ".join(dict.fromkeys(filter(None, found)))
