"""The tables of the index. Every row says who may see it, so that no question can forget to ask."""

from enum import IntEnum


class Audience(IntEnum):
    """Bits: a row that is the same for both is stored once, as BOTH."""

    PUBLIC = 1
    INTERNAL = 2
    BOTH = 3


VERSION = 5

# The tables of words. What only the internal version says is counted apart, so that it leaves no trace in how
# public answers are ranked.
WORDS = {Audience.PUBLIC: "words", Audience.INTERNAL: "words_internal"}

# The tables that hold rows of a file, besides `agenda` and the words, which go by the meeting. All but the first keep
# the rows of a file together, numbered.
BY_FILE = ("meeting", "dated", "promise", "lead", "paper", "filed")

TABLES = """
CREATE TABLE made (
    by TEXT NOT NULL,
    listing BLOB NOT NULL,
    round INTEGER NOT NULL,
    highest INTEGER NOT NULL,
    worded INTEGER NOT NULL
);
CREATE TABLE folder (
    path TEXT PRIMARY KEY,
    digest BLOB NOT NULL,
    marks BLOB NOT NULL
);
CREATE TABLE file (
    number INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    id TEXT NOT NULL,
    errors INTEGER NOT NULL,
    told_errors INTEGER NOT NULL,
    diagnostics BLOB
);
CREATE TABLE meeting (
    number INTEGER PRIMARY KEY,
    file INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    short TEXT NOT NULL,
    series TEXT NOT NULL,
    body TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    status TEXT NOT NULL,
    held TEXT NOT NULL,
    original TEXT NOT NULL,
    sort TEXT NOT NULL,
    last TEXT NOT NULL,
    withheld INTEGER NOT NULL
);
CREATE TABLE agenda (
    number INTEGER PRIMARY KEY,
    body BLOB NOT NULL
);
CREATE TABLE forgotten (
    number INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE TABLE dated (
    file INTEGER NOT NULL,
    number INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    source TEXT NOT NULL,
    place INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    moment TEXT NOT NULL,
    written TEXT NOT NULL,
    sort TEXT NOT NULL,
    last TEXT NOT NULL,
    owner TEXT NOT NULL,
    status TEXT NOT NULL,
    done_on TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    recess TEXT NOT NULL,
    withheld INTEGER NOT NULL,
    PRIMARY KEY (file, number)
) WITHOUT ROWID;
CREATE TABLE promise (
    file INTEGER NOT NULL,
    number INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    place INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    made TEXT NOT NULL,
    promiser TEXT NOT NULL,
    promised_to TEXT NOT NULL,
    debate TEXT NOT NULL,
    moment TEXT NOT NULL,
    written TEXT NOT NULL,
    owner TEXT NOT NULL,
    status TEXT NOT NULL,
    done_on TEXT NOT NULL,
    withheld INTEGER NOT NULL,
    PRIMARY KEY (file, number)
) WITHOUT ROWID;
CREATE TABLE lead (
    file INTEGER NOT NULL,
    number INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    place INTEGER NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (file, number)
) WITHOUT ROWID;
CREATE TABLE paper (
    file INTEGER NOT NULL,
    number INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    spot TEXT NOT NULL,
    written TEXT NOT NULL,
    document TEXT NOT NULL,
    dossier TEXT NOT NULL,
    certain INTEGER NOT NULL,
    dated TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (file, number)
) WITHOUT ROWID;
CREATE TABLE filed (
    file INTEGER NOT NULL,
    number INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    document TEXT NOT NULL,
    other TEXT NOT NULL,
    dossier TEXT NOT NULL,
    PRIMARY KEY (file, number)
) WITHOUT ROWID;
"""

# Made once all files are in: to sort what is there takes half of the time that it takes to keep each row in order
INDEXES = (
    "CREATE INDEX IF NOT EXISTS file_broken ON file (path) WHERE errors > 0",
    "CREATE INDEX IF NOT EXISTS file_told ON file (path) WHERE diagnostics IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS meeting_id ON meeting (id)",
    "CREATE INDEX IF NOT EXISTS meeting_series ON meeting (series COLLATE NOCASE)",
    "CREATE INDEX IF NOT EXISTS meeting_last ON meeting (last)",
    "CREATE INDEX IF NOT EXISTS meeting_file ON meeting (file)",
    "CREATE INDEX IF NOT EXISTS dated_last ON dated (last)",
    "CREATE INDEX IF NOT EXISTS dated_open ON dated (last) WHERE status = 'open' OR done_on <> ''",
    "CREATE INDEX IF NOT EXISTS paper_dossier ON paper (dossier)",
    "CREATE INDEX IF NOT EXISTS paper_document ON paper (document, certain, dated, audience)",
    "CREATE INDEX IF NOT EXISTS filed_document ON filed (document)",
    "CREATE INDEX IF NOT EXISTS filed_other ON filed (other)",
    "CREATE INDEX IF NOT EXISTS filed_dossier ON filed (dossier)",
)
