import json
from datetime import date

from briefcli.render.as_json import render_json
from briefcli.views.view import View


def test_json_is_one_indented_document_with_typed_values() -> None:
    data = [{"date": date(2031, 3, 1), "days": -3, "amount": 16.6, "until": None, "title": "Brief “één”"}]
    rendered = render_json(View(data=data, blocks=()))
    assert rendered == (
        '[\n  {\n    "date": "2031-03-01",\n    "days": -3,\n    "amount": 16.6,\n    "until": null,\n'
        '    "title": "Brief “één”"\n  }\n]\n'
    )


def test_nothing_found_is_an_empty_list() -> None:
    assert json.loads(render_json(View(data=[], blocks=(), found=False))) == []


def test_control_characters_are_escaped() -> None:
    text = "\x1b[2J\u202e\x9b\U000e0041\u2028"
    rendered = render_json(View(data={"text": text}, blocks=()))
    assert '"\\u001b[2J\\u202e\\u009b\\udb40\\udc41\\u2028"' in rendered
    assert json.loads(rendered) == {"text": text}
