"""Reads the code of a program (never runs it) and finds where it refers to the API.

Clients are followed through assignments, `with`, attributes of self and annotations; a call such as
`anything.tts.generate(...)` is one of the API wherever the object comes from. Responses are followed through
assignments, loops, `await`, comparisons and `match`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

from .names import Meaning, NameResolver, is_text

_SKIPPED = {"node_modules", "site-packages", "__pycache__", "venv"}
_PASSES = 3

ReferenceKind = Literal["call", "argument", "response", "model", "field"]


@dataclass(frozen=True)
class Reference:
    """One place where a program refers to the API."""

    file: Path
    line: int
    kind: ReferenceKind
    """call; argument (passed to a call); response (a field read from one); model (imported); field (of a model)."""
    owner: str
    """The operation, or the model."""
    path: tuple[str, ...] = ()
    """The way to the field, from the outside."""
    value: Any = ...
    """The literal that is passed or compared with; an Ellipsis if it is not known."""
    call: int = 0
    """A call and its arguments have the same number."""
    open: bool = False
    """Whether more may be passed than can be seen: `**options`, or a value that is made elsewhere."""
    code: str = ""


class _Target(NamedTuple):
    """What arguments are passed to."""

    kind: Literal["argument", "field"]
    owner: str
    call: int = 0
    path: tuple[str, ...] = ()

    def at(self, name: str) -> _Target:
        return self._replace(path=(*self.path, name))


def python_files(path: Path) -> Iterator[Path]:
    """Yield the Python files of a program, without environments and hidden folders."""
    if path.is_file():
        yield path
    for found in sorted(path.rglob("*.py")) if path.is_dir() else ():
        parts = found.relative_to(path).parts
        if not any(part in _SKIPPED or part.startswith(".") for part in parts):
            yield found


def find_references(
    path: Path, methods: Mapping[tuple[str, ...], str], positional: Mapping[str, Sequence[str]]
) -> list[Reference]:
    """Return the references of a file. Raise SyntaxError if it is not Python.

    `methods` maps the ends of dotted names to operations; `positional` has the names of arguments without keyword.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    visitor = _ReferenceVisitor(path, methods, positional)
    # Names may be used above the line that binds them, as in methods above __init__. One pass binds them, a second binds
    # what is made of them; the last sees all.
    for _ in range(_PASSES):
        visitor.references.clear()
        visitor.visit(tree)
    # A field that is read stands before the literal that it is compared with.
    return sorted(visitor.references, key=lambda each: (each.line, each.kind, each.path, each.value is not ...))


class _ReferenceVisitor(NameResolver):
    def __init__(
        self, path: Path, methods: Mapping[tuple[str, ...], str], positional: Mapping[str, Sequence[str]]
    ) -> None:
        super().__init__(methods)
        self.path, self.positional = path, positional
        self.references: dict[Reference, None] = {}  # a set in the order of the code

    def _add(self, node: ast.AST, kind: ReferenceKind, owner: str, path: tuple[str, ...] = (), **facts: Any) -> None:
        if isinstance(facts.get("value"), (list, dict, set)):
            facts["value"] = ...  # their entries are references of their own
        self.references[Reference(self.path, getattr(node, "lineno", 0), kind, owner, path, **facts)] = None

    def imported(self, node: ast.ImportFrom, model: str) -> None:
        """Add the import of a model."""
        self._add(node, "model", model)

    # -- what is passed -------------------------------------------------------------------------------------------

    def visit_Call(self, node: ast.Call) -> None:
        """Add a call of an operation or of a method of its socket, or the fields of a model that is built."""
        operation = self.operation(node.func)
        base = self.resolve(node.func.value) if isinstance(node.func, ast.Attribute) else None
        if operation is None and base and base.kind == "response" and self.is_socket(base.owner):
            operation = base.owner
        if operation:
            number = node.lineno * 1000 + node.col_offset
            given = zip(self.positional.get(operation, ()), node.args, strict=False)
            self._passed(node, _Target("argument", operation, number), given)
            hidden = any(word.arg is None and not self._mapping(word.value) for word in node.keywords)
            code = f"{ast.unparse(node.func)}(...)"
            self._add(node, "call", operation, call=number, open=hidden, code=code)
        elif model := self.model(node.func):
            self._passed(node, _Target("field", model))
        self.generic_visit(node)

    def _passed(self, node: ast.expr, target: _Target, given: Iterable[tuple[str, ast.expr]] = ()) -> None:
        """Add everything that a call, a `dict(...)` or a `{...}` passes, however deep."""
        named, spread = _entries(node)
        for more in spread:
            if found := self._mapping(more):
                self._passed(found, target)
        for name, value in (*given, *named):
            self._argument(name, value, target.at(name))

    def _argument(self, name: str, value: ast.expr, target: _Target) -> None:
        """Add one argument, and what is in it if it is a mapping or a list."""
        inner, literal, known = self._mapping(value), self._literal(value), self.resolve(value)
        place = value
        if inner is None and literal is not ... and known and known.node is not None:
            place = known.node  # a constant is edited where it is made
        code = f"{name}={ast.unparse(value)}"[:60]
        hidden = inner is None and literal is ...
        self._add(
            place, target.kind, target.owner, target.path, value=literal, call=target.call, open=hidden, code=code
        )
        if inner is not None:
            self._passed(inner, target)
        if known and isinstance(known.node, (ast.List, ast.Tuple)):
            for element in known.node.elts:
                self._element(name, element, target)

    def _element(self, name: str, element: ast.expr, target: _Target) -> None:
        if (entry := self._mapping(element)) is not None:
            self._passed(entry, target)
        elif (one := self._literal(element)) is not ...:
            code = f"{name}=[{one!r}]"
            self._add(element, target.kind, target.owner, target.path, value=one, call=target.call, code=code)

    def _mapping(self, node: ast.expr) -> ast.expr | None:
        """Return the dict (as `{...}` or `dict(...)`), or the call that builds a model, that an expression means."""
        meaning = self.resolve(node)
        return meaning.node if meaning and isinstance(meaning.node, (ast.Dict, ast.Call)) else None

    def _literal(self, node: ast.expr) -> Any:
        """Return the value of a literal, or an Ellipsis."""
        meaning = self.resolve(node)
        try:
            return ast.literal_eval(meaning.node) if meaning and meaning.node is not None else ...
        except (ValueError, TypeError, SyntaxError):
            return ...

    # -- what is read ---------------------------------------------------------------------------------------------

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Add a field that is read from a response or a model, or a model that is named."""
        base = self.resolve(node.value)
        if base and base.kind in ("response", "model") and isinstance(node.ctx, ast.Load):
            self._add(node, _read_kind(base), base.owner, (*base.path, node.attr), code=ast.unparse(node))
        elif model := self.model(node):
            self._add(node, "model", model)
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        """Add the literals that a field is compared with."""
        sides = [node.left, *node.comparators]
        for side in sides:
            meaning = self.resolve(side)
            if meaning and meaning.kind in ("response", "model") and meaning.path:
                self._compared(meaning, [other for other in sides if other is not side])
        self.generic_visit(node)

    def visit_Match(self, node: ast.Match) -> None:
        """Add the literals that `case` compares a field with."""
        meaning = self.resolve(node.subject)
        if meaning and meaning.kind in ("response", "model"):
            patterns = [inner for case in node.cases for inner in ast.walk(case.pattern)]
            self._compared(meaning, [inner.value for inner in patterns if isinstance(inner, ast.MatchValue)])
        self.generic_visit(node)

    def _compared(self, meaning: Meaning, others: Sequence[ast.expr]) -> None:
        for other in others:
            for entry in other.elts if isinstance(other, (ast.List, ast.Tuple, ast.Set)) else [other]:
                if (literal := self._literal(entry)) is not ...:
                    code = ast.unparse(entry)
                    self._add(entry, _read_kind(meaning), meaning.owner, meaning.path, value=literal, code=code)


def _read_kind(meaning: Meaning) -> ReferenceKind:
    return "response" if meaning.kind == "response" else "field"


def _entries(node: ast.expr) -> tuple[list[tuple[str, ast.expr]], list[ast.expr]]:
    """Return what a call, a `dict(...)` or a `{...}` passes by name, and what it passes with two stars."""
    if isinstance(node, ast.Call):
        named = [(word.arg, word.value) for word in node.keywords if word.arg]
        return named, [word.value for word in node.keywords if word.arg is None]
    pairs = list(zip(node.keys, node.values, strict=True)) if isinstance(node, ast.Dict) else []
    named = [(str(key.value), value) for key, value in pairs if key is not None and is_text(key)]
    return named, [value for key, value in pairs if key is None]


def keyword(name: str) -> str:
    """Return the keyword argument for a field: fields of forms and queries may have brackets and capitals."""
    name = re.sub(r"\[(\w+)\]", r"_\1", name.removesuffix("[]"))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
