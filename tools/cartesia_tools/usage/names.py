"""Resolves the names of a module: to clients, responses of operations, models and literals.

It follows assignments, `with`, loops, attributes of self and annotations. It does not infer types in general: what is not
of the API has no meaning here, and a name that is bound several times in a scope means what was bound last.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeGuard

CLIENTS = {"Cartesia", "AsyncCartesia"}
PREFIXES = ("with_raw_response", "with_streaming_response")
"""What may stand before the name of a method."""
ERRORS = "*"
"""The owner of a response that is an error, whichever operation raised it."""
_MODELS = "cartesia_api.models"
# Functions that return their argument, or what is in it.
_TRANSPARENT = {
    "next",
    "anext",
    "iter",
    "aiter",
    "list",
    "tuple",
    "sorted",
    "reversed",
    "enumerate",
    "closing",
    "aclosing",
}


@dataclass(frozen=True)
class Meaning:
    """What an expression stands for, as far as it has to do with the API."""

    kind: Literal["client", "response", "model", "literal"]
    owner: str = ""
    """The operation of a response, or the name of a model."""
    path: tuple[str, ...] = ()
    """The way from the owner: names of fields; of a client, the names of its resource."""
    node: ast.expr | None = field(default=None, compare=False)
    """The literal, or the call that builds a model."""


class NameResolver(ast.NodeVisitor):
    """Resolves the names of a module. Visit it several times: names may be used above the line that binds them."""

    def __init__(self, methods: Mapping[tuple[str, ...], str]) -> None:
        self.methods = methods
        self.names: dict[ast.AST | None, dict[str, Meaning]] = {None: {}}
        self.scopes: list[ast.AST | None] = [None]
        # Local names: of the client's exceptions, of its package, of models and (`package.*`) of modules that hold models.
        self.errors: set[str] = set()
        self.packages: set[str] = set()
        self.models: dict[str, str] = {}

    # -- scopes and bindings --------------------------------------------------------------------------------------
    #
    # A scope is the node of a module (None), class, function or lambda. Lookup goes from the innermost outwards and, unlike
    # Python, through classes too: it may find too much, never too little.

    def _scoped(self, node: ast.AST) -> None:
        self.names.setdefault(node, {})
        self.scopes.append(node)
        self.generic_visit(node)
        self.scopes.pop()

    visit_ClassDef = visit_Lambda = _scoped

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        names = self.names.setdefault(node, {})
        for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
            if argument.annotation is not None and (meaning := self._annotated(argument.annotation)):
                names[argument.arg] = meaning
        self._scoped(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

    def _annotated(self, node: ast.expr) -> Meaning | None:
        """Return the meaning of an annotation, however it is nested or quoted: `"Cartesia | None"` is a client."""
        for inner in ast.walk(ast.parse(str(node.value)) if is_text(node) else node):
            name = inner.id if isinstance(inner, ast.Name) else inner.attr if isinstance(inner, ast.Attribute) else ""
            if name in CLIENTS:
                return Meaning("client")
            if self._error(inner):
                return Meaning("response", ERRORS)
            if name in self.models and not self.models[name].endswith("*"):
                return Meaning("model", self.models[name])
        return None

    def _error(self, node: ast.AST) -> bool:
        """Return whether this names an exception of the client."""
        if isinstance(node, ast.Name):
            return node.id in self.errors
        package, _, name = (dotted(node) or "").partition(".")
        return package in self.packages and name.endswith("Error")

    def _bind(self, target: ast.expr, meaning: Meaning | None) -> None:
        """Give a name a meaning; each name of a tuple gets that of the whole.

        What is bound to an attribute of self is known in the whole class: methods may read what `__init__` sets.
        """
        if meaning is None:
            return
        if isinstance(target, (ast.Tuple, ast.List)):
            for entry in target.elts:
                self._bind(entry, meaning)
            return
        name = dotted(target)
        if name and "." in name:
            classes = [scope for scope in self.scopes if isinstance(scope, ast.ClassDef)]
            self.names[classes[-1] if classes else None][name] = meaning
        elif name:
            self.names[self.scopes[-1]][name] = meaning

    def _lookup(self, name: str) -> Meaning | None:
        for scope in reversed(self.scopes):
            if name in self.names.get(scope, {}):
                return self.names[scope][name]
        return None

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self._bind(target, self.resolve(node.value))
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self._bind(node.target, (self.resolve(node.value) if node.value else None) or self._annotated(node.annotation))
        self.generic_visit(node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self._bind(node.target, self.resolve(node.value))
        self.generic_visit(node)

    def visit_withitem(self, node: ast.withitem) -> None:
        if node.optional_vars is not None:
            self._bind(node.optional_vars, self.resolve(node.context_expr))
        self.generic_visit(node)

    def visit_For(self, node: ast.For | ast.AsyncFor | ast.comprehension) -> None:
        self._bind(node.target, self.resolve(node.iter))
        self.generic_visit(node)

    def visit_AsyncFor(self, node: ast.AsyncFor) -> None:
        self.visit_For(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self.visit_For(node)

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> None:
        for generator in node.generators:  # they bind the names that stand before them
            self.visit(generator)
        self.generic_visit(node)

    visit_ListComp = visit_SetComp = visit_GeneratorExp = visit_DictComp = _comprehension

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name and node.type is not None and any(self._error(inner) for inner in ast.walk(node.type)):
            self.names[self.scopes[-1]][node.name] = Meaning("response", ERRORS)
        self.generic_visit(node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            if node.module == "cartesia_api" and alias.name == "models":
                self.models[alias.asname or alias.name] = f"{_MODELS}.*"
            elif f"{node.module}.".startswith("cartesia_client.") and alias.name.endswith("Error"):
                self.errors.add(alias.asname or alias.name)
            elif f"{node.module}.".startswith(f"{_MODELS}."):
                self.models[alias.asname or alias.name] = alias.name
                self.imported(node, alias.name)

    def imported(self, node: ast.ImportFrom, model: str) -> None:
        """Handle the import of a model; a hook for visitors that want to know where it is."""

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            if alias.name.split(".")[0] == "cartesia_client":
                self.packages.add(alias.asname or "cartesia_client")
            if alias.name == _MODELS:
                self.models[alias.asname or alias.name] = f"{_MODELS}.*"

    # -- expressions ---------------------------------------------------------------------------------------------------

    def resolve(self, node: ast.expr) -> Meaning | None:
        """Return what an expression stands for; None if it has nothing to do with the API and is no literal."""
        if isinstance(node, (ast.Await, ast.Starred, ast.NamedExpr, ast.YieldFrom)):
            return self.resolve(node.value)
        if isinstance(node, (ast.Constant, ast.Dict, ast.List, ast.Tuple)):
            return Meaning("literal", node=node)
        if isinstance(node, ast.IfExp):
            return self.resolve(node.body) or self.resolve(node.orelse)
        if isinstance(node, (ast.ListComp, ast.GeneratorExp, ast.SetComp)):
            return self.resolve(node.elt)
        if isinstance(node, ast.Subscript):
            base = self.resolve(node.value)
            return self._into(base, str(node.slice.value)) if base and is_text(node.slice) else base
        if isinstance(node, ast.Call):
            return self._called(node)
        name = dotted(node)
        if name and (known := self._lookup(name)):
            return known
        if isinstance(node, ast.Attribute):
            base = self.resolve(node.value)
            if base and base.kind == "client":
                return Meaning("client", path=(*base.path, node.attr))
            return self._into(base, node.attr)
        return None

    @staticmethod
    def _into(base: Meaning | None, name: str) -> Meaning | None:
        return (
            Meaning(base.kind, base.owner, (*base.path, name)) if base and base.kind in ("response", "model") else None
        )

    def _called(self, node: ast.Call) -> Meaning | None:
        name = (dotted(node.func) or "").rsplit(".", 1)[-1]
        if name in CLIENTS:
            return Meaning("client")
        if model := self.model(node.func):
            return Meaning("model", model, node=node)
        if operation := self.operation(node.func):
            return Meaning("response", operation)
        if name in _TRANSPARENT and node.args:
            return self.resolve(node.args[0])
        if name == "dict" and not node.args:
            return Meaning("literal", node=node)
        base = self.resolve(node.func.value) if isinstance(node.func, ast.Attribute) else None
        if base and base.kind == "response" and not base.path and name == "parse":
            return base  # of a response behind one of PREFIXES
        # What the methods of a socket return belongs to the socket: contexts, events.
        return (
            Meaning("response", base.owner) if base and base.kind == "response" and self.is_socket(base.owner) else None
        )

    def is_socket(self, operation: str) -> bool:
        """Return whether an operation is a socket."""
        return any(name == operation and path[-1].startswith("websocket") for path, name in self.methods.items())

    def operation(self, node: ast.expr) -> str | None:
        """Return the operation that a dotted name calls.

        The name is read from its end back to a name that is known. A known client says where the method begins; without
        one, at least a resource and a method must agree (`anything.tts.generate`), or any `get()` would be a call.
        """
        names: list[str] = []
        known = None
        while isinstance(node, ast.Attribute) and not known:
            names.insert(0, node.attr)
            node = node.value
            name = dotted(node)
            known = self._lookup(name) if name else self.resolve(node)
        if isinstance(node, ast.Name) and not known:
            names.insert(0, node.id)
        elif known and known.kind == "client":
            names = [*known.path, *names]
        elif known:
            return None
        names = [name for name in names if name not in PREFIXES]
        for start in range(len(names)):
            operation = self.methods.get(tuple(names[start:]))
            if operation and (len(names) - start > 1 or (known and start == 0)):
                return operation
        return None

    def model(self, node: ast.expr) -> str | None:
        """Return the model that an expression names."""
        name = dotted(node) or ""
        if name in self.models and not self.models[name].endswith("*"):
            return self.models[name]
        module, _, last = name.rpartition(".")
        return last if self.models.get(module, "").endswith("*") or module == _MODELS else None


def dotted(node: ast.AST) -> str | None:
    """Return a name with its attributes as text, such as "self.client"; None for any other expression."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (base := dotted(node.value)):
        return f"{base}.{node.attr}"
    return None


def is_text(node: object) -> TypeGuard[ast.Constant]:
    """Return whether a node is a literal string."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
