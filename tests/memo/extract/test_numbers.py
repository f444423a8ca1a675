"""An item of a list gets the number that a word processor shows, because people refer to it by that number."""

from pathlib import Path

from tests.memo.extract.files import opendocument, word

from briefcli.memo.extract.source import read_memo

# Two lists: one starts at 4; the other has words around its number, and restarts where `numId` 7 continues it
_NUMBERING = """
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="Agendapunt %1:"/>
</w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="Vraag %1.%2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Vragen"/></w:abstractNum>
<w:abstractNum w:abstractNumId="4"><w:styleLink w:val="Vragen"/><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
</w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="7"><w:abstractNumId w:val="2"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
<w:num w:numId="8"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="10"><w:abstractNumId w:val="2"/>
<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="9"><w:abstractNumId w:val="3"/></w:num>
"""
_LIST_STYLES = """
<text:list-style style:name="A"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."
text:start-value="4"/><text:list-level-style-number text:level="2" style:num-format="a"/></text:list-style>
<text:list-style style:name="B"><text:list-level-style-number text:level="1" style:num-format="1"
style:num-prefix="Agendapunt " style:num-suffix=":"/></text:list-style>
"""


def _read(data: bytes) -> list[str]:
    return [line.text for line in read_memo(Path("memo"), data).lines if line.text]


def _item(text: str, number: int, level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_numbers_of_word_start_and_continue_as_declared() -> None:
    items = [
        _item("Riet", 5), _item("Biezen", 5, 1), _item("Wilgen", 5), _item("Molens", 6), _item("Wie maalt?", 6, 1),
        _item("Sluizen", 6), _item("Gemalen", 7), _item("Dijken", 8), _item("Kaden", 9), _item("Bruggen", 9),
        _item("Wie baggert?", 10, 1), _item("Vaarten", 8),
    ]  # fmt: skip
    assert _read(word("".join(items), parts={"numbering": _NUMBERING})) == [
        "4. Riet", "  a. Biezen", "5. Wilgen", "Agendapunt 1: Molens", "Vraag 1.1. Wie maalt?", "Agendapunt 2: Sluizen",
        "Agendapunt 9: Gemalen", "Agendapunt 10: Dijken", "1. Kaden", "2. Bruggen",
        "Vraag 10.5. Wie baggert?", "Agendapunt 11: Vaarten",
    ]  # fmt: skip


def test_letters_count_up_to_z_and_roman_numbers_keep_their_case() -> None:
    forms = ("upperLetter", "lowerLetter", "upperRoman", "lowerRoman", "decimal")
    levels = "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{form}"/></w:lvl>' for level, form in enumerate(forms))
    numbering = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum><w:num w:numId="1">\
<w:abstractNumId w:val="1"/></w:num>'
    items = [_item("dijk", 1, level) for level in (0, 0, 2, 2, 3, 4, *[1] * 28)]
    read = [each.strip().removesuffix(" dijk") for each in _read(word("".join(items), parts={"numbering": numbering}))]
    assert [*read[:6], *read[-3:]] == ["a.", "b.", "I.", "II.", "i.", "1.", "z.", "27.", "28."]


def test_a_level_of_a_word_list_can_count_on_under_the_next_heading() -> None:
    numbering = _NUMBERING.replace('"Vraag %1.%2"/>', '"Vraag %2"/><w:lvlRestart w:val="0"/>')
    items = [_item("Molens", 6), _item("Wie maalt?", 6, 1), _item("Sluizen", 6), _item("Wie sluit?", 6, 1)]
    assert _read(word("".join(items), parts={"numbering": numbering})) == [
        "Agendapunt 1: Molens", "Vraag 1. Wie maalt?", "Agendapunt 2: Sluizen", "Vraag 2. Wie sluit?",
    ]  # fmt: skip


def test_numbers_of_opendocument_start_and_continue_as_declared() -> None:
    def of(style: str, *items: str, more: str = "") -> str:
        inner = "".join(each if each[0] == "<" else f"<text:list-item><text:p>{each}</text:p></text:list-item>"
                        for each in items)  # fmt: skip
        return f'<text:list text:style-name="{style}" {more}>{inner}</text:list>'

    nested = f"<text:list-item><text:p>Wilgen</text:p>{of('', 'Biezen')}</text:list-item>"
    ninth = '<text:list-item text:start-value="9"><text:p>Gemalen</text:p></text:list-item>'
    body = [
        of("A", "Riet", nested), "<text:p>Tussen</text:p>", of("A", "Elzen", more='text:continue-numbering="true"'),
        of("A", "Opnieuw"), of("B", "Molens", more='xml:id="b"'), of("A", "Nog een"),
        of("B", "Sluizen", ninth, more='text:continue-list="b"'),
    ]  # fmt: skip
    assert _read(opendocument("".join(body), common=_LIST_STYLES)) == [
        "4. Riet", "5. Wilgen", "  a. Biezen", "Tussen", "6. Elzen", "4. Opnieuw", "Agendapunt 1: Molens", "4. Nog een",
        "Agendapunt 2: Sluizen", "Agendapunt 9: Gemalen",
    ]  # fmt: skip
