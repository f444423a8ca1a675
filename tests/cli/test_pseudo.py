"""Output in the pseudo-language, where every message has accents: a word without accents was not translated.

The pages of the manual are not tested here: `tests/test_readme.py` compares them.
"""

import email
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from email.policy import default
from functools import cache
from pathlib import Path

import pytest
from tests.cli.test_golden import SCREENS
from tests.cli.test_official import COUNCIL, FILES
from tests.conftest import PROJECT, SAMPLES, TESTS, TODAY, Run
from tests.pseudo import write_pseudo

from briefcli import catalog
from briefcli.config import SETTINGS
from briefcli.manual.described import TOPICS, described
from briefcli.reading.codes import CODES
from briefcli.reading.shapes import records, shapes_of

_WORD = re.compile(r"(?<![\w.=-])[A-Za-z]{3,}(?![\w-])")
_MEMO = TESTS / "memo" / "fixtures" / "jachtraad.txt"
# Names that are never translated, and ends of names that were split in a narrow column
_NAMES = set((Path(__file__).parent / "untranslated.txt").read_text(encoding="utf-8").split())
# Commands that run in one folder, in this order
_DONE = (Path(__file__).parent / "commands.txt").read_text(encoding="utf-8").splitlines()
_ASKED = {
    "new": ("Iets nieuws", "18 maart 2032", "", "EU", "council", "Brussel", "Instemmen", ""),
    "add raad-2031-03 deadline": ("Iets", "2031-04-01", "DCO", ""),
    "add raad-2031-03 paper": ("99 001, nr. 99", "", "", ""),
    "add raad-2031-03 figure": ("Iets", "16,6", "euro", "2031"),
    "show raad": ("9", "1"),
    "init elders": ("j", "x", "n", "j", "n"),
    "official match rbz-2031-03 --write": ("n", "n"),
    "release jacht-2031": ("n",),
}


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the compiled catalog of this language."""
    folder = tmp_path_factory.mktemp("pseudo")
    write_pseudo(folder / "nl.mo")
    return folder


@pytest.fixture
def desk(pseudo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Work in a folder with everything that commands read: agendas, the record of the House, memos, broken files."""
    agendas = tmp_path / "agendas"
    shutil.copytree(SAMPLES / "planning", agendas)
    for each in ("werkbezoek.yaml", "top-2031-06.yaml", "raad-2031-03.yaml"):
        shutil.copy(SAMPLES / "agendas" / each, agendas)
    shutil.copytree(FILES, agendas / "official")
    shutil.copytree(SAMPLES / "broken", tmp_path / "broken")
    shutil.copy(SAMPLES / "broken" / "quote.yaml", agendas / "kapot.yaml")
    (agendas / "rbz-2031-03.yaml").write_text(COUNCIL, encoding="utf-8")
    shutil.copy(_MEMO, tmp_path / "memo.txt")
    shutil.copy(PROJECT / "examples" / "letter.txt", tmp_path / "brief.txt")
    (tmp_path / "leeg.bin").write_bytes(b"\0\0\0")
    (tmp_path / "leeg.txt").write_bytes(b"")
    (tmp_path / "latin.txt").write_bytes("één brief van 5 juni".encode("latin-1"))
    monkeypatch.setattr(catalog, "_FOLDER", pseudo)
    monkeypatch.setenv("BRIEF_TODAY", TODAY)
    monkeypatch.delenv("BRIEF_AGENDAS")
    monkeypatch.setenv("BRIEF_LANG", "nl")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("EDITOR", "nix")
    monkeypatch.setenv("BRIEF_PAGER", "cat")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    catalog.use("en")


def test_screens_are_translated(run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(SAMPLES / "agendas"))
    for asked in SCREENS.values():
        ran = run(*asked)
        assert "--ascii" in asked or not _english(ran.out + ran.err, asked), asked
        assert max(map(len, ran.out.splitlines()), default=0) <= 80, asked


def test_the_output_of_all_commands_is_translated(run: Run, desk: Path) -> None:
    for command in ("init -q", "-c user.name=n -c user.email=e commit -q --allow-empty -m leeg"):
        subprocess.run(["git", *command.split()], cwd=desk, check=True)
    left = {}
    for line in _DONE:
        asked = shlex.split(line)
        ran = run(*asked)
        found = _english(_said(ran.out) + ran.err, asked)
        # The github format is for a program, and --ascii takes the accents of the pseudo-language off
        if found and not {"github", "--ascii"} & {*asked}:
            left[line] = found
    assert not left, json.dumps({line: sorted(words) for line, words in left.items()}, indent=1)


def test_the_help_of_every_command_is_translated(run: Run, desk: Path) -> None:
    left = {name: _english(run(*name.split(), "--help").out, ()) for name in described().commands}
    assert not {name: found for name, found in left.items() if found}


class _Typed(io.StringIO):
    """A stream that claims to be a terminal, for input and for output."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("line", _ASKED)
def test_questions_to_the_user_are_translated(line: str, run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if "jacht" in line:
        run("import", "memo.txt", "--id", "jacht-2031")
    monkeypatch.setenv("TERM", "xterm")
    screen = _Typed()
    typed = _Typed("".join(f"{each}\n" for each in _ASKED[line]))
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", typed)
        patch.setattr(io, "StringIO", lambda: screen)  # the fixture `run` captures output in a StringIO
        patch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((80, 24)))
        run(*shlex.split(line))
    shown = screen.getvalue()

    assert "é" in shown
    assert not _english(re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown), shlex.split(line))


@pytest.mark.parametrize("name", ["raad.docx", "raad.html"])
def test_papers_are_translated(name: str, run: Run, desk: Path) -> None:
    ran = run("export", "raad-2031-03", "top-2031-06", "--to", name.rpartition(".")[2], "--output", name)
    assert ran.code == 0, ran.err
    made = desk / name if (desk / name).exists() else desk / "raad"  # several meetings become a folder of pages
    assert not _english(_text_of(made), ())


def _text_of(file: Path) -> str:
    if file.is_dir():
        return " ".join(map(_text_of, sorted(file.rglob("*.html"))))
    if file.suffix == ".docx":
        with zipfile.ZipFile(file) as parts:
            names = [
                each for each in parts.namelist() if re.match(r"word/(document|header|footer|footnotes)\d*\.xml", each)
            ]
            return _without_tags(" ".join(parts.read(each).decode() for each in names))
    return _without_tags(file.read_text(encoding="utf-8"))


def _without_tags(text: str) -> str:
    text = re.sub(r"<(style|script)\b.*?</\1>", " ", text, flags=re.DOTALL)
    return re.sub(r"<[^<>]*>|&\w+;", " ", text)


def _said(out: str) -> str:
    """The texts of a mail, a calendar or a schema that a person reads."""
    if out.startswith(("Subject:", "X-Unsent:")):
        mail = email.message_from_string(out, policy=default)
        parts = [part.get_content() for part in mail.walk() if part.get_content_maintype() == "text"]
        return f"{mail['Subject']} {_without_tags(' '.join(parts))}"
    if out.startswith("BEGIN:VCALENDAR"):
        lines = re.sub(r"\r\n ", "", out).splitlines()
        return "\n".join(
            re.sub(r"^[\w-]+[;:]", "", each).replace("\\n", "\n")
            for each in lines
            if each.startswith(("SUMMARY", "DESC", "X-WR", "CATEG"))
        )
    if out.startswith("{"):
        return " ".join(_texts(json.loads(out)))
    return out


def _texts(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, key)
    elif key in {"description", "title", "text"}:
        yield str(value)


def _english(shown: str, asked: Sequence[str]) -> set[str]:
    """The English words on a screen: those that are neither in the files nor on the command line."""
    shown = re.sub(r"https?://\S+|/\S+/\S+|\S+\.(?:yaml|toml|txt|json|md|docx|html)\b", " ", shown)
    return set(_WORD.findall(shown)) - _known() - _words(" ".join(asked))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text))


@cache
def _known() -> set[str]:
    """The words of the files, and names: of commands, options and their values, settings, fields and codes."""
    files = [*SAMPLES.rglob("*.yaml"), SAMPLES / "planning" / "brief.toml", *FILES.iterdir(), _MEMO]
    texts = [
        each.read_text(encoding="utf-8", errors="replace") for each in (*files, PROJECT / "examples" / "letter.txt")
    ]
    program = described()
    parameters = [*program.options, *(each for command in program.commands.values() for each in command.parameters)]
    names = [
        f"{' '.join(each.options)} {' '.join(each.choices)} {each.metavar.lower() if '|' in each.metavar else ''}"
        for each in parameters
    ]
    names += [f"{each.key} {each.variable} {each.default} {' '.join(each.choices)}" for each in SETTINGS]
    return _words(" ".join((*texts, COUNCIL, *names, *program.commands, *TOPICS, *CODES, *_fields()))) | _NAMES


def _fields() -> Iterator[str]:
    """The names of fields, and the usual words in them."""
    for record in records():
        for name, shape in shapes_of(record).items():
            yield from (name, *map(str, shape.vocabulary), *map(str, shape.examples))
