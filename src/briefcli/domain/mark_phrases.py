"""The marks (phrases by which a text says that it is not public), and where they are in a text.

This is the only list of marks in texts; `mark_remarks.py` finds remarks in any wording, and the keys that may be meant
as a mark are in `reading/mark_words.py`. To add a mark, add it to the list of its kind. A phrase is in lower case,
without accents:

    openb*           the word may go on: openbaar, openbaarmaking, openb
    *vertrouwelijk   the word may be the end of a compound: bedrijfsvertrouwelijk
    voor/bij         one of the two
    de?              optional
    ...3             up to three other words
    dep~v            joined, or with a space, full stop, hyphen or slash between: DepV, Dep. V, DEP-V
    top_secret       a space inside one of several alternatives

A space also matches a hyphen. The first word must not be optional. If two phrases match in one place, the longer one
counts; if they are equally long, the one of the earlier list.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache, partial
from typing import NamedTuple

from briefcli.patterns import Pattern


class Kind(StrEnum):
    """Where a phrase counts as a mark. Every kind counts as a whole text, as a whole sentence and alone in brackets."""

    LABEL = "label"  # anywhere in a memo; also at the start or end of a text, without punctuation beside it
    STRONG = "strong"  # as WORD, also at the start or end of a text, and in a sentence of a memo that says so
    FRONT = "front"  # as WORD, also at the start or end of a text
    ORDER = "order"  # as WORD, also at the end of a text
    TOPIC = "topic"  # as WORD, but beside a comma or a note it may be only a subject
    REMARK = "remark"  # as ALONE: what `mark_remarks.py` finds
    WORD = "word"  # in a memo also among other words: in a heading, in brackets, before a colon
    CIRCLE = "circle"  # in a memo also among other words in brackets; beside a comma it may be only a subject
    ALONE = "alone"  # nowhere else
    TITLE = "title"  # in a memo as WORD, but never alone: what follows it is the mark
    ELSE = "else"  # in a memo as WORD, elsewhere no mark: the words plainly say something else


# The sign of each kind, and another for a mark in upper case: letters of a script that no text here is written in
SIGN = {kind: chr(0xA510 + place) for place, kind in enumerate(Kind)}
CAPITAL = {kind: chr(0xA520 + place) for place, kind in enumerate(Kind)}
# Kinds of words that the phrases combine; `mark_remarks.py` has more
SAY = (  # to tell others, in any way
    "delen/noemen/benoemen/zeggen/melden/vermelden/meedelen/meegeven/toegeven/vertellen/doorvertellen/rondvertellen"
    "/verklappen/tonen/onthullen/prijsgeven/overhandigen/citeren/herhalen/bevestigen/verspreiden/verstrekken/doorgeven"
    "/doorsturen/rondsturen/doorzetten/mailen/appen/printen/kopieren/lekken/uitlekken/publiceren/openbaren/vrijgeven"
    "/vrijgegeven/communiceren/aankondigen/uitdragen/uitspreken/notuleren/opschrijven/bekendmaken/informeren/inlichten"
    "/weten/horen/merken/blijken/share*/sharing/quote*/cite*/mention*/circulate*/circulation/forward*/fwd/copy/distribute*"
    "/distribution/disclose*/disclosure/release*/disseminat*/publish/tell"
)
NOT = "niet/nooit/nergens/niemand/niets/niks/noch/not/never/nvt/nt"
TO = (
    "ter/aan/naar/met/voor/vr/in/op/onder/bij/uit/tegen/richting/via/buiten/binnen/achter/tussen/to/with/w/for/within"
    "/between/outside"
)
_SAY = f"{SAY}/vrij_te_geven/uit_te_dragen/uit_te_spreken/op_de_hoogte/bekend_zijn/bekend_worden"
_RECORD = "woo/wob/verslag/notulen/dossier/verzoek/ga/brief/kamerbrief/stuk/stukken/agenda"
_NOT = "niet/nooit/niets/niks"
_PUBLIC = "publi*/openba*/extern*/kamerversie/woo-versie/verspreiding"
PHRASES: dict[Kind, tuple[str, ...]] = {
    Kind.LABEL: (
        "dep/dept/departementaal/interdepartementaal~v/vertr*", "stg",
        "stg~g/zg/c/conf/geheim/zeer_geheim/confidentieel", "limite", "restreint ue?", "confidentiel ue", "secret ue",
        "tres secret", "tres secret ue/defense", "secret/confidentiel defense", "diffusion restreinte",
        "official~sensitive", "vs~nfd/vertraulich", "vs~nur fur den dienstgebrauch", "nur fur den dienstgebrauch",
        "nato/navo/otan/eu/ue/cosmic~restricted/confidential/secret/classified/top_secret/limite",
        "nato/navo/otan/eu/ue/cosmic~unrestricted/unclassified/vertrouwelijk/geheim/gerubriceerd/confidentieel",
        "nato/navo/eu/ue res/restr/conf/secr/vertr", "nato-r/nato-c/nato-s/nato-u/eu-r/eu-c/eu-s/r-ue/c-ue/s-ue",
    ),
    Kind.STRONG: (
        "niet ...3 openb*/opb", "niet publiek/public", "not to? yet/be/made? public", "niet open baar*", "nietopenb*",
        "geheim/staatsgeheim/geheimgehouden/geheimhouden", "*vertrouwelijk",
        "gerubriceerd/hoog_gerubriceerd/hooggerubriceerd", "gelakt/weggelakt/zwartgelakt", "onder strikt? embargo",
    ),
    Kind.FRONT: (
        "*vertrouwelijke", "geheime/staatsgeheime", "gerubriceerde/hooggerubriceerde/geclassificeerde",
        "confidential/confidentieel/confidentiele/confidentiel", "classified", "restricted", "secret", "top secret",
        "vertraulich*", "onder/tussen ons gezegd en? gezwegen?", "off the? record/books/minutes", "zwijg",
        "intern/interne noot/nota/notitie/lijn/memo/aantekening*", "geen mededelingen/commentaar/uitspraken over/op",
        f"{_NOT} tegen/aan ...3 zeggen/vertellen/melden", f"vermijd ...3 te {SAY}",
        f"{_NOT} ...3 zeggen/vertellen/meedelen/loslaten/beginnen over", f"{_NOT} ...3 ingaan/reageren op",
    ),
    Kind.ORDER: (
        f"{NOT}/n.v.t. ...4 {_SAY}", f"{NOT}/n.v.t. ...4 {_SAY} met/aan/buiten/in/bij/tegen/tegenover/to/with ...2 *",
        "geen publ/publicatie/verspreiding",
        f"{NOT}/n.v.t./weglaten {TO} de/het? {_PUBLIC} versie/agenda/kalender? opnemen?", "niet naar buiten brengen",
        "pas ...4 openb*/naar_buiten", "alleen mondeling delen", "sub rosa", "onder de roos", "hold close/back/until",
        "blijf/blijft/blijven/hou/houd/houden ...2 onder/tussen ons", "onder/tussen ons ...1 blijven/houden",
        f"uit/buiten ...2 {_RECORD} laten/houden", f"laat/laten ...2 uit/buiten ...2 {_RECORD}",
        "on background", "mond/mondje/monden dicht/toe", "nl/nld/delegatie/internal_use/background/fyi only",
    ),
    Kind.TOPIC: ("embargo",),
    Kind.WORD: (
        "niet/geen ...4 openb*", "openba* ...3 niet", "niet gepubliceerd", "niet woo/wob~baar*", "n. openb*",
        "onttrokken/uitgezonderd/uitgesloten/vrijgesteld aan/van de? openb*", "n.openb*", "*vertrouwelijk*",
        "geheim*/staatsgeheim*", "bedrijfsgeheim*", "ambtsgeheim*", "kabinetsgeheim*", "confidenti*", "gerubriceerd*",
        "*geanonimiseerd*", "afgeschermd*", "gelakt*/weggelakt*", "zwart~gelakt*", "weggelaten", "weglaten",
        "alleen/uitsluitend/strikt voor? intern* te? gebruik*?", "lak/weglak/lakken/weglakken/zwarten",
        "weg te laten/lakken", "uitzonderen", "zwart/onleesbaar te maken", "zwart/onleesbaar~maken/gemaakt*/lakken",
        "geel/grijs~gemarkeerd*/gearceerd*",
        "schrappen/verwijderen/anonimiseren/afschermen/weghalen/eruit ...1 bij/voor/uit ...2 openb*/publi*/woo*/kamer",
        "openb*/publi* schrappen/verwijderen/anonimiseren/afschermen", "intern/interne vraag/beraad/gebruik",
        "koersgevoelig*/beursgevoelig*/marktgevoelig*/concurrentiegevoelig*/bedrijfsgevoelig*/privacygevoelig*",
        "onderhandelingsgevoelig*", "uitzonderingsgrond*", "weigeringsgrond*", "lakgrond*",
        "persoonlijke beleidsopvatting*/opvatting*", "embargo*", "sous embargo", "sensitive but unclassified",
        "undisclosed", "eyes only", "need to know",
        "ter vertrouwelijke/interne inzage/informatie/info/kennisname/kennisneming/afstemming/bespreking",
        "for official/internal use/purposes only?",
        "binnenskamers", "geclassificeerd", "no foreign", "sensitive", "redacted", "non~publi*/attribut*",
    ),
    Kind.CIRCLE: ("intern/internal", "private/prive"),
    Kind.ALONE: (
        "nicht offentlich*", "nicht weitergeben/weitersagen/veroffentlichen", "nur fur/zum den? internen gebrauch",
        "nur intern", "riservat*", "poufn*", "tajn*", "hemlig*", "segreto/secreto/reservado", "fortrolig*",
        "ne pas diffuser/divulguer/publier", "usage interne", "close hold", "nodis/limdis/exdis",
        "limited distribution/dissemination",
        "dit is/betreft/bevat ...1 vertrouwelijke/geheime/interne/gevoelige informatie/gegevens/nota/notitie",
        "under/onder nda", "privileged/geprivilegieerd*/verschoning*", "onder de pet/radar houden?",
        "op de achtergrond", "onder/tussen ons", "between us", "voor eigen gebruik/info*/ogen/oren",
        "sst/ssst", "strikt persoonlijk", "withheld", "vertr/vertrouwel", "achter de hand", "via via",
        "van horen zeggen", "between/within these walls", "naar verluidt", "laag/low profiel/profile",
        "bevat ...1 persoonsgegevens/bedrijfsgegevens/concurrentiegegevens", "niet/not waar ...3 bij is/zijn",
        "buiten ...3 woo/wob/verslag/notulen/dossier/verzoek", "gerubr", "confi/confid", "*sgevoelig", "n.o/n-o", "pbo",
        "n.o.b", "otr/bwo/bpo", "mr/bwo/bpo~stuk/punt", "fyeo", "fouo", "noforn", "chatham house rule*?", "entre nous",
        "achter gesloten deuren", "beperkt verspreid*", "beperkte verspreiding", "anonimiseren", "gevoelig", "weghalen",
        "rijksintern", "for your/my eyes/ears only?", "gevoelige info*", "lees en vernietig*", "burn after reading",
        "achter de schermen", "tussen vier muren", "in klein comite besproken?",
        "in beperkte/kleine kring bekend/besproken?", "beperkte/kleine kring",
        "geheimhouding opgelegd/geldt/bekrachtigd", "ambtelijk concept", "ambtelijke noot",
        "publicatie/publiceren volgt? pas ...3 *",
        "openba* na/vanaf de/het? verzending/aanbieding/publicatie/debat/besluitvorming/ministerraad/mr/prinsjesdag",
        "woo/wob~uitzonder*/grond*/gevoelig*/weiger* a/b/c/d/e/f/g/h/i/j/k?",
    ),
    Kind.TITLE: ("rubricering*",),
    Kind.ELSE: (
        "geheime dienst/diensten/agent*/stemming*", "secret ballot*/service*", "confidential computing",
        "internal market*", "restricted session*",
    ),
}  # fmt: skip
# A ground of the Woo or of the Wob, its predecessor: `art. 5.1, tweede lid, onder e, Woo`, `5.1(2)(e)`, `10.2.g`
_LAW = r"(?:woo|wob|wet\sopen(?:\soverheid|baarheid\svan\sbestuur))"
_OF_LAW = rf"(?:van\sde\s)?{_LAW}\b"
_ARTICLE = r"(?:(?:art\w*[\s.]+)?(?:5\.[12]|1[01]\.[12]|1[01](?=\W{1,3}(?:lid|wob)\b))|art\w*[\s.]+1[01])(?![0-9])"
_NOT_OF_OTHER = r"(?!,?\s(?:van\b|(?!wet\sopen)(?:\w+wet|wet(?=\s\w)|\w*(?:wetboek|verordening|verdrag|richtlijn))\b))"
_SIGNS = r"[\s.,/&-]{0,4}"
_LETTER = rf"{_SIGNS}(?:\([a-k]\)|[a-k]\b)"
_STEPS = (
    rf"(?:{_LETTER}|{_SIGNS}(?:\([0-9]\)|[0-9](?![0-9])|(?:aanhef|en|of|lid|onder|sub|onderdeel"
    r"|(?:eerste|tweede|derde|vierde|vijfde)\slid)\b)){0,12}"
)
# Before the bracket: the name of a meeting, or what `MR` and `V` stand for
_MEANT = "overleg diner lunch sessie gesprek vergadering bijeenkomst ontbijt briefing deel raad vrouw vrouwen"
_NO_MARK = "".join(rf"(?<!{each}..)" for each in _MEANT.split())
# Marks that a phrase cannot express: kind, ways to start, and pattern (which ignores case, unless it says otherwise)
PATTERNS: tuple[tuple[Kind, tuple[str, ...], str], ...] = (
    # The marks of a paragraph in papers of the United States and of NATO: (S//NF), (C//REL TO USA, NLD), (TS//SI//NF)
    (
        Kind.LABEL,
        ("TS/", "S/", "C/", "U/", "R/", "NS/", "NC/", "NR/", "NU/", "CUI/", "UNCLAS"),
        r"(?-i:(?:TS|N?[CRSU]|CUI|UNCLAS)(?://[A-Z]{2,}|/(?:NF|NOFORN|FOUO|REL|SI|OC|ORCON)\b)(?:[A-Z/, -]*[A-Z]\b)?)",
    ),
    (Kind.LABEL, ("tlp*",), r"tlp[\s:-]{0,3}(?:red|amber|green|rood|oranje|groen)(?:\s?\+\s?strict)?\w*"),
    # Key points cite articles 5.1 of other laws too, so the citation must be complete or name the law
    (Kind.LABEL, ("woo", "wob", "wet open*"), rf"{_LAW}[\s,:.-]{{1,3}}{_ARTICLE}{_STEPS}"),
    (
        Kind.ALONE,
        ("art*", "5.1", "5.2", "10.1", "10.2", "10 lid", "10, lid", "11.1", "11 wob", "11 lid", "11, lid"),
        rf"{_ARTICLE}{_STEPS}(?:{_LETTER}(?:\W{{1,3}}{_OF_LAW})?|[\s,]{{1,3}}{_OF_LAW}){_NOT_OF_OTHER}",
    ),
    (Kind.ALONE, ("art*", "5.2"), r"(?:art\w*[\s.]+)?5\.2[.,\s]+(?:lid\s[1-4]|(?:eerste|tweede|derde|vierde)\slid)\b"),
    # 5.1.5 and 5.2.1 may be the number of a section, unless they stand alone in brackets
    (Kind.ALONE, ("5 1", "5 2"), r"(?<![^\[(])5\s[12]\s[1-7]\s[a-i](?![^\])])"),
    (Kind.ALONE, ("5.1", "5.2"), r"5\.1\.[12]\.?[a-i]\b|(?<![^\[(])5\.(?:1\.5|2\.1)(?![^\])])"),
    (Kind.ALONE, ("int", "conf", "geh", "vtr"), r"(?:int|conf|geh|vtr)(?=\.?(?:\W*$|[)\]}:]|\s[–—-]\s))"),
    # In brackets, but not behind the name of a meeting
    (
        Kind.ALONE,
        ("MR", "v", "besloten", "kabinet"),
        rf"(?<=[(\[]){_NO_MARK}(?:(?-i:MR)|v(?=.\W*$)|besloten|kabinet)(?=[)\]])",
    ),
    (
        Kind.ALONE,
        ("openb*", "publi*", "woo", "wob"),
        r"(?:(?:openba|publi)\w*|wo[ob])(?:\smaken)?(?:\s?[?:=]\s?n\b|(?:\s?[?:=]\s?|\s)(?:nee|niet(?!\s\w)|no|false)\b)",
    ),
    (Kind.ALONE, ("openb*",), r"openba\w*\s(?:vanaf|per|na|op)\s[0-9]+"),
    (Kind.ORDER, ("kring", "besloten"), r"(?:kring(?=\s?:)|besloten\s(?:ge)?deel(?:te)?(?=\s?[:)]))"),
    (Kind.ALONE, ("rel*",), r"rel(?:easable)?\s(?:to\s[a-z, ]+|(?-i:[A-Z]{2,})\b)"),
    (
        Kind.FRONT,
        ("in vertrouwen",),
        r"(?:(?<!\w\s)|(?<=deeld\s)|(?=in\svertrouwen(?:\s\w+){0,3}\sdat\b))in\svertrouwen\b(?!\s(?:op|in|van|tussen|en)\b)",
    ),
    (Kind.CIRCLE, ("intern", "interne", "internal"), r"intern(?-i:(?:e|al)?\s[A-Z]{2,6})\b"),  # Intern BZ
    # In upper case, without a number: NATO Restricted, departementaal vertrouwelijk, zeer geheim
    (Kind.ALONE, ("DV", "NR", "PERSOONLIJK", "SBU", "ZG"), r"(?-i:DV|NR|PERSOONLIJK|SBU|ZG)\b(?![\s.:]{0,3}[0-9])"),
    # `Bijeenkomst met bedrijven (besloten)`: the meeting is closed, which is no secret
    (
        Kind.ELSE,
        ("bijeenkomst", "overleg", "gesprek", "gesprekken", "vergadering", "lunch", "diner", "ontbijt", "rondetafel"),
        r"(?<![\w,]\s)\w+\s(?:met|van|tussen)\s(?:(?!\w*(?:geheim|vertr|conf|intern))[\w'’-]+\s){1,4}\(besloten(?=\))",
    ),
    (Kind.ELSE, ("gerubriceerde",), r"gerubriceerde\sinformatie\b(?!\W*[\])])"),  # in brackets it is about the text
)
# What NATO and others put before a paragraph as its mark: (NR)
OF_PARAGRAPHS = ("R", "C", "S", "V", "TS", "NU", "NR", "NC", "NS", "DV", "ZG")
# Words that are recognised in spite of a typo; the last one also as two words
SPELT = ("vertrouwelijk", "confidentieel", "confidential", "geheim", "nietopenbaar")
# Words before a mark at the start of a text, behind which the text itself may follow
BEFORE = (
    "strikt", "zeer/heel", "hoogst/uiterst/streng", "strict/strictly", "persoonlijk", "commercieel", "politiek",
    "ambtelijk",
    "let/pas op", "n.b", "nb", "nog", "graag", "even", "s.v.p", "svp", "a.u.b/aub", "uit/via", "status", "u/uu/uur",
    "concept/conceptversie/draft", "diplomatiek/bilateraal", "bestuurlijk/juridisch", "onder/under",
    "maandag/dinsdag/woensdag/donderdag/vrijdag/zaterdag/zondag/ma/di/wo/do/vr/za/zo",
    "januari/februari/maart/april/mei/juni/juli", "augustus/september/oktober/november/december",
    "jan/feb/mrt/apr/jun/jul/aug/sep/sept/okt/nov/dec",
)  # fmt: skip
# Words that may stand beside a mark, as they say nothing about the content: how, for how long, of what
BESIDE = (
    *BEFORE, "uk/us/nl/nld", "unclassified", "commercially/politically", "mr", "kabinet/ministerraad", "alleen",
    "uitsluitend", "voor", "for", "for your", "please", "to be", "te", "moet/moeten/hoeft", "bevat", "valt/vallen",
    "en", "of", "and", "a", "hoort/horen", "gelieve", "yet", "gaat/gaan", "is", "zijn", "blijf/blijft/blijven",
    "word/wordt/worden", "mag/mogen/kan/kunnen", "houden", "behandelen/behandeld/behandeln", "maken/gemaakt",
    "hou/houd", "dit/dat/hier", "deze informatie?", "hierover/hiervan/ervan", "natuurlijk/uiteraard", "further",
    "kamer/pers/media", "stuk/nota", "we/wij", "dus/want", "punt", "blok", "passage/passages", "alinea", "zin", "tekst",
    "artikel/art", "bovenstaand*/onderstaand*/volgende/vorige", "voorlopig", "vooralsnog", "deels",
    "begin/start/eind/einde/end", "bij", "i.v.m", "bij/voor woo*/wob* verzoek*/besluit*?",
    "met/aan/naar/de de? kamer/tk/ek/parlement/pers/media/buiten*/derden", "om", "tot", "met", "t~m", "publicatie",
    "openbaarmaking", "verzending", "prinsjesdag", "nader/nadere order/bericht?", "grond van?", "op grond van?",
    "o.g.v", "ogv", "t.b.v", "tbv", "ground", "sg/dg/psg", "bijlage", "nota", "memo", "classificatie", "merking",
    "info", "minister*", "betreft", "bron", "bericht", "gedeeld/meegedeeld/gemeld/verteld/verkregen/ontvangen",
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_GLUE = {"~": r"[\s./-]{0,2}", " ": r"(?:\s+-?|-\s?)"}


def pattern_of(phrase: str) -> str:
    """The regular expression for a phrase of the lists above. The caller decides whether case counts."""
    made, glue = "", ""
    for word, glue_behind in re.findall("([^~ ]+)([~ ]?)", phrase):
        if word.startswith("..."):
            made += rf"(?:{glue}(?!(?:alle|wil|willen|zal|zullen|zouden)\b)\w{{1,40}}){{0,{word[3:]}}}"
        else:
            choice = _any_of(word.rstrip("?"), bound="" if glue_behind == "~" else r"\b")
            made += f"(?:{glue}{choice}){'?' * word.endswith('?')}"
        glue = _GLUE.get(glue_behind, "")
    return made


def _any_of(words: str, bound: str) -> str:
    made = (re.escape(each).replace(r"\*", r"\w*").replace("_", _GLUE[" "]) for each in words.split("/"))
    return f"(?:{'|'.join(each + bound if each[-1].isalnum() else each for each in made)})"


class _Entry(NamedTuple):
    """A mark and one of the words that it can start with (`first`; if `is_open`, how such a word starts)."""

    kind: Kind
    pattern: Pattern
    first: str
    is_open: bool
    in_capitals: bool
    needed: tuple[str, ...]  # a text with the mark contains one of these


def pieces_needed(word: str) -> set[str]:
    """The pieces of all marks that start with this word: a text without any of them cannot have such a mark."""
    return {piece for part in _WORD.findall(word) for each in _beginning_with(part) for piece in each.needed}


def marks_in(text: str) -> Iterator[tuple[int, int, Kind]]:
    """The start, end and kind of each mark in the text, from left to right."""
    has, end = cache(text.lower().__contains__), 0  # in a long text thousands of words may start a phrase
    possible: dict[str, list[_Entry]] = {}
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        if word[0] not in possible:
            possible[word[0]] = [each for each in _beginning_with(word[0]) if any(map(has, each.needed))]
        matches = ((each.pattern.match(text, word.start()), each.kind) for each in possible[word[0]])
        if found := [(match.end(), kind) for match, kind in matches if match]:
            end, kind = max(found, key=lambda each: each[0])  # of several equally long ones the first
            yield word.start(), end, kind


@lru_cache(maxsize=20_000)  # the same words come back in text after text
def _beginning_with(word: str) -> tuple[_Entry, ...]:
    """The marks that can start with this word."""
    by_letter, compounds = _listed()
    small, is_capital = word.lower(), word.isupper()
    found = (each for each in by_letter.get(small[0], ()) if small.startswith(each.first))
    return (
        *(each for each in found if (each.is_open or small == each.first) and (is_capital or not each.in_capitals)),
        *(each for each in compounds if each.first in small),
    )


@cache
def _listed() -> tuple[dict[str, list[_Entry]], list[_Entry]]:
    """The marks by their first letter, and those that may be the end of a compound."""
    by_letter: dict[str, list[_Entry]] = {}
    compounds: list[_Entry] = []
    for kind, stems, pattern, needed in _declared():
        for begin in stems:
            whole = begin.strip("*").lower()
            first, *others = re.split("[ _./-]", whole)
            is_open = begin.endswith("*") and not others
            entry = _Entry(kind, pattern, first, is_open, begin.isupper(), needed or (whole,))
            (compounds if begin.startswith("*") else by_letter.setdefault(first[0], [])).append(entry)
    return by_letter, compounds


def _declared() -> Iterator[tuple[Kind, list[str], Pattern, tuple[str, ...]]]:
    """Each mark: kind, ways to start, pattern, and the pieces of which a match has one (empty: its way to start)."""
    for kind, phrases in PHRASES.items():
        for phrase in phrases:
            first, glue = re.findall("^([^~ ]+)(~?)", phrase)[0]
            words = [each for each in re.split("[ ~]", phrase) if each[-1] != "?" and each[:3] != "..." and each != "*"]
            rarest = max(reversed(words[1:] or words), key=lambda each: min(map(len, each.split("/"))))
            needed = tuple(word.strip("*").rpartition("_")[2] for word in rarest.split("/"))
            stems = [word + "*" * bool(glue) for word in first.split("/")]
            yield kind, stems, Pattern(partial(pattern_of, phrase), re.IGNORECASE), needed
    for kind, begins, pattern in PATTERNS:
        yield kind, list(begins), Pattern(pattern, re.IGNORECASE), ()
