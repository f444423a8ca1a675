"""`brief show` prints every public word of an agenda."""

import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from hypothesis import HealthCheck, given, settings
from tests.cli.test_withheld import run_here
from tests.examples import examples
from tests.strategies import Planted, planted_agendas

from briefcli.domain.redaction import redact
from briefcli.domain.texts import passages
from briefcli.reading.reader import read_agenda

_FORMS = ("table", "json", "csv", "markdown")
_PLANTED = re.compile("OPENBAAR[0-9]{4}X")


@settings(max_examples=examples(4), suppress_health_check=[HealthCheck.too_slow])
@given(planted=planted_agendas())
def test_show_prints_every_public_word(planted: Planted) -> None:
    agenda = read_agenda("plan.yaml", planted.text.encode()).agenda
    assert agenda is not None
    public = {word for passage in passages(redact(agenda)) for word in _PLANTED.findall(passage.text)}
    with TemporaryDirectory() as folder:
        Path(folder, "plan.yaml").write_text(planted.text, encoding="utf-8")
        with mock.patch.dict(os.environ, {"BRIEF_AGENDAS": folder, "BRIEF_TODAY": "2031-03-04"}):
            printed = {form: run_here("show", "plan", "--format", form)[1] for form in _FORMS}
    assert {form: sorted(word for word in public if word not in shown) for form, shown in printed.items()} == {
        form: [] for form in _FORMS
    }
