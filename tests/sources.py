"""The source of the program, parsed once for all tests that look into it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "briefcli"


@cache
def imports_and_calls() -> dict[str, list[ast.Import | ast.ImportFrom | ast.Call]]:
    """The imports of each file and its calls of plain names, also in f-strings. Paths are relative to the source."""
    return {
        file.relative_to(SOURCE).as_posix(): [
            node
            for node in _nodes(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Import | ast.ImportFrom)
            or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
        ]
        for file in sorted(SOURCE.rglob("*.py"))
    }


def _nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes below this one. `ast.walk` takes twice as long."""
    left = [tree]
    while left:
        for value in vars(left.pop()).values():
            for each in value if isinstance(value, list) else (value,):
                if isinstance(each, ast.AST) and each._fields:
                    left.append(each)
                    yield each
