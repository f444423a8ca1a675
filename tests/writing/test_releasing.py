import pytest

from briefcli.writing.releasing import released


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_mark_is_replaced_by_the_day_of_release(end: str) -> None:
    lines = [
        "title: Raad  # of Ministers",
        "when: 2031-03-18",
        "public: false",
        "ground: not yet read",
        "place: Brussel",
        "",
    ]
    day = "released: 2031-01-05"
    assert released(end.join(lines), "2031-01-05") == end.join([*lines[:2], day, *lines[4:]])


def test_an_unmarked_agenda_gets_the_day_at_its_end() -> None:
    assert (
        released("title: Raad\r\nwhen: 2031", "2031-01-05") == "title: Raad\r\nwhen: 2031\r\nreleased: 2031-01-05\r\n"
    )
