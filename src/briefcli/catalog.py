"""Every text for people comes from one gettext catalog: English is the source, `locale/nl.po` holds the Dutch.

Rules for a message: a whole sentence, never parts that are put together; named places (`{day}`), which are filled in
after the translation; `count` where a number decides the form; `tr_as` where one English word has two Dutch ones.
A constant table of texts marks them with `later` and translates them with `tr` when they are shown.
"""

from gettext import GNUTranslations, NullTranslations
from pathlib import Path

SOURCE = "en"
LANGUAGES = (SOURCE, "nl")

_FOLDER = Path(__file__).parent / "locale"
_translations: NullTranslations = NullTranslations()
_language = SOURCE


def use(language: str) -> None:
    """Speak this language from now on: one of `LANGUAGES`. Without its compiled catalog English stays."""
    global _language, _translations  # noqa: PLW0603  # one process speaks one language; every text would have to pass it
    _translations, _language = NullTranslations(), language
    if language != SOURCE:
        try:
            with (_FOLDER / f"{language}.mo").open("rb") as compiled:
                _translations = GNUTranslations(compiled)
        except FileNotFoundError:
            return


def language() -> str:
    """The language of this process: one of `LANGUAGES`."""
    return _language


def tr(words: str, /, **places: object) -> str:
    """The words in the user's language, with their named places filled in."""
    # gettext gives the head of the catalog for an empty message
    translated = _translations.gettext(words) if words else ""
    return translated.format(**places) if places else translated


def count(one: str, many: str, number: int, /, **places: object) -> str:
    """The form that goes with the number, with `{n}` and the other places filled in."""
    return _translations.ngettext(one, many, number).format(n=number, **places)


def tr_as(context: str, words: str, /, **places: object) -> str:
    """The words in the sense that the context names: `tr_as("month", "May")`."""
    translated = _translations.pgettext(context, words)
    return translated.format(**places) if places else translated


def later(words: str) -> str:
    """The words as they are: marked for the catalog, translated by `tr` when they are shown."""
    return words


def later_as(context: str, words: str) -> str:  # noqa: ARG001  # the context is for the program that gathers the messages
    """The same for words with a context, translated by `tr_as` when they are shown."""
    return words
