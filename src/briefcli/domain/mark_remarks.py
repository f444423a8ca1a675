"""Remarks: what an author says to colleagues about who may know a text (`bron wil niet genoemd worden`).

Nobody can list all wordings. So each word of a piece of text (what stands between punctuation) has kinds
(`remark_words.py`), and a rule says which kinds together make it a remark, in any order. Words without a kind are about
a subject: a remark has hardly any, or a few in brackets or behind a dash. There a few words are also a remark if they
are about knowing or keeping silent, or forbid something, unless they tell how things are (`nog niet vertaald`).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from itertools import product
from operator import or_
from typing import NamedTuple

from briefcli.domain.mark_phrases import SIGN, Kind
from briefcli.domain.remark_words import BITS, MEANT, bits, kinds_of
from briefcli.patterns import Pattern

_LONGEST = 160  # characters of a remark
_MOST_OTHERS = 5  # words without a kind that a remark in brackets may have
_NEVER = -1  # as the most words that a remark may have: it is none
_FEW = 2  # words of a point such as `Geen communicatie`


class _Rule(NamedTuple):
    first: int  # a kind that it needs
    needs: int  # all kinds that it needs
    never: int  # kinds with which it is none
    aside: int  # the most words without a kind that a remark may have in brackets or the like
    elsewhere: int


class _Place(NamedTuple):
    """Where a piece of a text is: the most words without a kind that a remark there may have, surely or perhaps."""

    others: int
    unsure: int


def _rules(rules: str, never: str = "wish we", aside: int = _MOST_OTHERS, elsewhere: int = 0) -> Iterator[_Rule]:
    """For each line, the rule that a remark has these kinds, one of each, and none of those that it may never have."""
    for line in rules.strip().splitlines():
        for each in product(*(kinds.split("/") for kinds in line.split())):
            yield _Rule(BITS[each[0]], bits(" ".join(each)), bits(never), aside, elsewhere)


# With a wish, or with “we” as subject, most words tell a position: `Polen wil dit niet delen`, `wij delen dit niet`.
# The fewer words about a subject a rule allows, the more its kinds also occur in points: `stroom voor eigen gebruik`
_RULES = (
    *_rules("""
        order
        not tell/talk/use/asked/house
        not told become/may
        not to outside/place/debate
        not inside agenda
        not beyond us/office/this
        not know us/office/house/outside/may/from/this
        not this hush/chest/office/place/table
        not may table
        know nothing
        none known become
        none tell/talk
        without named/place/source/tell
        only tell/know/known/out/named/asked
        later us/office/talk/know
        later known become
        keep from house/place
        keep inside/from agenda
        still this
        stay inside this house/place/office
        stay here tell/told
        to/inside chest
        remove house/place/outside
    """),
    *_rules("""
        not toward beyond
        not out
        not know officially
        not named/known become/may
        none talk this
        tell/told/command/heard inside trust
        keep inside we/this
        keep/stay still
        careful handle/polite this
        source protect/service
    """, never=""),
    *_rules("""
        not named wish this
        not known become this
        not out this
        keep still this
        polite remove after
    """, never="", elsewhere=1),
    *_rules("""
        only if asked
        only for usage
        later/wait tell
        later know house
    """, elsewhere=1),
    *_rules("""
        none outside place
        to own us/office/this/use/usage
    """, aside=1),
    *_rules("""
        none use this/become
        not from us/office
        only beside us/office
        later/wait use/known
    """, aside=0),
    *_rules("""
        not told we this
        only know this
        only if talk
    """, "wish", aside=2),
    *_rules("not/none command", "only", elsewhere=3),
    *_rules("none house", "wish place asked"),
    *_rules("not named", "wish fact"),
    *_rules("only us/office", "wish beside"),
    *_rules("only use", "wish if"),
    *_rules("keep us/office\nstay inside us/office", "wish know"),
    *_rules("stay us/office", "wish know", aside=0),
    *_rules("mark stay/known", "not none wish", aside=0),
    *_rules("from service", "", aside=0),
    *_rules("secret", "tell talk place house us office", aside=2),
    # Only in brackets, behind a dash or before a colon
    *_rules("""
        order we
        not to house/outside/place
        not we know/tell/told/officially
        not officially
        nothing inside place
        later may from
        source wish
        if known/out this
        later use if
    """, "", elsewhere=_NEVER),
    *_rules("""
        if asked
        only use if
        only inside/to place
        command/call us
        remove tell
        we fact from
        version us
        from outside version
        first house
        eyes
        hold personal
        from/source reliable
        source protection
        service report
        this/report/source from agency
    """, "wish", aside=1, elsewhere=_NEVER),
    *_rules("heard from/this/us/office/inside", "house", aside=1, elsewhere=_NEVER),
    *_rules("mark", "not none wish fact", aside=2, elsewhere=_NEVER),
    *_rules("mark fact this", "not none wish", aside=1, elsewhere=_NEVER),
    *_rules("hush\nsource known", "not", aside=2, elsewhere=_NEVER),
    *_rules("""
        only if
        inside asked
        for you
        between us
        still
        stance
    """, "wish not polite", aside=0, elsewhere=_NEVER),
)  # fmt: skip
_BY_FIRST = {first: [rule for rule in _RULES if rule.first == first] for first in {rule.first for rule in _RULES}}
_FACTS = (bits("house fact"), bits("service"))
_KNOWING = bits("know heard keep remove careful reserve")
_TO_WHOM = bits("for toward beyond")
_NOT_FORBIDDEN = bits("nothing wish fact know known state agenda debate table us office mark")
_NAME = Pattern("[A-Z0-9]")
# How things are: `nog niet vertaald`, `komt niet`, `niet voor juni`; not what is forbidden: `niet voor de oppositie`
_STATE = Pattern(
    r"(?i)\bnog\sniet\b(?!\svoor)|\bnot\syet\b|\b\w{3,}t\s(?:(?:dit|hier|nog)\s)*niet\b"
    r"|\bniet\s(?:aan\sde\sorde\b|voor\s(?:(?:de|het|begin|eind)\s)?"
    r"(?:[0-9]|\w+uari|maart|april|mei|jun|jul|aug|\w+ber\b|zomer|najaar|reces))"
)
_IN_BRACKETS, _BEHIND_DASH, _BEFORE_COLON = _Place(_MOST_OTHERS, 2), _Place(2, 1), _Place(1, 0)
_KNOWING_IN = {_IN_BRACKETS: _KNOWING, _BEHIND_DASH: _KNOWING & ~BITS["know"]}
_IN_COMMENT = _Place(2, _NEVER)  # comments also say `not sure` and `do not edit`
_ASIDE = {_IN_BRACKETS, _BEHIND_DASH, _BEFORE_COLON, _IN_COMMENT}
_SENTENCE, _ALONE = _Place(0, _NEVER), _Place(_NEVER, _NEVER)
# A prohibition without a subject: `niet zelf over beginnen`, `do not volunteer`, `not to leave the building`
_FORBIDS = Pattern(
    r"(?!.*\b(?:kan|kunnen)\b)(?:\S+\s){0,2}?(?=(?i:niet|nooit|nergens)\s(?!alle|vergeten))(?:\S+\s)*"
    r"(?!(?:de|het|een|voor|van|met|door|en|of)\s)\S+\s(?!tevreden|samen|morgen|ontvangen|ontraden|binnen|boven"
    r"|verschenen|instemmen|steunen|blokkeren|zitten|voorzien|(?:be|ver|ont)\w*o|\w*ge)[a-z]{3,}(?:e|aa)n"
    r"|(?i:(?:please\s|pls\s)?(?:do\snot|not\sto|never)\s(?!be\s(?:confused|missed)|forget).+)"
)
_TOKEN = Pattern(r"(?:\w\.){2,}\w?(?!\w)|[^\W_]+")
_OPENS, _CLOSES, _DASHES = frozenset("[({<⟦"), frozenset("])}>⟧"), frozenset("–—-")
_HAS_ASIDE = Pattern(r"[\[({<⟦–—:]|\s-|-\s")
_BETWEEN = Pattern(  # `bron: AIVD` is one piece
    r"([\[({<⟦\])}>⟧|\n;!?…*\"“”„–—\t]"
    r"|(?i:(?<!^bron)(?<!\W\Wbron)(?<!^source)(?<!\W\Wsource)):"
    r"|\.(?<!\.\w\.)(?=\s|$)|,(?=\s)|(?<=\s)(?:#|//|=|-+)|(?<!-)-++(?=\s(?!(?:en|of)\b))|(?<=\s)\s)\s*"
)


def holds_remark(text: str, words: Iterable[str]) -> bool:
    """Whether a text without signs has a remark. Its words, split at its spaces, rule most texts out quickly."""
    if not _may_be_remark(text, words):
        return False
    lines = {text, text.replace("\n", " ")}  # a sentence may go on in the next line
    return any(True for each in lines for _ in _remarks_in(each))


def is_remark(words: str) -> bool:
    """Whether words that stand beside a text, such as a comment, are a remark as a whole."""
    return _is_remark(words, _IN_COMMENT)


def _may_be_remark(text: str, words: Iterable[str]) -> bool:
    """Whether the words of a text together have the kinds of a remark that may be where the text has room for one."""
    kinds = reduce(or_, map(_kinds_within, words), 0)
    rules = _rules_of(kinds)
    if not (rules or kinds & (BITS["not"] | _KNOWING)):
        return False
    return any(rule.elsewhere > _NEVER for rule in rules) or _HAS_ASIDE.search(text) is not None


@lru_cache(maxsize=4_000)  # each line of a memo is looked at several times
def with_remarks(signs: str) -> str:
    """The text with one sign for each remark in it, before the signs of its marks."""
    if not _may_be_remark(signs, {*signs.split()}):
        return signs
    pieces, last = [], 0
    for start, end in _remarks_in(signs):
        pieces += [signs[last:start], SIGN[Kind.REMARK], *filter(MEANT.__contains__, signs[start:end])]
        last = end
    return "".join((*pieces, signs[last:]))


def _remarks_in(signs: str) -> Iterator[tuple[int, int]]:
    """The start and end of each piece of a text that is a remark."""
    start, before, is_inside, has_begun = 0, "", False, False
    for found in (*_BETWEEN.finditer(signs), None):
        piece = signs[start : found.start() if found else None].rstrip()
        is_inside = (is_inside or before in _OPENS) and before not in _CLOSES
        place = _IN_BRACKETS if is_inside else _ALONE if piece == signs else _SENTENCE
        if not is_inside and has_begun and before[:1] in _DASHES:
            place = _BEHIND_DASH
        elif not is_inside and not has_begun and found and found[1] == ":":
            place = _BEFORE_COLON
        if len(piece) <= _LONGEST and _is_remark(piece, place):
            yield start, start + len(piece)
        if found:
            has_begun = has_begun or (found[1] != "," and signs[start : found.end()].strip(" \t–—-") != "")
            start, before = found.end(), found[1]


def _is_remark(piece: str, place: _Place) -> bool:
    words = _TOKEN.findall(piece)
    kinds = [*map(kinds_of, words)]
    others = [word for word, kind in zip(words, kinds, strict=True) if not kind]
    together = reduce(or_, kinds, 0)
    if len(others) > _MOST_OTHERS or all(word in MEANT for word in words):
        return False
    if place is _ALONE and _is_point(together, len(words)):
        return False
    is_aside = place in _ASIDE
    if place.unsure > _NEVER and (
        _FORBIDS.fullmatch(piece) or _is_about_knowing(piece, words, others, together, place)
    ):
        return True
    rules = (rule for rule in _rules_of(together) if not rule.never & together)
    return any(len(others) <= (min(rule.aside, place.others) if is_aside else rule.elsewhere) for rule in rules)


def _is_about_knowing(piece: str, words: Sequence[str], others: Sequence[str], together: int, place: _Place) -> bool:
    """Whether a few words are about who knows the text, or forbid something, and do not say how things are."""
    if len(others) > place.unsure:
        return False
    if knowing := together & _KNOWING_IN.get(place, 0):
        return len(words) > 1 or bool(knowing & BITS["reserve"])
    if len(words) == 1 or not together & BITS["not"] or together & _NOT_FORBIDDEN or _STATE.search(piece):
        return False
    return not others or (bool(together & _TO_WHOM) and not any(map(_NAME.match, others)))


def _is_point(kinds: int, count: int) -> bool:
    """Whether the words of a whole text are a point: `Geen communicatie`, `De Kamer is niet geïnformeerd`."""
    is_known = not kinds & BITS["this"] and any(each & ~kinds == 0 for each in _FACTS)
    return is_known or (count <= _FEW and bool(kinds & bits("none mark")))


@lru_cache(maxsize=4_000)  # the same few kinds come back in text after text
def _rules_of(kinds: int) -> list[_Rule]:
    """The rules of which all kinds are among these."""
    possible = (rule for first, rules in _BY_FIRST.items() if kinds & first for rule in rules)
    return [rule for rule in possible if rule.needs & ~kinds == 0]


@lru_cache(maxsize=20_000)  # the same words come back in text after text
def _kinds_within(words: str) -> int:
    return kinds_of(words) if words.isalpha() else reduce(or_, map(kinds_of, _TOKEN.findall(words)), 0)
