"""Memos with secrets under headings and marks chosen at random: none is in the public version, also after a release."""

from hypothesis import given, settings
from tests.examples import examples
from tests.memo.secret_parts import SECRET, texts
from tests.memo.words import memo_of

from briefcli.domain.plain_data import plain
from briefcli.domain.redaction import lifted, redact
from briefcli.memo.importer import import_memo


@given(texts)
@settings(max_examples=examples(30))
def test_no_secret_is_public(text: str) -> None:
    imported = import_memo(memo_of(text))
    assert SECRET in repr(plain(imported.agenda))
    assert SECRET.lower() not in (repr(plain(redact(imported.agenda))) + imported.id).lower()
    assert SECRET.lower() not in repr(plain(redact(lifted(imported.agenda)))).lower()
