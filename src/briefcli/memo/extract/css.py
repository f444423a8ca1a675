"""What the styles of an HTML text say of how its elements look.

What hides a text in any rule that may hold for it hides it, whatever another rule says. A colour in a rule that depends
on more than the element itself (on what is around it, on the width of the window) gives a look that it may have as
well. A colour or a measure that is not understood is taken for one that hides.
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
_BRACKETS = re.compile(r"\[\s*([\w-]+)\s*(?:[~|^$*]?=\s*[\"']?([^\"'\]]*))?[^\]]*\]")
_NAMES = re.compile(r"(?P<sort>[.#]?)(?P<name>[\w-]+)")
_HIDES = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|mso-hide:(?:all|screen)|content-visibility:hidden"
    r"|(?:clip|clip-path|transform):(?!none|auto)|opacity:(?:0?\.0|0+(?![.0-9])|[0-9]%)|filter:.*opacity"
)
_LENGTH = re.compile(r"(?<![\w#.-])(-?[0-9]*\.?[0-9]+)([a-z]+|%)?(?![\w-])")
_POINTS = {"pt": 1.0, "px": 0.75, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "vw": 6.0, "vh": 6.0}
# Between which points a text is read
_FAR = (-110.0, 450.0)
_BOUNDS = dict.fromkeys(("text-indent", "margin", "margin-left", "margin-top"), _FAR) | dict.fromkeys(
    ("left", "right", "top", "bottom"), (-LARGEST / 4, LARGEST)
) | {"letter-spacing": (-5.0, 450.0), "line-height": (SMALLEST + 0.1, LARGEST)}  # fmt: skip
_SIZES = ("height", "max-height", "width", "max-width")
_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|[a-z]+(?:\([^()]*\)?)?")
_RGB = re.compile(
    r"rgba?\(\s*([0-9]{1,3})[\s,]+([0-9]{1,3})[\s,]+([0-9]{1,3})\s*(?:[,/]\s*(?:1|1\.0|0?\.[3-9][0-9]*)\s*)?\)?"
)
# Words of a background that say nothing of its colour, and those by which the one around it stays
_NO_COLOUR = {
    "inherit", "initial", "unset", "revert", "none", "currentcolor", "windowtext", "auto", "repeat", "scroll", "no",
    "x", "y", "fixed", "center", "left", "right", "top", "bottom", "cover", "contain",
}  # fmt: skip
_ANY_COLOUR = (Look(block=WHITE), Look(block=BLACK))

Declarations = dict[str, str]


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
        if key not in self._known:
            self._known[key] = self._look(element, said, size, is_block=is_block)
        return self._known[key]

    def _look(self, element: str, said: dict[str, str], size: float | None, *, is_block: bool) -> Look:
        fitting = [each for each in self._rules if each.fits(element, said)]
        groups = [_of_attributes(said), *(each.says for each in fitting if each.is_certain)]
        unsure = [each.says for each in fitting if not each.is_certain][:_MOST_UNSURE]
        inline = declared(said.get("style") or "")
        look, *others = (_look([*groups, each, inline], size, is_block=is_block) for each in ({}, *unsure))
        also = tuple(each for each in dict.fromkeys(others) if each != look)
        return msgspec.structs.replace(look, also=(*look.also, *also))


def declared(style: str) -> Declarations:
    """The properties that a style names, in small letters; of one that is named twice the important one."""
    found: Declarations = {}
    for name, _, value in (each.partition(":") for each in style.lower().split(";")):
        if "!" not in found.get(name.strip(), "") or "!" in value:
            found[name.strip()] = value.strip()
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


def _look(groups: list[Declarations], around: float | None, *, is_block: bool) -> Look:
    is_hidden = any(_HIDES.match(f"{name}:{value}") for group in groups for name, value in group.items())
    says: Declarations = {}
    for group in groups:
        says |= {name: value for name, value in group.items() if "!" not in says.get(name, "") or "!" in value}
    says = {name: value.partition("!")[0].strip() for name, value in says.items()}
    usual = _USUAL_SIZE if around is None else around
    written = _LENGTH.finditer(says.get("font-size") or says.get("font", ""))
    size = next((_points(each, usual) for each in written if each[2] or float(each[1]) == 0), None)  # `700` is how bold
    papers = [says[name] for name in ("background", "background-color") if name in says]
    paper = next((colours[0] for each in papers if (colours := _colours(each))), None)
    is_drawn = any("url(" in each or "gradient(" in each for each in (*papers, says.get("background-image", "")))
    inks = [says[name] for name in ("color", "-webkit-text-fill-color") if name in says]
    font = says.get("font-family") or says.get("font", "").rpartition(" ")[2]
    return Look(
        hidden=is_hidden or _is_cut(says, usual) or None,
        inks=tuple(ink for each in inks for ink in _colours(each)) or None,
        paper=None if is_block else paper,
        block=paper if is_block else None,
        size=size,
        thin=any(_is_beyond(says.get(name, ""), bounds, usual) for name, bounds in _BOUNDS.items()) or None,
        signs=draws_signs(font.strip("'\" ")),
        also=_ANY_COLOUR if is_drawn else (),
        struck="line-through" in says.get("text-decoration", "") + says.get("text-decoration-line", "") or None,
    )


def _points(length: re.Match[str], size: float) -> float:
    """A number without a unit is a share, as of the height of a line."""
    share = size / 100 if length[2] == "%" else size
    return float(length[1]) * _POINTS.get(length[2] or "em", share)


def _is_cut(says: Declarations, size: float) -> bool:
    """Whether nothing of the text fits in its box."""
    is_bound = says.get("overflow", says.get("overflow-y", "visible")) != "visible"
    return is_bound and any(_is_beyond(says.get(name, ""), (THINNEST, 1e9), size) for name in _SIZES)


def _is_beyond(value: str, bounds: tuple[float, float], size: float) -> bool:
    return any(not bounds[0] <= _points(each, size) <= bounds[1] for each in _LENGTH.finditer(value))


def _colours(text: str) -> tuple[Rgb, ...]:
    """Every colour that the first word which is a colour may mean; none where there is no such word."""
    for found in _COLOUR.finditer(text):
        word = found[0]
        if word in _NO_COLOUR or word.startswith("url") or "gradient" in word:
            continue
        if shares := _RGB.fullmatch(word):
            red, green, blue = (min(int(each), 255) for each in shares.groups())
            return ((red, green, blue),)
        colour = rgb(word)
        return (colour,) if colour is not None else (WHITE, BLACK)  # transparent, or nobody knows which colour
    return ()
