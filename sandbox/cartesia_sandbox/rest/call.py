"""A request that has passed all checks, and the table of what is done with it."""

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
    """A request that has passed all checks of the description."""

    state: State
    operation: Operation
    version: str
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Any
    files: Mapping[str, Upload] = field(default_factory=dict)
    request_id: str = ""

    def page(self, items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """The page of a list that was asked for; all of it, where the version knows no pages."""
        if self.operation.has_parameter("limit"):
            return page(items, self.query)
        return {"data": list(items), "has_more": False, "next_page": None}

    def given(self, *names: str) -> dict[str, Any]:
        """These fields of the body, as far as they are there and not null."""
        return {name: self.body[name] for name in names if self.body.get(name) is not None}

    def needed(self, *names: str) -> list[Any]:
        """These fields of the body, which the description calls optional though nothing can be done without them."""
        if missing := [name for name in names if self.body.get(name) is None]:
            raise invalid("; ".join(f'"{name}" is needed' for name in missing))
        return [self.body[name] for name in names]

    def upload(self, name: str) -> Upload:
        """A file of the form."""
        if name not in self.files:
            raise invalid(f'"{name}" must be a file')
        return self.files[name]


Handler = Callable[[Call], Any]
"""Gives the answer: what becomes JSON, cut to what the version knows; None where there is nothing to say; or a response."""
HANDLERS: dict[str, Handler] = {}
"""By the operation's id in the description."""


def handles(*names: str) -> Callable[[Handler], Handler]:
    def register(handler: Handler) -> Handler:
        HANDLERS.update(dict.fromkeys(names, handler))
        return handler

    return register
