"""One rule for every place: text that may be meant as a mark withholds, is reported and is not quoted.

All other text is public. ZILVER is the text that must not be shown.
"""

import pytest

from briefcli.domain.redaction import redact
from briefcli.domain.texts import passages
from briefcli.reading import codes
from briefcli.reading.mark_words import entry_may_withhold, holds_mark, is_mark_line
from briefcli.reading.quoting import quotable
from briefcli.reading.reader import read_agenda

HEAD = "title: T\nwhen: 2031-06-15\n"
# Marks as people write them who do not think of YAML
SLIPS = [
    "public - false", "public-false", "public -> false", "public is false", "public; false", "public  false",
    "public, false", "niet public", "ground - Woo 5.1.2e", "ground 5.1.2e", "ground Woo 5.1.2e", "ground; Woo 5.1.2e",
    "niet openbaar", "(vertrouwelijk)", "Woo 5.1.2e", "5.1.2e", "withheld",
]  # fmt: skip
ENTRIES = [
    "niet_openbaar: ja", "vertrouwelijk: ja", "reden: vertrouwelijk", "audience: minister", "doelgroep: minister",
    "visibility: internal", "woo: 5.1.2e", "non-public: true", "gelakt: ja", "weigeringsgrond: 5.1.2e", "toon: nee",
    "delen: nee", "basis: artikel 5.1 Woo", "artikel: 5.1.2e", "wet: 5.1", "lid: 5.1.2e", "wob: 10.2.e", "avg: ja",
    "lak: ja", "zwart: ja", "uitgezonderd: ja", "persoonlijk: ja", "privacy: yes", "niet: openbaar", "false: public",
    "tags: [intern]", "labels: [vertrouwelijk]", "tonen: nee", "delen: niet", "gronden: 5", "toegang: beperkt",
    "security: high", "kleur: rood", "delen_met: niemand", "verspreidingsbeperking: directie", "distributie: DG",
    "let op: gaat niet mee naar de Kamer", "releasable_to: NLD", "vrijgave: wacht op DG",
]  # fmt: skip
LINES = [
    "audience: minister", "niet openbaar: ja", "rubricering: Dep.V.", "status: vertrouwelijk", "gelakt: ja",
    "woo: 5.1.2e", "embargo: 1 juli", "vertrouwelijk", "niet openbaar", "vertrouwelijk: ja", "withheld: true",
    "public: false",
]  # fmt: skip


def _public(text: str) -> tuple[str, str]:
    """The words of the public version, and everything that check would print to the public."""
    data = (HEAD + text).encode()
    reading, lines = read_agenda("x.yaml", data), quotable(data)
    said = [
        f"{each.message} {each.hint} {lines.line(each.line, internal=False)}"
        for each in reading.diagnostics
        if not each.withheld and not each.internal
    ]
    words = " ".join(each.text for each in passages(redact(reading.agenda))) if reading.agenda else ""
    return words, "\n".join(said)


def _codes(text: str) -> list[str]:
    return [each.code for each in read_agenda("x.yaml", (HEAD + text).encode()).diagnostics]


def _is_withheld_and_reported(text: str) -> bool:
    return "ZILVER" not in "".join(_public(text)) and bool(_codes(text))


@pytest.mark.parametrize("mark", SLIPS)
@pytest.mark.parametrize(
    "around",
    [
        "- ZILVER\n    {}",
        "- ZILVER\n  - {}",
        "- {}\n    ZILVER",
        "- ZILVER\n    {}\n    en zo",
        "- ZILVER: x: y\n    {}",
    ],
)
def test_a_mark_that_became_part_of_a_list_withholds_its_item(mark: str, around: str) -> None:
    assert _is_withheld_and_reported(f"key_points:\n  {around.format(mark)}\n")


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize(
    "around",
    [
        "key_points:\n  - text: ZILVER\n    {}\n",
        "key_points:\n  - ZILVER\n  - {}\n",
        "questions:\n  - question: x\n    answer: ZILVER: een\n    {}\n",
        "{}\nkey_points:\n  - ZILVER: x: y\n",
    ],
)
def test_a_key_that_may_be_a_mark_withholds_in_any_place(entry: str, around: str) -> None:
    assert _is_withheld_and_reported(around.format(entry))


@pytest.mark.parametrize(
    "text",
    [
        "events:\n- title: ZILVER\n  place: {}\n- title: dijken\n",
        "figures:\n- what: ZILVER\n  source: {}\n- what: dijken\n",
    ],
)
@pytest.mark.parametrize("words", ["geheime locatie", "Geheime plek in Den Haag", "vertrouwelijk, zie mail van Jan"])
def test_a_place_or_source_that_is_secret_withholds_its_item(text: str, words: str) -> None:
    assert _is_withheld_and_reported(text.format(words))
    assert "dijken" in _public(text.format(words))[0]
    assert "ZILVER" in _public(text.format("Openbaar Ministerie, Den Haag"))[0]


def test_a_sentence_under_an_unknown_key_withholds_if_it_says_that_something_is_secret() -> None:
    assert _is_withheld_and_reported("key_points: [ZILVER]\nopmerking: heel de agenda is vertrouwelijk\n")
    assert "ZILVER" in _public("key_points: [ZILVER]\nopmerking: heel de agenda is bekend\n")[0]


@pytest.mark.parametrize(
    "comment",
    ["nog checken of dit openbaar mag", "mag dit openbaar??", "openbaar?", "eerst afstemmen met DJZ voor Woo"],
)
def test_a_comment_that_doubts_whether_a_text_may_be_public_withholds_it(comment: str) -> None:
    assert _is_withheld_and_reported(f"key_points:\n- ZILVER # {comment}\n")
    assert _is_withheld_and_reported(f"key_points:\n# {comment}\n- ZILVER\n")
    assert "ZILVER" in _public("key_points:\n- ZILVER # openbaar sinds mei\n")[0]


def test_an_unknown_key_with_the_value_no_withholds() -> None:
    assert _is_withheld_and_reported("key_points:\n  - text: ZILVER\n    note: nee\n")
    assert "ZILVER" in _public("deadlines:\n  - title: ZILVER\n    doen: nee\n")[0]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(
    "text",
    [
        "|\n      ZILVER is het.\n      {}\n", "|\n      {}\n      ZILVER is het.\n",
        ">\n      ZILVER is het\n      {}\n",
        ">\n      {}\n      ZILVER is het\n", '"ZILVER is het\n      {}"\n', '"ZILVER is\n      {}\n      het"\n',
    ],
)  # fmt: skip
def test_a_mark_on_its_own_line_of_a_text_withholds_the_text(line: str, text: str) -> None:
    text = f"questions:\n  - question: Wat?\n    answer: {text.format(line)}"
    assert _is_withheld_and_reported(text)
    assert codes.MARK_IN_TEXT.name in _codes(text)


NOTES = [
    " # opmerking", ",", ";", ".", " !", " *", "…", " (JK)", " JK", " - JK 12/3", " /JK", " // zie nota", ", JK",
    " d.d. 12 maart", " per 12 maart 2031", " <- let op", " [zie nota]", " jk 12/3", " @jan", " <!-- x -->", " ✓",
    " - akkoord Jan", " | JK",
]  # fmt: skip
NOTED = ["niet openbaar maken", "Vertrouwelijk", "Woo 5.1.2e", "n.o.", "TLP:RED", "intern"]
STYLES = ["'{}\n    {}'", '"{}\n    {}"', "|\n    {}\n    {}", ">-\n    {}\n    {}"]


@pytest.mark.parametrize(  # each note after each mark, and each of both in every style
    ("mark", "style"),
    [
        (mark + note, STYLES[(place + number) % 4])
        for place, mark in enumerate(NOTED)
        for number, note in enumerate(NOTES)
    ],
)
def test_a_note_after_a_mark_does_not_disable_it(mark: str, style: str) -> None:
    lines = (mark, "De ZILVER volgt")
    for first, second in (lines, lines[::-1]):
        assert _is_withheld_and_reported(f"key_points:\n  - {style.format(first, second)}\n")


@pytest.mark.parametrize(
    "mark", ["vertrouwelijk.", "niet openbaar.", "geheim.", "vERTROUWELIJK", "embargo tot 12 juni."]
)
def test_a_last_line_that_is_only_a_mark_withholds_a_text_without_a_full_stop(mark: str) -> None:
    text = "key_points:\n  - De ondergrens in de onderhandelingen over ZILVER bedraagt 5% van het budget\n    {}\n"
    assert _is_withheld_and_reported(text.format(mark))


POINTS, EVENTS = "key_points:\n  ", "events:\n  - title: x\n  "
MISPLACED = {
    "between a begin and an end": f"{POINTS}- begin vertrouwelijk\n  - ZILVER\n  - x\n  - einde vertrouwelijk\n",
    "between brackets": f"{POINTS}- x\n  - '[Begin niet openbaar]'\n  - ZILVER\n  - '[Einde niet openbaar]'\n",
    "in a mapping that is a title": "sessions:\n- title:\n    for: internal\n  text: ZILVER\n",
    "in a mapping that is a place": f"{EVENTS}  place:\n      stg: geheim\n\u00a0     text: ZILVER\n",
    "split by a comma": f"{POINTS}- {{text: ZILVER, public: ja, na akkoord}}\n",
    "an audience split by a comma": f"{POINTS}- {{text: ZILVER, audience: house, minister}}\n",
    "a word after a comma": f"{POINTS}- {{text: ZILVER, geheim}}\n",
    "released": f"{POINTS}- text: ZILVER\n    released: false\n",
    "above an item without text": f"{POINTS}- public: false\n    text:\n  - ZILVER\n",
    "above an empty text": f"{POINTS}- public: false\n    text: >-\n  - ZILVER\n",
    "a comment after a dash": f"{POINTS}- x\n  - # niet openbaar\n    text: ZILVER\n",
    "a comment after the dash of an event": "events:\n- # vertrouwelijk\n  title: ZILVER\n  when: 2031-06-01\n",
}


@pytest.mark.parametrize("place", MISPLACED)
def test_a_mark_in_an_unusual_place_withholds(place: str) -> None:
    assert _is_withheld_and_reported(MISPLACED[place])


def test_items_after_an_end_mark_are_public() -> None:
    items = "- A\n  - Begin vertrouwelijk\n  - ZILVER\n  - x\n  - Einde vertrouwelijk\n  - dijken\n"
    assert "dijken" in _public(f"key_points:\n  {items}")[0]


@pytest.mark.parametrize("heading", ["Vertrouwelijk:", "'Niet openbaar:'", "VERTROUWELIJK", "niet openbaar: ''"])
def test_a_mark_as_a_heading_withholds_the_items_below_it(heading: str) -> None:
    assert _is_withheld_and_reported(f"key_points:\n  - open\n  - {heading}\n  - ZILVER\n  - ZILVER 2\n")
    assert "dijken" in _public("key_points:\n  - open\n  - public: false\n  - dijken\n")[0]


@pytest.mark.parametrize(
    "item",
    [
        "'Vertrouwelijk: de ZILVER wordt verkocht'", "Vertrouwelijk: de ZILVER wordt verkocht",
        "'Onder embargo tot 12 maart. De ZILVER wordt benoemd.'", "'Dep.V.: ZILVER wordt nu verkocht'",
    ],
)  # fmt: skip
@pytest.mark.parametrize("order", ["- {0}\n- x\n", "- x\n- {0}\n"])
def test_a_mark_with_the_text_that_it_is_about_withholds_no_other_list(item: str, order: str) -> None:
    text = f"questions:\n- question: dijken\nkey_points:\n{order.format(item)}"
    assert _is_withheld_and_reported(text)
    assert "dijken" in _public(text)[0]
    assert "dijken" not in _public(text.replace(item, "'Vertrouwelijk: alle punten hieronder zijn dat'"))[0]


@pytest.mark.parametrize(
    "item",
    [
        "Vertrouwelijk: de inzet is als volgt:", "Vertrouwelijk: wat volgt is voor de minister",
        "Confidential: the rest is for the minister", "Vertrouwelijk: mag pas na het debat naar buiten",
    ],
)  # fmt: skip
def test_a_mark_with_a_sentence_may_be_about_the_items_around_it(item: str) -> None:
    assert _is_withheld_and_reported(f"key_points:\n- ZILVER\n- '{item}'\n- ZILVER\n")


@pytest.mark.parametrize(
    "item",
    [
        "Off the record: ZILVER twijfelt", "'Off the record: ZILVER twijfelt'", "Vertrouwelijk: ZILVER steunt het bod",
        "Niet voor de Kamer: ZILVER schuift op naar ja", "Intern: Madrid blokkeert ZILVER",
    ],
)  # fmt: skip
@pytest.mark.parametrize("order", ["- {}\n- dijken\n", "- dijken\n- {}\n", "  - dijken\n  - {}\n"])
def test_a_mark_with_who_does_something_withholds_no_other_item(item: str, order: str) -> None:
    text = f"key_points:\n{order.format(item)}"
    assert "dijken" in _public(text)[0]
    assert "ZILVER" not in "".join(_public(text))
    found = read_agenda("x.yaml", (HEAD + text).encode()).diagnostics
    assert item.startswith("'") or any("in quotes; it stays withheld" in (each.hint or "") for each in found)


@pytest.mark.parametrize(
    "item",
    [
        "Vertrouwelijk: Nota bevat ZILVER",
        "Geheim zolang wij onderhandelen. De inzet.",
        "Vertrouwelijk: Rest volgt",
        "Intern: Wat volgt is",
    ],
)
def test_a_mark_that_may_be_about_more_withholds_the_item_above(item: str) -> None:
    assert "dijken" not in _public(f"key_points:\n- dijken\n- {item}\n")[0]


@pytest.mark.parametrize(
    "mark", ["openbaar: pas na het debat", "Vertrouwelijk: zie mail van Jan", "embargo: vrijdag 12 maart 15 uur"]
)
def test_a_mark_with_a_remark_behind_it_withholds_the_item_above(mark: str) -> None:
    assert _is_withheld_and_reported(f"key_points:\n- text: ZILVER\n- {mark}\n")


def test_a_heading_with_a_mark_in_front_withholds_the_items_below_it() -> None:
    assert _is_withheld_and_reported("key_points:\n- 'Vertrouwelijk: inzet voor de Raad'\n- ZILVER\n")


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2009", "\u00a0 "])
@pytest.mark.parametrize(
    "text",
    ["ZILVER (niet{}openbaar)", "ZILVER.{}Niet openbaar", "ZILVER is het\n    niet{}openbaar", "ZILVER –{}geheim"],
)
def test_no_break_spaces_in_a_mark_count_as_spaces(blank: str, text: str) -> None:
    assert _is_withheld_and_reported(f"key_points:\n  - {text.format(blank)}\n")


@pytest.mark.parametrize("key", ["for", "voor", "Voor", "lezers"])
def test_a_key_that_names_a_small_audience_withholds(key: str) -> None:
    for who in ("minister", "M en SG"):
        assert _is_withheld_and_reported(f"questions:\n  - question: ZILVER?\n    {key}: {who}\n")
    for other in ("pers", "bespreking", "ter kennisname", "de Kamer", "iedereen", "decision", "3 juni"):
        assert "dijken" in _public(f"questions:\n  - question: dijken?\n    {key}: {other}\n")[0]


@pytest.mark.parametrize(
    "text",
    [
        "ZILVER (vertrouwelijk)", "ZILVER [niet openbaar]", "ZILVER (niet openbaar, Woo 5.1.2e)",
        "ZILVER. Niet openbaar.", "(onder embargo) ZILVER", "[5.1.2e] ZILVER", "TLP:RED ZILVER",
        "Vertrouwelijk - ZILVER", "ZILVER – niet openbaar",
        "De prijs is [vertrouwelijk: ZILVER] euro", "prijs <lak>ZILVER</lak>", "Dep.V. — de ZILVER", "LIMITE ZILVER",
        "STG. GEHEIM de ZILVER", "NIET VOOR DE KAMER: ZILVER", "Vertrouwelijk! ZILVER",
        "Advies – vertrouwelijk: ZILVER",
        "[withheld] ZILVER", "[withheld: Woo 5.1.2b] ZILVER", "ZILVER (vertrouwelijk tot 1 maart)",
        "ZILVER; niet openbaar", "ZILVER. Dep. V.", "ZILVER (art. 5.1 Woo)", "public no, ZILVER is ours",
        "Openbaar - nee, ZILVER",
    ],
)  # fmt: skip
def test_a_mark_set_apart_in_a_text_withholds_it_and_gets_a_hint(text: str) -> None:
    for item in (f"key_points:\n  - '{text}'\n", f"key_points:\n  - text: '{text}'\n"):
        assert _is_withheld_and_reported(item)
        found = read_agenda("x.yaml", (HEAD + item).encode()).diagnostics
        assert [each.code for each in found] == [codes.MARK_IN_TEXT.name]
        assert "public: false" in (found[0].hint or "")
    assert _is_withheld_and_reported(f"key_points:\n  - {text}: x: y\n")


def test_public_true_with_a_ground_is_withheld_and_reported() -> None:
    text = "key_points:\n  - text: ZILVER\n    public: true\n    ground: Woo 5.1.2e\n"
    assert _is_withheld_and_reported(text)
    assert _codes(text) == [codes.PUBLIC_WITH_GROUND.name]
    assert "ZILVER" in _public(text.replace("key_points", "withheld"))[0]


@pytest.mark.parametrize("mark", ["withheld", "niet openbaar", "vertrouwelijk"])
def test_a_date_with_a_mark_in_it_is_not_quoted(mark: str) -> None:
    assert _is_withheld_and_reported(f"deadlines:\n  - title: x\n    due: 2031-06-01\n      {mark}\n      ZILVER\n")


@pytest.mark.parametrize(
    "comment",
    [
        "# public: false", "#public: false", "# openbaar: nee", "# public false", "# publiek: nee", "# niet delen",
        "# withheld", "# niet voor de Kamer", "# audience: minister", "# ground: Woo 5.1.2e", "# Dep.V.",
        "# DEPARTEMENTAAL VERTROUWELIJK",
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", ["key_points:\n  - text: x  {}\n", "key_points:\n  - text: x\n    {}\n"])
def test_a_mark_in_a_comment_is_reported(comment: str, where: str) -> None:
    assert codes.MARK_IN_COMMENT.name in _codes(where.format(comment))


@pytest.mark.parametrize("words", ["DEPARTEMENTAAL VERTROUWELIJK", "public: false"])
def test_a_mark_in_a_comment_on_the_first_line_is_reported(words: str) -> None:
    found = read_agenda("x.yaml", f"# {words}\n{HEAD}".encode()).diagnostics
    assert [each.code for each in found] == [codes.MARK_IN_COMMENT.name]


@pytest.mark.parametrize("around", ["- ZILVER\n{}\n", "- text: ZILVER\n{}\n  - x\n", "- x\n{}\n  - ZILVER\n"])
@pytest.mark.parametrize("mark", ["#public: false", "#  public: false", "#ground: Woo 5.1.2e"])
def test_a_commented_out_mark_at_the_margin_withholds(mark: str, around: str) -> None:
    assert _is_withheld_and_reported(f"key_points:\n  {around.format(mark)}")


def test_a_commented_out_mark_of_the_template_withholds_nothing() -> None:
    items = "key_points:\n- x\n\n# false keeps it out of output\n#public: false\n\n# On which ground\n#ground: 5.1.2e\n"
    assert _public(items)[0] == "T x"
    assert _codes(items) == []


@pytest.mark.parametrize("entry", ["toon: nee", "artikel: 5.1.2e", "avg: ja"])
def test_the_hint_of_a_key_that_withholds_says_what_to_write(entry: str) -> None:
    found = read_agenda("x.yaml", f"{HEAD}key_points:\n  - text: x\n    {entry}\n".encode()).diagnostics
    assert "public: false" in next(each.hint or "" for each in found if each.code == codes.UNKNOWN_KEY.name)


@pytest.mark.parametrize(
    "text",
    [
        "De vertrouwelijke sessie van de Raad", "Public hearing in the House", "Intern overleg volgt",
        "Inzet op artikel 5.1 VN-Handvest", "Beroep (artikel 5.1 VN-Handvest)", "Steun volgt uit art. 5 NAVO-verdrag",
        "Embargo op olie", "Dat is geen geheim", "Het verslag is niet openbaar",
        "De brief (28 676, nr. 427) is openbaar",
        "Niet alleen de Raad", "Grond voor beroep", "De vraag: nee, dat kan niet", "Geheime diensten in de EU",
        "In public, no one says so", "Eerst dit. Interne markt: eerste bespreking",
        "Woo-verzoek", "Evaluatie van de Woo", "Groei van 5.1 procent", "Paragraaf 5.1.2 van de brief",
        "De publieke sector – nee", "Voor intern overleg", "NAVO-top", "EU restrictions on goods", "Openbaar: agenda",
        "Publiek-private samenwerking: steun", "Status: open", "Sancties, embargo's en visa",
        "Overleg, intern en extern",
        "Confidential computing", "De kamer zegt nee", "Op grond van artikel 10.2 van het verdrag",
    ],
)  # fmt: skip
def test_texts_about_secrecy_are_public_and_not_reported(text: str) -> None:
    for item in (f'key_points:\n  - "{text}"\n', f'questions:\n  - question: "{text}"\n    audience: press\n'):
        assert text in _public(item)[0]
        assert set(_codes(item)) <= {codes.UNANSWERED.name}


@pytest.mark.parametrize(
    "text",
    [
        "key_points:\n  - een  # nog na te gaan\n", "key_points:\n  - een  # akkoord van de directie: nee\n",
        "key_points:\n  - een\n  - openbaar debat\n",
        "key_points:\n  - een\n    is over deze vraag nog\n    vertrouwelijk gesproken.\n",
        "key_points:\n  - een stuk was\n    vertrouwelijk, maar het andere niet\n",
        "key_points:\n  - >-\n    een\n    Geheime diensten (EU) werken\n    vertrouwelijk samen (zie de nota)\n",
        "key_points:\n  - een lange regel die verder\n    gaat en niet meer\n",
    ],
)  # fmt: skip
def test_an_agenda_without_marks_has_no_findings(text: str) -> None:
    assert _codes(text) == []
    assert "een" in _public(text)[0]


def test_a_misspelt_flag_withholds_nothing() -> None:
    assert "dijken" in _public("deadlines:\n  - title: dijken\n    due: 2031-06-01\n    doen: ja\n")[0]


def test_a_tlp_key_withholds_but_tlp_clear_does_not() -> None:
    assert entry_may_withhold("tlp_level", ["amber"])
    assert is_mark_line("TLP:AMBER")
    assert not is_mark_line("TLP:CLEAR")


@pytest.mark.parametrize(
    ("text", "is_withheld"),
    [
        ("Terugvalpositie: 2 procent in 2040", True),
        ("onze onderhandelingsruimte: de datum", True),
        ("Fall-back: 4 procent", True),
        ("De terugvalpositie van Polen: 3 procent", False),
        ("Onze onderhandelingsruimte is beperkt: 3 procent", False),
        ("De onderhandelingen lopen: zie bijlage", False),
    ],
)
def test_a_label_of_how_far_we_can_go_withholds_its_text(text: str, is_withheld: bool) -> None:
    assert holds_mark(text) is is_withheld
    assert not holds_mark(text, is_open=True)
