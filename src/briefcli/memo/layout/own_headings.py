"""Headings in words of their own, which no table knows: by what stands around them, or by their number."""

import re

from briefcli.memo.layout.head_labels import label_of, labelled
from briefcli.memo.layout.headings import Part, heading_of, number_of, words_of_heading
from briefcli.memo.layout.joining import expects_more
from briefcli.memo.layout.points import BULLET_MARK, NUMBER_MARK
from briefcli.memo.text import Line, text_at, written

# What is done with an item, on the line below its title
_DEALT_WITH = (
    r"(?:oriënterend\s|eerste\s)?(?:beleids)?debat|(?:oriënterende\s)?gedachtewisseling"
    r"|(?:partiële\s)?algemene\soriëntatie|politiek\sakkoord|voortgangs(?:rapportage|verslag)|aanname|hamerstuk|discussie"
    r"|(?:lunch)?bespreking|ter\s(?:informatie|bespreking|besluitvorming)|informatie\svan\s(?:de|het)\s[\w ]{4,30}"
    r"|presentatie(?:\s[\w ]{4,30})?|policy\sdebate|exchange\sof\sviews|progress\sreport|general\sapproach"
    r"|political\sagreement"
)
KIND = re.compile(
    rf"\s*=\s*(?P<said>\S.*)|\s*\(?(?P<usual>(?i:{_DEALT_WITH}))\)?\s*|\s*\((?P<aside>[a-zà-ÿ][^()]{{2,50}})\)\s*"
)
_LETTERED = re.compile(r"\s*(?P<letter>[A-H])[.)]\s+[A-Z].{2,120}")
_SMALL_LETTER = re.compile(r"\s*[a-h][.)]\s")
_LAST_VERB = re.compile(r"\s(?:is|zijn|wordt|worden)\W*$", re.IGNORECASE)  # may end its clause
_LONGEST, _MOST_WORDS = 200, 26
_SHORT, _LINE = 7, 60  # words of a heading without empty lines around it, characters of a line of text
_NUMBERED_WORDS = 10  # of a heading that counts on
_SIGNS = (".", ",", ";", ":", "?", "!")


def is_unknown_heading(lines: list[Line], place: int) -> bool:
    """A short line below an empty one and above a text, where the sentence above is finished; or one of the file."""
    text = text_at(lines, place)
    is_field = label_of(text) is not None or (":" in text and labelled(text) is not None)
    is_name = not is_field and not any(map(str.isdigit, text)) and not text_at(lines, place - 1)
    return is_styled_heading(lines[place]) or (is_name and _is_above_text(lines, place))


def is_styled_heading(line: Line) -> bool:
    """Whether the file calls a line a heading, and it is as short as one."""
    text = line.text.strip()
    return line.is_heading and len(text.split()) <= _MOST_WORDS and not text.endswith((".", ";", ","))


def is_next_heading(lines: list[Line], place: int, above: str, between: list[Line]) -> bool:
    """Whether a short line counts on from the heading above it and from no list: `c. Financiële gevolgen`."""
    text, below = text_at(lines, place), text_at(lines, place + 1)
    number, last = number_of(text), number_of(above)
    following = str(int(last) + 1) if last.isdecimal() else chr(ord(last) + 1) if len(last) == 1 else ""
    if not number or number != following or not _is_name(words_of_heading(text), _NUMBERED_WORDS):
        return False
    return not any(NUMBER_MARK.match(line.text.strip()) for line in between) and below[:1].isupper()


def goes_on(lines: list[Line], place: int) -> bool:
    """Whether a line is part of a sentence that began in the long line above it, or goes on below."""
    above, below = text_at(lines, place - 1), text_at(lines, place + 1)
    if below[:1].islower() or expects_more(_LAST_VERB.sub("", lines[place].text)):
        return True
    return len(above) > _LINE and not above.endswith((".", ":", ";", "?", "!", ")", "]"))


def _lettered(lines: list[Line]) -> list[int]:
    """Headings that are lettered in a row from A."""
    starts: list[int] = []
    for place in written(lines):
        found = _LETTERED.fullmatch(lines[place].text)
        if found and ord(found["letter"]) - ord("A") == len(starts) and not lines[place].text.rstrip().endswith("."):
            starts.append(place)
    return starts if len(starts) > 1 else []


def headed(lines: list[Line], *, is_tight: bool) -> list[int]:
    """Lines that stand apart, end no sentence and have text below them; `is_tight` where no empty line is used."""
    body = written(lines)
    found = [place for place in body if _is_heading(lines, place)]
    if found and not _SMALL_LETTER.match(lines[found[0]].text):
        found = [place for place in found if not _SMALL_LETTER.match(lines[place].text)]
    if is_tight:
        found += [place for place in body[1:-1] if _is_above_text(lines, place)]
    return sorted({*found, *_lettered(lines)})


def _is_above_text(lines: list[Line], place: int) -> bool:
    """Whether a short line stands between the end of a sentence and a text."""
    text, below = text_at(lines, place), text_at(lines, place + 1)
    above = next(filter(None, (text_at(lines, each) for each in range(place - 1, -1, -1))), "")
    is_after = above.endswith((".", "?", "!", ")")) or above.isupper()
    is_text = below[:1].isupper() and (below.endswith((".", "?")) or len(below) > _LINE)
    is_name = _is_name(text, _SHORT) and text[-1].isalpha() and not KIND.fullmatch(text)
    return is_after and is_name and (is_text or KIND.fullmatch(below) is not None)


def _is_name(text: str, most_words: int) -> bool:
    """Whether a line can be a heading: a capital, few words, and no sentence that ends or goes on."""
    is_short = text[:1].isupper() and len(text.split()) <= most_words
    return is_short and not text.endswith(_SIGNS) and not expects_more(text)


def is_withheld_heading(lines: list[Line], place: int) -> bool:
    """Whether what stands below this line is not public; such a heading needs no empty lines around it."""
    known = heading_of(lines[place].text)
    return known is not None and known.part is Part.WITHHELD and not goes_on(lines, place)


def _is_heading(lines: list[Line], place: int) -> bool:
    text = lines[place].text.strip()
    if is_styled_heading(lines[place]):
        return True
    below = next((line.text.strip() for line in lines[place + 1 :] if not line.is_blank), "")
    has_kind = KIND.fullmatch(below) is not None
    is_long = len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or text.endswith(_SIGNS)
    if (len(text) > 2 * _LONGEST if has_kind else is_long) or expects_more(text) or KIND.fullmatch(text):
        return False
    is_name = words_of_heading(text)[:1].isupper() or text[:1] in '“‘"«'
    if not is_name or text_at(lines, place - 1) or not below or text.startswith(("http", "www")):
        return False
    is_listed = BULLET_MARK.match(below) is not None and not BULLET_MARK.match(text)
    is_above = is_listed or (len(below) >= 2 * len(text) and below[:1].isupper())
    return lines[place + 1].is_blank or has_kind or (len(text.split()) < _SHORT and is_above)
