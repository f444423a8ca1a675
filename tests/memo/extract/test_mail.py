"""A mail saved as a file: its head, its visible text, and what is reported about the rest."""

from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples
from tests.memo.extract.files import HIDDEN, SEEN

from briefcli.domain.redaction import lifted, redact
from briefcli.errors import BriefError
from briefcli.memo.extract.source import read_memo
from briefcli.memo.importer import import_memo
from briefcli.memo.text import MemoText


def _mail(text: str = "", html: str = "") -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Snoek, Ruben (DWB) <r.snoek@minwater.nl>"
    mail["To"] = "Berg, Aafke van den <a@minwater.nl>, Çelik Ünal <u@minwater.nl>"
    mail["Date"] = "Tue, 04 Feb 2031 23:47:00 +0000"
    mail["Subject"] = "Milieuraad – de reële koers"
    if text or not html:
        mail.set_content(text)
    if html and text:
        mail.add_alternative(html, subtype="html")
    elif html:
        mail.set_content(html, subtype="html")
    return mail


def _read(mail: EmailMessage | bytes) -> MemoText:
    return read_memo(Path("mail.eml"), mail if isinstance(mail, bytes) else mail.as_bytes())


def _body(memo: MemoText) -> list[str]:
    texts = [line.text for line in memo.lines]
    return [text for text in texts[texts.index("") + 1 :] if text]


@pytest.mark.parametrize("zone", ["+0000", "-0000", "GMT"])
def test_the_head_has_the_labels_of_outlook_and_dutch_time(zone: str) -> None:
    mail = _mail("De Milieuraad is op 12 februari 2031.\n")
    mail.replace_header("Date", f"Tue, 04 Feb 2031 23:47:00 {zone}")
    memo = _read(mail)
    assert [line.text for line in memo.lines] == [
        "Van: Snoek, Ruben (DWB) <r.snoek@minwater.nl>",
        "Verzonden: 05-02-2031 00:47",
        "Aan: Berg, Aafke van den <a@minwater.nl>, Çelik Ünal <u@minwater.nl>",
        "Onderwerp: Milieuraad – de reële koers",
        "",
        "De Milieuraad is op 12 februari 2031.",
        "",
    ]
    assert memo.remarks == []


def test_a_mail_becomes_an_agenda_without_names_in_its_summary() -> None:
    lines = (
        "Beste Aafke,\n\nDe Milieuraad is op 12 februari 2031 in Brussel.\n\n"
        "1. DWB levert de lijst uiterlijk 6 februari 2031.\n2. Ruben belt.\n"
    )
    agenda = import_memo(_read(_mail(lines))).agenda
    assert str(agenda.when) == "2031-02-12"
    assert [str(each.due) for each in agenda.deadlines] == ["2031-02-06"]
    for public in (redact(agenda), redact(lifted(agenda))):
        assert [name for name in ("Snoek", "Aafke", "Berg", "Ruben", "Ünal", "@") if name in str(public)] == []
    assert len(agenda.withheld) == len(redact(lifted(agenda)).withheld) == 3
    assert [str(each.due) for each in redact(lifted(agenda)).deadlines] == ["2031-02-06"]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_text_may_be_encoded_in_any_usual_way(encoding: str, charset: str) -> None:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "a@minwater.nl"
    mail.set_content("Financiën en één reden.\n", charset=charset, cte=encoding)
    assert _body(_read(mail)) == ["Financiën en één reden."]


def test_a_mail_in_html_only_is_read_as_displayed() -> None:
    html = (
        "<style>p.MsoNormal{margin:0cm;font-size:11.0pt} a:link{color:blue}</style><p class=MsoNormal>Beste&nbsp;Aafke,"
        "<p>De <b>Milieu</b>raad &amp; meer<br>tweede regel"
        "<ol start=3><li>drie<li>vier<ul><li>punt</ul><li value=9>negen</ol>"
        "<table><tr><td>Wat<td>Wanneer<td>Wie<tr><td>Agenda<td>10 feb 2031<td></table>a < b<script>x</script><!-- y -->"
    )
    assert _body(_read(_mail(html=html))) == [
        "Beste Aafke,", "De Milieuraad & meer", "tweede regel", "3. drie", "4. vier", "  • punt", "9. negen",
        "• Wat | Wanneer | Wie", "• Agenda | 10 feb 2031 | –", "a < b",
    ]  # fmt: skip


def test_a_field_above_the_memo_may_close_it() -> None:
    text = "Hierbij de nota.\n\nOpenbaar: [ ] ja [x] nee\n\nAanleiding\nHet water.\n\nKernpunten\n- De dijk.\n"
    assert import_memo(_read(_mail(text))).agenda.ground == "Openbaar: nee"


def test_of_two_forms_of_a_text_the_html_is_read() -> None:
    assert _body(_read(_mail(f"{SEEN}\nop twee regels", f"<p>{SEEN} op twee regels"))) == [f"{SEEN} op twee regels"]
    invitation = _mail(SEEN)
    invitation.add_alternative("BEGIN:VCALENDAR", subtype="calendar")
    assert _body(_read(invitation)) == [SEEN]
    assert _body(_read(_mail(SEEN, f"<p><img src=x><p hidden>{HIDDEN}"))) == [SEEN]
    struck = _read(_mail(f"{SEEN} {HIDDEN}", f"<p>{SEEN} <s>{HIDDEN}</s>"))
    assert _body(struck) == [SEEN]
    assert struck.remarks == ["struck-through text is left out"]


_STYLES = {
    "display:none", "display:none !important;display:block", "visibility:hidden", "mso-hide:all", "opacity:0",
    "color:#fff",
    "color:white", "color:rgb(250, 250, 250)", "color:rgba(0,0,0,0)", "color:transparent", "color:snow", "color:#fffe",
    "background:#000", "background-color:black", "font-size:1px", "font-size:0", "font:0/0 a", "font-size:2%",
    "max-height:0;overflow:hidden", "text-indent:-9999px", "margin:0 0 0 -900px", "position:absolute;left:-9999px",
    "clip:rect(0,0,0,0)", "text-decoration:line-through", "color:hsl(0 0% 100%)", "letter-spacing:-2em",
    "line-height:1px",
    "color:#c00;background:rgb(192,0,0)", "background:url(x.png)", "font-family:Wingdings",
    "scale:0", "translate:-9999px 0", "rotate:x 90deg", "mask:linear-gradient(#0000,#0000)", "filter:invert(1)",
    "inset:-9999px", "padding-left:9999px", "zoom:0.01", "max-width:0;overflow-x:hidden",
    "overflow:clip;block-size:0", "text-indent:100%;overflow:hidden", "position:absolute;left:-100%",
    "padding-inline-start:9999px", "overflow:hidden;height:0%",
}  # fmt: skip
_BROKEN = {  # broken or misplaced tags hide the same text as in a mail program
    "end of another element": f"<div><span style='display:none'><div></span>{HIDDEN}</div></div>",
    "goes on in the next paragraph": f"<p><font color=white>x</p><p>{HIDDEN}</p></font>",
    "sign in an attribute": f"<span title='>' style='display:none'>{HIDDEN}</span>",
    "attribute without quotes": f"<span style=display:none>{HIDDEN}</span>",
    "hidden": f"<div hidden><p>{HIDDEN}</div>", "struck": f"<del><p>{HIDDEN}</p></del>",
    "cell": f"<table><tr><td bgcolor=#000000>{HIDDEN}</table>",
    "never closed": f"<p>x</p><div style='display:none'>{HIDDEN}",
    "class": f"<style>.a{{display:none}}</style><p class='b a'>{HIDDEN}</p>",
    "class among many rules": f"<style>{'.b .c{color:#111}' * 1400}.a{{display:none}}</style><p class=a>{HIDDEN}</p>",
    "class that is declared below": f"<p class=a>{HIDDEN}</p><style><!-- p.a {{color:#FFF}} --></style>",
    "class in something else": f"<style>@media x{{.b .a:first-child{{display:none}}}}</style><p class=a>{HIDDEN}</p>",
    "id": f"<style>#a{{mso-hide:all}}</style><p id=a>{HIDDEN}</p>", "template": f"<template>{HIDDEN}</template>",
    "attribute of a sheet": f"<style>p[lang]{{opacity:0}}</style><p lang=nl>{HIDDEN}</p>",
    "variable": f"<style>:root{{--a:var(--b);--b:#fff}}</style><p style='color:var(--a)'>{HIDDEN}</p>",
    "variable of a part": f"<style>:root{{--a:red}}.x{{--a:none}}</style><p style='display:var(--a)'>{HIDDEN}</p>",
    "variable of an element": f"<style>body{{--a:red}}</style><b style='--a:white;color:var(--a)'>{HIDDEN}</b>",
    "variables of two parts": "<style>:root{--a:#000;--b:#fff}.x{--a:#888}.y{--b:#888}.z{--b:#fff}</style>"
    f"<p style='color:var(--a);background:var(--b)'>{HIDDEN}</p>",
    "two values for all": f"<style>body{{--a:#fff}}:root{{--a:#000}}b{{color:var(--a)}}</style><b>{HIDDEN}</b>",
    "last of many parts": f"<style>:root{{--a:#000}}{'.x{--a:#111}' * 60}.y{{--a:#fff}}</style>"
    f"<p style='color:var(--a)'>{HIDDEN}</p>",
    "unknown variable": f"<p style='color:var(--a)'>{HIDDEN}</p>",
    "value instead of a variable": f"<p style='color:var(--a, white)'>{HIDDEN}</p>",
    "comment of Google Docs": f"<div><a href='#cmnt_ref1' id='cmnt1'>[a]</a><p>{HIDDEN}</p><p>{HIDDEN}</p></div>",
    "comment of Google Docs in a paragraph": f"<p><a href='nota.html#cmnt_ref1'>[a]</a>{HIDDEN}</p>",
    "comment of Word": f"<div><div id=_com_1 class=msocomtxt><p class=MsoCommentText>{HIDDEN}</p></div></div>",
    "without scripts": f"<noscript>{HIDDEN}</noscript>", "blurred": f"<p style='filter:blur(5px)'>{HIDDEN}</p>",
    "comment": f"<!-->x<!-- {HIDDEN} --!>", "tag that never ends": f"</p><p>x</p><b title='{HIDDEN}",
}  # fmt: skip


@pytest.mark.parametrize(
    "html", [*(f"<p style='{each}'>{HIDDEN}</p>" for each in sorted(_STYLES)), *_BROKEN.values()]
)  # fmt: skip
def test_invisible_text_of_html_is_left_out(html: str) -> None:
    memo = _read(_mail(html=f"<p>{SEEN}</p>{html}"))
    assert SEEN in _body(memo)
    assert HIDDEN not in "\n".join(line.text for line in memo.lines)


@pytest.mark.parametrize("style", sorted(_STYLES))
def test_dropped_hidden_text_of_html_is_reported(style: str) -> None:
    assert _read(_mail(html=f"<p>{SEEN}</p><p style='{style}'>{HIDDEN}</p>")).remarks


@pytest.mark.parametrize(
    "html",
    [
        f"<p style='color:windowtext;margin-left:36.0pt;text-indent:-18.0pt;line-height:105%'>{SEEN}</p>",
        f"<table style='background:#003'><tr><td style='color:#fff'>{SEEN}</table>", f"<p><s>weg</s></p>{SEEN}"[11:],
        f"<style>.h{{color:white}}.d{{background:#036}}</style><p class='h d'>{SEEN}</p>", f"<pre>{SEEN}</pre>",
        f"<style>a:hover{{color:white}} .x{{display:none}}</style><a href='y'>{SEEN}</a>",
        f"<style>::-webkit-scrollbar{{display:none}}</style><p>{SEEN}</p>",
        f"<style>p:empty{{display:none}}:-ms-input-placeholder{{color:white}}</style><p>{SEEN}</p>",
        f"<div style='overflow:hidden;width:30%;scale:1'><p style='text-indent:10%'>{SEEN}</p></div>",
        f"<p><a href='https://dijk.nl/#cmnt-12'>{SEEN}</a></p>",
        f"<div style='background:#036;color:#fff'><p><span style='background:transparent'>{SEEN}</span></div>",
        f"<style>@media (prefers-color-scheme:dark){{p{{color:#fff}}}}[data-ogsc] p{{color:#fff}}</style><p>{SEEN}</p>",
        f"<style>:root{{--a:#111}}@media print{{:root{{--a:#000}}}}p{{color:var(--a)}}</style><p>{SEEN}</p>",
        f"<style>.x{{--a:#eee;--b:#111}}p{{color:var(--a,#333);background:var(--b,#fff)}}</style><p>{SEEN}</p>",
        f"<span style='font:700 11pt Calibri;color:#444'>{SEEN}</span>", f"<p style='font-size:8pt'>{SEEN}<p></p>",
    ],
)  # fmt: skip
def test_text_that_only_seems_hidden_in_html_is_read(html: str) -> None:
    memo = _read(_mail(html=html))
    assert SEEN in _body(memo)
    assert memo.remarks == []


def test_text_after_a_part_for_readers_without_scripts_is_read() -> None:
    assert _body(_read(_mail(html=f"<noscript><p>{HIDDEN}</noscript>{SEEN}"))) == [SEEN]


def test_attached_mails_are_read_and_other_attachments_reported() -> None:
    mail, inner = _mail("Zie onder.\n"), _mail("Oud nieuws.\n")
    mail.add_attachment(inner)
    mail.add_attachment(b"x", maintype="application", subtype="pdf", filename="bijlage één.pdf")
    memo = _read(mail)
    assert [text for text in _body(memo) if "nieuws" in text or text.startswith("Onderwerp")] == [
        "Onderwerp: Milieuraad – de reële koers",
        "Oud nieuws.",
    ]
    assert memo.remarks == ["what is attached to the mail is not read, so import it by itself: bijlage één.pdf"]


_HEAD = b"From: a@minwater.nl\nMIME-Version: 1.0\n"
_PARTS = _HEAD + b'Content-Type: multipart/mixed; boundary="b"\n\n'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (_HEAD + b"Content-Type: message/rfc822\n\n" * 3000 + b"x", "overload"),
        (_PARTS + b"--b\n\nx\n" * 20_000, "overload"),
        (_HEAD + b"Content-Type: text/html\n\n" + b"<p>" * 110_000, "overload"),
        (_HEAD + b"Content-Type: text/html\n\n" + b"<b>" * 9_000, "overload"),
        (_HEAD + b"Content-Type: text/html\n\n<style>" + b"a,p," * 300_000 + b"{color:red}</style>", "overload"),
        (_HEAD + b"Content-Type: application/pkcs7-mime; name=smime.p7m\n\nMIIB", "encrypted"),
        (_PARTS + b"--b\nContent-Type: image/png; name=x.png\n\nxx\n--b--\n", "no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "__substg1.0_".encode("utf-16-le"), r"Outlook \(.msg\)"),
    ],
)
def test_an_unreadable_mail_is_refused_with_a_hint(data: bytes, message: str) -> None:
    with pytest.raises(BriefError, match=message) as refused:
        _read(data)
    assert refused.value.hint


def test_a_truncated_mail_is_read_and_reported() -> None:
    memo = _read(_PARTS + b"--b\nContent-Type: text/plain\n\nHet begin")
    assert _body(memo) == ["Het begin"]
    assert memo.remarks == ["the mail is broken or cut off, so a part of its text may be missing"]


def test_a_memo_that_starts_with_labels_is_no_mail() -> None:
    text = b"Van: DWB\nAan: de minister\nDatum: 3 februari 2031\n\nNota\n"
    assert len(read_memo(Path("memo.txt"), text).lines) == 6


_PIECES = [
    b"=?utf-8?q?", b"?=", b"<", b"\n\n", b"--", b"\xff", b"\0", b"Content-Type: message/rfc822\n", b"charset=idna",
    b"Content-Transfer-Encoding: base64\n", b"<style>", b"<td>", b"&#99999999999;", b"Date: ", b"{", b"}",
]  # fmt: skip


@settings(max_examples=examples(30))
@given(st.data())
def test_any_broken_mail_is_read_or_refused(data: st.DataObject) -> None:
    mail = bytearray(_mail("Een\ntwee", "<p style='color:red'>Een<ol><li>twee</ol>").as_bytes())
    for piece, place in data.draw(st.lists(st.tuples(st.sampled_from(_PIECES), st.integers(0, len(mail))), max_size=8)):
        mail[place:place] = piece
    with suppress(BriefError):
        _read(bytes(mail[: data.draw(st.integers(1, len(mail)))]))
