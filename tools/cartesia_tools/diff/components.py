"""Which components a part of a contract leads to.

It finds the components that nothing uses, and the parts that need no comparison because they are written alike and lead
only to components that are written alike.
"""

from __future__ import annotations

import json
import re
from typing import Any

from ..contract import Doc

_POINTER = re.compile(r'"(#/[^"]*)"')


class Unchanged:
    """Whether two parts of two contracts are written alike down to the last component, documentation included."""

    def __init__(self, old: Doc, new: Doc) -> None:
        before, after = _components(old), _components(new)
        self._changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        self._refers = {name: _pointers(text) for name, text in before.items()}
        # Security holds for all operations, and names its schemes without a reference.
        self._same_security = json.dumps(old.get("security")) == json.dumps(new.get("security")) and not any(
            name.startswith("#/components/securitySchemes/") for name in self._changed
        )

    def __call__(self, first: Any, second: Any) -> bool:
        """Return whether a part of the old contract is unchanged in the new one."""
        text = json.dumps(first)
        return self._same_security and text == json.dumps(second) and not self._leads_to_change(_pointers(text))

    def _leads_to_change(self, names: set[str]) -> bool:
        """Return whether references lead to a changed component, or to no component at all."""
        return any(name in self._changed or name not in self._refers for name in _reach(names, self._refers))


def used_components(doc: Doc) -> set[str]:
    """Return the components that operations and sockets lead to, as references."""
    refers = {name: _pointers(text) for name, text in _components(doc).items()}
    return _reach(_pointers(json.dumps([doc.get("paths"), doc.get("webhooks")])), refers)


def _reach(names: set[str], refers: dict[str, set[str]]) -> set[str]:
    passed: set[str] = set()
    left = set(names)
    while left:
        name = left.pop()
        passed.add(name)
        left |= refers.get(name, set()) - passed
    return passed


def _components(doc: Doc) -> dict[str, str]:
    """Return every component as text, by the reference to it."""
    kinds = doc.get("components")
    return {
        f"#/components/{kind}/{name}": json.dumps(node)
        for kind, entries in (kinds.items() if isinstance(kinds, dict) else ())
        for name, node in (entries.items() if isinstance(entries, dict) else ())
    }


def _pointers(text: str) -> set[str]:
    return {"/".join(pointer.split("/")[:4]) for pointer in _POINTER.findall(text)}
