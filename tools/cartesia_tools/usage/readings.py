"""What a program reads: fields of responses and models, and the values that it compares them with."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from .meanings import GETTERS, MOCKED, Meaning, is_text, last_name
from .names import NameResolver
from .program import ReferenceKind


class Readings(NameResolver):
    """Adds the fields that are read, however they are written."""

    def _add(self, node: ast.AST, kind: ReferenceKind, owner: str, path: tuple[str, ...] = (), **facts: Any) -> None:
        raise NotImplementedError

    def _literal(self, node: ast.expr) -> Any:
        raise NotImplementedError

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Add a field that is read from a response or a model, or a model or an operation that is named."""
        base = self.resolve(node.value)
        if base and base.kind in ("response", "model"):
            self._read(node, base, node.attr)
        elif base and base.kind == "client" and (operation := self.methods.get((*base.path, node.attr))):
            self._add(node, "name", operation, code=ast.unparse(node))
        elif model := self.model(node):
            self._add(node, "model", model)
        elif (node.attr in MOCKED or node.attr.startswith("assert_")) and (operation := self.operation(node.value)):
            self._add(node, "name", operation, code=ast.unparse(node))
        self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Add a field that is read as the key of a dict."""
        base = self.resolve(node.value)
        if base and base.kind in ("response", "model") and is_text(node.slice) and not base.keyed:
            self._read(node, base, str(node.slice.value))
        self.generic_visit(node)

    def read_by_name(self, node: ast.Call) -> None:
        """Add a field that `get` or `pop` reads, or a function that takes its name."""
        name, texts = last_name(node.func), [str(each.value) for each in node.args[1:2] if is_text(each)]
        if name in ("hasattr", "setattr", "delattr") and texts:
            base = self.resolve(node.args[0])
            if base and base.kind in ("response", "model"):
                self._read(node, base, texts[0])
        self._read_by_getters(node)
        if (
            isinstance(node.func, ast.Attribute)
            and node.func.attr in ("get", "pop")
            and node.args
            and is_text(node.args[0])
        ):
            base = self.resolve(node.func.value)
            if base and base.kind == "response" and not base.keyed:
                self._read(node, base, str(node.args[0].value))

    def _read_by_getters(self, node: ast.Call) -> None:
        """Add the fields that an `attrgetter` reads of what stands beside it."""
        values = [*node.args, *(word.value for word in node.keywords)]
        getters = [each for each in values if isinstance(each, ast.Call) and last_name(each.func) in GETTERS]
        others = [each for each in values if each not in getters] if getters else []
        held = self._first(others)
        if held is None or held.kind != "response":
            return
        for getter in getters:
            for name in (each.value for each in getter.args if is_text(each)):
                self._read(getter, held, str(name).partition(".")[0])

    def _read(self, node: ast.expr, base: Meaning, name: str) -> None:
        self._add(node, _kind(base), base.owner, (*base.path, name), code=ast.unparse(node))

    def visit_Compare(self, node: ast.Compare) -> None:
        """Add the literals that a field is compared with."""
        sides = [node.left, *node.comparators]
        held = self.resolve(node.comparators[0]) if isinstance(node.ops[0], (ast.In, ast.NotIn)) else None
        if held and held.kind in ("response", "model") and not held.keyed and is_text(node.left):
            self._read(node, held, str(node.left.value))
        for side in sides:
            meaning = self.resolve(side)
            if meaning and meaning.kind in ("response", "model") and meaning.path:
                self._compared(meaning, [other for other in sides if other is not side])
        self.generic_visit(node)

    def visit_Match(self, node: ast.Match) -> None:
        """Add the literals that `case` compares a field with, and the fields that its patterns name."""
        meaning = self.resolve(node.subject)
        for case in node.cases:
            if meaning is None:
                break
            if isinstance(case.pattern, ast.MatchAs) and case.pattern.name:
                self.names[self.scopes[-1]][case.pattern.name] = meaning
            if meaning.kind in ("response", "model"):
                self._pattern(case.pattern, meaning)
        self.generic_visit(node)

    def _pattern(self, pattern: ast.pattern, meaning: Meaning) -> None:
        if isinstance(pattern, (ast.MatchAs, ast.MatchStar)) and pattern.name:
            self.names[self.scopes[-1]][pattern.name] = meaning
        if isinstance(pattern, ast.MatchValue):
            self._compared(meaning, [pattern.value])
        if isinstance(pattern, ast.MatchMapping) and meaning.keyed:
            for held in pattern.patterns:
                self._pattern(held, replace(meaning, keyed=False))
            return
        named: list[tuple[str, ast.pattern]] = []
        if isinstance(pattern, ast.MatchClass):
            named = list(zip(pattern.kwd_attrs, pattern.kwd_patterns, strict=True))
        elif isinstance(pattern, ast.MatchMapping):
            keys = [str(key.value) if is_text(key) else "" for key in pattern.keys]
            named = [(key, inner) for key, inner in zip(keys, pattern.patterns, strict=True) if key]
        for name, inner in named:
            self._add(pattern, _kind(meaning), meaning.owner, (*meaning.path, name), code=name)
            self._pattern(inner, Meaning(meaning.kind, meaning.owner, (*meaning.path, name)))
        others = [inner for inner in ast.iter_child_nodes(pattern) if isinstance(inner, ast.pattern)]
        for inner in others if not named else ():
            self._pattern(inner, meaning)

    def _compared(self, meaning: Meaning, others: Sequence[ast.expr]) -> None:
        for other in others:
            for entry in other.elts if isinstance(other, (ast.List, ast.Tuple, ast.Set)) else [other]:
                if (literal := self._literal(entry)) is not ...:
                    code = ast.unparse(entry)
                    self._add(entry, _kind(meaning), meaning.owner, meaning.path, value=literal, code=code)


def _kind(meaning: Meaning) -> ReferenceKind:
    return "response" if meaning.kind == "response" else "field"
