"""Frames are sent in fewer steps than the library takes, and all else is as with its own method."""

from __future__ import annotations

import asyncio
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from cartesia_io.sockets.sending import asender, sender
from websockets.asyncio.client import connect as aconnect
from websockets.exceptions import ConnectionClosed
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
