from hypothesis import given
from tests.examples import any_text

from briefcli.domain.dates.words import FULL_MONTHS, WHOLE_WEEKDAYS, lowered, month_number, weekday_number


@given(any_text())
def test_lower_case_keeps_the_length_of_a_text(text: str) -> None:
    assert len(lowered(text)) == len(text)


def test_all_names_of_months_and_weekdays_are_known() -> None:
    assert [month_number(name) for name in FULL_MONTHS] == list(range(1, 13))
    assert [weekday_number(name) for name in WHOLE_WEEKDAYS] == [*range(7), *range(7)]
    assert month_number("sept.") == 9
    assert weekday_number("do.") == 3
