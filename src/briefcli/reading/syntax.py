"""Describes, in our own words, the mistakes that keep a file from being parsed: the same for every parser.

The public reads these words even if nothing of the file is public. So they name signs, but never words of the file.
"""

import re
from typing import Any

from briefcli.catalog import later, tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.diagnostic import Code, Diagnostic, problem
from briefcli.patterns import Pattern
from briefcli.reading import codes
from briefcli.reading.leaves import LIST, first_sign_hint
from briefcli.reading.limits import BULLET_SIGNS
from briefcli.reading.lines import indent_of, lines_of, place_of
from briefcli.reading.pyyaml import yaml
from briefcli.reading.shapes import all_words, lists, shapes_of
from briefcli.reading.yaml_places import Place

_DEEPEST = 50  # levels; an agenda needs five
# The characters that YAML allows in no text
CONTROL = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_SURROGATE = Pattern("[\ud800-\udfff]")
_QUOTES = ("'", '"')
_IS_SIGN = Pattern("cannot start any token|keys are not allowed|anchor|alias|a tag|directive")
CONFLICT_MARK = Pattern(r"^(<{7}|\|{7}|={7}|>{7})(?:[ \r].*)?$", re.MULTILINE)
_ALIGN = later("let the dashes of one list, and keys that belong together, start in the same column")
_SEPARATES = later("put the whole text in double quotes: a colon with a space after it separates a key from its value")
_FRAME = later("put the whole text in double quotes")
_CLOSE = later("close it with the same sign; if it belongs to the text, put the whole text in the other quotes")
# What word processors and mail programs put at the start of a line, where YAML needs a hyphen and a space
BULLET = Pattern(rf"(?:[{BULLET_SIGNS}]|--|-(?=[^\W\d])|-\u00a0)|(?:(?:[0-9]{{1,2}}|[a-z])[.)]|[+*o>|])(?:[ \t]|$)")
# A rule, also with words as in `-----Original Message-----` and ```yaml
_RULE = Pattern(r"(?!---\s*$)\s*(?:[^\w\s]\W*|([-_=~`])\1\1.*)")
_FOREIGN = later("this line does not belong in an agenda")
_KEY_AND_TEXT = Pattern(r"( *)(\w+): +(?=\S)")
_GLUED = Pattern(r"-[^\s-]")  # this has a message of its own
_ODD_SPACE = Pattern("[ ]*[\u00a0\u2000-\u200b\u202f\u3000]")  # as copied from Word or a web page


def first_mistake(text: str, loader: Any) -> Diagnostic | None:
    """The first mistake that keeps the text from being read, found by `loader` (a parser written in Python)."""
    if sign := CONTROL.search(text):
        return control_character(place_of(text, sign.start()), sign[0])
    if mark := CONFLICT_MARK.search(text):
        message = tr("the conflict mark {mark} of git was left here", mark=mark[1])
        hint = tr("keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>")
        return problem((text.count("\n", 0, mark.start()) + 1, 1), codes.CONFLICT, message, hint)
    return _Explainer(text, loader).first()


def control_character(place: Place, sign: str) -> Diagnostic:
    message = tr("the character {sign} is not allowed in a text", sign=f"U+{ord(sign):04X}")
    return problem(place, codes.CONTROL_CHARACTER, message, tr("remove it; it is probably invisible"))


class _Explainer:
    """Explains what went wrong, from the position of the parser and from what it had read just before."""

    def __init__(self, text: str, loader: Any) -> None:
        self.lines = lines_of(text)
        self.parser: Any = loader(text)
        self.last: Any = None  # event

    def first(self) -> Diagnostic | None:
        depth = documents = 0
        try:
            while self.parser.check_event():
                event = self.last = self.parser.get_event()
                place = _place(event.start_mark)
                documents += isinstance(event, yaml.DocumentStartEvent)
                depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
                if documents > 1:
                    is_rule = _RULE.fullmatch(self._line(place[0]))
                    hint = tr("remove it; if another meeting begins here, give that a file of its own")
                    return problem(place, codes.SECOND_DOCUMENT, tr(_FOREIGN) if is_rule else None, hint)
                if depth > _DEEPEST:
                    hint = tr("an agenda needs five; look for brackets that are never closed")
                    return problem(place, codes.TOO_DEEP, hint=hint)
                if getattr(event, "anchor", None) is not None or getattr(event, "tag", None) is not None:
                    return self._at_start(place, tr(_FRAME))
                if isinstance(event, yaml.ScalarEvent) and _SURROGATE.search(event.value):
                    message = tr("this text has half a character (\\ud800 to \\udfff)")
                    return problem(place, codes.ESCAPE, message, tr("write the sign itself"))
        except yaml.YAMLError as error:
            return self._explained(error)
        return None

    def _explained(self, error: yaml.YAMLError) -> Diagnostic:
        said = str(getattr(error, "problem", "") or "")
        context = str(getattr(error, "context", "") or "")
        mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        place = _place(mark) if mark else (1, 1)
        opened = _place(began) if began else place
        return (
            self._tab(place)
            or self._begun(place)
            or self._quote(place)
            or self._of_scanner(said, context, place, opened)
            or self._of_parser(said, context, place, opened)
        )

    def _at_start(
        self, place: Place, hint: str, message: str | None = None, code: Code = codes.NEEDS_QUOTES
    ) -> Diagnostic:
        """A mistake at the start of a text. Lines as in Word, a mail or a table have another: `• a`, `> a`, `-----`."""
        line = self._line(place[0])
        sign = BULLET.match(line, place[1] - 1)
        if indent_of(line) == place[1] - 1 and not _GLUED.match(line, place[1] - 1):
            if _RULE.fullmatch(line):
                hint, message = tr("remove it"), tr(_FOREIGN)
            elif sign:
                hint = tr("remove the sign at the beginning of each line") if sign[0][0] in ">|" else tr(LIST)
                message = tr("a list item cannot begin with “{sign}”", sign=sign[0].strip())
        return problem(place, code, message, hint)

    def _tab(self, place: Place) -> Diagnostic | None:
        words = self._line(place[0])
        found = words.find("\t", 0, indent_of(words)) + 1 or (words[place[1] - 1 : place[1]] == "\t" and place[1])
        return problem((place[0], found), codes.TAB, hint=tr("use spaces, two for each step")) if found else None

    def _begun(self, place: Place) -> Diagnostic | None:
        """The mistake if this line, or the one above, begins with a sign that the parser takes for a part of a key."""
        number = place[0] - (_ODD_SPACE.match(self._line(place[0])) is None)
        line, indent = self._line(number), indent_of(self._line(number))
        if _ODD_SPACE.match(line):
            return problem((number, 1), codes.INDENT, hint=tr("use plain spaces at the beginning of a line"))
        is_glued = indent < indent_of(self._line(place[0])) and _GLUED.match(line, indent)
        return self._no_colon((number, indent + 1)) if is_glued else None

    def _quote(self, place: Place) -> Diagnostic | None:
        """The mistake if a quoted text ended on this line before the error: closed by a wrong quote, or too early."""
        read = self._read_before(place)
        quoted = (each for each in read if getattr(each, "style", None) in _QUOTES)
        for token in reversed([each for each in quoted if each.end_mark.line + 1 == place[0]]):
            began, ended = _place(token.start_mark), _place(token.end_mark)
            if began[0] < ended[0]:
                return problem(began, codes.UNCLOSED_QUOTE, hint=tr(_CLOSE))
            if token is read[-1]:
                hint = tr("double an apostrophe inside single quotes, or put the whole text in double quotes")
                if token.style == '"':
                    hint = tr("put the whole text inside the quotes, and use single quotes in it")
                return problem(ended, codes.TEXT_AFTER_QUOTE, hint=hint)
        return None

    def _of_scanner(self, said: str, context: str, place: Place, opened: Place) -> Diagnostic | None:
        if "quoted scalar" in context:
            if "unexpected" in said:
                return problem(opened, codes.UNCLOSED_QUOTE, hint=tr(_CLOSE))
            return problem(place, codes.ESCAPE, hint=tr("use single quotes, or write the backslash twice"))
        if "could not find expected ':'" in said:
            return self._no_colon(opened)
        if "block scalar" in context:
            sign = self._line(opened[0])[opened[1] - 1]
            hint = tr(
                "begin the text on the next line, or put the whole text in double quotes if it begins with {sign}",
                sign=sign,
            )
            return self._at_start(opened, hint, tr("there is text after the sign {sign}", sign=sign))
        if _IS_SIGN.search(f"{said} {context}"):
            return self._at_start(opened, tr(_FRAME))
        if "values are not allowed" in said:
            return self._colon(place)
        if "entries are not allowed" in said:
            return problem(place, codes.INDENT, hint=tr("begin each item on a new line"))
        return None

    def _colon(self, place: Place) -> Diagnostic:
        words = self._line(place[0])
        before, indent = words[: place[1] - 1], indent_of(words)
        if ": " in before:
            return problem(place, codes.COLON, hint=first_sign_hint(before.partition(": ")[2]) or tr(_SEPARATES))
        began = max((_place(each.start_mark) for each in self._read_before(place)), default=place)
        if began[0] < place[0] and words[indent:].startswith("- "):
            return self._text_above_list(began)
        above = self._line(began[0])
        if BULLET.match(above, indent_of(above)):
            return self._at_start((began[0], indent_of(above) + 1), tr(LIST))
        is_text = not above[: began[1] - 1].rstrip().endswith(":")  # else it is the value of a key with a colon
        if began[0] < place[0] and (indent == indent_of(above) or (is_text and indent == began[1] - 1)):
            if " " not in before[indent:]:  # else a text that started in the column of this key goes on
                return self._no_colon((began[0], indent + 1))
            return problem(place, codes.COLON, tr("a colon in a text of several lines"), tr(_SEPARATES))
        key = _KEY_AND_TEXT.match(self._line(place[0] - 1))
        if key and not key[1] and key[2] in all_words() - shapes_of(Agenda).keys():  # a key of an item at the margin
            return problem((place[0] - 1, 1), codes.INDENT, hint=tr(_ALIGN))
        return problem((place[0], indent + 1), codes.INDENT, hint=tr(_ALIGN))

    def _text_above_list(self, place: Place) -> Diagnostic:
        hint = tr("make it an item of the list, or remove it")
        return problem(place, codes.INDENT, tr("there is a text here, and a list below it"), hint)

    def _no_colon(self, place: Place) -> Diagnostic:
        line, message = self._line(place[0]), tr("there is no colon after this key")
        words = line[place[1] - 1 :]
        hint = tr("write key: value; a text of several lines is indented under its key")
        if re.match(r"\w+:\S", words):
            message, hint = tr("there is no space after the colon of this key"), tr("write key: value")
        elif _GLUED.match(words):
            message, hint = tr("there is no space after this dash"), tr("write a space between a dash and its text")
        elif words == line.lstrip() and " " in words.strip() and re.split(r"\W", words)[0] not in all_words():
            message = tr("this line has no key")
            hint = tr("indent it if it belongs to the text above it; else remove it")
        return self._at_start(place, hint, message, codes.MISSING_COLON)

    def _of_parser(self, said: str, context: str, place: Place, opened: Place) -> Diagnostic:
        if "flow" in context:
            return problem(opened, codes.UNCLOSED_BRACKET, hint=tr("close it, or put the whole text in double quotes"))
        at_start = "document start" in said
        if at_start and any(line.startswith("...") for line in self.lines[: place[0]]):
            hint = tr("remove the three dots; they end the file")
            return problem(place, codes.SECOND_DOCUMENT, tr("this comes after the ... that ends the file"), hint)
        sign, before = self._line(place[0])[place[1] - 1 : place[1]], self._line(place[0])[: place[1] - 1].rstrip()
        if sign in {"]", "}"}:
            return problem(place, codes.UNCLOSED_BRACKET, tr("this bracket was never opened"), tr(_FRAME))
        if before.endswith(("]", "}")) and (began := re.search(r"[\[{]", before)):  # title: [28 676] brief
            return self._at_start((place[0], began.start() + 1), tr(_FRAME))
        if sign == ",":
            return self._at_start(place, tr(_FRAME))
        if sign == ":":
            hint = tr("write the key before it, or remove the colon")
            return problem(place, codes.SYNTAX, tr("there is a colon without a key before it"), hint)
        if "block" in context or at_start:
            return self._in_block(place, at_start=at_start)
        return problem(
            place, codes.SYNTAX, hint=tr("look for a colon, quote or bracket that is missing or one too many")
        )

    def _in_block(self, place: Place, *, at_start: bool) -> Diagnostic:
        line, line_above = self._line(place[0]), self._line(place[0] - 1)
        if BULLET.match(line, place[1] - 1):
            return self._at_start(place, tr(LIST))
        is_item = line[place[1] - 1 : place[1]] == "-"
        if is_item and (first := self._without_dash(place)):
            return problem(first, codes.INDENT, tr("this list begins without a dash"), tr(LIST))
        key = _KEY_AND_TEXT.match(line_above)
        if is_item and key and key.end(1) == place[1] - 1 and key[2] in lists():
            return self._text_above_list((place[0] - 1, key.end() + 1))
        is_text = not re.match(r"\s*(?:-|\S+:)(?:\s|$)", line)
        hint = tr("let all lines of one text start in the same column") if is_text else tr(_ALIGN)
        if at_start and (above := indent_of(line_above)) >= place[1]:  # the first key is too far to the right
            place = (place[0] - 1, above + 1)
        return problem(place, codes.INDENT, hint=hint)

    def _without_dash(self, place: Place) -> Place | None:
        """The place of the first line of a list, if only its later items (one is at `place`) have a dash."""
        rows = (each for each in range(place[0] - 1, 0, -1) if self._line(each).strip())
        key = next((each for each in rows if indent_of(self._line(each)) < place[1]), 0)
        first = re.match(r"( *)\w+:", self._line(key + 1))
        return (key + 1, len(first[1]) + 1) if first and self._line(key).rstrip().endswith(":") else None

    def _read_before(self, place: Place) -> list[Any]:
        """The last event and the tokens that were read before the mistake at this place."""
        return [each for each in (self.last, *self.parser.tokens) if each and _place(each.start_mark) < place]

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def _place(mark: Any) -> Place:
    return (mark.line + 1, mark.column + 1)
