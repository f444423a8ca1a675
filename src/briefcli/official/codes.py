"""What can be wrong with a file of the official record."""

from briefcli.domain.diagnostic import Code, Severity

OFFICIAL_UNREADABLE = Code(
    "official-unreadable",
    Severity.ERROR,
    "this file of the official record cannot be read",
    "What it holds is missing from every answer. Download it again; a download that was cut off looks like this.",
)
OFFICIAL_ROW = Code(
    "official-row",
    Severity.WARNING,
    "a row of the official record cannot be read whole",
    "The live data may break its own schema. What cannot be read of the row is left out; the rest of it counts.",
)
