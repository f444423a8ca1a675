"""Generates the memo of tests/memo/fixtures as PDF, Word and OpenDocument, with LibreOffice.

    python tests/bench/make_memo_fixtures.py

The memo is written here as flat OpenDocument: a table of two columns at the top, lists in two levels, footnotes, a
page header and page numbers. Its contents are fictitious.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

FIXTURES = Path(__file__).parent.parent / "memo" / "fixtures"
NAME = "jachtraad"

HEAD = [
    ("TER BESLISSING", ""),
    ("Aan", "de minister van Vissen"),
    ("Van", "DG Water"),
    ("Datum", "4 maart 2024"),
    ("Onze referentie", "2024-0000123456"),
    ("Opgesteld door", "A. Snoek"),
    ("Bijlage(n)", "2"),
    ("Afgestemd met", "Financiën en Buitenlandse Zaken"),
]
NOTES = {
    "brief": "Kamerstuk 21 501-32, nr. 1500 van 12 januari 2024",
    "motie": "Kamerstuk 29 675, nr. 210 van 7 februari 2024",
}
BODY: list[tuple[str, str]] = [
    ("title", "Geannoteerde agenda voor de Landbouw- en Visserijraad"),
    ("heading", "Aanleiding"),
    (
        "text",
        ("Op 18 en 19 maart 2024 komt de Landbouw- en Visserijraad bijeen in Luxemburg. De Kamer voert daarover op "
        "13 maart 2024 een commissiedebat. De Kamerbrief wordt voorafgaand aan het debat verzonden."),
    ),
    ("heading", "Geadviseerd besluit"),
    ("number", "In te stemmen met de geannoteerde agenda."),
    ("number", "De Kamerbrief te ondertekenen."),
    ("heading", "Kernpunten"),
    ("bullet", "De Raad bestaat uit twee werksessies:"),
    (
        "inner",
        ("De eerste werksessie gaat over vangstquota. Op de agenda staat het voorstel van de Commissie. Nederland "
        "pleit voor een meerjarige aanpak. Deze aanpak geeft vissers zekerheid."),
    ),
    (
        "inner",
        ("De tweede werksessie gaat over waterkwaliteit, in aanwezigheid van de Eurocommissaris. Besproken worden "
        "de metingen van vorig jaar."),
    ),
    ("bullet", "De inzet sluit aan bij de eerdere brief.[brief] Daarmee verandert er voor de sector weinig."),
    ("bullet", "Na afloop van de Raad spreken de ministers met vertegenwoordigers van de visserij."),
    ("heading", "Toelichting"),
    ("heading", "Politieke context"),
    ("bullet", "De motie Voorn c.s.[motie] vraagt om een hogere bijdrage aan het binnenwater."),
    ("heading", "Financiële overwegingen"),
    (
        "bullet",
        ("De kosten zijn gedekt op de begroting van het ministerie (1,5 miljoen euro in 2024 en 2,25 miljoen euro in "
        "2025). Dit bedrag is met de medewetgever besproken en ongewijzigd gebleven."),
    ),
    ("heading", "Communicatie"),
    ("bullet", "DCO bereidt woordvoeringslijnen voor in aanloop naar het commissiedebat op 13 maart."),
    ("heading", "Informatie die niet openbaar gemaakt kan worden"),
    ("text", "De namen van ambtenaren zijn gelakt vanwege de bescherming van hun persoonlijke levenssfeer."),
]  # fmt: skip

_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.15cm"/>
<style:text-properties fo:font-size="10pt" fo:language="nl" fo:country="NL"/></style:style>
<style:style style:name="Kop" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-top="0.4cm"/><style:text-properties fo:font-weight="bold"/></style:style>
</office:styles>
<office:automatic-styles>
<text:list-style style:name="Punten"><text:list-level-style-bullet text:level="1" text:bullet-char="•">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment
 text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/></style:list-level-properties>
</text:list-level-style-bullet><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=".">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment
 text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties>
</text:list-level-style-number></text:list-style>
<text:list-style style:name="Nummers">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment
 text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/></style:list-level-properties>
</text:list-level-style-number></text:list-style>
<style:page-layout style:name="Blad"><style:page-layout-properties fo:page-width="14.8cm" fo:page-height="21cm"
 fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="2cm"/>
<style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Blad">
<style:header><text:p>Ministerie van Vissen en Vijvers</text:p></style:header>
<style:footer>
<text:p>Pagina <text:page-number text:select-page="current"/> van <text:page-count/></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>{content}</office:text></office:body></office:document>
"""
_LOCKED_PDF = (
    'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
    '"DocumentOpenPassword":{"type":"string","value":"snoek"}}'
)


def main() -> int:
    office = shutil.which("soffice")
    if office is None:
        sys.stderr.write("soffice is not installed (Debian: libreoffice-writer-nogui)\n")
        return 1
    FIXTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{NAME}.fodt")
        source.write_text(_DOCUMENT.format(content=_head() + _body()), encoding="utf-8")
        for form in ("pdf", "docx", "odt"):
            command = [office, "--headless", "--convert-to", form, "--outdir", str(FIXTURES), str(source)]
            subprocess.run(command, check=True, capture_output=True)
        locked = Path(folder, "locked.docx")
        shutil.copy(FIXTURES / f"{NAME}.docx", locked)
        command = [office, "--headless", "--convert-to", _LOCKED_PDF, "--outdir", str(FIXTURES), str(locked)]
        subprocess.run(command, check=True, capture_output=True)
    return 0


def _head() -> str:
    rows = (
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in HEAD
    )
    return f'<table:table><table:table-column table:number-columns-repeated="2"/>{"".join(rows)}</table:table>'


def _body() -> str:
    pieces: list[str] = []
    open_list: str | None = None
    for kind, text in [*BODY, ("end", "")]:
        style = {"bullet": "Punten", "inner": "Punten", "number": "Nummers"}.get(kind)
        if open_list and style != open_list:
            pieces.append("</text:list>")
        if style and style != open_list:
            pieces.append(f'<text:list text:style-name="{style}">')
        open_list = style
        pieces.append(_paragraph(kind, text))
    return "".join(pieces)


def _paragraph(kind: str, text: str) -> str:
    words = escape(text)
    for key, note in NOTES.items():
        words = words.replace(
            f"[{key}]",
            '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
            f"<text:note-body><text:p>{escape(note)}</text:p></text:note-body></text:note>",
        )
    if kind == "end":
        return ""
    style = ' text:style-name="Kop"' if kind in {"heading", "title"} else ""
    paragraph = f"<text:p{style}>{words}</text:p>"
    if kind in {"bullet", "number"}:
        return f"<text:list-item>{paragraph}</text:list-item>"
    if kind == "inner":
        return f"<text:list-item><text:list><text:list-item>{paragraph}</text:list-item></text:list></text:list-item>"
    return paragraph


if __name__ == "__main__":
    sys.exit(main())
