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


def test_only_what_is_set_is_there_and_dates_are_in_the_notation_of_the_file() -> None:
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


def test_no_and_nought_and_an_empty_text_are_values() -> None:
    assert plain(Decision(text="", given=False)) == {"text": "", "given": False}
    assert plain(Figure(what="Bijdrage", amount=0, year=0)) == {"what": "Bijdrage", "amount": 0, "year": 0}
    assert plain(Deadline(title="Brief", done=False)) == {"title": "Brief"}


def test_a_mark_is_there_where_it_differs_from_what_is_usual() -> None:
    assert plain(Marked(text="x", public=False, ground="Woo")) == {"text": "x", "public": False, "ground": "Woo"}
    assert plain(Withheld(text="x")) == {"text": "x"}
    assert plain(Withheld(text="x", public=True)) == {"text": "x", "public": True}
    assert plain(Agenda(title="x", when=DAY, considerations=Considerations())) == {
        "title": "x", "when": "2031-03-01", "considerations": {},
    }  # fmt: skip


@given(planted_agendas(withheld_as_a_whole=True))
def test_it_is_the_whole_agenda_when_read_again_and_nothing_that_is_not_set(planted: Planted) -> None:
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
    """In the order of a file: an item without a title that begins with a mark may be the rest of the one above it.

    An item of which only its marks could be read is no example.
    """
    if isinstance(value, list):
        return [_marks_last(each) for each in value]
    if isinstance(value, dict):
        assume(not value or value.keys() - _MARKS)
        return {key: _marks_last(each) for key, each in sorted(value.items(), key=lambda item: item[0] in _MARKS)}
    return value
