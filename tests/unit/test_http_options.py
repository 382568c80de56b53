"""Each option of httpx does what it says, whether requests go past httpx's client, transport and pool or through them.

A table: a row is an option, which two clients try, quickly and slowly. Each sends all its requests twice, for the first one on a
connection never goes the quick way: one with a small answer, one for speech, and streams of it.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

import cartesia_client as c
import httpcore
import httpx
import pytest
import respx
import trustme
from cartesia_io.http import internals
from cartesia_io.http.exchange import AsyncExchange, Exchange
from cartesia_sandbox import Sandbox

from tests import private_names
from tests.faults.calls import SPEECH, Got, entered, events, stream
from tests.serving import listening
from tests.unit.conftest import Twin, done

SOUND = bytes(range(256)) * 8
EVENTS = b'data: {"type":"chunk","data":"AAECAw==","done":false,"status_code":206,"step_time":1.0}\n\n' \
    b'data: {"type":"done","done":true,"status_code":200}\n\n'  # fmt: skip
ANSWERS = {"/": ("application/json", b'{"ok":true,"version":"1.0"}'), "/tts/bytes": ("audio/pcm", SOUND),
           "/tts/sse": ("text/event-stream", EVENTS)}  # fmt: skip
SENT = ["/", "/tts/bytes", "/tts/bytes", "/tts/sse"] * 2
"""The paths of what `use` asks for."""


def answer(request: httpx.Request) -> httpx.Response:
    """Answer as the service does, in a mock."""
    assert request.headers["x-api-key"] == "sk_car_secret"
    kind, body = ANSWERS[request.url.path]
    return httpx.Response(200, headers={"content-type": kind}, content=body)


def headers_of(head: str) -> dict[str, str]:
    """Return the headers of a request, their names in small letters."""
    lines = [line.split(": ", 1) for line in head.split("\r\n")[1:-2]]
    return {name.lower(): value for name, value in lines}


class Network:
    """A service, over TLS, too, that knows its callers by their certificates, and a proxy before it."""

    def __init__(self, authority: trustme.CA, folder: Path) -> None:
        self.ca, self.cert = str(folder / "ca.pem"), str(folder / "client.pem")
        authority.cert_pem.write_to_path(self.ca)
        authority.issue_cert("caller@example.com").private_key_and_cert_chain_pem.write_to_path(self.cert)
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(self.tls)
        authority.configure_trust(self.tls)
        self.tls.verify_mode = ssl.CERT_OPTIONAL
        self.url = self.plain = self.proxy = ""
        self.forget()

    def forget(self) -> None:
        """Forget what has been asked."""
        self.callers: list[str | None] = []
        """Whose certificate each connection showed."""
        self.heads: list[str] = []
        self.through: list[str] = []
        """The first lines of what the proxy got."""

    @property
    def paths(self) -> list[str]:
        """Return the paths of the requests."""
        return [each.split(" ")[1].removeprefix(self.plain) for each in self.heads]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer requests."""
        shown = writer.get_extra_info("peercert")
        self.callers.append(shown["subjectAltName"][0][1] if shown else None)
        try:
            while True:
                await self.respond((await reader.readuntil(b"\r\n\r\n")).decode(), reader, writer)
        except (asyncio.IncompleteReadError, OSError):
            writer.close()

    async def respond(self, head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer a request: events in pieces, the rest at once."""
        self.heads.append(head)
        await reader.readexactly(int(headers_of(head).get("content-length", "0")))
        kind, body = ANSWERS[self.paths[-1]]
        framing = f"content-length: {len(body)}"
        if body is EVENTS:
            pieces = (EVENTS[:50], EVENTS[50:], b"")
            framing, body = "transfer-encoding: chunked", b"".join(b"%x\r\n%b\r\n" % (len(x), x) for x in pieces)
        writer.write(f"HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\n{framing}\r\n\r\n".encode() + body)

    async def pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Open a tunnel for CONNECT; answer other requests as the service would."""
        try:
            while not (head := (await reader.readuntil(b"\r\n\r\n")).decode()).startswith("CONNECT "):
                self.through.append(head.partition(" HTTP")[0])
                await self.respond(head, reader, writer)
        except (asyncio.IncompleteReadError, OSError):
            writer.close()
            return
        self.through.append(head.partition(" HTTP")[0])
        host, _, port = head.split(" ")[1].partition(":")
        there = await asyncio.open_connection(host, int(port))
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        await asyncio.gather(copy(reader, there[1]), copy(there[0], writer))


async def copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
    except OSError:
        pass
    writer.close()
    await writer.wait_closed()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
async def network(authority: trustme.CA, tmp_path: Path) -> AsyncIterator[Network]:
    made = Network(authority, tmp_path)
    async with (
        listening(made.serve, ssl=made.tls) as secured,
        listening(made.serve) as plain,
        listening(made.pass_on) as proxy,
    ):
        made.url, made.plain = f"https://127.0.0.1:{secured}", f"http://127.0.0.1:{plain}"
        made.proxy = f"http://127.0.0.1:{proxy}"
        yield made


async def run(twin: Twin, steps: Callable[[], Awaitable[Any]]) -> Any:
    """Return the result of steps that a client takes: a sync one in a thread, for the service runs in this one."""
    return await (steps() if twin.is_async else asyncio.to_thread(lambda: asyncio.run(alone(steps))))


async def alone(steps: Callable[[], Awaitable[Any]]) -> Any:
    return await steps()


async def use(twin: Twin, client: Any) -> list[Any]:
    """Ask for the status, for speech, for a stream of speech and for events, twice. Return what came."""
    got = Got()

    async def ask() -> None:
        for _ in range(2):
            got.append(await done(client.get_status()))
            got.append(bytes(await done(client.tts.generate(**SPEECH))))
            streamed = Got()
            await stream(client, streamed)
            got.append(b"".join(streamed))
            await events(client, got)

    await run(twin, ask)
    return got


class Cell:
    """What a row has to do with: a client of one kind, the network, and the other fixtures."""

    def __init__(self, twin: Twin, network: Network, request: pytest.FixtureRequest) -> None:
        self.twin, self.network, self.fixture = twin, network, request.getfixturevalue
        self.seen: list[str] = []
        """What mocks, transports and hooks saw of requests and responses."""
        self.past: set[int] = set()
        """The layers that requests have gone past, as `Row.past` counts them."""
        self.client: Any = None

    @property
    def trust(self) -> dict[str, Any]:
        """Return options for the service over TLS."""
        return {"base_url": self.network.url, "verify": self.network.ca}

    @property
    def http(self) -> Any:
        """Return the client's client of httpx."""
        return self.client.get_async_httpx_client() if self.twin.is_async else self.client.get_httpx_client()

    def make(self, **options: Any) -> Any:
        """Make the client."""
        self.client = self.twin.make(**{"max_retries": 0, "base_url": self.network.plain, **options})
        return self.client

    async def refused(self, **options: Any) -> None:
        """Check that a client of these options trusts the service over TLS not."""
        other = self.twin.make(**{"max_retries": 0, "base_url": self.network.url, **options})
        with pytest.raises(c.APIConnectionError, match=r"(?i)certificate"):
            await run(self.twin, lambda: done(other.get_status()))
        await done(other.close())

    def answers(self, name: str) -> Any:
        """Return a function that answers requests, and remembers that they came to `name`."""

        def respond(request: httpx.Request) -> httpx.Response:
            self.seen.append(f"{name} {request.url.path}")
            return answer(request)

        return respond

    def transport(self, name: str) -> Any:
        """Return a transport of the caller's own kind, which sends requests and remembers that they came to `name`."""
        seen = self.seen

        class Sync(httpx.HTTPTransport):
            def handle_request(self, request: httpx.Request) -> httpx.Response:
                seen.append(f"{name} {request.url.path}")
                return super().handle_request(request)

        class Async(httpx.AsyncHTTPTransport):
            async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
                seen.append(f"{name} {request.url.path}")
                return await super().handle_async_request(request)

        return Async() if self.twin.is_async else Sync()

    def hook(self, function: Callable[[Any], None]) -> Any:
        """Return a function as a hook of the client's kind."""

        async def ahook(each: Any) -> None:
            function(each)

        return ahook if self.twin.is_async else function


Rows = Callable[[Cell], AbstractAsyncContextManager[None]]


class Row(NamedTuple):
    """An option.

    Attributes:
        past: What requests go past on the quick way: the client of httpx (1), its transport (2), connections of httpcore (3).
        run: Makes the client with the option before it is used, and checks afterwards that the option has done what it says.
    """

    past: set[int]
    run: Rows


ROWS: dict[str, Row] = {}


def row(*past: int) -> Callable[[Callable[[Cell], AsyncIterator[None]]], None]:
    """Put a function into the table, as `Row` says."""

    def add(function: Callable[[Cell], AsyncIterator[None]]) -> None:
        ROWS[function.__name__.removeprefix("_")] = Row({*past}, asynccontextmanager(function))

    return add


@row(1, 2, 3)
async def _no_option(cell: Cell) -> AsyncIterator[None]:
    cell.make()
    yield
    assert (cell.network.paths, len(cell.network.callers)) == (SENT, 1)


@row(1, 2)
async def _proxy_with_a_tunnel(cell: Cell) -> AsyncIterator[None]:
    cell.make(**cell.trust, proxy=cell.network.proxy)
    yield
    assert cell.network.through == [f"CONNECT {cell.network.url.removeprefix('https://')}"]
    assert (cell.network.paths, len(cell.network.callers)) == (SENT, 1)


@row(1, 2)
async def _proxy_that_forwards(cell: Cell) -> AsyncIterator[None]:
    cell.make(proxy=httpx.Proxy(cell.network.proxy, headers={"X-Team": "voice"}))
    yield
    assert [each.split(" ")[1] for each in cell.network.through] == [cell.network.plain + path for path in SENT]
    assert {headers_of(each)["x-team"] for each in cell.network.heads} == {"voice"}


@row(1, 2)
async def _https_proxy_of_the_environment(cell: Cell) -> AsyncIterator[None]:
    cell.fixture("monkeypatch").setenv("HTTPS_PROXY", cell.network.proxy)
    cell.make(**cell.trust)
    yield
    assert cell.network.through == [f"CONNECT {cell.network.url.removeprefix('https://')}"]
    assert (cell.network.paths, len(cell.network.callers)) == (SENT, 1)


@row(1, 2, 3)
async def _trust_env_without_the_proxy(cell: Cell) -> AsyncIterator[None]:
    cell.fixture("monkeypatch").setenv("HTTPS_PROXY", cell.network.proxy)
    cell.make(**cell.trust, trust_env=False)
    yield
    assert (cell.network.paths, cell.network.through) == (SENT, [])


@row(1, 2, 3)
async def _verify_with_a_file(cell: Cell) -> AsyncIterator[None]:
    await cell.refused()
    cell.make(**cell.trust)
    yield
    assert (cell.network.paths, cell.network.callers) == (SENT, [None])


@row(1, 2, 3)
async def _verify_with_a_context(cell: Cell) -> AsyncIterator[None]:
    await cell.refused(verify=ssl.create_default_context())
    trusting = ssl.create_default_context(cafile=cell.network.ca)
    trusting.load_cert_chain(cell.network.cert)
    cell.make(base_url=cell.network.url, verify=trusting)
    yield
    assert (cell.network.paths, cell.network.callers) == (SENT, ["caller@example.com"])


@row(1, 2, 3)
async def _verify_nothing(cell: Cell) -> AsyncIterator[None]:
    await cell.refused(verify=True)
    cell.make(base_url=cell.network.url, verify=False)
    yield
    assert (cell.network.paths, cell.network.callers) == (SENT, [None])


@row(1, 2, 3)
async def _cert(cell: Cell) -> AsyncIterator[None]:
    await cell.refused(cert=cell.network.cert)
    cell.make(**cell.trust, cert=cell.network.cert)
    yield
    assert (cell.network.paths, cell.network.callers) == (SENT, ["caller@example.com"])


@row(1, 2)
async def _cert_through_a_proxy(cell: Cell) -> AsyncIterator[None]:
    cell.make(**cell.trust, cert=cell.network.cert, proxy=cell.network.proxy)
    yield
    assert (len(cell.network.through), cell.network.callers) == (1, ["caller@example.com"])


@row(1)
async def _transport_of_httpx(cell: Cell) -> AsyncIterator[None]:
    kind = httpx.AsyncHTTPTransport if cell.twin.is_async else httpx.HTTPTransport
    cell.make(transport=kind(proxy=cell.network.proxy))
    yield
    assert len(cell.network.through) == len(SENT)


@row(1)
async def _transport_of_the_caller(cell: Cell) -> AsyncIterator[None]:
    cell.make(transport=cell.transport("own"))
    yield
    assert (cell.seen, cell.network.paths) == ([f"own {path}" for path in SENT], SENT)


@row(1)
async def _transport_that_is_a_mock(cell: Cell) -> AsyncIterator[None]:
    cell.make(transport=httpx.MockTransport(cell.answers("mock")))
    yield
    assert (cell.seen, cell.network.paths) == ([f"mock {path}" for path in SENT], [])


@row(1)
async def _mounts(cell: Cell) -> AsyncIterator[None]:
    mounts = {"all://": cell.transport("other"), "http://127.0.0.1": cell.transport("mount")}
    cell.make(mounts=mounts, transport=cell.transport("transport"))
    yield
    assert (cell.seen, cell.network.paths) == ([f"mount {path}" for path in SENT], SENT)


@row(1, 2, 3)
async def _mounts_of_none(cell: Cell) -> AsyncIterator[None]:
    cell.make(mounts={"http://127.0.0.1": None, "all://": cell.transport("other")}, proxy=cell.network.proxy)
    yield
    assert (cell.seen, cell.network.through, cell.network.paths) == ([], [], SENT)


@row(1)
async def _mounts_that_are_mocks(cell: Cell) -> AsyncIterator[None]:
    cell.make(mounts={"http://127.0.0.1": httpx.MockTransport(cell.answers("mount"))})
    yield
    assert (cell.seen, cell.network.paths) == ([f"mount {path}" for path in SENT], [])


@row(3)
async def _event_hooks(cell: Cell) -> AsyncIterator[None]:
    def sent(request: httpx.Request) -> None:
        cell.seen.append(f"sent {request.url.path}")
        request.headers["X-Hook"] = "ä"

    received = cell.hook(lambda response: cell.seen.append(f"{response.status_code} {response.request.url.path}"))
    cell.make(event_hooks={"request": [cell.hook(sent)], "response": [received]})
    yield
    assert cell.seen == [line for path in SENT for line in (f"sent {path}", f"200 {path}")]
    assert {headers_of(each)["x-hook"] for each in cell.network.heads} == {"ä"}
    assert cell.network.paths == SENT


@row(1, 2, 3)
async def _limits_of_one_connection(cell: Cell) -> AsyncIterator[None]:
    client = cell.make(limits=httpx.Limits(max_connections=1), timeout=httpx.Timeout(60.0, pool=0.01))
    yield

    async def hold_one_and_want_another() -> None:
        async with entered(client.tts.generate_stream(**SPEECH)):
            with pytest.raises(c.APITimeoutError):
                await done(client.get_status())

    await run(cell.twin, hold_one_and_want_another)
    assert (cell.network.paths, len(cell.network.callers)) == ([*SENT, "/tts/bytes"], 1)


@row(1, 2)
async def _limits_that_keep_no_connection(cell: Cell) -> AsyncIterator[None]:
    cell.make(limits=httpx.Limits(max_keepalive_connections=0))
    yield
    assert (cell.network.paths, len(cell.network.callers)) == (SENT, len(SENT))


async def _mocked_by_pytest_httpx(cell: Cell) -> AsyncIterator[None]:
    mock = cell.fixture("httpx_mock")
    mock.add_callback(answer, is_reusable=True)
    yield
    assert ([each.url.path for each in mock.get_requests()], cell.network.paths) == (SENT, [])


async def _mocked_by_respx(cell: Cell, using: str) -> AsyncIterator[None]:
    with respx.mock(using=using) as mock:
        routes = [mock.route(host="127.0.0.1", path=path).mock(side_effect=answer) for path in ANSWERS]
        yield
    assert [each.call_count for each in routes] == [SENT.count(path) for path in ANSWERS]
    assert cell.network.paths == []


MOCKS: dict[str, tuple[set[int], Callable[[Cell], AsyncIterator[None]]]] = {
    "pytest_httpx": ({1}, _mocked_by_pytest_httpx),
    "respx": ({1, 2}, lambda cell: _mocked_by_respx(cell, "httpcore")),
    "respx_of_httpx": ({1}, lambda cell: _mocked_by_respx(cell, "httpx")),
}


def _add_mocks(name: str, past: set[int], mocked: Callable[[Cell], AsyncIterator[None]]) -> None:
    @asynccontextmanager
    async def from_the_beginning(cell: Cell) -> AsyncIterator[None]:
        async for _ in mocked(cell):
            cell.make()
            yield

    @asynccontextmanager
    async def in_use(cell: Cell) -> AsyncIterator[None]:
        await use(cell.twin, cell.make())
        cell.network.forget()
        cell.past.clear()
        async for _ in mocked(cell):
            yield

    @asynccontextmanager
    async def of_a_proxy(cell: Cell) -> AsyncIterator[None]:
        async for _ in mocked(cell):
            cell.make(**cell.trust, proxy=cell.network.proxy)
            yield
        assert cell.network.through == []

    ROWS[name] = Row(past, from_the_beginning)
    ROWS[f"{name}_for_a_client_in_use"] = Row(past, in_use)
    ROWS[f"{name}_with_a_proxy"] = Row(past, of_a_proxy)


for mock, what in MOCKS.items():
    _add_mocks(mock, *what)


def _add_replaced(name: str, past: set[int], sync: tuple[Any, str], of_tasks: tuple[Any, str]) -> None:
    """Put a row into the table for a method that is replaced, as packages do that record or trace requests."""

    @asynccontextmanager
    async def replaced(cell: Cell) -> AsyncIterator[None]:
        owner, method = of_tasks if cell.twin.is_async else sync
        function = getattr(owner, method)

        def noted(itself: Any, request: Any, *more: Any, **options: Any) -> Any:
            url: Any = request.url
            cell.seen.append(url.path if isinstance(url, httpx.URL) else url.target.decode())
            return function(itself, request, *more, **options)

        cell.fixture("monkeypatch").setattr(owner, method, noted)
        cell.make()
        yield
        assert (cell.seen, cell.network.paths, len(cell.network.callers)) == (SENT, SENT, 1)

    ROWS[f"method_of_the_{name}_replaced"] = Row(past, replaced)


SEND, HANDLE, AHANDLE = "_send_single_request", "handle_request", "handle_async_request"
_add_replaced("client", {3}, (httpx.Client, SEND), (httpx.AsyncClient, SEND))
_add_replaced("transport", {1, 3}, (httpx.HTTPTransport, HANDLE), (httpx.AsyncHTTPTransport, AHANDLE))
_add_replaced("pool", {1, 2}, (httpcore.ConnectionPool, HANDLE), (httpcore.AsyncConnectionPool, AHANDLE))


@row(3)
async def _event_hooks_of_a_client_in_use(cell: Cell) -> AsyncIterator[None]:
    await use(cell.twin, cell.make())
    cell.network.forget()
    cell.past.clear()
    cell.http.event_hooks = {"request": [cell.hook(lambda request: cell.seen.append(request.url.path))]}
    yield
    assert (cell.seen, cell.network.paths, cell.network.callers) == (SENT, SENT, [])


@row(1, 2, 3)
async def _client_of_httpx(cell: Cell) -> AsyncIterator[None]:
    client, http = cell.make(), cell.http
    http.headers["X-Team"] = "voice"
    yield
    assert cell.http is http
    response = await run(cell.twin, lambda: done(http.get("/")))
    assert response.json() == {"ok": True, "version": "1.0"}
    assert cell.network.paths == [*SENT, "/"]
    for name, value in (("x-api-key", "sk_car_secret"), ("cartesia-version", client.version), ("x-team", "voice")):
        assert {headers_of(each)[name] for each in cell.network.heads} == {value}
    assert len(cell.network.callers) == 1
    await done(client.close())
    assert http.is_closed


@pytest.fixture(params=["quick", "slow"])
def is_quick(request: pytest.FixtureRequest) -> bool:
    if request.param == "quick" and request.config.getoption("--without-private-names"):
        pytest.skip("all ways are slow")
    return bool(request.param == "quick")


def watch(monkeypatch: pytest.MonkeyPatch, past: set[int]) -> None:
    """Add the layers that requests go past from now on."""

    def watched(layer: int, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            if (found := function(*arguments)) is not None:
                past.add(layer)
            return found

        return run

    for layer, name in ((1, "transport_for"), (2, "pool_below")):
        monkeypatch.setattr(internals, name, watched(layer, getattr(internals, name)))
    for kind in (Exchange, AsyncExchange):
        monkeypatch.setattr(kind, "begin", watched(3, kind.begin))


@pytest.mark.parametrize("name", ROWS)
async def test_an_option_does_what_it_says(
    twin: Twin, network: Network, name: str, is_quick: bool, request: pytest.FixtureRequest, monkeypatch: Any
) -> None:
    plain = twin.make(base_url=network.plain, max_retries=0)
    expected = await use(twin, plain)
    assert expected[:3] == [expected[0], SOUND, SOUND]
    await done(plain.close())
    network.forget()
    if not is_quick:
        private_names.take_away(monkeypatch)
    cell = Cell(twin, network, request)
    watch(monkeypatch, cell.past)
    async with ROWS[name].run(cell):
        assert await use(twin, cell.client) == expected
    await done(cell.client.close())
    assert cell.past == (ROWS[name].past if is_quick else set())


def test_connections_of_a_replaced_method_are_dropped_with_their_event_loop(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    handle = httpcore.AsyncConnectionPool.handle_async_request
    monkeypatch.setattr(httpcore.AsyncConnectionPool, "handle_async_request", lambda *given: handle(*given))
    client = c.AsyncCartesia(api_key="k", base_url=sandbox.url, max_retries=0)
    for _ in range(2):
        assert asyncio.run(alone(client.get_status)).ok
    asyncio.run(client.close())
