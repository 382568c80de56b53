"""The structure of the hand-written code, read from its text: files, lines, functions, imports and circles.

`python -m tests.house [CHECKOUT]` prints a table with a row for each room.
"""

from __future__ import annotations

import ast
import io
import sys
import tokenize
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parents[1]
PACKAGES = {
    "cartesia_client": "overrides",
    "cartesia_io": "overrides",
    "cartesia_sandbox": "sandbox",
    "cartesia_tools": "tools",
    "codegen": "scripts",
}
"""Hand-written packages, and the folder of each."""
NOT_READ = ("templates", "__pycache__")
EMITTED = tuple(Path("overrides", "cartesia_client", folder) for folder in ("types", "resources"))
"""Written by scripts/regenerate, in a package that is otherwise written by hand."""
Graph = Mapping[Path, frozenset[Path]]


class Function(NamedTuple):
    name: str
    lines: int
    """Lines of the definition, without its docstring and decorators."""


def files(package: str, project: Path = PROJECT) -> list[Path]:
    """List the modules of a package that are written by hand."""
    folder = project / PACKAGES[package] / package
    paths = (path for path in sorted(folder.rglob("*.py")) if not set(NOT_READ) & set(path.parts))
    return [path for path in paths if is_written_by_hand(path, project)]


def is_written_by_hand(path: Path, project: Path = PROJECT) -> bool:
    """Return whether no part of the tree that a module stands in is emitted."""
    return not any(project / folder in path.parents for folder in EMITTED)


def room(path: Path, project: Path = PROJECT) -> str:
    """Name the room of a module: its folder in the package, or itself at the top."""
    return path.relative_to(project).parts[2].removesuffix(".py")


@cache
def parse(path: Path) -> ast.Module:
    """Read a module once for all checks."""
    return ast.parse(path.read_text(encoding="utf-8"))


def code_lines(path: Path) -> int:
    """Count the lines that hold code: no comments, no docstrings, no blank lines."""
    texts = {
        line
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline)
    skipped = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)
    return len({token.start[0] for token in tokens if token.type not in skipped} - texts)


def functions(path: Path) -> Iterator[Function]:
    """Find all functions and methods of a module."""
    for node in ast.walk(parse(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            first = node.body[1] if ast.get_docstring(node) is not None and len(node.body) > 1 else node.body[0]
            head = node.body[0].lineno - node.lineno
            yield Function(node.name, head + (node.end_lineno or 0) - first.lineno + 1)


@cache
def graph(project: Path = PROJECT) -> Graph:
    """Map each module to the modules that it imports: at its top, inside functions, and for type checkers only."""
    modules = {_name(path, project): path for package in PACKAGES for path in files(package, project)}
    return {
        path: frozenset(
            modules[target] for name in imported(path, project) if (target := _longest(name, modules)) in modules
        )
        - {path}
        for path in modules.values()
    }


def circles(edges: Graph) -> list[list[Path]]:
    """Find the groups of modules that import each other (Tarjan's strongly connected components)."""
    index: dict[Path, int] = {}
    low: dict[Path, int] = {}
    stack: list[Path] = []
    found: list[list[Path]] = []

    def visit(path: Path) -> None:
        index[path] = low[path] = len(index)
        stack.append(path)
        for target in sorted(edges[path]):
            if target not in index:
                visit(target)
            if target in stack:
                low[path] = min(low[path], low[target])
        if low[path] == index[path]:
            place = stack.index(path)
            group = stack[place:]
            del stack[place:]
            if len(group) > 1:
                found.append(sorted(group))

    for path in edges:
        if path not in index:
            visit(path)
    return found


def _name(path: Path, project: Path) -> str:
    parts = path.relative_to(project).parts[1:]
    return ".".join(parts).removesuffix(".py").removesuffix(".__init__")


def imported(path: Path, project: Path = PROJECT) -> Iterator[str]:
    """Find the names that a module imports, each with its module."""
    package = _name(path, project).split(".")
    package = package if path.name == "__init__.py" else package[:-1]
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = [*package[: len(package) - node.level + 1]] if node.level else []
            base += node.module.split(".") if node.module else []
            yield from (".".join((*base, alias.name)) for alias in node.names)


def _longest(name: str, modules: Mapping[str, Path]) -> str:
    """Cut an imported name down to the module that has it."""
    while name and name not in modules:
        name = name.rpartition(".")[0]
    return name


def table(project: Path) -> Iterator[str]:
    """Write a row for each room."""
    yield "| room | files | lines | longest module | longest function | rooms it imports | circles |"
    yield "|---|---|---|---|---|---|---|"
    edges = graph(project)
    groups = circles(edges)
    for package in PACKAGES:
        rooms: dict[str, list[Path]] = {}
        for path in files(package, project):
            rooms.setdefault(room(path, project), []).append(path)
        for name, paths in rooms.items():
            out = {room(to, project) for path in paths for to in edges[path] if to in files(package, project)} - {name}
            lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in paths]
            longest = max((each.lines for path in paths for each in functions(path)), default=0)
            count = sum(1 for group in groups if set(group) & set(paths))
            yield f"| {package}/{name} | {len(paths)} | {sum(lengths)} | {max(lengths)} | {longest} | {len(out)} | {count} |"


if __name__ == "__main__":
    print("\n".join(table(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else PROJECT)))
