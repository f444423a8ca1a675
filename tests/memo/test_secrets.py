"""Memos with secrets under random headings and marks: no secret is public, not even after a release."""

from hypothesis import given, settings
from tests.examples import examples
from tests.memo.secret_parts import SECRET, texts
from tests.memo.words import memo_of

from briefcli.domain.agenda import plain
from briefcli.domain.redaction import lifted, redact
from briefcli.memo.importer import import_memo


@given(texts)
@settings(max_examples=examples(30))
def test_no_secret_is_public(text: str) -> None:
    imported = import_memo(memo_of(text))
    assert SECRET in repr(plain(imported.agenda))
    assert SECRET.lower() not in (repr(plain(redact(imported.agenda))) + imported.id).lower()
    assert SECRET.lower() not in repr(plain(redact(lifted(imported.agenda)))).lower()


def test_a_numbered_mark_covers_the_items_below_it() -> None:
    text = (
        "21 501-99 Dijkenraad\n\nNr. 17 BRIEF VAN DE MINISTER VAN WATER\n\nDen Haag, 3 juni 2031\n\n"
        "Hierbij de agenda.\n\nDijken\n\nDe Raad spreekt over dijken.\n\n"
        "5. VERTROUWELIJK\n\nSessie 2: werklunch over het bod\n\nDit is hoog.\n"
    )
    public = repr(plain(redact(lifted(import_memo(memo_of(text)).agenda))))
    assert "dijken" in public
    assert "bod" not in public
