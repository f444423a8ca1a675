"""The catalog of messages: complete, up to date with the program, and read as GNU gettext reads it."""

import gettext
import re
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from briefcli import catalog
from tests.catalog import LOCALE, collected

Key = tuple[str | None, str | tuple[str, ...]]


@pytest.fixture(scope="module")
def dutch() -> Catalog:
    return read_po(BytesIO((LOCALE / "nl.po").read_bytes()), locale="nl")


def _keys(messages: Catalog) -> set[Key]:
    return {_key(each) for each in messages if each.id}


def _key(message: Message) -> Key:
    return message.context, tuple(message.id) if isinstance(message.id, list | tuple) else message.id


def _forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def _placeholders(text: str) -> set[str]:
    return {place for _, place, _, _ in Formatter().parse(text) if place}


def test_the_dutch_catalog_has_every_message_and_no_other(dutch: Catalog) -> None:
    assert _keys(dutch) == _keys(collected()), "run: python -m tests.catalog"


def test_every_message_is_translated(dutch: Catalog) -> None:
    assert [each.id for each in dutch if each.id and (each.fuzzy or not all(_forms(each.string)))] == []


def test_translations_keep_the_placeholders_of_their_messages(dutch: Catalog) -> None:
    for message in dutch:
        if message.id and "[ or {" not in _forms(message.id)[0]:  # that message contains a literal brace
            wanted = set[str]().union(*map(_placeholders, _forms(message.id)))
            for form in _forms(message.string):
                assert _placeholders(form) <= wanted, message.id
            assert set[str]().union(*map(_placeholders, _forms(message.string))) == wanted, message.id


def test_translations_keep_trailing_whitespace(dutch: Catalog) -> None:
    """A line break at the end, or a space after a question, belongs to the layout and not to the language."""
    for message in dutch:
        if message.id:
            for one, other in zip(_forms(message.id), _forms(message.string), strict=True):
                assert len(other) - len(other.rstrip()) == len(one) - len(one.rstrip()), one


def test_dutch_texts_follow_the_glossary(dutch: Catalog) -> None:
    """The imperative instead of “u”, and one word for each concept."""
    avoided = re.compile(r"\b(?:u|uw|commando\w*|eigenaren|afspra\w+|meeting\w*(?= is| heeft))\b", re.IGNORECASE)
    assert [form for message in dutch if message.id for form in _forms(message.string) if avoided.search(form)] == []


def test_a_compiled_catalog_is_read_as_gettext_reads_it(
    dutch: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "nl.mo").open("wb") as file:
        write_mo(file, dutch)
    monkeypatch.setattr(catalog, "_FOLDER", tmp_path)
    with (tmp_path / "nl.mo").open("rb") as file:
        told = gettext.GNUTranslations(file)
    catalog.use("nl")
    try:
        for message in dutch:
            if not isinstance(message.id, str):
                one, many = message.id
                for number in (0, 1, 2):
                    names = dict.fromkeys(_placeholders(one) | _placeholders(many), "…") | {"n": number}
                    said = catalog.count(one, many, number, **{name: "…" for name in names if name != "n"})
                    assert said == told.ngettext(one, many, number).format(**names)
            elif message.id and message.context:
                assert catalog.tr_as(message.context, message.id) == told.pgettext(message.context, message.id)
            elif message.id:
                assert catalog.tr(message.id) == told.gettext(message.id)
        assert catalog.tr("no such message") == "no such message"
        assert catalog.tr("") == ""
    finally:
        catalog.use("en")
