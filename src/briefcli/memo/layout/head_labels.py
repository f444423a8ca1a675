"""Declares the fields in the head of a memo: all known variants of each label, and what its value looks like.

Also splits a line that holds two columns, as such a head has, into two lines.
"""

import re
from enum import StrEnum

from briefcli.memo.layout.headings import squash, table_of
from briefcli.memo.layout.table_rows import are_columns
from briefcli.memo.text import HOUR, Line, clean_line


class Field(StrEnum):
    """What a label in the head asks for."""

    TO = "to"
    FROM = "from"
    DATE = "date"
    REFERENCE = "reference"
    AUTHOR = "author"
    CONSULTED = "consulted"
    COPY = "copy"
    INITIALS = "initials"
    PUBLIC = "public"
    TERM = "term"
    ANNEXES = "annexes"
    RECEIVED = "received"
    TITLE = "title"
    WANTED = "wanted"
    HELD = "held"
    TIME = "time"
    PLACE = "place"
    PRESENT = "present"
    ACTIVITY = "activity"


_AT = rf"(?:,?\s(?:om\s|at\s)?{HOUR}.{{0,20}})?"  # a time after a day
_DATE = r"(?:[a-z]{2,9},?\s)?(?:[0-9] ?){1,2}[ \-/.](?:[a-z]{3,9}\.?|[0-9 ]{1,3})[ \-/.]+(?:[0-9] ?){4}" + _AT
# A day that may have no year
DAY = (
    r"(?:[a-z]{2,7}da[gy],?\s)?[0-9]{1,2}(?:\s[a-z]{3,9}\.?|[-/.][0-9]{1,2}(?=[-/\s,]|$))"
    r"(?:[-/\s]+[0-9]{4})?(?:\s(?:a\.s\.|aanstaande))?" + _AT
)
_NUMBER = r"(?=(?:\D*[0-9]){4})(?!.*\b[a-z]{5,} [a-z]{5,})[A-Z0-9][A-Za-z0-9/._\- ]*"

# What a value must look like, for fields whose values can be told from those of other fields
SHAPES = {
    Field.DATE: _DATE,
    Field.TERM: rf"(?:[^0-9.;:]{{0,50}}\b(?:uiterlijk|v[oó]{{2}}r|by)\s(?:op\s)?)?(?:{_DATE}|{DAY})"
    r"(?:\s?(?:[(,;–]|(?:uur\s)?(?:i\.?v\.?m\b|in\sverband|wegens|vanwege)).{0,80})?",
    Field.RECEIVED: _DATE,
    Field.REFERENCE: rf"(?!{_DATE}$){_NUMBER}",
    Field.PUBLIC: r"(?:Ja|Nee|Deels|Gedeeltelijk)\b.*",
    Field.TIME: rf"(?:van\s)?{HOUR}.{{0,40}}",
}
# Each row: a field and the variants of its label; `voor` stands for `vóór` as well. A star marks a variant that can
# also start an ordinary line: before a value it needs a colon
_TABLE = """
to: Aan; Gericht aan; To*
from: Van; Afzender; Indiener; Bewindspersoon; Bewindspersonen; From*
date: Datum; Datum nota; Datum document; Datum van indiening; Verzonden; Date; Sent*
reference: Onze referentie; Referentie; Kenmerk; Ons kenmerk; Nummer; Documentnummer; Zaaknummer; Zaaknr.; Reg.nr.;
    Registratienummer; Notanummer; Ref.; Nr.; Our ref.; Our reference; Reference; Uw referentie; Uw kenmerk
author: Opgesteld door; Auteur; Author; Drafted by; Prepared by; Steller; Behandeld door; Contactpersoon; Contact*;
    Inlichtingen bij; Ontworpen door; Aangemaakt door; Opsteller; Dossierhouder; Secretaris*; Notulist; Verslaglegging;
    Verslag door; Contactpersonen; Aanspreekpunt; Achtervang; Stellers; Opstellers; Auteurs
consulted: Afgestemd; Afgestemd met; Samengewerkt met; Intern afgestemd; Extern afgestemd; Intern OCW afgestemd;
    Extern OCW afgestemd; In overeenstemming met; Medebetrokken; Mede namens/met akkoord van; Mede namens; Met
    akkoord van
copy: In afschrift aan; Kopie aan; Afschrift aan; Kopie*; CC
initials: Lijnparaaf; Medeparaaf; Parafenroute; Paraaf; Paraaf directeur
public: Nota actief openbaar; Nota openbaar; Actief openbaar
term: Deadline; Uiterlijk
annexes: Bijlage(n); Bijl.; Aantal bijlagen; Bijlagen; Bijlage
received: Ontvangen BPZ; Ontvangen
title: Betreft; Onderwerp; Titel*; Titel/onderwerp; Onderwerp/titel; Gelegenheid; Vergadering; Overleg; Bijeenkomst;
    Meeting; Subject; Re*; Event*; Evenement*; Debat*; Debate*
time: Tijd*; Tijdstip; Time*
held: Wanneer; When; Dag en tijd; Datum gesprek; Datum overleg; Datum bijeenkomst; Datum vergadering; Datum debat;
    Datum en tijd; Datum en tijdstip; Datum ministerraad; Date of meeting; Date and time; Vergaderdatum; Overlegdatum;
    Meeting date
present: Aanwezig*; Aanwezigen; Afwezig*; Afwezigen; Afgemeld; Afmeldingen*; Deelnemers*; Met bericht van verhindering;
    Present*; Participants*; Apologies; Absent*; Voorzitter*; Chair*
place: Locatie; Plaats*; Waar*; Location; Venue*; Where; Zaal*
wanted: Voor*
activity: Activiteit; Soort activiteit
"""

WANTED = re.compile(
    r"(?i)\W*(?:NOTA\s+)?TER\s+(?:BESLISSING|BESLUITVORMING|ONDERTEKENING|INFORMATIE|KENNISNAME|BESPREKING|ACCORDERING|GOEDKEURING"
    r"|VOORBEREIDING|PARAFERING|INSTEMMING)(?:\s*(?:/|en|EN)\s*\w+)?\W*"
)
# What is done with a paper on a day, which is not the day of a meeting
STAMPS = (
    "gepubliceerd|geplaatst|bijgewerkt|gewijzigd|verzonden|verstuurd|vastgesteld|goedgekeurd|opgesteld"
    "|published|issued|updated|modified|sent|approved|adopted"
    r"|(?:as of|versie(?: van)?|version(?: of)?|stand(?: van| per)?)(?=\s(?:\w+day\s|\w+dag\s)?[0-9]{1,2}[ /-][0-9a-z])"
)
# How to reach a ministry. A postal code has a place behind it or ends the line, unlike `in 2024 EU-landen`
ADDRESS = re.compile(
    r"\W{0,9}(?:(?:.{0,40}\s)?Postbus\s[0-9]+.{0,40}|(?:Tel|Telefoon|Fax|Internet|E-?mail)\b\W{0,9}(?:[0-9]|www\.|\S{1,60}@).{0,60}"
    r"|[TFM]\s+(?:\+31|0)[0-9 ().-]{8,}|www\.\S+|Ministerie\s+van(?:\s(?:en|[A-Z]\w+))+"
    r"|[A-Z]\w{1,30}(?:weg|straat|laan|plein)\s[0-9]+.{0,40}|[1-9][0-9]{3}\s?[A-Z]{2}(?:\s{1,2}[A-Z][\w’'-]+.{0,30}|(?=\s*$)))\s*"
)

_FIELDS = {variant: Field(name) for name, variants in table_of(_TABLE) for variant in variants}
_BY_LETTERS = {squash(variant): field for variant, field in _FIELDS.items()}
# Two labels and the title, if extraction lost the spaces between them
GLUED = re.compile(
    r"\s*Aan:?\s?(?P<to>[A-Z][A-Z&/]+)Van:?\s?(?P<from>[A-Z][\w&]*?(?:/[A-Z&]+)*)(?P<title>[A-Z][a-z].*)"
)
_BY_DAY = re.compile(
    r"(?i)\s*(?:(?:graag|gaarne|s\.?v\.?p\.?|uw|te)\s){0,2}(?:uiterlijk\w*|uiterste|deadline|\w*termijn|reageren"
    r"|reactie\w*(?!\sop\s(?-i:[A-Z]))|beslis(?!nota)\w*|besluit(?!enlijst)\w*|akkoord|retour|tekenen|paraferen|antwoord\w*)\b[^.;0-9]{0,40}?"
    rf"\s*(?P<day>{DAY}\W*)"
)
# The label of a term: words for what is asked, with at least one that says by when
_OF_TERM = re.compile(
    r"(?i)(?=.*(?:uiterlijk|uiterste|deadline|termijn|[es]datum|\w\W+v[oó]{2}r\b|\w\W+by\b|\bdue\b))(?:(?:graag|gewenst|nodig|bij"
    r"|datum|besluit|besliss?en|reageren|reactie|retour|action|decision|reply|response|required|date|uiterlijke?|uiterste"
    r"|deadline|\w*termijn|(?:reactie|beslis)datum|aanleveren|actie|behandelen|terugkoppeling|due|by|v[oó]{2}r)\b[\s:]*)+"
)
_LONGEST = 30
_NUMBER_BEFORE = re.compile(r"^[0-9]{1,2}[.)]\s+(?=[A-Z])")  # the fields of a form can be numbered
_ALONE = sorted((re.escape(each) for each in _FIELDS if f"{each}*" not in _TABLE), key=len, reverse=True)
_ON_ONE_LINE = re.compile(rf"\s*(?P<label>{'|'.join(_ALONE).replace('voor', 'v[oó][oó]r')})\s+(?=[A-Z0-9]|de |het )")


def label_of(text: str) -> Field | None:
    """The field whose label is the whole line, or None."""
    text = _NUMBER_BEFORE.sub("", text.strip())
    if len(text) > _LONGEST or any(char.isdigit() for char in text):
        return None
    return _BY_LETTERS.get(squash(text)) or (Field.TERM if _OF_TERM.fullmatch(text) else None)


def labelled(text: str) -> tuple[Field, str] | None:
    """The field and value of a line that has both: after a colon, or as `Aan de Minister`, `Akkoord voor 4 mei`."""
    before, colon, value = text.partition(":")
    field = label_of(before) if colon and value.strip() else None
    if field is not None:
        return field, value.strip()
    if found := _BY_DAY.fullmatch(text):
        return Field.TERM, found["day"]
    if (found := _ON_ONE_LINE.match(text)) is None or value.strip():
        return None
    field, value = _BY_LETTERS[squash(found["label"])], text[found.end() :].strip()
    return (field, value) if fits(field, value) else None


def is_field(text: str) -> bool:
    """Whether a line is a label of the head, or starts with one and a colon."""
    return label_of(text) is not None or (":" in text and labelled(text) is not None)


def fits(field: Field, value: str) -> bool:
    """Whether a value looks like one of the field. A field without a shape accepts any value."""
    return field not in SHAPES or re.fullmatch(SHAPES[field], value.strip(), re.IGNORECASE) is not None


_GAP = re.compile(r"(?i)(?<=\S)(?:\t[ \t]*| {3,})(?=\S)|(?:(?<=^aan)|(?<=^van)|(?<=^datum)|(?<=^betreft)) {2}(?=\S)")
# What can start a column besides a label: a page number, the number of a Council paper, or a time with no other words
_BEGINS = re.compile(rf"(?:Pagina|Page|Blz\.)\s[0-9].*|\+ ADD\b.*|[0-9]{{3,5}}/[0-9]{{2}}(?:\s.*)?|{HOUR}(?:\s?uur)?")


def split_columns(raw: str, page: int | None, number: int, *, is_heading: bool = False) -> list[Line]:
    """Make lines of one extracted line: one for each of its columns, with a colon between a label and its value."""
    pieces = _GAP.split(raw)
    first, *others = [raw] if len(pieces) > 12 or are_columns(pieces) else pieces
    found = [first]
    for piece in others:
        last = found[-1].rstrip()
        is_asked = WANTED.fullmatch(piece) is not None and not last.endswith(":") and not piece.startswith(":")
        begins = is_field(piece) or _BEGINS.fullmatch(piece.rstrip()) or is_asked
        if begins and any(map(str.isalpha, first)):  # else `first` is the time or number of an item
            found.append(piece)
        elif label_of(last) is not None and not last.endswith(":") and not piece.startswith(":"):
            found[-1] = f"{last}: {piece}"
        else:
            found[-1] = f"{last} {piece}"
    return [Line(clean_line(each), page, number, is_heading) for each in found]
