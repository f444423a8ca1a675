"""Writes an imported agenda as the text of a new file."""

import re
from typing import Any

from briefcli.domain.agenda import Agenda
from briefcli.memo.imported import Imported
from briefcli.memo.text import clean_line
from briefcli.writing.releasing import note
from briefcli.writing.yaml_text import BlockText, in_usual_order

WIDTH = 92  # columns, as in the agendas that were written by hand


def data_of(agenda: Agenda) -> dict[str, Any]:
    """The fields of the agenda that have a value, in the order in which people write them, with all texts cleaned."""
    return dict(_cleaned(in_usual_order(agenda)))


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _cleaned(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    return " ".join(clean_line(value).split()) if isinstance(value, str) else value


def write_agenda(imported: Imported) -> str:
    """The text of the agenda file, ending in a newline. Comments `# check:` say which fields a person must check.

    The mark that keeps the whole agenda from the public comes last, below a comment that says how to release it.
    """
    block, data = BlockText(WIDTH), data_of(imported.agenda)
    for check in imported.checks:
        block.remarks.setdefault(_written(data, check.field), []).append(_cleaned(check.message))
    fields = {name: block.field(name, value) for name, value in data.items()}
    if imported.agenda.is_unread:
        fields["public"].insert(0, note(imported.id))
    lines: list[str] = []
    was_long = False
    for each in fields.values():
        is_long = each[-1].startswith(" ")
        lines += ["", *each] if lines and (is_long or was_long) else each
        was_long = is_long
    above = [f"# check: {message}" for message in block.remarks.pop("", ())]
    for field, messages in block.remarks.items():  # checks of fields that are not written, such as an unknown place
        if field.split(".")[0].split("[")[0] not in data:
            above += [f"# check: {field}: {message}" for message in messages]
    return "\n".join([*above, *lines]) + "\n"


def _written(data: dict[str, Any], field: str) -> str:
    """The path of a field, or of its item if the item is written without that field (a paper without a date)."""
    value: Any = data
    for step in re.finditer(r"(?:^|\.)(\w+)|\[(\d+)\]", field):
        if step[2] is not None:
            value = value[int(step[2])] if isinstance(value, list) and int(step[2]) < len(value) else None
        elif isinstance(value, dict) and step[1] in value:
            value = value[step[1]]
        else:
            return field[: step.start()] or field
    return field
