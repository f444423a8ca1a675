import codecs
import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import any_text

from briefcli.config import MARK_OF
from briefcli.render.as_csv import render_csv
from briefcli.render.as_json import render_json
from briefcli.render.as_markdown import render_markdown
from briefcli.render.clean import ALIKE, UNSAFE, alike, clean, one_line
from briefcli.render.screen import Screen
from briefcli.render.terminal import render_terminal
from briefcli.views.cell import Words
from briefcli.views.view import Column, Heading, Point, Points, Remark, Table, View

ANY_TEXT = st.text(st.characters())  # surrogates too
STEERING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def is_dangerous(character: str) -> bool:
    """Whether it is a control character, a surrogate, or a change of text direction, by its Unicode properties."""
    if character == "\n":
        return False
    return (
        unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} or unicodedata.bidirectional(character) in STEERING
    )


def test_control_characters_are_unsafe_and_letters_are_not() -> None:
    for point in (*range(0x30000), *range(0xE0000, 0xE0200), 0xF0000, 0x10FFFF):  # nothing is assigned between these
        character = chr(point)
        if is_dangerous(character):
            assert re.match(UNSAFE, character), hex(point)
        elif re.match(UNSAFE, character):
            assert not character.isprintable()
            assert unicodedata.category(character) in {"Cf", "Cn"}, hex(point)


@given(ANY_TEXT)
def test_clean_removes_unsafe_characters_and_keeps_lines(text: str) -> None:
    cleaned = clean(text)
    assert not re.search(UNSAFE, cleaned)
    assert cleaned.count("\n") == text.count("\n")
    assert clean(cleaned) == cleaned
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("één café, “ja” – 12 €", "één café, “ja” – 12 €"),
        ("\x1b[2J", "␛[2J"),
        ("a\x00b", "a␀b"),
        ("a\x7fb", "a⟨U+007F⟩b"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("a\ud800b", "a⟨U+D800⟩b"),
        ("a\U000e0041b", "a⟨U+E0041⟩b"),
        ("a\tb\r\nc\u2028d", "a b\nc d"),
        ("Raad\rvan\vde\fEU\x1dop\x855\u2029juni\r\r\n", "Raad van de EU op 5 juni \n"),
    ],
)
def test_an_unsafe_character_is_shown_as_a_symbol(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_one_line_has_single_spaces() -> None:
    assert one_line("  a\n\tb  ") == "a b"


def view_of(text: str) -> View:
    """A view with this text in every place that can contain text from a file."""
    cell = Words(text, withheld=True, ground=text)
    table = Table((Column("A"), Column("B", whole=True)), ((cell, Words(text)),))
    nested = Point(cell, label=text, below=(Point(Words(text)),))
    return View(
        data=[{"text": text, "texts": [text], "more": {"text": text}}],
        blocks=(Heading(cell, cell), Points((nested, Point(cell))), table, Remark((text, cell))),
    )


@given(ANY_TEXT, st.sampled_from([None, 20, 80]))
def test_no_format_prints_an_unsafe_character(text: str, width: int | None) -> None:
    view = view_of(text)
    for rendered in (
        render_terminal(view, Screen(width=width)),
        render_csv(view).replace("\r\n", "\n"),
        render_markdown(view),
    ):
        assert not re.search(UNSAFE, rendered)


@given(st.recursive(any_text(), lambda inner: st.lists(inner) | st.dictionaries(any_text(), inner), max_leaves=10))
def test_json_is_safe_and_loads_back_the_same(data: object) -> None:
    rendered = render_json(View(data=data, blocks=()))
    assert not re.search(UNSAFE, rendered)
    assert json.loads(rendered) == data


@pytest.mark.parametrize(
    ("encoding", "text", "shown"),
    [
        ("cp1252", "◕ vóór “8 jun” – ½ €", "+ vóór “8 jun” – ½ €"),
        ("cp1252", "3 │ lijn ⟨niet openbaar⟩", "3 | lijn <niet openbaar>"),
        ("cp850", "‼ vóór “8 jun” – €5", '! vóór "8 jun" - EUR5'),
        ("cp1252", "█●▲■✓×░┄┊━▶│┬─", "#*^+v×~.:->|+-"),  # of a timeline, each one column wide
        ("cp1252", "Wałęsa co\xadör\u200bdi\ufb01ceert", "Walesa co\xadördificeert"),  # cp1252 has the soft hyphen
        ("ascii", "vóór ½ 文 \udc80", "voor \\xbd \\u6587 \\udc80"),  # “12” would be another number
    ],
)
def test_characters_outside_the_encoding_become_similar_ones(encoding: str, text: str, shown: str) -> None:
    codecs.register_error(ALIKE, alike)
    assert text.encode(encoding, ALIKE).decode(encoding) == shown


def test_marks_of_nearness_stay_distinct_in_ascii() -> None:
    codecs.register_error(ALIKE, alike)
    marks = [each.default for each in MARK_OF]
    assert len({mark.encode("ascii", ALIKE) for mark in marks}) == len(marks)
