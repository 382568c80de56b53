"""Resolves the names of a module: to clients, responses of operations, models and literals.

It follows assignments, `with`, loops, attributes of self and annotations. It does not infer types in general: what is not
of the API has no meaning here, and a name that is bound several times in a scope means what was bound last.
"""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import Any

from .expressions import Expressions
from .meanings import CLIENTS, ERRORS, FIXTURES, KEPT, MODELS, PROTOCOLS, TYPES, Meaning, dotted, is_text, last_name

_OF_ANNOTATIONS = (
    *(ast.Name, ast.Attribute, ast.Subscript, ast.BinOp, ast.BitOr, ast.Tuple, ast.List, ast.Constant),
    ast.expr_context,
)


class NameResolver(Expressions):
    """Resolves the names of a module. Visit it several times: names may be used above the line that binds them."""

    # -- scopes and bindings --------------------------------------------------------------------------------------
    #
    # A scope is the node of a module (None), class, function or lambda. Lookup goes from the innermost outwards and, unlike
    # Python, through classes too: it may find too much, never too little.

    def _scoped(self, node: ast.AST) -> None:
        self.names.setdefault(node, {})
        self.scopes.append(node)
        self.generic_visit(node)
        self.scopes.pop()

    def visit_Lambda(self, node: ast.Lambda) -> None:
        """Give the parameters what their defaults mean."""
        self._defaults(node)
        self._scoped(node)

    def _defaults(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> None:
        """Give the parameters of a function the meaning of their defaults."""
        places = [*node.args.posonlyargs, *node.args.args]
        names, values = [*reversed(places)], [*reversed(node.args.defaults)]
        pairs = [*zip(names, values, strict=False), *zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)]
        for argument, default in pairs:
            if default and (meaning := self.resolve(default)) and meaning.kind in ("client", "response"):
                self.names.setdefault(node, {}).setdefault(argument.arg, meaning)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Give a class what it derives from, and its objects what they yield, return or open."""
        names = self.names.setdefault(node, {})
        for base in node.bases:
            if model := self.model(base):
                self.models[node.name] = model
                names["self"] = Meaning("model", model)
        for name in PROTOCOLS:
            self.returned.pop(name, None)
        self._scoped(node)
        for name in PROTOCOLS & self.returned.keys():
            if (found := self.returned[name]).kind == "response":
                self.returned[node.name] = replace(found, keyed=name == "__getitem__")

    def visit_TypeAlias(self, node: Any) -> None:
        """Remember the name of an annotation. Pythons before 3.12 have no such node."""
        self._alias(node.name, node.value)
        self.generic_visit(node)

    def _alias(self, target: ast.expr, value: ast.expr) -> None:
        """Remember a name that is given to an annotation."""
        if not isinstance(target, ast.Name) or not target.id[:1].isupper() or isinstance(value, ast.Constant):
            return
        plain = all(isinstance(each, _OF_ANNOTATIONS) for each in ast.walk(value))
        if plain and (meaning := self.annotated(value)):
            self.aliases[target.id] = meaning

    def narrow(self, node: ast.Call) -> None:
        """Give what `isinstance` looks at the meaning of the model that it is then."""
        if isinstance(node.func, ast.Name) and node.func.id == "isinstance" and len(node.args) == 2:
            stated = self.annotated(node.args[1]) if self.resolve(node.args[0]) is None else None
            if stated and stated.kind == "model":
                self._bind(node.args[0], stated)

    def visit_Global(self, node: ast.Global | ast.Nonlocal) -> None:
        """Remember names that are bound further out."""
        self.outer.setdefault(self.scopes[-1], set()).update(node.names)

    def visit_Nonlocal(self, node: ast.Nonlocal) -> None:
        self.visit_Global(node)

    def bind_lambdas(self, node: ast.Call) -> None:
        """Give the parameters of lambdas what they will be called with: what stands beside them, such as a list to sort."""
        values = [*node.args, *(word.value for word in node.keywords)]
        lambdas = [each for each in (*values, node.func) if isinstance(each, ast.Lambda)]
        if not lambdas:
            return
        beside = [each for each in values if not isinstance(each, ast.Lambda)]
        beside += [node.func.value] if isinstance(node.func, ast.Attribute) else []
        if (held := self._first(beside)) and held.kind in ("client", "response"):
            for each in lambdas:
                self.names.setdefault(each, {}).update((argument.arg, held) for argument in each.args.args)

    def keep(self, node: ast.Call) -> bool:
        """Give a list, a dict or a queue the meaning of what is put into it; return whether that is a client or a response."""
        if not isinstance(node.func, ast.Attribute) or node.func.attr not in KEPT or not node.args:
            return False
        found, into = self.resolve(node.args[-1]), dotted(node.func.value)
        if into is None or found is None or found.kind not in ("client", "response"):
            return False
        self._bind(node.func.value, replace(found, keyed=node.func.attr == "setdefault"))
        return True

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        names = self.names.setdefault(node, {})
        self.functions[node.name] = node
        if any((dotted(each) or "").endswith("property") for each in node.decorator_list):
            self.properties.add(node.name)
        for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
            if argument.annotation is not None and (meaning := self.annotated(argument.annotation)):
                names[argument.arg] = meaning
            elif argument.arg in FIXTURES:
                names.setdefault(argument.arg, Meaning("client"))
        self._defaults(node)
        if node.returns is not None and (meaning := self.annotated(node.returns)):
            self.returned.setdefault(node.name, meaning)
        self._scoped(node)

    def visit_Return(self, node: ast.Return | ast.Yield | ast.YieldFrom) -> None:
        """Remember what the function around it returns, or yields as a fixture does."""
        around = next(
            (scope for scope in reversed(self.scopes) if isinstance(scope, (ast.FunctionDef, ast.AsyncFunctionDef))),
            None,
        )
        if around is not None and node.value is not None and (meaning := self.resolve(node.value)):
            self.returned[around.name] = meaning
        self.generic_visit(node)

    def visit_Yield(self, node: ast.Yield) -> None:
        self.visit_Return(node)

    def visit_YieldFrom(self, node: ast.YieldFrom) -> None:
        self.visit_Return(node)

    def pass_on(self, node: ast.Call) -> bool:
        """Give the parameters of a function of this module what it is called with; return whether it is one."""
        name = (
            node.func.id
            if isinstance(node.func, ast.Name)
            else node.func.attr
            if isinstance(node.func, ast.Attribute)
            else ""
        )
        function = self.functions.get(name)
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return False
        names, parameters = self.names.setdefault(function, {}), [each.arg for each in function.args.args]
        parameters = parameters[1:] if parameters[:1] in (["self"], ["cls"]) else parameters
        given = [
            *zip(parameters, node.args, strict=False),
            *((word.arg, word.value) for word in node.keywords if word.arg),
        ]
        if function.args.vararg and len(node.args) > len(parameters):
            given.append((function.args.vararg.arg, node.args[len(parameters)]))
        known = {each.arg for each in (*function.args.args, *function.args.kwonlyargs)}
        if function.args.kwarg:
            others = [word.value for word in node.keywords if word.arg and word.arg not in known]
            held = self._first(others)
            if held and held.kind in ("client", "response"):
                names[function.args.kwarg.arg] = replace(held, keyed=True)
        for parameter, value in given:
            if (meaning := self.resolve(value)) and meaning.kind in ("client", "response"):
                names[parameter] = meaning
        return True

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

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
        if isinstance(target, ast.Subscript) and meaning.kind in ("client", "response"):
            meaning = replace(meaning, keyed=is_text(target.slice))
            target = target.value  # a list or a dict means what it holds
        name = dotted(target)
        if name and "." in name:
            classes = [scope for scope in self.scopes if isinstance(scope, ast.ClassDef)]
            self.names[classes[-1] if classes else None][name] = meaning
        elif name:
            further = name in self.outer.get(self.scopes[-1], ())
            for scope in self.scopes if further else self.scopes[-1:]:
                if not _is_none(meaning) or name not in self.names[scope]:
                    self.names[scope][name] = meaning

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self._alias(target, node.value)
            self._assign(target, node.value)
        self.generic_visit(node)

    def _assign(self, target: ast.expr, given: ast.expr) -> None:
        value = given.value if isinstance(given, ast.Await) else given
        if isinstance(value, ast.Call) and (dotted(value.func) or "").endswith("gather"):
            parts: list[ast.expr] = value.args
        else:
            parts = value.elts if isinstance(value, (ast.Tuple, ast.List)) else []
        if isinstance(target, (ast.Tuple, ast.List)) and len(target.elts) == len(parts):
            for entry, part in zip(target.elts, parts, strict=True):
                self._assign(entry, part)
        else:
            self._bind(target, self.resolve(given))

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value and last_name(node.annotation) == "TypeAlias":
            self._alias(node.target, node.value)
        value, stated = self.resolve(node.value) if node.value else None, self.annotated(node.annotation)
        self._bind(node.target, stated if stated and (value is None or value.kind == "literal") else value)
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
        if node.name and node.type is not None and any(self.is_error(inner) for inner in ast.walk(node.type)):
            self.names[self.scopes[-1]][node.name] = Meaning("response", ERRORS)
        self.generic_visit(node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            if node.module == "cartesia_api" and alias.name == "models":
                self.models[alias.asname or alias.name] = f"{MODELS}.*"
            elif f"{node.module}.".startswith("cartesia_api.") and (
                called := self._function(node.module or "", alias.name)
            ):
                self.names[self.scopes[-1]][alias.asname or alias.name] = called
            elif f"{node.module}.".startswith("cartesia_client.") and alias.name in CLIENTS and alias.asname:
                self.clients.add(alias.asname)
            elif f"{node.module}.".startswith("cartesia_client.") and alias.name.endswith("Error"):
                self.errors.add(alias.asname or alias.name)
            elif node.module == "cartesia_client" and alias.name == "types":
                self.models[alias.asname or alias.name] = f"{MODELS}.*"
            elif f"{node.module}.".startswith((f"{MODELS}.", f"{TYPES}.")):
                self.models[alias.asname or alias.name] = alias.name
                self.imported(node, alias.name)

    def _function(self, module: str, name: str) -> Meaning | None:
        """Return the meaning of a function that sends, such as `sync` of the module of an endpoint."""
        path = (module.rpartition(".")[2], name)
        return Meaning("client", path=path) if path in self.methods else None

    def imported(self, node: ast.ImportFrom, model: str) -> None:
        """Handle the import of a model; a hook for visitors that want to know where it is."""

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            if alias.name.split(".")[0] == "cartesia_client":
                self.packages.add(alias.asname or "cartesia_client")
            if alias.name in (MODELS, TYPES):
                self.models[alias.asname or alias.name] = f"{MODELS}.*"
            if alias.name == "cartesia_client":
                self.models[f"{alias.asname or alias.name}.types"] = f"{MODELS}.*"


def _is_none(meaning: Meaning) -> bool:
    """Return whether a meaning is that of None, which stands for what is bound later."""
    return isinstance(meaning.node, ast.Constant) and meaning.node.value is None
