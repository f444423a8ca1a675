import itertools
import os
import stat
import sys
from pathlib import Path
from typing import Annotated

from msgspec.structs import replace

from briefcli.catalog import count, later, tr
from briefcli.cli.changing import keep, rewritten
from briefcli.cli.commands.new import check_id
from briefcli.cli.input import STANDARD_INPUT, bytes_named, typed_date
from briefcli.cli.options import Internal, OutputFormat, argument, flag, option
from briefcli.cli.output import clock, emit, say, warn, write
from briefcli.config import INTERNAL, is_on, today_of
from briefcli.domain.file_names import id_of
from briefcli.errors import BriefError, Exit, UsageError
from briefcli.files.read import bytes_or_error
from briefcli.files.undo import WrittenFile
from briefcli.files.write import create, rights_like
from briefcli.folders import SETTINGS_FILE, is_agenda_name
from briefcli.index.scan import scan
from briefcli.memo.imported import Imported
from briefcli.memo.importer import ImportOptions, import_memo
from briefcli.memo.merging import Addition, merge
from briefcli.memo.writing import write_agenda
from briefcli.views.labels import field_words
from briefcli.workspace import agendas_here, find_agendas, shown_path

_PRINT = later("add --internal to print it")
_BY_HAND = later("{file}: {what} was not added, as lines would change or a mark is missing; add it by hand")


def run(
    memo: Annotated[
        str, argument("MEMO|-", "A memo as PDF, Word, OpenDocument, mail (.eml) or text; - for standard input.")
    ],
    output: Annotated[str | None, option("--output -o", "FILE|-", "Write here, or - to standard output.")] = None,
    id_: Annotated[str | None, option("--id", "ID", "The meeting's id, if not as suggested.")] = None,
    series: Annotated[str | None, option("--series", "NAME", "Its series.")] = None,
    title: Annotated[str | None, option("--title", "TEXT", "Its title.")] = None,
    when: Annotated[str | None, option("--when", "DATE", "When it is held.")] = None,
    merge: Annotated[bool, flag("--merge", "Add what is new to the existing agenda, and show it.")] = False,
    explain: Annotated[bool, flag("--explain", "Write nothing; show where in the memo each field comes from.")] = False,
    form: OutputFormat = "table",
    internal: Internal = False,
) -> Exit:
    """Make an agenda from a decision memo, annotated agenda, report or letter, in the words of the document.

    The agenda is not public until you release it (brief release). What you must check is marked `# check:` in the file.
    An existing file is never overwritten. --format is for --explain. A file (-o FILE, or -o - > FILE) gets everything,
    with its marks; on a screen or in a pipe, what is not public appears only with --internal.

    Example: brief import beslisnota.pdf --series dmm
    """
    from briefcli.memo.extract.source import read_memo

    if id_ is not None:
        check_id(id_)
    if is_agenda_name(memo) or Path(memo).name == SETTINGS_FILE:
        message = tr("{file} is no memo, but an agenda or the settings of brief", file=memo)
        raise UsageError(message, tr("brief check {file} looks for mistakes in it", file=memo))
    internal = is_on(INTERNAL, os.environ) or internal
    date = None if when is None else typed_date(when, today_of(None, os.environ, clock()), ahead=True)
    options = ImportOptions(id=id_, series=series, title=title, when=date)
    text = read_memo(Path("memo" if memo == STANDARD_INPUT else memo), bytes_named(memo))
    imported = import_memo(text, options)
    if explain:
        from briefcli.views.explain import explain_view

        if not internal:
            warn(tr("the words of the memo are shown only with --internal"))
        return emit(explain_view(imported, internal=internal), form)
    written = _write(imported, output, Path(memo), merge=merge, internal=internal, is_chosen=id_ is not None)
    _report(imported, internal=internal)
    if written is not None:
        warn(tr("it is not public: read it with “brief show {id} --internal”, then “brief release {id}”", id=written))
        if not imported.agenda.is_unread:
            warn(tr("the memo says of itself that it is not public, so remove its marks in the file by hand"))
    return Exit.DONE


def _write(
    imported: Imported, output: str | None, memo: Path, *, merge: bool, internal: bool, is_chosen: bool
) -> str | None:
    """Write to standard output, a new file or an existing agenda. Returns the id of the file; None if none changed."""
    file, shown_as = _target(imported.id, output)
    if not merge and output is None and file.exists():
        file, shown_as = _other_target(imported, shown_as, is_chosen=is_chosen)
    imported.id = file.stem
    if merge and file.exists():
        is_changed = _merge(imported, file, shown_as, only_show=output == STANDARD_INPUT, internal=internal)
        return file.stem if is_changed else None
    if output == STANDARD_INPUT:
        if not internal and not _goes_into_file():
            raise UsageError(tr("nobody has released this memo, so none of it is shown"), tr(_PRINT))
        write(write_agenda(imported), exact=True)
        return None
    text = write_agenda(imported).encode()
    create(file, text, shown_as, rights_like(memo))
    say(shown_as)
    keep(tr("{meeting} is written", meeting=imported.id), _home_of(file), WrittenFile(file.resolve(), None, text))
    return file.stem


def _goes_into_file() -> bool:
    """Whether standard output is a regular file, which keeps the marks, and not a terminal, a pipe or a device."""
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (AttributeError, OSError, ValueError):
        return False


def _target(id_: str, output: str | None) -> tuple[Path, str]:
    """The path of the agenda, whether it exists or not, and that path in messages."""
    if output is not None and output != STANDARD_INPUT:
        return Path(output), output
    check_id(id_)
    folder = find_agendas(Path.cwd(), os.environ) if output is None else agendas_here()
    if folder is None:
        return Path(f"{id_}.yaml"), f"{id_}.yaml"
    there = (path for path in scan(folder).paths if id_of(path).casefold() == id_.casefold())  # Windows ignores case
    name = next(there, f"{id_}.yaml")
    return folder / name, f"{shown_path(folder, Path.cwd())}/{name}"


def _home_of(file: Path) -> Path:
    """The agendas folder if the file is inside it, else the folder of the file."""
    home = agendas_here()
    return home if home and file.resolve().is_relative_to(home.resolve()) else file.parent


def _other_target(imported: Imported, shown_as: str, *, is_chosen: bool) -> tuple[Path, str]:
    """A path that is still free, for a memo that concerns no meeting.

    Raises UsageError if the user chose the id or the memo has a series: then the id is that of a meeting.
    """
    if is_chosen or imported.agenda.series is not None:
        message = tr("{file} exists already", file=shown_as)
        raise UsageError(message, tr("add --merge for what this memo adds to it, or --id for another meeting"))
    others = (_target(f"{imported.id}-{number}", None) for number in itertools.count(2))
    other = next(each for each in others if not each[0].exists())
    message = tr("{file} exists already, so this memo becomes {other}; --merge adds it to {file} instead",
                 file=shown_as, other=other[1])  # fmt: skip
    warn(message)
    return other


def _merge(imported: Imported, file: Path, shown_as: str, *, only_show: bool, internal: bool) -> bool:
    """Add to the agenda what is new in the memo, and show it. Returns True if the file was changed."""
    try:
        before = bytes_or_error(file, shown_as)
        merged = merge(before.decode("utf-8-sig"), imported)
    except UnicodeDecodeError as error:
        hint = tr("brief check says what is wrong with it")
        raise BriefError(tr("{file} cannot be read", file=shown_as), hint) from error
    if only_show and not internal and not _goes_into_file():
        raise UsageError(tr("the agenda that exists may hold what is not public"), tr(_PRINT))
    if only_show:
        write(merged.text, exact=True)
        return False
    if merged.added:
        written = rewritten(file, merged.text, shown_as, before)
        for what in _shown(merged.added, internal=internal):
            write(tr("{file}: added {what}", file=shown_as, what=what) + "\n")
        keep(tr("the memo was added to {meeting}", meeting=imported.id), _home_of(file), written)
    else:
        say(tr("{file}: the memo adds nothing new", file=shown_as))
    for what in _shown(merged.left_out, internal=internal):
        warn(tr(_BY_HAND, file=shown_as, what=what))
    for what in _shown(merged.differing, internal=internal):
        warn(tr("{file}: the memo says something else, which was not added: {what}", file=shown_as, what=what))
    return bool(merged.added)


def _shown(additions: list[Addition], *, internal: bool) -> list[str]:
    named = (replace(each, field=field_words(each.field)) for each in additions if internal or not each.withheld)
    return [each.shown(internal=internal) for each in named]


def _report(imported: Imported, *, internal: bool) -> None:
    """Report what a person has to check and how much was left out. With `internal`, nothing is kept back."""
    checks = imported.shown(imported.checks, internal=internal)
    if internal:
        for each in checks:
            warn(tr("check {field}: {message}", field=each.field or "memo", message=each.message))
    elif checks:
        warn(tr("look at the remarks “# check:” in the file"))  # `brief release` says how many
    if number := sum(internal or not each.withheld for each in imported.dropped):
        warn(count("{n} line was left out; --explain --internal lists it",
                   "{n} lines were left out; --explain --internal lists them", number))  # fmt: skip
    if number := len(imported.agenda.unplaced):
        warn(count("{n} text could not be placed; it is under unplaced:",
                   "{n} texts could not be placed; they are under unplaced:", number))  # fmt: skip
