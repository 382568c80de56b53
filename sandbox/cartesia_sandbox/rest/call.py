"""The checked request that a handler gets, and the table of handlers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..description.contract import Operation
from ..description.errors import invalid
from ..state.state import State
from ..state.store import page


class Upload(NamedTuple):
    """A file of a form."""

    name: str
    content: bytes


@dataclass
class Call:
    """A request that matches the contract."""

    state: State
    operation: Operation
    version: str
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Any
    files: Mapping[str, Upload] = field(default_factory=dict)
    request_id: str = ""

    def page(self, items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """Return the requested page of a list, or all of it for a version without pages. Raise APIError for a bad cursor."""
        if self.operation.has_parameter("limit"):
            return page(items, self.query)
        return {"data": list(items), "has_more": False, "next_page": None}

    def given(self, *names: str) -> dict[str, Any]:
        """Return these fields of the body except those that are missing or null."""
        return {name: self.body[name] for name in names if self.body.get(name) is not None}

    def required(self, *names: str) -> list[Any]:
        """Return these fields of the body, which the contract calls optional. Raise APIError if one is missing or null."""
        if missing := [name for name in names if self.body.get(name) is None]:
            raise invalid("; ".join(f'"{name}" is required' for name in missing))
        return [self.body[name] for name in names]

    def upload(self, name: str) -> Upload:
        """Return a file of the form. Raise APIError if the form has none of this name."""
        if name not in self.files:
            raise invalid(f'"{name}" must be a file')
        return self.files[name]


Handler = Callable[[Call], Any]
"""Returns the content of the response, reduced to the fields of the version; None for an empty response; or a response."""
HANDLERS: dict[str, Handler] = {}
"""By the name of the operation in the contract."""


def handles(*names: str) -> Callable[[Handler], Handler]:
    """Register the decorated function as the handler of these operations."""

    def register(handler: Handler) -> Handler:
        HANDLERS.update(dict.fromkeys(names, handler))
        return handler

    return register
