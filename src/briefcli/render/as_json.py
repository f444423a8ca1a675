"""A view's data as one JSON document."""

import re

import msgspec

from briefcli.render.clean import UNSAFE
from briefcli.views.view import View


def render_json(view: View) -> str:
    """JSON with an indent of two spaces; characters that could control a terminal are escaped, as JSON allows."""
    text = msgspec.json.format(msgspec.json.encode(view.data), indent=2).decode()
    return re.sub(UNSAFE, lambda found: _escaped(found[0]), text) + "\n"


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{int.from_bytes(units[i : i + 2]):04x}" for i in range(0, len(units), 2))
