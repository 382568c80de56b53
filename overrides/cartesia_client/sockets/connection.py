"""What the connections of threads and of tasks share."""

from __future__ import annotations

from .tts_protocol import Inbox, Mux

CLOSED_HERE = "the connection was closed here"
GRACE = 0.6
"""Seconds for a last word to the service, where the caller should not be kept."""


class Line:
    """What the two lines share. A line is one physical connection with its conversation."""

    def __init__(self) -> None:
        self.mux = Mux()

    def _end_if_lost(self, inbox: Inbox) -> None:
        """So that nobody goes on reading from what is gone, whatever this inbox has to do with it."""
        if self.mux.lost is not None:
            inbox.fail(self.mux.incomplete(inbox, self.mux.lost))
