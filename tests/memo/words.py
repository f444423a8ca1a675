"""The words of a memo and those of its agenda, to check that an import neither loses nor invents words."""

import re
from collections import Counter

from briefcli.domain.agenda import Agenda
from briefcli.domain.texts import passages
from briefcli.memo.imported import Imported
from briefcli.memo.importer import import_memo
from briefcli.memo.layout.footnotes import GLUED_MARK, LOOSE_MARK, RAISED_MARK
from briefcli.memo.text import LOWERED, Line, MemoText

# Names from the program's own tables, not from the memo
_OF_THE_PROGRAM = frozenset({"series", "body", "kind"})
_HOURS = re.compile(r"T([0-9]{2}:[0-9]{2})")
_BREAK = re.compile(r"[-‐\xad]\s*\n\s*")
_HYPHEN = re.compile(r"[-‐\xad]")
_LIST_NUMBER = re.compile(r"^\s*(?:[0-9]{1,2}|[a-z])(?:[.)](?=\s|$)|(?=\s*$)|(?= [A-Z]))", re.MULTILINE)

# A memo up to its key points
NOTA = """\
Nota

Aan: de Minister van Water
Datum: 20 november 2030
Onderwerp: Dijken

Aanleiding
Iets.

Kernpunten
"""


def memo_of(text: str) -> MemoText:
    return MemoText([Line(each, None, number) for number, each in enumerate(text.split("\n"), start=1)])


def imported(text: str) -> Imported:
    return import_memo(memo_of(text))


def agenda_of(text: str) -> Agenda:
    return imported(text).agenda


def words_of_text(text: str) -> Counter[str]:
    """The words without hyphens, because a line break can add or remove one."""
    return Counter(re.findall(r"\w+", _HYPHEN.sub("", _BREAK.sub("", text)).casefold()))


def words_of_memo(memo: MemoText, imported: Imported) -> Counter[str]:
    """The words of a memo without what the import says it dropped, list numbers and the marks of footnotes."""
    kept = [line.text for line in memo.lines if line.text.strip()]
    body = "\n".join(LOOSE_MARK.sub("", each) if re.match(r"\d{1,2}\.", each) else each for each in kept)
    body = _LIST_NUMBER.sub("", body)
    marks = [found[0].translate(LOWERED) for shape in (RAISED_MARK, GLUED_MARK) for found in shape.finditer(body)]
    words = words_of_text(GLUED_MARK.sub("", RAISED_MARK.sub("", body)))
    dropped = words_of_text("\n".join(_LIST_NUMBER.sub("", each.words) for each in imported.dropped))
    return words - dropped - Counter(marks)


def texts_of(agenda: Agenda) -> list[str]:
    """Every text of an agenda that has to come from the memo."""
    return [each.text for each in passages(agenda) if each.where not in _OF_THE_PROGRAM]


def words_of_agenda(agenda: Agenda) -> Counter[str]:
    """The words of its texts, and of the number, kind and time of each session."""
    fields = [
        f"{each.number or ''} {each.kind or ''} {' '.join(_HOURS.findall(str(each.when or '')))}"
        for each in agenda.sessions
    ]
    return words_of_text(" \n".join([*texts_of(agenda), *fields]))
