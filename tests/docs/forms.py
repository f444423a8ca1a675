"""The forms of citation, as their page shows them.

The texts are the examples in the files of `briefcli.domain.citations`; what they stand for is asked of the reader.
"""

from briefcli.catalog import language, tr
from briefcli.domain.citations.finder import all_forms, scan_references
from briefcli.domain.citations.form import Form
from briefcli.domain.citations.reference import Reference, dossier_of

_HEAD = {
    "en": "| what | as it is written | as it is read |",
    "nl": "| wat | zoals het er staat | zoals het gelezen wordt |",
}
_GUESS = {"en": "a guess, and said to be one", "nl": "een gok, en dat staat erbij"}
_UNCERTAIN = {"en": "uncertain", "nl": "onzeker"}
_OR_ELSE = {"en": "(or {others})", "nl": "(of {others})"}
_OR_MORE = {"en": "(or {others} and {n} more)", "nl": "(of {others} en nog {n})"}
_FILED = {"en": "(filed in {dossiers} too)", "nl": "(ook in {dossiers})"}
_MOST_ALTERNATIVES = 2


def readings(form: Form) -> list[tuple[str, str]]:
    """Each example text with the identifiers that are read in it, as `examples` writes them."""
    lines = (line.strip().replace("\\n", "\n").partition(" → ") for line in form.examples.strip().splitlines())
    return [(text, read or text) for texts, _, read in lines for text in texts.split(" | ")]


def forms() -> str:
    """A Markdown table: what sort of paper, the text, the identifier."""
    lines = [_HEAD[language()], "| --- | --- | --- |"]
    guesses: list[str] = []
    for form in all_forms():
        certain = [text for text, read in readings(form) if read and "?" not in read]
        lines += [_row("" if number else tr(form.title), text) for number, text in enumerate(certain)]
        guesses += [text for text, read in readings(form) if "?" in read]
    lines += [_row("" if number else _GUESS[language()], text) for number, text in enumerate(guesses)]
    return "\n".join(lines)


def _row(title: str, text: str) -> str:
    written = text.replace("\n", "<br>")
    return f"| {title} | {written} | {', '.join(map(_identifier, scan_references(text)))} |"


def _identifier(reference: Reference) -> str:
    if not reference.certain:
        said = [f"`{reference.canonical}`, {_UNCERTAIN[language()]}", _or_else(reference.alternatives)]
        return " ".join(filter(None, said))
    elsewhere = [f"`{dossier_of(each)}`" for each in reference.alternatives]
    filed = f" {_FILED[language()].format(dossiers=', '.join(elsewhere))}" if elsewhere else ""
    return f"`{reference.canonical}`{filed}"


def _or_else(alternatives: tuple[str, ...]) -> str:
    shown = ", ".join(f"`{each}`" for each in alternatives[:_MOST_ALTERNATIVES])
    more = len(alternatives) - _MOST_ALTERNATIVES
    said = _OR_MORE if more > 0 else _OR_ELSE
    return said[language()].format(others=shown, n=more) if shown else ""
