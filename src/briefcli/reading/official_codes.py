"""The kinds of mistakes in the record of the House, and of differences between the record and an agenda."""

from briefcli.domain.diagnostic import Code, Severity

UNREADABLE = Code(
    "official-unreadable",
    Severity.ERROR,
    "this file of the official record cannot be read",
    "What it holds is missing from every answer. Download it again: the download was probably cut off.",
)
ROW = Code(
    "official-row",
    Severity.WARNING,
    "a row of the official record cannot be read whole",
    "The data of the House do not always follow their own schema. What cannot be read is left out; the rest counts.",
)
EVENT = Code(
    "official-event",
    Severity.WARNING,
    "the record of the House has another day for this event, or says that it was moved or cancelled",
    "The record counts, and what is counted from the day moves with it. Correct the day or the number here too.",
)
PAPER = Code(
    "official-paper",
    Severity.WARNING,
    "the record of the House says something else about this paper",
    "The date, kind or title in the agenda differs. One of the two is wrong, or this is the number of another paper.",
)
COMMITMENT = Code(
    "official-commitment",
    Severity.WARNING,
    "the record of the House says that this commitment is met, or due earlier",
    "What is met stands in every list of what is still to do; what is due earlier is late before anybody sees it.",
)
NOWHERE = Code(
    "official-nowhere",
    Severity.WARNING,
    "the downloaded record has no activity with this number",
    "Day and status then come from the agenda alone. The number may be wrong, or the record too old.",
)

ALL = (UNREADABLE, ROW, EVENT, PAPER, COMMITMENT, NOWHERE)
