"""Requests over a connection that has served one: the same to users, and to the service, as those that httpcore sends."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
from collections.abc import AsyncIterator
from typing import Any

import cartesia_client as c
import h11
import httpcore
import httpx
import pytest
from cartesia_io.http import exchange, internals
from cartesia_io.http.plain_response import read_head
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.serving import listening
from tests.unit.conftest import Twin, done

HEADERS = [(b"Host", b"a"), (b"Accept", b"*/*")]
OK = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"


def asked(method: str, headers: list[tuple[bytes, bytes]], body: bytes = b"", **extensions: Any) -> httpcore.Request:
    made = httpcore.Request(method, "http://a/x?y=1", headers=headers, content=b"", extensions=extensions)
    made.stream = httpx.ByteStream(body)
    return made


def sent_by_h11(request: httpcore.Request, body: bytes) -> bytes:
    state = h11.Connection(h11.CLIENT)
    head = state.send(h11.Request(method=request.method, target=request.url.target, headers=request.headers))
    return head + (state.send(h11.Data(body)) if body else b"") + state.send(h11.EndOfMessage())


names = st.sampled_from(
    [b"Host", b"Accept", b"Connection", b"Content-Length", b"Upgrade", b"X-\xe9", b"a b", b"A_1", b""]
)
values = st.sampled_from(
    [b"keep-alive", b"close", b"3", b"a b", b" a", b"a\r\nB: c", b"a\nb", b"\0", b"", b"\xc3\xa9", b"\t"]
)


@settings(max_examples=60)
@given(
    st.sampled_from(["GET", "POST", "HEAD"]),
    st.lists(st.tuples(names, values), max_size=3),
    st.sampled_from([b"", b"abc"]),
)
def test_what_is_sent_at_once_is_what_h11_sends(method: str, more: list[tuple[bytes, bytes]], body: bytes) -> None:
    length = [(b"Content-Length", b"%d" % len(body))] if body else []
    request = asked(method, [*HEADERS, *length, *more], body)
    if (found := exchange.message(request)) is not None:
        assert found == sent_by_h11(request, body)


def test_requests_of_the_usual_kind_are_sent_at_once() -> None:
    assert exchange.message(asked("GET", HEADERS)) == b"GET /x?y=1 HTTP/1.1\r\nHost: a\r\nAccept: */*\r\n\r\n"
    whole = exchange.message(asked("POST", [*HEADERS, (b"Content-Length", b"3")], b"abc"))
    assert whole is not None
    assert whole.endswith(b"\r\n\r\nabc")


@pytest.mark.parametrize(
    "request_",
    [
        asked("GET", HEADERS[1:]),
        asked("GET", [*HEADERS, (b"host", b"b")]),
        asked("GET", [*HEADERS, (b"X", b"a\r\nY: b")]),
        asked("GET", [*HEADERS, (b"Connection", b"close")]),
        asked("GET", [*HEADERS, (b"Transfer-Encoding", b"chunked")]),
        asked("POST", [*HEADERS, (b"Content-Length", b"2")], b"abc"),
        asked("POST", [*HEADERS, (b"Expect", b"100-continue")]),
        asked("POST", [*HEADERS, (b"Content-Length", b"70000")], bytes(70000)),
        asked("POST", HEADERS, b"abc"),
        asked("HEAD", HEADERS),
        asked("GET", HEADERS, trace=print),
        httpcore.Request("POST", "http://a/", headers=HEADERS, content=iter([b"a"])),
    ],
)
def test_other_requests_go_the_way_of_httpcore(request_: httpcore.Request) -> None:
    assert exchange.message(request_) is None


lines = st.sampled_from(
    [
        b"content-length: 2",
        b"Content-Length:3 ",
        b"content-length: 2, 2",
        b"content-length: -1",
        b"content-length: \xb2",
        b"Connection: Keep-Alive",
        b"connection: close",
        b"transfer-encoding: chunked",
        b"x:",
        b"X-Y: a  b\t",
        b"x y: z",
        b" folded",
        b"x: \x00",
        b"x: a\x0bb",
        b"x: a\nb: c",
        b"x: a\rb",
        b"x: \xe9",
        b"\xe9: x",
        b": x",
    ]
)
firsts = st.sampled_from(
    [
        b"HTTP/1.1 200 OK",
        b"HTTP/1.1 200",
        b"HTTP/1.1 404  Not \t here",
        b"HTTP/1.1 204 No",
        b"HTTP/1.1 304 N",
        b"HTTP/1.0 200 OK",
        b"HTTP/1.1 100 Go",
        b"HTTP/1.1 2000 OK",
        b"HTTP/1.1 200OK",
        b"HTTP/1.1 199 X",
        b"HTTP/1.1 599 \xe9",
        b"http/1.1 200 OK",
    ]
)


@settings(max_examples=150)
@given(firsts, st.lists(lines, max_size=4), st.sampled_from([b"", b"{}", b"{}!", b"{}HTTP/1.1 200 OK\r\n\r\n"]))
def test_what_is_read_as_plain_is_what_h11_reads(first: bytes, more: list[bytes], rest: bytes) -> None:
    data = b"\r\n".join([first, *more, b"", b""]) + rest
    state = h11.Connection(h11.CLIENT)
    state.send(h11.Request(method="GET", target="/", headers=HEADERS))
    state.send(h11.EndOfMessage())
    state.receive_data(data)
    try:
        event = state.next_event()
    except h11.RemoteProtocolError:
        event = None
    if (found := read_head(data)) is not None:
        assert isinstance(event, h11.Response)
        assert (found.status, found.reason) == (event.status_code, event.reason)
        assert found.headers == event.headers.raw_items()
        assert [(b"content-length", b"%d" % found.length)] == [
            each for each in event.headers if each[0] == b"content-length"
        ]
        assert found.rest == rest
        assert state.our_state is h11.DONE  # the connection may be used again
    assert found is not None or (first, more) != (b"HTTP/1.1 200 OK", [b"content-length: 2"])


RESPONSES = {
    "whole": OK + b'content-length: 11\r\n\r\n{"ok":true}',
    "chunked": OK + b'transfer-encoding: chunked\r\n\r\n5\r\n{"ok"\r\n6;x=y\r\n:true}\r\n0\r\nT: v\r\n\r\n',
    "until it closes": OK + b'\r\n{"ok":true}',
    "told to close": OK + b'connection: close\r\ncontent-length: 11\r\n\r\n{"ok":true}',
    "of HTTP/1.0": OK.replace(b"1.1", b"1.0") + b'content-length: 11\r\n\r\n{"ok":true}',
    "after others": b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nlink: x\r\n\r\n"
    + OK
    + b"content-length: 2\r\n\r\n{}",
    "empty": b"HTTP/1.1 204 No Content\r\n\r\n",
    "cut": OK + b'content-length: 12\r\n\r\n{"ok":true}',
    "cut in its head": OK,
    "cut in a chunk": OK + b"transfer-encoding: chunked\r\n\r\n5\r\n{",
    "nothing": b"",
    "no HTTP": b"220 mail ready\r\n\r\n",
    "of two lengths": OK + b"content-length: 11\r\ncontent-length: 12\r\n\r\n{}",
    "with a broken header": OK + b"a b: c\r\ncontent-length: 2\r\n\r\n{}",
    "too much": OK + b"content-length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\n\r\n",
    "none and too much": OK + b"content-length: 0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
    "empty text": OK + b"content-length: 0\r\n\r\n",
    "refused": b"HTTP/1.1 402 Pay\r\ncontent-length: 2\r\n\r\n{}",
    "long": OK + b"content-length: 200002\r\n\r\n[" + b" " * 200000 + b"]",
    "long and too much": OK + b"content-length: 200002\r\n\r\n[" + b" " * 200000 + b"]HTTP/1.1 200 OK\r\n\r\n",
    "in two parts": b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-le|ngth: 2\r\n\r\n{}",
    "a body in two parts": OK + b"content-length: 2\r\n\r\n{|}",
    "a body after its head": OK + b"content-length: 2\r\n\r\n|{}",
}


CLOSING = [RESPONSES[name] for name in RESPONSES if name.startswith(("cut", "nothing", "no HTTP", "until", "told"))]


@contextlib.asynccontextmanager
async def answering(answer: bytes) -> AsyncIterator[tuple[str, list[bytes]]]:
    """Answer the second request of a connection in this way, and the others as usual. Yield what arrives at once."""
    arrived: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        is_open = True
        for each in (RESPONSES["whole"], answer, RESPONSES["whole"]):
            if is_open and (data := await reader.read(65536)):
                arrived.append(data)
                while not data.endswith(b'{"a":1}'):
                    data += await reader.read(65536)
                for part in each.split(b"|"):
                    writer.write(part)
                    await asyncio.sleep(0.01 if b"|" in each else 0)
                is_open = each not in CLOSING
        writer.close()

    async with listening(serve) as port:
        yield f"http://127.0.0.1:{port}", arrived


async def post(twin: Twin, client: Any) -> Any:
    fields = {"body": {"a": 1}}
    return await (client.post("/x", **fields) if twin.is_async else asyncio.to_thread(client.post, "/x", **fields))


async def outcomes(twin: Twin, answer: bytes) -> list[Any]:
    """Return what becomes of three requests, and how many the service heard."""
    async with answering(answer) as (url, arrived):
        client = twin.make(base_url=url, max_retries=0, timeout=5)
        found: list[Any] = []
        for _ in range(3):
            try:
                found.append(await post(twin, client))
            except c.APIError as error:
                found.append((type(error), re.sub(r":\d+", "", str(error)), error.may_be_billed))
        await done(client.close())
        return [*found, len(arrived)]


@pytest.mark.parametrize("answer", RESPONSES.values(), ids=RESPONSES)
async def test_a_response_becomes_what_it_becomes_by_httpcore(
    twin: Twin, answer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = await outcomes(twin, answer)
    monkeypatch.setattr(internals, "_STEPS", ("gone",))
    monkeypatch.setattr(internals, "_STATES", {})  # which remembers those it has looked at
    assert quick == await outcomes(twin, answer)


async def test_head_and_body_arrive_together_and_a_log_gets_its_lines(
    twin: Twin, caplog: pytest.LogCaptureFixture
) -> None:
    async with answering(RESPONSES["whole"]) as (url, arrived):
        client = twin.make(base_url=url, max_retries=0, timeout=5)
        for level in (logging.INFO, logging.DEBUG):
            caplog.set_level(level, "httpcore.http11")
            for _ in range(2):
                assert await post(twin, client) == {"ok": True}
            assert bool(caplog.records) is (level == logging.DEBUG)
        assert arrived[1].endswith(b'\r\n\r\n{"a":1}')
        await done(client.close())


async def test_a_connection_is_idle_from_the_end_of_its_last_response(twin: Twin) -> None:
    async with answering(RESPONSES["whole"]) as (url, _):
        client = twin.make(base_url=url, max_retries=0, timeout=5, limits=httpx.Limits(keepalive_expiry=60))
        await post(twin, client)
        http = client.get_async_httpx_client() if twin.is_async else client.get_httpx_client()
        (connection,) = http._transport._pool.connections
        connection._connection._expire_at = 0.0
        begun = exchange.Exchange.begin(connection, asked("GET", HEADERS))
        assert begun is not None
        begun._first(RESPONSES["whole"])
        begun._end()
        assert not connection.has_expired()
        await done(client.close())


async def test_a_connection_that_is_new_or_goes_through_a_proxy_does_it_by_itself(twin: Twin) -> None:
    origin = httpcore.Origin(b"http", b"a", 80)
    assert exchange.Exchange.begin(httpcore.HTTPConnection(origin), asked("GET", HEADERS)) is None
    assert exchange.Exchange.begin(object(), asked("GET", HEADERS)) is None
    async with answering(RESPONSES["whole"]) as (url, arrived):
        client = twin.make(base_url="http://127.0.0.1:9", proxy=url, max_retries=0, timeout=5)
        assert [await post(twin, client) for _ in range(2)] == [{"ok": True}] * 2
        assert [each.partition(b" HTTP")[0] for each in arrived] == [b"POST http://127.0.0.1:9/x"] * 2
        await done(client.close())


async def test_ctrl_c_before_the_body_of_a_response_is_read_ends_its_connection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    twin = Twin(c.Cartesia)
    async with answering(RESPONSES["a body after its head"]) as (url, _):
        client = twin.make(base_url=url, max_retries=0, timeout=5)
        await post(twin, client)
        with monkeypatch.context() as patch:
            patch.setattr(exchange.Exchange, "_response", interrupt)
            with pytest.raises(KeyboardInterrupt):
                await post(twin, client)
        assert client.get_httpx_client()._transport._pool.connections == []
        assert [await post(twin, client) for _ in range(3)] == [{"ok": True}, {}, {"ok": True}]
        await twin.close()
