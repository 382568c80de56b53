"""Threads that share a socket: each is woken for what it waits for, and another one reads when the reader leaves."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any

import pytest
from cartesia_io import forks
from cartesia_io.sockets.sync_connection import SyncConnection

THREADS, EVENTS = 20, 30


class Talk:
    """A conversation."""

    requested_at, is_response_due, is_behind, opened = 0.0, False, False, True

    def __init__(self, name: str) -> None:
        self.id, self.ended, self.looks = name, False, 0
        self._events: deque[Any] = deque()

    @property
    def events(self) -> deque[Any]:
        """What has arrived, as each thread looks for it that is woken."""
        self.looks += 1
        return self._events

    def take(self) -> Any:
        return self._events.popleft() if self._events else None

    def late(self, seconds: float) -> Exception:
        return TimeoutError(seconds)


class Protocol:
    """Gives the event b"3:..." to conversation 3."""

    clock, lost, has_pending_cancels, loss = time.monotonic, None, False, ConnectionError

    def __init__(self, talks: list[Talk]) -> None:
        self.talks = talks

    def feed(self, data: bytes) -> tuple[Talk, ...]:
        talk = self.talks[int(data.partition(b":")[0])]
        talk._events.append(data)
        talk.ended = data.endswith(b"last")
        return (talk,)

    def end_if_lost(self, conversation: Any) -> None:
        pass


class Line:
    """A socket, for one reader at a time."""

    received, is_open, is_owner = 0, True, True

    def __init__(self) -> None:
        self.frames: SimpleQueue[bytes] = SimpleQueue()
        self._reader = threading.Lock()

    def check_owner(self) -> None:
        pass

    def recv(self, timeout: float) -> bytes:
        assert self._reader.acquire(blocking=False), "two threads read at once"
        try:
            return self.frames.get(timeout=5)
        finally:
            self._reader.release()


def events(connection: SyncConnection[Any], talk: Talk) -> list[bytes]:
    found = []
    while (event := connection.receive(talk, connection.patience(talk, None))) is not None:  # type: ignore[arg-type]
        found.append(event)
    return found


def test_each_thread_is_woken_for_its_own_events_alone() -> None:
    talks, line = [Talk(str(number)) for number in range(THREADS)], Line()
    connection: SyncConnection[Any] = SyncConnection(line, Protocol(talks), None)  # type: ignore[arg-type]
    with ThreadPoolExecutor(THREADS) as pool:
        reading = [pool.submit(events, connection, talk) for talk in talks]
        for turn in range(EVENTS):
            for number in range(THREADS):
                line.frames.put(b"%d:%s" % (number, b"last" if turn == EVENTS - 1 else b"%d" % turn))
        found = [each.result(30) for each in reading]
    assert [len(each) for each in found] == [EVENTS] * THREADS
    assert all(each[0].startswith(b"%d:" % number) for number, each in enumerate(found))
    # If all threads looked for each frame, each would look as often as there are frames.
    assert sum(talk.looks for talk in talks) < THREADS * EVENTS * 8
    assert not connection._waiting


def test_another_thread_reads_when_the_reader_leaves() -> None:
    talks, line = [Talk("0"), Talk("1")], Line()
    connection: SyncConnection[Any] = SyncConnection(line, Protocol(talks), None)  # type: ignore[arg-type]
    with ThreadPoolExecutor(2) as pool:
        reading = [pool.submit(events, connection, talk) for talk in talks]
        for frame in (b"0:last", b"1:last"):
            line.frames.put(frame)
        assert [each.result(10) for each in reading] == [[b"0:last"], [b"1:last"]]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_is_another_one() -> None:
    before = forks.process()
    assert forks.process() is before
    if (child := os.fork()) == 0:
        os._exit(forks.process() is before)
    assert os.waitpid(child, 0)[1] == 0
