"""How many lines at the top of a text are its head, where that consists of labels with their values."""

import re

from briefcli.memo.layout.head_labels import Field, label_of, labelled
from briefcli.memo.layout.headings import heading_of
from briefcli.memo.layout.items import begins_item
from briefcli.memo.layout.persons import is_salutation
from briefcli.memo.layout.programmes import TIME
from briefcli.memo.text import Line

_FIELDS = {Field.TO, Field.FROM, Field.DATE, Field.REFERENCE, Field.TITLE, Field.PLACE, Field.AUTHOR, Field.HELD}
_FEWEST = 2  # fields
_MOST_LINES = 70
_SENTENCE_WORDS = 7
_SENTENCE = re.compile(r".*[.?!:;][”’\"')\]]*", re.DOTALL)
_OF_THE_FORM = re.compile(r"Bij beantwoording|Gelieve bij", re.IGNORECASE)


def head_length(lines: list[Line]) -> int:
    """The number of lines before the text itself; 0 where too few of them are fields of a head."""
    fields: set[Field] = set()
    end = 0
    for place, line in enumerate(lines[:_MOST_LINES]):
        if line.is_blank:
            continue
        found = labelled(line.text)
        label = found[0] if found else label_of(line.text)
        if label is None and _begins_text(lines, place):
            break
        fields |= {label.field} if label else set()
        end = place + 1
    return end if len(fields & _FIELDS) >= _FEWEST else 0


def _begins_text(lines: list[Line], place: int) -> bool:
    """Whether the text of the memo begins here: a salutation, a heading, an item, a time or a whole sentence."""
    text = lines[place].text.strip()
    heading = heading_of(text)
    if is_salutation(text) or (heading is not None and heading.is_declared) or TIME.fullmatch(text):
        return True
    if begins_item(text) or (place + 1 < len(lines) and begins_item(lines[place + 1].text)):
        return True
    block = [text]
    for line in lines[place + 1 :]:
        if line.is_blank or labelled(line.text) or label_of(line.text):
            break
        block.append(line.text.strip())
    words = " ".join(block)
    is_sentence = len(words.split()) >= _SENTENCE_WORDS and _SENTENCE.fullmatch(words) is not None
    return is_sentence and not _OF_THE_FORM.match(words)
