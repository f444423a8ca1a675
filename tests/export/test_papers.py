"""Papers of meetings: the same content in every format, nothing withheld, and the verdicts of other programs."""

import json
import os
import re
import shutil
import zlib
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from html import escape, unescape
from io import BytesIO
from pathlib import Path
from struct import pack
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from tests.conftest import PROJECT, SAMPLES, Run
from tests.examples import examples
from tests.strategies import agenda_texts

pytest.importorskip("typst", reason="typst is not installed: pip install '.[papers]'")
pytest.importorskip("docxtpl", reason="docxtpl is not installed: pip install '.[papers]'")

from tests.export.made import TODAY, all_forms, everything_in, paper_in, ran, text_of_pdf

from briefcli.errors import BriefError, UsageError
from briefcli.render.as_docx import converted, render_docx
from briefcli.render.as_html import render_html, render_site
from briefcli.render.as_pdf import png_of, render_pdf
from briefcli.views.paper import Logo, Paper

AGENDAS = SAMPLES / "agendas"
MEETING = "raad-2031-03"
MARKUP = (
    "<script>alert(1)</script>", "</style><img src=x onerror=a>", "{{ 7*7 }}{% for x in y %}", "#panic() $x$ *b* _c_",
    "@label <tag> `raw` \\ end", "]]>&amp;&lt;", "{%p if 1 %}", "\u202eomgekeerd", "日本語 ☂ \ufdd0",
    "javascript:alert(1)",
)  # fmt: skip
JUDGES = Path(__file__).parent / "judges"
MODULES = Path(os.environ.get("BRIEF_TEST_NODE", PROJECT / ".ci"))
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
OUTLOUD = MODULES / "outloud" / "bin" / "python"
# Without a library that pymupdf loads if it is there, and outloud does not use: that takes longer than the reading
READ_ALOUD = "import sys; sys.modules['pymupdf.layout'] = None; from outloud.cli import main; main()"


_dots = cache(png_of)


@pytest.fixture(autouse=True)
def _one_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cache the picture of the timeline: it takes a tenth of a second, and most papers here have the same one."""
    monkeypatch.setattr("briefcli.render.as_docx.png_of", _dots)


def needs(judge: str, *, there: bool) -> pytest.MarkDecorator:
    """Skip a test if the program that judges the paper is missing. With BRIEF_TEST_JUDGES the test fails instead."""
    is_missing = not there and "BRIEF_TEST_JUDGES" not in os.environ
    return pytest.mark.skipif(is_missing, reason=f"no {judge} here; .ci/run installs it")


@cache
def the_paper(*, internal: bool = False) -> Paper:
    return paper_in(AGENDAS, [MEETING], internal=internal)


@cache
def the_word_file() -> bytes:
    return render_docx(the_paper())


@cache
def the_pdf() -> bytes:
    return render_pdf(the_paper()).data


def test_every_format_has_the_content_of_the_meeting() -> None:
    for form, data in all_forms(the_paper()).items():
        said = " ".join((text_of_pdf(data) if form == "pdf" else everything_in(form, data)).split())
        for words in ("Raad Proefzaken van maart 2031", "Twaalf en een half miljoen", "99 001, nr. 12", "Woo 5.1.2b"):
            assert words in said, (form, words)
        assert "Bodembedrag" not in said
        assert "INTERN" not in said


def test_an_internal_paper_is_labelled_on_every_page() -> None:
    paper = the_paper(internal=True)
    import pypdfium2

    for page in pypdfium2.PdfDocument(render_pdf(paper).data):
        assert "INTERN – niet openbaar" in page.get_textpage().get_text_range()
    with ZipFile(BytesIO(render_docx(paper))) as package:
        headers = [package.read(each).decode() for each in package.namelist() if "header" in each]
    assert any("INTERN – niet openbaar" in each for each in headers)
    assert all("INTERN – niet openbaar" in each for each in render_site(paper).values())


@settings(max_examples=examples(4), suppress_health_check=[HealthCheck.too_slow])
@given(planted=agenda_texts())
def test_no_file_contains_withheld_text(planted: tuple[str, list[str]]) -> None:
    text, secrets = planted
    with TemporaryDirectory() as folder:
        Path(folder, "plan.yaml").write_text(text, encoding="utf-8")
        forms = all_forms(paper_in(Path(folder), ["plan"]))
    for form, data in forms.items():
        found = everything_in(form, data)
        assert [secret for secret in secrets if secret in found] == [], form


def test_markup_in_any_field_is_not_interpreted(tmp_path: Path) -> None:
    for number, markup in enumerate(MARKUP):
        quoted = json.dumps(markup)
        (tmp_path / f"m{number}.yaml").write_text(
            f"title: {quoted}\nwhen: 2031-03-18\nplace: {quoted}\nkey_points: [{quoted}]\n"
            f"sessions: [{{title: {quoted}, topics: [{quoted}], position: {quoted}}}]\n"
            f"figures: [{{what: {quoted}, unit: {quoted}}}]\ndocuments: [{{ref: {quoted}, title: {quoted}}}]\n"
            f"questions: [{{question: {quoted}, answer: {quoted}, by: {quoted}}}]\nspeaking: [{quoted}]\n",
            encoding="utf-8",
        )
    paper = paper_in(tmp_path, [f"m{number}" for number in range(len(MARKUP))])
    forms = all_forms(paper)
    for page in (forms["html"].decode(), forms["site"].decode()):
        assert not re.search(r"<script>alert|<img src=x|<tag>|href=\"javascript", page)
    words = text_of_pdf(forms["pdf"])
    assert "{{ 7*7 }}" in words
    assert "#panic()" in words
    assert "{{ 7*7 }}" in everything_in("docx", forms["docx"])


def test_the_pdf_passes_accessibility_validators(tmp_path: Path) -> None:
    pdfua = pytest.importorskip("pdfua", reason="pdfua is not installed: pip install '.[dev]'")
    page = pytest.importorskip("page", reason="page-validation is not installed: pip install '.[dev]'")
    for name, data in (("one", the_pdf()), ("several", render_pdf(paper_in(AGENDAS, [MEETING, "raad-2030-11"])).data)):
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(data)
        report = pdfua.validate(file)
        assert [str(each) for each in report.findings] == []
        for profile in ("ua1", "2a") if name == "several" else ():  # this one passes all test cases of veraPDF
            failures = page.validate_pdf(file, profile=profile).failures
            assert [f"{each.rule_id}: {each.message}" for each in failures] == []


def test_the_pdf_has_a_title_and_a_language_to_read_aloud_in() -> None:
    (catalog,) = re.findall(rb"/Type/Catalog.*?endobj", the_pdf(), re.DOTALL)
    for each in (b"/Lang(nl)", b"/DisplayDocTitle true", b"/MarkInfo<</Marked true"):
        assert each in catalog, each
    assert re.findall(rb"/S/H1/P \d+ 0 R/T\((.*?)\)", the_pdf()) == [b"Raad Proefzaken van maart 2031"]


@needs("outloud", there=OUTLOUD.is_file())
def test_the_pdf_reads_well_aloud(tmp_path: Path) -> None:
    (tmp_path / "one.pdf").write_bytes(the_pdf())
    told = ran(OUTLOUD, "-c", READ_ALOUD, "--json", "-", "--fail-on", "never", tmp_path / "one.pdf")
    (said,) = json.loads(told)["results"]
    assert (said["error"], said["findings"]) == (None, [])


@needs("Chromium", there=CHROMIUM is not None)
@needs("axe-core", there=(MODULES / "node_modules" / "axe-core").is_dir())
def test_the_pages_pass_axe_in_a_browser(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(render_html(the_paper()), encoding="utf-8")
    pages = render_site(paper_in(AGENDAS, [MEETING, "raad-2030-11"], internal=True))
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    looked_at = [tmp_path / "one.html", tmp_path / "index.html", tmp_path / f"m-{MEETING}.html"]
    assert json.loads(ran("node", JUDGES / "axe.mjs", MODULES, str(CHROMIUM), *looked_at)) == []


def test_a_page_makes_no_requests() -> None:
    page = render_html(the_paper())
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|@import|url\(|src=\"http", page)
    # The policy allows only this style sheet, after its placeholders were filled in
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert f"style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}';" in page
    assert not re.search("COLOUR|FONT", style)


def test_word_has_real_headings_lists_and_repeated_table_headers() -> None:
    import docx

    document = docx.Document(BytesIO(the_word_file()))
    styles = {each.style.name for each in document.paragraphs if each.style is not None}
    assert {"Title", "Heading 2", "List Bullet", "List Bullet 2"} <= styles
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in document.tables)
    assert not any("{%" in each.text or "{{" in each.text for each in document.paragraphs)
    assert document.core_properties.author == ""
    created = document.core_properties.created
    assert created is not None
    assert created.date() == TODAY
    assert "PAGE of NUMPAGES" in everything_in("docx", the_word_file())
    assert "thumbnail" not in everything_in("docx", the_word_file())


def test_word_has_real_footnotes(tmp_path: Path) -> None:
    (tmp_path / "raad.yaml").write_text(
        "title: Raad\nwhen: 2031-03-18\nkey_points: [Zie Kamerstuk 99 001 nr. 12., Weer Kamerstuk 99 001 nr. 12.]\n",
        encoding="utf-8",
    )
    for template, own in ((None, 0), (_with_a_footnote("{{r chapters[0].parts[-1].text }}" * 2), 1)):
        with ZipFile(BytesIO(render_docx(paper_in(tmp_path, ["raad"]), template))) as package:
            page, notes = (package.read(f"word/{each}.xml").decode() for each in ("document", "footnotes"))
        marks = re.findall(r'<w:footnoteReference w:id="(-?\d+)"', page)
        assert sorted(marks) == sorted(re.findall(r'<w:footnote w:id="(\d+)"', notes))
        assert len(set(marks)) == 2 + own
        shown = re.sub("<[^>]*>", "", re.sub("<w:footnoteReference [^>]*>", "†", page))
        assert shown.count("[†]") == len(marks)  # a bare mark would read as one more digit
        assert notes.count("99 001, nr. 12: ") == 2
        assert ("Eigen noot" in notes) == bool(own)


def _scanned(file: Path, run: Run) -> set[str]:
    found = json.loads(run("scan", str(file), "--refs", "--format", "json").out)
    return {each["canonical"] for each in found}


@pytest.mark.parametrize(
    "form",
    ["html", "pdf", "docx", pytest.param("odt", marks=needs("LibreOffice", there=shutil.which("soffice") is not None))],
)
def test_a_footnote_mark_is_not_read_as_part_of_a_number(form: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "raad.yaml").write_text(
        "title: Raad\nwhen: 2031-03-18\nkey_points:\n"
        "  - Zie de brieven (Kamerstuk 29 001, nrs. 126, 129 en 132).\n  - Zie ook (29 001, nr. 127).\n"
        "  - De motie (36 045, nr. 4)\n",
        encoding="utf-8",
    )
    paper = paper_in(tmp_path, ["raad"])
    if form == "html":
        page = render_html(paper).partition("</style>")[2]
        lines = re.sub("</?(li|p|h.)>", "\n", page)
        file, data = tmp_path / "raad.txt", unescape(re.sub("<[^>]*>", "", lines)).encode()
    elif form == "pdf":
        file, data = tmp_path / "raad.pdf", render_pdf(paper).data
    elif form == "docx":
        file, data = tmp_path / "raad.docx", render_docx(paper)
    else:
        shutil.copy(AGENDAS / f"{MEETING}.yaml", tmp_path)  # a full paper, so that LibreOffice reads everything
        file, data = tmp_path / "raad.odt", converted(render_docx(paper_in(tmp_path, ["raad", MEETING])))
        assert "Twaalf en een half miljoen" in everything_in("odt", data)
    file.write_bytes(data)
    papers = {"29001-126", "29001-127", "29001-129", "29001-132", "36045-4"}
    found = _scanned(file, run)
    assert {each for each in found if each.startswith(("kst-29001", "kst-36045"))} == {f"kst-{each}" for each in papers}
    assert ("kst-99001-12" in found) == (form == "odt")


def test_a_paper_that_a_pdf_cites_again_has_one_footnote_in_each_meeting(tmp_path: Path) -> None:
    for name in ("raad", "top"):
        points = "Kamerstuk 29 001, nr. 126 en 36 045, nr. 4", "Kamerstuk 29 001, nr. 126"
        text = f"title: {name}\nwhen: 2031-03-18\nkey_points: {json.dumps(points)}\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    words = text_of_pdf(render_pdf(paper_in(tmp_path, ["raad", "top"])).data)
    assert words.count("kst-29001-126.html") == 2
    assert re.findall(r"nr\. 126\[(\d)\]", words) == ["1", "1", "3", "3"]


def test_pictures_in_word_have_a_text_alternative() -> None:
    page = everything_in("docx", the_word_file())
    (words,) = re.findall(r'<wp:docPr descr="([^"]*)"', page)
    assert words.startswith("A timeline: ")
    assert "Geannoteerde agenda" in words


def test_characters_without_a_font_are_reported(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "raad.yaml").write_text(
        "title: Raad\nwhen: 2031-03-18\nkey_points: ['Ω en Ж, met \ue000 en \U000f0001']\n", encoding="utf-8"
    )
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    made = run("export", "raad", "--to", "pdf", "-o", str(tmp_path / "raad.pdf"))
    assert made.code == 0
    assert "shows □: \ue000 \U000f0001\n" in made.err
    assert "Ω en Ж, met □ en □" in text_of_pdf((tmp_path / "raad.pdf").read_bytes())


@pytest.mark.parametrize(
    ("place", "letter"),
    [
        ("title", "x\u0304\u0331"), ("event", "x\u0304\u0331"),
        # Marks of other scripts, one that makes a sign a small picture, and one behind no letter
        ("event", "\u0915\u093f"), ("event", "\u2764\ufe0f"), ("event", "\u0941"),
    ],
)  # fmt: skip
def test_a_character_without_a_font_does_not_break_pictures(tmp_path: Path, place: str, letter: str) -> None:
    title, event = (letter, "Debat") if place == "title" else ("Raad", letter)
    text = f"title: '{title}'\nwhen: 2031-06-15\nevents:\n  - title: '{event}'\n    when: 2031-06-01\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    made = render_pdf(paper_in(tmp_path, ["a"]))
    text, on_the_line = text_of_pdf(made.data), "Sun 15 Jun 2031 □ (a)" if place == "title" else "Sun 1 Jun 2031 □"
    assert on_the_line in text.splitlines()
    assert not set(letter[1:]) & set(text)


def test_odt_without_libreoffice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(BriefError, match="LibreOffice is not installed"):
        converted(b"")


@cache
def _empty_template() -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph("HERE")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _template(*texts: str) -> bytes:
    between = "</w:t></w:r></w:p><w:p><w:r><w:t>"
    return _changed(_empty_template(), {"word/document.xml": (b"HERE", between.join(map(escape, texts)).encode())})


def _changed(docx: bytes, change: dict[str, tuple[bytes, bytes]]) -> bytes:
    """The Word file with some bytes of its parts replaced."""
    out = BytesIO()
    with ZipFile(BytesIO(docx)) as package, ZipFile(out, "w") as changed:
        for name in package.namelist():
            old, new = change.get(name, (b"", b""))
            changed.writestr(name, package.read(name).replace(old, new, 1) if old else package.read(name))
    return out.getvalue()


def _with_a_footnote(text: str) -> bytes:
    """A template that has a footnote of its own."""
    import docx
    from docx.oxml import parse_xml

    from briefcli.render.word_parts import footnote_mark, write_footnotes

    document, notes = docx.Document(), list[tuple[str, str]]()
    document.add_paragraph(text)
    run = footnote_mark(notes, "Eigen noot", "https://example.com")
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document.add_paragraph()._p.append(parse_xml(run.replace("<w:r>", f"<w:r {names}>")))
    write_footnotes(document, notes)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_an_own_template_is_filled_in() -> None:
    made = render_docx(the_paper(), _template("Nota: {{ title }} ({{ chapters[0].id }})"))
    assert f"Nota: Raad Proefzaken van maart 2031 ({MEETING})" in everything_in("docx", made)


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize(
    "field",
    [
        "title", "r title", "title|replace('Raad', 'Raad')", "chapters[0].heading", "r chapters[0].heading",
        "chapters[0].road[0]", "r chapters[0].road[0]",
    ],
)  # fmt: skip
def test_a_field_may_stand_with_or_without_r(field: str) -> None:
    made = render_docx(the_paper(), _template(f"Nota: {{{{{field}}}}}."))
    with ZipFile(BytesIO(made)) as package:
        body = ET.fromstring(package.read("word/document.xml"))  # noqa: S314  # our own
    assert not [each for each in body.iter(f"{WORD}t") if len(each)]  # Word calls a file with a run in a text damaged
    assert not [each for each in body.iter(f"{WORD}p") if (each.text or "").strip() or any(part.tail for part in each)]
    said = "".join(each.text or "" for each in body.iter(f"{WORD}t"))
    assert said in {"Nota: Raad Proefzaken van maart 2031.", "Nota: ."}
    assert (said == "Nota: .") == ("road" in field) == ("<w:drawing>" in everything_in("docx", made))


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ title.__init__.__globals__ }}",
        "{{ chapters[0].parts[0].text.__class__.__init__.__globals__['os'].system('true') }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{% for a in range(10000000) %}{% endfor %}",
        "{% include '/etc/passwd' %}",
        "{{ unclosed",
        "{{ chapters[0].road[0].tpl.save('hacked.docx') }}",
        "{{ 'a' * 10 ** 9 }}",
        "{{ 'a'|center(10 ** 10) }}",
        "{{ chapters|map(attribute='__class__') }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ titel }}",
        "{{ chapters }}",
        "{{ words }}",
        "{{ self }}",
        "{{ title ~ title }}",
        "{% include 'x' %}",
        "{% extends 'x' %}",
        "{% macro f() %}{% endmacro %}",
        "".join("{% for each in title %}" for _ in range(5)) + "{% endfor %}" * 5,
    ],
)
def test_a_hostile_template_is_refused(hostile: str) -> None:
    with pytest.raises(UsageError):
        render_docx(the_paper(), _template(hostile))


def _related(kind: str, target: str) -> bytes:
    """A template whose settings have a relation to something outside it."""
    import docx
    from docx.oxml import parse_xml

    document, out = docx.Document(), BytesIO()
    document.add_paragraph("{{ title }}")
    base = "http://schemas.openxmlformats.org"
    part = document.part._settings_part
    id_ = part.relate_to(target, f"{base}/officeDocument/2006/relationships/{kind}", is_external=True)
    names = f'xmlns:w="{base}/wordprocessingml/2006/main" xmlns:r="{base}/officeDocument/2006/relationships"'
    document.settings.element.append(parse_xml(f'<w:{kind} {names} r:id="{id_}"/>'))
    document.save(out)
    return out.getvalue()


def test_the_path_of_an_attached_template_is_removed() -> None:
    made = render_docx(the_paper(), _related("attachedTemplate", "file:///G:/directie/geheim.dotm"))
    assert "geheim" not in everything_in("docx", made)
    assert "attachedTemplate" not in everything_in("docx", made)


def test_a_mistake_in_a_template_is_explained() -> None:
    with pytest.raises(UsageError, match=r"condition in braces is not written correctly, near “{{ title”"):
        render_docx(the_paper(), _template("{{ title"))
    with pytest.raises(UsageError, match="field that does not exist: “titel”"):
        render_docx(the_paper(), _template("{{ titel }}"))
    for fields in ("Nota", "«title» {title} [title]"):
        with pytest.raises(UsageError, match="this template shows no field"):
            render_docx(the_paper(), _template(fields))


def _with_parts(change: dict[str, tuple[bytes, bytes]]) -> bytes:
    return _changed(_template("{{ title }}"), change)


def test_a_dotx_template_is_accepted() -> None:
    sort = b"wordprocessingml.document.main", b"wordprocessingml.template.main"
    made = render_docx(the_paper(), _with_parts({"[Content_Types].xml": sort}))
    assert "Raad" in everything_in("docx", made)


@pytest.mark.parametrize(
    "field",
    [
        b'<w:fldSimple w:instr=" DDEAUTO c:\\x "/>',
        b"<w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT x</w:instrText></w:r>",
    ],
)
def test_a_template_with_a_field_that_loads_content_is_refused(field: bytes) -> None:
    with pytest.raises(UsageError, match="from elsewhere"):
        render_docx(the_paper(), _with_parts({"word/document.xml": (b"<w:p>", b"<w:p>" + field)}))


@pytest.mark.parametrize("word", [b"application/vnd.ms-office.vbaProject", b"x/aFChunk"])
def test_macros_under_another_name_are_refused(word: bytes) -> None:
    with pytest.raises(UsageError, match="macros"):
        render_docx(the_paper(), _with_parts({"[Content_Types].xml": (b"image/jpeg", word)}))


def test_a_damaged_template_is_refused() -> None:
    data = bytearray(_template("{{ title }}"))
    data[200:240] = bytes(40)
    with pytest.raises(UsageError, match="no Word document"):
        render_docx(the_paper(), bytes(data))


def test_an_internal_paper_is_labelled_with_any_template() -> None:
    paper = msgspec.structs.replace(the_paper(), internal=True)
    made = render_docx(paper, _template("{{ title }}"))
    with ZipFile(BytesIO(made)) as package:
        headers = [package.read(name).decode() for name in package.namelist() if "/header" in name]
    assert any("INTERN" in each for each in headers)


@pytest.mark.parametrize("kind", ["image", "oleObject", "frame", "subDocument"])
def test_a_template_that_loads_external_content_is_refused(kind: str) -> None:
    with pytest.raises(UsageError, match="from elsewhere"):
        render_docx(the_paper(), _related(kind, "http://example.com/spion.png"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [("word/vbaProject.bin", b"x", "macros"), ("word/bom.xml", bytes(60_000_000), "too large")],
)
def test_a_template_with_macros_or_a_bomb_is_refused(name: str, data: bytes, said: str) -> None:
    file = BytesIO(_template("x"))
    with ZipFile(file, "a", ZIP_DEFLATED) as package:
        package.writestr(name, data)
    with pytest.raises(UsageError, match=said):
        render_docx(the_paper(), file.getvalue())


def _with(name: str, data: bytes) -> bytes:
    """A template in which one part is replaced."""
    made = BytesIO()
    with ZipFile(BytesIO(_template("x"))) as old, ZipFile(made, "w") as new:
        for each in old.namelist():
            new.writestr(each, data if each == name else old.read(each))
    return made.getvalue()


BROKEN = [_with(name, b"<x>") for name in ("word/document.xml", "word/styles.xml", "[Content_Types].xml")]


@pytest.mark.parametrize("data", [b"", b"tekst", b"PK\x03\x04kapot", *BROKEN, _template("{{ " + "(" * 3000)])
def test_a_file_that_is_no_word_document_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError):
        render_docx(the_paper(), data)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))


def _png(width: int) -> bytes:
    head = _chunk(b"IHDR", pack(">IIBBBBB", width, 1, 8, 2, 0, 0, 0))
    body = _chunk(b"IDAT", zlib.compress(b"\x00\x80\x00\x00"))
    return b"\x89PNG\r\n\x1a\n" + head + body + _chunk(b"IEND", b"")


PNG = _png(1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """An agendas folder with these lines under [paper]."""

    def made(lines: str) -> Path:
        root = tmp_path / "agendas"
        root.mkdir(exist_ok=True)
        (root / "raad.yaml").write_text((AGENDAS / f"{MEETING}.yaml").read_text(encoding="utf-8"), encoding="utf-8")
        (root / "brief.toml").write_text(f"[paper]\n{lines}\n", encoding="utf-8")
        monkeypatch.setenv("BRIEF_AGENDAS", str(root))
        return root

    return made


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("logo.svg", b"<svg><script>alert(1)</script></svg>", "no PNG or JPEG"),
        ("../logo.png", PNG, "outside the agendas folder"),
        ("/etc/passwd", b"", "outside the agendas folder"),
        ("logo.png", _png(65_535), "too large"),
        ("logo.png", PNG[:-20], "no PNG or JPEG"),
        ("logo.png", PNG[:45] + b"x" + PNG[46:], "no PNG or JPEG"),
        ("logo.png", PNG + bytes(1_000_000), "too large"),
        ("logo.png", b"\xff\xd8\xff\xe0 kapot", "no PNG or JPEG"),
        ("weg.png", None, "no file"),
    ],
)
def test_a_hostile_logo_is_refused(name: str, data: bytes | None, said: str, folder: Any, run: Run) -> None:
    root = folder(f"logo = {json.dumps(name)}")
    if data and not name.startswith("/"):
        (root / name).write_bytes(data)
    ran_ = run("export", "raad", "--to", "html")
    assert ran_.code != 0
    assert said in ran_.err


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('colour = "red;} body{display:none"', "paper.colour"),
        ('colour = "#ffff00"', "too light"),
        ("font = 'x\"; } @import url(http://a)'", "paper.font"),
        ('sections = ["kernpunten?"]', "no section"),
        ('kleur = "#000000"', "does not exist"),
    ],
)
def test_an_invalid_style_is_refused(lines: str, said: str, folder: Any, run: Run) -> None:
    folder(lines)
    ran_ = run("export", "raad", "--to", "html")
    assert ran_.code != 0
    assert said in ran_.err


def test_an_own_style_is_applied(folder: Any, run: Run, tmp_path: Path) -> None:
    root = folder('logo = "logo.png"\ncolour = "#7a0000"\nmaker = "Proef"\nsections = ["questions", "decision"]')
    (root / "logo.png").write_bytes(PNG)
    page = run("export", "raad", "--to", "html").out
    assert "#7a0000" in page
    assert 'alt="Logo of Proef"' in page
    assert page.index("Questions and answers") < page.index("What is asked")
    assert "Key points" not in page
    for form in ("pdf", "docx"):
        file = tmp_path / f"x.{form}"
        assert run("export", "raad", "--to", form, "-o", str(file)).code == 0
        assert "Logo of Proef" in everything_in(form, file.read_bytes()).replace("\0", "")
    styles = everything_in("docx", (tmp_path / "x.docx").read_bytes())
    assert 'w:val="7A0000"' in styles


def test_a_wide_logo_is_not_cut_off() -> None:
    made = render_docx(paper_in(AGENDAS, ["raad-2030-11"], logo=Logo(_png(40), "png", 40.0)))
    assert max(map(int, re.findall(r'<wp:extent cx="([0-9]+)"', everything_in("docx", made)))) <= 16.6 * 360_000
    usual = render_docx(paper_in(AGENDAS, ["raad-2030-11"], logo=Logo(_png(2), "png", 2.0)))
    assert f'<wp:extent cx="{3.2 * 360_000:.0f}"' in everything_in("docx", usual)


def test_internal_papers_are_labelled_in_their_file_names(run: Run, tmp_path: Path) -> None:
    for form in ("pdf", "docx", "md", "html"):
        assert run("export", MEETING, "--to", form, "-o", str(tmp_path / f"raad.{form}"), "--internal").code == 0
    assert {each.stem for each in tmp_path.iterdir() if each.is_file()} == {"raad-INTERN-niet-openbaar"}


def test_several_meetings_become_a_folder_of_pages(run: Run, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert run("export", "raad", "--to", "html", "-o", str(site)).code == 0
    assert {each.name for each in site.iterdir()} >= {"index.html", f"m-{MEETING}.html", "m-raad-2030-11.html"}
    ran_ = run("export", "raad", "-o", str(site.with_name("raad.html")))
    assert "become a folder of pages" in ran_.err
    assert site.with_name("raad").is_dir()
    for page in site.iterdir():
        for link in re.findall(r'href="([^"#:]+)"', page.read_text(encoding="utf-8")):
            assert (site / link).is_file(), link
    (site / "index.html").write_text("van een ander", encoding="utf-8")
    assert run("export", "raad", "--to", "html", "-o", str(site)).code == 2


def test_a_folder_of_pages_keeps_no_page_of_an_earlier_export(run: Run, tmp_path: Path) -> None:
    page, folder = tmp_path / "pagina.html", tmp_path / "pagina"
    assert run("export", MEETING, "-o", str(page)).code == 0
    made = run("export", "raad", "-o", str(page))
    assert made.out.endswith(f"{Path('pagina', 'index.html')}\n")
    assert f"several meetings become a folder of pages: {folder}" in made.err
    assert not page.exists()
    (folder / "m-verslag.html").write_text("van een ander", encoding="utf-8")
    (folder / "m-oud.html").write_bytes((folder / f"m-{MEETING}.html").read_bytes())
    assert "m-oud.html is removed" in run("export", "raad", "--to", "html", "-o", str(folder)).err
    assert {each.name for each in folder.glob("m-*")} == {f"m-{MEETING}.html", "m-raad-2030-11.html", "m-verslag.html"}


def test_a_paper_can_cover_the_days_ahead(run: Run) -> None:
    page = run("export", "--days", "30", "--to", "html", "--today", "2031-03-04").out
    assert "Raad Proefzaken van maart 2031" in page
    assert "november 2030" not in page.partition("The road")[0]
    assert run("export", "--days", "0", "--to", "html", "--today", "2020-01-01").code == 1


@pytest.mark.parametrize(
    "wrong",
    [
        ("export", "--to", "pdf"), ("export", MEETING, "--to", "pdf"), ("export", "--to", "html"),
        ("export", MEETING, "raad-2030-11"), ("export", MEETING, "--to", "pdf", "--template", "x", "-o", "y"),
        ("export", MEETING, "--to", "html", "--only", "nergens"),
    ],
)  # fmt: skip
def test_conflicting_options_are_refused(wrong: tuple[str, ...], run: Run) -> None:
    assert run(*wrong).code == 2


def test_a_title_longer_than_a_property_of_word_is_exported(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.yaml").write_text(f"title: {'A' * 300}\nwhen: 2031-05-04\n", encoding="utf-8")
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    ran = run("export", "x", "--to", "docx", "--output", str(tmp_path / "x.docx"))
    assert (ran.code, (tmp_path / "x.docx").exists()) == (0, True), ran.err
