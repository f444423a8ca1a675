"""Every kind of mistake, declared once: its name, how bad it is, what it is, and what comes of it.

The example files in the tests show each of them; the reference page is made from both.
"""

from briefcli.domain.diagnostic import Code, Severity

CODES: dict[str, Code] = {}


def _error(name: str, title: str, why: str) -> Code:
    return CODES.setdefault(name, Code(name, Severity.ERROR, title, why))


def _warning(name: str, title: str, why: str) -> Code:
    return CODES.setdefault(name, Code(name, Severity.WARNING, title, why))


# The file itself

NOT_A_FILE = _error(
    "not-a-file",
    "this is not an ordinary file",
    "A folder, a device or a pipe has an agenda's name. Agendas are ordinary files: rename it or move it away.",
)
UNREADABLE = _error(
    "unreadable",
    "the file cannot be read",
    "It is gone, a link leads nowhere, or you may not read it. What it holds is missing from every answer.",
)
PASSED_OVER = _error(
    "passed-over", "this is left out of every answer", "It may hold agendas, but brief cannot or does not read it."
)
COPY = _error(
    "copy", "this seems to be a copy of an agenda", "Both count in every answer, so each deadline stands twice."
)
TOO_LARGE = _error(
    "too-large",
    "the file is too large for an agenda",
    "An agenda is a few pages. A file of more than 250 kB is something else that got an agenda's name.",
)
NOT_UTF8 = _error(
    "not-utf8",
    "the file is not written in UTF-8",
    "An older encoding turns ë and € into other signs, or into nothing. Save the file as UTF-8 in your editor.",
)
CONTROL_CHARACTER = _error(
    "control-character",
    "a character that no text may contain",
    "Invisible characters come along with text that is pasted from elsewhere. YAML does not allow them.",
)
EMPTY = _error(
    "empty",
    "there is nothing in this file",
    "An agenda has at least a title and a date. Fill the file with brief new, or remove it.",
)

TOO_MANY = _error(
    "too-many",
    "there are more mistakes in this file than are listed",
    "A file with a thousand mistakes is something else that got an agenda's name, or one that makes all others.",
)

# The notation (YAML)

TAB = _error(
    "tab",
    "a tab stands where only spaces may",
    "How far a line is indented says what it belongs to, and a tab has no fixed width. Use two spaces a step.",
)
INDENT = _error(
    "indent",
    "this line is indented in a way that does not fit",
    "Keys that belong together, and the dashes of one list, begin in the same column: that is how YAML knows it.",
)
UNCLOSED_QUOTE = _error(
    "unclosed-quote",
    "a quote is opened and never closed",
    "Everything after it is taken for text, up to the next quote or the end of the file.",
)
CUT_BY_HASH = _warning(
    "cut-by-hash",
    "the text ends before this #",
    "A # behind a blank begins a comment, so what follows it is in no answer. A text with such a # stands in quotes.",
)
DASH_IN_TEXT = _warning(
    "dash-in-text",
    "this dash begins no item: the line belongs to the text above",
    "A line that is indented further than the one above goes on with its text, whatever sign it begins with.",
)
CONFLICT = _error(
    "conflict",
    "two versions of this file were not merged",
    "Git writes <<<<<<<, ======= and >>>>>>> around two versions of the same lines. Keep one and remove the marks.",
)
TEXT_AFTER_QUOTE = _error(
    "text-after-quote",
    "text follows after a closing quote",
    "A quote at the beginning of a text is taken for its frame, so the next one ends it. Write an apostrophe inside "
    "single quotes twice, or frame the whole text in double quotes.",
)
UNCLOSED_BRACKET = _error(
    "unclosed-bracket",
    "a bracket is opened and not closed in time",
    "A text that begins with [ or { is taken for a list or for keys. Close it, or frame the text in quotes.",
)
COLON = _error(
    "colon",
    "a second colon stands on this line",
    "A colon with a space after it separates a key from its value. In a text it needs quotes around the whole text.",
)
MISSING_COLON = _error(
    "missing-colon",
    "a colon is missing after a key",
    "A key is followed by a colon and a space. A text of several lines is indented under its key.",
)
NEEDS_QUOTES = _error(
    "needs-quotes",
    "a text that begins with this sign must stand in quotes",
    "At the beginning of a text & * ! @ % ` , ? | and > have a meaning of their own in YAML, and would be lost.",
)
ESCAPE = _error(
    "escape",
    "a backslash in double quotes begins a sign that does not exist",
    "In double quotes a backslash announces a special sign. In single quotes it is a plain backslash.",
)
SYNTAX = _error(
    "syntax", "this cannot be read as YAML", "Something is missing or one too many: a colon, quote, bracket or dash."
)
TOO_DEEP = _error(
    "too-deep",
    "lists and keys are nested too deep",
    "An agenda needs five levels. More comes from brackets that are never closed.",
)
SECOND_DOCUMENT = _error(
    "second-document",
    "a second document begins in the same file",
    "Three dashes begin a new document. Each meeting has a file of its own, so that it has an id of its own.",
)
NOT_A_MAPPING = _error(
    "not-a-mapping",
    "an agenda is a list of keys with values",
    "A file that holds only text, or only a list, says nothing about which part is the title and which the date.",
)

# The fields

DUPLICATE_KEY = _error(
    "duplicate-key",
    "the same key stands twice",
    "Only one of the two can count. Most programs take the second one silently; brief takes the first and says so.",
)
UNKNOWN_KEY = _error("unknown-key", "this key does not exist", "What stands under it would appear nowhere.")
MISSING_KEY = _error(
    "missing-key",
    "a key that may not be left out is missing",
    "Without it nobody can tell what this is: a meeting has a title and a date (unknown is allowed), an event a title.",
)
WRONG_TYPE = _error(
    "wrong-type",
    "this value is of the wrong sort",
    "A list where one value is asked for, a text where a number is: it is left out of every answer.",
)
BAD_DATE = _error(
    "bad-date",
    "this is no date, or one that does not exist",
    "A date that cannot be read counts nowhere. 05/06/2023 is two different days, so dates are year-month-day.",
)
END_BEFORE_START = _error(
    "end-before-start",
    "this ends before it begins",
    "One of the two dates is wrong, or they are swapped. Nobody can tell which, so neither is used.",
)
BAD_DUE = _error(
    "bad-due",
    "this due date cannot be read",
    "A deadline that cannot be read is shown without a date, and nobody is warned in time.",
)
DUE_NOWHERE = _error(
    "due-nowhere",
    "this due date counts from something that does not exist",
    "It points at the meeting, at an event's id or kind, or at a deadline's id in the same file. Pointing at nothing, "
    "it has no date.",
)
UNKNOWN_WORD = _error(
    "unknown-word",
    "this is not one of the words that may stand here",
    "A status decides what is shown as ahead, held or open, so only fixed words count.",
)
UNKNOWN_KIND = _warning(
    "unknown-kind",
    "this kind is not one of the usual ones",
    "Any word is allowed, but lists that are filtered by kind do not find what is spelt in two ways.",
)
UNKNOWN_TIMEZONE = _error(
    "unknown-timezone",
    "this time zone does not exist",
    "Times would be shown as if in Amsterdam. Time zones are written as Europe/Brussels.",
)
UNREADABLE_REFERENCE = _warning(
    "unreadable-reference",
    "this number cannot be read as a paper",
    "The paper gets no link, and brief refs does not find it. An internal number is better put in the title.",
)
UNCERTAIN_REFERENCE = _warning(
    "uncertain-reference",
    "this number can only be read with a guess",
    "Two papers could be meant. A wrong number in front of a minister is worse than none: write it out.",
)
MARK_IN_TEXT = _error(
    "mark-in-text",
    "a mark of what is not public has become part of a text",
    "A mark such as public: false has a line of its own, under text:, and a space behind its colon. In doubt the text "
    "is withheld.",
)
MARK_IN_COMMENT = _warning(
    "mark-in-comment",
    "a comment withholds nothing",
    "Only public: false keeps a text out of public output, on a line of its own under text:.",
)
UNKNOWN_IGNORE = _warning(
    "unknown-ignore",
    "this comment silences a code that does not exist",
    "“# brief: ignore[code]” silences one kind of message on its own line. With a wrong name it does nothing.",
)

# The sense, in one file

DEADLINE_AFTER_MEETING = _warning(
    "deadline-after-meeting",
    "this is due only after its meeting",
    "What must be delivered for a meeting comes before it. What belongs after it is counted from it: "
    "10 days after meeting.",
)
SESSION_OUTSIDE_MEETING = _warning(
    "session-outside-meeting",
    "this session is not on a day of its meeting",
    "One of the two dates is wrong, or it is no session but an event around the meeting.",
)
WEEKDAY = _warning(
    "weekday",
    "the day of the week does not fit the date",
    "Either the day or the date is wrong, and whoever reads it may come on the wrong day.",
)
NO_GROUND = _warning(
    "no-ground",
    "this is withheld without a ground",
    "Whoever withholds something says on which ground; public output shows it in place of the text.",
)
UNANSWERED = _warning(
    "unanswered",
    "this question has no answer",
    "It may be asked, and nobody has written down what to say. Whoever prepares the meeting sees it here in time.",
)
SAME_NAME = _error(
    "same-name", "two events or deadlines have the same id", "A due date that counts from it could mean either."
)
MOVED_TO_UNUSED = _warning(
    "moved-to-unused",
    "there is a new date, but the status is not “moved”",
    "The new date is used only with “status: moved”; until then every list shows the old one.",
)
DROPS_NOTHING = _warning(
    "drops-nothing", "no standard deadline has this id", "The one that was meant stays due. Correct the id."
)

# The sense, across files

CIRCLE = _error(
    "circle",
    "this points back at itself, directly or by a detour",
    "Meetings lead to later ones, and due dates count from earlier ones. In a circle nothing comes first.",
)
ID_TWICE = _error(
    "id-twice",
    "two files have the same id",
    "The id is the file's name without folder and ending. Every command that is given this id takes one of them.",
)
LEADS_NOWHERE = _warning(
    "leads-nowhere",
    "there is no agenda with this id",
    "The meeting that this one prepares cannot be shown. Correct the id, or write that agenda.",
)
CARRIED_NOWHERE = _warning(
    "carried-nowhere", "this commitment is not at the meeting that is named", "So it counts here. Correct the id."
)
DATE_CONFLICT = _error(
    "date-conflict", "another agenda gives this paper a different date", "A paper has one date: one agenda is wrong."
)
UNKNOWN_PAPER = _warning(
    "unknown-paper",
    "an answer rests on a paper that no agenda lists, or that the record shows not to exist",
    "A number with a slip in it is a paper that does not exist, or another one. Correct it, or list the paper under "
    "documents.",
)
STILL_PLANNED = _warning(
    "still-planned",
    "this meeting is long past and still “planned”",
    "Write what became of it: held, moved (with moved_to) or cancelled.",
)
OFFICIAL_UNREADABLE = _error(
    "official-unreadable",
    "this file of the official record cannot be read",
    "What it holds is missing from every answer. Download it again; a download that was cut off looks like this.",
)
OFFICIAL_ROW = _warning(
    "official-row",
    "a row of the official record cannot be read whole",
    "The live data may break its own schema. What cannot be read of the row is left out; the rest of it counts.",
)
OFFICIAL_EVENT = _warning(
    "official-event",
    "the record of the House has another day for this event, or says that it was moved or cancelled",
    "The record counts, and what is counted from the day shifts along. Correct the day or the number here too.",
)
OFFICIAL_PAPER = _warning(
    "official-paper",
    "the record of the House says something else of this paper",
    "Its date, kind or title in the agenda is that of another paper. One of the two is wrong, or the number is.",
)
OFFICIAL_COMMITMENT = _warning(
    "official-commitment",
    "the record of the House says that this commitment is met",
    "It is open in the agenda, so it stands in every list of what is still to do.",
)
OFFICIAL_NOWHERE = _warning(
    "official-nowhere",
    "the record that is here has no activity of this number",
    "Day and status then come from the file alone. The number may be wrong, or the record here may be too old.",
)
