"""The quick reading of plain forms gives exactly what the full reader gives, or leaves the text to it."""

import csv
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefcli.domain.citations import citing, opening_words, reader
from briefcli.domain.citations.reader import read_reference, scan_references

OWN_CITATIONS = Path(__file__).with_name("citations.tsv")
SHARED_CITATIONS = Path(__file__).parents[4] / "shared" / "facts" / "citations.tsv"

WHOLE = (
    "99 001, nr. 12", "Kamerstuk 11 234, nr. 5", "kst-99001-12",
    "28676, nr. 427", "28 676, nr. 427", "28\u00a0676, nr.\u00a0427", "28676, nr 4", "kst-28676-427", "kst-28676-42",
    "kst-36200-X-5", "kst-36200-IIB-1234", "kst-21501-28-283", "28676", "28 676", "36200-X", "36 200 XVI", "21501-28",
    "21501-28, nr. 283", "21 501-28, nr. 283", "36200-X, nr. 5", "36 200 X, nr. 5", "Kamerstuk 28 676, nr. 427",
    "kamerstuk 28676, nr. 427", "Kamerstukken II 2022/23, 28 676, nr. 427", "Kamerstukken 36 200 IV, nr. 12",
    "Kamerstukken II 1999-2000, 26\u00a0824, nr. 3", "2022Z24775", "2023D45117", "2008A02139", "TZ202306-101",
    "COM(2022)546", "COM(2022) 546", "JOIN(2022)48", "SWD(2022) 05",
)  # fmt: skip
PLAIN = (
    "(Kamerstuk 99 001, nr. 12)", "Kamerstuk 11 234, nr. 5", "Kamerstukken II 2012/13, 20 501, nr. 5",
    "(29026, nr. 193)", "(29 026, nr. 193)", "(29\u00a0026, nr.\u00a0193)", "(36200-X, nr. 5)", "(36 200 XVI, nr. 5)",
    "(21501-28, nr. 283)", "(Kamerstuk 28 676, nr. 427)", "(Kamerstukken II 2022/23, 28 676, nr. 427)",
    "Kamerstuk 28 676, nr. 427", "kamerstuk 36200-X, nr. 5", "Kamerstukken II 2009-2010, 31 200, nr. 1234",
    "(29 026, nr. 193 van 3 mei 2023)", "(29026, nr. 193", "29026, nr. 193)",
)  # fmt: skip
NEAR = (
    "Kamerstukken II 1999–2000, 26 824, nr. 3", "(99 001, nr. 12)", "(11 234, nr. 5", "19 992, nr. 3",
    "29026", "29 026", "(29 026)", "11 234", "20501", "2050", "(19 500, nr. 12)", "nr. 193", "nrs. 3 en 4", "nr. 3a",
    "(29026, nr. 193 en 194)", "(28 676, nr. 427, p. 3)", "(28 676, nr. 427 (bijlage))", "29754-145", "36800-XVI",
    "motie nr. 456 (36800-XVI)", "(21501, nr. 3)", "(21501-X, nr. 3)", "(28676-28, nr. 3)", "(36200-A, nr. 5)",
    "(36 200 H, nr. 5)", "(40 123, nr. 3)", "(09 123, nr. 3)", "(28676, nr. 12345)", "(28676, nr. 0)",
    "(34 356 (R2064)", "Kamerstukken II 2022/24, 28 676, nr. 427", "Kamerstukken I 2008/09, 31 145, C",
    "Kamerstukken II, 28 676, nr. 3", "2022Z2477", "2022Z247755", "x2022Z24775", "TZ202306-10123", "T02867",
    "COM(1992)546", "COM(2022)5461 final", "kst-21501-28", "kst-28676-42-5", "kst-28676-42e", "kst-28676-n1",
    "kst-20082009-31145-C", "kst-36200-A-5", "32012R0260", "6786/1/22 REV 1", "ST 9000/23", "ST 9249 2023 INIT",
    "9000/23", "98/26/EG", "2021/509", "CVIII, S", "VI, B", "XX", "CLX", "LXXV",
    "(22 112, nr. 3 412)", "(22 112, nr. 3.412)", "Kamerstuk 22 112, nr. 4 12", "Stcrt. 2022, 34 567", "COM(2022) 5 46",
    "(36 200, nr. 31 (X))", "Kamerstuk 36 200, nr. 31 (X)", "(36 200 (X), nr. 31)", "(21 501 28, nr. 254)",
    "Kamerstuk 2023, nr. 5", "Kamerstuk 21 501, nr. 254", "(28 676, nr. 427 en 3 besluiten)",
    "(28 676, nr. 427 en 5, 6 en 7 juni 2023)", "COM(2022) 546, 547 en 548", "COM(2022) 546 en 3 besluiten",
    "Gemeenschappelijk Standpunt 2008/944/GBVB", "(28 676, nrs. 427 (agenda) en 430 (verslag))",
)  # fmt: skip
OPENING = tuple(
    initial + word
    for name in dir(opening_words)
    if name.isupper()
    for word, before in getattr(opening_words, name)
    for initial in ("KwDVbH" if before else ("",))
)
WORDS = (
    "COMMISSIE", "SECTIE", "NETWERK",
    "Kamerstuk", "kamerstukken", "Kamerstuknr.", "Kamerdossier", "kamerdossiers", "dossier", "dossiernummer",
    "Dossiers", "wetsvoorstel", "wetsvoorstellen", "initiatiefwetsvoorstel", "Tweede Kamer", "Eerste Kamer", "TK",
    "EK", "HTK", "Handelingen", "handelingen II 2012-2013", "Hand.", "Aanhangsel", "Aanh.", "Aanhangsel Handelingen",
    "Stb. 2023", "Staatsblad", "Staatscourant", "Trb.", "Verordening", "Richtlijn", "uitvoeringsbesluit", "Besluit",
    "(EU)", "(GBVB)", "Optreden", "Raadsdocument", "doc.", "COM", "JOIN", "C", "ST", "kst-", "kst", "KST", "tekst",
    "ah-tk-20232024-2129", "blg-903667", "factuurnummer", "artikel", "blz.", "p.", "pagina", "tel.", "IBAN", "motie",
    "moties", "zie", "Zie", "brief", "verslag", "vergaderjaar", "vergaderjaar 2022-2023", "2022/23", "20222023", "II",
    "I", "ll", "11", "2", "l", "nr.", "nrs.", "Nr.", "nummer", "letter", "en", "alsmede", "resp.", "t/m", "tot en met",
    "van", "van de", "over", "De", "Het", "in", "op", "de", "het", "onder", "met", "wordt", "is", "zijn", "heeft",
    "bij", "bijlage", "met bijlagen", "herdruk", "gewijzigd", "t.v.v. nr. 3", "hoofdstuk", "hoofdstuk X", "H.", "X",
    "A", "B", "AA", "€", "EUR", "euro", "miljoen", "procent", "%", "2%", "2,5%", "15 juni 2023", "juni", "mei", "2023",
    "2023-06-15", "9:30", "15 000", "250.000", "1.250.000 euro", "16,6 miljard", "12 345 mensen", "5", "7", "12",
    "100", "1998", "½", "²", "é", "–", "-", "/", ",", ";", ".", ":", "(", ")", "[", "]", '"', "’", "#", "&", "+", "\n",
    "\t", "\u00a0", "\u200b", "\u00ad", " ", "  ", "de minister informeert de Kamer", "beleid", "Commissie", "x", "n",
    "r",
)  # fmt: skip
GLUE = ("", " ", " ", " ", "\u00a0", ", ", ". ", " (", ") ", "\n")


def rows(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))
    return [row["text"].replace("\\n", "\n").replace("<NBSP>", "\u00a0") for row in found]


CITATIONS = [*WHOLE, *PLAIN, *NEAR, *rows(OWN_CITATIONS)]


def figures(most: int) -> st.SearchStrategy[str]:
    return st.integers(1, most).flatmap(lambda length: st.text("0123456789", min_size=length, max_size=length))


SUFFIXES = ("", "", "", "-28", "-X", " X", "-XXIII", " IIB", "-IXA", " VI", "-I", "-A", " B", "-XXX")


@st.composite
def papers(draw: st.DrawFn) -> str:
    """The plain forms and their near misses, with any figures in them."""
    first, last, number = draw(st.integers(0, 99)), draw(st.integers(0, 999)), draw(figures(5))
    dossier = draw(st.sampled_from((f"{first:02}{last:03}", f"{first:02} {last:03}", "21501", "21 501")))
    dossier += draw(st.sampled_from(SUFFIXES))
    year = draw(st.integers(1795, 2099))
    following = draw(st.sampled_from((f"{(year + 1) % 100:02}", str(year + 1), f"{year % 100:02}", "00")))
    sessions = (f"Kamerstukken II {year}/{following}, ", f"Kamerstuk I {year}-{following}, ")
    plain = draw(st.sampled_from(("", "Kamerstuk ", *sessions))) + f"{dossier}, nr. {number}"
    letter = draw(st.sampled_from("ZDAX"))
    codes = (f"kst-{dossier}-{number}", f"{year}{letter}{number}", f"TZ{year}{following}-{number}", dossier)
    european = (f"COM({year}){number}", f"JOIN({year}) {number}")
    in_text = (f"({plain})", f"({plain} van {year})", f"zie {plain}.")
    return draw(st.sampled_from((plain, *codes, *european, *in_text)))


@st.composite
def mixtures(draw: st.DrawFn) -> str:
    """Fragments of every sort in a row, plain citations often among them."""
    fragment = st.sampled_from(PLAIN) | st.sampled_from(WORDS) | st.sampled_from((*OPENING, *NEAR, *WHOLE))
    pieces = draw(st.lists(st.tuples(fragment, st.sampled_from(GLUE)), max_size=7))
    return "".join(part for piece in pieces for part in piece)


@st.composite
def surrounded(draw: st.DrawFn) -> str:
    """A plain citation, with a word on either side that may change what it is."""
    word, glue = st.sampled_from((*WORDS, *OPENING, *NEAR, *PLAIN)), st.sampled_from(GLUE)
    return "".join(draw(each) for each in (word, glue, st.sampled_from(PLAIN), glue, word))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A citation with letters inserted, left out or replaced."""
    text: str = draw(st.sampled_from(CITATIONS))
    letters = st.sampled_from("0123456789 \u00a0.,;:()-–/[]\nKkIVXCLABnrsTZDqé") | st.characters()
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(text)))
        kept = place + draw(st.integers(0, 1))
        text = "".join((text[:place], draw(letters | st.just("")), text[kept:]))
    return text


def holds_in_text(text: str) -> None:
    assert list(citing.references_in(text)) == scan_references(text)


def holds_as_whole(text: str) -> None:
    assert list(citing.references_of(text)) == read_reference(text)


@given(papers() | mixtures() | surrounded() | mutated() | st.text(max_size=80))
@settings(max_examples=1_500, deadline=None)
@example("Kamerstukken VI, B, 5")
@example("(amerstuk 28 676, nr. 427)")
@example("(29026, nr. 193). Nr. (28 677, nr. 3)")
@example("Kamerstuk 28 676, nr. 427. II (28 677, nr. 3)")
@example("nr. 456 (Kamerstuk 36 800 XVI)")
@example("de bedragen 12 345 en (29026, nr. 193)")
def test_a_text_is_read_as_the_full_reader_reads_it(text: str) -> None:
    holds_in_text(text)


@given(papers() | mutated() | mixtures() | st.text(max_size=30))
@settings(max_examples=1_000, deadline=None)
@example("2023D4511")
@example("kst-21501-28")
@example("28676, nr. 427\n")
def test_a_reference_is_read_as_the_full_reader_reads_it(text: str) -> None:
    holds_as_whole(text)


@pytest.mark.parametrize("holds", [holds_in_text, holds_as_whole])
def test_every_own_citation_is_read_as_the_full_reader_reads_it(holds: Callable[[str], None]) -> None:
    for text in CITATIONS:
        holds(text)
        holds(f"Zie ook {text}. Dat is zo.")
        holds(f"({text})")


@pytest.mark.skipif(not SHARED_CITATIONS.exists(), reason="the collected citations are not on this machine")
@pytest.mark.parametrize("holds", [holds_in_text, holds_as_whole])
def test_every_collected_citation_is_read_as_the_full_reader_reads_it(holds: Callable[[str], None]) -> None:
    for text in rows(SHARED_CITATIONS):
        holds(text)
        holds(f"({text})")


def test_every_word_of_the_full_reader_is_known_to_the_quick_one() -> None:
    opened = {word for words, _ in (*reader._WITH_SESSION, *reader._OTHERS) for word in words}
    by_slash = {*opening_words.COUNCIL_BY_NAME, *opening_words.LEGISLATION}
    assert opened == {*opening_words.OPENING_WITHOUT_SLASH, *by_slash}


QUICK = """
import sys
from briefcli.domain.citations.citing import references_in, references_of
answers = [references_of(each) for each in {whole!r}] + [references_in(each) for each in {plain!r}]
assert all(len(each) == 1 for each in answers), answers
for text in {nothing!r}:
    assert not references_in(text), text
print(*sorted(sys.modules))
"""
NOTHING = (
    "De minister spreekt over de inzet van het kabinet.",
    "Op 15 juni 2023 om 9:30 stijgt het met 2,5% naar 1.250.000 euro.",
    "Het besluit van 2023, de tekst en de Tweede Kamer.",
    "DMM-11 132",
    "COMMISSIE 59",
)


def test_plain_forms_never_load_the_full_reader() -> None:
    plain = [
        *PLAIN[:12],
        "Zie Kamerstuk 28 676, nr. 427 van 9 maart 2023.",
        "De Tweede Kamer is (29 026, nr. 3) gehoord",
    ]
    script = QUICK.format(whole=WHOLE, plain=plain, nothing=NOTHING)
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    loaded = {each for each in ran.stdout.split() if each.startswith("briefcli.domain.")}
    assert loaded == {"briefcli.domain.citations"} | {
        f"briefcli.domain.citations.{each}" for each in ("citing", "model", "opening_words", "spelling")
    }
