"""The real memos, if they are available, compared with facts that were read from them by hand.

`references` and `dates` list all that occur in the sections, in order. A field without a row is empty.
"""

import pytest
from tests.conftest import SHARED
from tests.memo.facts import FOUND, facts_of, path_of

from briefcli.memo.extract.source import read_memo
from briefcli.memo.importer import import_memo

FACTS = facts_of("facts.tsv")
FIELDS = {field for facts in FACTS.values() for field in facts}


@pytest.mark.parametrize("name", FACTS)
def test_a_real_memo_gives_its_known_facts(name: str) -> None:
    if not path_of(name).is_file():
        pytest.skip("the folder with real memos is not at hand")
    imported = import_memo(read_memo(path_of(name), path_of(name).read_bytes()))
    found = {field: FOUND[field](imported) for field in FIELDS}
    assert {field: value for field, value in found.items() if value not in {"", "0"}} == FACTS[name]


def test_every_real_memo_has_its_facts() -> None:
    if not (SHARED / "memos").is_dir():
        pytest.skip("the folder with real memos is not at hand")
    assert {path.stem for path in (SHARED / "memos").glob("*.txt")} == set(FACTS)
