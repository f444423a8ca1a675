"""Where in a JSON text the value of a path such as `value[3].Datum` begins. Only asked for what is wrong."""

import json
import re
from contextlib import suppress

_BLANK = re.compile(r"[ \t\r\n]*")
_decode = json.JSONDecoder(strict=False).raw_decode


def places_of(text: str, paths: list[str]) -> list[int]:
    """The offset of each value; of a path that is not there, that of the last step that is."""
    found = {"": _skip(text, 0)}
    wanted = {path[:end] for path in paths for end in (*_ends(path), len(path))}
    with suppress(ValueError, IndexError, RecursionError):  # what is found so far will do
        _walk(text, found[""], "", wanted, found)
    return [found[next(end for end in (path, *_parents(path)) if end in found)] for path in paths]


def _walk(text: str, at: int, path: str, wanted: set[str], found: dict[str, int]) -> int:
    """Note where the wanted values of one list or object are; the place after it."""
    is_list = text[at] == "["
    if not is_list and text[at] != "{":
        return int(_decode(text, at)[1])
    number, at = 0, _skip(text, at + 1)
    while text[at] not in "]}":
        if is_list:
            inner = f"{path}[{number}]"
        else:
            key, at = _decode(text, at)
            inner = f"{path}.{key}" if path else key
            at = _skip(text, _skip(text, at) + 1)
        if inner in wanted:
            found.setdefault(inner, at)
            at = _walk(text, at, inner, wanted, found)
        else:
            at = _decode(text, at)[1]
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
        number += 1
    return at + 1


def _skip(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _ends(path: str) -> list[int]:
    """Where the steps of a path end, the last one left out."""
    return [each.start() for each in re.finditer(r"[.\[]", path)]


def _parents(path: str) -> list[str]:
    return [path[:end] for end in reversed(_ends(path))] + [""]
