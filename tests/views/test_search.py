"""How hits are shown: in their sentence, with the words marked and the field named."""

from pathlib import Path

import msgspec
import pytest
from tests.agendas import index_of
from tests.conftest import Run

from briefcli.index.queries import Filter
from briefcli.index.search.hits import FoundPassage, Hit
from briefcli.views.cell import Strong, Words
from briefcli.views.search import hits_view, search_view
from briefcli.views.view import Remark, Table


def cell_of(text: str, *spans: tuple[int, int], withheld: bool = False) -> object:
    found = FoundPassage("summary[0]", text, spans, withheld, 1.0)
    (table,) = hits_view([Hit("dmm", "dmm.yaml", "2031", found)]).blocks
    assert isinstance(table, Table)
    return table.rows[0][2]


def test_the_words_found_are_marked() -> None:
    assert cell_of("De inzet volgt.", (3, 8)) == ("De ", Strong("inzet"), " volgt.")


def test_long_texts_show_only_the_sentences_with_hits() -> None:
    text = "Eerst dit (28 676, nr. 427). Dan de inzet. En slot."
    assert cell_of(text, (36, 41)) == ("… ", "Dan de ", Strong("inzet"), ".", " …")
    assert cell_of(text, (0, 5), (46, 50)) == (Strong("Eerst"), text[5:46], Strong("slot"), ".")


def test_overlapping_hits_are_marked_once() -> None:
    assert cell_of("de inzet", (0, 8), (3, 8)) == (Strong("de inzet"),)


def test_withheld_hits_are_marked() -> None:
    assert cell_of("de inzet", (3, 8), withheld=True) == ("de ", Strong("inzet"), Words("", withheld=True))


def test_the_data_follow_the_contract() -> None:
    found = FoundPassage("summary[0]", "De inzet.", ((3, 8),), withheld=False, score=1.2)
    view = hits_view([Hit("dmm", "dmm.yaml", "2031", found)])
    assert view.data == [{"id": "dmm", "where": "summary[0]", "text": "De inzet.", "score": 1.2, "public": True}]


def test_without_hits_the_exit_code_is_one(run: Run) -> None:
    ran = run("search", "nergenswoord")
    assert (ran.code, ran.out) == (1, "Nothing found.\n")


def test_a_year_is_not_taken_for_a_typo_of_another(tmp_path: Path) -> None:
    index = index_of(tmp_path, {"top": "{title: Top in 2027, when: 2027-06}"}, for_search=True)
    assert search_view(index, "2026", None, Filter())[0].blocks == (Remark("Nothing found."),)


@pytest.mark.parametrize("typed", ["kst-98123-7", "98123, nr. 7", "98 123 nr. 7"])
def test_a_paper_cited_in_another_spelling_is_referred_to_refs(tmp_path: Path, typed: str) -> None:
    agenda = "{title: Top, when: 2031-06, summary: De brief (Kamerstuk 98 123-7) volgt.}"
    index = index_of(tmp_path, {"top": agenda}, for_search=True)
    view = search_view(index, f'"{typed}"', None, Filter())[0]
    assert view.blocks == (Remark("No text has these words. brief refs 98123-7 shows where the paper is cited."),)
    assert search_view(index, "kst-98123-8", None, Filter())[0].blocks == (Remark("Nothing found."),)


def test_an_invalid_query_is_explained(run: Run) -> None:
    ran = run("search", "navo OR")
    assert ran.code == 2
    assert "something is missing after “OR”" in ran.err


def test_hits_beyond_the_limit_are_reported(run: Run) -> None:
    everything = run("search", "a* OR d* OR v*", "--limit", "0", "--format", "json")
    ran = run("search", "a* OR d* OR v*", "--limit", "2", "--format", "json")
    assert len(msgspec.json.decode(ran.out)) == 2
    assert "these are the best 2" in ran.err
    assert msgspec.json.decode(ran.out) == msgspec.json.decode(everything.out)[:2]
    assert everything.err.count("best") == 0


@pytest.mark.parametrize("option", [("--in", "nergens"), ("--in", ","), ("--limit", "-1")])
def test_a_wrong_option_is_refused(option: tuple[str, str], run: Run) -> None:
    assert run("search", "navo", *option).code == 2


@pytest.mark.usefixtures("cold")
def test_cache_reports_its_size_and_clear_empties_it(run: Run) -> None:
    run("list")
    told = msgspec.json.decode(run("cache", "--format", "json").out)
    assert told["indexes"] == 1
    assert told["bytes"] > 1000
    assert run("cache", "clear").code == 0
    assert msgspec.json.decode(run("cache", "--format", "json").out) == {**told, "indexes": 0, "bytes": 0}


@pytest.mark.usefixtures("cold")
@pytest.mark.parametrize("how", ["option", "environment"])
def test_no_cache_writes_no_index(how: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    if how == "environment":
        monkeypatch.setenv("BRIEF_NO_CACHE", "1")
    kept = run("list", *(["--no-cache"] if how == "option" else []))
    monkeypatch.delenv("BRIEF_NO_CACHE", raising=False)
    assert msgspec.json.decode(run("cache", "--format", "json").out)["indexes"] == 0
    assert run("list").out == kept.out
