"""What checks cost, and the budget that stops a request before it costs too much."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

import httpx
from cartesia_api import contract
from cartesia_api.routes import Operation

UPLOAD_RATE = 16000
BYTES_A_SECOND = 2 * UPLOAD_RATE
"""Of the audio that checks upload: 16-bit samples at UPLOAD_RATE."""
# Credits per second of audio, according to the plans. Text to speech costs one credit per character.
BATCH_STT, LIVE_STT, VOICE_CHANGER = 0.5, 1.0, 15.0
_A_SECOND = {
    "stt.transcribe": BATCH_STT,
    "voice_changer.generate": VOICE_CHANGER,
    "voice_changer.generate_sse": VOICE_CHANGER,
}
_FREE = {"access_token.create", "pronunciation_dicts.create", "voices.clone"}
_SOCKETS = {path: name for name, path in contract.ROUTES.sockets.items()}


class OverBudget(Exception):
    """A request was not sent: it would exceed the budget, has no known price, or writes during a read-only run."""


@dataclass(frozen=True)
class Cost:
    """The most that a check spends."""

    characters: int = 0
    """Characters of text to speech."""
    transcribed: float = 0
    """Seconds of recordings that are transcribed."""
    streamed: float = 0
    """Seconds of live transcription."""
    changed: float = 0
    """Seconds of recordings that get another voice."""

    @property
    def credits(self) -> int:
        """Return the cost in credits; each kind of audio is rounded up by itself."""
        seconds = (
            math.ceil(self.transcribed * BATCH_STT),
            math.ceil(self.streamed * LIVE_STT),
            math.ceil(self.changed * VOICE_CHANGER),
        )
        return self.characters + sum(seconds)


class Budget:
    """Counts credits before they are spent, and stops what would exceed the cap or has no known price.

    It watches the wire, below the checks. So retries count, and a check that spends more than it declares is stopped.

    Args:
        cap: Credits that may be spent; None allows only requests that read.
    """

    def __init__(self, cap: int | None) -> None:
        self.cap = cap
        self.spent = 0
        # Live transcription is sent in small frames, and a credit is whole: what is charged is the part of the sum, rounded
        # up, that has not been charged yet.
        self._live = 0.0
        self._live_charged = 0

    def left(self) -> int:
        """Return the credits that may still be spent."""
        return 0 if self.cap is None else self.cap - self.spent

    def begin_check(self) -> None:
        """Start a new check: its live transcription is rounded up by itself."""
        self._live, self._live_charged = 0.0, 0

    def before_request(self, request: httpx.Request) -> None:
        """Charge a request before it is sent.

        Raises:
            OverBudget: It must not be sent.
        """
        operation: Operation | None = request.extensions.get("cartesia.operation")
        name = operation.name if operation else f"{request.method} {request.url.path}"
        if request.method == "GET":
            return
        if self.cap is None:
            raise OverBudget(f"{name} is not read-only")
        self._charge(self._price(name, request), name)

    def _price(self, name: str, request: httpx.Request) -> int:
        if request.method in ("PATCH", "DELETE") or name in _FREE:
            return 0
        if name in ("tts.generate", "tts.generate_sse"):
            return len(json.loads(request.content)["transcript"])
        length = request.headers.get("content-length")
        if name not in _A_SECOND or length is None:
            raise OverBudget(f"the price of {name} is not known, so it is not sent")
        return math.ceil(int(length) / BYTES_A_SECOND * _A_SECOND[name])

    def before_frame(self, path: str, frame: str | bytes) -> None:
        """Charge a frame before it is sent on the socket with this path.

        Raises:
            OverBudget: It must not be sent.
        """
        name = next((name for known, name in _SOCKETS.items() if path.endswith(known)), path)
        if self.cap is None:
            raise OverBudget(f"{name} is not read-only")
        if isinstance(frame, bytes):
            self._live += len(frame) / BYTES_A_SECOND * LIVE_STT
            due = math.ceil(self._live) - self._live_charged
            self._charge(due, name)
            self._live_charged += due
        elif name == "tts.websocket":
            self._charge(len(json.loads(frame).get("transcript") or ""), name)

    def _charge(self, credits: int, name: str) -> None:
        if credits > self.left():
            raise OverBudget(f"{name} would cost {credits} credits, and {self.left()} of {self.cap} are left")
        self.spent += credits
