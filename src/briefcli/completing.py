"""What a TAB offers. It must come at once, so it loads neither Typer nor Rich nor the reader of agendas.

Commands and options come from the generated description, ids and titles from the public rows of the index that is
kept. Nothing is offered of a file that changed since the index was written, but for its name, where each of its keys
is a known one and none of them withholds: in doubt it is not offered.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
import sys

TYPE_CHECKING = False  # the module typing costs 3 ms
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    Described = dict[str, Any]  # an object of commands.json
    Offer = tuple[str, str]  # what is typed, and its description

FILES = ":files"  # as an answer: the shell completes names of files itself
_HERE = os.path.dirname(__file__)
_MOST = 200  # of one sort
_MOST_READ = 300  # files without an index
_GRAIN_NS = 2_000_000_000  # two changes within it may look like one
_KEY = re.compile(rb"^[\"']?([^\s#\"':][^:\"']*?)[\"']?\s*:", re.MULTILINE)
_PLAIN_LINE = re.compile(rb"^(?:[\"']?[a-z_]+[\"']?\s*:|[ \-#\r]|---|$)")
_WITHHELD = "[withheld"


def main(words: list[str]) -> None:
    """Print what can stand in the place of the last word, each with its description behind a tab."""
    lines = [f"{value}\t{about}" if about else value for value, about in offers(words, os.environ)]
    sys.stdout.buffer.write("".join(f"{' '.join(each.splitlines())}\n" for each in lines).encode("utf-8", "replace"))


def offers(words: list[str], environ: Mapping[str, str]) -> list[Offer]:
    """What begins with the last word, as the words before it ask."""
    with open(os.path.join(_HERE, "manual", "commands.json"), encoding="utf-8") as file:  # pathlib costs 5 ms
        program = json.load(file)
    *before, current = words or [""]
    given, waiting = _without_options(program, before)
    command, arguments = _command(program, given)
    if waiting is not None:
        found = _values(program, waiting, arguments, environ)
    elif current.startswith("-"):
        found = [*_options(program, command), ("--help", "Show this help.")]
    elif command is None:
        found = [] if given else _commands(program)
    else:
        found = _for_argument(program, command, arguments, environ)
    return [each for each in found if each[0].startswith(current) or each[0] == FILES]


def _options(program: Described, command: Described | None) -> list[Offer]:
    everywhere: list[Described] = [*(command or {}).get("parameters", ()), *program["options"]]
    return [(name, each["help"]) for each in everywhere for name in each["options"] if name.startswith("--")]


def _commands(program: Described) -> list[Offer]:
    return [(each["name"], _about(each)) for each in program["commands"] if " " not in each["name"]]


def _without_options(program: Described, words: list[str]) -> tuple[list[str], Described | None]:
    """The words that are no options nor their values; and the option that waits for its value, if one does."""
    given: list[str] = []
    waiting = None
    for word in words:
        if waiting is not None:
            waiting = None
        elif word.startswith("-") and word != "-":
            command, _ = _command(program, given)
            option = next(
                (
                    each
                    for each in [*(command or {}).get("parameters", ()), *program["options"]]
                    if word in each["options"]
                ),
                None,
            )
            waiting = option if option is not None and not option.get("flag") else None
        else:
            given.append(word)
    return given, waiting


def _command(program: Described, given: list[str]) -> tuple[Described | None, list[str]]:
    """The command that the words name, and what follows its name."""
    by_name = {each["name"]: each for each in program["commands"]}
    for length in (2, 1):
        command = by_name.get(" ".join(given[:length])) if len(given) >= length else None
        if command is not None:
            return command, given[length:]
    return None, given


def _for_argument(
    program: Described, command: Described, arguments: list[str], environ: Mapping[str, str]
) -> list[Offer]:
    actions = [each for each in program["commands"] if each["name"].startswith(f"{command['name']} ")]
    if actions:
        return [(each["name"].partition(" ")[2], _about(each)) for each in actions] if not arguments else []
    places = [each for each in command["parameters"] if not each["options"]]
    if not places or (len(arguments) >= len(places) and not places[-1]["many"]):
        return []
    return _values(program, places[min(len(arguments), len(places) - 1)], arguments, environ)


def _values(program: Described, parameter: Described, arguments: list[str], environ: Mapping[str, str]) -> list[Offer]:
    if parameter["choices"]:
        return [(each, "") for each in parameter["choices"]]
    found: list[Offer] = []
    for sort in parameter.get("completes", "").split():
        if sort == "file":
            found.append((FILES, ""))
        elif sort == "command":
            found += _commands(program)
        elif sort == "topic":
            found += [(each, "") for each in program["topics"]]
        elif sort == "setting":
            found += [(each, "") for each in program["settings"]]
        else:
            found += _from_agendas(program, sort, arguments, environ)
    return found


def _about(command: Described) -> str:
    if command["summary"]:
        return str(command["summary"])
    first = " ".join(str(command["help"]).split("\n\n")[0].split())
    return re.split(r"(?<=[.:;])\s", first, maxsplit=1)[0].rstrip(".:;")


def _from_agendas(program: Described, sort: str, arguments: list[str], environ: Mapping[str, str]) -> list[Offer]:
    root = _agendas(environ)
    if root is None:
        return []
    index = _index(root, environ)
    if index is not None:
        try:
            with sqlite3.connect(f"file:{index}?mode=ro", uri=True, timeout=0.2) as connection:
                return _asked(connection, root, os.stat(index).st_mtime_ns, sort, arguments)
        except (sqlite3.Error, OSError):
            pass  # another version's, damaged, locked: as without one
    return _from_names(root, set(program["fields"])) if sort == "meeting" else []


_QUESTIONS = {
    "meeting": (
        "SELECT m.id, CASE m.short WHEN '' THEN m.title ELSE m.short END || ' · ' || m.\"when\", m.path, m.title "
        "FROM meeting m WHERE m.audience & 1 ORDER BY m.sort DESC"
    ),
    "series": "SELECT m.series, '', m.path, m.title FROM meeting m WHERE m.audience & 1 AND m.series <> ''",
    "body": "SELECT m.body, '', m.path, m.title FROM meeting m WHERE m.audience & 1 AND m.body <> ''",
    "owner": (
        "SELECT d.owner, '', m.path, m.title FROM dated d JOIN meeting m ON m.file = d.file AND m.audience & 1 "
        "WHERE d.audience & 1 AND d.owner <> ''"
    ),
    "dossier": (
        "SELECT p.dossier, '', m.path, m.title FROM citation p JOIN meeting m ON m.file = p.file AND m.audience & 1 "
        "WHERE p.audience & 1 AND p.dossier <> ''"
    ),
    "deadline": (
        'SELECT d.title, d."when", m.path, m.title FROM dated d JOIN meeting m ON m.file = d.file AND m.audience & 1 '
        "WHERE d.audience & 1 AND d.meeting = ? AND d.source IN ('deadline', 'commitment') "
        "AND d.status NOT IN ('done', 'dropped')"
    ),
}


def _asked(connection: sqlite3.Connection, root: str, written: int, sort: str, arguments: list[str]) -> list[Offer]:
    """What the public rows say, each thing once, of files that did not change since the index was written."""
    values = (arguments[0],) if sort == "deadline" and arguments else ()
    if sort not in _QUESTIONS or (sort == "deadline" and not values):
        return []
    found: dict[str, str] = {}
    fresh: dict[str, bool] = {}
    for value, about, path, title in connection.execute(_QUESTIONS[sort], values):
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


def _from_names(root: str, fields: set[str]) -> list[Offer]:
    """The ids of the files that hold plain known keys alone, and nothing that withholds the whole."""
    found: list[Offer] = []
    for folder, folders, files in os.walk(root):
        folders[:] = [each for each in folders if not each.startswith(".") and each != "official"]
        for name in sorted(files):
            stem, ending = os.path.splitext(name)
            if ending not in {".yaml", ".yml"} or name.startswith("."):
                continue
            if len(found) >= _MOST_READ:
                return found
            if _is_plain(os.path.join(folder, name), fields):
                found.append((stem, ""))
    return found


def _is_plain(file: str, fields: set[str]) -> bool:
    try:
        with open(file, "rb") as opened:
            text = opened.read(300_000)
    except OSError:
        return False
    if not all(_PLAIN_LINE.match(line) for line in text.split(b"\n")):
        return False
    return all(key.decode("utf-8", "replace") in fields for key in _KEY.findall(text))


def _agendas(environ: Mapping[str, str]) -> str | None:
    """The agendas folder, as every command finds it."""
    if wanted := environ.get("BRIEF_AGENDAS") or _from_settings():
        folder = os.path.join(os.getcwd(), os.path.expanduser(wanted))
        return folder if os.path.isdir(folder) else None
    here = os.getcwd()
    while True:
        if os.path.isdir(os.path.join(here, "agendas")):
            return os.path.join(here, "agendas")
        if os.path.basename(here) == "agendas":
            return here
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above


def _from_settings() -> str | None:
    from platformdirs import user_config_dir

    try:
        with open(os.path.join(user_config_dir("brief", appauthor=False), "config.toml"), encoding="utf-8") as file:
            found = re.search(r"^\s*agendas\s*=\s*[\"'](.+)[\"']\s*$", file.read(), re.MULTILINE)
    except (OSError, RuntimeError, ValueError):
        return None
    return found[1] if found else None


def _index(root: str, environ: Mapping[str, str]) -> str | None:
    """The index of this folder that was written last, in whatever language; see `index.cache.index_file`."""
    if environ.get("BRIEF_NO_CACHE", "").strip().lower() not in {"", "0", "false", "no", "off"}:
        return None
    from platformdirs import user_cache_dir

    files = []
    for language in ("en", "nl"):
        key = hashlib.blake2b(os.fsencode(f"{os.path.realpath(root)}\0{language}"), digest_size=12).hexdigest()
        file = os.path.join(user_cache_dir("briefcli", appauthor=False), f"{key}.sqlite")
        try:
            state = os.stat(file)
        except (OSError, RuntimeError):
            continue
        if state.st_size and (os.name == "nt" or state.st_uid == os.getuid()):
            files.append((state.st_mtime_ns, file))
    return max(files)[1] if files else None
