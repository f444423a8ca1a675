"""The commands about the program itself: its cache, completion in a shell, its help, and the schema of an agenda."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from briefcli.catalog import count, tr
from briefcli.cli.options import OutputFormat, Texts, argument, flag
from briefcli.cli.output import emit, page_or_write, warn, write
from briefcli.errors import BriefError, Exit, NothingFound

Shell = Literal["bash", "zsh", "fish", "powershell"]
_SCRIPTS: dict[Shell, str] = {"bash": "brief.bash", "zsh": "_brief", "fish": "brief.fish", "powershell": "brief.ps1"}


def cache(
    action: Annotated[Literal["clear"] | None, argument("[clear]", "clear throws all of it away.")] = None,
    form: OutputFormat = "table",
) -> Exit:
    """Show where the index is kept that makes every command quick, and how large it is.

    It is made, refreshed and thrown away by itself, and nothing is lost with it.

    Example: brief cache clear
    """
    from briefcli.files.read import reason
    from briefcli.index.cache import cache_folder, clear, look
    from briefcli.views.view import Facts, Remark, View, Words

    folder = cache_folder()
    if folder is None:
        remark = Remark(tr("This system has no place for a cache; every command reads the files."))
        return emit(View(data=None, blocks=(remark,)), form)
    try:
        kept = look(folder) if action is None else clear(folder)
    except OSError as error:
        raise BriefError(f"{folder}: {reason(error)}", tr("look at who owns it")) from error
    data, size = {"folder": str(kept.folder), "indexes": kept.indexes, "bytes": kept.size}, size_words(kept.size)
    if action is None:
        facts = Facts(((tr("Folder"), Words(str(kept.folder))), (tr("Indexes"), kept.indexes), (tr("Size"), size)))
        remark = Remark(tr("Made and refreshed by itself; brief cache clear empties it."))
        return emit(View(data=data, blocks=(facts, remark)), form)
    indexes = count("{n} index", "{n} indexes", kept.indexes)
    remark = Remark(tr("Thrown away: {indexes}, {size}.", indexes=indexes, size=size))
    return emit(View(data=data, blocks=(remark,)), form)


def size_words(size: int) -> str:
    """Bytes in a unit that reads well."""
    if size < 1000:
        return count("{n} byte", "{n} bytes", size)
    for unit in ("kB", "MB"):
        size_in = size / (1000 if unit == "kB" else 1_000_000)
        if size_in < 1000:
            return f"{size_in:.0f} {unit}" if size_in >= 10 else f"{size_in:.1f} {unit}"
    return f"{size / 1e9:.1f} GB"


def completion(
    shell: Annotated[Shell, argument("SHELL", "bash, zsh, fish or powershell.")],
    install: Annotated[bool, flag("--install", "Put it where that shell looks for it.")] = False,
) -> None:
    """Let the TAB key complete commands, options, meetings, owners and dossiers in your shell.

    The script for PowerShell follows Microsoft's documentation, but was not tried.

    Example: brief completion bash --install
    """
    from briefcli import manual
    from briefcli.files.write import make_folder, replace

    script = (Path(str(manual.__file__)).parent / "shells" / _SCRIPTS[shell]).read_text(encoding="utf-8")
    if not install:
        write(script)
        return
    place = _place(shell, os.environ)
    make_folder(place.parent)
    replace(place, script.encode(), str(place), None)
    warn(tr("{file} is written", file=place))
    if line := _line_to_add(shell, place):
        warn(tr("add this line to your {file}: {line}", file=line[0], line=line[1]))
    warn(tr("a new {shell} completes brief at a TAB", shell=shell))


def _place(shell: Shell, environ: Mapping[str, str]) -> Path:
    """Where the shell looks by itself, as its manual says; for PowerShell beside its profile."""
    try:
        home = Path.home()
    except RuntimeError as error:
        hint = tr("leave --install out, and save what is printed")
        raise BriefError(tr("this user has no home folder"), hint) from error
    data = Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    match shell:
        case "bash":
            return data / "bash-completion" / "completions" / "brief"
        case "zsh":
            return data / "zsh" / "site-functions" / "_brief"
        case "fish":
            return config / "fish" / "completions" / "brief.fish"
        case "powershell":
            folder = home / "Documents" if os.name == "nt" else config
            return folder / ("PowerShell" if os.name == "nt" else "powershell") / "brief.ps1"


def _line_to_add(shell: Shell, place: Path) -> tuple[str, str] | None:
    """The file of the shell and the line in it that load the script, where the shell does not by itself."""
    match shell:
        case "bash" if not Path("/usr/share/bash-completion/bash_completion").exists():
            return "~/.bashrc", f". '{place}'"
        case "zsh":
            return "~/.zshrc", f"fpath=({place.parent} $fpath); autoload -Uz compinit; compinit"
        case "powershell":
            return "$PROFILE", f". '{place}'"
        case _:
            return None


def help_(
    words: Annotated[Texts, argument("[COMMAND | TOPIC]", "A command, or a topic; nothing: all.")] = None,
) -> None:
    """Explain a command or a topic: agenda, dates, deadlines, public, official and more.

    Example: brief help deadlines
    """
    from briefcli.manual.described import TOPICS, described
    from briefcli.manual.help import command_help, program_help, topic_text

    program, name = described(), " ".join(words or ())
    if not words:
        page_or_write(program_help(program))
        return
    parts = [command_help(program, program.commands[name])] if name in program.commands else []
    parts += [topic_text(name)] if name in TOPICS else []  # the topic of a command's name follows its help
    if not parts:
        from difflib import get_close_matches

        near = get_close_matches(name, [*program.commands, *TOPICS], 1)
        hint = tr("did you mean {name}?", name=near[0]) if near else tr("topics: {topics}", topics=", ".join(TOPICS))
        raise NothingFound(tr("there is no command or topic “{name}”", name=name), hint)
    page_or_write("\n".join(parts))


def schema() -> None:
    """Print the JSON Schema of an agenda, for editors that complete and explain while typing.

    brief new writes it beside the agendas, and a first line into each new agenda that names it.

    Example: brief schema > agendas/.schema.json
    """
    from briefcli.writing.schema import schema_text

    write(schema_text(), exact=True)
