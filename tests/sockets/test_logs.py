"""The log of the sockets: opening, reconnecting, dead lines, ends of contexts and sessions, and closing."""

from __future__ import annotations

import logging
from typing import Any

import cartesia_client as c
import pytest

from tests.faults.server import Line
from tests.faults.server import Server as DeadServer

from .conftest import Peer, Server

KEY = "sk_car_0123456789abcdef"
TEXT = "The secret of the garden."
FIELDS: dict[str, Any] = {
    "model_id": "sonic-2",
    "voice": {"mode": "id", "id": "v1"},
    "output_format": {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000},
}


def lines(log: pytest.LogCaptureFixture, level: int = logging.INFO) -> list[str]:
    """Return the lines without the facts that differ from run to run."""
    found = [each.getMessage() for each in log.records if each.name == "cartesia_client" and each.levelno >= level]
    assert not any(secret in line for line in found for secret in (KEY, TEXT))
    ours = [
        each.getMessage() for each in log.records if each.name != "websockets.server"
    ]  # that of the server is here, too
    assert not any(secret in line for line in ours for secret in (KEY, TEXT))
    return [line.partition(" (")[0] for line in found]


def fails(peer: Peer) -> None:
    message = peer.take()
    peer.give(
        type="error", context_id=message["context_id"], status_code=402, message=TEXT, error_code="quota", title=TEXT
    )


def vanishes(peer: Peer) -> None:
    while peer.take()["context_id"] != "b":
        pass
    peer.reset()


EXPECTED = [
    "tts.websocket: open",
    "context a: gave up: PaymentRequiredError quota",
    "tts.websocket: closed: the connection broke",
    "context b: gave up: IncompleteAudioError",
    "tts.websocket: reconnects in 0 s",
    "tts.websocket: open",
    "context c: gave up: IncompleteAudioError",
    "tts.websocket: closed: this side closed the connection",
]


def script(peer: Peer) -> None:
    fails(peer)
    vanishes(peer)


def test_what_happens_to_a_socket_of_threads(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    server.scripts = [script, lambda peer: peer.take()]
    with c.Cartesia(api_key=KEY, base_url=server.url) as client, client.tts.websocket_connect() as socket:
        for name, error in (("a", c.PaymentRequiredError), ("b", c.IncompleteAudioError)):
            context = socket.context(name, **FIELDS)
            with pytest.raises(error):
                list(context.speak(TEXT))
        last = socket.context("c", **FIELDS)
        last.push(TEXT)
    assert lines(caplog) == EXPECTED


async def test_what_happens_to_a_socket_of_tasks(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    server.scripts = [script, lambda peer: peer.take()]
    async with c.AsyncCartesia(api_key=KEY, base_url=server.url) as client, client.tts.websocket_connect() as socket:
        for name, error in (("a", c.PaymentRequiredError), ("b", c.IncompleteAudioError)):
            context = socket.context(name, **FIELDS)
            with pytest.raises(error):
                async for _ in context.speak(TEXT):
                    pass
        last = socket.context("c", **FIELDS)
        await last.push(TEXT)
    assert lines(caplog) == EXPECTED


STT: dict[str, Any] = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": 16000}


def test_handshakes_are_tried_again_and_given_up(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with c.Cartesia(api_key=KEY, base_url="http://127.0.0.1:9", max_retries=1) as client:
        client._policy.sleep, client._policy.jitter = lambda seconds: None, lambda: 0.0
        for opening in (client.tts.websocket_connect(), client.stt.auto_finalize.websocket(**STT)):
            with pytest.raises(c.APIConnectionError):
                opening.__enter__()
    events = (
        "an attempt begins",
        "there was no connection, so it is tried again in 0.5 s",
        "an attempt begins",
        "gave up: APIConnectionError",
    )
    expected = [f"{name}: {event}" for name in ("tts.websocket", "stt.auto_finalize") for event in events]
    assert lines(caplog, logging.DEBUG) == expected


def dead(line: Line) -> None:
    line.upgrade()
    line.take()
    line.hold()


GONE = "tts.websocket: closed: keepalive ping timed out: the service does not answer"


async def test_a_dead_line_is_named_by_tasks(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with DeadServer(dead) as server:
        client = c.AsyncCartesia(api_key=KEY, base_url=server.url, ping_interval=0.05, ping_timeout=0.05)
        async with client, client.tts.websocket_connect() as socket:
            with pytest.raises(c.IncompleteAudioError):
                async for _ in socket.context("a", **FIELDS).speak(TEXT):
                    pass
    assert {"tts.websocket: a ping, because the service is silent", GONE} <= {*lines(caplog, logging.DEBUG)}


def test_a_dead_line_is_named_by_threads(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with DeadServer(dead) as server:
        client = c.Cartesia(api_key=KEY, base_url=server.url, ping_interval=0.05, ping_timeout=0.05)
        with client, client.tts.websocket_connect() as socket, pytest.raises(c.IncompleteAudioError):
            list(socket.context("a", **FIELDS).speak(TEXT))
    assert {"tts.websocket: a ping, because the service is silent", GONE} <= {*lines(caplog, logging.DEBUG)}


def test_sessions_of_threads_end_with_a_line(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    server.scripts = [lambda peer: peer.give(type="error", message=TEXT, status_code=400, error_code="bad")]
    client = c.Cartesia(api_key=KEY, base_url=server.url)
    with client, client.stt.auto_finalize.websocket(**STT) as ear, pytest.raises(c.BadRequestError):
        ear.recv()
    assert lines(caplog)[1] == "session of stt.auto_finalize: gave up: BadRequestError bad"


async def test_sessions_of_tasks_end_with_a_line(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    server.scripts = [lambda peer: peer.give(type="error", message=TEXT, status_code=400, error_code="bad")]
    async with (
        c.AsyncCartesia(api_key=KEY, base_url=server.url) as client,
        client.stt.auto_finalize.websocket(**STT) as ear,
    ):
        with pytest.raises(c.BadRequestError):
            await ear.recv()
    assert lines(caplog)[1] == "session of stt.auto_finalize: gave up: BadRequestError bad"
