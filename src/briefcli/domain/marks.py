"""How a memo says of itself, of a part or of a point that it is not public. In doubt it is not."""

import re
from functools import cache, lru_cache

# Classifications, written the way that no ordinary sentence writes them
_LABEL = (
    r"(?i:\b(?=[dstnuecorwl])(?:dep(?:\.|artementaal)?[\s-]?(?:v\b\.?|vertr\w*\.?)|DepV\b"
    r"|stg\b\.?(?:[\s-]?(?:z?g|c)\b\.?)?|stgz?[cg]\b"
    r"|TLP\s?:?\s?(?:RED|AMBER|GREEN)(?:\s?\+\s?STRICT)?\w*"
    r"|(?:NATO|NAVO|EU|UE|COSMIC|OTAN)[\s/-]+(?:UN)?(?:RESTRICTED|CONFIDENTIAL|SECRET|CLASSIFIED|TOP SECRET)\b"
    r"|RESTREINT(?:\sUE)?|CONFIDENTIEL\sUE|SECRET\sUE|(?:R-UE/)?EU-R\b|C-UE/EU-C\b|S-UE/EU-S\b|Woo[\s,]+(?:art\w*\.?\s)?5\.[12]\S*|LIMITE\b))"
)
# Words that withhold where they stand alone, in brackets, in a heading or before a colon
WORDS = (
    rf"(?:{_LABEL}|(?i:\bniet[-\s](?:te\s)?(?:actief\s)?(?:voor\s)?(?:de\s)?(?:openb\w*|publi\w+|verspreid\w*|extern\w*)"
    r"|\b(?:niet|geen)\s(?:\w+\s){0,4}openb\w*|\bopenba\w*\s(?:\w+\s){0,3}niet\b|\bniet\s(?:\w+\s){0,2}vrijgegeven"
    r"|\b(?:onttrokken|uitgezonderd|uitgesloten|vrijgesteld)\s(?:aan|van)\s(?:de\s)?openb\w*|\b\w*geanonimiseerd\w*"
    r"|\bniet\s(?:te\s|verder\s|actief\s|extern\s|breed\s)*(?:delen|verspreiden|doorsturen|uit(?:\ste\s)?dragen"
    r"|communiceren|benoemen|noemen|melden|verstrekken)\b|\bgeen\sopenba\w*|\b\w*vertrouwelijk\w*|\b(?:staats|bedrijfs|ambts|kabinets)?geheim\w*|\bconfidenti\w+|\bgerubriceerd\w*"
    r"|\brubricering\w*|\bembargo\w*|\b(?:zwart|weg)?gelakt\w*|\b(?:weg)?lak(?:ken(?:\s(?:bij|voor|vóór)\s\w+)?)?\b|\bweggelaten\b|\bonleesbaar\sgemaakt\w*"
    r"|\bweg(?:laten(?:\s(?:bij|voor|vóór)\s\w+)?|\ste\s(?:laten|lakken))\b|\b(?:zwart|onleesbaar)\s?(?:te\s)?(?:maken|gemaakt)\b|\buitzonderen\b"
    r"|\b(?:schrappen|verwijderen|anonimiseren|afschermen)\s(?:bij|voor|vóór)\s(?:\w+\s)?(?:openb|publi|woo)\w*"
    r"|\b(?:bij|voor|vóór)\s(?:\w+\s)?(?:openb|publi)\w+\s(?:schrappen|verwijderen|anonimiseren|afschermen)\b"
    r"|\b(?:geel|grijs)\s?(?:gemarkeerd|gearceerd)\w*"
    r"|\b(?:alleen|uitsluitend)\s(?:bestemd\s|bedoeld\s)?voor\s(?:(?:de\s)?(?:minister|bewindsperso\w+)|ambtelijk\w*|u)\b"
    r"|\beyes\sonly\b|\boff[\s-]the[\s-]record\b|\b(?:koers|beurs|markt|concurrentie)gevoelig\w*"
    r"|\bafgeschermd\w*|\buitzonderingsgrond\w*|\bweigeringsgrond\w*|\bpersoonlijke\sbeleidsopvatting\w*"
    r"|\bintern(?:e)?\s(?:noot|nota|beraad|gebruik|memo|aantekening\w*)|\b(?:alleen|uitsluitend|strikt)\s(?:voor\s)?inter\w+"
    r"|\bnot\s(?:for\s)?(?:further\s|onward\s)?(?:public\w*|disclos\w*|releas\w*|distribut\w*|circulat\w*)|\bnon-?public\w*|\bclassified\b|\b(?:top\s)?secret\b"
    r"|\brestricted\b|\bfor\sofficial\suse\b|\bno\sforeign\b|\bsensitive\b|\bredacted\b))"
)
_ALONE = (
    rf"\W*(?:(?:(?i:strikt|zeer|persoonlijk|en|met|bijlage|deel|nota|memo|rubricering|classificatie|merking|status"
    rf"|onder|tot|uitsluitend|alleen|voor|intern|intern\sgebruik)\b|{WORDS})\W*)+"
)
_INTERN = r"(?i)\W*(?:(?:alleen|uitsluitend)\s)?(?:voor\s)?intern(?:\sgebruik)?\W*"
_BEFORE_COLON = (  # which looks for its sign first, as most sentences have none
    rf"^(?=[^:!–—-]*[:!–—-])\W*[^.:;!?]{{0,50}}{WORDS}[^.:;!?]{{0,60}}(?:[:!]|\s[–—-]\s)"
)
_FIRST = (
    rf"^\W*(?:(?i:strikt|zeer|alleen|uitsluitend|voor|for|onder|let op|commercieel|politiek)\W+)*(?:{WORDS})\s*"
    r"(?:[,.-]|(?:\w+\s?){0,2}(?:[:\])!*_>|/–—]|$))"
)
_IN_BRACKETS = rf"[\[({{⟦<][^\])}}>]{{0,60}}?(?:{WORDS}|\b[Ii]ntern\b)[^\])}}>]{{0,60}}[\])}}>⟧]"
_AT_END = rf"(?:[–—/|*-]|\s{{2}})\s*(?:\w+\s){{0,2}}(?:{WORDS})(?:\s\w+){{0,2}}\W*$|[,;]\s*(?:{WORDS})\W*$"
_SAYS_SO = (
    r"(?i)\b(?:is|zijn|blijft|blijven|wordt|worden|mag|mogen|kan|kunnen)\b[^.;]{0,60}\b(?:niet\s(?:\w+\s){0,3}openb\w*|geheim"
    r"|(?:strikt\s)?vertrouwelijk|staatsgeheim|onder\sembargo|gerubriceerd|gelakt|weggelakt)\b"
    r"|\b(?:niet\sopenbaar|geheim|vertrouwelijk|gelakt)\s(?:is|zijn|blijft|blijven|wordt|worden)\b"
    r"|\b(?:uit|in|tijdens|volgens|op basis van)\s(?:een\s|het\s|de\s)?(?:strikt\s)?(?:vertrouwelijke?|geheime?)\s"
    r"(?:\w+\s){0,2}(?:overleg|gesprek\w*|informatie|stuk|stukken|brief|briefing|rapport|bron|bronnen)\b"
    r"|\b(?:deze|dit|bovenstaande|vorige|onderstaande|volgende)\s(?:passages?|alinea|zin|punt|tekst|informatie|nota)\s"
    r"(?:niet\s(?:\w+\s)?(?:delen|verspreiden)|(?:\w+\s){0,2}(?:(?:weg)?lakken|weglaten))\b"
)
_NOT_PUBLISHED = r"(?i)\W*(?:nota\s)?(?:actief\s)?openbaar(?:\smaken)?\s*[:?]?\s*nee\b.*"
# What the head says is not public although the memo is, or that only a part of it is
_EXCEPTION = (
    r"(?i)\bm\.?u\.?v\b|\bmet\suitzondering\b|\buit(?:gezonderd|zonder\w+)\b|\bbehalve\b|\bbehoudens\b|\btenzij\b|\bexcl\w*"
    r"|\bzonder\b|\bniet\b|\bdeels\b|\bgedeelte\w*|\bten\sdele\b|\bpartly\b|\bexcept\b|\b(?:weg|zwart)?(?:ge)?lak\w*|\b\w*gemarkeerd\w*"
    r"|\bgearceerd\w*|\bweg(?:laten|gelaten)\b|\bpassages?\b|\bredact\w+|\bgeschoond\w*"
)
_PUBLIC_FIELD = (
    r"(?i)\W*(?:(?:nota|mag|kan)\s)?(?:actief\s)?(?:openba\w+|publiceren|publicatie)(?:\smaken|\sworden)?\s*[:?]?\s*"
    r"(?P<value>(?:ja|deels|gedeeltelijk)\b.*)"
)
_PERSONAL = r"(?i)\b(?:persoonsgegevens|persoonlijke\slevenssfeer|contactgegevens|namen)\b"
_PIECES = r"(?:passages?|alinea\w*|tekst\w*|zin(?:nen)?|delen|gedeelt\w+|onderdelen|woorden|stukken)"
_LOOK = (
    r"(?:geel|gele|grijs|grijze|rood|rode|groene?|blauwe?|gemarkeerde?|geel(?:ge\w+)|gearceerde?|gekleurde?|cursie\w+"
    r"|vetgedrukte?|onderstreepte?|doorgehaalde?)"
)
_MARKED_BY_LOOK = (
    rf"(?i)\b{_LOOK}\s(?:\w+\s){{0,2}}?{_PIECES}\b"
    rf"|\b{_PIECES}\s(?:die|zijn|is|in|met|een|het)\s(?:\w+\s){{0,2}}?{_LOOK}\b"
)
_BETWEEN = (
    r"(?i)\b(?:tussen|binnen|in|m\.?u\.?v\.?|uitzondering\svan|behalve|behoudens)\s(?:de\s|dubbele\s)*(?P<signs>[\[({<]+[\W_]{0,6}[\])}>]+"
    r"|(?:(?:vierkante|rechte|blok|tekst|ronde|punt)[\s-]?)*(?:haken|haakjes)\b|accolades\b)"
)
_SIGNS = (
    ("[", r"(?i)\[|vierkant|recht|blok|tekst|^ha"),
    ("(", r"(?i)\(|rond|^ha"),
    ("{", r"(?i)\{|accol"),
    ("<", r"(?i)<|punt"),
)
_OPEN = "(?i)openb|publi"
_OF_ABOVE = (
    r"(?i)\b(?:bovenstaande?|voorgaande|vorige)\s(?:\w+\s)?(?P<what>alinea\w*|passages?|zin(?:nen)?|punt(?:en)?|tekst\w*|bullets?"
    r"|paragra\w+|onderdeel)\b|\b(?:het\sbovenstaande|hierboven)\b"
)
_SENTENCE_END = r"[.;!?]\s+(?=[A-Z])"
_RANGE = (
    r"(?i)\W*(?P<side>begin|start|aanvang|einde?|end|eind)\s(?:van\s)?(?:(?:het|de)\s)?"
    r"(?P<what>[^\])]{2,60}?)[\])>}]?\W*"
)
_UNMARKED = (
    r"(?i)\W*(?:rubricering|classificatie|merking|classification)\s*:\s*"
    r"(?:ongerubriceerd|geen|n\.?v\.?t|openbaar|none|public)\W*"
)
_PAGE = r"(?i)\b(?:pagina|page|blz\.?|bladzijde)\s*[0-9]+(?:\s*(?:van|of|/)\s*[0-9]+)?|\b[0-9]+\s*/\s*[0-9]+$"
_OF_RUBRIC = r"(?i)^\W*(?:rubricering|classificatie|merking|classification|status)\s*:\s*"
_ASIDE = r"\s+[–—-]\s+|\s*[|(/]"
# A ground of the law by its number. Key points name other articles 5.1, so it is complete, or the law is named
_GROUND = (
    r"(?i:\b(?:(?:op\s)?grond(?:\svan)?\W+|ground\W+)?(?:woo|wob)\W+(?:art\w*\W+)?(?:5\.[12]|10)\S*"
    r"(?:[,\s]+(?:aanhef|en|lid|onder|sub|onderdeel|(?:eerste|tweede|derde|vierde|vijfde)\slid|[0-9]|[a-k]\b))*"
    r"|\b(?:(?:op\s)?grond(?:\svan)?\W+|ground\W+)?(?:art\w*\W+)?(?:5\.[12]|10\.2)"
    r"(?:[.,()\s]+(?:aanhef|en|lid|onder|sub|(?:eerste|tweede|vijfde)\slid|[0-9]))*[.,()\s]*[0-9]?[.,()\s]*"
    r"(?:[a-k]\b\)?(?:\W+(?:van\sde\s)?(?:woo|wob)\b)?|(?:van\sde\s)?(?:woo|wob)\b)"
    r"|\b(?:art\w*\W+)?5\.2[.,\s]+(?:lid\s[1-4]\b|(?:eerste|tweede|derde|vierde)\slid\b))"
)
_OTHERS = r"(?:kamer|tk|ek|parlement|pers|media|buiten\w*|derden)"
_OFFICE = r"(?:minister|min|mp|stas|bewindsperso\w+|bwp|p?sg|dg)"
# Words that are a mark where they stand alone in an agenda, besides those of memos
_OF_AGENDA = (
    r"(?i:\bintern(?:al)?\b(?:\s(?:gebruik|use\sonly))?|\bpriv(?:ate|[eé])\b|\bwithheld\b|\bvertr\b|\bn\.o\b\.?"
    r"|\b[a-z]{2,4}\seyes\sonly\b|\bnot\sfor\s(?:(?:the\s)?(?:house|press)|attribution|quotation)\b"
    r"|\bfyeo\b|\bfouo\b|\bnoforn\b|\brel\sto\s[a-z, ]+|\bchatham\shouse\srules?\b|\bpolitiek\sgevoelig\b"
    rf"|\bniet\s(?:bestemd\s|bedoeld\s)?(?:voor|naar|met|aan)\s(?:de\s)?{_OTHERS}(?:\s(?:delen|sturen|zenden))?\b"
    r"|\bniet\s(?:opnemen|vermelden|gebruiken)\b|\bniet\s(?:opnemen\s)?in\s(?:de\s)?(?:kamer)?(?:brief|stuk\w*|nota)\b"
    r"|\bniet\s(?:uitspreken|zeggen|opschrijven)\b|\balleen\smondeling\b(?:\s(?:delen|toelichten))?"
    r"|\b(?:beperkte\sverspreiding|beperkt\sverspreid\w*)"
    rf"|\b(?:alleen|uitsluitend)\s(?:voor\s)?(?:de\s)?{_OFFICE}(?:/{_OFFICE})*\b"
    r"|\bwo[ob][\s-]?(?:uitzonder|grond|gevoelig|weiger)\w*(?:\s[a-k]\b)?)|\b(?i:intern)(?:e|al)?\s[A-Z]{2,6}\b|\bCONF\b"
)
_ONE = rf"(?P<one>{_GROUND}|{WORDS}|{_OF_AGENDA})"
# What may stand beside such words, as it says nothing of the matter itself: how, for how long, of what
_BESIDE = (
    r"(?i:strikt|zeer|persoonlijk|commercieel|politiek|mr|let\sop|onder|alleen|uitsluitend|voor|for\syour|nog|en|of|and"
    r"|rubricering|status|concept|s\.?v\.?p|graag|is|zijn|blijf(?:t|ven)|blijven|word(?:t|en)|mag|mogen|behandel(?:en|d)|houden"
    r"|maken|gemaakt|dit|deze|punt|passages?|alinea|zin|tekst|bovenstaande?|onderstaande?|voorlopig|vooralsnog|deels"
    rf"|begin|start|einde?|i\.?v\.?m\.?\s\w+|(?:bij|voor)\swo[ob]\w*|met\s(?:de\s)?{_OTHERS}"
    r"|[0-9]+(?:u|uur)?|uu?r?|om|tot(?:\sen\smet)?|t/m|publicatie|openbaarmaking|verzending|nader(?:e|\sorder|\sbericht)?"
    r"|(?:maan|dins|donder|vrij|zater|zon)dag|woensdag|januari|februari|maart|april|mei|juni|juli|augustus|september"
    r"|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)"
)
# The words of each kind are tried as often as they come, so that the long pattern stands here once
_MARK = (
    rf"\W*(?:\b{_BESIDE}\b\W*|{_ONE}\W*)+"
    r"(?P<goes_on>\b(?i:tot|op\sgrond|wegens|vanwege|conform|volgens|i\.?v\.?m|for|until|per|informatie|gegevens"
    r"|passage|tekst|want|omdat)\b.*)?"
)
# Also as NATO marks a paragraph: `(NR) Allies agreed`
_LABEL_IN_FRONT = rf"\W*{_LABEL}(?![\w-])|\W*\((?:N[RCS]|DV)\)\s"
_LONGEST, _MOST_WORDS = 100, 13


@cache
def _re(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when first needed: that of all words takes longer than most files to read."""
    return re.compile(pattern)


def is_marked(text: str) -> bool:
    """Whether a point, or the name of an annex, says of itself that it is not public."""
    if _re(_UNMARKED).fullmatch(text):
        return False
    return any(_re(each).search(text) for each in (_FIRST, _BEFORE_COLON, _IN_BRACKETS, _AT_END, _LABEL, _SAYS_SO)) or (
        _re(_INTERN).fullmatch(text) is not None
    )


def begins_with_mark(text: str) -> bool:
    """Whether a mark stands in front, with a sign behind it."""
    return _re(_FIRST).match(text) is not None


@lru_cache(maxsize=1_000)  # the same words come back in file after file
def is_mark(words: str, *, may_go_on: bool = False) -> bool:
    """Whether a few words are a mark and no part of a sentence: `niet openbaar`, `Dep. V.`, `Woo 5.1.2e`, `TLP:RED`.

    With `may_go_on` also where it says why or until when: `vertrouwelijk tot 1 maart`.
    """
    if len(words) > _LONGEST or _re(_UNMARKED).fullmatch(words):
        return False
    found = _re(_MARK).fullmatch(words)
    return found is not None and found["one"] is not None and (may_go_on or found["goes_on"] is None)


def begins_with_label(text: str) -> bool:
    """Whether a text begins with a classification as no sentence does: `Stg. GEHEIM de prijs`."""
    return _re(_LABEL_IN_FRONT).match(text) is not None


def without_stop(text: str) -> str:
    """A line without the full stop of an abbreviated mark at its end, which ends no sentence: `Kernpunten – Dep.V.`"""
    ends = [found.end() for found in _re(_LABEL).finditer(text)]
    return text.rstrip(". ") if ends and not text[ends[-1] :].strip(". ") else text


def is_marked_heading(text: str) -> bool:
    """Whether a short line that is no sentence says that what stands under it is not public."""
    words = without_stop(text.strip())
    if _re(_UNMARKED).fullmatch(text):
        return False
    if len(words) > _LONGEST or len(words.split()) > _MOST_WORDS or words.endswith((".", ";", ",")):
        return is_mark_alone(text)
    return is_mark_alone(text) or _re(WORDS).search(words) is not None


def is_mark_alone(text: str) -> bool:
    """Whether a line is a mark and nothing else: `VERTROUWELIJK`, `Rubricering: Stg. Geheim`."""
    if _re(_UNMARKED).fullmatch(text):
        return False
    return len(text) < _LONGEST and (
        (_re(_ALONE).fullmatch(text.strip()) is not None and _re(WORDS).search(text) is not None)
        or _re(_INTERN).fullmatch(text.strip()) is not None
    )


def classified_as(line: str) -> str | None:
    """The classification that a line at the edge of a page, or in the head, gives the text as a whole.

    What it is about or a page number may stand behind it: `Vertrouwelijk – dossier Riet`. A sentence gives none.
    """
    text = " ".join(_re(_PAGE).sub("", line).split())
    if is_mark_alone(text):
        return text.strip("[]() ")
    if len(text) > _LONGEST or text.endswith((".", ";", "?", ":")) or _re(_UNMARKED).fullmatch(text):
        return None
    first = _re(_ASIDE).split(_re(_OF_RUBRIC).sub("", text), maxsplit=1)[0]
    label = _re(_LABEL).match(text)
    pieces = [each.strip("[]() ") for each in (first, *text.split("|"))]
    return next(filter(is_mark_alone, pieces), label[0].strip() if label else None)


def is_rubric(line: str) -> bool:
    """Whether a line has the label of a classification: `Rubricering: Stg. Geheim`."""
    return _re(_OF_RUBRIC).match(line) is not None


def is_not_to_be_published(text: str) -> bool:
    """Whether the head says that the memo as a whole is not to be published."""
    return _re(_NOT_PUBLISHED).fullmatch(text.strip()) is not None


def brackets_said(text: str) -> str:
    """The opening brackets between which the memo says that nothing is public: `[` or `[(`; empty where it does not."""
    found: dict[str, None] = {}
    for match in _re(_BETWEEN).finditer(text):
        before, behind = text[max(match.start() - 120, 0) : match.start()], text[match.end() : match.end() + 120]
        words = f"{_re(_SENTENCE_END).split(before)[-1]}{match[0]}{_re(_SENTENCE_END).split(behind)[0]}"
        if _re(WORDS).search(words) or (_re(_EXCEPTION).search(words) and _re(_OPEN).search(words)):
            found |= {sign: None for sign, shape in _SIGNS if _re(shape).search(match["signs"])}
    return "".join(found)


def marked_above(text: str) -> str | None:
    """What above it a mark says is not public: `alinea` in `[bovenstaande alinea niet openbaar]`; None for others."""
    found = _re(_OF_ABOVE).search(text) if len(text) < _LONGEST and _re(WORDS).search(text) else None
    return (found["what"] or "").lower() if found else None


def is_partly_public(text: str) -> bool:
    """Whether a field of the head, or a sentence, says that passages are not public, which the text does not show."""
    field = _re(_PUBLIC_FIELD).fullmatch(text.strip())
    if field is not None and _re(_EXCEPTION).search(field["value"]):
        return not _re(_PERSONAL).search(field["value"])
    return _re(_MARKED_BY_LOOK).search(text) is not None and _re(WORDS).search(text) is not None


def range_side(text: str) -> str | None:
    """`begin` or `end` for a line that opens or closes a range that is not public."""
    found = _re(_RANGE).fullmatch(text.strip()) if len(text) < _LONGEST else None
    if found is None or not _re(WORDS).search(found["what"]):
        return None
    return "end" if found["side"].lower().startswith("e") else "begin"
