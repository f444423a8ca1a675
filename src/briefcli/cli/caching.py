"""`--no-cache` and `--no-pager`: declared here once, and offered by every command that reads agendas."""

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
NoPager = Annotated[bool, typer.Option("--no-pager", help="Print a long answer at once, without a pager.")]

_without_cache: ContextVar[bool] = ContextVar("without_cache", default=False)
_without_pager: ContextVar[bool] = ContextVar("without_pager", default=False)
_OPTIONS = (
    inspect.Parameter("no_cache", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=NoCache),
    inspect.Parameter("no_pager", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=NoPager),
)


def with_shared_options(command: Callable[..., None]) -> Callable[..., None]:
    """The command with those options, if it reads agendas: then it has `--internal` too."""
    signature = inspect.signature(command)
    if "internal" not in signature.parameters:
        return command

    @wraps(command)
    def offered(*, no_cache: bool, no_pager: bool, **options: Any) -> None:
        cache_before, pager_before = _without_cache.set(no_cache), _without_pager.set(no_pager)
        try:
            command(**options)
        finally:
            _without_cache.reset(cache_before)
            _without_pager.reset(pager_before)

    parameters = [*signature.parameters.values(), *_OPTIONS]
    offered.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    offered.__annotations__ = {**command.__annotations__, **{each.name: each.annotation for each in _OPTIONS}}
    return offered


def cache() -> Callable[[], Path | None]:
    """Says where indexes are kept: nowhere, if none may be. Raises UsageError."""
    if not cache_wanted(_without_cache.get(), os.environ):
        return lambda: None
    from briefcli.index.cache import cache_folder

    return cache_folder


def pager_wanted() -> bool:
    return not _without_pager.get()
