"""Reads the papers in the list or table of annexes of a memo."""

import itertools
import re
from collections.abc import Iterator

import msgspec

from briefcli.domain.dates.in_text import scan_dates
from briefcli.domain.marks import is_mark_alone
from briefcli.domain.when import Grain, When
from briefcli.memo.layout.joining import Hyphens, joined
from briefcli.memo.layout.paragraphs import Paragraph
from briefcli.memo.layout.persons import GATHERING, is_greeting
from briefcli.memo.layout.table_rows import CELL, is_annex_head
from briefcli.memo.text import Line

# Below a list of annexes, and no annex: `Volgend overleg: 10 september`
NEXT_MEETING = re.compile(rf"(?i)\s*(?:eerstv|v)olgende?\s(?:\w+\s)?(?:{GATHERING}|keer)\b[^;]{{0,60}}[0-9]")
_ROW_NUMBER = re.compile(r"(?P<number>[0-9]{1,2})[a-z]?[.)]?(?:\s+(?=\S)|$)")
_LETTER = re.compile(r"[A-H][.)]\s+(?=[A-Z])")
_ROW = re.compile(r"\s*[0-9]{1,2}\s+[A-Z]")  # without a full stop, the number does not start a point
_ANSWER = re.compile(r"(?i)\b(?:ja|(?P<no>nee|niet|deels|gedeeltelijk))\W*$")


class Annex(msgspec.Struct):
    """One annex. `note` is what its table says about it.

    `is_row` if it has a number or bullet, or is a row of a table; `is_closed` if it is not public.
    """

    name: str
    line: Line
    note: str = ""
    date: When | None = None
    is_row: bool = False
    is_closed: bool = False


def annexes(lines: list[Line], paragraphs: list[Paragraph], hyphens: Hyphens) -> tuple[list[Annex], list[str]]:
    """The annexes, and the words of the table itself: its head, row numbers and days.

    A table with a head or with numbers such as `1 Kamerbrief` is read line by line.
    """
    table_words: list[str] = []
    written = [line for line in lines if not line.is_blank]
    has_head = bool(written) and is_annex_head(written[0].text) and len(written[0].text.split()) > 1
    if has_head or (sum(bool(_ROW.match(line.text)) for line in written) > 1 and _ROW.match(written[0].text)):
        found = _table(written, hyphens, table_words, has_notes=has_head)
    else:
        found = _list(paragraphs, table_words)
    if any("openba" in each.casefold() for each in table_words):
        found = list(_with_answers(found))
    return found, table_words


def _with_answers(found: list[Annex]) -> Iterator[Annex]:
    """The annexes of a table that says whether each is public: `ja` or `nee` ends its row, or is on the line below."""
    last: Annex | None = None
    for each in found:
        answer = _ANSWER.search(each.note or each.name)
        if last is not None and answer and answer.start() == 0 and not each.note:
            last.note, last.is_closed = f"{last.note} {answer[0]}".strip(), answer["no"] is not None
            continue
        each.is_closed = answer is not None and answer["no"] is not None
        last = each
        yield each


def _table(lines: list[Line], hyphens: Hyphens, table_words: list[str], *, has_notes: bool) -> list[Annex]:
    """Read a table line by line. A row starts with the next number, with a date, or after a finished row."""
    found: list[Annex] = []
    for row in _rows(lines):
        first = row[0].text.strip()
        number, day = _row_number(first), _day(first)
        if day is not None and len(row) > 1:
            found.append(Annex(joined(row[1:], hyphens).text, row[0], date=day))
            table_words.append(first)
        elif all(is_annex_head(each.text) for each in row):
            table_words += [each.text.strip() for each in row]
        else:
            if number:
                table_words.append(number[0].strip())
                row[0] = row[0].saying(first[number.end() :])
            words = [each.text.strip() for each in row]  # a note about the paper is a mark, or begins like a sentence
            begins = [has_notes and each[:1].isupper() and len(each.split()) > 3 for each in words]
            cut = next((at for at, each in enumerate(words) if at and (begins[at] or is_mark_alone(each))), len(row))
            note = joined(row[cut:], hyphens).text
            found.append(Annex(joined(row[:cut], hyphens).text, row[0], note, is_row=number is not None))
    return found


def _rows(lines: list[Line]) -> Iterator[list[Line]]:
    row: list[Line] = []
    expected = 1
    for line in lines:
        text, number = line.text.strip(), _row_number(line.text.strip())
        is_next = number is not None and int(number["number"]) == expected
        expected += is_next
        is_finished = bool(row) and (row[-1].text.rstrip().endswith(".") or is_annex_head(row[-1].text))
        if row and (is_next or is_finished or is_annex_head(text) or _day(text) is not None):
            yield row
            row = []
        row.append(line)
    yield row


def _row_number(text: str) -> re.Match[str] | None:
    """The number at the start of a row. The day of a date is not a row number."""
    found = _ROW_NUMBER.match(text)
    return None if found and any(each.start == 0 for each in scan_dates(text)) else found


def _day(text: str) -> When | None:
    """The day, if the whole line is one."""
    days = [each.when for each in scan_dates(text) if each.text == text.strip() and each.when.grain is Grain.DAY]
    return days[0] if days else None


def _list(paragraphs: list[Paragraph], table_words: list[str]) -> list[Annex]:
    found: list[Annex] = []
    numbers = [_ROW_NUMBER.fullmatch(each.text.strip()) is not None for each in paragraphs]
    # Each row number has a line of its own, so the lines between two numbers are one name
    has_rows = any(numbers) and not any(one and other for one, other in itertools.pairwise(numbers))
    is_new_row = True
    is_lettered = bool(paragraphs) and paragraphs[0].text.lstrip().startswith(("A. ", "A) "))
    for paragraph in paragraphs:
        stripped = _LETTER.sub("", paragraph.text.strip()) if is_lettered else paragraph.text.strip()
        number = _row_number(stripped)
        if is_annex_head(stripped) or is_greeting(stripped):
            table_words.append(stripped)
        elif found and is_mark_alone(stripped) and not stripped.endswith(":"):  # it is about the paper above
            found[-1].note = f"{found[-1].note} {stripped}".strip()
        elif CELL in stripped:
            found.append(_of_cells(stripped.split(CELL), paragraph.line_at(0), table_words))
        elif number and number.end() == len(stripped):
            table_words.append(stripped)
            is_new_row = True
        elif has_rows and not is_new_row and not number:
            found[-1].name = f"{found[-1].name} {stripped}"
        else:
            is_row = bool(number or paragraph.label or (has_rows and is_new_row))
            found.append(Annex(stripped[number.end() :] if number else stripped, paragraph.line_at(0), is_row=is_row))
            is_new_row = False
    return found


def _of_cells(cells: list[str], line: Line, table_words: list[str]) -> Annex:
    """The annex in a row of a table. The cells with its number and its day are added to `table_words`."""
    days = {cell: day for cell in cells if (day := _day(cell)) is not None}
    own = [cell for cell in cells if cell.strip(". ").isdecimal() or cell in days]
    table_words += own
    name, *notes = [cell for cell in cells if cell.strip() and cell not in own] or [" ".join(cells)]
    return Annex(name, line, CELL.join(notes), next(iter(days.values()), None), is_row=True)
