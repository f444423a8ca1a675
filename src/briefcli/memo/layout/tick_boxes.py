"""Reads the fields of a form: of `Openbaar: ☐ ja ☒ nee` it keeps `Openbaar: nee`, of an unfilled field nothing."""

import re

from briefcli.domain.marks import is_mark_alone
from briefcli.domain.marks_apart import is_mark
from briefcli.memo.text import REPLACEMENT, Line

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

# What word processors put in a field that is not filled in
_PROMPT = re.compile(
    r"(?i)[\[<(]?(?:(?:kies|selecteer) een (?:item|bouwsteen)|choose an? (?:item|building block)"
    r"|klik (?:hier|of tik)\b[^.:|]{0,25}\b(?:in te voeren|invoeren)"
    r"|click (?:here|or tap)\b[^.:|]{0,15}\benter (?:text|a date))\.?[\]>)]?(?=[^\w|]*(?:$|\|))"
)
_LABEL_ALONE = re.compile(r"[\W0-9]*[^:|0-9]{0,40}(?<![.;])[:|]*\s*")  # no sentence, and no day


def is_prompt(text: str) -> bool:
    """Whether a text only asks to fill in a field."""
    return _PROMPT.fullmatch(text.strip().rstrip(REPLACEMENT)) is not None


def without_prompts(lines: list[Line]) -> list[Line]:
    """The lines without the fields of a form that are not filled in: `Rubricering: Kies een item.` becomes empty."""
    kept: list[Line] = []
    for line in lines:
        text = _PROMPT.sub("", line.text).rstrip(REPLACEMENT)
        if not _PROMPT.search(line.text):
            kept.append(line)
            continue
        if not text.strip() and kept and is_label(kept[-1].text):  # the label has a cell of its own
            kept[-1] = kept[-1].saying()
        kept.append(line.saying("" if is_label(text) else text))
    return kept


def is_label(text: str) -> bool:
    """Whether a text is a label without a value, and no mark itself."""
    ends = text.rstrip().endswith((":", "|")) or is_mark_alone(text)
    return _LABEL_ALONE.fullmatch(text) is not None and ends and not is_mark(text.strip(" :|•-"))


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
