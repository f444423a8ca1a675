"""No part of a written date is silently dropped: it is read, or the date is uncertain."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from briefcli.domain.dates.in_text import scan_dates
from briefcli.domain.dates.words import ENGLISH_MONTHS, FOREIGN_MONTHS, MONTHS, SHORT_WEEKDAYS

_NAMES = {number: [name for name, month in MONTHS.items() if month == number] for number in range(1, 13)}
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_DAYS = (
    "{day} {name} {year}", "{day} {name}, {year}", "{day}-{name}-{year}", "{day} {name} '{short}",
    "{day}-{name}-{short}",
    "{day} {name} {short}", "{day} {name}. {year}", "{day}e {name} {year}", "{day}ste {name} {year}",
    "den {day}den {name} {year}", "{day}{name} {year}", "{day} {name}{year}", "{day} {name} ({year})",
    "{weekday} {day} {name} {year}", "{weekday}, {day} {name} {year}", "{weekday} de {day}e {name} {year}",
    "{day}-{month}-{year}", "{day}/{month}/{year}", "{day}.{month}.{year}", "{day:02}-{month:02}-{year}",
    "{day}-{month}-{short}", "{year}-{month:02}-{day:02}", "{year}/{month:02}/{day:02}",
    "{english} {day}, {year}", "{english} {day} {year}", "{english} {day}th, {year}", "the {day}th of {english} {year}",
    "{day} {NAME} {year}", "{day}\n{name} {year}", "{day} {name}\n{year}", "{day} {name} van het jaar {year}",
)  # fmt: skip
_TIMED = (
    "{date}", "op {date}", "{date} om {hour}.{minute:02} uur", "{date}, {hour}.{minute:02} uur",
    "{date} {hour}:{minute:02}",
    "{date}, {hour:02}:{minute:02}", "{date} {hour:02}.{minute:02}", "{date} ({hour}:{minute:02})",
    "{date} om {hour}u{minute:02}",
    "{date} - {hour}:{minute:02}", "{date} | {hour}.{minute:02} uur", "{date}\n{hour}.{minute:02} uur",
    "om {hour}.{minute:02} uur op {date}", "{hour}:{minute:02} on {date}", "{date} at {hour}:{minute:02}",
    "{date} vanaf {hour}.{minute:02}",
    "{date} aanvang {hour}.{minute:02} uur", "{date} ({hour:02}.{minute:02} uur)", "{date}; {hour:02}.{minute:02} uur",
    "{date} om {hour} uur", "{date}, om {hour}.{minute:02}", "{date} om {hour}.{minute:02} uur in de Thorbeckezaal",
)  # fmt: skip


@given(
    st.dates(date(2000, 1, 1), date(2049, 12, 31)),
    st.sampled_from(_DAYS),
    st.sampled_from(_TIMED),
    st.integers(0, 23),
    st.integers(0, 59),
    st.integers(0, 9),
)
@settings(max_examples=examples(60))
def test_every_written_part_is_read_or_the_date_is_uncertain(
    day: date, form: str, timed: str, hour: int, minute: int, choice: int
) -> None:
    names = _NAMES[day.month]
    name = names[choice % len(names)]
    stated = form.format(
        day=day.day, name=name, NAME=name.upper(), month=day.month, year=day.year, short=f"{day.year % 100:02}",
        english=ENGLISH_MONTHS[day.month - 1], weekday=_WEEKDAYS[day.weekday()],
    )  # fmt: skip
    text = timed.format(date=stated, hour=hour, minute=minute)
    expected = day.isoformat()
    if "{hour" in timed:
        expected += f"T{hour:02}:{minute if 'minute' in timed else 0:02}"
    assert scan_dates(text) or name in FOREIGN_MONTHS, text  # a French month only behind figures or “1er”
    for found in scan_dates(text):
        assert found.when.text == expected or not found.certain, (text, found)


def test_abbreviated_weekdays_do_not_make_a_date_uncertain() -> None:
    for number, name in enumerate(list(SHORT_WEEKDAYS)[:7]):
        [found] = scan_dates(f"{name} {10 + number} juni 2024 9:05")
        assert (found.when.text, found.certain) == (f"2024-06-{10 + number}T09:05", True)
