"""Finds the names of those who must do something or were consulted, in actions, plannings and lists of departments."""

import re
from collections.abc import Iterable
from itertools import chain

from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph
from briefcli.memo.layout.persons import (
    CODE,
    COUNTRY,
    FULL_NAME,
    FUNCTION,
    GATHERING,
    INSTITUTION,
    NAME,
    PEOPLE,
    PREFIXED,
)

_PAPER = r"\w*(?:brief|nota|notitie|tekst|lijst|lijn|punten)|memo|dossier|verslag|agenda"
_NO_DOER = rf"(?!(?i:{_PAPER}|{GATHERING}|acti\w+|afspra\w+|besluit\w*|akkoord|planning|status|reactie)\b)"
# `Actie 14: Piet – memo`, `Afspraak: Piet belt`, and in a list of actions `Piet belt`, `(Piet)`
_DOER = re.compile(
    r"\b(?i:(?:actie(?:punt)?|afspraak|wie|eigenaar|(?:aan|af)wezig(?:en)?|afgemeld)(?:\s?[0-9]{1,3})?\s?[:–-]\s?"
    rf"|(?:actiehouder|trekker|notulist)\W{{1,3}}|actie(?:punt)?\s(?=[^:.;]{{2,40}}:)(?!{INSTITUTION}){_NO_DOER}(?:{FUNCTION}\s)?){PEOPLE}"
    r"(?:\s[a-z]+t\b|\s?[–|:;,.)(-]|\s*$)"
    rf"|^\W*(?P<named>{FULL_NAME.pattern})\s(?:levert|stuurt|maakt|schrijft|belt|regelt)\s(?:voor|vóór|uiterlijk|op)\b"
    rf"|(?<![\w.])@(?P<called>{NAME}(?:\s{PREFIXED})?)"
)
_IN_ACTIONS = re.compile(
    rf"(?:^\W*|:\s){_NO_DOER}(?:{PEOPLE}\s[a-z]+t|{NAME}\sen\s{NAME}\s[a-z]+en)\b"
    rf"|^\W*{_NO_DOER}(?P<first>{NAME}(?:\s{PREFIXED})?)\s?(?=:\s)"
    rf"|\({PEOPLE.replace('people', 'aside')}(?:,[^()]*)?\)"
)
# Each official before a code, if his initial is not in it: `afgestemd met Karin Riet (FIN)`
_CONSULTED = re.compile(rf"\b(?=(?P<one>[A-Z]))(?P<people>{NAME}(?:\s{PREFIXED})?)(?=\s\((?![A-Z/]*(?P=one)){CODE}\))")
_NO_PEOPLE = re.compile(rf"(?s).*\s(?:in|op)\s.*|{COUNTRY}(?:(?:,|\sen|/)\s?{COUNTRY})*")  # `Polen en Malta`


def doers_in(paragraphs: Iterable[Paragraph]) -> list[str]:
    """The words that may name a person who must do something or was consulted."""
    days = ((each, each.dates[0].end if each.dates and each.dates[0].start == 0 else 0) for each in paragraphs)
    return list(chain.from_iterable(_named(each.text[day:], each.part, is_planned=day > 0) for each, day in days))


def _named(text: str, part: Part, *, is_planned: bool) -> list[str]:
    """The same for one text.

    `is_planned`: it is a row of a planning, without its day. A name needs no label there, nor in a list of actions.
    """
    is_action = part is Part.ACTIONS
    own = [_IN_ACTIONS] * (is_planned or is_action) + [FULL_NAME] * is_action + [_CONSULTED] * (part is Part.CONSULTED)
    found = ((match.groupdict() | {"one": ""}, match[0]) for shape in (_DOER, *own) for match in shape.finditer(text))
    people = (next(filter(None, groups.values()), words) for groups, words in found)
    return [each for each in people if not _NO_PEOPLE.fullmatch(each)]
