"""Text as YAML: without quotes if possible, but never so that a reader takes it for something else."""

import re

import pytest
import yaml
from hypothesis import given, settings
from tests.examples import any_text, examples

from briefcli.domain.composed import composed
from briefcli.domain.item import words_of
from briefcli.reading.reader import read_agenda
from briefcli.writing.yaml_text import flow_of_value, scalar

# What a reader of YAML 1.2 takes for no text (the core schema, section 10.3.2 of its specification)
CORE = (
    r"|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)


@pytest.mark.parametrize("text", ["NAVO-top", "28 676, nr. 427", "Woo 5.1.2e", "2023-06-15", "C(2022) 5", "één – twee"])
def test_unambiguous_texts_get_no_quotes(text: str) -> None:
    assert scalar(text) == text


def test_ambiguous_texts_get_quotes() -> None:
    for text in [
        *(
            "",
            " x",
            "x ",
            "a: b",
            "a #b",
            "- a",
            "9:30",
            "NO",
            "yes",
            "null",
            "~",
            "12",
            "1_000",
            "0o17",
            "1e3",
            ".inf",
        ),
        *("'", '"', "[a", "{a", "a]: b", "? a", "!x", "&x", "*x", "%x", "@x", "`x", "|", ">", "=", "<<", "#"),
    ]:
        assert scalar(text)[:1] in {"'", '"'}


@settings(max_examples=examples(50))
@given(any_text())
def test_pyyaml_reads_back_the_same_text(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    for written in (f"a: {scalar(text)}\n", f"a:\n  - {scalar(text)}\n"):
        for reader in (yaml.SafeLoader, yaml.CSafeLoader, yaml.BaseLoader):
            value = reader(written).get_single_data()["a"]
            read = value[0] if isinstance(value, list) else value
            assert str(read) == text  # a date is read as a date, which prints the same
    for other in (text, "09", "+.5", "1.5e3", "1.e5", "1e3", "0o17", "0x1F", "-.INF", "Null", "TRUE"):
        assert scalar(other) != other or not re.fullmatch(CORE, other)
    titled = read_agenda("x.yaml", f"title: {scalar(text)}\nwhen: unknown\n".encode()).agenda
    assert titled is None or words_of(titled.title) in {composed(text), " ".join(composed(text).split())}


def test_a_number_with_three_decimals_gets_a_fourth() -> None:
    assert flow_of_value({"amount": 16.125, "to": 20.25, "year": 2031}) == "{amount: 16.1250, to: 20.25, year: 2031}"
