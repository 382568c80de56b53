"""The neural voice: a small model from a wheel, English phonemes only, and the times of what it speaks."""

from __future__ import annotations

import atexit
import contextlib
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from .sound import ENGINE_RATE, Samples, Timed, Utterance, estimate_times
from .transcript import split_words

_MAX_WORDS = 60  # about 20 seconds of speech
_FRAME = 600  # samples of the voice's grid of durations
# The tensor that holds the length of each phoneme. It is internal to the model, which is why the voice's version is pinned.
_DURATIONS = "/Cast_32_output_0"
_STRESS = "ˈˌ"
# The voice's one-letter diphthongs and its own signs, as IPA.
_IPA = {"A": "eɪ", "I": "aɪ", "O": "oʊ", "W": "aʊ", "Y": "ɔɪ", "Q": "əʊ"}  # noqa: RUF001  # IPA
_IPA |= {"T": "ɾ", "ʧ": "tʃ", "ʤ": "dʒ", "ᵊ": "ə", "ᵻ": "ɪ"}  # noqa: RUF001  # IPA


class NeuralVoice:
    """The loaded model. Making one takes about a second; several threads may use it."""

    def __init__(self) -> None:
        with _no_telemetry():
            from hibari import Hibari
            from hibari.voices import voice_path

            self._voice: Any = Hibari(model=_with_output(Path(voice_path("heart")).read_bytes(), _DURATIONS))
        # More sentences at a time than cores are no quicker, and each takes tens of megabytes while it is synthesized.
        self._count = os.cpu_count() or 1
        self._turns = threading.BoundedSemaphore(self._count)

    def finish(self) -> None:
        """Wait for sentences that are being synthesized, and let no others begin. Only the end of the program calls it."""
        for _ in range(self._count):
            self._turns.acquire(timeout=10)

    def split_sentences(self, text: str) -> Sequence[str]:
        """Split a text into the sentences that are spoken one at a time.

        Text without punctuation is split, too: nothing of a sentence is heard before all of it has been synthesized.
        """
        sentences: Sequence[str] = self._voice.split_sentences(text)
        return [part for sentence in sentences for part in _split_long(sentence)]

    def speak(self, sentence: str, pace: float, seed: int) -> Utterance:
        """Return a sentence at `ENGINE_RATE`, without samples if it has no phonemes."""
        from hibari import dsp

        parts: list[Samples] = []
        signs: list[tuple[str, int]] = []  # phoneme and length in frames, of the whole sentence
        for phonemes in self._voice.phonemize(sentence):
            ids = self._voice.ids(phonemes)
            inputs = {"ids": np.asarray([ids], np.int64), "speed": np.asarray([pace], np.float32)}
            with self._turns:
                outputs = self._voice.sess.run(None, inputs)
                harmonic, phase, noise, free, turn, pitch = (output[0] for output in outputs[:6])
                parts.append(dsp.synth(harmonic, phase, noise, free, turn, pitch, np.random.default_rng(seed)))
            lengths = outputs[6].reshape(-1).tolist()
            known = [sign for sign in phonemes if sign in self._voice.vocab]
            signs += zip(["", *known, " "], lengths, strict=True)
        if not parts:
            return Utterance(np.zeros(0, dtype=np.float32))
        groups = _group_phonemes(signs)
        words = self._align_words(sentence, groups)
        return Utterance(np.concatenate(parts), words, [phoneme for group in groups for phoneme in group])

    def _align_words(self, sentence: str, groups: list[list[Timed]]) -> list[Timed]:
        """Return the words as written, with the times of the words that they are pronounced as ("$2" is two of them)."""
        written = split_words(sentence)
        counts = [1] * len(written)
        if len(groups) != len(written):
            counts = [self._count_spoken(word) for word in written]
        if sum(counts) != len(groups):
            return estimate_times(written, groups[0][0].start, groups[-1][-1].end) if groups else []
        result: list[Timed] = []
        place = 0
        for word, count in zip(written, counts, strict=True):
            spoken = groups[place : place + count]
            place += count
            at = result[-1].end if result else 0.0
            # A word without sound, such as a dash, is where it would be.
            result.append(Timed(word, spoken[0][0].start, spoken[-1][-1].end) if spoken else Timed(word, at, at))
        return result

    def _count_spoken(self, word: str) -> int:
        return len([part for part in self._voice.g2p(word).split() if any(sign.isalpha() for sign in part)])


# All sandboxes of a process share one voice: loading it takes longer than all else that a sandbox does to start and stop, and
# it has no state. A process that was forked loads its own, because the threads of the speech runtime stay with the parent;
# the parent's is kept, because ending it would wait for those threads.
_voices: dict[int, NeuralVoice] = {}
_lock = threading.Lock()


def shared_voice() -> NeuralVoice:
    """Return the voice of this process. It is loaded when it is first needed, which takes about a second."""
    with _lock:
        voice = _voices.get(os.getpid())
        if voice is None:
            voice = _voices[os.getpid()] = NeuralVoice()
        return voice


def load_early() -> None:
    """Load the voice of this process in the background, so that it is likely to be ready for the first request."""
    if os.getpid() not in _voices:
        threading.Thread(target=_load_quietly, name="cartesia-sandbox-voice", daemon=True).start()


def _load_quietly() -> None:
    with contextlib.suppress(ImportError):  # requests that need the voice say so
        shared_voice()


@atexit.register
def _finish() -> None:
    """Wait until the voice is loaded and silent, and keep it so."""
    # Python ends threads that are inside the speech runtime in a way that aborts the process.
    _lock.acquire(timeout=30)
    if (voice := _voices.get(os.getpid())) is not None:
        voice.finish()


def _renew_lock() -> None:
    global _lock
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_renew_lock)


def _split_long(sentence: str) -> list[str]:
    words = sentence.split(" ")
    return [" ".join(words[start : start + _MAX_WORDS]) for start in range(0, len(words), _MAX_WORDS)]


@contextlib.contextmanager
def _no_telemetry() -> Iterator[None]:
    """Load the speech runtime in such a way that it sends nothing and stores no device id."""
    # onnxruntime reads the variable once, when it is first imported, and keeps to it as long as the process lives. The
    # environment of the caller is as before afterwards. A program that has imported the runtime earlier, for purposes of
    # its own, has decided for itself; from here on its telemetry is off all the same. It is set below os.environ, where
    # the runtime looks: a thread that goes through os.environ meanwhile would find the name, and then no value.
    before = os.environ.get("ORT_DISABLE_TELEMETRY")
    os.putenv("ORT_DISABLE_TELEMETRY", "1")
    try:
        import onnxruntime  # type: ignore[import-untyped]  # it has no stubs

        onnxruntime.disable_telemetry_events()
        yield
    finally:
        if before is None:
            os.unsetenv("ORT_DISABLE_TELEMETRY")
        else:
            os.putenv("ORT_DISABLE_TELEMETRY", before)


def _group_phonemes(signs: Iterable[tuple[str, int]]) -> list[list[Timed]]:
    """Return the phonemes in IPA, one list for each spoken word. Spaces and punctuation are the silence between words."""
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


def _with_output(model: bytes, name: str) -> bytes:
    """Return the ONNX model with one of its inner tensors of 64-bit integers among its outputs.

    In the format of the file (protobuf), a message that follows is merged into the one before: the appended bytes are a
    graph that has only this output.
    """
    tensor_type = _message(0x0A, b"\x08\x07")
    output = _message(0x0A, name.encode()) + _message(0x12, tensor_type)
    return model + _message(0x3A, _message(0x62, output))


def _message(tag: int, content: bytes) -> bytes:
    if len(content) > 127:
        raise ValueError("a message of this size needs a longer prefix")
    return bytes([tag, len(content)]) + content
