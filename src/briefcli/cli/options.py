"""Options that several commands share, declared once, and how a command gets those that go with its parameters."""

import inspect
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Annotated, Any, Literal, NamedTuple

import typer

from briefcli.catalog import tr
from briefcli.errors import Exit, UsageError

Format = Literal["table", "json", "csv", "excel", "markdown"]
ScanFormat = Literal[Format, "yaml"]
CheckFormat = Literal[Format, "github", "sarif"]
MailFormat = Literal[Format, "eml"]

OutputFormat = Annotated[Format, typer.Option("--format", "-f", help="How to print it; excel is CSV for Dutch Excel.")]
MailOutput = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Save the mail here, as week.eml; with --format eml."),
]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DAY", help="Count from this day (2023-06-01) instead of today."),
]
Internal = Annotated[bool, typer.Option("--internal", help="Show what is not public, and mark it.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read every agenda anew, and keep nothing.")]
Excel = Annotated[bool, typer.Option("--excel", help="Print CSV for Dutch Excel, as --format excel does.")]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Print a long answer at once, without a pager.")]
MeetingId = Annotated[str, typer.Argument(metavar="ID", help="The meeting's id, or as much of it as is unique.")]
Paths = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH…]", help="Files or folders; nothing for the whole agendas folder.")
]
Urls = Annotated[bool, typer.Option("--urls", help="Write the address of each paper out.")]
Owner = Annotated[str | None, typer.Option("--owner", metavar="NAME", help="Only of this owner.")]
Mine = Annotated[bool, typer.Option("--mine", help="Only what is mine; brief config set mine NAME says who I am.")]
Series = Annotated[str | None, typer.Option("--series", metavar="NAME", help="Only meetings of this series.")]
Year = Annotated[int | None, typer.Option("--year", metavar="YEAR", help="Only meetings of this year.")]
Body = Annotated[str | None, typer.Option("--body", metavar="NAME", help="Only meetings of this body (NATO, EU).")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")]

_without_pager: ContextVar[bool] = ContextVar("without_pager", default=False)


class Common(NamedTuple):
    """The options of every command that reads the agendas: such a command has a parameter `common`."""

    today: Today = None
    internal: Internal = False
    no_cache: NoCache = False


Undated = Annotated[Common, "internal", "no_cache"]  # for an answer in which today plays no part


def with_common_options(command: Callable[..., Exit | None]) -> Callable[..., Exit | None]:
    """The command as Typer reads it: with each option of `common`, and with those that all commands of its sort have.

    `--excel` goes with a parameter `form`, `--no-pager` with whatever reads agendas.
    """
    parameters = dict(inspect.signature(command).parameters)
    common = parameters.pop("common", None)
    names: tuple[str, ...] = getattr(common.annotation, "__metadata__", Common._fields) if common else ()
    added = {name: Common.__annotations__[name] for name in names}
    added |= {"excel": Excel} if "form" in parameters else {}
    added |= {"no_pager": NoPager} if "internal" in {*parameters, *names} else {}

    @wraps(command)
    def run(**given: Any) -> Exit | None:
        if given.pop("excel", False):
            given["form"] = _excel(given["form"])
        if common:
            given["common"] = Common(**{name: given.pop(name) for name in names})
        before = _without_pager.set(given.pop("no_pager", False))
        try:
            return command(**given)
        finally:
            _without_pager.reset(before)

    for name, option in added.items():
        default = Common._field_defaults.get(name, False)
        parameters[name] = inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=option)
    run.__signature__ = inspect.Signature([*parameters.values()])  # type: ignore[attr-defined]
    run.__annotations__ = {name: each.annotation for name, each in parameters.items()}
    return run


def _excel(form: Format) -> Format:
    """The format for Excel. Raises UsageError where another one was asked for as well."""
    if form not in {"table", "csv", "excel"}:
        raise UsageError(tr("--excel and --format {form} are two formats", form=form), tr("leave one out"))
    return "excel"


def pager_wanted() -> bool:
    return not _without_pager.get()
