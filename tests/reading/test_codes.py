"""Every code has an example, a golden output, a fixed example without findings, and a section on the page."""

import re
from collections.abc import Callable

import pytest
from tests.reading.codes_page import EXAMPLES, example_of, findings, page, said_of
from tests.sources import SOURCE
from tests.speaking import speaking

from briefcli import catalog
from briefcli.catalog import LANGUAGES, tr
from briefcli.domain.diagnostic import Code, Diagnostic
from briefcli.reading import codes
from briefcli.reading.codes import CODES, PAGE, explained


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.name)
def test_each_example_shows_its_code_and_the_fixed_one_nothing(code: Code, golden: Callable[[str, str], None]) -> None:
    found = findings(example_of(code))
    assert code.name in {each.diagnostic.code for each in found}
    golden(f"codes/{code.name}.txt", said_of(found))
    assert {each.diagnostic.code for each in findings(example_of(code, fixed=True))} == set()


def test_every_example_belongs_to_a_code() -> None:
    assert {each.name.split(".")[0] for each in EXAMPLES.iterdir()} == CODES.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_up_to_date_with_the_examples(language: str, request: pytest.FixtureRequest) -> None:
    with speaking(language):
        made, file = page(), catalog.page(PAGE)
    if request.config.getoption("--update-golden"):
        file.write_text(made, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == made


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_code_has_an_explanation(language: str) -> None:
    with speaking(language):
        for name, code in CODES.items():
            text = explained(name)
            assert text is not None
            assert text.startswith(f"{name}\n")
            assert tr(code.why) in text
            assert "```" not in text


def test_check_finds_the_same_in_every_language() -> None:
    """Nothing in the program may depend on the words of a message."""
    found = {}
    for language in reversed(LANGUAGES):  # English last, with the caches that Dutch filled
        with speaking(language):
            found[language] = {
                name: [(each.line, each.column, each.severity, each.code) for each in _found(name)] for name in CODES
            }
    assert found["nl"] == found["en"]


def _found(name: str) -> list[Diagnostic]:
    return [each.diagnostic for each in findings(example_of(CODES[name]))]


def test_an_unknown_code_has_no_explanation() -> None:
    assert explained("no-such-code") is None
    assert explained(".*") is None


def test_titles_and_reasons_have_no_placeholders() -> None:
    for code in CODES.values():
        assert "{" not in code.title + code.why.replace("[ or {", "")
        assert code.title[0].islower()
        assert code.why.endswith(".")


def test_the_declared_codes_are_exactly_those_in_use() -> None:
    sources = "".join(file.read_text(encoding="utf-8") for file in SOURCE.rglob("*.py"))
    assert {
        getattr(codes, name).name for name in re.findall(r"(?<![\w.])codes\.(?!CODES)([A-Z][A-Z0-9_]+)", sources)
    } == CODES.keys()
