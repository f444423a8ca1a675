"""`brief cache`: where the index is kept."""

from typing import Annotated, Literal

from briefcli.catalog import tr
from briefcli.cli.options import OutputFormat, argument
from briefcli.cli.output import emit
from briefcli.errors import BriefError, Exit
from briefcli.index.cache import cache_folder, clear, look
from briefcli.views.cache import cache_view, cleared_view, no_cache_view


def run(
    action: Annotated[Literal["clear"] | None, argument("[clear]", "clear throws all of it away.")] = None,
    form: OutputFormat = "table",
) -> Exit:
    """Show where the index is kept that makes every command quick, and how large it is.

    It is made, refreshed and thrown away by itself, and nothing is lost with it.

    Example: brief cache clear
    """
    folder = cache_folder()
    if folder is None:
        return emit(no_cache_view(), form)
    try:
        view = cache_view(look(folder)) if action is None else cleared_view(clear(folder))
    except OSError as error:
        raise BriefError(
            f"{folder}: {tr((error.strerror or 'unknown reason').lower())}", tr("look at who owns it")
        ) from error
    return emit(view, form)
