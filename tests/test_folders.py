"""The user's folders are the same as those of platformdirs."""

import os
from pathlib import Path

import platformdirs
import pytest

from briefcli.folders import user_folder


@pytest.mark.parametrize("value", [None, "", "/elsewhere"])
def test_user_folders_match_platformdirs(value: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    assert user_folder("cache", "name", os.environ) == platformdirs.user_cache_dir("name", appauthor=False)
    assert user_folder("config", "name", os.environ) == platformdirs.user_config_dir("name", appauthor=False)


def test_a_relative_xdg_folder_is_ignored(tmp_path: Path) -> None:
    found = user_folder("cache", "name", {"HOME": str(tmp_path), "XDG_CACHE_HOME": "not/absolute"})
    assert found is not None
    assert Path(found).is_absolute()


def test_without_a_home_there_is_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert user_folder("cache", "name", os.environ) is None
