"""The index of an agendas folder: kept from one command to the next where that can be, else made in memory.

Whatever goes wrong with the one that is kept, the answer comes from the files.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from briefcli.index.progress import Watch, unwatched
from briefcli.index.source import Source
from briefcli.index.survey import Survey, take_survey


def open_index(
    source: Source,
    cache: Path | None = None,
    watch: Watch = unwatched,
    *,
    words: bool = True,
    survey: Survey | None = None,
    meanwhile: Callable[[], object] | None = None,
) -> sqlite3.Connection:
    """An index of every agenda in the folder as it is now. `cache` is where indexes are kept, if they may be.

    Without `words` it answers all but searches. `survey` is the one that was taken a moment ago, if one was;
    `meanwhile` is what may be done while another process works, if anything. Raises OSError where the folder
    cannot be read.
    """
    survey = survey or take_survey(source.root)
    if cache is not None:
        from briefcli.index.kept import open_kept

        try:
            return open_kept(cache, source, survey, watch, words=words, meanwhile=meanwhile)
        except (OSError, sqlite3.Error):
            pass  # no room, no permission, others that do not get ready: nothing that keeps the files from answering
    return _in_memory(source, survey, watch, words=words)


def _in_memory(source: Source, survey: Survey, watch: Watch, *, words: bool) -> sqlite3.Connection:
    from briefcli.index.changes import Changes
    from briefcli.index.maker import Made
    from briefcli.index.rounds import Job, read_round, words_round
    from briefcli.index.store import make_tables

    connection = sqlite3.connect(":memory:", isolation_level=None)
    make_tables(connection)
    connection.execute("BEGIN")
    done: set[str] = set()
    changes = Changes(connection, survey, done)
    job = Job(source, survey, watch, lambda: None, lambda: False)
    made = Made("")
    while not made.round or changes.read:
        made = read_round(connection, made, changes, done, job)
    while words and made.worded < made.highest:
        made = words_round(connection, made, job)
    connection.execute("COMMIT")
    return connection
