"""A memo gives the same agenda however it was saved as text: with a margin, other bullets or other page numbers."""

import re
from functools import cache
from pathlib import Path

import pytest

from briefcli.memo.extract.source import read_memo
from briefcli.memo.importer import import_memo
from briefcli.memo.writing import write_agenda

MEMO = (Path(__file__).parents[2] / "examples" / "memo.txt").read_text(encoding="utf-8")
HEADINGS = ("Aanleiding", "Geadviseerd besluit", "Kernpunten", "Toelichting", "Politieke context", "Communicatie")
_HEADING, _PAGE = re.compile(rf"(?m)^({'|'.join(HEADINGS)})$"), re.compile(r"(?m)^Pagina (\d) van (\d)$")


def _numbered(memo: str) -> str:
    numbers = iter(range(1, 10))
    return _HEADING.sub(lambda found: f"{next(numbers)}. {found[1]}", memo)


WAYS = {
    "line ends of Windows": MEMO.replace("\n", "\r\n"),
    "a margin": re.sub(r"(?m)^(?=.)", "      ", MEMO),
    **{f"the bullet {sign}": MEMO.replace("•", sign) for sign in "-‒🔹\uf0b7"},
    **{f"the page number {form}": _PAGE.sub(form, MEMO) for form in (r"\1", r"\1 / \2", r"- \1 -", r"Page \1 of \2")},
    "page numbers in the middle": _PAGE.sub(r"               \1 van \2", MEMO),
    "form feeds": _PAGE.sub("\\1\f", MEMO),
    "headings in capitals": _HEADING.sub(lambda found: found[1].upper(), MEMO),
    "headings with a colon": _HEADING.sub(r"\1:", MEMO),
    "headings with numbers": _numbered(MEMO),
    "headings in Markdown": _HEADING.sub(r"## \1", MEMO),
    "headings in bold": _HEADING.sub(r"**\1**", MEMO),
}


@cache
def _agenda_of(memo: str) -> str:
    return write_agenda(import_memo(read_memo(Path("memo.txt"), memo.encode())))


@pytest.mark.parametrize("way", WAYS)
def test_the_same_memo_gives_the_same_agenda(way: str) -> None:
    assert WAYS[way] != MEMO
    assert _agenda_of(WAYS[way]) == _agenda_of(MEMO)


@pytest.mark.parametrize("number", ["1", "1 / 27"])
def test_a_number_below_its_words_is_no_page_number(number: str) -> None:
    memo = MEMO.partition("Pagina 1")[0]
    assert number in _agenda_of(f"{memo}\nToelichting\nDeelname van landen:\n{number}\n").partition("Deelname")[2]
