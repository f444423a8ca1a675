"""`brief new` leads a person through a new agenda: at most eight questions, each with its likely answer."""

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from briefcli.catalog import tr
from briefcli.cli.input import agrees, ask, ask_until
from briefcli.cli.output import warn
from briefcli.cli.typing_dates import typed_date
from briefcli.domain.file_names import LONGEST_ID, suggested_name
from briefcli.domain.vocabulary import MEETING_KINDS, usual_word
from briefcli.views.labels import in_words

if TYPE_CHECKING:
    from briefcli.index.queries import Index
    from briefcli.workspace import Workspace


def answers(place: "Workspace", known: dict[str, Any]) -> dict[str, Any]:
    """What the user answers, by field; what is known already is the likely answer."""
    given: dict[str, Any] = {}
    given["title"] = _title(known)
    given["when"] = ask_until(
        tr("When (15 juni 2023, 2023-06, unknown)"),
        known.get("when", "unknown"),
        lambda typed: typed_date(typed, place.today).text,
    )
    given["series"] = ask(
        tr("Series (what ties its editions together)"), known.get("series") or _series(given["title"])
    )
    likely = _usual_body(place) | _likely(place, given["series"]) | known
    given["body"] = ask(tr("Body (whose meeting it is: NATO, EU, …)"), likely.get("body", "")).strip()
    kinds = ", ".join(map(in_words, MEETING_KINDS[:6]))
    usual = likely.get("kind") or _usual_kind(place, given["body"])
    kind = ask(tr("Kind ({kinds}, …)", kinds=kinds), usual and in_words(usual)).strip()
    given["kind"] = usual_word(kind, MEETING_KINDS)
    given["place"] = ask(tr("Place"), likely.get("place", "")).strip()
    asked = ask(tr("What is the minister asked to decide (Enter: not known yet)"), "").strip()
    given["decision"] = [{"text": asked}] if asked else []
    given["drops"] = _dropped(place, given)
    return {name: value for name, value in given.items() if value}


def _title(known: dict[str, Any]) -> str:
    while True:
        title = ask(tr("What meeting is it (its title)"), known.get("title")).strip()
        if title:
            return title


def _likely(place: "Workspace", series: str) -> dict[str, str]:
    """What the last edition of the series says, which the new one most often repeats."""
    from briefcli.index.queries import Filter

    with place.open_index() as index:
        editions = list(index.meetings(Filter(series=series)))
    if not editions:
        return {}
    last = editions[-1]
    return {name: text for name in ("body", "kind", "place") if (text := getattr(last, name)) and text[0] != "["}


def _usual_body(place: "Workspace") -> dict[str, str]:
    """The body for which brief.toml has standard deadlines, where there is only one."""
    bodies = [each.bodies[0] for each in place.settings().rhythms if each.bodies]
    return {"body": bodies[0]} if len(bodies) == 1 else {}


def _usual_kind(place: "Workspace", body: str) -> str:
    """The first kind of this body's meetings for which brief.toml has standard deadlines."""
    kinds = (each.kinds[0] for each in place.settings().rhythms if body in each.bodies and each.kinds)
    return next(kinds, "")


def _dropped(place: "Workspace", given: dict[str, Any]) -> list[str]:
    """The standard deadlines that the user does not want for this meeting: all or none of them."""
    from briefcli.domain.agenda import Agenda
    from briefcli.domain.rhythm import inherited
    from briefcli.domain.when import parse_when

    series, body, kind = (given[name] or None for name in ("series", "body", "kind"))
    agenda = Agenda(title=given["title"], when=parse_when(given["when"]), series=series, body=body, kind=kind)
    brought = inherited(agenda, place.settings().rhythms)
    if not brought:
        warn(_why_nothing(place))
        return []
    titles = ", ".join(each.item.title for each in brought)
    wanted = agrees(tr("With the standard deadlines ({titles})?", titles=titles), otherwise=True)
    return [] if wanted else [each.item.id for each in brought]


def _why_nothing(place: "Workspace") -> str:
    """For which meetings there are standard deadlines, so that a slip in body or kind does not go unseen."""
    rhythms = place.settings().rhythms
    if not rhythms:
        return tr("brief.toml has no standard deadlines; brief add writes what is due")
    fits = "; ".join(
        " + ".join("/".join(names) for names in (each.bodies, each.kinds, each.series) if names) for each in rhythms
    )
    return tr("no standard deadlines fit this meeting; they are for {meetings}", meetings=fits)


def _series(title: str) -> str:
    """The likely series: the letters of an abbreviation in the title, else its first words."""
    found = re.search(r"\b[A-Z]{2,6}\b", title)
    return found[0].lower() if found else slug(title).partition("-")[0]


def slug(text: str) -> str:
    """A text as an id may be: small letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def suggested_id(index: "Index", given: dict[str, Any]) -> str:
    """Series and month, as in `dmm-2025-06`; at most 24 characters, and none that is there already."""
    found = re.match(r"[0-9]{4}(?:-(?:[0-9]{2}|W[0-9]{2}))?", given["when"].removeprefix("../"))
    name = slug(str(given.get("series") or given["title"])) or "meeting"
    id_ = suggested_name(name, found[0] if found else "")
    numbered = (f"{id_[: LONGEST_ID - 3]}-{number}" for number in range(2, 100))
    return next(each for each in (id_, *numbered) if each not in index.ids)
