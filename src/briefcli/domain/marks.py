"""How a memo says that it, a part of it or a point is not public. In doubt it is not public.

`mark_phrases.py` lists the marks; `marks_apart.py` replaces each by a sign and finds those that stand apart. This file
says where else in a memo a mark counts: among other words at the start, in brackets, before a colon, in a heading, or
in a sentence that says so.
"""

import re

from briefcli.domain.mark_phrases import Kind, marks_in
from briefcli.domain.marks_apart import LONGEST, WHY, is_mark, signed, signs_of, stands_apart
from briefcli.patterns import Pattern

_LABEL, _SAID = signs_of(Kind.LABEL), signs_of(Kind.STRONG)
_WORD = signs_of(*(kind for kind in Kind if kind not in {Kind.REMARK, Kind.CIRCLE, Kind.ALONE, Kind.ELSE}))
_IN_BRACKETS_TOO = signs_of(*(kind for kind in Kind if kind not in {Kind.REMARK, Kind.ALONE, Kind.ELSE}))
_MOST_WORDS = 13  # of a heading with a mark in it

_IS_WORD, _IS_LABEL, _TITLE = Pattern(_WORD), Pattern(_LABEL), Pattern(rf"\W*{signs_of(Kind.TITLE)}\W*")
_ENDS_WITH_LABEL = Pattern(rf"{signs_of(Kind.LABEL, Kind.ALONE)}[\])}}. ]*$")
_FIRST = Pattern(
    rf"\W*(?:(?i:strikt|zeer|alleen|uitsluitend|voor|for|onder|let op|commercieel|politiek)\W+)*{_WORD}\s*"
    r"(?:[,.-]|(?:\w+\s?){0,2}(?:[:\])!*_>|/–—]|$))"
)
_BRACKETS_IN_FRONT = Pattern(r"\s*[\[({<]([^\[\](){}<>]{1,100})[\])}>]")
_BEFORE_COLON = Pattern(  # which looks for the colon or dash first, as most sentences have none
    rf"(?=[^:!–—-]*[:!–—-])\W*[^.:;!?]{{0,50}}{_WORD}[^.:;!?]{{0,60}}(?:[:!]|\s[–—-]\s)"
)
_IN_BRACKETS = Pattern(rf"[\[({{⟦<][^\])}}>]{{0,60}}?{_IN_BRACKETS_TOO}[^\])}}>]{{0,60}}[\])}}>⟧]")
_BEHIND_SIGN = Pattern(
    rf"(?:[–—/|*-]\s*|(?<!\s)\s{{2,}})(?:\w+\s){{0,2}}{_WORD}(?:\s\w+){{0,2}}\W*$|[,;]\s*{_WORD}\W*$"
)
_SAYS_SO = Pattern(
    rf"(?i)\b(?:is|zijn|blijft|blijven|wordt|worden|mag|mogen|kan|kunnen)\b[^.;]{{0,60}}{_SAID}"
    rf"|{_SAID}\s(?:is|zijn|blijft|blijven|wordt|worden)\b"
)
# A question, which does not say so: unlike `De prijs is niet openbaar (toch?)`, and unless it is about the text itself
_QUESTION = Pattern(
    r"(?i)(?:^|(?<=[.!?:]\s))[^\w(]{0,5}(?:waarom|wat|welke?|wie|hoe|wanneer|why|what|is|zijn|wordt|worden|mag|kan|kunt|klopt"
    r"|bent|acht|vindt|deelt|erkent|heeft)\s(?:(?!\b(?:dit|deze|alles|passage)\b|staande\b)[^.?!:;|()\[\]–])*\?"
)
_OF_WHAT = Pattern(
    r"(?i)\b(?:uit|in|tijdens|volgens|op basis van)\s(?:een\s|het\s|de\s)?(?:strikt\s)?(?:vertrouwelijke?|geheime?)\s"
    r"(?:\w+\s){0,2}(?:overleg|gesprek\w*|informatie|stuk|stukken|brief|briefing|rapport|bron|bronnen)\b"
    r"|\b(?:vertrouwelijk|in vertrouwen)\s(?:laten\sweten|te\skennen|aangegeven|(?:mee)?gedeeld|gemeld|verteld)\b"
)
# Words by which the head excepts something from a public memo, or says that only a part of the memo is public
_EXCEPTION = Pattern(
    r"(?i)\bm\.?u\.?v\b|\bmet\suitzondering\b|\buit(?:gezonderd|zonder\w+)\b|\bbehalve\b|\bbehoudens\b|\btenzij\b|\bexcl\w*"
    r"|\bzonder\b|\bniet\b|\bdeels\b|\bgedeelte\w*|\bten\sdele\b|\bpartly\b|\bexcept\b|\b(?:weg|zwart)?(?:ge)?lak\w*|\b\w*gemarkeerd\w*"
    r"|\bgearceerd\w*|\bweg(?:laten|gelaten)\b|\bpassages?\b|\bredact\w+|\bgeschoond\w*"
)
_PUBLIC_FIELD = Pattern(
    r"(?i)\W*(?:(?:nota|mag|kan)\s)?(?:actie(?:f|ve)\s)?(?:openba\w+|publiceren|publicatie)(?:\s(?:maken|gemaakt|worden)){0,2}\s*[:?|]{0,2}\s*"
    r"(?P<value>(?:ja|deels|gedeeltelijk|nee|niet)\b.*)"
)
_MEMO_NOT = Pattern(
    r"(?i)(?<!\bin\s)(?<!\bvan\s)(?<!\bbij\s)\b(?:de|deze|dit|voorliggende)\s(?:(?:beslis)?nota|memo|notitie|stuk|document)"
    r"\s(?:is|wordt|kan|mag|zal|blijft)\s(?:\w+\s){0,2}niet\s(?:\w+\s){0,2}openba"
)
# A field of the head about who may read the memo, and the values that leave it open. Any other value closes it
_ABOUT_OPENNESS = (
    r"(?:(?:deze|dit|nota|stuk|memo|document|is|mag|kan|te)\s){0,3}(?:actief\s)?(?:openba\w+|publiceren|publiek|public)"
    r"(?:\s(?:maken|gemaakt|worden)){0,2}(?:\s\(.{1,7}\))?|wo[ob](?:[- ]categorie)?"
)
_READERS = Pattern(
    r"(?i)\W*(?:(?:woo|wob|biv|bbo|bir|security)[- ]?)?"
    r"(?:vertrouwelijk(?:heid\w*|(?=\s?[:?]\s?(?:(?:ja?|nee?|true|false)\b|n\.?v\.?t\W*$)))|rubricering\w*|classificatie\w*|classification|merking|bbo|biv|confidentiality|gevoeligheid|sensitivity"
    r"|status(?=\W+(?:niet|not|besloten|alleen|only|uitsluitend|intern|beperkt|gevoelig|vertr|geheim))"
    rf"|(?:lezers|verspreiding|distributie|distribution|dissemination)\w*|(?P<open>{_ABOUT_OPENNESS}))"
    r"\s?[:?]\s?(?P<value>\S.{0,59})"
)
_ANSWER = Pattern(r"(?i)\W*(?:(?P<yes>ja?|y(?:es)?|true)|n(?:ee|o)?|false)\b")
_OPEN_VALUE = Pattern(
    r"(?i)(?!\s*☐|.*\bja\W+nee\b|.*\bgeen\W+(?:dep\w*\W+|stg\W+)?(?:vertrouwelijk|geheim)\b)\W*(?:actief(?!\sniet)|(?:actief\s)?openba\w*|publi(?:ek|c)\w*|ja?|yes|y|true|deels|gedeeltelijk|geen|none|n\.?v\.?t|niet\svan\stoepassing"
    r"|(?:on|niet[- ])ge(?:rubric|classific)eerd|niet\svertrouwelijk|not\sclassified|unclassified"
    r"|laag|low|normaa?l|standaard|general|onbeperkt|vrij|breed|iedereen|allen"
    r"|concept|definitief|draft|final|ter\s\w+)\b"
)
_BY_HAND = Pattern(r"\bMSIP_Label_[\w-]+_Method\W{1,2}Privileged\b")  # somebody chose the label, whatever it says
_CLOSED_LINE = Pattern(
    r"(?i)\W*(?:niet(?!\s(?:van\stoepassing|aanwezig))|not(?!\sapplicable)|besloten|vertrouwelijke?|geheime?|confidential)\b"
    r"(?:[\s/-]+\w+){1,5}[\s\])}!]*"
)
_PERSONAL = Pattern(r"(?i)\b(?:persoonsgegevens|persoonlijke\slevenssfeer|contactgegevens|namen)\b")
_PIECES = r"(?:passages?|alinea\w*|tekst\w*|zin(?:nen)?|delen|gedeelt\w+|onderdelen|woorden|stukken)"
# A sentence that says that a passage is left out: it may say what was in it
_LEFT_OUT = Pattern(
    rf"(?i)(?=.*\b(?:{_PIECES}|paragra\w+|onderdeel|bijlagen?|informatie|gegevens|bedrag\w*)\b)(?:.*\b(?:weggelaten"
    r"|(?:zwart|onleesbaar)\sgemaakt)\b|(?=.*\b(?:vanwege|wegens|op\sgrond|i\.v\.m|(?:deze|openbare)\s(?:versie|nota))\b)"
    r".*\b(?:verwijderd|geschrapt|niet\s(?:opgenomen|toegevoegd|verstrekt|meegezonden))\b)"
)
_LOOK = (
    r"(?:geel|gele|grijs|grijze|rood|rode|groene?|blauwe?|gemarkeerde?|geel(?:ge\w+)|gearceerde?|gekleurde?|cursie\w+"
    r"|vetgedrukte?|onderstreepte?|doorgehaalde?)"
)
_PARTLY = Pattern(r"(?i)\W*(?:deels|gedeeltelijk)\sopenba\w+\W*")
_MARKED_BY_LOOK = Pattern(
    rf"(?i)\b{_LOOK}\s(?:\w+\s){{0,2}}?{_PIECES}\b"
    rf"|\b{_PIECES}\s(?:die|zijn|is|in|met|een|het)\s(?:\w+\s){{0,2}}?{_LOOK}\b"
)
_BETWEEN = Pattern(
    r"(?i)\b(?:tussen|binnen|in|m\.?u\.?v\.?|uitzondering\svan|behalve|behoudens)\s(?:de\s|dubbele\s)*(?P<signs>[\[({<]+[^\[\](){}<>]{0,12}[\])}>]+"
    r"|(?:(?:vierkante|rechte|blok|tekst|ronde|punt)[\s-]?)*(?:haken|haakjes)\b|accolades\b)"
)
_SIGNS = (
    ("[", r"(?i)\[|vierkant|recht|blok|tekst|^ha"),
    ("(", r"(?i)\(|rond|^ha"),
    ("{", r"(?i)\{|accol"),
    ("<", r"(?i)<|punt"),
)
_OPEN = Pattern("(?i)openb|publi")
_OF_ABOVE = Pattern(
    r"(?i)\b(?:bovenstaande?|voorgaande|vorige)\s(?:\w+\s)?(?P<what>alinea\w*|passages?|zin(?:nen)?|(?:kern)?punt(?:en)?|tekst\w*|bullets?"
    r"|paragra\w+|onderdeel)\b|\b(?:het\sbovenstaande|hierboven|bovenstaande\s(?:is|zijn|blijft|niet))\b"
)
# The end of a mark that started on the line above: `vertrouwelijk)`. But `iii)` is a label of a list
_ENDS_ABOVE = Pattern(r"\s*(?![ivx]+\))[a-z]{3,}[^()\[\]]{0,100}[)\]]")
_SENTENCE_END = Pattern(r"[.;!?]\s+(?=[A-Z])")
_RANGE = Pattern(
    r"(?i)\W*(?P<side>begin|start|aanvang|einde?|end|eind)\s(?:van\s)?(?:(?:het|de)\s)?"
    r"(?P<what>[^\])]{2,60}?)[\])>}]?\W*"
)
_PAGE = Pattern(r"(?i)\b(?:pagina|page|blz\.?|bladzijde)\s*[0-9]+(?:\s*(?:van|of|/)\s*[0-9]+)?|\b[0-9]+\s*/\s*[0-9]+$")
_OF_RUBRIC = Pattern(r"(?i)^\W*(?:rubricering|classificatie|merking|classification|status)\s*:\s*")
_ASIDE = Pattern(r"\s+[–—-]\s+|\s*[|(/]")


def has_mark_word(text: str) -> bool:
    """Whether a word of a mark is anywhere in the text, whatever it means there."""
    return _IS_WORD.search(signed(text)) is not None


def is_marked(text: str) -> bool:
    """Whether a point, or the name of an annex, is marked as not public."""
    signs = signed(text)
    return (
        begins_with_mark(text)
        or any(each.search(signs) for each in (_IS_LABEL, _IN_BRACKETS, _BEHIND_SIGN))
        or (_SAYS_SO.search(signs) is not None and _SAYS_SO.search(_QUESTION.sub("", signs)) is not None)
        or _BEFORE_COLON.match(signs) is not None
        or _OF_WHAT.search(text) is not None
        or _LEFT_OUT.match(text) is not None
        or stands_apart(text)
    )


def begins_with_mark(text: str) -> bool:
    """Whether the text starts with a mark, in brackets or with a punctuation character after it."""
    bracketed = _BRACKETS_IN_FRONT.match(text)
    return _FIRST.match(signed(text)) is not None or (bracketed is not None and is_mark(bracketed[1]))


def without_stop(text: str) -> str:
    """The line without the full stop of an abbreviated mark, which does not end a sentence: `Kernpunten – Dep.V.`"""
    return text.rstrip(". ") if _ENDS_WITH_LABEL.search(signed(text)) else text


def is_marked_heading(text: str) -> bool:
    """Whether a heading (a short line that is not a sentence) says that the text under it is not public."""
    words = without_stop(text.strip())
    if _ENDS_ABOVE.match(text):
        return False
    bracketed = _BRACKETS_IN_FRONT.fullmatch(words)
    ends = (bracketed[1] if bracketed else words).endswith((".", ";", ","))
    if ends or len(words) > LONGEST or len(words.split()) > _MOST_WORDS:
        return is_mark_alone(text)
    return has_mark_word(words) or stands_apart(words)


def is_mark_alone(text: str) -> bool:
    """Whether a line is only a mark, or only the title of one: `VERTROUWELIJK`, `Rubricering`.

    The end of a mark that started on the line above (`vertrouwelijk)`) does not count, nor a mark about the text above.
    """
    if len(text) >= LONGEST or marked_above(text) is not None or _ENDS_ABOVE.match(text):
        return False
    return is_mark(text, noted=False) or _TITLE.fullmatch(signed(text)) is not None


def classified_as(line: str) -> str | None:
    """The classification of the whole text by a line at the edge of a page or in the head; None for other lines.

    The line may go on with the subject, the end of the classification or a page number: `Vertrouwelijk – dossier Riet`,
    `Embargo tot na de ministerraad`. The result is the ground that the public sees, so it contains only the mark. A
    sentence does not classify.
    """
    text = " ".join(_PAGE.sub("", line).split())
    if is_mark_alone(text):
        return text.strip("[]() ")
    if len(text) > LONGEST or text.endswith((".", ";", "?", ":")):
        return None
    first = _ASIDE.split(_OF_RUBRIC.sub("", text), maxsplit=1)[0]
    ends = (end for start, end, kind in marks_in(text) if not start and kind is Kind.LABEL)
    label = next((text[: end + ("." in text[:end] and text.startswith(".", end))] for end in ends), None)
    until = [text[: found.start()] for found in WHY.finditer(text)] if text[:1].isalpha() else []
    behind = _ASIDE.split(text)[1:] if text.isupper() else []  # `VERGADERSTUK – NIET VERSPREIDEN`
    pieces = [each.strip("[]() ") for each in (first, *until, *text.split("|"), *behind)]
    return next(filter(is_mark_alone, pieces), label)


def is_rubric(line: str) -> bool:
    """Whether a line of the head is a field that closes the whole text: `Rubricering: Stg. Geheim`, `Openbaar: nee`."""
    return is_not_to_be_published(line) or (_OF_RUBRIC.match(line) is not None and classified_as(line) is not None)


def is_not_to_be_published(text: str) -> bool:
    """Whether a field, a section or a sentence says that the memo as a whole is not to be published."""
    field = _PUBLIC_FIELD.fullmatch(text.strip())
    says_no = field is not None and field["value"].lower().startswith(("nee", "niet"))
    return says_no or _MEMO_NOT.search(text) is not None


def may_close(text: str) -> bool:
    """Whether a line of the head or at the edge of a page perhaps says that not everyone may read the memo."""
    if found := _READERS.fullmatch(text):
        if not found["open"] and (answer := _ANSWER.match(found["value"])):  # `Vertrouwelijkheid: nee`
            return answer["yes"] is not None
        return _OPEN_VALUE.match(found["value"]) is None
    return _CLOSED_LINE.fullmatch(text) is not None


def closes(text: str) -> bool:
    """Whether a property, comment or header says that the memo, or a part of it, is not public."""
    if _READERS.fullmatch(text):
        return may_close(text)
    text = _BY_HAND.sub("", text)
    pieces = {text, *re.split(r"[\t;,|=]|:\s", text)}
    return any(is_not_to_be_published(each) or classified_as(each) or is_marked(each) for each in pieces)


def brackets_said(text: str) -> str:
    """The brackets (`[` or `[(`) between which the memo says that nothing is public; empty if it does not say so."""
    found: dict[str, None] = {}
    for match in _BETWEEN.finditer(text):
        before, behind = text[max(match.start() - 120, 0) : match.start()], text[match.end() : match.end() + 120]
        words = f"{_SENTENCE_END.split(before)[-1]}{match[0]}{_SENTENCE_END.split(behind)[0]}"
        if has_mark_word(words) or (_EXCEPTION.search(words) and _OPEN.search(words)):
            found |= {sign: None for sign, shape in _SIGNS if re.search(shape, match["signs"])}
    return "".join(found)


def marked_above(text: str) -> str | None:
    """The part above that a mark says is not public: `alinea` for `[bovenstaande alinea niet openbaar]`.

    Empty if the mark names no part (`het bovenstaande`), None if the text is not such a mark.
    """
    found = _OF_ABOVE.search(text) if len(text) < LONGEST and has_mark_word(text) else None
    return (found["what"] or "").lower() if found else None


def is_partly_public(text: str) -> bool:
    """Whether the head or a sentence says that some passages are not public, while the text does not show which."""
    field = _PUBLIC_FIELD.fullmatch(text.strip())
    if field is not None and _EXCEPTION.search(field["value"]):
        return not _PERSONAL.search(field["value"])
    return _PARTLY.fullmatch(text) is not None or (_MARKED_BY_LOOK.search(text) is not None and has_mark_word(text))


def range_side(text: str) -> str | None:
    """`begin` or `end` for a line that opens or closes a range that is not public; None for other lines."""
    found = _RANGE.fullmatch(text.strip()) if len(text) < LONGEST else None
    if found is None or not has_mark_word(found["what"]):
        return None
    return "end" if found["side"].lower().startswith("e") else "begin"
