"""Removes from the output of commands what varies from run to run, such as times and sizes."""

import re

_VARIES = re.compile(
    r"(?:DTSTAMP|SEQUENCE|LAST-MODIFIED|Date|Message-ID):.*|==+[0-9]+==|[0-9.,]+ (?:KB|kB|MB|bytes|s)\b|/ID ?\[.*?\]"
    r'|boundary=.*|"(?:bytes|size)": .*|<dcterms.*?</dcterms:\w+>|plan-[0-9]\.yaml: [0-9]+ .*ago|\bbytes[,;][0-9]+'
)


def steady(text: str) -> str:
    """The text without clock times and sizes, and with the folded lines of calendars joined."""
    return _VARIES.sub("", text.replace("\r\n ", ""))
