"""The kinds of mistakes in what says that something is not public."""

from briefcli.domain.diagnostic import Code, Severity

MARK_IN_TEXT = Code(
    "mark-in-text",
    Severity.ERROR,
    "a mark of what is not public has become part of a text",
    "A mark such as public: false stands on its own line, under text:, with a space after the colon. In doubt the text "
    "is withheld.",
)
PUBLIC_WITH_GROUND = Code(
    "public-with-ground",
    Severity.ERROR,
    "this is called public, and has a ground on which it is withheld",
    "Only one of the two can be meant. In doubt it is withheld. Only under withheld: both stand together, where the "
    "public may see what was left out.",
)
UNKNOWN_GROUND = Code(
    "unknown-ground",
    Severity.WARNING,
    "the Woo has no such ground",
    "Article 5.1 of the Woo has grounds in paragraphs 1 (a to e), 2 (a to i) and 5, article 5.2 in paragraph 1. "
    "The text is withheld all the same, but everyone sees the ground in its place.",
)
MARK_IN_COMMENT = Code(
    "mark-in-comment",
    Severity.WARNING,
    "a comment says that something is not public",
    "In doubt what it stands at is withheld. To be sure, write public: false on a line of its own under text:.",
)
NAME_TELLS = Code(
    "name-tells",
    Severity.WARNING,
    "the name of this file tells what is withheld",
    "The id of a meeting is the name of its file, by which one asks for it. It stays public where the meeting is not. "
    "Only --internal shows this message.",
)
REPEATS = Code(
    "repeats-withheld",
    Severity.WARNING,
    "this repeats a sentence that is withheld elsewhere in the file",
    "An import writes one sentence in several fields. Where one of them is marked as not public, the others count as "
    "not public too. Only --internal shows this message.",
)

ALL = (MARK_IN_TEXT, PUBLIC_WITH_GROUND, UNKNOWN_GROUND, MARK_IN_COMMENT, NAME_TELLS, REPEATS)
