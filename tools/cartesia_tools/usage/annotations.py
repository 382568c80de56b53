"""What an annotation of a program stands for: a client, a model, an error, or a container of them."""

from __future__ import annotations

import ast
from dataclasses import replace

from .meanings import CLIENTS, ERRORS, MAPPINGS, MODELS, Meaning, dotted, is_text, last_name


class Annotations(ast.NodeVisitor):
    """Resolves annotations by what the module imports, and by the names that it gives to annotations."""

    def __init__(self) -> None:
        # Local names: of the client's exceptions, of its package, of models and (`package.*`) of modules that hold models.
        self.errors: set[str] = set()
        self.packages: set[str] = set()
        self.models: dict[str, str] = {}
        self.aliases: dict[str, Meaning] = {}
        """Names of annotations, such as `Voices = list[Voice]`."""

    def annotated(self, node: ast.expr) -> Meaning | None:
        """Return the meaning of an annotation, however it is nested or quoted: `"Cartesia | None"` is a client."""
        node = ast.parse(str(node.value), mode="eval").body if is_text(node) else node
        keyed = isinstance(node, ast.Subscript) and last_name(node.value) in MAPPINGS
        for inner in ast.walk(node):
            if found := self._stated(inner):
                return replace(found, keyed=keyed or found.keyed)
        return None

    def _stated(self, node: ast.AST) -> Meaning | None:
        """Return the meaning of one name in an annotation."""
        name = last_name(node) if isinstance(node, ast.expr) else ""
        if name in self.aliases:
            return self.aliases[name]
        if name in CLIENTS:
            return Meaning("client")
        if self.is_error(node):
            return Meaning("response", ERRORS)
        if name in self.models and not self.models[name].endswith("*"):
            return Meaning("model", self.models[name])
        if isinstance(node, ast.Attribute) and (model := self.model(node)):
            return Meaning("model", model)
        if "*" in self.models and isinstance(node, ast.Name) and name[:1].isupper():
            return Meaning("model", name)
        return None

    def is_error(self, node: ast.AST) -> bool:
        """Return whether this names an exception of the client."""
        if isinstance(node, ast.Name):
            return node.id in self.errors
        package, _, name = (dotted(node) or "").partition(".")
        return package in self.packages and name.endswith("Error")

    def model(self, node: ast.expr) -> str | None:
        """Return the model that an expression names."""
        name = dotted(node) or ""
        if name in self.models and not self.models[name].endswith("*"):
            return self.models[name]
        module, _, last = name.rpartition(".")
        return last if self.models.get(module, "").endswith("*") or module == MODELS else None
