"""Reads tick boxes that say whether a memo is public: of `Openbaar: ☐ ja ☒ nee` it keeps `Openbaar: nee`."""

import re

from briefcli.memo.text import Line

# As characters, as codes and letters of a symbol font, and as somebody types them
_TICKED = r"(?:[☒☑✓✔✗✘✅⊠⌧🗹🗷\uf051-\uf054\uf078\uf0fb-\uf0fe]|þ(?!\w)|\[x\]|\(x\))"
_BOX = rf"(?:{_TICKED}|[☐□▢◻⬜❏❑❒\uf06f\uf071\uf072\uf0a3\uf0a8]|¨(?!\w)|\[ ?\]|\( ?\))"
_OPTION = (
    r"(?:\b(?:ja|nee|yes|no|geen|niet|deels|gedeeltelijk|volledig|actief|openba\w+|(?:on)?gerubriceerd|stg"
    r"|dep(?:\w+|\. ?v\b)?|vertrouwelijk|geheim|confidentieel|intern)\b[. ]*){1,3}"
    rf"(?=\s*(?:$|[\n,(;/|–-]|{_BOX}))"
)
_CHOICES = [
    (re.compile(rf"(?i)(?P<space> *)(?>(?:{each}[\s/|,;]*+){{2,}})(?!{_BOX})"), re.compile(rf"(?i){each}"))
    for each in (rf"{_BOX}\s*{_OPTION}", rf"{_OPTION}\s*{_BOX}")  # the box is before the option, or behind it
]
_IS_TICKED, _SIGNS = re.compile(rf"(?i){_TICKED}"), re.compile(rf"(?i){_BOX}")


def only_ticked(lines: list[Line]) -> list[Line]:
    """The lines with only what is ticked of each choice between `ja` and `nee`, `openbaar` and `vertrouwelijk`, etc."""
    text = "\n".join(line.text for line in lines)
    for choice, pair in _CHOICES:

        def chosen(found: re.Match[str], pair: re.Pattern[str] = pair) -> str:
            ticked = [_SIGNS.sub("", each).strip() for each in pair.findall(found[0]) if _IS_TICKED.search(each)]
            colon = ": " if found.string[: found.start()][-1:].isalnum() else found["space"]
            return colon + (", ".join(ticked) or "niet ingevuld") + "\n" * found[0].count("\n")

        text = choice.sub(chosen, text)
    return [line if line.text == new else line.saying(new) for line, new in zip(lines, text.split("\n"), strict=True)]
