"""Every kind of mistake, declared once: its severity, name and title, and below these what it leads to.

The kind `not-a-file` is `codes.NOT_A_FILE`. The tests have example files of each kind. The reference page is made from
these declarations and the example files.
"""

import re

from briefcli.catalog import page
from briefcli.domain.diagnostic import Code, Severity

PAGE = "codes"  # the reference page, which comes with the package

_KINDS = """
# The file itself
error not-a-file: this is not an ordinary file
    A folder, a device or a pipe has an agenda's name. Agendas are ordinary files: rename it or move it away.
error unreadable: the file cannot be read
    It is gone, a link leads nowhere, or you may not read it. Its contents are missing from every answer.
error passed-over: this is left out of every answer
    It may contain agendas, but brief does not read it.
error copy: this seems to be a copy of an agenda
    Both count in every answer, so each deadline appears twice.
error too-large: the file is too large for an agenda
    An agenda is a few pages. A file of more than 250 kB is probably something else with an agenda's name.
error not-utf8: the file is not written in UTF-8
    In an older encoding ë and € become other characters, or get lost. Save the file as UTF-8 in your editor.
error control-character: a character that no text may contain
    Pasted text can contain invisible characters. YAML does not allow them.
error empty: there is nothing in this file
    An agenda has at least a title and a date. Fill the file with brief new, or remove it.
error too-many: there are more mistakes in this file than are listed
    Either the file is no agenda, or one mistake causes most of the others: correct the first ones and check again.

# The notation (YAML)
error tab: there is a tab where only spaces are allowed
    The indentation of a line shows what it belongs to, and a tab has no fixed width. Use two spaces for each level.
error indent: this line is indented in a way that does not fit
    Keys that belong together start in the same column, and so do the dashes of one list.
error unclosed-quote: a quote is opened and never closed
    Everything after it is read as text, up to the next quote or the end of the file.
warning cut-by-hash: the text ends before this #
    A # after a space begins a comment, so what follows it appears in no answer. Put a text with such a # in quotes.
warning dash-in-text: this dash begins no item: the line belongs to the text above
    A line that is indented further than the one above continues its text, even if it begins with a dash.
error conflict: two versions of this file were not merged
    Git writes <<<<<<<, ======= and >>>>>>> around two versions of the same lines. Keep one and remove the marks.
error text-after-quote: text follows after a closing quote
    A text that begins with a quote ends at the next quote. Write an apostrophe inside single quotes twice, or put the
    whole text in double quotes.
error unclosed-bracket: a bracket is opened and not closed in time
    A text that begins with [ or { is read as a list or as keys. Close the bracket, or put the text in quotes.
error colon: a second colon stands on this line
    A colon with a space after it separates a key from its value. In a text it needs quotes around the whole text.
error missing-colon: a colon or the space behind it is missing after a key
    A key is followed by a colon and a space. A text of several lines is indented under its key.
error needs-quotes: a text that starts with this character must be in quotes
    In YAML & * ! @ % ` , ? | and > have a special meaning at the beginning of a text.
error escape: in double quotes this backslash starts a special character that does not exist
    In double quotes a backslash begins a special character. In single quotes it is a plain backslash.
error syntax: this cannot be read as YAML
    A colon, quote, bracket or dash is missing, or there is one too many.
error too-deep: lists and keys are nested too deep
    An agenda needs five levels. If there are more, a bracket is probably not closed.
error second-document: a second document begins in the same file
    Three dashes begin a new document. Each meeting needs its own file, because the file's name is its id.
error not-a-mapping: an agenda is a list of keys with values
    If a file holds only text, or only a list, brief cannot tell the title from the date.

# The fields
error duplicate-key: the same key is used twice
    Only one of the two can count. Most programs silently use the second; brief uses the first and reports it.
error unknown-key: this key does not exist
    What is written under it is not used.
error missing-key: a key that may not be left out is missing
    A meeting needs a title and a date (unknown is allowed), an event needs a title.
error wrong-type: this value is of the wrong kind
    There is a list instead of one value, or a text instead of a number. It is left out of every answer.
error bad-date: this is no date, or one that does not exist
    A date that cannot be read is not used. 05/06/2023 can mean two days, so dates are year-month-day.
error end-before-start: this ends before it begins
    One of the two dates is wrong, or they are swapped. It is unclear which, so neither is used.
error bad-due: this due date cannot be read
    A deadline that cannot be read is shown without a date, and nobody is warned in time.
error due-nowhere: this due date counts from something that does not exist
    It must name the meeting, the id or kind of an event, or the id of a deadline in the same file. Otherwise it has no
    date.
error unknown-word: this is not one of the words that are allowed here
    The status decides what is shown as planned, held or open, so only these words count.
warning unknown-kind: this kind is not one of the usual ones
    Any word is allowed, but a list of one kind leaves out what is spelled differently.
error unknown-timezone: this time zone does not exist
    Times would be shown as if in Amsterdam. Time zones are written as Europe/Brussels.
warning unreadable-reference: this number cannot be read as a paper
    The paper gets no link, and brief refs does not find it. An internal number is better put in the title.
warning uncertain-reference: this number can be read in more than one way
    Two papers could be meant, and a wrong number is worse than none. Write the number out.
warning unknown-ignore: this comment silences a code that does not exist
    “# brief: ignore[code]” silences one kind of message on its line. With a wrong name it does nothing.

# The sense, in one file
warning deadline-after-meeting: this is due only after its meeting
    What a meeting needs is due before it. What is due after it counts from it: 10 days after meeting.
warning due-from-several: this can count from several events
    A due date that counts from a kind of event counts from the earliest such event that is not cancelled.
warning session-outside-meeting: this session is not on a day of its meeting
    One of the two dates is wrong, or this is not a session but an event around the meeting.
warning unlikely-date: this date can hardly be meant
    It is years from its meeting or from the year in its number, or a promise is due before it was made. Two digits of
    the year may be swapped. A time in the night in which the clocks change may come twice, or not at all.
warning weekday: the day of the week does not fit the date
    Either the day or the date is wrong, and a reader may come on the wrong day.
warning no-ground: this is withheld without a ground
    What is withheld needs a ground; public output shows it in place of the text.
warning unanswered: this question has no answer
    Somebody may ask it, and there is no answer yet.
warning done-or-not: this is not done, but has the day on which it was done
    One of the two is wrong. A deadline with such a day counts as done, a commitment follows its status.
error same-name: two events or deadlines have the same id
    A due date that counts from it could mean either.
warning moved-to-unused: there is a new date, but the status is not “moved”
    The new date is used only with “status: moved”; until then every list shows the old one.
warning drops-nothing: no standard deadline has this id
    The deadline that was meant stays due. Correct the id.

# The sense, across files
error circle: this points back at itself, directly or through others
    Meetings lead to later ones, and due dates count from earlier ones. In a circle no date can be worked out.
error id-twice: two files have the same id
    The id is the file's name without folder and ending. A command with this id uses only one of the two files.
warning leads-nowhere: there is no agenda with this id
    The meeting that this one prepares cannot be shown. Correct the id, or write that agenda.
warning carried-nowhere: this commitment is not at the meeting that is named
    The id is wrong, so the commitment counts at this meeting. Correct the id.
error date-conflict: another agenda gives this paper a different date
    A paper has one date, so one agenda is wrong.
warning unknown-paper: an answer rests on a paper that no agenda lists, or that the record shows not to exist
    A mistyped number names another paper, or none. Correct it, or list the paper under documents.
warning still-planned: this meeting is long past and still “planned”
    Change the status to held, moved (with moved_to) or cancelled.
warning unknown-in-settings: brief.toml names something that no meeting has
    A standard deadline that counts from it has no date, and one for such meetings applies to none.

# What says that something is not public
error mark-in-text: a mark of what is not public has become part of a text
    A mark such as public: false stands on its own line, under text:, with a space after the colon. In doubt the text is
    withheld. If all of it is public, use other words, or write public: true under it.
error public-with-ground: this is marked as public, but has a ground for withholding it
    Only one of the two can be meant, so the text is withheld. Both belong together only under withheld:, if the public
    may see what was left out.
warning unknown-ground: the Woo has no such ground
    Article 5.1 of the Woo has grounds in paragraphs 1 (a to e), 2 (a to i) and 5, article 5.2 in paragraph 1. The text
    is withheld all the same, but everyone sees the ground in its place.
warning mark-in-comment: a comment says that something is not public
    The text beside the comment is withheld to be safe. To be sure, write public: false on its own line, under text:.
warning name-tells: the name of this file tells what is withheld
    The id of a meeting is the name of its file. It stays public, even if the meeting is not. Only --internal shows
    this message.
warning repeats-withheld: this repeats a sentence that is withheld elsewhere in the file
    An import may write one sentence in several fields. If one of them is marked as not public, the others count as not
    public too. Only --internal shows this message.

# The record of the House, and differences between the record and an agenda
error official-unreadable: this file of the official record cannot be read
    Its contents are missing from every answer. Download it again: the download was probably cut off.
warning official-row: a row of the official record cannot be read whole
    The House's data do not always follow their own schema. What cannot be read is left out; the rest is used.
warning official-event: the record of the House has another day for this event, or says that it was moved or cancelled
    The record applies, and deadlines that count from the day move with it. Correct the day or the number here too.
warning official-paper: the record of the House says something else about this paper
    The date, kind or title in the agenda differs. One of the two is wrong, or this is the number of another paper.
warning official-commitment: the record of the House says that this commitment is met, dropped or due earlier
    A commitment that is met stays in every list of open ones. One that is due earlier is late before anybody notices.
warning official-nowhere: the downloaded record has no activity with this number
    Day and status then come from the agenda alone. The number may be wrong, or the record too old.
"""

CODES = {
    name: Code(name, Severity(severity), title, " ".join(why.split()))
    for severity, name, title, why in re.findall(r"(?m)^(error|warning) (\S+): (.+)\n((?: {4}.+\n)+)", _KINDS)
}


def __getattr__(name: str) -> Code:
    """The kind that a constant of this module stands for, such as `NOT_A_FILE`. A test checks each that is used."""
    try:
        return CODES[name.lower().replace("_", "-")]
    except KeyError:
        raise AttributeError(name) from None


def explained(name: str) -> str | None:
    """The section of the reference page about one code, as plain text. None if there is no such code."""
    text = page(PAGE).read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return f"{name}\n{_plain(found[1])}" if found else None


def _plain(markdown: str) -> str:
    """The text with code blocks indented instead of fenced."""
    parts = re.split("(?m)^```.*\n", f"{markdown.rstrip()}\n")  # every second one is code
    return "".join(re.sub("(?m)^(?=.)", "    ", part) if at % 2 else part for at, part in enumerate(parts))
