"""The types that a method checks its arguments for, and that a field of a message has."""

from __future__ import annotations

import ast
import re
from collections.abc import Container, Mapping

from .names import split_union

_NAMES = {"File": "file", "Sequence": "list", "Any": "file"}


def argument_kinds(annotation: str, enums: Mapping[str, str], classes: Container[str]) -> str:
    """Return the types of an annotation for `arguments.check`, in its order, without that of None.

    Args:
        annotation: The annotation.
        enums: The types of the values of each enum.
        classes: The names that stand for objects.
    """
    found: dict[str, None] = {}
    for part in split_union(annotation):
        literal = re.match(r"Literal\[(.*)\]$", part, re.DOTALL)
        if literal:
            values = ast.literal_eval(f"[{literal[1]}]")
            found |= dict.fromkeys(type(value).__name__ for value in values if value is not None)
            continue
        name = re.match(r"\w+", part.removeprefix("builtins."))[0]  # type: ignore[index]  # a type has a name
        if name not in ("Unset", "None"):
            plain = name in ("str", "int", "float", "bool", "list", "dict", "datetime")
            of_object = "dict" if name in classes else enums.get(name, "str")
            found |= dict.fromkeys((name if plain else _NAMES.get(name, of_object)).split(" | "))
    return " | ".join(found)


def joined_kinds(kinds: list[str], objects: Container[str]) -> str:
    """Return the type of a choice. msgspec tells no two objects apart, nor two lists: those arrive as JSON has them."""
    kinds = [kind for each in kinds for kind in each.split(" | ")]
    dicts = {kind for kind in kinds if kind.startswith("dict[") or kind in objects}
    for several, any_of in (
        (dicts, "dict[str, Any]"),
        ({kind for kind in kinds if kind.startswith("list[")}, "list[Any]"),
    ):
        if len(several) > 1:
            kinds = [any_of if kind in several else kind for kind in kinds]
    kinds = ["Any"] if "Any" in kinds else [*dict.fromkeys(kinds)]
    return " | ".join([*(kind for kind in kinds if kind != "None"), *(["None"] if "None" in kinds else [])])
