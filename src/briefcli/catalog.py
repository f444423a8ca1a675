"""Every text for people comes from one gettext catalog: English is the source, `locale/nl` holds the Dutch.

Rules for a message: a whole sentence, never parts that are put together; named places (`{day}`), which are filled in
after the translation; `count` where a number decides the form; `tr_as` where one English word has two Dutch ones.
A constant table of texts marks them with `later` and translates them with `tr` when they are shown.
"""

from gettext import NullTranslations

_translations = NullTranslations()


def tr(words: str, **places: object) -> str:
    """The words in the user's language, with their named places filled in."""
    translated = _translations.gettext(words)
    return translated.format(**places) if places else translated


def count(one: str, many: str, number: int, **places: object) -> str:
    """The form that goes with the number, with `{n}` and the other places filled in."""
    return _translations.ngettext(one, many, number).format(n=number, **places)


def tr_as(context: str, words: str, **places: object) -> str:
    """The words in the sense that the context names: `tr_as("month", "May")`."""
    translated = _translations.pgettext(context, words)
    return translated.format(**places) if places else translated


def later(words: str) -> str:
    """The words as they are: marked for the catalog, translated by `tr` when they are shown."""
    return words
