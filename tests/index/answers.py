"""Small agendas, and all answers that an index can give, so that two indexes can be compared."""

import os
import time
from collections.abc import Sequence
from datetime import date
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

from briefcli.domain.agenda import plain
from briefcli.index.index import Source, open_index
from briefcli.index.queries import Index
from briefcli.index.search.hits import search
from briefcli.index.search.query import read_query
from briefcli.settings import Settings

TODAY = date(2031, 3, 4)
SEARCHED = ("kabinet", '"op korte termijn"')


def agenda_text(number: int) -> str:
    """An agenda with one of everything that an index stores. Each number gives different facts."""
    return f"""\
title: Raad {number} in Brussel
series: raad-{number % 3}
body: EU
kind: council
when: 2031-{number % 12 + 1:02}-{number % 28 + 1:02}
sessions:
  - title: Middag {number}
    topics: [Het kabinet bespreekt plan {number}]
key_points:
  - Het besluit van het kabinet valt op korte termijn (29 000, nr. {number + 1})
  - {{text: Tegen plan {number}, public: false, ground: Woo 5.1.2a}}
documents:
  - {{ref: "29 000, nr. {number + 2}", date: 2031-01-{number % 28 + 1:02}, kind: letter, title: Brief {number}}}
events:
  - {{title: Debat {number}, kind: debate, when: 2031-{number % 12 + 1:02}-01}}
deadlines:
  - {{title: Lijnen {number}, due: 2 days before debate, owner: DAV}}
commitments:
  - {{title: Toezegging {number}, kind: commitment, due: 3 workdays before meeting}}
"""


def source_of(root: Path) -> Source:
    return Source(root, None, Settings)


def answers(root: Path, cache: Path | None) -> dict[str, Any]:
    """All answers of an index stored in `cache` (None: in memory), public and internal."""
    with open_index(source_of(root), cache, internal=True, for_search=True) as index:
        return {"True": _all(index), "False": _all(index.as_public())}


def _all(index: Index) -> dict[str, Any]:
    ids = list(index.ids)
    return {
        "ids": ids,
        "agendas": {each: (plain(found[0]), found[1]) for each in ids if (found := index.agenda(each))},
        "meetings": list(index.meetings()),
        "dated": list(index.dated()),
        "ahead": list(index.dated(since=TODAY)),
        "past": list(index.past(TODAY)),
        "citations": sorted(index.citations(), key=repr),
        "commitments": list(index.commitments()),
        "diagnostics": index.diagnostics(),
        "broken": len(index.broken_files()),
        "found": [search(index, read_query(each))[0] for each in SEARCHED],
    }


def glance(root: Path, cache: Path) -> None:
    """Ask an index for something that needs no texts to search in, as most commands do."""
    with open_index(source_of(root), cache) as index:
        list(index.meetings())


def met_processes(folders: Sequence[Path]) -> list[int]:
    """The id of this process for each task, once a second process has also begun with a task (or 30 seconds later)."""
    (folders[0] / str(os.getpid())).touch()
    end = time.monotonic() + 30
    while len(list(folders[0].iterdir())) < 2 and time.monotonic() < end:
        time.sleep(0.01)
    return [os.getpid()] * len(folders)


def outlive_the_worker(tasks: Sequence[int]) -> list[int]:
    """The tasks themselves, after 10 ms. A worker process dies as if it had been killed."""
    if parent_process() is not None:
        os._exit(9)
    time.sleep(0.01)
    return [*tasks]
