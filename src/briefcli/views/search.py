"""`brief search`: the passages of all agendas that match a query, best first."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import groupby

from briefcli.catalog import tr
from briefcli.domain.citations.reference import dossier_of
from briefcli.errors import UsageError
from briefcli.index.queries import Filter, Index
from briefcli.index.search.fulltext import tokens_of
from briefcli.index.search.hits import BEST, FoundPassage, Hit, search
from briefcli.index.search.query import EVERYWHERE, Fields, field_names, read_query
from briefcli.views.cell import Cell, Strong, Words
from briefcli.views.filters import unknown_name
from briefcli.views.labels import field_words
from briefcli.views.making import nothing_found, record_of, table, view_of
from briefcli.views.view import Column, Remark, View

_SHORTEST = 4  # letters of a word for which a similar word is suggested
LIMIT = 50  # hits; nobody reads more, unless --limit asks for them

# The end of a sentence: its punctuation, whitespace, and an upper-case letter or a quote that starts the next
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-ZÀ-Þ])")


_FIELDS = ("id", "where", "text", "score", "public")


def search_view(index: Index, asked: str, fields: str | None, wanted: Filter, limit: int = LIMIT) -> tuple[View, bool]:
    """The best hits first, and whether there are more; a limit of 0 shows all hits.

    Raises UsageError for an unreadable query or an unknown field.
    """
    query = read_query(asked)
    found, is_all = search(index, query, wanted, within=_fields_named(fields), best=max(BEST, limit) if limit else None)
    hits = found[:limit] if limit else found
    cited = _cited(index, asked)
    if hits:
        view = hits_view(hits, cited)
    else:
        view = nothing_found(unknown_name(index, wanted) or _nothing(index, asked, cited), _FIELDS)
    return view, len(hits) < len(found) or not is_all


def _cited(index: Index, asked: str) -> str:
    """Which command shows where the paper or dossier is cited whose number was typed; empty if none is."""
    if not any(map(str.isdigit, asked)):
        return ""
    from briefcli.domain.citations.finder import read_reference

    typed = [each.canonical for each in read_reference(asked.strip(' "“”'))]
    paper = next((each for each in typed if index.citations(document=each) or index.citations(dossier=each)), None)
    if paper is None:
        return ""
    command = f"brief refs {paper.removeprefix('kst-') if dossier_of(paper) else paper}"
    return tr("{command} shows where the paper is cited.", command=command)


def _nothing(index: Index, asked: str, cited: str) -> str:
    """What to say if nothing is found: where the paper with this number is cited, or which words are similar."""
    if cited:
        return f"{tr('No text has these words.')} {cited}"
    near = [f"“{each}”" for word in tokens_of(asked) if (each := _near(index, word))]
    return tr("Nothing found. Similar words: {near}.", near=", ".join(near)) if near else tr("Nothing found.")


def _near(index: Index, word: str) -> str | None:
    """A word of the agendas that is spelt almost like this one; None if there is none or the word itself occurs."""
    like = index.words_like(word)
    if len(word) < _SHORTEST or word.isdigit() or word in like:
        return None
    return next(iter(get_close_matches(word, like, n=1, cutoff=0.7)), None)


def hits_view(hits: Sequence[Hit], cited: str = "") -> View:
    listed = table(
        hits,
        (Column(tr("Meeting"), whole=True), lambda each: Words(each.id)),
        (Column(tr("Where")), lambda each: Words(field_words(each.found.where))),
        (Column(tr("Text"), main=True), lambda each: _cell(each.found)),
    )
    data = [
        {"id": each.id, **record_of(each.found, "where", "text", "score"), "public": not each.found.withheld}
        for each in hits
    ]
    return view_of(data, listed, Remark(cited) if cited else None)


def _fields_named(fields: str | None) -> Fields:
    if fields is None:
        return EVERYWHERE
    names = field_names()
    chosen = [name.strip().replace("-", "_").casefold() for name in fields.split(",") if name.strip()]
    wrong = sorted(set(chosen) - names.keys())
    if wrong or not chosen:
        from briefcli.manual.mistakes import meant

        name = ", ".join(wrong) or fields
        hint = meant(name, names, tr("choose from {names}", names=", ".join(sorted(names))))
        raise UsageError(tr("there is no field “{name}”", name=name), hint)
    return EVERYWHERE.union(*(names[name] for name in chosen))


def _cell(found: FoundPassage) -> Cell:
    """The sentences with a hit in them, the hits marked; the rest of a long text is left out."""
    start, end = _sentences(found)
    hits = {place for span in found.spans for place in range(*span)}
    parts: list[Cell] = ["… "] if start else []
    for is_hit, places in groupby(range(start, end), hits.__contains__):
        text = "".join(found.text[place] for place in places)
        parts.append(Strong(text) if is_hit else text)
    if end < len(found.text):
        parts.append(" …")
    if found.withheld:
        parts.append(Words("", withheld=True))
    return tuple(parts)


def _sentences(found: FoundPassage) -> tuple[int, int]:
    """The start of the first sentence with a hit, and the end of the last."""
    breaks = [match.end() for match in _SENTENCE_END.finditer(found.text)]
    first, last = found.spans[0][0], max(after for _, after in found.spans)
    start = max((place for place in breaks if place <= first), default=0)
    end = min((place for place in breaks if place >= last), default=len(found.text))
    return start, len(found.text[:end].rstrip())
