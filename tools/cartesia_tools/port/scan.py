"""Reads a program of the official library, never runs it, and finds the lines to change."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

from ..usage.meanings import CLIENTS, dotted, is_text
from ..usage.names import NameResolver
from . import spellings
from .imports import COMPAT, MODERN, OLD_MODULES, counterpart, import_edits, is_official
from .spellings import Finding, Spelling

_PASSES = 3
_LOCAL = re.compile(r"http://(localhost|127\.|\[::1\])")
_LIBRARIES = ("httpx", "websockets", "aiohttp", "requests")
_BY_NAME = (
    "import_module",
    "__import__",
    "find_spec",
    "patch",
    "setattr",
    "importorskip",
    "run_module",
    "resolve_name",
)
"""What takes the name of a module, or of something in one, as text."""
_PAGER = {"items", "has_next", "iter_pages"}


def find(path: Path, source: str, methods: Mapping[tuple[str, ...], str], package: str | None = None) -> list[Finding]:
    """Return the lines of a program to change, in their order; none if it does not import the official library.

    Args:
        path: Where the program is.
        source: Its text.
        methods: The calls of today, by the ends of their dotted names.
        package: What it shall import. Default: what it needs.

    Raises:
        SyntaxError: It is not Python.
    """
    tree = ast.parse(source, str(path))
    if not any(map(is_official, _imported(tree))):
        return []
    visitor = _SpellingVisitor(path, methods)
    for _ in range(_PASSES):  # names may be used above the line that binds them
        visitor.findings.clear()
        visitor.visit(tree)
    found = [*visitor.findings]
    package = package or (COMPAT if any(each.in_compat for each in found) else MODERN)
    if package == COMPAT:  # there, the audio of events is text, as it was
        found = [each for each in found if each.edit != spellings.DECODED.edit]
    for each in import_edits(source, package):
        found.append(Finding(path, each.line, "import", each.old.strip(), f"write {each.new.strip()}", new=each.new))
    found += _missing(path, tree, package)
    return sorted(found, key=lambda each: (each.line, each.kind))


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module
        elif isinstance(node, ast.Call):
            yield from _in_texts(node)


def _in_texts(node: ast.Call) -> Iterator[str]:
    """Yield the names of modules, or of what is in them, that a call takes as text."""
    if (dotted(node.func) or "").rpartition(".")[2] in _BY_NAME:
        given = [*node.args, *(word.value for word in node.keywords)]
        yield from (str(each.value) for each in given if is_text(each))


def _missing(path: Path, tree: ast.Module, package: str) -> Iterator[Finding]:
    """Yield the names that are imported from the official library and that this one does not have."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module and is_official(node.module):
            module = counterpart(node.module, package)
            for alias in node.names:
                if alias.name != "*" and not _has(module, alias.name):
                    edit = f"remove it: {module} has no {alias.name}"
                    yield Finding(path, node.lineno, "missing", f"import of {alias.name}", edit)


def _has(module: str, name: str) -> bool:
    try:
        return hasattr(import_module(module), name) or bool(import_module(f"{module}.{name}"))
    except ImportError:
        return False


class _SpellingVisitor(NameResolver):
    def __init__(self, path: Path, methods: Mapping[tuple[str, ...], str]) -> None:
        old = {tuple(name.split(".")): name for name in spellings.CALLS}
        super().__init__({**old, **methods})
        self.path, self.old = path, old
        self.findings: dict[Finding, None] = {}  # a set in the order of the code

    def _add(self, node: ast.AST, spelling: Spelling, code: str = "") -> None:
        code = code or ast.unparse(node)
        line: int = getattr(node, "lineno", 0)
        self.findings[Finding(self.path, line, spelling.kind, code[:80], spelling.edit, spelling.in_compat)] = None

    # -- imports -------------------------------------------------------------------------------------------------------

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Add imports of modules that only 1.x and 2.x have."""
        parts = (node.module or "").split(".")
        if node.level == 0 and parts[0] == "cartesia" and len(parts) > 1 and parts[1] in OLD_MODULES:
            self._add(node, spellings.OLD_MODULE, f"import from {node.module}")
        super().visit_ImportFrom(node)

    # -- calls ---------------------------------------------------------------------------------------------------------

    def visit_Call(self, node: ast.Call) -> None:
        """Add old calls, old arguments, options of clients that changed, and audio that is decoded twice."""
        name = dotted(node.func) or ""
        last = name.rpartition(".")[2]
        if last in CLIENTS or last in ("with_options", "copy"):
            self._client(node)
        elif (
            last == "b64decode"
            and node.args
            and isinstance(node.args[0], ast.Attribute)
            and node.args[0].attr == "data"
        ):
            self._add(node, spellings.DECODED)
        else:
            self._call(node)
        if any(map(is_official, _in_texts(node))):
            self._add(node, spellings.IN_TEXT)
        self.generic_visit(node)

    def _call(self, node: ast.Call) -> None:
        old, operation = self._named(node.func, self.old), self.operation(node.func)
        if old:
            self._add(node.func, spellings.CALLS[old], f"{ast.unparse(node.func)}(...)")
        base = self.resolve(node.func.value) if isinstance(node.func, ast.Attribute) else None
        of_socket = base is not None and base.kind == "response" and base.owner.startswith(("tts.", "stt."))
        if not (old or operation or of_socket):
            return
        for word in node.keywords:
            spelling = spellings.ARGUMENTS.get(word.arg or "")
            if spelling and (word.arg, operation) not in spellings.ELSEWHERE_TODAY:
                self._add(word, spelling, f"{word.arg}={ast.unparse(word.value)}")

    def _named(self, node: ast.expr, methods: dict[tuple[str, ...], str]) -> str | None:
        today, self.methods = self.methods, methods
        try:
            return self.operation(node)
        finally:
            self.methods = today

    def _client(self, node: ast.Call) -> None:
        for word in node.keywords:
            text = str(word.value.value) if is_text(word.value) else ""
            code = f"{word.arg}={ast.unparse(word.value)}"
            if word.arg in spellings.OPTIONS:
                self._add(word, spellings.OPTIONS[word.arg], code)
            elif word.arg == "base_url" and text.startswith("http://") and not _LOCAL.match(text):
                self._add(word, spellings.PLAIN_HTTP, code)
            elif word.arg in ("api_key", "token") and any(map(str.isspace, text.strip())):
                self._add(word, spellings.BLANK_KEY, f"{word.arg}=...")

    def visit_AsyncFor(self, node: ast.AsyncFor) -> None:
        """Add loops over what 2.x returns without await."""
        if isinstance(node.iter, ast.Call) and self._named(node.iter.func, self.old) in ("tts.bytes", "tts.sse"):
            self._add(node.iter, spellings.NOT_AWAITED, f"async for ... in {ast.unparse(node.iter.func)}(...)")
        super().visit_AsyncFor(node)

    # -- what is read --------------------------------------------------------------------------------------------------

    def visit_Compare(self, node: ast.Compare) -> None:
        """Add branches for events that report an error."""
        sides = [node.left, *node.comparators]
        if any(is_text(side) and side.value == "error" for side in sides):
            for side in sides:
                if isinstance(side, ast.Attribute) and side.attr == "type" and self._may_be_event(side.value):
                    self._add(node, spellings.ERROR_EVENT)
        self.generic_visit(node)

    def visit_Match(self, node: ast.Match) -> None:
        """Add cases for events that report an error."""
        subject = node.subject
        if isinstance(subject, ast.Attribute) and subject.attr == "type" and self._may_be_event(subject.value):
            for case in node.cases:
                for inner in ast.walk(case.pattern):
                    if isinstance(inner, ast.MatchValue) and is_text(inner.value) and inner.value.value == "error":
                        self._add(inner, spellings.ERROR_EVENT, "case 'error'")
        self.generic_visit(node)

    def _may_be_event(self, node: ast.expr) -> bool:
        known = self.resolve(node)
        return known is None or known.kind == "response"

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Add events that are read as dicts."""
        base = self.resolve(node.value)
        if base and base.kind == "response" and is_text(node.slice) and base.owner.startswith("tts."):
            self._add(node, spellings.SUBSCRIPT)
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Add what pages of 2.x have."""
        base = self.resolve(node.value)
        if base and base.kind == "response" and base.owner.endswith(".list") and not base.path and node.attr in _PAGER:
            self._add(node, spellings.PAGER)
        self.generic_visit(node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        """Add handlers of errors of the libraries below."""
        for inner in _named_errors(node.type):
            if (dotted(inner) or "").split(".")[0] in _LIBRARIES:
                self._add(inner, spellings.FOREIGN_ERROR, f"except {ast.unparse(inner)}")
        super().visit_ExceptHandler(node)


def _named_errors(node: ast.expr | None) -> Iterable[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [node] if node is not None else []
