"""Finds amounts of money and percentages, with their unit and the year or period that they are for."""

import re
from collections.abc import Iterator

from briefcli.catalog import tr
from briefcli.domain.agenda import Figure
from briefcli.memo.imported import Found
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph, Sentence, shortened

_SIGN = r"(?:€|US\$|\$|£|(?:EUR|USD|GBP)\b)"
_GAP = r"[ \u00a0\u2009\u202f]"
_DIGITS = (
    rf"[0-9]{{1,3}}(?:\.[0-9]{{3}})+(?:,[0-9]{{1,3}})?|[0-9]{{1,3}}(?:{_GAP}[0-9]{{3}})+(?:,[0-9]{{1,3}})?"
    r"|[0-9]{1,9}(?:,[0-9]{1,3}|\.[0-9]{1,2})?"
)
_SCALE = r"(?:(?i:miljard|miljoen|biljoen|duizend|billion|million|(?:mld|mln|mrd|mio|bln|bn|dzd)\b\.?)|[kK]\b)"
_NUMBER = (
    rf"(?P<below>[-−–]|-/-\s?|min(?:us)?\s)?(?:(?P<sign>{_SIGN})\s?(?P<minus>[-−–]\s?)?)?"
    rf"(?P<number>{_DIGITS})(?![0-9]|[.,][0-9]|{_GAP}[0-9])"
    rf"(?:(?P<percent>\s?%|\sprocent\b)(?![-\w])|\s?(?P<scale>{_SCALE})(?![\w-])"
    r"(?P<money>\s?€|\s(?:euro|EUR|dollar|USD|pond|GBP)\b)?|(?P<plain>\seuro)\b|(?!\w))"
)
_FIGURE = re.compile(rf"(?<![\w.,/−–-]){_NUMBER}")
_END_OF_RANGE = re.compile(rf"(?:(?<!\s)[-–]\s?|\s[-–]\s|\s?(?P<word>tot|à|en|of|t/m|tot en met)\s?){_NUMBER}")
_BETWEEN = re.compile(r"(?i)\b(?:tussen|van)\s(?:de\s|het\s)?$")
_BOUND = re.compile(
    r"(?i)\b(?:minder\sdan|meer\sdan|ten\shoogste|hoogstens|maximaal|minimaal|ten\sminste|minstens|tot|ruim|circa|ongeveer"
    r"|bijna|zo['’]n|onder\sde|boven\sde|naar\sschatting|rond\sde)\s(?:de\s)?$"
)
_SHARE = re.compile(r"\s(?:van het (?:bbp|bnp|BBP|BNP)|bbp|bnp)\b")
_YEAR = "(?:19|20)[0-9]{2}"
_FOR = re.compile(
    r"(?:\s(?:structureel|incidenteel|jaarlijks|extra|per jaar)){0,2}\s?\(?(?:in|voor|over|per|vanaf)?\s?"
    r"(?:het jaar\s|(?:de )?(?:periode|jaren)\s)?"
    rf"(?:(?P<period>{_YEAR}\s?(?:-|–|t/m|tot en met|tot)\s?{_YEAR})\b|(?P<year>{_YEAR})\b(?!\s?[-–/][0-9]))"
)
_YEAR_BEFORE = re.compile(rf"\b[Ii]n (?P<year>{_YEAR})\s(?:(?!en\s)[a-zà-ÿ]+\s){{0,4}}$")
# `bedragen x € 1.000` is the scale of a table, and holds for all amounts in the same part
_TIMES = re.compile(r"(?i)(?:(?<!\w)[x×*]|\bbedragen\s(?:[\w]+\s)?in|\(in)\s?$")
_TABLE_SCALE = re.compile(
    rf"(?i)(?<!\w)[x×*]\s?(?:{_SIGN})?\s?1(?:[.,\s]000)*(?:\s?{_SCALE})?(?!\w)|\bin\s(?:duizenden|miljoenen|miljarden)\b"
    rf"|\(in\s{_SIGN}\s?1(?:[.,\s]000)*(?:\s?{_SCALE})?\)"
)
_SCALE_FURTHER_ON = re.compile(
    rf"(?:(?:,|\s?(?:[-–/]|en|of|resp\.|respectievelijk))\s?(?:{_SIGN}\s?)?[0-9]+(?:[.,][0-9]+)?){{1,6}}\s?{_SCALE}(?!\w)"
)
_TORN = re.compile(r"[0-9]+(?:,[0-9]{3}|[.,][0-9])")  # nobody writes cents like this
_SHORT = re.compile(r"(?i)\s?(?P<word>[a-z]|[bcdfghj-np-tv-xz]{2,4})\b")  # may be an unknown scale
_REACH = 80  # how many characters before a figure are searched
_SUBJECT = re.compile(r"\bover\s(?=(?:de|het)\s)")


def find_figures(paragraphs: list[Paragraph]) -> Iterator[Found[Figure]]:
    """All amounts of money and percentages, in order. A name such as `2%-norm` is not a percentage."""
    scales: dict[Part, str] = {}  # the scale of the tables in each part
    for paragraph in paragraphs:
        taken = 0
        if scale := _TABLE_SCALE.search(paragraph.text):
            scales[paragraph.part] = scale[0]
        for match in _FIGURE.finditer(paragraph.text):
            start, end = match.span()
            is_scale = _TIMES.search(paragraph.text, max(0, start - _REACH), start)
            if start < taken or paragraph.has_reference_at(start, end) or is_scale:
                continue
            upper = _upper(paragraph.text, match)
            if _says_unit(match) or (upper and _says_unit(upper)):
                taken = (upper or match).end()
                yield _found(paragraph, match, upper, scales.get(paragraph.part))


def _says_unit(match: re.Match[str]) -> bool:
    return bool(match["percent"] or match["scale"] or match["plain"] or match["sign"])


def _upper(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The upper end of the range that starts with `match`: `€ 10 en € 20 miljoen` after `tussen`, `3 tot 5 miljoen`."""
    upper = _END_OF_RANGE.match(text, match.end())
    if upper is None or not _says_unit(upper) or (bool(match["percent"]) and not upper["percent"]):
        return None
    is_between = upper["word"] == "en" and _BETWEEN.search(text, max(0, match.start() - _REACH), match.start())
    if upper["word"] in {"en", "of"} and not is_between:
        return None
    return upper if _amount(upper) != _amount(match) else None


def _found(paragraph: Paragraph, match: re.Match[str], upper: re.Match[str] | None, table: str | None) -> Found[Figure]:
    text, sentence = paragraph.text, paragraph.sentence_at(match.start())
    unit_at = upper if upper is not None and not (match["scale"] or match["percent"]) else match
    end = (upper or match).end()
    share = _SHARE.match(text, end) if unit_at["percent"] else None
    unit = _unit(unit_at, share[0] if share else "", match["sign"])
    figure = Figure(what=_what(sentence, match.start()), amount=_amount(match), unit=unit)
    if upper is not None:
        figure.to = _amount(upper)
        if match["scale"] and upper["scale"] and match["scale"].rstrip(".") != upper["scale"].rstrip("."):
            figure.to, figure.amount, figure.unit = None, None, None  # two different scales: only the words are certain
    end = share.end() if share else end
    near = max(sentence.start, match.start() - _REACH)
    if time := _FOR.match(text, end) or _YEAR_BEFORE.search(text, near, match.start()):
        figure.period = time.groupdict().get("period")
        figure.year = int(time["year"]) if time["year"] else None
    has_currency = unit_at["money"] or unit_at["sign"] or match["sign"] or not unit_at["scale"]
    no_currency = None if has_currency or figure.unit is None else tr("the memo names no currency")
    doubts = {"amount": _doubt(sentence, match, upper, table), "unit": no_currency}
    return Found("figures", figure, paragraph.line_at(match.start()), sentence.text, doubts)


def _doubt(sentence: Sentence, match: re.Match[str], upper: re.Match[str] | None, table: str | None) -> str | None:
    """Why an amount is unsure: it is a bound, its number may be split, or its scale may be elsewhere."""
    if upper is not None:
        return None
    if bound := _BOUND.search(sentence.before(match.start())[-_REACH:]):
        return tr("“{words}”: a bound or an estimate, not the amount itself", words=bound[0].strip())
    is_bare = not (match["percent"] or match["scale"] or match["plain"])
    if is_bare and table:
        return tr("the memo gives amounts “{words}”: see whether that holds here", words=table)
    text, end = match.string, match.end()
    more = (_SCALE_FURTHER_ON.match(text, end) or _SHORT.match(text, end)) if is_bare else None
    is_torn = (is_bare and _TORN.fullmatch(match["number"])) or (not match["sign"] and re.search(_GAP, match["number"]))
    if more or is_torn:
        return tr("“{words}”: see what the whole amount is", words=match[0] + (more[0] if more else ""))
    return None


def _amount(match: re.Match[str]) -> int | float:
    number = re.sub(rf"{_GAP}|\.(?=[0-9]{{3}})", "", match["number"]).replace(",", ".")
    sign = -1 if match["below"] or match["minus"] else 1
    return sign * (float(number) if "." in number else int(number))


def _unit(match: re.Match[str], share: str, sign: str | None) -> str | None:
    """The unit as the memo writes it: `miljard`, `miljoen euro`, `% van het bbp`, `€`."""
    if match["percent"]:
        return match["percent"].strip() + share
    scale = "duizend" if match["scale"] in {"k", "K"} else match["scale"]
    words = [scale, (match["money"] or match["plain"] or match["sign"] or sign or "").strip()]
    return " ".join(word for word in words if word) or None


def _what(sentence: Sentence, offset: int) -> str:
    """What the figure is about: the words between `over` and the brackets around it, or else the words around it."""
    before = sentence.before(offset)
    opened = before.rfind("(")
    subject = list(_SUBJECT.finditer(before[:opened].rstrip())) if opened > before.rfind(")") else []
    return before[subject[-1].end() : opened].rstrip() if subject else shortened(sentence.text, len(before))
