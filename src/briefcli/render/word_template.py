"""Guards against Word templates that somebody else made: a template may only show fields.

It runs in Jinja's sandbox, in which it can call and calculate nothing. A template with macros, or with anything that
Word would fetch or run when it opens the paper, is refused.
"""

import re
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from briefcli.catalog import tr
from briefcli.errors import UsageError

_LARGEST: Final = 50_000_000  # bytes when unpacked
_NEAR: Final = 60  # characters of the template that a message quotes
_TYPES: Final = "[Content_Types].xml"
_DEEPEST: Final = 4  # nested loops, as in our own template; more could run for hours
_FILTERS: Final = (
    "capitalize", "default", "first", "join", "last", "length", "lower", "replace", "title", "trim", "upper",
)  # fmt: skip
_ATTACHED: Final = "attachedTemplate"  # the end of the relationship's type, and the element in the settings
# Words that betray a program in the name of a part, in a relationship or in a content type
_PROGRAMS: Final = (
    "vbaproject", "vbadata", "activex", "officedocument.oleobject", "macroenabled", "afchunk", "/embeddings/",
)  # fmt: skip
_FETCHING: Final = re.compile(
    r"\b(?:DDE|DDEAUTO|DATABASE|EMBED|IMPORT|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|LINK|MACROBUTTON|RD)\b", re.IGNORECASE
)
_TAG_OR_FIELD: Final = re.compile(r"<[^>]*>|\{\{(?P<field>.*?)\}\}", re.DOTALL)
_TEXT, _BETWEEN_RUNS = re.compile("<w:t[ >]"), re.compile("</w:(?:r|pPr|hyperlink)>|<w:p[ >]")
_WRAPPED: Final = re.compile(r"\{\{\((.*?)\)\|(?:in|as)_run\}\}", re.DOTALL)
_OF_TEMPLATES: Final = b"wordprocessingml.template.main+xml"  # the content type of a .dotx, which is otherwise a .docx
_OF_DOCUMENTS: Final = b"wordprocessingml.document.main+xml"
# The parts of Jinja's language that show, repeat or leave out; none that calls, calculates or reads another template
_SHOWS: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
    nodes.Slice, nodes.For, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.Neg, nodes.Filter, nodes.Keyword, nodes.Test, nodes.Tuple, nodes.List, nodes.Assign,
)  # fmt: skip


class MadeWhenShown:
    """A value that is made only when a template shows it; a template can do nothing else with it."""

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make

    def __html__(self) -> str:
        return self._make()


class _Generator(CodeGenerator):
    """Refuses a template that may not run, before any of it does."""

    def visit_Template(self, node: nodes.Template, frame: Any = None) -> None:  # noqa: N802  # Jinja's own name
        for each in node.find_all(nodes.Node):
            if not isinstance(each, _SHOWS):
                raise SecurityError(tr("a template shows fields; it cannot use “{word}”", word=type(each).__name__))
        if _loops(node) > _DEEPEST:
            raise SecurityError(tr("there are more than {n} loops inside each other", n=_DEEPEST))
        super().visit_Template(node, frame)


def _loops(node: nodes.Node) -> int:
    return isinstance(node, nodes.For) + max(map(_loops, node.iter_child_nodes()), default=0)


def _shown(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float | Markup | MadeWhenShown | Undefined):
        return value
    raise SecurityError(tr("a field with parts of its own cannot be shown as a whole"))


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of a template: it can show fields, in loops and conditions, and do nothing else."""

    code_generator_class = _Generator

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, finalize=_shown)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS} | {"in_run": _in_run, "as_run": _as_run}


class Template(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """A template whose fields may stand with or without docxtpl's `r`: Word cannot open a run inside a run."""

    def patch_xml(self, src_xml: str) -> str:
        last = ""

        def suited(found: re.Match[str]) -> str:
            nonlocal last
            if found["field"] is None:
                last = found[0]
            name = "in_run" if _TEXT.match(last) else "as_run" if _BETWEEN_RUNS.match(last) else ""
            return f"{{{{({found['field']})|{name}}}}}" if found["field"] and name else found[0]

        return _TAG_OR_FIELD.sub(suited, super().patch_xml(src_xml))


def _is_runs(value: Any) -> bool:
    return isinstance(value, Markup) and "<w:" in value  # without, it is a text that a filter escaped


def _in_run(value: Any) -> Any:
    return Markup(f'</w:t></w:r>{value}<w:r><w:t xml:space="preserve">') if _is_runs(value) else value  # noqa: S704


def _as_run(value: Any) -> Any:
    is_text = not _is_runs(_shown(value)) and not isinstance(value, Undefined)
    return Markup('<w:r><w:t xml:space="preserve">') + escape(value) + Markup("</w:t></w:r>") if is_text else value


def why_not(error: TemplateError) -> str:
    """What is wrong with a template, in our own words, with the template's text near the error if that is known."""
    if isinstance(error, SecurityError):
        reason = str(error)
    elif isinstance(error, UndefinedError):
        named = re.findall("'([^']*)'", str(error))
        reason = tr("it shows a field that does not exist: {what}", what=f"“{named[-1]}”" if named else str(error))
    else:
        reason = tr("a field or a condition in braces is not written correctly")
    lines = [_WRAPPED.sub(r"{{\1}}", re.sub("<[^>]*>", " ", each)) for each in getattr(error, "docx_context", ())]
    near = " ".join(" ".join(lines).split())[:_NEAR]
    return tr("{reason}, near “{words}”", reason=reason, words=near) if near else reason


def checked_template(data: bytes) -> bytes:
    """The template as a Word document (.docx); a Word template (.dotx) is made one.

    Raises UsageError for a file that is not a zip file, is damaged, would fill the memory, or has macros or other
    programs in it.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            if sum(each.file_size for each in parts) > _LARGEST:
                raise UsageError(tr("this template is too large"), tr("keep it under 50 MB"))
            held = {each.filename: package.read(each) for each in parts}
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        raise UsageError(tr("this template is no Word document"), tr("save it in Word as .docx")) from error
    said = b"".join(text for name, text in held.items() if name.endswith(".rels") or name == _TYPES)
    if any(word in f"{' '.join(held)} {said!r}".casefold() for word in _PROGRAMS):
        raise UsageError(tr("this template has macros or other programs in it"), tr("save it in Word as .docx"))
    if not any(b"{{" in re.sub(b"<[^>]*>", b"", text) for name, text in held.items() if name.endswith(".xml")):
        raise UsageError(tr("this template shows no field"), tr("brief help templates has its fields"))
    if _OF_TEMPLATES not in held.get(_TYPES, b""):
        return data
    held[_TYPES] = held[_TYPES].replace(_OF_TEMPLATES, _OF_DOCUMENTS)
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, text in held.items():
            package.writestr(name, text)
    return out.getvalue()


def cut_loose(document: Any) -> None:
    """Remove the link to the file that the template was made from, which reveals where that file is, and its picture.

    Raises UsageError if Word would fetch something from elsewhere when it opens the paper.
    """
    for part in (document.part.package, *document.part.package.iter_parts()):
        for id_, link in list(part.rels.items()):
            if link.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
                del part.rels[id_]
            if not link.is_external or link.reltype == RELATIONSHIP_TYPE.HYPERLINK:
                continue
            if not link.reltype.endswith(f"/{_ATTACHED}"):
                raise _fetches(link.target_ref)
            del part.rels[id_]
            for each in list(part.element.iter(qn(f"w:{_ATTACHED}"))):
                each.getparent().remove(each)
        if fetching := _FETCHING.search(_fields(part)):
            raise _fetches(fetching[0])


def _fields(part: Any) -> str:
    """The instructions of all fields of a part, as one text: Word may split an instruction into several pieces."""
    root = getattr(part, "element", None)
    if root is None:
        return ""
    simple = [each.get(qn("w:instr"), "") for each in root.iter(qn("w:fldSimple"))]
    pieces = [each.text or "" for each in root.iter(qn("w:instrText"))]
    return " ".join([*simple, "".join(pieces)])


def _fetches(what: str) -> UsageError:
    message = tr("this template fetches {place} from elsewhere", place=what)
    return UsageError(message, tr("put it in the template itself"))


def mark_every_page(document: Any, words: str) -> None:
    """Put these words in each header of the document, unless the header or its footer has them already."""
    for section in document.sections:
        pairs = [(section.header, section.footer)]
        if section.different_first_page_header_footer:
            pairs.append((section.first_page_header, section.first_page_footer))
        if document.settings.odd_and_even_pages_header_footer:
            pairs.append((section.even_page_header, section.even_page_footer))
        for header, footer in pairs:
            texts = ([one.text or "" for one in each._element.iter(qn("w:t"))] for each in (header, footer))  # noqa: SLF001
            if not any(words in "".join(each) for each in texts):
                header.paragraphs[0].insert_paragraph_before(words)
