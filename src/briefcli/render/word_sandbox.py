"""Guards against templates of others: looks what such a file holds, and limits what it can do when filled in."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefcli.catalog import tr
from briefcli.errors import UsageError

_LARGEST = 50_000_000  # bytes when unpacked
_FILTERS = ("capitalize", "default", "first", "join", "last", "length", "lower", "replace", "title", "trim", "upper")
_ATTACHED = "attachedTemplate"  # the end of the relation's address, and the element in the settings
_MACROS = ("vbaproject", "vbadata", "activex", "/embeddings/")  # in the name of a part


class Sandbox(ImmutableSandboxedEnvironment):
    """It shows fields, in loops and conditions. It calls nothing, and cannot make much out of little."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ARG002  # Jinja's own parameters
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        raise SecurityError(tr("a template cannot calculate with {operator}", operator=operator))


class MadeWhenShown:
    """A value that is made only when a template shows it; a template can do nothing else with it."""

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make

    def __html__(self) -> str:
        return self._make()


def require_sane(data: bytes) -> None:
    """Raises UsageError for what is no zip file, would fill the memory, or holds macros or other programs."""
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
    except BadZipFile as error:
        raise UsageError(tr("this template is no Word document"), tr("save it in Word as .docx")) from error
    if sum(each.file_size for each in parts) > _LARGEST:
        raise UsageError(tr("this template is too large"), tr("keep it under 50 MB"))
    if any(name in each.filename.casefold() for name in _MACROS for each in parts):
        raise UsageError(tr("this template has macros or other programs in it"), tr("save it in Word as .docx"))


def cut_loose(document: Any) -> None:
    """Remove the link to the file that the template was made from, which tells where that file is.

    Raises UsageError where Word would fetch something from elsewhere when it opens the paper.
    """
    for part in (document.part.package, *document.part.package.iter_parts()):
        for id_, link in list(part.rels.items()):
            if not link.is_external or link.reltype == RELATIONSHIP_TYPE.HYPERLINK:
                continue
            if not link.reltype.endswith(f"/{_ATTACHED}"):
                hint = tr("put it in the template itself")
                raise UsageError(tr("this template fetches {place} from elsewhere", place=link.target_ref), hint)
            del part.rels[id_]
            for each in list(part.element.iter(qn(f"w:{_ATTACHED}"))):
                each.getparent().remove(each)
