"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change."""

from collections.abc import Iterable

from briefcli.domain.diagnostic import Diagnostic
from briefcli.render.clean import one_line


def render_github(found: Iterable[Diagnostic]) -> str:
    """One line a finding, by GitHub's reference “Workflow commands”: `::error file=…,line=…,col=…,title=…::message`."""
    return "".join(_command(each) for each in found)


def _command(found: Diagnostic) -> str:
    properties = {"file": found.path, "line": found.line, "col": found.column, "title": found.code}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = found.message if found.hint is None else f"{found.message}; {found.hint}"
    return f"::{found.severity} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
