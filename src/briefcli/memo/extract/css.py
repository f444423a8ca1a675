"""What the styles of an HTML text say of how its elements look.

The rules of a style sheet that depend on more than the element itself (on what is around it, on the width of the
window) may hold or not. Each of them gives a look that the element may have as well, so that what it hides is left out.
"""

import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from briefcli.memo.extract.office import BLACK, LARGEST, SMALLEST, THINNEST, WHITE, Look, Rgb, draws_signs, rgb

MOST_RULES = 1000
_MOST_UNSURE = 50  # more than a look can have: of what looks in so many ways nobody knows whether it is seen
_USUAL_SIZE = 11.0  # points
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"([{}])")
_AROUND = re.compile(r"[\s>+~]+")
_NEVER = re.compile(r":(?:hover|active|focus[\w-]*|visited|:?before|:?after|:?selection|:?placeholder|:?marker)\b")
_ATTRIBUTE = re.compile(r"\[\s*([\w-]+)")
_NAMES = re.compile(r"(?P<sort>[.#]?)(?P<name>[\w-]+|\*)")
_LENGTH = re.compile(r"(?<![\w#.-])(-?[0-9]*\.?[0-9]+)(pt|px|em|rem|ex|ch|cm|mm|in|pc|%|vw|vh)?(?![\w-])")
_POINTS = {"pt": 1.0, "px": 0.75, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "vw": 6.0, "vh": 6.0, None: 0.75}
_FUNCTION = re.compile(r"(?P<name>[a-z-]+)\((?P<values>[^()]*)\)?")
_VALUE = re.compile(r"[0-9.]+%?")
_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|[a-z]+(?:\([^()]*\))?")
# The names of colours that cannot be told from white
_WHITES = {"snow", "ivory", "whitesmoke", "ghostwhite", "floralwhite", "mintcream", "azure", "aliceblue", "honeydew",
           "seashell", "lavenderblush", "oldlace", "linen", "lightyellow", "lightcyan", "cornsilk"}  # fmt: skip
_NO_COLOUR = {"inherit", "initial", "unset", "revert", "none", "currentcolor", "windowtext", "auto", "repeat", "scroll"}
_ANY_COLOUR = (Look(block=WHITE), Look(block=BLACK))
_UNPAINTED = (WHITE, BLACK)  # nothing is painted, whatever is behind it; or nobody knows which colour
_FARTHEST = {"text-indent": 450.0, "margin": 450.0, "margin-left": 450.0, "margin-top": 450.0, "left": LARGEST,
             "right": LARGEST, "top": LARGEST, "bottom": LARGEST}  # fmt: skip
_HIDES = {
    "display": {"none"}, "visibility": {"hidden", "collapse"}, "mso-hide": {"all", "screen"},
    "content-visibility": {"hidden"},
}  # fmt: skip

Declarations = dict[str, str]


class _Rule(msgspec.Struct, frozen=True):
    """What elements say that have this name (empty: any), all these classes and attributes, and this id."""

    element: str
    classes: frozenset[str]
    ids: frozenset[str]
    attributes: frozenset[str]
    says: Declarations
    is_certain: bool

    def fits(self, element: str, classes: set[str], said: dict[str, str]) -> bool:
        is_named = self.element in {"", "*", element} and self.ids <= {(said.get("id") or "").lower()}
        return is_named and self.classes <= classes and self.attributes <= said.keys()


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
        if key not in self._known:
            self._known[key] = self._look(element, said, size, is_block=is_block)
        return self._known[key]

    def _look(self, element: str, said: dict[str, str], size: float | None, *, is_block: bool) -> Look:
        classes = set((said.get("class") or "").lower().split())
        fitting = [each for each in self._rules if each.fits(element, classes, said)]
        inline = declared(said.get("style") or "")
        first = [_of_attributes(said), *(each.says for each in fitting if each.is_certain)]
        unsure = [each.says for each in fitting if not each.is_certain][:_MOST_UNSURE]
        look, *others = (_look(_merged(*first, each, inline), size, is_block=is_block) for each in ({}, *unsure))
        also = tuple(each for each in dict.fromkeys(others) if each != look)
        return msgspec.structs.replace(look, also=(*look.also, *also))


def declared(style: str) -> Declarations:
    """The properties that a style names, in small letters."""
    pairs = (each.partition(":") for each in style.lower().split(";"))
    return _merged(*({name.strip(): value.strip()} for name, _, value in pairs))


def _merged(*groups: Declarations) -> Declarations:
    """All together: what is said later counts, unless the earlier one is important."""
    found: Declarations = {}
    for group in groups:
        for name, value in group.items():
            if "!" not in found.get(name, "") or "!" in value:
                found[name] = value
    return found


def _rules_of(sheet: str) -> Iterator[_Rule]:
    around: list[str] = []
    pieces = _BRACE.split(sheet)
    for text, brace in zip(pieces[::2], pieces[1::2], strict=False):
        if brace == "{":
            around.append(text.rpartition(";")[2].strip())
        elif around:
            selectors, says = around.pop(), declared(text)
            for each in selectors.split(",") if not selectors.startswith("@") and says else ():
                if (rule := _rule(each.strip(), says, is_certain=not around)) is not None:
                    yield rule


def _rule(selector: str, says: Declarations, *, is_certain: bool) -> _Rule | None:
    if not selector or _NEVER.search(selector):
        return None
    steps = _AROUND.split(selector)
    plain = re.split(r"[:\[]", steps[-1].replace(":root", "html"))[0]
    names: dict[str, set[str]] = {"": set(), ".": set(), "#": set()}
    for found in _NAMES.finditer(plain):
        names[found["sort"]].add(found["name"])
    is_certain = is_certain and len(steps) == 1 and plain == selector
    attributes = frozenset(_ATTRIBUTE.findall(steps[-1]))
    return _Rule(next(iter(names[""]), ""), frozenset(names["."]), frozenset(names["#"]), attributes, says, is_certain)


def _of_attributes(said: dict[str, str]) -> Declarations:
    """What the attributes from before style sheets say."""
    names = {"bgcolor": "background-color", "color": "color", "text": "color"}
    found = {css: said[name].lower() for name, css in names.items() if said.get(name)}
    return found | ({"display": "none"} if "hidden" in said else {}) | (
        {"background-image": f"url({said['background']})"} if said.get("background") else {}
    )  # fmt: skip


def _look(says: Declarations, around: float | None, *, is_block: bool) -> Look:
    says = {name: value.partition("!")[0].strip() for name, value in says.items()}
    papers = [says[name] for name in ("background", "background-color") if name in says]
    paper = next((colours[0] for each in papers if (colours := _colours(each))), None)
    is_drawn = any("url(" in each or "gradient(" in each for each in (*papers, says.get("background-image", "")))
    inks = [says[name] for name in ("color", "-webkit-text-fill-color") if name in says]
    decoration = f"{says.get('text-decoration', '')} {says.get('text-decoration-line', '')}"
    font = says.get("font-family") or says.get("font", "").rpartition(" ")[2]
    return Look(
        hidden=_is_hidden(says) or None,
        inks=tuple(ink for each in inks for ink in _colours(each)) or None,
        paper=None if is_block else paper,
        block=paper if is_block else None,
        size=_size(says, _USUAL_SIZE if around is None else around),
        thin=_is_thin(says) or None,
        signs=draws_signs(font.strip("'\" ")),
        also=_ANY_COLOUR if is_drawn else (),
        struck=True if "line-through" in decoration else None,
    )


def _is_hidden(says: Declarations) -> bool:
    if any(says.get(name) in values for name, values in _HIDES.items()):
        return True
    shares = [_number(says.get("opacity", "")), _number(says.get("filter", "").partition("opacity(")[2])]
    if any(each is not None and each < 0.1 for each in shares):
        return True
    if any(says.get(name, "none") not in {"none", "auto"} for name in ("clip", "clip-path", "transform")):
        return True
    is_cut = says.get("overflow", says.get("overflow-y", "visible")) != "visible"
    sizes = [_points(says.get(name, "")) for name in ("height", "max-height", "width", "max-width")]
    return is_cut and any(each is not None and each < THINNEST for each in sizes)


def _is_thin(says: Declarations) -> bool:
    """Whether its measures keep a text from being read."""
    for name, most in _FARTHEST.items():
        lengths = (_points(each) for each in says.get(name, "").split())
        if any(each is not None and not -most / 4 <= each <= most for each in lengths):
            return True
    spacing, line = _points(says.get("letter-spacing", "")), says.get("line-height", "")
    height = _points(line) if line[-1:].isalpha() else None
    share = _number(line) if height is None else None
    is_flat = (height is not None and height <= SMALLEST) or (share is not None and share < 0.1)
    return is_flat or (spacing is not None and spacing < -5)


def _size(says: Declarations, around: float) -> float | None:
    """In points; a share is one of the size around."""
    lengths = _LENGTH.finditer(says.get("font-size") or says.get("font", ""))
    found = next((each for each in lengths if each[2] or float(each[1]) == 0), None)  # `700` is how bold it is
    if found is None:
        return None
    number, unit = float(found[1]), found[2]
    if unit in {"em", "%", "ex", "ch"}:
        return around * number / (100 if unit == "%" else 1)
    return number * _POINTS.get(unit, _USUAL_SIZE)


def _points(text: str) -> float | None:
    found = _LENGTH.fullmatch(text.strip())
    return float(found[1]) * _POINTS.get(found[2], _USUAL_SIZE) if found and found[2] != "%" else None


def _number(text: str) -> float | None:
    """A share: 0.5 for `50%` as well."""
    found = _VALUE.match(text.strip())
    try:
        return None if found is None else float(found[0].rstrip("%")) / (100 if found[0].endswith("%") else 1)
    except ValueError:
        return None


def _colours(text: str) -> tuple[Rgb, ...]:
    """Every colour that the first word which is a colour may mean; none where there is no such word."""
    for found in _COLOUR.finditer(text):
        word = found[0]
        if word in _NO_COLOUR or word.startswith("url"):
            continue
        if word == "transparent":
            return _UNPAINTED
        if word in _WHITES:
            return (WHITE,)
        if function := _FUNCTION.fullmatch(word):
            if "gradient" not in word:
                return _mixed_by(function["name"], _VALUE.findall(function["values"]))
            continue
        if len(word) in {5, 9} and word.startswith("#"):  # the last digits say how much of it is painted
            whole, alpha = (word[:4], word[4] * 2) if len(word) == 5 else (word[:7], word[7:])
            return _UNPAINTED if int(alpha, 16) < 26 else ((rgb(whole) or BLACK),)
        if (colour := rgb(word)) is not None:
            return (colour,)
    return ()


def _mixed_by(function: str, values: list[str]) -> tuple[Rgb, ...]:
    shares = [_number(each) for each in values]
    if function not in {"rgb", "rgba"} or len(values) < 3 or None in shares:
        return _UNPAINTED
    if len(values) > 3 and (shares[3] or 0) < 0.1:
        return _UNPAINTED
    full = [(share or 0) * (255 if "%" in each else 1) for each, share in zip(values, shares, strict=True)]
    red, green, blue = (round(min(each, 255)) for each in full[:3])
    return ((red, green, blue),)
