"""What the style sheets of an HTML text say of how its elements look.

What hides a text in any rule that may hold for it hides it, whatever another rule says. A colour in a rule that depends
on more than the element itself (on what is around it, on the width of the window) gives a look that it may have as
well.
"""

import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from briefcli.memo.extract.looks import Declarations, Look, declared, look_of

MOST_RULES = 1000
_MOST_UNSURE = 50  # more than a look can have: of what looks in so many ways nobody knows whether it is seen
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"([{}])")
_AROUND = re.compile(r"[\s>+~]+")
_NEVER = re.compile(r":(?:hover|active|focus[\w-]*|visited|:?before|:?after|:?selection|:?placeholder|:?marker)\b")
_BRACKETS = re.compile(r"\[\s*([\w-]+)\s*(?:[~|^$*]?=\s*[\"']?([^\"'\]]*))?[^\]]*\]")
_NAMES = re.compile(r"(?P<sort>[.#]?)(?P<name>[\w-]+)")


class _Rule(msgspec.Struct, frozen=True):
    """What elements say that have this name (empty: any), all these classes, this id and these words in attributes."""

    element: str
    classes: frozenset[str]
    ids: frozenset[str]
    attributes: tuple[tuple[str, str], ...]
    says: Declarations
    is_certain: bool

    def fits(self, element: str, said: dict[str, str]) -> bool:
        classes, ids = ({*(said.get(name) or "").lower().split()} for name in ("class", "id"))
        has_all = all(name in said and words in said[name].lower() for name, words in self.attributes)
        return self.element in {"", element} and self.ids <= ids and self.classes <= classes and has_all


class Rules:
    """The style sheets of one text. Raises OverflowError where they have more rules than a text needs."""

    def __init__(self, sheets: list[str]) -> None:
        rules = (rule for sheet in sheets for rule in _rules_of(_COMMENT.sub("", sheet.lower())))
        self._rules = list(islice(rules, MOST_RULES + 1))
        if len(self._rules) > MOST_RULES:
            raise OverflowError
        self._known: dict[tuple[object, ...], Look] = {}

    def look(self, element: str, said: dict[str, str], size: float | None, *, is_block: bool) -> Look:
        """What an element with these attributes says of its text; `size` is that of the text around, in points."""
        key = (element, size, *said.items())
        if key in self._known:
            return self._known[key]
        fitting = [each for each in self._rules if each.fits(element, said)]
        groups = [_of_attributes(said), *(each.says for each in fitting if each.is_certain)]
        unsure = [each.says for each in fitting if not each.is_certain][:_MOST_UNSURE]
        inline = declared(said.get("style") or "")
        look, *others = (look_of([*groups, each, inline], size, is_block=is_block) for each in ({}, *unsure))
        also = tuple(each for each in dict.fromkeys(others) if each != look)
        self._known[key] = look = msgspec.structs.replace(look, also=(*look.also, *also))
        return look


def _rules_of(sheet: str) -> Iterator[_Rule]:
    around: list[str] = []
    pieces = _BRACE.split(sheet)
    for text, brace in zip(pieces[::2], pieces[1::2], strict=False):
        if brace == "{":
            around.append(text.rpartition(";")[2].strip())
        elif around:
            selectors, says = around.pop(), declared(text)
            for each in selectors.split(",") if not selectors.startswith("@") and says else ():
                if each.strip() and not _NEVER.search(each):
                    yield _rule(each.strip(), says, is_certain=not around)


def _rule(selector: str, says: Declarations, *, is_certain: bool) -> _Rule:
    steps = _AROUND.split(_BRACKETS.sub("", selector))
    attributes = _BRACKETS.findall(selector) if len(steps) == 1 else []  # of what stands around it nobody knows
    plain = steps[-1].replace(":root", "html").partition(":")[0]
    names: dict[str, set[str]] = {"": set(), ".": set(), "#": set()}
    for found in _NAMES.finditer(plain):
        names[found["sort"]].add(found["name"])
    element = next(iter(names[""]), "")
    is_certain = is_certain and plain == selector
    return _Rule(element, frozenset(names["."]), frozenset(names["#"]), tuple(attributes), says, is_certain)


def _of_attributes(said: dict[str, str]) -> Declarations:
    """What the attributes from before style sheets say."""
    names = {"bgcolor": "background-color", "color": "color", "text": "color", "background": "background"}
    found = {css: said[name].lower() for name, css in names.items() if said.get(name)}
    if "background" in found:
        found["background"] = f"url({found['background']})"
    return found | ({"display": "none"} if "hidden" in said else {})
