"""`brief show` and an exported paper contain every public word of an agenda."""

import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cli.test_withheld import run_here
from tests.examples import examples
from tests.strategies import Planted, planted_agendas

from briefcli.domain.redaction import redact
from briefcli.domain.texts import passages
from briefcli.reading.reader import read_agenda

_ASKED = (
    *(("show", "plan", "--format", form) for form in ("table", "json", "csv", "markdown")),
    ("export", "plan", "--to", "md"),
)
_PLANTED = re.compile("OPENBAAR[0-9]{4}X")


@settings(max_examples=examples(4), suppress_health_check=[HealthCheck.too_slow])
# The first example is the simplest of the first kind: an agenda with every field, all of them public
@given(planted=st.one_of(planted_agendas(every_field=True), planted_agendas()))
def test_show_and_export_print_every_public_word(planted: Planted) -> None:
    agenda = read_agenda("plan.yaml", planted.text.encode()).agenda
    assert agenda is not None
    public = {word for passage in passages(redact(agenda)) for word in _PLANTED.findall(passage.text)}
    with TemporaryDirectory() as folder:
        Path(folder, "plan.yaml").write_text(planted.text, encoding="utf-8")
        with mock.patch.dict(os.environ, {"BRIEF_AGENDAS": folder, "BRIEF_TODAY": "2031-03-04"}):
            printed = {asked: run_here(*asked)[1] for asked in _ASKED}
    missing = {asked: sorted(word for word in public if word not in shown) for asked, shown in printed.items()}
    assert missing == {asked: [] for asked in _ASKED}
