"""Loads all files of a folder with PyYAML's fast loader, and does nothing else: python -m tests.bench.bare FOLDER."""

import sys
from pathlib import Path

import yaml


def load_all(folder: Path) -> int:
    """Load all files, and return their number."""
    count = 0
    for file in folder.rglob("*.yaml"):
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)  # the safe loader, in C
        count += 1
    return count


if __name__ == "__main__":
    load_all(Path(sys.argv[1]))
