"""What the tests of withheld text ask of each command: lists of arguments, without the name of the command.

{secret} is a word that the first agenda hides, {open} a word that is public.
"""

from typing import get_args

from briefcli.cli.options import CheckFormat, Format, MailFormat

TAB = "TAB"
TABLES = get_args(Format)
FORMATS = {"check": get_args(CheckFormat), "next": get_args(MailFormat), "changes": get_args(MailFormat)}
PAPERS = ("docx", "html", "md", "pdf")  # no odt: another program converts the docx, with its own clock and picture
# Asked of every set of agendas
LOOKED: dict[str, list[tuple[str, ...]]] = {
    "show": [("plan-0",), ("plan-1", "--urls"), ("{secret}",), ("plan", "--next"), ("plan-0", "--only", "points")],
    "list": [(), ("--past",), ("--upcoming",), ("--series", "{secret}"), ("--body", "{secret}"), ("--year", "2031")],
    "deadlines": [
        (), ("--all",), ("--meeting", "plan-0", "--all"), ("--owner", "{secret}"), ("--kind", "{secret}"),
        ("--all", "--kind", "debate"), ("--days", "3000"),
    ],
    "refs": [(), ("28676",), ("98001",), ("{secret}",), ("--check",)],
    "check": [(), ("--strict",), ("--no-cache",)],
    "next": [(), ("--days", "400")],
    "commitments": [(), ("--open",), ("--owner", "{secret}"), ("--dossier", "98001")],
    "workdays": [("5", "before", "{secret}", "--meeting", "plan-0"), ("5", "before", "debate", "--meeting", "plan-0")],
    "timeline": [(), ("plan-0",), ("{secret}",), ("plan-1", "--ascii")],
    "diff": [("plan-0", "plan-1"), ("plan-0", "kapot"), ("{secret}",)],
    "search": [
        ("openbaar*",), ("{secret}",), ("text:{secret}",), ("{secret}*", "--in", "points"), ('"{secret}',),
        ("zilver*",), ("debate",), ("kind:debate",), ("NOT {secret}",), ("openbaar* NOT {secret}",),
    ],
    "questions": [(), ("openbaar*",), ("{secret}",)],
    "cache": [()],
    "changes": [("--since", "2001-01-02")],
    "official": [(), ("match", "plan-0"), ("match", "plan-1"), ("practice",)],
    "fmt": [("--check",)],
    "completion": [("bash",)],
    "scan": [("agendas/brief.toml",)],
}  # fmt: skip
# The other options. In a short run, each set of agendas is asked a random choice of these
BESIDES: dict[str, list[tuple[str, ...]]] = {
    "show": [
        ("plan", "--last"), ("plan-2",), ("plan-0", "--only", "deadlines,events,papers,questions", "--urls"),
        ("plan-1", "--today", "2250-06-01"), ("plan-0", "--no-cache"), ("{open}",), ("kapot",),
    ],
    "list": [("--series", "{open}"), ("--body", "{open}"), ("--year", "2250"), ("--today", "2250-06-01")],
    "deadlines": [
        ("--all", "--today", "2250-06-01"), ("--series", "{open}", "--all"), ("--owner", "{open}", "--all"),
        ("--mine", "--all"), ("--all", "--kind", "commitment"), ("--all", "--no-cache"), ("--meeting", "{secret}"),
    ],
    "refs": [("--urls",), ("98",), ("35",), ("--check", "--no-cache"), ("{open}",)],
    "check": [("agendas/kapot.yaml",), ("agendas/plan-0.yaml", "--strict"), ("agendas/plan-1.yaml", "--no-cache")],
    "next": [("--today", "2249-05-01"), ("--mine", "--days", "300"), ("--days", "400", "-o", "week.eml")],
    "commitments": [("--mine",), ("--urls",), ("--owner", "{open}"), ("--today", "2250-06-01"), ("--no-cache",)],
    "workdays": [("2", "after", "{open}", "--meeting", "plan-0"), ("1", "before", "2250-06-01", "--meeting", "plan-1")],
    "timeline": [("plan-2",), ("plan-0", "--today", "2249-05-01"), ("plan-1", "--no-cache"), ("plan",)],
    "diff": [("plan",), ("plan-1", "plan-2"), ("plan-1",), ("plan-0", "plan-1", "--no-cache", "--today", "2250-06-01")],
    "search": [
        ("{open}",), ("{open}*", "--limit", "2"), ("openbaar*", "--series", "{open}"), ("z*",), ("zilvr",),
        ("openbaar*", "--body", "{open}", "--year", "2031"), ("openbaar* NEAR {secret}",), ("x", "--no-cache"),
        ("zilver* OR anders*",), ("kind:summit",), ("ref:98*",), ("2250",),
    ],
    "questions": [
        ("--urls",), ("--series", "{open}"), ("--body", "{open}", "--year", "2031"), ("--no-cache",), ("plan-0",),
    ],
    "changes": [("--since", "2001-01-02", "--today", "2250-06-01"), ("--no-cache",), ("-o", "week.eml")],
    "official": [
        ("match",), ("match", "plan-0", "--no-cache"), ("practice", "--series", "{open}"), ("update", "--print-urls"),
    ],
}  # fmt: skip
# The words before the cursor when the TAB key is pressed
COMPLETED: list[tuple[str, ...]] = [
    ("show", ""), ("list", "--series", ""), ("list", "--body", ""), ("deadlines", "--owner", ""), ("refs", ""),
    ("done", "plan-0", ""), ("done", "plan-1", ""), ("search", "--in", ""), ("timeline", ""),
    ("workdays", "--meeting", ""),
]  # fmt: skip
EXPORTED: list[tuple[str, ...]] = [
    (), ("plan-0",), ("{secret}",), ("--alarm", "3"), ("--to", "sqlite", "-o", "out.db"),
    ("plan-0", "plan-1", "--to", "html"), ("--days", "2000", "--to", "md"), ("plan-1", "--to", "md"),
    ("--today", "2249-05-01", "--to", "ics", "-o", "out"), ("{open}", "--no-cache"), ("plan", "--to", "md"),
    ("plan-0", "--to", "md", "--only", "deadlines,events,papers,key_points"), ("--to", "html", "-o", "out"),
    ("plan-0", "plan-2", "--to", "docx", "--template", "house.docx", "-o", "ours.docx"),
]  # fmt: skip
# Commands that change files, in this order, and then commands that show the result
CHANGED: list[tuple[str, ...]] = [
    ("done", "plan-0", "{secret}", "--dry-run"), ("done", "plan-0", "e", "--dry-run"), ("undo",),
    ("move", "plan-0", "2031-09-01"), ("undo", "--dry-run"), ("undo",), ("move", "plan-0", "{secret}", "2031-09-01"),
    ("move", "plan-1", "debate", "2031-03-12"), ("cancel", "plan-0", "{secret}"), ("cancel", "plan-1", "debate"),
    ("cancel", "plan-0", "--dry-run"), ("cancel", "plan-0"), ("add", "plan-0", "point", "openbaar"),
    ("move", "plan-1", "debate", "--to-written", "--dry-run"), ("move", "plan-1", "debate", "--to-written"),
    ("done", "plan-1", "{open}", "--on", "2031-02-01", "--paper", "kst-35001-8"), ("done", "plan-1", "{open}", "--not"),
    ("done", "plan-1", "{secret}", "--not"), ("move", "plan-2", "2250-09-01"),
    ("move", "plan-2", "{open}", "2031-09-01"),
    ("add", "plan-0", "event", "debat", "--kind", "debate", "--when", "2031-03-09", "--place", "Den Haag", "--dry-run"),
    ("add", "plan-0", "event", "{open}", "--kind", "debate", "--when", "2250-03-09"),
    ("add", "plan-0", "figure", "prijs", "--amount", "5.5", "--unit", "euro", "--year", "2031"),
    ("add", "plan-2", "commitment", "brief", "--ref", "TZ203101-1", "--owner", "x", "--due", "3 days before {secret}"),
    ("add", "plan-2", "paper", "kst-35001-6", "--date", "2031-01-01", "--title", "{open}"),
    ("add", "plan-1", "deadline", "brief", "--due", "before debate"),
    ("add", "plan-0", "paper", "kst-35001-9"), ("done", "plan-1", "brief"),
    ("new", "plan-9", "--from", "plan-0", "--title", "T"),
    ("new", "plan-8", "--from", "plan-1", "--when", "2032-01-01"), ("import", "memo.txt", "--id", "plan-0"),
    ("new", "plan-7", "--from", "plan-2", "--series", "{open}", "--body", "EU", "--kind", "council", "--place", "x"),
    ("new", "{secret}-2031", "--template"), ("import", "memo.txt", "--explain"),
    ("official", "match", "plan-1", "--write"),
    ("import", "memo.txt", "--series", "{open}", "--title", "{open}", "--when", "2031-05-05", "-o", "-"),
    ("import", "memo.txt", "--id", "plan-0", "--merge"), ("import", "memo.txt", "--id", "plan-1", "--merge", "-o", "-"),
    ("release", "plan-0"), ("release", "plan-0", "--yes"), ("release", "plan-1", "--yes"), ("edit", "plan-1"), ("fmt",),
    ("show", "plan-9"), ("show", "plan-0"), ("show", "plan-1", "-f", "json"), ("list", "-f", "json"),
    ("deadlines", "--all"), ("commitments",), ("search", "{secret}"), ("check",),
]  # fmt: skip
# Commands that print no agenda
ELSEWHERE: dict[str, str] = {
    "schema": "prints the schema, which knows no agenda",
    "init": "makes a folder and reads none",
    "config": "prints the user's own settings",
    "help": "prints help",
}
# Options that read no agenda, that may show withheld text, or that are chosen at random (the formats)
NOT_ASKED: dict[str, set[str]] = {
    "": {"--internal", "--no-pager", "--format", "--excel", "--today", "--no-cache"},  # a few ask the last two
    "check": {"--explain", "--watch"},
    "completion": {"--install"},
    "scan": {"--dates", "--refs", "--date", "--urls"},
}
