from typing import Annotated, Literal

from briefcli.catalog import count, tr
from briefcli.cli.options import OutputFormat, argument
from briefcli.cli.output import emit
from briefcli.errors import BriefError, Exit
from briefcli.files.read import reason
from briefcli.index.cache import INDEX, cache_folder, kept_in
from briefcli.views.cell import Words
from briefcli.views.labels import number_words
from briefcli.views.making import known_facts, view_of
from briefcli.views.view import Remark


def run(
    action: Annotated[Literal["clear"] | None, argument("[clear]", "clear removes all of it.")] = None,
    form: OutputFormat = "table",
) -> Exit:
    """Show where the index is kept that makes every command quick, and how large it is.

    The index is created, updated and removed automatically. If you clear it, nothing is lost.

    Example: brief cache clear
    """
    folder = cache_folder()
    if folder is None:
        said = tr("This system has no folder for a cache, so every command reads the files.")
        return emit(view_of(None, Remark(said)), form)
    try:
        kept = kept_in(folder)
        for file in kept if action else ():  # a command that has it open can finish: the file only loses its name
            file.unlink(missing_ok=True)
    except OSError as error:
        raise BriefError(f"{folder}: {reason(error)}", tr("look at its owner and permissions")) from error
    number, total = sum(file.suffix == INDEX for file in kept), sum(kept.values())
    data = {"folder": str(folder), "indexes": number, "bytes": total}
    size = f"{total / 1000:.0f} kB" if total < 1_000_000 else f"{number_words(round(total / 1_000_000, 1))} MB"
    if action is not None:
        indexes = count("{n} index", "{n} indexes", number)
        return emit(view_of(data, Remark(tr("Removed: {indexes}, {size}.", indexes=indexes, size=size))), form)
    facts = ((tr("Folder"), Words(str(folder))), (tr("Indexes"), number), (tr("Size"), size))
    remark = Remark(tr("Created and updated automatically; brief cache clear empties it."))
    return emit(view_of(data, known_facts(*facts), remark), form)
