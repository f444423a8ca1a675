"""Which rhythm applies to which meeting, and how an agenda overrides or drops its items."""

from briefcli.domain.agenda import Agenda, Deadline, Event
from briefcli.domain.due import parse_due
from briefcli.domain.redaction import inherited_in_public, redact
from briefcli.domain.rhythm import Expected, Rhythm, inherited
from briefcli.domain.when import parse_when

LETTER = Expected(id="annotated-agenda", title="Brief", due=parse_due("14 days before meeting"))
DEBATE = Expected(id="cd", title="Debat", due=parse_due("7 days before meeting"), kind="debate", happens=True)
REPORT = Expected(id="report", title="Verslag", due=parse_due("10 days after meeting"))
COUNCIL = Rhythm(name="council", kinds=("council",), expects=(LETTER, DEBATE, REPORT))


def _agenda(**fields: object) -> Agenda:
    given = {"title": "Raad", "when": parse_when("2023-06-15"), "kind": "council", "series": "rbz", **fields}
    return Agenda(**given)  # type: ignore[arg-type]


def _ids(agenda: Agenda, *rhythms: Rhythm) -> list[str]:
    return [each.item.id for each in inherited(agenda, rhythms)]


def test_a_meeting_of_the_kind_inherits_all_items() -> None:
    assert _ids(_agenda(), COUNCIL) == ["annotated-agenda", "cd", "report"]
    assert _ids(_agenda(kind="Council"), COUNCIL) == ["annotated-agenda", "cd", "report"]


def test_a_rhythm_applies_only_if_all_its_conditions_fit() -> None:
    assert _ids(_agenda(kind="summit"), COUNCIL) == []
    narrow = Rhythm(name="x", kinds=("council",), bodies=("EU",), expects=(LETTER,))
    assert _ids(_agenda(), narrow) == []
    assert _ids(_agenda(body="EU"), narrow) == ["annotated-agenda"]
    assert _ids(_agenda(body="Europese Unie"), narrow) == ["annotated-agenda"]  # another name of the same body
    assert _ids(_agenda(kind=None, series=None), Rhythm(name="all", expects=(LETTER,))) == ["annotated-agenda"]


def test_a_series_replaces_and_drops_items_of_its_kind() -> None:
    sooner = Expected(id="Annotated agenda", title="Brief", due=parse_due("10 days before meeting"))
    series = Rhythm(name="rbz", series=("rbz",), expects=(sooner,), drops=("report",))
    for order in ((COUNCIL, series), (series, COUNCIL)):
        found = {each.item.id: each for each in inherited(_agenda(), order)}
        assert found.keys() == {"Annotated agenda", "cd"}
        assert found["Annotated agenda"].rhythm == "rbz"
        assert found["cd"].rhythm == "council"


def test_an_agenda_overrides_items_by_id_and_events_by_kind() -> None:
    written = Deadline(title="Brief", id="annotated agenda", due=parse_due("2023-06-05"))
    assert _ids(_agenda(deadlines=[written]), COUNCIL) == ["cd", "report"]
    assert _ids(_agenda(events=[Event(title="CD", kind="Debate")]), COUNCIL) == ["annotated-agenda", "report"]
    assert _ids(_agenda(events=[Event(title="Verslag", id="report")]), COUNCIL) == ["annotated-agenda", "cd"]
    consultation = Event(title="SO", kind="written consultation")
    assert _ids(_agenda(events=[consultation]), COUNCIL) == ["annotated-agenda", "report"]
    assert _ids(_agenda(deadlines=[Deadline(title="x", kind="debate")]), COUNCIL) == [
        "annotated-agenda",
        "cd",
        "report",
    ]


def test_an_agenda_can_drop_inherited_items() -> None:
    assert _ids(_agenda(drops=["report", "Annotated Agenda"]), COUNCIL) == ["cd"]


def test_a_withheld_event_overrides_only_internally() -> None:
    agenda = _agenda(events=[Event(title="Besloten debat", kind="debate", public=False, when=parse_when("2023-06-02"))])
    assert _ids(agenda, COUNCIL) == ["annotated-agenda", "report"]
    public = inherited_in_public(redact(agenda), (COUNCIL,))
    other = redact(_agenda(events=[Event(title="Ontbijt", public=False)]))
    assert public == inherited_in_public(other, (COUNCIL,))
    assert [each.item.id for each in public] == _ids(_agenda(), COUNCIL)


def test_a_withheld_meeting_inherits_nothing_in_public() -> None:
    assert inherited_in_public(redact(_agenda(public=False)), (COUNCIL,)) == ()
