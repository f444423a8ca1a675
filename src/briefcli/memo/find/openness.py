"""Withholds what is not public in a memo: by heading, by mark, or because the memo says that it is left out.

In doubt, a text is withheld.
"""

import itertools
import re

import msgspec

from briefcli.catalog import tr
from briefcli.domain import marks
from briefcli.domain.agenda import Agenda, Withheld
from briefcli.domain.item import Item, Marked
from briefcli.memo.imported import Imported
from briefcli.memo.layout.headings import Part, has_doubtful_label, number_of, withheld_at, words_of_heading
from briefcli.memo.layout.outline import Outline, Section, is_of_memo
from briefcli.memo.layout.paragraphs import Paragraph, sentences
from briefcli.memo.layout.persons import Officials, is_greeting, tells_of_officials
from briefcli.memo.layout.points import MemoPoint
from briefcli.memo.layout.table_rows import CELL, is_closed
from briefcli.memo.text import Line
from briefcli.reading.mark_words import holds_torn_mark

OF_OFFICIALS = "persoonlijke levenssfeer"
_OF_MEMBERS = frozenset({"by", "to"})  # who asks or promises, and to whom: members of parliament and ministers
_CLOSING = {"[": "]", "(": ")", "{": "}", "<": ">"}
# Brackets without a passage: from the memo's own explanation of its brackets, or around the number of a paper
_NO_PASSAGE = (
    r"[\[({<][\W_]{0,20}[\])}>]"
    r"|[\[(]Kamerst(?:uk|ukken|\.)(?:\s|[0-9,.()/-]|\b(?:[A-Z]|[IVX]{2,4}|[ET]K|nrs?|en|d\.d)\b){3,60}[\])]"
)
# Brackets that surely hold no passage, if the memo does not say what its brackets mean. A number there is a footnote
# only if it is glued to a word: `[5] procent` may be our mandate
_REMARK = (
    r"(?<=\S)\[[0-9]{1,2}\]"
    r"|\[(?:sic!?|PM|(?i:hierna:?\s(?:de\s|het\s)?\w+|(?:zie\s)?(?:ook\s)?(?:bijlage|(?:voet)?noot)\s[0-9]{1,2}))\]"
)
_ONE = {"alinea", "passage", "zin", "punt", "tekst", "paragraaf", "bullet"}
# A whole sentence between brackets, or one that goes on in the next paragraph
_BRACKETED = re.compile(
    r"(?:^|[.!?:;]\s)[\W0-9]{0,6}\[(?!Kamerstuk)[A-ZÀ-Þ](?:[^\[\]\s]*\s){3}[^\[\]]*(?:\](?=[.!?]|\s+[A-Z]|\s*$)|$)"
    r"|\[[A-ZÀ-Þ](?:[^\[\]\s]*\s){3}[^\[\]]*[.!?]\]"
)
_COLON = re.compile(r"\s*[:=：]\s*([^;:=：()\[\]]*[^;:=：()\[\]\s])")  # a colon and the words after it
_LEFT_OUT = re.compile(
    r"(?i)\b(?:gelakt|weggelakt|zwartgelakt|zwart gemaakt|onleesbaar gemaakt|geanonimiseerd|geen informatie"
    r"|niet (?:toegevoegd|openbaar(?: ?gemaakt)?|meegezonden|verstrekt)|verwijderd|weggelaten)\b"
)
_EXCEPTS = re.compile(
    r"(?i)\b(?:openba\w+|publi(?!ek)\w+)\b.*\b(?:met uitzondering van|behalve|uitgezonderd|behoudens|except)\b"
)
_ASKS_OPENNESS = re.compile(r"(?i)\bopenba\w*\W{0,3}(?:ja?\s?/\s?n(?:ee)?|y(?:es)?/no?)\W*$")
_SAYS_NO = re.compile(r"(?i)\sn(?:ee|o)?\W*$")
_ANSWER = r"(?:vra(?:ag|gen)|antwoord(?:en)?)(?=\s[0-9])"
_ELSEWHERE = re.compile(
    r"(?i)\b(?:paragra\w+|passages?|alinea\w*|zin(?:nen)?|(?:kern|aandachts|actie|advies)punt\w*|bijlagen?|tabel\w*|voetnoot\w*|onderdeel|kop(?:je)?|(?:agenda|beslis)?punt(?:en)?(?=\s[0-9])"
    rf"|{_ANSWER})\b"
)
_LISTED_APART = re.compile(rf"(?i)\b(?:bijlagen?|{_ANSWER})\b")
_NAMES_PASSAGE = re.compile(r"(?i)\W*(?:de|het|alle)\s(?:passages?|alinea['’]?s?|zin(?:nen)?|paragra\w+)\b")
_PARAGRAPHS = re.compile(
    r"(?i)\b(?:paragra(?:af|fen)|onderde(?:el|len)|hoofdstuk|(?:agenda|beslis)?punt(?:en)?)\s(?P<numbers>[0-9]+(?:\.[0-9]+)*(?:(?:,\s|,?\sen\s)[0-9]+(?:\.[0-9]+)*)*)"
)
_LABEL = re.compile(r"^\s*(?:[0-9]{1,2}[.)]|[-•*–]|o(?=\s))?\s*")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*")


def is_marked_annex(name: str) -> bool:
    return is_closed(f"{name}{CELL}") or marks.is_marked(name)


def withhold(paragraphs: list[Paragraph], known: Officials) -> list[Paragraph]:
    """Withhold marked points, the points below them, points about officials, and all that follows a closing greeting.

    Returns the last point of each list that a marked point opens.
    """
    mark: MemoPoint | None = None
    closed = _answered_no(paragraphs)
    has_list = listed = signed = False
    ends: list[Paragraph] = []
    for number, paragraph in enumerate(paragraphs):
        if mark is not None and not listed and not _is_below(paragraph, mark, has_list=has_list):
            mark = None
        if mark is None and _bears_mark(paragraph):
            mark, has_list = paragraph, paragraph.text.rstrip().endswith(":")
            listed = has_list
        elif listed:
            following = paragraphs[number + 1].text if number + 1 < len(paragraphs) else ""
            listed = paragraph.text.rstrip().endswith((":", ";", ",")) or following[:1].islower()
            if not listed:
                ends.append(paragraph)
        signed = signed or is_greeting(paragraph.line_at(0).text)
        what = marks.marked_above(paragraph.text)
        if what is not None:  # if it is several paragraphs, the first is unknown: withhold all
            first = number - 1 if what in _ONE else 0
            for above in paragraphs[max(first, 0) : number + 1]:
                above.part = Part.WITHHELD
        elif mark is not None or number in closed:
            paragraph.part = Part.WITHHELD
        elif signed or tells_of_officials(paragraph.text, known):
            paragraph.part, paragraph.ground = Part.WITHHELD, OF_OFFICIALS
    return ends


def _answered_no(paragraphs: list[Paragraph]) -> set[int]:
    """The indices of the points from the head of a column `Openbaar j/n` on in which a line ends in `n`."""
    lines = [(number, line.text) for number, each in enumerate(paragraphs) for line in each.stretch.lines]
    below = itertools.dropwhile(lambda line: not _ASKS_OPENNESS.search(line[1]), lines)
    return {number for number, text in below if _SAYS_NO.search(text)}


def _is_below(point: MemoPoint, mark: MemoPoint, *, has_list: bool) -> bool:
    """Whether a point is below the marked point `mark`: it is indented further, or in the list that `mark` opens."""
    return point.level > mark.level or point.indent > mark.indent or (has_list and bool(point.label) and not mark.label)


def _bears_mark(paragraph: Paragraph) -> bool:
    """Whether the point, one of its sentences, or a line in it that starts a sentence says that it is not public."""
    begun = [_LABEL.sub("", line.text) for line in paragraph.stretch.lines]
    pieces = [*(each.text for each in paragraph.sentences), *(each for each in begun if not each[:1].islower())]
    pieces += paragraph.text.split(CELL)
    texts = {paragraph.text, *(_LABEL.sub("", each) for each in pieces)}  # often the same text: test it once
    is_marked = any(map(marks.is_marked, texts)) or any(map(marks.begins_with_mark, begun))
    return is_marked or is_closed(paragraph.text) or any(map(has_doubtful_label, texts))


def withhold_bracketed(signs: str, outline: Outline) -> re.Pattern[str]:
    """Withhold each point with one of the opening brackets `signs`, or between a pair of them; annexes as a whole.

    If the memo explains no brackets but has whole sentences in them, all that may hold a passage are in doubt. Returns
    the pattern of the opening brackets that count.
    """
    empty = _NO_PASSAGE if signs else f"{_NO_PASSAGE}|{_REMARK}"
    texts = (each.text for section in outline.sections for each in section.paragraphs)
    signs = signs or ("[" if any(map(_BRACKETED.search, texts)) else "")
    opening = re.compile(rf"(?!{empty})[{re.escape(signs)}]" if signs else "(?!)")
    depth = 0
    for section in outline.sections if signs else ():
        for each in (None, *section.paragraphs):
            text = section.title if each is None else each.text
            is_inside = depth > 0 or opening.search(text) is not None
            depth = max(depth + sum(text.count(sign) - text.count(_CLOSING[sign]) for sign in signs), 0)
            if is_inside and (each is None or section.part is Part.ANNEXES):
                section.withhold()
            elif is_inside and each is not None:
                each.part = Part.WITHHELD
    return opening


def withhold_commented(outline: Outline, marked: set[int]) -> bool:
    """Withhold the points on these lines, on which a comment says so. Returns whether all of the lines were found."""
    left = set(marked)
    for section in outline.sections:
        for each in section.paragraphs:
            lines = {line.line for line in each.stretch.lines}
            if lines & marked:
                each.part = Part.WITHHELD
                left -= lines
                if section.part is Part.ANNEXES:
                    section.withhold()
    return not left


def withhold_in_head(outline: Outline, covering: list[Line]) -> None:
    """Move each marked line of the head, and the lines below it up to a blank one, to a section that is withheld.

    So are the `covering` lines, which somebody wrote above what he passed on.
    """
    outline.sections += [Section(withheld_at(1), "", line, [line]) for line in covering]
    kept: list[Line] = []
    is_open = False
    for line in outline.head_lines:
        text = _LABEL.sub("", line.text)
        is_open = not line.is_blank and (is_open or (marks.is_marked(text) and not is_of_memo(text)))
        if is_open:
            outline.sections.append(Section(withheld_at(1), "", line, [line]))
        else:
            kept.append(line)
    outline.head_lines = kept


def withhold_annexes(paragraphs: list[Paragraph]) -> None:
    """Withhold a list from its first marked annex on, so that no paper, motion or date is read from the rest."""
    is_below = False
    for paragraph in paragraphs:
        is_below = is_below or is_marked_annex(paragraph.text)
        paragraph.part = Part.WITHHELD if is_below else paragraph.part


def withhold_named(outline: Outline) -> tuple[bool, bool]:
    """Withhold each section that the memo says is left out.

    Returns whether the memo says so at all, and whether it says so of a passage that was not found.
    """
    is_said = is_unknown = False
    for section in list(outline.sections):
        title = section.title if section.title.endswith(".") else ""  # a sentence: `Beslispunt 2 is niet openbaar.`
        text = " ".join([title, *" ".join(line.text for line in section.lines).split()])
        for words in (words for words, _ in sentences(text) if _ELSEWHERE.search(words)):
            is_marked = section.part is Part.WITHHELD or marks.is_marked(words)
            is_left_out = is_marked and (_LEFT_OUT.search(words) or _NAMES_PASSAGE.match(words))
            if not (is_left_out or _EXCEPTS.search(words)):
                continue
            open_ = [each for each in outline.sections if each.part is not Part.WITHHELD]
            titled = [each for each in open_ if _has_title(each, words)]  # `punt 2 van de kernpunten`
            named = titled or [each for each in open_ if _has_number(each, words)]
            for each in named:
                each.withhold()
            is_said, is_unknown = True, is_unknown or not (named or _LISTED_APART.search(words))
    return is_said, is_unknown


def _has_number(section: Section, sentence: str) -> bool:
    number = number_of(section.title)
    numbers = (each for found in _PARAGRAPHS.finditer(sentence) for each in _NUMBER.findall(found["numbers"]))
    return bool(number) and any(f"{number}.".startswith(f"{each}.") for each in numbers)


def _has_title(section: Section, sentence: str) -> bool:
    title = re.escape(words_of_heading(section.title))
    named = rf"(?i)\b(?:onder|kop(?:je)?|paragraaf|onderdeel|(?:van|in|bij|uit|over)\s(?:de|het))\W+{title}\b"
    return bool(title) and re.search(named, sentence) is not None


class Openness(msgspec.Struct, frozen=True):
    """Withholds texts with an `opening` bracket, with one of the `known` officials, or with a mark.

    `head` is the text made of the memo's head. It is exempt from most tests: each of its parts was tested before.
    """

    opening: re.Pattern[str]
    known: Officials
    head: str

    def withhold(self, draft: Imported, record: Item, path: str = "") -> None:
        """Withhold texts in lists, and fields of the agenda, one by one. Any other text withholds the item it is in."""
        for name in record.__struct_fields__:
            value, place = getattr(record, name), f"{path}.{name}" if path else name
            if isinstance(value, Item):
                self.withhold(draft, value, place)
            elif isinstance(value, list):
                for number, each in enumerate(value):
                    if isinstance(each, Item):
                        self.withhold(draft, each, f"{place}[{number}]")
                    elif closed := self._closed(draft, each, record, name, f"{place}[{number}]"):
                        value[number] = closed
            elif isinstance(value, str) and (closed := self._closed(draft, value, record, name, place)):
                setattr(record, name, closed.text if path else closed)
                if path:
                    record.public, record.ground = False, record.ground or closed.ground

    def _closed(self, draft: Imported, text: str, record: Item, name: str, place: str) -> Marked | None:
        """The text, marked as withheld. None if the public may see it, or if it is withheld with its item already."""
        is_torn, is_shown = holds_torn_mark(text), record.public or isinstance(record, Agenda)
        if name == "ground" or not (is_torn or (is_shown and not isinstance(record, Withheld))):
            return None
        # The memo's own `openbaar: nee` is reworded even in a withheld item: it must not be read as a mark of the file
        has_mark = text != self.head and marks.is_marked(text)
        if is_torn or has_mark or self.opening.search(text):
            draft.check(place, tr("not shown in public, as it says"))
            return Marked(text=_reworded(text), public=False)
        if text != self.head and name not in _OF_MEMBERS and tells_of_officials(text, self.known):
            draft.check(place, tr("not shown in public: it names officials"))
            return Marked(text=text, public=False, ground=OF_OFFICIALS)
        return None


def _reworded(text: str) -> str:
    """Rewrite the memo's own `openbaar: nee` as `openbaar (nee)`, so that it is not read as a mark of the file."""
    if not holds_torn_mark(text):
        return text
    pieces = (_COLON.sub(r" (\1)", each) if holds_torn_mark(each) else each for each in text.split("; "))
    bracketed = "; ".join(pieces)
    return bracketed if not holds_torn_mark(bracketed) else f"… {bracketed} (sic)"
