"""Translates every text for people with one gettext catalog: English is the source, `locale/nl.po` holds the Dutch.

Rules for a message: write a whole sentence, never parts to be joined. Use named placeholders (`{day}`), which are
filled in after the translation. Use `count` if a number decides between singular and plural, and `tr_as` if one
English word has two Dutch translations. In a table of constants, mark each text with `later`, and translate it with
`tr` when it is shown.
"""

import sys
from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

SOURCE = "en"
LANGUAGES = (SOURCE, "nl")

DOCS = Path(__file__).parent / "docs"
_FOLDER = Path(__file__).parent / "locale"
# In the order in which gettext reads them. Sources: POSIX, and the GNU gettext manual for LANGUAGE
_LOCALES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_translations = NullTranslations()
_language = SOURCE


def system_language(environ: Mapping[str, str]) -> str:
    """The language of the user's system if `brief` speaks it, else English."""
    for name in _LOCALES:
        if value := environ.get(name):
            return spoken(value.partition(":")[0])
    return spoken(_windows_language()) if sys.platform == "win32" else SOURCE


def spoken(name: str) -> str:
    """The language of a locale's name (`nl_NL.UTF-8`, `nl-BE`) if `brief` speaks it, else English."""
    language = name.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    language = {"dutch": "nl", "nederlands": "nl"}.get(language, language)  # Windows says `Dutch_Netherlands.1252`
    return language if language in LANGUAGES else SOURCE


def _windows_language() -> str:
    """The language of the Windows user interface, as a locale's name."""
    import ctypes
    import locale

    try:
        code = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined]
    except (AttributeError, OSError):
        return SOURCE
    return str(locale.windows_locale.get(code, SOURCE))


def use(language: str) -> None:
    """Translate into this language from now on: one of `LANGUAGES`. Without its compiled catalog, texts are English."""
    global _language, _translations  # one language a process; else every call would have to pass it
    file = _FOLDER / f"{language}.mo"
    _language, _translations = language, compiled(file) if file.is_file() else NullTranslations()


def compiled(file: Path) -> NullTranslations:
    """The messages of a compiled catalog and their translations."""
    with file.open("rb") as opened:
        return GNUTranslations(opened)


def language() -> str:
    """The language of this process: one of `LANGUAGES`."""
    return _language


def page(name: str) -> Path:
    """The page of the documentation with this name, in the language of this process."""
    return DOCS / ("" if _language == SOURCE else _language) / f"{name}.md"


def tr(words: str, /, **places: object) -> str:
    """The text in the user's language, with its named placeholders filled in."""
    said = words and _translations.gettext(words)  # the empty message holds the catalog's header
    return said.format(**places) if places else said


def count(one: str, many: str, number: int, /, **places: object) -> str:
    """The singular or plural text for the number, with `{n}` and the other placeholders filled in."""
    return _translations.ngettext(one, many, number).format(n=number, **places)


def tr_as(context: str, words: str, /, **places: object) -> str:
    """The translation of a text that has several meanings; the context says which: `tr_as("month", "May")`."""
    said = _translations.pgettext(context, words)
    return said.format(**places) if places else said


def later(words: str) -> str:
    """Return the text unchanged. The call marks it for the catalog; `tr` translates it when it is shown."""
    return words


def later_as(context: str, words: str) -> str:  # noqa: ARG001  # the program that collects the messages reads it
    """The same as `later` for a text with a context, which `tr_as` translates when it is shown."""
    return words
