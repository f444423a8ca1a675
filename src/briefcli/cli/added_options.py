"""`--no-pager` and `--excel`: declared here once, and added to every command that they fit."""

import inspect
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Annotated, Any

import typer

from briefcli.catalog import tr
from briefcli.errors import UsageError

NoPager = Annotated[bool, typer.Option("--no-pager", help="Print a long answer at once, without a pager.")]
Excel = Annotated[bool, typer.Option("--excel", help="Print CSV for Dutch Excel, as --format excel does.")]

_without_pager: ContextVar[bool] = ContextVar("without_pager", default=False)
# Each option, by the parameter of a command that it goes with
_ADDED = {"form": ("excel", Excel), "internal": ("no_pager", NoPager)}


def with_added_options(command: Callable[..., None]) -> Callable[..., None]:
    """The command with `--excel` if it has formats, and with `--no-pager` if it reads agendas (`--internal`)."""
    signature = inspect.signature(command)
    added = dict(option for fits, option in _ADDED.items() if fits in signature.parameters)

    @wraps(command)
    def offered(**options: Any) -> None:
        if options.pop("excel", False):
            options["form"] = _excel(options["form"])
        before = _without_pager.set(options.pop("no_pager", False))
        try:
            command(**options)
        finally:
            _without_pager.reset(before)

    parameters = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=False, annotation=option)
        for name, option in added.items()
    ]
    offered.__signature__ = signature.replace(parameters=[*signature.parameters.values(), *parameters])  # type: ignore[attr-defined]
    offered.__annotations__ = {**command.__annotations__, **added}
    return offered


def _excel(form: Any) -> Any:
    """The format for Excel among those of the command. Raises UsageError where another one was asked for."""
    if form not in {"table", "csv", "excel"}:
        raise UsageError(tr("--excel and --format {form} are two formats", form=form), tr("leave one out"))
    return type(form)("excel")


def pager_wanted() -> bool:
    return not _without_pager.get()
