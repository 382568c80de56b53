"""Finds what need not be compared: parts that are written alike and refer only to components that are."""

from __future__ import annotations

import json
import re
from typing import Any

from .forms import Doc

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
        return self.comparable and text == json.dumps(second) and not self._reach(_pointers(text))

    def _reach(self, names: set[str]) -> set[str]:
        """The touched components, or references to no component, that these references lead to."""
        passed: set[str] = set()
        left = set(names)
        while left:
            name = left.pop()
            passed.add(name)
            left |= self._refers.get(name, set()) - passed
        return {name for name in passed if name in self.touched or name not in self._refers}


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
