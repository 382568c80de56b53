"""Let the functions of the stock generator decode responses by `runtime/parsing.py`, and load no model that they only name.

Decoding is faster so than in httpx. A model of a request is what a parameter is annotated with, while what is sent has been built
from the arguments of a method: the first speech of a program would load fifteen modules for nothing.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_BODY = "response.json()"
# Of an enum, which is an alias of a Literal here, and has no function that checks a value. It may have new ones.
_CHECK = re.compile(r"^from \.\.\.models\.\w+ import check_\w+\n|\bcheck_\w+(?=\()", re.M)
_MODEL = re.compile(rf"(\w+)\.from_dict\({re.escape(_BODY)}\)")
_OF_MODEL = re.compile(r"^from \.\.\.models\.\w+ import (\w+)\n", re.M)


def write_endpoints(folder: Path) -> None:
    """Write all modules of operations anew."""
    for path in sorted(folder.rglob("[!_]*.py")):
        text = _MODEL.sub(r"model_of(\1, response)", path.read_text(encoding="utf-8")).replace(
            _BODY, "json_of(response)"
        )
        text = _CHECK.sub("", text)
        names = [name for name in ("json_of", "model_of") if f"{name}(" in text]
        if names:
            own_import = "from ...parsing import " + ", ".join(names)
            text = re.sub(r"^from \.\.\.", f"{own_import}\nfrom ...", text, count=1, flags=re.M)
        path.write_text(_without_unused_models(text), encoding="utf-8")


def _without_unused_models(text: str) -> str:
    """Return a module that imports the models of its annotations for type checkers alone."""
    needed = set(_names_at_run_time(ast.parse(text)))
    unused = [match for match in _OF_MODEL.finditer(text) if match[1] not in needed]
    if not unused:
        return text
    for match in unused:
        text = text.replace(match[0], "")
    block = "if TYPE_CHECKING:\n" + "".join(f"    {match[0]}" for match in unused)
    text = text.replace("from typing import ", "from typing import TYPE_CHECKING, ", 1)
    return "from __future__ import annotations\n\n" + re.sub(r"^def ", f"{block}\n\ndef ", text, count=1, flags=re.M)


def _names_at_run_time(node: ast.AST) -> Iterator[str]:
    """Yield the names that code needs when it runs: those of annotations only for what a response is read as."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) and child.name != "_parse_response":
            yield from (name for each in child.body for name in _names_at_run_time(each))
        elif isinstance(child, ast.Name):
            yield child.id
        else:
            yield from _names_at_run_time(child)
