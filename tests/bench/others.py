"""The programs that people would otherwise use, on as many items, where they are installed.

Each gets what it is made for (tasks, events, transactions, reminders) with the dates and titles of the generated
agendas, is run once so that its own cache is warm, and is then timed beside `brief deadlines`.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import msgspec
from tests.bench.generated import TODAY, name_of
from tests.bench.timing import Command, Measured, compare, run

_DAYS = 10_000


class Other(msgspec.Struct):
    """A program: how its data are made in a folder (giving its environment), and what is asked of it."""

    name: str
    make: Callable[[Path, int], dict[str, str]]
    ask: Callable[[Path], Command]


def measure_others(
    size: int, rounds: int, work: Path, ours: Command, environment: Mapping[str, str]
) -> Iterator[Measured]:
    for other in OTHERS:
        if shutil.which(other.ask(work)[0]) is None:
            continue
        folder = work / f"{other.name.split()[0]}-{size}"
        is_new = not folder.is_dir()
        folder.mkdir(exist_ok=True)
        more = other.make(folder, size if is_new else 0)
        try:
            run(other.ask(folder), {**environment, **more})
            found = compare({other.name: (other.ask(folder), ours)}, {**environment, **more}, rounds)
        except subprocess.CalledProcessError:  # another version of it, with other words
            continue
        yield from found


def _items(size: int) -> Iterator[tuple[str, date]]:
    for number in range(size):
        yield name_of(number), TODAY - timedelta(days=(number * 37) % _DAYS - 30)


def _tasks(folder: Path, size: int) -> dict[str, str]:
    environment = {"TASKRC": str(folder / "taskrc"), "TASKDATA": str(folder)}
    (folder / "taskrc").write_text(f"data.location={folder}\nconfirmation=no\n", encoding="utf-8")
    if size:
        tasks = [{"description": name, "due": f"{day:%Y%m%d}T120000Z"} for name, day in _items(size)]
        command = ("task", "import", "-")
        known = os.environ | environment
        subprocess.run(command, input=json.dumps(tasks).encode(), env=known, capture_output=True, check=True)
    return environment


def _events(folder: Path, size: int) -> dict[str, str]:
    calendar = folder / "calendar"
    calendar.mkdir(exist_ok=True)
    for name, day in _items(size):
        body = f"UID:{name}\nDTSTAMP:20260101T000000Z\nSUMMARY:{name}\nDTSTART;VALUE=DATE:{day:%Y%m%d}\n"
        text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\n{body}END:VEVENT\nEND:VCALENDAR\n"
        (calendar / f"{name}.ics").write_text(text, encoding="utf-8")
    settings = f"[calendars]\n[[one]]\npath = {calendar}\n[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
    (folder / "config").write_text(f"{settings}[sqlite]\npath = {folder}/khal.db\n", encoding="utf-8")
    return {}


def _todos(folder: Path, size: int) -> dict[str, str]:
    calendar = folder / "todos" / "one"
    calendar.mkdir(parents=True, exist_ok=True)
    for name, day in _items(size):
        body = f"UID:{name}\nDTSTAMP:20260101T000000Z\nSUMMARY:{name}\nDUE;VALUE=DATE:{day:%Y%m%d}\n"
        text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VTODO\n{body}END:VTODO\nEND:VCALENDAR\n"
        (calendar / f"{name}.ics").write_text(text, encoding="utf-8")
    settings = f'path = "{folder}/todos/*"\ncache_path = "{folder}/cache.db"\ndate_format = "%Y-%m-%d"\n'
    (folder / "config.py").write_text(settings, encoding="utf-8")
    return {}


def _papers(folder: Path, size: int) -> dict[str, str]:
    library = folder / "papers"
    for number, (name, day) in enumerate(_items(size)):
        paper = library / name
        paper.mkdir(parents=True)
        told = f"ref: {name}\npapis_id: {number:032x}\ntitle: {name}\nauthor: x\nyear: {day.year}\ntype: article\n"
        (paper / "info.yaml").write_text(told, encoding="utf-8")
    settings = f"[settings]\ndefault-library = one\ncache-dir = {folder}/cache\n[one]\ndir = {library}\n"
    (folder / "config").write_text(settings, encoding="utf-8")
    return {"PAPIS_CONFIG_DIR": str(folder)}


def _journal(folder: Path, size: int) -> dict[str, str]:
    if size:
        entries = sorted((day, name) for name, day in _items(size))
        text = "".join(f"{day} {name}\n    a  1\n    b\n\n" for day, name in entries)
        (folder / "journal").write_text(text, encoding="utf-8")
    return {}


def _reminders(folder: Path, size: int) -> dict[str, str]:
    if size:
        lines = (f"REM {day:%d %b %Y} MSG {name}\n" for name, day in _items(size))
        (folder / "reminders").write_text("".join(lines), encoding="utf-8")
    return {}


OTHERS = (
    Other("task list", _tasks, lambda _: ("task", "rc.verbose=nothing", "list")),
    Other("khal list", _events, lambda at: ("khal", "-c", str(at / "config"), "list", TODAY.isoformat(), "60d")),
    Other("todo list", _todos, lambda at: ("todo", "--config", str(at / "config.py"), "list")),
    Other("papis list", _papers, lambda _: ("papis", "list", "--all")),
    Other("hledger check", _journal, lambda at: ("hledger", "-f", str(at / "journal"), "check")),
    Other("remind -n", _reminders, lambda at: ("remind", "-n", str(at / "reminders"), TODAY.isoformat())),
)
