"""`brief export --to sqlite`: the public version of all agendas as one file."""

from collections.abc import Sequence

from briefcli import __version__
from briefcli.catalog import tr
from briefcli.cli.output import deliver, warn, warn_of_broken
from briefcli.errors import UsageError
from briefcli.workspace import Workspace


def export_database(place: Workspace, typed: Sequence[str], output: str | None) -> None:
    """Write the database: the public version, also with --internal. Raises UsageError without a file."""
    from briefcli.index.database import BEGINS, database

    if typed:
        raise UsageError(tr("a database holds all meetings"), tr("leave “{name}” out", name=typed[0]))
    if output in {None, "-"}:
        raise UsageError(tr("a database needs a file"), tr("name it with --output agendas.db"))
    if place.internal:
        warn(tr("the database holds the public version alone, with --internal too"))
    with place._replace(internal=False).open_index() as index:
        warn_of_broken(index)
        data = database(index, __version__, place.today.isoformat())
    deliver(data, output, begins=BEGINS)
