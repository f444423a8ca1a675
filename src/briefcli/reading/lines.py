"""The lines of a file as YAML counts them: apart from what explains mistakes in them, which few files need."""

import re

# What YAML allows in no text
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def lines_of(text: str) -> list[str]:
    """The lines as YAML counts them, without their ends."""
    return LINE_END.split(text)


def line_starts(text: str) -> list[int]:
    """Where in the text each of these lines begins."""
    return [0, *(found.end() for found in LINE_END.finditer(text))]
