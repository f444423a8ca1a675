"""Text from a file made harmless for a screen: characters that could control a terminal are shown, never sent."""

import re

from briefcli.catalog import tr
from briefcli.domain.composed import INVISIBLE

# C0 and C1 controls, bidirectional overrides and isolates, line separators, the byte order mark, tags and lone
# surrogates: see Trojan Source (CVE-2021-42574) and ECMA-48. Newline is not among them: texts have lines.
UNSAFE = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
# Marks as `domain.redaction` writes them
_MARK = r"\[withheld(?:: ([^\]\n]*))?\]|\[imported, not yet released\]"

ALIKE = "alike"  # the name under which the error handler `alike` is registered
# Replacements for characters that the output cannot encode, as in a pipe on Windows; marks for nearness stay distinct
_SIGNS = {
    "‼": "!", "●": "*", "◕": "+", "◑": "=", "○": "o", "✓": "v", "□": "_", "×": "x", "·": ".", "–": "-", "—": "-",
    "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "→": "->", "≠": "!=", "•": "-", "€": "EUR", "\xa0": " ",
    "│": "|", "⟨": "<", "⟩": ">", "█": "#", "▲": "^", "■": "+", "░": "~", "┄": ".", "┊": ":", "━": "-", "▶": ">",
    "┬": "+", "─": "-", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae",
    "ĳ": "ij", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff",
}  # fmt: skip


def alike(error: UnicodeError) -> tuple[str, int]:
    """An error handler for `encode`: what looks most like each character that cannot be encoded, else its number."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return in_ascii(error.object[error.start : error.end]), error.end


def in_ascii(text: str) -> str:
    """The text with what looks most like each character that ASCII lacks."""
    return re.sub(r"[^\x00-\x7f]", lambda found: _sign_alike(found[0]), text)


def _sign_alike(sign: str) -> str:
    import unicodedata

    if sign in INVISIBLE:
        return ""
    letter = unicodedata.normalize("NFD", sign).encode("ascii", "ignore").decode()  # `e` of `é`
    return _SIGNS.get(sign) or letter or sign.encode("ascii", "backslashreplace").decode()


def clean(text: str) -> str:
    """The text as people read it: made harmless, with the marks of withheld texts in the user's language."""
    return harmless(re.sub(_MARK, _mark, text) if "[" in text else text)


def harmless(text: str) -> str:
    """The text with unsafe characters made visible. What separates words becomes a space; newlines are kept."""
    if text.isprintable():  # no printable character is unsafe
        return text
    return re.sub(UNSAFE, _sign, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """The cleaned text on one line."""
    return " ".join(clean(text).split())


def _mark(found: re.Match[str]) -> str:
    """The mark in place of a withheld text, in the user's language; JSON has it in English."""
    if found[1] is not None:
        return tr("[withheld: {ground}]", ground=found[1])
    return tr("[withheld]") if found[0] == "[withheld]" else tr("[imported, not yet released]")


def _sign(found: re.Match[str]) -> str:
    character = found[0]
    if character.isspace():  # tab, carriage return, form feed, U+2028 and others: two words stay two words
        return " "
    if ord(character) < 0x20:
        return chr(0x2400 + ord(character))
    return f"⟨U+{ord(character):04X}⟩"
