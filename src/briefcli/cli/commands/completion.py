import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from briefcli import manual
from briefcli.catalog import tr
from briefcli.cli.options import argument, flag
from briefcli.cli.output import warn, write
from briefcli.errors import BriefError
from briefcli.files.write import make_folder, replace

Shell = Literal["bash", "zsh", "fish", "powershell"]
_SCRIPTS: dict[Shell, str] = {"bash": "brief.bash", "zsh": "_brief", "fish": "brief.fish", "powershell": "brief.ps1"}


def run(
    shell: Annotated[Shell, argument("SHELL", "bash, zsh, fish or powershell.")],
    install: Annotated[bool, flag("--install", "Save it where the shell looks for it.")] = False,
) -> None:
    """Let the TAB key complete commands, options, meetings, owners and dossiers in your shell.

    The script for PowerShell follows Microsoft's documentation, but was not tried.

    Example: brief completion bash --install
    """
    script = (Path(str(manual.__file__)).parent / "shells" / _SCRIPTS[shell]).read_text(encoding="utf-8")
    if not install:
        write(script)
        return
    place, file, line = _place(shell, os.environ)
    make_folder(place.parent)
    replace(place, script.encode(), str(place), None)
    warn(tr("{file} is written", file=place))
    if line:
        warn(tr("add this line to your {file}: {line}", file=file, line=line))
    warn(tr("a new {shell} completes brief when you press TAB", shell=shell))


def _place(shell: Shell, environ: Mapping[str, str]) -> tuple[Path, str, str]:
    """Where the shell looks for the script, as its manual says (PowerShell: beside its profile).

    Also the startup file and the line to add to it, which are empty if the shell loads the script by itself.
    """
    try:
        home = Path.home()
    except RuntimeError as error:
        message = tr("this user has no home folder")
        raise BriefError(message, tr("leave --install out, and save what is printed")) from error
    data = Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    match shell:
        case "bash":
            place = data / "bash-completion" / "completions" / "brief"
            is_loaded = Path("/usr/share/bash-completion/bash_completion").exists()
            return (place, "", "") if is_loaded else (place, "~/.bashrc", f". '{place}'")
        case "zsh":
            folder = data / "zsh" / "site-functions"
            return folder / "_brief", "~/.zshrc", f"fpath=({folder} $fpath); autoload -Uz compinit; compinit"
        case "fish":
            return config / "fish" / "completions" / "brief.fish", "", ""
        case "powershell":
            folder = home / "Documents" / "PowerShell" if os.name == "nt" else config / "powershell"
            place = folder / "brief.ps1"
            return place, "$PROFILE", f". '{place}'"
