"""Remarks: what an author says to colleagues about who may know a text (`bron wil niet genoemd worden`).

Nobody can list all wordings. So each word of a piece of text (what stands between punctuation) has kinds, and a rule
says which kinds together make it a remark, in any order. Words without a kind are about a subject: a remark has
hardly any, or a few in brackets or behind a dash.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache, reduce
from itertools import product
from operator import or_
from typing import NamedTuple

from briefcli.domain.composed import folded
from briefcli.domain.mark_phrases import CAPITAL, NOT, SAY, SIGN, TO, Kind
from briefcli.patterns import Pattern

# The words of each kind, in lower case, without accents or full stops. `share*` may go on, `*gev` may be the end
WORDS = {
    "not": NOT,
    "nothing": "niets niks nothing",
    "none": "geen no",
    "only": "alleen slechts enkel uitsluitend exclusief strikt strict strictly persoonlijk only",
    "beside": "with",  # `lunch (with foreign ministers only)` says who is there
    "later": "pas",
    "if": "als indien tbv mondeling",
    "asked": "gevraagd vraagt vragen doorvragen asked",
    "to": TO,
    "toward": "naar",
    "inside": "bij binnen in onder tussen within between inside",
    "from": "van uit via from of",
    "beyond": "buiten outside beyond",
    "tell": SAY,
    "talk": "praten spreken uitlatingen ruchtbaarheid deelbaar transmission minute minuted geinformeerd"
    " ingelicht communicatie deel",
    "command": "zeg meld noem vertel spreek praat",
    # May mean the same, but less surely
    "use": "gebruiken opnemen inzetten brengen sturen zenden meesturen meezenden meenemen zetten noteren bespreken"
    " gedeeld gemeld gecommuniceerd bekendgemaakt aangekondigd inzage proactief actief gevraagd overnemen hergebruiken"
    " mededeling* toelichten toegelicht herleiden",
    "know": "weten weet horen hoogte know",
    "may": "mag mogen moet moeten may",
    # What must not happen to a secret, or to a source
    "out": "uitlekken uitlekt lekken uitkomt uitkomen wereldkundig",
    "named": "genoemd geciteerd herleidbaar named quoted identified attributed traced",
    "known": "bekend known public",
    "become": "worden wordt gemaakt maken be become",
    "source": "bron bronnen zegsman source sources",
    "protect": "bescherm beschermd beschermen protect protected afscherm*",
    "service": "aivd mivd sigint humint",
    "secret": "anoniem anonimiteit anonymity anonymous privately stilzwijgen opsec comsec officieus officieuze"
    " geheimhouding geheimhouden stilhouden achterhouden beslotenheid discreet discretie psst pssst besl *gev",
    "trust": "confidence",
    # Who may not know, and where they would read it
    "house": "kamer kamerleden kamerversie tk ek parlement pers media journalist* derden extern* buitenwereld woo wob"
    " publiciteit woordvoering citaat citaten",
    "outside": "fractie* collega* press house publi* openba* anderen onbevoegden buitenstaanders others outsiders them",
    "place": "brief kamerbrief verslag* notulen stuk stukken spreektekst nota website internet net dossier papier"
    " schrift citatie verspreiding record attribution quotation annotatie ga geannoteerde debat mail kalender"
    " ibabs",
    "agenda": "agenda",  # `niet in de agenda` is a remark, `niet op de agenda` is none
    # Who may know
    "us": "ons mij me jou jouw je jullie u jezelf uzelf onszelf mezelf zichzelf team directie departement ministerie"
    " rijk huis deur hand m mp min minister stas staatssecretaris bewindsperso* bwp sg psg dg* delegatie"
    " delegatieleider woordvoer* ambtelijk* intern mondeling desgevraagd reactief bz def fin minfin az ez us"
    " you your yourself ourselves self selves gecleard* personeel geadresseerde* lezer ogen oren eyes ears",
    "own": "eigen own",
    "keep": "houd hou houden bewaar bewaren keep",
    "stay": "blijf blijft blijven stay stays remain",
    "still": "stil zwijg zwijgen pet quiet close",
    "remove": "weglaten weghouden verwijderen schrappen halen knippen wissen uitgezonderd remove delete",
    # What others wish, and facts: mostly their position
    "wish": "wil willen zal zullen zou zouden om die door wel wants want will would",
    "fact": "is was zijn waren werd heeft hebben are were has have",
    # The text itself
    "this": "dit dat deze hier hierover hiervan er ervan erover info informatie naam namen bedrag bedragen cijfer"
    " cijfers getal getallen tekst passage passages alinea zin blok punt lijn rode details"
    " this that it these figure figures",
    # Words that may stand in a remark and are not about a subject either
    "some": "het de den der een te tot na en maar doch dus al nog even echt ook zelf steeds verder vooral vooralsnog"
    " voorlopig nu vandaag heel zeer erg aub svp graag gelieve verzoek verzocht please pls ivm nb opm let hoor"
    " mee moest men heb had kan kunnen hoeft gaat ik the a an and yet do does told further onward"
    " gewenst geboden hardop ernaar laten zien geven behandelen omgaan bestemd bedoeld gebruik purposes versie"
    " achtergrond voorbehoud politiek klein kleine beperkte besproken afgesproken gehoord vernomen mr",
}
_BITS = {kind: 1 << place for place, kind in enumerate((*WORDS, "order", "mark"))}  # kinds are added with |
_COUNTRY = frozenset({"US", "U.S."})  # never the word `us`
_LONGEST = 160  # characters of a remark
_MOST_OTHERS = 5  # words without a kind that a remark in brackets may have
_MOST_BEHIND_DASH = 2  # words without a kind that a remark behind a dash may have


class _Rule(NamedTuple):
    needs: int  # kinds
    never: int
    in_brackets: int  # the most words without a kind that a remark in brackets may have
    elsewhere: int


def _bits(*kinds: str) -> int:
    return sum(_BITS[kind] for kind in kinds)


def _rules(needs: str, never: str = "wish", in_brackets: int = _MOST_OTHERS, elsewhere: int = 0) -> Iterator[_Rule]:
    """The rule that a remark has these kinds, one of each, and none of those that it may never have."""
    for each in product(*(kinds.split("/") for kinds in needs.split())):
        yield _Rule(_bits(*each), _bits(*never.split()), in_brackets, elsewhere)


_RULES = (
    *_rules("order"),
    *_rules("not tell/talk/use/asked/house"),
    *_rules("not to outside/place"), *_rules("not inside/from agenda"),
    *_rules("not toward beyond", ""), *_rules("not beyond us"), *_rules("not from us", "wish", 0),
    *_rules("not know us/house/outside/may/this/from"), *_rules("know nothing"),
    *_rules("not out", ""), *_rules("not out this", "", _MOST_OTHERS, 1),
    *_rules("not named", "wish fact"), *_rules("not named become/may", ""),
    *_rules("not named wish this", "", _MOST_OTHERS, 1),
    *_rules("not known become/may", ""), *_rules("not known become this", "", _MOST_OTHERS, 1),
    *_rules("not/none command", "only", _MOST_OTHERS, 3),
    *_rules("none tell/talk"), *_rules("none use this", "wish", 0), *_rules("none house", "wish place asked"),
    *_rules("none outside place", "wish", 1), *_rules("none known become"),
    *_rules("only tell/know/known/out/named/asked"), *_rules("only us", "wish beside"),
    *_rules("only beside us", "wish", 0), *_rules("only use", "wish if"),
    *_rules("only know this", "wish", _MOST_OTHERS, 1),
    *_rules("only if talk"), *_rules("only if asked", "wish", _MOST_OTHERS, 1),
    *_rules("later us/talk/know"), *_rules("later tell", "wish", _MOST_OTHERS, 1),
    *_rules("later use/known", "wish", 0), *_rules("later known become"),
    *_rules("to own us", "wish", 0), *_rules("to trust", "wish", 0),
    *_rules("keep us", "wish know"), *_rules("keep from house/place"), *_rules("keep inside/from agenda"),
    *_rules("keep/stay still", ""), *_rules("keep still this", "", _MOST_OTHERS, 1),
    *_rules("still this"), *_rules("stay inside us", "wish know"), *_rules("stay us", "wish know", 0),
    *_rules("remove house/place/outside"), *_rules("mark stay/known", "not none wish", 0),
    *_rules("source not", "place known"), *_rules("source protect/service", ""), *_rules("from service", "", 0),
    *_rules("secret", "tell talk place house us", 2),
)  # fmt: skip
# What the sign of a mark means in a remark
_OF_SIGNS = {
    **dict.fromkeys((Kind.LABEL, Kind.STRONG, Kind.FRONT), ("mark",)),
    Kind.WORD: ("mark", "remove"),
    Kind.ORDER: ("order",),
    Kind.CIRCLE: ("us",),
    Kind.REMARK: ("some",),
}
_MEANT = {sign[kind]: _bits(*_OF_SIGNS.get(kind, ())) for kind in Kind for sign in (SIGN, CAPITAL)}
_TOKEN = Pattern(r"(?:\w\.){2,}\w?(?!\w)|[^\W_]+")
_OPENS, _CLOSES, _DASHES = frozenset("[({<⟦"), frozenset("])}>⟧"), frozenset("–—-")
_BETWEEN = Pattern(
    r"([\[({<⟦\])}>⟧|\n;:!?…*\"“”„–—\t]|\.(?<!\.\w\.)(?=\s|$)|,(?=\s)|(?<=\s)(?:#|//|=|-+)|(?<!-)-++(?=\s)|(?<=\s)\s)\s*"
)


def holds_remark(text: str, words: Iterable[str]) -> bool:
    """Whether a text without signs has a remark. Its words, split at its spaces, rule most texts out quickly."""
    if not _may_be_remark(words):
        return False
    lines = {text, text.replace("\n", " ")}  # a sentence may go on in the next line
    return any(True for each in lines for _ in _remarks_in(each))


def _may_be_remark(words: Iterable[str]) -> bool:
    """Whether the words of a text together have the kinds of a rule."""
    return _has_rule(reduce(or_, map(_kinds_within, words), 0))


@lru_cache(maxsize=4_000)  # each line of a memo is looked at several times
def with_remarks(signs: str) -> str:
    """The text with one sign for each remark in it, before the signs of its marks."""
    if not _may_be_remark({*signs.split()}):
        return signs
    pieces, last = [], 0
    for start, end in _remarks_in(signs):
        pieces += [signs[last:start], SIGN[Kind.REMARK], *filter(_MEANT.__contains__, signs[start:end])]
        last = end
    return "".join((*pieces, signs[last:]))


def _remarks_in(signs: str) -> Iterator[tuple[int, int]]:
    """The start and end of each piece of a text that is a remark."""
    start, before, is_inside, has_begun = 0, "", False, False
    for found in (*_BETWEEN.finditer(signs), None):
        piece = signs[start : found.start() if found else None].rstrip()
        is_inside = (is_inside or before in _OPENS) and before not in _CLOSES
        is_behind_dash = has_begun and before[:1] in _DASHES
        if len(piece) <= _LONGEST and _is_remark(piece, is_inside=is_inside, is_behind_dash=is_behind_dash):
            yield start, start + len(piece)
        if found:
            has_begun = has_begun or signs[start : found.end()].strip(" \t–—-") != ""
            start, before = found.end(), found[1]


def _is_remark(piece: str, *, is_inside: bool, is_behind_dash: bool) -> bool:
    words = _TOKEN.findall(piece)
    kinds = [*map(_kinds_of, words)]
    others = kinds.count(0)
    if others > _MOST_OTHERS or all(word in _MEANT for word in words):
        return False
    rules = _rules_met(reduce(or_, kinds, 0))
    if is_inside:
        return any(others <= rule.in_brackets for rule in rules)
    if is_behind_dash:
        return any(others <= min(rule.in_brackets, _MOST_BEHIND_DASH) for rule in rules)
    return any(others <= rule.elsewhere for rule in rules)


@lru_cache(maxsize=4_000)  # the same few kinds come back in text after text
def _has_rule(kinds: int) -> bool:
    return any(rule.needs & ~kinds == 0 for rule in _RULES)


@lru_cache(maxsize=4_000)
def _rules_met(kinds: int) -> list[_Rule]:
    return [rule for rule in _RULES if rule.needs & ~kinds == 0 and rule.never & kinds == 0]


@lru_cache(maxsize=20_000)  # the same words come back in text after text
def _kinds_within(words: str) -> int:
    return _kinds_of(words) if words.isalpha() else reduce(or_, map(_kinds_of, _TOKEN.findall(words)), 0)


@lru_cache(maxsize=20_000)
def _kinds_of(word: str) -> int:
    """The kinds of a word; 0 if it is about a subject."""
    small = folded(word).replace(".", "")
    whole, parts = _listed()
    found = whole.get(small, 0) if word not in _COUNTRY else 0
    for begin, end, kind in (*parts.get(small[:1], ()), *parts[""]):
        if small.startswith(begin) and small.endswith(end):
            found |= kind
    return found or _MEANT.get(word, 0) or (_BITS["some"] if small.isdigit() else 0)


@cache
def _listed() -> tuple[dict[str, int], dict[str, list[tuple[str, str, int]]]]:
    """The kinds of each whole word and, by first letter, the kind of the words that begin or end so."""
    whole: dict[str, int] = {}
    parts: dict[str, list[tuple[str, str, int]]] = {}
    for kind, words in WORDS.items():
        for word in words.replace("/", " ").split():
            begin, star, end = word.partition("*")
            if star:
                parts.setdefault(begin[:1], []).append((begin, end, _BITS[kind]))
            else:
                whole[word] = whole.get(word, 0) | _BITS[kind]
    return whole, parts
