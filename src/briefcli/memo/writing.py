"""An agenda is written as a person would write it: fields in their order, long text wrapped, remarks as comments."""

import textwrap
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from briefcli.domain.agenda import Agenda
from briefcli.domain.due import Due
from briefcli.domain.item import Item
from briefcli.domain.when import When
from briefcli.memo.imported import Check, Imported
from briefcli.memo.text import clean
from briefcli.writing.releasing import note
from briefcli.writing.yaml_text import scalar

WIDTH = 92  # columns, as in the agendas that were written by hand
_LAST = Item.__struct_fields__  # `public` and `ground` stand at the end of what they are about

Remarks = dict[str, list[str]]


def write_agenda(imported: Imported) -> str:
    """The text of the agenda file, ending in a line end; `# check:` stands above what needs a look.

    The meeting's own mark comes last, with a comment that says how to release it.
    """
    remarks = _remarks(imported.checks)
    agenda = imported.agenda
    blocks = [_field(name, getattr(agenda, name), "", "", remarks) for name in fields_of(agenda)]
    if not agenda.public:
        marks = [line for block in blocks[-2:] for line in block]
        blocks = [*blocks[:-2], [*([note(imported.id)] if agenda.is_unread else []), *marks]]
    lines: list[str] = []
    was_block = False
    for block in blocks:
        is_block = len(block) > 1 and not block[-1].startswith(tuple("abcdefghijklmnopqrstuvwxyz"))
        if lines and (is_block or was_block):
            lines.append("")
        lines += block
        was_block = is_block
    return "\n".join([*_comments(remarks, "", ""), *_unplaced_remarks(remarks, agenda), *lines]) + "\n"


def write_record_field(record: msgspec.Struct, name: str, indent: str) -> list[str]:
    """The lines of one field, without remarks."""
    return _field(name, getattr(record, name), indent, "", {})


def write_items(items: Sequence[object], indent: str, remarks: Remarks, path: str = "") -> list[str]:
    """The lines of the items of a list, each behind its dash."""
    lines: list[str] = []
    for number, item in enumerate(items):
        lines += _item(item, indent, f"{path}[{number}]", remarks)
    return lines


def fields_of(record: msgspec.Struct) -> list[str]:
    """The fields that say something, in the order in which people write them."""
    own = [name for name in record.__struct_fields__ if name not in _LAST]
    names = [*own, *(name for name in _LAST if name in record.__struct_fields__)]
    defaults = dict(zip(record.__struct_fields__, _defaults(type(record)), strict=True))
    return [name for name in names if not _is_default(getattr(record, name), defaults[name])]


def _defaults(kind: type[msgspec.Struct]) -> list[object]:
    """The default of each field; a required field has none and is always written."""
    given = kind.__struct_defaults__
    return [msgspec.NODEFAULT] * (len(kind.__struct_fields__) - len(given)) + list(given)


def _is_default(value: object, default: object) -> bool:
    return value is None or value == [] or (default is not msgspec.NODEFAULT and value == default)


def _field(name: str, value: object, indent: str, path: str, remarks: Remarks) -> list[str]:
    path = f"{path}.{name}" if path else name
    comments = _comments(remarks, path, indent)
    if isinstance(value, list):
        return [*comments, f"{indent}{name}:", *write_items(value, f"{indent}  ", remarks, path)]
    if isinstance(value, msgspec.Struct) and not isinstance(value, When | Due):
        return [*comments, f"{indent}{name}:", *_record(value, f"{indent}  ", path, remarks)]
    return [*comments, *_scalar(f"{indent}{name}: ", value, f"{indent}  ")]


def _record(record: msgspec.Struct, indent: str, path: str, remarks: Remarks) -> list[str]:
    lines: list[str] = []
    for name in fields_of(record):
        lines += _field(name, getattr(record, name), indent, path, remarks)
    return lines


def _item(item: object, indent: str, path: str, remarks: Remarks) -> list[str]:
    comments = _comments(remarks, path, indent)
    if not isinstance(item, msgspec.Struct):
        return [*comments, *_scalar(f"{indent}- ", item, f"{indent}  ")]
    lines = _record(item, f"{indent}  ", path, remarks)
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("# "))
    above = [f"{indent}{line.lstrip()}" for line in lines[:first]]
    return [*comments, *above, f"{indent}- {lines[first].lstrip()}", *lines[first + 1 :]]


def _scalar(start: str, value: object, indent: str) -> list[str]:
    """One value behind its key or dash: on the same line where it fits, else as wrapped text below."""
    if isinstance(value, bool):
        return [f"{start}{'true' if value else 'false'}"]
    if isinstance(value, int | float | When | Due):
        return [f"{start}{value}"]
    text = " ".join(clean(str(value)).split())
    short = scalar(text)
    if len(start) + len(short) <= WIDTH or " " not in text:
        return [f"{start}{short}"]
    wrapped = textwrap.wrap(text, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
    return [f"{start}>-", *(f"{indent}{line}" for line in wrapped)]


def _remarks(checks: list[Check]) -> Remarks:
    remarks: Remarks = defaultdict(list)
    for check in checks:
        remarks[check.field].append(" ".join(clean(check.message).split()))
    return remarks


def _comments(remarks: Remarks, path: str, indent: str) -> list[str]:
    """The comments for a field; each is given once."""
    return [f"{indent}# check: {message}" for message in remarks.pop(path, ())]


def _unplaced_remarks(remarks: Remarks, agenda: Agenda) -> list[str]:
    """What is to be checked about a field that is not written, such as an unknown place."""
    written = set(fields_of(agenda))
    left = [(field, message) for field, messages in remarks.items() for message in messages]
    return [f"# check: {field}: {text}" for field, text in left if field.split(".")[0].split("[")[0] not in written]
