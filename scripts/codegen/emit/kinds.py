"""The types that a method checks its arguments for."""

from __future__ import annotations

import ast
import re
from collections.abc import Container

from ..merge import Contract
from .names import split_union


def argument_kinds(annotation: str, required: bool, contract: Contract, classes: Container[str]) -> str:
    """Return the types of an annotation for `arguments.check`, in its order.

    Args:
        classes: The names that stand for objects; all other names are enums.
    """
    names = {"File": "file", "Sequence": "list", "Any": "file"}
    schemas = contract.doc["components"]["schemas"]
    found: dict[str, None] = {}
    for part in split_union(annotation):
        literal = re.match(r"Literal\[(.*)\]$", part, re.DOTALL)
        if literal:
            found |= dict.fromkeys(type(value).__name__ for value in ast.literal_eval(f"[{literal[1]}]"))
            continue
        name = re.match(r"\w+", part.removeprefix("builtins."))[0]  # type: ignore[index]  # a type has a name
        if name not in ("Unset", "None"):
            plain = name in ("str", "int", "float", "bool", "list", "dict", "datetime")
            of_enum = "int" if schemas.get(name, {}).get("type") == "integer" else "str"
            found[name if plain else names.get(name, "dict" if name in classes else of_enum)] = None
    if not required or "None" in split_union(annotation):
        found["None"] = None
    return " | ".join(found)
