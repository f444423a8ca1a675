"""Syntax errors: each is reported once, at its position, in the same way by both parsers."""

from typing import Any

import pytest
import yaml
from tests.bench.mutations import chance_of, mutated, samples

from briefcli.domain.diagnostic import Diagnostic
from briefcli.reading import nodes
from briefcli.reading.nodes import PlainLoader, Unreadable
from briefcli.reading.reader import read_agenda
from briefcli.reading.yaml_places import spot_of

PARSERS = [PlainLoader, *([nodes._Loader] if nodes.HAS_LIBYAML else [])]

# The text, and the line, column and code that should be reported
CASES = {
    "a tab in front": ("title: a\n\twhen: b\n", 2, 1, "tab"),
    "a tab in a list": ("title: a\nsessions:\n  \t- x\n", 3, 3, "tab"),
    "a quote to the end": ('title: "abc\nwhen: 2023\n', 1, 8, "unclosed-quote"),
    "a quote to the next quote": ('title: "abc\nwhen: 2023\nplace: "x"\n', 1, 8, "unclosed-quote"),
    "an apostrophe": ("title: 'NAVO's top'\nwhen: 2023\n", 1, 14, "text-after-quote"),
    "quotes in quotes": ('title: "de "nieuwe" DIP"\n', 1, 13, "text-after-quote"),
    "a second colon": ("title: DMM: de top\nwhen: 2023\n", 1, 11, "colon"),
    "a second colon behind an accent": ("title: Coördinatie: de top\n", 1, 19, "colon"),
    "a key indented too far": ("title: x\n  when: 2023\n", 2, 3, "indent"),
    "a key of an item indented too little": ("title: x\nsessions:\n  - title: a\n   kind: b\n", 4, 4, "indent"),
    "the first key indented": ("  title: x\nwhen: 2023\nplace: y\n", 1, 3, "indent"),
    "a list at the level of its neighbour": ("title: x\n- a\n", 2, 1, "indent"),
    "a list behind its key": ("title: - x\n", 1, 8, "indent"),
    "no colon on the first line": ("title x\nwhen: 2023\n", 1, 1, "missing-colon"),
    "no colon in between": ("title: x\nwhen 2023\nplace: y\n", 2, 1, "missing-colon"),
    "no colon at the end": ("title: x\nwhen 2023\n", 2, 1, "missing-colon"),
    "no space behind the colon": ("title: x\nwhen:2023\nplace: y\n", 2, 1, "missing-colon"),
    "nor behind that of the first key of an item": (
        "deadlines:\n  - title:Brief\n    due: 2023\n",
        2,
        5,
        "missing-colon",
    ),
    "an item without its first key": ("deadlines:\n  - Brief\n    due: 2023\n", 2, 5, "missing-colon"),
    "no space behind a dash": ("decision:\n  - Instemmen\n  -Kennisnemen\n", 3, 3, "missing-colon"),
    "a colon in the second line of a text": ("decision:\n  - Instemmen met\n    drie zaken: geld\n", 3, 15, "colon"),
    "a text and a list": ("title: x\nsessions: twee\n  - title: a\n  - title: b\n", 2, 11, "indent"),
    "a key below a value": ("events:\npublic: false\n        ground: b\n", 3, 9, "indent"),
    "the first line of a text too far": ("decision:\n  - >-\n     Instemmen\n    met\n", 4, 5, "indent"),
    "a line of a text not far enough": ("decision:\n  - >-\n    Instemmen\n   met\n", 4, 4, "indent"),
    "a dash one too far": ("title: x\nevents:\n   - title: a\n    kind: b\n  - title: c\n", 4, 5, "indent"),
    "a dash two too far": ("events:\n    - title: a\n    kind: b\n  - title: c\n", 3, 5, "indent"),
    "a dash not far enough": ("events:\n- title: a\n    kind: b\n  - title: c\n    kind: d\n", 3, 5, "indent"),
    "a dash below a text": ("events:\n  - title: a\n    note: b\n     - title: c\n    kind: d\n", 3, 11, "indent"),
    "a key of an item at the margin": ("deadlines:\n  - title: a\n    id: b\nkind: c\n    due: 2023\n", 5, 5, "indent"),
    "a date of an item at the margin": ("documents:\n- ref: a\ndate: 2023\n  title: b\n", 3, 1, "indent"),
    "a key too far to the right": ("documents:\n- ref: a\nplace: x\n  kind: b\n", 4, 3, "indent"),
    "a text above a list": ("title: x\nkey_points: Punten\n- a\n- b\n", 2, 13, "indent"),
    "no colon before a text of several lines": (
        "decision:\n  - text >-\n      Instemmen\n      met\n    given: true\n",
        2,
        5,
        "missing-colon",
    ),
    "an open bracket": ("title: x\nleads_to: [a, b\nwhen: 2023\n", 2, 11, "unclosed-bracket"),
    "a closing bracket alone": ("title: x\nwhen: ]\n", 2, 7, "unclosed-bracket"),
    "a text that begins with a dossier in brackets": ("title: [28 676] brief\n", 1, 8, "needs-quotes"),
    "at": ("title: @x\n", 1, 8, "needs-quotes"),
    "percent": ("title: %x\n", 1, 8, "needs-quotes"),
    "backtick": ("title: `x`\n", 1, 8, "needs-quotes"),
    "comma": ("title: , x\n", 1, 8, "needs-quotes"),
    "question mark": ("title: ? x\n", 1, 8, "needs-quotes"),
    "asterisk": ("title: * punt\n", 1, 8, "needs-quotes"),
    "alias": ("title: *punt\n", 1, 8, "needs-quotes"),
    "ampersand": ("title: & co\n", 1, 8, "needs-quotes"),
    "anchor": ("title: &co x\n", 1, 8, "needs-quotes"),
    "exclamation mark": ("title: ! let op\n", 1, 8, "needs-quotes"),
    "tag": ("title: !let op\n", 1, 8, "needs-quotes"),
    "text behind >": ("title: > tekst\n", 1, 8, "needs-quotes"),
    "backslash": ('title: "a\\d"\n', 1, 11, "escape"),
    "half a character": ('title: "\\ud800"\n', 1, 8, "escape"),
    "a second document": ("title: x\nwhen: 2023\n---\ntitle: y\n", 3, 1, "second-document"),
    "text behind the end": ("title: x\n...\nwhen: y\n", 3, 1, "second-document"),
    "a colon alone": ("title: x\n: y\n", 2, 1, "syntax"),
    "NUL": ("title: a\0b\n", 1, 9, "control-character"),
    "a bell, far down": ("title: x\n\nplace: \x07\n", 3, 8, "control-character"),
    "an invisible mark": ("title: a\ufeffb\n", 1, 9, "control-character"),
    "nothing": ("", 1, 1, "empty"),
    "a comment alone": ("# x\n", 1, 1, "empty"),
    "a text alone": ("hello\n", 1, 1, "not-a-mapping"),
    "a list alone": ("- a\n", 1, 1, "not-a-mapping"),
    "brackets in brackets": ("title: " + "[" * 200, 1, 57, "too-deep"),
    "dashes behind dashes": ("- " * 60 + "x", 1, 101, "too-deep"),
    "a bomb": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1, 4, "needs-quotes"),
}


# Text by people who have never seen YAML, and words of the hint that helps
LIST = "title: T\nwhen: unknown\nkey_points:\n"
HINTS = {
    LIST + "– Een\n– Twee\n": "hyphen",
    LIST + "• Een\n• Twee\n": "hyphen",
    LIST + "1. Een\n2. Twee\n": "hyphen",
    LIST + "* Een\n* Twee\n": "hyphen",
    LIST + "→ Een\n→ Twee\n": "hyphen",
    LIST + "\uf0b7\tEen\n\uf0b7\tTwee\n": "hyphen",
    LIST + "a) Een\nb) Twee\n": "hyphen",
    LIST + "o Een\no Twee\n": "hyphen",
    LIST + "  + Een\n  + Twee\n": "hyphen",
    LIST + "  – Een: twee\n": "hyphen",
    "title: T\nwhen: unknown\nevents:\n  – title: A\n    when: 2031\n": "hyphen",
    "title: T\nwhen: unknown\nevents:\n  - title: A\n  • title: B\n    when: 2031\n": "hyphen",
    LIST + "> - Een\n> - Twee\n": "remove the sign",
    LIST + "| Een | Twee |\n| drie | vier |\n": "remove the sign",
    LIST + "- Een\n-----\n- Twee\n": "remove it",
    "```yaml\n" + LIST + "- Een\n": "remove it",
    LIST + "- Een\n--- | ---\n": "remove it",
    LIST + "- Een\n-----Oorspronkelijk bericht-----\n": "remove it",
    LIST + "- Een\n________________________________\n": "remove it",
    LIST + "- Een\n---\n" + LIST: "give each meeting a file of its own",
    LIST + "- Een\n---\nplace: Den Haag\n": "remove it",
    LIST + "- Een\nMet vriendelijke groet,\n": "else remove it",
    LIST + "- |\n  Een\nen twee, bij elkaar\n": "indent it if it belongs to the text above it",
    LIST + "- |\n   Een\n  en twee\n": "lines of one text",
    LIST + "- Een\nplace Den Haag\n": "key: value",
    "deadlines:\n- Brief aan de Kamer\n  due: unknown\n": "key: value",
    LIST + "- 's Ochtends om tien uur\n": "in the other quotes",
    LIST + "- Een\nplace: X\nkey_points:\n- Twee\n": "under the first one",
    "title: T\nwhen: unknown\nconsiderations:\n- Een\n": "political",
    "title: T\nwhen: 15/6\n": "year first",
    "title: T\nwhen: 6/2031\n": "year first",
    "title: T\nwhen: 15-6-31\n": "year first",
    "title: T\nwhen: 10.30\n": "with its day",
    "title: T\nwhen:\n  - 2031-06-15\n  - 2031-06-16\n": "2023-06-15/2023-06-16",
    "title: T\nwhen: {from: 2031-06-15, to: 2031-06-16}\n": "2023-06-15/2023-06-16",
    LIST + "- title: Een\n": "did you mean “text”?",
    LIST + "-Een\n": "space between a dash",
    "title: T\nwhen: unknown\nevents:\n- title: A\n-title: B\n": "space between a dash",
    "title: T\nwhen: unknown\nevents:\n- title: A\n  kind: other\n  title: B\n": "put a dash before it",
    "title: T\nwhen: unknown\nevents:\n- title: A\n  kind: other\n  kind: other\n": "keep one of the two",
    "title: T\nwhen: 20310615\n": "2031-06-15",
    LIST + "- “De inzet: drie punten”\n": "straight",
    LIST + "- [concept]\n": "double quotes",
    "title: ‘Raad: buitenland’\nwhen: unknown\n": "straight",
    "title: T\nwhen: n.t.b.\n": "unknown",
    "title: T\nwhen: nog niet bekend\n": "unknown",
    "title: T\nwhen: datum onbekend\n": "unknown",
    "title: T\nwhen: niet later dan 15 juni 2031\n": "2031-06-15",
    "title: T\nwhen: vóór 15 juni 2031\n": "../2031-06-15",
    "title: T\nwhen: unknown\ndeadlines:\n- title:Nota\n  due:2031-02-01\n": "key: value",
}


@pytest.mark.parametrize("text", HINTS)
def test_hints_help_people_who_have_never_seen_yaml(text: str) -> None:
    found = read_agenda("x.yaml", text.encode()).diagnostics
    assert found
    assert all(HINTS[text] in (each.hint or "") for each in found)


def refusal(text: str, loader: type) -> Diagnostic | None:
    try:
        nodes.compose(text, loader)
    except Unreadable as refused:
        return refused.diagnostic
    return None


@pytest.mark.parametrize("name", CASES)
def test_each_error_has_a_position_a_code_and_a_plain_message(name: str) -> None:
    text, *expected = CASES[name]
    for loader in PARSERS:
        found = refusal(text, loader)
        assert found is not None
        assert [found.line, found.column, found.code] == expected
        assert found.hint
        said = f"{found.message} {found.hint}"
        assert not any(word in said for word in ("token", "scalar", "mapping", "stream", "expected", "node", "libyaml"))


@pytest.mark.parametrize(
    "text",
    [
        "title: R&D en 2 * 3!\n",
        "title: x\n...\n",
        "title: a]\n",
        "title: http://x\n",
        "a: b # 'c\n",
        "a: b\t\n \t \nc: d\te \t",
        "a:\tb\nc:\n  - d:\t\te\n    f: g\n  -\td: e\n    f: g\n",
    ],
)
def test_valid_yaml_is_accepted(text: str) -> None:
    assert [refusal(text, loader) for loader in PARSERS] == [None] * len(PARSERS)


@pytest.mark.skipif(not nodes.HAS_LIBYAML, reason="PyYAML has no libyaml here: there is only one parser")
def test_both_parsers_agree_on_agendas_with_mistakes() -> None:
    files = [data for data in samples() if len(data) < 1000]
    for number in range(300):
        chance = chance_of(f"parsers-{number}")
        text = mutated(chance, chance.choice(files)).decode("utf-8", "replace")
        one, other = (_outcome(text, loader) for loader in PARSERS)
        assert one == other, repr(text)


def _outcome(text: str, loader: type) -> Any:
    try:
        return _tree(nodes.compose(text, loader))
    except Unreadable as refused:
        return refused.diagnostic


def _tree(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return [(_tree(key), _tree(value)) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [_tree(each) for each in node.value]
    return node.value, spot_of(node)[0]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("place:Brussel", "there is no space after the colon of this key"),
        ("-Brussel", "there is no space after this dash"),
        ("place; Brussel", "there is no colon after this key"),
    ],
)
def test_missing_spaces_and_colons_are_told_apart(line: str, message: str) -> None:
    found = refusal(f"title: x\n{line}\nwhen: 2023\n", PlainLoader)
    assert found is not None
    assert found.message == message


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
        b"{\\rtf1\\ansi\n\\pard title: x\\par\n}",
        b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        "\ufeff<!doctype html>\n<p>title: Oekraïne</p>\n".encode(),
    ],
)
def test_a_file_of_another_program_is_one_mistake(data: bytes) -> None:
    (found,) = read_agenda("x.yaml", data).diagnostics
    assert (found.code, found.hint) == ("not-a-mapping", "is this the right file?")


def test_a_utf16_file_is_one_mistake_with_or_without_a_bom() -> None:
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        for text in ("title: Oekraïne\nwhen: 2023\n", "“Oekraïne”: de stand\nwhen: 2023\n"):
            (found,) = read_agenda("x.yaml", text.encode(encoding)).diagnostics
            assert (found.code, found.line, found.column) == ("not-utf8", 1, 1)


def test_a_file_that_a_power_cut_emptied_is_one_mistake() -> None:
    (found,) = read_agenda("x.yaml", bytes(4096)).diagnostics
    assert (found.code, found.line, found.column) == ("empty", 1, 1)
    assert "earlier version" in (found.hint or "")


def test_a_text_above_a_list_and_a_wrong_first_key_are_one_mistake_each() -> None:
    agenda = "title: x\nwhen: 2023\nsessions: a\n  - title: a\n  - title: b\ndeadlines:\n  - Brief: 2023\n    owner: b"
    found = read_agenda("x.yaml", agenda.encode()).diagnostics
    assert [(each.line, each.column, each.code) for each in found] == [(3, 11, "indent"), (7, 5, "unknown-key")]
