"""Random memos with a secret: below a heading that withholds it, beside a mark, or as the name of an official."""

from random import Random

from hypothesis import strategies as st

# Two words of the same length that are no marks: memos that differ only in them have the same layout
SECRET, OTHER = "Zilverreiger", "Purperreiger"
_WORDS = (
    "niet openbaar", "niet-openbaar", "niet actief openbaar", "niet voor publicatie", "vertrouwelijk", "geheim",
    "strikt vertrouwelijk", "Dep. Vertrouwelijk", "Dep.V.", "Departementaal vertrouwelijk", "Stg. Geheim", "not public",
    "Stg. Confidentieel", "RESTREINT UE/EU RESTRICTED", "NATO RESTRICTED", "NATO CONFIDENTIAL", "LIMITE", "TLP:AMBER",
    "TLP: RED", "gelakt", "weggelakt", "zwartgelakt", "bedrijfsvertrouwelijk", "commercieel vertrouwelijk",
    "alleen voor intern gebruik", "uitsluitend voor intern gebruik", "niet verspreiden", "not for publication",
    "confidential", "for official use only", "niet te publiceren", "niet bestemd voor openbaarmaking", "Woo 5.1.2.i",
    "onttrokken aan openbaarmaking", "uitgezonderd van openbaarmaking", "geheimhouding", "onder embargo", "EU SECRET",
    "persoonlijke beleidsopvattingen", "weggelaten", "geanonimiseerd", "niet delen", "afgeschermd", "intern beraad",
)  # fmt: skip
_HEADINGS = (
    "Gelakte passages", "Informatie die niet openbaar is", "Vertrouwelijke toelichting", "Niet-openbaar deel",
    "Uitzonderingsgronden (Woo)", "Niet te openbaren informatie", "Interne noot", "CONFIDENTIAL", "Not public",
    "Persoonlijke beleidsopvattingen", "Motivering niet-openbaarmaking", "Weggelaten informatie", "Staatsgeheim",
    "Alleen voor intern gebruik", "Niet voor publicatie", "Onderdelen die niet openbaar worden gemaakt",
    "Informatie die niet openbaar gemaakt kan worden", "Niet openbaar te maken onderdelen", "NATO RESTRICTED",
    "Informatie die (nog) niet openbaar mag worden", "Toelichting op het niet openbaar maken", "Weigeringsgronden",
)  # fmt: skip
_OPEN_HEADINGS = ("Kernpunten", "Toelichting", "Bijlagen", "Krachtenveld", "Politieke context", "Inzet", "Achtergrond")
headings = st.one_of(
    st.builds(
        lambda heading, shape: shape(heading),
        st.sampled_from(_HEADINGS),
        st.sampled_from((str, str.upper, "{}:".format, "5. {}".format, "4.2 {}".format, "B. {}".format)),
    ),
    st.builds(
        lambda heading, word, shape: shape.format(heading, word),
        st.sampled_from(_OPEN_HEADINGS),
        st.sampled_from(_WORDS),
        st.sampled_from(("{} ({})", "{} – {}", "{} [{}]", "3. {} ({})", "{}: {}", "{1}: {0}")),
    ),
)
fronts = st.one_of(
    st.builds(
        lambda word, shape, turn: shape.replace("WORD", turn(word)),
        st.sampled_from(_WORDS),
        st.sampled_from((
            "(WORD) {}", "[WORD] {}", "WORD: {}", "WORD – {}", "{} (WORD)", "{} [WORD]", "{} – WORD", "WORD! {}",
            "(WORD:) {}", "[WORD: {}]", "** WORD ** {}", "<WORD> {}", "Let op, WORD: {}",
        )),
        st.sampled_from((str, str.upper, str.capitalize)),
    ),
    st.sampled_from((
        "Onder embargo tot 9 mei 2025: {}", "[Intern] {}", "{} Dit is vertrouwelijk.", "{} Dit wordt gelakt.",
    )),
)  # fmt: skip
_OFFICIALS = (
    f"R. {SECRET}, tst. 12345",
    f"{SECRET}@minxyz.nl",
    f"Steller: Jan {SECRET}",
    f"bel met A. {SECRET}",
    f"mw. drs. B.C. van {SECRET}",
)
_PLACES = (
    "Toelichting\nVoor vragen: {}.", "Bijlagen\n1. Kamerbrief\n2. Verslag: {}",
    "Vraag 1\nWie gaat hierover?\nAntwoord\nVoor vragen: {}.", "Vraag 1: wie is dat, {}?\nAntwoord: de directie.",
    "Overleg: {}\n\nDe Raad spreekt over dijken.", "Toelichting\nHet water stijgt.1\n\n1 Zie {}.",
    "Toelichting\nHet water stijgt.\n\n7 Zie {}.", "Kernpunten\n- Sessie 1: {}\n- De rest is open.",
)  # fmt: skip
# Sentences to hide: a plain one, and ones that would become a field of their own
HIDDEN = (
    f"Het bod is {SECRET}.",
    f"Op 3 mei 2025 is het commissiedebat {SECRET}.",
    f"DCO bereidt een nieuwsbericht over {SECRET} voor in aanloop naar het debat.",
    f"De motie {SECRET} (Kamerstuk 28 676, nr. 5) vraagt dit.",
    f"Afgestemd met {SECRET} en Financiën.",
    f"Het bedrag van € 7 miljoen is voor {SECRET}.",
    f"De termijn voor {SECRET} loopt af op 1 april 2025.",
    f"De minister heeft toegezegd dat {SECRET} voor de zomer komt.",
    f"Sessie 2: werklunch over {SECRET}",
    f"De Raad van 12 mei 2025 in {SECRET} bespreekt dit.",
)
_MEMO = (
    "TER BESLISSING\nAan: MinXYZ\nDatum\n3 maart 2025\n\nKamerbrief over de dijken\n\nAanleiding\nDe Kamer vroeg om "
    "een brief.\n\nGeadviseerd besluit\nU wordt geadviseerd te tekenen.\n\n{parts}\n"
)
_LETTER = (
    "21 501-99 Dijkenraad\n\nNr. 17 BRIEF VAN DE MINISTER VAN WATER\n\nDen Haag, 3 juni 2025\n\nHierbij bied ik u de "
    "geannoteerde agenda aan voor de Raad Algemene Zaken van 17 juni 2025.\n\nDijken\n\nDe Raad spreekt over dijken."
    "\n\n{parts}\n"
)
_OPEN = ("Kernpunten\n- Dit is open.\n- De rest is open.", "Toelichting\nDe dijken zijn af.", "Bijlagen\n1. Kamerbrief")


def _marked(hidden: str) -> st.SearchStrategy[str]:
    return st.one_of(
        headings.map(lambda heading: f"{heading}\n{hidden}"),
        fronts.map(lambda front: f"Kernpunten\n- Dit is open.\n- {front.format(hidden)}"),
        fronts.map(lambda front: f"Toelichting\nDit is open.\n\n{front.format(hidden)}"),
        fronts.map(lambda front: f"Bijlagen\n1. Kamerbrief\n2. {front.format(hidden)}"),
        st.builds(lambda place, words: place.format(words), st.sampled_from(_PLACES), st.sampled_from(_OFFICIALS)),
        st.sampled_from(_WORDS).map(
            lambda word: f"Kernpunten\n[begin {word}]\n- {hidden}\n[einde {word}]\n- Dit is open."
        ),
        st.just(f"Kernpunten\n- [Niet openbaar] De inzet is:\n- dit eerst;\n- {hidden}\n- De rest is open."),
    )


texts = st.builds(
    lambda frame, some: frame.format(parts="\n\n".join(some)),
    st.sampled_from([_MEMO, _LETTER]),
    st.lists(st.sampled_from(HIDDEN).flatmap(_marked), min_size=1, max_size=4),
)
# Memos as lists of lines, some of which only the file format hides: no word says so
lines_with_hidden = st.builds(
    lambda text, hidden, chance: _with_hidden(text.splitlines(), hidden, chance),
    st.builds(
        lambda frame, some: frame.format(parts="\n\n".join(some)),
        st.sampled_from([_MEMO, _LETTER]),
        st.permutations(_OPEN),
    ),
    st.lists(st.sampled_from(HIDDEN), min_size=1, max_size=3),
    st.randoms(use_true_random=False),
)


def _with_hidden(lines: list[str], hidden: list[str], chance: Random) -> list[tuple[str, bool]]:
    made = [(line, False) for line in lines]
    for each in hidden:
        made.insert(chance.randrange(len(made) + 1), (each, True))
    return made
