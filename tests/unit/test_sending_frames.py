"""What sending a frame over a socket takes, and what it says of the life of the line, on a clock and a connection of our own."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import cartesia_client as c
import pytest
from cartesia_io.sockets.keepalive import Keepalive, SocketTimeouts
from cartesia_io.sockets.websocket import AsyncSocket, Socket
from cartesia_io.steps import finish
from websockets.protocol import State

NEVER = SocketTimeouts(ping_interval=None)
QUERY: Any = {"model": "ink-whisper", "encoding": "pcm_s16le", "sample_rate": 16000}


class Line:
    """A connection of the library of threads. What is done while a frame is sent is set by hand."""

    def __init__(self) -> None:
        self.protocol = SimpleNamespace(state=State.OPEN, close_rcvd=None)
        self.recv_messages = SimpleNamespace(paused=False)
        self.pings = 0
        self.meanwhile: Callable[[], object] = bool

    def send(self, frame: str | bytes) -> None:
        self.meanwhile()

    def close(self, code: int, reason: str) -> None: ...

    def ping(self) -> None:
        self.pings += 1


class AsyncLine(Line):
    """The same, for tasks."""

    transport = SimpleNamespace(is_closing=bool, get_extra_info=lambda name: None)

    async def send(self, frame: str | bytes) -> None:  # type: ignore[override]
        self.meanwhile()


class Checked(Socket):
    """A socket that checks itself when it is told to."""

    def __init__(self, line: Line) -> None:
        super().__init__(line, NEVER)
        self.now = 0.0
        self._clock = lambda: self.now
        self._keepalive = Keepalive(SocketTimeouts(), 0.0)

    def check(self, seconds: int = 1) -> None:
        for _ in range(seconds):
            self.now += 1.0
            self._check()

    def _start_ping(self) -> None:
        self._connection.ping()

    def abort(self) -> None:
        pass  # there is nothing to end


def test_frames_that_go_out_at_once_say_nothing_of_the_other_side() -> None:
    line = Line()
    socket = Checked(line)
    for _ in range(25):
        socket.send(b"sound")
        socket.check()
    assert line.pings == 1
    assert not socket.is_running


@pytest.mark.parametrize("checks", [1, 3])
def test_a_frame_that_had_to_wait_until_the_other_side_had_read_is_a_sign_of_life(checks: int) -> None:
    line = Line()
    socket = Checked(line)
    line.meanwhile = lambda: socket.check(checks)
    for _ in range(25):
        socket.send(b"sound")
    assert line.pings == 0
    assert socket.is_open


def test_a_frame_that_never_goes_out_is_no_sign_of_life() -> None:
    line = Line()
    socket = Checked(line)
    line.meanwhile = lambda: socket.check(25)
    socket.send(b"sound")
    assert line.pings == 1
    assert not socket.is_running


def calls(work: Callable[[], object]) -> list[str]:
    """Return the functions of this project that are called."""
    found: list[str] = []

    def note(frame: Any, event: str, argument: object) -> None:
        if event == "call" and "cartesia_" in frame.f_code.co_filename:
            found.append(frame.f_code.co_name)

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return found


def test_a_piece_of_sound_is_sent_in_few_steps() -> None:
    session = c.Cartesia(api_key="x").stt.manual_finalize.websocket(**QUERY)
    session._session.enter(time.monotonic)
    session._socket = Socket(Line(), NEVER)
    assert len(calls(lambda: session.send_raw(bytes(3200)))) <= 7


async def test_a_piece_of_sound_is_sent_in_as_few_steps_by_a_task() -> None:
    session = c.AsyncCartesia(api_key="x").stt.manual_finalize.websocket(**QUERY)
    session._session.enter(asyncio.get_running_loop().time)
    session._socket = AsyncSocket(AsyncLine(), NEVER)
    assert len(calls(lambda: finish(session.send_raw(bytes(3200))))) - 1 <= 7
