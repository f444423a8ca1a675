"""Text that is read differently than it looks gets a warning, or a hint that names the invisible character."""

import pytest

from briefcli.reading.reader import read_agenda

HEAD = "title: T\nwhen: 2023-06-15\n"


def said(text: str) -> list[tuple[int, int, str]]:
    return [(each.line, each.column, each.code) for each in read_agenda("x.yaml", text.encode()).diagnostics]


@pytest.mark.parametrize(
    ("text", "character"),
    [
        ("title: T\nwhen: 2023-06-15\u200b\n", "U+200B (zero width space)"),
        ("title: T\nwhen:\u00a02023-06-15\n", "U+00A0 (no-break space)"),
        ("title: T\nwhen: 2023\u201106\u201115\n", "U+2011 (non-breaking hyphen)"),
        ("\u200etitle: T\nwhen: 2023-06-15\n", "U+200E (left-to-right mark)"),
        (f"{HEAD}sta\u00adtus: held\n", "U+00AD (soft hyphen)"),
        (f"{HEAD}place: x\ufeffy\n", "U+FEFF"),
    ],
)
def test_an_invisible_character_is_named_if_it_causes_a_mistake(text: str, character: str) -> None:
    found = read_agenda("x.yaml", text.encode()).diagnostics
    assert any(character in f"{each.message} {each.hint}" for each in found)


def test_a_harmless_invisible_character_is_not_mentioned() -> None:
    assert said(f"{HEAD}place: Den\u00a0Haag\n") == []
    found = read_agenda("x.yaml", f"{HEAD}stats: x # \u00a0\n".encode()).diagnostics
    assert "U+" not in (found[0].hint or "")


def test_a_text_that_is_cut_off_by_a_hash_is_reported() -> None:
    assert said(f"{HEAD}place: zaal #3\nkey_points:\n  - motie #14\n  - #3 is klaar\nsummary: #3\n") == [
        (3, 13, "cut-by-hash"),
        (5, 11, "cut-by-hash"),
        (6, 5, "cut-by-hash"),
        (7, 10, "cut-by-hash"),
    ]


@pytest.mark.parametrize(
    "line", ["place: zaal # 3", "place: zaal#3", "place: 'zaal #3'", "# niet nr. #3", "key_points: # 3"]
)
def test_real_comments_and_harmless_hashes_are_not_reported(line: str) -> None:
    assert said(f"{HEAD}{line}\n") == []


def test_a_dash_that_continues_the_text_above_is_reported() -> None:
    assert said(f"{HEAD}key_points:\n  - een\n    - twee\n    - drie\n  - vier\n") == [
        (5, 5, "dash-in-text"),
        (6, 5, "dash-in-text"),
    ]
    assert said(f"{HEAD}summary: een\n  - twee\n") == [(4, 3, "dash-in-text")]


def test_dashes_in_a_block_text_are_accepted() -> None:
    assert said(f"{HEAD}summary: |\n  een\n    - twee\nkey_points:\n  - een\n  - twee\n") == []


def test_merge_markers_are_one_mistake_and_the_rest_is_checked() -> None:
    text = f"{HEAD}<<<<<<< HEAD\nplace: a\n=======\nplace: b\n>>>>>>> main\nstatus: hold\n"
    assert said(text) == [(3, 1, "conflict"), (8, 9, "unknown-word")]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("15 juni 2023", "2023-06-15"),
        ("vóór 15 juni 2023", "../2023-06-15"),
        ("after 15 June 2023", "2023-06-15/.."),
        ("2023-06-15 t/m 16", "2023-06-15/2023-06-16"),
        ("maandag 5 juni 2023 om 9.30 uur", "2023-06-05T09:30"),
        ("15 en 16 juni 2023", "2023-06-15/2023-06-16"),
        ("2023-06-15 9:30", "2023-06-15T09:30"),
        ("eind maart 2023", "2023-03"),
        ("10:30", "2023-06-15T10:30"),
        ("2023-06-15T09:30Z", "without its zone"),
    ],
)
def test_the_hint_for_a_date_shows_the_right_form(written: str, meant: str) -> None:
    found = read_agenda("x.yaml", f"title: T\nwhen: '{written}'\n".encode()).diagnostics
    assert meant in (found[0].hint or "")


@pytest.mark.parametrize("bullet", ["– ", "• ", "-", "-\u00a0", "\u2010 ", "-- ", "1. "])
def test_a_list_with_bullets_from_word_is_one_text(bullet: str) -> None:
    assert said(f"{HEAD}key_points:\n  {bullet}een\n  {bullet}twee\n") == [(4, 3, "dash-in-text")]
    assert said(f"{HEAD}key_points:\n  - {bullet}een\n  - {bullet}twee\n") == []
    assert said(f"{HEAD}summary: een\nkey_points: {bullet}een\n") == []
