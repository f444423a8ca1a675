"""Finds the names, numbers and addresses of officials, which are never public. Their department may be shown."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import msgspec

from briefcli.domain.citations.finder import scan_references
from briefcli.domain.citations.reference import ROMANS
from briefcli.domain.dates.in_text import scan_dates
from briefcli.memo.layout.headings import is_subhead
from briefcli.patterns import any_of

_PREFIX = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Tt]e|’t|'t|[Ee]l|[Oo]p|[Ii]n)\s){0,3}"
# A name of one word, perhaps with words such as `van der` before it
PREFIXED = rf"{_PREFIX}[A-ZÀ-Þ][a-zà-ÿ’']+(?:-{_PREFIX}[A-ZÀ-Þ][a-zà-ÿ]+)?"
_PREFIX_ALONE = re.compile(r"(?:Van|De|Der|Den|Ten|Ter|Te|El|Op|In|Het)")
_TITLE = r"(?:(?:mr|mrs|drs|dr|ir|ing|prof|dhr|mw|mevr|mevrouw|de heer|ms|lic)\.?\s){0,2}"
_INITIALS = r"(?:[A-ZÀ-Þ](?:\.\s?|\s(?=[A-Z]\.))(?:[A-ZÀ-Þ][a-z]?\.\s?){0,5})"
_FIRST_SURNAME = (
    rf"[A-ZÀ-Þ][a-zà-ÿ’']+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?,\s(?:[A-ZÀ-Þ]\.){{1,4}}(?:\s{_PREFIX}\b)?(?:\s?\([A-Z][a-z]+\))"
)
PERSON = re.compile(rf"\b(?i:{_TITLE})(?<![\w.]){_INITIALS}(?:\([A-Z][a-z]+\)\s)?{PREFIXED}|\b{_FIRST_SURNAME}")
INSTITUTION = (
    r"(?:Tweede|Eerste|Europe(?:e?se?|an)|Verenigde|Binnenlandse|Buitenlandse|Algemene|Sociale|Economische|Raad"
    r"|Minister(?:ie|s)?|Staatssecretaris|Commissie|Beoordeling|Nieuwe|Vereniging|Gemeenten?|Provincies?|Coreper|Parlement)\b"
)
FULL_NAME = re.compile(rf"\b(?!{INSTITUTION})[A-ZÀ-Þ][a-zà-ÿ]+\s(?!{INSTITUTION}){PREFIXED}")
_PHONE = (  # dates and the numbers of papers can look like one: see `_without_papers`
    r"(?:\+|\b00)(?:31|32)[\s.()-]*(?:\(0\)\s?)?[0-9](?:[\s.-]?[0-9]){7,9}|(?<![\w.-])\(?0[1-9][0-9]{0,3}\)?[\s.-]{0,2}(?:[0-9][\s.-]?){5,8}[0-9](?![\w-])"
    r"|(?<![\w-])(?<!\bt/)(?!M\.[0-9]\.[0-9]{1,3}\b)"  # not the number of a room
    r"(?:T|M|F|tel|tst|toestel|telefoon\w*|mobiel|doorkiesnummer|gsm|phone)\b[ .:]*"
    r"\(?(?:\+?[0-9][0-9 ().-]{3,})"
)
CONTACT = re.compile(rf"(?i)(?<![\w.+-])[\w.+-]++@[\w-]+\.\w+|{_PHONE}")
# Numbers of a person or of a bank account
_PRIVATE = re.compile(
    r"(?i)\b(?:BSN|burgerservicenummer|paspoort(?:nummer)?|rijbewijs(?:nummer)?)\b[^.;]{0,30}[0-9]{6,}|\b[A-Z]{2}[0-9]{2}\s?[A-Z]{4}(?:\s?[0-9]){10}\b"
)
_WRITER = any_of(r"""
    aanspreekpunt|achtervang|(?:op)?stellers?|contactperso(?:on|nen)|auteurs?
    behandeld door|behandelende? ambtena(?:ar|ren)|opgesteld door
""")
_ROLE = re.compile(
    rf"(?i)\b(?:{_WRITER}|inlichtingen\sbij|voor\s(?:vragen|meer\sinformatie|nadere\sinformatie)"
    r"|bereikbaar\s(?:op|via|onder)|contact\s(?:op)?met|bel\smet|collega(?![\w-])|dossierhouder|attach[eé]|beleidsmedewerker|projectleider"
    r"|coördinerend|medewerker|secretaresse|paraaf)\b"
)
# Holders of a public office, who are not officials: ministers, members of parliament, heads of government
_OFFICE = re.compile(
    r"(?i)\b(?:minister\w*|staatssecretaris\w*|bewindspers\w+|(?:kamer)?l(?:id|eden)|motie\w*|premier|president\w*|koning\w*"
    r"|commissaris|commissioner|eurocommissaris|secretaris-generaal\svan\sde\s(?:navo|vn)|secretary[ -]general"
    r"|high\srepresentative|hoge\svertegenwoordiger|amendement\w*|senator|voorzitter(?:schap)?|wethouder|burgemeester)\b"
)
_OF_ANOTHER = re.compile(rf"(?i:{_OFFICE.pattern[4:]})\s(?=[A-ZÀ-Þ]){PREFIXED},\s")
_GREETS = any_of(r"""
    (?:(?:met|veel) )?(?:vriendelijke |hartelijke )?groet(?:en|jes)?
    hoogachtend|m\.?v\.?g|(?:kind|best|warm) regards
""")
_GREETING = re.compile(rf"(?i)\s*{_GREETS}(?:\W*|,\s(?-i:{PREFIXED}(?:\s{PREFIXED}){{0,2}})\s*)")
_SALUTES = r"(?:Beste|Ha|Hoi|Hallo|Hi|Hey|Dag|Dear|Lieve|Goede(?:morgen|middag|navond))"
_SALUTATION = re.compile(rf"(?i)\s*(?:Geachte?|L\.?S\.?|{_SALUTES})\b.{{0,60}}[,.]?")
_HOLDER = re.compile(r"(?i)\W*(?:de|het|mede\snamens\sde)\s(?:minister|staatssecretaris)\b")
MINISTER = re.compile(r"(?i)\W*(?:de\s)?(?:minister|staatssecretaris)\b")
_STATES = re.compile(r"\b(?:U\.S\.(?:A\.)?|U\.K\.|V\.S\.|V\.N\.|E\.U\.|U\.N\.)")
_BRAND = re.compile(r"(?!Ma?c)[A-Z][a-z]+[A-Z]\w*")  # `RietBond` is no person
_WORD = re.compile(r"[\w'’-]+")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_EMPTY = re.compile(r"^[\s,;:()/&–-]+|[\s,;(/&–-]+$|\(\s*\)")
_CODES = re.compile(r"[A-Z&/+\d\s,.-]{2,}")
_UNIT = re.compile(
    r"(?i)\b(?:directies?|directoraat\w*|afdeling(?:en)?|ministeries?|bestuurskern|dir\.|dg\b|cluster|team|eenheid"
    r"|minister|staatssecretaris|bewindsp\w+|kabinet|kamer|allen|ieder\w*|\w*groep|secretariaat|bureau|protocol"
    r"|woordvoer\w+|voorlichting|communicatie|media|defensie|financiën|rijkswaterstaat|nederland|beleid\w*|jurid\w+)\b"
)
NAME = r"[A-ZÀ-Þ][a-zà-ÿ][\w'’-]*"
# Officials by first name: `DIA (Karim) stuurt`, `Karim (DIA) levert`, but not members of parliament with their party
PARTY = r"(?:VVD|PVV|CDA|D66|GL|PvdA|SP|NSC|BBB|SGP|CU|DENK|F[vV]D|JA21|PvdD)\b"
CODE = rf"(?!{PARTY})[A-Z]{{2,6}}(?:/[A-Z]{{2,6}}){{0,5}}"
_FIRST_NAME = re.compile(
    rf"\b{CODE}\s\([A-Z][a-zà-ÿ]+\)\s[a-z]+t\b"
    rf"|(?:^\W*|[.;:!?]\s)(?P<initial>[A-Z])[a-zà-ÿ]+\s\((?!(?P=initial)){CODE}\)\s[a-z]+t\b"
    rf"|\b(?:(?:fam\.|familie)\s{PREFIXED}|(?i:de\sheer|mevrouw|dhr\.?|mevr?\.?|mw\.?)\s{PREFIXED}\s(?:(?:van|bij)\s|\(){CODE}\b)"
    rf"|\b[Nn]amens\s{CODE}\s[^.;:]{{0,30}}?\b(?!{INSTITUTION}){NAME}\s(?!{INSTITUTION}){PREFIXED}"
)
# Officials in a list of departments: `FIN (Karin Riet), BZK` or `Karin Riet (FIN)`, but not `DNB (De Nederlandsche
# Bank)`, as the code of an institution has the first letters of its name
_WITH_UNIT = re.compile(
    r"(?:^|(?<=[,;:] )|(?<= en )|(?<=door ))(?=(?P<one>[A-Z])\w+\s(?:[\w’']+\s){0,3}?(?P<two>[A-Z]))"
    rf"{FULL_NAME.pattern}(?=\s\((?![A-Z/]*(?P=one)[A-Z/]*(?P=two)){CODE}\)(?:\W|$))"
)
_BEHIND_UNIT = re.compile(rf"(?<=[A-Z] )\({FULL_NAME.pattern}\)")  # in a head
_OF_DEPARTMENT = re.compile(
    r"(?:^\W*|[,;:]\s|\ben\s)(?![A-Z/]{0,20}(?P<letter>[A-Z])[A-Z/]{0,20}\s\((?P=letter))"
    rf"{CODE}\s\({FULL_NAME.pattern}\)"
)
# Where a mail names people: in its head, its salutation, its end, and the line above a quoted mail
SENT = re.compile(
    rf"[>\s]*(?:(?:Sent|Verzonden)\s?:\s*\S|(?:From|Van)\s?:(?:.*@|\s*{NAME},\s(?:{NAME}|[A-Z]\.)[^,;]*$))"
)
_HEAD = re.compile(r"[>\s]*(?:From|Van|To|Aan|Cc|CC|Bcc)\s?:\s*(?P<people>.+)")
_CALLED = re.compile(rf"[>\s]*{_SALUTES}\s(?P<people>{NAME}(?:(?:,\s|\sen\s|\sand\s|\s){NAME}){{0,3}})\s*[,!.]?\s*")
_SIGNED = re.compile(
    rf"(?i)[>\s]*(?:{_GREETS}|gr|grt|best|thanks|dank(?:jewel|je)?|cheers)[\s,.!]*(?P<people>(?-i:{NAME}\s?){{0,3}})\W*"
)
_QUOTED = re.compile(r"[>\s]*(?:On|Op)\s.*[0-9](?P<people>\D+)\s(?:wrote|schreef).*")
_PERSON_IN_HEAD = re.compile(rf"(?P<last>{NAME}),\s(?:{NAME}|[A-Z]\.)|{NAME}\s[^<>;,@]{{2,40}}?\s?<|{NAME}\s{PREFIXED}")
_A_NAME = re.compile(NAME)
# One or more people, and not a department
PEOPLE = rf"(?P<people>(?!(?i:{_UNIT.pattern[4:]})){NAME}(?:(?:,\s?|\sen\s|\s?/\s?|\s){PREFIXED}){{0,4}})"
COUNTRY = any_of(r"""
    België|Bulgarije|Cyprus|Denemarken|Duitsland|Estland|Finland|Frankrijk|Griekenland|Hongarije|Ierland|Italië|Kroatië
    Letland|Litouwen|Luxemburg|Malta|Nederland|Oostenrijk|Polen|Portugal|Roemenië|Slovenië|Slowakije|Spanje|Tsjechië
    Zweden|China|Europa|Noorwegen|Oekraïne|Rusland|Turkije|Zwitserland
""")
FUNCTION = r"(?:(?:plv|wnd)\.?\s)?(?:p?sg|p?dg|dir(?:ecteur)?|hoofd|mt|afdelingshoofd|teamleider)"
GATHERING = (
    r"\w*(?:overleg|debat|vergadering|bezoek|gesprek|sessie|bijeenkomst|raad|conferentie|forum|briefing|meeting|summit)"
)
_NO_PERSON = re.compile(rf"\b(?:[Ii]n|te)\s({NAME})|\b({INSTITUTION})")
_ROMAN = re.compile(r"\s*(?P<number>[IVX]{1,4})\.\s")
_LETTERED = re.compile(r"\s*(?P<letter>[A-H])[.]\s(?P<word>[A-Z][a-z]+)\b")  # a heading, or initial and surname
_STEER = re.compile(rf"(?i)\W*{_WRITER}\s*:")
# Who saw or approved the memo: `Gezien door DG Riet`, `Akkoord hoofd Riet`, not `Gezien door de Commissie`
_SEEN = re.compile(
    r"(?i)\W*(?:(?:gezien|gelezen|geaccordeerd|geparafeerd)(?:\sen\s\w+)?\sdoor\W{1,2}"
    r"|(?:gezien|gelezen|gecontroleerd|geaccordeerd|goedgekeurd|geparafeerd|akkoord|paraaf)(?:\sen\s\w+)?\W{1,2}"
    rf"(?:(?:door|van)\W{{1,2}})?(?={FUNCTION}\s))(?:{FUNCTION}\s)?(?!(?-i:{INSTITUTION}|{COUNTRY}\b))(?-i:{NAME})"
)
_AUTHOR = re.compile(rf"(?i)\W*(?:{_WRITER}|dossierhouder|inlichtingen bij)\W*(?P<people>.*)")
_PRESENT = re.compile(
    r"(?i)\W*(?:aanwezig|afwezig|afgemeld|deelnemers|present|participants|apologies)\w*\W+(?P<people>.*)"
)
_OFFICE_ALONE = re.compile(rf"(?i){_OFFICE.pattern[4:]}(?=,)")  # `Ministers, Karin Riet (FIN)`: she is none of these
_BEHIND_CODE = re.compile(rf"{CODE}\s\(({NAME})\b")  # `IPO (Wim)`
_CUT = re.compile(r"\s[–—|-]\s|;")
_MEMBERS = re.compile(r"\s[–—|-]\s|[,;()]|\sen\s")  # of a list of departments and persons
_UNIT_IN_BRACKETS = re.compile(r"^\s*\((?P<unit>[A-Z][\w/&+ -]{0,30})\)")


class Officials(msgspec.Struct, frozen=True):
    """The names of people in a mail, and the beginnings of headings that look like initials.

    `numbers` has the Roman numbers of headings (`I.` above `II.`), `lettered` the first words: `A. Dijken`.
    """

    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    lettered: frozenset[str] = frozenset()


def officials_in(lines: list[str], writers: Iterable[str] = ()) -> Officials:
    """The officials in the lines of a memo, with the `writers` of a chat.

    A Roman number counts as that of a heading if exactly one line starts with it, and exactly one with the number
    before or after it. Any other may be an initial.
    """
    begun = Counter(found["number"] for line in lines if (found := _ROMAN.match(line)))
    pairs = [pair for pair in pairwise(ROMANS) if all(begun[each] == 1 for each in pair)]
    counted = {each for pair in pairs if any(len(number) > 1 for number in pair) for each in pair}
    return Officials(named_in_mail(lines) | names_of(writers), frozenset(counted), _lettered_headings(lines))


def _lettered_headings(lines: list[str]) -> frozenset[str]:
    """The beginnings of headings that count on from `A.`, if the text has the word behind two of these in lower case.

    `A. Dijken` and `B. Riet` may be names, but hardly so in a text about dijken and riet.
    """
    begun = [found for line in lines if (found := _LETTERED.match(line))]
    if not begun or [each["letter"] for each in begun] != list("ABCDEFGH"[: len(begun)]):
        return frozenset()
    written = {word for line in lines for word in _WORD.findall(line)}
    headings = {each[0].strip() for each in begun if each["word"].lower() in written}
    return frozenset(headings if len(headings) > 1 else ())


def with_doers(known: Officials, lines: list[str], doers: list[str], title: str) -> Officials:
    """Add who wrote the memo, as its head says on the line of a label or below it, who was present, and `doers`.

    A word is no name of a doer or of someone present if it is in the title or the place, or if the text also has it in
    lower case.
    """
    pairs = ((_AUTHOR.match(line), below) for line, below in pairwise([*filter(str.strip, lines), ""]))
    said = [found["people"] or below for found, below in pairs if found]
    authors = (each for words in said for shape in (PERSON, FULL_NAME) for each in shape.findall(words))
    here = [found["people"] for line in lines if (found := _PRESENT.match(line))]
    first = (found[0] for words in here if (found := re.match(PEOPLE, words)))
    present = [*first, *(name for shape in (FULL_NAME, _BEHIND_CODE) for name in shape.findall(" ".join(here)))]
    text = " ".join(lines)
    others = (word for found in _NO_PERSON.findall(text) for word in found)
    words = {*_WORD.findall(text), *map(str.lower, (*others, *_WORD.findall(title)))}
    named = {each for each in names_of([*doers, *present]) if each.lower() not in words and not _BRAND.fullmatch(each)}
    return msgspec.structs.replace(known, names=known.names | named | names_of(authors))


def names_of(people: Iterable[str]) -> frozenset[str]:
    """The first names and surnames in words that name people. Empty for departments and holders of a public office."""
    named = (words for words in people if not _OFFICE.search(words) and not _UNIT.search(words))
    names = (name for words in named for name in _A_NAME.findall(words))
    return frozenset(name for name in names if not _PREFIX_ALONE.fullmatch(name))


def named_in_mail(lines: list[str]) -> frozenset[str]:
    """The names in the head, the salutation and the end of a mail. Empty if the text is not a mail."""
    if not any(map(SENT.match, lines)):
        return frozenset()
    found: list[str] = []
    written = [line for line in lines if line.strip()]
    for line, below in pairwise([*written, ""]):
        if head := _HEAD.match(line):
            found += [each[0] for each in _PERSON_IN_HEAD.finditer(head["people"])]
        elif signed := _SIGNED.fullmatch(line):
            found.append(signed["people"] or (below if len(below.split()) <= 3 else ""))
        elif called := _CALLED.fullmatch(line) or _QUOTED.fullmatch(line):
            found.append(called["people"])
    return names_of(found)


def tells_of_officials(text: str, known: Officials = Officials()) -> bool:  # noqa: B008 - it is never changed
    """Whether a text names an official, such as one of those `known`, or says how to reach one."""
    if _PRESENT.match(text):
        text = _OFFICE_ALONE.sub("", text)
    if _FIRST_NAME.search(text) or names_one_of(text, known.names):
        return True
    if is_subhead(text):  # `A. Inhoud`
        return False
    text = _STATES.sub("", text)
    if (roman := _ROMAN.match(text)) and roman["number"] in known.numbers:
        text = text[roman.end() :]
    if (found := _LETTERED.match(text)) and found[0].strip() in known.lettered:
        text = text[found.end() :]
    if CONTACT.search(_without_papers(text)) or _STEER.match(text) or _PRIVATE.search(text):
        return True
    if _SEEN.match(text) or (_ROLE.search(text) and (FULL_NAME.search(_ROLE.sub("", text)) or PERSON.search(text))):
        return True
    shapes = (PERSON, _OF_DEPARTMENT, _WITH_UNIT)
    return any(_is_no_holder(each, text) for shape in shapes for each in shape.finditer(text))


def names_one_of(text: str, names: frozenset[str]) -> bool:
    """Whether a text has one of the names, and not as that of a minister, a member of parliament or the like."""
    return any(each[0] in names and _is_no_holder(each, text) for each in _WORD.finditer(text if names else ""))


def _is_no_holder(name: re.Match[str], text: str) -> bool:
    """Whether no public office is named shortly before a name, in the same part of a row, as that of this person."""
    before = _CUT.split(text[max(name.start() - 60, 0) : name.start()])[-1]
    return not _OFFICE.search(_OF_ANOTHER.sub("", before))


def _without_papers(text: str) -> str:
    """The text, as long as before, with dots for dates and references, which are not telephone numbers."""
    if not CONTACT.search(text):
        return text
    spans = [(each.start, each.end) for each in scan_dates(text) if each.certain and _YEAR.search(each.text)]
    for start, end in (*spans, *((each.start, each.end) for each in scan_references(text) if each.certain)):
        text = f"{text[:start]}{'·' * (end - start)}{text[end:]}"
    return text


def is_greeting(text: str) -> bool:
    """Whether a line closes a letter, so that a name follows."""
    return _GREETING.fullmatch(text) is not None


def is_salutation(text: str) -> bool:
    """Whether a line opens a letter or a message: `Ha allen,`."""
    words = text.strip()
    return _SALUTATION.fullmatch(words) is not None and words.endswith((",", ".", "r", "L.S"))


def is_salutation_alone(text: str) -> bool:
    """Whether a text is a salutation and no more, so that the message starts after it: `Geachte voorzitter,`."""
    return text.rstrip().endswith(",") and is_salutation(text) and not any(map(str.isdigit, text))


def without_persons(text: str) -> tuple[str, list[str]]:
    """A value of the head without persons and numbers, and what was taken out. `K. Smit (FIN)` leaves `FIN`."""
    taken: list[str] = []
    for shape in (CONTACT,) if _HOLDER.match(text) else (CONTACT, PERSON, _WITH_UNIT, _BEHIND_UNIT):
        while found := list(shape.finditer(_without_papers(text) if shape is CONTACT else text)):
            taken += [each[0].strip() for each in found]
            text = _without(text, found)
    if taken:
        text = re.sub(r"(?<=[:;])\s*[,;]\s*|\s*,(?=\s*,)", " ", " ".join(text.split()))
        while (shorter := _EMPTY.sub("", text)) != text:
            text = shorter
    return text, taken


def _without(text: str, found: list[re.Match[str]]) -> str:
    """The text without these matches. A unit in brackets after a match stays, without its brackets."""
    kept, place = "", 0
    for each in found:
        kept += text[place : each.start()]
        place = max(place, each.end())
        if unit := _UNIT_IN_BRACKETS.match(text[place : place + 40]):
            kept, place = f"{kept} {unit['unit']}", place + unit.end()
    return kept + text[place:]


def is_unit(text: str) -> bool:
    """Whether a text names departments and nobody: `DIJK/BRUG`, `directie Dijken`, but not `DIJK, Karin Riet`."""
    return all(_CODES.fullmatch(each) or _UNIT.search(each) for each in map(str.strip, _MEMBERS.split(text)) if each)
