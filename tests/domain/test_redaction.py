from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from tests.agendas import agenda_of
from tests.strategies import SECRET_YEARS, Planted, planted_agendas

from briefcli.domain.agenda import (
    Agenda,
    Commitment,
    Considerations,
    Deadline,
    Decision,
    Document,
    Event,
    Figure,
    Session,
    Withheld,
    plain,
)
from briefcli.domain.anchors import anchor_dates
from briefcli.domain.due import parse_due, resolve
from briefcli.domain.item import Item, Marked, marker
from briefcli.domain.redaction import has_withheld, redact
from briefcli.domain.when import When, parse_when
from briefcli.domain.workdays import Calendar

DAY = parse_when("2031-03-01")
WORD = "GEHEIM"
HIDDEN_MARK: dict[str, Any] = {"public": False, "ground": "Woo 5.1.2e"}
CALENDAR = Calendar()


def _agenda(**fields: Any) -> Agenda:
    return msgspec.structs.replace(Agenda(title="Overleg", when=DAY), **fields)


def _with_due(agenda: Agenda) -> list[Deadline | Commitment]:
    return [*agenda.deadlines, *agenda.commitments]


def _everything_of(kind: type[Item], *, hidden: bool = True) -> Item:
    """One record with a secret in every field that can hold one."""
    secrets: dict[type[Item], dict[str, Any]] = {
        Decision: {"text": WORD, "given": True},
        Session: {"number": 7, "title": WORD, "kind": WORD, "when": DAY, "status": None, "topics": [WORD]},
        Considerations: {"political": [WORD], "legal": [WORD, Marked(text=WORD)]},
        Figure: {"what": WORD, "year": 2031, "period": WORD, "amount": 7.5, "unit": WORD, "source": WORD},
        Document: {"ref": WORD, "date": DAY, "kind": WORD, "title": WORD, "note": Marked(text=WORD)},
        Event: {"id": WORD, "title": WORD, "kind": WORD, "when": DAY, "place": WORD, "note": WORD},
        Deadline: {"id": WORD, "title": WORD, "due": parse_due("2031-03-01"), "owner": WORD, "done": True},
        Commitment: {"title": WORD, "ref": WORD, "made": DAY, "by": WORD, "to": WORD, "owner": WORD},
        Withheld: {"text": WORD},
    }
    return kind(**secrets[kind], **(HIDDEN_MARK if hidden else {"public": True}))


PLACES = [
    ("decision", Decision, "text"),
    ("sessions", Session, "title"),
    ("figures", Figure, "what"),
    ("documents", Document, "title"),
    ("events", Event, "title"),
    ("deadlines", Deadline, "title"),
    ("commitments", Commitment, "title"),
    ("withheld", Withheld, "text"),
]


@pytest.mark.parametrize(("field", "kind", "headline"), PLACES)
def test_only_the_ground_of_a_withheld_item_is_left(field: str, kind: type[Item], headline: str) -> None:
    agenda = _agenda(**{field: [_everything_of(kind), _everything_of(kind, hidden=False)]})
    hidden, shown = getattr(redact(agenda), field)
    assert plain(hidden) == {headline: "[withheld: Woo 5.1.2e]", "ground": "Woo 5.1.2e", "public": False}
    assert shown == _everything_of(kind, hidden=False)
    assert has_withheld(agenda)


def test_withheld_considerations_become_a_single_mark() -> None:
    public = redact(_agenda(considerations=_everything_of(Considerations)))
    assert plain(public.considerations) == {
        "public": False,
        "ground": "Woo 5.1.2e",
        "political": [marker("Woo 5.1.2e")],
    }


def test_a_withheld_text_becomes_its_mark_in_every_field() -> None:
    hidden = Marked(text=WORD, public=False, ground="Woo 5.1.2e")
    agenda = _agenda(
        title=hidden,
        place=Marked(text=WORD, public=False),
        summary=["open", hidden],
        sessions=[Session(title="Sessie", position=[hidden])],
        considerations=Considerations(legal=[hidden]),
        deadlines=[Deadline(title="Brief", owner=hidden)],
    )
    public = redact(agenda)
    mark = "[withheld: Woo 5.1.2e]"
    assert (public.title, public.place, public.summary) == (mark, "[withheld]", ["open", mark])
    assert public.sessions[0].position == [mark]
    assert public.considerations == Considerations(legal=[mark])
    assert public.deadlines[0].owner == mark


def test_an_event_with_a_withheld_title_loses_its_ids() -> None:
    secret = Marked(text="GEHEIM", public=False)
    agenda = _agenda(
        events=[Event(title=secret, id="geheim", official="2031A00001", kind="debate")],
        deadlines=[Deadline(title="Nota", due=parse_due("2 days before geheim"))],
    )
    public = redact(agenda)
    assert public.events == [Event(title="[withheld]", kind="debate")]
    assert public.deadlines[0].due == parse_due("unknown")
    assert agenda.events[0].id == "geheim"


def test_a_marked_but_public_text_is_unchanged() -> None:
    shown = Marked(text="open", ground="Woo 5.1.2e")
    agenda = _agenda(summary=[shown], withheld=[Withheld(text="wat er niet staat", public=True)])
    assert redact(agenda) == agenda
    assert not has_withheld(agenda)


def test_only_the_ground_of_a_withheld_agenda_is_left() -> None:
    agenda = _agenda(title=WORD, series=WORD, summary=[WORD], public=False, ground="Woo 5.1.2e")
    assert plain(redact(agenda)) == {
        "public": False, "ground": "Woo 5.1.2e", "title": "[withheld: Woo 5.1.2e]", "when": "unknown",
    }  # fmt: skip


def test_redacting_does_not_change_the_internal_agenda() -> None:
    agenda = agenda_of(
        """
        title: Overleg
        when: 2031-03-15
        events: [{title: Debat, kind: debate, when: 2031-03-08, public: false}]
        deadlines: [{title: Brief, due: before debate}]
        """
    )
    before = msgspec.json.encode(agenda)
    redact(agenda)
    assert msgspec.json.encode(agenda) == before


@pytest.mark.parametrize(
    "due", ["before debate", "5 workdays before debate", "on debate-2", "after debate", "the friday before debate-2"]
)
def test_a_due_date_counted_from_a_withheld_event_is_unknown(due: str) -> None:
    agenda = agenda_of(
        f"""
        title: Overleg
        when: 2031-03-15
        events: [{{id: debate-2, title: Debat, kind: debate, when: 2031-03-08, public: false}}]
        deadlines: [{{title: Brief, due: {due}}}]
        commitments: [{{title: Toezegging, due: {due}}}]
        """
    )
    public = redact(agenda)
    assert len(_with_due(public)) == 2
    for item in _with_due(public):
        assert item.due is not None
        assert (item.due.text, item.due.when) == ("unknown", When.unknown())


def test_a_due_date_counted_indirectly_from_withheld_events_is_unknown() -> None:
    agenda = agenda_of(
        """
        title: Overleg
        when: 2031-03-15
        events: [{title: Debat, kind: debate, when: 2031-03-08, public: false}]
        deadlines:
          - {title: Memo, due: 3 days before letter}
          - {id: letter, title: Brief, due: 1 week before debate}
        """
    )
    public = redact(agenda)
    dates = anchor_dates(public, CALENDAR)
    assert [resolve(each.due, dates, CALENDAR) for each in public.deadlines] == [When.unknown(), When.unknown()]


def test_a_due_date_with_an_anchor_of_brief_toml_is_kept() -> None:
    item = Deadline(title="Nota", due=parse_due("3 days before report"))
    agenda = _agenda(deadlines=[item], key_points=[Marked(text=WORD, **HIDDEN_MARK)])
    assert redact(agenda).deadlines == [item]


@pytest.mark.parametrize("hidden_one", [0, 1])
def test_due_dates_count_from_the_public_one_of_two_debates(hidden_one: int) -> None:
    agenda = agenda_of(
        """
        title: Overleg
        when: 2031-03-15
        events:
          - {title: Eerste debat, kind: debate, when: 2031-03-08}
          - {title: Tweede debat, kind: debate, when: 2031-03-10}
        deadlines: [{title: Brief, due: 1 day before debate}]
        """
    )
    agenda.events[hidden_one].public = False
    public = redact(agenda)
    due = resolve(public.deadlines[0].due, anchor_dates(public, CALENDAR), CALENDAR)
    assert due.first == date(2031, 3, 7 if hidden_one else 9)


@pytest.mark.parametrize("hidden", ["kind: debate", "kind: visit", "id: debate", "when: 2031-03-01"])
def test_public_due_dates_do_not_depend_on_withheld_events(hidden: str) -> None:
    agenda = agenda_of(
        f"""
        title: Overleg
        when: 2031-03-15
        events:
          - {{title: Besloten, {hidden}, public: false}}
          - {{title: Debat, kind: debate, when: 2031-03-10}}
        deadlines: [{{title: Brief, due: 1 day before debate}}, {{title: Memo, due: before visit}}]
        """
    )
    public = redact(agenda)
    assert [str(each.due) for each in public.deadlines] == ["1 day before debate", "unknown"]


def test_the_id_of_an_incomplete_withheld_event_is_hidden() -> None:
    agenda = agenda_of(
        """
        title: Overleg
        when: 2031-03-15
        events: [{id: geheim-overleg, when: 2031-03-08, public: false}]
        deadlines: [{title: Brief, due: before geheim-overleg}]
        """
    )
    assert has_withheld(agenda)
    assert "geheim" not in msgspec.json.encode(redact(agenda)).decode()


@given(planted_agendas(withheld_as_a_whole=True))
def test_redacting_removes_all_secrets_and_keeps_public_texts(planted: Planted) -> None:
    agenda = agenda_of(planted.text)
    public = msgspec.json.encode(redact(agenda)).decode()
    assert [each for each in planted.secrets if each in public] == []
    assert [each for each in planted.publics if each not in public] == []
    assert has_withheld(agenda) or not planted.secrets
    assert redact(redact(agenda)) == redact(agenda)


@given(planted_agendas())
def test_redacting_removes_all_withheld_dates(planted: Planted) -> None:
    public = redact(agenda_of(planted.text))
    assert not any(str(year) in str(plain(public)) for year in SECRET_YEARS)
    dates = [resolve(each.due, anchor_dates(public, CALENDAR), CALENDAR) for each in _with_due(public)]
    assert not any(when.first and when.first.year in SECRET_YEARS for when in dates)


def test_repetitions_of_a_withheld_sentence_are_withheld() -> None:
    public = redact(
        agenda_of(
            """\
            title: Raad
            when: 2031-03-17
            key_points:
              - {text: Wij geven hoogstens 4 miljoen euro. Meer niet., public: false, ground: x}
              - Wij geven hoogstens iets.
              - Wij geven hoogstens 4 miljoen euro.
            figures:
              - {what: Wij geven hoogstens 4 miljoen euro., amount: 4}
              - {what: Ons deel, amount: 5}
            deadlines:
              - {title: Nota, due: 2031-03-01, note: Let op. WIJ geven hoogstens 4 miljoen euro}
            """
        )
    )
    assert public.key_points == ["[withheld: x]", "Wij geven hoogstens iets.", "[withheld]"]
    assert [(each.what, each.amount) for each in public.figures] == [("[withheld]", None), ("Ons deel", 5)]
    assert (public.deadlines[0].title, public.deadlines[0].note) == ("Nota", "[withheld]")
    assert redact(public) == public


def test_a_short_withheld_text_may_be_public_elsewhere() -> None:
    agenda = agenda_of(
        """\
        title: Raad
        when: 2031-03-17
        key_points: [{text: Zie nr. 4 daarover., public: false, ground: x}, Zie nr. 4 daarover.]
        """
    )
    assert redact(agenda).key_points[1] == "Zie nr. 4 daarover."
