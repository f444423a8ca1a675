"""What a property, field or header of a file says beside the text."""

import re

from briefcli.domain.marks import closes

_NO = re.compile(r"(?i)\W*(?:n(?:ee|o)?|f(?:alse)?|off|uit|0)\W*")
_KIND_OF_ADVICE = re.compile(
    r"(?i)(?:(?:soort|type|vorm|aard)\W*(?:van\W)?(?:het\W)?advies|advies(?:soort|type|vorm))\W*"
)


def told(name: str, value: str) -> str:
    """The property as a text: `Rubricering: Dep.V.`. Empty if it is nothing that may close the memo.

    So it is if it says no to a mark (`Geheim: false`), or only names the kind of advice (`Soort advies: Intern`).
    """
    denies = _NO.fullmatch(value) and closes(name)
    if not value or denies or _KIND_OF_ADVICE.fullmatch(name):
        return ""
    return f"{name}: {value}" if name else value
