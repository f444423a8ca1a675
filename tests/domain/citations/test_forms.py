"""Every form of citation reads its examples, refuses its lookalikes and is listed under the name of its file."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.docs.forms import readings

import briefcli.domain.citations
from briefcli.domain.citations.finder import all_forms, read_reference, scan_references
from briefcli.domain.citations.forms import FORMS, kind_of, url_of

MORE = Path(__file__).with_name("examples.tsv")
LOOKALIKES = Path(__file__).with_name("lookalikes.tsv")
FILES = [*FORMS, MORE.name]


def rows(path: Path) -> list[list[str]]:
    return [line.replace("\\n", "\n").split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]


def examples_of(file: str) -> list[tuple[str, str]]:
    """Each text with the identifiers read from it, as in `tests.docs.forms.readings`: empty for a lookalike."""
    if file in FORMS:
        form = all_forms()[[*FORMS].index(file)]
        return readings(form) + [(text, "") for name, text in rows(LOOKALIKES) if name == file]
    return [(text, read) for text, read in rows(MORE)]


@pytest.mark.parametrize("file", FILES)
def test_an_example_gives_the_stated_identifiers(file: str) -> None:
    for text, read in examples_of(file):
        found = scan_references(text)
        assert ";".join(each.canonical + "?" * (not each.certain) for each in found) == read, text
        assert all((each.reason or "Certain.").strip().endswith(".") for each in found), text


@pytest.mark.parametrize("file", FILES)
def test_an_example_is_read_within_other_text(file: str) -> None:
    for text, read in examples_of(file):
        if not read or "?" in read:
            continue
        inline = (f"Zie ook {text}.", f"Dat staat in de brief ({text}).")
        for around in inline if "\n" not in text else (f"De agenda\n{text}\n",):
            found = scan_references(around)
            assert ";".join(each.canonical for each in found) == read, around
            assert all(kind_of(each.canonical) == each.kind for each in found), around


@pytest.mark.parametrize("file", FILES)
def test_a_text_that_is_all_citation_is_a_valid_reference(file: str) -> None:
    for text, read in examples_of(file):
        found = scan_references(text) if read and "?" not in read else []
        if found and (found[0].start, found[-1].end) == (0, len(text)):
            assert [each.canonical for each in read_reference(text)] == [each.canonical for each in found], text


@pytest.mark.parametrize("file", FORMS)
def test_a_web_address_leads_back_to_its_paper(file: str) -> None:
    read = {each.removesuffix("?") for _, read in examples_of(file) for each in read.split(";")}
    addresses = {each: url_of(each) for each in read if kind_of(each)}
    found = {each: [it.canonical for it in scan_references(url)] for each, url in addresses.items() if url}
    assert {each: back for each, back in found.items() if back and each not in back} == {}
    assert not found or any(found.values())


@pytest.mark.parametrize("file", FORMS)
def test_every_form_has_examples_and_lookalikes(file: str) -> None:
    certain = [read for _, read in examples_of(file)]
    assert any(certain)
    assert not all(certain), "lookalikes.tsv has no text that only looks like this form"


def test_every_file_with_a_form_is_listed() -> None:
    folder = Path(briefcli.domain.citations.__file__).parent
    declaring = {path.stem for path in folder.glob("*.py") if "\nFORM: Final = " in path.read_text(encoding="utf-8")}
    assert declaring == set(FORMS)


PLAIN = """
import sys
from briefcli.domain.citations.reference import dossier_of, sort_key, url_of
from briefcli.domain.citations.finder import references_in, references_of
for text in ("28676-427", "28 676, nr. 427", "28676, nr. 427", "kst-28676-427"):
    assert [each.canonical for each in references_of(text)] == ["kst-28676-427"], text
assert not references_in("De minister spreekt over de inzet.")
sort_key("kst-28676-427"), dossier_of("kst-28676-427")
print(*[name for name in sys.modules if name.startswith("briefcli.domain.citations.")])
"""


def test_reading_a_plain_paper_loads_none_of_the_forms() -> None:
    answer = subprocess.run([sys.executable, "-c", PLAIN], capture_output=True, text=True, check=True)
    loaded = {name.rpartition(".")[2] for name in answer.stdout.split()}
    assert not loaded & set(FORMS)
