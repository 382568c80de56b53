"""Whether a frame has arrived is seen in the queue of the library, without reading; without the queue, only reading tells."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from cartesia_io.sockets.keepalive import SocketTimeouts
from cartesia_io.sockets.watched import WatchedSocket
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
