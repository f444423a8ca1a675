"""Which language to speak: the option, the environment, the settings, then the system's locale."""

import sys
from collections.abc import Mapping

from briefcli.catalog import LANGUAGES, SOURCE

# In the order in which gettext asks them; POSIX, and the GNU manual for LANGUAGE
_LOCALES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


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
