"""Whether a frame has arrived is seen in the queue of the library, without reading; without the queue, only reading tells.

Tasks ask the system, too, in place of letting the event loop receive.
"""

from __future__ import annotations

import select
import time
from collections.abc import Callable
from socket import socket as Socket
from socket import socketpair
from types import SimpleNamespace
from typing import Any

import pytest
from cartesia_io.sockets.keepalive import SocketTimeouts
from cartesia_io.sockets.watched import WatchedSocket
from cartesia_io.sockets.websocket import AsyncSocket
from websockets.asyncio.messages import Assembler as AsyncAssembler
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.sync.messages import Assembler


class Bare(WatchedSocket):
    def _start_ping(self) -> None: ...

    def abort(self) -> None: ...


def socket(messages: Any, state: State = State.OPEN) -> WatchedSocket:
    connection = SimpleNamespace(recv_messages=messages, protocol=SimpleNamespace(state=state))
    return Bare(connection, SocketTimeouts(), time.monotonic)


@pytest.mark.parametrize("kind", [Assembler, AsyncAssembler])
async def test_a_frame_in_the_queue_of_the_library_is_unread(kind: Callable[[], Any]) -> None:
    messages = kind()
    assert not socket(messages).has_unread, "the library no longer has its queue: catching up is slower than it need be"
    messages.put(Frame(Opcode.TEXT, b"{}"))
    assert socket(messages).has_unread


@pytest.mark.parametrize("kind", [Assembler, AsyncAssembler])
async def test_the_end_of_a_connection_is_unread(kind: Callable[[], Any]) -> None:
    assert socket(kind(), State.CLOSED).has_unread


async def test_without_the_queue_only_reading_tells() -> None:
    assert socket(SimpleNamespace()).has_unread
    assert socket(SimpleNamespace(frames=object())).has_unread


def over(pair: tuple[Socket, Socket]) -> Any:
    """Return a connection of the library over one of two sockets of the system."""
    transport = SimpleNamespace(get_extra_info={"socket": pair[0]}.get)
    return SimpleNamespace(
        recv_messages=AsyncAssembler(), protocol=SimpleNamespace(state=State.OPEN), transport=transport, send=None
    )


async def test_what_the_system_has_received_has_arrived() -> None:
    near, far = pair = socketpair()
    with near, far:
        connection = AsyncSocket(over(pair), SocketTimeouts(None))
        assert not connection.has_arrived
        far.send(b"x")
        assert connection.has_arrived
        assert near.recv(9) == b"x"
        assert not connection.has_arrived
        connection._connection.recv_messages.put(Frame(Opcode.TEXT, b"{}"))
        assert connection.has_arrived


async def test_the_end_of_a_connection_of_the_system_has_arrived() -> None:
    near, far = pair = socketpair()
    with near:
        connection = AsyncSocket(over(pair), SocketTimeouts(None))
        far.close()
        assert connection.has_arrived


@pytest.mark.parametrize("lacks", ["poll", "socket", "transport"])
async def test_where_the_system_cannot_be_asked_something_may_have_arrived(
    lacks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    near, far = pair = socketpair()
    with near, far:
        found = over(pair)
        if lacks == "poll":  # Windows
            monkeypatch.delattr(select, "poll")
        elif lacks == "socket":
            found.transport.get_extra_info = {}.get
        else:
            del found.transport
        assert AsyncSocket(found, SocketTimeouts(None)).has_arrived
