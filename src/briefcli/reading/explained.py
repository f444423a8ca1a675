"""The explanation of a code, taken from the reference page, which comes with the package."""

import re

from briefcli.catalog import page

PAGE = "codes"


def explained(name: str) -> str | None:
    """The section of one code as plain text. None if there is no such code."""
    text = page(PAGE).read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return f"{name}\n{_plain(found[1])}" if found else None


def _plain(markdown: str) -> str:
    """The text with code blocks indented instead of fenced."""
    lines: list[str] = []
    inside = False
    for line in markdown.rstrip().splitlines():
        if line.startswith("```"):
            inside = not inside
        else:
            lines.append(f"    {line}".rstrip() if inside else line)
    return "\n".join(lines) + "\n"
