"""What a TAB offers of the agendas: ids, series, owners, dossiers and deadlines from the public rows of the kept index.

Of a file that changed since the index was written nothing is offered. Without an index only names of files are
offered, and only of files in which every key is known and none withholds.
"""

from __future__ import annotations

import os

from briefcli.folders import agendas_above, from_settings, is_agenda_name, user_folder

TYPE_CHECKING = False  # as in completing.py: what a TAB loads is kept small
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

Offer = tuple[str, str]  # what is typed, and its description
_MOST = 200  # of one sort
_MOST_READ = 300  # files without an index
_WITHHELD = "[withheld"


def from_agendas(sort: str, arguments: list[str], fields: list[str], environ: Mapping[str, str]) -> list[Offer]:
    """The things of this sort; `fields` are the known keys of an agenda."""
    root = _agendas(environ)
    if root is None:
        return []
    index = _index(root, environ)
    if index is not None:
        try:
            import _sqlite3 as sqlite  # sqlite3 loads datetime, which takes 4 ms
        except ImportError:
            import sqlite3 as sqlite  # type: ignore[no-redef]

        try:
            connection = sqlite.connect(f"{_uri(index)}?mode=ro", uri=True, timeout=0.2)
            try:
                return _asked(connection, root, os.stat(index).st_mtime_ns, sort, arguments)
            finally:
                connection.close()
        except (sqlite.Error, OSError):
            pass  # another version's, damaged, locked: as without one
    return _from_names(root, set(fields)) if sort == "meeting" else []


def _uri(file: str) -> str:
    """As Path.as_uri, which would load pathlib."""
    for sign, code in (("%", "%25"), ("?", "%3f"), ("#", "%23"), (os.sep, "/")):
        file = file.replace(sign, code)
    return f"file://{file}" if file.startswith("/") else f"file:///{file}"


_ABOUT = "CASE m.short WHEN '' THEN m.title ELSE m.short END || ' · ' || m.\"when\""
_OPEN = "d.meeting = ? AND d.source IN ('deadline', 'commitment') AND d.status NOT IN ('done', 'dropped')"
# Of each sort what is typed, its description, the table besides that of the meetings, and which of its rows
_QUESTIONS = {
    "meeting": ("m.id", _ABOUT, "", "m.id <> '' ORDER BY m.sort DESC, m.id"),
    "series": ("m.series", "''", "", "m.series <> ''"),
    "body": ("m.body", "''", "", "m.body <> ''"),
    "owner": ("d.owner", "''", "dated", "d.owner <> ''"),
    "dossier": ("d.dossier", "''", "citation", "d.dossier <> ''"),
    "deadline": ("d.title", 'd."when"', "dated", _OPEN),
}


def _statement(sort: str) -> str:
    value, about, table, condition = _QUESTIONS[sort]
    joined = f"JOIN {table} d ON m.file = d.file AND d.audience & 1" if table else ""
    return f"SELECT {value}, {about}, m.path, m.title FROM meeting m {joined} WHERE m.audience & 1 AND {condition}"  # noqa: S608


def _asked(connection: sqlite3.Connection, root: str, written: int, sort: str, arguments: list[str]) -> list[Offer]:
    """What the public rows say, each thing once, of files that did not change since the index was written."""
    values = (arguments[0],) if sort == "deadline" and arguments else ()
    if sort not in _QUESTIONS or (sort == "deadline" and not values):
        return []
    found: dict[str, str] = {}
    fresh: dict[str, bool] = {}
    for value, about, path, title in connection.execute(_statement(sort), values):
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
            if not is_agenda_name(name) or name.startswith("."):
                continue
            if len(found) >= _MOST_READ:
                return found
            if _is_plain(os.path.join(folder, name), fields):
                found.append((os.path.splitext(name)[0], ""))
    return found


def _is_plain(file: str, fields: set[str]) -> bool:
    """Whether every line that is not indented is a known key, an item of a list, or nothing."""
    try:
        with open(file, "rb") as opened:
            lines = opened.read(300_000).decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    flush = [line for line in lines if line[:1] not in {"", " ", "-", "#"}]
    return all(line.partition(":")[0].rstrip() in fields for line in flush)


def _agendas(environ: Mapping[str, str]) -> str | None:
    """The agendas folder, as every command finds it."""
    if wanted := environ.get("BRIEF_AGENDAS") or from_settings("agendas", environ):
        folder = os.path.join(os.getcwd(), os.path.expanduser(wanted))
        return folder if os.path.isdir(folder) else None
    return agendas_above(os.getcwd())


def _index(root: str, environ: Mapping[str, str]) -> str | None:
    """The index of this folder that was written last, in whatever language; see `index.cache.index_file`."""
    folder = user_folder("cache", "briefcli", environ)
    if folder is None or environ.get("BRIEF_NO_CACHE", "").strip().lower() not in {"", "0", "false", "no", "off"}:
        return None
    from zlib import crc32

    files = []
    for language in ("en", "nl"):
        key = crc32(os.fsencode(f"{os.path.realpath(root)}\0{language}"))
        file = os.path.join(folder, f"{key:08x}.sqlite")
        try:
            state = os.stat(file)
        except OSError:
            continue
        if state.st_size and (os.name == "nt" or state.st_uid == os.getuid()):
            files.append((state.st_mtime_ns, file))
    return max(files)[1] if files else None
