import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import any_text

from briefcli.domain.dates.typed import read_typed, read_typed_due
from briefcli.domain.when import DateRefusedError, WhenError

TODAY = date(2031, 6, 4)  # a Wednesday


def test_dates_are_read_as_people_type_them() -> None:
    for text, when in [
        ("2031-06-15", "2031-06-15"),
        ("2031-W24", "2031-W24"),
        ("2031-06-15/2031-06-16", "2031-06-15/2031-06-16"),
        ("15-06-2031", "2031-06-15"),
        ("2031-6-5", "2031-06-05"),
        ("2031.6.5", "2031-06-05"),
        ("2031.6.5 10.00", "2031-06-05T10:00"),
        ("before 2031.6.5", "../2031-06-05"),
        ("15-6-2031 10.00", "2031-06-15T10:00"),
        ("15-6 10.00", "2031-06-15T10:00"),
        ("15-6 10.12", "2031-06-15T10:12"),
        ("15/6 – 2/7", "2031-06-15/2031-07-02"),
        ("15-6 t/m 16-6", "2031-06-15/2031-06-16"),
        ("vóór 15-6", "../2031-06-15"),
        ("before 2031-6-5", "../2031-06-05"),
        ("2031-6-5 (niet bevestigd)", "2031-06-05?"),
        ("5 juni 2031?", "2031-06-05?"),
        ("juni 2031 (o.v.b.)", "2031-06?"),
        ("15/6/2031", "2031-06-15"),
        ("05/01/2032", "2032-01-05"),
        ("15.06.2031", "2031-06-15"),
        ("15-6-31", "2031-06-15"),
        ("15 juni 2031", "2031-06-15"),
        ("15 Juni 2031", "2031-06-15"),
        ("15 June 2031", "2031-06-15"),
        ("15th June 2031", "2031-06-15"),
        ("June 15, 2031", "2031-06-15"),
        ("zondag 15 juni 2031", "2031-06-15"),
        ("Sunday 15 June 2031", "2031-06-15"),
        ("15 en 16 juni 2031", "2031-06-15/2031-06-16"),
        ("15 to 16 June 2031", "2031-06-15/2031-06-16"),
        ("15 juni 2031 om 9.30 uur", "2031-06-15T09:30"),
        ("15 juni 2031 14:30", "2031-06-15T14:30"),
        ("15 juni", "2031-06-15"),
        ("15 februari", "2032-02-15"),
        ("5 en 6 juni", "2031-06-05/2031-06-06"),
        ("5 juni om 9.30 uur", "2031-06-05T09:30"),
        ("29 februari", "2032-02-29"),
        ("eind maart", "2032-03"),
        ("end of March", "2032-03"),
        ("juni 2031", "2031-06"),
        ("vandaag", "2031-06-04"),
        ("morgen", "2031-06-05"),
        ("tomorrow", "2031-06-05"),
        ("overmorgen", "2031-06-06"),
        ("the day after tomorrow", "2031-06-06"),
        ("volgende week dinsdag", "2031-06-10"),
        ("next week Tuesday", "2031-06-10"),
        ("Tuesday next week", "2031-06-10"),
        ("vrijdag", "2031-06-06"),
        ("over 3 dagen", "2031-06-07"),
        ("in two weeks", "2031-06-18"),
        ("before 15 June 2031", "../2031-06-15"),
        ("before the day after tomorrow", "../2031-06-06"),
        ("before the end of July", "../2031-07"),
        ("on the 15th of June 2031", "2031-06-15"),
        ("na 15 juni 2031", "2031-06-15/.."),
        ("vóór juli", "../2031-07-01"),
        ("voor medio 2032", "../2032-07-01?"),
        ("15 June at 9.30", "2031-06-15T09:30"),
        ("coming Friday", "2031-06-06"),
        ("9 apr, jaar onbekend", "XXXX-04-09"),
        ("before 2032", "../2032-01-01"),
        ("voor week 30", "../2031-07-21"),
        ("voor het eind van juli", "../2031-07"),
        ("vóór 15-16 juni 2031", "../2031-06-15"),
        ("na juni 2031", "2031-06-30/.."),
        ("na het begin van 2032", "2032/.."),
        ("do 15 jun 2034, tot 17:00", "2034-06-15/2034-06-15T17:00"),
        ("15 juni 2031 van 9.00 tot 17.00 uur", "2031-06-15T09:00/2031-06-15T17:00"),
        ("zo 15 – ma 16 jun 2031, tot 17:00", "2031-06-15/2031-06-16T17:00"),
        ("zo 15 jun 2031 09:30 – ma 16 jun 2031", "2031-06-15T09:30/2031-06-16"),
        ("vr 6 juni 17u", "2031-06-06T17:00"),
        ("6 juni 17 uur", "2031-06-06T17:00"),
        ("onbekend", "unknown"),
        ("tbc", "unknown"),
        ("datum volgt nog", "unknown"),
        ("15 juni 10u", "2031-06-15T10:00"),
        ("15 jun. 10u30", "2031-06-15T10:30"),
        ("zo 15 juni 17.00", "2031-06-15T17:00"),
        ("15-6-2031, 9 uur", "2031-06-15T09:00"),
        ("dinsdag 14.00 uur", "2031-06-10T14:00"),
        ("15 juni 10.00-12.00u", "2031-06-15T10:00/2031-06-15T12:00"),
        ("a.s. dinsdag 10 juni", "2031-06-10"),
        ("15 juni as", "2031-06-15"),
        ("vrijdag over een week", "2031-06-13"),
    ]:
        assert read_typed(text, TODAY, ahead=True).text == when


@pytest.mark.parametrize(
    ("text", "ahead", "edtf"),
    [
        ("week 30", True, "2031-W30"),
        ("week 22", False, "2031-W22"),
        ("do 12/6", True, "2031-06-12"),
        ("donderdag 12/6, 10.00 uur", True, "2031-06-12T10:00"),
        ("prinsjesdag", False, "2030-09-17"),
        ("eerste kwartaal", False, "2031-01/2031-03"),
    ],
)
def test_a_missing_year_follows_from_past_or_future(text: str, ahead: bool, edtf: str) -> None:
    assert read_typed(text, TODAY, ahead=ahead).text == edtf


def test_a_range_of_times_with_one_year_is_refused() -> None:
    with pytest.raises(DateRefusedError):
        read_typed("17 mei, 15.00 uur t/m 18 mei 2032 12.00 uur", TODAY, ahead=True)


def test_a_past_date_without_a_year_is_the_last_one() -> None:
    assert read_typed("15 mei", TODAY, ahead=False).text == "2031-05-15"
    assert read_typed("15 en 16 mei", TODAY, ahead=False).text == "2031-05-15/2031-05-16"
    assert read_typed("29 februari", TODAY, ahead=False).text == "2028-02-29"
    assert read_typed("15-6-31", TODAY, ahead=False).text == "2031-06-15"
    assert read_typed("dinsdag", TODAY, ahead=False).text == "2031-06-03"
    assert read_typed("15 oktober", TODAY, ahead=False).text == "2030-10-15"
    assert read_typed("4 juni", TODAY, ahead=False).text == "2031-06-04"
    assert read_typed("4 juni", TODAY, ahead=True).text == "2031-06-04"


@pytest.mark.parametrize("text", ["dinsdag 15.06", "voor dinsdag 15.06"])
def test_a_day_and_month_beside_a_weekday_are_not_taken_for_its_time(text: str) -> None:
    with pytest.raises(DateRefusedError):
        read_typed(text, TODAY, ahead=True)
    assert read_typed(f"{text} uur", TODAY, ahead=True).text.endswith("T15:06")


def test_an_ambiguous_short_year_is_refused() -> None:
    with pytest.raises(DateRefusedError) as refused:
        read_typed("31-06-12", TODAY, ahead=True)  # 12 June 2031, or 31 June 2012
    assert "31 June" in str(refused.value)
    with pytest.raises(DateRefusedError) as refused:
        read_typed("28-06-12", TODAY, ahead=True)
    assert "2012-06-28" in str(refused.value.hint)


def test_an_ambiguous_date_is_refused_with_both_readings() -> None:
    with pytest.raises(WhenError, match="can mean two dates") as refused:
        read_typed("next Tuesday", TODAY, ahead=True)
    assert refused.value.hint == "write 2031-06-10 or 2031-06-17"
    for ahead, hint in ((True, "write 2031-06-04 or 2031-06-11"), (False, "write 2031-06-04 or 2031-05-28")):
        with pytest.raises(DateRefusedError, match="can mean two dates") as refused:
            read_typed("woensdag", TODAY, ahead=ahead)
        assert refused.value.hint == hint


@pytest.mark.parametrize(
    ("text", "ahead", "hint"),
    [
        ("29 mei", True, "write 2031-05-29 or 2032-05-29"),
        ("vóór 29 mei", True, "write 2031-05-29 or 2032-05-29"),
        ("29 en 30 mei", True, "write 2031-05-29/2031-05-30 or 2032-05-29/2032-05-30"),
        ("29 mei om 9.30 uur", True, "write 2031-05-29T09:30 or 2032-05-29T09:30"),
        ("week 21", True, "write 2031-W21 or 2032-W21"),
        ("8 juni", False, "write 2031-06-08 or 2030-06-08"),
        ("maandag over twee weken", True, "write 2031-06-23 or 2031-06-16"),
        ("woensdag over een week", True, "write 2031-06-18 or 2031-06-11"),
    ],
)
def test_a_missing_year_is_refused_if_another_is_much_nearer(text: str, ahead: bool, hint: str) -> None:
    with pytest.raises(DateRefusedError, match="can mean two dates") as refused:
        read_typed(text, TODAY, ahead=ahead)
    assert refused.value.hint == hint


def test_a_month_that_is_typed_in_that_month_is_this_one() -> None:
    assert read_typed("juni", TODAY, ahead=True).text == read_typed("juni", TODAY, ahead=False).text == "2031-06"
    with pytest.raises(DateRefusedError) as refused:
        read_typed("begin mei", TODAY, ahead=True)
    assert refused.value.hint == "write 2031-05 or 2032-05"


@pytest.mark.parametrize("ahead", [True, False])
@pytest.mark.parametrize(
    "text", ["maandag 22 januari 2032", "ma 22-1-2032", "Monday 22 January 2032", "vóór maandag 22 januari 2032"]
)
def test_a_wrong_weekday_is_refused_with_the_right_one(text: str, ahead: bool) -> None:
    with pytest.raises(DateRefusedError, match="22 January 2032 is a Thursday, not a Monday"):
        read_typed(text, TODAY, ahead=ahead)


def test_a_weekday_must_match_the_year_that_is_meant() -> None:
    assert read_typed("donderdag 29 mei", TODAY, ahead=False).text == "2031-05-29"
    assert read_typed("zaterdag 29 mei", TODAY, ahead=True).text == "2032-05-29"  # not the nearest 29 May, a Thursday
    with pytest.raises(DateRefusedError, match="29 May 2032 is a Saturday, not a Thursday") as refused:
        read_typed("donderdag 29 mei", TODAY, ahead=True)
    assert refused.value.hint == "write 2032-05-29 or 2031-05-29"


@pytest.mark.parametrize("today", [date.min, date(2028, 2, 29), date.max])
@pytest.mark.parametrize("ahead", [True, False])
def test_typed_dates_near_the_ends_of_the_calendar_do_not_crash(today: date, ahead: bool) -> None:
    for text in ("maandag", "vrijdag", "over 3 weken", "over 2 maanden", "1 januari", "31 december"):
        with contextlib.suppress(WhenError):
            assert read_typed(text, today, ahead=ahead).day
    with contextlib.suppress(WhenError):
        assert read_typed("29 februari", today, ahead=ahead).text.endswith("-02-29")


@pytest.mark.parametrize("text", ["", "ooit", "31-02-2031", "13/13/2031", "maandag 15 juni 2031", "15 juni 2031 en zo"])
def test_an_invalid_date_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(WhenError) as refused:
        read_typed(text, TODAY, ahead=True)
    assert refused.value.hint


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["{:%d-%m-%Y}", "{:%d/%m/%Y}", "{:%d.%m.%Y}"]))
def test_a_day_comes_before_its_month(day: date, form: str) -> None:
    assert read_typed(form.format(day), TODAY, ahead=True).day == day


@given(any_text(max_size=30))
def test_any_typed_text_is_a_date_or_refused(text: str) -> None:
    with contextlib.suppress(WhenError):
        assert read_typed(text, TODAY, ahead=True).text


def test_a_due_date_may_be_counted_or_typed() -> None:
    assert read_typed_due("5 workdays before meeting", TODAY).anchor == "meeting"
    assert read_typed_due("morgen", TODAY).text == "2031-06-05"
    for typed in ("uiterlijk 1 juli 2031", "Uiterlijk op 1 juli 2031", "1 juli 2031 uiterlijk", "t/m 1 juli 2031",
                  "by 1 July 2031", "1 July 2031 at the latest"):  # fmt: skip
        assert read_typed_due(typed, TODAY).text == "2031-07-01"
    assert read_typed_due("uiterlijk 5 werkdagen voor debat", TODAY).anchor == "debat"
    assert read_typed_due("5 werkdagen vóor vergadering", TODAY).text == "5 workdays before meeting"
    for typed in ("vóór 1 juli 2031", "voór 1 juli 2031", "prior to 1 July 2031", "uiterlijk vóór 1 juli 2031",
                  "before 1 July 2031"):  # fmt: skip
        assert read_typed_due(typed, TODAY).text == "../2031-07-01"
    assert (
        read_typed_due("before 2031-07", TODAY).text == read_typed_due("vóór juli 2031", TODAY).text == "../2031-07-01"
    )
    assert read_typed_due("after 2031-07", TODAY).text == "2031-07-31/.."
    assert read_typed_due("vóór debat", TODAY).anchor == "debat"
    assert read_typed_due("op debat", TODAY).anchor == "debat"
    assert read_typed_due("op 22 januari 2032", TODAY).text == "2032-01-22"
    for typed in (
        "vóór 29 mei",
        "op maandag 22 januari 2032",
        "uiterlijk op 29 mei",
        "vóór maandag 22 januari 2032",
    ):  # these are dates, not names of anchors
        with pytest.raises(DateRefusedError):
            read_typed_due(typed, TODAY)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("7/12", "2031-12-07"),
        ("7-12", "2031-12-07"),
        ("december", "2031-12"),
        ("eind Q1", "2032-01/2032-03"),
        ("vierde kwartaal", "2031-10/2031-12"),
        ("dit kwartaal", "2031-04/2031-06"),
        ("eerste week van september", "2031-09"),
        ("prinsjesdag", "2031-09-16"),
    ],
)
def test_a_date_without_a_year_is_the_next_one(text: str, edtf: str) -> None:
    assert read_typed(text, TODAY, ahead=True).text == edtf


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("voor de zomer", "write ../2031-07-01"),
        ("na het kerstreces", "write 2032-01-07/.."),
        ("1 febuari 2032", "write 2032-02-01"),
        ("vrijdag 3 december", "write 2031-12-03 or 2032-12-03"),
        ("eind van het jaar", "write 2031"),
    ],
)
def test_a_guess_is_refused_with_its_notation_as_hint(text: str, hint: str) -> None:
    with pytest.raises(DateRefusedError) as refused:
        read_typed_due(text, TODAY)
    assert refused.value.hint == hint


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("drie werkdagen voor het debat", "3 workdays before debat"),
        ("binnen twee weken na de vergadering", "2 weeks after meeting"),
        ("uiterlijk de dag voor het debat", "1 day before debat"),
        ("two weeks before the meeting", "2 weeks before meeting"),
        ("2 working days before debate", "2 workdays before debate"),
    ],
)
def test_a_count_may_be_in_words(text: str, due: str) -> None:
    found = read_typed_due(text, TODAY)
    assert (found.text, found.anchor) == (due, "meeting" if "meeting" in due or "vergadering" in due else found.anchor)
    assert found.anchor in ("meeting", "debat", "debate")


def test_days_in_the_past_and_named_days_can_be_typed() -> None:
    assert read_typed("twee weken geleden", TODAY, ahead=False).text == "2031-05-21"
    assert read_typed("3 days ago", TODAY, ahead=False).text == "2031-06-01"
    assert read_typed_due("op tweede kerstdag", TODAY).text == "2031-12-26"
    assert read_typed_due("vóór Pasen", TODAY).text == "../2032-03-28"


def test_a_month_that_does_not_exist_is_no_alternative() -> None:
    with pytest.raises(DateRefusedError) as refused:
        read_typed("06/19/2031", TODAY, ahead=True)
    assert refused.value.hint == "write 2031-06-19"
