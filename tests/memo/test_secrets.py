"""Memos with secrets under headings and marks chosen at random: none is in the public version, also after a release."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.memo.words import memo_of

from briefcli.domain.plain import plain
from briefcli.domain.redaction import lifted, redact
from briefcli.memo.importer import import_memo

HEADINGS = (
    "Gelakte passages", "Informatie die niet openbaar is", "Vertrouwelijke toelichting", "Niet-openbaar deel",
    "Uitzonderingsgronden (Woo)", "5. Niet te openbaren informatie", "Interne noot", "CONFIDENTIAL", "Not public",
    "Persoonlijke beleidsopvattingen", "Motivering niet-openbaarmaking", "Weggelaten informatie", "Staatsgeheim",
)  # fmt: skip
FRONTS = (
    "(vertrouwelijk) {}", "[RESTREINT UE] {}", "Stg. Geheim: {}", "Dep.V.: {}", "NIET OPENBAAR: {}", "TLP:RED {}",
    "{} (niet openbaar)", "{} [gelakt]", "Onder embargo tot 9 mei 2025: {}", "Woo 5.1.2.i: {}", "NATO RESTRICTED: {}",
)  # fmt: skip
OFFICIALS = (
    "R. Geheimwoord, tst. 12345",
    "geheimwoord@minxyz.nl",
    "Steller: Jan Geheimwoord",
    "bel met A. Geheimwoord",
)
HIDDEN = "Het bod is Geheimwoord."

hidden_parts = st.one_of(
    st.sampled_from(HEADINGS).map(lambda heading: f"{heading}\n{HIDDEN}"),
    st.sampled_from(FRONTS).map(lambda front: f"Kernpunten\n- Dit is open.\n- {front.format(HIDDEN)}"),
    st.sampled_from(OFFICIALS).map(lambda words: f"Toelichting\nVoor vragen: {words}."),
    st.just(f"Kernpunten\n[begin vertrouwelijk]\n- {HIDDEN}\n[einde vertrouwelijk]\n- Dit is open."),
)


@given(st.lists(hidden_parts, min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_no_secret_is_public(parts: list[str]) -> None:
    body = "\n\n".join(parts)
    text = (
        "TER BESLISSING\nAan: MinXYZ\nDatum\n3 maart 2025\n\nKamerbrief over de dijken\n\nAanleiding\nDe Kamer vroeg "
        f"om een brief.\n\nGeadviseerd besluit\nU wordt geadviseerd te tekenen.\n\n{body}\n"
    )
    imported = import_memo(memo_of(text))
    assert "eheimwoord" in repr(plain(imported.agenda))
    assert "eheimwoord" not in repr(plain(redact(imported.agenda))) + imported.id
    assert "eheimwoord" not in repr(plain(redact(lifted(imported.agenda))))
