"""Agendas for tests, written as their authors write them: in YAML, read by the real reader."""

import textwrap

from briefcli.domain.agenda import Agenda
from briefcli.reading.reader import read_agenda


def agenda_of(text: str) -> Agenda:
    """The agenda that this YAML holds, read as a file would be."""
    agenda = read_agenda("meeting.yaml", textwrap.dedent(text).encode()).agenda
    assert agenda is not None
    return agenda
