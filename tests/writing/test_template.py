"""A new agenda: known values are filled in, and every other field is a comment that can be switched on."""

import re
from unicodedata import normalize

from hypothesis import given, settings
from tests.examples import any_text, examples

from briefcli.domain.agenda import Agenda, plain
from briefcli.domain.diagnostic import Severity
from briefcli.domain.item import words_of
from briefcli.reading.reader import read_agenda
from briefcli.reading.shapes import shapes_of
from briefcli.writing.formatting import formatted
from briefcli.writing.template import template

KNOWN = {"title": "NAVO-top: Den Haag", "when": "2025-06-24"}
LATER = {"moved_to", "unplaced", "released"}


def switched_on(text: str) -> str:
    return re.sub(r"(?m)^#(?=[a-z]|  )", "", text)


def test_a_new_agenda_has_no_mistakes() -> None:
    reading = read_agenda("x.yaml", template(KNOWN, ".schema.json").encode())
    assert reading.diagnostics == []
    assert reading.agenda is not None
    assert reading.agenda.title == KNOWN["title"]


def test_the_first_line_names_the_schema() -> None:
    assert template(KNOWN, "../.schema.json").startswith("# yaml-language-server: $schema=../.schema.json\n")


def test_every_field_can_be_switched_on() -> None:
    text = switched_on(template(KNOWN, ".schema.json"))
    reading = read_agenda("x.yaml", text.encode())
    assert [each for each in reading.diagnostics if each.severity is Severity.ERROR] == []
    assert reading.agenda is not None
    assert plain(reading.agenda).keys() == shapes_of(Agenda).keys() - LATER


def test_every_field_is_explained_in_the_words_of_the_declaration() -> None:
    text = template(KNOWN, ".schema.json")
    for name, shape in shapes_of(Agenda).items():
        if name not in LATER:
            assert re.search(rf"^# {re.escape(shape.description)}.*\n#?{name}:", text, re.MULTILINE), name


def test_a_new_agenda_is_formatted() -> None:
    for text in (template(KNOWN, "x"), switched_on(template(KNOWN, "x"))):
        assert formatted(text) == text


@settings(max_examples=examples(10))
@given(any_text(min_size=1), any_text())
def test_any_text_is_read_back_as_it_was_given(title: str, place: str) -> None:
    title, place = (normalize("NFC", each.encode("utf-8", "replace").decode()) for each in (title, place))
    text = template({**KNOWN, "title": title, "place": place, "key_points": [title, {"text": place}]}, "x")
    agenda = read_agenda("x.yaml", text.encode()).agenda
    assert agenda is not None
    assert words_of(agenda.title) == title
    assert words_of(agenda.place) == place
    assert list(map(words_of, agenda.key_points)) == [title, place]
