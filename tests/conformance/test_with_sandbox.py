"""The client against the sandbox, over real sockets: every operation, both colors."""

from __future__ import annotations

import asyncio
import itertools
from pathlib import Path
from typing import Any

import cartesia_client as c
import pytest
from cartesia_api.models import (
    GenerationConfig,
    MP3OutputFormat,
    RawOutputFormat,
    TTSRequestVoiceObject,
    WAVOutputFormat,
)
from cartesia_sandbox import Sandbox

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RATES = [8000, 16000, 22050, 24000, 44100, 48000]
ENCODINGS = ["pcm_f32le", "pcm_s16le", "pcm_mulaw", "pcm_alaw"]
FORMATS: list[dict[str, Any]] = [
    *(
        {"container": container, "encoding": encoding, "sample_rate": rate}
        for container, (encoding, rate) in itertools.product(["raw", "wav"], itertools.product(ENCODINGS, RATES))
    ),
    *({"container": "mp3", "sample_rate": 44100, "bit_rate": rate} for rate in (32000, 64000, 96000, 128000, 192000)),
    *({"container": "mp3", "sample_rate": rate, "bit_rate": 32000} for rate in RATES),
]


@pytest.fixture
def client(sandbox: Sandbox) -> Any:
    with c.Cartesia(api_key="any", base_url=sandbox.url) as made:
        yield made


def say(client: c.Cartesia, **fields: Any) -> c.Audio:
    wanted: dict[str, Any] = {
        "model_id": "sonic-3.5",
        "transcript": "Hello there.",
        "voice": KATIE,
        "output_format": {"container": "wav", "encoding": "pcm_s16le", "sample_rate": 24000},
        **fields,
    }
    return client.tts.generate(**wanted)


@pytest.mark.parametrize("output_format", FORMATS, ids=lambda value: "-".join(map(str, value.values())))
def test_every_output_format(client: c.Cartesia, output_format: dict[str, Any]) -> None:
    audio = say(client, output_format=output_format)
    assert audio.container == output_format["container"]
    assert audio.sample_rate == output_format["sample_rate"]
    assert audio.encoding == output_format.get("encoding")
    assert audio.bit_rate == output_format.get("bit_rate")
    assert 0.5 < audio.duration < 2
    assert audio.request_id


def test_models_and_dicts_are_the_same_request(client: c.Cartesia) -> None:
    as_dicts = say(client, voice={"id": KATIE}, generation_config={"speed": 1.2, "emotion": "calm"})
    as_models = say(
        client,
        voice=TTSRequestVoiceObject(id=KATIE),
        output_format=WAVOutputFormat(encoding="pcm_s16le", sample_rate=24000),
        generation_config=GenerationConfig(speed=1.2, emotion="calm"),
    )
    assert as_dicts.data == as_models.data
    assert say(client, output_format=RawOutputFormat(encoding="pcm_alaw", sample_rate=8000)).container == "raw"
    assert say(client, output_format=MP3OutputFormat(sample_rate=8000, bit_rate=32000)).container == "mp3"


@pytest.mark.filterwarnings("ignore:.*deprecated. speed:DeprecationWarning")
def test_all_fields_are_taken(client: c.Cartesia) -> None:
    audio = say(
        client,
        locale="en-GB",
        normalization="off",
        generation_config={"speed": 0.8, "volume": 0.9, "emotion": "proud"},
        save=True,
        speed="slow",
        pronunciation_dict_id=None,
    )
    assert audio.file_id is not None
    assert audio.file_id.startswith("file_")


def test_speed_changes_the_length(client: c.Cartesia) -> None:
    slow, fast = (say(client, generation_config={"speed": speed}).duration for speed in (0.6, 1.5))
    assert slow > 1.8 * fast


async def test_streams_of_both_colours_give_the_same_bytes(
    client: c.Cartesia, sandbox: Sandbox, tmp_path: Path
) -> None:
    wanted: Any = {
        "model_id": "sonic-3.5",
        "transcript": "One. Two. Three.",
        "voice": KATIE,
        "output_format": {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000},
    }
    whole = await asyncio.to_thread(lambda: client.tts.generate(**wanted))

    def collected() -> list[bytes]:
        with client.tts.generate_stream(**wanted) as stream:
            return list(stream)

    chunks = await asyncio.to_thread(collected)
    assert len(chunks) > 1
    assert b"".join(chunks) == whole.data
    async with c.AsyncCartesia(api_key="any", base_url=sandbox.url) as other:
        assert (await other.tts.generate(**wanted)).data == whole.data
        async with other.tts.generate_stream(**wanted) as astream:
            assert b"".join([chunk async for chunk in astream]) == whole.data
        async with other.tts.generate_stream(**wanted) as astream:
            assert (await astream.save(tmp_path / "a.raw")).read_bytes() == whole.data


async def test_voices(client: c.Cartesia, sandbox: Sandbox) -> None:
    found = await asyncio.to_thread(lambda: list(client.voices.list(limit=5)))
    assert len(found) >= 12
    assert len({voice.id for voice in found}) == len(found)
    katie = await asyncio.to_thread(lambda: client.voices.get(KATIE, expand=["preview_file_url"]))
    assert (katie.name, katie.preview_file_url, katie.created_at.year) == ("Katie", None, 2025)
    async with c.AsyncCartesia(api_key="any", base_url=sandbox.url) as other:
        assert [voice.id async for voice in other.voices.list(limit=5)] == [voice.id for voice in found]
        assert (await other.voices.list(limit=5)).has_next_page()
        assert (await other.voices.get(KATIE)).name == "Katie"


async def test_tokens(client: c.Cartesia, sandbox: Sandbox) -> None:
    made = await asyncio.to_thread(lambda: client.access_token.create(grants={"tts": True}, expires_in=60))
    async with c.AsyncCartesia(token=made.token, base_url=sandbox.url) as guest:
        with pytest.raises(c.PermissionDeniedError):
            await guest.voices.list()
        with pytest.raises(c.BadRequestError):
            await guest.tts.generate(
                model_id="sonic-3.5",
                transcript=".",
                voice=KATIE,
                output_format={"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000},
            )


@pytest.mark.parametrize("version", ["2025-04-16", "2026-08-14"])
def test_errors_of_old_and_new_versions_read_the_same(sandbox: Sandbox, version: str) -> None:
    with (
        c.Cartesia(api_key="any", base_url=sandbox.url, version=version) as client,
        pytest.raises(c.NotFoundError) as caught,
    ):
        client.voices.get("nobody")
    error = caught.value
    assert (error.title, error.message) == ("Voice not found", "There is no such voice.")
    assert error.request_id
    assert error.error_code == ("voice_not_found" if version == "2026-08-14" else None)


def test_a_sandbox_that_is_gone_is_a_connection_error() -> None:
    with Sandbox() as own:
        url = own.url
    with c.Cartesia(api_key="any", base_url=url, max_retries=0) as client, pytest.raises(c.APIConnectionError):
        client.get_status()
