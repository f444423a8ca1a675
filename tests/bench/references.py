"""How many real citations are read right, and how fast: python -m tests.bench.references [citations.tsv].

A row is right when the identifiers of its kind are found, all of them, and nothing else. What a row's text
holds as a literal identifier of another kind, or its note names, may be found beside them. Rows without an
identifier are judged by what stands there:
dossier      exactly the dossiers in the text, and no paper;
handelingen  one reference to the Handelingen, not certain, and no paper;
miscalled    the paper as dossier and number stand there, not certain;
NEGATIVE     nothing at all.
"""

import csv
import random
import re
import sys
import time
from pathlib import Path

from briefcli.domain.citations.model import Reference, dossier_of, number_of
from briefcli.domain.citations.reader import scan_references

DEFAULT_CITATIONS = Path(__file__).parents[3] / "shared" / "facts" / "citations.tsv"
OWN_CITATIONS = Path(__file__).parents[1] / "domain" / "reference" / "citations.tsv"
RUNNING_TEXT = (
    "de minister informeert Kamer over inzet van het kabinet voor agenda en stand zaken bij brief op verzoek "
    "commissie Defensie Buitenlandse NAVO besluit verdrag steun aan leden motie debat richtlijn 2023 15 juni 16,6 "
    "miljard wordt daarbij verwacht dat aandacht toeneemt in aanloop naar top Vilnius Tweede Kamer geannoteerde"
)
HOSTILE_PIECES = {
    "long runs of figures": "1234567890",
    "open brackets": "(",
    "blanks": " ",
    "nr. nr. nr.": "nr. ",
    "the word and nothing else": "Kamerstukken ",
    "headings without a number": "Kamerstukken II 2022/23, ",
    "sessions of Handelingen": "Handelingen II 2010/11, ",
    "dossiers in a row": "28 676 en ",
    "brackets that never close": "(31 475 ",
    "numbers after a citation": "1, ",
    "council numbers without a word": "1234/22 ",
    "numbers before brackets": "nr. 4 (",
}
SHARE_OF_CITATIONS = 0.05
LETTERS = 2_000_000


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))
    for row in rows:
        row["text"] = row["text"].replace("\\n", "\n").replace("<NBSP>", "\u00a0")
    return rows


def judge(row: dict[str, str], found: list[Reference]) -> str | None:
    """Why the row is wrong; None when it is right."""
    papers = [each for each in found if each.kind != "dossier"]
    if row["kind"] == "NEGATIVE":
        return "something was found" if found else None
    if row["canonical"]:
        return judge_identifiers(row, papers)
    if row["kind"] == "dossier":
        return judge_dossiers(row["text"], papers, found)
    if len(papers) != 1 or papers[0].certain:
        return "not one uncertain reference"
    if row["kind"] == "handelingen":
        return None if papers[0].kind == "handelingen" else "a paper was found"
    stated = f"{dossier_of(papers[0].canonical)}, nr. {number_of(papers[0].canonical)}"
    return None if stated in row["text"].replace(" ", "").replace(",nr.", ", nr. ") else "another paper was found"


def judge_identifiers(row: dict[str, str], papers: list[Reference]) -> str | None:
    wanted = set(row["canonical"].split(";"))
    extra = {each for each in papers if each.canonical not in wanted}
    missing = wanted - {each.canonical for each in papers}
    unexplained = {
        each.canonical for each in extra if each.canonical not in row["text"] and each.canonical not in row["note"]
    }
    problems = [f"missing {', '.join(sorted(missing))}"] if missing else []
    problems += [f"extra {', '.join(sorted(unexplained))}"] if unexplained else []
    return "; ".join(problems) or None


def judge_dossiers(text: str, papers: list[Reference], found: list[Reference]) -> str | None:
    if papers:
        return "a paper was found"
    figures = re.findall(r"(?<![0-9])(?:[0-9]{2}[ .]?[0-9]{3}|[0-9]{4}(?=,(?:[0-9]{4}|[ ]blz)))(?![0-9])", text)
    stated = [re.sub(r"[ .]", "", each) for each in figures]
    numbers = [each.canonical.partition("-")[0] for each in found]
    return None if numbers == stated else f"found {numbers}, stated {stated}"


def print_reach(path: Path) -> bool:
    """Prints the score by class and every wrong row; gives whether all is right."""
    classes: dict[str, list[str | None]] = {}
    wrong: list[str] = []
    for row in read_rows(path):
        found = scan_references(row["text"])
        problem = judge(row, found)
        name = "negative" if row["kind"] == "NEGATIVE" else row["parse"]
        classes.setdefault(name, []).append(problem)
        classes.setdefault(f"  kind {row['kind']}", []).append(problem)
        if problem:
            read = ", ".join(each.canonical for each in found) or "nothing"
            wrong.append(f"  {row['id']} {row['text']!r}: {problem} (read: {read})")
    for name in sorted(classes, key=lambda each: (each.startswith(" "), each)):
        problems = classes[name]
        say(f"{name:42} {problems.count(None):4d} of {len(problems):4d} right")
    say("wrong:" if wrong else "none wrong")
    say("\n".join(wrong))
    return not wrong


def print_own_reach() -> bool:
    rows = read_rows(OWN_CITATIONS)
    wrong = [row for row in rows if not is_read_as_stated(row)]
    say(f"{'own citations':42} {len(rows) - len(wrong):4d} of {len(rows):4d} right")
    for row in wrong:
        say(f"  {row['text']!r}")
    return not wrong


def is_read_as_stated(row: dict[str, str]) -> bool:
    found = scan_references(row["text"])
    papers = ";".join(each.canonical for each in found if each.kind != "dossier")
    dossiers = ";".join(each.canonical for each in found if each.kind == "dossier")
    return (papers, dossiers) == (row["papers"], row["dossiers"])


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def running_text(citations: list[str]) -> str:
    """Dutch prose of the project's own words, one twentieth of it citations."""
    chance = random.Random(1)  # noqa: S311
    words = RUNNING_TEXT.split()
    pieces: list[str] = []
    letters = cited = 0
    while letters < LETTERS:
        is_citation = cited < SHARE_OF_CITATIONS * letters
        pieces.append(chance.choice(citations if is_citation else words))
        letters += len(pieces[-1]) + 1
        cited += len(pieces[-1]) if is_citation else 0
    return " ".join(pieces)


def print_speed(name: str, text: str) -> None:
    began = time.perf_counter()
    count = len(scan_references(text))
    speed = len(text.encode()) / (time.perf_counter() - began) / 1e6
    say(f"{name:42} {speed:7.1f} MB/s {count:7d} references in {len(text) / 1e6:.1f} MB")


def main() -> int:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_CITATIONS
    all_right = print_own_reach()
    if path.exists():
        all_right &= print_reach(path)
    else:
        say(f"{path} is not there; only the project's own citations were tried.")
    print_speed("running text, 5% citations", running_text([row["text"] for row in read_rows(OWN_CITATIONS)]))
    for name, piece in HOSTILE_PIECES.items():
        text = "Kamerstuk 28 676, nrs. 1, " + piece * (LETTERS // 8 // len(piece))
        print_speed(f"hostile: {name}", text)
    return 0 if all_right else 1


if __name__ == "__main__":
    sys.exit(main())
