"""A client that is closed from elsewhere ends the calls that wait: for their next attempt, for their turn, for a connection."""

from __future__ import annotations

import asyncio
import contextlib
import socket as sockets
import ssl
import threading
import time
from collections.abc import Callable
from typing import Any

import cartesia_client as c
import httpcore
import pytest
from cartesia_io.http import limited_streams

from tests.faults.calls import CONTEXT, EAR, SPEECH, entered
from tests.faults.server import Line, Server
from tests.unit.conftest import done
from tests.waiting import AT_ONCE

KINDS = [c.Cartesia, c.AsyncCartesia]


def busy(line: Line) -> None:
    """Ask to come back in a minute."""
    line.respond(429, b'{"title": "Busy", "message": "come back"}', retry_after="60")


def silent(line: Line) -> None:
    """Never respond."""
    line.hold()


def ends(
    kind: Any, script: Callable[[Line], None], call: Callable[[Any], Any], tls: str = "", **settings: Any
) -> Exception:
    """Return the error of a call that waits when its client is closed. The call must end at once."""

    def waits(client: Any) -> bool:
        """Return whether the service has been asked, and the call behind waits for its turn where there is one."""
        return begun.is_set() and ("concurrency" not in settings or bool(client._policy.governors["tts"].waiting))

    async def run(client: Any) -> Exception:
        try:
            await call(client)
        except Exception as error:
            return error
        raise AssertionError("the call has ended without an error")

    async def asynchronously() -> Exception:
        client = kind(api_key="k", base_url=server.url, **settings)
        task = asyncio.create_task(run(client))
        while not waits(client):
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
        await client.close()
        return await asyncio.wait_for(task, AT_ONCE)

    begun = threading.Event()

    def scripted(line: Line) -> None:
        begun.set()
        script(line)

    with Server(scripted, tls) as server:
        if kind is c.AsyncCartesia:
            return asyncio.run(asynchronously())
        client, found = kind(api_key="k", base_url=server.url, **settings), []
        thread = threading.Thread(target=lambda: found.append(asyncio.run(run(client))), daemon=True)
        thread.start()
        while not waits(client):
            time.sleep(0.01)
        time.sleep(0.1)
        client.close()
        thread.join(AT_ONCE)
        assert not thread.is_alive()
        return found[0]


async def read(client: Any) -> None:
    await done(client.voices.get("v"))


async def speak(client: Any) -> None:
    await done(client.tts.generate(**SPEECH))


async def stream(client: Any) -> None:
    async with entered(client.tts.generate_stream(**SPEECH)):
        pass


async def socket(client: Any) -> None:
    async with entered(client.tts.websocket_connect(timeout=60)):
        pass


async def captions(client: Any) -> None:
    async with entered(client.stt.auto_finalize.websocket(timeout=60, **EAR)):
        pass


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("call", [read, speak, stream, socket, captions])
def test_closing_ends_the_wait_for_the_next_attempt(kind: Any, call: Any) -> None:
    error = ends(kind, busy, call)
    assert isinstance(error, c.CartesiaError)
    assert "closed" in str(error)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("call", [read, speak, stream, socket, captions])
def test_closing_ends_the_wait_for_a_response(kind: Any, call: Any) -> None:
    error = ends(kind, silent, call, timeout=60)
    assert isinstance(error, c.CartesiaError)
    assert "closed" in str(error)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("second", [speak, stream])
def test_closing_ends_the_wait_for_a_turn(kind: Any, second: Any) -> None:
    def answer(line: Line) -> None:
        line.send(b"HTTP/1.1 200 OK\r\nContent-Type: audio/pcm\r\nContent-Length: 9000\r\n\r\n")
        line.hold()

    async def call(client: Any) -> None:
        async with entered(client.tts.generate_stream(**SPEECH)):
            await second(client)

    error = ends(kind, answer, call, concurrency=1)
    assert isinstance(error, c.InvalidRequestError)
    assert "closed" in str(error)


@pytest.mark.parametrize("kind", KINDS)
def test_closing_ends_the_wait_of_a_context_for_its_turn(kind: Any) -> None:
    def answer(line: Line) -> None:
        line.upgrade()
        line.stay()

    async def call(client: Any) -> None:
        async with entered(client.tts.websocket_connect()) as connection:
            first = connection.context(**CONTEXT)
            await done(first.push("Hello."))
            await done(connection.context(**CONTEXT).push("Hello."))

    error = ends(kind, answer, call, concurrency=1)
    assert isinstance(error, c.CartesiaError)


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_says_that_an_attempt_before_may_have_been_billed(kind: Any) -> None:
    error = ends(kind, lambda line: line.respond(500, b"{}", retry_after="60"), speak, retry_billed=True)
    assert isinstance(error, c.APIConnectionError)
    assert error.may_be_billed


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("call", [read, stream, socket])
def test_closing_ends_a_handshake_of_tls(kind: Any, call: Any) -> None:
    """The service has accepted the connection, and says nothing."""
    error = ends(kind, silent, call, tls="announced", timeout=60.0)
    assert isinstance(error, c.CartesiaError)
    assert "closed" in str(error)


@pytest.mark.parametrize("kind", KINDS)
def test_closing_ends_the_wait_for_a_connection(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The queue of the listener is full, so that it leaves those who connect waiting."""
    monkeypatch.setattr("cartesia_io.http.limited_streams.AT_ONCE", 0.05)
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(sockets.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):
            waiting = stack.enter_context(sockets.socket())
            waiting.setblocking(False)
            with contextlib.suppress(BlockingIOError):
                waiting.connect(listener.getsockname())
        client, found = kind(api_key="k", base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", timeout=60.0), []

        async def call() -> None:
            try:
                await read(client)
            except c.APIConnectionError as error:
                found.append(str(error))

        async def both() -> None:
            task = asyncio.create_task(call())
            await asyncio.sleep(0.2)
            await client.close()
            await asyncio.wait_for(task, AT_ONCE)

        if kind is c.AsyncCartesia:
            asyncio.run(both())
        else:
            thread = threading.Thread(target=lambda: asyncio.run(call()), daemon=True)
            thread.start()
            while not any(each.name == "cartesia-connect" for each in threading.enumerate()):
                time.sleep(0.01)
            client.close()
            thread.join(AT_ONCE)
        assert len(found) == 1
        assert "the client was closed" in found[0]


@pytest.mark.parametrize("begins", ["handshake", "request"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_connection_that_was_made_while_its_client_was_closed_is_not_used(kind: Any, begins: str) -> None:
    if begins == "request" and kind is c.AsyncCartesia:
        pytest.skip("closing cancels the task that connects, up to its end")
    context = ssl.create_default_context()

    async def asynchronously(port: int) -> None:
        inner: Any = httpcore.AnyIOBackend()
        backend = limited_streams._AsyncBackend(inner)
        stream = await backend.connect_tcp("127.0.0.1", port)
        backend.opening.close()
        try:
            await (stream.start_tls(context) if begins == "handshake" else stream.write(b"GET"))
        finally:
            await stream.aclose() if begins == "request" else None  # as the library does

    def at_once(port: int) -> None:
        inner: Any = httpcore.SyncBackend()
        backend = limited_streams._Backend(inner)
        stream = backend.connect_tcp("127.0.0.1", port)
        backend.opening.close()
        try:
            stream.start_tls(context) if begins == "handshake" else stream.write(b"GET")
        finally:
            stream.close() if begins == "request" else None  # as the library does

    with sockets.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(httpcore.ConnectError, match="the connections were closed") as caught:
            asyncio.run(asynchronously(port)) if kind is c.AsyncCartesia else at_once(port)
        assert caught.value.__traceback__ is not None  # whose frames keep the connection
        accepted, _ = listener.accept()
        with accepted:
            accepted.settimeout(AT_ONCE)
            assert accepted.recv(1) == b""
