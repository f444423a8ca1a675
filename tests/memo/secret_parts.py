"""Parts of memos with a secret under a heading, a mark or a name chosen at random, and the texts around them."""

from hypothesis import strategies as st

SECRET = "Geheimwoord"  # noqa: S105  # no password: the word that must not be seen
HEADINGS = (
    "Gelakte passages", "Informatie die niet openbaar is", "Vertrouwelijke toelichting", "Niet-openbaar deel",
    "Uitzonderingsgronden (Woo)", "5. Niet te openbaren informatie", "Interne noot", "CONFIDENTIAL", "Not public",
    "Persoonlijke beleidsopvattingen", "Motivering niet-openbaarmaking", "Weggelaten informatie", "Staatsgeheim",
    "Alleen voor intern gebruik", "Niet voor publicatie", "Onderdelen die niet openbaar worden gemaakt",
    "Kernpunten (vertrouwelijk)", "Bijlagen (niet openbaar)", "NATO RESTRICTED",
)  # fmt: skip
FRONTS = (
    "(vertrouwelijk) {}", "[RESTREINT UE] {}", "Stg. Geheim: {}", "Dep.V.: {}", "NIET OPENBAAR: {}", "TLP:RED {}",
    "{} (niet openbaar)", "{} [gelakt]", "Onder embargo tot 9 mei 2025: {}", "Woo 5.1.2.i: {}", "NATO RESTRICTED: {}",
    "LIMITE {}", "[Intern] {}", "{} Dit is vertrouwelijk.",
)  # fmt: skip
OFFICIALS = (
    f"R. {SECRET}, tst. 12345",
    f"{SECRET}@minxyz.nl",
    f"Steller: Jan {SECRET}",
    f"bel met A. {SECRET}",
    f"mw. drs. B.C. van {SECRET}",
)
# What is hidden: a plain sentence, and sentences that would give a field of their own
HIDDEN = (
    f"Het bod is {SECRET}.",
    f"Op 3 mei 2025 is het commissiedebat {SECRET}.",
    f"DCO bereidt een nieuwsbericht over {SECRET} voor in aanloop naar het debat.",
    f"De motie {SECRET} (Kamerstuk 28 676, nr. 5) vraagt dit.",
    f"Afgestemd met {SECRET} en Financiën.",
    f"Het bedrag van € 7 miljoen is voor {SECRET}.",
    f"De termijn voor {SECRET} loopt af op 1 april 2025.",
)
MEMO = (
    "TER BESLISSING\nAan: MinXYZ\nDatum\n3 maart 2025\n\nKamerbrief over de dijken\n\nAanleiding\nDe Kamer vroeg om "
    "een brief.\n\nGeadviseerd besluit\nU wordt geadviseerd te tekenen.\n\n{parts}\n"
)
LETTER = (
    "21 501-99 Dijkenraad\n\nNr. 17 BRIEF VAN DE MINISTER VAN WATER\n\nDen Haag, 3 juni 2025\n\nHierbij bied ik u de "
    "geannoteerde agenda aan voor de Raad Algemene Zaken van 17 juni 2025.\n\nDijken\n\nDe Raad spreekt over dijken."
    "\n\n{parts}\n"
)


def _parts(hidden: str) -> st.SearchStrategy[str]:
    return st.one_of(
        st.sampled_from(HEADINGS).map(lambda heading: f"{heading}\n{hidden}"),
        st.sampled_from(FRONTS).map(lambda front: f"Kernpunten\n- Dit is open.\n- {front.format(hidden)}"),
        st.sampled_from(FRONTS).map(lambda front: f"Bijlagen\n1. Kamerbrief\n2. {front.format(hidden)}"),
        st.sampled_from(OFFICIALS).map(lambda words: f"Toelichting\nVoor vragen: {words}."),
        st.just(f"Kernpunten\n[begin vertrouwelijk]\n- {hidden}\n[einde vertrouwelijk]\n- Dit is open."),
        st.just(f"Kernpunten\n- [Niet openbaar] De inzet is:\n- dit eerst;\n- {hidden}\n- De rest is open."),
    )


parts = st.sampled_from(HIDDEN).flatmap(_parts)
texts = st.builds(
    lambda frame, some: frame.format(parts="\n\n".join(some)),
    st.sampled_from([MEMO, LETTER]),
    st.lists(parts, min_size=1, max_size=4),
)
