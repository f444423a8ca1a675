"""What a property, field or header of a file says beside the text."""

import re

from briefcli.domain.marks import classified_as

_NO = re.compile(r"(?i)\W*(?:n(?:ee|o)?|f(?:alse)?|off|uit|0)\W*")
_KIND_OF_ADVICE = re.compile(r"(?i)(?:(?:soort|type|vorm)\s?(?:van\s)?advies|advies(?:soort|type|vorm)): interne?\W*")


def told(name: str, value: str) -> str:
    """The property as a text: `Rubricering: Dep.V.`. Empty if it is nothing that may close the memo.

    So it is if it says no to a mark (`Geheim: false`), or only names the kind of advice (`Soort advies: Intern`).
    """
    text = f"{name}: {value}" if name else value
    denies = _NO.fullmatch(value) is not None and classified_as(name) is not None
    return "" if not value.strip() or denies or _KIND_OF_ADVICE.fullmatch(text) else text
