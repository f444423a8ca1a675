"""The words that a field of an agenda may hold, and the Dutch words that are accepted for them."""

from collections.abc import Collection
from enum import StrEnum
from functools import cache

from briefcli.catalog import later


class Status(StrEnum):
    """The state of a meeting, session or event."""

    PLANNED = "planned"
    HELD = "held"
    MOVED = "moved"
    CANCELLED = "cancelled"
    NOT_REACHED = "not-reached"


class Promise(StrEnum):
    """The state of a commitment or motion."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


MEETING_KINDS = (
    "ministerial", "informal", "summit", "council", "debate", "committee", "working group", "bilateral",
    "conference", "visit", "other",
)  # fmt: skip
DEBATE, CONSULTATION = "debate", "written consultation"  # both with the House; one replaces the other
WITH_THE_HOUSE = frozenset({DEBATE, CONSULTATION})
EVENT_KINDS = (
    DEBATE, CONSULTATION, "side meeting", "summit", "publication", "deadline", "vote", "visit", "press", "other",
)  # fmt: skip
DOCUMENT_KINDS = (
    "letter", "annotated agenda", "report", "motion", "question", "answer", "decision memo", "bill", "advice",
    "statement", "regulation", "fiche", "agenda", "other",
)  # fmt: skip
COMMITMENT_KINDS = ("commitment", "motion")
BODIES = (  # each body with all its names
    ("EU", "European Union", "Europese Unie"), ("NATO", "NAVO"), ("UN", "VN", "United Nations", "Verenigde Naties"),
    ("OSCE", "OVSE"), ("OECD", "OESO"), ("Council of Europe", "Raad van Europa"), ("Benelux",),
)  # fmt: skip
OPEN_AUDIENCES = ("public", "house", "press")
AUDIENCES = (*OPEN_AUDIENCES, "minister", "spokesperson", "ministry")
# The Dutch words for the words above; of two, the one that the field allows
DUTCH: dict[str, tuple[str, ...]] = {
    "gepland": ("planned",), "gehouden": ("held",), "verplaatst": ("moved",), "geannuleerd": ("cancelled",),
    "afgelast": ("cancelled",), "vervallen": ("cancelled", "dropped"), "niet aan toegekomen": ("not-reached",),
    "gedaan": ("done",), "gereed": ("done",), "afgedaan": ("done",), "openstaand": ("open",),
    "ministerieel": ("ministerial",), "informeel": ("informal",), "top": ("summit",), "raad": ("council",),
    "debat": ("debate",), "schriftelijk overleg": ("written consultation",), "so": ("written consultation",),
    "inbreng schriftelijk overleg": ("written consultation",),
    "commissie": ("committee",), "nevenbijeenkomst": ("side meeting",), "werkgroep": ("working group",),
    "bilateraal": ("bilateral",), "conferentie": ("conference",), "bezoek": ("visit",), "overig": ("other",),
    "publicatie": ("publication",), "stemming": ("vote",), "pers": ("press",), "brief": ("letter",),
    "geannoteerde agenda": ("annotated agenda",), "verslag": ("report",), "motie": ("motion",),
    "vraag": ("question",), "antwoord": ("answer",),
    "beslisnota": ("decision memo",), "wetsvoorstel": ("bill",), "advies": ("advice",), "verklaring": ("statement",),
    "verordening": ("regulation",), "toezegging": ("commitment",),
    "openbaar": ("public",), "kamer": ("house",), "bewindspersoon": ("minister",), "woordvoerder": ("spokesperson",),
    "ministerie": ("ministry",),
}  # fmt: skip
# Each is a debate, but a date that counts from one of them does not count from just any debate
_DEBATES = frozenset({"commissiedebat", "plenair debat", "tweeminutendebat", "wetgevingsoverleg", "notaoverleg"})
# Other words for keys. They are not accepted, but show which key is meant: the first that is allowed in that place
MEANT_KEYS: dict[str, tuple[str, ...]] = {
    "titel": ("title", "text"), "title": ("text",), "tekst": ("text",), "naam": ("title",),
    "onderwerp": ("title", "topics"), "reeks": ("series",),
    "orgaan": ("body",), "soort": ("kind",), "type": ("kind",), "plaats": ("place",), "locatie": ("place",),
    "datum": ("date", "when", "due"), "date": ("when", "due"), "wanneer": ("when",), "start": ("when",),
    "deadline": ("due",), "wie": ("owner",), "samenvatting": ("summary",), "besluit": ("decision",),
    "sessies": ("sessions",), "kernpunten": ("key_points",), "punten": ("points", "key_points"),
    "onderwerpen": ("topics",), "inzet": ("position",), "standpunt": ("position",), "aanwezig": ("attendees",),
    "cijfers": ("figures",), "bedrag": ("amount",), "eenheid": ("unit",), "jaar": ("year",), "bron": ("source",),
    "stukken": ("documents",), "documenten": ("documents",), "bijlagen": ("documents",), "nummer": ("ref", "number"),
    "gebeurtenissen": ("events",), "termijn": ("due",), "uiterlijk": ("due",), "voor": ("due",), "steller": ("owner",),
    "eigenaar": ("owner",), "toezeggingen": ("commitments",), "moties": ("commitments",), "door": ("by",),
    "aan": ("to",), "vragen": ("questions",), "vraag": ("question",), "antwoord": ("answer",),
    "spreektekst": ("speaking",), "afgestemd": ("consulted",), "toelichting": ("note",), "opmerking": ("note",),
}  # fmt: skip
ACTIVITY_NUMBER = "[0-9]{4}A[0-9]{5}"  # a pattern for the numbers that the House gives to activities
NOT_READ = later("not yet read")  # the ground of an imported text until a person releases it


def usual_word(word: str, vocabulary: Collection[str]) -> str:
    """The word of the vocabulary that a Dutch word stands for; any other word unchanged."""
    plain = word.strip().casefold()
    known = (DEBATE,) if plain in _DEBATES else DUTCH.get(plain, ())
    return next((each for each in known if each in vocabulary), word)


def plain_name(words: str) -> str:
    """An id or kind as a key for look-ups: `side-meeting`, `Side meeting` and `side  meeting` are the same."""
    return " ".join(words.replace("-", " ").casefold().split()) or words.strip()


@cache
def body_names(body: str) -> tuple[str, ...]:
    """All names of a body: for NATO also NAVO."""
    return next((names for names in BODIES if plain_name(body) in map(plain_name, names)), (body,))


def kind_names(kind: str) -> set[str]:
    """A kind as keys for look-ups: the kind itself, and its English words if it is Dutch."""
    plain = plain_name(kind)
    return {plain, *DUTCH.get(plain, ())}
