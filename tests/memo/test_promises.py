"""What an import guarantees, for random memos and for the real ones if they are available."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from tests.conftest import SHARED
from tests.examples import any_text, examples
from tests.memo.made_up import MadeUp, memos
from tests.memo.words import memo_of, texts_of, words_of_agenda, words_of_memo, words_of_text

from briefcli.domain.citations.finder import scan_references
from briefcli.errors import BriefError
from briefcli.memo.extract.source import read_memo
from briefcli.memo.imported import Imported
from briefcli.memo.importer import import_memo
from briefcli.memo.text import MemoText
from briefcli.memo.writing import write_agenda
from briefcli.reading.reader import read_agenda

FIXTURES = Path(__file__).parent / "fixtures"
MEMOS = [*sorted(FIXTURES.glob("jachtraad.*")), *sorted((SHARED / "memos").glob("*.txt"))]


@pytest.fixture(scope="module", params=MEMOS, ids=lambda path: str(path.name))
def memo(request: pytest.FixtureRequest) -> MemoText:
    return read_memo(request.param, request.param.read_bytes())


@pytest.fixture(scope="module")
def imported(memo: MemoText) -> Imported:
    return import_memo(memo)


def test_all_nine_real_memos_are_available() -> None:
    if not (SHARED / "memos").is_dir():
        pytest.skip("the folder with real memos is not at hand")
    assert len(list((SHARED / "memos").glob("*.txt"))) == 9


def test_no_word_is_lost(memo: MemoText, imported: Imported) -> None:
    assert words_of_memo(memo, imported) - words_of_agenda(imported.agenda) == {}


def test_no_word_is_invented(memo: MemoText, imported: Imported) -> None:
    known = words_of_text("\n".join(line.text for line in memo.lines if line.text.strip()))
    assert set(words_of_agenda(imported.agenda)) - set(known) == set()


def test_the_written_file_is_read_back_as_the_same_agenda(imported: Imported) -> None:
    text = write_agenda(imported)
    reading = read_agenda("memo.yaml", text.encode())
    assert reading.agenda == imported.agenda
    assert [each for each in reading.diagnostics if each.severity == "error"] == []


def test_the_same_memo_gives_the_same_file(memo: MemoText, imported: Imported) -> None:
    assert write_agenda(import_memo(memo)) == write_agenda(imported)


def test_every_date_and_reference_is_traced(memo: MemoText, imported: Imported) -> None:
    traced = {trace.field for trace in imported.traces}
    for number, document in enumerate(imported.agenda.documents):
        field = f"documents[{number}]"
        assert traced & {field, f"{field}.ref"}
        if document.ref is not None:
            canonical = scan_references(document.ref)[0].canonical
            assert canonical in {trace.reads for trace in imported.traces}
    for number, _ in enumerate(imported.agenda.events):
        assert f"events[{number}]" in traced
    places = {(line.page, line.line) for line in memo.lines}
    assert all((trace.page, trace.line) in places for trace in imported.traces)


@given(memos())
@settings(max_examples=examples(8))
def test_a_random_memo_keeps_every_word_and_every_point(made: MadeUp) -> None:
    memo = memo_of(made.text)
    imported = import_memo(memo)
    assert words_of_memo(memo, imported) - words_of_agenda(imported.agenda) == {}
    assert read_agenda("memo.yaml", write_agenda(imported).encode()).agenda == imported.agenda
    texts = {" ".join(text.split()) for text in texts_of(imported.agenda)}
    for _, points in made.sections:
        for point in points:
            assert any(text.removeprefix("– ").endswith(point) for text in texts), point


@given(any_text(max_size=400))
@settings(max_examples=examples(12))
def test_any_text_is_refused_or_becomes_a_readable_file(text: str) -> None:
    """Whatever is below the headings: quotes, colons, control characters, other scripts."""
    framed = f"Aanleiding\n{text}\nGeadviseerd besluit\nInstemmen.\n".encode(errors="surrogatepass")
    try:
        imported = import_memo(read_memo(Path("memo.txt"), framed))
    except BriefError:
        return
    written = write_agenda(imported)
    assert yaml.compose(written, Loader=yaml.BaseLoader) is not None
    reading = read_agenda("memo.yaml", written.encode())
    assert reading.agenda == imported.agenda


def test_control_characters_are_replaced_and_reported() -> None:
    memo = read_memo(Path("memo.txt"), b"Aanleiding\nEen bel\x07 en een \x1b[31mkleur.\nAdvies\nInstemmen.\n")
    imported = import_memo(memo)
    assert "\x07" not in write_agenda(imported)
    assert "\x1b" not in write_agenda(imported)
    assert [check.message for check in imported.checks if check.field == ""] == [
        "2 unreadable characters are shown as \N{REPLACEMENT CHARACTER}"
    ]


def test_signs_that_set_the_direction_of_a_text_are_left_out() -> None:
    memo = read_memo(Path("memo.txt"), "Aanleiding\nZie Kamerstuk 28 676,\u202e nr. \u20664\u200e27.\n".encode())
    assert memo.lines[1].text == "Zie Kamerstuk 28 676, nr. 427."
