from datetime import date

import pytest

from briefcli.config import SETTINGS, columns_of, internal_of, today_of
from briefcli.errors import Exit, UsageError

CLOCK = date(2031, 3, 4)


def test_the_option_wins_over_the_environment_and_that_over_the_clock() -> None:
    environ = {"BRIEF_TODAY": "2023-06-02"}
    assert today_of("2023-06-01", environ, CLOCK) == date(2023, 6, 1)
    assert today_of(None, environ, CLOCK) == date(2023, 6, 2)
    assert today_of(None, {}, CLOCK) == CLOCK
    assert today_of(None, {"BRIEF_TODAY": ""}, CLOCK) == CLOCK


def test_a_day_to_count_from_is_read_as_people_type_it() -> None:
    assert today_of("01-06-2023", {}, CLOCK) == date(2023, 6, 1)
    assert today_of("1 juni 2023", {}, CLOCK) == date(2023, 6, 1)
    assert today_of("vandaag", {}, CLOCK) == CLOCK
    with pytest.raises(UsageError, match="can mean two dates"):
        today_of("20 februari", {}, CLOCK)


@pytest.mark.parametrize(
    "text", ["2023-06", "2023-06-01/2023-06-02", "unknown", "31-02-2023", "ooit", "2023-02-30", "2023-W24"]
)
def test_a_day_to_count_from_must_be_one_day(text: str) -> None:
    for option, environ in ((text, {}), (None, {"BRIEF_TODAY": text})):
        with pytest.raises(UsageError) as refused:
            today_of(option, environ, CLOCK)
        assert text in str(refused.value)
        assert refused.value.hint
        assert refused.value.exit_code == Exit.USAGE


@pytest.mark.parametrize("text", ["1", "true", "YES", " on "])
def test_the_environment_can_ask_for_what_is_not_public(text: str) -> None:
    assert internal_of(False, {"BRIEF_INTERNAL": text})


@pytest.mark.parametrize("text", ["", "0", "false", "No", "off", " "])
def test_what_is_not_public_stays_so_unless_asked_for(text: str) -> None:
    assert not internal_of(False, {"BRIEF_INTERNAL": text})
    assert internal_of(True, {"BRIEF_INTERNAL": text})
    assert not internal_of(False, {})


@pytest.mark.parametrize("text", ["ja", "2", "public", "flase"])
def test_nonsense_never_shows_what_is_not_public(text: str) -> None:
    with pytest.raises(UsageError, match="BRIEF_INTERNAL"):
        internal_of(False, {"BRIEF_INTERNAL": text})


@pytest.mark.parametrize(
    ("text", "width"),
    [("80", 80), ("1", 1), ("0", None), ("-3", None), ("", None), ("wide", None), ("٣", None), ("1" * 5000, None)],
)
def test_a_width_that_is_no_number_of_columns_is_as_none(text: str, width: int | None) -> None:
    assert columns_of({"COLUMNS": text}) == width
    assert columns_of({}) is None


def test_every_setting_says_what_it_is_for() -> None:
    assert len({each.variable for each in SETTINGS}) == len(SETTINGS)
    assert all(each.meaning.endswith(".") and each.default for each in SETTINGS)
