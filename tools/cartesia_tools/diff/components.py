"""Which components a part of a contract leads to: to find those that nothing uses, and the parts that need not be compared
because they are written alike and lead only to components that are."""

from __future__ import annotations

import json
import re
from typing import Any

from ..contract import Doc

_POINTER = re.compile(r'"(#/[^"]*)"')


class Untouched:
    """Whether two parts of two contracts are alike down to the last component that they mean, texts included."""

    def __init__(self, old: Doc, new: Doc) -> None:
        before, after = _components(old), _components(new)
        self.touched = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        self._refers = {name: _pointers(text) for name, text in before.items()}
        # What holds for all operations, and is named without a reference.
        self.comparable = json.dumps(old.get("security")) == json.dumps(new.get("security")) and not any(
            name.startswith("#/components/securitySchemes/") for name in self.touched
        )

    def __call__(self, first: Any, second: Any) -> bool:
        text = json.dumps(first)
        return self.comparable and text == json.dumps(second) and not self._differing(_pointers(text))

    def _differing(self, names: set[str]) -> set[str]:
        """The touched components, or references to no component, that these references lead to."""
        return {name for name in _reach(names, self._refers) if name in self.touched or name not in self._refers}


def used(doc: Doc) -> set[str]:
    """The components that operations and sockets lead to, as references."""
    refers = {name: _pointers(text) for name, text in _components(doc).items()}
    return _reach(_pointers(json.dumps(doc.get("paths"))), refers)


def _reach(names: set[str], refers: dict[str, set[str]]) -> set[str]:
    passed: set[str] = set()
    left = set(names)
    while left:
        name = left.pop()
        passed.add(name)
        left |= refers.get(name, set()) - passed
    return passed


def _components(doc: Doc) -> dict[str, str]:
    """Every component as text, by the reference to it."""
    kinds = doc.get("components")
    return {
        f"#/components/{kind}/{name}": json.dumps(node)
        for kind, entries in (kinds.items() if isinstance(kinds, dict) else ())
        for name, node in (entries.items() if isinstance(entries, dict) else ())
    }


def _pointers(text: str) -> set[str]:
    return {"/".join(pointer.split("/")[:4]) for pointer in _POINTER.findall(text)}
