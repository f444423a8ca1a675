"""Finds the papers that a memo cites, with their dates and kinds."""

import itertools
import re
from functools import lru_cache, partial
from typing import Any

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Commitment, Document
from briefcli.domain.citations.finder import scan_references
from briefcli.domain.citations.paper_names import paper_name
from briefcli.domain.citations.reference import Reference
from briefcli.domain.cited import SORTS, days_beside, has_dates, is_day, lists_of, sort_by_number
from briefcli.domain.dates.due_by import due_by
from briefcli.domain.dates.hedge import HEDGED
from briefcli.domain.dates.in_text import DateMention
from briefcli.domain.when import When, parse_when
from briefcli.memo.find.due_dates import limits
from briefcli.memo.find.said import ADOPTED, CLOSED, SENT, WEEKDAY, in_past
from briefcli.memo.imported import Found
from briefcli.memo.layout.paragraphs import Paragraph, Sentence
from briefcli.patterns import any_words

_SENT = re.compile(r"(?i)\b\w*(?:brief|nota|rapport|advies)\s(?:van|d\.d\.|dd\.?)\s$")
_OF_MEETING = re.compile(r"(?i)\b(?:verslag|geannoteerde agenda|annotated agenda|agenda)\s(?!d\.d\.)[^.;]{2,80}?\s?$")
_DATE_THEN = re.compile(r"\s*(?:,?\s*\(?(?:(?:met|onder|ons)\s)?(?:kenmerk|referentie|nummer|nr\.)\s*:?|\()\s*")
# "Van der Wal", "Six Dijkstra"
_SURNAME = (
    r"(?:(?:Van|De|Den|Der|Ten|Ter|El|’t|van|de|den|der) )*[A-Z][\w’'-]+"
    r"(?: (?!Kamerst|Handel|Tweede|Eerste)[A-Z][\w’'-]{2,})?"
)
_MOTION = re.compile(
    r"\b[Mm]otie(?:s(?=\svan\shet\slid\b))?[- ](?:van (?:het lid|de leden) )?"
    rf"(?P<names>{_SURNAME}(?:(?:,| en|/)\s?{_SURNAME})*(?: c\.s\.?)?)"
)
_KINDS = {kind: re.compile(rf"(?i)\b(?:{words})\b") for kind, words in SORTS.items()}
# What happens to a paper on the day that is its date
_APPEARS = any_words(rf"""
    {SENT}|toegekomen|gepubliceerd|uitgebracht|bracht uit|uitkwam|gesteld|ingediend|vastgesteld|gepresenteerd
    publiceerden?|stelden?|dienden?|\w*zond(?:en)?|\w*stuurden?|aanbood|aanboden|deed|heeft gedaan|presenteerde
""")
# What happens to a paper later, or what happens on another day
_HAPPENS = any_words(rf"""
    {ADOPTED}|{CLOSED}|besproken|bespreekt|bespreken|gestemd|stemde|behandelt?d?|gedebatteerd|debatteerde|debatteert
    gesproken|ontvangen|in werking|ingaat|stopt|eindigt|vervalt|verloopt|volgt|uitspraak doet|doet uitspraak
""")
_OF_GATHERING = re.compile(
    r"(?i)\b\w*(?:debat|overleg|raad|top|vergadering|bijeenkomst|briefing|vragenuur|stemming(?:en)?|plenaire)\b"
    r"(?:\s(?!van\b|d\.d\.)[\w/&-]+){0,6}\s(?:van|d\.d\.|dd\.?|op)\s(?:\w+dag\s)?$"
)
_AT_DAY = re.compile(
    r"(?i)\b(?:op|per|vanaf|sinds|tot|in|na|voor|vóór|tijdens|rond|uiterlijk|is|was|wordt|werd|t/m|ingang\svan)\s(?:\w+dag\s)?$"
)
_CLOSED = re.compile(rf"(?i)\b{CLOSED}\b")
_THEN_CLOSED = re.compile(rf"\s*(?:De|Deze|Die)\smotie\s(?:is|werd)\s(?:(?!niet\b)[^.;]){{0,60}}\b{CLOSED}\b")
_ADOPTED = re.compile(rf"(?i)\b{ADOPTED}\b")
_ADOPTED_ON = re.compile(rf"(?i)\b{ADOPTED}\s(?:op|d\.d\.)\s{WEEKDAY}$")
# The day comes right before the word, or before the motion: “Op 4 november heeft de Kamer de motie-Otter aangenomen”
_ON_ADOPTED = re.compile(
    r"(?i)\s(?:(?:\w+\s){0,3}(?:aangenomen|aanvaard)\b|(?:jl\.\s)?(?:heeft|is|werd)\s(?:de\s(?:Tweede\s)?Kamer\s)?"
    r"de\s(?:\w+\s)?motie\b(?:(?!\b(?:niet|motie|verworpen|die)\b).)*\b(?:aangenomen|aanvaard)\W*$)"
)
_REPLACED = re.compile(r"(?i)\b(?:t\.v\.v\.|ter\svervanging\svan)[^(),;]{0,60}$")
_NOT = re.compile(r"\bniet\s(?:\w+\s)?$")
_A_MOTION = re.compile(r"(?i)\bmoties?\b")
# Words before a paper that is only the subject of something else, such as of a letter that is sent on the day
_ABOUT = re.compile(
    r"(?i)\b(?:over|inzake|omtrent|van|naar\saanleiding\svan|in\sreactie\sop)\s(?:de|het|deze)\s(?:\w+\s)?(?:moties?|toezegging)\b"
    r"[^.;]{0,60}$|\b(?:over|inzake|omtrent|bij)\s(?:(?:de|het)\s\w*(?:brief|nota|rapport|advies|verslag|wetsvoorstel)\s\(?)?$"
)
_WILL_BE = re.compile(r"\b(?:wordt|worden|zal|zullen)\b")
_NEVER_SENT = ("stb", "celex", "aanhangsel")  # so a day on which something is sent is not their date
_COUNCIL_NUMBER = re.compile(r"(?<![\w/.-])[0-9]{4,5}(?:/[0-9]{1,2})?/[0-9]{2}(?:\s(?:REV|ADD|COR)\s[0-9]+)*(?![\w/])")
_ON_DAY = re.compile(r"(?i)(?:d\.d\.|dd\.?|op)\s(?:\w+dag\s)?$")
_OF_DAY = re.compile(r"(?i)\b(?:van|d\.d\.|dd\.?)\s$")
_REACH = 80  # the most characters between a number and its date


def find_papers(paragraphs: list[Paragraph]) -> list[Found[Any]]:
    """Every cited paper once, with its first date.

    A motion with a name is a commitment too, unless it was rejected, put off, withdrawn or replaced.
    """
    known: dict[str, list[Found[Any]]] = {}  # the paper, and for a motion its commitment
    for paragraph in paragraphs:
        days = _days_of(paragraph)
        for reference in paragraph.references:
            ref = written_ref(reference.canonical)
            if not scan_references(ref):  # an article of a treaty is not a paper
                continue
            day, doubt = _day_of(paragraph, days[reference.start, reference.canonical])
            if ref not in known:
                known[ref] = _described(Document(ref=ref, date=day), doubt, paragraph, reference)
            paper, *motions = known[ref]
            if paper.item.date is None and day is not None:
                paper.item.date, paper.doubts["date"] = day, doubt
            for motion in motions:
                _adopt(motion, paragraph.sentence_at(reference.start))
    for paper, *_ in known.values():
        if paper.item.date is not None:
            paper.parts.append(("date", paper.line, paper.words))
    return list(itertools.chain(*known.values()))


def _day_of(paragraph: Paragraph, mention: DateMention | None) -> tuple[When | None, str | None]:
    """The day of a paper, and why it is unsure. No day after the memo, as a memo cites papers that exist already."""
    if mention is None:
        return None, None
    mention = in_past(mention, paragraph.written)
    before = paragraph.text[max(mention.start - _REACH, 0) : mention.start]
    # In `een akkoord over het voorstel van 11 maart 2025` only the agreement is in doubt
    is_firm = (mention.certain or mention.doubt == HEDGED) and _OF_DAY.search(before)
    day = parse_when(mention.when.text.rstrip("?")) if is_firm else mention.when
    if paragraph.written is not None and day.first is not None and day.first > paragraph.written:
        return None, tr("“{date}” is after the memo: see what the date of the paper is", date=mention.text)
    return day, mention.reason if mention.doubt != HEDGED else None


def name_council_papers(paragraphs: list[Paragraph]) -> None:
    """Read a bare `8888/25` in an agenda of the Council as the number of one of its papers."""
    for paragraph in paragraphs:
        for found in _COUNCIL_NUMBER.finditer(paragraph.text):
            if not paragraph.has_reference_at(*found.span()):
                for read in scan_references(f"ST {found[0]}")[:1]:
                    place = msgspec.structs.replace(read, text=found[0], start=found.start(), end=found.end())
                    paragraph.references = sorted([*paragraph.references, place], key=lambda each: each.start)


@lru_cache(maxsize=4096)
def written_ref(canonical: str) -> str:
    """The number as people write it (`28 676, nr. 427`), if that is read back as the same paper; else unchanged."""
    written = paper_name(canonical)
    return written if [each.canonical for each in scan_references(written)] == [canonical] else canonical


def _described(document: Document, doubt: str | None, paragraph: Paragraph, reference: Reference) -> list[Found[Any]]:
    """The paper with its kind, and for a motion its commitment. `doubt` says why the date of the paper is unsure."""
    sentence = paragraph.sentence_at(reference.start)
    before, line, words = sentence.before(reference.start), paragraph.line_at(reference.start), reference.text
    document.kind = sort_by_number(reference.canonical) or named_kind(before, last=True)
    doubts = {"ref": reference.reason, "date": doubt}
    found = [Found[Any]("documents", document, line, words, doubts, [("ref", line, words)])]
    named = _motion_of(sentence, reference) if document.kind == "motion" else None
    if named:
        document.title = title = re.sub(r"(?<=^.otie)s", "", named[0])
    if named and not _is_closed(sentence, reference):
        made, by = document.date, named["names"]
        motion = Commitment(title=title, kind="motion", ref=document.ref, made=made, by=by)
        doubt = tr("the date of the paper; the vote can be later") if made is not None else None
        found.append(Found("commitments", motion, line, words, {"made": doubt}))
    return found


def _motion_of(sentence: Sentence, reference: Reference) -> re.Match[str] | None:
    """The name of a motion before its number. In `motie-Otter en motie-Das (nrs. 1 en 2)` each name has its number."""
    text, cited = sentence.paragraph.text, sentence.paragraph.references_in(sentence.start, sentence.end)
    row = next((each for each in lists_of(text, cited) if reference in each), [reference])
    above = max((each.end for each in cited if each.end <= row[0].start), default=sentence.start)
    named = list(_A_MOTION.finditer(text, sentence.start, row[0].start))
    own = [each for each in named if each.start() >= above]
    if len(row) > 1 < len(own):
        named = [own[row.index(reference)]] if len(own) == len(row) else []
    return _MOTION.match(text, named[-1].start()) if named else None


def _adopt(motion: Found[Commitment], sentence: Sentence) -> None:
    """Give a motion the day on which it was adopted, and the day by which it asks something of the minister."""
    found = limits(sentence)
    if len({each.canonical for each in sentence.paragraph.references_in(sentence.start, sentence.end)}) > 1:
        if found:
            motion.doubts[""] = tr("its sentence gives a day, and names other papers: see whether it is due by then")
        return
    for each in sentence.dates:
        before, behind = sentence.before(each.start), sentence.behind(each.end)
        if is_day(each) and (_ADOPTED_ON.search(before) or _ON_ADOPTED.match(behind)):
            motion.item.made, motion.doubts["made"] = each.when, each.reason
    if len(found) == 1 and motion.item.due is None:
        motion.item.due, motion.doubts["due"] = found[0][1]


def is_motion_with_number(sentence: Sentence) -> bool:
    """Whether a sentence names a motion with the number of its paper, so that `find_papers` makes it a commitment."""
    references = sentence.paragraph.references_in(sentence.start, sentence.end)
    before = [sentence.before(each.start) for each in references]
    return any(named_kind(each, last=True) == "motion" and _MOTION.search(each) for each in before)


def _is_closed(sentence: Sentence, reference: Reference) -> bool:
    """Whether a motion was rejected, put off, withdrawn or replaced, so that nothing has to be done about it."""
    text = sentence.text
    if _REPLACED.search(sentence.before(reference.start)):
        return True
    if _ADOPTED.search(text):  # perhaps about another motion: look only at the words around this one
        last = _A_MOTION.search(text, reference.end - sentence.start)
        text = text[max(reference.start - sentence.start - _REACH, 0) : last.start() if last else len(text)]
        if _ADOPTED.search(text):
            return False
    after = sentence.paragraph.text[sentence.end :]
    closed = _CLOSED.search(text) or _THEN_CLOSED.match(after)
    return closed is not None and not _NOT.search(closed.string[: closed.start()])


def named_kind(words: str, *, last: bool = False) -> str | None:
    """The kind of paper that is named first: `Kamerbrief over het verslag` is a letter. With `last`, the last kind."""
    named = ((each, kind) for kind, shape in _KINDS.items() for each in shape.finditer(words))
    found = ((each.end() if last else each.start(), kind) for each, kind in named)
    return (max if last else min)(found, default=(0, None))[1]


def _days_of(paragraph: Paragraph) -> dict[tuple[int, str], DateMention | None]:
    """The day of each paper, by offset and number: a day tied to the paper, or else the only day of its sentence."""
    found: dict[tuple[int, str], DateMention | None] = {}
    dossiers = [[each] for each in paragraph.references if each.kind == "dossier"]
    papers = [each for each in paragraph.references if each.kind != "dossier"]
    for listed in (*dossiers, *lists_of(paragraph.text, papers)):
        near = paragraph.dates_in(listed[0].start - _REACH, listed[-1].end + _REACH)
        sentence_of = paragraph.sentence_at
        days = [day for day in near if is_day(day) and not due_by(sentence_of(day.start).before(day.start), day)]
        tied = days_beside(paragraph.text, listed, days, partial(_is_in_front, paragraph))
        for place, each in enumerate(listed):
            day = tied[place] if len(tied) == len(listed) else None
            found[each.start, each.canonical] = day if tied else _only_day(paragraph, each)
    return found


def _is_in_front(paragraph: Paragraph, row: list[DateMention], reference: Reference) -> bool:
    """Whether days before a number are tied to it, as in `brief van 4 april (…)`, and not to an earlier number."""
    start, end = row[0].start, row[-1].end
    earlier = paragraph.references_in(start - _REACH, start)
    if end > reference.start or any(has_dates(paragraph.text, each.end, start, end) for each in earlier):
        return False
    sentence, between = paragraph.sentence_at(start), paragraph.text[end : reference.start]
    before = sentence.before(start)
    if _SENT.search(before) and not paragraph.references_in(end, reference.start) and ";" not in between:
        return True
    is_of_meeting = (_OF_MEETING.search(before) and not _ON_DAY.search(before)) or _OF_GATHERING.search(before)
    is_its_day = not is_of_meeting and (not _AT_DAY.search(before) or _appears(sentence))
    return _DATE_THEN.fullmatch(between) is not None and (len(row) > 1 or is_its_day)


def _appears(sentence: Sentence) -> bool:
    return _APPEARS.search(sentence.text) is not None and not _HAPPENS.search(sentence.text)


def _only_day(paragraph: Paragraph, reference: Reference) -> DateMention | None:
    """The day on which the only paper of a sentence was published, sent or asked."""
    sentence = paragraph.sentence_at(reference.start)
    days = sentence.dates
    is_alone = len(days) == len(paragraph.references_in(sentence.start, sentence.end)) == 1
    is_footnote = paragraph.line_at(reference.start).line > paragraph.line_at(sentence.end).line
    if not is_alone or is_footnote or reference.kind in _NEVER_SENT or not _appears(sentence):
        return None
    if _ABOUT.search(sentence.before(reference.start)) or due_by(sentence.before(days[0].start), days[0]):
        return None
    is_theirs = days[0].certain or not _WILL_BE.search(sentence.text)
    return days[0] if is_theirs and is_day(days[0]) else None
