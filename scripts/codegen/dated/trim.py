"""Trims the modules of older versions.

More than half of the generated Python belongs to older versions, which few callers load. Nothing calls the endpoint functions
of an older version, and its docstrings mostly repeat those of the newest. Types, signatures and behavior stay whole.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from ..emit.docstrings import OPTION_DOCS

Function = ast.FunctionDef | ast.AsyncFunctionDef

# The client calls only `_get_kwargs` and `_parse_response`. These are the generator's own way to send a request.
_ENDPOINT_FUNCTIONS = ("_build_response", "sync_detailed", "sync", "asyncio_detailed", "asyncio")

# Every docstring of a method ends with the options that all calls take, and the errors that all calls raise.
_COMMON_ENDING = re.compile(rf"(\s*Args:)?\n\s*{next(iter(OPTION_DOCS))}: .*", re.DOTALL)


@cache  # most modules are the same in several versions
def trim(path: str, text: str, newest: str) -> str:
    """Return the text that the module `path` has in the package of an older version.

    `newest` is the text of the same module in the newest version, empty if it has none.
    """
    if path.startswith("api/"):
        return _without_endpoint_functions(text)
    if path.startswith("resources/"):
        return _without_repeated_docstrings(text, newest)
    if path.startswith("models/") or path == "events.py":
        return _without_repeated_field_lists(text, newest)
    return text


def comparable(path: str, text: str) -> str:
    """Return what makes a module another one than that of the next newer version.

    The classes at the end of contexts.py are no part of it: only those of older versions are for type checkers, and they hold
    nothing but what stands before them.
    """
    if path != "contexts.py":
        return text
    return _replaced(text, {node: "" for node in ast.parse(text).body if isinstance(node, ast.If)})


def _without_endpoint_functions(text: str) -> str:
    """Leave out the functions that send; ruff removes the imports that only these use."""
    functions = [node for node in ast.parse(text).body if isinstance(node, Function)]
    return _replaced(text, {node: "" for node in functions if node.name in _ENDPOINT_FUNCTIONS})


def _without_repeated_docstrings(text: str, newest: str) -> str:
    """Shorten the docstrings of methods.

    A docstring that the newest version repeats keeps its first line, the summary. Any other keeps all but the ending that it
    shares with every method.
    """
    known = {name: ast.get_docstring(method) for name, method in _methods(newest)}
    lines = text.splitlines()
    shorter: dict[ast.stmt, str] = {}
    for name, method in _methods(text):
        docstring = ast.get_docstring(method)
        if docstring is not None:
            statement = method.body[0]
            # Not ast.get_source_segment: it takes the whole module apart again for each docstring.
            written = "\n".join(lines[statement.lineno - 1 : statement.end_lineno])
            source = written.lstrip().removesuffix('"""').rstrip()
            kept = source.partition("\n")[0] if docstring == known.get(name) else _COMMON_ENDING.sub("", source)
            indent = " " * statement.col_offset
            shorter[statement] = indent + (f'{kept}\n{indent}"""' if "\n" in kept else f'{kept}"""')
    return _replaced(text, shorter)


def _without_repeated_field_lists(text: str, newest: str) -> str:
    """Leave out what the docstrings of classes say of each field, where the newest version repeats it."""
    known = {each.name: ast.get_docstring(each) for each in _classes(newest)}
    fields = {name: ast.unparse(statement) for name, statement in _field_docstrings(newest)}
    shorter: dict[ast.stmt, str] = {
        statement: "" for name, statement in _field_docstrings(text) if fields.get(name) == ast.unparse(statement)
    }
    for definition in _classes(text):
        docstring = ast.get_docstring(definition)
        summary, _, rest = (docstring or "").partition("\n\n")
        if rest and docstring == known.get(definition.name) and "\n" not in summary:
            statement = definition.body[0]
            shorter[statement] = " " * statement.col_offset + f'"""{summary}"""'
    return _replaced(text, shorter)


def _field_docstrings(text: str) -> Iterator[tuple[tuple[str, str], ast.Expr]]:
    """Yield (class, field) and the string below each field that has one."""
    for definition in _classes(text):
        for field, statement in pairwise(definition.body):
            if isinstance(field, ast.AnnAssign) and isinstance(statement, ast.Expr):
                yield (definition.name, ast.unparse(field.target)), statement


def _classes(text: str) -> list[ast.ClassDef]:
    return [node for node in ast.parse(text).body if isinstance(node, ast.ClassDef)]


def _methods(text: str) -> Iterator[tuple[tuple[str, str], Function]]:
    """Yield (class, method) and definition of each method."""
    for definition in _classes(text):
        for method in definition.body:
            if isinstance(method, Function):
                yield (definition.name, method.name), method


def _replaced(text: str, replacements: Mapping[ast.stmt, str]) -> str:
    """Replace the lines of statements."""
    lines = text.splitlines()
    for node, replacement in sorted(replacements.items(), key=lambda item: -item[0].lineno):
        lines[node.lineno - 1 : node.end_lineno] = replacement.splitlines()
    return "\n".join((*lines, ""))
