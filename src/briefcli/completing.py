"""Completes the command line at a TAB. It must be fast, so it imports no Typer, no Rich and no reader of agendas.

Commands and options come from the generated table `manual/words.tsv`. Ids, series, owners, dossiers and deadlines come
from the public rows of the cached index, without the rows of files that changed since the index was written. If there
is no index, none are offered: only reading a file tells whether its id may be shown.
"""

from __future__ import annotations

import os

from briefcli.folders import agendas_above, from_settings, index_name, user_folder

TYPE_CHECKING = False  # importing typing takes 3 ms, and so do json, re, pathlib and hashlib
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

Offer = tuple[str, str]  # a word that can be typed, and its description
FILES = ":files"  # an offer that makes the shell complete file names itself
WORDS = os.path.join(os.path.dirname(__file__), "manual", "words.tsv")
_MOST = 200  # offers of one sort from the index
_WITHHELD = "[withheld"


class KnownParameter:
    """A parameter, from one line of the table. It belongs to every command if `command` is empty."""

    def __init__(self, cells: list[str], *, dutch: bool) -> None:
        _, self.command, options, self.sort, choices, completes, *about = cells
        self.about = about[dutch]
        self.options = options.split()
        self.choices = choices.split()
        self.completes = completes.split()


class Program:
    """The contents of the table: commands with their descriptions, parameters, and lists of other words by sort."""

    def __init__(self, text: str, *, dutch: bool = False) -> None:
        rows = [line.split("\t") for line in text.splitlines()]
        self.commands = {each[1]: each[2 + dutch] for each in rows if each[0] == "command"}
        self.lists = {each[1]: each[2].split() for each in rows if each[0] == "list"}
        self._words = [KnownParameter(each, dutch=dutch) for each in rows if each[0] == "parameter"]

    def options(self, command: str | None) -> list[KnownParameter]:
        return [each for each in self._words if each.options and each.command in {command, ""}]

    def arguments(self, command: str) -> list[KnownParameter]:
        return [each for each in self._words if each.command == command and not each.options]

    def shown(self) -> list[Offer]:
        return [(name, about) for name, about in self.commands.items() if " " not in name]


def main(words: list[str]) -> None:
    """Print each word that can replace the last one, followed by a tab and its description.

    What cannot be printed becomes a space: control characters from a file could steer the terminal.
    """
    try:
        found = [(_plain(value), _plain(about)) for value, about in offers(words, os.environ)]
        text = "".join(f"{value}\t{about}\n" if about else f"{value}\n" for value, about in found)
        os.write(1, text.encode())  # not `sys.stdout`, which may fail again at exit
    except OSError:  # the current folder is gone, or nobody reads the offers
        pass


def _plain(text: str) -> str:
    return text if text.isprintable() else "".join(sign if sign.isprintable() else " " for sign in text)


def offers(words: list[str], environ: Mapping[str, str]) -> list[Offer]:
    """The words that start with the last word and fit after the words before it."""
    with open(WORDS, encoding="utf-8") as file:
        program = Program(file.read(), dutch=_is_dutch(environ))
    *before, current = words or [""]
    for word, value in zip(before, [*before, ""][1:], strict=True):
        if word.partition("=")[0] == "--agendas":
            environ = {**environ, "BRIEF_AGENDAS": word.partition("=")[2] or value}
    given, waiting = _without_options(program, before)
    command, arguments = _command(program, given)
    if waiting is not None:
        listed = current[: current.rfind(",") + 1] if "section" in waiting.completes else ""
        found = [(listed + value, about) for value, about in _values(program, waiting, arguments, environ)]
    elif current.startswith("--") and "=" in current:
        name = current.partition("=")[0]
        option = next((each for each in program.options(command) if name in each.options and each.sort != "flag"), None)
        values = _values(program, option, arguments, environ) if option else []
        found = [(f"{name}={value}", about) for value, about in values if value != FILES]
    elif current.startswith("-"):
        found = [
            (name, each.about) for each in program.options(command) for name in each.options if name.startswith("--")
        ]
    elif command is None:
        found = [] if given else program.shown()
    else:
        found = _for_argument(program, command, arguments, environ)
    return [each for each in found if each[0].startswith(current) or each[0] == FILES]


def _without_options(program: Program, words: list[str]) -> tuple[list[str], KnownParameter | None]:
    """The words that are neither options nor their values, and the option whose value comes next, if any."""
    given: list[str] = []
    waiting = None
    for word in words:
        if waiting is not None:
            waiting = None
        elif word.startswith("-") and word != "-":
            known = program.options(_command(program, given)[0])
            waiting = next((each for each in known if word in each.options and each.sort != "flag"), None)
        else:
            given.append(word)
    return given, waiting


def _command(program: Program, given: list[str]) -> tuple[str | None, list[str]]:
    """The command that the words start with, None if there is none, and the words after its name."""
    for length in (2, 1):
        name = " ".join(given[:length])
        if len(given) >= length and name in program.commands:
            return name, given[length:]
    return None, given


def _for_argument(program: Program, command: str, arguments: list[str], environ: Mapping[str, str]) -> list[Offer]:
    own = f"{command} "
    actions = [(name.removeprefix(own), about) for name, about in program.commands.items() if name.startswith(own)]
    if actions:
        return [] if arguments else actions
    places = program.arguments(command)
    if not places or (len(arguments) >= len(places) and places[-1].sort != "many"):
        return []
    return _values(program, places[min(len(arguments), len(places) - 1)], arguments, environ)


def _values(program: Program, word: KnownParameter, arguments: list[str], environ: Mapping[str, str]) -> list[Offer]:
    if word.choices:
        return [(each, "") for each in word.choices]
    found: list[Offer] = []
    for each in word.completes:
        sort = arguments[0] if each == "value" and arguments else each  # the values of the setting before it
        if sort == "file":
            found.append((FILES, ""))
        elif sort == "command":
            found += program.shown()
        elif sort in program.lists:
            found += [(each, "") for each in program.lists[sort]]
        else:
            found += _from_agendas(sort, arguments, environ)
    return found


def _is_dutch(environ: Mapping[str, str]) -> bool:
    """Whether to show Dutch descriptions. Decides as `cli.app` does, but does not ask Windows for its language."""
    wanted = environ.get("BRIEF_LANG") or from_settings("language", environ)
    system = filter(None, map(environ.get, ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")))
    return (wanted or next(system, "")).lower().startswith(("nl", "dutch", "nederlands"))


def _from_agendas(sort: str, arguments: list[str], environ: Mapping[str, str]) -> list[Offer]:
    root = _agendas(environ)
    index = _index(root, environ) if root is not None else None
    if root is None or index is None:
        return []
    try:
        import _sqlite3 as sqlite  # sqlite3 loads datetime, which takes 4 ms
    except ImportError:
        import sqlite3 as sqlite  # type: ignore[no-redef]

    try:
        connection = sqlite.connect(index, timeout=0.2)
        try:
            return _asked(connection, root, os.stat(index).st_mtime_ns, sort, arguments)
        finally:
            connection.close()
    except (sqlite.Error, OSError):
        return []  # of another version, damaged or locked


_ABOUT = "CASE m.short WHEN '' THEN m.title ELSE m.short END || ' · ' || m.\"when\""
_OPEN = "d.meeting = ? AND d.source IN ('deadline', 'commitment') AND d.status NOT IN ('done', 'dropped')"
_TO_COME = "d.meeting = ? AND d.source = 'event' AND d.status <> 'cancelled'"
# For each sort: the column to offer, its description, the table to join to that of the meetings, and the condition
_QUESTIONS = {
    "meeting": ("m.id", _ABOUT, "", "m.id <> ''"),
    "series": ("m.series", "''", "", "m.series <> ''"),
    "body": ("m.body", "''", "", "m.body <> ''"),
    "owner": ("d.owner", "''", "dated", "d.owner <> ''"),
    "dossier": ("d.dossier", "''", "citation", "d.dossier <> ''"),
    "deadline": ("d.title", 'd."when"', "dated", _OPEN),
    "event": ("d.title", 'd."when"', "dated", _TO_COME),
}


def _asked(connection: sqlite3.Connection, root: str, written: int, sort: str, arguments: list[str]) -> list[Offer]:
    """The offers from the public rows, each once. Files that changed since the index was written are left out."""
    if sort not in _QUESTIONS:
        return []
    column, told, table, condition = _QUESTIONS[sort]
    values = arguments[: condition.count("?")]  # the meeting, which was typed before the deadline or event
    order = "m.sort DESC, m.id" if sort == "meeting" else column  # never that of the rows, some of which are withheld
    joined = f"JOIN {table} d ON m.file = d.file AND d.audience & 1" if table else ""
    asked = f"SELECT {column}, {told}, m.path, m.title FROM meeting m {joined} WHERE m.audience & 1 AND {condition}"  # noqa: S608
    found: dict[str, str] = {}
    fresh: dict[str, bool] = {}
    for value, about, path, title in connection.execute(f"{asked} ORDER BY {order}", values):
        if value in found or value.startswith(_WITHHELD) or str(title).startswith(_WITHHELD):
            continue
        if path not in fresh:
            fresh[path] = _is_older(os.path.join(root, path), written)
        if fresh[path]:
            found[value] = "" if _WITHHELD in about else about
        if len(found) >= _MOST:
            break
    return list(found.items())


def _is_older(file: str, written: int) -> bool:
    try:
        state = os.stat(file)
    except OSError:
        return False
    return max(state.st_mtime_ns, state.st_ctime_ns if os.name != "nt" else 0) <= written


def _agendas(environ: Mapping[str, str]) -> str | None:
    """The agendas folder, found in the same way as by every command; None if there is none."""
    if wanted := environ.get("BRIEF_AGENDAS") or from_settings("agendas", environ):
        folder = os.path.join(os.getcwd(), os.path.expanduser(wanted))
        return folder if os.path.isdir(folder) else None
    return agendas_above(os.getcwd())


def _index(root: str, environ: Mapping[str, str]) -> str | None:
    """The newest index of this folder, in either language."""
    folder = user_folder("cache", "briefcli", environ)
    if folder is None:
        return None
    files = []
    for language in ("en", "nl"):
        file = os.path.join(folder, index_name(root, language))
        try:
            state = os.stat(file)
        except OSError:
            continue
        if state.st_size and (os.name == "nt" or state.st_uid == os.getuid()):
            files.append((state.st_mtime_ns, file))
    return max(files)[1] if files else None
