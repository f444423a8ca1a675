"""Comparing two lists: each entry is used exactly once, and similar entries are paired."""

import time
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from briefcli.views.compare import Entry, compare, differs


def _entries(*texts: str) -> list[Entry]:
    return [Entry(text, text, number) for number, text in enumerate(texts)]


def test_case_spaces_and_a_full_stop_make_no_difference() -> None:
    found = compare(_entries("Steun  aan Oekraïne."), _entries("steun aan Oekraïne"))
    assert not differs(found)
    assert len(found["same"]) == 1


def test_a_reworded_text_is_a_change_and_another_one_is_new() -> None:
    found = compare(
        _entries("Geen steun voor het voorstel", "Over de begroting"),
        _entries("Steun voor het voorstel", "Iets heel anders"),
    )
    assert [(old.text, new.text) for old, new in found["changed"]] == [
        ("Geen steun voor het voorstel", "Steun voor het voorstel")
    ]
    assert [each.text for (each,) in found["new"]] == ["Iets heel anders"]
    assert [each.text for (each,) in found["gone"]] == ["Over de begroting"]


def test_the_same_key_with_another_text_is_a_change() -> None:
    found = compare([Entry("Bijdrage 2031", "11", 0)], [Entry("Bijdrage 2031", "12.5", 0)])
    assert [(old.text, new.text) for old, new in found["changed"]] == [("11", "12.5")]


def test_an_id_counts_more_than_the_words() -> None:
    report = Entry("Verslag naar de Kamer", "1", 0, id="report")
    found = compare([report], [Entry("Agenda naar de Kamer", "2", 0, id="agenda")])
    assert (len(found["changed"]), len(found["new"]), len(found["gone"])) == (0, 1, 1)
    renamed = Entry("Brief over de uitkomst", "2", 1, id="report")
    found = compare([report], [Entry("Verslag naar de Kamer", "1", 0, id="other"), renamed])
    assert [new.shown for _, new in found["changed"]] == [1]


def test_different_kinds_are_never_paired_by_similarity() -> None:
    found = compare(
        [Entry("Brief naar de Kamer", "", 0, kind="letter")], [Entry("Debat naar de Kamer", "", 0, kind="debate")]
    )
    assert (len(found["same"]), len(found["new"]), len(found["gone"])) == (0, 1, 1)


def test_the_most_similar_texts_are_paired() -> None:
    found = compare(_entries("een twee drie vier"), _entries("een twee drie acht", "een twee drie vier vijf"))
    assert [new.text for _, new in found["changed"]] == ["een twee drie vier vijf"]


def test_long_lists_can_be_compared() -> None:
    before, after = (_entries(*(f"{each} {word} " * 20 for each in range(400))) for word in ("oud", "nieuw"))
    began = time.process_time()
    found = compare(before, after)
    assert time.process_time() - began < 3
    assert len(found["new"]) == len(found["gone"]) == 400


TEXTS = st.lists(st.text("abc .", max_size=12), max_size=8)


@given(TEXTS, TEXTS)
def test_each_entry_is_used_exactly_once(before: list[str], after: list[str]) -> None:
    found = compare(_entries(*before), _entries(*after))
    pairs = [*found["same"], *found["changed"]]
    olds = Counter([*(old.shown for old, _ in pairs), *(each.shown for (each,) in found["gone"])])
    news = Counter([*(new.shown for _, new in pairs), *(each.shown for (each,) in found["new"])])
    assert (olds, news) == (Counter(range(len(before))), Counter(range(len(after))))


@given(TEXTS)
def test_a_list_equals_itself(texts: list[str]) -> None:
    assert not differs(compare(_entries(*texts), _entries(*texts)))
