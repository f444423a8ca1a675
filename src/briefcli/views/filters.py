"""What a filter asks for: whether an item has one of the owners, and what to say of a name that no agenda has."""

from collections.abc import Sequence

from briefcli.catalog import tr
from briefcli.domain.composed import dutch_order, is_in
from briefcli.domain.item import is_hidden
from briefcli.domain.vocabulary import body_names
from briefcli.index.queries import Filter, Index
from briefcli.views.view import Remark

_MOST_OWNERS = 40  # the most that a remark lists


def has_owner(owner: str, owners: Sequence[str]) -> bool:
    """Whether the text `owner` contains one of the names `owners`. True if no owner is named."""
    return not owners or any(is_in(each, owner) for each in owners)


def unknown_owners(index: Index, owners: Sequence[str]) -> Remark | None:
    """A remark on the owners asked for that no agenda names, if any: with a typo in a name nothing would seem due."""
    known = sorted((each for each in index.owners() if not is_hidden(each)), key=dutch_order) if owners else []
    unknown = [each for each in owners if not any(is_in(each, owner) for owner in known)]
    if not unknown:
        return None
    typed, listed = (", ".join(f"“{each}”" for each in names) for names in (unknown, known[:_MOST_OWNERS]))
    if not known:
        return Remark(tr("No agenda names the owner {typed} or any other owner.", typed=typed))
    return Remark(tr("No agenda names the owner {typed}. Owners are: {owners}.", typed=typed, owners=listed))


def unknown_name(index: Index, wanted: Filter) -> str | None:
    """The message that no meeting is of this body or series, and which there are; None if there are such meetings."""
    if wanted.body is None and wanted.series is None:
        return None
    everything = index.meetings()
    bodies = {each.body.casefold(): each.body for each in everything if each.body and not is_hidden(each.body)}
    series = {each.series.casefold(): each.series for each in everything if each.series}
    if wanted.body is not None and bodies.keys().isdisjoint(map(str.casefold, body_names(wanted.body))):
        names = ", ".join(sorted(bodies.values(), key=dutch_order))
        if not names:
            return tr("There is no meeting of “{body}”: no agenda names a body.", body=wanted.body)
        return tr("There is no meeting of “{body}”. The bodies are: {names}.", body=wanted.body, names=names)
    if wanted.series is not None and wanted.series.casefold() not in series:
        names = ", ".join(sorted(series.values(), key=dutch_order))
        if not names:
            return tr("There is no meeting of the series “{series}”: no agenda names a series.", series=wanted.series)
        return tr(
            "There is no meeting of the series “{series}”. The series are: {names}.", series=wanted.series, names=names
        )
    return None
