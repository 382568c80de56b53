"""The speech-to-text sockets against scripted servers, sync and async."""

from __future__ import annotations

import asyncio
import io
import time
import wave
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import cartesia_client as c
import pytest

from tests.sockets.conftest import Peer, Server
from tests.unit.conftest import Twin, done, twin

__all__ = ["twin"]

AUDIO = bytes(range(256)) * 50
QUERY: dict[str, Any] = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": 16000}


def hear(peer: Peer, *, until: str) -> list[str | bytes]:
    """Return all frames up to a command."""
    frames: list[str | bytes] = []
    while not frames or frames[-1] != until:
        frames.append(peer.connection.recv(timeout=5))
    return frames


def manual(peer: Peer) -> None:
    peer.give(type="transcript", text="Hello wor", is_final=False, request_id="r")
    heard = b"".join(frame for frame in hear(peer, until="close") if isinstance(frame, bytes))
    words = [{"word": "Hello", "start": 0.1, "end": 0.4}]
    peer.give(type="transcript", text=f"{len(heard)} bytes", is_final=True, request_id="r", duration=1.5, words=words)
    peer.give(type="flush_done", request_id="r")
    peer.give(type="done", request_id="r")
    peer.connection.close(1000)


def turns(peer: Peer) -> None:
    peer.give(type="connected", request_id="r")
    hear(peer, until='{"type": "close"}')
    for kind, fields in (
        ("turn.start", {}),
        ("turn.update", {"transcript": "I need", "turn_id": "1"}),
        ("turn.brand_new", {"x": 1}),
        ("turn.end", {"transcript": "I need help."}),
    ):
        peer.give(type=kind, request_id="r", **fields)
    peer.connection.close(1000)


class Listener:
    """A session, sync or async, used the same way."""

    def __init__(self, twin: Twin, server: Server, channel: str, **query: Any) -> None:
        client = twin.make(api_key="k", base_url=server.url)
        self.session = getattr(client.stt, channel).websocket(**{**QUERY, **query})
        self.is_async = twin.is_async

    async def run(self, audio: Any) -> list[Any]:
        if self.is_async:
            async with self.session as session:
                return [event async for event in session.listen(audio)]

        def listen() -> list[Any]:
            with self.session as session:
                return list(session.listen(audio))

        return await asyncio.to_thread(listen)


async def test_a_manual_session(twin: Twin, server: Server) -> None:
    server.scripts = [manual]
    listener = Listener(twin, server, "manual_finalize", language="en", keyterm=["Sonic", "two words"], min_volume=0.1)
    found = await listener.run(AUDIO)
    assert [event.type for event in found] == ["transcript", "transcript", "flush_done", "done"]
    assert (found[0].text, found[0].is_final, found[1].text, found[1].is_final) == (
        "Hello wor",
        False,
        "12800 bytes",
        True,
    )
    assert (found[1].words[0].word, found[1].words[0].end, found[1].duration) == ("Hello", 0.4, 1.5)
    assert server.peers[0].path == (
        "/stt/websocket?model=ink-2&encoding=pcm_s16le&sample_rate=16000&language=en&keyterm=Sonic&keyterm=two+words"
        "&min_volume=0.1&cartesia_version=2026-08-14&api_key=k"
    )


async def test_a_session_of_turns(twin: Twin, server: Server) -> None:
    server.scripts = [turns]
    found = await Listener(twin, server, "auto_finalize", turn_end_timeout_ms=700).run([AUDIO[:100], AUDIO[100:]])
    assert [event.type for event in found] == ["connected", "turn.start", "turn.update", "unknown", "turn.end"]
    assert found[-1].transcript == "I need help."
    assert found[3].fields == {"type": "turn.brand_new", "request_id": "r", "x": 1}
    assert "turn_end_timeout_ms=700" in server.peers[0].path


async def test_audio_goes_in_whole_samples_of_a_tenth_of_a_second(twin: Twin, server: Server) -> None:
    frames: list[str | bytes] = []

    def script(peer: Peer) -> None:
        frames.extend(hear(peer, until="close"))
        peer.give(type="done", request_id="r")

    server.scripts = [script]
    await Listener(twin, server, "manual_finalize").run(AUDIO)
    assert [len(frame) for frame in frames] == [3200, 3200, 3200, 3200, len("close")]
    assert b"".join(frame for frame in frames if isinstance(frame, bytes)) == AUDIO


async def test_commands_by_hand(twin: Twin, server: Server) -> None:
    heard: list[str | bytes] = []

    def script(peer: Peer) -> None:
        heard.extend(peer.connection.recv(timeout=5) for _ in range(4))
        peer.give(type="done", request_id="r")

    server.scripts = [script]
    session = Listener(twin, server, "manual_finalize").session
    if twin.is_async:
        async with session:
            await session.send_raw(b"\1\2")
            await session.finalize()
            await session.send({"type": "config", "turn": {"start_threshold": 0.7}})
            await session.close_input()
            assert [event.type async for event in session] == ["done"]
    else:
        with session:
            session.send_raw(b"\1\2")
            session.finalize()
            session.send({"type": "config", "turn": {"start_threshold": 0.7}})
            session.close_input()
            assert [event.type for event in session] == ["done"]
    assert heard == [b"\1\2", "finalize", '{"type": "config", "turn": {"start_threshold": 0.7}}', "close"]


@pytest.mark.parametrize(
    ("fields", "kind", "sentence"),
    [
        ({"title": "Bad", "message": "No.", "status_code": 400, "request_id": "r"}, c.BadRequestError, "400: Bad: No"),
        ({"message": "Something: broke", "request_id": "r"}, c.InternalServerError, "500: Something: broke"),
    ],
)  # fmt: skip
async def test_an_error_raises_in_new_and_old_shape(
    twin: Twin, server: Server, fields: dict[str, Any], kind: type[Exception], sentence: str
) -> None:
    server.scripts = [lambda peer: peer.give(type="error", **fields)]
    with pytest.raises(kind, match=sentence):
        await Listener(twin, server, "manual_finalize").run(AUDIO)


@pytest.mark.parametrize("how", ["close", "reset", "malformed"])
async def test_a_session_that_is_lost_raises_within_a_second(twin: Twin, server: Server, how: str) -> None:
    def script(peer: Peer) -> None:
        peer.connection.recv(timeout=5)
        if how == "close":
            peer.connection.close(1011, "oops")
        elif how == "reset":
            peer.reset()
        else:
            peer.connection.send("{broken")

    server.scripts = [script]
    session = Listener(twin, server, "auto_finalize").session
    began = time.monotonic()
    if twin.is_async:

        async def wait() -> None:
            async with session:
                await session.send_raw(b"\1\2")
                async for _ in session:
                    pass

        with pytest.raises(c.APIConnectionError):
            await wait()
    else:

        def block() -> None:
            with session:
                session.send_raw(b"\1\2")
                for _ in session:
                    pass

        with pytest.raises(c.APIConnectionError):
            await asyncio.to_thread(block)
    assert time.monotonic() - began < 1.5


async def test_a_source_of_audio_that_fails_is_not_lost(twin: Twin, server: Server) -> None:
    server.scripts = [turns]

    def broken() -> Iterator[bytes]:
        yield b"\1\2"
        raise RuntimeError("the microphone is gone")

    async def abroken() -> AsyncIterator[bytes]:
        for piece in broken():
            yield piece

    with pytest.raises(RuntimeError, match="the microphone is gone"):
        await Listener(twin, server, "auto_finalize").run(abroken() if twin.is_async else broken())


async def test_a_source_that_is_cancelled_ends_the_session(server: Server) -> None:
    server.scripts = [lambda peer: None]

    async def cancelled() -> AsyncIterator[bytes]:
        yield AUDIO
        raise asyncio.CancelledError

    async with (
        c.AsyncCartesia(api_key="k", base_url=server.url) as client,
        client.stt.manual_finalize.websocket(**QUERY) as session,
    ):
        events = session.listen(cancelled())
        with pytest.raises(c.APIConnectionError, match="the input had not been ended"):
            await asyncio.wait_for(anext(events), 2)


async def test_a_session_is_a_context_manager(twin: Twin, server: Server) -> None:
    with pytest.raises(c.InvalidRequestError, match="with"):
        await done(Listener(twin, server, "manual_finalize").session.finalize())


async def test_a_rejected_handshake_raises_on_entering(twin: Twin, server: Server) -> None:
    server.rejections = [(403, {}, b"Forbidden: no grant")]
    with pytest.raises(c.PermissionDeniedError, match="GET /stt/websocket: 403: Forbidden: no grant"):
        await Listener(twin, server, "manual_finalize").run(AUDIO)


@pytest.mark.parametrize("channel", ["manual_finalize", "auto_finalize"])
@pytest.mark.parametrize("how", ["reset", "error code", "clean, but nothing said"])
async def test_an_ended_session_that_is_interrupted_is_an_error(
    twin: Twin, server: Server, channel: str, how: str
) -> None:
    """The transcript is not complete when the connection breaks. Only a session of turns ends with a clean close."""

    def script(peer: Peer) -> None:
        hear(peer, until="close" if channel == "manual_finalize" else '{"type": "close"}')
        if how == "reset":
            peer.reset()
        else:
            peer.connection.close(1011 if how == "error code" else 1000)

    server.scripts = [script]
    listener = Listener(twin, server, channel)
    if how.startswith("clean") and channel == "auto_finalize":
        assert await listener.run(AUDIO) == []
    else:
        with pytest.raises(c.APIConnectionError, match="before the transcript was complete"):
            await listener.run(AUDIO)


async def test_closing_elsewhere_wakes_a_reader_that_waits_for_events(twin: Twin, server: Server) -> None:
    server.scripts = [lambda peer: None]
    session = Listener(twin, server, "auto_finalize").session
    if twin.is_async:
        async with session:
            waiting = asyncio.ensure_future(session.recv())
            await asyncio.sleep(0.05)
            await session.close()
            with pytest.raises(c.APIConnectionError, match="closed locally"):
                await asyncio.wait_for(waiting, 1)
    else:
        with session:
            waiting = asyncio.ensure_future(asyncio.to_thread(session.recv))
            await asyncio.sleep(0.05)
            await asyncio.to_thread(session.close)
            with pytest.raises(c.APIConnectionError, match="closed locally"):
                await asyncio.wait_for(waiting, 1)


@pytest.mark.parametrize("kind", ["path", "file", "bytes", "wav bytes", "wav path"])
async def test_audio_comes_from_files_too(twin: Twin, server: Server, tmp_path: Path, kind: str) -> None:
    heard: list[bytes] = []

    def script(peer: Peer) -> None:
        heard.extend(frame for frame in hear(peer, until="close") if isinstance(frame, bytes))
        peer.give(type="done", request_id="r")

    server.scripts = [script]
    path = tmp_path / "sound"
    path.write_bytes((wav_header(16000) if kind.startswith("wav") else b"") + AUDIO)
    with path.open("rb") as file:
        sound = {"path": str(path), "file": file, "bytes": memoryview(AUDIO)}.get(
            kind, path.read_bytes() if kind == "wav bytes" else path
        )
        await Listener(twin, server, "manual_finalize").run(sound)
    assert b"".join(heard) == AUDIO
    assert all(len(frame) % 2 == 0 for frame in heard)


async def test_a_file_of_another_rate_is_rejected(twin: Twin, server: Server) -> None:
    server.scripts = [lambda peer: None]
    with pytest.raises(c.InvalidRequestError, match=r"pcm_s16le at 8000 Hz.*pcm_s16le at 16000 Hz"):
        await Listener(twin, server, "manual_finalize").run(wav_header(8000) + AUDIO)


def wav_header(rate: int) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((1, 2, rate, 0, "NONE", ""))
    return file.getvalue()
