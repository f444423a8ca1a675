"""The programs that the user chose for editing and paging, as a command line."""

import os
import shlex
import shutil


def program_named(line: str) -> list[str] | None:
    r"""The program with its arguments, by the path at which it is found; None where there is no such program.

    A path with spaces needs no quotes, as in `C:\Program Files\Editor\editor.exe --wait`.
    """
    is_windows = os.name == "nt"
    try:
        words, parts = shlex.split(line, posix=not is_windows), line.split(" ")  # on Windows a path has backslashes
    except ValueError:  # a quote is not closed, or is an apostrophe
        words, parts = [], [line]
    ways = ([" ".join(parts[:number]), *parts[number:]] for number in range(len(parts), 0, -1))
    for command in ([word.strip('"') for word in words] if is_windows else words, *ways):
        # Windows starts a script (`code.cmd`) only by its path
        if command and (program := shutil.which(command[0])):
            return [program, *filter(None, command[1:])]
    return None
