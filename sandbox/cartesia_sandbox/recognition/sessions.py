"""What the two listening sockets say of the audio they get. No I/O: audio and commands in, messages out."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import soxr

from ..description.errors import invalid
from ..voice.decode import decode, sample_size
from ..voice.sound import Samples, Timed
from ..voice.transcript import join_words
from .fingerprint import RATE, FingerprintIndex, loudness
from .recognizer import AUDIBLE, Recognizer

Message = dict[str, Any]
LOOK_SECONDS = 0.25
"""How much new audio there must be before it is listened to again."""
BLOCK_SECONDS = 0.1
_HALF_LIFE = 0.5
_BEFORE_SPEECH = 0.3
_LONGEST_BUFFER = 60.0


class Transcriber:
    """Both ways to find words: by ear for what the sandbox has said, by dictation for the rest."""

    def __init__(self) -> None:
        self.fingerprints = FingerprintIndex()
        self.recognizer = Recognizer()

    def known(self, samples: Samples) -> Sequence[Timed]:
        return [word for heard in self.fingerprints.find(samples) for word in heard.words]

    def words(self, samples: Samples) -> Sequence[Timed]:
        return self.known(samples) or self.recognizer.recognize(samples)


class _Buffer:
    """Audio that has arrived and has not been dealt with, at 8 kHz, and when it began."""

    def __init__(self, encoding: str, sample_rate: int) -> None:
        self._encoding = encoding
        self._sample_rate = sample_rate
        self._resampler = self._new_resampler()
        self._rest = b""
        self.samples: Samples = np.zeros(0, np.float32)
        self.began = 0.0

    def add(self, data: bytes) -> None:
        data = self._rest + data
        whole = len(data) // sample_size(self._encoding) * sample_size(self._encoding)
        self._rest = data[whole:]
        self._take(decode(data[:whole], self._encoding), last=False)

    def settle(self) -> None:
        """Lets out what the resampler holds back."""
        self._take(np.zeros(0, np.float32), last=True)
        self._resampler = self._new_resampler()

    def _new_resampler(self) -> soxr.ResampleStream:
        return soxr.ResampleStream(self._sample_rate, RATE, 1, dtype="float32")

    def _take(self, samples: Samples, *, last: bool) -> None:
        self.samples = np.concatenate([self.samples, self._resampler.resample_chunk(samples, last=last)])

    @property
    def seconds(self) -> float:
        return len(self.samples) / RATE

    def drop(self, seconds: float) -> None:
        """Forgets the beginning."""
        count = min(round(seconds * RATE), len(self.samples))
        self.samples = self.samples[count:]
        self.began += count / RATE


class ManualFinalizeSession:
    """The socket on which the client ends the utterances; one that belongs to ink-whisper also ends them at a silence."""

    def __init__(
        self,
        transcriber: Transcriber,
        encoding: str,
        sample_rate: int,
        *,
        language: str,
        silence: float | None,
        audible: float = AUDIBLE,
    ) -> None:
        self._transcriber = transcriber
        self._buffer = _Buffer(encoding, sample_rate)
        self._language = language
        self._silence = silence
        self._audible = audible
        self._looked = 0.0
        self._text = ""
        self._lead = ""

    def audio(self, data: bytes) -> Iterator[Message]:
        self._buffer.add(data)
        if self._buffer.seconds - self._looked < LOOK_SECONDS:
            return
        self._looked = self._buffer.seconds
        words = self._transcriber.known(self._buffer.samples)
        text = self._lead + join_words(word.text for word in words)
        if words and text != self._text:
            self._text = text
            yield self._transcript(words, text, is_final=False)
        levels = loudness(self._buffer.samples, 0.02)
        quiet = 0.02 * (len(levels) - int(np.flatnonzero(levels > self._audible).max(initial=-1)) - 1)
        speaks = bool((levels > self._audible).any())
        if (self._silence is not None and speaks and quiet >= self._silence) or self._buffer.seconds > _LONGEST_BUFFER:
            yield from self.finalize()
        elif not speaks and self._buffer.seconds > 1:
            self._buffer.drop(self._buffer.seconds - 1)

    def finalize(self) -> Iterator[Message]:
        """The final text of what has been heard since the last one, if anything has been."""
        self._buffer.settle()
        words = self._transcriber.words(self._buffer.samples)
        if words:
            yield self._transcript(words, self._lead + join_words(word.text for word in words), is_final=True)
            self._lead = " "
        self._buffer.drop(self._buffer.seconds)
        self._looked, self._text = 0.0, ""

    def _transcript(self, words: Sequence[Timed], text: str, *, is_final: bool) -> Message:
        return {
            "type": "transcript",
            "text": text,
            "is_final": is_final,
            "duration": round(self._buffer.seconds, 3),
            "language": self._language,
            "words": word_entries(words, self._buffer.began),
        }


class Thresholds(NamedTuple):
    """How sure one must be that somebody speaks: above the first a turn begins, below the others it ends.

    Here it is the loudness that decides. Somebody who is audible speaks with 0.8, and that halves with every half second
    of silence, so that with the defaults a turn may have ended after half a second, and has ended after a whole one.
    """

    start_threshold: float = 0.8
    eager_end_threshold: float = 0.4
    end_threshold: float = 0.2
    end_timeout_ms: float = 5600.0

    def changed(self, given: Mapping[str, float]) -> Thresholds:
        """These with some replaced. Refuses thresholds that are not in order."""
        result = self._replace(**{name: value for name, value in given.items() if name in self._fields})
        if not result.end_threshold < result.eager_end_threshold < result.start_threshold:
            raise invalid("the end threshold must be below the eager end threshold, and that below the start threshold")
        return result

    @property
    def audible(self) -> float:
        """The level above which somebody speaks."""
        return AUDIBLE * self.start_threshold / 0.8

    @property
    def eager_silence(self) -> float:
        """Seconds after which a turn may have ended."""
        return self._silence(self.eager_end_threshold)

    @property
    def end_silence(self) -> float:
        """Seconds after which it has."""
        return min(self._silence(self.end_threshold), self.end_timeout_ms / 1000)

    def _silence(self, threshold: float) -> float:
        return _HALF_LIFE * math.log2(0.8 / threshold)


class AutoFinalizeSession:
    """The socket that finds the turns: by the loudness alone."""

    def __init__(
        self, transcriber: Transcriber, encoding: str, sample_rate: int, thresholds: Thresholds | None = None
    ) -> None:
        self._transcriber = transcriber
        self._buffer = _Buffer(encoding, sample_rate)
        self.thresholds = thresholds or Thresholds()
        self._speaking = False
        self._eager = False
        self._done = 0.0  # seconds of the buffer that have been gone through
        self._looked = 0.0
        self._quiet = 0.0
        self._text = ""
        self._turns = 0

    def audio(self, data: bytes) -> Iterator[Message]:
        self._buffer.add(data)
        while self._buffer.seconds - self._done >= BLOCK_SECONDS:
            yield from self._block()

    def _block(self) -> Iterator[Message]:
        start = round(self._done * RATE)
        self._done += BLOCK_SECONDS
        stop = round(self._done * RATE)
        voiced = np.count_nonzero(loudness(self._buffer.samples[start:stop], 0.02) > self.thresholds.audible) >= 2
        if not self._speaking:
            if not voiced:
                if self._done > _BEFORE_SPEECH:
                    self._forget(self._done - _BEFORE_SPEECH)
                return
            self._speaking, self._looked, self._quiet = True, 0.0, 0.0
            self._turns += 1
            yield self._message("turn.start")
        self._quiet = 0.0 if voiced else self._quiet + BLOCK_SECONDS
        if self._eager and voiced:
            self._eager = False
            yield self._message("turn.resume")
        if self._done - self._looked >= LOOK_SECONDS or self._quiet:
            yield from self._update(self._transcriber.known)
        # Sums of tenths: a little less counts, too.
        if not self._eager and self._quiet >= self.thresholds.eager_silence - 0.01:
            yield from self._update(self._transcriber.words)
            self._eager = True
            yield self._message("turn.eager_end", transcript=self._text)
        if self._quiet >= self.thresholds.end_silence - 0.01:
            yield from self._end()

    def close(self) -> Iterator[Message]:
        """What is left: the end of a turn that is under way."""
        if self._speaking:
            self._buffer.settle()
            self._done = self._buffer.seconds
            yield from self._update(self._transcriber.words)
            yield from self._end()

    def _update(self, find: Callable[[Samples], Sequence[Timed]]) -> Iterator[Message]:
        self._looked = self._done
        words = find(self._buffer.samples[: round(self._done * RATE)])
        text = (" " if self._turns > 1 else "") + join_words(word.text for word in words)
        # Within a turn the text only grows; what would change it is held back.
        if words and text != self._text and text.startswith(self._text):
            self._text = text
            yield self._message("turn.update", transcript=text)

    def _end(self) -> Iterator[Message]:
        yield self._message("turn.end", transcript=self._text)
        self._speaking = self._eager = False
        self._text = ""
        self._forget(self._done)

    def _forget(self, seconds: float) -> None:
        self._buffer.drop(seconds)
        self._done -= seconds

    def _message(self, kind: str, **fields: Any) -> Message:
        return {"type": kind, "turn_id": str(self._turns), **fields}


def word_entries(words: Sequence[Timed], began: float = 0.0) -> list[Message]:
    """Words as messages have them."""
    return [
        {"word": word.text, "start": max(0.0, round(word.start + began, 3)), "end": round(word.end + began, 3)}
        for word in words
    ]
