"""What the connections of threads and of tasks share. A connection is one socket and the protocol that is spoken over it."""

from __future__ import annotations

from .tts_protocol import ContextState, TTSProtocol

CLOSED_LOCALLY = "the connection was closed locally"
CLOSE_TIMEOUT = 0.6
"""Seconds that closing or cancelling may take to say so to the service. The caller waits no longer."""


class Connection:
    """What both connections share."""

    def __init__(self) -> None:
        self.protocol = TTSProtocol()

    def _end_if_lost(self, state: ContextState) -> None:
        """Fail a context that the protocol does not know any more, so that its reader does not wait on a lost connection."""
        if self.protocol.lost is not None:
            state.fail(self.protocol.incomplete(state, self.protocol.lost))
