"""The table of forms in the README is what the reader does."""

from tests.docs.forms import TABLE, forms


def test_the_table_is_up_to_date() -> None:
    assert TABLE.read_text(encoding="utf-8") == forms() + "\n", "python -m tests.docs.forms writes it"
