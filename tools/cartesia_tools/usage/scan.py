"""Reads a program's code (never runs it) and says what of the API it touches, and where.

Clients are followed through assignments, `with`, attributes of self and annotations; a call such as
`anything.tts.generate(...)` counts as one of the API wherever the object comes from. Results are followed through
assignments, loops, `await`, comparisons and `match`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .names import Names, Value, is_text

_SKIPPED = {"node_modules", "site-packages", "__pycache__", "venv"}


@dataclass(frozen=True)
class Touch:
    """One place where a program touches the API."""

    file: Path
    line: int
    kind: str
    """call; argument (passed to a call); result (read from an answer); model (imported); field (of a model)."""
    owner: str
    """The operation, or the model."""
    path: tuple[str, ...] = ()
    value: Any = ...
    """The literal that is passed or compared with; an Ellipsis where it is not known."""
    call: int = 0
    """Calls and their arguments have the same number."""
    open: bool = False
    """More may be passed than can be seen: `**options`, or a value that is made elsewhere."""
    shown: str = ""


def files(path: Path) -> Iterator[Path]:
    """The Python files of a program, without environments and hidden folders."""
    if path.is_file():
        yield path
    for found in sorted(path.rglob("*.py")) if path.is_dir() else ():
        parts = found.relative_to(path).parts
        if not any(part in _SKIPPED or part.startswith(".") for part in parts):
            yield found


def scan(path: Path, methods: Mapping[tuple[str, ...], str], positional: Mapping[str, Sequence[str]]) -> list[Touch]:
    """What the file touches. `methods` maps the ends of dotted names to operations; `positional` has the names of
    arguments without keyword. Raises SyntaxError where the file is not Python."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    scanner = _Scanner(path, methods, positional)
    # Names may be used above the line that binds them, as in methods above __init__; the third pass sees all.
    for _ in range(3):
        scanner.touches.clear()
        scanner.visit(tree)
    return sorted(scanner.touches, key=lambda touch: (touch.line, touch.kind, touch.path))


class _Scanner(Names):
    def __init__(
        self, path: Path, methods: Mapping[tuple[str, ...], str], positional: Mapping[str, Sequence[str]]
    ) -> None:
        super().__init__(methods)
        self.path, self.positional = path, positional
        self.touches: set[Touch] = set()

    def imported(self, node: ast.ImportFrom, model: str) -> None:
        self._touch(node, "model", model)

    def _touch(self, node: ast.AST, kind: str, owner: str, path: tuple[str, ...] = (), **facts: Any) -> None:
        line = getattr(node, "lineno", 0)
        value = facts.get("value")
        if isinstance(value, (list, dict, set)):
            facts["value"] = ...
        self.touches.add(Touch(self.path, line, kind, owner, path, **facts))

    def visit_Call(self, node: ast.Call) -> None:
        operation = self.operation(node.func)
        base = self.value(node.func.value) if isinstance(node.func, ast.Attribute) else None
        if operation is None and base and base.kind == "answer" and self.socket(base.owner):
            operation = base.owner
        if operation:
            number = node.lineno * 1000 + node.col_offset
            shown = f"{ast.unparse(node.func)}(...)"
            given: list[tuple[str, ast.expr]] = list(zip(self.positional.get(operation, ()), node.args, strict=False))
            self._arguments(node, "argument", operation, (), given, number)
            hidden = any(word.arg is None and not self._keys(word.value) for word in node.keywords)
            self._touch(node, "call", operation, call=number, open=hidden, shown=shown)
        elif model := self.model(node.func):
            self._arguments(node, "field", model, (), [], 0)
        self.generic_visit(node)

    def _keys(self, node: ast.expr) -> ast.expr | None:
        """The dict (as `{...}` or `dict(...)`) that an expression stands for."""
        value = self.value(node)
        return value.node if value and isinstance(value.node, (ast.Dict, ast.Call)) else None

    def _arguments(
        self,
        node: ast.expr,
        kind: str,
        owner: str,
        path: tuple[str, ...],
        given: list[tuple[str, ast.expr]],
        number: int,
    ) -> None:
        """Touches of everything that a call, a `dict(...)` or a `{...}` passes, however deep."""
        if isinstance(node, ast.Call):
            given = [*given, *((word.arg, word.value) for word in node.keywords if word.arg)]
            rest = [word.value for word in node.keywords if word.arg is None]
        else:
            pairs = list(zip(node.keys, node.values, strict=True)) if isinstance(node, ast.Dict) else []
            given = [(str(key.value), value) for key, value in pairs if key is not None and is_text(key)]
            rest = [value for key, value in pairs if key is None]
        for more in rest:
            if found := self._keys(more):
                self._arguments(found, kind, owner, path, [], number)
        for name, value in given:
            here = (*path, name)
            inner = self._keys(value)
            literal = self._literal(value)
            facts = {"value": literal, "call": number, "open": inner is None and literal is ...}
            # A constant is edited where it is made.
            known = self.value(value)
            place = known.node if known and known.node is not None and literal is not ... and inner is None else value
            self._touch(place, kind, owner, here, shown=f"{name}={ast.unparse(value)}"[:60], **facts)
            if inner is not None:
                self._arguments(inner, kind, owner, here, [], number)
            elements = known.node.elts if known and isinstance(known.node, (ast.List, ast.Tuple)) else []
            for element in elements:
                if (entry := self._keys(element)) is not None:
                    self._arguments(entry, kind, owner, here, [], number)
                elif (one := self._literal(element)) is not ...:
                    self._touch(element, kind, owner, here, value=one, call=number, shown=f"{name}=[{one!r}]")

    def _literal(self, node: ast.expr) -> Any:
        value = self.value(node)
        try:
            return ast.literal_eval(value.node) if value and value.node is not None else ...
        except (ValueError, TypeError, SyntaxError):
            return ...

    def visit_Attribute(self, node: ast.Attribute) -> None:
        base = self.value(node.value)
        if base and base.kind in ("answer", "model") and isinstance(node.ctx, ast.Load):
            kind = "result" if base.kind == "answer" else "field"
            self._touch(node, kind, base.owner, (*base.path, node.attr), shown=ast.unparse(node))
        elif model := self.model(node):
            self._touch(node, "model", model)
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        sides = [node.left, *node.comparators]
        for side in sides:
            value = self.value(side)
            if value and value.kind in ("answer", "model") and value.path:
                self._compared(value, [other for other in sides if other is not side])
        self.generic_visit(node)

    def _compared(self, value: Value, others: Sequence[ast.expr]) -> None:
        for other in others:
            listed = other.elts if isinstance(other, (ast.List, ast.Tuple, ast.Set)) else [other]
            for entry in listed:
                literal = self._literal(entry)
                if literal is not ...:
                    kind = "result" if value.kind == "answer" else "field"
                    self._touch(entry, kind, value.owner, value.path, value=literal, shown=ast.unparse(entry))

    def visit_Match(self, node: ast.Match) -> None:
        value = self.value(node.subject)
        if value and value.kind in ("answer", "model"):
            for case in node.cases:
                for inner in ast.walk(case.pattern):
                    if isinstance(inner, ast.MatchValue):
                        self._compared(value, [inner.value])
        self.generic_visit(node)


def keyword(name: str) -> str:
    """The keyword argument for a field: forms and queries may have brackets and capitals in theirs."""
    name = re.sub(r"\[(\w+)\]", r"_\1", name.removesuffix("[]"))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
