"""The ways in which an author may mark something as not public, typos included, as lines of YAML.

`{i}` in a line stands for the indentation of the mapping that contains the mark.
"""

import string

from hypothesis import strategies as st

_NO = ("false", "False", "FALSE", "no", "nee", "off", "'false'", '"nee"', "flase", "0", "", "~", "[false]", "nope", "x")
_WORDS = (
    "vertrouwelijk", "geheim", "intern", "openbaar", "niet openbaar", "niet-openbaar", "nietopenbaar", "confidential",
    "secret", "private", "publiek", "grond", "gronden", "woo", "Woo-grond", "rubricering", "embargo", "gelakt",
    "non_public", "notpublic", "is_public", "internal", "visible", "hide", "classification", "classificatie", "TLP",
    "restricted", "sensitive", "sensitivity", "redact", "gevoelig", "politiek gevoelig", "weigeringsgrond", "vertr",
    "uitzonderingsgrond", "intern gebruik", "internal_only", "niet delen", "DepV", "Dep.V.", "clasification", "secrecy",
)  # fmt: skip
_LOOKS_LIKE = {"p": "\u0440", "c": "\u0441", "i": "\u00ed", "o": "\u043e", "u": "\u00fc", "e": "\u0435", "a": "\u0430"}
# Marks that YAML does not read as a key with a value: they become part of the line above, or a syntax error
TORN = (
    "public:false", "public:nee", "public: false: x", "public=false", "public false", "- public: false", "-public: nee",
    "public\uff1afalse", "  public: false", "ground:Woo 5.1.2e", " ground: Woo 5.1.2e", "public :false",
    "public - false", "public -> false", "public is false", "public; false", "ground - Woo 5.1.2e", "ground 5.1.2e",
    "\tpublic: false", "'public': 'false", "public: false ground: Woo", "Public:false", "pubilc:false",
)  # fmt: skip

# Marks as they occur in memos, and the ways to place such a mark {1} beside a text {0}
IN_MEMOS = (
    "VERTROUWELIJK", "Vertrouwelijk", "niet openbaar", "Intern", "Stg. Confidentieel", "Stg. C.", "Stg. ZG", "StgG",
    "Dep.V.", "DEP-V", "NATO RESTRICTED", "R-UE/EU-R", "EU-R", "LIMITE", "TLP:AMBER", "TLP AMBER+STRICT",
    "embargo tot 12 juni 10.00", "ONDER EMBARGO t/m 12 juni", "Embargo 12/6 10.00u", "vertrouwelijk t/m vrijdag",
    "tot vrijdag vertrouwelijk", "tot publicatie niet openbaar", "nog niet openbaar", "niet openbaar maken",
    "Woo 5.1 lid 2 sub e", "art. 5.1(2)(e)", "art. 5.1, tweede lid, onder e, van de Woo", "5.2 lid 1", "Woo-grond i",
    "Intern BZ", "interne nota", "Vertr.", "n.o.", "Chatham House Rule", "off-the-record", "not for attribution",
    "concept, niet delen", "s.v.p. niet verspreiden", "niet naar de Kamer", "niet met de Kamer delen", "niet noemen",
    "niet opnemen in de Kamerbrief", "niet bestemd voor TK", "alleen mondeling delen", "alleen voor de bewindspersoon",
    "nog even voor ons houden",
    "alleen SG/DG", "beperkte verspreiding", "koersgevoelig", "kabinetsvertrouwelijk", "MR-vertrouwelijk", "privé",
    "vertrouwelijk behandelen s.v.p.", "dit is vertrouwelijk", "deze passage is niet openbaar", "blijft geheim",
    "vertouwelijk", "vertrouwlijk", "gehiem", "niet opnbaar", "vERTROUWELIJK", "VErtrouwelijk", "nOG NIET OPENBAAR",
    "gelakt bij Woo", "EYES ONLY", "FOUO", "art. 5.1, lid 2, sub f en i, Woo", "bevat persoonlijke beleidsopvattingen",
    "do not share",
    "hoogst vertrouwelijk", "i.v.m. onderhandelingen vertrouwelijk",
)  # fmt: skip
APART = (
    "{0} ({1})", "[{1}] {0}", "{1}: {0}", "{0}. {1}", "{0} – {1}", "{1}. {0}", "{0} (steun; {1})",
    "{0}. {1}. Daarna meer", "{0}\n{1}", "{1}\n{0}", "{1} – {0}", "<{1}> {0}", "{0} ({1}!)",
    "{0} – {1} # JK", "{0}. {1} (JK 12/3)", "{0} ({1} JK)", "{0}\n{1}, JK", "{1} # opmerking\n{0}", "<!-- {1} --> {0}",
    "**{1}** {0}", "_{1}:_ {0}", "| {0} | {1} |", "<b>{1}</b> {0}",
)  # fmt: skip


@st.composite
def _slip(draw: st.DrawFn) -> str:
    """A key with a typo: a letter too many, missing, replaced or swapped."""
    word = draw(st.sampled_from(("public", "ground", "withheld")))
    at = draw(st.integers(0, len(word) - 2))
    letter = draw(st.sampled_from((*string.ascii_lowercase, "_", "-")))
    wrong = draw(
        st.sampled_from(
            (
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word + letter,
                "".join(_LOOKS_LIKE.get(each, each) if number == at else each for number, each in enumerate(word)),
                "".join(draw(st.permutations(word))),
            )
        )
    )
    return f"{word}s" if wrong == word else wrong


def _lines_with(key: str) -> st.SearchStrategy[str]:
    """Lines with this key that withhold: an unknown key with any value, `public` with any value but yes."""
    values = _NO if key.lower() == "public" else (*_NO, "true", "ja", "Woo 5.1.2e", "Dep.V.")
    shapes = (
        "{key}: {value}", "{key}: {value}  # zie de nota", "{key} : {value}", "'{key}': {value}", '"{key}": {value}',
        "{key}:\n{{i}}  {value}", "? {key}\n{{i}}: {value}",
    )  # fmt: skip
    return st.builds(
        lambda shape, value: shape.format(key=key, value=value), st.sampled_from(shapes), st.sampled_from(values)
    )


def mark_lines() -> st.SearchStrategy[str]:
    """One mark, correct or misspelt, that YAML reads as a key with a value."""
    return st.one_of(
        st.just("public: false"),
        st.just("ground: Woo 5.1.2e"),
        _lines_with("public"),
        st.sampled_from(("ground: Woo 5.1.2e", "ground: ''", "ground: geen", "public: false\n{i}ground: Woo 5.1.2e")),
        st.sampled_from(("public: true\n{i}public: false", "public: false\n{i}public: true", "withheld: ja")),
        st.sampled_from(_WORDS).flatmap(_lines_with),
        st.sampled_from(("Public", "PUBLIC", "Ground", "GROUND")).flatmap(_lines_with),
        st.sampled_from(("stg: geheim", "marking: LIMITE", "scope: Intern", "for: internal", "level: Dep.V.")),
        st.sampled_from(
            ("toon: nee", "delen: no", "avg: ja", "lak: ja", "privacy: yes", "niet: openbaar", "lid: 5.1.2e")
        ),
        st.sampled_from(("artikel: 5.1.2e", "wet: 5.1", "wob: 10.2.e", "basis: artikel 5.1 Woo", "tags: [intern]")),
        _slip().flatmap(_lines_with),
    )


def marked_texts(words: str) -> st.SearchStrategy[str]:
    """The words with a mark beside them in the same text."""
    return st.builds(lambda place, mark: place.format(words, mark), st.sampled_from(APART), st.sampled_from(IN_MEMOS))
