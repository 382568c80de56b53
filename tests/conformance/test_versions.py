"""Clients of older versions against the sandbox, which answers as those versions do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cartesia_api import contract
from cartesia_client import APIStatusError, AsyncCartesia, Cartesia, NotFoundError
from cartesia_sandbox import Sandbox

DATES = tuple(contract.VERSIONS)
RAW: Any = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with Sandbox() as sandbox:
        yield sandbox.url


def test_all_dates_speak_with_a_voice_of_their_list(url: str) -> None:
    for date in DATES:
        with Cartesia(api_key="k", base_url=url, version=date) as client:
            voice = next(iter(client.voices.list()))
            given: Any = {"mode": "id", "id": voice.id}
            audio = client.tts.generate(model_id="sonic-2", transcript="Hello there.", voice=given, output_format=RAW)
            assert audio.duration > 0.3, date


def test_the_list_of_2024_06_10_is_bare_and_has_embeddings(url: str) -> None:
    with Cartesia(api_key="k", base_url=url, version="2024-06-10") as client:
        voices = client.voices.list()
        assert isinstance(voices, list)
        assert {len(voice.embedding) for voice in voices} == {192}
        assert any(voice.is_public for voice in voices)


def test_2024_11_13_pages_mixes_and_creates(url: str) -> None:
    with Cartesia(api_key="k", base_url=url, version="2024-11-13") as client:
        page = client.voices.list(limit=2, expand=["embedding"])
        first, second = page.data
        assert len(first.embedding or ()) == 192
        mixed = client.voices.mix(voices=[{"id": first.id, "weight": 0.5}, {"id": second.id, "weight": 0.5}])
        voice = client.voices.create(name="Both", description="Half and half.", embedding=mixed.embedding)
        assert voice.is_owner
        assert client.voices.get(voice.id).name == "Both"
        audio = client.tts.generate(
            model_id="sonic-2",
            transcript="Hello.",
            voice={"mode": "embedding", "embedding": mixed.embedding},
            output_format={"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000},
        )
        assert audio.duration > 0.2


def test_errors_of_all_dates_are_the_same_exceptions(url: str) -> None:
    for date in DATES:
        with Cartesia(api_key="k", base_url=url, version=date, max_retries=0) as client:
            with pytest.raises(NotFoundError) as caught:
                client.voices.get("00000000-0000-4000-8000-000000000000")
            assert isinstance(caught.value.body, str) == (date < "2026-03-01"), date


@pytest.mark.parametrize("date", DATES)
async def test_the_socket_speaks_at_every_date(url: str, date: str) -> None:
    async with AsyncCartesia(api_key="k", base_url=url, version=date) as client:
        found: Any = client.voices.list()
        voices = [voice async for voice in found] if hasattr(found, "__aiter__") else await found
        async with client.tts.websocket_connect() as socket:
            voice: Any = {"mode": "id", "id": voices[0].id}
            context = socket.context(model_id="sonic-2", voice=voice, output_format=RAW)
            received = b"".join([chunk async for chunk in context.speak("Hello there.")])
        assert len(received) > 8000


def test_families_that_came_later_are_absent_here_and_there(url: str) -> None:
    with Cartesia(api_key="k", base_url=url, version="2024-11-13") as client, pytest.raises(AttributeError):
        _ = client.datasets
    with Cartesia(api_key="k", base_url=url, version="2025-04-16") as client:
        assert list(client.datasets.list())
        with pytest.raises(APIStatusError):
            client.pronunciation_dicts.retrieve("pdict_none")
