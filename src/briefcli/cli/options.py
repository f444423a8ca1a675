"""Options that several commands share, declared once, and the decorator that adds them to a command."""

import inspect
import os
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, Literal, NamedTuple

import typer

from briefcli.catalog import tr
from briefcli.config import PAGER
from briefcli.errors import Exit, UsageError


def option(names: str, metavar: str | None, meaning: str, **limits: int) -> Any:
    """An option with a value: its names separated by spaces, the placeholder for its value, and its help text."""
    return typer.Option(*names.split(), metavar=metavar, help=meaning, **limits)  # type: ignore[call-overload]


def flag(name: str, meaning: str) -> Any:
    return typer.Option(name, help=meaning)


def argument(metavar: str, meaning: str) -> Any:
    return typer.Argument(metavar=metavar, help=meaning)


Format = Literal["table", "json", "csv", "excel", "markdown"]
ScanFormat = Literal[Format, "yaml"]
CheckFormat = Literal[Format, "github", "sarif"]
MailFormat = Literal[Format, "eml"]

OutputFormat = Annotated[Format, option("--format -f", None, "The format; excel is CSV for Dutch Excel.")]
MailOutput = Annotated[str | None, option("--output -o", "FILE", "Save the mail here, as week.eml; with --format eml.")]
Today = Annotated[str | None, option("--today", "DAY", "Count from this day (2023-06-01) instead of today.")]
Internal = Annotated[bool, flag("--internal", "Show what is not public, and mark it.")]
NoCache = Annotated[bool, flag("--no-cache", "Read every agenda again, and keep nothing.")]
Excel = Annotated[bool, flag("--excel", "Print CSV for Dutch Excel, as --format excel does.")]
NoPager = Annotated[bool, flag("--no-pager", "Print a long answer at once, without a pager.")]
MeetingId = Annotated[str, argument("ID", "The meeting's id, or as much of it as is unique.")]
Paths = Annotated[list[str] | None, argument("[PATH…]", "Files or folders; default: the whole agendas folder.")]
Urls = Annotated[bool, flag("--urls", "Write out the address of each paper.")]
Owner = Annotated[str | None, option("--owner", "NAME", "Only of this owner.")]
Mine = Annotated[bool, flag("--mine", "Only what is mine; brief config set mine NAME says who I am.")]
Series = Annotated[str | None, option("--series", "NAME", "Only meetings of this series.")]
Year = Annotated[int | None, option("--year", "YEAR", "Only meetings of this year.", min=1, max=9999)]
Body = Annotated[str | None, option("--body", "NAME", "Only meetings of this body (NATO, EU).")]
DryRun = Annotated[bool, flag("--dry-run", "Show what would change, and change nothing.")]


class Common(NamedTuple):
    """The options of every command that reads the agendas. Such a command declares a single parameter `common`."""

    today: Today = None
    internal: Internal = False
    no_cache: NoCache = False


Undated = Annotated[Common, "internal", "no_cache"]  # for a command whose answer does not depend on today


def with_common_options(command: Callable[..., Exit | None]) -> Callable[..., Exit | None]:
    """Give a command the signature that Typer reads: each option of `common` on its own, and two more options.

    A command with a parameter `form` gets `--excel`; a command that reads agendas gets `--no-pager`.
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
            if given["form"] not in {"table", "csv", "excel"}:
                message = tr("--excel and --format {form} are two formats", form=given["form"])
                raise UsageError(message, tr("leave one out"))
            given["form"] = "excel"
        if given.pop("no_pager", False):
            os.environ[PAGER.variable] = "cat"
        if common:
            given["common"] = Common(**{name: given.pop(name) for name in names})
        return command(**given)

    for name, annotation in added.items():
        default = Common._field_defaults.get(name, False)
        parameters[name] = inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
        )
    run.__signature__ = inspect.Signature([*parameters.values()])  # type: ignore[attr-defined]
    run.__annotations__ = {name: each.annotation for name, each in parameters.items()}
    return run
