"""What a file says outside its text can close the memo: in properties, comments, headers, notes and slanting text."""

import io
import zipfile

import pytest
from tests.memo.extract.files import archive, opendocument, paragraph, pdf, read_here, run, word

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


def _pages(*edges: str) -> bytes:
    return pdf(*(f"{PAGE} BT /F1 9 Tf 70 800 Td ({edge}) Tj ET" for edge in edges))


def _slanting(text: str) -> bytes:
    return pdf(f"q 0.95 g BT /F1 60 Tf 0.7 0.7 -0.7 0.7 120 200 Tm ({text}) Tj ET Q {PAGE}")


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
    "comment of a web page": f"<html><body>{HTML}<div style='mso-element:comment-list'><p>Vertrouwelijk</div>".encode(),
    **{
        each: MAIL.format(f"{each}\n").encode()
        for each in (
            "Sensitivity: Company-Confidential",
            "Sensitivity: Private",
            "X-Classification: VERTROUWELIJK",
            f"msip_labels: {LABEL[:-5]}_Enabled=True;{LABEL}=Departementaal Vertrouwelijk",
        )
    },
    "yes or true": _custom("Vertrouwelijk", "true"),
    "note": _noted("Niet openbaar maken"),
    "slanting": _slanting("VERTROUWELIJK"),
    "one page": _pages("Waterschap", "Departementaal Vertrouwelijk", "Waterschap"),
    "only page": _pages("Vertrouwelijk"),
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
    "field": _custom("Rubricering", "Ongerubriceerd"),
    "empty field": _custom("Rubricering", " "),
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
}


@pytest.mark.parametrize("name", CLOSED)
def test_a_mark_beside_the_text_closes_the_memo(name: str) -> None:
    agenda = import_memo(read_here(CLOSED[name])).agenda
    assert agenda.ground != "not yet read"
    assert "Kan dit" not in str(agenda)


@pytest.mark.parametrize("data", [f"{MAIL.format('')}\n\x0eEinde.".encode(), f"<html>{HTML}<p>\x0eEinde.".encode()])
def test_a_line_that_begins_with_the_sign_for_what_is_beside_the_text_is_kept(data: bytes) -> None:
    assert "\ufffdEinde." in [line.text for line in read_here(data).lines]


@pytest.mark.parametrize("name", OPEN)
def test_other_words_beside_the_text_close_nothing(name: str) -> None:
    agenda = import_memo(read_here(OPEN[name])).agenda
    assert agenda.ground == "not yet read"
    assert "De dijk is sterk." in agenda.key_points
