from briefcli.reading.reader import read_agenda

TEXT = b"""title: Top
when: 2031-07-09T10:00
timezone: Europe/Kyiv
sessions: [{title: a, when: 2031-07-09T12:00/2031-07-09T13:00}, {title: b, when: 2031-07-09}]
events: [{title: e, kind: debat, when: 2031-07-02T20:00}, {title: f, kind: visit, when: 2031-07-08T20:00}]
deadlines: [{title: c, due: 2031-07-01T17:00}, {title: d, due: 5 days before meeting}]
commitments: [{title: g, due: 2031-07-01T17:00}]
"""


def test_times_abroad_have_the_zone_of_the_agenda_but_days_do_not() -> None:
    agenda = read_agenda("x", TEXT).agenda
    assert agenda is not None
    whens = [agenda.when, *(each.when for each in agenda.sessions), agenda.events[1].when]
    assert [each and each.zone for each in whens] == ["Europe/Kyiv", "Europe/Kyiv", "", "Europe/Kyiv"]
    assert agenda.when.text == "2031-07-09T10:00"


def test_due_dates_and_debates_are_in_dutch_time() -> None:
    agenda = read_agenda("x", TEXT).agenda
    assert agenda is not None
    items = (*(each.due for each in agenda.deadlines), *(each.due for each in agenda.commitments))
    dues = [due.when for due in items if due]
    assert [each and each.zone for each in (agenda.events[0].when, *dues)] == ["", "", None, ""]


def test_times_in_the_netherlands_have_no_zone() -> None:
    for zone in (b"", b"timezone: Europe/Amsterdam\n"):
        agenda = read_agenda("x", b"title: Top\nwhen: 2031-07-09T10:00\n" + zone).agenda
        assert agenda is not None
        assert agenda.when.zone == ""
