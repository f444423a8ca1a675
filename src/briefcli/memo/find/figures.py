"""Amounts and percentages, with their unit and the year they are for."""

import re
from collections.abc import Iterator

from briefcli.catalog import tr
from briefcli.domain.agenda import Figure
from briefcli.memo.imported import Found
from briefcli.memo.layout.paragraphs import Paragraph, Sentence, shortened

_NUMBER = (
    r"(?P<euro>€\s?|EUR\s)?(?P<number>[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,3})?|[0-9]{1,9}(?:,[0-9]{1,3})?)"
    r"(?:(?P<percent>\s?%|\sprocent\b)(?![-\w])|\s?(?P<scale>miljard|miljoen|mld\.?|mln\.?|duizend)(?![\w-])"
    r"(?P<money>\s(?:euro|EUR|dollar))?|(?P<plain>\seuro)\b)?"
)
_FIGURE = re.compile(rf"(?<![\w.,/-]){_NUMBER}")
_END_OF_RANGE = re.compile(rf"\s?(?P<word>-|–|tot|à|en|of|t/m|tot en met)\s?{_NUMBER}")
_BETWEEN = re.compile(r"\b(?:tussen|van)\s(?:de\s|het\s)?$", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:minder\sdan|meer\sdan|ten\shoogste|hoogstens|maximaal|minimaal|ten\sminste|minstens|tot|ruim|circa|ongeveer"
    r"|bijna|zo['’]n|onder\sde|boven\sde|naar\sschatting|rond\sde)\s(?:de\s)?$",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\s(?:van het (?:bbp|bnp|BBP|BNP)|bbp|bnp)\b")
_YEAR = re.compile(
    r"(?:\s(?:structureel|incidenteel|jaarlijks|extra|per jaar)){0,2}\s?\(?"
    r"(?:in|voor|over|per|vanaf)?\s?(?:het jaar\s)?(?P<year>(?:19|20)[0-9]{2})\b(?!\s?[-–/][0-9])"
)
_PERIOD = re.compile(
    r"\s?\(?(?:in|voor|over)?\s?(?:de )?(?:periode|jaren)?\s?"
    r"(?P<period>(?:19|20)[0-9]{2}\s?(?:-|–|t/m|tot en met|tot)\s?(?:19|20)[0-9]{2})\b"
)
_YEAR_BEFORE = re.compile(r"\b[Ii]n (?P<year>(?:19|20)[0-9]{2})\s(?:(?!en\s)[a-zà-ÿ]+\s){0,4}$")
_WITHOUT_CURRENCY = {"miljard", "miljoen", "mld", "mln", "mld.", "mln."}
_REACH = 80  # characters between a year and its figure
_SUBJECT = re.compile(r"\bover\s(?=(?:de|het)\s)")


def find_figures(paragraphs: list[Paragraph]) -> Iterator[Found[Figure]]:
    """All amounts of money and percentages, in order; a name such as `2%-norm` is none."""
    for paragraph in paragraphs:
        taken = 0
        for match in _FIGURE.finditer(paragraph.text):
            if match.start() < taken or paragraph.has_reference_at(*match.span()):
                continue
            upper = _upper(paragraph.text, match)
            if _says_unit(match) or (upper and _says_unit(upper)):
                taken = (upper or match).end()
                yield _found(paragraph, match, upper)


def _says_unit(match: re.Match[str]) -> bool:
    return bool(match["percent"] or match["scale"] or match["plain"] or match["euro"])


def _upper(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The upper end of a range that begins here: `€ 10 en € 20 miljoen` behind `tussen`, `3 tot 5 miljoen`."""
    upper = _END_OF_RANGE.match(text, match.end())
    if upper is None or not _says_unit(upper) or (bool(match["percent"]) and not upper["percent"]):
        return None
    if upper["word"] in {"en", "of"} and not (upper["word"] == "en" and _BETWEEN.search(text[: match.start()])):
        return None
    return upper if _amount(upper["number"]) != _amount(match["number"]) else None


def _found(paragraph: Paragraph, match: re.Match[str], upper: re.Match[str] | None) -> Found[Figure]:
    text, sentence = paragraph.text, paragraph.sentence_at(match.start())
    unit_at = upper if upper is not None and not (match["scale"] or match["percent"]) else match
    end = (upper or match).end()
    share = _SHARE.match(text, end) if unit_at["percent"] else None
    unit = _unit(unit_at, share[0] if share else "", match["euro"])
    figure = Figure(what=_what(sentence, match.start()), amount=_amount(match["number"]), unit=unit)
    if upper is not None:
        figure.to = _amount(upper["number"])
        if match["scale"] and upper["scale"] and match["scale"].rstrip(".") != upper["scale"].rstrip("."):
            figure.to, figure.amount, figure.unit = None, None, None  # other scales: only the words are certain
    end = share.end() if share else end
    if period := _PERIOD.match(text, end):
        figure.period = period["period"]
    else:
        near = max(sentence.start, match.start() - _REACH)
        year = _YEAR.match(text, end) or _YEAR_BEFORE.search(text, near, match.start())
        figure.year = int(year["year"]) if year else None
    bound = _BOUND.search(sentence.before(match.start())) if upper is None else None
    estimate = tr("“{words}”: a bound or an estimate, not the amount itself", words=bound[0].strip()) if bound else None
    no_currency = tr("the memo names no currency") if figure.unit in _WITHOUT_CURRENCY else None
    doubts = {"amount": estimate, "unit": no_currency}
    return Found("figures", figure, paragraph.line_at(match.start()), sentence.text, doubts)


def _amount(number: str) -> int | float:
    plain = number.replace(".", "").replace(",", ".")
    return float(plain) if "." in plain else int(plain)


def _unit(match: re.Match[str], share: str, sign: str | None) -> str | None:
    """As the memo writes it: `miljard`, `miljoen euro`, `% van het bbp`, `€`."""
    if match["percent"]:
        return match["percent"].strip() + share
    words = [match["scale"] or "", (match["money"] or match["plain"] or "").strip()]
    sign = (match["euro"] or sign or "").strip()
    return " ".join(word for word in words if word) + (f" {sign}" if sign and match["scale"] else sign) or None


def _what(sentence: Sentence, offset: int) -> str:
    """What the figure is of: the words before the brackets that it stands in, or else the words around it."""
    before = sentence.before(offset)
    opened = before.rfind("(")
    subject = list(_SUBJECT.finditer(before[:opened].rstrip())) if opened > before.rfind(")") else []
    return before[subject[-1].end() : opened].rstrip() if subject else shortened(sentence.text, len(before))
