"""Letters in one form, for what is compared: macOS and many PDFs write an accent as a letter of its own."""

import unicodedata


def composed(text: str) -> str:
    """The text with each accent in its letter (Unicode's NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
