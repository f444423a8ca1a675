"""Days of the week in running text that do not fit their date; apart, since few files need it."""

import re

from briefcli.domain.agenda import Agenda
from briefcli.domain.dates.mention import DateMention
from briefcli.domain.dates.reader import scan_dates
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.domain.texts import Passage, passages
from briefcli.reading import codes
from briefcli.reading.places import Place, Places
from briefcli.reading.syntax import lines_of

# How the reader of dates words it: “16 June 2023 is a Friday, not a Thursday.”
_MISFIT = re.compile(r"is a \w+day, not a \w+day")


def wrong_weekdays(path: str, agenda: Agenda, places: Places, text: str) -> list[Diagnostic]:
    """One warning a date; without a year it is read as near to the meeting."""
    lines = lines_of(text)
    near = agenda.held_when.first or agenda.held_when.last
    found: list[Diagnostic] = []
    for passage in passages(agenda):
        if "dag" not in passage.text.lower():
            continue
        after = (0, 0)
        for mention in scan_dates(passage.text, near):
            if mention.reason and _MISFIT.search(mention.reason):
                place, width = _spot(passage, mention, places, lines, after)
                after = (place[0], place[1] + width)
                hint = "correct the day of the week or the date"
                message = f"“{mention.text}”: {mention.reason.rstrip('.')}"
                hidden = passage.withheld
                found.append(problem(path, place, codes.WEEKDAY, message, hint, width=width, withheld=hidden))
    return found


def _spot(passage: Passage, mention: DateMention, places: Places, lines: list[str], after: Place) -> tuple[Place, int]:
    """Where in the file the words stand: a text may be folded over lines, so they are looked for."""
    node = places.node(passage.where)
    start, width = places.spot(passage.where)
    if node is None or node.end_mark is None:
        return start, width
    words = re.compile(r"\s+".join(map(re.escape, mention.text.split())))
    line, column = max(start, after)
    written = "\n".join([lines[line - 1][column - 1 :], *lines[line : node.end_mark.line + 1]])
    hit = words.search(written)
    if hit is None:  # written with an escape, as in "1\x35 juni"
        return start, width
    above = written[: hit.start()]
    column = hit.start() - above.rindex("\n") if "\n" in above else column + hit.start()
    return (line + above.count("\n"), column), len(hit[0].partition("\n")[0].rstrip())
