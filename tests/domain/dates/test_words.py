from hypothesis import given
from tests.examples import any_text

from briefcli.domain.dates.words import FULL_MONTHS, WHOLE_WEEKDAYS, lowered, month_number, weekday_number


@given(any_text())
def test_every_letter_keeps_its_place(text: str) -> None:
    assert len(lowered(text)) == len(text)


def test_the_names_are_all_there_in_order() -> None:
    assert [month_number(name) for name in FULL_MONTHS] == list(range(1, 13))
    assert [weekday_number(name) for name in WHOLE_WEEKDAYS] == [*range(7), *range(7)]
    assert month_number("sept.") == 9
    assert weekday_number("do.") == 3
