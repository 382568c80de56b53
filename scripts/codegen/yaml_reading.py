"""Reads a file of the description, as OpenAPI has YAML, and says in one line what it cannot read."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Any

import yaml

Doc = dict[str, Any]


class SpecError(Exception):
    """A fault of the spec; the message names the file and the place in it."""


class _Loader(yaml.CSafeLoader):
    """Safe YAML as OpenAPI has it, by version 1.2: `no`, 12:30 and dates are texts, and 010 is ten. No duplicate keys."""

    file: str = ""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            if key_node.tag == "tag:yaml.org,2002:merge":
                continue  # what stands beside it wins
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                line = key_node.start_mark.line + 1
                raise SpecError(f"{self.file}:{line}: the key {key!r} stands twice in one mapping")
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


_SCALARS = {
    "bool": (r"true|false", "tf"),
    "null": (r"~|null|Null|NULL|", "~nN"),
    "int": (r"[-+]?[0-9]+", "-+0123456789"),
    "float": (
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        "-+.0123456789",
    ),
    "merge": (r"<<", "<"),
}
"""What is no text, and the characters that it begins with."""
_Loader.yaml_implicit_resolvers = {}
for _tag, (_pattern, _first) in _SCALARS.items():
    _letters = [*_first, ""] if _tag == "null" else [*_first]
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _letters)
_Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
_Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(_plain(node.value)))


def _plain(number: str) -> str:
    return re.sub(r"\.(inf|nan)", r"\1", number.lower())


_WAYS = {
    "cannot start any token": "indent with spaces, not with tabs; put a text in quotes that begins with @, ` or %",
    "mapping values are not allowed": "put a text in quotes that has a colon and a space, or mend the indentation",
    "expected a single document": "leave the line --- out",
    "codec can't decode": "save the file as UTF-8",
}


def _unreadable(name: str, error: Exception) -> SpecError:
    """Return the error of a file that is no YAML, in one line."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    parts = (getattr(error, "context", None), getattr(error, "problem", None))
    said = ", ".join(part for part in parts if part) if mark else " ".join(str(error).split())
    way = next((f"; {way}" for problem, way in _WAYS.items() if problem in said), "")
    return SpecError(f"{name}{f':{mark.line + 1}' if mark else ''}: not readable as YAML: {said}{way}")


def load(path: Path, name: str) -> Doc:
    """Return a file of the description. Raise SpecError if it is not YAML, or holds what JSON cannot."""
    try:
        loader = type("Loader", (_Loader,), {"file": name})(path.read_text(encoding="utf-8"))
    except (UnicodeError, yaml.YAMLError) as error:
        raise _unreadable(name, error) from None
    try:
        data = loader.get_single_data()
        faults = [f"{name}: {'.'.join(place) or 'top'}: {fault}" for place, fault in _unlike_json(data, (), ())]
    except (ValueError, TypeError, RecursionError, yaml.YAMLError) as error:
        raise _unreadable(name, error) from None
    finally:
        loader.dispose()
    if not isinstance(data, dict):
        raise SpecError(f"{name}: expected a mapping at the top")
    if faults:
        raise SpecError("\n".join(faults))
    return data


def _unlike_json(node: Any, place: tuple[str, ...], above: tuple[int, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield (place, fault) of what JSON has no place for."""
    if id(node) in above:
        yield place, "contains itself"
    elif isinstance(node, dict):
        for key, value in node.items():
            if not isinstance(key, str):
                shown = "null" if key is None else str(key).lower() if isinstance(key, bool) else str(key)
                yield place, f'the key {shown} is no text; put it in quotes: "{shown}"'
            else:
                yield from _unlike_json(value, (*place, key), (*above, id(node)))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _unlike_json(value, (*place, str(index)), (*above, id(node)))
    elif isinstance(node, float) and not math.isfinite(node):
        yield place, f"{node} is no number that JSON has"
    elif not isinstance(node, (str, int, float, bool, NoneType)):
        yield (
            place,
            f"a value of type {type(node).__name__}; JSON has texts, numbers, true, false, null, lists and mappings",
        )
    elif isinstance(node, str) and any("\ud800" <= letter <= "\udfff" for letter in node):
        yield place, "half of a surrogate pair; write the character itself"
