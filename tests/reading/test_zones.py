from briefcli.reading.reader import read_agenda

TEXT = b"""title: Top
when: 2031-07-09T10:00
timezone: Europe/Kyiv
sessions: [{title: a, when: 2031-07-09T12:00/2031-07-09T13:00}, {title: b, when: 2031-07-09}]
deadlines: [{title: c, due: 2031-07-01T17:00}, {title: d, due: 5 days before meeting}]
"""


def test_every_time_carries_the_zone_of_its_agenda_and_no_day_does() -> None:
    agenda = read_agenda("x", TEXT).agenda
    assert agenda is not None
    dues = [each.due.when for each in agenda.deadlines if each.due]
    whens = [agenda.when, *(each.when for each in agenda.sessions), *dues]
    assert [each and each.zone for each in whens] == ["Europe/Kyiv", "Europe/Kyiv", "", "Europe/Kyiv", None]
    assert agenda.when.text == "2031-07-09T10:00"


def test_at_home_nothing_changes() -> None:
    for zone in (b"", b"timezone: Europe/Amsterdam\n"):
        agenda = read_agenda("x", b"title: Top\nwhen: 2031-07-09T10:00\n" + zone).agenda
        assert agenda is not None
        assert agenda.when.zone == ""
