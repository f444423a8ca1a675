"""`# brief: ignore[code]`: one code, on one line, and nowhere else."""

from briefcli.reading.reader import read_agenda


def found(text: str) -> list[tuple[int, str]]:
    return [(each.line, each.code) for each in read_agenda("x.yaml", text.encode()).diagnostics]


def test_ignore_silences_its_code_on_its_line_only() -> None:
    text = "title: T\nwhen: 2023\nkind: sumit # brief: ignore[unknown-kind]\nevents: [{title: x, kind: debaat}]\n"
    assert found(text) == [(4, "unknown-kind")]


def test_ignore_silences_no_other_code() -> None:
    assert found("title: T\nwhen: 31-31 # brief: ignore[unknown-kind]\n") == [(2, "bad-date")]


def test_several_codes_can_be_ignored() -> None:
    line = "events: [{title: x, kind: debaat, when: 1-1}] # brief: ignore[unknown-kind, bad-date]"
    assert found(f"title: T\nwhen: 2023\n{line}\n") == []


def test_two_ignores_in_one_comment_both_count() -> None:
    line = "events: [{title: x, kind: debaat, when: 1-1}] # brief: ignore[unknown-kind] # brief: ignore[bad-date]"
    assert found(f"title: T\nwhen: 2023\n{line}\n") == []


def test_an_ignore_within_a_text_does_not_count() -> None:
    assert found('title: T\nwhen: 2023\nkind: "sumit # brief: ignore[unknown-kind]"\n') == [(3, "unknown-kind")]
    folded = "title: T\nwhen: 2023\nsummary: >-\n  op maandag 15 juni 2023\n  # brief: ignore[weekday]\n"
    assert found(folded) == [(4, "weekday")]


def test_a_folded_text_is_silenced_on_the_line_of_its_key() -> None:
    text = "title: T\nwhen: 2023\nsummary: >- # brief: ignore[weekday]\n  op maandag 15 juni 2023\n"
    assert found(text) == []


def test_an_unknown_code_is_reported() -> None:
    text = "title: T\nwhen: 2023 # brief: ignore[bad-dates]\n"
    diagnostics = read_agenda("x.yaml", text.encode()).diagnostics
    assert [(each.line, each.column, each.code) for each in diagnostics] == [(2, 12, "unknown-ignore")]
    assert diagnostics[0].hint == "did you mean “bad-date”?"


def test_a_syntax_error_cannot_be_ignored() -> None:
    assert found("title: a: b # brief: ignore[colon]\nwhen: 2023\n") == [(1, "colon")]
