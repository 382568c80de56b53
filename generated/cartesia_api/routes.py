# Copied from scripts/codegen/runtime/routes.py: edit that file.
"""Where the operations and sockets of the API are: what the client needs of the contract at run time."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Operation(NamedTuple):
    """One operation of the API."""

    name: str
    """Its method in the client, such as "voices.get"."""
    method: str
    path: str
    """Path with its parameters in braces, such as "/voices/{id}"."""
    shape: str
    """call (JSON), bytes (audio or a file), pages, events (server-sent), or nothing (no body)."""
    accept: str
    """Media type of its success."""


class Routes:
    """The operations and sockets of one Cartesia-Version.

    Args:
        version: The version.
        operations: Its operations.
        sockets: Path of each socket, by its name.
    """

    def __init__(
        self, version: str, operations: tuple[Operation, ...], sockets: Mapping[str, str]
    ) -> None:
        self.version = version
        self.operations = operations
        self.sockets = sockets

    def dated(
        self,
        version: str,
        *,
        without: Sequence[str] = (),
        more: tuple[Operation, ...] = (),
        sockets: Mapping[str, str] | None = None,
    ) -> Routes:
        """Return the routes of an older version: these without some operations, and with others in their place."""
        kept = tuple(each for each in self.operations if each.name not in without)
        return Routes(version, kept + more, self.sockets if sockets is None else sockets)

    def find(self, method: str, path: str) -> Operation | None:
        """Return the operation that a concrete path belongs to, or None.

        A parameter never matches an empty, "." or ".." segment.
        """
        if (fixed := self._fixed.get((method.upper(), path))) is not None:
            return fixed
        parts = path.split("/")
        best: Operation | None = None
        for operation, names in self._by_size.get((method.upper(), len(parts)), ()):
            if not all(_matches(name, part) for name, part in zip(names, parts, strict=True)):
                continue
            # Fixed segments beat parameters: /agents/templates is not the agent called "templates".
            if best is None or operation.path.count("{") < best.path.count("{"):
                best = operation
        return best

    @functools.cached_property
    def _fixed(self) -> dict[tuple[str, str], Operation]:
        """Operations whose paths have no parameters, by method and path."""
        return {(each.method, each.path): each for each in self.operations if "{" not in each.path}

    @functools.cached_property
    def _by_size(self) -> dict[tuple[str, int], list[tuple[Operation, list[str]]]]:
        """Operations and the segments of their paths, by method and number of segments."""
        found: dict[tuple[str, int], list[tuple[Operation, list[str]]]] = {}
        for each in self.operations:
            names = each.path.split("/")
            found.setdefault((each.method, len(names)), []).append((each, names))
        return found


def _matches(name: str, part: str) -> bool:
    return part not in ("", ".", "..") if name.startswith("{") else name == part
