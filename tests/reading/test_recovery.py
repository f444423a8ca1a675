"""After a syntax error the rest of the file is checked, and no consequence of the error is reported."""

import re
import time

import pytest
from tests.bench.mutations import chance_of, mutated, samples
from tests.bench.slips import clean_agendas, slipped, told
from tests.reading.test_fields import planted
from tests.reading.test_syntax import CASES

from briefcli.reading import nodes
from briefcli.reading.lines import lines_of
from briefcli.reading.nodes import Unreadable, compose, decoded
from briefcli.reading.quoting import may_withhold, quotable
from briefcli.reading.reader import read_agenda

Found = tuple[int, int, str]

# Each line with a mistake ends with its column and code; § stands for the byte EB, which is not UTF-8
MANY = """\
title: NAVO-top: Den Haag                          #| 16 colon
short: "top van juni                               #| 8 unclosed-quote
series: @dmm                                       #| 9 needs-quotes
body: NATO
kind: ministeriel                                  #| 7 unknown-kind
place 's-Gravenhage                                #| 1 missing-colon
when: 2025-06-24/2025-06-25
staus: held                                        #| 1 unknown-key
timezone: Europe/Amsterdm                          #| 11 unknown-timezone
moved_to: 2025-07-01                               #| 11 moved-to-unused
summary:
  - >-
    Op maandag 24 juni 2025 komen de leiders       #| 8 weekday
    bijeen.
\t- Daarna volgt een verslag.                       #| 1 tab
leads_to: [dmm-2025-10, rbz-2025-09                #| 11 unclosed-bracket
sessions:
  - number: een                                    #| 13 wrong-type
    title: Werksessie
    when: 2025-07-24                               #| 11 session-outside-meeting
    topics:
      - Oekra§ne                                  #| 14 not-utf8
      - 'NAVO's inzet'                             #| 15 text-after-quote
  - number: 2
    title: Diner
   kind: diner                                     #| 4 indent
figures:
  - what: Uitgaven
    amount: 16,6                                   #| 13 wrong-type
  - what: Bijdrage
    source: "C:\\defensie"                          #| 17 escape
documents:
  - ref: brief van maart                           #| 10 unreadable-reference
    date: 2025-02-30                               #| 11 bad-date
    note: hij volgt\x07 nog                           #| 20 control-character
events:
  - title: Debat
    id: debat
    when: 2025-06-19/2025-06-18                    #| 11 end-before-start
    when: 2025-06-18                               #| 5 duplicate-key
  - title: Tweede debat
    id: debat                                      #| 9 same-name
  - kind: debate
deadlines:
  - title: Brief
    due: 5 werkdagen vooraf                        #| 10 bad-due
  - title: Lijnen
    due: before stemming                           #| 10 due-nowhere
  - title: Nota
    due: 2025-07-30                                #| 10 deadline-after-meeting
--- # niet van deze top                            #| 1 second-document
title: Een andere bijeenkomst
when: 2025-10
"""
NOTATION = {
    "colon", "unclosed-quote", "needs-quotes", "missing-colon", "tab", "unclosed-bracket", "not-utf8",
    "text-after-quote", "indent", "escape", "control-character", "second-document",
}  # fmt: skip

# Text after these is not in the agenda: it is in a second document, or in a file that is a list
NOTHING_AFTER = {"a second document", "a list alone"}
# With another line before or after them, these are other mistakes
ALONE = {"nothing", "a comment alone", "a text alone", "a list alone"}
ABSORBED = "the first key indented"  # after a key it is part of that key, and is left out with it
FIRST = {"the first key indented", "dashes behind dashes"}


def found(text: str) -> list[Found]:
    return [(each.line, each.column, each.code) for each in read_agenda("x.yaml", in_bytes(text)).diagnostics]


def in_bytes(text: str) -> bytes:
    return text.encode().replace("§".encode(), b"\xeb")


def unmarked(text: str) -> str:
    return re.sub(r" *#\|.*", "", text)


def test_all_mistakes_are_reported_at_their_positions_and_no_others() -> None:
    assert len(planted(MANY)) >= 25
    assert {code for _, _, code in planted(MANY)} >= NOTATION
    assert found(unmarked(MANY)) == planted(MANY)


def test_line_ends_change_nothing() -> None:
    assert found(unmarked(MANY).replace("\n", "\r\n")) == planted(MANY)
    assert found("\ufeff" + unmarked(MANY)) == planted(MANY)


def test_each_mistake_has_a_hint() -> None:
    reading = read_agenda("x.yaml", in_bytes(unmarked(MANY)))
    assert reading.agenda is None
    assert reading.root is None
    assert all(each.hint for each in reading.diagnostics)


@pytest.mark.parametrize("name", CASES)
def test_a_wrong_value_is_found_after_a_syntax_error(name: str) -> None:
    text, *place = CASES[name]
    text = text if not text or text.endswith("\n") else f"{text}\n"
    seen = found(f"{text}status: plannd\n")
    assert ((text.count("\n") + 1, 9, "unknown-word") in seen) is (name not in NOTHING_AFTER)
    assert name in ALONE or tuple(place) in seen


@pytest.mark.parametrize("name", CASES)
def test_a_wrong_value_is_found_before_a_syntax_error(name: str) -> None:
    text, line, column, code = CASES[name]
    seen = found(f"status: plannd\n{text}")
    assert ((1, 9, "unknown-word") in seen) is (name != ABSORBED)
    assert name in ALONE | FIRST or (line + 1, column, code) in seen


# A line with a syntax error that affects no other line, its column and its code
ONE_LINE = {
    "a tab": ("\tplace: x", 1, "tab"),
    "a quote": ('place: "x', 8, "unclosed-quote"),
    "an apostrophe": ("place: 'x's y'", 11, "text-after-quote"),
    "a colon": ("place: x: y", 9, "colon"),
    "no colon": ("place x", 1, "missing-colon"),
    "an indent": ("  place: x", 3, "indent"),
    "a bracket": ("place: [x", 8, "unclosed-bracket"),
    "a closed bracket": ("place: ]", 8, "unclosed-bracket"),
    "a sign": ("place: @x", 8, "needs-quotes"),
    "an escape": ('place: "x\\d"', 11, "escape"),
    "half a character": ('place: "\\ud800"', 8, "escape"),
    "a control character": ("place: x\x07", 9, "control-character"),
    "a byte": ("place: §", 8, "not-utf8"),
}


@pytest.mark.parametrize("first", ONE_LINE)
def test_three_syntax_errors_are_told_apart(first: str) -> None:
    """Every key is as long as `place`, so that the columns stay the same."""
    for second in ONE_LINE:
        lines, expected = ["title: T", "when: 2023"], list[Found]()
        for name, key, behind in (
            (first, "place", "status: held"), (second, "short", "kind: debate"), ("a colon", "drops", ""),
        ):  # fmt: skip
            line, column, code = ONE_LINE[name]
            if code != "not-utf8" or code not in {each[2] for each in expected}:  # the encoding is one mistake
                expected.append((len(lines) + 1, column, code))
            lines += [line.replace("place", key), behind]
        assert found("\n".join(lines)) == expected, second


def test_mistakes_in_twenty_list_items_are_all_reported() -> None:
    items = "".join(f"  - title: a{number}\n    note: b: c\n    kind: d\n" for number in range(20))
    expected = [(line, 12, "colon") for line in range(5, 65, 3)]
    assert found(f"title: T\nwhen: 2023\ndocuments:\n{items}") == expected


def test_mistakes_in_twenty_keys_are_all_reported() -> None:
    text = "title: T\nwhen: 2023\n" + "".join(f"key{chr(97 + number)}: @x\n" for number in range(20))
    assert [each[2] for each in found(text)] == ["needs-quotes"] * 20


NO_CONSEQUENCES = {
    "a lost date": ('title: T\nwhen: "2023\nmoved_to: 2024\nstatus: moved\n', (2, 7, "unclosed-quote")),
    "a lost title": ("title: a: b\nwhen: 2023\n", (1, 9, "colon")),
    "a lost status": ("title: T\nwhen: 2023\nstatus: @moved\nmoved_to: 2024\n", (3, 9, "needs-quotes")),
    "a lost day of the meeting": (
        "title: T\nwhen: 2023-01-01\nstatus: moved\nmoved_to: @2024-01-01\nsessions: [{title: a, when: 2024-01-01}]\n",
        (4, 11, "needs-quotes"),
    ),
    "a lost name": (
        "title: T\nwhen: 2023\nevents:\n  - title: a\n    id: @b\ndeadlines:\n  - {title: c, due: before b}\n",
        (5, 9, "needs-quotes"),
    ),
    "a lost list of names": (
        "title: T\nwhen: 2023\nevents: [{title: a, id: b}\ndeadlines:\n  - {title: c, due: before b}\n",
        (3, 9, "unclosed-bracket"),
    ),
    "a lost title of an item": (
        "title: T\nwhen: 2023\nevents:\n  - title: a: b\n    id: b\n",
        (4, 13, "colon"),
    ),
    "a lost dash": ("title: T\nwhen: 2023\nevents:\n  - title: a\n \tid: b\n  - title: c\n", (5, 2, "tab")),
    "a lost ground": (
        "title: T\nwhen: 2023\nkey_points:\n  - text: a\n    public: false\n\tground: b\n",
        (6, 1, "tab"),
    ),
    "a pasted text": ("title: T\nwhen: 2023\nplace: Brussel\nJustus Lipsius\nzaal 5\n", (4, 1, "missing-colon")),
    "bullets": ("title: T\nwhen: 2023\nkey_points:\n• Een\n• Twee\n• Drie\n", (4, 1, "missing-colon")),
    "a mail": ("> title: T\n> when: 2023\n> body: EU\n", (1, 1, "needs-quotes")),
    "a text above a list": ("title: T\nwhen: 2023\nkey_points: Punten\n- Een\n- Twee\n", (3, 13, "indent")),
    "a list without its key": ("title: T\nwhen: 2023\n- Een\n- Twee\n- Drie\n", (3, 1, "indent")),
    "a first item without a dash": (
        "title: T\nwhen: 2023\nevents:\n  title: A\n  kind: other\n- title: B\n",
        (4, 3, "indent"),
    ),
    "a dash without a space": (
        "title: T\nwhen: 2023\nevents:\n- title: A\n-title: B\n  kind: other\n",
        (5, 1, "missing-colon"),
    ),
    "no-break spaces": (
        "title: T\nwhen: 2023\nevents:\n- title: A\n\u00a0\u00a0kind: other\n- title: B\n",
        (5, 1, "indent"),
    ),
    "a web page": ('<!DOCTYPE html>\n<p style="a: b">\n<b>c: d\n', (1, 1, "not-a-mapping")),
    "two versions of the key of a list": (
        "title: T\nwhen: 2023\n<<<<<<< HEAD\nplace: X\nevents:\n=======\nevents:\n>>>>>>> x\n- due: b\nshort: T\n",
        (3, 1, "conflict"),
    ),
    "a list in the list above it": (
        "title: T\nwhen: 2023\ndocuments:\n  - title: A\n  events:\n  - title: B\n    when: 2023\n    kind: debate\n",
        (5, 3, "indent"),
    ),
    "an agenda's key in a list": (
        (
            "title: T\nwhen: 2023\ndocuments:\n  - title: A\n  events:\n  # x\n  - title: B\n    id: b\n"
            "deadlines:\n- {title: C, due: before b}\n"
        ),
        (5, 3, "indent"),
    ),
    "a first dash too far to the right": (
        "title: T\nwhen: 2023\nfigures:\n     - what: A\n    year: 2023\n    unit: x\n  - what: B\n  - what: C\n",
        (5, 5, "indent"),
    ),
    "another dash too far to the right": (
        "title: T\nwhen: 2023\ndocuments:\n  - title: A\n    date: 2023\n    - title: B\n    date: 2023\n",
        (6, 5, "indent"),
    ),
    "a key of an item at the margin": (
        (
            "title: T\nevents:\n  - title: A\nwhen: 2023\n    id: a\n  - title: B\n    id: b\n"
            "deadlines:\n  - {title: C, due: before b}\n"
        ),
        (5, 5, "indent"),
    ),
    "a tab behind a dash, and a key below it": (
        "title: T\nwhen: 2023\nevents:\n-\t\ttitle: A\n  id: b\n",
        (5, 3, "indent"),
    ),
    "a tab before a key of the agenda": (
        "title: T\nwhen: 2023\n\tconsiderations:\n  political: A\n  legal: B\nplace: X\n",
        (3, 1, "tab"),
    ),
    "a text that goes on": ("title: T\nwhen: 2023\nsummary: 'NAVO's top\n  is: kort'\n", (3, 16, "text-after-quote")),
}


@pytest.mark.parametrize("name", NO_CONSEQUENCES)
def test_consequences_of_a_mistake_are_not_reported(name: str) -> None:
    text, mistake = NO_CONSEQUENCES[name]
    assert found(text) == [mistake]


def test_a_missing_ground_is_reported_after_a_mistake_in_another_field() -> None:
    text = "title: T\nwhen: 2023\nplace x\nkey_points:\n  - {text: a, public: false}\n"
    assert found(text) == [(3, 1, "missing-colon"), (5, 5, "no-ground")]


def test_a_second_document_is_not_checked_and_the_hint_says_so() -> None:
    reading = read_agenda("x.yaml", b"title: T\nwhen: 2023\n---\ntitle: U\nwhen: 31-31\n")
    assert [each.code for each in reading.diagnostics] == ["second-document"]
    assert "not checked" in (reading.diagnostics[0].hint or "")


@pytest.mark.parametrize(
    "note", ["# Kernpunten\n\nTekst: hier.\n\nEn meer.\n", "Tekst hier.\n", "status:: open\n> a\n"]
)
def test_a_note_below_the_agenda_is_one_mistake(note: str) -> None:
    reading = read_agenda("x.yaml", f"---\ntitle: T\nwhen: 2023\n---\n{note}".encode())
    assert [(each.line, each.code) for each in reading.diagnostics] == [(4, "second-document")]
    assert "what follows" in (reading.diagnostics[0].hint or "")


def test_the_rest_is_checked_after_three_dashes_in_an_agenda() -> None:
    text = "title: T\nwhen: 2023\n---\nstatus: plannd\n"
    assert found(text) == [(3, 1, "second-document"), (4, 9, "unknown-word")]


def test_wrong_encodings_and_control_characters_are_reported_once() -> None:
    assert found("title: T\n" + "place: §\n" * 60) == [(2, 8, "not-utf8")]
    assert found("title: T\nwhen: 2023\nplace: §\nbody: NAVO\nshort: §\n") == [(3, 8, "not-utf8")]
    assert found("Pk\x03\x04\n\x05\x06\nx\x00\nx\n") == [(1, 3, "control-character")]
    assert found("title: T\n" + "place: \x07\n" * 60) == [(2, 8, "control-character")]


@pytest.mark.parametrize("mark", ["public: false", "pu\x07blic: false", "pu§blic: false", "p.u.b.l.i.c: false"])
def test_all_findings_of_a_file_with_a_mark_are_withheld(mark: str) -> None:
    text = f"title: a: b\nwhen: 2023\nevents:\n  - title: x\n    when: lantaarn\n    {mark}\nkind: lantaarn\n"
    reading = read_agenda("x.yaml", in_bytes(text))
    assert len(reading.diagnostics) > 1
    assert all(each.withheld for each in reading.diagnostics)


def test_the_lines_of_a_file_without_marks_are_quoted() -> None:
    data = unmarked(MANY).replace("§", "e").encode()
    assert not may_withhold(data)
    assert quotable(data).line(8, internal=False) == "staus: held"


_LONG = "title: T\nwhen: 2023\nkey_points:\n" + f"  - {'word ' * 400}\n" * 60


@pytest.mark.parametrize(
    "text",
    [
        "title: x: y\n" + "\n" * 10_000,
        "title: T\nwhen: 2023\n" + "\tkey: x\n" * 400,
        _LONG + "  - a: b: c\n" * 30,
        "title: T\n" + "".join(" " * (40 - number % 40) + "a:\n" for number in range(2_000)),
        "title: T\nwhen: 2023\n" + "---\nplace: x\n" * 4_000,
        "title: T\nwhen: 2023\nkey_points:\n" + "  # geheim\n  - a\n" * 700,
        "title: T\nwhen: 2023\nevents:\n" + '  - title: "x\n    when: 31-31\n' * 100,
        "decision:\n  - " + " " * 40_000 + ">\n     a\n   b\n",
        "decision:\n  - " + "a " * 8_000 + "\n    due: b\n",
    ],
)
def test_no_file_takes_long(text: str) -> None:
    began = time.process_time()
    assert found(text)
    assert time.process_time() - began < 1.5  # each takes a third of a second at most


def _first(data: bytes) -> Found | None:
    """The syntax error that stops every other command, or None."""
    try:
        compose(decoded(data))
    except Unreadable as refused:
        return refused.diagnostic.line, refused.diagnostic.column, refused.diagnostic.code
    return None


def test_the_first_error_is_reported_and_all_positions_are_in_the_file() -> None:
    files = [data for data in samples() if len(data) < 2000]
    for number in range(80):
        chance = chance_of(f"recovery-{number}")
        data = mutated(chance, chance.choice(files))
        reading = read_agenda("x.yaml", data)
        seen = [(each.line, each.column, each.code) for each in reading.diagnostics]
        first = _first(data)
        assert first is None or first in seen, data
        assert (first is None) is (reading.agenda is not None), data
        lines = lines_of(data.decode("utf-8-sig", "surrogateescape"))
        assert all(line <= len(lines) and column <= len(lines[line - 1]) + 1 for line, column, _ in seen), data


# What libyaml reads and the parser in Python refuses
_REFUSED = ("consulted:\n  ?\tx", "place: x\n \tx", "place: \ufeffx", "place: &a x", "place: !x y", "summary: |#\n  x")


@pytest.mark.skipif(not nodes.HAS_LIBYAML, reason="PyYAML has no libyaml here: there is only one parser")
def test_both_parsers_report_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    cases = [in_bytes(unmarked(MANY)), *(f"title: T\nwhen: 2023\n{each}\n".encode() for each in _REFUSED)]
    for number in range(20):
        chance = chance_of(f"both-{number}")
        cases.append(mutated(chance, chance.choice([data for data in samples() if len(data) < 1000])))
    ours = [read_agenda("x.yaml", data).diagnostics for data in cases]
    monkeypatch.setattr(nodes, "HAS_LIBYAML", False)
    assert ours == [read_agenda("x.yaml", data).diagnostics for data in cases]


def test_clean_agendas_have_no_findings() -> None:
    agendas = [*clean_agendas()]
    assert agendas
    assert all(found(data.decode()) == [] for data in agendas)


def test_one_typo_gives_one_message() -> None:
    """99.7% of many thousands of typos do (`python -m tests.bench.slips`); other agendas may do worse."""
    files = clean_agendas()
    counts = [len(seen) for number in range(50) if (seen := _told(files, number)) is not None]
    assert len(counts) > 25
    assert sum(count == 1 for count in counts) / len(counts) >= 0.97


def _told(files: list[bytes], number: int) -> list[object] | None:
    chance = chance_of(f"slip-{number}")
    made = slipped(chance, chance.choice(files))
    seen = told(made[1]) if made else None
    return None if seen is None else list(seen)
