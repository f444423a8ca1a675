"""Papers as a `documents:` block of an agenda file, ready to paste."""

from collections.abc import Iterator, Sequence

from briefcli.catalog import tr
from briefcli.domain.cited import CitedPaper
from briefcli.render.clean import one_line
from briefcli.writing.yaml_text import scalar


def render_documents(papers: Sequence[CitedPaper]) -> str:
    """The block as YAML; each doubt about a paper is a comment `# check: …` below it."""
    if not papers:
        return "documents: []\n"
    return "\n".join(("documents:", *(line for paper in papers for line in _document(paper)))) + "\n"


def _document(paper: CitedPaper) -> Iterator[str]:
    yield f"  - ref: {scalar(_printable(paper.reference.canonical))}"
    if paper.date:
        yield f"    date: {paper.date}"
    if paper.kind:
        yield f"    kind: {paper.kind}"
    for doubt in _doubts(paper):
        yield f"    # check: {_printable(doubt)}"


def _doubts(paper: CitedPaper) -> Iterator[str]:
    reference = paper.reference
    if not reference.certain:
        yield tr("the text has “{text}”", text=reference.text)
    yield from paper.doubts
    if reference.alternatives and not reference.certain:
        yield tr("it may also be {others}", others=", ".join(reference.alternatives))


def _printable(text: str) -> str:
    """The text on one line, without controls and noncharacters: YAML forbids them, even in a comment."""
    return "".join(letter for letter in one_line(text) if letter.isprintable())
