"""Marks as they are written in memos also withhold in an agenda, in texts, keys and comments."""

import time

import pytest

from briefcli.domain.redaction import redact
from briefcli.domain.texts import passages
from briefcli.reading import codes
from briefcli.reading.comments import comment_marks
from briefcli.reading.nodes import compose
from briefcli.reading.reader import read_agenda

HEAD = "title: Raad\nwhen: 2031-03-15\n"


def _seen(text: str) -> tuple[str, str]:
    """All words of the public version, and all of the whole agenda."""
    agenda = read_agenda("x.yaml", (HEAD + text).encode()).agenda
    assert agenda is not None
    public, whole = (" ".join(each.text for each in passages(some)) for some in (redact(agenda), agenda))
    return public, whole


@pytest.mark.parametrize(
    "mark",
    [
        "(vertrouwelijk) {}", "[Intern] {}", "[NIET OPENBAAR] {}", "Niet openbaar: {}", "Dep.V.: {}",
        "VERTROUWELIJK : {}", "<geheim> {}", "** vertrouwelijk ** {}", "(Stg. Geheim) {}", "TLP:RED: {}",
        "{{restricted}} {}",
    ],
)  # fmt: skip
def test_a_text_that_starts_with_a_mark_is_withheld_but_kept(mark: str) -> None:
    text = mark.format("De inzet volgt")
    for item in (f"key_points: ['{text}']\n", f"key_points: [{{text: '{text}'}}]\n"):
        public, whole = _seen(item)
        assert "inzet" not in public
        assert "De inzet volgt" in whole
    found = read_agenda("x.yaml", f"{HEAD}key_points: ['{text}']\n".encode()).diagnostics
    assert [each.code for each in found] == [codes.MARK_IN_TEXT.name]


def test_letters_of_a_list_are_no_marks_and_any_other_letter_is() -> None:
    public, _ = _seen("key_points: ['(A) een', 'los', '(B) twee', '(C) drie']\n")
    assert all(word in public for word in ("een", "los", "twee", "drie"))
    public, _ = _seen("key_points: ['(A) een', '(C) drie', 'los']\n")
    assert "drie" not in public


@pytest.mark.parametrize(
    "line",
    [
        "note: vertrouwelijk", "stg: geheim", "marking: LIMITE", "scope: intern", "status: niet openbaar", "DepV: ja",
        "niet_delen: ja", "restricted: x", "intern gebruik: x",
    ],
)  # fmt: skip
def test_a_mark_as_the_value_or_the_name_of_any_key_withholds(line: str) -> None:
    public, whole = _seen(f"documents:\n  - title: De inzet\n    {line}\n")
    assert "inzet" not in public
    assert "De inzet" in whole


@pytest.mark.parametrize(
    "text",
    [
        "Het vertrouwelijk overleg", "Embargo op olie", "Geheime diensten in de EU", "De stemming is geheim",
        "Verslag is niet openbaar", "Internationaal: samenwerking", "Openbaar: agenda", "Confidential computing",
    ],
)  # fmt: skip
def test_a_text_about_secrecy_is_public(text: str) -> None:
    assert text in _seen(f"key_points: ['{text}']\n")[0]


UNDER_ITS_KEYS = """sessions:
- title: Eerste onderwerp
  points:
  - De inzet volgt
  - public: false
  position:
  - Wij stemmen toe
"""


def test_a_mark_with_an_extra_dash_withholds_the_whole_item() -> None:
    public, whole = _seen(UNDER_ITS_KEYS)
    assert ("onderwerp" in public, "inzet" in public, "stemmen" in public) == (False, False, False)
    assert "stemmen" in whole
    public, _ = _seen(UNDER_ITS_KEYS.replace("  - ", "    - "))  # aligned with the other items: it marks those
    assert ("onderwerp" in public, "inzet" in public, "stemmen" in public) == (True, False, True)


@pytest.mark.parametrize("value", ["key_points", "[Key points]", "{key_points: Woo 5.1.2e}", "[{text: key-points}]"])
def test_a_field_name_under_withheld_withholds_and_is_reported(value: str) -> None:
    text = f"key_points: [De inzet volgt]\nwithheld: {value}\n"
    assert "inzet" not in _seen(text)[0]
    found = read_agenda("x.yaml", (HEAD + text).encode()).diagnostics
    assert any("is a field of this file" in each.message for each in found)


def test_a_withheld_list_may_contain_the_words_of_a_field() -> None:
    assert "inzet" in _seen("key_points: [De inzet volgt]\nwithheld: [{text: two key points, ground: Woo 5.1.2e}]\n")[0]


def test_the_marks_of_items_under_an_unknown_key_are_about_those_items_only() -> None:
    below = "- text: Zilver\n  public: false\n  ground: Woo 5.1.2e\n"
    assert _seen(f"kernpunten:\n{below}summary: De inzet volgt\n")[0] == "Raad De inzet volgt"
    assert _seen(f"kernpunten:\n{below.replace('text', 'tekst')}summary: De inzet volgt\n")[0] == "[withheld]"


def test_a_key_after_an_indented_list_belongs_to_the_agenda() -> None:
    text = "events:\n  - title: A\n    public: false\n    ground: Woo 5.1.2e\nkind: council\nstatus: cancelled\n"
    reading = read_agenda("x.yaml", (HEAD + text).encode())
    assert reading.agenda
    assert (reading.agenda.kind, reading.agenda.status, reading.diagnostics) == ("council", "cancelled", [])


def _said(text: str) -> str:
    """Everything that the public sees: the public version, and the messages about the file."""
    reading = read_agenda("x.yaml", (HEAD + text).encode())
    said = [each.message for each in reading.diagnostics if not each.withheld and not each.internal]
    return f"{_seen(text)[0]} {reading.agenda.kind if reading.agenda else None} {said}"


@pytest.mark.parametrize(
    "text",
    [
        "consulted:\n- open\n- withheld:\n- ZILVER\n- ZILVER 2\n",
        "key_points:\n- A\nsessions:\n- title: ZILVER\n  position:\n  - A\n- text: ZILVER\n  public: false\n",
        "sessions:\n- title: A\n  public: false\n- text: B\n  points: [ZILVER]\n",
        "sessions:\n- public: false\n  points:\n  - A\n- ZILVER\n",
        "deadlines:\n- title: A\n  due: 2031-01-01\n  public: false\nkind: ZILVER\n",
        "documents:\n- title: A\n  date: ZILVER\n- public: false\n  title:\n",
        "events:\n- title: ZILVER\n- title: ZILVER\n  when: unknown\n  public: false\n",
        "events:\n- title: ZILVER\n  delen: “no”\n",
        "events:\n# vertrouwelijk\n- title: A\n  kind: x\nplace: ZILVER\n",
        "events:\n- title: A # niet openbaar\n  kind: x\nplace: ZILVER\n",
    ],
)
def test_a_typo_that_splits_a_withheld_item_shows_no_part_of_it(text: str) -> None:
    assert "ZILVER" not in _said(text)


@pytest.mark.parametrize(
    "text",
    [
        "key_points:\n  # niet openbaar\n  - ZILVER\n  - dijken\n", "key_points:\n  - ZILVER # intern\n  - dijken\n",
        "documents:\n  - title: ZILVER\n    # niet openbaar\n  - title: dijken\n",
        "key_points:\n  - ZILVER # afgestemd met BZK, openbaar: nee\n  - dijken\n",
        "key_points:\n  - ZILVER # Niet-openbaar deel.\n  - dijken\n",
        "documents:\n  - title: dijken\n  # niet openbaar\n  - title: ZILVER\n",
        "documents:\n  - title: dijken\ndeadlines:\n  - title: ZILVER\n    due: ZILVER  # Woo 5.1.2e\n",
        "documents:\n  - title: dijken\nkey_points: # vertrouwelijk\n  - ZILVER\n  - ZILVER 2\n",
        "documents:\n  - title: dijken\nkey_points:\n  - |  # niet delen\n    ZILVER\n",
    ],
)  # fmt: skip
def test_a_marked_comment_withholds_its_item_and_is_reported(text: str) -> None:
    assert "ZILVER" not in _said(text)
    assert "dijken" in _seen(text)[0]
    found = read_agenda("x.yaml", (HEAD + text).encode()).diagnostics
    assert codes.MARK_IN_COMMENT.name in [each.code for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("key_points:\n- text: geheim ZILVER\n", ""), ("key_points:\n- text: geheim ZILVER\n  public: true\n", "Z"),
        ("documents:\n- ref: ST 9000/31 LIMITE\n  title: ZILVER\n", ""),
        ("documents:\n- title: ZILVER\n  note: vertrouwelijk toegezegd\n", ""),
        ("documents:\n- title: ZILVER\n  note: vertrouwelijk toegezegd\n  public: true\n", "Z"),
        ("documents:\n- title: ZILVER (vertrouwelijk)\n  public: true\n", ""),
        ("key_points:\n- text: ZILVER, maar dat mag niet naar buiten\n  public: true\n", "Z"),
        ("key_points:\n- text: ZILVER (FIN weet dit nog niet)\n  public: true\n", ""),
        ("place: ZILVER (vertrouwelijk)\nkey_points: [dijken]\n", "d"),
        ("place: ZILVER # vertrouwelijk\nkey_points: [dijken]\n", "d"),
        ("summary: ZILVER (niet openbaar)\nkey_points: [dijken]\n", "d"),
        ("summary: ZILVER public:false\nkey_points: [dijken]\n", ""),
    ],
)  # fmt: skip
def test_what_a_mark_without_a_sign_beside_it_withholds_and_how_to_release_it(text: str, expected: str) -> None:
    public, whole = _seen(text)
    assert "".join(each[0] for each in ("ZILVER", "dijken") if each in public) == expected
    assert "ZILVER" in whole
    if expected == "" and "public: true" not in text:
        hints = [each.hint or "" for each in read_agenda("x.yaml", (HEAD + text).encode()).diagnostics]
        assert any("public: " in each and "ZILVER" not in each for each in hints)


def test_a_marked_comment_at_the_top_withholds_the_whole_file() -> None:
    agenda = read_agenda("x.yaml", f"# DEPARTEMENTAAL VERTROUWELIJK\n{HEAD}key_points: [ZILVER]\n".encode()).agenda
    assert agenda is not None
    assert not agenda.public


@pytest.mark.parametrize(
    ("comment", "is_public"), [("voor M", True), ("Voor de stas.", True), ("alleen voor M", False)]
)
def test_a_comment_at_the_top_may_name_the_reader(comment: str, is_public: bool) -> None:
    agenda = read_agenda("x.yaml", f"# {comment}\n{HEAD}key_points: [ZILVER]\n".encode()).agenda
    assert agenda is not None
    assert agenda.public is is_public
    assert "ZILVER" not in _seen(f"key_points:\n# {comment}\n- ZILVER\n")[0]


@pytest.mark.parametrize("owner", ["DV", "NR", "ZG", "SBU", "PBO", "DV/NR"])
def test_the_owner_may_be_a_department_with_the_letters_of_a_mark(owner: str) -> None:
    item = "deadlines:\n- title: ZILVER\n  owner: {}\n"
    assert "ZILVER" in _seen(item.format(owner))[0]
    assert "ZILVER" not in _seen(item.format(f"DGWB ({owner})"))[0]
    assert "ZILVER" not in _seen(item.format(f"DGWB # {owner}"))[0]
    assert "ZILVER" not in _seen(item.format(f"DGWB\n  note: {owner}"))[0]


@pytest.mark.parametrize(("labels", "is_public"), [("ABC", True), ("CBA", False), ("UCS", False), ("C", False)])
def test_c_is_no_mark_in_a_list_with_letters(labels: str, is_public: bool) -> None:
    points = "".join(f"- ({each}) ZILVER\n" if each == "C" else f"- ({each}) dijken\n" for each in labels)
    assert ("ZILVER" in _seen(f"key_points:\n{points}")[0]) is is_public


@pytest.mark.parametrize(
    "comment",
    [
        "^ niet openbaar", "^^^ vertrouwelijk", "↑ niet delen", "⬆ geheim", "hierboven is niet openbaar.",
        "bovenstaand punt: niet openbaar", "vorige regel niet openbaar", "the above is confidential",
        "niet openbaar (zie boven)", "als hierboven: niet openbaar", "idem ^ niet openbaar",
    ],
)  # fmt: skip
@pytest.mark.parametrize("margin", ["", "  ", "      "])
def test_a_comment_that_points_up_withholds_what_is_above_and_may_mean_the_next_item_too(
    comment: str, margin: str
) -> None:
    for item in ("  - ZILVER\n", "  - title: ZILVER\n    date: 2031-01-01\n"):
        name = "documents" if "title" in item else "key_points"
        other = "  - title: {}\n" if "title" in item else "  - {}\n"
        text = f"{name}:\n{other.format('dijken')}{item}{margin}# {comment}\n{other.format('polders')}"
        assert "ZILVER" not in _said(text)
        assert "dijken" in _seen(text)[0]
        assert ("polders" in _seen(text)[0]) == (not comment.startswith(("niet openbaar (", "als ", "idem ")))


@pytest.mark.parametrize(
    "comment",
    [
        "deze en vorige niet openbaar", "niet openbaar, het vorige punt ook", "dit punt en hierboven: vertrouwelijk",
        "niet openbaar; vorige punt wel", "niet openbaar: bovengrens van het mandaat", "vertrouwelijk sinds vorige mei",
        "intern → niet naar Kamer", "► vertrouwelijk", "confidential, above all for the press", "^ intern, dit ook",
        "intern: twee punten uit vorige brief", "hierboven wel - hier niet openbaar",
    ],
)  # fmt: skip
def test_a_comment_that_points_up_and_may_mean_the_next_item_withholds_it_too(comment: str) -> None:
    public = _seen(f"key_points:\n- ZILVER\n# {comment}\n- ZILVER\n- dijken\n")[0]
    assert ("ZILVER" in public, "dijken" in public) == (False, True)


@pytest.mark.parametrize(
    "comment",
    [
        "weghalen voor we dit delen", "bron AIVD", "do not show to press", "niet oplezen", "voor M", "voor ons",
        "niet in agenda", "dit kunnen we nog niet delen", "mogen we niet weten", "versie minister",
    ],
)  # fmt: skip
def test_a_comment_that_is_a_remark_withholds_its_item(comment: str) -> None:
    assert "ZILVER" not in _seen(f"key_points:\n- ZILVER # {comment}\n- dijken\n")[0]


@pytest.mark.parametrize(
    "comment",
    [
        "not sure", "not used", "do not edit",
        "nog niet definitief", "nog te bevestigen", "not-utf8", "geen commentaar",
        "no comment", "van mij", "voor jou", "mijn versie", "weet ik niet", "ik weet niet of dit klopt",
        "nog niets gehoord",
    ],
)  # fmt: skip
def test_a_comment_about_the_work_on_the_file_is_no_mark(comment: str) -> None:
    assert "dijken" in _seen(f"key_points:\n- dijken # {comment}\n")[0]


@pytest.mark.parametrize("comment", ["mag openbaar", "overleg is openbaar", "check bij openbaar ministerie"])
def test_a_comment_about_something_public_is_no_doubt(comment: str) -> None:
    assert "dijken" in _seen(f"key_points:\n# {comment}\n- dijken\n")[0]


def test_a_key_that_is_a_list_is_no_hindrance_to_marks_in_comments() -> None:
    assert "ZILVER" not in _seen("[a]: b\nkey_points:\n- ZILVER # vertrouwelijk\n")[0]


def test_a_comment_beside_a_text_that_points_up_may_mean_either() -> None:
    public = _seen("key_points:\n- dijken\n- ZILVER\n- ZILVER 2 # ^ niet openbaar\n- polders\n")[0]
    assert ("dijken" in public, "ZILVER" in public, "polders" in public) == (True, False, True)


@pytest.mark.parametrize(
    "rows",
    [
        "- ZILVER\n- ZILVER 2\n# ^ beide niet openbaar\n- dijken\n",
        "- ZILVER\n- ZILVER 2\n# bovenstaande punten: vertrouwelijk\n- dijken\n",
        "- ZILVER\n# vertrouwelijk, zie punten hierboven\n- ZILVER 2\n- dijken\n",
        "- dijken\n# onderstaande 2 punten niet openbaar\n- ZILVER\n- ZILVER 2\n",
        "- dijken\n# volgende drie vertrouwelijk\n- ZILVER\n- ZILVER 2\n- ZILVER 3\n",
        "- dijken\n# VERTROUWELIJK t/m punt 2\n- ZILVER\n- ZILVER 2\n",
        "# >>> vertrouwelijk\n- ZILVER\n- ZILVER 2\n# <<< vertrouwelijk\n- dijken\n",
        "- polders\n# >>> niet openbaar <<<\n- ZILVER\n- dijken\n",
        "- polders\n# ===== vertrouwelijk =====\n- ZILVER\n- ZILVER 2\n# =====\n- dijken\n",
        "# -----\n# intern\n# -----\n- ZILVER\n- ZILVER 2\n# ----- vragen -----\n- dijken\n",
        "- ZILVER # NO\n- dijken\n",
        "- ZILVER\n# <<< geheim\n- ZILVER 2\n- dijken\n",
        "# begin vertrouwelijk\n- x\n# ^ beide niet openbaar\n- ZILVER\n# einde\n- dijken\n",
    ],
)
def test_a_comment_about_several_items_withholds_all_of_them(rows: str) -> None:
    public = _seen(f"key_points:\n{rows}")[0]
    assert ("ZILVER" in public, "dijken" in public) == (False, True)


def test_a_comment_at_the_margin_that_points_up_means_each_item_that_ends_there() -> None:
    text = "sessions:\n- title: ZILVER\n  points:\n    - dijken\n{}# ^ niet openbaar\n- title: B\n"
    assert "ZILVER" not in _seen(text.format(""))[0]
    public = _seen(text.format("    "))[0]
    assert ("ZILVER" in public, "dijken" in public) == (True, False)


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("begin vertrouwelijk", "einde vertrouwelijk"),
        ("vanaf hier niet openbaar", "tot hier niet openbaar"),
        ("niet openbaar", "einde niet openbaar"),
        ("vanaf hier intern", "tot hier"),
        ("begin vertr.", "end vertr."),
        ("vertrouwelijk vanaf hier", "openbaar vanaf hier"),
    ],
)
def test_comments_around_a_range_withhold_all_of_it_and_nothing_else(begin: str, end: str) -> None:
    text = f"key_points:\n  - A\n  # {begin}\n  - ZILVER\n  - ZILVER 2\n  # {end}\n  - dijken\n"
    assert ("ZILVER" in _seen(text)[0], "dijken" in _seen(text)[0]) == (False, True)
    if begin.startswith(("begin", "vanaf")):
        assert "ZILVER" not in _seen(text.replace(f"  # {end}\n", ""))[0]
    if end.startswith(("einde", "tot hier niet", "end")):
        assert "ZILVER" not in _seen(text.replace(f"  # {begin}\n", ""))[0]


def test_the_word_public_ends_a_range_only_on_a_line_of_its_own() -> None:
    text = "key_points:\n  # vanaf hier vertrouwelijk\n  - A  # openbaar\n  - ZILVER\n  # openbaar\n  - dijken\n"
    assert ("ZILVER" in _seen(text)[0], "dijken" in _seen(text)[0]) == (False, True)


@pytest.mark.parametrize(
    "rows",
    [
        "# begin vertrouwelijk\n- x\n# begin intern\n- x\n# einde\n- ZILVER\n# einde\n- dijken\n",
        "- dijken\n# alles hieronder vertrouwelijk\n- x\n# begin intern\n- x\n# einde intern\n- ZILVER\n",
        "- dijken\n# begin 2 vertrouwelijke punten\n- x\n- ZILVER\n",
        "- dijken\n# begin 5.1.2e\n- x\n- ZILVER\n",
        "- dijken\n# geheim\n- x\n# tot hier, en volgende punt ook vertrouwelijk\n- ZILVER\n",
    ],
    ids=["nested", "nested in all below", "a number of items", "a ground", "an end that points down"],
)
def test_a_range_goes_on_up_to_its_own_end(rows: str) -> None:
    public = _seen(f"key_points:\n{rows}")[0]
    assert ("ZILVER" in public, "dijken" in public) == (False, True)


def test_a_comment_about_the_next_item_withholds_that_one_only() -> None:
    text = "key_points:\n  - dijken\n  # volgende punt niet openbaar\n  - ZILVER\n  - polders\n"
    public = _seen(text)[0]
    assert ("dijken" in public, "ZILVER" in public, "polders" in public) == (True, False, True)


@pytest.mark.parametrize(
    "comment", ["# ^ niet openbaar", "  # tot hier geheim", "# vanaf hier geheim", "# alles hierboven geheim"]
)
def test_thousands_of_comments_that_point_take_no_time_and_withhold(comment: str) -> None:
    few, many = ("key_points:\n  - # geheim\n" + f"  - KOPER\n{comment}\n" * times for times in (100, 2_000))
    root = compose(many)
    began = time.process_time()
    comment_marks(many, root)
    assert time.process_time() - began < 0.6
    assert "KOPER" not in _seen(few)[0]


@pytest.mark.parametrize("comment", ["", " # vertrouwelijk"])
def test_thousands_of_signs_of_comments_in_one_text_take_no_time(comment: str) -> None:
    text = f'key_points:\n- "ZILVER {"# appel " * 9_000}"{comment}\n'
    root = compose(text)
    began = time.process_time()
    assert bool(comment_marks(text, root).found) is bool(comment)
    assert time.process_time() - began < 0.6


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "key_points:\n- ZILVER\nsessions:\n- points:\n  - ZILVER\n  {}\n  - x\nquestions:\n- question: polders\n",
            "p",
        ),
        ("documents:\n- title: ZILVER\nkey_points:\n- ZILVER\n{}\nquestions:\n- question: polders\n", "p"),
        ("key_points:\n- ZILVER\n{}\n- dijken\n- ZILVER\n{}\n- polders\n", "p"),
        ("key_points:\n- ZILVER\n{}\n- polders\n", "p"),
        ("key_points:\n- ZILVER {}\n- polders\n", "p"),
        ("key_points:\n- {}\n  ZILVER\n- polders\n", "p"),
        ("key_points:\n- polders\n# begin geheim\n- ZILVER\n# einde geheim\n- ZILVER\n{}\n- dijken\n", "dp"),
        ("key_points:\n- ZILVER\nquestions:\n- question: ZILVER\n- question: ZILVER {}\nspeaking:\n- polders\n", "p"),
        ("summary:\n- ZILVER\nkey_points:\n- ZILVER\n{}\nquestions:\n- question: polders\n", "p"),
        ("place: dijken\nkey_points: [ZILVER]\n{}\nquestions:\n- question: polders\n", "dp"),
        ("documents:\n# begin\n- title: ZILVER\nkey_points:\n- ZILVER\n{}\nspeaking:\n- polders\n", "p"),
        ("key_points:\n- ZILVER\nsessions:\n{}\n- title: polders\nquestions:\n- question: dijken\n", "d"),
    ],
)
def test_an_end_without_a_begin_withholds_all_texts_above_it_and_is_reported(text: str, expected: str) -> None:
    for end in ("# einde vertrouwelijk", "# tot hier niet openbaar"):
        public = _seen(text.format(end, end))[0]
        assert "Raad" in public
        assert "".join(each[0] for each in ("ZILVER", "dijken", "polders") if each in public) == expected
        found = read_agenda("x.yaml", (HEAD + text.format(end, end)).encode()).diagnostics
        assert any("no comment says where it begins" in each.message and not each.withheld for each in found)


@pytest.mark.parametrize("comment", ["einde embargo 15 juni", "eind mei pas openbaar", "alleen boven dg-niveau geheim"])
def test_a_comment_about_the_end_of_a_term_means_the_next_item_and_ends_no_range(comment: str) -> None:
    text = f"key_points:\n  - dijken\n{{}}  # {comment}\n  - ZILVER\n"
    assert "ZILVER" not in _seen(text.format(""))[0]
    assert "ZILVER" not in _seen(text.format("  # begin vertrouwelijk\n  - KOPER\n"))[0]


def test_a_range_goes_on_over_the_next_section_up_to_its_end() -> None:
    text = (
        "key_points:\n  # begin vertrouwelijk\n  - KOPER\nsessions:\n  - title: ZILVER\n"
        "  # einde vertrouwelijk\n  - title: dijken\n"
    )
    assert "ZILVER" not in _seen(text)[0]


@pytest.mark.parametrize("comment", ["vorige week geheim", "bovendien geheim", "begin juni openbaar, nu vertrouwelijk"])
def test_a_comment_about_a_time_does_not_point_and_begins_no_range(comment: str) -> None:
    public = _seen(f"key_points:\n  - dijken\n  # {comment}\n  - ZILVER\n  - polders\n")[0]
    assert ("dijken" in public, "ZILVER" in public, "polders" in public) == (True, False, True)
