"""Files that are made to be slow or large are read or refused within a time limit. A refusal has a hint."""

import os
from pathlib import Path

import pytest
from tests.memo.extract.files import archive, pdf, word

from briefcli.errors import BriefError
from briefcli.memo.extract import package
from briefcli.memo.extract import pdf as pdf_reading
from briefcli.memo.extract.source import read_memo

SECONDS = 2  # processor time, here and in the process that reads a PDF
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _wide_row() -> bytes:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>'
    return word(f"<w:tbl><w:tr>{cell * 200}</w:tr></w:tbl>")


def _many_headers() -> bytes:
    """No header has more elements than a file may have, but all together have."""
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    header = f"<w:hdr {names}>" + "<w:p><w:r/></w:p>" * 1_000 + "</w:hdr>"
    around = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = "".join(
        f'<Relationship Id="h{n}" Type="{_RELATION}/header" Target="header{n}.xml"/>' for n in range(12)
    )
    return archive({
        "word/document.xml": f"<w:document {names}><w:body><w:p/></w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{around}">{relations}</Relationships>',
        **{f"word/header{n}.xml": header for n in range(12)},
    })  # fmt: skip


def _nested_forms() -> bytes:
    """Forms that each draw the next one twice: more than any computer can draw."""
    forms = [
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >> "
        b"/Length 11 >>\nstream\n/X Do /X Do\nendstream" % (7 + number)
        for number in range(40)
    ]
    last = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 12 >>\nstream\n0 0 1 1 re f\nendstream"
    return pdf("/X0 Do", objects=(*forms, last), resources="/XObject << /X0 6 0 R >>")


# Each file, and words of the message that refuses it (none if it is read)
HOSTILE = {
    "a row of 200 cells of 100,000 columns": (_wide_row, ""),
    "12 headers": (_many_headers, "overload"),
    "30,000 paragraphs": (lambda: word("<w:p/>" * 30_000), "overload"),
    "forms in forms": (_nested_forms, "too much time"),
    "900,000 blank lines": (lambda: b"\n" * 900_000 + b"De dijk", "overload"),
    "a mail of 900,000 blank lines": (
        lambda: b"From: a@b.nl\nMIME-Version: 1.0\n\n" + b"\n" * 900_000 + b"x",
        "overload",
    ),
    "tags without an end": (lambda: b"<html><p>x" + b"<!--" * 100_000 + b"<o:a " * 100_000, ""),
    "a picture with a long name": (lambda: b"<html><p>x<img src='" + b"_" * 100_000 + b" v'>", ""),
    "a picture of many versions": (lambda: b"<html><p>x<img src='a" + b"_def" * 60 + b"_v.png'>", ""),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_or_refused_in_time(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert package.MOST_ELEMENTS <= 200_000, "this many take a second"
    monkeypatch.setattr(package, "MOST_ELEMENTS", 20_000)
    monkeypatch.setattr(pdf_reading, "_LONGEST", 0.4)
    make, said = HOSTILE[name]
    data = make()
    assert len(data) < 3_000_000
    before = _processor()
    if said:
        with pytest.raises(BriefError, match=said) as refused:
            read_memo(Path("memo"), data)
        assert refused.value.hint
    else:
        read_memo(Path("memo"), data)
    assert _processor() - before < SECONDS


def test_an_indent_has_a_limit() -> None:
    indent = read_memo(Path("memo.txt"), b"Riet\n" + b" " * 900_000 + b"De dijk").lines[1].text.removesuffix("De dijk")
    assert 0 < len(indent) < 1000


def _processor() -> float:
    """The processor time of this process and its children, in seconds."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
