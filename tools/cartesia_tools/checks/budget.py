"""What checks cost, and the budget that stops a request before it costs too much."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx
from cartesia_api import contract
from cartesia_api.routes import Operation

UPLOAD_RATE = 16000
BYTES_A_SECOND = 2 * UPLOAD_RATE
"""Of the audio that checks upload: 16-bit samples at UPLOAD_RATE."""
# Credits per second of audio, according to the plans. Text to speech costs one credit per character. For calls with agents they
# name no price: a second of one is counted as a second that is transcribed, in which the agent speaks 15 characters.
BATCH_STT, LIVE_STT, VOICE_CHANGER = 0.5, 1.0, 15.0
CALL = LIVE_STT + 15.0
_A_SECOND = {
    "stt.transcribe": BATCH_STT,
    "voice_changer.generate": VOICE_CHANGER,
    "voice_changer.generate_sse": VOICE_CHANGER,
}
_FREE = {"access_token.create", "pronunciation_dicts.create", "voices.clone"}
_SOCKETS = [
    (re.compile(re.sub(r"\{.+?\}", "[^/]+", path) + "$"), name) for name, path in contract.ROUTES.sockets.items()
]
_SAMPLE_SIZES = {"mulaw": 1, "pcm": 2}
"""Bytes per sample of the formats that a call may have."""


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
    called: float = 0
    """Seconds of audio that agents hear."""

    @property
    def credits(self) -> int:
        """Return the cost in credits; each kind of audio is rounded up by itself."""
        seconds = (
            math.ceil(self.transcribed * BATCH_STT),
            math.ceil(self.streamed * LIVE_STT),
            math.ceil(self.changed * VOICE_CHANGER),
            math.ceil(self.called * CALL),
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
        # Live audio is sent in small frames, and a credit is whole: what is charged is the part of the sum, rounded up, that
        # has not been charged yet.
        self._live = 0.0
        self._live_charged = 0
        self._call_rate = 0
        """Bytes per second of the audio of the call."""

    def left(self) -> int:
        """Return the credits that may still be spent."""
        return 0 if self.cap is None else self.cap - self.spent

    def begin_check(self) -> None:
        """Start a new check: its live audio is rounded up by itself."""
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
        name = next((name for pattern, name in _SOCKETS if pattern.search(path)), None)
        if self.cap is None:
            raise OverBudget(f"{name or path} is not read-only")
        if name == "agents.stream":
            self._charge_call(json.loads(frame))
        elif name == "tts.websocket":
            self._charge(len(json.loads(frame).get("transcript") or ""), name)
        elif name is None:
            raise OverBudget(f"the price of {path} is not known, so nothing is sent there")
        elif isinstance(frame, bytes):
            self._charge_live(len(frame) / BYTES_A_SECOND * LIVE_STT, name)

    def _charge_call(self, event: Mapping[str, Any]) -> None:
        """Charge an event of a call: its introduction, and the audio that the agent hears."""
        if event["event"] == "start":
            encoding, _, rate = event["config"]["input_format"].partition("_")
            introduction = (event.get("agent") or {}).get("introduction")
            if encoding not in _SAMPLE_SIZES or not rate.isdecimal() or not introduction:
                raise OverBudget("the price of a call without introduction, or in an unknown format, is not known")
            self._call_rate = _SAMPLE_SIZES[encoding] * int(rate)
            self._charge(len(introduction), "agents.stream")
        elif event["event"] == "media_input":
            self._charge_live(len(event["media"]["payload"]) * 3 / 4 / self._call_rate * CALL, "agents.stream")

    def _charge_live(self, credits: float, name: str) -> None:
        self._live += credits
        due = math.ceil(self._live) - self._live_charged
        self._charge(due, name)
        self._live_charged += due

    def _charge(self, credits: int, name: str) -> None:
        if credits > self.left():
            raise OverBudget(f"{name} would cost {credits} credits, and {self.left()} of {self.cap} are left")
        self.spent += credits
