"""Checks across agendas: circles, conflicting dates, and references to meetings that do not exist."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.reading.codes_page import TODAY

from briefcli.index.checks.across import Lead, _circles, concerns
from briefcli.workspace import Workspace

EDGES = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")), unique=True, max_size=20)


def leads(edges: list[tuple[str, str]]) -> list[Lead]:
    return [Lead(one, f"{one}.yaml", f"leads_to[{number}]", other) for number, (one, other) in enumerate(edges)]


def has_circle(edges: list[tuple[str, str]]) -> bool:
    """Whether any edges are left after repeatedly removing those that lead nowhere."""
    left = set(edges)
    while ends := {edge for edge in left if not any(edge[1] == other[0] for other in left)}:
        left -= ends
    return bool(left)


@given(EDGES)
def test_circles_are_found_if_there_are_any(edges: list[tuple[str, str]]) -> None:
    found = list(_circles(leads(edges)))
    assert bool(found) == has_circle(edges)
    closing = {(each.path, each.where) for each in found}
    rest = [lead for lead in leads(edges) if (lead.path, lead.where) not in closing]
    assert not list(_circles(rest))


def test_a_long_chain_is_no_circle() -> None:
    assert list(_circles(leads([(str(n), str(n + 1)) for n in range(5_000)]))) == []


def folder(root: Path, **files: str) -> list[tuple[str, str, str]]:
    for name, text in files.items():
        (root / f"{name}.yaml").write_text(f"title: T\nwhen: 2025-06-15\n{text}\n", encoding="utf-8")
    with Workspace(root=root, shown_as="agendas", internal=False, today=TODAY).open_index() as index:
        return [(each.path, each.where, each.message) for each in concerns(index, TODAY)]


def test_dates_that_can_agree_are_no_conflict(tmp_path: Path) -> None:
    one = "documents: [{ref: 'kst-28676-427', date: 2023-03-09}]"
    other = "documents: [{ref: '28 676, nr. 427', date: 2023-03}]"
    assert folder(tmp_path, a=one, b=other) == []


def test_each_conflicting_date_names_the_others(tmp_path: Path) -> None:
    text = "documents: [{{ref: 'kst-28676-427', date: {}}}]"
    found = folder(tmp_path, a=text.format("2023-03-09"), b=text.format("2023-03-10"), c=text.format("2023-03-10"))
    assert [(path, where) for path, where, _ in found] == [
        (f"{name}.yaml", "documents[0].date") for name in ("a", "b", "c")
    ]
    assert found[0][2] == "kst-28676-427 is dated 2023-03-09 here, but 2023-03-10 in b, c"


def test_a_conflict_within_one_agenda_is_found(tmp_path: Path) -> None:
    text = "documents: [{ref: 'kst-28676-427', date: 2023-03-09}, {ref: 'kst-28676-427', date: 2023-03-10}]"
    assert [where for _, where, _ in folder(tmp_path, a=text)] == ["documents[0].date", "documents[1].date"]


def test_a_meeting_that_leads_to_itself_is_a_circle(tmp_path: Path) -> None:
    assert folder(tmp_path, a="leads_to: a") == [("a.yaml", "leads_to[0]", "this leads back to where it began: a → a")]


def test_a_link_to_an_unknown_agenda_is_reported(tmp_path: Path) -> None:
    library_says = folder(tmp_path, raad="leads_to: topp", top="")
    assert [(path, message) for path, _, message in library_says] == [("raad.yaml", "there is no agenda “topp”")]
    with Workspace(root=tmp_path, shown_as="agendas", internal=False, today=TODAY).open_index() as index:
        assert [each.hint for each in concerns(index, TODAY)] == ["did you mean “top”?"]


def test_of_two_files_with_one_id_the_one_with_the_mistake_is_named(tmp_path: Path) -> None:
    for name, more in (("a", ""), ("b", "commitments: [{title: Brief, carried_from: nergens}]\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "raad.yaml").write_text(f"title: T\nwhen: 2025-06-15\n{more}", encoding="utf-8")
    found = [(path, where) for path, where, _ in folder(tmp_path) if where]
    assert found == [("b/raad.yaml", "commitments[0].carried_from")]


def test_a_file_that_continues_the_name_of_the_same_meeting_is_a_copy(tmp_path: Path) -> None:
    found = folder(tmp_path, **{"dmm-06": "", "dmm-06-MIN00123": "", "dmm-06 v2": "", "dmm-061": "", "dmm-07": ""})
    message = "this seems to be a copy of dmm-06.yaml; both count in every answer"
    assert sorted(found) == [("dmm-06 v2.yaml", "", message), ("dmm-06-MIN00123.yaml", "", message)]


def test_a_meeting_with_another_title_or_date_is_no_copy(tmp_path: Path) -> None:
    (tmp_path / "dmm-06.yaml").write_text("title: T\nwhen: 2025-06-16\n", encoding="utf-8")
    (tmp_path / "dmm-06-extra-b.yaml").write_text("title: U\nwhen: 2025-06-15\n", encoding="utf-8")
    for name, title in (("top", "U"), ("top-zomer", "V")):  # two that look the same in public, and two without a day
        (tmp_path / f"{name}.yaml").write_text(f"title: {title}\nwhen: 2025-06-15\nwithheld: true\n", encoding="utf-8")
        (tmp_path / f"raad-{name}.yaml").write_text("title: Raad\nwhen: 2025-06\n", encoding="utf-8")
    assert folder(tmp_path, **{"dmm-06-extra": ""}) == []
