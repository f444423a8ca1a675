"""The Dutch and English words that dates are made of, and the grammar that all forms of dates share.

Every pattern is for text in lower case and has an upper bound on each repetition, so that no text is slow.
"""

import re
from typing import Final

from briefcli.catalog import later, later_as, tr, tr_as
from briefcli.domain.due import DUTCH_WEEKDAYS, Unit
from briefcli.patterns import Pattern

ENGLISH_MONTHS: Final = (
    later_as("full month", "January"), later_as("full month", "February"), later_as("full month", "March"),
    later_as("full month", "April"), later_as("full month", "May"), later_as("full month", "June"),
    later_as("full month", "July"), later_as("full month", "August"), later_as("full month", "September"),
    later_as("full month", "October"), later_as("full month", "November"), later_as("full month", "December"),
)  # fmt: skip
FULL_MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_IN_ENGLISH: Final = {name.lower(): number for number, name in enumerate(ENGLISH_MONTHS, 1)}
ENGLISH_ONLY: Final = tuple(name for name in _IN_ENGLISH if name not in FULL_MONTHS)
SHORT_MONTHS: Final = {
    "jan": 1, "febr": 2, "feb": 2, "mrt": 3, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9,
    "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# The French and German names in papers of the EU; as words of other meanings (`Mars`), they count only after a day
FOREIGN_MONTHS: Final = {
    "janvier": 1, "februar": 2, "février": 2, "fevrier": 2, "januar": 1, "mars": 3, "märz": 3, "avril": 4, "mai": 5,
    "juin": 6, "juillet": 7, "août": 8, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
    "decembre": 12, "dezember": 12,
}  # fmt: skip
# `13.VI.2024`; without `x`, which may stand for a month that is not known yet
_ROMAN_MONTHS: Final = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12,
}  # fmt: skip
WHOLE_MONTHS: Final = (*FULL_MONTHS, *ENGLISH_ONLY)
MONTHS: Final = {
    **{name: number for number, name in enumerate(FULL_MONTHS, 1)}, **_IN_ENGLISH, **SHORT_MONTHS, **FOREIGN_MONTHS,
}  # fmt: skip
ENGLISH_WEEKDAYS: Final = (
    later("Monday"), later("Tuesday"), later("Wednesday"), later("Thursday"), later("Friday"), later("Saturday"),
    later("Sunday"),
)  # fmt: skip
WHOLE_WEEKDAYS: Final = (*DUTCH_WEEKDAYS, *map(str.lower, ENGLISH_WEEKDAYS))
SHORT_WEEKDAYS: Final = {
    "ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
WEEKDAY_NUMBERS: Final = {**{name: number % 7 for number, name in enumerate(WHOLE_WEEKDAYS)}, **SHORT_WEEKDAYS}
_ONES: Final = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TENS: Final = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_CARDINALS: Final = (
    "één", *_ONES[1:], "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien",
    "negentien",
    *(f"{one}{one and ('ën' if one.endswith('e') else 'en')}{ten}" for ten in _TENS for one in ("", *_ONES)),
)  # fmt: skip
COUNTS: Final = {
    "een": 1, **{name: number for number, name in enumerate(_CARDINALS, 1)},
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
ORDINALS: Final = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip
# The days of a month in words: `twaalf`, `twaalfde`
DAYS_IN_WORDS: Final = {
    **{name: number for number, name in enumerate(_CARDINALS[:31], 1)},
    **{f"{name}{'ste' if number > 19 else 'de'}": number for number, name in enumerate(_CARDINALS[:31], 1)},
    **ORDINALS, "achtste": 8,
    "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
# The month in which each season begins
SEASONS: Final = {
    "voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9, "spring": 3, "summer": 6, "autumn": 9,
}  # fmt: skip
# Words before a month or year that name a part of it
EARLY: Final = ("begin", "primo", "early", "beginning of", "start of")
MIDDLE: Final = ("half", "halverwege", "medio", "midden", "mid")
LATE: Final = ("eind", "einde", "ultimo", "late", "end of")
WHOLE_MONTH: Final = (1, 31)
# The same words, with the first and the last day of the month that they can mean
PARTS: Final = {
    **dict.fromkeys(EARLY, (1, 10)), **dict.fromkeys(MIDDLE, (10, 20)), **dict.fromkeys(LATE, (21, 31)),
    "in de loop": WHOLE_MONTH,
}  # fmt: skip

# A character that can come before a word. Python finds characters in ranges faster than `\\W`.
NO_LETTER: Final = r"[\x00-/:-@\[-`{-¿\u2010-\u206f]"
# What a space, a tilde and the names in upper case mean in a pattern. Each name may use those above it
_GRAMMAR: Final = {" ": r"\s{1,8}", "~": r"\s{0,8}"}
_IN_GRAMMAR: Final = re.compile(r"\\.|[ ~]|[A-Z]{2,}(?:_[A-Z]+)*")


def spelled(pattern: str) -> str:
    """The pattern with its spaces, tildes and names in upper case replaced. Raises KeyError for an unknown name."""
    return _IN_GRAMMAR.sub(lambda each: each[0] if each[0][0] == "\\" else _GRAMMAR[each[0]], pattern)


def regex(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for text in lower case that is written in the grammar: ` (?:op )?(?P<weekday>WEEKDAY)`."""
    return re.compile(spelled(pattern))


_COUNT: Final = rf"{'|'.join(COUNTS)}|[0-9]{{1,3}}"
_AND_OR: Final = (
    r"(?:(?:(?:en|and)/(?:of|or)|en|als(?:mede|ook)?|evenals|as well as|ofwel|[oó]f(?! the)|resp\.|respectievelijk"
    r"|dan wel|danwel|hetzij|and|or|naar|[àá]|et|und)(?!\w)|[&+])"
)
_GERMAN: Final = "(?:januar|februar|märz|mai|dezember)"
# On the same line, as a list may follow `de maanden`
_GERMAN_BEFORE: Final = r"(?:\sam|\b(?:den|vom|zum|bis|und))[\x20\u00a0]"
# `van 8 op 9 juni`: the night between two days
_NIGHT: Final = r"op(?<=[0-9]\sop)(?<![0-9]{4}\sop)(?<![-/.][0-9]{2}\sop)"
# One or two figures stuck to a year are mostly the mark of a footnote that is no longer raised.
_FOOTNOTE: Final = r"(?P<footnote>[0-9]{1,2})?(?![0-9])"
# What may come between a month or the like and its year: `juni 2023`, `juni, 2023`, `juni van het jaar 2023`
_TO_YEAR: Final = r"(?:~|[-/]|, |,? van (?:het jaar )?|,? in het jaar )"
for _name, _pattern in {
    # A dash, but not first on its line, where it is the bullet of a list
    "DASH": "".join(rf"(?<!\n\s{{{blanks}}})" for blanks in range(5)) + "[-–—‐‑]",
    "WHOLE_MONTH": "|".join(WHOLE_MONTHS),
    "WHOLE_WEEKDAY": "|".join(WHOLE_WEEKDAYS),
    "ROMAN_MONTH": rf"(?:{'|'.join(_ROMAN_MONTHS)})(?=[-./](?:1[89]|20)[0-9]{{2}}(?!\w))\.?",
    "MONTH": (
        rf"(?:WHOLE_MONTH|(?<=[0-9][-./])ROMAN_MONTH|(?:(?:(?<=[0-9]\s)|(?<=[0-9]er\s))(?:{'|'.join(FOREIGN_MONTHS)})|(?<=[0-9]\.\s){_GERMAN}"
        rf"|{'|'.join(SHORT_MONTHS)})(?![^\W\d_])\.?)"
    ),
    "WEEKDAY": rf"(?:WHOLE_WEEKDAY|(?:{'|'.join(SHORT_WEEKDAYS)})(?!\w)\.?)",
    "SEASON": "|".join(SEASONS),
    "PART": "|".join(PARTS),
    # After a figure; a point only in German: before a month that is not Dutch, before the next day, or after `am`
    "NTH": (
        r"(?:ste|den?|er?|en(?!~[0-9])|st|nd|rd|th"
        rf"|\.(?:(?=~(?:{_GERMAN}\b|(?:bis(?: zum)?|und) [0-9]|[-–/,]~[0-9]{{1,2}}\.)|(?=ROMAN_MONTH))"
        rf"|(?<={_GERMAN_BEFORE}[0-9]\.)|(?<={_GERMAN_BEFORE}[0-9]{{2}}\.)))"
    ),
    # A year, but not the first half of a session year (2023-2024, 2022/23), a count (`1500 militairen`) nor a time
    "YEAR": (
        r"(?:1[89]|20|21|1[5-7](?![0-9]{2} [^\W\d_]))[0-9]{2}"
        r"(?!/[0-9]{2}(?![0-9]|~MONTH|[-–][0-9])|[-–—](?:[0-9]{4}|[0-9]{2}-[0-9]|w[0-9])|[0-9]{3}"
        r"|\x20(?:uur|hrs|utc|gmt|ces?t)\b)"
    ),
    "UP_TO": r"t~/~m\.?|t\.?m\.?(?!\w)|tot(?: en |/)met|t\.e\.m\.|through",
    "THROUGH": r"(?:DASH|UP_TO|tot|to(?=\s)|until|till|bis(?: zum)?(?=~[0-9]{1,2}\.)|au(?=\s))",
    "EITHER": r"(?:ofwel|[oó]f|or|dan wel|danwel|hetzij|[àá])\b",
    # What links two days, or two dates
    "LINK": rf"~(?:THROUGH|{_NIGHT}|/|,~(?:{_AND_OR}|to(?=\s))|{_AND_OR}|,)~",
    # The year with what comes before it, also in brackets or shortened: `14 juni (2023)`, `juni '23`
    "ITS_YEAR": (
        rf"(?:(?:(?P<open>~\()|{_TO_YEAR})(?P<year>YEAR){_FOOTNOTE}\b(?(open)\))|~['’‘](?P<short>[0-9]{{2}})\b)"
    ),
    "SHIFTED_YEAR": (
        "(?:(?:van|in|of) )?(?:(?:het|de|the) )?"
        r"(?P<shift>dit|lopend|vorig|volgend|komend|this|last|next)e? (?:jaar|year)\b"
    ),
    "PAST": r"j\.?~l(?:\.|\b)|l\.l\.|jongstleden",
    "TO_COME": r"a\.~s\.?|e\.~k\.?|as\.|aanstaande|aankomende?",
    # Also with the year after it: `14 juni a.s. (2023)`
    "TOWARD": r"(?:~\(?(?:(?P<past>PAST)|(?P<to_come>TO_COME))(?!\w)\)?(?: \((?P<late>YEAR)\))?)?",
    "OF_DAY": "(?:(?<=dag)(?:ochtend|morgen|middag|avond|nacht))?",  # after a weekday
    "WEEKDAY_FIRST": "(?:(?P<weekday>WEEKDAY)(?:en)?OF_DAY,? (?:(?:de|the) )?)?",
    "UNNAMED_WEEKDAY": "(?:WEEKDAY(?:OF_DAY),? (?:(?:de|the) )?)?",
    "NUMBER": "[0-9]{1,2}NTH?(?![0-9])",
    "ON_DAY": "(?:(?:op|on) )?(?:(?:de|the) )?",
    # `15`, `15-16`, `11, 12 en 13`, `donderdag 15 en op vrijdag 16`; twelve more at most
    "DAY_LIST": "NUMBER(?>(?:LINK(?:ON_DAY)(?:UNNAMED_WEEKDAY)NUMBER){0,12})",
    "WEEK_LIST": "NUMBER(?>(?:LINK(?:week )?NUMBER){0,12})",
    # Before and after a day or an event
    "AHEAD": "v[oó][oó]r|voorafgaande? aan|eerder dan|before|prior to|ahead of",
    "AFTER": "na|after|following",
    # `drie weken`, `2 months`, `een half jaar`
    "COUNT": rf"(?P<count>{_COUNT})",
    # `anderhalve`, or the last number of `twee à drie`
    "ABOUT_COUNT": (rf"(?:(?:{_COUNT})(?: (?:[àáa]|tot|of|to|or) |~[-–/]~))?(?P<count>anderhal(?:f|ve)|{_COUNT})"),
    "UNIT": (
        "(?P<unit>(?:werk(?:bare )?|kalender|work(?:ing )?|(?:business|calendar) )?da[gy]"
        "|wee?k|maand|month|kwartaa?l|quarter|(?:half~)?(?:jaar|year)|(?:(?:werk)?dg|wk|mnd|wd)(?=n?(?!\\w)))(?:en|s|n)?"
    ),
}.items():
    _GRAMMAR[_name] = spelled(_pattern)
AHEAD: Final = _GRAMMAR["AHEAD"]
AFTER: Final = _GRAMMAR["AFTER"]
COUNT: Final = _GRAMMAR["COUNT"]
UNIT: Final = _GRAMMAR["UNIT"]
# The unit by the first letters of its word, and how many of that unit the word means
_UNITS: Final = {
    "werk": (Unit.WORKDAY, 1), "work": (Unit.WORKDAY, 1), "bus": (Unit.WORKDAY, 1), "wd": (Unit.WORKDAY, 1),
    "w": (Unit.WEEK, 1), "m": (Unit.MONTH, 1), "kw": (Unit.MONTH, 3), "q": (Unit.MONTH, 3),
    "half": (Unit.MONTH, 6), "j": (Unit.MONTH, 12), "y": (Unit.MONTH, 12),
}  # fmt: skip
_DAYS_IN_HALVES: Final = {Unit.WEEK: 10, Unit.MONTH: 42}


def counted(count: str, unit: str) -> tuple[int, Unit]:
    """The number and unit that a count and a unit mean, in words or figures: `twee` and `kwartaal` are 6 months.

    One and a half (`anderhalf`) may be rounded: a week and a half is ten days, a month and a half six weeks.
    """
    found, times = next((each for start, each in _UNITS.items() if unit.startswith(start)), (Unit.DAY, 1))
    if count.startswith("anderhal"):
        return (times * 3 // 2, found) if times % 2 == 0 else (_DAYS_IN_HALVES.get(found, 1) * times, Unit.DAY)
    return (COUNTS.get(count) or int(count)) * times, found


def in_figures(count: str, unit: str) -> str:
    """A count and a unit, in words or figures, in the notation of a due date: `2 workdays`."""
    number, of = counted(count, unit)
    return f"{number} {of}{'' if number == 1 else 's'}"


# A raised footnote mark beside a word or a date. After a figure it may be a power (10³), which is kept.
_RAISED: Final = Pattern(
    r"[⁰¹²³⁴-⁹](?:(?<=[^\W\d_].)|(?<=[a-z]\..)|(?<=[0-9]{4}.)|(?<=-[0-9]{2}-[0-9]{2}.)|(?<=['’‘][0-9]{2}.)|(?<!\w.)(?=\w))"
    r"[⁰¹²³⁴-⁹]{0,2}"
)
# What Markdown puts around words in italics
_ITALICS: Final = Pattern(r"(?<![^\W_])_{1,3}(?=[^\W_])|(?<=[^\W_])_{1,3}(?![^\W_])")


def month_number(word: str) -> int:
    word = word.rstrip(".")
    return _ROMAN_MONTHS.get(word) or MONTHS[word]


def weekday_number(word: str) -> int:
    return WEEKDAY_NUMBERS[word.rstrip(".")]


def lowered(text: str) -> str:
    """The text in lower case, with every letter at the same index even if its lower case is longer (İ).

    Raised footnote marks and the underscores of italics, which are not part of a date, become spaces.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for sign in (_ITALICS, _RAISED):
        lower = sign.sub(lambda found: " " * len(found[0]), lower)
    return lower


def full_month(number: int) -> str:
    """The name of a month, 1 to 12, in the user's language."""
    return tr_as("full month", ENGLISH_MONTHS[number - 1])


def full_weekday(number: int) -> str:
    """The name of a weekday, 0 for Monday, in the user's language."""
    return tr(ENGLISH_WEEKDAYS[number])
