"""The speech-to-text sockets against scripted servers, sync and async."""

from __future__ import annotations

import array
import asyncio
import gc
import io
import math
import os
import re
import struct
import threading
import time
import wave
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import cartesia_client as c
import pytest
from websockets.exceptions import ConnectionClosed

from tests.sockets.conftest import Peer, Server
from tests.unit.conftest import Twin, done, twin
from tests.waiting import AT_ONCE, at_once, until

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


async def test_the_version_in_the_headers_of_a_session_is_that_of_its_address(twin: Twin, server: Server) -> None:
    server.scripts = [manual] * 2
    for version in ({"extra_headers": {"cartesia-version": "2025-04-16"}}, {}):
        await Listener(twin, server, "manual_finalize", **version).run(AUDIO)
    assert [peer.path.partition("cartesia_version=")[2][:10] for peer in server.peers] == ["2025-04-16", "2026-08-14"]


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
            await session.send({"type": "finalize"})
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
async def test_a_session_that_is_lost_raises_at_once(twin: Twin, server: Server, how: str) -> None:
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
    if twin.is_async:

        async def wait() -> None:
            async with session:
                await session.send_raw(b"\1\2")
                async for _ in session:
                    pass

        with at_once(), pytest.raises(c.APIConnectionError):
            await wait()
    else:

        def block() -> None:
            with session:
                session.send_raw(b"\1\2")
                for _ in session:
                    pass

        with at_once(), pytest.raises(c.APIConnectionError):
            await asyncio.to_thread(block)


@pytest.mark.parametrize("how", ["listen to bytes", "listen to a microphone", "by hand"])
async def test_what_had_arrived_is_read_before_a_connection_that_closed(twin: Twin, server: Server, how: str) -> None:
    """The error of the service wins over the connection, which it closes afterwards."""

    def script(peer: Peer) -> None:
        peer.connection.recv(timeout=5)
        peer.give(type="transcript", text="Hello", is_final=True, request_id="r")
        peer.give(type="error", title="Out of credits", message="No.", status_code=402, request_id="r")
        peer.connection.close_timeout = 0.2  # it reads no more audio, and so not the close frame behind it either
        peer.connection.close(1000)

    server.scripts = [script]
    found: list[Any] = []
    listener = Listener(twin, server, "manual_finalize")

    def microphone() -> Iterator[bytes]:
        for _ in range(50):
            yield bytes(3200)
            time.sleep(0.02)

    async def amicrophone() -> AsyncIterator[bytes]:
        for _ in range(50):
            yield bytes(3200)
            await asyncio.sleep(0.02)

    async def run() -> None:
        source: Any = bytes(100_000) if how.endswith("bytes") else amicrophone() if twin.is_async else microphone()
        session = listener.session
        if twin.is_async:
            async with session:
                if how == "by hand":
                    async for piece in source:
                        await session.send_raw(piece)
                async for event in session.listen(source):
                    found.append(event)  # what came before an error must stay
            return
        with session:
            if how == "by hand":
                for piece in source:
                    session.send_raw(piece)
            for event in session.listen(source):
                found.append(event)

    with pytest.raises(c.PaymentRequiredError, match=r"402: Out of credits: No\."):
        await run()
    if how != "by hand":
        assert [event.text for event in found] == ["Hello"]


@pytest.mark.parametrize("ending", [1000, 1001, 1005, None])
@pytest.mark.parametrize("channel", ["manual_finalize", "auto_finalize"])
@pytest.mark.parametrize("is_done", [False, True])
async def test_captions_are_complete_only_after_a_proper_end(
    twin: Twin, server: Server, channel: str, ending: int | None, is_done: bool
) -> None:
    """That is `done` for a manual session, and 1000 for one of turns, which has no `done`."""

    def script(peer: Peer) -> None:
        while not str(peer.connection.recv(timeout=5)).strip("{}").endswith(("close", 'close"')):
            pass
        if channel == "auto_finalize":
            peer.give(type="turn.end", request_id="r", transcript="Hello.")
        else:
            peer.give(type="transcript", text="Hello.", is_final=True, request_id="r")
            if is_done:
                peer.give(type="done", request_id="r")
        if ending is None:
            peer.connection.socket.shutdown(2)
        elif ending == 1005:
            peer.connection.socket.sendall(b"\x88\x00")
        else:
            peer.connection.close(ending)

    server.scripts = [script]
    is_complete = is_done if channel == "manual_finalize" else ending == 1000
    if is_complete:
        found = await Listener(twin, server, channel).run(AUDIO[:100])
        assert found[0].type in ("transcript", "turn.end")
    else:
        with pytest.raises(c.APIConnectionError) as caught:
            await Listener(twin, server, channel).run(AUDIO[:100])
        assert (caught.value.received, caught.value.may_be_billed) == (1, True)


async def test_a_session_that_is_done_before_its_input_was_ended_is_not_complete(twin: Twin, server: Server) -> None:
    def script(peer: Peer) -> None:
        peer.connection.recv(timeout=5)
        peer.give(type="transcript", text="Hello.", is_final=True, request_id="r")
        peer.give(type="done", request_id="r")

    server.scripts = [script]
    session = Listener(twin, server, "manual_finalize").session
    await done(session.enter())
    await done(session.send_raw(b"\1\2"))
    assert (await done(session.recv())).text == "Hello."
    with pytest.raises(c.APIConnectionError, match="the input had not been ended") as caught:
        await done(session.recv())
    assert (caught.value.received, caught.value.may_be_billed) == (2, True)
    await done(session.close())


async def test_events_that_had_arrived_can_be_received_after_a_failed_send(twin: Twin, server: Server) -> None:
    def script(peer: Peer) -> None:
        peer.connection.recv(timeout=5)
        peer.give(type="transcript", text="Hello", is_final=True, request_id="r")
        peer.connection.close(1011)

    server.scripts = [script]
    session = Listener(twin, server, "manual_finalize").session
    await done(session.__aenter__() if twin.is_async else session.__enter__())
    await done(session.send_raw(b"\1\2"))

    async def send_until_it_fails() -> None:
        async with asyncio.timeout(AT_ONCE):
            while True:
                await asyncio.sleep(0.02)
                await done(session.send_raw(b"\1\2"))

    with pytest.raises(c.APIConnectionError, match="1011") as failed:
        await send_until_it_fails()
    assert failed.value.received == 1
    assert (await done(session.recv())).text == "Hello"
    with pytest.raises(c.APIConnectionError, match="1011") as caught:
        await done(session.recv())
    assert caught.value.received == 1
    await done(session.close())


async def test_a_session_that_was_closed_before_its_input_could_be_ended_is_not_complete(
    twin: Twin, server: Server
) -> None:
    """A clean close ends a session of turns, but not one that closed before the command to end arrived."""
    server.scripts = [lambda peer: peer.connection.close(1000, "connection idle timeout")]
    session = Listener(twin, server, "auto_finalize").session
    await done(session.__aenter__() if twin.is_async else session.__enter__())
    await until(lambda: not session._socket.is_open)  # the close frame has arrived
    with pytest.raises(c.APIConnectionError, match="connection idle timeout"):
        await done(session.close_input())
    with pytest.raises(c.APIConnectionError, match="the input had not been ended") as caught:
        await done(session.recv())
    assert caught.value.may_be_billed
    await done(session.close())


async def test_a_session_that_the_program_drops_ends_at_the_service(twin: Twin, server: Server) -> None:
    over = threading.Event()

    def script(peer: Peer) -> None:
        try:
            peer.connection.recv(timeout=AT_ONCE)
        except ConnectionClosed:
            over.set()

    server.scripts = [script]
    session = await done(Listener(twin, server, "manual_finalize").session.enter())
    assert session is not None
    session = None
    gc.collect()
    assert await asyncio.to_thread(over.wait, AT_ONCE)


async def test_what_is_no_audio_and_what_is_no_command_is_rejected_before_it_is_sent(
    twin: Twin, server: Server
) -> None:
    heard: list[Any] = []

    def script(peer: Peer) -> None:
        heard.extend(hear(peer, until='{"type": "close"}'))
        peer.connection.close(1000)

    server.scripts = [script]
    session = Listener(twin, server, "auto_finalize").session
    await done(session.__aenter__() if twin.is_async else session.__enter__())
    with pytest.raises(c.InvalidRequestError, match=r"stt\.manual_finalize"):
        await done(session.finalize())
    audio: Any
    for audio in ("text", "finalize", None, 7, [1, 2], object()):
        with pytest.raises(c.InvalidRequestError, match=r"audio must be bytes.*send\(\)"):
            await done(session.send_raw(audio))
    for command in (b"audio", None, 7):
        with pytest.raises(c.InvalidRequestError, match=r"send_raw\(\) sends audio"):
            await done(session.send(command))
    with pytest.raises(c.InvalidRequestError, match="'stop' is not a command of this session; it has close"):
        await done(session.send("stop"))
    with pytest.raises(c.InvalidRequestError, match=r"stt\.manual_finalize"):
        await done(session.send({"type": "finalize"}))
    unnamed: Any
    for unnamed in ({}, {"type": 1}, {"type": []}, {"turn": {}}):
        with pytest.raises(c.InvalidRequestError, match="is not a command of this session"):
            await done(session.send(unnamed))
    odd: Any
    for odd in (-1, 0, math.nan, "1", b"", 10**400, True, object()):
        with pytest.raises(c.InvalidRequestError, match="timeout must be more than 0 seconds, or None"):
            await done(session.recv_bytes(odd))
        with pytest.raises(c.InvalidRequestError, match="code must be 1000"):
            await done(session.close(code=odd))
    for odd in (None, 7, {}, object()):
        with pytest.raises(c.InvalidRequestError, match="data must be a message"):
            session.parse_event(odd)
    for odd in (None, 7, "\ud800", "x" * 124):
        with pytest.raises(c.InvalidRequestError, match="reason must be text of at most 123 bytes"):
            await done(session.close(reason=odd))
    circle: dict[str, Any] = {"type": "config"}
    circle["again"] = circle
    for config in (circle, {(1, 2): 3}, {"type": "config", "threshold": math.nan}, {"type": "\ud800"}):
        with pytest.raises(c.InvalidRequestError, match="the command"):
            await done(session.send(config))
    samples = array.array("h", range(100))
    await done(session.send_raw(samples))
    await done(session.send_raw(memoryview(samples)))
    await done(session.send({"type": "close"}))
    with pytest.raises(EOFError):
        await done(session.recv())
    assert heard == [samples.tobytes(), samples.tobytes(), '{"type": "close"}']
    await done(session.close())


async def test_a_session_is_entered_once(twin: Twin, server: Server) -> None:
    server.scripts = [manual]
    session = Listener(twin, server, "manual_finalize").session
    enter, leave = (session.__aenter__, session.__aexit__) if twin.is_async else (session.__enter__, session.__exit__)
    await done(enter())
    for _ in range(2):
        with pytest.raises(c.InvalidRequestError, match="in one block only"):
            await done(enter())
        await done(leave(None, None, None))
    assert server.requests == 1


async def test_two_readers_of_a_session_are_told_apart(twin: Twin, server: Server) -> None:
    server.scripts = [lambda peer: None]
    session = Listener(twin, server, "manual_finalize").session
    await done(session.__aenter__() if twin.is_async else session.__enter__())
    first = asyncio.ensure_future(session.recv() if twin.is_async else asyncio.to_thread(session.recv))
    await asyncio.sleep(0.1)
    with pytest.raises(c.InvalidRequestError, match="received from already"):
        await done(session.recv())
    await done(session.close())
    with pytest.raises(c.APIConnectionError, match="closed locally"):
        await first


def test_a_child_process_leaves_the_session_of_its_parent_alone(server: Server) -> None:
    """With a real fork: the child is rejected, and leaving the block there does not end the parent's session."""
    server.scripts = [manual]
    with (
        c.Cartesia(api_key="k", base_url=server.url) as client,
        client.stt.manual_finalize.websocket(**QUERY) as session,
    ):
        assert session.recv().type == "transcript"
        child = os.fork()
        if not child:  # pragma: no cover  # it runs in another process
            code = 1
            try:
                session.send_raw(b"\1\2")
            except c.InvalidRequestError as error:
                code = 0 if "before fork()" in str(error) else 2
                session.close()
                client.close()
            os._exit(code)
        assert os.waitpid(child, 0)[1] == 0
        assert [event.type for event in session.listen(AUDIO)] == ["transcript", "flush_done", "done"]


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
            await asyncio.wait_for(anext(events), AT_ONCE)


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
                await asyncio.wait_for(waiting, AT_ONCE)
    else:
        with session:
            waiting = asyncio.ensure_future(asyncio.to_thread(session.recv))
            await asyncio.sleep(0.05)
            await asyncio.to_thread(session.close)
            with pytest.raises(c.APIConnectionError, match="closed locally"):
                await asyncio.wait_for(waiting, AT_ONCE)


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


async def test_a_file_that_cannot_be_opened_is_an_error_of_the_argument(
    twin: Twin, server: Server, tmp_path: Path
) -> None:
    for path in (tmp_path / "nowhere.wav", tmp_path, "x" * 300, "\0"):
        server.scripts = [lambda peer: None]
        listener = Listener(twin, server, "manual_finalize")
        with pytest.raises(c.InvalidRequestError, match="audio cannot be read") as caught:
            await listener.run(path)
        assert isinstance(caught.value, FileNotFoundError) == (path == tmp_path / "nowhere.wav")


async def test_a_file_of_another_rate_is_rejected(twin: Twin, server: Server) -> None:
    server.scripts = [lambda peer: None]
    with pytest.raises(c.InvalidRequestError, match=r"pcm_s16le at 8000 Hz.*pcm_s16le at 16000 Hz"):
        await Listener(twin, server, "manual_finalize").run(wav_header(8000) + AUDIO)


STEPS = array.array("h", range(-6400, 6400))
PCM = STEPS.tobytes()


def riff(fmt: bytes, data: bytes, *, before: bytes = b"", after: bytes = b"", size: int | None = None) -> bytes:
    """Return a WAV file, whose size of the audio may be a placeholder."""
    size = len(data) if size is None else size
    body = b"WAVE" + before + chunk(b"fmt ", fmt) + b"data" + struct.pack("<I", size) + data + after
    return b"RIFF" + struct.pack("<I", min(len(body), 0xFFFFFFFF)) + body


def chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content


def fmt(tag: int = 1, bits: int = 16, channels: int = 1, rate: int = 16000) -> bytes:
    block = channels * bits // 8
    return struct.pack("<HHIIHH", tag, channels, rate, rate * block, block, bits)


def extensible(tag: int, bits: int, tail: str = "000000001000800000aa00389b71") -> bytes:
    guid = struct.pack("<H", tag) + bytes.fromhex(tail)
    return fmt(0xFFFE, bits) + struct.pack("<HHI", 22, bits, 4) + guid


def rf64(data: bytes, after: bytes, magic: bytes = b"RF64") -> bytes:
    sizes = chunk(b"ds64", struct.pack("<QQQI", 36 + len(data), len(data), len(data) // 2, 0))
    return magic + riff(fmt(), data, before=sizes, after=after, size=0xFFFFFFFF)[4:]


def wide(code: str, scale: float, offset: int = 0) -> bytes:
    """Return the steps in another width."""
    return struct.pack(f"<{len(STEPS)}{code}", *(type_of(code)(step * scale + offset) for step in STEPS))


def type_of(code: str) -> type:
    return float if code in "efd" else int


INFO = chunk(b"LIST", b"INFO" + b"x" * 2996)
IN_24_BIT = b"".join(struct.pack("<i", step << 8)[:3] for step in STEPS)
SOUND = {
    "plain": riff(fmt(), PCM),
    "extensible": riff(extensible(1, 16), PCM),
    "chunks before": riff(fmt(), PCM, before=chunk(b"bext", bytes(6000)) + INFO),
    "a large chunk before": riff(fmt(), PCM, before=chunk(b"JUNK", bytes(1_000_000))),
    "a chunk of odd length before": riff(fmt(), PCM, before=chunk(b"junk", b"abc") + b"\0"),
    "chunks after": riff(fmt(), PCM, after=INFO + chunk(b"id3 ", bytes(501)) + b"\0" + INFO),
    "no size": riff(fmt(), PCM, size=0xFFFFFFFF),
    "size nought": riff(fmt(), PCM, size=0),
    "RF64": rf64(PCM, INFO),
    "BW64": rf64(PCM, INFO, b"BW64"),
    "24 bit": riff(fmt(bits=24), IN_24_BIT),
    "24 bit, extensible": riff(extensible(1, 24), IN_24_BIT, after=INFO),
    "32 bit": riff(fmt(bits=32), wide("i", 65536), after=INFO),
    "float": riff(fmt(3, 32), wide("f", 1 / 32768)),
    "double, extensible": riff(extensible(3, 64), wide("d", 1 / 32768)),
    "half of the file, then the other": riff(fmt(), PCM[:9000], after=INFO) + riff(fmt(bits=24), IN_24_BIT[13500:]),
}


async def sent(twin: Twin, server: Server, sound: Any, **query: Any) -> bytes:
    heard: list[bytes] = []

    def script(peer: Peer) -> None:
        heard.extend(frame for frame in hear(peer, until="close") if isinstance(frame, bytes))
        peer.give(type="done", request_id="r")

    server.scripts = [script]
    await Listener(twin, server, "manual_finalize", **query).run(sound)
    assert all(heard)
    return b"".join(heard)


@pytest.mark.parametrize("name", SOUND)
async def test_only_the_sound_of_a_wav_file_is_sent(name: str, twin: Twin, server: Server) -> None:
    assert await sent(twin, server, SOUND[name]) == PCM


@pytest.mark.parametrize("size", [7, 3200, 65536])
@pytest.mark.parametrize("name", ["plain", "chunks before", "RF64", "24 bit", "half of the file, then the other"])
async def test_a_wav_file_may_come_in_pieces(name: str, size: int, twin: Twin, server: Server) -> None:
    pieces = [SOUND[name][start : start + size] for start in range(0, len(SOUND[name]), size)]
    assert await sent(twin, server, iter(pieces)) == PCM
    if twin.is_async:

        async def microphone() -> AsyncIterator[bytes]:
            for piece in pieces:
                yield piece

        assert await sent(twin, server, microphone()) == PCM


async def test_each_piece_may_be_a_wav_file(twin: Twin, server: Server) -> None:
    halves = [riff(fmt(), half, size=0xFFFFFFFF) for half in (PCM[:9000], PCM[9000:])]
    assert await sent(twin, server, halves) == PCM


@pytest.mark.parametrize("encoding", ["pcm_s32le", "pcm_f32le", "pcm_f16le"])
async def test_pcm_is_converted_to_the_encoding_of_the_session(encoding: str, twin: Twin, server: Server) -> None:
    code, scale = {"pcm_s32le": ("i", 65536), "pcm_f32le": ("f", 1 / 32768), "pcm_f16le": ("e", 1 / 32768)}[encoding]
    assert await sent(twin, server, SOUND["plain"], encoding=encoding) == wide(code, scale)
    assert await sent(twin, server, riff(fmt(3 if "f" in encoding else 1, 32), PCM), encoding=encoding)


async def test_logarithmic_samples_are_sent_as_they_are(twin: Twin, server: Server) -> None:
    for tag, encoding in ((6, "pcm_alaw"), (7, "pcm_mulaw")):
        assert await sent(twin, server, riff(fmt(tag, 8), PCM, after=INFO), encoding=encoding) == PCM


@pytest.mark.parametrize("code", "bhiqfd")
async def test_a_buffer_is_sent_whole_whatever_its_items(code: str, twin: Twin, server: Server) -> None:
    view = memoryview(PCM).cast("B").cast(code)  # type: ignore[call-overload]
    for sound in (view, [view], array.array(code, PCM), bytearray(PCM)):
        assert await sent(twin, server, sound) == PCM
    assert await sent(twin, server, memoryview(PCM + PCM)[::2]) == (PCM + PCM)[::2]


@pytest.mark.parametrize("code", "bhd")
async def test_send_raw_takes_any_buffer(code: str, twin: Twin, server: Server) -> None:
    heard: list[str | bytes] = []

    def script(peer: Peer) -> None:
        heard.extend(hear(peer, until="close"))
        peer.give(type="done", request_id="r")

    def speak(session: Any) -> None:
        with session:
            session.send_raw(array.array(code, PCM))
            session.close_input()
            list(session)

    server.scripts = [script]
    session = Listener(twin, server, "manual_finalize").session
    if twin.is_async:
        async with session:
            await session.send_raw(array.array(code, PCM))
            await session.close_input()
            assert [event.type async for event in session] == ["done"]
    else:
        await asyncio.to_thread(speak, session)
    assert heard == [PCM, "close"]


def mp3(*, tag: bool) -> bytes:
    frame = b"\xff\xfb\x90\x64" + bytes(413)
    return (b"ID3\4\0\0\0\0\0\x0a" + bytes(10) if tag else b"") + frame * 4


REJECTED: dict[str, tuple[Any, str]] = {
    "MP3 with a tag": (mp3(tag=True), "MP3"),
    "MP3": (mp3(tag=False), "MP3"),
    "MP2": ((b"\xff\xfd\x84\xc4" + bytes(380)) * 6, "MP2"),
    "QCP": (b"RIFF\0\1\0\0QLCMfmt " + bytes(400), "RIFF QLCM"),
    "AAC": ((b"\xff\xf1\x50\x80\x04\x1f\xfc" + bytes(25)) * 9, "AAC"),
    "FLAC": (b"fLaC" + bytes(99), "FLAC"),
    "Ogg": (b"OggS" + bytes(99), "Ogg"),
    "WebM": (b"\x1aE\xdf\xa3" + bytes(99), "WebM"),
    "M4A": (b"\0\0\0\x20ftypM4A " + bytes(99), "M4A"),
    "AIFF": (b"FORM\0\0\0\x99AIFFCOMM" + bytes(99), "AIFF"),
    "Ogg in pieces": ([b"Og", b"gS", bytes(99)], "Ogg"),
    "MP3 in pieces": ([mp3(tag=False)[start : start + 50] for start in range(0, 1600, 50)], "MP3"),
    "MP3 in WAV": (riff(fmt(0x55, 16), PCM), "MP3"),
    "ADPCM in WAV": (riff(fmt(2, 4), PCM), "ADPCM"),
    "another id in WAV": (riff(extensible(1, 16, "ff" * 14), PCM), "wav_65534_16"),
    "mu-law in WAV": (riff(fmt(7, 8), PCM), "pcm_mulaw"),
    "stereo": (riff(fmt(channels=2), PCM), "2 channel"),
    "another rate": (riff(fmt(rate=44100), PCM), "pcm_s16le at 44100 Hz"),
    "a header that is cut": (SOUND["chunks before"][:3000], "ends before its audio"),
    "a header without a format": (b"RIFF\x24\0\0\0WAVE" + chunk(b"data", PCM), "header cannot be read"),
    "text": (["RIFF?"], "got str"),
    "a text file": (io.StringIO("text"), "got str"),
    "numbers": ([1, 2], "got int"),
    "a number": (7, "got int"),
    "nothing": (None, "got NoneType"),
}


@pytest.mark.parametrize("name", REJECTED)
async def test_what_is_no_pcm_is_rejected_by_name(name: str, twin: Twin, server: Server) -> None:
    heard: list[str | bytes] = []
    server.scripts = [lambda peer: heard.append(peer.connection.recv(timeout=5))]
    sound, says = REJECTED[name]
    with pytest.raises(c.InvalidRequestError, match=re.escape(says)):
        await Listener(twin, server, "manual_finalize").run(sound)
    assert heard == []


@pytest.mark.parametrize(
    "sound",
    [
        b"",
        b"\1",
        b"\xff" * 9000,
        b"\xff\xfb" * 4000,
        b"\xff\xfb\x90\x64" + bytes(9000),
        b"\xff\xf1\x50\x80\x04\x1f\xfc" + b"\1" * 9000,
        b"\xff\xfb\x90\x64",
        b"RIFF\0\0\0\0AVE " + bytes(99),
    ],
)
async def test_samples_that_look_like_a_file_are_sent(sound: bytes, twin: Twin, server: Server) -> None:
    assert await sent(twin, server, sound) == sound
    assert await sent(twin, server, [sound[start : start + 3] for start in range(0, len(sound), 3)]) == sound


def wav_header(rate: int) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((1, 2, rate, 0, "NONE", ""))
    return file.getvalue()
