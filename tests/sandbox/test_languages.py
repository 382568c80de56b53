"""Other languages, spoken by eSpeak NG: heard, timed and understood; without it, as English phonemes or tones."""

from __future__ import annotations

from typing import Any

import httpx
import numpy as np
import pytest
from cartesia_sandbox import Sandbox
from cartesia_sandbox.voice import engine as engine_module
from cartesia_sandbox.voice.engine import Engine
from cartesia_sandbox.voice.espeak import language_of, other_languages
from cartesia_sandbox.voice.sound import Timbre, Utterance
from cartesia_sandbox.voice.tones import tones

from tests.sandbox.common import KEYED, speech

installed = pytest.mark.skipif(
    other_languages() is None,
    reason="eSpeak NG is not installed (Debian: espeak-ng; or pip install 'cartesia-client[sandbox-languages]')",
)
TEXTS = {
    "de": "Guten Morgen, wie geht es dir? Es kostet viel.",
    "fr": "Bonjour tout le monde.",
    "pt-BR": "Bom dia, mundo.",
    "ru": "\u041f\u0440\u0438\u0432\u0435\u0442, \u043a\u0430\u043a \u0434\u0435\u043b\u0430?",
    "zh": "\u4f60\u597d\u4e16\u754c\u3002",
    "ja": "\u3053\u3093\u306b\u3061\u306f\u3002",
    "hi": "\u0928\u092e\u0938\u094d\u0924\u0947 \u0926\u0941\u0928\u093f\u092f\u093e\u0964",
    "ko": "\uc548\ub155\ud558\uc138\uc694 \uc138\uc0c1.",
    "ar": "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645.",
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    made = Engine()
    made.load()
    return made


def spoken(engine: Engine, text: str, language: str | None, **options: Any) -> list[Utterance]:
    return [*engine.speak(text, Timbre(), 16000, language=language, **options)]


def samples(utterances: list[Utterance]) -> Any:
    return np.concatenate([each.samples for each in utterances])


@installed
@pytest.mark.parametrize("language", TEXTS)
def test_a_language_is_heard_with_the_times_of_its_words(engine: Engine, language: str) -> None:
    text = TEXTS[language]
    found = spoken(engine, text, language)
    assert float(np.sqrt(np.mean(samples(found) ** 2))) > 0.02
    assert "".join(word.text for each in found for word in each.words) == text.replace(" ", "")
    for each in found:
        ends = [0.0, *(moment for word in each.words for moment in (word.start, word.end))]
        assert ends == sorted(ends)
        assert ends[-1] <= len(each.samples) / 16000 + 0.01


@installed
def test_each_language_sounds_otherwise_and_the_same_request_the_same(engine: Engine) -> None:
    german, english, french = (samples(spoken(engine, "Guten Morgen.", name)) for name in ("de", "en", "fr"))
    assert len({len(german), len(english), len(french)}) == 3
    assert np.array_equal(german, samples(spoken(engine, "Guten Morgen.", "de")))
    slow = samples(spoken(engine, "Guten Morgen.", "de", speed=0.6))
    assert len(slow) > 1.3 * len(german)


@installed
def test_a_script_that_is_not_latin_needs_no_language(engine: Engine) -> None:
    for language in (None, "en"):
        found = samples(spoken(engine, TEXTS["ru"], language))
        assert np.array_equal(found, samples(spoken(engine, TEXTS["ru"], "ru")))


@installed
def test_english_and_languages_without_a_voice_stay_with_the_neural_voice(engine: Engine) -> None:
    neural = samples(spoken(engine, "Good morning.", None))
    for language in ("en", "en-GB", "en_US", "tl"):
        assert np.array_equal(samples(spoken(engine, "Good morning.", language)), neural)


def test_without_it_other_scripts_are_tones(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "other_languages", lambda: None)
    found = spoken(engine, TEXTS["ru"], "ru")
    assert len(samples(found)) == pytest.approx(len(tones(TEXTS["ru"], 1.0).samples) * 16 / 24, abs=2)
    assert np.array_equal(
        samples(spoken(engine, "Guten Morgen.", "de")), samples(spoken(engine, "Guten Morgen.", None))
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXTS["ru"], "ru"),
        (TEXTS["zh"], "zh"),
        (TEXTS["ja"], "ja"),
        ("\u4e16\u754c\u306e", "ja"),
        (TEXTS["ko"], "ko"),
        (TEXTS["hi"], "hi"),
        ("\u16a0\u16b1", None),
        ("", None),
        ("123", None),
    ],
)
def test_a_script_tells_the_language(text: str, language: str | None) -> None:
    assert language_of(text) == language


@installed
@pytest.mark.parametrize("language", ["de", "ru", "hi"])
def test_what_was_said_in_another_language_is_understood(sandbox: Sandbox, language: str) -> None:
    with httpx.Client(base_url=sandbox.url, headers=KEYED, trust_env=False, timeout=30) as http:
        audio = http.post("/tts/bytes", json=speech(transcript=TEXTS[language], language=language)).content
        query: dict[str, Any] = {"encoding": "pcm_s16le", "sample_rate": 16000}
        form: Any = {"data": {"model": "ink-whisper"}, "files": {"file": ("a", audio)}}
        assert http.post("/stt", params=query, **form).json()["text"] == TEXTS[language]
