"""Resolves the relative imports of generated modules, and redirects them to the versions that have the imported modules."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath

from .parts import Modules, part


def imported_modules(path: str, modules: Modules) -> Iterator[tuple[ast.ImportFrom, ast.alias, str]]:
    """Yield each name that a module imports from its own package: statement, name, and path of the module it comes from."""
    for node in _relative(modules[path]):
        for alias in node.names:
            base = "/".join(_base(path, node))
            # `from .a import b` means the module b of the package a, or else the name b of the module a.
            named = f"{base}/{alias.name}.py".lstrip("/")
            for target in (named, part(f"{base}.py", alias.name), f"{base}.py", f"{base}/__init__.py"):
                if target in modules:
                    yield node, alias, target
                    break


@cache  # most modules are the same in several versions
def _relative(text: str) -> tuple[ast.ImportFrom, ...]:
    return tuple(node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom) and node.level)


def _base(path: str, node: ast.ImportFrom) -> tuple[str, ...]:
    """Return what stands between `from` and `import`, seen from the package."""
    folder = PurePosixPath(path).parent.parts
    return (*folder[: len(folder) - node.level + 1], *(node.module.split(".") if node.module else ()))


def redirected(path: str, modules: Modules, owners: Mapping[str, str]) -> str:
    """Return the text of a module that moves into the package of its version.

    `owners` names the package of the version that has each module, "" for the newest. The module at `path` has one itself.
    """
    by_statement: dict[ast.ImportFrom, dict[str, list[str]]] = {}
    for node, alias, target in imported_modules(path, modules):
        by_statement.setdefault(node, {}).setdefault(owners[target], []).append(ast.unparse(alias))
    lines = modules[path].splitlines(keepends=True)
    # From the last statement to the first, so that the line numbers of the others stay right.
    for node, names in sorted(by_statement.items(), key=lambda item: -item[0].lineno):
        if set(names) != {owners[path]}:
            end = node.end_lineno or node.lineno
            # A comment may follow, such as `noqa`. Offsets of `ast` count bytes.
            rest = lines[end - 1].encode()[node.end_col_offset :].decode()
            lines[node.lineno - 1 : end] = [_imports(path, node, names, owners[path]) + rest]
    text = "".join(lines)
    return _with_lazy_imports(path, text, owners) if path == "models/__init__.py" else text


def _imports(path: str, node: ast.ImportFrom, names: Mapping[str, list[str]], home: str) -> str:
    """Return one import statement for each version that the names of a statement come from."""
    indent = " " * node.col_offset
    here = "." * node.level + (node.module or "")
    module = ".".join(_base(path, node))
    return "\n".join(
        f"{indent}from {here if owner == home else _place(path, owner, module)} import {', '.join(each)}"
        for owner, each in names.items()
    )


def _place(path: str, owner: str, module: str) -> str:
    """Return how the module at `path`, in the package of a version, spells a module of another version."""
    up = "." * (len(PurePosixPath(path).parent.parts) + 2)
    return up + ".".join(part for part in (owner, module) if part)


def _with_lazy_imports(path: str, text: str, owners: Mapping[str, str]) -> str:
    """Redirect what is imported when it is first asked for, such as `"Voice": ".voice"`."""

    def spelled(match: re.Match[str]) -> str:
        owner = owners[f"models/{match[1]}.py"]
        return match[0] if owner == owners[path] else f'": "{_place(path, owner, f"models.{match[1]}")}"'

    return re.sub(r'": "\.(\w+)"', spelled, text)
