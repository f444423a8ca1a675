"""Where a command meets the outside: clock, environment and screen come in here, the answer goes out."""

import contextlib
import errno
import os
import re
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefcli.catalog import count, later, tr, use
from briefcli.cli.options import Common, Format, MailFormat
from briefcli.config import CSV, LANGUAGE, cache_wanted, internal_of, owners_of, split, today_of
from briefcli.errors import BriefError, Exit, UsageError
from briefcli.render.clean import clean, one_line
from briefcli.render.progress import Bar
from briefcli.views.missing import with_missing
from briefcli.views.view import View
from briefcli.workspace import Workspace, find_agendas, shown_path

if TYPE_CHECKING:  # sqlite3 is not for `--help`
    from briefcli.index.queries import Index
    from briefcli.render.screen import Screen
    from briefcli.settings import Settings

NO_AGENDA = later("there is no agenda yet: brief new writes one, brief import MEMO makes one of a memo")
PASSED_ON = frozenset({"eml", "markdown"})  # forms that others read, who must know that agendas have errors
_USUAL = Common()
_OBEY = 4  # ENABLE_VIRTUAL_TERMINAL_PROCESSING
_ENDLESS_WORD = re.compile(r"(\S{100})\S{400,}")  # longer than any name of a file


def workspace(common: Common = _USUAL, folder: Path | None = None) -> Workspace:
    """The agendas (or another folder of agendas) as this user, on this day, sees them. Raises BriefError."""
    from briefcli.index.cache import cache_folder

    cwd = Path.cwd()
    folder = folder or find_agendas(cwd, os.environ)
    day = today_of(common.today, os.environ, clock())
    if common.today and common.today != day.isoformat():
        from briefcli.render.wording import day_words

        warn(tr("counting from {day}", day=day_words(day)))
    return Workspace(
        root=folder,
        shown_as=shown_path(folder, cwd),
        internal=internal_of(common.internal, os.environ),
        today=day,
        cache=cache_folder() if cache_wanted(common.no_cache, os.environ) else None,
        watch=progress(tr("Reading agendas")),
    )


def progress(words: str) -> Callable[[int, int], None]:
    """What shows how many of how many are done: a bar on a terminal, else nothing."""
    return Bar(words) if sys.stderr is not None and sys.stderr.isatty() else lambda _done, _total: None


def clock() -> date:
    """Today, as the clock of this computer has it."""
    return date(*time.localtime()[:3])  # datetime refuses a time zone of more than a day from UTC


def answer(
    common: Common,
    form: Format,
    view_of: "Callable[[Index, Workspace], View]",
    *,
    words: bool = False,
    urls: bool = False,
    ascii_: bool = False,
) -> Exit:
    """Print what a view shows of the agendas, with `words` of a search in them; their index is closed before that."""
    place = workspace(common)
    with read_agendas(place, words=words) as index:
        view = with_missing(view_of(index, place), index) if form in PASSED_ON else view_of(index, place)
    return emit(view, form, urls=urls, ascii_=ascii_)


def emit(view: View, form: Format, *, urls: bool = False, ascii_: bool = False) -> Exit:
    """Print the answer; the exit code says whether there was one."""
    if form == "csv" and os.environ.get(CSV.variable) == "excel":
        form = "excel"
    if form == "table":
        from briefcli.render.terminal import render_terminal

        page_or_write(render_terminal(view, screen(urls=urls, ascii_=ascii_)))
    else:
        write(_rendered(view, form), exact=True)
    return Exit.DONE if view.found else Exit.NO


def page_or_write(text: str) -> None:
    """Print a text for people; on a terminal that it is too long for, in a pager."""
    if sys.stdout is not None and sys.stdout.isatty():
        from briefcli.cli.programs import pager_for, show_in_pager

        pager = pager_for(text, os.environ)
        if pager is not None and show_in_pager(text, pager):
            return
    write(text)


def write(text: str, *, exact: bool = False) -> None:
    """Print all of it; a reader that closes the pipe early (`| head`) is no error. Raises BriefError for others.

    An `exact` text is for programs: UTF-8 whatever the console's encoding, and line ends as they are.
    """
    if sys.stdout is None:
        raise BriefError(tr("standard output is closed, so there is nowhere to print"), tr("leave >&- out"))
    if exact and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return
        from briefcli.files.read import reason

        hint = tr("look at where the output goes")
        raise BriefError(tr("the answer cannot be written: {reason}", reason=reason(error)), hint) from error


def say(text: str) -> None:
    """Print one line; control characters in it, as a file name can hold, are made visible."""
    write(f"{one_line(text)}\n")


def deliver(data: bytes, output: str | None, form: str, *, internal: bool = False) -> None:
    """Write a file for another program and say so, or print it where there is no name or `-`."""
    if output is None or output == "-":
        write(data.decode(), exact=True)
        return
    warn(tr("{file} is written", file=store(Path(output), data, form, internal=internal)))


def store(file: Path, data: bytes, form: str, *, internal: bool) -> Path:
    """Write a file for another program, under a name that says where it is internal. Raises BriefError."""
    from briefcli.files.outputs import OUTPUTS
    from briefcli.files.write import write_output

    file = marked_file(file, internal=internal)
    write_output(file, data, *OUTPUTS[form])
    return file


def marked_file(file: Path, *, internal: bool) -> Path:
    """The name as given; that of an internal file gets a word that says so to every finder."""
    word = tr("INTERN-niet-openbaar")
    return file.with_stem(f"{file.stem}-{word}") if internal and word not in file.name else file


def marked_title(title: str, *, internal: bool) -> str:
    """The title of a mail or calendar, which says so where it is internal."""
    return f"{title} ({tr('INTERN – niet openbaar')})" if internal else title


def workspace_for(form: MailFormat, output: str | None, common: Common) -> Workspace:
    """The agendas; a mail speaks their language. Raises UsageError where a file is named for what is no mail."""
    if output is not None and form != "eml":
        raise UsageError(tr("--output saves a mail"), tr("add --format eml"))
    place = workspace(common)
    if form == "eml":
        speak_as_exported(place.settings())
    return place


def emit_or_mail(view: View, form: MailFormat, subject: str, output: str | None, *, internal: bool) -> Exit:
    """Print the answer, or save or print it as a mail.

    Windows PowerShell changes the encoding of what goes through `>`, so there is a file.
    """
    if form != "eml":
        return emit(view, form)
    from briefcli.render.as_eml import render_eml

    mail = render_eml(view, marked_title(subject, internal=internal), internal=internal)
    deliver(mail.encode(), output, "eml", internal=internal)
    return Exit.DONE if view.found else Exit.NO


def speak_as_exported(folder: "Settings") -> None:
    """Use the language of the agendas folder for an export, not that of the user; `--lang` wins."""
    _, options = split(sys.argv[1:])
    if folder.language and LANGUAGE.variable not in options:
        use(folder.language)


def owners(typed: str | None, *, mine: bool) -> tuple[str, ...]:
    """Whose things to show: the owner that was typed and, with `--mine`, those of the setting. Raises UsageError."""
    return (*([typed] if typed is not None else []), *(owners_of(os.environ) if mine else []))


def warn(text: str) -> None:
    """Print a line for the user on standard error; nothing happens where that is closed."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"{wrapped(f'brief: {clean(text)}')}\n")


def wrapped(text: str) -> str:
    """Broken between words on a terminal, which by itself breaks a line anywhere."""
    if not sys.stderr.isatty():
        return text
    from textwrap import fill

    try:
        width = max(20, os.get_terminal_size(sys.stderr.fileno()).columns)
    except OSError:  # its size is not known
        return text
    lines = text.split("\n")
    return "\n".join(fill(each, width, break_long_words=False, break_on_hyphens=False) for each in lines)


def complain(error: BriefError) -> None:
    """Print an error and its hint."""
    for text in filter(None, (str(error), error.hint)):
        warn(_ENDLESS_WORD.sub(r"\1…", text))


def read_agendas(place: Workspace, *, words: bool = False) -> "Index":
    """The index as `Workspace.open_index` gives it; warns where a file has errors, or where there is no agenda yet."""
    index = place.open_index(words=words)
    if broken := index.broken_files():
        from briefcli.index.naming import some

        warn(count("{n} file has errors, so something may be missing here: {files}; brief check shows them",
                   "{n} files have errors, so something may be missing here: {files}; brief check shows them",
                   len(broken), files=some(list(broken))))  # fmt: skip
        if unread := [path for path, is_read in broken.items() if not is_read]:
            warn(tr("nothing in {files} can be read, so no answer has what is due there", files=some(unread)))
    elif index.is_empty:
        warn(tr(NO_AGENDA))
    return index


def _rendered(view: View, form: Format) -> str:
    match form:
        case "json":
            from briefcli.render.as_json import render_json

            return render_json(view)
        case "csv" | "excel":
            from briefcli.render.as_csv import render_csv

            return render_csv(view, excel=form == "excel")
        case _:
            from briefcli.render.as_markdown import render_markdown

            return render_markdown(view)


def screen(*, urls: bool = False, ascii_: bool = False) -> "Screen":
    """What the answer is printed on."""
    from briefcli.render.screen import screen_of

    plain = ascii_ or not _writes_lines()
    if sys.stdout is None or not sys.stdout.isatty():
        return screen_of(os.environ, terminal_width=None, urls=urls, plain=plain)
    environ = os.environ if obeys_escapes() else {**os.environ, "TERM": "dumb"}
    return screen_of(environ, terminal_width=os.get_terminal_size().columns, urls=urls, plain=plain)


def _writes_lines() -> bool:
    """Whether the output can carry the characters that lines are drawn with."""
    try:
        "█━┄▶".encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def obeys_escapes() -> bool:
    """Whether standard output, a terminal, makes colours of escape codes.

    The console of Windows prints them as they are until a program asks it to obey them.
    """
    if os.name != "nt":
        return True
    import ctypes
    import msvcrt

    kernel, mode = ctypes.windll.kernel32, ctypes.c_ulong()  # type: ignore[attr-defined]
    try:
        handle = ctypes.c_void_p(msvcrt.get_osfhandle(sys.stdout.fileno()))  # type: ignore[attr-defined]
    except (OSError, ValueError):
        return False
    return bool(kernel.GetConsoleMode(handle, ctypes.byref(mode)) and kernel.SetConsoleMode(handle, mode.value | _OBEY))
