"""Agendas for tests: YAML as users write it, read by the real reader and put into a real index."""

import textwrap
from pathlib import Path

from briefcli.domain.agenda import Agenda
from briefcli.index.index import Source, open_index
from briefcli.index.queries import Index
from briefcli.reading.reader import read_agenda
from briefcli.settings import Settings


def agenda_of(text: str) -> Agenda:
    """Parse this YAML as an agenda file."""
    agenda = read_agenda("meeting.yaml", textwrap.dedent(text).encode()).agenda
    assert agenda is not None
    return agenda


# A brief.toml with a standard debate, and a standard deadline that is counted from it
DEBATE_RHYTHM = """\
[[rhythm]]
name = "alle"
body = ["EU", "NATO"]

[[rhythm.events]]
id = "cd"
title = "Debat"
due = "7 days before meeting"
kind = "debate"

[[rhythm.deadlines]]
id = "nota"
title = "Nota"
due = "2 days before debate"
"""

OPENED: list[Index] = []  # closed after each test, by the fixture in conftest.py


def index_of(
    folder: Path,
    agendas: dict[str, str],
    *,
    internal: bool = False,
    settings: Settings | None = None,
    for_search: bool = False,
) -> Index:
    """Write these agendas to the folder and open an in-memory index. Keys are ids or paths such as `oud/raad`."""
    for name, text in agendas.items():
        file = folder / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text), encoding="utf-8")
    index = open_index(Source(folder, None, lambda: settings or Settings()), internal=internal, for_search=for_search)
    OPENED.append(index)
    return index
