"""Changes the imports of a program of the official library to those of this one, and nothing else of its text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OFFICIAL = "cartesia"
MODERN, COMPAT = "cartesia_client", "cartesia_client.compat"
OLD_MODULES = {"core", "tts", "stt", "voices", "voice_changer", "auth", "datasets", "infill", "api_status"}
OLD_MODULES |= {"embedding", "environment", "client", "base_client", "version", "utils"}
"""Modules of 1.x and 2.x. Those of 4.x are `types`, `resources` and others."""
_KEPT = {f"cartesia.{name}" for name in ("tts", "stt", "voices", "core.api_error", "core.request_options")}
"""Those that `cartesia_client.compat` has under their names; it has the names of the others itself."""


@dataclass(frozen=True)
class ImportEdit:
    """A line of a program with an import of the official library, and what it becomes."""

    line: int
    old: str
    new: str


def import_edits(source: str, package: str = MODERN) -> list[ImportEdit]:
    """Return the lines to change so that the program imports `package`. Raise SyntaxError if it is not Python."""
    lines = lines_of(source)
    changed = list(lines)
    # From the end: what stands before keeps its place.
    for place in sorted(_places(ast.parse(source), package), reverse=True):
        line, start, end, text = place
        data = changed[line - 1].encode()
        changed[line - 1] = (data[:start] + text.encode() + data[end:]).decode()
    return [
        ImportEdit(number, old.rstrip("\n\r"), new.rstrip("\n\r"))
        for number, (old, new) in enumerate(zip(lines, changed, strict=True), 1)
        if old != new
    ]


def with_edits(source: str, edits: Sequence[ImportEdit]) -> str:
    """Return the program with its imports changed."""
    lines = lines_of(source)
    for each in edits:
        lines[each.line - 1] = lines[each.line - 1].replace(each.old, each.new, 1)
    return "".join(lines)


def is_official(module: str) -> bool:
    """Return whether a dotted name is the official library or a module of it."""
    return module == OFFICIAL or module.startswith(f"{OFFICIAL}.")


def counterpart(module: str, package: str) -> str:
    """Return the module to import instead. What is private to the official library is public here, or is not at all."""
    if "._" in module:
        return package
    if package == COMPAT and module != OFFICIAL:
        first = module.split(".")[1]
        if first not in OLD_MODULES:  # one of 3.x and 4.x
            return MODERN + module.removeprefix(OFFICIAL)
        return COMPAT + module.removeprefix(OFFICIAL) if module in _KEPT else COMPAT
    return package + module.removeprefix(OFFICIAL)


def lines_of(source: str) -> list[str]:
    """Return the lines as Python counts them: `splitlines` ends them at form feeds and other characters, too."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", source)


def _places(tree: ast.Module, package: str) -> Iterator[tuple[int, int, int, str]]:
    """Yield line, first and last byte, and new text of each name of a module that is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module and is_official(node.module):
            start = node.col_offset + len("from ")
            yield node.lineno, start, start + len(node.module), counterpart(node.module, package)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if is_official(alias.name):
                    yield alias.lineno, alias.col_offset, alias.col_offset + len(alias.name), _imported(alias, package)


def _imported(alias: ast.alias, package: str) -> str:
    new = package + alias.name.removeprefix(OFFICIAL)
    if alias.asname:
        return new
    # `import cartesia` and `import cartesia.types` bind the same name, which the program uses everywhere.
    return f"{new} as {OFFICIAL}" if alias.name == OFFICIAL else f"{new}, {package} as {OFFICIAL}"
