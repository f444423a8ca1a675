"""Each kind of item, merged into a file that has the same item, another one or a withheld one: nothing is lost."""

from typing import Any

import msgspec
import pytest
import yaml

from briefcli.domain.agenda import (
    Agenda,
    Commitment,
    Deadline,
    Document,
    Event,
    Figure,
    Question,
    Session,
    Withheld,
    plain,
)
from briefcli.domain.due import parse_due
from briefcli.domain.item import Marked
from briefcli.domain.vocabulary import NOT_READ
from briefcli.domain.when import parse_when
from briefcli.memo.imported import Imported
from briefcli.memo.merging import Merged, merge
from briefcli.memo.writing import write_agenda
from briefcli.reading.reader import read_agenda

DAY, OTHER_DAY = "2031-03-18", "2031-03-19"
WOO = "Woo 5.1.2b"

# For each kind: an item of the memo, one in other words, and the same one with another date or value
ITEMS: dict[str, tuple[Any, Any, Any]] = {
    "key_points": ("De raming is € 1,5 miljoen.", "De raming is € 15 miljoen.", None),
    "sessions": (
        Session(number=1, title="Vijvers", when=parse_when(DAY), topics=["Het riet"], position=["Wij snoeien."]),
        Session(number=1, title="Sluizen", when=parse_when(DAY), topics=["De kolk"]),
        Session(number=1, title="Vijvers", when=parse_when(OTHER_DAY)),
    ),
    "events": (
        Event(title="debat deel 1", kind="debate", when=parse_when(DAY)),
        Event(title="debat deel 2", kind="debate", when=parse_when(DAY)),
        Event(title="debat deel 1", kind="debate", when=parse_when(OTHER_DAY)),
    ),
    "deadlines": (
        Deadline(title="Kamerbrief deel 1", due=parse_due(DAY), owner="DWB", kind="letter"),
        Deadline(title="Kamerbrief deel 2", due=parse_due(DAY), owner="DWB", kind="letter"),
        Deadline(title="Kamerbrief deel 1", due=parse_due(OTHER_DAY), owner="DWB", kind="letter"),
    ),
    "documents": (
        Document(ref="28 676, nr. 427", date=parse_when(DAY), title="motie-Riet", kind="motion"),
        Document(ref="28 676, nr. 428", date=parse_when(DAY), title="motie-Riet", kind="motion"),
        Document(ref="kst-28676-427", date=parse_when(OTHER_DAY), title="motie-Riet"),
    ),
    "commitments": (
        Commitment(title="Brief over riet", ref="TZ203103-001", due=parse_due(DAY)),
        Commitment(title="Brief over riet", ref="TZ203103-002", due=parse_due(DAY)),
        Commitment(title="Brief over riet", ref="TZ203103-001", due=parse_due(OTHER_DAY)),
    ),
    "questions": (
        Question(question="Hoe hoog staat het water?", answer="Hoog."),
        Question(question="Hoe laag staat het water?", answer="Laag."),
        Question(question="Hoe hoog staat het water?", answer="Heel hoog."),
    ),
    "figures": (
        Figure(what="dijken", amount=5, unit="miljoen euro", year=2031),
        Figure(what="bruggen", amount=5, unit="miljoen euro", year=2031),
        Figure(what="dijken", amount=6, unit="miljoen euro", year=2031),
    ),
    "withheld": (Withheld(text="Bod 1.", ground=WOO), Withheld(text="Bod 2.", ground=WOO), None),
}
DATED = sorted(kind for kind, (_, _, other) in ITEMS.items() if other is not None)


def imported(kind: str = "", *items: Any, **fields: Any) -> Imported:
    agenda = Agenda(title="Vijverraad", when=parse_when(DAY), **fields)
    if kind:
        setattr(agenda, kind, list(items))
    return Imported("vijverraad", agenda)


def with_mark(item: Any, ground: str) -> Any:
    item = Marked(text=item) if isinstance(item, str) else item
    return msgspec.structs.replace(item, public=False, ground=ground)


def said(merged: Merged, *, internal: bool) -> str:
    """Everything that the command prints about a merge."""
    told = [*merged.added, *merged.left_out, *merged.differing]
    return "\n".join(each.shown(internal=internal) for each in told if internal or not each.withheld)


def leaves(value: Any) -> list[str]:
    """Every single value in plain data, except for the marks."""
    if isinstance(value, dict):
        return [leaf for name, each in value.items() if name not in {"public", "ground"} for leaf in leaves(each)]
    return [leaf for each in value for leaf in leaves(each)] if isinstance(value, list) else [str(value)]


def values_of(kind: str, item: Any) -> list[str]:
    """The values of an item, without the number of a paper, which can be written in several ways."""
    data = plain(item)
    return leaves({name: each for name, each in data.items() if name != "ref"} if isinstance(data, dict) else data)


def merged_into(file: str, memo: Imported) -> Merged:
    """Merge, and check that a second merge changes nothing and that the result is a valid agenda."""
    merged = merge(file, memo)
    again = merge(merged.text, memo)
    assert (again.text, again.added) == (merged.text, [])
    assert not [each for each in read_agenda("a.yaml", merged.text.encode()).diagnostics if each.severity == "error"]
    return merged


@pytest.mark.parametrize("kind", ITEMS)
def test_an_item_that_the_file_has_changes_nothing(kind: str) -> None:
    memo = imported(kind, ITEMS[kind][0])
    file = write_agenda(memo)
    merged = merged_into(file, memo)
    assert merged.text == file
    assert said(merged, internal=True) == ""


@pytest.mark.parametrize("kind", ITEMS)
def test_an_item_in_other_words_is_added_as_withheld(kind: str) -> None:
    item, other, _ = ITEMS[kind]
    merged = merged_into(write_agenda(imported(kind, other)), imported(kind, item))
    found = yaml.safe_load(merged.text)[kind]
    assert len(found) == 2
    assert set(values_of(kind, item)) <= set(leaves(found[1]))
    assert found[1].get("public", kind != "withheld") is False
    assert [each.field for each in merged.added] == [kind]


@pytest.mark.parametrize("kind", DATED)
def test_an_item_with_another_date_or_value_is_added_or_reported(kind: str) -> None:
    item, _, other = ITEMS[kind]
    file = write_agenda(imported(kind, other))
    merged = merged_into(file, imported(kind, item))
    all_of_it = f"{leaves(yaml.safe_load(merged.text))} {said(merged, internal=True)}"
    assert [each for each in values_of(kind, item) if each not in all_of_it] == []
    assert said(merged, internal=False)
    assert all(line in merged.text.splitlines() for line in file.splitlines())


@pytest.mark.parametrize("kind", DATED)
@pytest.mark.parametrize("is_unread", [False, True])
def test_differences_from_a_withheld_item_are_reported_only_internally(kind: str, *, is_unread: bool) -> None:
    item, _, other = ITEMS[kind]
    mark = {"public": False, "ground": NOT_READ} if is_unread else {}
    merged = merged_into(write_agenda(imported(kind, with_mark(other, WOO), **mark)), imported(kind, item))
    public = [each for each in (*merged.differing, *merged.left_out) if not each.withheld]
    assert public == []
    assert said(merged, internal=True)


@pytest.mark.parametrize("kind", ITEMS)
@pytest.mark.parametrize("file", ["", "same", "other"])
def test_an_item_withheld_in_the_memo_is_added_as_withheld(kind: str, file: str) -> None:
    item, other, _ = ITEMS[kind]
    there = {"": (), "same": (with_mark(item, WOO),), "other": (other,)}[file]
    merged = merged_into(write_agenda(imported(kind, *there)), imported(kind, with_mark(item, WOO)))
    found = yaml.safe_load(merged.text)[kind]
    assert [each for each in found if isinstance(each, dict) and each.get("ground") == WOO]
    assert not [each for each in found if isinstance(each, dict) and each.get("ground") == NOT_READ]
    assert file != "other" or kind not in said(merged, internal=False)


@pytest.mark.parametrize("kind", sorted(ITEMS.keys() - {"withheld"}))
def test_a_public_item_that_the_memo_withholds_is_reported(kind: str) -> None:
    item = ITEMS[kind][0]
    file = write_agenda(imported(kind, item))
    merged = merged_into(file, imported(kind, with_mark(item, WOO)))
    assert merged.text == file
    assert said(merged, internal=True) == f"{kind}[0]: public there, not public in the memo"


@pytest.mark.parametrize("kind", DATED)
def test_fields_missing_in_the_file_are_added_or_reported(kind: str) -> None:
    item = ITEMS[kind][0]
    bare = type(item)(**{item.headline: getattr(item, item.headline)})
    merged = merged_into(write_agenda(imported(kind, bare)), imported(kind, item))
    all_of_it = f"{leaves(yaml.safe_load(merged.text))} {said(merged, internal=True)}"
    assert [each for each in values_of(kind, item) if each not in all_of_it] == []


def test_two_items_with_the_same_name_are_both_kept() -> None:
    rows = [
        Deadline(title="Kamerbrief", due=parse_due(DAY), owner="DWB"),
        Deadline(title="Kamerbrief", due=parse_due(OTHER_DAY), owner="DGW"),
    ]
    merged = merged_into("title: t\nwhen: unknown\ndeadlines:\n  - title: Anders\n", imported("deadlines", *rows))
    assert [each["title"] for each in yaml.safe_load(merged.text)["deadlines"]] == [
        "Anders",
        "Kamerbrief",
        "Kamerbrief",
    ]


def test_an_unconfirmed_date_differs_from_a_confirmed_one() -> None:
    file = "title: t\nwhen: unknown\nevents:\n  - title: Debat\n    when: 2031-03-18\n"
    merged = merged_into(file, imported("events", Event(title="Debat", when=parse_when(f"{DAY}?"))))
    assert said(merged, internal=True).splitlines()[-1] == f"events[0].when: {DAY} there, {DAY}? in the memo"


def test_texts_of_a_withheld_memo_are_added_with_its_ground() -> None:
    file = write_agenda(imported(public=False, ground=NOT_READ))
    secret = imported("key_points", "Het bod is hoog.", public=False, ground="VERTROUWELIJK", status="moved")
    merged = merged_into(file, secret)
    assert yaml.safe_load(merged.text)["key_points"] == [
        {"text": "Het bod is hoog.", "public": False, "ground": "VERTROUWELIJK"}
    ]
    assert said(merged, internal=True).splitlines() == ["key_points", "status: moved"]


def test_fields_that_cannot_be_withheld_are_reported() -> None:
    merged = merged_into("title: t\nwhen: 2031-03-18\n", imported(status="cancelled", moved_to=parse_when(OTHER_DAY)))
    assert said(merged, internal=True).splitlines() == ["moved_to: 2031-03-19", "status: cancelled"]


def test_nothing_is_reported_publicly_about_a_withheld_agenda() -> None:
    file = "title: t\nwhen: 2031-03-18\ndeadlines:\n  - title: Brief\n    due: 2031-03-01\npublic: false\nground: Woo\n"
    merged = merged_into(file, imported("deadlines", Deadline(title="Brief", due=parse_due(DAY))))
    assert said(merged, internal=False) == ""
    assert "2031-03-01 there" in said(merged, internal=True)


def test_a_check_comment_is_written_above_the_added_field() -> None:
    memo = imported("events", Event(title="Diner"), Event(title="Debat", when=parse_when(DAY)))
    memo.check("events[1].when", "the year is a guess")
    merged = merged_into("title: t\nwhen: unknown\nevents:\n  - title: Diner\n", memo)
    assert "  - title: Debat\n    # check: the year is a guess\n    when: 2031-03-18\n" in merged.text
    merged = merged_into("title: t\nwhen: unknown\n", memo)
    assert "  - title: Debat\n    # check: the year is a guess\n    when: 2031-03-18\n" in merged.text


def test_each_list_of_items_is_in_the_matrix() -> None:
    agenda = Agenda(title="", when=parse_when(DAY))
    lists = {name for name in Agenda.__struct_fields__ if isinstance(getattr(agenda, name), list)}
    assert lists - ITEMS.keys() == {"summary", "decision", "leads_to", "drops", "speaking", "consulted", "unplaced"}
