from datetime import date

import pytest

from briefcli.config import INTERNAL, SETTINGS, is_on, today_of, width_of
from briefcli.errors import Exit, UsageError

CLOCK = date(2031, 3, 4)


def test_option_beats_environment_beats_clock() -> None:
    environ = {"BRIEF_TODAY": "2023-06-02"}
    assert today_of("2023-06-01", environ, CLOCK) == date(2023, 6, 1)
    assert today_of(None, environ, CLOCK) == date(2023, 6, 2)
    assert today_of(None, {}, CLOCK) == CLOCK
    assert today_of(None, {"BRIEF_TODAY": ""}, CLOCK) == CLOCK


def test_today_may_be_given_as_people_type_dates() -> None:
    assert today_of("01-06-2023", {}, CLOCK) == date(2023, 6, 1)
    assert today_of("1 juni 2023", {}, CLOCK) == date(2023, 6, 1)
    assert today_of("vandaag", {}, CLOCK) == CLOCK
    with pytest.raises(UsageError, match="can mean two dates"):
        today_of("20 februari", {}, CLOCK)


@pytest.mark.parametrize(
    "text", ["2023-06", "2023-06-01/2023-06-02", "unknown", "31-02-2023", "ooit", "2023-02-30", "2023-W24"]
)
def test_today_must_be_a_single_valid_day(text: str) -> None:
    for option, environ in ((text, {}), (None, {"BRIEF_TODAY": text})):
        with pytest.raises(UsageError) as refused:
            today_of(option, environ, CLOCK)
        assert text in str(refused.value)
        assert refused.value.hint
        assert refused.value.exit_code == Exit.USAGE


@pytest.mark.parametrize("text", ["1", "true", "YES", " on ", "ja"])
def test_the_environment_can_turn_on_internal(text: str) -> None:
    assert is_on(INTERNAL, {"BRIEF_INTERNAL": text})


@pytest.mark.parametrize("text", ["", "0", "false", "No", "off", " ", "nee"])
def test_internal_is_off_by_default(text: str) -> None:
    assert not is_on(INTERNAL, {"BRIEF_INTERNAL": text})
    assert not is_on(INTERNAL, {})


@pytest.mark.parametrize("text", ["j", "2", "public", "flase", "neen"])
def test_an_invalid_value_for_internal_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="BRIEF_INTERNAL"):
        is_on(INTERNAL, {"BRIEF_INTERNAL": text})


@pytest.mark.parametrize(
    ("text", "width"),
    [("80", 80), ("1", 1), ("0", None), ("-3", None), ("", None), ("wide", None), ("٣", None), ("1" * 5000, None)],
)
def test_an_invalid_width_is_ignored(text: str, width: int | None) -> None:
    assert width_of({"COLUMNS": text}) == width
    assert width_of({}) is None


def test_every_setting_has_a_meaning_and_a_default() -> None:
    assert len({each.variable for each in SETTINGS}) == len(SETTINGS)
    assert all(each.meaning.endswith(".") and each.default for each in SETTINGS)
