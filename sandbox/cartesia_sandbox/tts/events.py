"""The events of speech: its timestamps, and its audio in chunks."""

from __future__ import annotations

import base64
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any

from ..voice.encode import Encoder
from ..voice.pacing import Pacer, chunks
from ..voice.sound import Timed, Utterance

Event = tuple[str, dict[str, Any]]
"""The type of an event, and its fields."""


class SpeechEvents:
    """Turns the speech of one request or context into events. Times count from its first utterance.

    Args:
        request: The fields `add_timestamps` and `add_phoneme_timestamps` are read.
        encoder: Encodes the audio.
        pacer: Says when a chunk may be sent.
    """

    def __init__(self, request: Mapping[str, Any], encoder: Encoder, pacer: Pacer) -> None:
        self._with_words = bool(request.get("add_timestamps"))
        self._with_phonemes = bool(request.get("add_phoneme_timestamps"))
        self._encoder = encoder
        self._pacer = pacer
        self._seconds = 0.0

    async def of(self, utterances: Iterator[Utterance]) -> AsyncIterator[Event]:
        """Yield the events of utterances, each when it may be sent: the times of an utterance, then its audio."""
        began = time.monotonic()
        async for utterance, chunk in chunks(utterances, self._pacer, self._encoder.sample_rate):
            if utterance:
                for event in self._timestamps(utterance):
                    yield event
            self._seconds += len(chunk) / self._encoder.sample_rate
            data = base64.b64encode(self._encoder.encode(chunk)).decode()
            took, began = 1000 * (time.monotonic() - began), time.monotonic()
            yield "chunk", {"data": data, "step_time": round(took, 3)}

    def _timestamps(self, utterance: Utterance) -> Iterator[Event]:
        if self._with_words and utterance.words:
            yield "timestamps", {"word_timestamps": {"words": _texts(utterance.words), **self._times(utterance.words)}}
        if self._with_phonemes and utterance.phonemes:
            times = {"phonemes": _texts(utterance.phonemes), **self._times(utterance.phonemes)}
            yield "phoneme_timestamps", {"phoneme_timestamps": times}

    def _times(self, timed: Sequence[Timed]) -> dict[str, list[float]]:
        return {
            "start": [round(each.start + self._seconds, 3) for each in timed],
            "end": [round(each.end + self._seconds, 3) for each in timed],
        }


def _texts(timed: Sequence[Timed]) -> list[str]:
    return [each.text for each in timed]
