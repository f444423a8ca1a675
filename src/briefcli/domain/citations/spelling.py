"""Parts of patterns that the forms share: gaps, separators, Roman numerals, and the pages behind a number.

Every repetition is bounded and possessive, so that no text makes a pattern backtrack for long.
"""

from typing import Final

from briefcli.patterns import Pattern

# Citations may contain line breaks, but no more than a dozen whitespace characters in a row. `composed.py` and
# `finder.py` replace unusual spaces and dashes by plain ones before a text is read.
GAP: Final = r"\s{0,12}+"
BLANK: Final = r"\s{1,12}+"
# ALONE: no letter or digit precedes. WORD: no letter precedes. A superscript digit may, as it is a footnote mark.
ALONE: Final = r"(?<![^\W_\u00b2\u00b3\u00b9\u2070-\u2079])"
WORD: Final = r"(?<![^\W\d_\u00b2\u00b3\u00b9\u2070-\u2079])"
# The chapters of the state's budget run from I to XXIII, some of them split (IIA, IIB, IXB).
# A PDF may have lost the space before "nr.": "36 200 Xnr. 5".
CHAPTER: Final = r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})[AB]?(?![A-Za-mo-z]|n(?!rs?[. ])|-(?!nr|num|let)[a-z]{3})"
MARK: Final = (
    r"(?:(?:[Oo]nder|[Vv]olg|[Ss]tuk)?[Nn](?:[Rr][Ss]?(?![A-Za-z])(?:[ ]?\.){0,2}|ummers?(?![A-Za-z]))"
    r"|NUMMERS?(?![A-Za-z])|[Nn](?:[Oo][Ss]?\.|[°º])|#)"
)
AND: Final = (
    rf"(?i:[eé]n(?:{BLANK}ook)?|and|of|als(?:mede|ook)|evenals|juncto|jo\.?|resp(?:\.|ectievelijk)"
    rf"|dan{BLANK}wel)(?![A-Za-z])"
)
JOINT: Final = rf"(?:{GAP},?{GAP}{AND}{GAP}|{GAP}[,;&+/]{GAP})"
# A dash at the start of a line, with a space after it, is a bullet of a list and not a range.
UP_TO: Final = rf"(?i:t[/.]?m(?![a-z])\.?|tot{BLANK}en{BLANK}met)"
THROUGH: Final = rf"(?:(?!(?<=\n).\s)-|{UP_TO})"
JOINT_OR_UP_TO: Final = rf"(?:{JOINT}|{GAP}(?P<up_to>{UP_TO}){GAP})"
# The number goes on after a full stop, comma or colon. At the end of a sentence, "1325.12" ends in a footnote mark.
GOES_ON: Final = r"(?!\.[0-9]{1,2}\.?(?:\s{1,12}[A-Z]|\s{0,12}\Z))[.,:][0-9]"
PAGE_WORD: Final = r"(?:[Pp]p?|[Bb]lz|[Bb]l|[Pp]ag|[Pp]agina(?:['’]s)?|[Bb]ladzijden?)(?![a-z])\.?"
# The day and month of a date, before its year: "9 maart ", "9-3-", "9. 3. "
DAY_AND_MONTH: Final = rf"[0-9]{{1,2}}(?:{BLANK}[A-Za-z]{{3,9}}{BLANK}|[-./]{GAP}[0-9]{{1,2}}[-./]{GAP})"
DATE: Final = DAY_AND_MONTH + "[0-9]{4}"
CHAPTER_IN_BRACKETS: Final = rf"{GAP}\({GAP}(?:(?:[Hh]oofdstuk|[Hh]f(?:dst|st|d)k?\.?|H\.){GAP})?({CHAPTER}){GAP}\)"
# A note after a number, with the kind of paper, its date, or pages: "nrs. 427 (geannoteerde agenda) en 430 (p. 3)"
NOTE: Final = rf"(?!{CHAPTER_IN_BRACKETS}){GAP}\((?:[^()0-9]{{2,60}}|{DATE}|{PAGE_WORD}{GAP}[0-9][0-9\s,en-]{{0,20}})\)"
MONTH: Final = r"(?i:jan|feb|maart|march|mrt|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)"
# The words for the chambers that may open a citation, as `Opening` in form.py writes them
CHAMBERS: Final = "~weede Kamer|~weede kamer|TWEEDE KAMER|~erste Kamer|~erste kamer|EERSTE KAMER"
SESSION_YEARS: Final = r"(?:18|19|20)[0-9]{2}[ ]?[/-]"

# A dossier of the Eerste Kamer itself: "CVIII"
ROMAN_DOSSIER: Final = Pattern(
    r"(?=[CLXVI]{2})(?!II(?![A-Za-z]))C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![A-Za-z])"
)
_NO_PAGE_BEHIND: Final = r"(?![0-9_]|[\s.][0-9]{3}(?![0-9]))"
_PAGES: Final = rf"{GAP}[,;(]?{GAP}{PAGE_WORD}{GAP}[0-9]{{1,5}}{_NO_PAGE_BEHIND}"
# Further pages. Dossiers, and numbers such as "2023Z01234" or "2023/0140(COD)", are excluded.
_MORE_PAGES: Final = (
    rf"{GAP}(?:(?:,|/|en(?![a-z])|{UP_TO}){GAP}(?!(?:19|20)[0-9]{{2}}(?:[ZDA][0-9]|/[0-9]{{4}}))[0-9]{{1,4}}"
    rf"|-{GAP}[0-9]{{1,5}}){_NO_PAGE_BEHIND}(?!/[0-9]|{GAP}(?:{MONTH}|%|miljoen|miljard))"
)
_PARTS: Final = (
    rf"{GAP},{GAP}(?:pt|par|punt|paragraaf|onderdeel|ad|noot|voetnoot|§){GAP}\.?{GAP}"
    r"[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}[a-z]?(?![0-9A-Za-z])"
)
_AND_SO_ON: Final = rf"{GAP}(?:e\.?{GAP}v\.?(?![a-z])|[lr]k\.|\))"
_ATTACHED: Final = (
    rf"{GAP},?{GAP}\(?{GAP}(?:(?:(?:met{BLANK})?(?:[Bb]ijlagen?|[Bb]ijl\.|[Bb]lg\.)"
    rf"(?:{GAP}(?:{MARK}{GAP})?(?:{CHAPTER}|[0-9]{{1,3}}|[A-Z])(?![A-Za-z0-9]))?)"
    rf"|[Hh]erdruk|HERDRUK|gewijzigd(?=,?{GAP}(?:\)|t\.v\.v))"
    rf"|(?:t\.{GAP}v\.{GAP}v\.|ter{BLANK}vervanging{BLANK}van){GAP}(?:{MARK}{GAP})?[0-9]{{1,4}}"
    rf"(?![0-9]|[ .][0-9]{{3}}))(?![a-z]){GAP}\)?"
)
_BEHIND: Final = Pattern(
    rf"(?>(?:(?>{_PAGES}|{_PARTS}|{_ATTACHED})(?>(?:{_MORE_PAGES})*)(?>(?:{_AND_SO_ON})?)){{0,4}})"
)


def skip_pages(text: str, position: int) -> int:
    """The end of the pages, attachments and reprint notes after a number; `position` itself if there are none."""
    return position if text[position : position + 1] in ("", ")") else _BEHIND.after(text, position)
