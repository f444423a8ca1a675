"""What is reported about a file that cannot be read and may contain withheld text."""

import pytest

from briefcli.domain.diagnostic import Diagnostic
from briefcli.reading.reader import read_agenda

BROKEN = "title: Top\nwhen: 2031-04-01\nfigures:\n- what: Dijken\n  year: {year}\n  \t{mark}\n"


def _public(year: int, mark: str) -> list[Diagnostic]:
    found = read_agenda("top.yaml", BROKEN.format(year=year, mark=mark).encode()).diagnostics
    return [each for each in found if not each.internal]


@pytest.mark.parametrize("mark", ["public: false", "publiek: nee", "GROUND: Woo 5.1.2e"])
def test_findings_of_a_broken_marked_file_do_not_depend_on_its_values(mark: str) -> None:
    seen = _public(1982, mark)
    assert seen
    assert seen == _public(2282, mark)


def test_a_broken_file_without_marks_reports_an_unlikely_date() -> None:
    assert "unlikely-date" in {each.code for each in _public(2282, "unit: km")}
    assert "unlikely-date" not in {each.code for each in _public(1982, "unit: km")}


@pytest.mark.parametrize(("when", "code"), [("0615", "unlikely-date"), ("1023-06-15", "unlikely-date"), ("1950", None)])
def test_an_unlikely_year_of_a_meeting_is_reported(when: str, code: str | None) -> None:
    found = read_agenda("a.yaml", f"title: T\nwhen: {when}\n".encode()).diagnostics
    assert [each.code for each in found] == ([code] if code else [])
