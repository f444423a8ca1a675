"""Turns the rows of some tables into one text each, usually a bullet and the cells with ` | ` between them."""

import re
from itertools import pairwise

from briefcli.domain.marks import is_marked
from briefcli.memo.text import HOUR

CELL = " | "  # between the cells of a row
EMPTY = "–"  # stands for an empty cell
TextRow = list[str]

_NUMBERED = re.compile(r"\s*([0-9]{1,2})[.)]?\s+(\S.*)")
_NUMBER = re.compile(r"(?i)(?:nr|no)?\.?|#|–|(?:agenda)?punt")
_COLUMNS = {  # in the order in which they are read
    "what": re.compile(
        r"(?i)wat|actie(?:s|punt)?|toezegging(?:en)?|afspra(?:ak|ken)|activiteit|stap(?:pen)?|mijlpaal|product|onderwerp|taak"
        r"|omschrijving|actions?|action points?|what|task"
    ),
    "when": re.compile(
        r"(?i)wanneer|(?:uiterste |streef|eind|oplever)?datum(?: gereed)?|deadline|planning|(?:gereed )?(?:voor|op|per)"
        r"|(?:uiterlijk )?gereed|uiterlijk|termijn"
        r"|when|due(?: date)?|by(?: when)?"
    ),
    "who": re.compile(
        r"(?i)(?:actie )?(?:wie|door(?: wie)?)|actiehouder|trekker|verantwoordelijk\w*|eigenaar"
        r"|directie|eenheid|afdeling|owner|who|lead"
    ),
    "other": re.compile(r"(?i)status|opmerking\w*|besluit|punt|aan|debat|datum (?:debat|toezegging)|bron"),
    "number": _NUMBER,
}
# Names of the columns of an agenda: the subject, and those besides number and subject, none of which says by when
_SUBJECT = re.compile(r"(?:agenda|programma)?(?:punt|onderdeel)|onderwerp|activiteit|item|topic|subject", re.IGNORECASE)
_DAY = re.compile(r"(?i)dag|datum|day|date")
_HOUR_COLUMN = re.compile(r"(?i)tijd(?:stip|en)?|time")
_OF_ITEM = re.compile(r"[A-Za-z][a-z]{2,20}(?:[\s/-]\w{2,20}){0,2}")
# The words in the header of a table of annexes
_ANNEX_WORDS = frozenset({
    "volgnummer", "naam", "informatie", "titel", "omschrijving", "nr", "bijlage", "bijlagen", "document", "toelichting",
    "leeswijzer", "datum", "onderwerp", "onderliggende", "nota", "nota's", "nota’s", "stukken", "soort", "status",
    "openbaar", "openbaar?", "openbaarheid", "(ja/nee)", "ja/nee", "",
})  # fmt: skip
# First cells of the rows of a memo's head or of a numbered list: the cells of such tables are read one by one
_APART = re.compile(
    r"(?i)(?:aan|van|via|cc|kopie|datum|kenmerk|referentie|betreft|steller|paraaf|to|from|date|subject)\s*:?|[^:]+:"
    r"|volgnummer|bijlagen?|(?:nr|no)\.?|#|[0-9]{1,2}[.)]?"
)
_TIME = re.compile(rf"(?:\W|ca\.|van\s)*{HOUR}(?:\s?[-–]\s?{HOUR})?(?:\su(?:ur)?)?")
_FIGURE = re.compile(
    r"(?i)(?:€|eur\b|[-+−–±])*\s?[0-9][0-9.,\s]*(?:%|procent|ton|(?:mln|mld|miljoen|miljard|euro)\b\.?|[-–/\s])*(?:[0-9][0-9.,]*\s?%?)?"
    r"|[-–]|p\.?m\.?|n\.?v\.?t\.?|"
)
# Names of columns that say whether a row is public, and the cells that leave no doubt that it is
_OPEN = re.compile(r"(?i)(?:actief\s|te\s)?openba\w*\b[^☐☒\ue000-\uf8ff]*|publiek")
_CLOSED = re.compile(
    r"(?i)niet[- ]openba\w*|vertrouwelijk\w*|geheim\w*|woo\b.*|weigeringsgrond\w*|lakken|rubricering|classificatie"
)
_YES = re.compile(
    r"(?i)(?!.*\b(?:niet|geen|deels|gedeeltelijk|na|nog|behalve|uitgezonderd|mits)\b)"
    r"(?:(?:ja?|yes|(?:reeds |al )?openbaar|volledig|geheel)\b.*|[✓✔☒☑])"
)
_NOT_CLOSED = re.compile(r"(?i)(?:n|nee|niet|geen|n\.?v\.?t\.?|ongerubriceerd|openbaar)|[-–☐]|")
DITTO = "〃"  # stands for a cell that is merged with the one above it
_AS_ABOVE = re.compile(rf"(?i){DITTO}|[\"”„]|idem|id\.")
_LONGEST_CELL = 200  # characters: a longer cell is a text of its own
_FEWEST_COLUMNS = 3  # of a table with words in all columns
_BULLET = "•"


def rows_together(table: list[TextRow]) -> list[str] | None:
    """One text for each row, or None if the table is to be read cell by cell.

    A planning, whose first row names columns of what and when, is read as `what | when | who | others`. A row of a
    programme starts with its time and has its other cells on lines below.
    """
    if len(table) < 2:
        return None
    table = _subject_second(table)
    names = [name.strip() for name in table[0]]
    is_open = any(map(_is_of_openness, names))
    if not is_open and are_programme_columns(names) and _DAY.fullmatch(names[0]):
        return [CELL.join(names), *_by_day(table[1:])]
    columns = planning_columns(names)
    split = [found for row in table[1:] if (found := _NUMBERED.fullmatch(row[0]))]
    if are_agenda_columns(["nr", *names]) and len(split) == len(table) - 1:  # `1. Opening` is in one cell
        names = ["nr", *names]
        table = [names, *([*found.groups(), *row[1:]] for found, row in zip(split, table[1:], strict=True))]
    if are_agenda_columns(names):
        return [CELL.join(names), *(_item(names, row) for row in table[1:])]
    if columns or is_open:
        table = [table[0], *_filled(names, table[1:], is_planning=bool(columns))]
    if len({len(row) for row in table}) > 1:
        return None
    if not is_open and sum(bool(_TIME.fullmatch(row[0].strip())) for row in table) > 1:
        return list(map(_timed, table))
    lists_annexes = len(names) > 1 and all(names) and is_annex_head(" ".join(names))
    if not (columns or is_open or lists_annexes or _holds_facts(table)):
        return None
    order = columns or range(len(names))
    rows = ([_said(name, cell) for name, cell in zip(names, row, strict=True)] for row in table[1:])
    ordered = (["" if each is None else row[each].strip(f" {DITTO}") for each in order] for row in (table[0], *rows))
    return [f"{_BULLET} {CELL.join(cell or EMPTY for cell in row)}" for row in ordered]


def _is_of_openness(name: str) -> bool:
    return bool(_OPEN.fullmatch(name) or _CLOSED.fullmatch(name))


def _filled(names: TextRow, rows: list[TextRow], *, is_planning: bool) -> list[TextRow]:
    """The rows, made equally long, in which ditto marks and merged cells get the words of the cell above.

    They get them only in a planning, or in a column that says what is public. An empty cell in such a column means no
    if another cell of the column has an answer.
    """
    rows = [[*row, *[""] * (len(names) - len(row))] for row in rows]
    for column, name in enumerate(names):
        is_answer = bool(_OPEN.fullmatch(name)) and any(row[column].strip() for row in rows)
        for above, row in pairwise([[EMPTY] * len(names), *rows]):
            if _AS_ABOVE.fullmatch(row[column].strip()) and (is_planning or _is_of_openness(name)):
                row[column] = above[column]
            elif is_answer and not row[column].strip():
                row[column] = EMPTY
    return rows


def _subject_second(table: list[TextRow]) -> list[TextRow]:
    """The table of an agenda with the column of its subjects right behind that of its numbers."""
    names = [name.strip() for name in table[0]]
    place = next((place for place, name in enumerate(names) if place and _SUBJECT.fullmatch(name)), 0)
    is_numbered = place > 1 and _NUMBER.fullmatch(names[0]) and all(map(_OF_ITEM.fullmatch, names[1:place]))
    if not is_numbered or any(len(row) != len(names) for row in table):
        return table
    return [[row[0], row[place], *row[1:place], *row[place + 1 :]] for row in table]


def are_programme_columns(names: TextRow) -> bool:
    """Whether these words name the columns of a programme: perhaps a day, a time and what happens then."""
    first = int(_DAY.fullmatch(names[0].strip()) is not None) if names else 0
    time, subject, *_ = [*map(str.strip, names[first:]), "", ""]
    is_named = _HOUR_COLUMN.fullmatch(time) is not None and _SUBJECT.fullmatch(subject) is not None
    return is_named and len(names) >= _FEWEST_COLUMNS


def _by_day(rows: list[TextRow]) -> list[str]:
    """The texts of the rows of a programme whose first cells name the day, for one row or for more."""
    whole: list[TextRow] = []
    for row in rows:  # a cell that is too narrow goes on in the next row: `09.00 –`, `Maandag 13`
        cells = [cell.strip() for cell in (*row, "", "")]  # a row may have one cell
        cells = ["", *cells] if _TIME.match(cells[0]) else cells  # `| 10.15 | Gesprek`: the empty cell is lost
        is_within = bool(whole) and (not cells[1] or whole[-1][1].endswith(("-", "–")))
        if is_within and (not cells[0] or (whole[-1][0] and not cells[0][0].isupper())):
            whole[-1] = [f"{above} {cell}".strip() for above, cell in zip(whole[-1], cells, strict=False)]
        else:
            whole.append(cells)
    days = ("" if _AS_ABOVE.fullmatch(row[0]) else row[0] for row in whole)
    return ["\n".join(filter(None, [day, _timed(row[1:])])) for day, row in zip(days, whole, strict=True)]


def _timed(row: TextRow) -> str:
    """The text of a row of a programme. A row without a time, such as the name of a day, becomes one line."""
    first, *others = [cell.strip() for cell in row if cell.strip()] or [""]
    time, bracket, room = first.partition(" (")
    if not _TIME.fullmatch(time):
        return CELL.join([first, *others])
    first, others[:1] = time, [f"{each}{bracket}{room}" for each in others[:1] or [""]]
    if any(map(is_marked, others[1:])):  # a mark in a row is about the whole of it
        others = [CELL.join(others)]
    return "\n".join([f"{first} {others[0]}", *others[1:]]) if others else first


def _item(names: TextRow, row: TextRow) -> str:
    """The text of a row of an agenda: `1. Subject`, and below it each other cell as `column: cell`."""
    number, subject, *others = [cell.strip() for cell in row]
    named = [f"{name}: {cell}" for name, cell in zip(names[2:], others, strict=False) if cell.strip("-– ")]
    between = CELL if any(map(is_marked, named)) else "\n"  # a mark in a row is about the whole of it
    return between.join([f"{number.rstrip('.')}. {subject}", *named])


def are_agenda_columns(names: TextRow) -> bool:
    """Whether these words name the columns of an agenda: a number, a subject and at least one more."""
    number, subject, *others = [*map(str.strip, names), "", ""]
    is_named = _NUMBER.fullmatch(number) is not None and _SUBJECT.fullmatch(subject) is not None
    says_more = any(_is_of_openness(each) or _COLUMNS["when"].fullmatch(each) for each in others)
    return is_named and not says_more and len(names) >= _FEWEST_COLUMNS and all(map(_OF_ITEM.fullmatch, others[:-2]))


def _said(name: str, cell: str) -> str:
    """A cell, with the name of its column in front if the two together say that the row is not public."""
    words = cell.strip()
    is_closed = _CLOSED.fullmatch(name) and not _NOT_CLOSED.fullmatch(words)
    return f"{name}: {words}" if is_closed or (_OPEN.fullmatch(name) and not _YES.fullmatch(words)) else cell


def is_closed(row: str) -> bool:
    """Whether the text of a row has a cell which, with the name of its column, says that the row is not public."""
    pairs = [each.partition(": ") for each in row.split(CELL)] if CELL in row else []
    return any(value and _said(name, value) != value for name, _, value in pairs)


def planning_columns(names: TextRow) -> list[int | None]:
    """The indices of the columns of a planning: what, when, who (or None), others, number. Empty for other tables."""
    shapes = (*_COLUMNS.items(), ("other", _OPEN), ("other", _CLOSED))
    sorts = [next((sort for sort, shape in shapes if shape.fullmatch(name.strip())), "") for name in names]
    if sorts.count("when") > 1:  # the date of a promise, besides its term
        sorts = [
            "other" if name.strip().casefold() == "datum" else sort for name, sort in zip(names, sorts, strict=True)
        ]
    if "who" not in sorts and any(name.strip().casefold() == "omschrijving" for name in names):  # of annexes
        return []
    if "" in sorts or not {"what", "when"} <= set(sorts):
        return []
    order: list[int | None] = [*sorted(range(len(names)), key=lambda each: [*_COLUMNS].index(sorts[each]))]
    return order if "who" in sorts else [*order[:2], None, *order[2:]]


def are_columns(names: TextRow) -> bool:
    """Whether these words name the columns of a planning or an agenda, or a column that says what is public.

    `Actief openbaar` with one word beside it can be a field of the head, so both must be words of a table of annexes.
    """
    is_of_annexes = is_annex_head(" ".join(names))
    is_open = any(map(_is_of_openness, names)) and (len(names) >= _FEWEST_COLUMNS or is_of_annexes)
    is_agenda = are_agenda_columns(_subject_second([names])[0]) or are_programme_columns(names)
    return bool(planning_columns(names)) or is_open or is_agenda


def is_annex_head(words: str) -> bool:
    """Whether all words are among those in the header of a table of annexes."""
    return all(word.casefold().strip(".:|") in _ANNEX_WORDS for word in words.split())


def _holds_facts(table: list[TextRow]) -> bool:
    """Whether each row has facts about what its first cell names. With two columns these have to be figures."""
    if any(len(cell) > _LONGEST_CELL or cell.lstrip().startswith(_BULLET) for row in table for cell in row):
        return False
    if any(row[0].strip() and _APART.fullmatch(row[0].strip()) for row in table) or not all(map(any, table)):
        return False
    if len(table[0]) >= _FEWEST_COLUMNS:
        return all(table[0][1:])
    is_named = len(table[0]) > 1 and not _FIGURE.fullmatch(table[0][1].strip())
    return is_named and all(row[0] and _FIGURE.fullmatch(row[1].strip()) for row in table[1:])
