from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.agendas import index_of
from tests.examples import any_text

from briefcli.domain.composed import folded
from briefcli.errors import Exit, NothingFound
from briefcli.index.naming import choose, of_series

IDS = ["dmm-2022-02", "dmm-2023-06", "fmm-2023-05", "nato-top-2023-07", "rbz", "rbz-2023-07"]
TODAY = date(2031, 3, 4)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dmm-2023-06", "dmm-2023-06"),
        ("dmm-2023", "dmm-2023-06"),
        ("FMM", "fmm-2023-05"),
        ("top", "nato-top-2023-07"),
        ("rbz", "rbz"),
        ("rbz-", "rbz-2023-07"),
    ],
)
def test_a_unique_part_of_an_id_is_enough(typed: str, meant: str) -> None:
    assert choose(IDS, typed) == meant


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("dmm", "“dmm” fits 2 meetings", "choose one of: dmm-2022-02, dmm-2023-06"),
        ("2023-07", "“2023-07” fits 2 meetings", "choose one of: nato-top-2023-07, rbz-2023-07"),
        ("dmm-2032-06", "there is no meeting “dmm-2032-06”", "did you mean dmm-2023-06"),
        ("FFM-2023-05", "there is no meeting “FFM-2023-05”", "did you mean fmm-2023-05"),
        ("mdm", "there is no meeting “mdm”", "did you mean dmm-2022-02, dmm-2023-06, fmm-2023-05?"),
        ("zzz", "there is no meeting “zzz”", "brief list shows them all"),
        ("", "there is no meeting “”", "brief list shows them all"),
        ("../agendas/rbz", "there is no meeting “../agendas/rbz”", ""),
        ("rbz\0", "there is no meeting “rbz\0”", ""),
        ("/etc/passwd", "there is no meeting “/etc/passwd”", ""),
        ("[bold]", "there is no meeting “[bold]”", ""),
    ],
)
def test_unknown_and_ambiguous_ids_say_what_to_type(typed: str, message: str, hint: str) -> None:
    with pytest.raises(NothingFound) as refused:
        choose(IDS, typed)
    assert str(refused.value) == message
    assert (refused.value.hint or "").startswith(hint)
    assert refused.value.exit_code == Exit.NO


def test_only_some_of_many_matches_are_listed() -> None:
    with pytest.raises(NothingFound) as refused:
        choose([f"raad-{number}" for number in range(20)], "raad")
    assert (
        refused.value.hint
        == "choose one of: raad-0, raad-1, raad-2, raad-3, raad-4, raad-5, raad-6, raad-7 … (12 more)"
    )


@given(any_text(), st.lists(any_text(min_size=1), unique=True))
def test_only_existing_ids_are_chosen(typed: str, ids: list[str]) -> None:
    try:
        chosen = choose(ids, typed)
    except NothingFound:
        assert typed not in ids
    else:
        assert chosen in ids
        assert folded(typed) in folded(chosen)


SERIES = {
    "dmm-1": "{title: Eerste, series: dmm, when: 2030-06-15, status: held}",
    "dmm-2": "{title: Tweede, series: dmm, when: 2031-02-15}",
    "dmm-3": "{title: Derde, series: dmm, when: 2031-03-10, status: cancelled}",
    "dmm-4": "{title: Vierde, series: DMM, when: 2031-06-15}",
    "dmm-5": "{title: Vijfde, series: dmm, when: unknown}",
    "raad-1": "{title: Raad, series: raad, when: 2030-01-01}",
    "top-1": "{title: Top, series: top, when: 2031-09-01}",
}


def test_the_next_and_the_last_of_a_series_are_found(tmp_path: Path) -> None:
    index = index_of(tmp_path, SERIES)
    assert of_series(index, "dmm", TODAY, last=False) == "dmm-4"
    assert of_series(index, "dmm", TODAY, last=True) == "dmm-2"
    assert of_series(index, "DMM", date(2031, 6, 15), last=False) == "dmm-4"
    assert of_series(index, "dmm", date(2031, 6, 16), last=False) == "dmm-5"
    assert of_series(index, "dmm", date(2031, 6, 16), last=True) == "dmm-4"


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (("2031", "2031-06-16"), "m1"),
        (("2031-06", "2031-06-16"), "m1"),
        (("2031-06", "2031-07-01"), "m0"),
        (("2031", "2031-W25"), "m1"),
        (("../2031-06-20", "2031-06-21"), "m0"),
        (("2031-06-01/..", "2031"), "m1"),
        (("unknown", "2031-06-01/.."), "m1"),
        (("unknown", "2031-06-16"), "m1"),
    ],
)
def test_a_vague_date_hides_no_meeting_with_a_day(dates: tuple[str, ...], first: str, tmp_path: Path) -> None:
    texts = {f"m{number}": f"title: T\nwhen: {when}\nseries: s\n" for number, when in enumerate(dates)}
    assert of_series(index_of(tmp_path, texts), "s", date(2031, 6, 15), last=False) == first


def test_without_a_match_the_message_says_what_there_is(tmp_path: Path) -> None:
    index = index_of(tmp_path, SERIES)
    for series, last, message, hint in (
        ("raad", False, "no meeting of raad is ahead", "brief show raad --last shows the last"),
        ("top", True, "no meeting of top has been held", "brief show top --next shows the next"),
        ("dmn", False, "there is no series “dmn”", "did you mean dmm?"),
        ("zzz", False, "there is no series “zzz”", "the series are: DMM, dmm, raad, top"),
    ):
        with pytest.raises(NothingFound) as refused:
            of_series(index, series, TODAY, last=last)
        assert (str(refused.value), refused.value.hint) == (message, hint)


def test_an_exact_id_wins_over_longer_ones_in_any_unicode_form() -> None:
    assert choose(["Één", "één-2", "een-3"], "E\u0301E\u0301N") == "Één"
