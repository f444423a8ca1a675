"""A paper as PDF by typst: accessible (PDF/UA-1) and archivable (PDF/A-2a). Texts go to it as data, never as markup."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from briefcli.catalog import later, tr
from briefcli.errors import BriefError
from briefcli.render.paper_parts import parts_of
from briefcli.views.paper import Paper

_TEMPLATE = Path(__file__).parent / "templates" / "paper.typ"
EXTRA = later("install it: pip install 'briefcli[papers]'")
_STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]  # typst refuses to write what breaks them
# Letters that the fonts which come with typst hold; a PDF/A file may show no other
_IN_FONTS = re.compile(
    r"[^\n\x20-\x7e\xa0-\u024f\u02c6-\u02dd\u0370-\u03ff\u0400-\u045f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u2195\u2260\u2264\u2265]"
)


def render_pdf(paper: Paper) -> bytes:
    """Raises BriefError where typst is not there, or refuses the paper."""
    try:
        import typst
    except ImportError as error:
        raise BriefError(tr("PDF needs a library that is not installed"), tr(EXTRA)) from error
    parts = parts_of(paper)
    parts["document_title"] = f"{parts['internal']}: {parts['title']}" if parts["internal"] else parts["title"]
    parts["made_on"] = [paper.made.year, paper.made.month, paper.made.day]
    parts["logo"] = f"logo.{paper.logo.kind}" if paper.logo else ""
    parts["maker_or_logo"] = parts["maker"] or tr("Logo")
    text = json.dumps(parts, ensure_ascii=False)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "paper.typ").write_bytes(_TEMPLATE.read_bytes())
        if paper.logo:
            (root / parts["logo"]).write_bytes(paper.logo.data)
        for data in (text, _IN_FONTS.sub("\N{WHITE SQUARE}", text)):
            try:
                made = typst.compile(
                    root / "paper.typ", root=root, sys_inputs={"paper": data}, format="pdf", pdf_standards=[*_STANDARDS]
                )
            except RuntimeError as error:
                refused = error
                continue
            return bytes(made)
    raise BriefError(tr("the PDF cannot be made: {reason}", reason=str(refused)), tr("export it as docx or html"))
