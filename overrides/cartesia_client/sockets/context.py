"""What the contexts of threads and of tasks share."""

from __future__ import annotations

import uuid
import weakref
from collections.abc import Mapping
from typing import Any

from cartesia_api.resources._base import to_json

from ..errors import InvalidRequestError
from .tts_protocol import ContextState, TTSProtocol


class Context:
    """What both contexts share."""

    def __init__(self, context_id: str | None, timeout: float | None, fields: Mapping[str, Any]) -> None:
        self.context_id = context_id or str(uuid.uuid4())
        """Id of the context, unique on its connection."""
        self._timeout = timeout
        self._fields = dict(fields)
        self._state: ContextState | None = None

    def _first(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of the first frame; refuses it, if it must be, before a connection is opened for it."""
        for name, value in fields.items():
            if name in self._fields and to_json(self._fields[name]) != to_json(value):
                raise InvalidRequestError(f"{name} must stay the same within a context: it is {self._fields[name]!r}")
        whole = {**self._fields, **fields}
        TTSProtocol().request(ContextState(self.context_id), whole)
        return whole

    def _attach(self, protocol: TTSProtocol, state: ContextState) -> None:
        """Takes the state on a connection; when the context is dropped, the service will be told."""
        self._state = state
        weakref.finalize(self, _drop, protocol, state)

    def _started(self) -> ContextState:
        if self._state is None:
            raise InvalidRequestError(f"the context {self.context_id!r} has not been sent anything; push text first")
        return self._state

    @property
    def _is_over(self) -> bool:
        return self._state is None or self._state.ended


def _drop(protocol: TTSProtocol, state: ContextState) -> None:
    if state.opened and not state.ended:
        protocol.queue_cancel(state.id)


CANCELLED = "the context was cancelled"
