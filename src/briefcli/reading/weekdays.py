"""Days of the week in running text that do not fit their date; apart, since few files need it."""

import re

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.dates.reader import scan_dates
from briefcli.domain.dates.settle import MISFIT
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.domain.texts import passages
from briefcli.reading import codes
from briefcli.reading.limits import MOST_MISTAKES
from briefcli.reading.yaml_places import Places


def wrong_weekdays(path: str, agenda: Agenda, places: Places) -> list[Diagnostic]:
    """One warning a date, at the text that has it; without a year it is read as near to the meeting."""
    misfit = re.compile(re.sub(r"\\{\w+\\}", r"\\w+", re.escape(tr(MISFIT))))  # in the user's language
    near = agenda.held_when.first or agenda.held_when.last
    found: list[Diagnostic] = []
    for passage in passages(agenda):
        for mention in scan_dates(passage.text, near) if "dag" in passage.text.lower() else ():
            if mention.reason and misfit.search(mention.reason) and len(found) <= MOST_MISTAKES:
                words, reason = " ".join(mention.text.split()), mention.reason.rstrip(".")
                message = tr("“{words}”: {reason}", words=words, reason=reason)
                place, width = places.spot(passage.where)
                hint = tr("correct the day of the week or the date")
                found.append(problem(path, place, codes.WEEKDAY, message, hint, width=width))
    return found
