"""Which lines may be quoted. In doubt, none: a mark that is misspelt or unreadable counts as “not public”."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples
from tests.strategies import Planted, planted_agendas

from briefcli.domain.agenda import plain
from briefcli.domain.diagnostic import Diagnostic
from briefcli.domain.redaction import redact
from briefcli.reading.quoting import may_withhold, quotable
from briefcli.reading.reader import read_agenda
from briefcli.views.check import readable

MARKS = [
    "public: false", "public: no", "public: nee", "public: flase", "public:", "public: [true]", "Public: true",
    "publc: false", "pubilc: true", "publiek: nee", "openbaar: nee", "ground: Woo 5.1.2e", "grond: Woo 5.1.2e",
    "withheld: true", "vertrouwelijk: ja", "intern: ja", "geheim: ja", "confidential: yes",
    "public: true\n    public: false", "niet_openbaar: true", "niet-openbaar: ja", "-public: false", "notpublic: ja",
    "nonpublic: true", "ublic: false", "is_public: false", "рublic: false", "Woo: 5.1.2e", "reason: Woo 5.1.2e",
    "visible: false", "gelakt: ja", "embargo: ja", "rubricering: x", "upblic: false", "round: x", "fround: x",
    "gground: x", "rgound: x", "aground: x", "ublcip: nee", "PUBLIC: false", "'public ': false", "ｐｕｂｌｉｃ: false",
    "publ1c: nee", "grοund: x", "p\u200bublic: false", "opnebaar: nee", "public:false", "public：false",
    "public = false", "public false", "Public:nee",
]  # fmt: skip


def _shown(text: str) -> str:
    """Everything of the file that check would print to the public."""
    data = text.encode()
    lines = quotable(data)
    parts = []
    for found in read_agenda("x.yaml", data).diagnostics:
        if not found.withheld and not found.internal:
            parts += [found.message, found.hint or "", lines.line(found.line, internal=False) or ""]
    return "\n".join(parts)


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_however_it_is_written_hides_message_line_and_text(mark: str) -> None:
    text = f"title: T\nwhen: 2023\ndocuments:\n  - title: lantaarn\n    date: lantaarn\n    {mark}\n"
    assert "lantaarn" not in _shown(text)
    assert any(found.withheld for found in read_agenda("x.yaml", text.encode()).diagnostics)
    # A file that cannot be read is not quoted either
    assert "lantaarn" not in _shown(text.replace("date: lantaarn", "date: lantaarn: x"))
    if mark not in {"public:", "public: [true]"}:
        agenda = read_agenda("x.yaml", f"title: T\nwhen: 2023\nsummary:\n  - text: X\n    {mark}\n".encode()).agenda
        assert agenda is None or plain(redact(agenda)).get("summary") != ["X"]
        assert agenda is None or "X" not in repr(plain(redact(agenda)))


@pytest.mark.parametrize(
    "mark", ["withheld: true", "withheld: ja", "withheld: Alles", "released: no", "released: nog niet"]
)
def test_the_keys_withheld_and_released_withhold_a_whole_meeting(mark: str) -> None:
    text = f"title: lantaarn\nwhen: 2023-01-01\n{mark}\n"
    agenda = read_agenda("x.yaml", text.encode()).agenda
    assert agenda is not None
    assert "lantaarn" not in repr(plain(redact(agenda)))
    assert "lantaarn" not in _shown(text)


@pytest.mark.parametrize("mark", ["public: false", "public:false", "upblic: false", "grοund: x"])
@pytest.mark.parametrize(
    "around", ["- X\n    {}", "- text: X\n  - {}", "- X\n  - {}", "- text: |\n      X\n      {}", "- text: X {}"]
)
def test_a_mark_in_the_wrong_place_withholds_the_text_above_it(mark: str, around: str) -> None:
    data = f"title: T\nwhen: 2023\nsummary:\n  {around.format(mark)}\n".encode()
    agenda = read_agenda("x.yaml", data).agenda
    assert agenda is None or "X" not in repr(plain(redact(agenda)))
    assert "X" not in _shown(data.decode())


@pytest.mark.parametrize(
    "item",
    [
        "question: lantaarn\n    audince: minister",
        "question: lantaarn\n    Audience: ministry",
        "question: lantaarn\n    doelgroep: minister",
        "question: lantaarn\n    mag naar buiten: nee",
        "question: lantaarn\n    <<: {public: false}",
        "question: lantaarn\n    ? {public: false}\n    : x",
        "{question: lantaarn, pu,blic: no}",
        "question: lantaarn\n    by: x\n      public:false",
        "question: x public:false\n    answer: lantaarn",
        "question: lantaarn\n  - public: false\n    by: de Kamer",
    ],
)
def test_a_typo_near_a_mark_withholds_the_whole_item(item: str) -> None:
    text = f"title: T\nwhen: 2023-01-01\nquestions:\n  - {item}\n"
    agenda = read_agenda("x.yaml", text.encode()).agenda
    assert agenda is not None
    assert "lantaarn" not in repr(plain(redact(agenda)))
    assert "lantaarn" not in _shown(text)


@pytest.mark.parametrize("key", ["audience: press", "audince: press", "done: nee"])
def test_a_public_audience_and_a_misplaced_flag_withhold_nothing(key: str) -> None:
    text = f"title: T\nwhen: 2023-01-01\nquestions:\n  - question: openbaar\n    {key}\n"
    agenda = read_agenda("x.yaml", text.encode()).agenda
    assert agenda is not None
    assert "openbaar" in repr(plain(redact(agenda)))


def test_a_text_about_secrecy_is_shown() -> None:
    for text in ("De nota is openbaar. Nee, zei hij", "no", "Ja: nee", "om 9:30, op de grond"):
        agenda = read_agenda("x.yaml", f"title: T\nwhen: 2023\nsummary:\n  - '{text}'\n".encode()).agenda
        assert agenda is not None
        assert plain(redact(agenda))["summary"] == [text]


def test_an_unrelated_unknown_key_withholds_nothing() -> None:
    for key in ("titel", "wanneer", "soort", "remarks"):
        agenda = read_agenda("x.yaml", f"title: T\nwhen: 2023\n{key}: x\n".encode()).agenda
        assert agenda is not None
        assert agenda.public


def test_a_file_without_a_mark_is_quoted() -> None:
    text = "title: T\nwhen: 2023\nevents:\n  - title: Verslag\n    kind: publication\n    when: 2 juni: om 3 uur\n"
    assert not may_withhold(text.encode())
    assert "when: 2 juni: om 3 uur" in _shown(text)


def test_a_line_shared_with_withheld_text_is_not_shown() -> None:
    text = "title: T\nwhen: 2023\ndocuments: [{titel: a}, {title: lantaarn, public: false, ground: x}]\n"
    assert "lantaarn" not in _shown(text)
    assert "titel" in _shown(text.replace("}, {", "},\n  {"))


def test_nothing_under_withheld_is_shown_even_in_the_wrong_place() -> None:
    for text in (
        "title: T\nwhen: 2023\nwithheld: [[lantaarn]]\n",
        "title: T\nwhen: 2023\nwithheld: []\nwithheld: [lantaarn]\n",
        "title: T\nwhen: 2023\nwithheld:\n  - lantaarn: x\n    ground: y\n",
        "title: T\nwhen: 2023\nsessions:\n  - title: x\n    withheld: lantaarn\n",
    ):
        assert "lantaarn" not in _shown(text)
        assert read_agenda("x.yaml", text.encode()).diagnostics


@pytest.mark.parametrize(
    "line",
    [
        "series: {text: lantaarn, public: false}",
        "series: [lantaarn, {ground: Woo 5.1.2e}]",
        "title: {text: lantaarn, public: false}",
        "title: [lantaarn]  # niet openbaar",
        "when: [{text: lantaarn (vertrouwelijk)}]",
    ],
)
def test_an_unreadable_value_that_may_contain_a_mark_is_not_shown(line: str) -> None:
    text = f"title: T\nwhen: 2023\n{line}\n"
    assert read_agenda("x.yaml", text.encode()).diagnostics
    assert "lantaarn" not in _shown(text)


def test_a_comment_is_not_shown() -> None:
    assert "titel" in _shown("titel: T\nwhen: 2023\n")
    assert read_agenda("x.yaml", b"titel: T # de minister is tegen\nwhen: 2023\n").diagnostics
    assert "tegen" not in _shown("titel: T # de minister is tegen\nwhen: 2023\n")


def test_all_findings_of_a_withheld_agenda_are_withheld() -> None:
    text = "title: lantaarn\nwhen: lantaarn\npublic: false\nground: x\nplaats: lantaarn\n"
    found = read_agenda("x.yaml", text.encode()).diagnostics
    assert found
    assert all(each.withheld for each in found)


def test_names_of_withheld_items_are_not_suggested() -> None:
    text = (
        "title: T\nwhen: 2023\nevents:\n  - {title: x, id: lantaarn, public: false, ground: y}\n"
        "deadlines:\n  - {title: y, due: before debat}\n"
    )
    assert [each.code for each in read_agenda("x.yaml", text.encode()).diagnostics] == ["due-nowhere"]
    assert "lantaarn" not in _shown(text)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("place: 'zaal #2' # x", "place: 'zaal #2'"),
        ("place: zaal #2", "place: zaal"),
        ('place: "zaal #2', 'place: "zaal'),  # unreadable: any # may start a comment
    ],
)
def test_the_public_sees_a_text_with_a_hash_but_no_comment(line: str, shown: str) -> None:
    assert quotable(f"title: T\n{line}\n".encode()).line(2, internal=False) == shown


def test_internal_shows_the_whole_line() -> None:
    lines = quotable(b"titel: T # toelichting\npublic: false\n")
    assert lines.line(1, internal=True) == "titel: T # toelichting"
    assert lines.line(1, internal=False) is None
    assert lines.line(9, internal=True) is None


@settings(max_examples=examples(10))
@given(planted_agendas(withheld_as_a_whole=True), st.data())
def test_no_secret_is_shown_after_a_mistake_anywhere(planted: Planted, data: st.DataObject) -> None:
    """Changes any line without a secret or a mark. That may change what is public, but not what is hidden."""
    lines = planted.text.splitlines(keepends=True)
    harmless = [n for n, line in enumerate(lines) if ":" in line and not _is_delicate(line, planted.secrets)]
    if harmless:
        number = data.draw(st.sampled_from(harmless))
        lines[number] = data.draw(st.sampled_from(_SLIPS))(lines[number])
    shown = _shown("".join(lines))
    assert [secret for secret in planted.secrets if secret in shown] == []


_SLIPS = [
    lambda line: line.replace(":", "", 1),
    lambda line: line.replace(":", ": x:", 1),
    lambda line: line.replace(":", ': "', 1),
    lambda line: line.replace(":", ": [", 1),
    lambda line: line.replace(":", "x:", 1),
    lambda line: "\t" + line,
    lambda line: line + line,
    lambda line: line.replace(":", ": 'a' b", 1),
    lambda line: line.replace(":", ": \x00", 1),
]


def _is_delicate(line: str, secrets: list[str]) -> bool:
    return any(secret in line for secret in secrets) or may_withhold(line.encode()) or "withheld" in line


def test_findings_of_an_unreadable_marked_file_are_withheld() -> None:
    found: list[Diagnostic] = read_agenda("x.yaml", b'title: "x\npublc: false\n').diagnostics
    assert sorted(each.code for each in found) == ["no-ground", "unclosed-quote", "unknown-key"]
    assert all(each.withheld for each in found)


def test_the_public_reads_what_is_wrong_with_the_notation_of_a_withheld_file_and_what_to_do() -> None:
    text = (
        "title: Raad\nwhen: 2031-03-15\nkey_points:\n  - text: lantaarn\n    public: false\ndeadlines:\n\t- title: x\n"
    )
    found = read_agenda("x.yaml", text.encode()).diagnostics
    shown = [readable(each, internal=False) for each in found]
    assert [(each.line, each.message, each.hint) for each in shown if each and each.code == "tab"] == [
        (
            7,
            "there is a tab where only spaces are allowed",
            "use spaces, two for each step; --internal shows what is there",
        )
    ]
    assert "lantaarn" not in str(shown)
    assert _shown(text) == ""


def test_a_line_split_off_by_a_no_break_space_is_not_shown() -> None:
    text = "title: T\nwhen: 2023\nevents:\n- public: false\n  id: x\n\u00a0 kind: lantaarn\n"
    assert "lantaarn" not in _shown(text)


@pytest.mark.parametrize("torn", ["note: lantaarn", "lantaarn: x", "title: lantaarn", "x: y\nlantaarn: z"])
def test_an_unindented_line_after_a_withheld_item_is_not_shown(torn: str) -> None:
    assert "lantaarn" not in _shown(f"title: T\nwhen: 2023\nevents:\n- title: E\n  public: false\n{torn}\n")
    assert "lantaarn" in _shown(f"title: T\nwhen: 2023\nevents:\n- title: E\n{torn}\n")


@pytest.mark.parametrize(
    "text",
    [
        "key_points:\n  # niet openbaar\n  - lantaarn is de inzet #x\n",
        "key_points:\n  - lantaarn is de inzet #niet openbaar\n",
        "key_points:\n  # vertrouwelijk\n  - Eerst\n    - lantaarn is de inzet\n",
        "key_points:\n  # Woo 5.1.2e\n  - • lantaarn is de inzet\n    • en meer\n",
        "questions:\n  - question: Wat? (niet openbaar)\n    answer: lantaarn #x\n",
        "# vertrouwelijk\nplace: lantaarn #x\n",
        "questions:\n  - # niet openbaar\nquestion: lantaarn\n",
    ],
)
def test_text_withheld_by_a_comment_or_another_text_is_not_quoted(text: str) -> None:
    text = f"title: T\nwhen: 2031-03-01\n{text}"
    assert read_agenda("x.yaml", text.encode()).diagnostics
    assert "lantaarn" not in _shown(text)
