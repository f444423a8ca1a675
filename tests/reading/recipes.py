"""Examples that no repository should hold: files too large to keep, and links that lead nowhere.

A recipe is the text of the file; `1200 times: x` stands for 1,200 lines `x`, and `link: x` for a link to x.
"""

import re
from pathlib import Path

RECIPE = ".recipe"
_TIMES = re.compile(r"(\d+) times: (.*)")
_LINK = re.compile(r"link: (.*)")


def make(recipe: Path, file: Path) -> None:
    """Make the file that the recipe stands for."""
    text = recipe.read_text(encoding="utf-8")
    if link := _LINK.match(text):
        file.symlink_to(link[1])
    else:
        file.write_text(_TIMES.sub(lambda found: "\n".join([found[2]] * int(found[1])), text), encoding="utf-8")


def described(recipe: Path) -> str:
    """What a reader needs to see of it."""
    text = recipe.read_text(encoding="utf-8")
    if link := _LINK.match(text):
        return f"(a link to {link[1]}, which is not there)\n"
    return _TIMES.sub(lambda found: f"{found[2]}\n# … and {int(found[1]) - 1:,} lines more like this one", text)
