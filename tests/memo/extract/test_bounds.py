"""Files that are made to be slow or large are read or refused within a time limit. A refusal has a hint."""

import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.memo.extract.files import archive, pdf, word

from briefcli.errors import BriefError
from briefcli.memo.extract.source import read_memo

SECONDS = 4  # processor time, here and in the process that reads a PDF
_CELL = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _many_headers() -> bytes:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    header = f"<w:hdr {names}>" + "<w:p><w:r><w:t>kop</w:t></w:r></w:p>" * 1_000 + "</w:hdr>"
    around = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = "".join(
        f'<Relationship Id="h{n}" Type="{_RELATION}/header" Target="header{n}.xml"/>' for n in range(16)
    )
    return archive({
        "word/document.xml": f"<w:document {names}><w:body><w:p/></w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{around}">{relations}</Relationships>',
        **{f"word/header{n}.xml": header for n in range(16)},
    })  # fmt: skip


def _growing_pdf() -> bytes:
    """A page whose drawing operators take some kilobytes in the file, and 40 MB when they are unpacked."""
    data = zlib.compress(zlib.compress(b" " * 40_000_000, 9), 9)
    about = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter [/FlateDecode /FlateDecode] /Length %d >>"
    form = about % len(data) + b"\nstream\n%b\nendstream" % data
    return pdf("/X0 Do", objects=(form,), resources="/XObject << /X0 6 0 R >>")


def _nested_forms(depth: int = int(os.environ.get("BRIEF_TEST_FORMS", "11"))) -> bytes:
    """Forms that each draw the next one twice; with BRIEF_TEST_FORMS=40 more than any computer can draw."""
    forms = []
    for number in range(depth):
        below = 7 + number if number + 1 < depth else 6
        stream = b"/X Do /X Do" if number + 1 < depth else b"0 0 1 1 re f"
        forms.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >> "
            b"/Length %d >>\nstream\n%b\nendstream" % (below, len(stream), stream)
        )
    return pdf("/X0 Do", objects=tuple(forms), resources="/XObject << /X0 6 0 R >>")


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a row of 2,000 cells": lambda: word(f"<w:tbl><w:tr>{_CELL * 2_000}</w:tr></w:tbl>"),
    "16 headers": _many_headers,
    "1,000,000 paragraphs": lambda: word("<w:p/>" * 1_000_000),
    "a PDF that grows": _growing_pdf,
    "forms in forms": _nested_forms,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_or_refused_in_time(name: str) -> None:
    data = HOSTILE[name]()
    assert len(data) < 3_000_000
    before = _processor()
    refused: BriefError | None = None
    try:
        read_memo(Path("memo"), data)
    except BriefError as error:
        refused = error
    assert _processor() - before < SECONDS
    assert refused is None or refused.hint


def _processor() -> float:
    """The processor time of this process and its children, in seconds."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
