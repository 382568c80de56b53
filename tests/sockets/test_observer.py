"""Hooks for sockets: what an observer sees, what it can stop, and that a client without hooks pays nothing."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from collections.abc import Mapping
from typing import Any

import cartesia_client as c
import httpx
import pytest
from cartesia_io.sockets.observer import SocketHook
from websockets.sync.client import ClientConnection

from tests.sockets.conftest import Peer, Server
from tests.unit.conftest import Twin, done, twin

__all__ = ["twin"]

KEY = "sk_car_observed"
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
FIELDS: dict[str, Any] = {
    "model_id": "sonic-3.5",
    "voice": "f786b574-daa5-4673-aa0c-cbe3e8534c02",
    "output_format": RAW,
}


class Observer(c.SocketObserver):
    """Keeps the events of one socket."""

    def __init__(self, url: str, headers: Mapping[str, str]) -> None:
        self.url, self.headers = url, dict(headers)
        self.events: list[str] = []
        self.response: httpx.Response | None = None
        self.rejects = ""

    def connected(self) -> None:
        self.events.append("connected")

    def failed(self, response: httpx.Response | None) -> None:
        self.events.append("failed")
        self.response = response

    def sending(self, frame: str | bytes) -> None:
        if self.rejects and self.rejects in str(frame):
            raise ValueError("not this")
        assert isinstance(frame, str)
        self.events.append(f"sending {json.loads(frame).get('transcript', frame)}")

    def received(self, frame: bytes) -> None:
        self.events.append(f"received {json.loads(frame)['type']}")

    def closed(self, code: int | None, reason: str) -> None:
        self.events.append(f"closed {code} {reason}")


class Observers(list[Observer]):
    def hook(self, url: str, headers: Mapping[str, str]) -> Observer:
        self.append(Observer(url, headers))
        return self[-1]


def speaks(peer: Peer) -> None:
    """Ends each context after its first audio."""
    while True:
        message = peer.take()
        if message.get("transcript"):
            name = message["context_id"]
            peer.give(type="chunk", context_id=name, done=False, status_code=206, step_time=1, data="AAA=")
            peer.give(type="done", context_id=name, done=True, status_code=200)


def leaves(peer: Peer) -> None:
    peer.take()
    peer.connection.close(1011, "too bad")


def talk(client: c.Cartesia) -> None:
    with client.tts.websocket_connect(websocket_auth="headers") as socket:
        context = socket.context(**FIELDS)
        context.push("Hello.")
        list(context.receive(timeout=5))


async def atalk(client: c.AsyncCartesia) -> None:
    async with client.tts.websocket_connect(websocket_auth="headers") as socket:
        context = socket.context(**FIELDS)
        await context.push("Hello.")
        [event async for event in context.receive(timeout=5)]


TALK = ["connected", "sending Hello.", "received chunk", "received done"]


def test_an_observer_sees_each_event_of_its_socket(server: Server) -> None:
    server.scripts = [speaks]
    found = Observers()
    with c.Cartesia(api_key=KEY, base_url=server.url, socket_hooks=[found.hook]) as client:
        talk(client)
        talk(client)
    assert [observer.events[: len(TALK)] for observer in found] == [TALK, TALK]
    assert found[0].url.startswith(server.url.replace("http", "ws") + "/tts/websocket?")
    assert found[0].headers["X-API-Key"] == KEY


async def test_an_observer_of_asyncio_sees_the_same(server: Server) -> None:
    server.scripts = [speaks]
    found = Observers()
    async with c.AsyncCartesia(api_key=KEY, base_url=server.url, socket_hooks=[found.hook]) as client:
        await atalk(client)
        await atalk(client)
    assert [observer.events[: len(TALK)] for observer in found] == [TALK, TALK]
    assert found[0].headers["X-API-Key"] == KEY


def test_the_end_of_a_connection_is_seen_once(server: Server) -> None:
    server.scripts = [leaves]
    found = Observers()
    with (
        c.Cartesia(api_key=KEY, base_url=server.url, max_retries=0, socket_hooks=[found.hook]) as client,
        pytest.raises(c.IncompleteAudioError),
    ):
        talk(client)
    assert found[0].events == ["connected", "sending Hello.", "closed 1011 too bad"]


async def test_the_end_of_a_connection_is_seen_once_in_asyncio(server: Server) -> None:
    server.scripts = [leaves]
    found = Observers()
    async with c.AsyncCartesia(api_key=KEY, base_url=server.url, max_retries=0, socket_hooks=[found.hook]) as client:
        with pytest.raises(c.IncompleteAudioError):
            await atalk(client)
    assert found[0].events == ["connected", "sending Hello.", "closed 1011 too bad"]


def test_each_attempt_to_connect_has_an_observer(server: Server) -> None:
    server.scripts = [speaks]
    server.rejections = [(503, {"Retry-After": "0"}, b"busy")]
    found = Observers()
    with c.Cartesia(api_key=KEY, base_url=server.url, socket_hooks=[found.hook]) as client:
        talk(client)
    assert [observer.events[:1] for observer in found] == [["failed"], ["connected"]]
    assert found[0].response is not None
    assert (found[0].response.status_code, found[0].response.text) == (503, "busy")


async def test_each_attempt_to_connect_has_an_observer_in_asyncio(server: Server) -> None:
    server.scripts = [speaks]
    server.rejections = [(503, {"Retry-After": "0"}, b"busy")]
    found = Observers()
    async with c.AsyncCartesia(api_key=KEY, base_url=server.url, socket_hooks=[found.hook]) as client:
        await atalk(client)
    assert [observer.events[:1] for observer in found] == [["failed"], ["connected"]]


def test_a_service_that_is_not_there_has_no_response() -> None:
    found = Observers()
    with (
        c.Cartesia(api_key=KEY, base_url="http://127.0.0.1:9", max_retries=0, socket_hooks=[found.hook]) as client,
        pytest.raises(c.APIConnectionError),
    ):
        talk(client)
    assert found[0].events == ["failed"]
    assert found[0].response is None


def test_what_an_observer_rejects_is_not_sent(server: Server) -> None:
    server.scripts = [speaks]
    found = Observers()
    client = c.Cartesia(api_key=KEY, base_url=server.url, socket_hooks=[found.hook])
    with client, client.tts.websocket_connect() as socket:
        first = socket.context(**FIELDS)
        first.push("Hello.")
        list(first.receive(timeout=5))
        found[0].rejects = "secret"
        with pytest.raises(ValueError, match="not this"):
            socket.context(**FIELDS).push("A secret.")
    assert found[0].events[: len(TALK)] == TALK
    assert not any("secret" in event for event in found[0].events)


def test_hooks_can_be_added_and_removed_and_are_shared_with_twins(server: Server) -> None:
    server.scripts = [speaks]
    one, other = Observers(), Observers()
    hooks: list[SocketHook] = [one.hook, lambda url, headers: None]
    with c.Cartesia(api_key=KEY, base_url=server.url, socket_hooks=hooks) as client:
        client.socket_hooks.append(other.hook)
        talk(client.with_options(timeout=5))
        client.socket_hooks.remove(one.hook)
        talk(client)
    assert (len(one), len(other), len(hooks)) == (1, 2, 2)
    assert [observer.events[: len(TALK)] for observer in (*one, *other)] == [TALK] * 3


def test_without_an_observer_the_connection_is_that_of_the_library(server: Server) -> None:
    server.scripts = [speaks]
    for hooks in ([], [lambda url, headers: None]):
        client = c.Cartesia(api_key=KEY, base_url=server.url, socket_hooks=hooks)
        with client, client.tts.websocket_connect() as socket:
            socket.context(**FIELDS).push("Hello.")
            assert socket._connection is not None
            assert isinstance(socket._connection._socket._connection, ClientConnection)


# What an observer raises
# -----------------------

ERRORS = pytest.mark.parametrize("error", [ValueError, OSError, TimeoutError, EOFError], ids=lambda kind: kind.__name__)


class Raising(Observer):
    """Raises for one kind of event."""

    def __init__(self, url: str, headers: Mapping[str, str], event: str, error: type[Exception]) -> None:
        super().__init__(url, headers)
        self._event, self._error = event, error

    def __getattribute__(self, name: str) -> Any:
        if name in ("connected", "failed", "sending", "received", "closed") and name == self._event:
            return self._raise
        return super().__getattribute__(name)

    def _raise(self, *_: object) -> None:
        self.events.append(self._event)
        raise self._error("of the observer")


async def talks(twin: Twin, client: Any) -> None:
    """Talk with a client of either kind; what takes too long is a failure."""
    await asyncio.wait_for(atalk(client) if twin.is_async else asyncio.to_thread(talk, client), 5)


@ERRORS
@pytest.mark.parametrize("event", ["hook", "connected", "sending", "received"])
async def test_what_an_observer_raises_comes_out_as_it_is_and_the_socket_is_closed(
    twin: Twin, server: Server, event: str, error: type[Exception]
) -> None:
    ended = threading.Event()

    def script(peer: Peer) -> None:
        with contextlib.suppress(Exception):
            speaks(peer)
        ended.set()

    def hook(url: str, headers: Mapping[str, str]) -> Raising:
        if event == "hook":
            raise error("of the observer")
        found.append(Raising(url, headers, event, error))
        return found[-1]

    found: list[Raising] = []
    server.scripts = [script]
    client = twin.make(base_url=server.url, socket_hooks=[hook], max_retries=3)
    with pytest.raises(error, match="of the observer") as caught:
        await talks(twin, client)
    assert not isinstance(caught.value, c.CartesiaError)
    assert twin.slept == []
    if event == "hook":
        assert server.requests == 0
    else:
        assert await asyncio.to_thread(ended.wait, 5)
        assert len(found) == 1
        assert sum(each.startswith("closed") for each in found[0].events) == 1


@ERRORS
async def test_what_an_observer_of_a_failure_raises_does_not_hide_the_failure(
    twin: Twin, server: Server, error: type[Exception]
) -> None:
    server.rejections = [(401, {}, b"no")]
    client = twin.make(base_url=server.url, socket_hooks=[lambda url, headers: Raising(url, headers, "failed", error)])
    with pytest.raises(c.AuthenticationError) as caught:
        await talks(twin, client)
    assert isinstance(caught.value.__cause__, error)


async def test_what_an_observer_of_a_failure_raises_comes_out_where_another_attempt_would_follow(
    twin: Twin, server: Server
) -> None:
    server.rejections = [(503, {}, b"busy")]
    client = twin.make(
        base_url=server.url, socket_hooks=[lambda url, headers: Raising(url, headers, "failed", OSError)]
    )
    with pytest.raises(OSError, match="of the observer"):
        await talks(twin, client)
    assert server.requests == 1


@ERRORS
async def test_what_an_observer_raises_reaches_the_reader_of_a_transcript(
    twin: Twin, server: Server, error: type[Exception]
) -> None:
    def script(peer: Peer) -> None:
        peer.give(type="transcript", text="Hello", is_final=False, request_id="r")

    server.scripts = [script]
    client = twin.make(
        base_url=server.url, socket_hooks=[lambda url, headers: Raising(url, headers, "received", error)]
    )
    session = client.stt.manual_finalize.websocket(model="ink-2", encoding="pcm_s16le", sample_rate=16000)
    await done(session.__aenter__() if twin.is_async else session.__enter__())
    with pytest.raises(error, match="of the observer"):
        await asyncio.wait_for(session.recv() if twin.is_async else asyncio.to_thread(session.recv), 5)
    await done(session.close())


# The end of a connection
# -----------------------


@pytest.mark.parametrize("who", ["socket", "client"])
@pytest.mark.parametrize("answers", [True, False], ids=["answers", "does not answer"])
async def test_closing_is_seen_once(twin: Twin, server: Server, who: str, answers: bool) -> None:
    ready, release = threading.Event(), threading.Event()

    def script(peer: Peer) -> None:
        if not answers:
            peer.connection.recv(timeout=5)
            peer.connection.protocol.receive_data = lambda data: release.wait(5)  # type: ignore[method-assign, assignment]
            ready.set()
            release.wait(5)

    server.scripts = [script]
    found = Observers()
    client = twin.make(base_url=server.url, socket_hooks=[found.hook])
    made = client.tts.websocket_connect()
    await done(made.__aenter__() if twin.is_async else made.__enter__())
    if not answers:
        await done(made.context(**FIELDS).push("Hello."))
        assert await asyncio.to_thread(ready.wait, 5)
    for closing in (client.close, made.close) if who == "client" else (made.close, client.close):
        await done(closing())
    release.set()
    events = [event for event in found[0].events if not event.startswith("sending")]
    code, _, reason = events[-1].removeprefix("closed ").partition(" ")
    assert events == ["connected", f"closed {code} {reason}"]
    if answers:
        assert (code, reason) == ("1000", "")
    else:  # a thread that was reading may be the first to say it, and knows the code that was sent
        assert (code, reason.removesuffix(" with 1000")) == ("None", "this side closed the connection")


@pytest.mark.parametrize("hooks", [None, 5, "x", {"a": 1}, [5], [None], ["x"]], ids=repr)
async def test_hooks_that_are_none_are_rejected_at_construction(twin: Twin, hooks: Any) -> None:
    with pytest.raises(c.ConfigurationError, match="socket_hooks must be"):
        twin.make(socket_hooks=hooks)


@pytest.mark.parametrize("given", [5, "x", object(), [c.SocketObserver()]], ids=lambda given: type(given).__name__)
async def test_a_hook_that_returns_something_else_is_an_error_of_configuration(
    twin: Twin, server: Server, given: Any
) -> None:
    client = twin.make(base_url=server.url, socket_hooks=[lambda url, headers: given])
    with pytest.raises(c.ConfigurationError, match="must return a SocketObserver or None, got"):
        await talks(twin, client)
    client.socket_hooks[:] = [5]
    with pytest.raises(c.ConfigurationError, match="socket_hooks must be"):
        await talks(twin, client)
    assert server.requests == 0
