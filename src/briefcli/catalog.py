"""The words for people, in one catalog; another language is a file of translations, not a change of code."""

from gettext import NullTranslations

_translations = NullTranslations()


def tr(words: str) -> str:
    """The words in the user's language."""
    return _translations.gettext(words)


def count(one: str, many: str, number: int) -> str:
    """The form that goes with the number, with `{n}` filled in."""
    return _translations.ngettext(one, many, number).format(n=number)
