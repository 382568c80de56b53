"""The time before the first text of a context: readers may wait for it, and the program may cancel it. No I/O."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cartesia_io.sockets.connection import CLOSED_LOCALLY

from ..errors import APITimeoutError, InvalidRequestError
from .context_state import ContextState
from .tts_protocol import CANCELLED, TTSProtocol


class Beginning:
    """Whether the first frame of a context has been sent; until then, whether there may still be one."""

    def __init__(self, context_id: str, event: Any, is_closed: Callable[[], bool]) -> None:
        self._context_id, self._is_closed = context_id, is_closed
        self.event = event
        """Set once the first frame has been sent."""
        self.cancelled = False
        """Whether the program has cancelled the context before that."""
        self.left = False
        """Whether a whole text was spoken before that: one in which there was nothing to speak."""

    @property
    def _state(self) -> ContextState:
        """One for errors: a context that has not begun has none yet."""
        return ContextState(self._context_id)

    def check(self) -> None:
        """Raise the error for text that is sent after the context was cancelled."""
        if self.cancelled:
            raise TTSProtocol.incomplete(self._state, CANCELLED)

    def check_awaited(self) -> None:
        """Raise the error for a reader that waits for the first text, if there will be none."""
        self.check()
        if self._is_closed():
            raise TTSProtocol.incomplete(self._state, CLOSED_LOCALLY)
        if self.left:
            raise self.nothing_sent()

    def nothing_sent(self) -> InvalidRequestError:
        """Return the error for a reader of a context that has not begun."""
        return InvalidRequestError(f"nothing has been sent to the context {self._context_id!r} yet; push text first")

    def late(self, seconds: float | None) -> APITimeoutError:
        """Return the error for a reader whose own time is up."""
        return self._state.late(seconds or 0.0)
