"""The README and the other pages stay up to date: their pictures, examples and generated parts match the program."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from briefcli.catalog import DOCS, LANGUAGES
from briefcli.cli.registry import SUMMARIES
from briefcli.completing import WORDS
from briefcli.manual.described import FILE, TOPICS, described
from tests.conftest import PROJECT, Run
from tests.describe import description, words
from tests.pictures import FOLDER, PICTURES, picture
from tests.readme import README, made_parts

TEXT = README.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^    (brief .+)$", TEXT, re.MULTILINE)
_ANEW = "python -m tests.readme writes it anew"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_generated_parts_are_up_to_date(language: str) -> None:
    for file, text in made_parts(language):
        assert file.read_text(encoding="utf-8") == text, _ANEW


@pytest.mark.parametrize("name", sorted(each.stem for each in DOCS.glob("*.md")))
def test_dutch_pages_have_the_structure_of_the_english_ones(name: str) -> None:
    """Compares headings, rows of tables and code blocks, not their text."""
    english, dutch = (_skeleton((folder / f"{name}.md").read_text("utf-8")) for folder in (DOCS, DOCS / "nl"))
    assert dutch == english


def _skeleton(page: str) -> list[str]:
    """The structure of a page: headings with their level, paragraphs, code fences, and table rows with their code."""
    found: list[str] = []
    fenced = False
    for line in page.splitlines():
        if line.startswith("```"):
            fenced = not fenced
            found.append(line)
        elif fenced or not line:
            continue
        elif line.startswith("|"):
            found.append((re.findall(r"^\| (`[-a-z.0-9/]+)", line) or "|")[0])
        elif line.startswith(("#", "<!--")):
            found.append(line.split(" ")[0] if line.startswith("#") else line)
        elif not found or found[-1] != "text":
            found.append("text")
    return found


def test_the_description_of_the_commands_is_up_to_date() -> None:
    assert description() == FILE.read_text(encoding="utf-8"), _ANEW
    assert words() == Path(WORDS).read_text(encoding="utf-8"), _ANEW


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_are_up_to_date(name: str) -> None:
    assert f"tests/pictures/{name}.svg" in TEXT
    assert picture(name) == (FOLDER / f"{name}.svg").read_text(encoding="utf-8"), "python -m tests.pictures"


def test_the_examples_work_and_show_something(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("agendas", "examples"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    monkeypatch.delenv("BRIEF_AGENDAS")
    monkeypatch.chdir(tmp_path)
    for example in EXAMPLES:
        ran = run(*shlex.split(example)[1:])
        assert (ran.code, bool(ran.out + ran.err)) == (0, True), (example, ran.err)


def test_the_readme_has_the_test_command_that_ci_runs() -> None:
    assert len(re.findall(r"^    python3 -m venv .*pytest$", TEXT, re.MULTILINE)) == 1


def test_the_readme_is_short_and_its_links_work() -> None:
    assert len(TEXT.splitlines()) <= 158
    for path in re.findall(r"\]\(([^)]+)\)", TEXT):
        assert (PROJECT / path).exists(), path


def test_the_dutch_readme_has_the_same_examples_and_working_links() -> None:
    dutch = DOCS / "nl" / "README.md"
    text = dutch.read_text(encoding="utf-8")
    typed = re.compile(r"^    (?:brief|pipx|uv|python3) .+$", re.MULTILINE)
    for_users = TEXT.partition("## How quick it is")[0]
    assert typed.findall(text.replace(" 5 voor ", " 5 before ")) == typed.findall(for_users)
    for path in re.findall(r"\]\(([^)]+)\)", text):
        assert (PROJECT / "src" / "briefcli" / "docs" / "nl" / path).exists(), path


def test_every_command_has_an_example_and_a_short_summary() -> None:
    for command in described().commands.values():
        assert f"Example: brief {command.name.partition(' ')[0]}" in command.help, command.name
    assert all(len(each) <= 63 for each in SUMMARIES.values())


def test_every_topic_has_its_page() -> None:
    assert all((DOCS / f"{name}.md").exists() for name in TOPICS)
