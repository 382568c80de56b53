"""A service or a proxy that repeats the key in what it sends: nothing that leaves the client shows it."""

from __future__ import annotations

import base64
import json
import logging
import pickle
import traceback
import urllib.parse
from collections.abc import Callable, Iterator
from typing import Any

import cartesia_client as c
import httpx
import pytest

from tests.faults.calls import CALLS, Got
from tests.faults.server import Line, Server, frame
from tests.unit.conftest import Twin, done
from tests.unit.test_secrets import log as log
from tests.unit.test_secrets_in_frames import contents, variables

KEY = "sk_car/must+not=be&seen0"
BASIC = base64.b64encode(f"user:{KEY}".encode()).decode()
ERROR = {"title": f"No {KEY}", "message": f"key {KEY} is unknown", "error_code": KEY, "doc_url": f"https://x/{KEY}"}
FIELDS = [f"X-Request-Id: {KEY}", f"X-Echo: {KEY}", f"WWW-Authenticate: Basic {BASIC}", f"Retry-After: {KEY}"]
ECHOES: dict[str, bytes] = {
    "JSON": json.dumps(ERROR).encode(),
    "nested JSON": json.dumps({"error": {"list": [{KEY: [KEY]}]}, "detail": KEY}).encode(),
    "JSON of PHP": json.dumps(ERROR).replace("/", "\\/").encode(),
    "JSON of Go": json.dumps(ERROR).replace("&", "\\u0026").encode(),
    "text": f"Unknown key: {KEY}".encode(),
    "long text": b"x" * 580 + KEY.encode() + b"x" * 99,
    "a page": f"<html>{KEY.replace('&', '&amp;')}</html>".encode(),
    "a URL": f"GET /?api_key={urllib.parse.quote(KEY, safe='')}".encode(),
    "a URL in lower case": f"GET /?api_key={urllib.parse.quote(KEY, safe='').lower()}".encode(),
    "another charset": KEY.encode("utf-16"),
    "Basic": f"Authorization: Basic {BASIC}".encode(),
    "deep JSON": b"[" * 5000 + f'"{KEY}"'.encode() + b"]" * 5000,
}
HIDDEN = [KEY, *(urllib.parse.quote(KEY, safe="").lower(),), KEY.replace("&", "&amp;"), json.dumps(KEY)[1:-1]]
HIDDEN += [KEY.replace("/", "\\/"), KEY.replace("&", "\\u0026")]
HIDDEN += [base64.b64encode(KEY.encode())[4:-4].decode(), BASIC[12:-4], "must\\x00+"]


def response(status: str, body: bytes, *fields: str) -> bytes:
    """Return a whole response, whose reason and headers repeat the key, too."""
    lines = [f"HTTP/1.1 {status} {KEY}", "Connection: close", f"Content-Length: {len(body)}", *FIELDS, *fields]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def told(error: BaseException, log: list[str]) -> dict[str, str]:
    """Return all that a program can print of an error, and the log."""
    found = {"str": str(error), "repr": repr(error), "traceback": "".join(traceback.format_exception(error))}
    found |= {f"log {index}": line for index, line in enumerate(log)}
    found |= {f"error.{name}": repr(value) for name, value in vars(error).items()}
    found["pickle"] = repr(vars(pickle.loads(pickle.dumps(error))))
    reply: Any = getattr(error, "response", None)
    if isinstance(reply, httpx.Response):
        found |= {f"response.{name}": repr(value) for name, value in vars(reply).items()}
        found |= {"headers": repr(reply.headers.raw), "reason": reply.reason_phrase}
        found["text"] = reply.text if reply.is_closed and hasattr(reply, "_content") else ""
    link: BaseException | None = error
    while link is not None:
        found[f"contents of {type(link)}"] = "\n".join(contents(vars(link), 3)) + str(link)
        for part, _ in traceback.walk_tb(link.__traceback__):
            for name, value in variables(part).items():
                if "/tests/" not in part.f_code.co_filename:
                    found[f"{part.f_code.co_filename} {part.f_code.co_name} {name}"] = "\n".join(contents(value, 2))
        link = link.__cause__ or link.__context__
    return found


def assert_hidden(error: BaseException, log: list[str]) -> None:
    assert [name for name, text in told(error, log).items() if any(form in text for form in HIDDEN)] == []


async def ended(twin: Twin, script: Callable[[Line], None], call: str, **settings: Any) -> c.CartesiaError:
    """Return the error of a call to a server with a script."""
    with Server(script) as server:
        client = twin.make(api_key=KEY, base_url=server.url, max_retries=0, **settings)
        with pytest.raises(c.CartesiaError) as caught:
            await CALLS[call].run(client, Got())
        await done(client.close())
        return caught.value


HTTP = ["voices.get", "tts.generate", "tts.generate_stream", "tts.generate_sse"]
SOCKETS = ["tts.websocket, speak", "stt.auto_finalize, listen"]


@pytest.mark.parametrize("call", ["tts.generate", "tts.websocket, speak"])
@pytest.mark.parametrize("echo", ECHOES)
async def test_an_error_response_that_repeats_the_key_is_masked(
    twin: Twin, log: list[str], echo: str, call: str
) -> None:
    def answer(line: Line) -> None:
        line.send(response("401", ECHOES[echo]))

    error = await ended(twin, answer, call)
    assert isinstance(error, c.AuthenticationError)
    assert_hidden(error, log)


@pytest.mark.parametrize("call", [*HTTP, "voices.list", "voices.clone", *SOCKETS])
async def test_every_kind_of_call_masks_the_key(twin: Twin, log: list[str], call: str) -> None:
    def answer(line: Line) -> None:
        line.send(response("401", ECHOES["JSON"]))

    assert_hidden(await ended(twin, answer, call), log)


@pytest.mark.parametrize("call", ["tts.generate_sse", "stt.auto_finalize, listen"])
@pytest.mark.parametrize(
    "location", ["https://x.example/{}", "//{}.example", "/?key={}", "https://{}@x.example/", "{}"]
)
async def test_a_redirect_that_repeats_the_key_is_masked(twin: Twin, log: list[str], location: str, call: str) -> None:
    def answer(line: Line) -> None:
        line.send(response("302", b"", "Location: " + location.format(KEY)))

    error = await ended(twin, answer, call)
    assert isinstance(error, c.APIStatusError)
    assert_hidden(error, log)


@pytest.mark.parametrize("call", ["tts.generate", "tts.generate_sse", "tts.websocket, speak"])
@pytest.mark.parametrize(
    "sent",
    [
        f"HTTP/1.1 {KEY}\r\n\r\n",
        f"{KEY} HTTP/1.1\r\n\r\n",
        f"HTTP/1.1 401 No\r\n{KEY}\r\n\r\n",
        f"HTTP/1.1 401 No\r\nContent-Length: {KEY}\r\n\r\n",
        f"HTTP/1.1 401 No\r\nTransfer-Encoding: {KEY}\r\n\r\n",
        f"HTTP/1.1 401 No\r\nContent-Encoding: {KEY}\r\nContent-Length: 2\r\n\r\nno",
        f"HTTP/1.1 200 OK\r\nContent-Encoding: {KEY}\r\nContent-Length: 2\r\n\r\nno",
        f"HTTP/1.1 200 OK\r\nContent-Type: text/{KEY}\r\nContent-Length: 2\r\n\r\nno",
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(KEY)}\r\n\r\n{KEY}",
        f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{KEY}\r\n",
        f"HTTP/1.1 200 {KEY}\r\nX-Request-Id: {KEY}\r\nContent-Length: 2000\r\n\r\n  {KEY}",
        f"HTTP/1.1 200 {KEY}\r\nX-Request-Id: {KEY}\r\nContent-Length: {len(KEY) + 14}\r\n\r\nNo such key:  {KEY}",
    ],
)
async def test_what_is_no_response_and_repeats_the_key_is_masked(
    twin: Twin, log: list[str], call: str, sent: str
) -> None:
    def answer(line: Line) -> None:
        line.send(sent.encode())

    assert_hidden(await ended(twin, answer, call), log)


@pytest.mark.parametrize(
    "event",
    [
        json.dumps({"type": "error", "status_code": 402, "context_id": "c", **ERROR}),
        json.dumps({"type": "error", "status_code": 402, "error": f"No key: {KEY}"}),
        json.dumps({"type": "error", "status_code": 402, "error": "Basic " + BASIC, "request_id": KEY, "x": [KEY]}),
        f'{{"type": "error", "broken": "{KEY}"',
        f"{KEY}",
        json.dumps({"type": KEY}) + KEY,
    ],
)
@pytest.mark.parametrize(
    "call",
    ["tts.generate_sse", "tts.websocket, receive", *SOCKETS, "stt.manual_finalize, by hand"],
)
async def test_an_event_that_repeats_the_key_is_masked(twin: Twin, log: list[str], call: str, event: str) -> None:
    def answer(line: Line) -> None:
        if "websocket" not in call and "stt" not in call:
            text = f"data: {event}\n\n".encode()
            start = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
            line.send(start + text[:30])
            line.send(text[30:])
            return
        line.upgrade()
        line.take()
        line.send(frame(event.encode()))
        line.stay()

    assert_hidden(await ended(twin, answer, call), log)


@pytest.mark.parametrize("call", ["tts.websocket, receive", "tts.websocket, speak", "stt.auto_finalize, listen"])
async def test_a_reason_for_closing_that_repeats_the_key_is_masked(twin: Twin, log: list[str], call: str) -> None:
    def answer(line: Line) -> None:
        line.upgrade()
        line.take()
        line.close(4001, f"unknown: {KEY}")

    assert_hidden(await ended(twin, answer, call), log)


async def test_the_key_of_a_function_is_masked_too(twin: Twin, log: list[str]) -> None:
    keys: Iterator[str] = iter([KEY])

    def answer(line: Line) -> None:
        line.send(response("401", ECHOES["JSON"]))

    with Server(answer) as server:
        client = twin.make(api_key=lambda: next(keys), base_url=server.url, max_retries=0)
        with pytest.raises(c.AuthenticationError) as caught:
            await done(client.get_status())
        assert_hidden(caught.value, log)


async def test_short_words_that_serve_as_keys_leave_errors_readable(twin: Twin) -> None:
    def answer(line: Line) -> None:
        line.respond(404, b'{"title": "key", "message": "no key of this name"}')

    with Server(answer) as server, pytest.raises(c.NotFoundError, match="no key of this name"):
        await done(twin.make(api_key="key", base_url=server.url).get_status())


async def test_what_succeeds_stays_as_it_is(twin: Twin) -> None:
    body = json.dumps({"id": "d", "name": KEY, "description": "", "created_at": "2026-01-01T00:00:00Z"})

    def answer(line: Line) -> None:
        line.respond(200, body.encode())

    with Server(answer) as server:
        found = await done(twin.make(api_key=KEY, base_url=server.url).datasets.create(name="n", description="d"))
    assert found.name == KEY


def test_a_logger_of_a_library_shows_no_key(log: list[str]) -> None:
    client = c.Cartesia(api_key=KEY)
    for name in ("hpack.hpack", "hpack.table", "httpcore.http2", "httpx", "websockets.client"):
        logging.getLogger(name).debug("Adding %s, sensitive: %s", (b"x-api-key", KEY.encode()), False)
        logging.getLogger(name).debug("other %s", "things")
    client.close()
    text = "\n".join(log)
    assert KEY not in text
    assert "other things" in text
