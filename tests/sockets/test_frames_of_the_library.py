"""Frames are sent, and taken, in fewer steps than the library takes, and all else is as with its own methods."""

from __future__ import annotations

import asyncio
from collections import deque
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from cartesia_io.sockets.frames import asender, sender, taker
from hypothesis import given as arriving
from hypothesis import strategies as st
from websockets.asyncio.client import connect as aconnect
from websockets.asyncio.messages import Assembler
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode
from websockets.sync.client import connect

from tests.sockets.conftest import Peer, Server
from tests.unit.conftest import done

FRAMES: list[str | bytes] = ["text", "é\u20ac", "", b"sound", b"", bytes(70_000), "x" * 300]
BOTH = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
ENDS = {
    "complete": lambda peer: peer.connection.close(1000),
    "with a code": lambda peer: peer.connection.close(4001, "enough"),
    "reset": Peer.reset,
    "here": bool,
    "refused": bool,
}


async def opened(server: Server, is_async: bool) -> Any:
    address = server.url.replace("http", "ws", 1)
    return await aconnect(address) if is_async else connect(address).__enter__()


def refuse() -> None:
    raise OSError("no buffer")


async def outcome(server: Server, is_async: bool, end: str, lean: bool) -> Any:
    """Return what a frame raises that is sent once the connection has ended, and another one after that."""
    connection = await opened(server, is_async)
    send = (asender if is_async else sender)(connection) if lean else connection.send
    await done(send("first"))
    if end == "here":
        await done(connection.close(1000))
    elif end == "refused":
        connection.send_data = refuse
    elif is_async:
        await connection.wait_closed()
    else:
        await asyncio.to_thread(connection.recv_events_thread.join, 5)
    found: list[object] = [end]
    for _ in range(2):
        with pytest.raises(ConnectionClosed) as caught:
            await done(send(b"second"))
        error = caught.value
        found += [type(error), str(error), repr(error.__cause__), connection.protocol.state]
    return found


@BOTH
@pytest.mark.parametrize("end", ENDS)
async def test_a_connection_that_has_ended_says_so_as_with_the_library(
    server: Server, is_async: bool, end: str
) -> None:
    def script(peer: Peer) -> None:
        peer.connection.recv(timeout=5)
        ENDS[end](peer)

    server.scripts = [script]
    found = [await outcome(server, is_async, end, lean) for lean in (False, True)]
    assert found[0] == found[1]


@BOTH
async def test_frames_arrive_as_they_were_given(server: Server, is_async: bool) -> None:
    arrived: list[str | bytes] = []
    server.scripts = [lambda peer: arrived.extend(peer.connection.recv(timeout=5) for _ in FRAMES)]
    connection = await opened(server, is_async)
    send = (asender if is_async else sender)(connection)
    assert isinstance(send, partial), (
        "the library has no longer the names that are used: sending is slower than it need be"
    )
    for frame in FRAMES:
        await done(send(frame))
    await done(connection.close())
    server.wait()
    assert arrived == FRAMES


@BOTH
@pytest.mark.parametrize("lacks", ["send_data", "send_context", "protocol_mutex", "paused"])
def test_without_the_names_of_the_library_its_own_method_sends(is_async: bool, lacks: str) -> None:
    names = {"send", "send_data", "send_context", "paused" if is_async else "protocol_mutex"} - {lacks}
    connection = SimpleNamespace(**dict.fromkeys(names, print))
    is_lean = (asender if is_async else sender)(connection) is not print
    assert is_lean is (lacks == ("protocol_mutex" if is_async else "paused"))


def frames(pieces: list[int]) -> list[Frame]:
    """Return messages in so many pieces each. Their text tells them apart."""
    return [
        Frame(Opcode.CONT if piece else Opcode.TEXT, bytearray(b"%d.%d " % (number, piece)), piece == count - 1)
        for number, count in enumerate(pieces)
        for piece in range(count)
    ]


async def read(given: list[list[int]], high: int, is_lean: bool) -> list[object]:
    """Return the messages that are read, and when the library pauses and resumes."""
    found: list[object] = []
    messages = Assembler(high, None, lambda: found.append("pause"), lambda: found.append("resume"))
    take = taker(SimpleNamespace(recv_messages=messages))
    assert isinstance(take, partial), "the library has no longer the names that are used: reading takes more steps"
    for pieces in given:
        for frame in frames(pieces):
            messages.put(frame)
        for _ in pieces:
            data = take() if is_lean else None
            found.append(await messages.get(decode=False) if data is None else data)
    assert take() is None
    return found


@arriving(st.lists(st.lists(st.sampled_from([1, 1, 1, 2, 3]), max_size=40), max_size=4), st.integers(0, 20))
async def test_messages_that_have_arrived_are_taken_as_the_library_gives_them(
    given: list[list[int]], high: int
) -> None:
    assert await read(given, high, True) == await read(given, high, False)


async def test_nothing_is_taken_from_a_reader_that_waits() -> None:
    messages = Assembler()
    take = taker(SimpleNamespace(recv_messages=messages))
    reading = asyncio.create_task(messages.get(decode=False))
    await asyncio.sleep(0)
    messages.put(frames([1])[0])
    assert take() is None
    assert await reading == b"0.0 "


@pytest.mark.parametrize("lacks", ["get_in_progress", "maybe_resume", "frames", "queue", "recv_messages"])
def test_without_the_names_of_the_library_its_own_method_receives(lacks: str) -> None:
    queue = SimpleNamespace(queue=deque(frames([1])))
    messages = SimpleNamespace(get_in_progress=False, maybe_resume=bool, frames=queue)
    connection = SimpleNamespace(recv_messages=messages)
    for each in (connection, messages, queue):
        each.__dict__.pop(lacks, None)
    assert taker(connection)() is None
