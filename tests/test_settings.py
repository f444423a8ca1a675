"""`brief.toml`: its settings are read, and a mistake is reported with its line and what to do."""

import os
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefcli.domain.workdays import day_off
from briefcli.errors import BriefError
from briefcli.settings import Settings
from briefcli.settings_reading import read_settings
from briefcli.workspace import Workspace
from tests.conftest import PROJECT
from tests.examples import any_text

FULL = """
[[days_off]]
day = 2031-12-24
name = "Ministry closed"

[[recess]]
first = 2031-07-04
last = 2031-09-01
name = "Zomerreces 2031"

[[rhythm]]
series = "raad"
kind = ["council", "informal"]
drops = ["report"]

[[rhythm.deadlines]]
id = "annotated-agenda"
title = "Geannoteerde agenda"
due = "14 days before meeting"
owner = "BPZ"

[[rhythm.events]]
id = "cd"
title = "Commissiedebat"
kind = "debate"
due = "7 days before meeting"
"""


def _read(text: str) -> Settings:
    return read_settings(text.encode(), "brief.toml")


def test_all_settings_are_read() -> None:
    settings = _read(FULL)
    assert day_off(date(2031, 12, 24), settings.calendar) == "Ministry closed"
    assert settings.calendar.recess_on(date(2031, 8, 1)) == "Zomerreces 2031"
    (rhythm,) = settings.rhythms
    assert (rhythm.name, rhythm.series, rhythm.kinds) == ("raad, council, informal", ("raad",), ("council", "informal"))
    assert rhythm.drops == ("report",)
    assert [(each.id, each.happens, each.owner) for each in rhythm.expects] == [
        ("cd", True, ""),
        ("annotated-agenda", False, "BPZ"),
    ]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("[[days_off]\nday = 1", ":1:", "cannot be read"),
        ("[[days_off]]\nday = '2031-12-24'", ":2:", "without quotes"),
        ("[[days_off]]\nday = 2031-12-24T09:00:00", ":2:", "a day with a time"),
        ("[[days_off]]\nname = 'x'", ":1:", "“day” is missing"),
        ("[[recess]]\nfirst = 2031-01-02\nlast = 2031-01-01", ":3:", "ends before"),
        ("[[rhythm]]\n\nseris = 'x'", ":3:", "“seris” does not exist"),
        ("[[rhythm]]\nseries = 1", ":2:", "a text in quotes"),
        (FULL + "[[rhythm.events]]\nid = 'x'\ntitle = 'y'\ndue = 'soon'", ":30:", "“soon” cannot be read as a date"),
        (FULL + "[[rhythm.events]]\nid = 'x'\ntitle = 'y'\ndue = '2031-01-01'", ":30:", "one date for every meeting"),
        (FULL + "[[rhythm.events]]\nid = 'CD'\ntitle = 'y'\ndue = 'before meeting'", ":28:", "is used twice"),
        (FULL + "[[rhythm.events]]\nid = ' '\ntitle = 'y'\ndue = 'before meeting'", ":28:", "may not be empty"),
        ("[[rhythm]]\nname = 'x'\n[[rhythm.deadline]]\nid = 'y'", ":3:", "“deadline” does not exist"),
        ("[official]\nsince = 2031-01-01\ndossiers = ['36200-X', 28676]", ":3:", "a text in quotes"),
        ("[[rhythm]]\nname = 'x'\n[rhythm]\nname = 'y'", ":3:", "with two brackets"),
        ('language: "nl"', ":1:9: ", "write key = value"),
        ("language = 'nl\n", ":1: ", "close it with the same sign"),
        ("language = 'nl',\n", ":1:16: ", "remove what follows"),
        ("[[days_off]]\nday = 24-12-2031", ":2:9: ", "a day is written as"),
        ("a = [2031-12-24, 25-12-2031]", ":1:20: ", "a day is written as"),
        ("[[days_off\n", ":1:", "a table a [[header]]"),
        ("[official]\ndossiers = ['28676'\n\n", ":2: ", "close the bracket"),
        ('[official]\nfolder = "..\\official"', ":2:15: ", "backslash"),
        ('folder = "C:\\Users"', ":1:15: ", "backslash"),
        ("language = nl", ":1:12: ", "a text needs quotes"),
        ("language = “nl”", ":1:12: ", "straight ones"),
        ('language = "nl" “x”', ":1:17: ", "remove what follows"),
        ("language = 'nl'\n<<<<<<< HEAD\nx = 1", ":2:1: ", "keep one of the two versions"),
        ("x = {a = 1,}", ":1:12: ", "comma before a closing brace"),
        ("[rhythm]\nname = 'x'", ":1:", "two brackets: [[rhythm]]"),
        ("[[rhythm]]\nname = {a = 1}", ":2:", "a text in quotes, got a table"),
        ("[official]\ndossiers = ['28676',", ":2: ", "close the bracket"),
        ("[paper]\ncolour = 'blauw'", ":2:", "as in #154273"),
        ("a = " + "[" * 5000, "", "cannot be read"),
        ("a = " + "9" * 5000, "", "cannot be read"),
    ],
)
def test_a_mistake_is_reported_with_its_line(text: str, place: str, words: str) -> None:
    with pytest.raises(BriefError) as refused:
        _read(text)
    assert str(refused.value).startswith(f"brief.toml{place}")
    assert words in f"{refused.value} {refused.value.hint}"


def test_the_settings_say_what_to_download() -> None:
    text = b'[official]\ncommittees = ["Defensie"]\ndossiers = ["36200-X"]\nsince = 2031-01-01\n'
    official = read_settings(text, "brief.toml").official
    assert (official.committees, official.dossiers, official.since) == (("Defensie",), ("36200-X",), date(2031, 1, 1))
    for wrong, message in (('dossiers = ["x"]', "brief.toml:2: “x” is no dossier"), ("pause = -1.0", "brief.toml:2:")):
        with pytest.raises(BriefError, match=re.escape(message)):
            read_settings(f"[official]\n{wrong}\n".encode(), "brief.toml")


def test_other_encodings_are_refused() -> None:
    with pytest.raises(BriefError, match=r"brief\.toml:2: this is not written in UTF-8"):
        read_settings("\n# é".encode("latin-1"), "brief.toml")
    assert read_settings("\ufeff# é".encode(), "brief.toml") == Settings()


@given(st.one_of(st.binary(max_size=80), any_text(max_size=80).map(str.encode)))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        settings = read_settings(data, "brief.toml")
    except BriefError:
        return
    assert isinstance(settings, Settings)


def settings_in(folder: Path) -> Settings:
    return Workspace(folder, "agendas", internal=False, today=date(2031, 3, 4)).settings()


def test_without_a_file_the_defaults_apply(tmp_path: Path) -> None:
    assert settings_in(tmp_path) == Settings()


def test_a_folder_named_brief_toml_is_refused(tmp_path: Path) -> None:
    (tmp_path / "brief.toml").mkdir()
    with pytest.raises(BriefError, match=r"agendas/brief\.toml"):
        settings_in(tmp_path)
    if hasattr(os, "mkfifo"):  # Windows has none
        (tmp_path / "brief.toml").rmdir()
        os.mkfifo(tmp_path / "brief.toml")
        with pytest.raises(BriefError, match=r"agendas/brief\.toml"):
            settings_in(tmp_path)


def test_the_projects_own_settings_can_be_read() -> None:
    settings = settings_in(PROJECT / "agendas")
    assert {rhythm.name for rhythm in settings.rhythms} == {"NATO", "EU"}
    assert all(len(rhythm.expects) == 3 for rhythm in settings.rhythms)


def test_dutch_words_of_the_vocabulary_are_read() -> None:
    (rhythm,) = read_settings(
        b"""
[[rhythm]]
kind = ["raad", "informeel"]
[[rhythm.events]]
id = "commissie"
title = "Commissiedebat"
kind = "debat"
due = "7 dagen voor de vergadering"
[[rhythm.deadlines]]
id = "lijnen"
title = "Woordvoeringslijnen"
due = "1 werkdag voor debat"
""",
        "brief.toml",
    ).rhythms
    event, deadline = rhythm.expects
    assert (rhythm.kinds, event.kind, deadline.due.anchor) == (("council", "informal"), "debate", "debate")
