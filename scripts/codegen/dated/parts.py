"""Takes params.py apart, so that a version has only the dicts of its own, and modules depend on no more than they import.

Every resource with nested objects imports from this one module. Were it compared as a whole, one new field would put it, and all
that imports it, into the package of a date. So each dict is a part, `params.py#VoiceParam`, which is compared like a module.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

Modules = dict[str, str]
"""Text of each module, by its path in the package."""

WHOLE = "params.py"


def part(module: str, name: str) -> str:
    """Return how the part of a module is called."""
    return f"{module}#{name}"


def taken_apart(modules: Modules) -> Modules:
    """Return the modules with each dict of params.py as a module: the imports that it needs, and itself."""
    if WHOLE not in modules:
        return modules
    text = modules[WHOLE]
    imports, bodies = _imports(text), _bodies(text)
    found = {path: each for path, each in modules.items() if path != WHOLE}
    for name, body in bodies.items():
        words = set(re.findall(r"\w+", body))
        used = [line for alias, line in imports.items() if alias in words]
        # The other dicts that it names are imported, too, so that it differs where they do.
        used += [f"from .params import {other}" for other in bodies if other in words and other != name]
        found[part(WHOLE, name)] = "\n".join((*used, body, ""))
    return found


def put_together(texts: Mapping[str, str], whole: str, owners: Mapping[str, str]) -> str:
    """Return the text of params.py with the parts that a version has of its own. It imports the others.

    Args:
        texts: The text of each part of its own, its imports redirected.
        whole: The module with all of its parts.
        owners: The package of the version that has each part, "" for the newest.
    """
    lines, bodies = set(), []
    for name in _bodies(whole):
        path = part(WHOLE, name)
        if path not in texts:
            lines.add(f"from ..{owners[path]}{'.' * bool(owners[path])}params import {name}")
            continue
        tree = ast.parse(texts[path])
        imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
        lines |= {ast.unparse(node) for node in imports if (node.module, node.level) != ("params", 1)}
        bodies.append("\n".join(texts[path].splitlines()[imports[-1].end_lineno if imports else 0 :]))
    document = ast.parse(whole)
    doc, names = document.body[0], next(node for node in document.body if isinstance(node, ast.Assign))
    head = "\n".join(whole.splitlines()[: doc.end_lineno])
    return "\n".join((head, *sorted(lines), ast.unparse(names), *bodies, ""))


def _imports(text: str) -> dict[str, str]:
    """Return the statement that imports each name."""
    return {
        alias.name: f"from {'.' * node.level}{node.module or ''} import {alias.name}"
        for node in ast.parse(text).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def _bodies(text: str) -> dict[str, str]:
    """Return the source of each dict, with the keywords that its base has."""
    found: dict[str, str] = {}
    before = ""
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and not ast.unparse(node.targets[0]).startswith("__"):
            before = f"{ast.get_source_segment(text, node)}\n"
        elif isinstance(node, ast.ClassDef):
            found[node.name], before = f"{before}{ast.get_source_segment(text, node)}", ""
    return found
