"""No variable of a frame that an error leaves holds the key: what error trackers and `pytest --showlocals` print."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import cartesia_client as c
import httpx
import pytest

from tests.unit.conftest import Twin, done
from tests.unit.test_audio_stream import RAW, Wire, head, speech
from tests.unit.test_secrets import SCENES

KEY = "sk_car_must_not_be_seen"
THIS = str(Path(__file__).parent)


@pytest.fixture
def wire() -> Iterator[Wire]:
    server = Wire()
    yield server
    server.close()


def shown(error: BaseException) -> str:
    """Return the variables of all frames of an error and of its causes, and what is in these objects, three levels deep."""
    parts: list[str] = []
    links, seen = [error], set()
    while links:
        link: Any = links.pop()
        if link is None or id(link) in seen:
            continue
        seen.add(id(link))
        links += [link.__cause__, link.__context__, *getattr(link, "exceptions", ())]
        parts += [str(link), *contents(vars(link), 3)]
        trace = link.__traceback__
        while trace is not None:
            if not trace.tb_frame.f_code.co_filename.startswith(THIS):
                parts += contents(variables(trace.tb_frame), 1 if link is error else 2)
            trace = trace.tb_next
    return "\n".join(parts)


def variables(frame: FrameType) -> dict[str, Any]:
    return {name: value for name, value in frame.f_locals.items() if not isinstance(value, type(gc))}


def contents(value: Any, depth: int) -> Iterator[str]:
    """Yield the repr of an object, and of what it holds."""
    yield repr(value)
    if depth == 0:
        return
    inner = list(value.values()) if isinstance(value, dict) else list(value) if isinstance(value, (list, tuple)) else []
    inner += list(getattr(value, "__dict__", {}).values()) if not isinstance(value, type) else []
    inner += [getattr(value, name, None) for name in getattr(type(value), "__slots__", ()) if isinstance(name, str)]
    if isinstance(value, httpx.Headers):
        inner.append(value.raw)
    for entry in inner:
        yield from contents(entry, depth - 1)


async def caught(call: Callable[[], Any]) -> BaseException:
    """Return the error of a call."""
    try:
        await done(call())
    except BaseException as error:
        return error
    raise AssertionError("there was no error")


@pytest.mark.parametrize("scheme", ["x-api-key", "bearer"])
@pytest.mark.parametrize("kind", ["read", "stream", "events"])
@pytest.mark.parametrize("scene", sorted(set(SCENES) - {"success"}))
async def test_no_frame_of_a_failed_request_holds_the_key(
    twin: Twin, wire: Wire, scene: str, kind: str, scheme: str
) -> None:
    wire.response, wire.ending = SCENES[scene]
    if kind == "events":
        wire.response = [part.replace(b"audio/pcm", b"text/event-stream") for part in wire.response]
    timeout = httpx.Timeout(5, read=0.2)  # which begins when the request has been sent
    client = twin.make(api_key=KEY, base_url=wire.url, timeout=timeout, auth_scheme=scheme, max_retries=0)
    error = await caught(lambda: _call(client, kind))
    assert isinstance(error, c.CartesiaError)
    assert KEY.encode() in wire.requests[0]
    assert KEY not in shown(error)


async def _call(client: Any, kind: str) -> None:
    if kind == "read":
        await done(client.tts.generate(**speech(RAW)))
    elif kind == "events":
        events = await done(client.tts.generate_sse(**speech(RAW)))
        _ = [event async for event in events] if hasattr(events, "__aiter__") else list(events)
    elif isinstance(client, c.AsyncCartesia):
        async with client.tts.generate_stream(**speech(RAW)) as stream:
            _ = [chunk async for chunk in stream]
    else:
        with client.tts.generate_stream(**speech(RAW)) as opened:
            _ = list(opened)


@pytest.mark.parametrize("begun", [False, True], ids=["before the response", "within the body"])
@pytest.mark.parametrize("kind", ["read", "stream", "events"])
async def test_no_frame_of_a_cancelled_request_holds_the_key(wire: Wire, kind: str, begun: bool) -> None:
    media = "text/event-stream" if kind == "events" else "audio/pcm"
    wire.response, wire.ending = [head(2000, media), b"\1\2"] if begun else [], "stall"
    async with c.AsyncCartesia(api_key=KEY, base_url=wire.url, timeout=5) as client:

        async def limited() -> None:
            async with asyncio.timeout(0.2):
                await _call(client, kind)

        error = await caught(limited)
    assert isinstance(error, TimeoutError)
    assert KEY.encode() in wire.requests[0]
    assert KEY not in shown(error)


async def test_a_redirect_leads_to_no_request_with_the_key(twin: Twin, wire: Wire) -> None:
    for place in ("https://other.example/x", "javascript:alert(1)", "http://[", "//" + "a" * 64 + ".example", "\\"):
        wire.response = [head(0, status="302 Found", more=f"Location: {place}\r\n")]
        error = await caught(lambda: twin.make(api_key=KEY, base_url=wire.url).get_status())
        assert isinstance(error, c.APIStatusError), place
        assert error.status_code == 302
        following = error.response and error.response.next_request
        assert following is None or KEY not in repr(following.headers.raw)
        assert KEY not in shown(error)


@pytest.mark.parametrize("auth", ["query", "headers"])
@pytest.mark.parametrize(
    "response",
    [
        b"HTTP/1.1 401 X\r\nContent-Length: 2\r\n\r\nno",
        b"HTTP/1.1 503 X\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nno",
        b"HTTP/1.1 503 X\r\nContent-Encoding: br, gzip\r\nContent-Length: 2\r\n\r\nno",
        b"HTTP/1.1 503 X\r\nServer: Caf\xe9\r\nContent-Length: 2\r\n\r\nno",
        b"HTTP/1.1 302 X\r\nLocation: javascript:alert(1)\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 X\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: wrong\r\n\r\n",
        b"HTTP/1.1 999 X\r\n\r\n",
        b"HTTP/1.1 200 X\r\nTransfer-Encoding: odd\r\n\r\n",
        b"\x16\x03\x01 no HTTP\r\n\r\n",
        b"",
    ],
    ids=lambda value: value[:40].decode("latin-1") or "nothing",
)
async def test_no_frame_of_a_rejected_or_unreadable_handshake_holds_the_key(
    twin: Twin, wire: Wire, response: bytes, auth: str
) -> None:
    wire.response = [response]
    client = twin.make(api_key=KEY, base_url=wire.url, max_retries=0)
    error = await caught(lambda: _opened(client, auth))
    assert isinstance(error, c.APIError)
    assert KEY.encode() in wire.requests[0]
    assert KEY not in shown(error)


async def _opened(client: Any, auth: str, timeout: float = 5) -> None:
    socket = client.tts.websocket_connect(websocket_auth=auth, timeout=timeout)
    if isinstance(client, c.AsyncCartesia):
        async with socket:
            pass
    else:
        with socket:
            pass


@pytest.mark.parametrize("auth", ["query", "headers"])
async def test_no_frame_of_a_handshake_that_takes_too_long_holds_the_key(twin: Twin, wire: Wire, auth: str) -> None:
    wire.response, wire.ending = [], "stall"
    error = await caught(lambda: _opened(twin.make(api_key=KEY, base_url=wire.url, max_retries=0), auth, 0.2))
    assert isinstance(error, c.APITimeoutError)
    assert KEY not in shown(error)


@pytest.mark.parametrize("auth", ["query", "headers"])
async def test_no_frame_of_a_cancelled_handshake_holds_the_key(wire: Wire, auth: str) -> None:
    wire.response, wire.ending = [], "stall"
    async with c.AsyncCartesia(api_key=KEY, base_url=wire.url) as client:

        async def limited() -> None:
            async with asyncio.timeout(0.2):
                await _opened(client, auth)

        error = await caught(limited)
    assert isinstance(error, TimeoutError)
    assert KEY not in shown(error)


async def test_no_frame_of_an_interrupted_call_holds_the_key(twin: Twin, wire: Wire) -> None:
    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    async def ainterrupt(*_: Any) -> None:
        interrupt()

    hook = ainterrupt if twin.is_async else interrupt
    client = twin.make(api_key=KEY, base_url=wire.url, event_hooks={"request": [hook]}, socket_hooks=[interrupt])
    for call in (client.get_status, lambda: _opened(client, "query")):
        error = await caught(call)
        assert isinstance(error, KeyboardInterrupt)
        assert KEY not in shown(error)


async def test_the_context_of_the_caller_keeps_its_variables(wire: Wire) -> None:
    wire.response, wire.ending = [], "stall"
    client = c.Cartesia(api_key=KEY, base_url=wire.url, timeout=0.1, max_retries=0)

    def fails() -> None:
        mine = "mine"
        raise KeyError(mine)

    try:
        try:
            fails()
        except KeyError:
            client.get_status()
    except c.APITimeoutError as error:
        context = error.__context__
        assert context is not None
        assert context.__traceback__ is not None
        assert context.__traceback__.tb_next is not None
        assert context.__traceback__.tb_next.tb_frame.f_locals == {"mine": "mine"}
    client.close()


HEADERS = [
    "X-API-Key",
    "x-api-key",
    "X-Api-KEY",
    "Authorization",
    "AUTHORIZATION",
    "X-Other",
    "Cartesia-Version",
    "a b",
]
MISPLACED: dict[str, dict[str, Any]] = {
    **{f"the header {name}": {"default_headers": {name: KEY}} for name in HEADERS},
    "a bearer": {"default_headers": {"Authorization": f"Bearer {KEY}"}},
    "the name of a header": {"default_headers": {f"X-{KEY}": "1", "Authorization": "1"}},
    "headers as text": {"default_headers": KEY},
    **{f"the option {name}": {name: KEY} for name in ("version", "timeout", "max_retries", "auth_scheme", "limits")},
    **{f"the option {name}": {name: KEY} for name in ("concurrency", "socket_hooks", "http2", "transport", "mounts")},
    **{f"the option {name}": {name: KEY} for name in ("event_hooks", "default_encoding", "default_query", "sk")},
    "the name of an option": {KEY: 1},
    "a path of the address": {"base_url": f"https://api.example/{KEY}"},
    "a query of the address": {"base_url": f"https://api.example/?key={KEY}"},
    "a user of the address": {"base_url": f"https://{KEY}@api.example/"},
    "a password of the address": {"base_url": f"https://user:{KEY}@api.example/"},
    "a plain address": {"base_url": f"http://api.example/{KEY}"},
    "the address": {"base_url": KEY},
    "a query": {"default_query": {"key": KEY}},
    "another address": {"websocket_base_url": f"wss://api.example/{KEY}"},
    "the port of a proxy": {"proxy": f"http://user:{KEY}@127.0.0.1:99999"},
    "no address of a proxy": {"proxy": f"http://user:{KEY}@["},
    "a scheme of a proxy": {"proxy": f"ftp://user:{KEY}@127.0.0.1"},
    "the proxy": {"proxy": KEY},
    "the proxy as a list": {"proxy": [KEY]},
    "a proxy elsewhere": {"proxy": f"http://user:{KEY}@proxy.example:3128", "base_url": "http://127.0.0.1:1"},
    "a file": {"verify": KEY},
    "a certificate": {"cert": (KEY, KEY, KEY)},
    "a key with a line break": {"api_key": f"{KEY}\n{KEY}"},
    "a token of another type": {"api_key": None, "token": [KEY]},
}


ACCEPTED = (
    "the header X-Other",
    "a query",
    "another address",
    "a path of the address",
    "a file",
    "a certificate",
    "the name of an option",
)


@pytest.mark.parametrize("given", [True, False], ids=["the key", "another text"])
@pytest.mark.parametrize("name", MISPLACED)
def test_a_client_that_is_refused_shows_no_secret_that_was_misplaced(
    twin: Twin, monkeypatch: pytest.MonkeyPatch, name: str, given: bool
) -> None:
    monkeypatch.setenv("CARTESIA_API_KEY", KEY if given else "sk_car_something_else")
    settings = dict(MISPLACED[name])
    if name in ACCEPTED and not given:
        return  # nobody can know that it is a secret
    with pytest.raises(c.ConfigurationError) as caught:
        twin.kind(**settings)
    assert KEY not in shown(caught.value)
    assert KEY[:20] not in str(caught.value)


def test_headers_of_a_copy_that_are_refused_are_not_shown(twin: Twin) -> None:
    client = twin.make(api_key=KEY)
    for headers in ({"X-API-Key": KEY}, {"authorization": KEY}, {"X-Other": KEY + "\n"}, {f"a {KEY}": ""}):
        with pytest.raises(c.CartesiaError) as caught:
            client.with_options(default_headers=headers)
        assert KEY not in shown(caught.value)


@pytest.mark.parametrize("kind", ["read", "stream", "events", "socket"])
@pytest.mark.parametrize("scene", ["407", "garbage", "nothing", "stall", "unreachable"])
async def test_no_frame_of_a_call_through_a_proxy_holds_its_password(
    twin: Twin, wire: Wire, scene: str, kind: str
) -> None:
    refusal = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
    wire.response, wire.ending = ([refusal], "close") if scene == "407" else SCENES.get(scene, ([], "close"))
    port = 1 if scene == "unreachable" else int(wire.url.rpartition(":")[2])
    proxy = f"http://user:{KEY}@127.0.0.1:{port}"
    client = twin.make(api_key="sk_car_of_the_service", proxy=proxy, max_retries=0, timeout=0.3, trust_env=False)
    call = (lambda: _opened(client, "query", 0.3)) if kind == "socket" else (lambda: _call(client, kind))
    error = await caught(call)
    assert isinstance(error, c.APIConnectionError)
    trace, text = error.__traceback__, [str(error)]
    while trace is not None:
        if not trace.tb_frame.f_code.co_filename.startswith(THIS):
            text += contents(variables(trace.tb_frame), 2)
        trace = trace.tb_next
    assert KEY not in "".join(text)
