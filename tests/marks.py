"""Every way in which an author may write that something is not public, slips of the hand included, as a line of YAML.

`{i}` in a line stands for the indentation of the mapping that the mark stands in.
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
# Lines that YAML does not read as a key with a value, so that they become part of what stands above, or a mistake
TORN = (
    "public:false", "public:nee", "public: false: x", "public=false", "public false", "- public: false", "-public: nee",
    "public\uff1afalse", "  public: false", "ground:Woo 5.1.2e", " ground: Woo 5.1.2e", "public :false",
    "public - false", "public -> false", "public is false", "public; false", "ground - Woo 5.1.2e", "ground 5.1.2e",
    "\tpublic: false", "'public': 'false", "public: false ground: Woo", "Public:false", "pubilc:false",
)  # fmt: skip


@st.composite
def _slip(draw: st.DrawFn) -> str:
    """A mark with one letter too many, too few, another, or two in each other's place."""
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
    """A key that is no field withholds whatever stands behind it; `public` itself only with something else than yes."""
    values = _NO if key.lower() == "public" else (*_NO, "true", "ja", "Woo 5.1.2e", "Dep.V.")
    shapes = (
        "{key}: {value}", "{key}: {value}  # zie de nota", "{key} : {value}", "'{key}': {value}", '"{key}": {value}',
        "{key}:\n{{i}}  {value}", "? {key}\n{{i}}: {value}",
    )  # fmt: skip
    return st.builds(
        lambda shape, value: shape.format(key=key, value=value), st.sampled_from(shapes), st.sampled_from(values)
    )


def mark_lines() -> st.SearchStrategy[str]:
    """One mark, right or wrong, that YAML reads as a key with a value."""
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
