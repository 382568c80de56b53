"""The pool of connections: as few as there are requests at a time, fair, and the same to users as that of httpcore.

Each test that goes through the public door runs on both: the pool of this package, and that of httpcore, which is used where the
names that `internals` knows are not there.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import ssl
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import cartesia_client as c
import httpcore
import httpx
import pytest
import trustme
from cartesia_io.http import internals
from cartesia_io.http.pool import AsyncPool, Pool
from cartesia_io.http.slots import Slots, Waiter

from tests.serving import listening
from tests.unit.conftest import Twin, done
from tests.waiting import until

ANSWER = (
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 27\r\n\r\n" + b'{"ok":true,"version":"1.0"}'
)


class Service:
    """Answers each request when `gate` is open, and counts connections and the requests that are under way."""

    def __init__(self) -> None:
        self.connections = self.busy = self.most = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.paths: list[str] = []
        self.heads: list[bytes] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                self.busy += 1
                self.most = max(self.most, self.busy)
                self.paths.append(head.split(b" ", 2)[1].decode())
                self.heads.append(head)
                await self.gate.wait()
                await asyncio.sleep(0.002)
                self.busy -= 1
                writer.write(ANSWER)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@pytest.fixture
async def service() -> AsyncIterator[tuple[Service, str]]:
    made = Service()
    async with listening(made.serve) as port:
        yield made, f"http://127.0.0.1:{port}"


@pytest.fixture(params=["own", "below httpx", "httpcore"])
def pool(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "below httpx":
        monkeypatch.setattr(internals, "_DIRECT", False)
    if request.param == "httpcore":
        monkeypatch.setattr(internals, "pool_sizes", lambda _: None)
        monkeypatch.setattr(internals, "transport_for", lambda *_: None)
    return str(request.param)


async def ask(twin: Twin, client: Any, path: str = "/") -> Any:
    return await (client.get(path) if twin.is_async else asyncio.to_thread(client.get, path))


async def ask_often(twin: Twin, client: Any, tasks: int, times: int) -> None:
    async def one() -> None:
        for _ in range(times):
            await client.get("/")

    def thread(_: int) -> None:
        for _ in range(times):
            client.get("/")

    if twin.is_async:
        await asyncio.gather(*(one() for _ in range(tasks)))
    else:
        with ThreadPoolExecutor(tasks) as threads:
            await asyncio.gather(
                *(asyncio.get_running_loop().run_in_executor(threads, thread, n) for n in range(tasks))
            )


async def test_forty_at_a_time_need_forty_connections(twin: Twin, service: tuple[Service, str]) -> None:
    counts, url = service
    await ask_often(twin, twin.make(base_url=url), 40, 5)
    assert counts.connections <= 40
    assert len(counts.paths) == 200


async def test_connections_that_are_idle_at_the_same_time_are_all_kept(
    twin: Twin, service: tuple[Service, str]
) -> None:
    counts, url = service
    client = twin.make(base_url=url)
    for _ in range(2):
        counts.gate.clear()
        asking = asyncio.create_task(ask_often(twin, client, 40, 1))
        await until(lambda: counts.busy == 40)
        counts.gate.set()
        await asking
    assert counts.connections == 40


async def test_one_after_the_other_shares_a_connection(twin: Twin, service: tuple[Service, str], pool: str) -> None:
    counts, url = service
    client = twin.make(base_url=url)
    for _ in range(5):
        assert (await ask(twin, client))["ok"]
    assert counts.connections == 1


async def test_a_request_and_its_response_are_the_same_below_the_transport_of_httpx(
    twin: Twin, service: tuple[Service, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    counts, url = service
    found = []
    for is_direct in (True, False):
        monkeypatch.setattr(internals, "_DIRECT", is_direct)
        ask_raw: Any = twin.make(base_url=url, timeout=5).with_raw_response.get_status
        query = {"q": "ä b"}
        response = await (
            ask_raw(extra_query=query) if twin.is_async else asyncio.to_thread(ask_raw, extra_query=query)
        )
        encoding = response.headers.encoding
        found.append((counts.heads[-1], response.status_code, response.headers.raw, encoding, response.http_version))
    assert found[0] == found[1]
    assert counts.heads[-1].startswith(b"GET /?q=%C3%A4+b HTTP/1.1\r\nHost: 127.0.0.1:")


async def test_limits_hold_and_all_are_served(twin: Twin, service: tuple[Service, str], pool: str) -> None:
    counts, url = service
    client = twin.make(base_url=url, limits=httpx.Limits(max_connections=3, max_keepalive_connections=2))
    await ask_often(twin, client, 12, 2)
    assert counts.most <= 3
    assert len(counts.paths) == 24


async def test_who_gets_no_connection_in_time_is_told(twin: Twin, service: tuple[Service, str], pool: str) -> None:
    counts, url = service
    counts.gate.clear()
    timeout = httpx.Timeout(5, pool=0.05)
    client = twin.make(base_url=url, limits=httpx.Limits(max_connections=1), timeout=timeout, max_retries=0)
    first = asyncio.create_task(ask(twin, client))
    while not counts.busy:
        await asyncio.sleep(0)
    with pytest.raises(c.APITimeoutError, match="all connections are in use"):
        await ask(twin, client)
    counts.gate.set()
    assert (await first)["ok"]
    assert (await ask(twin, client))["ok"]


async def test_closing_the_client_ends_the_waits(twin: Twin, service: tuple[Service, str]) -> None:
    counts, url = service
    counts.gate.clear()
    client = twin.make(base_url=url, limits=httpx.Limits(max_connections=1), max_retries=0)
    asked = [asyncio.create_task(ask(twin, client)) for _ in range(3)]
    while not counts.busy:
        await asyncio.sleep(0)
    for _ in range(20):
        await asyncio.sleep(0)
    await done(client.close())
    for error in await asyncio.wait_for(asyncio.gather(*asked, return_exceptions=True), 5):
        assert isinstance(error, (c.APIConnectionError, c.InvalidRequestError)), error
        assert "closed" in str(error)


async def test_a_canceled_request_leaves_its_connection_to_others(service: tuple[Service, str], pool: str) -> None:
    counts, url = service
    counts.gate.clear()
    async with c.AsyncCartesia(api_key="k", base_url=url, limits=httpx.Limits(max_connections=1), timeout=5) as client:
        running, waiting, last = (asyncio.create_task(client.get(f"/{n}")) for n in range(3))
        while not counts.busy:
            await asyncio.sleep(0)
        for _ in range(20):
            await asyncio.sleep(0)
        waiting.cancel()
        running.cancel()
        counts.gate.set()
        assert (await last)["ok"]
        assert (await client.get("/"))["ok"]
    assert counts.paths == ["/0", "/2", "/"]


async def test_what_the_service_closes_is_not_used_again(twin: Twin, pool: str) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(ANSWER)
        await writer.drain()
        writer.close()

    async with listening(serve) as port:
        client = twin.make(base_url=f"http://127.0.0.1:{port}", max_retries=0)
        for _ in range(3):
            assert (await ask(twin, client))["ok"]
            await asyncio.sleep(0.01)  # the end arrives


@pytest.mark.parametrize(
    "surplus", [ANSWER.replace(b"true", b"null"), b"\r\n", ANSWER[:9]], ids=["whole", "line", "half"]
)
@pytest.mark.parametrize("given", [False, True], ids=["own transport", "transport of the caller"])
async def test_what_follows_a_response_at_once_is_not_taken_for_the_next_one(
    twin: Twin, surplus: bytes, given: bool
) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.readuntil(b"\r\n\r\n"):
            writer.write(ANSWER + surplus)

    async with listening(serve) as port:
        options = {"transport": httpx.AsyncHTTPTransport() if twin.is_async else httpx.HTTPTransport()} if given else {}
        url = f"http://127.0.0.1:{port}"
        client = twin.make(base_url=url, max_retries=0, timeout=5, **options)
        assert [(await ask(twin, client))["ok"] for _ in range(3)] == [True] * 3
        await done(client.close())


@pytest.mark.parametrize("given", [False, True], ids=["own transport", "transport of the caller"])
async def test_a_service_that_ends_tls_and_leaves_the_connection_open_is_not_asked_again(
    twin: Twin, given: bool
) -> None:
    shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(shown)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        tls = shown.wrap_bio(incoming, outgoing, server_side=True)
        for step in (tls.do_handshake, tls.read):
            while True:
                with contextlib.suppress(ssl.SSLWantReadError):
                    step()
                    break
                writer.write(outgoing.read())
                incoming.write(await reader.read(65536))
        tls.write(ANSWER)
        with contextlib.suppress(ssl.SSLWantReadError):
            tls.unwrap()
        writer.write(outgoing.read())  # the response and the end of TLS at once
        await reader.read()
        writer.close()

    async with listening(serve) as port:
        url = f"https://127.0.0.1:{port}"
        kind = httpx.AsyncHTTPTransport if twin.is_async else httpx.HTTPTransport
        options: dict[str, Any] = {"transport": kind(verify=False)} if given else {"verify": False}
        client = twin.make(base_url=url, max_retries=0, timeout=5, **options)
        assert [(await ask(twin, client))["ok"] for _ in range(3)] == [True] * 3
        await done(client.close())


@pytest.mark.parametrize("leaves", [False, True])
async def test_a_response_that_comes_before_the_upload_has_ended_is_the_end_of_it(twin: Twin, leaves: bool) -> None:
    over, ended = asyncio.Event(), asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 413 Too Large\r\ncontent-length: 2\r\n\r\n{}")
        await writer.drain()
        await (asyncio.sleep(0) if leaves else over.wait())  # nobody reads, so the system takes no more
        writer.transport.abort()
        ended.set()

    async with listening(serve) as port:
        url = f"http://127.0.0.1:{port}"
        client = twin.make(base_url=url, max_retries=0, timeout=httpx.Timeout(5, write=0.1))
        sending = functools.partial(client.post, "/", content=bytes(16 * 1024 * 1024))
        with pytest.raises(c.APIStatusError) as caught:
            await (sending() if twin.is_async else asyncio.to_thread(sending))
        assert (caught.value.status_code, caught.value.may_be_billed) == (413, False)
        over.set()
        await ended.wait()


async def test_one_event_loop_after_the_other_is_served(service: tuple[Service, str], pool: str) -> None:
    _, url = service
    client = c.AsyncCartesia(api_key="k", base_url=url, limits=httpx.Limits(max_connections=1), timeout=5)

    def rounds() -> list[Any]:
        answers = [asyncio.run(client.get("/")) for _ in range(3)]
        asyncio.run(client.close())
        return answers

    assert all(each["ok"] for each in await asyncio.to_thread(rounds))


def test_the_private_names_of_httpx_and_httpcore_are_where_they_were(twin: Twin) -> None:
    client = twin.make(base_url="http://127.0.0.1:9")
    http = client.get_async_httpx_client() if twin.is_async else client.get_httpx_client()
    (transport,) = internals.transports(http)
    request = http.build_request("GET", "/")
    assert internals.transport_for(http, request) is transport
    handle = transport.handle_async_request if twin.is_async else transport.handle_request
    assert internals.pool_below(handle, request) is transport._pool
    assert internals.pool_below(lambda _: None, request) is None
    request.extensions["target"] = b"*"
    assert internals.pool_below(handle, request) is None
    http.event_hooks = {"request": [print]}
    assert internals.transport_for(http, request) is None
    assert isinstance(transport._pool, AsyncPool if twin.is_async else Pool)
    assert internals.pool_sizes(httpcore.ConnectionPool(max_connections=3, max_keepalive_connections=2)) == (3, 2)


def test_pools_of_another_kind_stay_as_they_are(twin: Twin) -> None:
    given = httpx.AsyncHTTPTransport() if twin.is_async else httpx.HTTPTransport()
    kept = given._pool
    client = twin.make(transport=given)
    _ = client.get_async_httpx_client() if twin.is_async else client.get_httpx_client()
    assert given._pool is kept
    assert internals.pool_sizes(httpcore.ConnectionPool(http2=True)) is None
    assert internals.pool_sizes(object()) is None
    assert internals.transports(object()) == []  # type: ignore[arg-type]  # as a client without these names


class Line:
    """A connection of httpcore, as far as a pool asks."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.idle = self.closed = self.expired = False

    def can_handle_request(self, origin: str) -> bool:
        return origin == self.origin

    def is_idle(self) -> bool:
        return self.idle

    def is_closed(self) -> bool:
        return self.closed

    def has_expired(self) -> bool:
        return self.expired


def slots(connections: int, idle: int) -> Slots:
    return Slots(internals.Sizes(connections, idle), Line)


def test_the_latest_connection_is_used_first_and_expired_ones_are_closed() -> None:
    made = slots(3, 3)
    lines: list[Any] = [made.take("a")[0] for _ in range(3)]
    for line in lines:
        line.idle = True
        assert made.give(line) == []
    assert made.take("a") == (lines[2], [])
    lines[1].expired = True
    assert made.take("a") == (lines[0], [lines[1]])


def test_waiters_are_served_in_order_and_another_origin_gets_a_new_connection() -> None:
    made = slots(1, 1)
    line, _ = made.take("a")
    assert line is not None
    assert made.take("a") == (None, [])
    woken: list[str] = []
    first, second = Waiter("a", lambda: woken.append("first")), Waiter("b", lambda: woken.append("second"))
    made.wait(first)
    made.wait(second)
    line.idle = True
    assert made.give(line) == []
    assert (first.connection, woken) == (line, ["first"])
    assert made.give(line) == [line]
    assert woken == ["first", "second"]
    assert second.connection is not line
    assert list(made.connections) == [second.connection]


def test_what_a_waiter_got_that_left_goes_to_the_next() -> None:
    made = slots(1, 1)
    line, _ = made.take("a")
    assert line is not None
    first, second = Waiter("a", lambda: None), Waiter("a", lambda: None)
    made.wait(first)
    made.wait(second)
    line.idle = True
    made.give(line)
    assert made.leave(first) == []
    assert second.connection is line


def test_a_connection_that_has_expired_goes_to_no_waiter() -> None:
    made = slots(1, 1)
    line, _ = made.take("a")
    assert line is not None
    waiter = Waiter("a", lambda: None)
    made.wait(waiter)
    line.idle = line.expired = True
    assert made.give(line) == [line]
    assert waiter.connection not in (None, line)


def test_a_connection_that_broke_makes_room_for_the_next() -> None:
    made = slots(1, 1)
    line, _ = made.take("a")
    assert line is not None
    waiter = Waiter("a", lambda: None)
    made.wait(waiter)
    assert made.give(line) == [line]
    assert waiter.connection not in (None, line)
