"""English, German and French dates, and texts that mix languages."""

import pytest

from briefcli.domain.dates.in_text import scan_dates


def test_an_english_date_is_read() -> None:
    for text, edtf in [
        ("on 15-16 June 2023 in Brussels", "2023-06-15/2023-06-16"),
        ("Statement of June 15, 2023", "2023-06-15"),
        ("the 15th of June 2023", "2023-06-15"),
        ("15 Oct. 2024", "2024-10-15"),
        ("8 July 2024 at 10:00", "2024-07-08T10:00"),
        ("8 July 2024 at 7:30 p.m.", "2024-07-08T19:30"),
        ("Thursday, 15 June 2023", "2023-06-15"),
        ("Thursday, June 15, 2023", "2023-06-15"),
        ("Thursday 21 and Friday 22 October 2021", "2021-10-21/2021-10-22"),
        ("June 15 to July 3, 2023", "2023-06-15/2023-07-03"),
        ("between 5 and 8 May 2023", "2023-05-05/2023-05-08"),
        ("30 June - 2 July 2023", "2023-06-30/2023-07-02"),
        ("in Brussels on October 13-14, said the press", "XXXX-10-13/XXXX-10-14"),
        ("the House meets on it Thursday, March 6, in the evening", "XXXX-03-06"),
        ("against it in February 2022", "2022-02"),
        ("de Raad van 15 June 2023", "2023-06-15"),
        ("Last updated: 09 Feb. 2024 09:43", "2024-02-09T09:43"),
        ("in the first quarter of 2025", "2025-01/2025-03"),
        ("the second half of 2025", "2025-07/2025-12"),
        ("summer 2025", "2025"),
        ("by the end of 2025", "2025"),
        ("H1 2025", "2025-01/2025-06"),
        ("5., 6. und 7. Mai 2024", "2024-05-05/2024-05-07"),
        ("am Freitag, den 14. Juni 2024, um 9 Uhr", "2024-06-14T09:00"),
        ("vom 9. bis 11. Juli 2024", "2024-07-09/2024-07-11"),
        ("le 13 juin 2024 à 14h30", "2024-06-13T14:30"),
    ]:
        assert [(each.when.text, each.certain) for each in scan_dates(text)] == [(edtf, True)]


@pytest.mark.parametrize(
    "text", ["it may 5 times", "the march 12 km long", "may 20 members vote", "section 3 of July", "june 4x4 cars"]
)
def test_english_words_that_are_no_date_are_ignored(text: str) -> None:
    assert not scan_dates(text)


@pytest.mark.parametrize(
    "text",
    [
        "tentatively scheduled for 12 June 2025",
        "The meeting is expected to take place in Brussels on 12 June 2025",
        "12 June 2025 (tbc)",
        "12 June 2025, to be confirmed",
        "5 or 12 June 2025",
        "the week of 12 June 2025",
        "12 June 2025 is postponed",
    ],
)
def test_an_english_reservation_makes_the_date_uncertain(text: str) -> None:
    assert {each.certain for each in scan_dates(text)} == {False}
