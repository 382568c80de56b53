"""The voice changer and infill: the right length, the requested format, and a pitch near that of the voice."""

from __future__ import annotations

import base64
import json
from typing import Any

import httpx
import numpy as np
import pytest
from cartesia_sandbox.state.voice_fixtures import PUBLIC_VOICES
from cartesia_sandbox.voice.conversion import ENGINE_PITCH, convert_voice, estimate_pitch
from cartesia_sandbox.voice.decode import decode, read_file
from cartesia_sandbox.voice.engine import Engine
from cartesia_sandbox.voice.sound import Samples, Timbre

from tests.sandbox.common import CONTRACT, JAMESON, KATIE, SILENCE, check, tone, wav
from tests.sandbox.test_voice import level


def speaker(timbre: Timbre = Timbre(), rate: int = 24000) -> Samples:  # noqa: B008  # immutable
    text = "The quick brown fox jumps over the lazy dog, and nobody minds."
    return np.concatenate([each.samples for each in Engine().speak(text, timbre, rate)])


@pytest.mark.parametrize("frequency", [90, 120, 150, 200, 300])
def test_the_pitch_of_a_tone_is_estimated(frequency: float) -> None:
    assert estimate_pitch(tone(frequency, rate=22050), 22050) == pytest.approx(frequency, rel=0.04)


def test_silence_and_noise_have_no_pitch() -> None:
    assert estimate_pitch(np.zeros(16000, np.float32), 16000) is None
    assert estimate_pitch(np.zeros(3, np.float32), 16000) is None
    assert estimate_pitch(np.random.default_rng(0).normal(0, 0.1, 16000).astype(np.float32), 16000) is None


@pytest.mark.parametrize("target", [Timbre(0.7), Timbre(1.0), Timbre(1.28, 1.0, 0.5), Timbre(0.75, 1.0, -0.5)])
@pytest.mark.parametrize("source", [Timbre(), Timbre(0.75)])
def test_a_converted_voice_has_the_pitch_of_the_other_and_its_own_timing(source: Timbre, target: Timbre) -> None:
    samples = speaker(source)
    result = convert_voice(samples, 24000, target, 16000)
    assert len(result) == round(len(samples) * 16000 / 24000)
    assert estimate_pitch(result, 16000) == pytest.approx(ENGINE_PITCH * target.pitch, rel=0.15)
    assert level(result) == pytest.approx(level(samples), rel=0.25)
    loud, quiet = (
        np.convolve(np.abs(each), np.ones(n) / n, "same")[:: n // 2] for each, n in ((samples, 4800), (result, 3200))
    )
    assert np.corrcoef(loud[: len(quiet)], quiet[: len(loud)])[0, 1] > 0.8


@pytest.mark.parametrize("length", [0, 1, 100, 1000])
def test_very_short_recordings_keep_their_length(length: int) -> None:
    assert len(convert_voice(np.full(length, 0.1, np.float32), 8000, Timbre(0.8), 48000)) == 6 * length


def form(container: str, rate: int, **fields: Any) -> dict[str, str]:
    return {
        "voice[id]": JAMESON,
        "output_format[container]": container,
        "output_format[sample_rate]": str(rate),
        **fields,
    }


@pytest.mark.parametrize("container", ["WAV", "FLAC", "MP3"])
@pytest.mark.parametrize(
    ("output", "rate", "fields"),
    [
        ("wav", 44100, {"output_format[encoding]": "pcm_s16le"}),
        ("raw", 8000, {"output_format[encoding]": "pcm_mulaw"}),
        ("mp3", 24000, {"output_format[bit_rate]": "64000", "output_format[encoding]": "null"}),
    ],
)
def test_the_voice_changer(fresh: httpx.Client, container: str, output: str, rate: int, fields: dict[str, str]) -> None:
    samples = speaker(rate=16000)
    clip = wav(samples, 16000, container)
    response = fresh.post("/voice-changer/bytes", data=form(output, rate, **fields), files={"clip": clip})
    sound = check(response, "voice_changer.generate")
    if output == "raw":
        result, found = decode(sound, "pcm_mulaw"), 8000
    else:
        result, found = read_file(sound)
    assert found == rate
    assert len(result) / rate == pytest.approx(len(samples) / 16000, abs=0.12)
    assert estimate_pitch(result, rate) == pytest.approx(0.72 * ENGINE_PITCH, rel=0.15)


def test_the_voice_changer_as_events(fresh: httpx.Client) -> None:
    fields = {"output_format[encoding]": "pcm_s16le"}
    response = fresh.post(
        "/voice-changer/sse", data=form("raw", 24000, **fields), files={"clip": wav(tone(150, 1.5), 16000)}
    )
    check(response, "voice_changer.generate_sse")
    events = [
        json.loads(line.removeprefix("data: ")) for line in response.text.splitlines() if line.startswith("data: ")
    ]
    validator = CONTRACT.validator_for({"$ref": "#/components/schemas/VoiceChangerSSEEvent"})
    assert [str(error) for event in events for error in validator.iter_errors(event)] == []
    assert (events[-1]["done"], events[-1]["status_code"]) == (True, 200)
    assert sum(len(base64.b64decode(event["data"])) for event in events[:-1]) == 2 * 36000


@pytest.mark.parametrize(
    ("fields", "files", "status", "sentence"),
    [
        ({"voice[id]": "nobody"}, {"clip": SILENCE}, 404, "no such voice"),
        ({}, {"clip": b"x"}, 400, "cannot be decoded"),
        ({}, {}, 400, '"clip" must be a file'),
        ({"output_format[encoding]": "null"}, {"clip": SILENCE}, 400, "encoding is required for wav"),
        ({"output_format[container]": "mp3"}, {"clip": SILENCE}, 400, "bit_rate is required for mp3"),
    ],
)
def test_recordings_that_cannot_be_converted(
    fresh: httpx.Client, fields: dict[str, str], files: dict[str, bytes], status: int, sentence: str
) -> None:
    given = {**form("wav", 16000), "output_format[encoding]": "pcm_s16le", **fields}
    response = fresh.post(
        "/voice-changer/bytes", files={**{name: (None, value) for name, value in given.items()}, **files}
    )
    assert response.status_code == status
    assert sentence in check(response, "voice_changer.generate")["message"]


INFILL = {"model_id": "sonic-3", "language": "en", "transcript": "and then, quite suddenly,", "voice_id": KATIE}
WAV = {
    "output_format[container]": "wav",
    "output_format[sample_rate]": "24000",
    "output_format[encoding]": "pcm_s16le",
}


@pytest.mark.parametrize("clips", [{"left_audio"}, {"right_audio"}, {"left_audio", "right_audio"}])
def test_infill_is_as_loud_as_the_clips_around_it(fresh: httpx.Client, clips: set[str]) -> None:
    body = {"model_id": "sonic-3", "transcript": INFILL["transcript"], "voice": KATIE}
    output = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 24000}
    plain = decode(fresh.post("/tts/bytes", json={**body, "output_format": output}).content, "pcm_s16le")
    found = []
    for loudness in (0.02, 0.1):
        around = tone(150)
        files = {name: wav(around * loudness / level(around), 16000) for name in clips}
        response = fresh.post("/infill/bytes", data={**INFILL, **WAV}, files=files)
        samples, rate = read_file(check(response, "tts.infill"))
        assert (rate, len(samples)) == (24000, len(plain))
        found.append(level(samples))
    assert found == pytest.approx([0.02, 0.1], rel=0.1)


@pytest.mark.parametrize(
    ("change", "status", "sentence"),
    [
        ({"transcript": "..."}, 400, "only punctuation"),
        ({"voice_id": "nobody"}, 404, "no such voice"),
        ({"model_id": "gpt"}, 404, "no such model"),
        ({"language": "tlh"}, 400, "does not speak"),
        ({"output_format[container]": "mp3"}, 400, "bit_rate"),
    ],
)
def test_gaps_that_cannot_be_filled(fresh: httpx.Client, change: dict[str, str], status: int, sentence: str) -> None:
    response = fresh.post("/infill/bytes", data={**INFILL, **WAV, **change}, files={"left_audio": SILENCE})
    assert response.status_code == status
    assert sentence in check(response, "tts.infill")["message"]


@pytest.mark.parametrize("missing", ["left_audio", "transcript", "voice_id", "model_id", "output_format"])
def test_infill_without_a_required_field_is_rejected(fresh: httpx.Client, missing: str) -> None:
    given = {name: (None, value) for name, value in {**INFILL, **WAV}.items() if not name.startswith(missing)}
    files = {} if missing == "left_audio" else {"left_audio": SILENCE}
    response = fresh.post("/infill/bytes", files={**given, **files})
    assert response.status_code == 400
    assert f'"{missing}"' in check(response, "tts.infill")["message"]


def test_the_voices_can_be_told_apart() -> None:
    """Each pair differs by about 0.04 in pitch, 0.06 in tempo, or a quarter of the range of brightness."""
    timbres = [seed.timbre for seed in PUBLIC_VOICES]
    assert len(timbres) >= 40
    for index, one in enumerate(timbres):
        for other in timbres[:index]:
            far = max(
                abs(np.log(one.pitch / other.pitch)) / 0.04,
                abs(np.log(one.tempo / other.tempo)) / 0.06,
                abs(one.tilt - other.tilt) / 0.25,
            )
            assert far > 0.8
