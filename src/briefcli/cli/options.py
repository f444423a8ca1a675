"""Options that several commands share, declared once."""

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    EXCEL = "excel"
    MARKDOWN = "markdown"


class ScanFormat(StrEnum):
    """The formats of every command, and one of `scan` alone."""

    TABLE = Format.TABLE
    JSON = Format.JSON
    CSV = Format.CSV
    EXCEL = Format.EXCEL
    MARKDOWN = Format.MARKDOWN
    YAML = "yaml"


class CheckFormat(StrEnum):
    """The formats of every command, and two of `check` for pipelines."""

    TABLE = Format.TABLE
    JSON = Format.JSON
    CSV = Format.CSV
    EXCEL = Format.EXCEL
    MARKDOWN = Format.MARKDOWN
    GITHUB = "github"
    SARIF = "sarif"


class MailFormat(StrEnum):
    """The formats of every command, and a mail to send on."""

    TABLE = Format.TABLE
    JSON = Format.JSON
    CSV = Format.CSV
    EXCEL = Format.EXCEL
    MARKDOWN = Format.MARKDOWN
    EML = "eml"


MailOutput = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Save the mail here, as week.eml; with --format eml."),
]
OutputFormat = Annotated[Format, typer.Option("--format", "-f", help="How to print it; excel is CSV for Dutch Excel.")]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DAY", help="Count from this day (2023-06-01) instead of today."),
]
Internal = Annotated[bool, typer.Option("--internal", help="Show what is not public, and mark it.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read every agenda anew, and keep nothing.")]
Urls = Annotated[bool, typer.Option("--urls", help="Write the address of each paper out.")]
Owner = Annotated[str | None, typer.Option("--owner", metavar="NAME", help="Only of this owner.")]
Mine = Annotated[bool, typer.Option("--mine", help="Only what is mine; brief config set mine NAME says who I am.")]
Series = Annotated[str | None, typer.Option("--series", metavar="NAME", help="Only meetings of this series.")]
Year = Annotated[int | None, typer.Option("--year", metavar="YEAR", help="Only meetings of this year.")]
Body = Annotated[str | None, typer.Option("--body", metavar="NAME", help="Only meetings of this body (NATO, EU).")]
