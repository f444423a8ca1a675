"""`brief diff`: two editions of a meeting compared."""

from typing import Annotated

from briefcli.cli.choosing import readable_id
from briefcli.cli.options import Common, OutputFormat, argument
from briefcli.cli.output import answer
from briefcli.errors import Exit
from briefcli.views.diff import diff_view


def run(
    first: Annotated[str, argument("A", "A meeting; alone: a series, or a meeting to compare with the one before.")],
    second: Annotated[str | None, argument("[B]", "The later meeting.")] = None,
    form: OutputFormat = "table",
    *,
    common: Common,
) -> Exit:
    """What is new, changed, carried over and gone between two editions of a meeting.

    Example: brief diff dmm-2022-02 dmm-2023-06
    """
    return answer(
        common,
        form,
        lambda index, place: diff_view(
            index, place.today, readable_id(index, place, first), readable_id(index, place, second)
        ),
    )
