"""Which files can be read, and how the others are refused: always within limits of time and memory."""

import io
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from tests.memo.extract.files import opendocument, paragraph, pdf, read_here, run, word

from briefcli.errors import BriefError
from briefcli.memo.extract.source import LARGEST_FILE, read_memo
from briefcli.memo.importer import import_memo
from briefcli.memo.text import MemoText
from briefcli.memo.writing import write_agenda

FIXTURES = Path(__file__).parent.parent / "fixtures"
PDF = (FIXTURES / "jachtraad.pdf").read_bytes()
WORD = (FIXTURES / "jachtraad.docx").read_bytes()
SECONDS = 10.0  # of processor time
MEGABYTES = 400

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BOMB = (
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">'
    + "".join(f'<!ENTITY {name} "{f"&{before};" * 20}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True))
    + f"]><w:document {_W}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
)


def archive(**parts: str | bytes) -> bytes:
    """A zip file; `__` in a name stands for a slash, `_xml` for its ending."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return made.getvalue()


def word_with(body: str) -> bytes:
    return archive(word__document_xml=f"<w:document {_W}><w:body>{body}</w:body></w:document>")


def empty_pdf() -> bytes:
    made = io.BytesIO()
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    document.save(made)
    return made.getvalue()


def with_wrong_size(data: bytes) -> bytes:
    """The archive with a false size of its part: 100 bytes."""
    place = data.rindex(b"PK\x01\x02")
    return data[: place + 24] + (100).to_bytes(4, "little") + data[place + 28 :]


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "is empty"),
    "only spaces": (lambda: b" \n\n ", "is empty"),
    "a PDF cut off": (lambda: PDF[:2000], "broken PDF"),
    "a PDF of garbage": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4000, "broken PDF"),
    "a scanned PDF": (empty_pdf, "scan"),
    "an encrypted PDF": ((FIXTURES / "locked.pdf").read_bytes, "password"),
    "an archive cut off": (lambda: WORD[: len(WORD) // 2], "broken file"),
    "an archive of something else": (lambda: archive(pictures="x"), "no Word or OpenDocument"),
    "a Word file whose XML is broken": (lambda: archive(word__document_xml="<w:document"), "broken file"),
    "an empty Word file": (lambda: word_with("<w:p/>"), "has no text"),
    "a zip bomb": (lambda: archive(word__document_xml=b"a" * 25_000_000), "overload"),
    "a zip bomb that lies": (lambda: with_wrong_size(archive(word__document_xml=b"a" * 25_000_000)), "file|overload"),
    "thousands of parts": (lambda: archive(**{f"part{n}": "" for n in range(4001)}), "overload"),
    "an XML bomb": (lambda: archive(word__document_xml=_BOMB), "overload"),
    "XML that is too deep": (lambda: word_with("<w:p>" * 20_000 + "</w:p>" * 20_000), "overload"),
    "styles that are based on too many others": (
        lambda: word(
            paragraph(run("Riet"), '<w:pStyle w:val="s0"/>'),
            "".join(f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(60)),
        ),
        "overload",
    ),
    "a sheet": (
        lambda: archive(content_xml='<o:c xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'),
        "no text document",
    ),
    "an encrypted OpenDocument": (
        lambda: archive(
            **{
                "META-INF__manifest_xml": '<m:m xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                "<m:encryption-data/></m:m>",
                "content_xml": "rubbish",
            }
        ),
        "password",
    ),
    "Word before 2007": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000), "before 2007"),
    "an encrypted Word file": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900) + "EncryptedPackage".encode("utf-16-le"),
        "password",
    ),
    "rich text": (lambda: b"{\\rtf1 tekst}", "RTF"),
    "an image": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "image"),
    "XML of something else": (lambda: b'<?xml version="1.0"?>\n<office:document>Riet</office:document>', "no text"),
    "a program": (lambda: b"\x7fELF" + bytes(5000), "no text"),
    "50 MB of text": (lambda: b"Lorem ipsum 28 676, nr. 12 " * 1_900_000, "more text"),
    "1 MB of text": (lambda: b"Riet. " * 170_000, "more text"),
    "a Word file with 1 MB of text": (lambda: word(paragraph(run("Riet. " * 10_000)) * 17), "more text"),
    "more lines than a memo has": (lambda: b"Riet.\n" * 10_001, "more lines"),
    "more than may be read": (lambda: b"x" * (LARGEST_FILE + 1), "too large"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_unreadable_file_is_refused_with_a_hint(name: str) -> None:
    make, message = REFUSED[name]
    data = make()
    if data.startswith(b"PK") or len(data) > 1_000_000:  # a bomb; tracing makes reading five times slower
        tracemalloc.start()
    began = time.process_time()
    with pytest.raises(BriefError, match=message) as refused:
        read_here(data, Path("memo.bin"))
    took = time.process_time() - began
    peak = tracemalloc.get_traced_memory()[1]  # 0 if nothing was traced
    tracemalloc.stop()
    assert refused.value.hint
    assert "memo.bin" in str(refused.value)
    assert took < SECONDS
    assert peak < MEGABYTES * 1_000_000


@pytest.mark.parametrize(("library", "data"), [("pypdfium2", PDF), ("defusedxml", WORD)])
def test_a_missing_library_is_refused_with_a_hint(library: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.setitem(sys.modules, f"{library}.ElementTree", None)
    with pytest.raises(BriefError, match=library) as refused:
        read_memo(Path("memo"), data)
    assert refused.value.hint == 'in the folder of the program: pip install ".[documents]"'


def test_a_memo_gives_the_same_agenda_in_every_format_whatever_its_name() -> None:
    written = {
        write_agenda(import_memo(read_here((FIXTURES / f"jachtraad.{form}").read_bytes(), Path(f"memo.{name}"))))
        for form, name in (("txt", "pdf"), ("docx", "txt"), ("odt", "docx"), ("pdf", "txt"))
    }
    assert len(written) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_may_be_in_any_usual_encoding(encoding: str) -> None:
    text = "Aanleiding\r\nFinanciën en één reden.\r\n"
    lines = read_memo(Path("memo.txt"), text.encode(encoding)).lines
    assert [line.text for line in lines] == ["Aanleiding", "Financiën en één reden.", ""]


def _texts(memo: MemoText) -> list[str]:
    return [line.text for line in memo.lines if line.text.strip()]


def test_deleted_and_hidden_text_is_no_part_of_a_word_memo() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    memo = read_memo(
        Path("memo.docx"),
        word_with(
            f"<w:p>{run.format('blijft')}<w:del><w:r><w:delText>geschrapt</w:delText></w:r></w:del>"
            f"<w:moveFrom>{run.format('verplaatst')}</w:moveFrom>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r></w:p>"
        ),
    )
    assert _texts(memo) == ["blijft"]
    assert memo.remarks == ["hidden text is left out", "text that a tracked change deleted is left out"]


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>in het kader</w:t></w:r></w:p></w:txbxContent>"
    choice = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    memo = read_memo(
        Path("memo.docx"),
        word_with(
            f"<w:p><w:r><mc:AlternateContent {choice}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
            "</mc:AlternateContent><w:t>erbuiten</w:t></w:r></w:p>"
        ),
    )
    assert sorted(_texts(memo)) == ["erbuiten", "in het kader"]


def test_markdown_syntax_and_table_borders_are_no_text() -> None:
    text = "# Nota\n\n**Betreft:** De _brede_ dijk\n\n| Aan | de raad |\n| --- | --- |\n| Van | DWB |\n| CC | - |\n"
    lines = [line.text for line in read_memo(Path("memo.md"), text.encode()).lines if line.text]
    assert lines == ["Nota", "Betreft: De brede dijk", "Aan", "de raad", "Van", "DWB", "CC"]
    assert read_memo(Path("memo"), b"7-3-2031 | 10:00\nEen regel").lines[0].text == "7-3-2031 | 10:00"
    exported = rb"1\. Riet \- hoog, in C:\riet"  # Google Docs writes a sign before each that could be Markdown
    assert read_memo(Path("memo.md"), exported).lines[0].text == r"1. Riet - hoog, in C:\riet"
    assert read_memo(Path("memo.txt"), exported).lines[0].text == exported.decode()


@pytest.mark.parametrize("comment", ["[//]: # (De otter bijt)", "[comment]: <> (De otter bijt)"])
def test_a_comment_that_markdown_writes_as_a_link_is_left_out(comment: str) -> None:
    memo = read_memo(Path("memo.md"), f"# Nota\n\n{comment}\nRiet".encode())
    assert [line.text for line in memo.lines if line.text] == ["Nota", "Riet"]
    assert memo.beside[0] == comment


def test_a_note_of_obsidian_has_its_comments_left_out_and_its_blocks_headed() -> None:
    text = (
        "# Nota\n\nZie [[Riet]] en [[kst-1|de brief]].\n\n%% De otter\nbijt %%\n\n> [!warning]- Niet openbaar\n> Ja.\n"
    )
    memo = read_memo(Path("memo.md"), text.encode())
    assert [line.text for line in memo.lines if line.text] == ["Nota", "Zie Riet en de brief.", "Niet openbaar", "Ja."]
    assert [line.text for line in memo.lines if line.is_heading] == ["Nota", "Niet openbaar"]
    assert memo.beside[0] == "%% De otter\nbijt %%"
    assert [line.text for line in read_memo(Path("memo.md"), b"# Riet\n\n5%% en 7%%").lines][2:] == ["5%% en 7%%"]
    assert [line.text for line in read_memo(Path("memo.txt"), b"5%% en [[6]] en 7%%").lines] == ["5%% en [[6]] en 7%%"]


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("uiterlijk17 april", "uiterlijk 17 april"),
        ("Vóór3/5", "Vóór 3/5"),
        ("voor2.0 en BKVoor12", "voor2.0 en BKVoor12"),
    ],
)
def test_a_day_glued_to_the_word_before_it_is_read(raw: str, seen: str) -> None:
    assert [line.text for line in read_memo(Path("memo.txt"), raw.encode()).lines] == [seen]


def test_combining_accents_are_composed() -> None:
    read = read_memo(Path("memo.txt"), "De coo\u0308rdinatie.".encode())
    assert [line.text for line in read.lines] == ["De coördinatie."]


def test_a_page_that_is_a_picture_is_reported() -> None:
    image = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    scan = image + b" /Length 1 >>\nstream\n\x80\nendstream"
    pages = ["BT /F1 12 Tf 50 700 Td (Doel) Tj ET", "q 500 0 0 700 40 70 cm /I Do Q", "q 40 0 0 40 9 9 cm /I Do Q"]
    text = read_here(pdf(*pages, objects=(scan,), resources="/XObject << /I 10 0 R >>"))
    assert text.remarks == ["the picture on page 2 is not read: look at what it says"]


_RAISED = {
    "Word": word(paragraph(run("Kamerstuk 28676, nr. 41") + run("1", '<w:vertAlign w:val="superscript"/>'))),
    "Word, by its place": word(paragraph(run("Kamerstuk 28676, nr. 41") + run("1", '<w:position w:val="8"/>'))),
    "OpenDocument": opendocument(
        '<text:p>Kamerstuk 28676, nr. 41<text:span text:style-name="T1">1</text:span></text:p>',
        '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/>'
        "</style:style>",
    ),
    "HTML": b"Content-Type: text/html\n\n<p>Kamerstuk 28676, nr. 41<sup>1</sup></p>",
    "HTML, by its style": (
        b'Content-Type: text/html\n\n<p>Kamerstuk 28676, nr. 41<span style="vertical-align: super">1</span></p>'
    ),
}


@pytest.mark.parametrize("file", _RAISED.values(), ids=_RAISED)
def test_a_footnote_mark_is_no_part_of_the_number_before_it(file: bytes) -> None:
    assert "Kamerstuk 28676, nr. 41¹" in [each.text for each in read_memo(Path("memo"), file).lines]


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("memo", "<!DOCTYPE html>\n<title>x</title>"),
        ("memo", '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">\n<html>'),
        ("memo", "<!-- saved from url=(0014)about:internet -->\n<HTML lang=nl>"),
        ("memo", "\ufeff<head><title>x</title></head>"),
        ("memo.htm", "<p>"),
    ],
)
def test_a_web_page_is_recognised_however_it_starts(name: str, begin: str) -> None:
    page = f'{begin}<p>De molen draait</p><p style="display:none">Geheimpje</p>'
    assert _texts(read_memo(Path(name), page.encode())) == ["De molen draait"]


@pytest.mark.parametrize("charset", ["iso-8859-15", "iso-8859-1", "windows-1252", "utf-8", "klinkklaar"])
def test_a_web_page_is_read_in_the_character_set_that_it_names(charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>Één dijk</p></body></html>'
    money = "<p>€ 5</p>" if charset not in {"iso-8859-1", "klinkklaar"} else ""
    data = (page + money).encode("utf-8" if charset == "klinkklaar" else charset)
    assert [text for text in _texts(read_memo(Path("dijk.html"), data)) if text] == ["Één dijk", *["€ 5"][: len(money)]]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_web_page_in_two_bytes_a_letter_keeps_its_hidden_text_hidden(encoding: str) -> None:
    page = "<html><body><p>dijk</p><p hidden>lantaarn</p></body></html>"
    assert _texts(read_memo(Path("dijk"), page.encode(encoding))) == ["dijk"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_text_in_two_bytes_a_letter_may_begin_with_a_curly_quote(encoding: str) -> None:
    assert _texts(read_memo(Path("dijk.txt"), "“De dijk” – stand".encode(encoding))) == ["“De dijk” – stand"]


def test_a_text_in_utf_16_that_is_cut_off_inside_a_letter_is_read() -> None:
    assert _texts(read_memo(Path("dijk.txt"), "De dijk\n".encode("utf-16") + b"a")) == ["De dijk", "�"]


def test_an_attribute_for_dialogs_does_not_undo_a_deletion() -> None:
    page = "<html><body><p>dijk</p><del open>lantaarn</del><s open>lantaarn</s></body></html>"
    assert _texts(read_memo(Path("dijk.html"), page.encode())) == ["dijk"]


def test_what_a_browser_does_not_show_of_a_web_page_is_left_out() -> None:
    hidden = "".join(f"<{name}>lantaarn</{name}>" for name in ("dialog", "datalist", "video", "audio", "canvas"))
    more = "<svg><defs><text>lantaarn</text></defs></svg><p popover>lantaarn</p><dialog open>wel</dialog>"
    page = f"<html><body><p>dijk</p>{hidden}{more}<details><summary>Meer</summary>sluis</details></body></html>"
    memo = read_memo(Path("dijk.html"), page.encode())
    assert [text for text in _texts(memo) if text] == ["dijk", "wel", "Meer", "sluis"]
    assert memo.remarks == ["hidden text is left out"]


def test_many_comments_before_a_text_are_left_out() -> None:
    text = "<!-- a -->" * 50_000 + "Riet"
    began = time.process_time()
    assert _texts(read_memo(Path("memo.md"), text.encode())) == ["Riet"]
    assert time.process_time() - began < 3


def test_paragraphs_joined_by_a_tracked_change_are_read_as_one() -> None:
    end = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    body = paragraph(run("De brief gaat uit op 3"), end) + paragraph(run(" april")) + paragraph(run("Einde"), end)
    assert _texts(read_memo(Path("memo"), word(body))) == ["De brief gaat uit op 3 april", "Einde"]


def test_a_watermark_and_the_texts_of_a_diagram_are_read() -> None:
    mark = '<w:p><w:r><w:pict><v:shape><v:textpath string="VERTROUWELIJK"/></v:shape></w:pict></w:r></w:p>'
    diagram = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    drawing = f'<w:p><w:r><w:drawing><dgm:relIds xmlns:dgm="{diagram}" r:dm="diagramData"/></w:drawing></w:r></w:p>'
    points = "".join(f"<a:p><a:r><a:t>{each}</a:t></a:r></a:p>" for each in ("Riet: 3 maart", "Molens: 4 mei"))
    body = paragraph(run("Nota over riet")) + mark + drawing + paragraph(run("Einde"))
    memo = read_memo(Path("memo"), word(body, parts={"diagramData": points}))
    assert [line.text for line in memo.lines if line.text] == [
        "Nota over riet", "VERTROUWELIJK", "Riet: 3 maart", "Molens: 4 mei", "Einde",
    ]  # fmt: skip
    assert not import_memo(memo).agenda.public
