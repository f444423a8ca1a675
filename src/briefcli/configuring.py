"""Reads and edits the user's own settings file, which has one `key = value` per line.

Each line is parsed by itself, so that a mistake costs only that line.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from briefcli.catalog import tr
from briefcli.config import SETTINGS, YES, Setting
from briefcli.folders import user_folder

CONFIG_NAME = "config.toml"


class Given(NamedTuple):
    """The value of a setting, and the number of its line in the file."""

    value: str
    line: int


class UserSettings(NamedTuple):
    """The values in the file by key, and its mistakes as pairs of line number (0: the whole file) and message."""

    given: dict[str, Given]
    mistakes: list[tuple[int, str]]


def settings_file() -> Path | None:
    """The path of the settings file, in the folder that this system has for it; None if the user has no home folder."""
    folder = user_folder("config", "brief", os.environ)
    return Path(folder) / CONFIG_NAME if folder else None


def read_user_settings(file: Path | None) -> UserSettings:
    """Read the settings file. A file that does not exist is empty; one that cannot be read counts as one mistake."""
    if file is None or not os.path.lexists(file):
        return UserSettings({}, [])
    from briefcli.errors import BriefError
    from briefcli.files.read import read_input

    try:
        text = read_input(str(file), 100_000).decode("utf-8-sig", errors="replace")
    except BriefError as error:
        return UserSettings({}, [(0, str(error))])
    return settings_in_text(text)


def settings_in_text(text: str) -> UserSettings:
    import tomllib

    given: dict[str, Given] = {}
    mistakes: list[tuple[int, str]] = []
    by_key = {each.key: each for each in SETTINGS if each.key}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        key, written = _key(line), line.partition("=")[2]
        try:
            value = tomllib.loads(f"value ={written}")["value"]
        except (ValueError, RecursionError):  # no TOML, a number of thousands of digits, too many brackets
            bare = written.strip().strip("\"'“”„‘’")
            quote = "'" if "\\" in bare else '"'  # TOML reads no backslash in single quotes
            is_told = key in by_key and bare and not re.search(r"[\"'#=\[\]{}]", bare)
            example = f"{key} = {quote}{bare}{quote}" if is_told else 'language = "nl"'
            mistakes.append((number, tr("this is no setting; write it as {example}", example=example)))
            continue
        setting, plain = by_key.get(key), _written(value)
        if wrong := no_setting(key) if setting is None else setting.mistake_in(plain):
            mistakes.append((number, tr("{key}: {reason}", key=key, reason=wrong)))
        else:
            given[key] = Given(plain, number)
    return UserSettings(given, mistakes)


def no_setting(key: str) -> str:
    """The message for a key that no setting has, with the nearest known key if one is similar."""
    from briefcli.manual.mistakes import meant

    hint = meant(key, [each.key for each in SETTINGS if each.key], tr("brief config lists them"))
    return f"{tr('there is no such setting')}; {hint}"


def _key(line: str) -> str:
    return line.partition("=")[0].strip().strip("\"'")


def _written(value: object) -> str:
    """A value of the file in the form of an environment variable: `1` for true, a list separated by commas."""
    if isinstance(value, bool):
        return "1" if value else "0"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def with_setting(text: str, setting: Setting, value: str) -> str:
    """The file's text with this value in place of the old one, or at the end. All other lines stay as they are."""
    lines = text.splitlines()
    last = max(_lines_of(lines, setting), default=len(lines))  # of several lines the last one counts
    lines[last : last + 1] = [f"{setting.key} = {_quoted(setting, value)}"]
    return "\n".join(lines) + "\n"


def without_setting(text: str, setting: Setting) -> str:
    lines = text.splitlines()
    wrong = _lines_of(lines, setting)
    return "".join(f"{line}\n" for number, line in enumerate(lines) if number not in wrong)


def _lines_of(lines: list[str], setting: Setting) -> list[int]:
    return [number for number, line in enumerate(lines) if "=" in line and _key(line) == setting.key]


def _quoted(setting: Setting, value: str) -> str:
    if setting.sort == "boolean":
        return "true" if value.strip().lower() in YES else "false"
    if setting.sort == "number":
        return value
    import json

    return json.dumps(value, ensure_ascii=False)


def origin(setting: Setting, environ: Mapping[str, str], file: UserSettings) -> tuple[str, str]:
    """The value of a setting and where it comes from. The values from the file are in `environ` too."""
    found, text = file.given.get(setting.key), environ.get(setting.variable)
    if found and text in (None, "", found.value):
        return found.value, tr("{file}, line {line}", file=CONFIG_NAME, line=found.line)
    return (text, setting.variable) if text else (tr(setting.default), tr("default"))
