"""The table of forms is what the reader does."""

import csv

from tests.docs.forms import FORMS, TABLE, forms

from briefcli.domain.citations.model import kind_of
from briefcli.domain.citations.reader import scan_references


def test_the_table_is_up_to_date() -> None:
    assert TABLE.read_text(encoding="utf-8") == forms() + "\n", "python -m tests.docs.forms writes it anew"


def test_every_form_is_read_as_a_whole() -> None:
    with FORMS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        found = scan_references(row["form"])
        assert found, row
        assert all(kind_of(each.canonical) == each.kind for each in found), row
        assert all(each.certain for each in found) is (not row["what"].startswith("a guess")), row
