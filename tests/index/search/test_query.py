"""Search queries are parsed as they are meant, and queries that cannot be parsed are explained."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import any_text

from briefcli.errors import UsageError
from briefcli.index.search.hits import expression_of
from briefcli.index.search.query import And, Near, Not, Or, Query, Term, read_query


def word(text: str, stem: str | None = None, **more: object) -> Term:
    return Term((text,), stem=stem or text, **more)  # type: ignore[arg-type]


NAVO, STEUN, TOP = word("navo"), word("steun"), word("top")
TITLE = frozenset({"title"})

READ: dict[str, Query] = {
    "navo": NAVO,
    "  NAVO  ": NAVO,
    "navo steun": And((NAVO, STEUN)),
    "navo AND steun": And((NAVO, STEUN)),
    "navo and steun": And((NAVO, STEUN)),
    "navo en de steun": And((NAVO, STEUN)),
    "de navo": NAVO,
    "van de": And((word("van"), word("de"))),
    '"de" navo': And((Term(("de",)), NAVO)),
    "navo OR steun top": Or((NAVO, And((STEUN, TOP)))),
    "(navo OR steun) top": And((Or((NAVO, STEUN)), TOP)),
    "navo NOT steun top": And((Not(NAVO, (STEUN,)), TOP)),
    "navo NOT (steun OR top)": Not(NAVO, (Or((STEUN, TOP)),)),
    "navo" + " NOT steun" * 900: Not(NAVO, (STEUN,) * 900),
    "navo" + " -steun" * 1_400: Not(NAVO, (STEUN,) * 1_400),
    "title:" * 1_600 + "navo": Term(("navo",), stem="navo", fields=TITLE),
    "bondgenoten": Term(("bondgenoten",), stem="bondnoot"),
    "Oekraïne": word("oekraine"),
    '"zo veel mogelijk"': Term(("zo", "veel", "mogelijk")),
    "“zo veel”": Term(("zo", "veel")),
    '"navo"': Term(("navo",)),
    "defens*": Term(("defens",), prefix=True),
    '"zo veel mog*"': Term(("zo", "veel", "mog"), prefix=True),
    "2%-norm": Term(("2", "norm")),
    "28676-427": Term(("28676", "427")),
    "title:navo": Term(("navo",), stem="navo", fields=TITLE),
    'title:"navo top"': Term(("navo", "top"), fields=TITLE),
    "title:(navo OR top) steun": And(
        (Or((word("navo", fields=TITLE), word("top", fields=TITLE))), STEUN),
    ),
    "points:navo": word("navo", fields=frozenset({"points", "key_points"})),
    "NEAR(navo steun)": Near((NAVO, STEUN), 10),
    'NEAR(navo "zo veel", 3)': Near((NAVO, Term(("zo", "veel"))), 3),
    "navo:": NAVO,
}


def test_queries_are_parsed_as_they_are_meant() -> None:
    for text, meant in READ.items():
        assert read_query(text) == meant


REFUSED = {
    "": "there is nothing to search for",
    "  ": "there is nothing to search for",
    '"navo': "a quote is opened and never closed",
    '""': "there is no word to search for between the quotes",
    "(navo": "a bracket is opened and never closed",
    "navo)": "this closes a bracket that was never opened",
    "()": "there is nothing before this “)”",
    "navo AND": "something is missing after “AND”",
    "OR navo": "OR needs something before and after it",
    "navo OR OR steun": "OR needs something before and after it",
    "NOT navo": "NOT needs something before and after it",
    "%": "“%” holds no word to search for",
    "titel:navo": "there is no field “titel”",
    "https://navo.int": "there is no field “https”",
    "title:": "something is missing after “title:”",
    "NEAR(navo)": "NEAR needs two words or more",
    "NEAR(navo steun": "a bracket is opened and never closed",
    "NEAR(navo (steun))": "in NEAR( ) only words and phrases can stand",
    "(" * 60 + "navo" + ")" * 60: "too many brackets",
    "a " * 6000: "this is too long to search for",
}


def test_invalid_queries_are_explained() -> None:
    for text, said in REFUSED.items():
        with pytest.raises(UsageError) as refused:
            read_query(text)
        assert str(refused.value) == said
        assert refused.value.hint, text


def test_an_unknown_field_suggests_the_nearest() -> None:
    with pytest.raises(UsageError) as refused:
        read_query("titel:navo")
    assert "title" in (refused.value.hint or "")


@given(st.text(alphabet=st.sampled_from("abé \"()*:-“”ANDORT\x00\n;'%,0"), max_size=40) | any_text(max_size=40))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    try:
        query = read_query(text)
    except UsageError:
        return
    assert expression_of(query)


def test_excluded_words_do_not_affect_the_ranking() -> None:
    assert "navo" in expression_of(read_query("navo NOT steun"))
    assert "steun" not in expression_of(read_query("navo NOT steun"))
