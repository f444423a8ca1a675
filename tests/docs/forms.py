"""The forms that brief reads, as the README shows them: `python -m tests.docs.forms` writes the table anew.

The forms are listed in forms.tsv; what each of them stands for is asked of the reader, never written down.
"""

import csv
from itertools import groupby
from pathlib import Path

from briefcli.domain.citations.model import Reference, dossier_of
from briefcli.domain.citations.reader import scan_references

FORMS = Path(__file__).with_name("forms.tsv")
TABLE = Path(__file__).with_name("forms.md")
_MOST_ALTERNATIVES = 2


def forms() -> str:
    """A Markdown table: what sort of paper, the form, the identifier."""
    with FORMS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    lines = ["| what | as it is written | as it is read |", "| --- | --- | --- |"]
    for what, group in groupby(rows, key=lambda row: row["what"]):
        for number, row in enumerate(group):
            lines.append(f"| {'' if number else what} | {row['form']} | {_read(row['form'])} |")
    return "\n".join(lines)


def _read(form: str) -> str:
    return ", ".join(_identifier(each) for each in scan_references(form))


def _identifier(reference: Reference) -> str:
    if not reference.certain:
        return f"`{reference.canonical}`, uncertain{_or_else(reference.alternatives)}"
    elsewhere = [f"`{dossier_of(each)}`" for each in reference.alternatives]
    return f"`{reference.canonical}`" + (f" (filed in {', '.join(elsewhere)} too)" if elsewhere else "")


def _or_else(alternatives: tuple[str, ...]) -> str:
    shown = ", ".join(f"`{each}`" for each in alternatives[:_MOST_ALTERNATIVES])
    more = len(alternatives) - _MOST_ALTERNATIVES
    return f" (or {shown}{f' and {more} more' if more > 0 else ''})" if shown else ""


if __name__ == "__main__":
    TABLE.write_text(forms() + "\n", encoding="utf-8")
