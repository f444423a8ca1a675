"""Findings for code hosts: as SARIF 2.1.0 (OASIS), and as workflow commands of GitHub Actions."""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

import msgspec

from briefcli import __version__
from briefcli.catalog import tr
from briefcli.domain.diagnostic import Diagnostic
from briefcli.reading.codes import CODES
from briefcli.render.clean import one_line

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render_sarif(found: Sequence[Diagnostic]) -> str:
    """One run with a rule for each code that occurs; columns count code points."""
    rules = sorted({each.code for each in found})
    run = {
        "tool": {"driver": {"name": "brief", "version": __version__, "rules": [_rule(name) for name in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, rules.index(each.code)) for each in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _rule(name: str) -> dict[str, Any]:
    code = CODES[name]
    return {
        "id": name,
        "shortDescription": {"text": tr(code.title)},
        "fullDescription": {"text": tr(code.why)},
        "defaultConfiguration": {"level": str(code.severity)},
    }


def _result(found: Diagnostic, rule: int) -> dict[str, Any]:
    region = {"startLine": found.line, "startColumn": found.column}
    if found.width:
        region["endColumn"] = found.column + found.width
    message = found.message if found.hint is None else f"{found.message} ({found.hint})"
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": str(found.severity),
        "message": {"text": one_line(message)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": quote(found.path)}, "region": region}}],
    }


def render_github(found: Iterable[Diagnostic]) -> str:
    """A line per finding, by GitHub's reference “Workflow commands”: `::error file=…,line=…,col=…,title=…::message`."""
    return "".join(_command(each) for each in found)


def _command(found: Diagnostic) -> str:
    properties = {"file": found.path, "line": found.line, "col": found.column, "title": found.code}
    escaped = {name: _data(str(each)).replace(":", "%3A").replace(",", "%2C") for name, each in properties.items()}
    listed = ",".join(f"{name}={each}" for name, each in escaped.items())
    message = found.message if found.hint is None else f"{found.message}; {found.hint}"
    return f"::{found.severity} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")
