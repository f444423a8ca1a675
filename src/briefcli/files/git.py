"""Read the earlier contents of a folder from its git history. Without git or a repository, this raises NoHistory."""

import io
import os
import re
import subprocess  # only git, with arguments of our own
import tarfile
from datetime import date
from pathlib import Path
from typing import NamedTuple

from briefcli.catalog import tr

_LONGEST = 60.0  # seconds
# An entry of `git log --raw -z`; its groups are the id of the new blob and the path
_CHANGED = re.compile(rb":[0-7]{6} [0-7]{6} [0-9a-f]+ ([0-9a-f]+) [A-Z][0-9]*\0([^\0]+)\0")
# The user's git settings must not run a program, ask a question or wait
_QUIET = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--no-pager", "--no-optional-locks")


class NoHistory(Exception):  # noqa: N818  # not an error: there may simply be no history
    """Earlier states are not known. The message says why."""


class Earlier(NamedTuple):
    """The files of a folder in one commit."""

    commit: str
    files: dict[str, bytes]  # by their path inside the folder
    begins: date | None = None  # the day of the first commit if that came after the day asked for


def folder_on(folder: Path, day: date) -> Earlier:
    """Return the files at the start of `day`, or of the first commit if that came later. Raises NoHistory."""
    commit = _git(folder, "rev-list", "-1", f"--before={day.isoformat()}T00:00:00", "HEAD", "--", ".").decode().strip()
    if commit:
        return Earlier(commit, _files_in(folder, commit))
    commits = _git(folder, "log", "--reverse", "--no-show-signature", "--format=%H %cI", "HEAD", "--", ".")
    if not commits:
        raise NoHistory(tr("git holds no version of this folder yet, so its earlier states are not known."))
    commit, begins = commits.decode().splitlines()[0].split()
    return Earlier(commit, _files_in(folder, commit), date.fromisoformat(begins[:10]))


def versions_since(folder: Path, commit: str) -> list[tuple[str, bytes]]:
    """Return the path and bytes of each version of a file that a commit after `commit` has. Raises NoHistory."""
    log = _git(
        folder, "log", "--raw", "-z", "-m", "--full-history", "--no-renames", "--no-abbrev", "--no-show-signature",
        "--relative", "--format=", f"{commit}..HEAD", "--", ".",
    )  # fmt: skip
    wanted = dict.fromkeys((path.decode("utf-8", "surrogateescape"), blob) for blob, path in _CHANGED.findall(log))
    answer = io.BytesIO(_git(folder, "cat-file", "--batch", given=b"".join(b"%s\n" % blob for _, blob in wanted)))
    found: list[tuple[str, bytes]] = []
    for path, _ in wanted:
        *_, size = answer.readline().split()
        if size.isdigit():  # else git has no such blob: the file was deleted, or is a submodule
            found.append((path, answer.read(int(size) + 1)[:-1]))
    return found


def _files_in(folder: Path, commit: str) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(_git(folder, "archive", "--format=tar", commit, "."))) as archive:
        files = ((each.name, archive.extractfile(each)) for each in archive if each.isreg())
        return {name.removeprefix("./"): file.read() for name, file in files if file is not None}


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        ran = subprocess.run(  # noqa: S603  # the arguments are our own
            ["git", *_QUIET, *arguments],  # noqa: S607  # the git that the user has
            cwd=folder, env=environment, input=given, capture_output=True, timeout=_LONGEST, check=False,
        )  # fmt: skip
    except FileNotFoundError as error:
        raise NoHistory(tr("git is not installed, so earlier states of the agendas are not known.")) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoHistory(tr("git does not answer, so earlier states of the agendas are not known.")) from error
    if ran.returncode:
        said = ran.stderr.decode("utf-8", "replace").partition("\n")[0].removeprefix("fatal: ")
        if "not a git repository" in said:
            raise NoHistory(tr("The agendas are in no git repository, so their earlier states are not known."))
        raise NoHistory(tr("git cannot read this repository, so earlier states of the agendas are not known: {reason}",
                           reason=said))  # fmt: skip
    return ran.stdout
