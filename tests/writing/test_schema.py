"""The JSON Schema: the verdict of an independent validator is compared with that of the reader."""

import json
import warnings
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.conftest import PROJECT, SAMPLES

from briefcli.domain.diagnostic import Severity
from briefcli.reading.reader import read_agenda
from briefcli.reading.shapes import records, shapes_of
from briefcli.writing.schema import agenda_schema, schema_text

EXAMPLES = PROJECT / "tests" / "reading" / "examples"
FILES = sorted([
    *(PROJECT / "agendas").glob("*.yaml"), *(SAMPLES / "agendas").rglob("*.yaml"), *(SAMPLES / "broken").glob("*.yaml"),
    *EXAMPLES.glob("*.yaml"),
])  # fmt: skip
# Errors that only brief finds: a schema sees one value at a time
BEYOND_A_SCHEMA = {
    "circle", "due-nowhere", "end-before-start", "mark-in-text", "public-with-ground", "same-name", "unknown-timezone",
}  # fmt: skip
TRICKY = {
    "a number as a title": ("title: 2023\nwhen: 2023\n", True),
    "a single item for a list": ("title: T\nwhen: 2023\nkey_points: x\nleads_to: y\ndecision: z\n", True),
    "nothing behind a key": ("title: T\nwhen: 2023\nplace:\nkey_points:\n  -\n", True),
    "the long form": ("title: {text: T, public: false, ground: x}\nwhen: 2023-06\n", True),
    "truth in Dutch": ("title: T\nwhen: 2023\ndeadlines: [{title: x, done: Ja}]\n", True),
    "a status in Dutch": ("title: T\nwhen: 2023\nstatus: gehouden\n", True),
    "a number in quotes": ("title: T\nwhen: 2023\nfigures: [{what: x, year: '2023', amount: '1.5'}]\n", True),
    "every notation of a date": (
        "title: T\nwhen: 2023-06-15T09:30/2023-06-16?\nevents:\n"
        + "".join(
            f"  - title: x\n    when: {when}\n"
            for when in ("2023-W24", "XXXX-06-15", "../2023-06-15", "2023-06-15/..", "unknown", "2023", "2023-06?")
        ),
        True,
    ),
    "every notation of a due date": (
        "title: T\nwhen: 2023-06-15\ndeadlines:\n"
        + "".join(
            f"  - title: x\n    due: {due}\n"
            for due in ("2023-06-05", "before meeting", "5 workdays before meeting", "the friday before meeting")
        ),
        True,
    ),
    "no date": ("title: T\n", False),
    "a date in words": ("title: T\nwhen: 15 juni\n", False),
    "no such month": ("title: T\nwhen: 2023-13\n", False),
    "a list of titles": ("title: [a]\nwhen: 2023\n", False),
    "a key of another record": ("title: T\nwhen: 2023\nevents: [{title: a, due: 2023}]\n", False),
    "a misspelt status in Dutch": ("title: T\nwhen: 2023\nstatus: gehoudn\n", False),
    "neither true nor false": ("title: T\nwhen: 2023\ndeadlines: [{title: x, done: bijna}]\n", False),
}


def refused(files: list[Path], folder: Path) -> set[str]:
    """The files that the validator refuses, a file that is no YAML included. It checks the schema itself as well."""
    (folder / "schema.json").write_text(schema_text(), encoding="utf-8")
    with warnings.catch_warnings(action="ignore"):  # warnings about the libraries of the validator
        from check_jsonschema import main

        ran = CliRunner().invoke(main, ["-o", "json", "--schemafile", *map(str, (folder / "schema.json", *files))])
    report = json.loads(ran.stdout)
    return {each["filename"] for each in (*report.get("errors", []), *report.get("parse_errors", []))}


def has_errors(file: Path) -> set[str]:
    found = read_agenda(file.name, file.read_bytes()).diagnostics
    return {each.code for each in found if each.severity is Severity.ERROR}


def test_the_validator_and_brief_agree_on_every_file(tmp_path: Path) -> None:
    tricky = {tmp_path / f"{number}.yaml": case for number, case in enumerate(TRICKY.values())}
    for file, (text, _) in tricky.items():
        file.write_text(text, encoding="utf-8")
    no = refused([*FILES, *tricky], tmp_path)
    for file, (text, is_good) in tricky.items():
        assert ((str(file) not in no), (not has_errors(file))) == (is_good, is_good), text
    for file in FILES:
        errors = has_errors(file)
        assert bool(errors - BEYOND_A_SCHEMA) == (str(file) in no), (file, errors)
    refused_files = [file for file in FILES if str(file) in no]
    assert len(refused_files) >= 20
    assert len(FILES) - len(refused_files) >= 50


def test_brief_finds_errors_that_a_schema_cannot_express() -> None:
    for name in BEYOND_A_SCHEMA:
        assert has_errors(EXAMPLES / f"{name}.yaml") == {name}


@pytest.mark.parametrize("record", records(), ids=lambda record: record.__name__)
def test_every_field_has_a_description(record: type) -> None:
    schema = agenda_schema()
    described = schema if record.__name__ == "Agenda" else schema["$defs"][record.__name__]
    assert list(described["properties"]) == list(shapes_of(record))
    for name, field in described["properties"].items():
        assert len(field["description"]) > 5, name
