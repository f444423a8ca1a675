"""Puts the sections of a memo in the fields of an agenda: every point in exactly one."""

import datetime as dt
import re

from briefcli.catalog import count, tr
from briefcli.domain.agenda import Deadline, Document, Withheld
from briefcli.domain.citations.finder import scan_references
from briefcli.domain.dates.due_by import due_by
from briefcli.domain.dates.in_text import scan_dates
from briefcli.domain.due import parse_due
from briefcli.domain.marks import is_mark_alone, is_marked
from briefcli.memo.find.annexes import Annex, annexes
from briefcli.memo.find.consulted import denies_any, names_in
from briefcli.memo.find.drawing import LEAD_IN
from briefcli.memo.find.grounds import ground_of, only_says_what_is_left_out
from briefcli.memo.find.openness import OF_OFFICIALS, is_marked_annex
from briefcli.memo.find.papers import named_kind, written_ref
from briefcli.memo.find.said import in_future, is_to_come
from briefcli.memo.find.sessions import is_day
from briefcli.memo.imported import Found, Imported
from briefcli.memo.layout import persons
from briefcli.memo.layout.footnotes import Note
from briefcli.memo.layout.head import HeadValue, MemoHead
from briefcli.memo.layout.head_labels import GLUED, STAMPS, Field, labelled
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.joining import Hyphens
from briefcli.memo.layout.outline import Outline, Section
from briefcli.memo.layout.paragraphs import Paragraph, sentences
from briefcli.memo.text import Line

FIELDS: dict[Part, str] = {
    Part.REASON: "summary",
    Part.DECISION: "decision",
    Part.KEY_POINTS: "key_points",
    Part.SESSIONS: "key_points",
    Part.SPEAKING: "speaking",
    Part.EXPLANATION: "considerations.general",
    Part.POLITICAL: "considerations.political",
    Part.FINANCIAL: "considerations.financial",
    Part.LEGAL: "considerations.legal",
    Part.COMMUNICATION: "considerations.communication",
    Part.IMPLEMENTATION: "considerations.implementation",
    Part.CONSULTED: "consulted",
    Part.ACTIONS: "considerations.general",
    Part.WITHHELD: "withheld",
    Part.ANNEXES: "documents",
}

_NOTHING = re.compile(r"(?i)(?:n\.?\s?v\.?\s?t\.?|niet van toepassing|geen|nee|-+|–)\.?")
_SUB_POINT = ("", "– ")  # by level: a dash in front shows that a sub-point belongs to the point above it
_NUMBER = re.compile(r"[0-9]{1,2}[.)]|[A-Za-z][.)]")
_ANNEX_IN_HEAD = re.compile(r"(?:\w+(?:\(n\))?: )?[0-9]{1,2}[.)]\s+(?P<name>[A-Z].*)")
_SENDERS = frozenset({Field.TO, Field.FROM, Field.COPY, Field.INITIALS})
_LISTS_NAMES = re.compile(r"(?:[A-Z][\w&/-]*(?:\s[A-Z][\w&/-]*)?(?:[,;]\s(?:en\s)?|\sen\s|\.?$))+")  # `FIN, BZ en OCW`
_STAMPED = re.compile(rf"(?i)\b(?:{STAMPS})\b[^;\n]*")
_UNFILLED = re.compile(r"[\w ]{2,30}:?\s*")


def place_section(draft: Imported, section: Section, paragraphs: list[Paragraph], *, has_heading: bool) -> None:
    """Put a section in its field. `has_heading` is false for an agenda item, whose heading has been placed already."""
    if has_heading:
        _place_heading(draft, section, paragraphs)
    for paragraph in paragraphs:
        if paragraph.text.strip():
            _place_point(draft, section, paragraph)


def _place_point(draft: Imported, section: Section, paragraph: Paragraph) -> None:
    text, label, line = paragraph.text, paragraph.label, paragraph.line_at(0)
    if _NOTHING.fullmatch(text.strip()):
        paragraph.field = draft.add("unplaced", f"{_name_of(section)}: {text}".removeprefix(": "), line)
    elif not label and (persons.is_salutation_alone(text) or persons.is_greeting(text)):
        draft.drop(line, tr("salutation or greeting"), words=text, withheld=True)
    elif is_day(paragraph):
        draft.drop(line, tr("time or day of items, now their when"), words=text)
    elif paragraph.part is Part.WITHHELD:
        _place_withheld(draft, paragraph)
    elif section.part is Part.DECISION and LEAD_IN.fullmatch(text.strip()) and paragraph is not section.paragraphs[-1]:
        draft.drop(line, tr("words that lead to the list of what is asked"), words=text)
    else:
        is_denied = section.part is Part.CONSULTED and denies_any(text)  # `BZK, OCW; niet met FIN.`
        for clause in text.split("; ") if is_denied else ():
            for name in names_in(clause) if _LISTS_NAMES.fullmatch(clause) else ():
                draft.add("consulted", name, line)
        field = FIELDS[Part.EXPLANATION if is_denied else section.part]
        names = names_in(text) if section.part is Part.CONSULTED and _LISTS_NAMES.fullmatch(text) else []
        for name in names[:-1]:
            draft.add(field, name, line)
        text = names[-1] if len(names) > 1 else text
        is_numbered = field.startswith("considerations") and _NUMBER.fullmatch(label)
        begin = f"{label} " if is_numbered else _SUB_POINT[paragraph.level]
        paragraph.field = draft.add(field, begin + text, line)


def _place_withheld(draft: Imported, paragraph: Paragraph) -> None:
    """Put a point among the withheld texts. Only sentences that merely say what was left out may be shown."""
    harmless = [only_says_what_is_left_out(each.text) and not paragraph.ground for each in paragraph.sentences]
    texts = [each.text for each in paragraph.sentences] if any(harmless) else [paragraph.text]
    if len(texts) > 1:
        texts[0] = paragraph.text[: paragraph.sentences[0].start] + texts[0]
    for text, is_statement in zip(texts, harmless, strict=False):
        ground = paragraph.ground or ground_of(text)
        item = Withheld(text=_SUB_POINT[paragraph.level] + text, public=is_statement, ground=ground)
        paragraph.field = draft.add("withheld", item, paragraph.line_at(0))
        shown = tr("shown in public, as it only says that personal data was left out")
        hidden = tr("not shown in public; add `public: true` if this may be read by anyone")
        draft.check(paragraph.field, shown if is_statement else hidden)


def _place_heading(draft: Imported, section: Section, paragraphs: list[Paragraph]) -> None:
    """Replace a heading by its field. If it says more than the name of the field, its words stay in the text."""
    field, is_withheld = FIELDS[section.part], section.part is Part.WITHHELD
    is_nothing = len(paragraphs) == 1 and _NOTHING.fullmatch(paragraphs[0].text.strip())
    is_said = (paragraphs or section.part is Part.EXPLANATION) and not is_nothing
    if section.heading.own_words and is_withheld:
        draft.add(field, Withheld(text=section.title), section.place)
    elif section.heading.own_words and is_said and len(paragraphs) == 1:
        paragraphs[0].set_before(f"{_name_of(section)}: ")
    elif section.heading.own_words and is_said:
        draft.add(field, section.title, section.place)
    else:
        if section.closing is not None:
            draft.drop(section.closing, tr("end of what is not public"), withheld=True)
        if section.title:
            why = tr("heading, now {field}", field=field)
            draft.drop(section.place, why, words=section.title, withheld=is_withheld)


def _name_of(section: Section) -> str:
    return section.title.rstrip(" :")


def tell_unknown(draft: Imported, outline: Outline) -> None:
    """Report how many headings that memos do not usually have opened a part of the considerations."""
    weighed = [each for each in outline.sections if FIELDS[each.part].startswith("considerations")]
    if unknown := sum(not each.heading.is_known for each in weighed):
        draft.check(
            "considerations",
            count("{n} heading is not one that memos usually have: see whether its text is in the right field",
                  "{n} headings are not ones that memos usually have: see whether their text is in the right field",
                  unknown),
        )  # fmt: skip


def place_annexes(draft: Imported, section: Section, head: MemoHead, hyphens: Hyphens) -> None:
    """Put annexes among the documents. The other words of their table are kept with those of the head."""
    found, form = annexes(section.lines, section.paragraphs, hyphens)
    is_below_marked = False
    for each in found:
        is_marked_itself = each.is_closed or is_marked_annex(each.name) or is_marked_annex(each.note)
        is_below_marked = is_marked_itself or (is_below_marked and not each.is_row)
        if _NOTHING.fullmatch(each.name):
            draft.add("unplaced", f"{_name_of(section)}: {each.name}", each.line)
        else:
            _place_annex(draft, each, is_withheld=is_below_marked)
    if form:
        head.parts.append(f"{_name_of(section)}: {' '.join(form)}")
    _place_heading(draft, section, [])


def _place_annex(draft: Imported, annex: Annex, *, is_withheld: bool) -> None:
    document = Document(kind=named_kind(annex.name), title=annex.name, date=annex.date, note=annex.note or None)
    document.public = not is_withheld
    path = draft.add("documents", document, annex.line, annex.name)
    draft.check(path, tr("not shown in public, as its name says") if is_withheld else None)


def place_head(draft: Imported, head: MemoHead, kind: str, names: frozenset[str]) -> None:
    """Put the memo itself, with its head, among the documents as a paper of this `kind`.

    The annexes, the other side's reference, the term and those consulted get fields of their own. Parts of the head
    with one of the `names` of officials are withheld.
    """
    _place_parts(draft, head, names, is_memo=kind == "decision memo")
    for entry in head.of(Field.ANNEXES)[:1]:
        for named in filter(None, map(_ANNEX_IN_HEAD.fullmatch, head.parts)):
            _place_annex(draft, Annex(named["name"], entry.line), is_withheld=is_marked_annex(named["name"]))
    for entry in head.of(Field.REFERENCE):  # `Uw kenmerk` may name a paper, such as questions from the House
        for each in scan_references(entry.value)[:1] if entry.label.casefold().startswith("uw ") else ():
            document, part = Document(ref=written_ref(each.canonical)), ("ref", entry.line, entry.value)
            draft.place(Found("documents", document, entry.line, entry.value, parts=[part]))
    for entry in head.of(Field.TERM):
        _place_term(draft, entry, head.written)
    _place_itself(draft, head, kind)
    for entry in head.of(Field.CONSULTED):
        said = [each for each, _ in sentences(entry.value) if not denies_any(each)]
        value, taken = persons.without_persons(" ".join(said))
        for name in names_in(value) or ([value] if value and not taken else []):
            if name not in draft.agenda.consulted:
                draft.add("consulted", name, entry.line)


def _place_itself(draft: Imported, head: MemoHead, kind: str) -> None:
    """Put the memo itself among the documents. A head without title, date and number is left unplaced instead."""
    first, known = head.first or Line("", None, 1), f"{draft.agenda} {head.date}"
    if head.title is None and head.date is None and head.ref is None:
        for part in head.parts:
            draft.check(draft.add("unplaced", part, first), _missed_day(part, head, known))
        return
    told = [(each, "date") for each in head.of(Field.DATE) if head.date is not None and not head.date_doubt]
    for entry, field in [*told, *([(head.title, "title")] if head.title is not None else [])]:
        for part in [each for each in head.parts if labelled(each) and each.endswith(f": {entry.value}")][:1]:
            head.parts.remove(part)
            draft.drop(entry.line, tr("field of the head, now {field}", field=field), words=part)
    ref, note = written_ref(head.ref) if head.ref else None, "; ".join(head.parts) or None
    title = head.title.value if head.title else None
    itself = Document(ref=ref, date=head.date, kind=kind, title=title, note=note)
    doubts = {"date": head.date_doubt, "note": _missed_day("; ".join(head.parts), head, known)}
    found = Found("documents", itself, first, "", doubts, [("", first, note or title or "")])
    if head.title is not None:
        found.parts.append(("title", head.title.line, head.title.value))
    if head.date_line is not None:
        found.parts.append(("date", head.date_line, head.date_line.text.strip()))
    draft.place(found)


def _missed_day(part: str, head: MemoHead, known: str) -> str | None:
    """What to ask about a part of the head with a day to come, if `known` (the whole agenda) lacks that day."""
    told = _STAMPED.sub("", part)
    days = [each.when.final_day for each in scan_dates(told, head.written) if is_to_come(each.when, head.written)]
    is_missed = any(f"{day}" not in known for day in days if day is not None)
    return tr("a day in the head of the memo: add a deadline or an event if this is one") if is_missed else None


def _place_parts(draft: Imported, head: MemoHead, names: frozenset[str], *, is_memo: bool) -> None:
    """Withhold parts that are marked or name officials (not departments). Drop who sends the memo to whom."""
    places = {value.value: value.line for values in head.values.values() for value in values}
    first = head.first or Line("", None, 1)
    authors = {value.value for field in (Field.AUTHOR, Field.PRESENT) for value in head.of(field)}
    kept: list[str] = []
    for part in head.parts:
        line = next((place for value, place in places.items() if value in part), first)
        if is_marked(part) and not is_mark_alone(part):
            draft.check(draft.add("withheld", Withheld(text=part), line), tr("not shown in public, as it says"))
            continue
        label, _, value = part.partition(": ")
        left, taken = persons.without_persons(part)
        is_author = value in authors and not persons.is_unit(left.removeprefix(label).lstrip(": "))
        is_personal = is_author or "@" in part
        if taken or is_personal:
            _withhold_part(draft, part, line)
        if not left or is_personal or (taken and _UNFILLED.fullmatch(left)):
            continue
        is_glued = GLUED.fullmatch(left) is not None
        if is_memo and (is_glued or (labelled(left) or ("",))[0] in _SENDERS):
            draft.drop(first if is_glued else line, tr("sender and receiver of the memo"), words=left, withheld=True)
        elif persons.names_one_of(left, names):
            _withhold_part(draft, left, line)
        else:
            kept.append(left)
    head.parts = kept


def _withhold_part(draft: Imported, part: str, line: Line) -> None:
    path = draft.add("withheld", Withheld(text=part, ground=OF_OFFICIALS), line)
    draft.check(path, tr("not shown in public: it names officials"))


def _place_term(draft: Imported, entry: HeadValue, written: dt.date | None) -> None:
    """Add the day by which the minister has to decide as a deadline. One without a day is added too, to be checked."""
    if _NOTHING.fullmatch(entry.value.strip()):
        return
    mentions = [in_future(each, written) for each in scan_dates(entry.value, written)]
    found = next((each for each in mentions if each.when.first is not None), None)
    when = (due_by(f"{entry.label} {entry.value[: found.start]}", found) or found.when) if found else None
    title = entry.label if entry.label.casefold() not in {"", "uiterlijk"} else "Beslistermijn"
    deadline = Deadline(title=title, due=parse_due(when.text) if when else None)
    deadline.public = not is_marked(entry.value)
    path = draft.add("deadlines", deadline, entry.line, entry.value, when.text if when else "")
    draft.check(path, found.reason if found else tr("no date is given"))


def place_leftovers(draft: Imported, notes: dict[int, Note], signatures: list[list[Line]], outline: Outline) -> None:
    """Place signatures, unused footnotes, and the head of a text without sections or questions.

    Who signed is withheld as an official, unless he is a minister. A footnote is left over if its number was not found
    in the text.
    """
    for lines in signatures:
        words = "; ".join(line.text.strip() for line in lines)
        if any(persons.MINISTER.match(line.text) for line in lines):
            draft.drop(lines[0], tr("who signed"), words=words, withheld=True)
        else:
            _withhold_part(draft, words, lines[0])
    for number, note in notes.items():
        if not note.used:
            text = " ".join(" ".join(line.text for line in note.lines).split())
            # Its number may be in the heading of a part that is withheld
            is_open = all(each.part is not Part.WITHHELD for each in outline.sections)
            path = draft.add("unplaced" if is_open else "withheld", f"{number} {text}", note.lines[0])
            draft.check(path, tr("a footnote whose number was not found in the text"))
    for line in outline.head_lines if not outline.sections and not draft.agenda.questions else ():
        if not line.is_blank:
            draft.add("unplaced", line.text, line)
