"""`brief config`: every setting with its value and where it comes from."""

from collections.abc import Sequence
from typing import NamedTuple

from briefcli.catalog import tr
from briefcli.config import Setting
from briefcli.views.view import Column, Remark, View, Words, table


class ShownSetting(NamedTuple):
    setting: Setting
    value: str
    origin: str


def config_view(rows: Sequence[ShownSetting], file: str) -> View:
    settings = table(
        rows,
        # What can only stand in the environment has no key in the file
        (Column("key", tr("Setting"), whole=True), lambda each: Words(each.setting.key or each.setting.variable)),
        (Column("value", tr("Value")), lambda each: Words(each.value)),
        (Column("origin", tr("From"), whole=True), lambda each: Words(each.origin)),
        (Column("meaning", tr("Meaning"), main=True), lambda each: Words(tr(each.setting.meaning))),
    )
    data = [
        {"key": each.setting.key or None, "variable": each.setting.variable, "option": each.setting.option or None,
         "value": each.value, "from": each.origin}
        for each in rows
    ]  # fmt: skip
    told = tr("brief config set KEY VALUE writes into {file}.", file=file)
    return View(data=data, blocks=(settings, Remark(told)))
