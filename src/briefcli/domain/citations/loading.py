"""The declared forms of citation, loaded: only reading a text needs them."""

from importlib import import_module

from briefcli.domain.citations.form import Form
from briefcli.domain.citations.forms import FORMS


def form(file: str) -> Form:
    found: Form = import_module(f"{__package__}.{file}").FORM
    return found


def all_forms() -> list[Form]:
    return [form(file) for file in FORMS]
