"""`--no-pager`: declared here once, and offered by every command that reads agendas."""

import inspect
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Annotated, Any

import typer

NoPager = Annotated[bool, typer.Option("--no-pager", help="Print a long answer at once, without a pager.")]

_without_pager: ContextVar[bool] = ContextVar("without_pager", default=False)
_OPTION = inspect.Parameter("no_pager", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=NoPager)


def with_pager_option(command: Callable[..., None]) -> Callable[..., None]:
    """The command with that option, if it reads agendas: then it has `--internal` too."""
    signature = inspect.signature(command)
    if "internal" not in signature.parameters:
        return command

    @wraps(command)
    def offered(*, no_pager: bool, **options: Any) -> None:
        before = _without_pager.set(no_pager)
        try:
            command(**options)
        finally:
            _without_pager.reset(before)

    offered.__signature__ = signature.replace(parameters=[*signature.parameters.values(), _OPTION])  # type: ignore[attr-defined]
    offered.__annotations__ = {**command.__annotations__, _OPTION.name: NoPager}
    return offered


def pager_wanted() -> bool:
    return not _without_pager.get()
