"""`brief config`: every setting with its value and where it comes from."""

from collections.abc import Sequence
from typing import NamedTuple

from briefcli.catalog import tr
from briefcli.config import Setting
from briefcli.views.view import Column, Remark, Table, View, Words


class Shown(NamedTuple):
    setting: Setting
    value: str
    origin: str


def config_view(rows: Sequence[Shown], file: str) -> View:
    columns = (
        Column("key", tr("Setting"), whole=True),
        Column("value", tr("Value")),
        Column("origin", tr("From"), whole=True),
        Column("meaning", tr("Meaning"), main=True),
    )
    cells = [
        (Words(_name(each.setting)), Words(each.value), Words(each.origin), Words(tr(each.setting.meaning)))
        for each in rows
    ]
    data = [
        {"key": each.setting.key or None, "variable": each.setting.variable, "option": each.setting.option or None,
         "value": each.value, "from": each.origin}
        for each in rows
    ]  # fmt: skip
    told = tr("brief config set KEY VALUE writes into {file}.", file=file)
    return View(data=data, blocks=(Table(columns, tuple(cells)), Remark(told)))


def _name(setting: Setting) -> str:
    """Its key in the file; of what can only stand in the environment, its variable."""
    return setting.key or setting.variable
