"""Reads the code of a program (never runs it) and finds where it refers to the API.

Clients are followed through assignments, `with`, attributes of self and annotations; a call such as
`anything.tts.generate(...)` is one of the API wherever the object comes from. Responses are followed through
assignments, loops, `await`, comparisons and `match`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from .meanings import BUILDERS, CALLERS, ERRORS, HARMLESS, OWN, SAME_CLIENT, TRANSPARENT, entries, is_text, last_name
from .program import Reference, ReferenceKind, Unfollowed, code_of
from .readings import Readings

_PASSES = 3


class _Target(NamedTuple):
    """What arguments are passed to."""

    kind: Literal["argument", "field"]
    owner: str
    call: int = 0
    path: tuple[str, ...] = ()

    def at(self, name: str) -> _Target:
        return self._replace(path=(*self.path, name))


def find_references(
    path: Path, methods: Mapping[tuple[str, ...], str], positional: Mapping[str, Sequence[str]]
) -> list[Reference]:
    """Return the references of a file. Raise SyntaxError if it is not Python.

    `methods` maps the ends of dotted names to operations; `positional` has the names of arguments without keyword.
    """
    return scan(path, methods, positional)[0]


def scan(
    path: Path, methods: Mapping[tuple[str, ...], str], positional: Mapping[str, Sequence[str]]
) -> tuple[list[Reference], list[Unfollowed]]:
    """Return the references of a file, and the places that are not followed."""
    tree = ast.parse(code_of(path), str(path))
    visitor = _ReferenceVisitor(path, methods, positional)
    # Names may be used above the line that binds them, as in methods above __init__. One pass binds them, a second binds
    # what is made of them; the last sees all.
    for _ in range(_PASSES):
        visitor.references.clear()
        visitor.unfollowed.clear()
        visitor.visit(tree)
    # A field that is read stands before the literal that it is compared with.
    found = sorted(visitor.references, key=lambda each: (each.line, each.kind, each.path, each.value is not ...))
    return found, sorted(visitor.unfollowed, key=lambda each: each.line)


class _ReferenceVisitor(Readings):
    def __init__(
        self, path: Path, methods: Mapping[tuple[str, ...], str], positional: Mapping[str, Sequence[str]]
    ) -> None:
        super().__init__(methods)
        self.path, self.positional = path, positional
        self.references: dict[Reference, None] = {}  # a set in the order of the code
        self.unfollowed: dict[Unfollowed, None] = {}
        self._operations = set(methods.values())
        self._added: dict[int, list[tuple[str, ast.expr]]] = {}
        self._spread: dict[int, list[ast.expr]] = {}
        """What is put into a dict after it was made, by the identity of its node."""

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
        self.bind_lambdas(node)
        self.narrow(node)
        self.read_by_name(node)
        operation = self.operation(node.func)
        base = self.resolve(node.func.value) if isinstance(node.func, ast.Attribute) else None
        if operation is None and base and base.kind == "response" and self.is_socket(base.owner):
            operation = base.owner
        if operation:
            number = node.lineno * 1000 + node.col_offset
            given = zip(self.positional.get(operation, ()), node.args, strict=False)
            self._passed(node, _Target("argument", operation, number), given)
            hidden = any(word.arg is None and self._hides(word.value) for word in node.keywords)
            code = f"{ast.unparse(node.func)}(...)"
            self._add(node, "call", operation, call=number, open=hidden, code=code)
            if hidden:
                self._leave(node)
        elif model := self.model(node.func):
            self._passed(node, _Target("field", model))
        elif (
            isinstance(node.func, ast.Attribute)
            and node.func.attr in BUILDERS
            and (named := self.model(node.func.value))
        ):
            self._passed(node, _Target("field", named))
            for given_dict in filter(None, map(self._mapping, node.args)):
                self._passed(given_dict, _Target("field", named))
        elif not self._bound(node) and not self.pass_on(node) and not self.keep(node):
            self._handed_over(node)
        self._updated(node)
        self.generic_visit(node)

    def _bound(self, node: ast.Call) -> bool:
        """Add the call of an operation that is handed to a function such as `partial` or `to_thread`."""
        name = last_name(node.func)
        place = CALLERS.get(name, len(node.args))
        meaning = self.resolve(node.args[place]) if place < len(node.args) else None
        operation = self.methods.get(meaning.path) if meaning and meaning.kind == "client" else None
        if operation is None:
            return False
        number = node.lineno * 1000 + node.col_offset
        # `map` is given lists of arguments.
        plain = [] if name.endswith("map") or name.startswith("imap") else node.args[place + 1 :]
        given = zip(self.positional.get(operation, ()), plain, strict=False)
        self._passed(node, _Target("argument", operation, number), given)
        self._add(node, "call", operation, call=number, code=f"{ast.unparse(node.args[place])}(...)")
        return True

    def _updated(self, node: ast.Call) -> None:
        """Remember what `update` and `setdefault` put into a dict."""
        if not isinstance(node.func, ast.Attribute) or node.func.attr not in ("update", "setdefault"):
            return
        if (held := self._mapping(node.func.value)) is None or (not node.args and not node.keywords):
            return
        if node.func.attr == "setdefault" and is_text(node.args[0]) and len(node.args) > 1:
            self._put(held, str(node.args[0].value), node.args[1])
        elif node.func.attr == "update":
            for word in node.keywords:
                self._put(held, word.arg or "**", word.value)
            for value in node.args:
                self._put(held, "**", value)

    def _put(self, held: ast.expr, name: str, value: ast.expr) -> None:
        if name == "**":
            spread = self._spread.setdefault(id(held), [])
            spread += [] if value in spread or value is held else [value]
        else:
            added = self._added.setdefault(id(held), [])
            added += [] if (name, value) in added else [(name, value)]

    def visit_Assign(self, node: ast.Assign) -> None:
        """Remember what is put into a dict, and bind names."""
        for target in node.targets:
            if isinstance(target, ast.Subscript) and (held := self._mapping(target.value)):
                name = str(target.slice.value) if is_text(target.slice) else "**"
                self._put(held, name, target.slice if name == "**" else node.value)
        super().visit_Assign(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        """Remember what is merged into a dict."""
        if isinstance(node.op, ast.BitOr) and (held := self._mapping(node.target)):
            self._put(held, "**", node.value)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Add the name of an operation as a text."""
        if isinstance(node.value, str) and "." in node.value:
            parts = node.value.split(".")
            ends = (".".join(parts[start:]) for start in range(len(parts) - 1))
            for name in [end for end in ends if end in self._operations][:1]:
                self._add(node, "name", name, code=repr(node.value))

    # -- what is not followed ---------------------------------------------------------------------------------------

    def _handed_over(self, node: ast.Call) -> None:
        """Count a client or a response that goes to a function that is not read here, and what is not known by name."""
        name = last_name(node.func)
        base = self.resolve(node.func.value) if isinstance(node.func, ast.Attribute) else None
        if name in ("getattr", "attrgetter", "methodcaller", "eval", "exec"):
            if name == "getattr" and len(node.args) > 1 and is_text(node.args[1]):
                self.visit_Attribute(
                    ast.copy_location(ast.Attribute(node.args[0], str(node.args[1].value), ast.Load()), node)
                )
            is_open = name in ("eval", "exec") or not all(is_text(each) for each in node.args[1:2])
            if is_open and (name != "getattr" or self._is_held(node.args[0])):
                self._leave(node)
        elif (
            (base and base.kind == "client" and name not in OWN and self.resolve(node) is None)
            or (name not in HARMLESS and any(self._is_held(word.value) for word in node.keywords))
            or (name not in {*HARMLESS, *TRANSPARENT, *SAME_CLIENT, *CALLERS} and any(map(self._is_held, node.args)))
        ):
            self._leave(node)

    def _is_held(self, node: ast.expr) -> bool:
        """Return whether an expression is a client, or a response as a whole."""
        meaning = self.resolve(node)
        if meaning is None or isinstance(node, ast.Constant):
            return False
        is_whole = meaning.path in ((), ("data",))
        return meaning.kind == "client" or (meaning.kind == "response" and is_whole and meaning.owner != ERRORS)

    def _leave(self, node: ast.AST) -> None:
        self.unfollowed[Unfollowed(self.path, getattr(node, "lineno", 0), ast.unparse(node)[:80])] = None

    def visit_Dict(self, node: ast.Dict) -> None:
        """Count clients that are kept in a container."""
        for value in node.values:
            if (meaning := self.resolve(value)) and meaning.kind == "client":
                self._leave(node)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        """Count a response that fills a text in, which names its fields."""
        if isinstance(node.op, ast.Mod) and is_text(node.left) and self._is_held(node.right):
            self._leave(node)
        self.generic_visit(node)

    def _passed(self, node: ast.expr, target: _Target, given: Iterable[tuple[str, ast.expr]] = ()) -> None:
        """Add everything that a call, a `dict(...)` or a `{...}` passes, however deep."""
        named, spread = entries(node)
        named, spread = [*named, *self._added.get(id(node), ())], [*spread, *self._spread.get(id(node), ())]
        for more in spread:
            if (found := self._mapping(more)) and found is not node:
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
            self._passed(inner, target._replace(path=()) if name.startswith("extra_") else target)
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

    def _hides(self, node: ast.expr, above: tuple[ast.expr, ...] = ()) -> bool:
        """Return whether a mapping that is passed may hold what cannot be seen here."""
        if isinstance(node, (ast.BoolOp, ast.IfExp)):
            ways = node.values if isinstance(node, ast.BoolOp) else [node.body, node.orelse]
            return any(self._hides(way, above) for way in ways)
        if isinstance(node, ast.Constant) and node.value is None:
            return False
        held = self._mapping(node)
        if held is None or held in above:
            return held is None
        is_computed = isinstance(held, ast.Dict) and any(key is not None and not is_text(key) for key in held.keys)
        spread = (*entries(held)[1], *self._spread.get(id(held), ()))
        return is_computed or any(self._hides(each, (*above, held)) for each in spread)

    def _literal(self, node: ast.expr) -> Any:
        """Return the value of a literal, or an Ellipsis."""
        meaning = self.resolve(node)
        try:
            return ast.literal_eval(meaning.node) if meaning and meaning.node is not None else ...
        except (ValueError, TypeError, SyntaxError):
            return ...
