"""Generates parts of the documentation from the declarations in the code: `python -m tests.readme`.

The pages are in `src/briefcli/docs` and are part of the package. It also writes `manual/commands.json` and the words
for shell completion.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from briefcli.catalog import LANGUAGES, SOURCE, language, page, tr
from briefcli.completing import WORDS
from briefcli.config import SETTINGS
from briefcli.domain.agenda import Agenda
from briefcli.domain.item import Item
from briefcli.errors import Exit
from briefcli.index.database import TABLES, VIEWS
from briefcli.manual.described import FILE, Command, Parameter, described
from briefcli.manual.help import translated_parts, usage_of
from briefcli.reading.shapes import Shape, shapes_of
from tests.bench.__main__ import RESULTS
from tests.describe import description, words
from tests.docs.forms import forms
from tests.pictures import output
from tests.speaking import speaking

README = Path(__file__).parent.parent / "README.md"
_EXITS = {
    "en": {
        Exit.DONE: "done",
        Exit.NO: "the answer is no: nothing found, or `check` found errors",
        Exit.USAGE: "wrong usage",
        Exit.UNUSABLE: "there are no agendas here, or something cannot be read or written",
        Exit.BUG: "a mistake in the program; a line names the file that tells more",
        Exit.INTERRUPTED: "interrupted",
    },
    "nl": {
        Exit.DONE: "gedaan",
        Exit.NO: "het antwoord is nee: niets gevonden, of `check` vond fouten",
        Exit.USAGE: "verkeerd gebruikt",
        Exit.UNUSABLE: "er zijn hier geen agenda's, of iets is niet te lezen of te schrijven",
        Exit.BUG: "een fout in het programma; een regel noemt het bestand met meer uitleg",
        Exit.INTERRUPTED: "afgebroken",
    },
}
_HEADS = {
    "key": "sleutel", "meaning": "betekenis", "variable": "variabele", "option": "optie", "default": "standaard",
    "code": "code", "column": "kolom", "view": "view",
}  # fmt: skip


def _head(*words: str) -> str:
    """The first two lines of a table."""
    shown = words if language() == "en" else [_HEADS[each] for each in words]
    return f"| {' | '.join(shown)} |\n|{' --- |' * len(words)}"


def fields() -> str:
    return "\n".join(_record(Agenda, ""))


def _record(record: type[msgspec.Struct], path: str) -> Iterator[str]:
    if not path:
        yield _head("key", "meaning")
    shapes = shapes_of(record)
    ordered = [name for name in shapes if name not in Item.__struct_fields__]
    for name in [*ordered, *(Item.__struct_fields__ if not path else ())]:
        yield f"| `{path}{name}` | {_described(shapes[name])} |"
        inner = shapes[name].record
        if inner is not None and shapes[name].leaf is None:
            yield from _record(inner, f"{path}{name}{'[]' if shapes[name].many else ''}.")


def _described(shape: Shape) -> str:
    examples = ", ".join(f"`{each}`" for each in shape.examples)
    if not examples:
        return tr(shape.description)
    said = "{description} One of: {examples}." if shape.vocabulary else "{description} For example: {examples}."
    return tr(said, description=tr(shape.description), examples=examples)


def commands() -> str:
    return "\n\n".join(map(_command, described().commands.values()))


def _command(command: Command) -> str:
    paragraphs, examples = translated_parts(command.help)
    rows = [_parameter(each) for each in command.parameters]
    table = ["| | |", "| --- | --- |", *rows] if rows else []
    shown = [*(f"    {each}" for each in examples), "", *(f"{each}\n" for each in paragraphs)]
    return "\n".join([f"## brief {command.name}", "", *shown, *table]).rstrip()


def _parameter(parameter: Parameter) -> str:
    return f"| `{usage_of(parameter).replace('|', '/')}` | {tr(parameter.help)} |"


def settings() -> str:
    rows = (
        f"| {_code(each.key)} | `{each.variable}` | {_code(each.option)} | {tr(each.meaning)} | {tr(each.default)} |"
        for each in SETTINGS
    )
    return "\n".join([_head("key", "variable", "option", "meaning", "default"), *rows])


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def exits() -> str:
    return "\n".join([_head("code", "meaning"), *(f"| {code:d} | {_EXITS[language()][code]} |" for code in Exit)])


def tables() -> str:
    """The schema of the exported database."""
    lines: list[str] = []
    for table in TABLES:
        lines += [f"## {table.name}", "", tr(table.about), "", _head("column", "meaning")]
        lines += [f"| `{name}` | {tr(meaning)} |" for name, _, meaning in table.columns]
        lines.append("")
    lines += ["## Views", "", _head("view", "meaning")]
    return "\n".join([*lines, *(f"| `{name}` | {tr(about)} |" for name, (about, _) in VIEWS.items())])


def session() -> str:
    """The command output in the first session of the README, on a terminal of 80 columns."""
    screen = output("deadlines", "--days", "14", "--today", "2023-06-01", COLUMNS="80", BRIEF_LANG=language())
    return f"```text\n{screen.rstrip()}\n```"


def figures() -> str:
    """The results of the last benchmark run, milliseconds and ratio, with one row for each number of agendas."""
    found = json.loads((RESULTS / "figures.json").read_text(encoding="utf-8"))
    names = [each["name"] for each in next(iter(found["sizes"].values()))]
    rows = [f"| {int(size):,} | {' | '.join(map(_figure, measured))} |" for size, measured in found["sizes"].items()]
    about = found["machine"]
    machine = f"{about['processor']}, {about['cores']} cores, {about['system']}, Python {about['python']}"
    table = [f"| agendas | {' | '.join(names)} |", f"| {'---: | ' * (len(names) + 1)}".rstrip(), *rows]
    return "\n".join([*table, "", f"Measured on {machine}."])


def _figure(measured: dict[str, Any]) -> str:
    return f"{measured['milliseconds']:,.0f} ms, {measured['ratio']:.2f}"


Maker = Callable[[], str]
# The generated parts by name: those of the pages in `docs`, which exist in every language, and those in English only
TRANSLATED: dict[str, tuple[str, Maker]] = {
    "fields": ("agenda", fields),
    "commands": ("commands", commands),
    "settings": ("settings", settings),
    "exits": ("exit-codes", exits),
    "sqlite": ("sqlite", tables),
    "forms": ("citations", forms),
}
ENGLISH: dict[str, tuple[Path, Maker]] = {"session": (README, session), "figures": (README, figures)}


def made_parts(language: str) -> Iterator[tuple[Path, str]]:
    """Each page with generated parts in this language, and its text with the current parts."""
    if language == SOURCE:
        for name, (file, make) in ENGLISH.items():
            yield file, _with_part(name, file, make)
    with speaking(language):
        if language != SOURCE:
            yield page("README"), _with_part("session", page("README"), session)
        for name, (title, make) in TRANSLATED.items():
            yield page(title), _with_part(name, page(title), make)


def _with_part(name: str, page: Path, make: Maker) -> str:
    text = page.read_text(encoding="utf-8")
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    before, found, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    assert found, f"{page.name} has no place for {name}"
    assert closed, f"{page.name} has no place for {name}"
    return f"{before}{begin}\n{make()}\n{end}{after}"


if __name__ == "__main__":
    FILE.write_text(description(), encoding="utf-8")
    Path(WORDS).write_text(words(), encoding="utf-8")
    for each in LANGUAGES:
        for file, text in made_parts(each):
            file.write_text(text, encoding="utf-8")
