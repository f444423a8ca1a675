"""Writes the number of an activity into an agenda: one line more in an event, or one event more."""

from pathlib import Path
from typing import Any

from briefcli.files.read import bytes_of
from briefcli.files.write import replace
from briefcli.official.matching import Match
from briefcli.official.proposals import Proposal
from briefcli.writing.smallest_change import Draft


def with_number(file: Path, shown_as: str, proposal: Proposal) -> None:
    """Change the file. Raises BriefError where that cannot be done safely; then nothing has changed."""
    data = bytes_of(file, 1 << 24)
    draft = Draft(data.decode("utf-8-sig"))
    if proposal.event is None:
        draft.add("events", _event(proposal.match))
    else:
        draft.set(f"events[{proposal.event}]", "official", proposal.match.activity.number)
    replace(file, draft.text.encode(), shown_as, data)


def _event(match: Match) -> dict[str, Any]:
    activity = match.activity
    fields = {
        "title": activity.kind.removeprefix("Inbreng ").capitalize() or activity.subject,
        "kind": str(activity.form),
        "when": activity.when.text,
        "place": activity.place,
        "official": activity.number,
    }
    return {name: value for name, value in fields.items() if value}
