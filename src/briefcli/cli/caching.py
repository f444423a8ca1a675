"""`--no-cache`: declared here once, and offered by every command that reads agendas."""

import inspect
import os
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from briefcli.config import cache_wanted

NoCache = Annotated[bool, typer.Option("--no-cache", help="Read every agenda anew, and keep nothing.")]

_refused: ContextVar[bool] = ContextVar("refused", default=False)
_OPTION = inspect.Parameter("no_cache", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=NoCache)


def with_no_cache(command: Callable[..., None]) -> Callable[..., None]:
    """The command with that option, if it reads agendas: then it has `--internal` too."""
    signature = inspect.signature(command)
    if "internal" not in signature.parameters:
        return command

    @wraps(command)
    def offered(*, no_cache: bool, **options: Any) -> None:
        before = _refused.set(no_cache)
        try:
            command(**options)
        finally:
            _refused.reset(before)

    parameters = [*signature.parameters.values(), _OPTION]
    offered.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    offered.__annotations__ = {**command.__annotations__, _OPTION.name: NoCache}
    return offered


def cache() -> Callable[[], Path | None]:
    """Says where indexes are kept: nowhere, if none may be. Raises UsageError."""
    if not cache_wanted(_refused.get(), os.environ):
        return lambda: None
    from briefcli.index.cache import cache_folder

    return cache_folder
