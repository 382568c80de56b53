"""The speech engine: text to utterances with the times of their words.

Where eSpeak NG is installed, it speaks other languages than English. Without it, all are pronounced with English phonemes, and
scripts other than Latin become tones. Emotions are ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
import soxr

from .espeak import language_of, other_languages
from .neural import NeuralVoice, load_early, shared_voice
from .pronunciation import PronunciationRules
from .sound import ENGINE_RATE, Timbre, Timed, Utterance, apply_tilt
from .tones import tones
from .transcript import is_latin, written_segments
from .written import with_markup


class Engine:
    """Speaks. The neural voice is loaded when it is first needed; several threads may use an engine.

    Args:
        listeners: Called with each utterance as spoken, and its sample rate.
        seed: Seed of the noise in the voice.
    """

    def __init__(self, listeners: Sequence[Callable[[Utterance, int], None]] = (), seed: int = 0) -> None:
        self._listeners = listeners
        self._seed = seed

    def load(self) -> NeuralVoice:
        """Load the neural voice unless this process has loaded it, and return it."""
        return shared_voice()

    def load_early(self) -> None:
        """Load the neural voice in the background."""
        load_early()

    def speak(
        self,
        text: str,
        timbre: Timbre,
        sample_rate: int,
        *,
        speed: float = 1.0,
        volume: float = 1.0,
        pronunciation: PronunciationRules | None = None,
        normalized: bool = False,
        language: str | None = None,
    ) -> Iterator[Utterance]:
        """Yield the speech a sentence at a time. The same call yields the same samples.

        The listeners get the words as spoken, with aliases; the utterances have the words as written, with their markup.

        Args:
            text: A transcript, with its markup.
            timbre: The voice.
            sample_rate: Samples per second of the utterances.
            speed: A factor.
            volume: A factor.
            pronunciation: Aliases to speak instead of words.
            normalized: Whether the utterances have the words as spoken.
            language: Language or locale of the text. Default: that of its script, English for Latin letters.
        """
        for segment, written in written_segments(text):
            if segment.silence:
                silent = Utterance(np.zeros(round(segment.silence * sample_rate), dtype=np.float32))
                yield silent if normalized else with_markup(written).as_written(silent, segment.silence)
                continue
            tagged = with_markup(written)
            spoken = pronunciation.apply(tagged.text) if pronunciation else None
            # The pitch changes by playing faster or slower, which changes the pace, too: ask for the opposite pace.
            for sentence in self._sentences(
                spoken.text if spoken else tagged.text, speed * timbre.tempo / timbre.pitch, language
            ):
                utterance = _in_timbre(sentence, timbre, sample_rate, volume)
                for listener in self._listeners:
                    listener(utterance, sample_rate)
                if not normalized:
                    utterance = tagged.as_written(spoken.as_written(utterance) if spoken else utterance)
                yield utterance

    def _sentences(self, text: str, pace: float, language: str | None) -> Iterator[Utterance]:
        latin = is_latin(text)
        sentences: Iterable[tuple[str, Utterance]]
        if language is None or language.replace("_", "-").partition("-")[0] == "en":
            language = None if latin else language_of(text)
        others = other_languages() if language else None
        if others and language and (name := others.voice_for(language)):
            sentences = ((sentence, others.speak(sentence, name, pace)) for sentence in others.split_sentences(text))
        elif latin:
            voice = self.load()
            sentences = (
                (sentence, voice.speak(sentence, pace, self._seed)) for sentence in voice.split_sentences(text)
            )
        else:
            sentences = [(text, tones(text, pace))]
        for sentence, utterance in sentences:
            yield utterance if len(utterance.samples) else tones(sentence, pace)


def _in_timbre(sentence: Utterance, timbre: Timbre, sample_rate: int, volume: float) -> Utterance:
    """Return a sentence of the engine's own voice in another timbre, at `sample_rate`."""
    samples = soxr.resample(sentence.samples, ENGINE_RATE * timbre.pitch, sample_rate)
    scale = 1 / timbre.pitch
    return Utterance(
        np.clip(apply_tilt(samples, timbre.tilt, sample_rate) * volume, -1.0, 1.0).astype(np.float32),
        [Timed(word, start * scale, end * scale) for word, start, end in sentence.words],
        [Timed(phoneme, start * scale, end * scale) for phoneme, start, end in sentence.phonemes],
    )
