"""What checks may cost, and what keeps them from costing more."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

import httpx
from cartesia_api import contract

UPLOAD_RATE = 16000
BYTES_A_SECOND = 2 * UPLOAD_RATE
"""Of the audio that checks upload, 16-bit samples at UPLOAD_RATE."""
# Credits a second of audio, as the plans say: recordings, live transcription, changed voices. Text costs one a character.
BATCH_STT, LIVE_STT, VOICE_CHANGER = 0.5, 1.0, 15.0
_A_SECOND = {
    "stt.transcribe": BATCH_STT,
    "voice_changer.generate": VOICE_CHANGER,
    "voice_changer.generate_sse": VOICE_CHANGER,
}
_FREE = {"access_token.create", "pronunciation_dicts.create", "voices.clone"}
_SOCKETS = {path: name for name, path in contract.SOCKETS.items()}


class OverBudget(Exception):
    """What was about to be sent would have cost more than may be spent, or writes where only reading is allowed."""


@dataclass(frozen=True)
class Cost:
    """What a check spends at most."""

    characters: int = 0
    """To speak."""
    transcribed: float = 0
    """Seconds of recordings to transcribe."""
    listened: float = 0
    """Seconds of live transcription."""
    changed: float = 0
    """Seconds of recordings to say with another voice."""

    @property
    def credits(self) -> int:
        """All of it in credits, of which a character is one."""
        seconds = (
            math.ceil(self.transcribed * BATCH_STT),
            math.ceil(self.listened * LIVE_STT),
            math.ceil(self.changed * VOICE_CHANGER),
        )
        return self.characters + sum(seconds)


class Budget:
    """Counts what is about to be spent, before it is sent. What would pass the cap, or is of unknown price, is not sent.

    It sits on the wire, below the checks: retries are counted, and a check that spends more than it says is stopped.

    Args:
        cap: Credits that may be spent; None allows reading only.
    """

    def __init__(self, cap: int | None) -> None:
        self.cap = cap
        self.spent = 0
        self._heard = 0.0
        self._heard_paid = 0

    def left(self) -> int:
        """Credits that may still be spent."""
        return 0 if self.cap is None else self.cap - self.spent

    def begin(self) -> None:
        """A new check: its live transcription is rounded up by itself."""
        self._heard, self._heard_paid = 0.0, 0

    def request(self, request: httpx.Request) -> None:
        """Asks whether a request may be sent."""
        operation: contract.Operation | None = request.extensions.get("cartesia.operation")
        name = operation.name if operation else f"{request.method} {request.url.path}"
        if request.method == "GET":
            return
        if self.cap is None:
            raise OverBudget(f"{name} is not for reading only")
        self._charge(self._price(name, request), name)

    def _price(self, name: str, request: httpx.Request) -> int:
        if request.method in ("PATCH", "DELETE") or name in _FREE:
            return 0
        if name in ("tts.generate", "tts.generate_sse"):
            return len(json.loads(request.content)["transcript"])
        length = request.headers.get("content-length")
        if name not in _A_SECOND or length is None:
            raise OverBudget(f"what {name} costs is not known here, so it is not called")
        return math.ceil(int(length) / BYTES_A_SECOND * _A_SECOND[name])

    def frame(self, path: str, frame: str | bytes) -> None:
        """Asks whether a frame may be sent."""
        name = next((name for known, name in _SOCKETS.items() if path.endswith(known)), path)
        if self.cap is None:
            raise OverBudget(f"{name} is not for reading only")
        if isinstance(frame, bytes):
            self._heard += len(frame) / BYTES_A_SECOND * LIVE_STT
            due = math.ceil(self._heard) - self._heard_paid
            self._charge(due, name)
            self._heard_paid += due
        elif name == "tts.websocket":
            self._charge(len(json.loads(frame).get("transcript") or ""), name)

    def _charge(self, credits: int, name: str) -> None:
        if credits > self.left():
            raise OverBudget(f"{name} would cost {credits} credits, and {self.left()} of {self.cap} are left")
        self.spent += credits
