"""Search finds all public texts, and withheld texts only internally."""

import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.agendas import agenda_of
from tests.examples import examples
from tests.index.answers import source_of

from briefcli.domain.redaction import redact
from briefcli.domain.texts import Passage, passages
from briefcli.errors import UsageError
from briefcli.index.index import open_index
from briefcli.index.queries import Filter
from briefcli.index.search.hits import Hit, matches, search
from briefcli.index.search.query import field_names, read_query

MEETINGS = {
    "dmm-2031": """
        title: Bijeenkomst van ministers van Defensie
        series: dmm
        body: NATO
        when: 2031-03-04
        sessions:
          - title: Afschrikking
            topics: [Steun aan Oekraïne, De rol van bondgenoten]
        key_points:
          - Elke bondgenoot geeft steun. De Commissie volgt later.
          - Zo veel mogelijk hulp op korte termijn.
          - {text: De geheime bondgenoot is Ruritanië., public: false, ground: Woo 5.1.2a}
        documents: [{ref: "28 676, nr. 427", title: Verslag}]
        """,
    "rbz-2030": """
        title: Raad Buitenlandse Zaken
        series: rbz
        body: EU
        when: 2030-11-01
        key_points:
          - Bondgenoten spreken over de begroting.
          - De carrière van één ambtenaar.
        """,
    "secret-2031": """
        title: Overleg met Ruritanië
        when: 2031-05-01
        public: false
        key_points: [Steun aan Ruritanië.]
        """,
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("agendas")
    for name, text in MEETINGS.items():
        (folder / f"{name}.yaml").write_text(textwrap.dedent(text), encoding="utf-8")
    return folder


def found(
    root: Path, text: str, *, internal: bool = False, wanted: Filter | None = None, within: str = ""
) -> list[Hit]:
    query, fields = read_query(text), field_names()[within] if within else frozenset()
    with open_index(source_of(root), internal=internal, for_search=True) as index:
        return search(index, query, wanted, within=fields)[0]


def places(hits: list[Hit]) -> list[str]:
    return [f"{hit.id} {hit.found.where}" for hit in hits]


CASES = {
    "bondgenoot": ["dmm-2031 key_points[0]", "dmm-2031 sessions[0].topics[1]", "rbz-2030 key_points[0]"],
    "bondgenoten": ["rbz-2030 key_points[0]", "dmm-2031 sessions[0].topics[1]", "dmm-2031 key_points[0]"],
    '"bondgenoot"': ["dmm-2031 key_points[0]"],
    "BONDGENO*": ["dmm-2031 key_points[0]", "rbz-2030 key_points[0]", "dmm-2031 sessions[0].topics[1]"],
    "oekraine": ["dmm-2031 sessions[0].topics[0]"],
    "carriere": ["rbz-2030 key_points[1]"],
    "CARRIÈRE een": ["rbz-2030 key_points[1]"],
    '"zo veel mogelijk hulp"': ["dmm-2031 key_points[1]"],
    '"mogelijk veel zo"': [],
    "steun oekraine": ["dmm-2031 sessions[0].topics[0]"],
    "de steun van een oekraine": ["dmm-2031 sessions[0].topics[0]"],
    "hulp en afschrikking": ["dmm-2031 key_points[1]", "dmm-2031 sessions[0].title"],
    "afschrikking begroting": [],
    "afschrikking hulp": ["dmm-2031 key_points[1]", "dmm-2031 sessions[0].title"],
    "bondgenoten NOT begroting": ["dmm-2031 sessions[0].topics[1]", "dmm-2031 key_points[0]"],
    "hulp OR begroting": ["dmm-2031 key_points[1]", "rbz-2030 key_points[0]"],
    "topics:steun": ["dmm-2031 sessions[0].topics[0]"],
    "title:steun": [],
    "title:raad bondgenoten": ["rbz-2030 key_points[0]", "rbz-2030 title"],
    "NEAR(hulp termijn, 2)": ["dmm-2031 key_points[1]"],
    "NEAR(hulp termijn, 1)": [],
    "427": ["dmm-2031 documents[0].ref"],
    "ruritanie": [],
    "geheime": [],
}


@pytest.mark.parametrize("text", CASES)
def test_search_finds_public_texts(text: str, root: Path) -> None:
    assert sorted(places(found(root, text))) == sorted(CASES[text])


@pytest.mark.parametrize("text", ["bondgenoot", "bondgenoten"])
def test_the_exact_form_comes_first(text: str, root: Path) -> None:
    hits = found(root, text)
    exact = [text in hit.found.text.lower().replace(".", "").split() for hit in hits]
    assert exact == sorted(exact, reverse=True)
    assert [hit.found.score for hit in hits] == sorted((hit.found.score for hit in hits), reverse=True)


def test_internal_search_finds_and_marks_withheld_texts(root: Path) -> None:
    hits = found(root, "ruritanie", internal=True)
    assert sorted(places(hits)) == ["dmm-2031 key_points[2]", "secret-2031 key_points[0]", "secret-2031 title"]
    assert all(hit.found.withheld for hit in hits)


def test_withheld_texts_do_not_change_public_scores(root: Path, tmp_path: Path) -> None:
    for name, text in MEETINGS.items():
        if name != "secret-2031":
            public = "\n".join(line for line in text.splitlines() if "geheime" not in line)
            (tmp_path / f"{name}.yaml").write_text(textwrap.dedent(public), encoding="utf-8")
    for text in CASES:
        assert [hit.found for hit in found(root, text)] == [hit.found for hit in found(tmp_path, text)]


def test_filters_narrow_the_results(root: Path) -> None:
    assert places(found(root, "bondgenoot", wanted=Filter(series="RBZ"))) == ["rbz-2030 key_points[0]"]
    assert places(found(root, "bondgenoot", wanted=Filter(body="eu"))) == ["rbz-2030 key_points[0]"]
    assert places(found(root, "bondgenoot", wanted=Filter(year=2030))) == ["rbz-2030 key_points[0]"]
    assert places(found(root, "bondgenoot", within="sessions")) == ["dmm-2031 sessions[0].topics[1]"]
    assert found(root, "begroting", within="title") == []


def test_hits_have_the_positions_of_their_words(root: Path) -> None:
    (hit,) = found(root, "steun oekraine")
    assert [hit.found.text[first:after] for first, after in hit.found.spans] == ["Steun", "Oekraïne"]


WORDS = st.sampled_from(
    [
        "Bondgenoten",
        "bondgenoot",
        "Oekraïne",
        "carrie\u0301re",
        "ÉÉN",
        "2%-norm",
        "B.V.",
        "ﬁnanciën",
        "straße",
        "x_y",
        "İ",
    ]
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=3)
QUERIES = st.recursive(
    WORDS.map(lambda word: word.replace(":", ""))
    | st.builds('"{} {}"'.format, WORDS, WORDS)
    | WORDS.map(lambda word: word[:3] + "*"),
    lambda inner: (
        st.builds("({} {} {})".format, inner, st.sampled_from(["AND", "OR", "NOT"]), inner)
        | st.builds("NEAR({} {}, 2)".format, WORDS, WORDS)
        | st.builds("title:{}".format, WORDS)
    ),
    max_leaves=4,
)


@given(st.lists(TEXTS, min_size=1, max_size=4), QUERIES)
@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_index_finds_what_a_full_scan_finds(
    tmp_path_factory: pytest.TempPathFactory, meetings: list[list[str]], text: str
) -> None:
    try:
        query = read_query(text)
    except UsageError:
        return
    root = tmp_path_factory.mktemp("agendas")
    expected = []
    for number, (title, *points) in enumerate(meetings):
        yaml = f"title: '{title}'\nwhen: unknown\nkey_points: {points!r}\n"
        (root / f"m{number}.yaml").write_text(yaml, encoding="utf-8")
        expected += [
            f"m{number} {each.where}" for each in matches(query, passages(redact(agenda_of(yaml)), labels=True))
        ]
    with open_index(source_of(root), for_search=True) as index:
        assert sorted(places(search(index, query)[0])) == sorted(expected)


def test_near_is_fast_in_a_text_that_repeats_the_words() -> None:
    text = "de man " * 2_000 + "huis " * 200 + "van " * 200 + "en " * 50 + "paard"
    begun = time.process_time()
    for distance, found in ((447, 0), (448, 1)):
        assert len(matches(read_query(f"NEAR(huis paard man van, {distance})"), [Passage("note", text)])) == found
    assert time.process_time() - begun < 5
