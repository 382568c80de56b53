"""Concurrency limits of plans: they reject one use too many, and every use ends."""

from __future__ import annotations

import contextlib
import json
import random
import socket
import struct
import threading
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from cartesia_sandbox import Sandbox
from cartesia_sandbox.description.errors import APIError
from cartesia_sandbox.state.limits import PLANS, Limits
from cartesia_sandbox.voice.pacing import Pace
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
FIELDS: dict[str, Any] = {"model_id": "sonic-3.5", "voice": KATIE, "output_format": RAW}
LISTEN = "/stt/websocket?model=ink-2&encoding=pcm_s16le&sample_rate=16000&"
NEW = "2026-08-14"
EXTRA: dict[str, dict[str, Any]] = {"flush": {"flush": True}, "wrong": {"voice": "nobody"}}


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    """Return one client for all requests of a test: creating one takes as long as a request."""
    with httpx.Client(trust_env=False, timeout=30, headers={"Cartesia-Version": NEW, "X-API-Key": "k"}) as client:
        yield client


@pytest.fixture
def free() -> Iterator[Sandbox]:
    with Sandbox(plan="free", context_seconds=30) as running:
        yield running


def speaking(own: Sandbox, version: str = NEW) -> ClientConnection:
    # A client that has stopped reading cannot close; these tests do not read to the end.
    return connect(f"ws{own.url[4:]}/tts/websocket?cartesia_version={version}&api_key=k", max_queue=None)


def listening(own: Sandbox) -> ClientConnection:
    return connect(f"ws{own.url[4:]}{LISTEN}cartesia_version={NEW}&api_key=k")


def take(raw: ClientConnection) -> dict[str, Any]:
    response: dict[str, Any] = json.loads(raw.recv(timeout=10))
    return response


def until(raw: ClientConnection, kind: str) -> dict[str, Any]:
    while (event := take(raw))["type"] != kind:
        assert event["type"] != "error", event
    return event


def begin(raw: ClientConnection, name: str, *, more: bool = True, text: str = "Hello there.") -> None:
    voice = {"mode": "id", "id": KATIE}  # as every version takes it
    raw.send(json.dumps({**FIELDS, "voice": voice, "context_id": name, "transcript": text, "continue": more}))


def post(
    http: httpx.Client, own: Sandbox, path: str = "/tts/bytes", version: str = NEW, text: str = "Hi."
) -> httpx.Response:
    headers = {"Cartesia-Version": version}
    return http.post(
        f"{own.url}{path}", json={**FIELDS, "voice": {"mode": "id", "id": KATIE}, "transcript": text}, headers=headers
    )


def settled(own: Sandbox) -> dict[str, int]:
    """Return what is in use, as soon as nothing is, or after five seconds."""
    end = time.monotonic() + 5
    while own.limits.taken and time.monotonic() < end:
        time.sleep(0.01)
    return own.limits.taken


def test_a_plan_counts_until_a_lease_is_released() -> None:
    limits = Limits("free")
    leases = [limits.acquire("tts") for _ in range(PLANS["free"].contexts)]
    with pytest.raises(APIError) as caught:
        limits.acquire("tts")
    assert (caught.value.status, caught.value.code) == (429, "concurrency_limited")
    limits.acquire("stt")
    leases[0].release()
    leases[0].release()
    limits.acquire("tts")
    with pytest.raises(APIError):
        limits.acquire("tts")
    with pytest.raises(ValueError, match="there is no plan 'gold'; there are free, pro"):
        Sandbox(plan="gold")


def test_without_a_plan_there_is_no_limit() -> None:
    limits = Limits()
    assert [limits.acquire("tts") for _ in range(1000)]


def test_one_context_too_many_fails_and_the_socket_stays_open(free: Sandbox) -> None:
    with speaking(free) as raw, speaking(free) as other:
        for name in ("a", "b"):
            begin(raw, name)
            until(raw, "chunk")
        begin(other, "c")
        error = take(other)
        assert (error["type"], error["context_id"], error["done"]) == ("error", "c", True)
        assert (error["status_code"], error["error_code"]) == (429, "concurrency_limited")
        begin(raw, "a", text="Once more.")  # counts once, however many frames
        begin(raw, "a", more=False, text="And the end.")
        while take(raw).get("done") is not True:
            pass
        begin(other, "c", more=False)
        until(other, "done")


def test_old_versions_get_the_error_in_their_shape(http: httpx.Client, free: Sandbox) -> None:
    with speaking(free, "2025-04-16") as raw:
        for name in "ab":
            begin(raw, name)
        begin(raw, "c")
        while (event := take(raw))["type"] != "error":
            pass
        assert event["error"] == "Too many concurrent requests: You have exceeded your plan's concurrency limit."
        response = post(http, free, version="2025-04-16")
        assert (response.status_code, response.text) == (429, event["error"])


@pytest.mark.parametrize("ending", ["cancel", "finish", "disconnect", "error"])
def test_a_context_that_ends_frees_its_place(http: httpx.Client, free: Sandbox, ending: str) -> None:
    with speaking(free) as raw:
        for name in ("a", "b"):
            begin(raw, name)
            until(raw, "chunk")
        assert post(http, free).json()["error_code"] == "concurrency_limited"
        if ending == "cancel":
            raw.send(json.dumps({"context_id": "a", "cancel": True}))
        elif ending == "finish":
            begin(raw, "a", more=False, text="")
        elif ending == "error":
            raw.send(json.dumps({"context_id": "a", "transcript": 5}))
        if ending != "disconnect":
            while (event := take(raw))["type"] not in ("done", "error"):
                pass
            assert event["context_id"] == "a"
            assert post(http, free).status_code == 200
    assert settled(free) == {}
    assert post(http, free).status_code == 200
    assert free.limits.taken == {}


def test_a_context_without_further_frames_ends_and_frees_its_place(http: httpx.Client) -> None:
    with Sandbox(plan="free", context_seconds=0.1) as own, speaking(own) as raw:
        for name in ("a", "b"):
            begin(raw, name)
        assert {until(raw, "done")["context_id"] for _ in range(2)} == {"a", "b"}
        assert post(http, own).status_code == 200
        begin(raw, "a", text="Again.")
        assert "Context has closed" in take(raw)["message"]


@pytest.mark.parametrize("path", ["/tts/bytes", "/tts/sse"])
def test_requests_count_while_they_run(http: httpx.Client, path: str) -> None:
    """Also a request whose client disconnects in the middle."""
    slow = Pace(first_seconds=30)
    with Sandbox(plan="free", realtime=slow) as own:
        # In another script, so that no request waits for the voice to load: a thread that loads it cannot be canceled.
        body = {**FIELDS, "transcript": "Привет."}
        with contextlib.ExitStack() as stack:
            for _ in range(2):
                stack.enter_context(http.stream("POST", f"{own.url}{path}", json=body))
            assert own.limits.taken == {"tts": 2}
            response = post(http, own, path)
            assert (response.status_code, response.json()["error_code"]) == (429, "concurrency_limited")
        assert settled(own) == {}


def test_rejected_requests_do_not_count(http: httpx.Client, free: Sandbox) -> None:
    for _ in range(5):
        assert post(http, free, text="...").status_code == 400
        with speaking(free) as raw:
            begin(raw, "a", text="...")
            assert take(raw)["status_code"] == 400
    for _ in range(20):
        assert post(http, free).status_code == 200
    assert settled(free) == {}


def test_sockets_are_limited_when_they_open(free: Sandbox) -> None:
    with contextlib.ExitStack() as stack:
        for _ in range(20):
            stack.enter_context(speaking(free))
        with pytest.raises(InvalidStatus) as caught, speaking(free):
            pass
        assert caught.value.response.status_code == 429
        assert json.loads(caught.value.response.body)["error_code"] == "concurrency_limited"
    assert settled(free) == {}
    with speaking(free):
        pass


def test_speech_to_text_has_its_own_limit(http: httpx.Client, free: Sandbox) -> None:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(listening(free)) for _ in range(8)]
        with pytest.raises(InvalidStatus) as caught, listening(free):
            pass
        assert caught.value.response.status_code == 429
        form: dict[str, Any] = {"files": {"file": b"x"}, "data": {"model": "ink-whisper"}}
        assert http.post(f"{free.url}/stt", **form).status_code == 429
        assert post(http, free).status_code == 200
        sockets[0].send("close")
        with contextlib.suppress(ConnectionClosed):
            while True:
                sockets[0].recv(timeout=5)
        with listening(free):
            pass
    assert settled(free) == {}


def test_many_requests_at_once_leave_nothing_in_use(http: httpx.Client) -> None:
    with Sandbox(plan="startup") as own:
        statuses: list[int] = []

        def ask() -> None:
            statuses.extend(post(http, own).status_code for _ in range(3))

        threads = [threading.Thread(target=ask) for _ in range(10)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert set(statuses) <= {200, 429}
        assert statuses.count(200) >= 5
        assert settled(own) == {}


@pytest.mark.parametrize("seed", range(4))
def test_no_sequence_of_frames_and_ends_leaves_anything_taken(seed: int) -> None:
    """Sockets whose contexts continue, flush, cancel, fail and finish, and which close or reset the connection."""
    chance = random.Random(seed)
    with Sandbox(plan="startup", context_seconds=0.3) as own:
        for _ in range(8):
            with speaking(own) as raw:
                for _ in range(chance.randrange(1, 12)):
                    name = chance.choice("abcd")
                    text = chance.choice(["Hello there. ", "Hello", "", "...", " "])
                    action = chance.choice(["push", "push", "push", "finish", "flush", "cancel", "nonsense", "wrong"])
                    if action == "cancel":
                        raw.send(json.dumps({"context_id": name, "cancel": True}))
                    elif action == "nonsense":
                        raw.send("{")
                    else:
                        extra = EXTRA.get(action, {})
                        frame = {"context_id": name, "transcript": text, "continue": action != "finish"}
                        raw.send(json.dumps({**FIELDS, **frame, **extra}))
                    time.sleep(chance.choice([0, 0, 0.02]))
                if chance.random() < 0.5:
                    raw.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    raw.socket.close()
        assert settled(own) == {}
