"""`brief workdays`: the message if an agenda has no such date to count from."""

import pytest
from tests.speaking import speaking

from briefcli.domain.due import parse_due
from briefcli.domain.when import parse_when
from briefcli.errors import UsageError
from briefcli.views.workdays import WorkdayCount, start_in


@pytest.mark.parametrize(("language", "names"), [("en", "meeting, debate, nota"), ("nl", "vergadering, debat, nota")])
def test_anchors_are_listed_once_in_the_users_language(language: str, names: str) -> None:
    anchors = {name: parse_when("2031-03-18") for name in ("meeting", "debate", "debat", "nota")}
    with speaking(language), pytest.raises(UsageError) as refused:
        start_in(WorkdayCount(parse_due("5 workdays before etentje"), None), anchors)
    assert str(refused.value.hint).endswith(f": {names}")
