from typing import Annotated

from briefcli.cli.options import Body, OutputFormat, Series, Undated, Urls, Year, argument
from briefcli.cli.output import answer
from briefcli.errors import Exit
from briefcli.index.queries import Filter
from briefcli.views.questions import questions_view


def run(
    common: Undated,
    words: Annotated[list[str] | None, argument("[WORDS]", "Words to search for; default: all.")] = None,
    series: Series = None,
    body: Body = None,
    year: Year = None,
    urls: Urls = False,
    form: OutputFormat = "table",
) -> Exit:
    """Find what was asked before and what the answer was, over all meetings, the latest first.

    The words may be in the question, its answer, its agenda item or the name of who asked it. The id of a meeting shows
    the questions of that meeting.

    Example: brief questions luchtverdediging --series dmm
    """
    asked, wanted = " ".join(words or ()), Filter(series=series, body=body, year=year)
    return answer(common, form, lambda index, _: questions_view(index, asked, wanted), urls=urls)
