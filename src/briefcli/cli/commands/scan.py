from typing import Annotated

from briefcli.catalog import tr
from briefcli.cli.input import text_named
from briefcli.cli.options import ScanFormat, Urls, argument, flag, option
from briefcli.cli.output import clock, emit, warn, write
from briefcli.config import one_day
from briefcli.domain.cited import cited_papers
from briefcli.errors import Exit, UsageError
from briefcli.views.scan import MOST_FOUND, has_dates_without_year, scan_view, scanned


def run(
    file: Annotated[
        str, argument("FILE|-", "A text, mail (.eml), PDF, Word or OpenDocument file, or - for standard input.")
    ],
    dates: Annotated[bool, flag("--dates", "Only dates.")] = False,
    refs: Annotated[bool, flag("--refs", "Only references.")] = False,
    date: Annotated[
        str | None, option("--date", "DAY", "The day the text was written (2023-06-05), if it does not say.")
    ] = None,
    urls: Urls = False,
    form: Annotated[
        ScanFormat, option("--format -f", None, "The format of the answer; yaml is a documents: block.")
    ] = "table",
) -> Exit:
    """Find every reference to an official paper, and every date, in a text.

    Example: brief scan letter.txt --format yaml
    """
    if dates and refs:
        raise UsageError(tr("--dates and --refs exclude each other"), tr("give one of them, or neither for both"))
    if dates and form == "yaml":
        raise UsageError(tr("--format yaml gives papers, and --dates asks for none"), tr("leave one of them out"))
    written = one_day(date, clock(), ahead=False) if date is not None else None
    found = scanned(text_named(file), written, references=not dates, dates=not refs)
    if found.is_cut:
        warn(tr("only the first {number} references and dates were read; the text has more", number=MOST_FOUND))
    if form == "yaml":
        from briefcli.render.as_documents import render_documents

        papers = cited_papers(found.text, found.findings)
        write(render_documents(papers), exact=True)
        return Exit.DONE if papers else Exit.NO
    if has_dates_without_year(found):
        warn(tr("the text does not say when it was written; --date 2023-06-05 completes the dates without a year"))
    return emit(scan_view(found), form, urls=urls)
