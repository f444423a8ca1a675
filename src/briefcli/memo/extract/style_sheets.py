"""The style sheets of a web page or mail in HTML: how the text in an element looks.

If any rule that may apply to a text hides it, the text is left out, whatever other rules say. A rule may depend on more
than the element itself, such as the elements around it or the width of the window. The colours in such a rule make one
more look that the text may have (`Look.also`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, permutations

import msgspec

from briefcli.memo.extract.looks import Declarations, Look, look_of, style_properties

Attributes = dict[str, str]

# How browsers show some elements. Those that are hidden are shown only when a program asks for it, or instead of a
# film, sound or drawing that cannot be played
_USUAL: dict[str, Declarations] = {
    "sup": {"vertical-align": "super !important"},
    **{name: {"text-decoration": "line-through !important"} for name in ("s", "strike", "del")},
    **{name: {"display": "none"} for name in (
        "dialog", "noscript", "datalist", "defs", "symbol", "desc", "metadata", "audio", "video", "canvas",
    )},
}  # fmt: skip
_MOST_RULES, _MOST_TESTS = 20_000, 1_000_000  # the sheets of a large site; how often a rule is tested for an element
_MOST_UNSURE = 50  # more than `Look.also` can have, so that the text counts as hidden
_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_AROUND = re.compile(r"[\s>+~]+")
# Selectors and blocks of rules that are for another text, or for a dark window, which has dark backgrounds as well
_NEVER = re.compile(
    r":(?:hover|active|focus[\w-]*|visited|before|after|empty|[\w-]*placeholder[\w-]*)\b|::(?!first-|slotted|part)|\[data-ogs[bc]\]"
)
_DARK = re.compile(r"@media ?(?:(?:only )?(?:screen|all) and )?\(prefers-color-scheme: ?dark\)\Z")
_BRACKETS = re.compile(r"\[\s*([\w-]+)\s*(?:[~|^$*]?=\s*[\"']?([^\"'\]]*))?[^\]]*\]")
_STEPS = re.compile(r"([.#]?)([\w-]+)")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_DEEPEST_VARIABLE, _LONGEST_VALUE = 4, 500  # variables that stand for one another; characters


class _Rule(msgspec.Struct, frozen=True):
    """A CSS rule for elements with all of these marks (`p`, `.class`, `#id`) and attributes.

    An attribute matches if its value contains the given words. `is_certain` is False if the rule depends on more than
    the element itself.
    """

    marks: frozenset[str]
    attributes: tuple[tuple[str, str], ...]
    says: Declarations
    is_certain: bool

    def fits(self, marks: set[str], said: Attributes) -> bool:
        has_all = all(name in said and words in said[name].lower() for name, words in self.attributes)
        return self.marks <= marks and has_all


class StyleSheets:
    """The style sheets of one text. Raises OverflowError if they have more rules than a text needs."""

    def __init__(self, sheets: list[str], inline: Iterator[str]) -> None:
        rules = (rule for sheet in sheets for rule in _rules_of(_CSS_COMMENT.sub("", sheet.lower())))
        self._rules = list(islice(rules, _MOST_RULES + 1))
        if len(self._rules) > _MOST_RULES:
            raise OverflowError
        self._variables = _variables(self._rules, inline)
        self._known: dict[tuple[object, ...], Look] = {}
        self._tests = 0
        self._by_mark: dict[str, list[int]] = defaultdict(list)  # the numbers of the rules, by one of their marks
        for number, rule in enumerate(self._rules):
            self._by_mark[min(rule.marks, default="")].append(number)

    def look(self, element: str, said: Attributes, size: float | None, *, is_block: bool) -> Look:
        """The look of the text in an element with these attributes. `size` is that of the text around, in points."""
        key = (element, size, *said.items())
        if key in self._known:
            return self._known[key]
        own = ((sign, (said.get(name) or "").lower()) for sign, name in ((".", "class"), ("#", "id")))
        marks = {element, *(sign + word for sign, words in own for word in words.split())}
        found = sorted(number for mark in ("", *marks) for number in self._by_mark.get(mark, ()))
        self._tests += len(found)
        if self._tests > _MOST_TESTS:
            raise OverflowError
        fitting = [self._rules[each] for each in found if self._rules[each].fits(marks, said)]
        groups = [_usual(element, said), *(each.says for each in fitting if each.is_certain)]
        unsure = [each.says for each in fitting if not each.is_certain][:_MOST_UNSURE]
        inline = style_properties(said.get("style") or "")
        whole, *parts = self._variables
        look, *others = (
            look_of([_resolved(own, values) for own in (*groups, each, inline)], size, is_block=is_block)
            for each, values in (({}, whole), *((each, whole) for each in unsure), *(({}, part) for part in parts))
        )
        also = tuple(each for each in dict.fromkeys(others) if each != look)
        self._known[key] = look = msgspec.structs.replace(look, also=(*look.also, *also))
        return look


def _rules_of(sheet: str) -> Iterator[_Rule]:
    around: list[str] = []
    pieces = re.split(r"([{}])", sheet)
    for text, brace in zip(pieces[::2], pieces[1::2], strict=False):
        if brace == "{":
            around.append(text.rpartition(";")[2].strip())
        elif around:
            selectors, says = around.pop(), style_properties(text)
            for each in selectors.split(",") if not selectors.startswith("@") and says else ():
                if each.strip() and not _NEVER.search(each) and not (around and _DARK.match(around[-1])):
                    yield _rule(each.strip(), says, is_certain=not around)


def _rule(selector: str, says: Declarations, *, is_certain: bool) -> _Rule:
    steps = _AROUND.split(_BRACKETS.sub("", selector))
    attributes = _BRACKETS.findall(selector) if len(steps) == 1 else []  # else they may belong to an element around it
    plain = steps[-1].replace(":root", "html").partition(":")[0]
    marks = frozenset(sort + name for sort, name in _STEPS.findall(plain))
    is_certain = is_certain and plain == selector.replace(":root", "html")
    return _Rule(marks, tuple(attributes), says, is_certain)


def _variables(rules: list[_Rule], inline: Iterator[str]) -> list[Declarations]:
    """The values that variables (`--ink: #111`) may have together: first those of the whole text, then those in a part.

    A text is in at most two parts with values of their own, as one variable is its colour and one its background. With
    too many parts the variables have no values, and a text in their colours counts as hidden.
    """
    whole, parts = Declarations(), list[Declarations]()
    texts = ({"html"}, {"body"})
    own = [(each.is_certain and each.marks in texts and not each.attributes, each.says) for each in rules]
    own += [(False, style_properties(each)) for each in inline if "--" in each]
    for is_whole, says in own:
        values = {name: value for name, value in says.items() if name.startswith("--")}
        if is_whole and all(whole.get(name, value) == value for name, value in values.items()):
            whole |= values
        elif values and values not in parts[: _MOST_UNSURE + 1]:
            parts.append(values)
    parts = parts[: _MOST_UNSURE + 1]
    together = [whole, *(whole | each for each in parts), *(whole | one | two for one, two in permutations(parts, 2))]
    unique = list({tuple(sorted(each.items())): each for each in together}.values())
    return unique if len(unique) <= _MOST_UNSURE else [Declarations()]


def _resolved(says: Declarations, variables: Declarations) -> Declarations:
    """The declarations with the values of variables: `color: var(--ink)`. One without a value stays as it is."""
    return {name: _value(text, variables) if "var(" in text else text for name, text in says.items()}


def _value(text: str, variables: Declarations) -> str:
    for _ in range(_DEEPEST_VARIABLE):
        if len(text) > _LONGEST_VALUE:
            break
        text = _VARIABLE.sub(lambda found: variables.get(found[1], (found[2] or found[0]).strip()), text)
    return text


def _usual(element: str, said: Attributes) -> Declarations:
    """The CSS declarations for an element without style sheets, with attributes older than CSS, such as `bgcolor`."""
    names = {"bgcolor": "background-color", "color": "color", "text": "color", "background": "background"}
    found = {css: said[name].lower() for name, css in names.items() if said.get(name)}
    if "background" in found:
        found["background"] = f"url({found['background']})"
    if element != "dialog" or "open" not in said:
        found |= _USUAL.get(element, {})
    if said.keys() & {"hidden", "popover"} or "msocom" in said.get("class", ""):  # a comment in a page made by Word
        found["display"] = "none"
    return found
