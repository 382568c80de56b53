"""Reads a program's code (never runs it) and says what of the API it touches, and where.

Clients are followed through assignments, `with`, attributes of self and annotations; a call such as
`anything.tts.generate(...)` counts as one of the API wherever the object comes from. Results are followed through
assignments, loops, `await`, comparisons and `match`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CLIENTS = {"Cartesia", "AsyncCartesia"}
ERRORS = "*"
"""The operation of a touch that reads an error, whichever operation raised it."""
_MODELS = "cartesia_api.models"
_THROUGH = {"next", "anext", "iter", "aiter", "list", "tuple", "sorted", "reversed", "enumerate", "closing", "aclosing"}
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


@dataclass(frozen=True)
class _Value:
    """What a name stands for: a client (no owner), an answer of an operation, a model, or a literal."""

    kind: str
    owner: str = ""
    path: tuple[str, ...] = ()
    node: ast.expr | None = field(default=None, compare=False)


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


class _Scanner(ast.NodeVisitor):
    def __init__(
        self, path: Path, methods: Mapping[tuple[str, ...], str], positional: Mapping[str, Sequence[str]]
    ) -> None:
        self.path, self.methods, self.positional = path, methods, positional
        self.touches: set[Touch] = set()
        self.names: dict[ast.AST | None, dict[str, _Value]] = {None: {}}
        self.scopes: list[ast.AST | None] = [None]
        self.models: dict[str, str] = {}  # local names of models and of modules that hold them

    # -- scopes and bindings --------------------------------------------------------------------------------------

    def _scoped(self, node: ast.AST) -> None:
        self.names.setdefault(node, {})
        self.scopes.append(node)
        self.generic_visit(node)
        self.scopes.pop()

    visit_ClassDef = visit_Lambda = _scoped

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        names = self.names.setdefault(node, {})
        for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
            if argument.annotation is not None and (value := self._annotated(argument.annotation)):
                names[argument.arg] = value
        self._scoped(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

    def _annotated(self, node: ast.expr) -> _Value | None:
        for inner in ast.walk(ast.parse(node.value) if _is_text(node) else node):
            name = inner.id if isinstance(inner, ast.Name) else inner.attr if isinstance(inner, ast.Attribute) else ""
            if name in CLIENTS:
                return _Value("client")
            if name in self.models and not self.models[name].endswith("*"):
                return _Value("model", self.models[name])
        return None

    def _bind(self, target: ast.expr, value: _Value | None) -> None:
        if value is None:
            return
        if isinstance(target, (ast.Tuple, ast.List)):
            for entry in target.elts:
                self._bind(entry, value)
            return
        name = _dotted(target)
        if name and "." in name:
            classes = [scope for scope in self.scopes if isinstance(scope, ast.ClassDef)]
            self.names[classes[-1] if classes else None][name] = value
        elif name:
            self.names[self.scopes[-1]][name] = value

    def _lookup(self, name: str) -> _Value | None:
        for scope in reversed(self.scopes):
            if name in self.names.get(scope, {}):
                return self.names[scope][name]
        return None

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self._bind(target, self._value(node.value))
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self._bind(node.target, (self._value(node.value) if node.value else None) or self._annotated(node.annotation))
        self.generic_visit(node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self._bind(node.target, self._value(node.value))
        self.generic_visit(node)

    def visit_withitem(self, node: ast.withitem) -> None:
        if node.optional_vars is not None:
            self._bind(node.optional_vars, self._value(node.context_expr))
        self.generic_visit(node)

    def visit_For(self, node: ast.For | ast.AsyncFor | ast.comprehension) -> None:
        self._bind(node.target, self._value(node.iter))
        self.generic_visit(node)

    def visit_AsyncFor(self, node: ast.AsyncFor) -> None:
        self.visit_For(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self.visit_For(node)

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> None:
        for generator in node.generators:  # they bind what stands before them
            self.visit(generator)
        self.generic_visit(node)

    visit_ListComp = visit_SetComp = visit_GeneratorExp = visit_DictComp = _comprehension

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self.names[self.scopes[-1]][node.name] = _Value("answer", ERRORS)
        self.generic_visit(node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            if node.module == "cartesia_api" and alias.name == "models":
                self.models[alias.asname or alias.name] = f"{_MODELS}.*"
            elif f"{node.module}.".startswith(f"{_MODELS}."):
                self.models[alias.asname or alias.name] = alias.name
                self._touch(node, "model", alias.name)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            if alias.name == _MODELS:
                self.models[alias.asname or alias.name] = f"{_MODELS}.*"

    # -- values ---------------------------------------------------------------------------------------------------

    def _value(self, node: ast.expr) -> _Value | None:
        """What an expression stands for, as far as it has to do with the API or is a literal."""
        if isinstance(node, (ast.Await, ast.Starred, ast.NamedExpr, ast.YieldFrom)):
            return self._value(node.value)
        if isinstance(node, (ast.Constant, ast.Dict)):
            return _Value("literal", node=node)
        if isinstance(node, (ast.List, ast.Tuple)):
            return _Value("literal", node=node)
        if isinstance(node, ast.IfExp):
            return self._value(node.body) or self._value(node.orelse)
        if isinstance(node, (ast.ListComp, ast.GeneratorExp, ast.SetComp)):
            return self._value(node.elt)
        if isinstance(node, ast.Subscript):
            base = self._value(node.value)
            return self._into(base, node.slice.value) if base and _is_text(node.slice) else base
        if isinstance(node, ast.Call):
            return self._called(node)
        name = _dotted(node)
        if name and (known := self._lookup(name)):
            return known
        if isinstance(node, ast.Attribute):
            base = self._value(node.value)
            if base and base.kind == "client":
                return _Value("client", path=(*base.path, node.attr))
            return self._into(base, node.attr)
        return None

    @staticmethod
    def _into(base: _Value | None, name: str) -> _Value | None:
        return _Value(base.kind, base.owner, (*base.path, name)) if base and base.kind in ("answer", "model") else None

    def _called(self, node: ast.Call) -> _Value | None:
        name = (_dotted(node.func) or "").rsplit(".", 1)[-1]
        if name in CLIENTS:
            return _Value("client")
        if model := self._model(node.func):
            return _Value("model", model, node=node)
        if operation := self._operation(node.func):
            return _Value("answer", operation)
        if name in _THROUGH and node.args:
            return self._value(node.args[0])
        if name == "dict" and not node.args:
            return _Value("literal", node=node)
        base = self._value(node.func.value) if isinstance(node.func, ast.Attribute) else None
        # What the methods of a socket give has to do with the socket: contexts, events.
        return _Value("answer", base.owner) if base and base.kind == "answer" and self._socket(base.owner) else None

    def _socket(self, operation: str) -> bool:
        return any(name == operation and path[-1].startswith("websocket") for path, name in self.methods.items())

    def _operation(self, node: ast.expr) -> str | None:
        """The operation that a dotted name calls."""
        names: list[str] = []
        known = None
        while isinstance(node, ast.Attribute) and not known:
            names.insert(0, node.attr)
            node = node.value
            dotted = _dotted(node)
            known = self._lookup(dotted) if dotted else self._value(node)
        if isinstance(node, ast.Name) and not known:
            names.insert(0, node.id)
        elif known and known.kind == "client":
            names = [*known.path, *names]
        elif known:
            return None
        for start in range(len(names)):
            operation = self.methods.get(tuple(names[start:]))
            if operation and (len(names) - start > 1 or (known and start == 0)):
                return operation
        return None

    def _model(self, node: ast.expr) -> str | None:
        name = _dotted(node) or ""
        if name in self.models and not self.models[name].endswith("*"):
            return self.models[name]
        module, _, last = name.rpartition(".")
        return last if self.models.get(module, "").endswith("*") or module == _MODELS else None

    # -- touches --------------------------------------------------------------------------------------------------

    def _touch(self, node: ast.AST, kind: str, owner: str, path: tuple[str, ...] = (), **facts: Any) -> None:
        line = getattr(node, "lineno", 0)
        value = facts.get("value")
        if isinstance(value, (list, dict, set)):
            facts["value"] = ...
        self.touches.add(Touch(self.path, line, kind, owner, path, **facts))

    def visit_Call(self, node: ast.Call) -> None:
        operation = self._operation(node.func)
        base = self._value(node.func.value) if isinstance(node.func, ast.Attribute) else None
        if operation is None and base and base.kind == "answer" and self._socket(base.owner):
            operation = base.owner
        if operation:
            number = node.lineno * 1000 + node.col_offset
            shown = f"{ast.unparse(node.func)}(...)"
            given: list[tuple[str, ast.expr]] = list(zip(self.positional.get(operation, ()), node.args, strict=False))
            self._arguments(node, "argument", operation, (), given, number)
            hidden = any(word.arg is None and not self._keys(word.value) for word in node.keywords)
            self._touch(node, "call", operation, call=number, open=hidden, shown=shown)
        elif model := self._model(node.func):
            self._arguments(node, "field", model, (), [], 0)
        self.generic_visit(node)

    def _keys(self, node: ast.expr) -> ast.expr | None:
        """The dict (as `{...}` or `dict(...)`) that an expression stands for."""
        value = self._value(node)
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
            given = [(key.value, value) for key, value in pairs if key is not None and _is_text(key)]
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
            known = self._value(value)
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
        value = self._value(node)
        try:
            return ast.literal_eval(value.node) if value and value.node is not None else ...
        except (ValueError, TypeError, SyntaxError):
            return ...

    def visit_Attribute(self, node: ast.Attribute) -> None:
        base = self._value(node.value)
        if base and base.kind in ("answer", "model") and isinstance(node.ctx, ast.Load):
            kind = "result" if base.kind == "answer" else "field"
            self._touch(node, kind, base.owner, (*base.path, node.attr), shown=ast.unparse(node))
        elif model := self._model(node):
            self._touch(node, "model", model)
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        sides = [node.left, *node.comparators]
        for side in sides:
            value = self._value(side)
            if value and value.kind in ("answer", "model") and value.path:
                self._compared(value, [other for other in sides if other is not side])
        self.generic_visit(node)

    def _compared(self, value: _Value, others: Sequence[ast.expr]) -> None:
        for other in others:
            listed = other.elts if isinstance(other, (ast.List, ast.Tuple, ast.Set)) else [other]
            for entry in listed:
                literal = self._literal(entry)
                if literal is not ...:
                    kind = "result" if value.kind == "answer" else "field"
                    self._touch(entry, kind, value.owner, value.path, value=literal, shown=ast.unparse(entry))

    def visit_Match(self, node: ast.Match) -> None:
        value = self._value(node.subject)
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


def _dotted(node: ast.AST) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (base := _dotted(node.value)):
        return f"{base}.{node.attr}"
    return None


def _is_text(node: Any) -> Any:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
