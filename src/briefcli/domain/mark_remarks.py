"""Remarks: what an author says to colleagues about who may know a text (`bron wil niet genoemd worden`).

Nobody can list all wordings. So each word of a piece of text (what stands between punctuation) has kinds
(`remark_words.py`), and a rule says which kinds together make it a remark, in any order. A remark says one of these: do
not tell it, these people only, it was told in confidence. Words without a kind are about a subject: a remark has hardly
any. The further a piece stands apart from the sentence, the more it may have, and the fewer kinds it needs: in brackets
or behind a dash, what speaks to the reader or forbids something is a remark too, unless it tells how things are.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from briefcli.domain.mark_phrases import SIGN, Kind
from briefcli.domain.remark_words import BITS, MEANT, bits, kinds_of
from briefcli.patterns import Pattern

_LONGEST = 160  # characters of a remark
_MOST_OTHERS = 5  # words without a kind that a remark in brackets may have
_NONE = -1  # as the most words that a remark may have: it is none
_FEW = 2  # words of a point such as `Geen communicatie`


# Where a piece of a text is. A whole text has nothing else
_BRACKETS, _BEHIND_DASH, _BEFORE_COLON, _COMMENT, _SENTENCE, _WHOLE = range(6)
_FORBIDDING = {_BRACKETS, _BEHIND_DASH, _BEFORE_COLON}


class _Rule(NamedTuple):
    needs: tuple[int, ...]  # it needs a kind of each
    never: int  # kinds with which it is none
    most: Sequence[int]  # the most words without a kind that a remark may have in each place
    fewest: int  # words that a remark has
    unless: Pattern | None  # what tells how things are
    example: str


def _rules(
    lines: str,
    never: str = "",
    *,
    aside: int = _MOST_OTHERS,
    dash: int = 2,
    label: int = 1,
    elsewhere: int = _NONE,
    comment: int = 2,
    fewest: int = 2,
    unless: Pattern | None = None,
) -> Iterator[_Rule]:
    """A rule for each line: the kinds that a remark needs, one of each group, and an example."""
    comment = min(aside, comment) if label > _NONE else _NONE  # comments also say `not sure`
    most = (aside, min((aside + 1) // 2, dash), min(aside, label), comment, elsewhere, elsewhere)
    for line in lines.strip().splitlines():
        kinds, _, example = line.strip().partition(": ")
        needs = tuple(bits(group.replace("/", " ")) for group in kinds.split())
        yield _Rule(needs, bits(never), most, fewest, unless, example)


# How things are: `nog niet vertaald`, `komt niet`, `niet voor juni`; not what is forbidden: `niet voor de oppositie`
_STATE = Pattern(
    r"(?i).*(?:\bnog\sniet\b(?!\svoor)|\bnot\syet\b|\b\w{3,}t\s(?:(?:dit|het|hier|nog)\s)*niet\b"
    r"|\bniet\s(?:aan\sde\sorde\b|voor\s(?:(?:de|het|begin|eind)\s)?"
    r"(?:[0-9]|\w+uari|maart|april|mei|jun|jul|aug|\w+ber\b|zomer|najaar|reces))"
    r"|\b(?:voor|for|naar|aan|to)\b.*\s(?-i:[A-Z0-9])|\bbuiten\b.*\s(?-i:[A-Z][a-z]+)\b)"
)
# What explains or refers: `zie mijn brief`, `en zijn delegatie`, `mijn ambtgenoot`, `als de Kamer instemt`
_EXPLAINS = Pattern(
    r"(?i)(?:zie|see|en|and|of|or|net|as|ook|bijlage|op|zoals|waar\w*|mede|namens|ik\s(?:kom|verwijs|doel|zal)"
    r"|wij\s(?:steun\w*|stem\w*|zijn\svoor\w*))\b|.*(?:[0-9]|\bkamer\b)|(?:(?:de|het)\s\w+\s)?"
    r"(?:(?:en|in|van|met|door|with|by|of)\s)*(?:mijn|on[sz]e?|haar|my|our|his|her)\s(?!contact|bod|in(?:druk|schatting)|gedeeld|verteld)"
    r"(?:(?!lijn|line|bron)\w)+(?<!grens)(?:\s(?:van|of|uit)\s.+)?$"
)
_NOT_FORBIDDEN = "nothing wish fact become know known state agenda debate table us circle mark"
RULES = (
    # What may not be done with the text. With a wish or “we”, most such words tell a position: `wij delen dit niet`
    *_rules("""
        order: niet delen
        not/only/later/without tell/talk: zonder te vertellen
        not/only use: niet gebruiken
        not/only asked: alleen op navraag
        without named/source/place: zonder naamsvermelding
        only named/know/known/out: alleen intern bekend
        not/only know us/circle/house/outside/may/from/this: mag niemand weten
    """, "wish we if beside", elsewhere=0),
    *_rules("not named: niet met naam genoemd", "wish we fact if", elsewhere=0),
    # Who may not know it, and where they may not read it
    *_rules("""
        not house: niet voor de pers
        none tell/talk: no comms yet
        remove house/outside/place: weghalen bij publicatie
        not to outside/place/debate: niet in het verslag
        not inside agenda: niet in de agenda
        not beyond us/circle/this: niet buiten het team
        not this/may table: gooi dit niet op tafel
        keep from/inside house/outside/place/agenda/this: uit het verslag houden
        stay inside us/circle: advies blijft binnen het ministerie
        stay inside this house/place: dit blijft in deze kamer
        to own us/circle/this/use/usage: voor eigen gebruik
        still this: zwijgen hierover
    """, "wish we", elsewhere=0),
    *_rules("not from/told we/us: heb je niet van mij", "know", elsewhere=0),
    *_rules("only/keep/later us/circle: alleen voor M", "wish we beside know", elsewhere=0),
    # What says so of the text itself, also if it is the wish of others
    *_rules("""
        not toward beyond: niet naar buiten toe
        not out: niet laten uitlekken
        not named/known/told become/may: bron wil niet genoemd worden
        not/only know sure: dit weten we officieel niet
        know nothing: jullie weten van niks
        not/keep/stay us/circle/told this: dit blijft tussen ons
        keep inside we/this: houden we binnen
        none house this: pers mag hier geen lucht van krijgen
        only know this: alleen wij weten dit
        none talk/tell/use this/become/house/outside: hierover geen mededelingen
        none/later known become: pas na de Raad bekend maken
        tell/told/command/heard/only inside trust: in vertrouwen verteld
        keep/stay still: hou je stil
        careful handle/polite/particle this: graag zorgvuldig
        source protect/service: bescherm de bron
    """, elsewhere=0),
    *_rules("""
        not named wish this: Parijs wil niet dat dit genoemd wordt
        order polite/particle: verzoek om dit niet te delen
        not talk/out/still this: vroeg hierover niet te praten
        not known become this: Berlijn wil niet dat dit bekend wordt
        keep still this: hou dit stil voor Rome
        only if/for asked/usage/talk/use: alleen indien gevraagd
        later/wait tell/know: Kamer hoort dit pas in juni
        remove after/polite: please delete after the meeting
        to/inside chest: kaarten tegen de borst
    """, elsewhere=1),
    *_rules("not/none command: noem Parijs niet", "only", elsewhere=3),
    *_rules("""
        none house: geen pers
        only beside us/circle: with us only
        later/wait use/known: pas morgen gebruiken
        from service: van de MIVD
        mark stay/keep/known: blijft binnenskamers
        stay us/circle: blijft bij ons
    """, "wish asked toward", aside=0, elsewhere=0),
    *_rules("secret: opsec", "tell talk place house us circle", aside=2, elsewhere=0, fewest=1),
    # Apart from the sentence these are enough: the same with a position, or with what may be a subject
    *_rules("""
        not sure: nog niet officieel
        not for circle: niet voor FIN
        not/nothing to/inside house/outside/place: nothing in writing
        heard from/inside/us/we/this/house/circle: van de post gehoord
        source us/we/named/protection/wish/known: bron wil niet in beeld
        source/from service/insider/intelligence: uit betrouwbare bron
        remove tell: weghalen voor we dit delen
        not we tell/told: kunnen we nog niet delen
        not we know may: mogen we niet weten
        version circle: versie minister
        service report: AIVD-bericht
        from outside version: uit openbare versie
        if asked/out: als het uitlekt
        only asked/place: alleen in map minister
        only told: persoonlijk doorgegeven
        first house: eerst Kamer informeren
    """, aside=2),
    *_rules("if known/out/tell/know this: als FIN dit hoort"),
    *_rules("later use/may: pas inzetten in de slotfase", "state", aside=2),
    *_rules("hush: bronbescherming", fewest=1),
    *_rules("mark: vertrouwelijk vernomen", "not none wish fact", aside=2, fewest=1),
    *_rules("inside familiar: tussen jou en mij", "we wish fact asked polite", aside=1),
    *_rules("mark fact this: bedrag is nog onder embargo", "not none wish", aside=1),
    *_rules("""
        only if: alleen mondeling
        inside asked: bij doorvragen
        still: stil
        stance: defensief
        for reader: voor M
    """, "place", aside=0, fewest=1),
    # As a comment these are about the work on the file: `weet ik niet`, `mijn versie`, `voor jou`
    *_rules("""
        not we know: weten wij niet
        version us: mijn versie
    """, aside=2, comment=_NONE),
    *_rules("""
        for familiar: voor jou
        stay this: blijft hier
    """, "place", aside=0, comment=_NONE),
    *_rules("for us: voor onszelf", "place familiar", aside=0),
    # In brackets or behind a dash: what says how it is known, or speaks to the reader
    *_rules("heard/keep/remove/careful: gehoord van Rome", aside=2, label=_NONE),
    *_rules("particle/intelligence: liever mondeling", aside=0, label=_NONE, fewest=1),
    *_rules("if house: als de pers belt", label=_NONE, unless=_EXPLAINS),
    *_rules("we/familiar: als wij dit doen", label=_NONE, unless=_EXPLAINS),
    *_rules("person: gun hem de primeur", "fact", label=_NONE, unless=_EXPLAINS),
    *_rules("us: schaadt onze positie", "place", aside=3, label=_NONE, unless=_EXPLAINS),
    *_rules("know: M weet dit", aside=2, dash=_NONE, label=_NONE),
    *_rules("reserve: terugvaloptie", aside=2, label=_NONE, fewest=1),
    # What is forbidden, unless it tells how things are
    *_rules("not: niet genotuleerd", _NOT_FORBIDDEN, aside=0, label=_NONE, unless=_STATE),
    *_rules("not for/toward/beyond: niet voor de oppositie", _NOT_FORBIDDEN, aside=2, label=_NONE, unless=_STATE),
)  # fmt: skip
NO_COMMENT = Pattern(r"(?i)\W*(?:geen\scommentaar|no\scomments?|not\s(?:yet\s)?used|niet\s(?:meer\s)?gebruikt)\W*")
_FACTS = (bits("house fact"), bits("service"))
# Also with a subject: `niet zelf over beginnen`, `do not volunteer`, `not to leave the building`
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
    return _is_remark(words, _COMMENT)


def _may_be_remark(text: str, words: Iterable[str]) -> bool:
    """Whether the words of a text together have the kinds of a remark that may be where the text has room for one."""
    kinds = reduce(or_, map(_kinds_within, words), 0)
    rules = _rules_of(kinds)
    if not (rules or kinds & BITS["not"]):
        return False
    return any(rule.most[_SENTENCE] > _NONE for rule in rules) or _HAS_ASIDE.search(text) is not None


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
        place = _BRACKETS if is_inside else _WHOLE if piece == signs else _SENTENCE
        if not is_inside and has_begun and before[:1] in _DASHES:
            place = _BEHIND_DASH
        elif not is_inside and not has_begun and found and found[1] == ":":
            place = _BEFORE_COLON
        if len(piece) <= _LONGEST and _is_remark(piece, place):
            yield start, start + len(piece)
        if found:
            has_begun = has_begun or (found[1] != "," and signs[start : found.end()].strip(" \t–—-") != "")
            start, before = found.end(), found[1]


def _is_remark(piece: str, place: int) -> bool:
    words = _TOKEN.findall(piece)
    kinds = [*map(kinds_of, words)]
    others, together = kinds.count(0), reduce(or_, kinds, 0)
    if all(word in MEANT for word in words) or (place == _WHOLE and _is_point(together, len(words))):
        return False
    if place in _FORBIDDING and others <= _MOST_OTHERS and _FORBIDS.fullmatch(piece):
        return True
    return any(
        others <= rule.most[place]
        and len(words) >= rule.fewest
        and not rule.never & together
        and (rule.unless is None or not rule.unless.match(piece))
        for rule in _rules_of(together)
    )


def _is_point(kinds: int, count: int) -> bool:
    """Whether the words of a whole text are a point: `Geen communicatie`, `De Kamer is niet geïnformeerd`."""
    is_known = not kinds & BITS["this"] and any(each & ~kinds == 0 for each in _FACTS)
    return is_known or (count <= _FEW and bool(kinds & bits("none mark")))


@lru_cache(maxsize=4_000)  # the same few kinds come back in text after text
def _rules_of(kinds: int) -> list[_Rule]:
    """The rules that need only these kinds."""
    possible = (rule for rule in RULES if kinds & rule.needs[0])  # a quick test
    return [rule for rule in possible if all(kinds & each for each in rule.needs)]


@lru_cache(maxsize=20_000)  # the same words come back in text after text
def _kinds_within(words: str) -> int:
    return kinds_of(words) if words.isalpha() else reduce(or_, map(kinds_of, _TOKEN.findall(words)), 0)
