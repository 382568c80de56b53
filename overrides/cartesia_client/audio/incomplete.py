"""The error that carries audio. It stands above `errors`, because that module knows no audio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import APIError

if TYPE_CHECKING:
    from .result import Audio


class IncompleteAudioError(APIError):
    """The audio ended before it was complete. It was paid for; what arrived is here.

    Attributes:
        partial: The audio that arrived; None when it was streamed, because the chunks were handed out already.
        received: Bytes that arrived.
        duration: Seconds of audio that arrived, as far as its format tells.
        request_id: Id of the request, if the service sent one.
    """

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
        super().__init__(message, attempts=attempts, context_id=context_id)
        self.partial = partial
        self.received = received
        self.duration = duration
        self.request_id = request_id
