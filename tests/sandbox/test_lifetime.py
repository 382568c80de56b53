"""Sandboxes that start and stop: quickly, and nothing that had arrived or was being sent is lost."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import threading
import time
from urllib.parse import urlsplit

import httpx
import pytest
from cartesia_sandbox import Sandbox
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.sandbox.common import KEYED, speech


def address_of(sandbox: Sandbox) -> tuple[str, int]:
    url = urlsplit(sandbox.url)
    assert url.hostname
    assert url.port
    return url.hostname, url.port


def test_a_sandbox_starts_and_stops_with_little_work_and_without_waiting() -> None:
    with Sandbox() as first:  # reads the contract
        first.engine.load()

    def is_quick() -> bool:
        began, worked = time.monotonic(), time.thread_time()
        for _ in range(10):
            with Sandbox():
                pass
        # The ten stops took two seconds when they were waited for.
        return time.thread_time() - worked < 0.2 and time.monotonic() - began < 1.5

    assert any(is_quick() for _ in range(8))  # one that is undisturbed shows what it costs


def test_a_request_that_had_arrived_before_the_stop_is_in_the_journal() -> None:
    with Sandbox() as own:
        lines = [socket.create_connection(address_of(own)) for _ in range(5)]
        for line in lines:
            line.sendall(
                b"GET /voices HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: any\r\nCartesia-Version: 2026-08-14\r\n\r\n"
            )
    assert [each.status for each in own.journal.requests()] == [200] * 5
    for line in lines:
        assert b"HTTP/1.1 200" in line.recv(100)
        line.close()


def test_a_response_in_progress_is_sent_to_its_end() -> None:
    own = Sandbox().start()
    own.fail("delay", seconds=0.2)
    got: list[httpx.Response] = []
    asking = threading.Thread(target=lambda: got.append(httpx.get(own.url, trust_env=False)))
    asking.start()
    own.journal.wait_for(len)
    own.close()
    asking.join()
    assert got[0].status_code == 200
    assert own.journal.last.seconds is not None


def test_the_frames_and_the_end_of_an_open_socket_are_in_the_journal() -> None:
    own = Sandbox().start()
    with connect(f"ws{own.url[4:]}/tts/websocket", additional_headers=KEYED, proxy=None) as line:
        line.send(json.dumps(speech(context_id="a")))
        while not json.loads(line.recv(timeout=30))["done"]:
            pass
        line.send(json.dumps(speech(context_id="last")))
        own.close()
        with contextlib.suppress(ConnectionClosed):
            for _ in line:
                pass
    request = own.journal.only("tts.websocket")
    assert [frame.message["context_id"] for frame in own.journal.frames(direction="received")] == ["a", "last"]
    assert (request.close_code, request.seconds is not None) == (1012, True)


def test_the_port_is_free_after_the_stop() -> None:
    with Sandbox() as own, httpx.Client(base_url=own.url, trust_env=False) as client:
        port = address_of(own)[1]
        client.get("/")
    with Sandbox(port=port) as again:
        assert httpx.get(again.url, trust_env=False).status_code == 200


def test_sandboxes_of_a_process_share_the_voice_and_nothing_else() -> None:
    with Sandbox(seed=1) as one, Sandbox(seed=2) as other:
        assert one.engine.load() is other.engine.load()
        said = [httpx.post(f"{each.url}/tts/bytes", json=speech(), headers=KEYED, timeout=60) for each in (one, other)]
        assert said[0].content != said[1].content
        assert (len(one.journal), len(other.journal)) == (1, 1)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # Python 3.12 says that there are threads
def test_a_forked_process_speaks_with_a_voice_of_its_own() -> None:
    with Sandbox() as own:
        own.engine.load()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            with Sandbox() as forked:
                answer = httpx.post(f"{forked.url}/tts/bytes", json=speech(), headers=KEYED, timeout=60)
                code = 0 if answer.status_code == 200 else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


SPEAKING = """
import json
from cartesia_sandbox import Sandbox
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
body = json.loads(%r)
with Sandbox() as own, connect(f"ws{own.url[4:]}/tts/websocket", additional_headers=%r, proxy=None, close_timeout=0) as line:
    line.send(json.dumps(body))
    line.recv(timeout=60)
    own.close()
"""


@pytest.mark.slow
def test_a_program_ends_well_while_the_voice_loads_or_speaks() -> None:
    idle = "from cartesia_sandbox import Sandbox\nwith Sandbox(): pass"
    busy = SPEAKING % (json.dumps(speech(context_id="a", transcript="One sentence of many. " * 20)), KEYED)
    for program in (idle, busy):
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
        assert (done.returncode, done.stderr) == (0, "")
