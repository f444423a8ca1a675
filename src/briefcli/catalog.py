"""Every text for people comes from one gettext catalog: English is the source, `locale/nl.po` holds the Dutch.

Rules for a message: a whole sentence, never parts that are put together; named places (`{day}`), which are filled in
after the translation; `count` where a number decides the form; `tr_as` where one English word has two Dutch ones.
A constant table of texts marks them with `later` and translates them with `tr` when they are shown.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from struct import iter_unpack, unpack_from

SOURCE = "en"
LANGUAGES = (SOURCE, "nl")

DOCS = Path(__file__).parent / "docs"
_FOLDER = Path(__file__).parent / "locale"
# In the order in which gettext asks them; POSIX, and the GNU manual for LANGUAGE
_LOCALES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_messages: dict[bytes, bytes] = {}
_language = SOURCE


def system_language(environ: Mapping[str, str]) -> str:
    """The language of the user's system, where `brief` speaks it; English for all others."""
    for name in _LOCALES:
        if value := environ.get(name):
            return spoken(value.partition(":")[0])
    return spoken(_windows_language()) if sys.platform == "win32" else SOURCE


def spoken(name: str) -> str:
    """The language of a locale's name (`nl_NL.UTF-8`, `nl-BE`), where `brief` speaks it; English for all others."""
    language = name.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    language = {"dutch": "nl", "nederlands": "nl"}.get(language, language)  # `Dutch_Netherlands.1252` of Windows
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
    """Speak this language from now on: one of `LANGUAGES`. Without its compiled catalog English stays."""
    global _language, _messages  # noqa: PLW0603  # one process speaks one language; every text would have to pass it
    _messages, _language = {}, language
    if language != SOURCE:
        try:
            _messages = compiled(_FOLDER / f"{language}.mo")
        except FileNotFoundError:
            return


def compiled(file: Path) -> dict[bytes, bytes]:
    """The messages of a compiled catalog (GNU gettext, .mo), as they are in it.

    The standard library decodes all of them, which takes 5 ms of every start; a command shows a few dozen.
    """
    data = file.read_bytes()
    _, _, number, keys, texts = unpack_from("<5I", data)
    key, text = (iter_unpack("<2I", data[at : at + 8 * number]) for at in (keys, texts))  # of each its length and place
    return {data[at : at + n]: data[to : to + m] for (n, at), (m, to) in zip(key, text, strict=True)}


def language() -> str:
    """The language of this process: one of `LANGUAGES`."""
    return _language


def page(name: str) -> Path:
    """The page of the documentation with this name, in the language of this process."""
    return DOCS / ("" if _language == SOURCE else _language) / f"{name}.md"


def tr(words: str, /, **places: object) -> str:
    """The words in the user's language, with their named places filled in."""
    translated = _messages.get(words.encode()) if words else None  # the empty message is the head of the catalog
    said = words if translated is None else translated.decode()
    return said.format(**places) if places else said


def count(one: str, many: str, number: int, /, **places: object) -> str:
    """The form that goes with the number, with `{n}` and the other places filled in.

    English and Dutch have the same two forms.
    """
    translated = _messages.get(f"{one}\0{many}".encode())
    forms = (one, many) if translated is None else translated.decode().split("\0")
    return forms[number != 1].format(n=number, **places)


def tr_as(context: str, words: str, /, **places: object) -> str:
    """The words in the sense that the context names: `tr_as("month", "May")`."""
    translated = _messages.get(f"{context}\4{words}".encode())
    said = words if translated is None else translated.decode()
    return said.format(**places) if places else said


def later(words: str) -> str:
    """The words as they are: marked for the catalog, translated by `tr` when they are shown."""
    return words


def later_as(context: str, words: str) -> str:  # noqa: ARG001  # the context is for the program that gathers the messages
    """The same for words with a context, translated by `tr_as` when they are shown."""
    return words
