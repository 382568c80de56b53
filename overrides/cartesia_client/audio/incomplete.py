"""The error that carries audio. It is not in `errors`, because that module knows no audio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import APIError

if TYPE_CHECKING:
    from .result import Audio


class IncompleteAudioError(APIError):
    """The audio ended before it was complete. What the service generated is billed.

    Keep `partial`, or speak again from the first word that is missing. `unspoken` is that text, where it is known.

    Attributes:
        partial: The audio that arrived, if the call returns audio as a whole; None for streams and sockets, whose chunks were
            returned already.
        received: Bytes that arrived.
        duration: Seconds of audio that arrived, 0 where the format does not tell.
        request_id: Id of the request, if the service sent one.
        unspoken: Text that was not spoken, where that is known: the context of a socket had expired before.
    """

    may_be_billed = True
    unspoken = ""

    def __init__(
        self,
        message: str,
        *,
        partial: Audio | None = None,
        received: int = 0,
        duration: float = 0.0,
        request_id: str | None = None,
        attempts: int = 1,
        context_id: str | None = None,
    ) -> None:
        super().__init__(message, attempts=attempts, context_id=context_id, received=received)
        self.partial = partial
        self.duration = duration
        self.request_id = request_id
