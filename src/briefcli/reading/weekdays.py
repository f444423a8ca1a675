"""Finds days of the week in texts that do not fit their date. A module of its own, since few files need it."""

import re
from bisect import bisect_right

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.dates.parts import DateMention
from briefcli.domain.dates.reader import scan_dates
from briefcli.domain.dates.settle import MISFIT
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.domain.texts import Passage, passages
from briefcli.reading import codes
from briefcli.reading.limits import MOST_MISTAKES
from briefcli.reading.lines import line_starts
from briefcli.reading.yaml_places import Place, Places


def _misfit() -> re.Pattern[str]:
    """A pattern for the reason that is given if a weekday does not fit, in the user's language."""
    return re.compile(re.sub(r"\\{\w+\\}", r"\\w+", re.escape(tr(MISFIT))))


def wrong_weekdays(path: str, agenda: Agenda, places: Places, text: str) -> list[Diagnostic]:
    """One warning for each such date. A date without a year is taken to be near the meeting."""
    starts = line_starts(text)
    near = agenda.held_when.first or agenda.held_when.last
    found: list[Diagnostic] = []
    for passage in passages(agenda):
        if "dag" not in passage.text.lower():
            continue
        after = 0
        for mention in scan_dates(passage.text, near):
            if mention.reason and _misfit().search(mention.reason) and len(found) <= MOST_MISTAKES:
                place, width, after = _spot(passage, mention, places, text, starts, after)
                hint = tr("correct the day of the week or the date")
                words, reason = " ".join(mention.text.split()), mention.reason.rstrip(".")
                message = tr("“{words}”: {reason}", words=words, reason=reason)
                found.append(problem(path, place, codes.WEEKDAY, message, hint, width=width))
    return found


def _spot(
    passage: Passage, mention: DateMention, places: Places, text: str, starts: list[int], after: int
) -> tuple[Place, int, int]:
    """The place and width of the words of a date, and the position in the file's text at which they end.

    The words are searched for from position `after` on, because the passage may be folded over lines in the file.
    """
    node = places.node(passage.where)
    start, width = places.spot(passage.where)
    if node is None or node.end_mark is None:
        return start, width, after
    words = re.compile(r"\s+".join(map(re.escape, mention.text.split())))
    begin = max(after, starts[start[0] - 1] + start[1] - 1)
    end = starts[node.end_mark.line] + node.end_mark.column
    hit = words.search(text, begin, end)
    if hit is None:  # written with an escape, as in "1\x35 juni"
        return start, width, after
    line = bisect_right(starts, hit.start())
    first_line = hit[0].split("\n", 1)[0].rstrip()
    return (line, hit.start() - starts[line - 1] + 1), len(first_line), hit.end()
