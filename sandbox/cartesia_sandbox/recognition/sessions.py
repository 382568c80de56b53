"""Transcription sessions of the two speech-to-text sockets, without I/O: audio and commands in, messages out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from ..voice.sound import Samples, Timed
from ..voice.transcript import join_words
from .buffer import AudioBuffer
from .fingerprint import RATE, loudness
from .recognizer import AUDIBLE
from .thresholds import Thresholds
from .transcriber import Transcriber, word_entries

Message = dict[str, Any]
UPDATE_SECONDS = 0.25
"""How much new audio there must be before it is transcribed again."""
BLOCK_SECONDS = 0.1
"""Turns are detected in steps of this length."""
LEVEL_SECONDS = 0.02
_BEFORE_SPEECH = 0.3
_MAX_BUFFER = 60.0


class ManualFinalizeSession:
    """A session in which the client ends the utterances; for ink-whisper, a silence ends them, too.

    Args:
        transcriber: Finds the words.
        encoding: The encoding of the audio.
        sample_rate: Its sample rate.
        language: The language that the messages report.
        silence: Seconds of silence that end an utterance; None for the models that leave this to the client.
        audible: Level, from 0 to 1, above which audio counts as speech.
    """

    # `_updated` is the length of the buffer when it was last transcribed, `_text` the last partial text, which is not
    # sent twice, and `_lead` the space between the text of one utterance and the next.

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
        self._buffer = AudioBuffer(encoding, sample_rate)
        self._language = language
        self._silence = silence
        self._audible = audible
        self._updated = 0.0
        self._text = ""
        self._lead = ""

    def add_audio(self, data: bytes) -> Iterator[Message]:
        """Take audio, and yield partial texts, and final ones where a silence ends an utterance."""
        self._buffer.add(data)
        if self._buffer.seconds - self._updated < UPDATE_SECONDS:
            return
        self._updated = self._buffer.seconds
        words = self._transcriber.known_words(self._buffer.samples)
        text = self._lead + join_words(word.text for word in words)
        if words and text != self._text:
            self._text = text
            yield self._transcript(words, text, is_final=False)
        levels = loudness(self._buffer.samples, LEVEL_SECONDS)
        last_audible = int(np.flatnonzero(levels > self._audible).max(initial=-1))
        quiet = LEVEL_SECONDS * (len(levels) - last_audible - 1)
        has_speech = last_audible >= 0
        if (self._silence is not None and has_speech and quiet >= self._silence) or self._buffer.seconds > _MAX_BUFFER:
            yield from self.finalize()
        elif not has_speech and self._buffer.seconds > 1:
            self._buffer.drop(self._buffer.seconds - 1)

    def finalize(self) -> Iterator[Message]:
        """Yield the final text of the audio since the last one, if there are words in it."""
        self._buffer.flush()
        words = self._transcriber.words(self._buffer.samples)
        if words:
            yield self._transcript(words, self._lead + join_words(word.text for word in words), is_final=True)
            self._lead = " "
        self._buffer.drop(self._buffer.seconds)
        self._updated, self._text = 0.0, ""

    def _transcript(self, words: Sequence[Timed], text: str, *, is_final: bool) -> Message:
        return {
            "type": "transcript",
            "text": text,
            "is_final": is_final,
            "duration": round(self._buffer.seconds, 3),
            "language": self._language,
            "words": word_entries(words, self._buffer.began),
        }


class AutoFinalizeSession:
    """A session that detects the turns, by the loudness alone.

    Args:
        transcriber: Finds the words.
        encoding: The encoding of the audio.
        sample_rate: Its sample rate.
        thresholds: When a turn starts and ends; may be replaced at any time.
    """

    # A session is silent, or in a turn. In silence, only the last moments of audio are kept, because speech starts before
    # it is loud. In a turn, the buffer holds the whole turn, and each update transcribes it from its start.
    # `_done`, `_updated` and `_quiet` count seconds: of the buffer that went through detection, of the buffer at the last
    # update, and of the silence at its end.

    def __init__(
        self, transcriber: Transcriber, encoding: str, sample_rate: int, thresholds: Thresholds | None = None
    ) -> None:
        self._transcriber = transcriber
        self._buffer = AudioBuffer(encoding, sample_rate)
        self.thresholds = thresholds or Thresholds()
        self._in_turn = False
        self._may_have_ended = False
        self._done = 0.0
        self._updated = 0.0
        self._quiet = 0.0
        self._text = ""
        self._turns = 0

    def add_audio(self, data: bytes) -> Iterator[Message]:
        """Take audio, and yield what happens to the turns in it."""
        self._buffer.add(data)
        while self._buffer.seconds - self._done >= BLOCK_SECONDS:
            yield from self._detect()

    def close(self) -> Iterator[Message]:
        """Yield the end of the current turn, if there is one."""
        if self._in_turn:
            self._buffer.flush()
            self._done = self._buffer.seconds
            yield from self._update(self._transcriber.words)
            yield from self._end()

    def _detect(self) -> Iterator[Message]:
        """Yield what happens in the next block."""
        is_speech = self._advance()
        if not self._in_turn:
            if not is_speech:
                if self._done > _BEFORE_SPEECH:
                    self._drop(self._done - _BEFORE_SPEECH)
                return
            self._in_turn, self._updated, self._quiet = True, 0.0, 0.0
            self._turns += 1
            yield self._message("turn.start")
        self._quiet = 0.0 if is_speech else self._quiet + BLOCK_SECONDS
        if self._may_have_ended and is_speech:
            self._may_have_ended = False
            yield self._message("turn.resume")
        if self._done - self._updated >= UPDATE_SECONDS or self._quiet:
            yield from self._update(self._transcriber.known_words)
        # The silence is a sum of tenths, which may be slightly too small.
        if not self._may_have_ended and self._quiet >= self.thresholds.eager_silence - 0.01:
            yield from self._update(self._transcriber.words)
            self._may_have_ended = True
            yield self._message("turn.eager_end", transcript=self._text)
        if self._quiet >= self.thresholds.end_silence - 0.01:
            yield from self._end()

    def _advance(self) -> bool:
        """Advance by one block, and return whether it is speech."""
        start = round(self._done * RATE)
        self._done += BLOCK_SECONDS
        stop = round(self._done * RATE)
        levels = loudness(self._buffer.samples[start:stop], LEVEL_SECONDS)
        return bool(np.count_nonzero(levels > self.thresholds.audible) >= 2)

    def _update(self, find: Callable[[Samples], Sequence[Timed]]) -> Iterator[Message]:
        self._updated = self._done
        words = find(self._buffer.samples[: round(self._done * RATE)])
        text = (" " if self._turns > 1 else "") + join_words(word.text for word in words)
        # Within a turn the text only grows; a text that would change it is not sent.
        if words and text != self._text and text.startswith(self._text):
            self._text = text
            yield self._message("turn.update", transcript=text)

    def _end(self) -> Iterator[Message]:
        yield self._message("turn.end", transcript=self._text)
        self._in_turn = self._may_have_ended = False
        self._text = ""
        self._drop(self._done)

    def _drop(self, seconds: float) -> None:
        self._buffer.drop(seconds)
        self._done -= seconds

    def _message(self, kind: str, **fields: Any) -> Message:
        return {"type": kind, "turn_id": str(self._turns), **fields}
