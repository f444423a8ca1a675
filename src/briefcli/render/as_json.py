"""A view's data as one JSON document."""

import json
import re

import msgspec

from briefcli.render.clean import UNSAFE
from briefcli.views.view import View


def render_json(view: View) -> str:
    """JSON with an indent of two spaces; characters that could control a terminal are escaped, as JSON allows."""
    text = msgspec.json.format(msgspec.json.encode(view.data), indent=2).decode()
    return re.sub(UNSAFE, lambda found: json.dumps(found[0]).strip('"'), text) + "\n"
