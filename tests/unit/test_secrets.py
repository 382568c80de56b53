"""The key reaches the service, and nothing else: no log, no repr, no error, no traceback, no other machine."""

from __future__ import annotations

import gc
import logging
import pickle
import socket
import threading
import traceback
from collections.abc import Iterator
from typing import Any

import cartesia_client as c
import httpx
import pytest

from tests.unit.conftest import Twin, done
from tests.unit.test_audio_stream import RAW, Wire, head, speech

KEY = "sk_car_must_not_be_seen"


@pytest.fixture
def wire() -> Iterator[Wire]:
    server = Wire()
    yield server
    server.close()


@pytest.fixture
def log() -> Iterator[list[str]]:
    """Return every record of every logger, at DEBUG, with its arguments."""
    lines: list[str] = []

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(f"{record.name} {record.getMessage()} {record.args!r} {vars(record)!r}")

    handler = Handler(level=0)
    names = [None, *logging.root.manager.loggerDict]
    loggers = [logging.getLogger(name) for name in names]
    before = [(logger, logger.level, logger.disabled) for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
        logger.disabled = False
    logging.root.addHandler(handler)
    yield lines
    logging.root.removeHandler(handler)
    for logger, level, disabled in before:
        logger.setLevel(level)
        logger.disabled = disabled


def shown(error: BaseException) -> str:
    """Return all that a crash reporter could print of an error: text, fields, causes, frames with their variables."""
    parts = ["".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())]
    link: BaseException | None = error
    while link is not None:
        parts += [str(link), repr(link), repr(vars(link)), repr(getattr(link, "__notes__", ""))]
        link = link.__cause__ or link.__context__
    response = getattr(error, "response", None)
    if response is not None:
        request = response.request
        parts += [
            repr(response),
            repr(response.headers),
            repr(request),
            repr(dict(request.headers)),
            repr(request.extensions),
        ]
        parts += [str(request.url)]
    parts.append(repr(pickle.loads(pickle.dumps(error)).__dict__))
    return "\n".join(parts)


SCENES: dict[str, tuple[list[bytes], str]] = {
    "success": ([head(2, "audio/pcm"), b"\1\2"], "close"),
    "401": ([head(8, "text/plain", status="401 Unauthorized"), b"No: sir."], "close"),
    "500": ([head(8, "text/plain", status="500 Internal Server Error"), b"No: sir."], "close"),
    "302": ([head(0, status="302 Found", more="Location: http://example.com/\r\n")], "close"),
    "cut": ([head(2000, "audio/pcm"), b"\1\2"], "close"),
    "reset": ([head(2000, "audio/pcm"), b"\1\2"], "reset"),
    "garbage": ([b"\x16\x03\x01 not http at all\r\n\r\n"], "close"),
    "nothing": ([], "close"),
    "stall": ([], "stall"),
    "html": ([head(6, "text/html"), b"<html>"], "close"),
}


@pytest.mark.parametrize("scheme", ["x-api-key", "bearer"])
@pytest.mark.parametrize("name", SCENES)
async def test_the_key_is_nowhere_to_be_seen(twin: Twin, wire: Wire, log: list[str], name: str, scheme: str) -> None:
    wire.response, wire.ending = SCENES[name]
    timeout = httpx.Timeout(5, read=0.2)  # which begins when the request has been sent
    client = twin.make(api_key=KEY, base_url=wire.url, timeout=timeout, auth_scheme=scheme, max_retries=0)
    text = repr(client) + str(client) + repr(client._policy.identity._source)
    try:
        audio = await done(client.tts.generate(**speech(RAW)))
        text += repr(audio)
    except c.CartesiaError as error:
        text += shown(error)
    else:
        assert name == "success"
    assert KEY.encode() in wire.requests[0]  # it did go where it belongs
    assert log  # the loggers of the layers below did speak
    assert KEY not in text + "\n".join(log)


async def test_the_key_is_not_seen_when_there_is_no_connection(twin: Twin, log: list[str]) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        client = twin.make(api_key=KEY, base_url=f"http://127.0.0.1:{unused.getsockname()[1]}")
        with pytest.raises(c.APIConnectionError, match="no connection") as caught:
            await done(client.get_status())
    assert KEY not in shown(caught.value) + "\n".join(log)


async def test_no_object_of_httpx_keeps_the_key(twin: Twin, wire: Wire) -> None:
    wire.response = [head(2, "audio/pcm"), b"\1\2"]
    await done(twin.make(api_key=KEY, base_url=wire.url).tts.generate(**speech(RAW)))
    kept = [item for item in gc.get_objects() if type(item) is httpx.Headers and KEY in str(item.raw)]
    assert kept == []


@pytest.mark.parametrize("key", [KEY.encode(), [KEY], {"key": KEY}], ids=["bytes", "list", "dict"])
def test_a_key_of_another_type_is_refused_and_not_shown(twin: Twin, key: Any) -> None:
    with pytest.raises(c.ConfigurationError, match="api_key must be str") as caught:
        twin.kind(api_key=key)
    ours = caught.value.__traceback__
    assert ours is not None
    assert KEY not in shown(caught.value.with_traceback(ours.tb_next))


def test_a_hidden_key_compares_with_its_text_and_makes_another_client(twin: Twin) -> None:
    client = twin.make(api_key=KEY)
    other = twin.make(api_key=client.api_key)
    assert client.api_key == KEY == other.api_key == client.api_key
    assert client.api_key != KEY + "x"
    assert {client.api_key: 1}[KEY] == 1
    assert KEY not in repr(client.api_key) + str(client.api_key)


async def test_a_redirect_gets_neither_key_nor_transcript(twin: Twin, wire: Wire) -> None:
    other = Wire()
    try:
        for status in ("301 Moved", "302 Found", "307 Temporary", "308 Permanent"):
            wire.response = [head(0, status=status, more=f"Location: {other.url}/tts/bytes\r\n")]
            with pytest.raises(c.APIStatusError, match="redirects are not followed"):
                await done(twin.make(api_key=KEY, base_url=wire.url).tts.generate(**speech(RAW)))
        assert other.requests == []
    finally:
        other.close()


async def test_a_proxy_of_the_environment_gets_nothing_that_stays_on_this_machine(
    twin: Twin, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = Wire()
    try:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        wire.response = [head(2, "audio/pcm"), b"\1\2"]
        await done(twin.make(api_key=KEY, base_url=wire.url).tts.generate(**speech(RAW)))
        assert (len(wire.requests), proxy.requests) == (1, [])
    finally:
        proxy.close()


async def test_a_proxy_of_the_environment_is_used_for_the_service(twin: Twin, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy = Wire()
    proxy.response = [b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"]
    try:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        with pytest.raises(c.APIConnectionError):
            await done(twin.make(api_key=KEY, max_retries=0).get_status())
        assert proxy.requests[0].startswith(b"CONNECT api.cartesia.ai:443 ")
        assert KEY.encode() not in proxy.requests[0]
    finally:
        proxy.close()


def test_clients_can_be_made_in_many_threads_at_once(wire: Wire) -> None:
    wire.response = [head(2, "audio/pcm"), b"\1\2"]
    client = c.Cartesia(api_key=KEY, base_url=wire.url)
    found: list[Any] = []
    threads = [threading.Thread(target=lambda: found.append(client.get_httpx_client())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(map(id, found))) == 1
    client.close()
