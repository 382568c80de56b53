"""Type-checked, never run: the keywords of contexts on the text-to-speech socket. A comment that ignores an error asserts it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, assert_type

from cartesia_api.events import TTSWebsocketEvent
from cartesia_api.models import GenerationConfig, RawOutputFormat
from cartesia_client import AsyncCartesia, AsyncTTSContext, AsyncTTSWebsocket, Cartesia, TTSContext, TTSWebsocket
from cartesia_client.types import TTSContextParams

if TYPE_CHECKING:
    from cartesia_api.v2024_11_13.contexts import AsyncTTSContext as AsyncTTSContext2024
    from cartesia_api.v2024_11_13.contexts import TTSContext as TTSContext2024

RAW = RawOutputFormat(encoding="pcm_s16le", sample_rate=24000)


SPEECH: TTSContextParams = {"model_id": "sonic-3.5", "voice": "v", "output_format": RAW, "add_timestamps": True}


def threads(client: Cartesia) -> None:
    with client.tts.websocket_connect() as socket:
        assert_type(socket, TTSWebsocket)
        context = socket.context(
            "id",
            timeout=3,
            model_id="sonic-99",
            voice={"id": "v"},
            output_format={"container": "raw", "encoding": "pcm_s16le", "sample_rate": 24000},
            language="xx",
            locale=None,
            normalization="off",
            generation_config={"speed": 1.1, "emotion": "brand new"},
            max_buffer_delay_ms=0,
            add_timestamps=True,
            add_phoneme_timestamps=False,
            use_normalized_timestamps=None,
            pronunciation_dict_id="p",
            speed="slow",
            duration=2.5,
            extra_body={"pitch": 1},
        )
        assert_type(context, TTSContext)
        assert_type(socket.context("id", **SPEECH), TTSContext)
        of_texts = {"mode": "id", "id": "v"}
        assert_type(socket.context("id", voice=of_texts), TTSContext)
        assert_type(socket.context("id", voice={"mode": "id", "id": "v"}), TTSContext)
        context.push("Hi. ", **SPEECH)
        context.push("Hi. ", generation_config=GenerationConfig(speed=1.5), add_timestamps=None)
        context.send("", flush=True, extra_body={"pitch": 1})
        context.send(model_id="m", voice="v", output_format=RAW, transcript="Hi.", continue_=False)
        assert_type(context.receive(), Iterator[TTSWebsocketEvent])
        assert_type(context.speak(["Hi. "], generation_config={"speed": 1.5}), Iterator[bytes])
        assert_type(iter(context), Iterator[TTSWebsocketEvent])


def threads_too(socket: TTSWebsocket) -> None:
    """What takes a socket takes one of an older version, too."""


async def tasks(client: AsyncCartesia) -> None:
    async with client.tts.websocket_connect() as socket:
        assert_type(socket, AsyncTTSWebsocket)
        context = socket.context(model_id="sonic-3.5", voice="v", output_format=RAW, add_timestamps=True)
        assert_type(context, AsyncTTSContext)
        await context.push("Hi. ", generation_config={"speed": 1.5})
        await context.send("", flush=True)
        assert_type(context.receive(), AsyncIterator[TTSWebsocketEvent])
        assert_type(context.speak("Hi.", generation_config={"speed": 1.5}), AsyncIterator[bytes])


def mistakes(socket: TTSWebsocket, context: TTSContext) -> None:
    socket.context(add_timestamp=True)  # type: ignore[call-arg]  # misspelt
    misspelt: TTSContextParams = {"add_timestamp": True}  # type: ignore[typeddict-unknown-key]
    socket.context(**misspelt)
    socket.context(flush=True)  # type: ignore[call-arg]  # belongs to a frame
    socket.context(transcript="Hi.")  # type: ignore[call-arg]  # the same
    socket.context(cancel=True)  # type: ignore[call-arg]  # another frame
    socket.context(output_format={"container": "wav", "encoding": "pcm_s16le", "sample_rate": 24000})  # type: ignore[arg-type]  # raw only
    socket.context(output_format={"container": "raw", "encoding": "pcm", "sample_rate": 24000})  # type: ignore[arg-type]  # no such encoding
    socket.context(generation_config={"sped": 1})  # type: ignore[arg-type]  # misspelt
    socket.context(model_id=5)  # type: ignore[arg-type]  # no text
    socket.context(max_buffer_delay_ms="soon")  # type: ignore[arg-type]  # no number
    socket.context(speed="brisk")  # type: ignore[arg-type]  # no such speed
    context.push("Hi.", add_timestamp=True)  # type: ignore[call-arg]  # misspelt
    context.push("Hi.", context_id="other")  # type: ignore[call-arg]  # fixed
    context.push("Hi.", cancel=True)  # type: ignore[call-arg]  # another frame
    context.send("Hi.", add_timestamps="yes")  # type: ignore[arg-type]  # no bool
    context.speak("Hi.", add_timestamp=True)  # type: ignore[call-arg]  # misspelt
    context.speak("Hi.", flush=True)  # type: ignore[call-arg]  # belongs to a frame
    context.speak(5)  # type: ignore[arg-type]  # no text


async def mistakes_of_tasks(socket: AsyncTTSWebsocket, context: AsyncTTSContext) -> None:
    socket.context(add_timestamp=True)  # type: ignore[call-arg]  # misspelt
    await context.push("Hi.", add_timestamp=True)  # type: ignore[call-arg]  # misspelt
    await context.send("Hi.", generation_config={"speed": "fast"})  # type: ignore[arg-type]  # no number


def older() -> None:
    with Cartesia(api_key="k", version="2024-11-13").tts.websocket_connect() as socket:
        context = socket.context(voice={"mode": "embedding", "embedding": [0.5]}, duration=3, model_id="sonic-2")
        assert_type(context, TTSContext2024)
        context.push("Hi.", max_buffer_delay_ms=0)
        context.push("Hi.", pronunciation_dict_id="p")  # type: ignore[call-arg]  # came later
        socket.context(locale="en-GB")  # type: ignore[call-arg]  # came later
        socket.context(voice="v")  # type: ignore[arg-type]  # an object before 2026-08-14
        threads_too(socket)


async def older_too() -> None:
    async with AsyncCartesia(api_key="k", version="2024-11-13").tts.websocket_connect() as socket:
        context = socket.context(voice={"mode": "embedding", "embedding": [0.5]})
        assert_type(context, AsyncTTSContext2024)
        await context.push("Hi.", locale="en-GB")  # type: ignore[call-arg]  # came later
