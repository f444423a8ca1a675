"""The forms of citation, as the README shows them: `python -m tests.docs.forms` writes the table.

The texts are the examples in the files of `briefcli.domain.citations`; what they stand for is asked of the reader.
"""

from pathlib import Path

from briefcli.domain.citations.reader import scan_references
from briefcli.domain.citations.reference import Reference, dossier_of
from briefcli.domain.citations.registry import all_forms

TABLE = Path(__file__).with_name("forms.md")
_MOST_ALTERNATIVES = 2
_MOST_EXAMPLES = 6


def forms() -> str:
    """A Markdown table: what sort of paper, the text, the identifier."""
    lines = ["| what | as it is written | as it is read |", "| --- | --- | --- |"]
    guesses: list[str] = []
    for form in all_forms():
        for number, (text, _) in enumerate(form.examples[:_MOST_EXAMPLES]):
            lines.append(_row("" if number else form.title, text))
        guesses += [text for text, _ in form.uncertain[:1]]
    lines += [_row("" if number else "a guess, and said to be one", text) for number, text in enumerate(guesses)]
    return "\n".join(lines)


def _row(title: str, text: str) -> str:
    written = text.replace("\n", "<br>")
    return f"| {title} | {written} | {', '.join(map(_identifier, scan_references(text)))} |"


def _identifier(reference: Reference) -> str:
    if not reference.certain:
        return f"`{reference.canonical}`, uncertain{_or_else(reference.alternatives)}"
    elsewhere = [f"`{dossier_of(each)}`" for each in reference.alternatives]
    return f"`{reference.canonical}`" + (f" (filed in {', '.join(elsewhere)} too)" if elsewhere else "")


def _or_else(alternatives: tuple[str, ...]) -> str:
    shown = ", ".join(f"`{each}`" for each in alternatives[:_MOST_ALTERNATIVES])
    more = len(alternatives) - _MOST_ALTERNATIVES
    return f" (or {shown}{f' and {more} more' if more > 0 else ''})" if shown else ""


if __name__ == "__main__":
    TABLE.write_text(forms() + "\n", encoding="utf-8")
