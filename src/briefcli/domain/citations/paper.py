"""The grammar of papers of the States General: dossiers, their numbers, and further dossiers with their own numbers."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from briefcli.catalog import later
from briefcli.domain.citations.dossier import CHAPTER_WORD, Dossier, read_dossiers
from briefcli.domain.citations.form import Citation, reference
from briefcli.domain.citations.identifier import FIRST_NUMBERED_THROUGH, NO_SESSION
from briefcli.domain.citations.number_list import PaperNumber, starting_at, within
from briefcli.domain.citations.other_figures import COUNTED_WORD, NOT_A_YEAR, OTHER_FIGURE
from briefcli.domain.citations.paper_number import CLOSING, PaperNumbers, read_numbers
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.session import Head, carries_session, read_head, read_session
from briefcli.domain.citations.spelling import BLANK, CHAPTER, DATE, GAP, JOINT, JOINT_OR_UP_TO, MARK, UP_TO, skip_pages
from briefcli.patterns import Pattern

NO_DOSSIER_FROM: Final = "40000"  # the chambers have not numbered so far yet
_INVENTED_FROM: Final = "99000"  # numbers of made-up examples, which nobody can take for a real paper
# Dossiers of four digits end in 1969. In later sessions, 1900 to 2099 are years.
_YEAR: Final = Pattern(r"(?:19|20)[0-9]{2}")
_LAST_SESSION_OF_FOUR_FIGURES: Final = "19691970"
# More papers than any chapter of the budget, or any dossier, has had
_MOST_IN_CHAPTER: Final = 1_000
_MOST_IN_DOSSIER: Final = 2_000
_MOST_IN_LONG_DOSSIERS: Final = dict.fromkeys(("19637", "21501", "22112", "25295"), 6_000)
_MAY_BE_FUND: Final = later("The letter may be that of a paper, or stand for a chapter or fund of the budget.")
_LETTER_ALONE: Final = later("The chamber is not stated; a letter mostly numbers a paper of the Eerste Kamer.")

_NUMBER_BESIDE: Final = later("There is a number beside the dossier, which may be that of a paper in it.")
_FOUR_FIGURES_NOW: Final = later("Dossiers have had five digits since 1969; one may be missing.")
_TOO_HIGH: Final = later("No dossier has a number as high as this yet.")
NUMBER_OF_OTHER: Final = later("The number may belong to another of the dossiers.")
_CHAPTER_BESIDE: Final = later("What is beside the number may be its chapter, or something else.")
_CHAPTER_LETTERS: Final = ("I", "V", "X")  # chapters that may also be the letter of a paper of the Eerste Kamer
# Digits or letters behind the dossier, in a way that no form has: "28 676 [nr. 45]", "36 067, k", "28 676 000"
_NUMBER_BEHIND: Final = Pattern(
    rf"{GAP}[^\w\s]{{0,2}}{GAP}(?:{MARK}|[Nn]t\.|rn\.)"
    rf"|{GAP}(?:[(\[]|:[ ]){NOT_A_YEAR}[0-9]{{1,4}}[a-z]?(?:[)\],]|[ ]en[ ]|\Z)"
    rf"|{GAP},{GAP}(?:[A-Za-z](?!\w)|[A-Z]{{1,2}}-?[0-9])"
    rf"|[ .][0-9]{{3}}(?![0-9])|[ /]{CHAPTER}(?:-[0-9]|\.[ ][A-Z])|[ -](?=[ivx])(?i:{CHAPTER})(?!\w)"
    rf"|(?:[ ][A-M]-|(?<=[IVX]))[0-9]|[A-Z](?![a-z])"
    rf"|\n(?:{CHAPTER}|[A-M]|[0-9]{{1,4}}(?=[.,;)]|\s{{0,12}}\Z))(?![A-Za-z])"
    rf"|[ ]EK[ ]|(?:{BLANK}en{BLANK}|/)?[ ]?[/_-][ ]?[0-9]|-[A-Z]{{1,2}}(?!\w)|-[ \t]{{0,8}}(?:\n|\Z)"
    r"|(?<=-[0-9]{2})[ ][0-9]{4}(?!\w|[-–/][0-9])"
)
# The number precedes the dossier: "motie nr. 450 op Kamerstuk 22 054".
NUMBER_BEFORE: Final = Pattern(
    rf"(?<![A-Za-z]){MARK}{GAP}(?:[0-9]{{1,4}}{JOINT_OR_UP_TO}|[0-9]{{1,4}}{GAP}(?:-|tot){GAP}){{0,8}}(?P<number>[0-9]{{1,4}})"
    rf"(?:{GAP}\({GAP}|{BLANK}(?:op|van|bij|in|uit|onder){BLANK}(?:(?:de|het){BLANK})?)\Z"
)
_IN_TURN: Final = Pattern(rf"{GAP},?{GAP}(?:respectievelijk|resp\.)")
_UP_TO: Final = Pattern(GAP + UP_TO)
# Words stand between dossier and number ("28 676 over de NAVO, nr. 443"), or "nr." is misread ("36 200 X, m. 12").
_NUMBER_FURTHER: Final = Pattern(
    rf"(?:{GAP},{GAP}(?=[1-9][0-9]{{0,3}}(?!{OTHER_FIGURE}){COUNTED_WORD})|(?:[^.;:()0-9]|c\.s\.|d\.d\.|\([^()]{{1,60}}\)|{DATE}|(?:19|20)[0-9]{{2}}[/-][0-9]{{2,4}}){{0,50}}?\(?(?<![A-Za-z])(?:{MARK}|m\.){GAP})"
    rf"(?P<number>[0-9]{{1,4}})(?![0-9/]|[ .][0-9]{{3}}|{GAP}\()"
)
NEXT_CITATION: Final = Pattern(rf"(?:{GAP}[;.]{GAP}(?:en{BLANK})?|{JOINT_OR_UP_TO})")
_NEXT_CHAPTER: Final = Pattern(
    rf"(?:{GAP};{GAP}|{JOINT})(?:{CHAPTER_WORD}{GAP}|-)?(?P<chapter>{CHAPTER})(?:{GAP},?{GAP}(?={MARK}{GAP}[0-9])|(?=-[0-9]))"
)
_OWN_NUMBERS: Final = Pattern(
    rf"{GAP},?{GAP}[Nn]rs?(?![a-z])|-[0-9A-Z]|{GAP},{GAP}[0-9A-Z]|{GAP}\({GAP}[0-9]{{1,4}}[a-z]?{GAP}[,)]"
)


def read_groups(head: Head) -> Citation | None:
    """Dossiers with their numbers, and the further dossiers that follow with numbers of their own."""
    text, end, following = head.text, head.end, head
    references: list[Reference] = []
    dossiers = read_dossiers(text, end)
    while dossiers:
        # "Kamerstuk 2023, nr. 5" names a dossier only if its session is of the time when dossiers had four digits.
        if _YEAR.fullmatch(dossiers[0].number) and (following.code or "9") > _LAST_SESSION_OF_FOUR_FIGURES:
            break
        chamber = "I" if dossiers[0].number.isalpha() else following.chamber
        numbers = read_numbers(text, dossiers[-1].end, chamber=chamber)
        if numbers is None and references:
            break
        if numbers is None and following.session is None:
            following, numbers = _with_session_behind(following, dossiers[-1].end)
        cited = cite(following, dossiers, numbers)
        references += cited.references
        end = cited.end if numbers else skip_pages(text, cited.end)
        following, dossiers = _next_group(following, end, dossiers[-1]) if numbers else (following, ())
    return Citation(tuple(references), end) if references else None


def _with_session_behind(head: Head, position: int) -> tuple[Head, PaperNumbers | None]:
    """The session between dossier and number, and the numbers: `Kamerstukken II 34 972, 2018/19, nr. 3`."""
    session = read_session(head.text, position)
    end = CLOSING.after(head.text, session.end) if session else position
    numbers = read_numbers(head.text, end, chamber=head.chamber)
    return (replace(head, session=session), numbers) if session and numbers and numbers.is_marked else (head, None)


def _next_group(head: Head, position: int, last: Dossier) -> tuple[Head, tuple[Dossier, ...]]:
    """The head and the dossiers of the next group; no dossiers if there is none.

    The next group has another chapter of the same dossier (`… nr. 5 en X nr. 6`), or another dossier
    (`… nr. 3 en I 2020/21, 35 570, C`).
    """
    text = head.text
    if last.suffix and (match := _NEXT_CHAPTER.match(text, position)):
        chapter = Dossier(last.number, match["chapter"], *match.span("chapter"))
        return replace(head, start=chapter.start), (chapter,)
    joint = None if text[position : position + 1] in ("", ")") else NEXT_CITATION.match(text, position)
    following = read_head(text, joint.end(), joint.end()) if joint else head
    dossiers = read_dossiers(text, following.end) if joint else ()
    if not dossiers or dossiers[0].number >= NO_DOSSIER_FROM or not _OWN_NUMBERS.match(text, dossiers[-1].end):
        return head, ()
    if joint and text[joint.end()] != "(":  # what the group does not state is as in the previous one
        following = following.over(head)
    return replace(following, start=dossiers[0].start), dossiers


def cite(head: Head, dossiers: Sequence[Dossier], numbers: PaperNumbers | None) -> Citation:
    """The papers that these dossiers and numbers name, or the dossiers themselves if there are no numbers."""
    if numbers is None:
        return _cite_dossiers(head, dossiers)
    *listed, last = dossiers
    if listed and not numbers.is_marked and head.text[last.end] == "-" and head.text[last.start - 1] != "/":
        # "28 676 en 36 045-4": a dossier, and a paper of another dossier
        doubtful = head.doubted(NUMBER_OF_OTHER)
        paper = cite(replace(doubtful, start=last.start), [last], numbers)
        return Citation((*_cite_dossiers(doubtful, listed).references, *paper.references), paper.end)
    # "36 200 V en 36 200 X, nrs. 22 en 23": each chapter numbers its own papers, so there may be one number for each
    is_in_turn = len(dossiers) == len(numbers.items) and all(each.suffix for each in dossiers)
    if listed and (is_in_turn or _UP_TO.match(head.text, dossiers[0].end) or _IN_TURN.match(head.text, numbers.end)):
        head = head.doubted(head.doubt or NUMBER_OF_OTHER)
    # The numbers belong to the first dossier, or to a chapter of it that is named after it.
    first = dossiers[0]
    home = next((each for each in dossiers if each.number == first.number and each.suffix), first)
    others = [each.name for each in dossiers if each is not home]
    papers: list[Reference] = []
    for item in starting_at(head.start, numbers.items):
        own = home
        if numbers.chapter and home.suffix is None and home.number.isdigit():
            # `36 200 nr. 31 (X)`: most likely paper 31 of chapter X, which has numbers of its own
            alone = (f"{home.number}-{item.value}",)
            own = replace(home, suffix=numbers.chapter, reason=_CHAPTER_BESIDE, others=alone)
        papers.append(_paper(head, own, others, item))
    return Citation(tuple(papers), numbers.end)


def _paper(head: Head, home: Dossier, others: list[str], item: PaperNumber) -> Reference:
    is_fund = item.reason is None and _may_be_fund(head, home, item)
    usual = _MOST_IN_CHAPTER if home.suffix and home.suffix.isalpha() else _MOST_IN_DOSSIER
    item = within(item, _MOST_IN_LONG_DOSSIERS.get(home.number, usual))
    may_be_senate = head.chamber is None and item.value.isalpha() and carries_session("I", head.code)
    is_by_session = may_be_senate or carries_session(head.chamber, head.code)
    prefix = f"kst-{head.code}" if is_by_session else "kst"
    other_sessions = head.session.others if head.session and is_by_session else ()
    is_senate = head.chamber == "I" or item.value.isalpha()
    is_older = home.number.isdigit() and int(home.number) < FIRST_NUMBERED_THROUGH
    reasons = (
        *head.reasons,
        NO_SESSION if head.session is None and is_senate and is_older else None,
        home.reason,
        _LETTER_ALONE if may_be_senate else None,
        _doubt_of_figures(head, home),
        _MAY_BE_FUND if is_fund else item.reason,
    )
    alternatives = [f"{prefix}-{home.name}-{other}" for other in item.others]
    alternatives += [f"{prefix}-{other}" for other in home.others]
    alternatives += [f"{prefix}-{other}-{item.value}" for other in others]
    alternatives += [f"kst-{other}-{home.name}-{item.value}" for other in other_sessions]
    if is_fund:
        alternatives.append(f"{home.number}-{item.value}")
    if may_be_senate:
        alternatives.append(f"kst-{home.name}-{item.value}")
    canonical = f"{prefix}-{home.name}-{item.value}"
    return reference(head.text, item.start, item.end, canonical, *reasons, alternatives=alternatives, session=head.code)


def _doubt_of_figures(head: Head, dossier: Dossier) -> str | None:
    if not dossier.number.isdigit():
        return None
    if len(dossier.number) == 4:
        return _FOUR_FIGURES_NOW if head.code is None or head.code > _LAST_SESSION_OF_FOUR_FIGURES else None
    return _TOO_HIGH if NO_DOSSIER_FROM <= dossier.number < _INVENTED_FROM else None


def _may_be_fund(head: Head, home: Dossier, item: PaperNumber) -> bool:
    """Whether a paper's letter may be a fund or chapter of the budget: `36200-A`, `36 200 A`, `36 200, X`."""
    is_near = item.end == home.end + 2 and head.text[home.end] in " -"
    is_fund = head.chamber is None and home.suffix is None and is_near and "A" <= item.value <= "M"
    return head.chamber != "I" and home.number.isdigit() and (is_fund or item.value in _CHAPTER_LETTERS)


def _cite_dossiers(head: Head, dossiers: Sequence[Dossier]) -> Citation:
    text, end = head.text, dossiers[-1].end
    paper = NUMBER_BEFORE.search(text, max(0, head.start - 40), head.start)
    beside = _NUMBER_BESIDE if paper else None
    if not paper and end < len(text):
        paper = _NUMBER_FURTHER.match(text, end)
        beside = _NUMBER_BESIDE if paper or _NUMBER_BEHIND.match(text, end) else None
    cited: list[Reference] = []
    for each in dossiers:
        start = each.start if cited else head.start
        papers = (f"kst-{each.name}-{paper['number']}",) if paper else ()
        is_letter = not paper and head.chamber == "I" and each.suffix in _CHAPTER_LETTERS
        papers = (f"kst-{each.number}-{each.suffix}",) if is_letter else papers
        # Only the budget has chapters, and nearly all of its dossiers end in 0 or 5.
        is_odd = is_letter or (each.suffix and each.suffix.isalpha() and each.number[-1] not in "05")
        # Doubts about chamber and session do not count: neither is a part of a dossier's identifier.
        reasons = (head.doubt, each.reason, _doubt_of_figures(head, each), beside, _MAY_BE_FUND if is_odd else None)
        cited.append(reference(text, start, each.end, each.name, *reasons, alternatives=papers, session=head.code))
    return Citation(tuple(cited), end)
