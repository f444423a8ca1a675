"""Which date and kind a text gives for the papers it cites."""

from datetime import date

import pytest

from briefcli.domain.cited import CitedPaper, cited_papers, find


def read(text: str) -> list[CitedPaper]:
    return cited_papers(text, find(text, date(2023, 6, 5)))


def dates(text: str) -> dict[str, str | None]:
    return {each.reference.canonical: each.date.text if each.date else None for each in read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstuk 28 676, nr. 427 van 9 maart 2023",
        "Kamerstuk 28 676, nr. 427, d.d. 9 maart 2023",
        "Kamerstuk 28 676, nr. 427 (9 maart 2023)",
        "Kamerstuk 28 676, nr. 427 van donderdag 9 maart 2023",
        "Kamerstuk 28 676, nr. 427, p. 3 en 4 van\n9 maart 2023",
        "Kamerstuk 28 676, nr. 427, 9 maart 2023.",
        "(Kamerstuk 28 676, nr. 427), gedagtekend 9 maart 2023, waarin",
        "de brief van 9 maart 2023 (Kamerstuk 28 676, nr. 427)",
        "de motie van 9 maart 2023 (zie Kamerstuk 28 676, nr. 427)",
        "Kamerstuk 28 676, nr. 427. Later: Kamerstuk 28 676, nr. 427 van 9 maart 2023",
    ],
)
def test_a_date_next_to_the_number_belongs_to_the_paper(text: str) -> None:
    assert dates(text) == {"kst-28676-427": "2023-03-09"}


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstuk 28 676, nr. 427. Op 9 maart 2023 was er een debat",
        "Kamerstuk 28 676, nr. 427 en het debat van 9 maart 2023",
        "het debat van 9 maart 2023 (Kamerstuk 28 676, nr. 427)",
        "Kamerstuk 28 676, nr. 427 van maart 2023",
        "Kamerstuk 28 676, nr. 427 van 9 en 10 maart 2023",
        "op 9 maart 2023 Kamerstuk 28 676, nr. 427",
        "(Kamerstuk 28 676, nr. 427) 9 maart 2023 is er een debat",
        "Na Kamerstuk 28 676, nr. 427, 9 maart 2023 en later volgt meer",
        "Kamerstuk 28 676, nr. 427 (9 maart 2023, 10.00 uur)",
    ],
)
def test_a_date_of_something_else_is_ignored(text: str) -> None:
    (paper,) = read(text)
    assert (paper.date, paper.doubts) == (None, ())


def test_a_date_after_several_papers_is_reported_and_not_used() -> None:
    papers = read("Kamerstukken II 2022/23, 28 676, nrs. 429–431 en 437 van 9 maart 2023")
    assert [each.reference.canonical for each in papers] == [
        "kst-28676-429", "kst-28676-430", "kst-28676-431", "kst-28676-437",
    ]  # fmt: skip
    assert [each.date for each in papers] == [None] * 4
    assert all("“9 maart 2023” is beside several papers" in each.doubts[0] for each in papers)


def test_equal_numbers_of_dates_and_papers_are_paired_in_order() -> None:
    behind = "Kamerstuk 28 676, nrs. 427 en 430 van 9 maart 2023 en 4 april 2023"
    assert dates(behind) == {"kst-28676-427": "2023-03-09", "kst-28676-430": "2023-04-04"}
    before = "de brief van 9 maart 2023 en 4 april 2023 (Kamerstuk 28 676, nrs. 427 en 430)"
    assert dates(before) == {"kst-28676-427": "2023-03-09", "kst-28676-430": "2023-04-04"}
    assert set(dates("de brief van 9 maart 2023 (Kamerstuk 28 676, nrs. 427 en 430)").values()) == {None}


def test_papers_cited_in_full_have_their_own_dates() -> None:
    text = (
        "Kamerstuk 28 676, nr. 432 van 12 mei 2023, Kamerstuk 28 676, nr. 429 en "
        "Kamerstuk 28 676, nr. 426 van 3 mei 2023"
    )
    assert dates(text) == {"kst-28676-432": "2023-05-12", "kst-28676-429": None, "kst-28676-426": "2023-05-03"}


def test_a_date_with_a_wrong_weekday_is_reported_and_not_used() -> None:
    (paper,) = read("Kamerstuk 28 676, nr. 427 van vrijdag 9 maart 2023")
    assert paper.date is None
    assert paper.doubts == ("9 March 2023 is a Thursday, not a Friday.",)


def test_a_second_date_for_one_paper_is_reported() -> None:
    (paper,) = read("Kamerstuk 28 676, nr. 427 van 9 maart 2023; Kamerstuk 28 676, nr. 427 van 10 maart 2023")
    assert paper.date is not None
    assert paper.doubts == ("The text gives it two dates: 2023-03-09 and 2023-03-10.",)


def test_the_number_of_reported_dates_is_limited() -> None:
    days = (f"Kamerstuk 28 676, nr. 427 van {day} maart 2023. " for day in range(1, 29))
    (paper,) = read("".join(days))
    assert 1 < len(paper.doubts) <= 5


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("de motie-De Vries (Kamerstuk 36 045, nr. 4)", None),
        ("de motie De Vries c.s. (Kamerstuk 36 045, nr. 4)", "motion"),
        ("motie van de leden De Vries en Van Dijk van 28 februari 2022 (Kamerstuk 36 045, nr. 4)", "motion"),
        ("De Kamerbrief, Kamerstuk 36 045, nr. 4", "letter"),
        ("de brief van 9 maart 2023 (Kamerstuk 36 045, nr. 4)", "letter"),
        ("de geannoteerde agenda (Kamerstuk 36 045, nr. 4)", "annotated agenda"),
        ("het verslag (Kamerstuk 36 045, nr. 4)", "report"),
        ("het eindrapport (Kamerstuk 36 045, nr. 4)", "report"),
        ("het advies van de Raad van State (Kamerstuk 36 045, nr. 4)", "advice"),
        ("de beantwoording van vragen om uitstel (Kamerstuk 36 045, nr. 4)", None),
        ("In de brief ging de minister in op Kamerstuk 36 045, nr. 4", None),
        ("Kamerstuk 36 045, nr. 4, de motie", None),
        ("Aanhangsel Handelingen II 2019/20, nr. 89", "answer"),
        ("Verordening (EU) 2021/821", "regulation"),
        ("Richtlijn 2014/65/EU", None),
        ("Stb. 2023, 12", None),
    ],
)
def test_the_kind_of_a_paper_follows_from_the_words_before_it(text: str, kind: str | None) -> None:
    assert [each.kind for each in read(text)] == [kind]


def test_a_dossier_is_no_paper() -> None:
    assert read("Kamerstuk 34 919") == []
