"""Every kind of mistake, declared once: its name, how bad it is, and what it is in one line."""

from briefcli.domain.diagnostic import Code, Severity

CODES: dict[str, Code] = {}


def _error(name: str, title: str) -> Code:
    return CODES.setdefault(name, Code(name, Severity.ERROR, title))


def _warning(name: str, title: str) -> Code:
    return CODES.setdefault(name, Code(name, Severity.WARNING, title))


NOT_A_FILE = _error("not-a-file", "this is not an ordinary file")
UNREADABLE = _error("unreadable", "the file cannot be read")
TOO_LARGE = _error("too-large", "the file is too large for an agenda")
NOT_UTF8 = _error("not-utf8", "the file is not written in UTF-8")
CONTROL_CHARACTER = _error("control-character", "a character that no text may contain")
TAB = _error("tab", "a tab stands where only spaces may")
UNCLOSED_QUOTE = _error("unclosed-quote", "a quote is opened and never closed")
SYNTAX = _error("syntax", "this cannot be read as YAML")
INDENT = _error("indent", "this line is indented in a way that does not fit")
TOO_DEEP = _error("too-deep", "lists and mappings are nested too deep")
ALIAS = _error("alias", "a text that begins with & or * must stand in quotes")
SECOND_DOCUMENT = _error("second-document", "a second document begins in the same file")
EMPTY = _error("empty", "there is nothing in this file")
NOT_A_MAPPING = _error("not-a-mapping", "an agenda is a list of keys with values")
DUPLICATE_KEY = _error("duplicate-key", "the same key stands twice")
UNKNOWN_KEY = _error("unknown-key", "this key does not exist")
MISSING_KEY = _error("missing-key", "a key that may not be left out is missing")
WRONG_TYPE = _error("wrong-type", "this value is of the wrong sort")
BAD_DATE = _error("bad-date", "this is no date, or one that does not exist")
BAD_DUE = _error("bad-due", "this due date cannot be read")
UNKNOWN_WORD = _error("unknown-word", "this is not one of the words that may stand here")
UNKNOWN_KIND = _warning("unknown-kind", "this kind is not one of the usual ones")
UNKNOWN_TIMEZONE = _error("unknown-timezone", "this time zone does not exist")
