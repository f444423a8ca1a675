"""The fields in the head of a memo, declared once: the label in every variant seen, and what its value looks like."""

import re
from enum import StrEnum

import msgspec

from briefcli.memo.layout.headings import squash


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


class Label(msgspec.Struct, frozen=True):
    """One field; `shape` is what its value must look like, where that tells it from the others."""

    field: Field
    variants: tuple[str, ...]
    shape: str | None = None


_DATE = (
    r"(?:[a-z]{2,9},?\s)?(?:[0-9] ?){1,2}[ \-/.](?:[a-z]{3,9}\.?|[0-9 ]{1,3})[ \-/.]+(?:[0-9] ?){4}"
    r"(?:,?\s(?:om\s|at\s)?[0-2]?[0-9][.:][0-5][0-9].{0,20})?"
)
_NUMBER = r"(?=(?:\D*[0-9]){4})[A-Z0-9][A-Za-z0-9/._\- ]*"

LABELS = (
    Label(Field.TO, ("Aan", "Gericht aan", "To")),
    Label(Field.FROM, ("Van", "Afzender", "Indiener", "From")),
    Label(
        Field.DATE,
        ("Datum", "Datum nota", "Datum document", "Datum van indiening", "Verzonden", "Date", "Sent"),
        _DATE,
    ),
    Label(
        Field.REFERENCE,
        ("Onze referentie", "Referentie", "Kenmerk", "Ons kenmerk", "Nummer", "Documentnummer", "Zaaknummer",
         "Notanummer", "Ref.", "Nr.", "Our ref.", "Our reference", "Reference"),
        _NUMBER,
    ),
    Label(Field.REFERENCE, ("Uw referentie", "Uw kenmerk"), _NUMBER),
    Label(
        Field.AUTHOR,
        ("Opgesteld door", "Auteur", "Steller", "Behandeld door", "Contactpersoon", "Inlichtingen bij",
         "Ontworpen door", "Aangemaakt door", "Contact", "Opsteller", "Dossierhouder"),
    ),
    Label(
        Field.CONSULTED,
        ("Afgestemd met", "Samengewerkt met", "Intern afgestemd", "Extern afgestemd", "Intern OCW afgestemd",
         "Extern OCW afgestemd", "In overeenstemming met", "Medebetrokken",
         "Mede namens/met akkoord van", "Mede namens", "Met akkoord van"),
    ),
    Label(Field.COPY, ("In afschrift aan", "Kopie aan", "Afschrift aan", "Kopie", "CC")),
    Label(Field.INITIALS, ("Lijnparaaf", "Medeparaaf", "Parafenroute", "Paraaf", "Paraaf directeur")),
    Label(Field.PUBLIC, ("Nota actief openbaar", "Actief openbaar"), r"(?:Ja|Nee)\b.*"),
    Label(
        Field.TERM,
        ("Beslistermijn", "Uiterlijke datum", "Uiterste datum besluit", "Uiterste datum", "Reactie uiterlijk",
         "Deadline", "Termijn", "Reactie gewenst vóór", "Reactie gewenst voor", "Besluit nodig vóór",
         "Besluit nodig voor", "Reactie vóór", "Reactie voor"),
        _DATE,
    ),
    Label(Field.ANNEXES, ("Bijlage(n)", "Aantal bijlagen", "Bijlagen", "Bijlage")),
    Label(Field.RECEIVED, ("Ontvangen BPZ", "Ontvangen"), _DATE),
    Label(
        Field.TITLE,
        ("Betreft", "Onderwerp", "Titel", "Vergadering", "Overleg", "Bijeenkomst", "Meeting", "Subject", "Re"),
    ),
    Label(Field.TIME, ("Tijd", "Tijdstip", "Time"), r"(?:van\s)?[0-2]?[0-9][.:][0-5][0-9].{0,40}"),
    Label(
        Field.HELD,
        ("Wanneer", "When", "Datum gesprek", "Datum overleg", "Datum bijeenkomst", "Datum vergadering", "Datum debat",
         "Datum en tijd", "Datum en tijdstip", "Date of meeting", "Date and time"),
    ),
    Label(Field.PLACE, ("Locatie", "Plaats", "Waar", "Location", "Venue", "Where")),
    Label(Field.WANTED, ("Voor",)),
)  # fmt: skip

WANTED = re.compile(
    r"\W*(?:NOTA\s+)?TER\s+(?:BESLISSING|BESLUITVORMING|ONDERTEKENING|INFORMATIE|KENNISNAME|BESPREKING|ACCORDERING|GOEDKEURING"
    r"|VOORBEREIDING|PARAFERING|INSTEMMING)(?:\s*(?:/|en|EN)\s*\w+)?\W*",
    re.IGNORECASE,
)
SIGNATORY = re.compile(
    r"\s*(?:DE|HET)\s+(?:(?:PLV\.?|PLAATSVERVANGEND|WND\.?)\s+)?(?:DIRECTEUR|SECRETARIS|MINISTER|STAATSSECRETARIS"
    r"|COMMANDANT|HOOFD|INSPECTEUR|THESAURIER|HOOFDDIRECTEUR)[A-Z\-’' ,&]*"
)

_BY_LETTERS = {squash(variant): label for label in LABELS for variant in label.variants}
_LONGEST = 30
_NUMBER_BEFORE = re.compile(r"^[0-9]{1,2}[.)]\s+(?=[A-Z])")  # the fields of a form can be numbered
# Words that begin an ordinary line as well: labels only before a colon
_WITH_COLON = frozenset(
    {"Voor", "Waar", "To", "Re", "From", "Sent", "Time", "Tijd", "Plaats", "Contact", "Kopie", "Venue", "Titel"}
)


def label_of(text: str) -> Label | None:
    """The label that a whole line is, or None."""
    text = _NUMBER_BEFORE.sub("", text.strip())
    if len(text) > _LONGEST or any(char.isdigit() for char in text):
        return None
    return _BY_LETTERS.get(squash(text))


def labelled(text: str) -> tuple[Label, str] | None:
    """A label with its value on the same line: after a colon, or as `Aan de Minister-President`."""
    before, colon, value = text.partition(":")
    if colon and value.strip():
        label = label_of(before)
        return (label, value.strip()) if label else None
    found = _ON_ONE_LINE.match(text)
    if not found:
        return None
    label = _BY_LETTERS[squash(found["label"])]
    value = text[found.end() :].strip()
    return (label, value) if label.shape is None or fits(label, value) else None


def fits(label: Label, value: str) -> bool:
    """Whether a value looks like what the label asks for; a label without a shape takes anything."""
    return label.shape is None or re.fullmatch(label.shape, value.strip(), re.IGNORECASE) is not None


_VARIANTS = {variant for label in LABELS for variant in label.variants}
_ON_ONE_LINE = re.compile(
    rf"\s*(?P<label>{'|'.join(re.escape(v) for v in sorted(_VARIANTS - _WITH_COLON, key=len, reverse=True))})"
    r"\s+(?=[A-Z0-9]|de |het )"
)
