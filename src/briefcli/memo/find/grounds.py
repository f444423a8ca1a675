"""What a memo says that was left out of it, and on which ground of the Wet open overheid (articles 5.1 and 5.2)."""

import re

from briefcli.memo.layout.paragraphs import sentences
from briefcli.patterns import any_of

# The grounds in the words in which memos give them
_ARTICLE = (
    r"(?:artikel(?:en)?|artt?\.)\s?[0-9]+(?:\.[0-9]+)*[a-z]?"
    r"(?:,?\s(?:(?:eerste|tweede|derde|vierde|vijfde)\slid|lid\s[0-9]+|aanhef|en|onder|sub|onderdeel|[a-z](?![a-z]))[,.]?)*"
    r"(?:,?\s(?:van\sde\s)?(?:Woo|Wob|AVG|Wet\sopen\soverheid))?"
)
_PHRASES = any_of(r"""
    persoonlijke levenssfeer(?: van betrokkenen)?|privacy|persoonsgegevens|(?:de )?AVG|internationale betrekkingen
    betrekkingen van Nederland met andere (?:landen|staten)[^.;,]{0,60}?|intern beraad|procespositie(?: van de staat)?
    economische (?:of|en) financiële belangen(?: van de staat)?|financiële belangen van de staat|Woo|Wob
    bedrijfs- en fabricagegegevens|bedrijfsvertrouwelijk\w*(?: informatie)?|concurrentiegevoelig\w*(?: informatie)?
    onderhandelingspositie(?: van (?:Nederland|de staat))?|persoonlijke beleidsopvattingen|Wet open overheid
    eenheid van (?:het )?(?:kabinetsbeleid|de Kroon)|veiligheid van de [Ss]taat|staatsveiligheid
    opsporing en vervolging(?: van strafbare feiten)?|inspectie, controle en toezicht|bescherming van het milieu
    goed functioneren van de [Ss]taat
""")
_GROUND = re.compile(
    rf"\b(?:vanwege|wegens|in verband met|i\.v\.m\.|op grond van|ter|omdat)\s(?P<ground>{_ARTICLE}"
    rf"|(?:(?:de|het)\s)?(?:(?:bescherming|eerbiediging)\svan\s)?(?:(?:de|het|hun)\s)?{_PHRASES})"
    r"(?=[\s.,;:)]|$)",
)
_TRAILING = re.compile(r"(?:[\s,]|\b(?:en|aanhef|onder|sub|onderdeel))+$")
# The only sentences about omissions that may be shown: those about personal data and nothing else
_DATA = (
    r"(?:namen|naam|functies|functienamen|persoonsgegevens|gegevens|contactgegevens|e-?mailadres(?:sen)?"
    r"|telefoonnummers?|handtekening(?:en)?|parafen|personalia|naw-gegevens)"
)
_WHOSE = (
    r"(?:\s(?:van|en|of|aan)\s(?:(?:de|het|alle)\s)?(?:(?:betrokken|individuele|overige)\s)?"
    r"(?:ambtena\w+|medewerkers?|stellers?|personen|betrokkenen|derden|opstellers?|ondertekenaars?)){1,2}"
)
_ONLY_PERSONAL = re.compile(
    r"(?i)(?:in\sde\sopenbaar\sgemaakte\sversie(?:\svan\s(?:de|deze)\s(?:beslis)?nota)?\s(?:zijn|is|worden)\s)?"
    rf"(?:(?:de|alle|het)\s)?{_DATA}(?:(?:,\s|\sen\s){_DATA})*(?:{_WHOSE})?\s?(?:(?:zijn|is|worden|wordt)\s)?"
    r"(?:gelakt|weggelakt|zwartgelakt|verwijderd|weggelaten|geanonimiseerd|onleesbaar\sgemaakt|niet\sopenbaar(?:\sgemaakt)?)"
    r"\W*"
)


def only_says_what_is_left_out(text: str) -> bool:
    """Whether each sentence only says that personal data was left out, on a ground of the law."""
    told = [_GROUND.sub("", words).rstrip(" .") for words, _ in sentences(text)]
    return bool(told) and all(_ONLY_PERSONAL.fullmatch(" ".join(each.split())) for each in told)


def ground_of(text: str) -> str | None:
    """The ground in a text, if it is an article of law or a ground of the Woo. Other words could reveal too much."""
    found = _GROUND.search(text)
    return _TRAILING.sub("", found["ground"]) if found else None
