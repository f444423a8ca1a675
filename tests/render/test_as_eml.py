"""A mail has a plain and an HTML body with the same text."""

import email
from email.policy import default

from briefcli.render.as_eml import render_eml
from briefcli.views.cell import Words
from briefcli.views.view import Remark, View


def test_both_bodies_keep_the_words_and_the_spaces_between_them() -> None:
    view = View(data=None, blocks=(Remark(("De laatste was ", Words("Raad & Co_x"), " (", Words("<raad>"), ")")),))
    message = email.message_from_string(render_eml(view, "Één regel"), policy=default)
    plain, html = (message.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    assert html is not None
    assert plain.get_content().strip() == "De laatste was Raad & Co_x (<raad>)"
    assert "De laatste was Raad &amp; Co_x (&lt;raad&gt;)" in html.get_content()
    assert message["X-Unsent"] == "1"
    assert not message.defects
