"""How a memo says of itself, of a part or of a point that it is not public. In doubt it is not."""

import re

# Classifications, written the way that no ordinary sentence writes them
_LABEL = (
    r"(?i:\b(?=[dstnuecorwl])(?:dep(?:\.|artementaal)?\s?(?:v\b\.?|vertr\w*\.?)|DepV\b|stg\b\.?"
    r"|TLP\s?:?\s?(?:RED|AMBER|GREEN)\w*"
    r"|(?:NATO|NAVO|EU|UE|COSMIC|OTAN)[\s/-]+(?:UN)?(?:RESTRICTED|CONFIDENTIAL|SECRET|CLASSIFIED|TOP SECRET)\b"
    r"|RESTREINT(?:\sUE)?|CONFIDENTIEL\sUE|SECRET\sUE|Woo[\s,]+(?:art\w*\.?\s)?5\.[12]\S*|LIMITE\b))"
)
# Words that withhold where they stand alone, in brackets, in a heading or before a colon
WORDS = (
    rf"(?:{_LABEL}|(?i:\bniet[-\s](?:te\s)?(?:actief\s)?(?:voor\s)?(?:de\s)?(?:openb\w*|publi\w+|verspreid\w*|extern\w*)"
    r"|\b(?:niet|geen)\s(?:\w+\s){0,4}openb\w*|\bopenba\w*\s(?:\w+\s){0,3}niet\b|\bniet\s(?:\w+\s){0,2}vrijgegeven"
    r"|\b(?:onttrokken|uitgezonderd|uitgesloten|vrijgesteld)\s(?:aan|van)\s(?:de\s)?openb\w*|\b\w*geanonimiseerd\w*"
    r"|\bniet\s(?:te\s|verder\s)?(?:delen|verspreiden|doorsturen)\b|\bgeen\sopenba\w*|\b\w*vertrouwelijk\w*|\b(?:staats|bedrijfs|ambts)?geheim\w*|\bconfidenti\w+|\bgerubriceerd\w*"
    r"|\brubricering\w*|\bembargo\w*|\b(?:zwart|weg)?gelakt\w*|\blakken\b|\bweggelaten\b|\bonleesbaar\sgemaakt\w*"
    r"|\bafgeschermd\w*|\buitzonderingsgrond\w*|\bweigeringsgrond\w*|\bpersoonlijke\sbeleidsopvatting\w*"
    r"|\bintern(?:e)?\s(?:noot|beraad|gebruik|memo|aantekening\w*)|\b(?:alleen|uitsluitend|strikt)\s(?:voor\s)?inter\w+"
    r"|\bnot\s(?:for\s)?(?:further\s|onward\s)?(?:public\w*|disclos\w*|releas\w*|distribut\w*|circulat\w*)|\bnon-?public\w*|\bclassified\b|\b(?:top\s)?secret\b"
    r"|\brestricted\b|\bfor\sofficial\suse\b|\bno\sforeign\b|\bsensitive\b|\bredacted\b))"
)
_ANY = re.compile(WORDS)
_LABELS = re.compile(_LABEL)
_ALONE = re.compile(
    rf"\W*(?:(?:(?i:strikt|zeer|persoonlijk|en|met|bijlage|deel|nota|memo|rubricering|classificatie|merking|status"
    rf"|onder|tot|uitsluitend|alleen|voor|intern|intern\sgebruik)\b|{WORDS})\W*)+",
)
_INTERN = re.compile(r"\W*(?:(?:alleen|uitsluitend)\s)?(?:voor\s)?intern(?:\sgebruik)?\W*", re.IGNORECASE)
_BEFORE_COLON = re.compile(  # which looks for its sign first, as most sentences have none
    rf"^(?=[^:!–—-]*[:!–—-])\W*[^.:;!?]{{0,50}}{WORDS}[^.:;!?]{{0,60}}(?:[:!]|\s[–—-]\s)"
)
_FIRST = re.compile(
    rf"^\W*(?:(?i:strikt|zeer|alleen|uitsluitend|voor|for|onder|let op|commercieel|politiek)\W+)*(?:{WORDS})\s*"
    r"(?:[,.-]|(?:\w+\s?){0,2}(?:[:\])!*_>|/–—]|$))"
)
_IN_BRACKETS = re.compile(rf"[\[({{⟦<][^\])}}>]{{0,60}}?(?:{WORDS}|\b[Ii]ntern\b)[^\])}}>]{{0,60}}[\])}}>⟧]")
_AT_END = re.compile(rf"(?:[–—/|-]|\s{{2}})\s*(?:\w+\s){{0,2}}(?:{WORDS})(?:\s\w+){{0,2}}\W*$|[,;]\s*(?:{WORDS})\W*$")
_SAYS_SO = re.compile(
    r"\b(?:is|zijn|blijft|blijven|wordt|worden|mag|mogen|kan|kunnen)\b[^.;]{0,60}\b(?:niet\s(?:\w+\s){0,3}openb\w*|geheim"
    r"|(?:strikt\s)?vertrouwelijk|staatsgeheim|onder\sembargo|gerubriceerd|gelakt|weggelakt)\b"
    r"|\b(?:niet\sopenbaar|geheim|vertrouwelijk|gelakt)\s(?:is|zijn|blijft|blijven|wordt|worden)\b",
    re.IGNORECASE,
)
_NOT_PUBLISHED = re.compile(r"\W*(?:nota\s)?(?:actief\s)?openbaar(?:\smaken)?\s*[:?]?\s*nee\b.*", re.IGNORECASE)
_RANGE = re.compile(
    r"\W*(?P<side>begin|start|aanvang|einde?|end|eind)\s(?:van\s)?(?:(?:het|de)\s)?(?P<what>[^\])]{2,60}?)[\])>}]?\W*",
    re.IGNORECASE,
)
_UNMARKED = re.compile(
    r"\W*(?:rubricering|classificatie|merking|classification)\s*:\s*(?:ongerubriceerd|geen|n\.?v\.?t|openbaar|none|public)\W*",
    re.IGNORECASE,
)
_IN_FRONT = re.compile(rf"\W*(?:[\[({{⟦<*]\W*(?:(?:{WORDS}|[Ii]ntern)\W*)+[\])}}>⟧*]|(?:{WORDS}\W*)+:)")
_LONGEST, _MOST_WORDS = 100, 13


def is_marked(text: str) -> bool:
    """Whether a point, or the name of an annex, says of itself that it is not public."""
    if _UNMARKED.fullmatch(text):
        return False
    return any(each.search(text) for each in (_FIRST, _BEFORE_COLON, _IN_BRACKETS, _AT_END, _LABELS, _SAYS_SO)) or (
        _INTERN.fullmatch(text) is not None
    )


def begins_with_mark(text: str) -> bool:
    """Whether a mark stands in front, with a sign behind it."""
    return _FIRST.match(text) is not None


def has_mark_in_front(text: str) -> bool:
    """Whether a mark stands in front of a text, in brackets or before a colon, so that it is no part of a title."""
    return _IN_FRONT.match(text) is not None and _UNMARKED.fullmatch(text) is None


def without_stop(text: str) -> str:
    """A line without the full stop of an abbreviated mark at its end, which ends no sentence: `Kernpunten – Dep.V.`"""
    ends = [found.end() for found in _LABELS.finditer(text)]
    return text.rstrip(". ") if ends and not text[ends[-1] :].strip(". ") else text


def is_marked_heading(text: str) -> bool:
    """Whether a short line that is no sentence says that what stands under it is not public."""
    words = without_stop(text.strip())
    if _UNMARKED.fullmatch(text):
        return False
    if len(words) > _LONGEST or len(words.split()) > _MOST_WORDS or words.endswith((".", ";", ",")):
        return is_mark_alone(text)
    return is_mark_alone(text) or _ANY.search(words) is not None


def is_mark_alone(text: str) -> bool:
    """Whether a line is a mark and nothing else: `VERTROUWELIJK`, `Rubricering: Stg. Geheim`."""
    if _UNMARKED.fullmatch(text):
        return False
    return len(text) < _LONGEST and (
        (_ALONE.fullmatch(text.strip()) is not None and _ANY.search(text) is not None)
        or _INTERN.fullmatch(text.strip()) is not None
    )


def is_not_to_be_published(text: str) -> bool:
    """Whether the head says that the memo as a whole is not to be published."""
    return _NOT_PUBLISHED.fullmatch(text.strip()) is not None


def range_side(text: str) -> str | None:
    """`begin` or `end` for a line that opens or closes a range that is not public."""
    found = _RANGE.fullmatch(text.strip()) if len(text) < _LONGEST else None
    if found is None or not _ANY.search(found["what"]):
        return None
    return "end" if found["side"].lower().startswith("e") else "begin"
