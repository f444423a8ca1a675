"""How far a long piece of work is, told to whoever watches."""

from collections.abc import Callable

Watch = Callable[[int, int], None]  # called with how much is done, and of how much


def unwatched(done: int, total: int) -> None:
    """For whoever does not look."""
