"""What of a memo is not public: by its heading, by a mark, or by what the memo says is left out. In doubt it is not."""

import re
from collections.abc import Iterator

import msgspec

from briefcli.memo.layout.headings import MARK_WORDS, Part, number_of, words_of_heading
from briefcli.memo.layout.outline import Outline, Section
from briefcli.memo.layout.paragraphs import Paragraph
from briefcli.memo.layout.sentences import sentences

_MARK = re.compile(rf"^\W*{MARK_WORDS}\s*(?:[:\])–—-]|$)|[\[(]\s*{MARK_WORDS}[^\])]{{0,40}}[\])]", re.IGNORECASE)
_MARKED_ANNEX = re.compile(r"\W*(?:vertrouwelijk|geheim|niet[- ]openba)", re.IGNORECASE)
_PERSONAL = re.compile(
    r"@[\w-]+\.|\b(?:T|M|tel|tst|telefoon|mobiel)\b[ .:]*\(?(?:\+?[0-9][0-9 ().-]{3,})|\b0[1-9](?:[ -]?[0-9]){8}\b"
    r"|\b(?:steller|contactpersoon|behandeld door|behandelend ambtenaar)\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"\b(?:gelakt|weggelakt|zwartgelakt|zwart gemaakt|onleesbaar gemaakt|geanonimiseerd|geen informatie"
    r"|niet (?:toegevoegd|openbaar(?: ?gemaakt)?|meegezonden|verstrekt)|verwijderd|weggelaten)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:paragra\w+|passages?|alinea\w*|zin(?:nen)?|kernpunt\w*|bijlagen?|tabel\w*|voetnoot\w*|onderdeel|kop(?:je)?)\b",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(
    r"\bparagra(?:af|fen)\s(?P<numbers>[0-9]+(?:\.[0-9]+)*(?:(?:,\s|,?\sen\s)[0-9]+(?:\.[0-9]+)*)*)", re.IGNORECASE
)
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*")
_HARMLESS_NAME = re.compile(
    r"\b(?:Woo|Wob|AVG|Wet open overheid|Wet openbaarheid van bestuur|Kamer|Tweede Kamer|Eerste Kamer|Rijk)\b"
)
_NAME_OR_FIGURE = re.compile(r"(?<!^)(?<![.!?]\s)\b[A-Z]|[0-9€%]")
# The grounds of article 5.1 and 5.2 of the Wet open overheid, in the words in which memos give them
_ARTICLE = (
    r"(?:artikel(?:en)?|artt?\.)\s?[0-9]+(?:\.[0-9]+)*[a-z]?"
    r"(?:,?\s(?:(?:eerste|tweede|derde|vierde|vijfde)\slid|lid\s[0-9]+|aanhef|en|onder|sub|onderdeel|[a-z](?![a-z]))[,.]?)*"
    r"(?:,?\s(?:van\sde\s)?(?:Woo|Wob|AVG|Wet\sopen\soverheid))?"
)
_PHRASES = (
    r"persoonlijke levenssfeer(?: van betrokkenen)?", r"privacy", r"persoonsgegevens", r"(?:de )?AVG",
    r"betrekkingen van Nederland met andere (?:landen|staten)[^.;,]{0,60}?", r"internationale betrekkingen",
    r"economische (?:of|en) financiële belangen(?: van de staat)?",
    r"financiële belangen van de staat",
    r"bedrijfs- en fabricagegegevens", r"bedrijfsvertrouwelijk\w*(?: informatie)?",
    r"concurrentiegevoelig\w*(?: informatie)?",
    r"onderhandelingspositie(?: van (?:Nederland|de staat))?", r"persoonlijke beleidsopvattingen", r"intern beraad",
    r"eenheid van (?:het )?(?:kabinetsbeleid|de Kroon)", r"veiligheid van de [Ss]taat", r"staatsveiligheid",
    r"opsporing en vervolging(?: van strafbare feiten)?", r"inspectie, controle en toezicht",
    r"goed functioneren van de [Ss]taat", r"bescherming van het milieu", r"procespositie(?: van de staat)?",
)  # fmt: skip
_GROUND = re.compile(
    rf"\b(?:vanwege|wegens|in verband met|i\.v\.m\.|op grond van|ter|omdat)\s(?P<ground>{_ARTICLE}"
    rf"|(?:(?:de|het)\s)?(?:(?:bescherming|eerbiediging)\svan\s)?(?:(?:de|het)\s)?(?:{'|'.join(_PHRASES)}))"
    r"(?=[\s.,;:)]|$)",
)
_TRAILING = re.compile(r"(?:[\s,]|\b(?:en|aanhef|onder|sub|onderdeel))+$")


class Elsewhere(msgspec.Struct, frozen=True):
    """Something that the memo says is left out in another place; `is_found` where that is a section of it."""

    words: str
    is_found: bool


def is_marked(text: str) -> bool:
    """Whether a point, or the name of an annex, says of itself that it is not public."""
    return _MARK.search(text) is not None


def is_marked_annex(name: str) -> bool:
    return is_marked(name) or _MARKED_ANNEX.match(name) is not None


def is_personal(text: str) -> bool:
    """Whether it tells who wrote the memo and how to reach him: never public of officials."""
    return _PERSONAL.search(text) is not None


def only_says_what_is_left_out(text: str) -> bool:
    """Whether each sentence only tells that some sort of thing was left out, naming nobody and no figure."""
    told = [each.text for each in sentences(text)]
    return bool(told) and all(_LEFT_OUT.search(each) and not _names_something(each) for each in told)


def ground_of(text: str) -> str | None:
    """The ground that is given, where it is an article of law or a ground of the Woo: no free words, which may tell."""
    found = _GROUND.search(text)
    return _TRAILING.sub("", found["ground"]) if found else None


def withhold(paragraphs: list[Paragraph]) -> None:
    """Points that bear a mark, and those below them, belong to what is not public."""
    level: int | None = None
    for paragraph in paragraphs:
        if level is not None and paragraph.point.level <= level:
            level = None
        if level is None and is_marked(paragraph.text):
            level = paragraph.point.level
        if level is not None:
            paragraph.part = Part.WITHHELD


def withhold_named(outline: Outline) -> list[Elsewhere]:
    """Withhold each section that the memo says is left out; gives all that it says of other places."""
    found: list[Elsewhere] = []
    for words in list(_said_of_other_places(outline)):
        named = [each for each in outline.sections if each.part is not Part.WITHHELD and _is_named(each, words)]
        for section in named:
            section.withhold()
        found.append(Elsewhere(words, bool(named)))
    return found


def _said_of_other_places(outline: Outline) -> Iterator[str]:
    for section in outline.sections:
        if section.part is Part.WITHHELD:
            text = " ".join(" ".join(line.text for line in section.lines).split())
            for sentence in sentences(text):
                if _ELSEWHERE.search(sentence.text) and _LEFT_OUT.search(sentence.text):
                    yield sentence.text


def _is_named(section: Section, sentence: str) -> bool:
    number = number_of(section.title)
    for found in _PARAGRAPHS.finditer(sentence):
        if number and any(f"{number}.".startswith(f"{each}.") for each in _NUMBER.findall(found["numbers"])):
            return True
    title = re.escape(words_of_heading(section.title))
    return (
        bool(title)
        and re.search(rf"\b(?:onder|kop(?:je)?|paragraaf|onderdeel)\W+{title}\b", sentence, re.IGNORECASE) is not None
    )


def _names_something(sentence: str) -> bool:
    return _NAME_OR_FIGURE.search(_HARMLESS_NAME.sub("", _GROUND.sub("", sentence)).strip()) is not None
