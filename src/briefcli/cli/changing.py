"""The steps by which commands change an agenda: read it, show the change, write it, keep the old text for undo."""

from codecs import BOM_UTF8
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from briefcli.catalog import tr
from briefcli.cli.choosing import chosen, file_typed
from briefcli.cli.options import Common
from briefcli.cli.output import say, screen, warn, workspace, write
from briefcli.domain.agenda import Agenda
from briefcli.domain.anchors import Thing, anchor_dates, named, things_of
from briefcli.domain.diagnostic import Severity
from briefcli.domain.file_names import id_of
from briefcli.domain.item import is_hidden
from briefcli.domain.rhythm import inherited
from briefcli.domain.texts import passages
from briefcli.domain.vocabulary import plain_name
from briefcli.domain.when import When
from briefcli.errors import BriefError, NothingFound, UsageError
from briefcli.files.read import bytes_or_error
from briefcli.files.undo import UndoEntry, WrittenFile, remember
from briefcli.files.write import replace
from briefcli.reading.quoting import quotable
from briefcli.reading.reader import read_agenda
from briefcli.render.clean import clean
from briefcli.render.wording import date_words
from briefcli.views.check import readable
from briefcli.views.consequences import consequences
from briefcli.workspace import Workspace
from briefcli.writing.smallest_change import Draft


class Opened(NamedTuple):
    """An agenda that a command changes. `draft` holds the changes, `seen` is the version that this user may see."""

    place: Workspace
    id: str
    file: Path
    shown_as: str
    before: bytes
    text: str
    agenda: Agenda
    seen: Agenda
    draft: Draft

    def things(self, *sources: str) -> list[Thing]:
        """The things from these sources that a user can name, including those that the rhythms of `brief.toml` add."""
        found = things_of(self.seen, inherited(self.seen, self.place.settings().rhythms))
        return [each for each in found if each.source in sources]

    def day_of(self, event: Thing) -> When:
        """The date of an event, if only from practice."""
        settings = self.place.settings()
        dates = anchor_dates(self.agenda, settings.calendar, inherited(self.agenda, settings.rhythms))
        return event.when or dates.get(plain_name(event.id), When.unknown())


def opened(meeting: str, common: Common) -> Opened:
    """Open the agenda that the user typed. Raises BriefError if it has errors: it cannot be changed safely then."""
    place = workspace(common)
    name = file_typed(place, meeting)
    file, shown_as = place.root / name, place.path(name)
    data = bytes_or_error(file, shown_as)
    agenda = read_without_errors(place, shown_as, data)
    text = data.decode().removeprefix("\ufeff")
    return Opened(place, id_of(name), file, shown_as, data, text, agenda, place.seen(agenda), Draft(text))


def read_without_errors(place: Workspace, shown_as: str, data: bytes, *, typed: bool = False) -> Agenda:
    """Read an agenda as the index does, with the rhythms: a due date may count from a standard event.

    Raises BriefError if the agenda has errors. With `typed` the user's own words cause the error, so UsageError shows
    its message, if this user may see it.
    """
    reading = read_agenda(shown_as, data, place.settings().rhythms)
    wrong = [each for each in reading.diagnostics if each.severity is Severity.ERROR]
    if typed and wrong and (shown := readable(wrong[0], internal=place.internal)):
        raise UsageError(shown.message, shown.hint)
    if reading.agenda is None or wrong:
        message = tr("{file} has errors, so it is left as it is", file=shown_as)
        hidden = "" if place.internal or any(readable(each, internal=False) for each in wrong) else " --internal"
        raise BriefError(message, tr("brief check {file} shows them", file=shown_as + hidden))
    return reading.agenda


def warn_of_past(change: Opened, title: str, when: When | None) -> None:
    """Warn if the thing to be moved or cancelled has already taken place."""
    if when is not None and when.is_past(change.place.today):
        said = tr(
            "“{title}” has already taken place, on {date}; is this the right one?", title=title, date=date_words(when)
        )
        warn(said)


def one_thing(change: Opened, words: str, *sources: str) -> Thing:
    """The thing from these sources that the words name. If they fit several, the user chooses on a terminal.

    Without words, the user chooses from all. Raises NothingFound if nothing is called that, UsageError if it is a thing
    from another source.
    """
    things = change.things(*sources)
    found = named(things, words) if words else things
    if not found:
        raise _not_found(change, things, words)
    if words and len(found) == 1:
        return found[0]
    question = tr("“{typed}” can mean several:", typed=words) if words else tr("Which of these:")
    return found[chosen(question, [_choice(each) for each in found])]


def _not_found(change: Opened, things: Sequence[Thing], words: str) -> BriefError:
    if words and (others := named(change.things("event", "deadline", "commitment"), words)):
        title = others[0].title
        if others[0].source == "event":
            message = tr("“{title}” is an event, and only deadlines and commitments are done", title=title)
            return UsageError(message, tr("brief move gives it another date, brief cancel calls it off"))
        message = tr("“{title}” is no event, and only meetings and events are moved or cancelled", title=title)
        return UsageError(message, tr("brief done records that it is done, brief edit opens the file"))
    called = tr("nothing in the agenda is called “{typed}”", typed=words)
    message = called if words else tr("there is nothing to choose")
    if not things and any(is_hidden(each.text) for each in passages(change.seen)):
        return NothingFound(message, tr("something in it is not public; add --internal to find it"))
    titles = "; ".join(each.title for each in things)
    hint = tr("it has: {titles}", titles=titles) if things else tr("it has none yet; brief add writes one")
    return NothingFound(message, hint)


def _choice(thing: Thing) -> str:
    """The title, with the id and date that distinguish the thing from others with the same title."""
    told = ", ".join(filter(None, (thing.id, date_words(thing.when) if thing.when else "")))
    return f"{thing.title} ({told})" if told else thing.title


def finish(change: Opened, said: str, *, dry_run: bool) -> None:
    """Show what changes, then write it unless `dry_run`. `said` describes the change for the user and `brief undo`."""
    from briefcli.render.terminal import render_terminal

    after = _encoded(change.draft.text, change.before)
    new = read_without_errors(change.place, change.shown_as, after, typed=True)
    lines = _shown_lines(change, after)
    if not lines:
        say(tr("{file} says so already; nothing was changed.", file=change.shown_as))
        return
    place = change.place
    with place.open_index() as index:
        agendas = (change.seen, place.seen(new))
        view = consequences(index, change.file.name, agendas, place.settings(), place.today)
    below = render_terminal(view, screen()) if view.blocks else ""
    write(f"{change.shown_as}\n" + "".join(f"{line}\n" for line in lines) + (f"\n{below}" if below else ""))
    if dry_run:
        warn(tr("nothing was written: --dry-run"))
    else:
        save(change, change.draft.text, said)


def save(change: Opened, text: str, said: str) -> None:
    """Write the agenda's new text, keep the old one for `brief undo`, and tell the user."""
    keep(said, change.place.root, rewritten(change.file, text, change.shown_as, change.before))


def rewritten(file: Path, text: str, shown_as: str, before: bytes) -> WrittenFile:
    """Replace the text of an agenda, but keep its byte order mark. Raises BriefError."""
    after = _encoded(text, before)
    replace(file, after, shown_as, before)
    return WrittenFile(file.resolve(), before, after)


def keep(said: str, folder: Path, written: WrittenFile) -> None:
    """Record for `brief undo` what was written in this agendas folder, and tell the user."""
    if remember(UndoEntry(said, folder.resolve(), (written,))):
        warn(tr("{said}; brief undo takes it back", said=said))
    else:
        warn(tr("{said}; undo cannot take it back, as its old text could not be kept", said=said))


def _encoded(text: str, before: bytes) -> bytes:
    return text.encode("utf-8-sig" if before.startswith(BOM_UTF8) else "utf-8")


def _shown_lines(change: Opened, after: bytes) -> list[str]:
    """The removed and added lines, as `diff` shows them. A note replaces each line that this user may not see."""
    old, new = quotable(change.before), quotable(after)
    lines: list[str] = []
    for kind, first, last, start, end in SequenceMatcher(None, old.lines, new.lines, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for sign, version, part in (("-", old, range(first, last)), ("+", new, range(start, end))):
            for place in part:
                quoted = version.line(place + 1, internal=change.place.internal) if version.lines[place].strip() else ""
                words = tr("(not shown; --internal shows it)") if quoted is None else clean(quoted)
                lines.append(f"{sign} {words}".rstrip())
    colours = {"-": "\x1b[31m", "+": "\x1b[32m"}
    return [f"{colours[line[0]]}{line}\x1b[0m" for line in lines] if screen().color else lines
