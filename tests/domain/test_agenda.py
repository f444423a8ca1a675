from typing import Any

import msgspec
import yaml
from hypothesis import assume, given
from tests.agendas import agenda_of
from tests.strategies import Planted, planted_agendas

from briefcli.domain.agenda import Agenda, Considerations, Deadline, Decision, Figure, Session, Withheld, plain
from briefcli.domain.due import parse_due
from briefcli.domain.item import Marked
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import parse_when

DAY = parse_when("2031-03-01")
_MARKS = ("public", "ground")


def test_plain_data_has_set_fields_only_and_dates_as_text() -> None:
    agenda = Agenda(
        title="Raad",
        when=parse_when("2031-03-01?"),
        status=Status.MOVED,
        sessions=[Session(number=1, when=parse_when("2031-W10"))],
        deadlines=[Deadline(title=Marked(text="Brief"), due=parse_due("5 workdays  before meeting"))],
        leads_to=["top"],
    )
    assert plain(agenda) == {
        "title": "Raad",
        "when": "2031-03-01?",
        "status": "moved",
        "leads_to": ["top"],
        "sessions": [{"number": 1, "when": "2031-W10"}],
        "deadlines": [{"title": {"text": "Brief"}, "due": "5 workdays before meeting"}],
    }


def test_false_zero_and_an_empty_text_are_values() -> None:
    assert plain(Decision(text="", given=False)) == {"text": "", "given": False}
    assert plain(Figure(what="Bijdrage", amount=0, year=0)) == {"what": "Bijdrage", "amount": 0, "year": 0}
    assert plain(Deadline(title="Brief", done=False)) == {"title": "Brief"}


def test_a_mark_is_written_if_it_differs_from_the_default() -> None:
    assert plain(Marked(text="x", public=False, ground="Woo")) == {"text": "x", "public": False, "ground": "Woo"}
    assert plain(Withheld(text="x")) == {"text": "x"}
    assert plain(Withheld(text="x", public=True)) == {"text": "x", "public": True}
    assert plain(Agenda(title="x", when=DAY, considerations=Considerations())) == {
        "title": "x", "when": "2031-03-01", "considerations": {},
    }  # fmt: skip


@given(planted_agendas(withheld_as_a_whole=True))
def test_plain_data_is_read_back_as_the_same_agenda(planted: Planted) -> None:
    agenda = agenda_of(planted.text)
    data = msgspec.json.decode(msgspec.json.encode(plain(agenda)))
    assert agenda_of(yaml.safe_dump(_marks_last(data), allow_unicode=True, sort_keys=False)) == agenda
    values = [data]
    while values:
        value = values.pop()
        assert value is not None
        assert value != []
        if isinstance(value, list | dict):
            values.extend(value if isinstance(value, list) else value.values())


def _marks_last(value: Any) -> Any:
    """Put the marks of every item last, as in a file.

    An item without a title that starts with a mark may be read as the rest of the item above it.
    Examples with an item that has only marks are skipped.
    """
    if isinstance(value, list):
        return [_marks_last(each) for each in value]
    if isinstance(value, dict):
        assume(not value or value.keys() - _MARKS)
        return {key: _marks_last(each) for key, each in sorted(value.items(), key=lambda item: item[0] in _MARKS)}
    return value
