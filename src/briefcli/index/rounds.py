"""The work on an index, in rounds of a few seconds: between two of them other processes have their turn."""

import sqlite3
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from briefcli.index.changes import Changes
from briefcli.index.maker import Made
from briefcli.index.progress import Watch
from briefcli.index.survey import Survey

if TYPE_CHECKING:
    from briefcli.index.source import Source

ROUND = 20_000  # files, or agendas whose words are taken up: five seconds' work on two cores


class Job(msgspec.Struct):
    """What is to be done: from which files, who watches, and who may end it early."""

    source: "Source"
    survey: Survey
    watch: Watch
    meanwhile: Callable[[], object]  # what may be done once other processes are at work
    is_stopped: Callable[[], bool]


def read_round(connection: sqlite3.Connection, made: Made, changes: Changes, done: set[str], job: Job) -> Made:
    """Take up what changed, as far as one round goes. What was read is added to `done`, and leaves `changes`."""
    from briefcli.index.filing import file_all, tasks_for
    from briefcli.index.store import Store

    store = Store(connection, made)
    store.remove(changes.gone)
    changes.gone = []
    left = len(changes.read)
    tasks = tasks_for(job.survey, islice(changes.read, ROUND))
    for batch in file_all(job.source.root, tasks, job.source.settings()) if tasks else ():
        store.remove([filed.path for filed in batch])
        store.add(batch)
        for filed in batch:
            changes.note(filed.path)
            done.add(filed.path)
        job.meanwhile()
        job.watch(len(done), len(done) + left - len(batch))
        left -= len(batch)
        if job.is_stopped():
            break
    changes.read = [path for path in changes.read if path not in done]
    for folder, marks in changes.marks():
        store.keep_folder(folder, marks)
    if not changes.read and not made.listing:  # else it has been complete before
        store.complete()
    listing = b"" if changes.read else job.survey.digest
    return made._replace(listing=listing, round=made.round + 1, highest=store.highest)


def words_round(connection: sqlite3.Connection, made: Made, job: Job) -> Made:
    """Take up the words of what was read, as far as one round goes."""
    from briefcli.index.words import remember

    for further in remember(connection, made, ROUND):
        made = further
        job.watch(made.worded, made.highest)
        if job.is_stopped():
            break
    return made
