"""What a memo adds to an existing file: only what is new, without changing a line."""

from pathlib import Path
from textwrap import indent

import pytest
import yaml
from hypothesis import given, settings
from tests.examples import examples
from tests.memo.made_up import MadeUp, memos
from tests.memo.words import memo_of

from briefcli.domain.agenda import Agenda, Considerations, Deadline, Document, Event, Figure, Question, Session
from briefcli.domain.due import parse_due
from briefcli.domain.vocabulary import NOT_READ
from briefcli.domain.when import parse_when
from briefcli.errors import BriefError
from briefcli.memo.extract.source import read_memo
from briefcli.memo.imported import Imported
from briefcli.memo.importer import import_memo
from briefcli.memo.merging import merge
from briefcli.memo.writing import write_agenda
from briefcli.reading.reader import read_agenda

PROJECT = Path(__file__).parent.parent.parent
FIXTURES = Path(__file__).parent / "fixtures"
AGENDAS = sorted((PROJECT / "agendas").rglob("*.yaml"))[::9]  # three of them: the others would test nothing new


def imported(**fields: object) -> Imported:
    agenda = Agenda(title="Vijverraad", when=parse_when("2024-03-18"))
    for name, value in fields.items():
        setattr(agenda, name, value)
    return Imported("vijverraad-2024-03", agenda)


def lines_are_kept(old: str, new: str) -> bool:
    """Every old line is still there, in its order."""
    left = iter(new.splitlines())
    return all(line in left for line in old.splitlines())


FILE = """# mijn agenda
title: Vijverraad  # zo heet hij
when: 2024-03-18

key_points:
  # eerst dit
  - Het water stijgt.

documents:
  - ref: kst-28676-427
    title: Brief
# einde
"""


def test_items_that_the_file_has_are_not_added() -> None:
    again = imported(
        key_points=["Het water   stijgt"],
        documents=[Document(ref="28 676, nr. 427")],
    )
    merged = merge(FILE, again)
    assert merged.text == FILE
    assert merged.added == []


def test_new_items_end_their_list_and_new_fields_keep_the_order() -> None:
    merged = merge(
        FILE,
        imported(
            key_points=["De dijk houdt."],
            considerations=Considerations(legal=["Dit bindt niet."]),
            events=[Event(title="debat", kind="debate", when=parse_when("2024-03-13"))],
        ),
    )
    mark = "    public: false\n    ground: not yet read\n"
    legal = f"considerations:\n  legal:\n    - text: Dit bindt niet.\n{indent(mark, '  ')}"
    event = f"events:\n  - title: debat\n    kind: debate\n    when: 2024-03-13\n{mark}"
    assert merged.text == (
        FILE.replace("  - Het water stijgt.\n", f"  - Het water stijgt.\n  - text: De dijk houdt.\n{mark}")
        .replace("\ndocuments:", f"\n{legal}\ndocuments:")
        .replace("# einde\n", f"\n{event}# einde\n")
    )
    assert [each.shown(internal=True) for each in merged.added] == [
        "key_points: De dijk houdt.", "considerations", "events"
    ]  # fmt: skip
    assert merged.left_out == []


def test_items_are_matched_by_their_identifying_fields() -> None:
    file = (
        "title: t\nwhen: 2024-03-18\nsessions:\n  - number: 1\nfigures:\n  - what: geld\n    amount: 1.5\n"
        "    year: 2024\nevents:\n  - title: Vergadering\n    kind: side-meeting\n    when: 2024-03-13\nconsulted:\n"
        "  - Ministerie van Financiën\n"
    )
    merged = merge(
        file,
        imported(
            sessions=[Session(number=1, title="nu met een naam")],
            figures=[Figure(what="Geld.", amount=1.5, year=2024), Figure(what="Geld.", amount=1.5, year=2025)],
            events=[
                Event(title="Vergadering van de vijver", kind="side meeting", when=parse_when("2024-03-13")),
                Event(title="Diner", kind="side meeting", when=parse_when("2024-03-13")),
            ],
            consulted=["Financiën"],
        ),
    )
    assert [each.shown(internal=True) for each in merged.added] == ["figures: Geld.", "events: Diner"]
    assert [each.shown(internal=True) for each in merged.differing] == [
        "sessions[0].title: nu met een naam in the memo",
        "events[0].title: Vergadering there, Vergadering van de vijver in the memo",
    ]


def test_another_date_for_an_existing_item_is_reported() -> None:
    file = (
        "title: t\nwhen: 2024-03-18\nevents:\n  - title: Debat over de vijver\n    when: 2024-03-09\n"
        "deadlines:\n  - title: Brief\n    due: 2024-03-02\n    owner: DNB\n    kind: letter\n"
    )
    again = imported(
        when=parse_when("2024-03-19"),
        events=[Event(title="Debat over de vijver", when=parse_when("2024-03-10"))],
        deadlines=[
            Deadline(title="brief", due=parse_due("2024-03-03")),
            Deadline(title="Tweede brief", due=parse_due("2024-03-04"), owner="DNB", kind="letter"),
        ],
    )
    merged = merge(file, again)
    assert [each.shown(internal=True) for each in merged.differing] == [
        "when: 2024-03-18 there, 2024-03-19 in the memo",
        "events[0].when: 2024-03-09 there, 2024-03-10 in the memo",
        "deadlines[0].due: 2024-03-02 there, 2024-03-03 in the memo",
    ]
    assert [each.shown(internal=False) for each in merged.differing][1:] == ["events[0].when", "deadlines[0].due"]
    assert [each.shown(internal=True) for each in merged.added] == ["deadlines: Tweede brief"]
    assert "2024-03-19" not in merged.text


def test_fields_that_cannot_be_withheld_are_not_added() -> None:
    merged = merge(FILE, imported(status="held", series="vijver", kind="council"))
    assert merged.text == FILE


def test_the_mark_of_the_whole_agenda_stays_the_last_field() -> None:
    file = "title: t\nwhen: unknown\n\nkey_points:\n  - een\n\n# waarom\npublic: false\nground: not yet read\n"
    merged = merge(file, imported(consulted=["BZ"]))
    assert merged.text == file.replace("# waarom", "consulted:\n  - BZ\n\n# waarom")


def test_a_question_is_reported_by_its_text() -> None:
    file = "title: t\nwhen: unknown\nquestions:\n  - question: Waarom?\n"
    asked = imported(questions=[Question(question="Waarom?"), Question(question="Hoe hoog?")])
    assert [each.shown(internal=True) for each in merge(file, asked).added] == ["questions: Hoe hoog?"]


@pytest.mark.parametrize(
    "file",
    [
        "title: t\nwhen: unknown\nkey_points: [een, twee]\n",
        "title: t\nwhen: unknown\nkey_points: een\n",
        "{title: t, when: unknown}\n",
    ],
)
def test_items_that_would_change_a_line_are_reported(file: str) -> None:
    merged = merge(file, imported(key_points=["drie"]))
    assert merged.text == file
    assert merged.left_out


@pytest.mark.parametrize("file", ["title: [", "- een lijst\n", "", "\x00"])
def test_a_file_that_is_no_agenda_is_refused(file: str) -> None:
    with pytest.raises(BriefError):
        merge(file, imported())


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n", "\n# slot\n"])
@pytest.mark.parametrize("last", ["- kort", "- >-\n    lang\n    # geen commentaar", "- |\n    regel\n\n    regel"])
def test_a_list_at_the_end_of_the_file_is_extended(last: str, end: str) -> None:
    file = f"title: t\nwhen: unknown\nkey_points:\n  {last}{end}"
    before = yaml.safe_load(file)["key_points"]
    merged = merge(file, imported(key_points=["erbij"]))
    first, second = yaml.safe_load(merged.text)["key_points"]
    assert (first.strip(), second) == (before[0].strip(), {"text": "erbij", "public": False, "ground": NOT_READ})
    assert lines_are_kept(file.rstrip("\n"), merged.text)


@pytest.mark.parametrize("path", AGENDAS, ids=lambda path: str(path.stem))
def test_the_agendas_of_the_project_keep_every_line(path: Path) -> None:
    old = path.read_text(encoding="utf-8")
    new = import_memo(read_memo(Path("jachtraad.txt"), (FIXTURES / "jachtraad.txt").read_bytes()))
    merged = merge(old, new)
    assert lines_are_kept(old, merged.text)
    assert [each for each in read_agenda("a.yaml", merged.text.encode()).diagnostics if each.severity == "error"] == []
    assert merge(merged.text, new).added == []


@given(memos(), memos())
@settings(max_examples=examples(4))
def test_merging_twice_adds_nothing_the_second_time(first: MadeUp, second: MadeUp) -> None:
    old = write_agenda(import_memo(memo_of(first.text)))
    new = import_memo(memo_of(second.text))
    merged = merge(old, new)
    assert lines_are_kept(old, merged.text)
    assert merge(merged.text, new).added == []
    assert merge(old, import_memo(memo_of(first.text))).text == old


def test_the_line_endings_of_the_file_are_kept() -> None:
    before = "title: Vijverraad\r\nwhen: 2024-03-18\r\nkey_points:\r\n  - Water telt mee.\r\n"
    merged = merge(before, imported(key_points=["Riet telt ook mee."], place="Gouda"))
    assert len(merged.added) == 2
    assert merged.text.count("\n") == merged.text.count("\r\n") > before.count("\n")


def test_a_missing_final_line_ending_is_added_first() -> None:
    merged = merge("title: Vijverraad\r\nwhen: 2024-03-18", imported(key_points=["Riet telt."]))
    assert merged.text.startswith("title: Vijverraad\r\nwhen: 2024-03-18\r\n")
    assert merged.added


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("", ["questions[0]"]),
        ("  - title: Riet\n    public: false\n", []),  # no question, so it may be part of the question above it
        ("  - (vertrouwelijk)\n", []),
    ],
)
def test_a_mark_below_an_item_of_the_file_withholds_it(rest: str, said: list[str]) -> None:
    asked = imported(questions=[Question(question="Wat kost het riet?", answer="Vijf euro.", public=False)])
    file = f"{FILE}questions:\n  - question: Wat kost\n      het riet?\n    answer: Vijf euro.\n{rest}"
    assert [each.field for each in merge(file, asked).differing] == said
