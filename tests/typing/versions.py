"""Type-checked, never run: what a client that is made with an older version looks like to type checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_type

from cartesia_api.models import Emotion, Voice
from cartesia_api.v2024_06_10.models import Voice as Voice2024June
from cartesia_api.v2024_11_13.models import EmbeddingResponse
from cartesia_api.v2024_11_13.models import Voice as Voice2024
from cartesia_api.v2025_04_16.models import Emotion as Emotion2025
from cartesia_client import AsyncCartesia, AsyncPager, Cartesia, Page

if TYPE_CHECKING:
    from cartesia_api.v2024_11_13.client import Cartesia as Cartesia2024


def newest(date: str) -> None:
    assert_type(Cartesia(api_key="k"), Cartesia)
    assert_type(Cartesia(api_key="k", version="2026-08-14").voices.list(), Page[Voice])
    assert_type(Cartesia(api_key="k", version=date).voices.list(), Page[Voice])  # the date is not known here
    Cartesia(api_key="k").voices.mix()  # type: ignore[attr-defined]  # gone


def newest_too(client: Cartesia) -> None:
    """What takes a client takes one of an older version, too."""


def june_2024() -> None:
    client = Cartesia(api_key="k", version="2024-06-10")
    assert_type(client.voices.list(), list[Voice2024June])
    assert_type(client.voices.list()[0].embedding, list[float])
    assert_type(client.voices.list()[0].is_public, bool)
    client.agents.list()  # type: ignore[attr-defined]  # not in this version
    client.voices.list(limit=3)  # type: ignore[call-arg]  # all at once


def november_2024(client: Cartesia2024) -> None:
    assert_type(Cartesia(api_key="k", version="2024-11-13"), Cartesia2024)
    with client as opened:
        assert_type(opened.voices.list(is_starred=True, expand=["embedding"]), Page[Voice2024])
    assert_type(client.voices.mix(voices=[{"id": "a", "weight": 1}]), EmbeddingResponse)
    client.tts.generate(
        model_id="m",
        transcript="t",
        voice={"mode": "id", "id": "v", "__experimental_controls": {"speed": 0.5, "emotion": ["anger:high"]}},
        output_format={"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000},
    )
    of_texts = {"mode": "id", "id": "v"}
    for made in (client, Cartesia(api_key="k", version="2026-03-01"), Cartesia(api_key="k", version="2025-04-16")):
        context = made.tts.websocket_connect().context(voice=of_texts)
        context.push("Hi.", voice={"mode": "id", "id": "v"})
        made.tts.generate(
            model_id="m",
            transcript="t",
            voice=of_texts,
            output_format={"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000},
        )
    client.tts.generate(
        model_id="m",
        transcript="t",
        voice="v",  # type: ignore[arg-type]  # an object before 2026-08-14
        output_format={"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000},
    )
    assert_type(client.with_options(timeout=1), Cartesia2024)
    newest_too(client)


async def asynchronous() -> None:
    async with AsyncCartesia(api_key="k", version="2024-11-13") as client:
        assert_type(client.voices.list(), AsyncPager[Voice2024])
        assert_type(await client.voices.mix(voices=[]), EmbeddingResponse)
    june = AsyncCartesia(api_key="k", version="2024-06-10")
    assert_type(await june.voices.list(), list[Voice2024June])


def shared(emotion: Emotion) -> Emotion2025:
    return emotion  # what has not changed is the same
