"""The speech engine: audible, deterministic, at the requested speed and pitch, also for markup and other scripts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from cartesia_sandbox.voice.engine import Engine
from cartesia_sandbox.voice.sound import ENGINE_RATE, Samples, Timbre
from cartesia_sandbox.voice.tones import tones
from cartesia_sandbox.voice.transcript import Segment, is_speakable, split_segments

TEXT = "The quick brown fox jumps over the lazy dog."


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def spoken(engine: Engine, text: str, timbre: Timbre = Timbre(), rate: int = ENGINE_RATE, **controls: Any) -> Samples:  # noqa: B008  # immutable
    return np.concatenate([each.samples for each in engine.speak(text, timbre, rate, **controls)])


def level(samples: Samples) -> float:
    return float(np.sqrt(np.mean(samples**2)))


def pitch(samples: Samples) -> float:
    """Return the frequency of the strongest period, in Hz."""
    middle = samples[len(samples) // 4 : 3 * len(samples) // 4]
    spectrum = np.fft.rfft(middle, 2 * len(middle))
    correlation = np.fft.irfft(np.abs(spectrum) ** 2)
    low, high = ENGINE_RATE // 400, ENGINE_RATE // 70
    return ENGINE_RATE / (low + int(np.argmax(correlation[low:high])))


def test_speech_is_audible_and_the_same_again(engine: Engine) -> None:
    first, second = spoken(engine, TEXT), spoken(engine, TEXT)
    assert 1.5 < len(first) / ENGINE_RATE < 5
    assert level(first) > 0.01
    assert np.array_equal(first, second)


@pytest.mark.parametrize("rate", [8000, 16000, 22050, 24000, 44100, 48000])
def test_every_sample_rate(engine: Engine, rate: int) -> None:
    assert len(spoken(engine, TEXT, rate=rate)) / rate == pytest.approx(
        len(spoken(engine, TEXT)) / ENGINE_RATE, rel=0.01
    )


def test_speed_and_volume_have_an_effect(engine: Engine) -> None:
    normal = spoken(engine, TEXT)
    assert len(spoken(engine, TEXT, speed=0.6)) > 1.3 * len(normal)
    assert len(spoken(engine, TEXT, speed=1.5)) < 0.8 * len(normal)
    assert level(spoken(engine, TEXT, volume=0.5)) == pytest.approx(level(normal) / 2, rel=0.05)
    assert np.max(np.abs(spoken(engine, TEXT, volume=50))) <= 1


def test_timbres_differ_in_pitch_and_keep_their_tempo(engine: Engine) -> None:
    low, normal, high = (spoken(engine, TEXT, Timbre(pitch=factor)) for factor in (0.72, 1.0, 1.2))
    assert pitch(low) < 0.9 * pitch(normal) < pitch(high)
    assert len(low) == pytest.approx(len(normal), rel=0.15)
    assert len(spoken(engine, TEXT, Timbre(tempo=0.8))) > 1.1 * len(normal)


@pytest.mark.parametrize("text", ["你好,世界", "こんにちは", "Привет, мир", "שלום", "สวัสดี", "नमस्ते", "한국어"])
def test_other_scripts_sound_though_they_are_not_words(engine: Engine, text: str) -> None:
    samples = spoken(engine, text)
    assert 0.2 < len(samples) / ENGINE_RATE < 5
    assert level(samples) > 0.01


def test_text_without_punctuation_is_heard_before_all_of_it_is_spoken(engine: Engine) -> None:
    words = ["word", "after", "word"] * 500
    spoken = engine.speak(" ".join(words), Timbre(), ENGINE_RATE)
    first, second = next(spoken), next(spoken)
    assert [word.text for word in (*first.words, *second.words)] == words[:120]


def test_longer_text_gives_longer_tones() -> None:
    assert len(tones("你好世界", 1.0).samples) > 1.5 * len(tones("你好", 1.0).samples)
    assert len(tones("да", 2.0).samples) < len(tones("да", 1.0).samples)


def test_markup_is_not_spoken(engine: Engine) -> None:
    plain = len(spoken(engine, "Hello there."))
    assert len(spoken(engine, '<speed ratio="1.0"/>Hello there.<emotion value="happy"/>')) == plain
    paused = len(spoken(engine, 'Hello there.<break time="1s"/>'))
    assert (paused - plain) / ENGINE_RATE == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize(
    ("transcript", "expected"),
    [
        ("Hi.", [Segment("Hi.")]),
        ('One <break time="500ms"/> two', [Segment("One"), Segment("", 0.5), Segment("two")]),
        ("<break time='2s'/>", [Segment("", 2.0)]),
        ('<break time="99s"/>x', [Segment("", 10.0), Segment("x")]),
        ('<break time="1.2.3s"/>x', [Segment("x")]),
        ("<spell>AB C</spell> done", [Segment("A B C done")]),
        ("say <<h|ə|l|oʊ>> now", [Segment("say həloʊ now")]),
        ("1 < 2 and 3 > 2", [Segment("1 < 2 and 3 > 2")]),
        ("  a\n b  ", [Segment("a b")]),
        ("", []),
    ],
)
def test_segments_of_a_transcript(transcript: str, expected: list[Segment]) -> None:
    assert split_segments(transcript) == expected


@pytest.mark.parametrize("text", ["a", "7", "你", "ю", "é!", "<spell>A</spell>"])
def test_letters_and_digits_of_any_script_can_be_spoken(text: str) -> None:
    assert is_speakable(text)


@pytest.mark.parametrize("text", ["", " ", "...", "?!", "🙂", '<break time="1s"/>', "<emotion/>", "— … «»"])
def test_nothing_else_can_be_spoken(text: str) -> None:
    assert not is_speakable(text)
