"""What an index is made from."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # not for those who find everything as it was
    from briefcli.settings import Settings


class Source(NamedTuple):
    """A folder of agendas. `counted_with` are the bytes of its settings, which `settings` reads only when asked."""

    root: Path
    counted_with: bytes | None
    settings: "Callable[[], Settings]"
