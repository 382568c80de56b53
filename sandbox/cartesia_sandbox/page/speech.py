"""The speech in a response or on a socket, for a player: its audio, its outline, its text and the times of its words."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import soxr

from ..description.errors import APIError
from ..journal.entries import Request
from ..journal.redact import redact
from ..voice.decode import decode, read_file
from ..voice.encode import encode, wav_header
from ..voice.encodings import ENCODINGS
from ..voice.sound import Samples, Timed

FindWords = Callable[[Samples], Sequence[Timed]]
"""Returns the words in audio of 8 kHz."""
_PEAKS = 480
"""Points of an outline."""
_HEARD = 8000


class Speech(NamedTuple):
    """One utterance stream: that of a request, or of one context of a socket."""

    context: str | None
    text: str
    samples: Samples
    rate: int
    words: list[Timed]

    def fields(self) -> dict[str, Any]:
        """Return it without the audio, for JSON."""
        return {
            "context": self.context,
            "text": redact(self.text),
            "seconds": round(len(self.samples) / self.rate, 3),
            "words": [[redact(word.text), round(word.start, 3), round(word.end, 3)] for word in self.words],
            "peaks": _outline(self.samples),
        }

    def wav(self) -> bytes:
        """Return the audio as a file that every browser plays."""
        data = encode(self.samples, "pcm_s16le")
        return wav_header("pcm_s16le", self.rate, len(data)) + data


class _Parts:
    """What belongs to one speech, while it is collected."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.audio = bytearray()
        self.words: list[Timed] = []
        self.output: Any = None

    def asked(self, message: Mapping[str, Any]) -> None:
        self.texts.append(str(message.get("transcript") or ""))
        self.output = self.output or message.get("output_format")

    def answered(self, event: Mapping[str, Any]) -> None:
        if isinstance(data := event.get("data"), str):
            try:
                self.audio += base64.b64decode(data)
            except ValueError:  # cut off, by a fault or because the journal keeps no more of a frame
                return
        times = event.get("word_timestamps")
        if isinstance(times, dict):
            words = zip(times.get("words", ()), times.get("start", ()), times.get("end", ()), strict=False)
            self.words += [Timed(str(text), float(start), float(end)) for text, start, end in words]


def speeches(request: Request, content: bytes, find_words: FindWords) -> list[Speech]:
    """Return the speech in the response to a request, or on a socket; none if there is none that can be decoded.

    Args:
        request: The request or socket.
        content: The content of the response.
        find_words: Finds words where the response has no times.
    """
    found = []
    for context, parts in _collect(request, content):
        sound = _samples(parts.output, bytes(parts.audio))
        if sound is None or not len(sound[0]):
            continue
        samples, rate = sound
        words = parts.words or list(find_words(soxr.resample(samples, rate, _HEARD)))
        found.append(Speech(context, "".join(parts.texts), samples, rate, words))
    return found


def _collect(request: Request, content: bytes) -> Iterator[tuple[str | None, _Parts]]:
    body = request.body if isinstance(request.body, dict) else {}
    whole = _Parts()
    whole.asked(body)
    if request.shape == "socket":
        yield from _of_frames(request)
    elif request.shape == "events":
        for event in _events(content):
            whole.answered(event)
        yield body.get("context_id"), whole
    elif request.shape == "bytes" and request.status == 200 and (request.media or "").startswith("audio/"):
        whole.audio += content
        if request.media != "audio/pcm":
            whole.output = {"container": "file"}
        yield None, whole


def _of_frames(request: Request) -> Iterator[tuple[str | None, _Parts]]:
    contexts: dict[str, _Parts] = {}
    for frame in request.frames:
        message = frame.message
        if not isinstance(message, dict) or not isinstance(context := message.get("context_id"), str):
            continue
        parts = contexts.setdefault(context, _Parts())
        if frame.direction == "received":
            parts.asked(message)
        else:
            parts.answered(message)
    yield from contexts.items()


def _events(content: bytes) -> Iterable[Mapping[str, Any]]:
    for line in content.split(b"\n"):
        if line.startswith(b"data:"):
            try:
                event = json.loads(line[5:])
            except ValueError:
                continue
            if isinstance(event, dict):
                yield event


def _samples(output: Any, data: bytes) -> tuple[Samples, int] | None:
    """Return samples and rate of audio in an output format; None if the format is not known."""
    if not data or not isinstance(output, dict):
        return None
    if output.get("container") == "raw":
        encoding, rate = output.get("encoding"), output.get("sample_rate")
        if encoding not in ENCODINGS or not isinstance(rate, int) or not 1000 <= rate <= 200_000:
            return None
        return decode(data, encoding), rate
    try:
        return read_file(data)
    except APIError:
        return None


def _outline(samples: Samples) -> list[int]:
    """Return the loudest samples of each part of the audio, in hundredths."""
    parts = np.array_split(np.abs(samples), min(_PEAKS, len(samples)))
    return [round(100 * min(1.0, float(part.max(initial=0.0)))) for part in parts]
