"""Connects a command to the outside: reads the clock, environment and terminal, and prints or saves the answer."""

import contextlib
import errno
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefcli.catalog import count, later, tr, use
from briefcli.cli.options import Common, Format, MailFormat
from briefcli.config import CSV, INTERNAL, LANGUAGE, MINE, NO_CACHE, is_on, split, today_of
from briefcli.errors import BriefError, Exit, UsageError
from briefcli.render.clean import clean, one_line
from briefcli.render.progress import Bar
from briefcli.views.making import missing_words
from briefcli.views.view import Heading, Remark, View
from briefcli.workspace import Workspace, find_agendas, shown_path

if TYPE_CHECKING:  # importing sqlite3 would slow down `--help`
    from briefcli.index.queries import Index
    from briefcli.render.screen import Screen
    from briefcli.settings import Settings

NO_AGENDA = later("there is no agenda yet: brief new writes one, brief import MEMO makes one of a memo")
_PASSED_ON = frozenset({"eml", "markdown"})  # formats that others get to read, who must be told if agendas have errors
_USUAL = Common()
_OBEY = 4  # ENABLE_VIRTUAL_TERMINAL_PROCESSING
_ENDLESS_WORD = re.compile(r"(\S{100})\S{400,}")  # longer than any file name


def workspace(common: Common = _USUAL, folder: Path | None = None) -> Workspace:
    """The agendas folder, or another `folder`, with the options and environment of this user. Raises BriefError."""
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
        internal=is_on(INTERNAL, os.environ) or common.internal,
        today=day,
        cache=None if is_on(NO_CACHE, os.environ) or common.no_cache else cache_folder(),
        watch=Bar(tr("Reading agendas")) if sys.stderr is not None and sys.stderr.isatty() else lambda *_: None,
    )


def clock() -> date:
    """Today, by the clock of this computer."""
    return date(*time.localtime()[:3])  # datetime refuses a time zone more than a day from UTC


def answer(
    common: Common,
    form: Format,
    make: "Callable[[Index, Workspace], View]",
    *,
    for_search: bool = False,
    urls: bool = False,
    ascii_: bool = False,
) -> Exit:
    """Print the view that `make` makes of the agendas, after closing the index; `for_search` makes it searchable."""
    place = workspace(common)
    with read_agendas(place, for_search=for_search) as index:
        view = with_warning(make(index, place), index, form)
    return emit(view, form, urls=urls, ascii_=ascii_)


def with_warning(view: View, index: "Index", form: str) -> View:
    """The view, with a warning near its top if agendas have errors and others get to read this format."""
    said = missing_words(index) if form in _PASSED_ON else ""
    below = isinstance(next(iter(view.blocks), None), Heading)
    return replace(view, blocks=(*view.blocks[:below], Remark(said), *view.blocks[below:])) if said else view


def emit(view: View, form: Format, *, urls: bool = False, ascii_: bool = False) -> Exit:
    """Print a view. The exit code says whether it found anything."""
    if form == "csv" and os.environ.get(CSV.variable) == "excel":
        form = "excel"
    if form == "table":
        from briefcli.render.terminal import render_terminal

        page_or_write(render_terminal(view, screen(urls=urls, ascii_=ascii_)))
    else:
        write(_rendered(view, form), exact=True)
    return Exit.DONE if view.found else Exit.NO


def page_or_write(text: str) -> None:
    """Print a text for people, through a pager if it is too long for the terminal."""
    if sys.stdout is not None and sys.stdout.isatty():
        from briefcli.cli.programs import pager_for, show_in_pager

        pager = pager_for(text, os.environ)
        if pager is not None and show_in_pager(text, pager):
            return
    write(text)


def write(text: str, *, exact: bool = False) -> None:
    """Print the whole text. Raises BriefError if it cannot, except if the reader closes the pipe early (`| head`).

    An `exact` text is for programs: UTF-8 whatever the console's encoding, and line breaks as they are.
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
    """Print one line. Makes control characters visible, because a file name can hold them."""
    write(f"{one_line(text)}\n")


def deliver(data: bytes, output: str | None, form: str, *, internal: bool = False) -> None:
    """Write a file for another program and tell the user, or print it if `output` is None or `-`."""
    if output is None or output == "-":
        write(data.decode(), exact=True)
        return
    warn(tr("{file} is written", file=store(Path(output), data, form, internal=internal)))


def store(file: Path, data: bytes, form: str, *, internal: bool) -> Path:
    """Write a file for another program and return its path. The name of an internal file says so. Raises BriefError."""
    from briefcli.files.outputs import OUTPUTS
    from briefcli.files.write import write_output

    file = marked_file(file, internal=internal)
    write_output(file, data, *OUTPUTS[form])
    return file


def marked_file(file: Path, *, internal: bool) -> Path:
    """The path of a file. The name of an internal file gets a word that says that it is internal."""
    word = tr("INTERN-niet-openbaar")
    return file.with_stem(f"{file.stem}-{word}") if internal and word not in file.name else file


def marked_title(title: str, *, internal: bool) -> str:
    """The title of a mail or calendar; the title of an internal one says so."""
    return f"{title} ({tr('INTERN – niet openbaar')})" if internal else title


def workspace_for(form: MailFormat, output: str | None, common: Common) -> Workspace:
    """The workspace of the agendas. Selects their language for a mail. Raises UsageError if `output` names no mail."""
    if output is not None and form != "eml":
        raise UsageError(tr("--output is for a mail"), tr("add --format eml"))
    place = workspace(common)
    if form == "eml":
        speak_as_exported(place.settings())
    return place


def emit_or_mail(view: View, form: MailFormat, subject: str, output: str | None, *, internal: bool) -> Exit:
    """Print a view, or print or save it as a mail: Windows PowerShell changes the encoding of what `>` redirects."""
    if form != "eml":
        return emit(view, form)
    from briefcli.render.as_eml import render_eml

    mail = render_eml(view, marked_title(subject, internal=internal), internal=internal)
    deliver(mail.encode(), output, "eml", internal=internal)
    return Exit.DONE if view.found else Exit.NO


def speak_as_exported(folder: "Settings") -> None:
    """Use the language of the agendas folder for an export instead of the user's, unless `--lang` is given."""
    _, options = split(sys.argv[1:])
    if folder.language and LANGUAGE.variable not in options:
        use(folder.language)


@contextlib.contextmanager
def needing(missing: str, hint: str) -> Iterator[None]:
    """Raise BriefError with this message and hint if what is imported inside is not installed."""
    try:
        yield
    except ImportError as error:
        raise BriefError(missing, hint) from error


def owners(typed: str | None, *, mine: bool) -> tuple[str, ...]:
    """The owners to filter by: the one that was typed and, with `--mine`, those of the setting. Raises UsageError."""
    found = [] if typed is None else [typed]
    if mine:
        me = [each.strip() for each in os.environ.get(MINE.variable, "").split(",") if each.strip()]
        if not me:
            raise UsageError(tr("--mine does not know who you are"), tr("say it once: brief config set mine DCO"))
        found += me
    return tuple(found)


def warn(text: str) -> None:
    """Print a line for the user on standard error. Does nothing if standard error is closed."""
    with contextlib.suppress(OSError):
        line = clean(text).replace("\n", " ")  # a file name can hold a line break
        sys.stderr.write(f"{wrapped_message(f'brief: {line}')}\n")


def wrapped_message(text: str) -> str:
    """Wrap the text between words if standard error is a terminal, which by itself breaks a line anywhere."""
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
    for text in filter(None, (str(error), error.hint)):
        warn(_ENDLESS_WORD.sub(r"\1…", text))


def read_agendas(place: Workspace, *, for_search: bool = False) -> "Index":
    """Open the index with `Workspace.open_index`. Warns if a file has errors, or if there is no agenda yet."""
    index = place.open_index(for_search=for_search)
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
        case "table" | "markdown":
            from briefcli.render.as_markdown import render_markdown

            return render_markdown(view)


def screen(*, urls: bool = False, ascii_: bool = False) -> "Screen":
    """The properties of the terminal, pipe or file that the answer is printed on."""
    from briefcli.render.screen import screen_of

    if sys.stdout is None or not sys.stdout.isatty():
        return screen_of(os.environ, terminal_width=None, urls=urls, plain=ascii_)
    environ = os.environ if obeys_escapes() else {**os.environ, "TERM": "dumb"}
    return screen_of(environ, terminal_width=os.get_terminal_size().columns, urls=urls, plain=ascii_)


def obeys_escapes() -> bool:
    """Whether standard output, which must be a terminal, turns escape codes into colours.

    The console of Windows prints the codes themselves until a program switches this on, as this function does.
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
