import re
from pathlib import Path
from typing import Annotated, Any

from briefcli.catalog import count, tr
from briefcli.cli.changing import keep
from briefcli.cli.choosing import file_typed
from briefcli.cli.input import agrees, ask, ask_until, is_terminal, typed_date
from briefcli.cli.options import argument, flag, option
from briefcli.cli.output import say, warn, workspace
from briefcli.cli.titles import date_in, told_by, year_in
from briefcli.domain.agenda import Agenda
from briefcli.domain.dates.typed import read_typed
from briefcli.domain.file_names import LONGEST_ID, is_device, slug, suggested_name
from briefcli.domain.rhythm import inherited
from briefcli.domain.vocabulary import MEETING_KINDS, usual_word
from briefcli.domain.when import can_agree, parse_when
from briefcli.errors import UsageError
from briefcli.files.undo import WrittenFile
from briefcli.files.write import create, replace, rights_like
from briefcli.folders import is_agenda_name
from briefcli.index.naming import choose
from briefcli.index.queries import Filter, Index
from briefcli.render.wording import date_words
from briefcli.views.labels import in_words
from briefcli.workspace import Workspace
from briefcli.writing.carrying import carried_over, left_behind
from briefcli.writing.schema import schema_text
from briefcli.writing.template import short_template, template

SCHEMA_FILE = ".schema.json"  # hidden, so it is no agenda; beside the agendas, so that it goes where they go
_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_EDITION = re.compile(r"(?P<series>.+?)-(?P<when>[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?)")


def run(
    meeting: Annotated[
        str | None, argument("[ID]", "The new meeting's id, which is the name of its file; or its title.")
    ] = None,
    title: Annotated[str | None, option("--title", "TEXT", "What meeting it is.")] = None,
    when: Annotated[str | None, option("--when", "DATE", "When, as exactly as it is known.")] = None,
    series: Annotated[str | None, option("--series", "NAME", "Its series, if not as in ID.")] = None,
    body: Annotated[str | None, option("--body", "NAME", "Whose meeting it is: NATO, EU.")] = None,
    kind: Annotated[str | None, option("--kind", "KIND", "The kind of meeting.")] = None,
    place: Annotated[str | None, option("--place", "TEXT", "Where it is held.")] = None,
    earlier: Annotated[
        str | None, option("--from", "ID", "Take over what is still open at an earlier edition.")
    ] = None,
    long: Annotated[bool, flag("--template", "Write every other field as a comment that explains it.")] = False,
) -> None:
    """Write a new agenda. Without options, it asks at most eight questions.

    An existing agenda is never overwritten. The schema for editors is written beside the agendas, as .schema.json.

    Example: brief new dmm-2025-06 --from dmm-2025-02 --when 2025-06-05
    """
    kind = kind and usual_word(kind, MEETING_KINDS)
    is_all_asked = is_terminal() and not any((title, when, series, body, kind, place))
    if title is None and meeting is not None and _is_title(meeting):
        meeting, title = None, meeting
    given = {"title": title, "when": when, "series": series, "body": body, "kind": kind, "place": place}
    if meeting is not None:
        check_id(meeting)
    for text in filter(None, given.values()):
        if text.encode("utf-8", "replace").decode() != text:  # its bytes were not UTF-8
            raise UsageError(tr("one of the texts is not UTF-8"), tr("give it in the encoding of your terminal"))
    home = workspace()
    by_id = _EDITION.fullmatch(meeting or "")  # `dmm-2025-06` says the series and the month
    known: dict[str, Any] = (by_id.groupdict() if by_id else {}) | _carried(home, meeting, earlier)
    known |= {name: text for name, text in given.items() if text}
    if is_all_asked:
        known |= _answers(home, known)
    else:
        known["title"] = _asked_title(None) if not title and is_terminal() else _title(title or "")
        known["when"] = _when(home, when, known)
        if earlier is None:  # what an edition carries over may be withheld
            known |= _guessed(home, known)
            if home.settings().rhythms:
                _standard_deadlines(home, known)
        elif kind is None and (own := _kind_of(known["title"], known.get("kind"))) != known.get("kind"):
            known |= {"kind": own, "place": place}  # an informal meeting is held elsewhere
    _write(home, meeting, known, earlier, long=long)


def lead_through(folder: Path) -> None:
    """Ask about a first meeting in this folder, and write it."""
    home = workspace(folder=folder)
    _write(home, None, _answers(home, {}), None, long=False)


def _write(home: Workspace, meeting: str | None, known: dict[str, Any], earlier: str | None, *, long: bool) -> None:
    if meeting is None:
        with home._replace(internal=True).open_index() as index:
            meeting = _suggested_id(index, known)
    file = home.root / f"{meeting}.yaml"
    by_id, when = _EDITION.fullmatch(meeting), parse_when(known["when"])
    new_year = (when.first or home.today).replace(month=1, day=1)  # a day without a year is of the meeting's year
    year = year_in(known["title"]) if known.get("kind") in {"summit", "conference"} else ""
    by_title = year or date_in(known["title"], new_year)
    named = {meeting: by_id["when"] if by_id else None, known["title"]: by_title}
    for name, day in named.items():
        if day and not can_agree((read_typed(day, new_year, ahead=True), when)):
            warn(tr("“{meeting}” is named after {month}, but its date is {date}; is that right?", meeting=name,
                    month=day, date=date_words(when)))  # fmt: skip
    text = (template if long else short_template)(known, SCHEMA_FILE).encode()
    create(file, text, home.path(file.name), rights_like(home.root / file_typed(home, earlier)) if earlier else 0o666)
    keep(tr("{meeting} is written", meeting=meeting), home.root, WrittenFile(file.resolve(), None, text))
    _refresh_schema(home)
    say(home.path(file.name))
    warn(tr("brief show {meeting} shows it, brief add {meeting} deadline adds to it", meeting=meeting))


def _is_title(typed: str) -> bool:
    """Whether it is a title: an id has no spaces and, unless it ends in a year or month, hardly ever a capital."""
    is_capital = typed != typed.lower() and not (_EDITION.fullmatch(typed) or is_agenda_name(typed))
    return is_capital or len(typed.split()) > 1


def check_id(meeting: str) -> None:
    """Raise UsageError if the id is not a plain file name on every system."""
    if is_agenda_name(meeting):
        message = tr("the id is the file's name without its ending")
        raise UsageError(message, tr("brief new {id}", id=meeting.rpartition(".")[0]))
    if not _SAFE_ID.fullmatch(meeting) or is_device(meeting) or meeting.endswith("."):
        hint = tr("use letters, digits, hyphens and underscores, as in dmm-2025-06; a title goes behind --title")
        raise UsageError(tr("“{meeting}” cannot be an id", meeting=meeting), hint)


def _carried(home: Workspace, meeting: str | None, earlier: str | None) -> dict[str, Any]:
    """The fields to carry over from an earlier edition, with their marks. UsageError if the meeting exists already."""
    with home._replace(internal=True).open_index() as index, index.as_public() as public:
        if meeting is not None and meeting.casefold() in map(str.casefold, index.ids):  # Windows ignores case
            message = tr("there is a meeting “{meeting}” already", meeting=meeting)
            raise UsageError(message, tr("brief edit {meeting} opens it", meeting=meeting))
        if earlier is None:
            return {}
        id_ = choose(index.ids, earlier)
        found, shown = index.agenda(id_), public.agenda(id_)
        if found is None:
            return {}
        if shown is not None and (left := left_behind(shown[0])):
            warn(count("{n} open commitment was due counted from {meeting}; give it a date there",
                       "{n} open commitments were due counted from {meeting}; give them a date there",
                       left, meeting=id_))  # fmt: skip
        return carried_over(id_, found[0], _edition_before(index, id_))


def _edition_before(index: Index, id_: str) -> Any:
    """The agenda of the previous edition in the same series; None if there is none."""
    meeting = index.meeting(id_)
    if meeting is None or not meeting.series:
        return None
    ids = [each.id for each in index.meetings(Filter(series=meeting.series))]
    place = ids.index(id_)
    found = index.agenda(ids[place - 1]) if place else None
    return found[0] if found else None


def _title(typed: str) -> str:
    if not typed.strip():
        raise UsageError(tr("the title is missing"), tr("give it with --title"))
    return typed.strip()


def _asked_title(guess: str | None) -> str:
    return ask_until(tr("What meeting is it (its title)"), guess, _title)


def _when(home: Workspace, given: str | None, known: dict[str, Any]) -> str:
    """The date that was given, or that is asked for; without a terminal, that in the title or the id."""
    guess = date_in(known["title"], home.today) or (known.get("when") if given is None else None)

    def read(typed: str) -> str:
        if guess and re.fullmatch(r"[0-9](?:[-0-9/ ]|en|and|t/m)*[^\W0-9]+", typed.strip()):  # a day without a year
            likely = read_typed(guess, home.today, ahead=True)
            dated = f"{typed.strip()} {likely.first.year}" if likely.first else typed
            typed = dated if can_agree((read_typed(dated, home.today, ahead=True), likely)) else typed
        return typed_date(typed, home.today, ahead=True).text

    if given is not None:
        return read(given)
    if is_terminal():
        return ask_until(tr("When (15 juni 2023, 2023-06, unknown)"), guess or tr("unknown"), read)
    if guess is None:
        warn(tr("neither --when nor the title clearly says when it is, so the file says unknown; give it with --when"))
    return read(guess or "unknown")


def _refresh_schema(home: Workspace) -> None:
    """Update the schema beside the agendas to that of this version of the program."""
    file, text = home.root / SCHEMA_FILE, schema_text().encode()
    if file.is_symlink():
        return  # a link may lead anywhere
    if not file.is_file() or file.read_bytes() != text:
        replace(file, text, home.path(SCHEMA_FILE), None)


def _answers(home: Workspace, known: dict[str, Any]) -> dict[str, Any]:
    """The user's answers by field. What is known already is offered as the answer."""
    given: dict[str, Any] = {"title": _asked_title(known.get("title"))}
    given["when"] = _when(home, None, known | given)
    series = known.get("series") or told_by(given["title"])["series"]
    given["series"] = ask(tr("Series (what ties its editions together)"), series)
    likely = _likely(home, known | given)
    given["body"] = _kept_or_asked("body", likely, tr("Body (whose meeting it is: NATO, EU, …)"))
    kinds = ", ".join(map(in_words, MEETING_KINDS[:6]))
    rhythms = home.settings().rhythms
    of_body = (each.kinds[0] for each in rhythms if given["body"] in each.bodies and each.kinds)
    usual = likely.get("kind") or next(of_body, "")
    kind = ask(tr("Kind ({kinds}, …)", kinds=kinds), usual and in_words(usual)).strip()
    given["kind"] = usual_word(kind, MEETING_KINDS)
    given["place"] = _kept_or_asked("place", likely, tr("Place"))
    asked = ask(tr("What is the minister asked to decide (Enter: not known yet)"), "").strip()
    given["decision"] = [{"text": asked}] if asked else []
    brought = _standard_deadlines(home, given)
    titles = ", ".join(each.title for each in brought)
    if brought and not agrees(tr("With the standard deadlines ({titles})?", titles=titles), otherwise=True):
        given["drops"] = [each.id for each in brought]
    return {name: value for name, value in given.items() if value}


def _guessed(home: Workspace, known: dict[str, Any]) -> dict[str, str]:
    """The series, body and kind if not given: without them, standard deadlines would be missing. Says what they are."""
    likely = _likely(home, known)
    found = {name: likely[name] for name in ("series", "body", "kind") if name not in known and likely.get(name)}
    if found:
        shown = ", ".join(f"{name}: {text}" for name, text in found.items())
        warn(tr("guessed from the title and earlier editions: {fields}", fields=shown))
    return found


def _kept_or_asked(name: str, likely: dict[str, Any], question: str) -> Any:
    """The likely value as it is if it is withheld, because an answer would lose its mark; else the user's answer."""
    kept = likely.get(name, "")
    return kept if isinstance(kept, dict) else ask(question, kept).strip()


def _likely(home: Workspace, known: dict[str, Any]) -> dict[str, Any]:
    """What is known, else the public values of the last edition of the series, else what the title says."""
    likely: dict[str, Any] = told_by(known["title"]) | known
    with home._replace(internal=False).open_index() as index:  # the new agenda has no marks
        last = index.meetings(Filter(series=likely["series"]))[-1:]
    names = ("body", "kind", "place")
    likely |= {name: text for each in last for name in names if (text := getattr(each, name)) and text[0] != "["}
    likely |= known
    return likely | {"kind": _kind_of(known["title"], likely["kind"])}


def _kind_of(title: str, kind: Any) -> Any:
    """The kind of the earlier edition, unless that or the title is of an informal meeting: only the title knows."""
    own = told_by(title)["kind"]
    return own if own and isinstance(kind, str) and "informal" in {own, kind} else kind


def _standard_deadlines(home: Workspace, given: dict[str, Any]) -> list[Any]:
    """The standard deadlines of this meeting, from brief.toml. Warns why if there are none."""
    series, body, kind = (given.get(name) or None for name in ("series", "body", "kind"))
    if isinstance(body, dict):
        return []  # what fits a withheld body would name it
    agenda = Agenda(title=given["title"], when=parse_when(given["when"]), series=series, body=body, kind=kind)
    brought = inherited(agenda, home.settings().rhythms)
    if not brought:
        warn(_why_nothing(home))
    return [each.item for each in brought]


def _why_nothing(home: Workspace) -> str:
    """The message that says which meetings have standard deadlines, so that a typo in body or kind is noticed."""
    rhythms = home.settings().rhythms
    if not rhythms:
        return tr("brief.toml has no standard deadlines; brief add writes what is due")
    named = ((each.name, map(in_words, each.kinds or each.bodies or each.series)) for each in rhythms)
    fits = "; ".join(f"{name}: {', '.join(words)}" for name, words in named)
    return tr("no standard deadlines fit this meeting; they are for {meetings}", meetings=fits)


def _suggested_id(index: Index, given: dict[str, Any]) -> str:
    """An unused id from series and month, such as `dmm-2025-06`, of at most 24 characters.

    Without a date, the year of the title tells one edition from another.
    """
    found = re.match(r"[0-9]{4}(?:-(?:[0-9]{2}|W[0-9]{2}))?", given["when"].removeprefix("../"))
    name = slug(str(given.get("series") or given["title"])) or "meeting"
    id_ = suggested_name(name, found[0] if found else year_in(given["title"]))
    numbered = (f"{id_[: LONGEST_ID - 3]}-{number}" for number in range(2, 100))
    unused = next(each for each in (id_, *numbered) if each not in index.ids)
    if unused != id_:
        warn(tr("there is a meeting “{meeting}” already", meeting=id_))
    return unused
