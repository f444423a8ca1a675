"""Examples that do not belong in a repository: very large files, and broken links.

A recipe is the text of the file; `1200 times: x` stands for 1,200 lines `x`, and `link: x` for a link to x.
"""

import re
from pathlib import Path

RECIPE = ".recipe"
_TIMES = re.compile(r"(\d+) times: (.*)")
_LINK = re.compile(r"link: (.*)")


def make(recipe: Path, file: Path) -> None:
    """Make the file that the recipe describes."""
    text = recipe.read_text(encoding="utf-8")
    if link := _LINK.match(text):
        file.symlink_to(link[1])
    else:
        file.write_text(_TIMES.sub(lambda found: "\n".join([found[2]] * int(found[1])), text), encoding="utf-8")


def described(recipe: Path) -> str:
    """The recipe as it is shown to a reader of the page."""
    text = recipe.read_text(encoding="utf-8")
    if link := _LINK.match(text):
        return f"(a link to {link[1]}, which is not there)\n"
    return _TIMES.sub(lambda found: f"{found[2]}\n# … and {int(found[1]) - 1:,} lines more like this one", text)
