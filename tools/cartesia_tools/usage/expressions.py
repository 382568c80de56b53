"""What an expression of a program stands for: a client, a response or a part of it, a model, a literal."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace

from .annotations import Annotations
from .meanings import (
    BUILDERS,
    CALLERS,
    CLIENTS,
    PREFIXES,
    SAME_CLIENT,
    SAME_RESPONSE,
    TRANSPARENT,
    Meaning,
    dotted,
    entries,
    is_text,
    last_name,
)


class Expressions(Annotations):
    """Resolves expressions by the names that were bound so far, innermost scope first."""

    def __init__(self, methods: Mapping[tuple[str, ...], str]) -> None:
        super().__init__()
        self.methods = methods
        self.names: dict[ast.AST | None, dict[str, Meaning]] = {None: {}}
        self.scopes: list[ast.AST | None] = [None]
        self.clients: set[str] = set()
        """Other names of the clients."""
        self.functions: dict[str, ast.AST] = {}
        """Functions of the module, by name: what they are called with is known in them."""
        self.returned: dict[str, Meaning] = {}
        """What they return."""
        self.outer: dict[ast.AST | None, set[str]] = {}
        """By scope, the names that are global or nonlocal in it."""
        self.properties: set[str] = set()
        """Those that are read as attributes."""

    def _lookup(self, name: str) -> Meaning | None:
        for scope in reversed(self.scopes):
            if name in self.names.get(scope, {}):
                return self.names[scope][name]
        # An attribute of self may be one of the class, and an object of the class has those of self.
        owner, _, attribute = name.rpartition(".")
        if not owner:
            return None
        for scope, names in self.names.items():
            if isinstance(scope, ast.ClassDef):
                found = names.get(f"self.{attribute}") or names.get(attribute)
                if found and (owner in ("self", "cls", scope.name) or found.kind != "literal"):
                    return found
        return None

    def resolve(self, node: ast.expr) -> Meaning | None:
        """Return what an expression stands for; None if it has nothing to do with the API and is no literal."""
        if isinstance(node, (ast.Await, ast.Starred, ast.NamedExpr, ast.YieldFrom)):
            return self.resolve(node.value)
        if isinstance(node, (ast.Constant, ast.Dict, ast.List, ast.Tuple, ast.Set)):
            return self._held_in(node) or Meaning("literal", node=node)
        if isinstance(node, ast.BoolOp):
            return self._first(node.values)
        if isinstance(node, ast.IfExp):
            return self._first([node.body, node.orelse])
        if isinstance(node, (ast.ListComp, ast.GeneratorExp, ast.SetComp)):
            return self.resolve(node.elt)
        if isinstance(node, ast.DictComp):
            held, key = self.resolve(node.value), self.resolve(node.key)
            if key and key.kind == "response" and (held is None or held.kind == "literal"):
                return key  # such as a dict by tasks
            return replace(held, keyed=True) if held else None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            merged = self._first([node.left, node.right])
            return merged if merged and merged.kind == "response" else None
        if isinstance(node, ast.Subscript):
            return self._item(node)
        if isinstance(node, ast.Call):
            return self._called(node)
        name = dotted(node)
        if name and (known := self._lookup(name)):
            return known
        if isinstance(node, ast.Attribute):
            base = self.resolve(node.value)
            if base and base.kind == "client":
                return Meaning("client", path=(*base.path, node.attr))
            return self._into(base, node.attr) or (
                self.returned.get(node.attr) if node.attr in self.properties else None
            )
        return None

    def _item(self, node: ast.Subscript) -> Meaning | None:
        base = self.resolve(node.value)
        if base and base.keyed:
            return replace(base, keyed=False)
        if base and base.kind != "client" and is_text(node.slice):
            return self._into(base, str(node.slice.value))
        return base

    def _held_in(self, node: ast.expr) -> Meaning | None:
        """Return what a list, a dict or the like holds: of clients and responses, the first one."""
        if isinstance(node, ast.Dict) and (spread := self._first(entries(node)[1])) and spread.kind == "response":
            return spread
        inner = [*getattr(node, "elts", ()), *getattr(node, "values", ())]
        found = (self.resolve(each) for each in inner)
        first = next((meaning for meaning in found if meaning and meaning.kind in ("client", "response")), None)
        return replace(first, keyed=True) if first and isinstance(node, ast.Dict) else first

    def _first(self, nodes: list[ast.expr]) -> Meaning | None:
        """Return the first of several meanings; a literal, such as a default of None, only if there is no other."""
        found = [meaning for node in nodes if (meaning := self.resolve(node))]
        return next((meaning for meaning in found if meaning.kind != "literal"), found[0] if found else None)

    @staticmethod
    def _into(base: Meaning | None, name: str) -> Meaning | None:
        return (
            Meaning(base.kind, base.owner, (*base.path, name)) if base and base.kind in ("response", "model") else None
        )

    def _called(self, node: ast.Call) -> Meaning | None:
        name = last_name(node.func)
        base = self.resolve(node.func.value) if isinstance(node.func, ast.Attribute) else None
        if name in CLIENTS | self.clients:
            return Meaning("client")
        if base and base.kind == "client" and name in SAME_CLIENT:
            return base
        if found := self._handed(node, name, base):
            return found
        if model := self.model(node.func):
            return Meaning("model", model, node=node)
        if name in BUILDERS and isinstance(node.func, ast.Attribute) and (model := self.model(node.func.value)):
            return Meaning("model", model)
        if operation := self.operation(node.func):
            return Meaning("response", operation)
        if name == "dict" and not node.args:
            return Meaning("literal", node=node)
        if base and base.kind in ("response", "model") and name in SAME_RESPONSE:
            return self._part(base, node)
        if name == "getattr" and len(node.args) > 1 and is_text(node.args[1]):
            return self.resolve(
                ast.copy_location(ast.Attribute(node.args[0], str(node.args[1].value), ast.Load()), node)
            )
        if name in SAME_CLIENT and node.args:  # of an exit stack
            return self.resolve(node.args[0])
        if name in self.returned:
            return self.returned[name]
        if (
            isinstance(node.func, (ast.Name, ast.Call))
            and (made := self.resolve(node.func))
            and made.kind in ("response", "model")
        ):
            return replace(made, keyed=False)  # an object that can be called
        # What the methods of a socket return belongs to the socket: contexts, events.
        return (
            Meaning("response", base.owner) if base and base.kind == "response" and self.is_socket(base.owner) else None
        )

    def _part(self, base: Meaning, node: ast.Call) -> Meaning | None:
        """Return what a method hands out of a response, or of a dict of responses."""
        if base.keyed:
            return replace(base, keyed=False)
        if last_name(node.func) in ("get", "pop") and node.args and is_text(node.args[0]):
            return self._into(base, str(node.args[0].value))
        return base

    def _handed(self, node: ast.Call, name: str, base: Meaning | None) -> Meaning | None:
        """Return the result of a function that calls what it is given, or returns it."""
        if name in CALLERS and len(node.args) > CALLERS[name]:
            bound = self.resolve(node.args[CALLERS[name]])
            if bound and bound.kind == "client" and (operation := self.methods.get(bound.path)):
                return bound if name.startswith("partial") else Meaning("response", operation)
        if name == "cast" and node.args and (stated := self.annotated(node.args[0])):
            return stated
        if name == "map" and node.args and isinstance(node.args[0], ast.Lambda):
            return self.resolve(node.args[0].body)
        if name == "filter" and len(node.args) > 1:
            return self.resolve(node.args[1])
        if (
            name == "loads"
            and node.args
            and (text := self.resolve(node.args[0]))
            and text.path[-1:] in (("text",), ("content",))
        ):
            return replace(text, path=text.path[:-1])  # of a raw response
        if name in TRANSPARENT and node.args and not (base and base.kind == "response"):
            return None if self.operation(node.func) else self._first(node.args)
        return None

    def is_socket(self, operation: str) -> bool:
        """Return whether an operation is a socket."""
        return any(name == operation and path[-1].startswith("websocket") for path, name in self.methods.items())

    def operation(self, node: ast.expr) -> str | None:
        """Return the operation that a dotted name calls.

        The name is read from its end back to a name that is known. A known client says where the method begins; without
        one, at least a resource and a method must agree (`anything.tts.generate`), or any `get()` would be a call.
        """
        if isinstance(node, ast.Name) and (bound := self._lookup(node.id)):
            return self.methods.get(bound.path) if bound.kind == "client" else None
        if isinstance(node, ast.Call) and (made := self.resolve(node)) and made.kind == "client":
            return self.methods.get(made.path)  # a method that getattr returns
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
