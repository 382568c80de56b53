"""What the connections of threads and of tasks share."""

from __future__ import annotations

from .tts_protocol import ContextState, TTSProtocol

CLOSED_HERE = "the connection was closed here"
CLOSE_TIMEOUT = 0.6
"""Seconds for a last word to the service, where the caller should not be kept."""


class Connection:
    """What the two lines share. A line is one physical connection with its conversation."""

    def __init__(self) -> None:
        self.protocol = TTSProtocol()

    def _end_if_lost(self, state: ContextState) -> None:
        """So that nobody goes on reading from what is gone, whatever this state has to do with it."""
        if self.protocol.lost is not None:
            state.fail(self.protocol.incomplete(state, self.protocol.lost))
