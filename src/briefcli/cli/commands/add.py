import re
from typing import Annotated, Any, Literal, NamedTuple, cast

from briefcli.catalog import later, tr, tr_as
from briefcli.cli.changing import Opened, finish, opened
from briefcli.cli.commands.done import paper_typed
from briefcli.cli.input import ask_until, is_terminal, typed_date, typed_due
from briefcli.cli.options import Common, DryRun, MeetingId, argument, option
from briefcli.domain.anchors import Thing, named
from briefcli.domain.due import MEETING_ANCHOR
from briefcli.domain.item import words_of
from briefcli.domain.vocabulary import EVENT_KINDS
from briefcli.errors import UsageError
from briefcli.reading.leaves import two_numbers
from briefcli.reading.sense import counts_from_nowhere
from briefcli.views.labels import in_words

Sort = Literal["deadline", "event", "paper", "commitment", "point", "figure"]  # what can be added
SortTyped = Literal[Sort, "document", "gebeurtenis", "stuk", "toezegging", "punt", "cijfer"]


class _Sought(NamedTuple):
    name: str  # of its list in the agenda
    headline: str  # the field that the typed words fill
    asked: tuple[str, ...] = ()  # its other fields, in the order in which a file has them


_SORTS: dict[Sort, _Sought] = {
    "deadline": _Sought("deadlines", "title", ("due", "owner")),
    "event": _Sought("events", "title", ("kind", "when", "place")),
    "paper": _Sought("documents", "ref", ("date", "kind", "title")),
    "commitment": _Sought("commitments", "title", ("kind", "ref", "due", "owner")),
    "point": _Sought("key_points", "text"),
    "figure": _Sought("figures", "what", ("year", "amount", "unit")),
}
_OTHER_NAMES: dict[SortTyped, Sort] = {
    "document": "paper",  # as its list is called in a file
    "gebeurtenis": "event",
    "stuk": "paper",
    "toezegging": "commitment",
    "punt": "point",
    "cijfer": "figure",
}
# `1.234,5` or `1,234.5`: with decimals, or with two separators or more, it is clear which sign marks the thousands
_THOUSANDS = (
    r"(?P<whole>[-+]?[1-9][0-9]{0,2}(?P<sign>[.,])[0-9]{3}(?:(?P=sign)[0-9]{3})*)"
    r"(?:(?!(?P=sign))[.,](?P<decimals>[0-9]+))?"
)
_QUESTIONS = {
    "title": later("What is it called"),
    "ref": later("The paper's number (28 676, nr. 434)"),
    "text": later("The point"),
    "what": later("What the figure is of"),
    "due": later("Due (a date, or 5 workdays before meeting)"),
    "owner": later("Who is responsible"),
    "kind": later("What kind"),
    "when": later("When"),
    "place": later("Where"),
    "date": later("The paper's date"),
    "amount": later("The number"),
    "unit": later("What the number counts"),
    "year": later("The year"),
}


def run(
    common: Common,
    meeting: MeetingId,
    typed: Annotated[SortTyped, argument("SORT", "deadline, event, paper, commitment, point or figure.")],
    words: Annotated[
        list[str] | None, argument("[WORDS…]", "Its title, its number (a paper) or its text (a point).")
    ] = None,
    due: Annotated[str | None, option("--due", "DATE", "When it is due.")] = None,
    when: Annotated[str | None, option("--when", "DATE", "When it happens.")] = None,
    date: Annotated[str | None, option("--date", "DATE", "The paper's own date.")] = None,
    title: Annotated[str | None, option("--title", "TEXT", "The paper's title.")] = None,
    kind: Annotated[str | None, option("--kind", "KIND", "Its kind.")] = None,
    place: Annotated[str | None, option("--place", "TEXT", "Where it happens.")] = None,
    owner: Annotated[str | None, option("--owner", "NAME", "Who is responsible.")] = None,
    ref: Annotated[str | None, option("--ref", "NUMBER", "The paper that contains a commitment.")] = None,
    amount: Annotated[str | None, option("--amount", "NUMBER", "The number of a figure.")] = None,
    unit: Annotated[str | None, option("--unit", "TEXT", "What the number counts.")] = None,
    year: Annotated[str | None, option("--year", "YEAR", "The year of a figure.")] = None,
    dry_run: DryRun = False,
) -> None:
    """Add something to an agenda. On a terminal, it asks for what you leave out.

    Example: brief add dmm-2023-06 deadline Lijnen --due "2 workdays before debate"
    """
    given = {
        "due": due, "when": when, "date": date, "title": title, "kind": kind, "place": place, "owner": owner,
        "ref": ref, "amount": amount, "unit": unit, "year": year,
    }  # fmt: skip
    sort = cast("Sort", _OTHER_NAMES.get(typed, typed))
    change = opened(meeting, common)
    sought = _SORTS[sort]
    if words:
        given[sought.headline] = " ".join(words)
    strange = [name for name, text in given.items() if text and name not in {sought.headline, *sought.asked}]
    if strange:
        message = tr("--{option} does not go with {sort}", sort=typed, option=strange[0])
        hint = tr("give --{options}", options=", --".join(sought.asked)) if sought.asked else tr("give its text alone")
        raise UsageError(message, hint)
    fields = _fields(change, sort, {name: text for name, text in given.items() if text})
    change.draft.add(sought.name, fields["text"] if sort == "point" else _named_as_standard(change, sort, fields))
    said = tr("“{title}” is added", title=fields[sought.headline])
    finish(change, said, dry_run=dry_run)


def _fields(change: Opened, sort: Sort, given: dict[str, str]) -> dict[str, Any]:
    """The fields that were given and those that are asked for, all in the form of the file. Raises UsageError."""
    sought = _SORTS[sort]
    fields: dict[str, Any] = {}
    if sought.headline not in given and not is_terminal():
        raise UsageError(tr("what to add is missing"), tr("brief add ID {sort} WORDS", sort=sort))
    asks = is_terminal() and not given.keys() - {sought.headline}
    for name in (sought.headline, *sought.asked):
        if name in given:
            fields[name] = _read(change, name, given[name])
        elif asks or name == sought.headline:
            answer = _asked(change, sort, name, must=name == sought.headline)
            fields |= {} if answer is None else {name: answer}
    return fields


def _named_as_standard(change: Opened, sort: Sort, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with the id of the standard deadline or event of the same title, so that they take its place."""
    for each in change.things(sort):
        if each.standard and each.title.casefold() == fields["title"].casefold():
            kind = {"kind": each.kind} if sort == "event" else {}
            return {"title": fields["title"], "id": each.id} | kind | fields
    return fields


def _asked(change: Opened, sort: Sort, name: str, *, must: bool) -> Any:
    """The answer in the form of the file, asked again until it can be read. None if it is optional and left empty."""
    question, otherwise = tr(_QUESTIONS[name]), None if must else ""
    if sort == "event" and name == "kind":
        question = tr("What kind ({kinds}, …)", kinds=", ".join(map(in_words, EVENT_KINDS[:6])))
    return ask_until(question, otherwise, lambda typed: _read(change, name, typed) if must or typed.strip() else None)


def _read(change: Opened, name: str, text: str) -> Any:
    match name:
        case "due":
            return _due(change, text)
        case "when" | "date":
            return typed_date(text, change.place.today, ahead=name == "when").text
        case "ref":
            return paper_typed(text)
        case "amount":
            return _number(text)
        case "year":
            return _year(text)
        case _:
            return text.strip()


def _due(change: Opened, text: str) -> str:
    due = typed_due(text, change.place.today)
    if wrong := counts_from_nowhere(due, change.agenda, change.place.settings().rhythms):
        name = _name_of(change, due.anchor)
        if name is None:
            raise UsageError(*wrong)
        head, side, _ = due.text.partition(f"{due.side} ")
        return f"{head}{side}{name}"
    return due.text


def _name_of(change: Opened, words: str) -> str | None:
    """The name to count from of the thing that these words mean; None if they do not mean exactly one thing.

    “het commissiedebat” means an event by its title, “de DMM” and “de raad” the meeting by its series and its kind.
    """
    seen = change.seen
    meeting = Thing("meeting", words_of(seen.title), seen.series or "", seen.kind or "")
    things = [meeting, *change.things("event", "deadline")]
    found = named(things, re.sub(r"\A(?:de|het|the) ", "", words))
    if len(found) != 1:
        return None
    [thing] = found
    if thing is meeting:
        return MEETING_ANCHOR
    is_only_one = sum(each.kind == thing.kind for each in things if each.source == "event") == 1
    return thing.id or (thing.kind if thing.source == "event" and is_only_one else "") or None


def _year(text: str) -> int:
    if not re.fullmatch("[0-9]{4}", text.strip()):
        raise UsageError(tr("“{text}” is not a year", text=text), tr("write it as in 2023"))
    return int(text)


def _number(text: str) -> int | float:
    """Read a number with a decimal comma or point. Raises UsageError, also if that may be a thousands separator."""
    plain = text.replace(" ", "")
    if (found := re.fullmatch(_THOUSANDS, plain)) and (found["decimals"] or plain.count(found["sign"]) > 1):
        whole = found["whole"].replace(found["sign"], "")
        plain = f"{whole}.{found['decimals']}" if found["decimals"] else whole
    plain = plain.replace(",", ".")
    if can_be := two_numbers(plain, tr_as("decimals", ".")):
        message = tr("“{text}” can mean two numbers", text=text)
        raise UsageError(message, tr("write {one} or {other}", one=can_be[0], other=can_be[1]))
    try:
        number = float(plain)
    except ValueError as error:
        hint = tr("write 16,6 or 16.6, and what it counts behind --unit")
        raise UsageError(tr("“{text}” is not a number", text=text), hint) from error
    return int(number) if number.is_integer() and "." not in plain else number
