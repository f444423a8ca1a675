"""Generates the reference page of all codes from their declarations, the example files and the output of `check`."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.reading.recipes import RECIPE, described, make

from briefcli.catalog import language, tr
from briefcli.domain.diagnostic import SEVERITIES, Code
from briefcli.index.checks.files import Checker, Finding
from briefcli.reading.codes import CODES
from briefcli.render.clean import clean
from briefcli.render.diagnostics import render_findings
from briefcli.render.screen import Screen
from briefcli.views.check import shown_findings, summary
from briefcli.workspace import Workspace

EXAMPLES = Path(__file__).parent / "examples"
TODAY = date(2025, 9, 1)
MOST_SHOWN = 10  # findings of one example; of more findings, only the first and the last are shown

_HEAD = {
    "en": """\
# What `brief check` finds

Every mistake has a code. An error means that something is not read or shown; a warning may be about something intended.
`brief check --explain CODE` prints a section of this page, `# brief: ignore[CODE]` at the end of a line silences
that code on that line, and `--strict` treats warnings as errors.

This page is made from the example files in `tests/reading/examples`, and from what the program says about them.

| Code | | What it is |
""",
    "nl": """\
# Wat `brief check` vindt

Elke fout heeft een code. Bij een fout is iets niet te lezen of te tonen; een waarschuwing kan bedoeld zijn.
`brief check --explain CODE` toont een deel van deze pagina, `# brief: ignore[CODE]` aan het eind van een regel
onderdrukt die code op die regel, en met `--strict` tellen waarschuwingen als fouten.

Deze pagina is gemaakt van de voorbeelden in `tests/reading/examples`, en van wat het programma erover meldt.

| Code | | Wat het is |
""",
}
_BEFORE = {
    "en": "Before:\n\n{before}`brief check` says:\n\n```text\n{said}\n```\n\nAfter:\n\n{after}",
    "nl": "Ervoor:\n\n{before}`brief check` meldt:\n\n```text\n{said}\n```\n\nErna:\n\n{after}",
}
_FOLDER = {"en": "(a folder)\n", "nl": "(een map)\n"}
_MORE = {"en": "(and {n} more)", "nl": "(en nog {n})"}


def page() -> str:
    """The whole page in the current language."""
    listed = "".join(
        f"| [{each.name}](#{each.name}) | {tr(SEVERITIES[each.severity])} | {tr(each.title)} |\n"
        for each in CODES.values()
    )
    sections = "".join(_section(each) for each in CODES.values())
    return f"{_HEAD[language()]}| --- | --- | --- |\n{listed}\n{sections}".rstrip() + "\n"


def said_of(found: Sequence[Finding]) -> str:
    """What `check` prints about these findings of an example."""
    found = shown_findings(found, internal=False) or shown_findings(found, internal=True)
    said = summary([each.diagnostic for each in found])
    if len(found) <= MOST_SHOWN:
        return render_findings(found, said, Screen())
    first, last = render_findings(found[:1], "", Screen()), render_findings(found[-1:], said, Screen())
    more = _MORE[language()].format(n=len(found) - 2)
    return f"{first.rstrip()}\n\n{more}\n\n{last}"


def findings(example: Path) -> list[Finding]:
    """What `check` finds in an example, in the current language."""
    return _findings(example, language())


@cache
def _findings(example: Path, _language: str) -> list[Finding]:
    if example.suffix == RECIPE:
        with TemporaryDirectory() as folder:
            file = Path(folder) / f"{example.stem}.yaml"
            make(example, file)
            return Checker(internal=False).file(file, file.name)
    if not example.is_dir():
        return Checker(internal=False).file(example, example.name)
    place = Workspace(root=example, shown_as=example.name, internal=False, today=TODAY)
    with place.open_index() as index:
        return list(Checker(internal=False, rhythms=place.settings().rhythms).folder(example, index, TODAY))


def example_of(code: Code, *, fixed: bool = False) -> Path:
    name = f"{code.name}.fixed" if fixed else code.name
    folder, recipe = EXAMPLES / name, EXAMPLES / f"{name}{RECIPE}"
    if recipe.exists():
        return recipe
    return folder if folder.is_dir() else EXAMPLES / f"{name}.yaml"


def _section(code: Code) -> str:
    severity = tr(SEVERITIES[code.severity]).capitalize()
    text = f"## {code.name}\n\n{severity}: {tr(code.title)}.\n\n{tr(code.why)}\n\n"
    before, after = example_of(code), example_of(code, fixed=True)
    said = said_of(findings(before)).rpartition("\n\n")[0]
    return text + _BEFORE[language()].format(before=_shown(before), said=said, after=_shown(after))


def _shown(example: Path) -> str:
    if example.suffix == RECIPE:
        return f"```yaml\n{described(example)}```\n\n"
    if not example.is_dir():
        return f"```yaml\n{_content(example)}```\n\n"
    files = sorted(each for each in example.rglob("*") if each.suffix in {".yaml", ".toml"})
    return "".join(f"```yaml\n# {file.relative_to(example).as_posix()}\n{_content(file)}```\n\n" for file in files)


def _content(file: Path) -> str:
    if file.is_dir():
        return _FOLDER[language()]
    return clean(file.read_bytes().decode("utf-8", "replace").replace("\t", "→ "))
