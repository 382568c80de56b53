"""The calls of the matrix. Each runs on a client of either color, and keeps what it gets."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from operator import attrgetter
from typing import Any, Literal, NamedTuple

from tests.unit.conftest import done

VOICE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
WAV = {**RAW, "container": "wav"}
SPEECH: dict[str, Any] = {"model_id": "sonic-3.5", "transcript": "Hello.", "voice": VOICE, "output_format": RAW}
CONTEXT: dict[str, Any] = {"model_id": "sonic-3.5", "voice": VOICE, "output_format": RAW}
EAR: dict[str, Any] = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": 16000}
HEARD = bytes(6400)
CLIP = ("clip.wav", bytes(2000), "audio/wav")


class Got(list[Any]):
    """What a call gets, event by event or chunk by chunk.

    Attributes:
        timeout: Seconds after which the call stops waiting.
    """

    timeout = 10.0


Kind = Literal["read", "write", "audio", "events", "tts", "stt", "agent"]
"""What is sent and what comes back: `read` can be sent again freely, all others cannot; the last three are sockets."""


class Call(NamedTuple):
    kind: Kind
    run: Callable[[Any, Got], Awaitable[Any]]


@asynccontextmanager
async def entered(manager: Any) -> AsyncIterator[Any]:
    """Enter a context manager of either color."""
    if hasattr(manager, "__aenter__"):
        async with manager as value:
            yield value
    else:
        with manager as value:
            yield value


async def keep(items: Any, got: Got) -> None:
    """Iterate in either color, and keep the items that come before an error."""
    if hasattr(items, "__aiter__"):
        async for item in items:
            got.append(item)  # one by one, for those before an error
    else:
        for item in items:
            got.append(item)  # the same


def simple(method: str, **arguments: Any) -> Callable[[Any, Got], Awaitable[Any]]:
    """Return a call of one method that returns all at once."""

    async def run(client: Any, got: Got) -> None:
        got.append(await done(attrgetter(method)(client)(**arguments)))

    return run


async def voices(client: Any, got: Got) -> None:
    await keep(client.voices.list(), got)


async def stream(client: Any, got: Got) -> None:
    async with entered(client.tts.generate_stream(**SPEECH)) as audio:
        await keep(audio, got)


async def save(client: Any, got: Got) -> None:
    """Stream a WAV file to its end, as saving does."""
    async with entered(client.tts.generate_stream(**{**SPEECH, "output_format": WAV})) as audio:
        got.append(await done(audio.read()))


async def events(client: Any, got: Got) -> None:
    await keep(await done(client.tts.generate_sse(**SPEECH)), got)


async def changed_events(client: Any, got: Got) -> None:
    opened = client.voice_changer.generate_sse(
        clip=io.BytesIO(bytes(2000)),
        voice_id=VOICE,
        output_format_container="raw",
        output_format_sample_rate=16000,
        output_format_encoding="pcm_s16le",
    )
    await keep(await done(opened), got)


async def receive(client: Any, got: Got) -> None:
    async with entered(client.tts.websocket_connect(timeout=got.timeout)) as connection:
        context = connection.context(context_id="c", timeout=got.timeout, **CONTEXT)
        await done(context.push("Hello."))
        await done(context.no_more_inputs())
        await keep(context.receive(), got)


async def speak(client: Any, got: Got) -> None:
    async with entered(client.tts.websocket_connect(timeout=got.timeout)) as connection:
        await keep(connection.context(context_id="c", timeout=got.timeout, **CONTEXT).speak(["Hello. ", "World."]), got)


async def captions(client: Any, got: Got) -> None:
    async with entered(client.stt.auto_finalize.websocket(timeout=got.timeout, **EAR)) as session:
        await keep(session.listen(HEARD), got)


async def dictation(client: Any, got: Got) -> None:
    async with entered(client.stt.manual_finalize.websocket(timeout=got.timeout, **EAR)) as session:
        await keep(session.listen(HEARD), got)


async def by_hand(client: Any, got: Got) -> None:
    """Send and iterate separately, as programs with two threads or tasks do."""
    async with entered(client.stt.manual_finalize.websocket(timeout=got.timeout, **EAR)) as session:
        await done(session.send_raw(HEARD))
        await done(session.close_input())
        await keep(session, got)


async def agent(client: Any, got: Got) -> None:
    async with entered(
        client.agents.stream("agent_x", config={"input_format": "pcm_16000"}, timeout=got.timeout)
    ) as call:
        await done(call.send_raw(HEARD))
        await keep(call, got)


CALLS: dict[str, Call] = {
    "voices.get": Call("read", simple("voices.get", id=VOICE)),
    "voices.list": Call("read", voices),
    "voices.update": Call("write", simple("voices.update", id=VOICE, name="Kate")),
    "voices.clone": Call("write", simple("voices.clone", clip=CLIP, name="Me", language="en")),
    "datasets.files.upload": Call("write", simple("datasets.files.upload", id="d", file=CLIP, purpose="fine_tune")),
    "stt.transcribe": Call("write", simple("stt.transcribe", file=CLIP, model="ink-whisper")),
    "tts.generate": Call("audio", simple("tts.generate", **SPEECH)),
    "tts.infill": Call(
        "audio", simple("tts.infill", left_audio=CLIP, transcript="Hi.", voice_id=VOICE, output_format=RAW)
    ),
    "tts.generate_stream": Call("audio", stream),
    "tts.generate_stream, read": Call("audio", save),
    "tts.generate_sse": Call("events", events),
    "voice_changer.generate_sse": Call("events", changed_events),
    "tts.websocket, receive": Call("tts", receive),
    "tts.websocket, speak": Call("tts", speak),
    "stt.auto_finalize, listen": Call("stt", captions),
    "stt.manual_finalize, listen": Call("stt", dictation),
    "stt.manual_finalize, by hand": Call("stt", by_hand),
    "agents.stream": Call("agent", agent),
}
