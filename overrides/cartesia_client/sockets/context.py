"""What the contexts of threads and of tasks share."""

from __future__ import annotations

import uuid
import weakref
from collections.abc import Mapping
from typing import Any

from cartesia_api.bodies import to_json

from ..errors import InvalidRequestError
from .tts_protocol import ContextState, TTSProtocol, cannot_change

CANCELLED = "the context was cancelled"


class Context:
    """What both contexts share. A context belongs to a connection from its first frame on, and never changes to another."""

    def __init__(self, context_id: str | None, timeout: float | None, fields: Mapping[str, Any]) -> None:
        self.context_id = context_id or str(uuid.uuid4())
        """Id of the context, unique on its connection."""
        self._timeout = timeout
        self._fields = dict(fields)
        self._state: ContextState | None = None
        """What the connection knows of the context; None before the first frame."""

    def _first_fields(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields of the first frame. Check them before a connection is opened, and on nothing that stays."""
        for name, value in fields.items():
            if name in self._fields and to_json(self._fields[name]) != to_json(value):
                raise cannot_change(name, self._fields[name], value)
        merged = {**self._fields, **fields}
        TTSProtocol().generation_request(ContextState(self.context_id), merged)
        return merged

    def _attach(self, protocol: TTSProtocol, state: ContextState) -> None:
        """Keep the state, and have the context cancelled at the service once the program has dropped it."""
        self._state = state
        weakref.finalize(self, _queue_cancel, protocol, state)

    def _require_state(self) -> ContextState:
        if self._state is None:
            raise InvalidRequestError(f"nothing has been sent to the context {self.context_id!r} yet; push text first")
        return self._state

    @property
    def _has_ended(self) -> bool:
        return self._state is None or self._state.ended


def _queue_cancel(protocol: TTSProtocol, state: ContextState) -> None:
    # Called by the garbage collector, in any thread and at any moment: it must neither send nor take a lock.
    if state.opened and not state.ended:
        protocol.queue_cancel(state.id)
