"""All that a library can be asked, in one value: two libraries with the same answers are the same to everyone."""

from datetime import date
from pathlib import Path
from typing import Any

from briefcli.domain.plain import plain
from briefcli.index.index import open_index
from briefcli.index.query import read_query
from briefcli.index.questions import Library
from briefcli.index.searching import field_names, search
from briefcli.index.source import Source
from briefcli.settings import Settings

TODAY = date(2031, 3, 4)
SEARCHED = ("kabinet", "begrotings*", "lidstaten NOT minister", "x OR y", '"op korte termijn"')


def source_of(root: Path) -> Source:
    return Source(root, None, Settings)


def nothing() -> None:
    """What there is to do meanwhile, so that another process may do the rest."""


def answers(root: Path, cache: Path | None) -> dict[str, Any]:
    """What an index kept in `cache` (None: in memory) answers to everything, for both audiences."""
    connection = open_index(source_of(root), cache, meanwhile=nothing)
    try:
        return {str(internal): _all(Library(connection, internal=internal)) for internal in (False, True)}
    finally:
        connection.close()


def _all(library: Library) -> dict[str, Any]:
    ids = list(library.ids)
    return {
        "ids": ids,
        "agendas": {each: (plain(found[0]), found[1]) for each in ids if (found := library.agenda(each))},
        "meetings": list(library.meetings()),
        "dated": list(library.dated()),
        "ahead": list(library.dated(since=TODAY)),
        "past": list(library.past(TODAY)),
        "citations": sorted(library.citations(), key=repr),
        "pledges": list(library.pledges()),
        "diagnostics": library.diagnostics(),
        "broken": library.broken_files(),
        "found": [search(library, read_query(each, field_names)).hits for each in SEARCHED],
    }


def glance(root: Path, cache: Path) -> None:
    """Ask an index for something that needs no words, as most commands do."""
    connection = open_index(source_of(root), cache, words=False, meanwhile=nothing)
    list(Library(connection, internal=False).meetings())
    connection.close()
