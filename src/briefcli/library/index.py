"""The index of an agendas folder: kept from one command to the next where that can be, else made in memory.

Whatever goes wrong with the one that is kept, the answer comes from the files.
"""

import sqlite3
from pathlib import Path

from briefcli.library.progress import Watch, unwatched
from briefcli.library.source import Source
from briefcli.library.survey import Survey, take_survey


def open_index(source: Source, cache: Path | None = None, watch: Watch = unwatched) -> sqlite3.Connection:
    """An index of every agenda in the folder as it is now. `cache` is where indexes are kept, if they may be.

    Raises OSError where the folder itself cannot be read.
    """
    survey = take_survey(source.root)
    if cache is not None:
        from briefcli.library.kept import open_kept

        try:
            return open_kept(cache, source, survey, watch)
        except (OSError, sqlite3.Error):
            pass  # no room, no permission, others that do not get ready: nothing that keeps the files from answering
    return _in_memory(source, survey, watch)


def _in_memory(source: Source, survey: Survey, watch: Watch) -> sqlite3.Connection:
    from briefcli.library.filing import tasks_for
    from briefcli.library.store import Store, make_tables
    from briefcli.library.workers import file_all

    connection = sqlite3.connect(":memory:", isolation_level=None)
    make_tables(connection)
    connection.execute("BEGIN")
    store = Store(connection)
    tasks = tasks_for(survey, survey.paths)
    done = 0
    for batch in file_all(source.root, tasks, source.settings()):
        store.add(batch)
        done += len(batch)
        watch(done, len(tasks))
    connection.execute("COMMIT")
    return connection
