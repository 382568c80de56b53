"""Other languages, spoken by eSpeak NG where it is installed: by the system, or with the extra `sandbox-languages`.

eSpeak NG is free software under the GPL, version 3 or later. It is no part of this package, which loads it at run time.
"""

from __future__ import annotations

import ctypes
import functools
import importlib
import itertools
import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import soxr

from .sound import ENGINE_RATE, Samples, Timed, Utterance
from .transcript import split_words

_NAMES = ("libespeak-ng.so.1", "libespeak-ng.so", "libespeak-ng.1.dylib", "libespeak-ng.dylib", "libespeak-ng.dll")
_OTHER_CODES = {"zh": "cmn", "no": "nb"}
"""Languages that have another code here; all others have the same."""
_SCRIPTS = {
    "CYRILLIC": "ru",
    "GREEK": "el",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "ARABIC": "ar",
    "HEBREW": "he",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "TELUGU": "te",
    "GUJARATI": "gu",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "GURMUKHI": "pa",
    "ORIYA": "or",
    "GEORGIAN": "ka",
    "THAI": "th",
}
"""The language that a script is taken for, where the request names none."""

# Constants of its header, speak_lib.h.
_SYNCHRONOUS, _DONT_EXIT, _UTF8, _RATE, _WORD = 2, 0x8000, 1, 1, 1
_NORMAL_PACE = 175
"""Words in a minute."""
_SENTENCE = re.compile(r".+?(?:[.!?\u2026]+(?=\s|$)|[\u3002\uff01\uff1f\u0964\u061f\u06d4]+|$)\s*", re.DOTALL)


_LOADING = threading.Lock()


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class OtherLanguages:
    """The loaded library. `other_languages` returns the only one of a process."""

    # The library has one state for a whole process: one thread at a time may speak. It calls back while it speaks, in the
    # same thread, and `_samples` and `_starts` collect what it says.

    def __init__(self, library: Any, data: str | None) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._samples: list[Samples] = []
        self._starts: list[tuple[int, float]] = []
        self._callback = _Callback(self._collect)
        self._rate = library.espeak_Initialize(_SYNCHRONOUS, 0, data.encode() if data else None, _DONT_EXIT)
        if self._rate <= 0:
            raise OSError("eSpeak NG has no data")
        library.espeak_SetSynthCallback(self._callback)

    @functools.lru_cache(maxsize=256)  # noqa: B019  # there is one object in a process
    def voice_for(self, language: str) -> str | None:
        """Return the name of the voice for a language or locale; None if there is none."""
        code = language.replace("_", "-").lower()
        for name in (code, code.partition("-")[0]):
            voice = _OTHER_CODES.get(name, name).encode()
            with self._lock:
                if self._library.espeak_SetVoiceByName(voice) == 0:
                    return voice.decode()
        return None

    def split_sentences(self, text: str) -> list[str]:
        """Split a text into the sentences that are spoken one at a time."""
        return [sentence for match in _SENTENCE.finditer(text) if (sentence := match[0].strip())]

    def speak(self, sentence: str, voice: str, pace: float) -> Utterance:
        """Return a sentence at `ENGINE_RATE`, without samples if nothing of it can be heard."""
        return self._speak(sentence, voice, min(max(round(_NORMAL_PACE * pace), 80), 450))

    # The library is not exact: the same sentence again differs in some samples. The cache makes the same call yield the same.
    @functools.lru_cache(maxsize=32)  # noqa: B019  # there is one object in a process
    def _speak(self, sentence: str, voice: str, words_a_minute: int) -> Utterance:
        with self._lock:
            self._samples, self._starts = [], []
            self._library.espeak_SetVoiceByName(voice.encode())
            self._library.espeak_SetParameter(_RATE, words_a_minute, 0)
            encoded = sentence.encode()
            self._library.espeak_Synth(encoded, len(encoded) + 1, 0, 1, 0, _UTF8, None, None)
            samples, starts = self._samples, self._starts
        if not samples:
            return Utterance(np.zeros(0, dtype=np.float32))
        whole = soxr.resample(np.concatenate(samples) / 32768, self._rate, ENGINE_RATE).astype(np.float32)
        return Utterance(whole, _times(sentence, split_words(sentence), starts, len(whole) / ENGINE_RATE))

    def _collect(self, data: Any, count: int, events: Any) -> int:
        if data and count > 0:
            samples: Samples = np.ctypeslib.as_array(data, (count,)).astype(np.float32)
            self._samples.append(samples)
        for event in itertools.takewhile(lambda each: each.type, (events[place] for place in itertools.count())):
            if event.type == _WORD:
                self._starts.append((event.text_position - 1, event.audio_position / 1000))
        return 0


def language_of(text: str) -> str | None:
    """Return the language that a text is taken for by the script of most of its letters; None if that is not known."""
    scripts = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha())
    if scripts.keys() & {"HIRAGANA", "KATAKANA"}:  # Japanese has Chinese signs, too
        return "ja"
    return _SCRIPTS.get(scripts.most_common(1)[0][0]) if scripts else None


def other_languages() -> OtherLanguages | None:
    """Return the library, which is loaded at the first call; None if it is not installed."""
    with _LOADING:
        return _load()


@functools.cache
def _load() -> OtherLanguages | None:
    for name, data in _places():
        try:
            return OtherLanguages(ctypes.CDLL(name), data)
        except (OSError, AttributeError):
            continue
    return None


def _places() -> Iterator[tuple[str, str | None]]:
    """Yield where the library may be, and where its data are; None for where it looks itself."""
    try:
        loader = importlib.import_module("espeakng_loader")
        yield loader.get_library_path(), loader.get_data_path()
    except (ImportError, RuntimeError):
        pass
    yield from ((name, None) for name in _NAMES)


def _times(sentence: str, words: Sequence[str], starts: Sequence[tuple[int, float]], seconds: float) -> list[Timed]:
    """Return the words with their times. A word lasts until the next one; words without a start share that time."""
    begins: list[float | None] = []
    place = 0
    for word in words:
        place = sentence.index(word, place)
        within = (start for position, start in starts if place <= position < place + len(word))
        begins.append(min(within, default=None))
        place += len(word)
    begins[0] = begins[0] or 0.0
    known = [number for number, begin in enumerate(begins) if begin is not None]
    result: list[Timed] = []
    for first, after in itertools.pairwise([*known, len(words)]):
        begin = max(begins[first] or 0.0, result[-1].start if result else 0.0)
        end = seconds if after == len(words) else max(begin, begins[after] or 0.0)
        step = (end - begin) / (after - first)
        result += (
            Timed(word, begin + step * number, begin + step * (number + 1))
            for number, word in enumerate(words[first:after])
        )
    return result
