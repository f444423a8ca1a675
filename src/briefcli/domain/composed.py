"""Letters in one form, for what is compared: macOS and many PDFs write an accent as a letter of its own."""

import re
import unicodedata

UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphens and other characters without width
_unseen = re.compile(f"[{UNSEEN}]")
# What Dutch leaves out of account when it sorts names: “van den Berg” stands under B. Source: NEN 2357
_INSERTED = re.compile(r"(?:d'|(?:aan|bij|de|den|der|het|'s|'t|in|op|te|ten|ter|uit|van|von|voor)\s+)+(?=\S)")


def composed(text: str) -> str:
    """The text with each accent in its letter (Unicode's NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """Small letters without accents; a ligature such as `ĳ` is its letters."""
    small = text.lower()
    if small.isascii():
        return small
    letters = unicodedata.normalize("NFKD", _unseen.sub("", small))
    return "".join([each for each in letters if not unicodedata.combining(each)])


def is_in(typed: str, text: str) -> bool:
    """Whether a text holds what was typed, whatever the accents and capitals."""
    return folded(typed) in folded(text)


def dutch_order(name: str) -> tuple[str, str, str]:
    """The key by which Dutch sorts names: whatever the accents and capitals, and without “van der” before them."""
    plain = folded(name).replace("’", "'")
    return _INSERTED.sub("", plain, count=1) if _INSERTED.match(plain) else plain, plain, name
