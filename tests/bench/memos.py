"""Measures what an import gets right: `python -m tests.bench.memos`. The facts were read from the texts by hand.

It also counts words that are lost, invented, or public although they are secret. There must be none of these.
"""

import sys

import msgspec
from tests.memo.facts import FOUND, facts_of, path_of, secrets
from tests.memo.words import words_of_agenda, words_of_memo, words_of_text

from briefcli.domain.agenda import plain
from briefcli.domain.redaction import lifted, redact
from briefcli.memo.extract.source import read_memo
from briefcli.memo.imported import Imported
from briefcli.memo.importer import import_memo
from briefcli.memo.text import MemoText

_TABLES = ("facts.tsv", "facts_letters.tsv")
_ENOUGH = 0.9


def main() -> int:
    """Print each wrong fact and word, and the share of right facts. Returns 1 if that share is too low."""
    right = total = faults = 0
    for table in _TABLES:
        for name, facts in facts_of(table).items():
            memo = read_memo(path_of(name), path_of(name).read_bytes())
            imported = import_memo(memo)
            text = "\n".join(line.text for line in memo.lines)
            known = [field for field in facts if field != "secrets"]
            wrong = [each for each in known if (_meant(facts[each], text) or "0") != (FOUND[each](imported) or "0")]
            for field in wrong:
                _say(f"{name}: {field} is {_meant(facts[field], text)}, read as {FOUND[field](imported) or 'nothing'}")
            right, total = right + len(known) - len(wrong), total + len(known)
            found = [*_words_wrong(memo, imported), *_leaks(secrets(text, facts.get("secrets", "")), imported)]
            for each in found:
                _say(f"{name}: {each}")
            faults += len(found)
    _say(f"{right} of {total} facts are right ({right / total:.0%}); {faults} words are lost, invented or leaked")
    return int(right / total < _ENOUGH or faults > 0)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _meant(value: str, text: str) -> str:
    """The fact itself, or the words in a line of the memo that it refers to: `line 8`, `line 18:31-47`."""
    if not value.startswith("line "):
        return value
    number, _, span = value.removeprefix("line ").partition(":")
    start, _, end = span.partition("-")
    line = text.split("\n")[int(number) - 1]
    return line[int(start or 0) : int(end or len(line))]


def _words_wrong(memo: MemoText, imported: Imported) -> list[str]:
    lost = words_of_memo(memo, imported) - words_of_agenda(imported.agenda)
    known = words_of_text("\n".join(line.text for line in memo.lines)) | words_of_memo(memo, imported)
    invented = set(words_of_agenda(imported.agenda)) - set(known)
    return [*(f"“{each}” is lost" for each in lost), *(f"“{each}” is invented" for each in sorted(invented))]


def _leaks(words: set[str], imported: Imported) -> list[str]:
    """Secret words in the public version, before a release and after it."""
    agenda = imported.agenda
    stated = msgspec.structs.replace(agenda, public=True, ground=None)  # as if the memo's own mark were removed too
    shown = [imported.id, *(repr(plain(redact(each))) for each in (agenda, lifted(agenda), stated))]
    public = {word for text in shown for word in words_of_text(text)}
    return [f"“{each}” is public" for each in sorted(words & public)]


if __name__ == "__main__":
    sys.exit(main())
