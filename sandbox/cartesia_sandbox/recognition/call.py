"""A call with an agent, without I/O: audio of the caller in, events and audio of the agent out."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import soxr

from ..voice.decode import decode
from ..voice.encode import encode
from ..voice.encodings import ENCODINGS
from ..voice.engine import Engine
from ..voice.sound import Samples, Timbre
from .sessions import BLOCK_SECONDS, AutoFinalizeSession
from .thresholds import Thresholds
from .transcriber import Transcriber

Event = Mapping[str, Any]
Reply = str | Event
Agent = Iterable[Reply] | Callable[[str], Reply | None] | None
"""What an agent answers: None repeats what it heard. A list has an answer for each turn of the caller; at its end, and when a
function returns None, the agent hangs up. An answer is a text to speak, or an event to send, such as
{"event": "transfer_call"}."""
FORMATS = {
    "mulaw_8000": ("pcm_mulaw", 8000),
    "pcm_16000": ("pcm_s16le", 16000),
    "pcm_24000": ("pcm_s16le", 24000),
    "pcm_44100": ("pcm_s16le", 44100),
}
"""Encoding and sample rate of each format that a call may have."""
RECORDING_RATE = 16000
"""Sample rate of the recording of a call."""
CHUNK_SECONDS = 0.2
"""Length of the audio in one event."""


class HungUp(Exception):
    """The agent has ended the call."""


class AgentFailed(Exception):
    """What answers for the agent raised an error, or returned what cannot be an answer."""


def is_answer(reply: Any) -> bool:
    """Return whether an agent can answer this: a text, or an event as a dict with its kind."""
    return isinstance(reply, str) or (isinstance(reply, Mapping) and isinstance(reply.get("event"), str))


class AgentCall:
    """One call. Its clock is the audio of the caller, which goes on during silence as on a telephone line.

    Args:
        transcriber: Finds the words of the caller.
        engine: Speaks for the agent.
        timbre: The voice of the agent.
        format: Format of the audio in both directions, one of `FORMATS`.
        agent: What the agent answers.

    Attributes:
        turns: What was said so far, as the transcript of the call has it.
    """

    # What the agent says is sent at once, and is heard from the moment on at which it was sent, or at which it has said what
    # came before. A caller who speaks before it has ended interrupts it: the rest is neither heard nor recorded.

    def __init__(self, transcriber: Transcriber, engine: Engine, timbre: Timbre, format: str, agent: Agent) -> None:
        self.encoding, self.rate = FORMATS[format]
        self.turns: list[dict[str, Any]] = []
        self._thresholds = Thresholds()
        self._session = AutoFinalizeSession(transcriber, self.encoding, self.rate, self._thresholds)
        self._engine, self._timbre = engine, timbre
        self._agent = iter(agent) if isinstance(agent, Iterable) else agent
        self._heard = bytearray()
        self._said: list[tuple[float, Samples]] = []
        self._began = self._busy_until = 0.0
        self._has_ended = False

    @property
    def seconds(self) -> float:
        """Return the time since the beginning of the call."""
        return len(self._heard) / ENCODINGS[self.encoding].sample_size / self.rate

    def hear(self, data: bytes) -> Iterator[Event]:
        """Take audio of the caller, and yield what the agent sends. Raise HungUp when it ends the call."""
        size = round(BLOCK_SECONDS * self.rate) * ENCODINGS[self.encoding].sample_size
        for start in range(0, len(data), size):
            self._heard += data[start : start + size]
            yield from self._follow(self._session.add_audio(data[start : start + size]))

    def end(self) -> None:
        """Take note that the call has ended: what the caller was saying belongs to the transcript."""
        for message in () if self._has_ended else self._session.close():
            if message["type"] == "turn.end":
                self._note("user", message["transcript"], self._began, self.seconds, end_reason="call_ended")

    def say(self, text: str) -> Iterator[Event]:
        """Yield the audio of a text that the agent speaks."""
        began = max(self.seconds, self._busy_until)
        spoken = [utterance.samples for utterance in self._engine.speak(text, self._timbre, self.rate)]
        samples = np.concatenate([np.zeros(0, np.float32), *spoken])
        self._busy_until = began + len(samples) / self.rate
        self._said.append((began, samples))
        self._note("assistant", text, began, self._busy_until, end_reason="tts_completed")
        step = round(CHUNK_SECONDS * self.rate)
        for start in range(0, len(samples), step):
            payload = base64.b64encode(encode(samples[start : start + step], self.encoding)).decode()
            yield {"event": "media_output", "media": {"payload": payload}}

    def recording(self) -> Samples:
        """Return both sides of the call, mixed."""
        tracks = [(0.0, decode(bytes(self._heard), self.encoding)), *self._said]
        parts = [
            (round(began * RECORDING_RATE), soxr.resample(samples, self.rate, RECORDING_RATE))
            for began, samples in tracks
        ]
        mixed = np.zeros(max(start + len(samples) for start, samples in parts), np.float32)
        for start, samples in parts:
            mixed[start : start + len(samples)] += samples
        return np.clip(mixed, -1.0, 1.0)

    def _follow(self, messages: Iterable[Mapping[str, Any]]) -> Iterator[Event]:
        for message in messages:
            if message["type"] == "turn.start":
                self._began = self.seconds - BLOCK_SECONDS
                if self._began < self._busy_until:
                    self._interrupt()
                    yield {"event": "clear"}
            elif message["type"] == "turn.end" and (text := message["transcript"].strip()):
                self._note("user", text, self._began, self.seconds - self._thresholds.end_silence)
                yield from self._reply(text)

    def _interrupt(self) -> None:
        """Drop what the agent has not said yet."""
        self._busy_until = self._began
        self._said = [
            (began, samples[: max(0, round((self._began - began) * self.rate))]) for began, samples in self._said
        ]
        for turn in self.turns:
            if turn["role"] == "assistant" and turn["end_timestamp"] > self._began:
                ended = {
                    "end_timestamp": max(turn["start_timestamp"], round(self._began, 3)),
                    "end_reason": "interrupted",
                }
                turn.update(ended)

    def _reply(self, text: str) -> Iterator[Event]:
        reply = self._answer(text)
        if reply is None:
            self._has_ended = True
            raise HungUp
        if isinstance(reply, str):
            yield from self.say(reply)
        else:
            yield reply

    def _answer(self, text: str) -> Reply | None:
        """Return what the agent answers. Raise AgentFailed if that fails: it is code of the test."""
        if self._agent is None:
            return text
        try:
            reply = self._agent(text) if callable(self._agent) else next(self._agent, None)
            json.dumps(reply)
        except Exception as error:
            raise AgentFailed(f"{type(error).__name__}: {error}") from error
        if reply is not None and not is_answer(reply):
            kind = type(reply).__name__
            raise AgentFailed(f"an answer must be a text, a dict with `event`, or None to hang up, but is {kind}")
        return reply

    def _note(self, role: str, text: str, start: float, end: float, **more: Any) -> None:
        times = {"start_timestamp": round(start, 3), "end_timestamp": round(end, 3)}
        self.turns.append({"role": role, "text": text, **times, **more})
