"""Speech from text, with the times of its words: a small neural voice from a wheel, and tones where it has no words."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import soxr

from . import transcript
from .pronunciation import PronunciationRules
from .sound import Samples, Timbre, Timed, Utterance, apply_tilt, estimate_times

ENGINE_RATE = 24000
_FRAME = 600  # samples of the engine's grid of durations
# The tensor that holds the length of each phoneme. It is internal to the model, which is why the engine's version is pinned.
_DURATIONS = "/Cast_32_output_0"
_STRESS = "ˈˌ"
# The engine's one-letter diphthongs and its own signs, as IPA.
_IPA = {"A": "eɪ", "I": "aɪ", "O": "oʊ", "W": "aʊ", "Y": "ɔɪ", "Q": "əʊ"}  # noqa: RUF001  # IPA
_IPA |= {"T": "ɾ", "ʧ": "tʃ", "ʤ": "dʒ", "ᵊ": "ə", "ᵻ": "ɪ"}  # noqa: RUF001  # IPA


class Engine:
    """The voice. It is loaded when it is first needed; several threads may use it.

    Args:
        listeners: Called with the text of each sentence and what was made of it.
        seed: Of the noise in the voice.
    """

    def __init__(self, listeners: Sequence[Callable[[Utterance, int], None]] = (), seed: int = 0) -> None:
        self._lock = threading.Lock()
        self._voice: Any = None
        self._listeners = listeners
        self._seed = seed

    def load(self) -> Any:
        with self._lock:
            if self._voice is None:
                from hibari import Hibari
                from hibari.voices import voice_path

                self._voice = Hibari(model=_with_output(Path(voice_path("heart")).read_bytes(), _DURATIONS))
            return self._voice

    def speak(
        self,
        text: str,
        timbre: Timbre,
        sample_rate: int,
        *,
        speed: float = 1.0,
        volume: float = 1.0,
        pronunciation: PronunciationRules | None = None,
    ) -> Iterator[Utterance]:
        """The speech at `sample_rate` Hz, a sentence at a time, each with its own times. The same call gives the same samples.

        With a pronunciation, its aliases are spoken, and the words are those that are written; the listeners hear what is spoken.
        """
        for segment in transcript.split_segments(text):
            if segment.silence:
                yield Utterance(np.zeros(round(segment.silence * sample_rate), dtype=np.float32))
                continue
            spoken_text = pronunciation.apply(segment.text) if pronunciation else None
            spoken = spoken_text.text if spoken_text else segment.text
            for made in self._sentences(spoken, speed * timbre.tempo / timbre.pitch):
                # Played back faster by the pitch factor: higher, and as long as the speed asks for.
                samples = soxr.resample(made.samples, ENGINE_RATE * timbre.pitch, sample_rate)
                scale = 1 / timbre.pitch
                utterance = Utterance(
                    np.clip(apply_tilt(samples, timbre.tilt, sample_rate) * volume, -1.0, 1.0).astype(np.float32),
                    [Timed(word, start * scale, end * scale) for word, start, end in made.words],
                    [Timed(phoneme, start * scale, end * scale) for phoneme, start, end in made.phonemes],
                )
                for listener in self._listeners:
                    listener(utterance, sample_rate)
                yield spoken_text.as_written(utterance) if spoken_text else utterance

    def _sentences(self, text: str, pace: float) -> Iterator[Utterance]:
        if transcript.is_latin(text):
            voice = self.load()
            for sentence in voice.split_sentences(text):
                made = _neural(voice, sentence, pace, self._seed)
                yield made if len(made.samples) else tones(sentence, pace)
        else:
            yield tones(text, pace)


def _neural(voice: Any, sentence: str, pace: float, seed: int) -> Utterance:
    """A sentence by the neural voice."""
    from hibari import dsp

    parts: list[Samples] = []
    signs: list[tuple[str, int]] = []  # phoneme and length in frames, of the whole sentence
    for phonemes in voice.phonemize(sentence):
        ids = voice.ids(phonemes)
        inputs = {"ids": np.asarray([ids], np.int64), "speed": np.asarray([pace], np.float32)}
        outputs = voice.sess.run(None, inputs)
        harmonic, phase, noise, free, turn, pitch = (output[0] for output in outputs[:6])
        parts.append(dsp.synth(harmonic, phase, noise, free, turn, pitch, np.random.default_rng(seed)))
        lengths = outputs[6].reshape(-1).tolist()
        known = [sign for sign in phonemes if sign in voice.vocab]
        signs += zip(["", *known, " "], lengths, strict=True)
    if not parts:
        return Utterance(np.zeros(0, dtype=np.float32))
    groups = _groups(signs)
    return Utterance(
        np.concatenate(parts), _named(voice, sentence, groups), [each for group in groups for each in group]
    )


def _groups(signs: Iterable[tuple[str, int]]) -> list[list[Timed]]:
    """The phonemes in IPA, one list for each spoken word. Spaces and punctuation are the silence between."""
    groups: list[list[Timed]] = [[]]
    grid = _FRAME / ENGINE_RATE
    place = begin = 0
    for sign, length in signs:
        if sign not in _STRESS or sign == "":  # a stress mark belongs to the phoneme after it
            if sign == " " and groups[-1]:
                groups.append([])
            elif sign.isalpha():
                groups[-1].append(Timed(_IPA.get(sign, sign), begin * grid, (place + length) * grid))
            begin = place + length
        place += length
    return [group for group in groups if group]


def _named(voice: Any, sentence: str, groups: list[list[Timed]]) -> list[Timed]:
    """The words as written, with the times of the spoken words that they are read as ("$2" is two of them)."""
    written = transcript.split_words(sentence)
    counts = [1] * len(written)
    if len(groups) != len(written):
        counts = [
            len([part for part in voice.g2p(word).split() if any(sign.isalpha() for sign in part)]) for word in written
        ]
    if sum(counts) != len(groups):
        return estimate_times(written, groups[0][0].start, groups[-1][-1].end) if groups else []
    result: list[Timed] = []
    place = 0
    for word, count in zip(written, counts, strict=True):
        spoken = groups[place : place + count]
        place += count
        at = result[-1].end if result else 0.0
        # A word that is not heard, such as a dash, is where it would be.
        result.append(Timed(word, spoken[0][0].start, spoken[-1][-1].end) if spoken else Timed(word, at, at))
    return result


def tones(text: str, pace: float) -> Utterance:
    """One tone a word (a letter where a script has no spaces), pitched by the word: audible, of plausible length."""
    parts: list[Samples] = []
    words: list[Timed] = []
    begin = 0.0
    for word in transcript.split_words(text) or [text]:
        seconds = min(0.12 + 0.05 * len(word), 0.8) / pace
        time = np.arange(round(seconds * ENGINE_RATE)) / ENGINE_RATE
        frequency = 160 + zlib.crc32(word.encode()) % 160
        envelope = np.minimum(1.0, np.minimum(time, seconds - time) / 0.02)
        # It glides upwards by half, for what stands still is hard to recognise.
        turns = frequency * time * (1 + 0.25 * time / seconds)
        tone = sum(np.sin(2 * np.pi * overtone * turns) / overtone for overtone in (1, 2, 3, 4, 5))
        parts.append((0.15 * envelope * tone).astype(np.float32))
        parts.append(np.zeros(round(0.05 / pace * ENGINE_RATE), dtype=np.float32))
        words.append(Timed(word, begin, begin + seconds))
        begin += (len(parts[-1]) + len(parts[-2])) / ENGINE_RATE
    return Utterance(np.concatenate(parts), words)


def _with_output(model: bytes, name: str) -> bytes:
    """The ONNX model with one of its inner tensors of 64-bit integers among its outputs.

    In the format of the file, a message that follows is merged into the one before:
    what is appended is a graph that has this output only.
    """
    tensor_type = _message(0x0A, b"\x08\x07")
    output = _message(0x0A, name.encode()) + _message(0x12, tensor_type)
    return model + _message(0x3A, _message(0x62, output))


def _message(tag: int, content: bytes) -> bytes:
    if len(content) > 127:
        raise ValueError("a message of this size needs a longer prefix")
    return bytes([tag, len(content)]) + content
