"""`brief cache`: where the indexes are kept, and how large they are."""

from pathlib import Path

from briefcli.catalog import count, tr
from briefcli.index.cache import CacheState
from briefcli.views.view import Facts, Remark, View, Words


def cache_view(kept: CacheState) -> View:
    facts = Facts(
        (
            (tr("Folder"), Words(str(kept.folder))),
            (tr("Indexes"), kept.indexes),
            (tr("Size"), size_words(kept.size)),
        )
    )
    return View(
        data=_record(kept), blocks=(facts, Remark(tr("Made and refreshed by itself; brief cache clear empties it.")))
    )


def cleared_view(kept: CacheState) -> View:
    """What was there and is gone now."""
    indexes = count("{n} index", "{n} indexes", kept.indexes)
    return View(
        data=_record(kept),
        blocks=(Remark(tr("Thrown away: {indexes}, {size}.", indexes=indexes, size=size_words(kept.size))),),
    )


def no_cache_view() -> View:
    return View(data=None, blocks=(Remark(tr("This system has no place for a cache; every command reads the files.")),))


def size_words(size: int) -> str:
    """Bytes in a unit that reads well."""
    if size < 1000:
        return count("{n} byte", "{n} bytes", size)
    for unit in ("kB", "MB"):
        size_in = size / (1000 if unit == "kB" else 1_000_000)
        if size_in < 1000:
            return f"{size_in:.0f} {unit}" if size_in >= 10 else f"{size_in:.1f} {unit}"
    return f"{size / 1e9:.1f} GB"


def _record(kept: CacheState) -> dict[str, object]:
    return {"folder": str(Path(kept.folder)), "indexes": kept.indexes, "bytes": kept.size}
