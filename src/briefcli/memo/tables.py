"""The rows of a table that stay together: each becomes one line with a bullet, its cells apart by an upright stroke."""

import re

CELL = " | "  # between the cells of a row
Row = list[str]

_COLUMNS = tuple((sort, re.compile(names, re.IGNORECASE)) for sort, names in (
    ("what", r"wat|actie(?:s|punt)?|activiteit|stap(?:pen)?|mijlpaal|product|onderwerp|taak"),
    ("when", r"wanneer|datum|deadline|planning|gereed|uiterlijk|termijn|(?:gereed )?(?:voor|op|per)|uiterste datum"),
    ("other", r"wie|door(?: wie)?|actiehouder|trekker|verantwoordelijk\w*|eigenaar|directie|status|opmerking\w*"),
    ("number", r"(?:nr|no)?\.?|#"),
))  # fmt: skip
# What the first column of a head, of a programme or of a numbered list holds: their cells are read one by one
_APART = re.compile(
    r"(?i)(?:aan|van|via|cc|kopie|datum|kenmerk|referentie|betreft|steller|paraaf|to|from|date|subject)\s*:?|[^:]+:"
    r"|volgnummer|bijlagen?|(?:nr|no)\.?|#|tijd\w*|time|[0-9]{1,2}[.)]?|(?:\W|ca\.|van\s)*[0-2]?[0-9][.:][0-5][0-9]\b.*"
)
# The words in the head of a table of annexes
ANNEX_WORDS = frozenset({
    "volgnummer", "naam", "informatie", "titel", "omschrijving", "nr", "bijlage", "bijlagen", "document", "toelichting",
    "leeswijzer", "datum", "onderwerp", "onderliggende", "nota", "nota's", "nota’s", "stukken", "soort", "status",
})  # fmt: skip
_FIGURE = re.compile(
    r"(?i)(?:€|eur\b|[-+−–±])*\s?[0-9][0-9.,\s]*(?:%|procent|ton|(?:mln|mld|miljoen|miljard|euro)\b\.?|[-–/\s])*(?:[0-9][0-9.,]*\s?%?)?"
    r"|[-–]|p\.?m\.?|n\.?v\.?t\.?|"
)
_LONGEST_CELL = 200  # characters: longer ones are texts of their own
_FEWEST_COLUMNS = 3  # of a table that has words in it


def rows_together(table: list[Row]) -> list[str] | None:
    """The line of each row, in the order in which the columns are read; None for a table that is read cell by cell.

    A planning, whose first row names columns of what and when, is read as `what | when | others`.
    """
    if len(table) < 2 or len({len(row) for row in table}) > 1:
        return None
    columns = planning_columns(table[0])
    if not columns and not _lists_annexes(table) and not _holds_facts(table):
        return None
    order = columns or range(len(table[0]))
    return [f"• {CELL.join(row[each] for each in order)}" for row in table]


def planning_columns(names: Row) -> list[int]:
    """The places of the columns of a planning that are called so: what, when, the others, a number; else nothing."""
    sorts = [next((sort for sort, shape in _COLUMNS if shape.fullmatch(name.strip())), None) for name in names]
    if None in sorts or not {"what", "when"} <= set(sorts):
        return []
    first = [sorts.index("what"), sorts.index("when")]
    others = [each for each in range(len(names)) if each not in first]
    return [*first, *sorted(others, key=lambda each: sorts[each] == "number")]


def is_annex_head(words: str) -> bool:
    """Whether words are those in the head of a table of annexes."""
    return all(word.casefold().strip(".:|") in {*ANNEX_WORDS, ""} for word in words.split())


def _lists_annexes(table: list[Row]) -> bool:
    return len(table[0]) > 1 and all(table[0]) and is_annex_head(" ".join(table[0]))


def _holds_facts(table: list[Row]) -> bool:
    """Whether each row says something of what its first cell names; with two columns these have to be figures."""
    if any(len(cell) > _LONGEST_CELL for row in table for cell in row):
        return False
    if any(row[0].strip() and _APART.fullmatch(row[0].strip()) for row in table) or not all(map(any, table)):
        return False
    if len(table[0]) >= _FEWEST_COLUMNS:
        return all(table[0][1:])
    return len(table[0]) > 1 and all(row[0] and _FIGURE.fullmatch(row[1].strip()) for row in table[1:])
