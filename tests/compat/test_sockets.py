"""The sockets of versions 1 and 2."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from cartesia_client import NotFoundError
from cartesia_client.compat import AsyncCartesia, Cartesia

from . import NOBODY, VERSION_1, VERSION_2

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
TEXT = "Hello there."
PIECES = ["One two. ", "Three four. ", "Five."]


def test_a_socket_speaks_one_text_after_another(client: Cartesia) -> None:
    socket = client.tts.websocket()
    first = [output["audio"] for output in socket.send(transcript=TEXT, stream=True, **VERSION_1)]
    second = [output.audio for output in socket.send(transcript=TEXT, **VERSION_2) if output.audio]
    assert b"".join(first) == b"".join(second)
    by_position = socket.send("sonic-2", TEXT, VERSION_1["output_format"], VERSION_1["voice_id"])
    assert b"".join(output["audio"] for output in by_position) == b"".join(first)
    socket.close()


async def test_an_async_socket_speaks_one_text_after_another(aclient: AsyncCartesia) -> None:
    socket = await aclient.tts.websocket()
    first = [output["audio"] async for output in await socket.send(transcript=TEXT, stream=True, **VERSION_1)]
    second = [output.audio async for output in await socket.send(transcript=TEXT, **VERSION_2) if output.audio]
    assert b"".join(first) == b"".join(second)
    await socket.close()


def test_what_is_not_streamed_comes_whole_with_its_times(client: Cartesia) -> None:
    with client.tts.websocket() as socket:
        whole = socket.send(transcript=TEXT, stream=False, add_timestamps=True, context_id="mine", **VERSION_1)
    assert whole["word_timestamps"]["words"] == TEXT.split()
    assert whole.word_timestamps is not None
    assert whole.word_timestamps.end[-1] < len(whole["audio"]) / 32000
    assert whole["context_id"] == "mine"


async def test_async_too(aclient: AsyncCartesia) -> None:
    async with await aclient.tts.websocket() as socket:
        whole = await socket.send(transcript=TEXT, stream=False, add_phoneme_timestamps=True, **VERSION_2)
    assert whole.phoneme_timestamps is not None
    assert whole.phoneme_timestamps.phonemes
    assert whole.phoneme_timestamps["start"][0] >= 0


def test_a_context_takes_a_generator(client: Cartesia) -> None:
    with client.tts.websocket() as socket:
        outputs = list(socket.context().send(transcript=iter(PIECES), **VERSION_1))
        timed = list(socket.context().send(transcript=iter(PIECES), add_timestamps=True, **VERSION_2))
    assert sum(len(output["audio"]) for output in outputs) > 20000
    assert [word for each in timed if each.word_timestamps for word in each.word_timestamps.words] == "".join(
        PIECES
    ).split()


def test_a_context_takes_one_piece_after_another(client: Cartesia) -> None:
    with client.tts.websocket() as socket:
        context = socket.context("mine")
        for piece in PIECES:
            context.send(transcript=piece, continue_=True, **VERSION_2)
        context.no_more_inputs()
        outputs = list(context.receive())
    assert {output.context_id for output in outputs} == {"mine"}
    assert context.is_closed()


async def test_one_task_sends_and_another_one_receives(aclient: AsyncCartesia) -> None:
    socket = await aclient.tts.websocket()
    context = socket.context()

    async def send() -> None:
        for piece in PIECES:
            await context.send(transcript=piece, continue_=True, **VERSION_1)
        await context.no_more_inputs()

    async def receive() -> int:
        return sum([len(output["audio"]) async for output in context.receive()])

    _, length = await asyncio.gather(send(), receive())
    assert length > 20000
    await socket.close()


async def test_a_flush_returns_what_yields_the_audio_before_it(aclient: AsyncCartesia) -> None:
    async with await aclient.tts.websocket() as socket, socket.context() as context:
        await context.send(transcript=PIECES[0], continue_=True, **VERSION_2)
        flushed = await context.flush()
        await context.send(transcript=PIECES[1], continue_=True, **VERSION_2)
        await context.no_more_inputs()
        before = [output.audio async for output in flushed() if output.audio]
        after = [output.audio async for output in context.receive() if output.audio]
    assert before
    assert after


async def test_errors_of_sockets_are_runtime_errors_too(client: Cartesia, aclient: AsyncCartesia) -> None:
    bad: Any = {**VERSION_1, "voice_id": NOBODY}
    with client.tts.websocket() as socket:
        with pytest.raises(RuntimeError, match="Voice not found") as caught:
            list(socket.send(transcript=TEXT, **bad))
        assert list(socket.send(transcript=TEXT, **VERSION_1))
    assert isinstance(caught.value, NotFoundError)
    async with await aclient.tts.websocket() as other:
        with pytest.raises(RuntimeError, match="Voice not found"):
            [output async for output in await other.send(transcript=TEXT, **bad)]


async def test_a_cancelled_context_is_closed(client: Cartesia, aclient: AsyncCartesia) -> None:
    with client.tts.websocket() as socket:
        context = socket.context()
        context.send(transcript="A long text. " * 20, continue_=True, **VERSION_1)
        context.cancel()
        assert context.is_closed()
        assert list(socket.send(transcript=TEXT, **VERSION_1))
    async with await aclient.tts.websocket() as other:
        async with other.context() as later:
            await later.send(transcript="A long text. " * 20, continue_=True, **VERSION_1)
        assert later.is_closed()


def pieces(clip: Path) -> Iterator[bytes]:
    audio = clip.read_bytes()[44:]
    for start in range(0, len(audio), 3200):
        yield audio[start : start + 3200]


async def apieces(clip: Path) -> AsyncIterator[bytes]:
    for piece in pieces(clip):
        yield piece


def test_what_is_said_is_written_down(client: Cartesia, clip: Path) -> None:
    socket = client.stt.websocket(model="ink-whisper", language="en", encoding="pcm_s16le", sample_rate=16000)
    for piece in pieces(clip):
        socket.send(piece)
    socket.send("finalize")
    socket.send("done")
    results = list(socket.receive())
    assert [result["type"] for result in results][-2:] == ["flush_done", "done"]
    finals = [result for result in results if result["type"] == "transcript" and result["is_final"]]
    assert "".join(result["text"] for result in finals) == TEXT
    assert finals[0].words is not None
    assert finals[0]["words"][0]["word"] == "Hello"
    socket.close()


async def test_what_is_said_is_written_down_meanwhile(aclient: AsyncCartesia, clip: Path) -> None:
    socket = await aclient.stt.websocket()

    async def send() -> None:
        async for piece in apieces(clip):
            await socket.send(piece)
        await socket.send("finalize")
        await socket.send("done")

    async def receive() -> str:
        return "".join(
            [each["text"] async for each in socket.receive() if each["type"] == "transcript" and each.is_final]
        )

    assert (await asyncio.gather(send(), receive()))[1] == TEXT
    await socket.close()


async def test_all_at_once(client: Cartesia, aclient: AsyncCartesia, clip: Path) -> None:
    found = [each.text for each in client.stt.websocket().transcribe(pieces(clip)) if each.get("is_final")]
    assert "".join(found) == TEXT
    socket = await aclient.stt.websocket()
    assert "".join([each.text async for each in socket.transcribe(apieces(clip)) if each.get("is_final")]) == TEXT
