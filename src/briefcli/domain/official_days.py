"""What was decided officially and follows from no rule: days made equal to holidays, and recesses of the House."""

from datetime import date

import msgspec


class Decree(msgspec.Struct, frozen=True):
    """A royal decree under the Algemene termijnenwet, article 3(3): the years it settles, and the days."""

    years: tuple[int, ...]
    days: tuple[date, ...]
    source: str


class Recess(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Days on which the House of Representatives does not sit, both ends included."""

    first: date
    last: date
    name: str = "Recess"


# Decrees for other years exist; they are left out until their text is at hand, and `brief workdays` says so.
DECREES = (
    Decree(
        years=(2017, 2018, 2019),
        days=(
            date(2017, 4, 28), date(2017, 5, 26), date(2018, 5, 11), date(2018, 12, 24), date(2018, 12, 31),
            date(2019, 5, 31), date(2019, 12, 27),
        ),
        source="Besluit van 24 oktober 2016, nr. 2016001827 (wetten.overheid.nl, BWBR0038666)",
    ),
    Decree(
        years=(2023, 2024, 2025),
        days=(date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27), date(2025, 5, 30)),
        source=(
            "Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 mei 2025 "
            "met een algemeen erkende feestdag"
        ),
    ),
    Decree(
        years=(2026, 2027, 2028),
        days=(date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26)),
        source=(
            "Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028 "
            "met een algemeen erkende feestdag"
        ),
    ),
)  # fmt: skip

DECREED_DAYS = frozenset(day for decree in DECREES for day in decree.days)
DECREED_YEARS = frozenset(year for decree in DECREES for year in decree.years)

# Source: tweedekamer.nl, page “Recessen”, as it stood for 2023 and the first half of 2024. Later ones are set each
# year by the Presidium and go into the settings.
RECESSES = (
    Recess(date(2023, 4, 21), date(2023, 5, 8), "Meireces 2023"),
    Recess(date(2023, 7, 7), date(2023, 9, 4), "Zomerreces 2023"),
    Recess(date(2023, 10, 13), date(2023, 10, 23), "Herfstreces 2023"),
    Recess(date(2023, 12, 22), date(2024, 1, 15), "Kerstreces 2023"),
    Recess(date(2024, 2, 16), date(2024, 2, 26), "Voorjaarsreces 2024"),
    Recess(date(2024, 4, 26), date(2024, 5, 13), "Meireces 2024"),
    Recess(date(2024, 7, 5), date(2024, 9, 2), "Zomerreces 2024"),
)
