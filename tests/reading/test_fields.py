"""All mistakes of a file are reported at once, each at its position."""

import msgspec
import pytest

from briefcli.domain.agenda import Agenda
from briefcli.domain.item import Item
from briefcli.domain.redaction import redact
from briefcli.domain.vocabulary import MEANT_KEYS
from briefcli.reading.mark_words import entry_may_withhold, is_word_of_mark
from briefcli.reading.reader import read_agenda
from briefcli.reading.shapes import form_of, records

# Each line with a mistake ends with the column and the code of the mistake
TWENTY = """\
titel: Bijeenkomst                                 #| 1 unknown-key
title: Vergadering op maandag 15 juni 2023         #| 23 weekday
title: Nog een titel                               #| 1 duplicate-key
when: 2023-06-15/2023-06-16
status: gehoudn                                    #| 9 unknown-word
kind: ministeriel                                  #| 7 unknown-kind
timezone: Europe/Amsterdm                          #| 11 unknown-timezone
moved_to: 2023-06-20                               #| 11 moved-to-unused
sessions:
  - number: een                                    #| 13 wrong-type
    title: Werksessie
    when: 2023-07-01                               #| 11 session-outside-meeting
figures:
  - what: Uitgaven
    amount: 16,6                                   #| 13 wrong-type
  - year: 2023                                     #| 5 missing-key
documents:
  - ref: brief van maart                           #| 10 unreadable-reference
    date: 2023-02-30                               #| 11 bad-date
events:
  - title: Debat
    id: debat
    when: 2023-06-09/2023-06-08                    #| 11 end-before-start
  - title: Tweede debat
    id: debat                                      #| 9 same-name
  - een losse tekst                                #| 5 wrong-type
deadlines:
  - title: Brief
    due: 5 werkdagen vooraf                        #| 10 bad-due
  - title: Lijnen
    due: before debatten                           #| 10 due-nowhere
  - title: Nota
    due: 2023-06-30                                #| 10 deadline-after-meeting
  - title: Kring
    id: kring
    due: 2 days before kring                       #| 10 circle
key_points:
  - {text: Vertrouwelijk, public: false}           #| 5 no-ground
"""


def test_a_misspelt_ground_is_reported_once() -> None:
    assert codes("title: T\nwhen: 2023\nkey_points:\n  - {text: a, public: false, gorund: b}\n") == [
        (4, 30, "unknown-key")
    ]


def planted(text: str) -> list[tuple[int, int, str]]:
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        _, mark, said = line.partition("#| ")
        if mark:
            column, code = said.split()
            found.append((number, int(column), code))
    return found


def codes(text: str) -> list[tuple[int, int, str]]:
    return [(each.line, each.column, each.code) for each in read_agenda("x.yaml", text.encode()).diagnostics]


def test_twenty_mistakes_are_reported_at_once_at_their_positions() -> None:
    assert len(planted(TWENTY)) >= 20
    assert codes(TWENTY) == planted(TWENTY)


def test_each_mistake_has_a_hint() -> None:
    for each in read_agenda("x.yaml", TWENTY.encode()).diagnostics:
        assert each.hint
        assert each.message[0].islower() or each.message[0] in "“0123456789"


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        ("sumary: x", (3, 1, "unknown-key")),
        ("leads_to: {a: b}", (3, 11, "wrong-type")),
        ("place: [a, b]", (3, 8, "wrong-type")),
        ("considerations: x", (3, 17, "wrong-type")),
        ("figures: [{what: x, amount: inf}]", (3, 29, "wrong-type")),
        ("figures: [{what: x, amount: 1.000}]", (3, 29, "wrong-type")),
        ("figures: [{what: x, to: -12.500}]", (3, 25, "wrong-type")),
        ("decision: {text: x, given: misschien}", (3, 28, "wrong-type")),
        ("events:\n- title: a\n  kind: other\n  title: b\n  kind: other", (6, 3, "duplicate-key")),
        ("events:\n- title: a\n  kind: other\n  kind: other", (6, 3, "duplicate-key")),
        ("events:\n- title: a\nevents:\n- title: b", (5, 1, "duplicate-key")),
        ("considerations: [x]", (3, 17, "wrong-type")),
        ("sessions: {number: 0x1}", (3, 20, "wrong-type")),
    ],
)
def test_a_single_mistake_is_reported(line: str, mistake: tuple[int, int, str]) -> None:
    assert codes(f"title: T\nwhen: 2023\n{line}\n") == [mistake]


@pytest.mark.parametrize("number", ["1", "01", "0010", "-2"])
def test_a_whole_number_may_begin_with_zeros(number: str) -> None:
    agenda = read_agenda("x.yaml", f"title: T\nwhen: 2023\nsessions: {{number: {number}}}\n".encode()).agenda
    assert agenda is not None
    assert agenda.sessions[0].number == int(number)


@pytest.mark.parametrize("number", ["1000", "1.0", "12.5000", "0.125", "2031.125"])
def test_an_unambiguous_number_is_read(number: str) -> None:
    agenda = read_agenda("x.yaml", f"title: T\nwhen: 2023\nfigures: [{{what: x, amount: {number}}}]\n".encode()).agenda
    assert agenda is not None
    assert agenda.figures[0].amount == float(number)


def test_a_key_that_is_a_list_may_be_a_mark() -> None:
    assert codes("title: T\nwhen: 2023\n? [a]\n: b\n") == [(1, 1, "no-ground"), (3, 3, "unknown-key")]


def test_columns_count_characters_not_bytes() -> None:
    assert codes("title: {é😀: x}\nwhen: 2023\n")[0][1] == 9
    assert codes("title: T\nwhen: 2023\nevents: [{title: é😀é, wat: x}]\n") == [(3, 23, "unknown-key")]


def test_a_long_text_is_not_repeated_in_full() -> None:
    found = read_agenda("x.yaml", f"title: T\nwhen: {'lang ' * 10_000}\n".encode()).diagnostics
    assert len(found[0].message) < 300


def test_positions_are_right_after_an_unreadable_item() -> None:
    text = "title: T\nwhen: 2023\ndocuments:\n  - een tekst\n  - ref: 28 676, nr. 4\n  - ref: brief van mei\n"
    assert codes(text) == [(4, 5, "wrong-type"), (6, 10, "unreadable-reference")]


def test_a_single_item_instead_of_a_list_has_a_position_too() -> None:
    text = "title: T\nwhen: 2023\ndocuments:\n  ref: brief van mei\n"
    assert codes(text) == [(4, 8, "unreadable-reference")]


def test_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    unix = TWENTY.encode()
    for data in (unix.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + unix):
        found = [(each.line, each.column, each.code) for each in read_agenda("x.yaml", data).diagnostics]
        assert found == planted(TWENTY)


def test_every_record_can_be_withheld_and_no_other_field_is_spelt_like_a_mark() -> None:
    for record in records():
        assert issubclass(record, Item)
        others = form_of(record).says_nothing
        assert not any(map(is_word_of_mark, others))
        assert not any(entry_may_withhold(each, ["x"]) for each in others)


@pytest.mark.parametrize("text", ["- Polen: tegen", "- {Polen: tegen, Spanje: voor}", "- Polen:\n      - tegen"])
def test_a_text_with_a_colon_gets_a_hint_about_quotes(text: str) -> None:
    found = read_agenda("x.yaml", f"title: T\nwhen: 2023\nkey_points:\n  {text}\n".encode()).diagnostics
    assert {(each.code, each.hint) for each in found} == {
        ("unknown-key", "a text with a colon and a space in it must be in quotes")
    }


def test_an_unknown_key_beside_a_text_gets_no_hint_about_quotes() -> None:
    data = b"title: T\nwhen: 2023\nkey_points:\n  - text: Polen\n    Spanje: voor\n  - {}\n"
    assert [(each.code, each.hint) for each in read_agenda("x.yaml", data).diagnostics] == [
        ("unknown-key", "the keys here are text, public, ground"), ("missing-key", "add text: on a line of its own"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["decision", "speaking", "withheld", "key_points"])
def test_a_text_withheld_by_a_mark_keeps_the_type_of_its_list(name: str) -> None:
    agenda = read_agenda("x.yaml", f"title: T\nwhen: unknown\n{name}: [De inzet (vertrouwelijk)]\n".encode()).agenda
    assert agenda is not None
    for version in (agenda, redact(agenda)):
        assert msgspec.json.decode(msgspec.json.encode(version), type=Agenda) == version


def test_a_dutch_key_suggests_only_its_english_key() -> None:
    text = "titel: x\ndatum: 2023\nplaats: y\nstukken: []\nevents:\n  - title: a\n    datum: 2023\n    soort: debate\n"
    found = read_agenda("x.yaml", text.encode()).diagnostics
    meant = ["title", "when", "place", "documents", "when", "kind"]
    assert [each.hint for each in found] == [f"did you mean “{each}”?" for each in meant]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("19 februari 2031", "did you mean 2031-02-19?"),
        ("uiterlijk 19 februari 2031", "did you mean 2031-02-19?"),
        ("voor 1 maart 2031", "did you mean ../2031-03-01?"),
        ("uiterlijk op 1 maart 2031", "did you mean 2031-03-01?"),
        ("3 days before 2031-03-01", "write a date, or count from: meeting"),
        ("na 1 maart 2031", "did you mean 2031-03-01/..?"),
        ("19 februari 2031 (onder voorbehoud)", "write 2031-02-19?"),
        *((f"{words} 19 februari 2031", "") for words in ("vanaf", "sinds", "was", "tot", "3 werkdagen voor")),
    ],
)
def test_a_hint_gives_a_date_only_if_the_words_before_it_leave_its_meaning(written: str, hint: str) -> None:
    text = f"title: T\nwhen: 2031-05-01\ndeadlines:\n  - title: a\n    due: {written}\n"
    (found,) = read_agenda("x.yaml", text.encode()).diagnostics
    assert found.hint == hint or (not hint and "2031" not in str(found.hint))


def test_the_english_keys_of_dutch_words_exist() -> None:
    keys = {name for record in records() for name in form_of(record).shapes}
    assert {each for meant in MEANT_KEYS.values() for each in meant} <= keys


@pytest.mark.parametrize("text", ["15 juni", "15 juni, 10.00 uur", "15/16 juni"])
def test_a_date_without_a_year_gets_a_hint_about_its_year(text: str) -> None:
    (found,) = read_agenda("x.yaml", f"title: x\nwhen: {text}\n".encode()).diagnostics
    assert (found.code, found.hint is not None and "its year, as in 2023-06-15" in found.hint) == ("bad-date", True)
