"""Explains what is wrong with a command line that the parser refused, and what was probably meant."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from briefcli.catalog import tr
from briefcli.errors import UsageError
from briefcli.manual.described import Command, Described, Parameter
from briefcli.manual.help import HELP, placeholder_of

# Words, most of them Dutch, for a command, an option or a value; each counts only where that name is known
_MEANING = {
    "toon": "show", "tonen": "show", "agenda": "show", "lijst": "list", "vergaderingen": "list", "volgende": "next",
    "toezeggingen": "commitments", "moties": "commitments", "tijdlijn": "timeline", "verschil": "diff",
    "zoek": "search", "zoeken": "search", "vragen": "questions", "werkdagen": "workdays", "nieuw": "new",
    "toevoegen": "add", "gedaan": "done", "klaar": "done", "verplaats": "move", "annuleer": "cancel", "terug": "undo",
    "bewerk": "edit", "importeer": "import", "vrijgeven": "release", "stukken": "refs", "kalender": "export",
    "wijzigingen": "changes", "controleer": "check", "instellingen": "config", "openbaar": "public",
    "format": "--to", "f": "--to", "to": "--format", "dagen": "--days", "eigenaar": "--owner", "steller": "--owner",
    "reeks": "--series", "soort": "--kind", "vergadering": "--meeting", "jaar": "--year", "orgaan": "--body",
    "vandaag": "--today", "alles": "--all", "motie": "toezegging", "word": "docx", "outlook": "ics", "xlsx": "excel",
    "mail": "eml", "markdown": "md", "sh": "bash", "pwsh": "powershell", "punten": "points", "taal": "language",
    "overzicht": "list", "komend": "--upcoming", "sinds": "--since", "datum": "--when",
    "nederlands": "nl", "dutch": "nl", "engels": "en", "english": "en", "altijd": "always", "nooit": "never",
    "kleuren": "colours", "rood": "red", "groen": "green", "geel": "yellow", "blauw": "blue", "vet": "bold",
}  # fmt: skip
# Options that filter what a command shows, with a pattern for a value that was typed without its option
_CHOOSING = {
    "--year": "(?:19|20)[0-9]{2}", "--days": "[0-9]{1,3}", "--dossier": "[0-9 ]{5,6}.*", "--meeting": ".+",
    "--series": ".+", "--since": ".+",
}  # fmt: skip


def mistake_in(program: Described, words: Sequence[str]) -> UsageError:
    """The first mistake in the words after `brief`. If none is found, the error points to the help."""
    command = program.named(list(words))
    if command is None:
        return _no_command(program, list(words))
    rest = list(words[len(command.name.split()) :])
    where = tr("brief {command} --help shows what there is", command=command.name)
    return _in_words(program, command, rest, where) or UsageError(tr("the command cannot be understood"), where)


def _no_command(program: Described, words: list[str]) -> UsageError:
    name = words[0] if words else ""
    before = [*(name for each in program.options for name in each.options), "--version", "--help"]
    if not name.startswith("-"):
        known = [*(each for each in program.commands if " " not in each), *before]
        hint = meant(name, known, tr("brief --help shows the commands"))
        return UsageError(tr("there is no command “{name}”", name=name), hint)
    for place in range(1, len(words)):
        command = program.named(words[place:])
        if command and any(name.partition("=")[0] in each.options for each in command.options):
            hint = tr("write it after the command: brief {command} {name}", command=command.name, name=name)
            return UsageError(tr("the option {name} cannot be written before a command", name=name), hint)
    hint = meant(name, before, tr("brief --help shows what there is"))
    return UsageError(tr("there is no option {name}", name=name), hint)


def _in_words(program: Described, command: Command, words: list[str], where: str) -> UsageError | None:
    by_name = {name: each for each in (*command.options, HELP) for name in each.options}
    given: list[str] = []
    # After `--when 15 juni`: `opened` is `--when "15`, as the value may go on; `example` is `--when "15 juni …"`
    opened, example = "", ""
    waiting = iter(words)
    for word in waiting:
        if word == "--":
            given += waiting
        elif word.startswith("-") and word != "-":
            name, has_value, text = word.partition("=")
            if not word.startswith("--") and name not in by_name and f"-{name}" not in by_name:
                name, has_value, text = word[:2], word[2:], word[2:]
            option = by_name.get(name)
            if option is None:
                known = [*by_name, *(each for one in program.options for each in one.options)]
                known += [*program.actions(command.name), *(each for one in command.arguments for each in one.choices)]
                hint = meant(name, known, where)
                return UsageError(tr("{command} has no option {name}", command=command.name, name=name), hint)
            if option.flag:
                if has_value:
                    return UsageError(tr("{option} takes no value", option=name), where)
                opened = ""
                continue
            typed = text if has_value else next(waiting, None)
            if found := _in_value(option, name, typed, where):
                return found
            opened = f'{name} "{typed}' if _may_go_on(option, typed) else ""
        else:
            given.append(word)
            example = example or (f'{opened} {word} …"' if opened else "")
    return _in_arguments(program, command, given, example, where)


def _in_value(option: Parameter, name: str, text: str | None, where: str) -> UsageError | None:
    if text is None:
        hint = tr("write {option} {value}", option=name, value=placeholder_of(option).replace("|", "/"))
        return UsageError(tr("{option} needs a value", option=name), hint)
    if option.choices and text not in option.choices:
        message = tr("{option} cannot be “{text}”", option=name, text=text)
        return UsageError(message, choice_meant(text, option.choices))
    if not option.number:
        return None
    if not text.lstrip("-").isdecimal():
        hint = tr("write it in digits")
        return UsageError(tr("{option} takes a whole number, not “{text}”", option=name, text=text), hint)
    if option.min is not None and int(text) < option.min:
        return UsageError(tr("{option} cannot be less than {least}", option=name, least=option.min), where)
    if option.max is not None and int(text) > option.max:
        return UsageError(tr("{option} cannot be more than {most}", option=name, most=option.max), where)
    return None


def _may_go_on(option: Parameter, typed: str | None) -> bool:
    """Whether the next words may belong to the option's value: `--when 15 juni`, but not `--today 2023-06-01 raad`."""
    return not (option.choices or option.number or re.fullmatch("[0-9]{4}(?:-[0-9]{2}){1,2}", typed or ""))


def _in_arguments(
    program: Described, command: Command, given: list[str], example: str, where: str
) -> UsageError | None:
    actions = program.actions(command.name)
    if actions and given:
        message = tr("{command} has no action “{name}”", command=command.name, name=given[0])
        return UsageError(message, meant(given[0], actions, where))
    for place, each in enumerate(command.arguments):
        if place >= len(given) and each.required:
            message = tr("{command} needs {argument}", command=command.name, argument=placeholder_of(each))
            return UsageError(message, f"{tr(each.help).rstrip('.')}; {where}")
        if each.choices and place < len(given) and given[place] not in each.choices:
            hint = choice_meant(given[place], each.choices)
            if place and given[place - 1] in each.choices:
                hint = tr("write {one} before {other}", one=given[place], other=given[place - 1])
            return UsageError(tr("“{text}” is not allowed there", text=given[place]), hint)
    if len(given) > len(command.arguments) and not any(each.many for each in command.arguments):
        word = given[len(command.arguments)]
        return UsageError(tr("“{text}” is one word too many", text=word), _too_many(command, word, example, where))
    return None


def _too_many(command: Command, word: str, example: str, where: str) -> str:
    """A hint for an extra word: it is probably part of the value before it, or the value of an option."""
    if example:
        return tr("put quotes around words that belong together: {example}", example=example)
    if [each.metavar for each in command.arguments] == ["ID"]:
        return tr("name one meeting at a time")
    names = {name for each in command.options for name in each.options}
    if command.arguments:
        return meant(word, names, tr("put quotes around words that belong together"))
    option = next((name for name, sort in _CHOOSING.items() if name in names and re.fullmatch(sort, word)), None)
    return tr("write {option} {value}", option=option, value=word) if option else where


def choice_meant(text: str, choices: Sequence[str]) -> str:
    """A hint with the choice that was probably meant by `text`, or else with all choices."""
    return meant(text, choices, tr("it is one of {choices}", choices=", ".join(choices)))


def meant(text: str, known: Iterable[str], otherwise: str) -> str:
    """A hint with the known name that was probably meant by `text`; `otherwise` if none is near."""
    names = {each.lstrip("-"): each for each in known}  # hyphens would make all options look alike
    by_word = {word: name for word, name in _MEANING.items() if name in names.values()} | names
    near = get_close_matches(text.lstrip("-").casefold(), by_word, 1, 0.7)
    return tr("did you mean {name}?", name=by_word[near[0]]) if near else otherwise
