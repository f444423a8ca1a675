"""Reads the chamber and the session (vergaderjaar) that a citation states. Also says when a session runs."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import msgspec
from msgspec.structs import replace

from briefcli.catalog import later, tr
from briefcli.domain.citations.spelling import BLANK, GAP
from briefcli.domain.when import When
from briefcli.patterns import Pattern

# Papers of the Eerste Kamer have their session in the identifier from the start of the digital series to 2009-2010.
_FIRST_WITH_SESSION: Final = "19951996"
_LAST_WITH_SESSION: Final = "20092010"
# Short years from this one on are of the last century (`’45` is 1945): earlier sessions are not written this way.
_FIRST_SHORT_YEAR: Final = 45
# A letter is printed after it is sent, sometimes weeks later and then in the next session.
_SLACK: Final = timedelta(weeks=6)
_SEVERAL: Final = later("More than one session is stated.")

# Two-digit years without an apostrophe are a session only if a dossier follows: `22/23, 28 676`.
_BEFORE_DOSSIER: Final = r"(?=[0-9]{2}[/-][0-9]{2},?\s[0-9]{2}[ .]?[0-9]{3}(?![0-9]))"
_SESSION: Final = (
    rf"(?P<session>(?:(?:[Vv]ergaderjaar|[Ss]ession|[Pp]arliamentary{BLANK}year|[Zz]itting(?:sjaar|sjaren|en)?|[Vv]erg\.?{GAP}jr\.?|[Vv]j\.?){GAP})?"
    rf"(?<![0-9])(?:(?P<first>(?:18|19|20)[0-9]{{2}})[ ]?[/-][ \n]?-?[ ]?['’‘]?"
    rf"(?P<second>[0-9]{{4}}|[0-9]{{2}})(?![0-9])|(?P<glued>(?:18|19|20)[0-9]{{6}})(?![0-9])"
    rf"|(?:['’‘]|{_BEFORE_DOSSIER})(?P<short>[0-9]{{2}})[ ]?[/-][ ]?['’‘]?(?P<short_end>[0-9]{{2}})(?![0-9])))"
)
_CHAMBER: Final = (
    rf"(?P<lower>(?i:tweede{BLANK}kamer)|House{BLANK}of{BLANK}Representatives|(?:TK|II|tk|ii)(?![A-Za-z]))"
    rf"|(?P<upper>(?i:eerste{BLANK}kamer)|Senate|(?:EK|ek)(?![A-Za-z])|I(?![A-Za-z0-9]))"
    rf"|(?P<figure>(?:ll|lI|Il)(?![A-Za-z])|(?:11|2|[l1])(?=[,\s]))"
)
_AFTER_FIGURE: Final = Pattern(
    rf"{GAP},?{GAP}(?:[Vv]ergaderjaar|[Zz]itting|(?:18|19|20)[0-9]{{2}}[ ]?[/-]"
    r"|[0-9]{2}[ .]?[0-9]{3}(?![0-9]))"
)
# "Kamerstukken I/II 2023/24" is of either chamber.
_FILLER: Final = (
    rf"(?P<filler>I{{1,2}}{GAP}(?:/|en|&){GAP}I{{1,2}}(?![A-Za-z])|[,.:;()|*]|-|(?:der|van{BLANK}de|met|onder|van|de|het){BLANK}|Staten-Generaal"
    rf"|(?:[Kk]amerstuk|[Dd]ossier)?[Nn]ummers?(?![a-z])|(?:[Dd]ossier)?[Nn]rs?(?![a-z])\.?|[Dd]ossiers?(?![a-z])"
    rf"|(?:18|19|20)[0-9]{{2}}(?=,?{GAP}[0-9]{{2}}[ .]?[0-9]{{3}}(?![0-9]))"
    rf"|(?:bijvoorbeeld|bijv\.|onder{BLANK}(?:meer|andere)|o\.a\.|m\.n\.|zie|laatstelijk|stuk(?:nummer|nr\.?)?|en(?=\s(?:18|19|20)[0-9]{{2}}[-/])){GAP})"
)
_SESSION_BEHIND: Final = Pattern(rf"{GAP}[,(]?{GAP}(?:van{BLANK}(?:het{BLANK})?)?{_SESSION}")
_TOKEN: Final = Pattern(rf"{GAP}(?:{_SESSION}|{_FILLER}|{_CHAMBER})")
_GAP: Final = Pattern(GAP)
_MOST_TOKENS: Final = 12


class SessionYear(msgspec.Struct, frozen=True):
    """A session that a text states. `code` is as in identifiers: `20222023`.

    `others` are the sessions that a mistyped one may also mean.
    """

    code: str
    end: int
    reason: str | None = None
    others: tuple[str, ...] = ()


class Head(msgspec.Struct, frozen=True):
    """The start of a citation in `text`, and the chamber and session that it states before the number.

    `stated_end` is where chamber and session end, `end` where the number should begin; "nr." may lie between them.
    `reason` is a doubt about the chamber, `doubt` is one about the citation as a whole.
    """

    text: str
    start: int
    end: int
    stated_end: int = 0
    chamber: str | None = None
    session: SessionYear | None = None
    reason: str | None = None
    doubt: str | None = None

    @property
    def code(self) -> str | None:
        return self.session.code if self.session else None

    @property
    def reasons(self) -> tuple[str | None, ...]:
        return self.doubt, self.reason, self.session.reason if self.session else None

    def doubted(self, doubt: str) -> "Head":
        return replace(self, doubt=doubt)

    def over(self, earlier: "Head") -> "Head":
        """The same head with the doubt of an earlier one, and with its chamber or session if one is missing."""
        by_chamber = self if self.chamber else earlier
        session = self.session or earlier.session
        return replace(self, chamber=by_chamber.chamber, session=session, reason=by_chamber.reason, doubt=earlier.doubt)


def read_session(text: str, position: int) -> SessionYear | None:
    """The session behind `position`: `, 2022/23`, ` (1999-2000`, `vergaderjaar 2023–2024`, `1985/- 86`, `20072008`."""
    match = _SESSION_BEHIND.match(text, position)
    return _session_of(match) if match else None


@lru_cache(maxsize=4)  # several readers try the same place
def read_head(text: str, start: int, position: int) -> Head:
    """The chamber and session stated from `position` on, in any order, with commas and small words skipped.

    `start` is where the citation as a whole begins.
    """
    head = Head(text, start, position, position)
    for _ in range(_MOST_TOKENS):
        match = _TOKEN.match(text, head.end)
        if match is None:
            break
        if match["session"]:
            stated = _session_of(match)
            # A second pair of years that is no session is the number of a paper: "2022/23, nr. 1848 – 12 mei".
            if stated is None or (head.session and stated.reason):
                break
            if head.session:  # `1989–1990, 1990-1991, 21 013`: the paper is of one of these sessions
                stated = SessionYear(stated.code, stated.end, _SEVERAL, (*head.session.others, head.session.code))
            head = replace(head, session=stated, stated_end=stated.end)
        elif not match["filler"]:
            named = _chamber_of(match)
            if named is None or head.chamber not in (None, named[0]):
                break
            reason = head.reason if head.chamber else named[1]
            head = replace(head, chamber=named[0], reason=reason, stated_end=match.end())
        head = replace(head, end=match.end())
    return replace(head, end=_GAP.after(text, head.end))


def carries_session(chamber: str | None, session: str | None) -> bool:
    """Whether an Eerste Kamer paper of this session has the session in its official identifier."""
    return chamber == "I" and session is not None and _FIRST_WITH_SESSION <= session <= _LAST_WITH_SESSION


def _session_of(match: re.Match[str]) -> SessionYear | None:
    first, second, end = match["first"], match["second"], match.end("session")
    if glued := match["glued"]:
        first, second = glued[:4], glued[4:]
    elif short := match["short"]:  # `’95–’96`: the years without their century
        first, second = f"{20 if int(short) < _FIRST_SHORT_YEAR else 19}{short}", match["short_end"]
    code = f"{first}{int(first) + 1}"
    if code.endswith(second):
        return SessionYear(code, end)
    if not match["first"]:
        return None
    last = int(second) if len(second) == 4 else int(first[:2] + second)
    reason = tr(
        "A session spans two years in a row, and this one does not; {first}-{last} is a guess.",
        first=first,
        last=code[4:],
    )
    return SessionYear(code, end, reason, (f"{last - 1}{last}",))


def _chamber_of(match: re.Match[str]) -> tuple[str, str | None] | None:
    """The chamber, and a reason if it is uncertain; None if the match is no chamber."""
    if match["lower"] or match["upper"]:
        return ("II" if match["lower"] else "I"), None
    # "11", "2" and "l" are a chamber only if a session or a dossier follows.
    if not _AFTER_FIGURE.match(match.string, match.end()):
        return None
    figure = match["figure"]
    chamber = "I" if figure in ("l", "1") else "II"
    if figure == "2":
        return chamber, None
    return chamber, tr('"{written}" is read as the Roman numeral {figure}.', written=figure, figure=chamber)


def opening_day(year: int) -> date:
    """The third Tuesday of September, on which the session opens (Grondwet, article 65)."""
    first = date(year, 9, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 14)


def fits_session(when: When, session: str) -> bool:
    """Whether a paper of the session (`20222023`) can have this date, give or take six weeks.

    Also true if the date is too vague to tell.
    """
    year = int(session[:4])
    opens, closes = opening_day(year) - _SLACK, opening_day(year + 1) + _SLACK
    return (when.last is None or when.last >= opens) and (when.first is None or when.first <= closes)
