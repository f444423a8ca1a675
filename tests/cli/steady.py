"""What commands print, without what varies from run to run whatever the agendas hold."""

import re

_VARIES = re.compile(
    r"(?:DTSTAMP|SEQUENCE|LAST-MODIFIED|Date|Message-ID):.*|==+[0-9]+==|[0-9.,]+ (?:KB|kB|MB|bytes|s)\b|/ID ?\[.*?\]"
    r'|boundary=.*|"(?:bytes|size)": .*|<dcterms.*?</dcterms:\w+>|plan-[0-9]\.yaml: [0-9]+ .*ago|\bbytes[,;][0-9]+'
)


def steady(text: str) -> str:
    """The text without times of the clock and sizes; calendars, which break their lines anywhere, on whole lines."""
    return _VARIES.sub("", text.replace("\r\n ", ""))
