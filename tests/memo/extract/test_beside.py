"""What a file says outside its text can close the memo: in properties, comments, headers, notes and slanting text."""

import io
import zipfile
from pathlib import Path

import pytest
from tests.memo.extract.files import archive, opendocument, paragraph, pdf, read_here, run, word

from briefcli.domain.agenda import plain
from briefcli.domain.redaction import lifted, redact
from briefcli.memo.importer import import_memo

TEXT = ("Nota over water", "Aanleiding", "Het water stijgt.", "Kernpunten", "- De dijk is sterk.", "- Het riet groeit.")
BODY = "".join(paragraph(run(each)) for each in TEXT)
ODT = "".join(f"<text:p>{each}</text:p>" for each in TEXT)
HTML = "".join(f"<p>{each}" for each in TEXT)
MAIL = "From: a@minwater.nl\n{}Content-Type: text/plain\n\n" + "\n".join(TEXT)
PAGE = "BT /F1 11 Tf 70 700 Td 15 TL " + " ".join(f"({each}) Tj T*" for each in TEXT) + " ET"
LABEL = "MSIP_Label_1a2b-3c_Name"


def _with(data: bytes, part: str, content: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return archive({**{name: file.read(name) for name in file.namelist()}, part: content})


def _core(name: str, value: str) -> bytes:
    return _with(word(BODY), "docProps/core.xml", f"<core><{name}>{value}</{name}></core>")


def _custom(name: str, value: str) -> bytes:
    held = f'<property name="{name}"><lpwstr>{value}</lpwstr></property>'
    return _with(word(BODY), "docProps/custom.xml", f"<Properties>{held}</Properties>")


def _meta(name: str, value: str) -> bytes:
    names = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
    held = f'<m:user-defined xmlns:m="{names}" m:name="{name}">{value}</m:user-defined>'
    return _with(opendocument(ODT), "meta.xml", f"<meta>{held}</meta>")


def _headed(sort: str, text: str, more: str = "") -> bytes:
    part = f'<w:sectPr><w:headerReference w:type="{sort}" r:id="header1"/>{more}</w:sectPr>'
    return word(BODY + part, parts={"header1": text})


def _commented(text: str) -> bytes:
    return word(BODY, parts={"comments": f"<w:comment>{paragraph(run(text))}</w:comment>"})


def _noted(text: str) -> bytes:
    note = f"<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /Contents ({text}) >>".encode()
    return pdf(PAGE, objects=(note,)).replace(b"/Contents 5 0 R", b"/Annots [6 0 R] /Contents 5 0 R")


def _page(head: str, body: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{HTML}{body}</body></html>".encode()


def _of_word(name: str, value: str) -> str:
    """A property in a page that Word or Outlook saved."""
    sort = f"<o:{name} dt:dt='string'>{value}</o:{name}>"
    return f"<!--[if gte mso 9]><xml><o:CustomDocumentProperties>{sort}</o:CustomDocumentProperties></xml><![endif]-->"


def _sharepoint(name: str, value: str) -> bytes:
    held = f"<p><documentManagement><{name}>{value}</{name}></documentManagement></p>"
    return _with(word(BODY), "customXml/item1.xml", held)


def _pictured(text: str) -> bytes:
    return word(
        BODY + f'<w:p><w:r><w:drawing><wp:inline><wp:docPr descr="{text}"/></wp:inline></w:drawing></w:r></w:p>'
    )


def _deleted(text: str) -> bytes:
    return word(f"<w:p><w:del><w:r><w:delText>{text}</w:delText></w:r></w:del></w:p>{BODY}")


def _attached(name: str) -> bytes:
    part = f"--x\nContent-Type: application/pdf; name={name}\n\nx\n--x--"
    text = "\n".join(TEXT)
    return f"From: a@minwater.nl\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n{text}\n{part}".encode()


def _pages(*edges: str) -> bytes:
    return pdf(*(f"{PAGE} BT /F1 9 Tf 70 800 Td ({edge}) Tj ET" for edge in edges))


def _slanting(text: str) -> bytes:
    return pdf(f"q 0.95 g BT /F1 60 Tf 0.7 0.7 -0.7 0.7 120 200 Tm ({text}) Tj ET Q {PAGE}")


def _named_picture(name: str) -> bytes:
    held = f'<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="{name}"/></pic:nvPicPr></pic:pic>'
    return word(f"{BODY}<w:p><w:r><w:drawing><wp:inline>{held}</wp:inline></w:drawing></w:r></w:p>")


def _variable(value: str) -> bytes:
    held = f'<w:docVars><w:docVar w:name="Rubricering" w:val="{value}"/></w:docVars>'
    return word(BODY, parts={"settings": held})


def _word_art(text: str) -> bytes:
    """WordArt in the middle of the text."""
    shape = f'<w:p><w:r><w:pict><v:shape><v:textpath string="{text}"/></v:shape></w:pict></w:r></w:p>'
    return word(BODY.replace(paragraph(run(TEXT[3])), shape + paragraph(run(TEXT[3]))))


def _boxed(first: str, second: str, look: str = "") -> bytes:
    """A drawn text box with two paragraphs."""
    held = "".join(paragraph(run(each, look)) for each in (first, second))
    box = f"<wps:wsp><wps:txbx><w:txbxContent>{held}</w:txbxContent></wps:txbx></wps:wsp>"
    return word(f"{BODY}<w:p><w:r><w:drawing><wp:inline>{box}</wp:inline></w:drawing></w:r></w:p>")


def _field(text: str) -> bytes:
    """A field that sets a variable, and shows nothing."""
    parts = ("begin", f"<w:instrText> SET Rubricering x </w:instrText>{run(text)}", "separate", run(text), "end")
    runs = "".join(each if "<" in each else f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in parts)
    return word(BODY + paragraph(runs))


def _fields(shown: str, other: str) -> bytes:
    said = f'text:string-value-if-true="{other}" text:string-value-if-false="{shown}"'
    return opendocument(f"{ODT}<text:p>Status <text:conditional-text {said}>{shown}</text:conditional-text></text:p>")


_XMP = b"<< /Type /Metadata /Length 60 >>\nstream\n<x:xmpmeta><%b</rdf:li>\nendstream"


def _chosen(entry: int) -> bytes:
    """A form field with a list, of which this entry was chosen."""
    entries = '<w:listEntry w:val="Ongerubriceerd"/><w:listEntry w:val="Departementaal Vertrouwelijk"/>'
    held = f'<w:ffData><w:ddList><w:result w:val="{entry}"/>{entries}</w:ddList></w:ffData>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{held}</w:fldChar></w:r>'
    return word(paragraph(run("Rubricering: ") + begin + '<w:r><w:fldChar w:fldCharType="end"/></w:r>') + BODY)


def _unseen(text: str) -> bytes:
    return opendocument(f'{ODT}<text:section text:display="none"><text:p>{text}</text:p></text:section>')


CLOSED = {
    "keywords": _core("keywords", "dijken; departementaal vertrouwelijk"),
    "title": _core("title", "VERTROUWELIJK - Nota"),
    "subject": _core("subject", "Rubricering: Stg. Confidentieel"),
    "label": _custom(LABEL, "Dep. Vertrouwelijk"),
    "own property": _custom("Rubricering", "Dep.V."),
    "no": _custom("Openbaar", "Nee"),
    "yes": _custom("Vertrouwelijk", "Ja"),
    "comment": _commented("Kan dit? Nee, vertrouwelijk."),
    "first header": _headed("first", paragraph(run("Dep. Vertrouwelijk")), "<w:titlePg/>"),
    "heading as a header": _headed("first", paragraph(run("Vertrouwelijk"), '<w:outlineLvl w:val="0"/>')),
    "header that is off": _headed("first", paragraph(run("Departementaal Vertrouwelijk"))),
    "hidden paragraph": word(BODY + paragraph(run("Niet openbaar", "<w:vanish/>"))),
    "watermark in small letters": _headed("default", paragraph(run("VERTROUWELIJK", '<w:sz w:val="2"/>'))),
    "OpenDocument label": _meta(LABEL, "Vertrouwelijk"),
    "OpenDocument comment": opendocument(f"{ODT}<office:annotation><text:p>Niet openbaar</text:p></office:annotation>"),
    "left header": opendocument(
        ODT,
        masters='<style:master-page style:name="Standard"><style:header-left><text:p>NIET VERSPREIDEN</text:p>'
        "</style:header-left></style:master-page>",
    ),
    "title of a web page": _page("<title>VERTROUWELIJK - Nota</title>"),
    "meta tag": _page('<meta name="classification" content="Departementaal Vertrouwelijk">'),
    "property of a web page": _page(_of_word("Rubricering", "Stg. Geheim")),
    "label of a web page": _page(_of_word(LABEL, "Vertrouwelijk")),
    "picture of a web page": _page("", "<img alt=VERTROUWELIJK>"),
    "comment of LibreOffice in a web page": _page("", "<!-- Let op: hele nota is Dep.V. -->"),
    "comment in Markdown": ("<!-- niet openbaar -->\n\n## " + "\n\n".join(TEXT)).encode(),
    "picture": _pictured("Stempel VERTROUWELIJK"),
    "OpenDocument picture": opendocument(f"{ODT}<text:p><draw:frame><svg:desc>Dep.V.</svg:desc></draw:frame></text:p>"),
    "SharePoint": _sharepoint("Rubricering", "Dep. Vertrouwelijk"),
    "deleted mark": _deleted("Departementaal Vertrouwelijk"),
    "OpenDocument deleted mark": opendocument(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Dep. Vertrouwelijk</text:p></text:deletion>"
        f"</text:changed-region></text:tracked-changes>{ODT}"
    ),
    "attachment": _attached("nota_dep_v.pdf"),
    "unseen text of a PDF": pdf(f"{PAGE} 1 g BT /F1 8 Tf 70 40 Td (Departementaal Vertrouwelijk) Tj ET"),
    "comment of a web page": f"<html><body>{HTML}<div style='mso-element:comment-list'><p>Vertrouwelijk</div>".encode(),
    **{
        each: MAIL.format(f"{each}\n").encode()
        for each in (
            "Sensitivity: Company-Confidential",
            "Sensitivity: Private",
            "X-Classification: VERTROUWELIJK",
            "X-Rubricering: Dep.V.",
            "Comments: Niet verspreiden",
            f"msip_labels: {LABEL[:-5]}_Enabled=True;{LABEL}=Departementaal Vertrouwelijk",
        )
    },
    "yes or true": _custom("Vertrouwelijk", "true"),
    "note": _noted("Niet openbaar maken"),
    "slanting": _slanting("VERTROUWELIJK"),
    "one page": _pages("Waterschap", "Departementaal Vertrouwelijk", "Waterschap"),
    "only page": _pages("Vertrouwelijk"),
    "named picture": _named_picture("stempel_vertrouwelijk.png"),
    "variable": _variable("Departementaal Vertrouwelijk"),
    "WordArt": _word_art("VERTROUWELIJK"),
    "box with a mark on two lines": _boxed("NIET", "OPENBAAR"),
    "small WordArt with a mark on two lines": _boxed("NIET", "OPENBAAR", '<w:sz w:val="2"/>'),
    "header with a mark on two lines": _headed("default", paragraph(run("NIET")) + paragraph(run("OPENBAAR"))),
    "mark on two lines": b"NIET\nOPENBAAR\n\n" + "\n\n".join(TEXT).encode(),
    "page with a mark on two lines": pdf(
        f"{PAGE} BT /F1 9 Tf 70 822 Td (NIET) Tj ET BT /F1 9 Tf 70 811 Td (OPENBAAR) Tj ET"
    ),
    "field that shows nothing": _field("Departementaal Vertrouwelijk"),
    "conditional text": _fields("definitief", "Departementaal vertrouwelijk"),
    "hidden field": opendocument(
        f'{ODT}<text:p>Groet <text:hidden-text text:is-hidden="true" text:string-value="Dep. Vertrouwelijk"/></text:p>'
    ),
    "hidden paragraph of OpenDocument": opendocument(
        f'{ODT}<text:p><text:hidden-paragraph text:is-hidden="true"/>Deze nota is vertrouwelijk.</text:p>'
    ),
    "hidden section": _unseen("Departementaal vertrouwelijk"),
    "variable of OpenDocument": opendocument(
        f'<text:user-field-decl text:name="Rubricering" office:string-value="Departementaal Vertrouwelijk"/>{ODT}'
    ),
    "name of an attachment": _attached("notaDepV.docx"),
    "OpenDocument yes": _meta("Vertrouwelijk", "true"),
    "not public": _custom("Openbaar", "false"),
    "secret advice": _custom("Soort advies", "Vertrouwelijk"),
    "named picture of a web page": _page("", "<img src='nota_bestanden/stempel_vertrouwelijk.png'>"),
    "not lifted": _custom("Geheimhouding opgeheven", "Nee"),
    "property of a PDF": pdf(PAGE, objects=(_XMP % b"pdfx:Rubricering>Dep.V.",)),
    "rights of a PDF": pdf(PAGE, objects=(_XMP % b"dc:rights><rdf:Alt><rdf:li>Niet openbaar",)),
    "choice in a form": _chosen(1),
    "label of a PDF": pdf(PAGE, objects=(f"<< /{LABEL} (Vertrouwelijk) >>".encode(),)),
}
OPEN = {
    "usual": _core("keywords", "dijken; riet"),
    "draft": _core("contentStatus", "Concept"),
    "label": _custom(LABEL, "Openbaar"),
    "label chosen by hand": _custom("MSIP_Label_1a2b-3c_Method", "Privileged"),
    "no": _custom("Vertrouwelijk", "Nee"),
    "false": _custom("Vertrouwelijk", "false"),
    "true": _custom("Openbaar", "true"),
    "property of a PDF": pdf(PAGE, objects=(_XMP % b"pdfx:Rubricering>Ongerubriceerd",)),
    "choice in a form": _chosen(0),
    "named picture of a web page": _page("", "<img src='intern/logo_ministerie.png'>"),
    "English no": _custom("Confidential", "false"),
    "OpenDocument no": _meta("Geheim", "false"),
    "kind of advice": _custom("Soort advies", "Intern"),
    "named picture": _named_picture("logo_ministerie.png"),
    "variable": _variable("Ongerubriceerd"),
    "WordArt": _word_art("CONCEPT"),
    "box": _boxed("CONCEPT", "OPENBAAR"),
    "small WordArt": _boxed("CONCEPT", "versie 2", '<w:sz w:val="2"/>'),
    "field that shows nothing": _field("Ongerubriceerd"),
    "conditional text": _fields("definitief", "concept"),
    "hidden section": _unseen("Sjabloon versie 3, niet invullen"),
    "field": _custom("Rubricering", "Ongerubriceerd"),
    "empty field": _custom("Rubricering", " "),
    "blank variable": opendocument(f'<text:user-field-decl text:name="Vertrouwelijk" office:string-value=" "/>{ODT}'),
    "not classified": _custom("Classificatie", "Niet geclassificeerd"),
    "not confidential": _custom("Vertrouwelijkheid", "Niet vertrouwelijk"),
    "comment": _commented("Graag een bron."),
    "header": _headed("default", paragraph(run("CONCEPT"))),
    "struck": word(BODY + paragraph(run("Geheim", "<w:strike/>"))),
    "OpenDocument": _meta("Auteur", "A. Snoek"),
    "mail": MAIL.format("Sensitivity: Normal\n").encode(),
    "note": _noted("Graag een bron"),
    "slanting": _slanting("CONCEPT"),
    "page": _pages("Waterschap"),
    "head of a web page": _page(
        "<title>Nota over water</title><meta name=viewport content=width=device-width><meta name=robots>"
    ),
    "property of a web page": _page(_of_word("Company", "Ministerie van Water")),
    "picture": _pictured("Logo van het ministerie"),
    "SharePoint": _sharepoint("Rubricering", "Ongerubriceerd"),
    "own part of another program": _with(word(BODY), "customXml/item1.xml", "<a>Vertrouwelijk"),
    "deleted text": _deleted("Dit was [niet openbaar] gemeld."),
    "attachment": _attached("nota_interne_markt.pdf"),
    "comment for a program": _page("", "<!-- saved from url=(0014)about:internet -->"),
}


@pytest.mark.parametrize("name", CLOSED)
def test_a_mark_beside_the_text_closes_the_memo(name: str) -> None:
    agenda = import_memo(read_here(CLOSED[name])).agenda
    assert agenda.ground != "not yet read"
    assert "Kan dit" not in str(agenda)


@pytest.mark.parametrize("data", [f"{MAIL.format('')}\n\x0eEinde.".encode(), f"<html>{HTML}<p>\x0eEinde.".encode()])
def test_a_line_that_begins_with_the_sign_for_what_is_beside_the_text_is_kept(data: bytes) -> None:
    assert "\ufffdEinde." in [line.text for line in read_here(data).lines]


@pytest.mark.parametrize(
    ("name", "is_closed"),
    [
        ("nota_VERTROUWELIJK_v2.txt", True),
        ("20310303 nota (dep.v.) def.docx", True),
        ("nota dep_v.docx", True),
        ("notaDepV.docx", True),
        ("nota_DepV_v2.docx", True),
        ("memo-deptV.pdf", True),
        ("vertrouwelijkheid.docx", True),
        ("nota vertrouwelijkheid.docx", True),
        ("notaNAVOtop_DeVries_v2.docx", False),
        ("nota interne markt v2.docx", False),
        ("verslag intern overleg.docx", False),
    ],
)
def test_the_name_of_a_file_may_close_the_memo(name: str, is_closed: bool) -> None:
    assert (import_memo(read_here(word(BODY), Path(name))).agenda.ground != "not yet read") is is_closed


_BEGIN, _END = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
_ON_POINT = paragraph(f"{_BEGIN}{run(TEXT[4])}{_END}")
# The text with a comment, and what the public may read of its two points
PLACES = {
    "point": (BODY.replace(paragraph(run(TEXT[4])), _ON_POINT), {5}),
    "two points": (BODY.replace(run(TEXT[4]), _BEGIN + run(TEXT[4])).replace(run(TEXT[5]), run(TEXT[5]) + _END), set()),
    "between points": (
        BODY.replace(paragraph(run(TEXT[4])), _BEGIN + paragraph(run(TEXT[4])) + _END), {5},
    ),
    "only a reference": (
        BODY.replace(run(TEXT[4]), f'{run(TEXT[4])}<w:r><w:commentReference w:id="1"/></w:r>'), {5},
    ),
    "cell": (BODY + f"<w:tbl><w:tr><w:tc>{_ON_POINT}</w:tc><w:tc>{paragraph(run('x'))}</w:tc></w:tr></w:tbl>", {4, 5}),
}  # fmt: skip


@pytest.mark.parametrize("said", ["Deze zin weglaten", "Naam lakken en weglaten", "Dit punt mag niet naar de Kamer"])
@pytest.mark.parametrize("name", PLACES)
def test_a_comment_on_a_sentence_withholds_only_that_point(name: str, said: str) -> None:
    body, public = PLACES[name]
    comment = f'<w:comment w:id="1">{paragraph(run(said))}</w:comment>'
    agenda = import_memo(read_here(word(body, parts={"comments": comment}))).agenda
    shown = repr(plain(redact(lifted(agenda))))
    assert {place for place in (4, 5) if TEXT[place].strip("- ") in shown} == public
    assert "weglaten" not in repr(plain(agenda))
    assert agenda.ground == "not yet read"


@pytest.mark.parametrize("place", [0, 3, None])
def test_a_comment_on_no_point_closes_the_memo(place: int | None) -> None:
    body = BODY if place is None else BODY.replace(run(TEXT[place]), f"{_BEGIN}{run(TEXT[place])}{_END}")
    comment = f'<w:comment w:id="1">{paragraph(run("Deze zin weglaten"))}</w:comment>'
    assert import_memo(read_here(word(body, parts={"comments": comment}))).agenda.ground != "not yet read"


@pytest.mark.parametrize(
    "said",
    [
        "Vanaf deze zin niet openbaar",
        "Dit punt en punt 3 niet openbaar",
        "Deze alinea t/m punt 4 weglaten",
        "Dit bedrag en het percentage hieronder niet openbaar",
        "Deze passage, ook in de bijlage, niet openbaar",
        "Deze tekst is vertrouwelijk",
        "Deze zin lakken. De hele nota is vertrouwelijk.",
    ],
)
def test_a_comment_about_more_than_a_sentence_closes_the_memo(said: str) -> None:
    body = BODY.replace(paragraph(run(TEXT[4])), _ON_POINT)
    comment = f'<w:comment w:id="1">{paragraph(run(said))}</w:comment>'
    assert import_memo(read_here(word(body, parts={"comments": comment}))).agenda.ground != "not yet read"


@pytest.mark.parametrize("end", ["", '<office:annotation-end office:name="a"/>'])
def test_a_comment_of_opendocument_on_a_sentence_withholds_only_that_point(end: str) -> None:
    name = ' office:name="a"' if end else ""
    comment = f"<office:annotation{name}><text:p>Dit punt niet openbaar maken</text:p></office:annotation>"
    body = ODT.replace(TEXT[4], f"{comment}{TEXT[4]}{end}")
    agenda = redact(lifted(import_memo(read_here(opendocument(body))).agenda))
    assert (TEXT[4][2:] in repr(plain(agenda)), TEXT[5][2:] in repr(plain(agenda))) == (False, True)


@pytest.mark.parametrize(("name", "is_closed"), [("Vertrouwelijk", True), ("Niet_openbaar2", True), ("Sectie1", False)])
def test_a_section_named_after_a_mark_is_withheld(name: str, is_closed: bool) -> None:
    point = f"<text:p>{TEXT[4]}</text:p>"
    body = ODT.replace(point, f'<text:section text:name="{name}">{point}</text:section>')
    agenda = redact(lifted(import_memo(read_here(opendocument(body))).agenda))
    assert (TEXT[4][2:] in repr(plain(agenda)), TEXT[5][2:] in repr(plain(agenda))) == (not is_closed, True)


def test_a_label_that_is_a_mark_is_not_about_the_memo() -> None:
    row = "".join(f"<w:tc>{paragraph(run(each))}</w:tc>" for each in ("Intern", "DGWB en FEZ"))
    afterwards = f"{paragraph(run('Afstemming'))}<w:tbl><w:tr>{row}</w:tr></w:tbl>"
    assert import_memo(read_here(word(BODY + afterwards))).agenda.ground == "not yet read"


@pytest.mark.parametrize("mark", ["Woo: 5.1.2.e", "niet openbaar"])
def test_a_mark_in_a_cell_withholds_what_is_beside_it_and_nothing_below(mark: str) -> None:
    row = "".join(f"<w:tc>{paragraph(run(each))}</w:tc>" for each in (TEXT[4], mark))
    body = BODY.replace(paragraph(run(TEXT[4])), f"<w:tbl><w:tr>{row}</w:tr></w:tbl>")
    shown = repr(plain(redact(lifted(import_memo(read_here(word(body))).agenda))))
    assert (TEXT[4][2:] in shown, TEXT[5][2:] in shown) == (False, True)


@pytest.mark.parametrize("name", OPEN)
def test_other_words_beside_the_text_close_nothing(name: str) -> None:
    agenda = import_memo(read_here(OPEN[name])).agenda
    assert agenda.ground == "not yet read"
    assert "De dijk is sterk." in agenda.key_points


_NOTED = (*TEXT[:4], "De dijk is sterk.{}", "Het riet groeit.{}", "{} Vertrouwelijk.", "{} Rapport, 2030.")


def _with_endnotes(first: str, second: str) -> list[str]:
    """The lines of a memo with two endnotes, which have these numbers."""
    marks = iter((first, second, first, second))
    return [text.replace("{}", next(marks)) if "{}" in text else text for text in _NOTED]


def _printed(mark: str) -> str:
    return f") Tj {mark} Tj /F1 11 Tf 0 Ts ("


@pytest.mark.parametrize(
    "data",
    [
        "\n\n".join(_with_endnotes("[i]", "[ii]")).encode(),
        f"<html><body><p>{'<p>'.join(_with_endnotes('<sup>i</sup>', '<sup>ii</sup>'))}".encode(),
        *(
            pdf(f"BT /F1 11 Tf 70 700 Td 22 TL {' '.join(f'({each}) Tj T*' for each in _with_endnotes(*marks))} ET")
            for marks in (("i", "ii"), (_printed("/F1 7 Tf 5 Ts (i)"), _printed("/F1 7 Tf 5 Ts (ii)")))
        ),
    ],
    ids=["text", "web page", "PDF", "raised in a PDF"],
)
def test_a_mark_in_an_endnote_with_a_roman_number_withholds_the_memo(data: bytes) -> None:
    agenda = import_memo(read_here(data)).agenda
    assert lifted(agenda).public is False


@pytest.mark.parametrize("first", ["[i]", "i", "[a]", "[x]"])
def test_endnotes_with_roman_numbers_are_withheld_but_no_boxes(first: str) -> None:
    text = "\n\n".join(_with_endnotes(first, "[ii]")).replace("Vertrouwelijk", "Kadernota, 2029")
    agenda = redact(lifted(import_memo(read_here(text.encode())).agenda))
    assert ("Kadernota" in repr(plain(agenda)), "De dijk" in repr(plain(agenda))) == (first == "[x]", True)
