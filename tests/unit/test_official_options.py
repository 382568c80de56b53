"""The options and attributes of a client that programs of the official library use."""

from __future__ import annotations

import pickle
import ssl
from collections.abc import Callable
from typing import Any

import cartesia_client as c
import httpx
import pytest
from pytest_httpx import HTTPXMock

from .conftest import Twin, done

STATUS = {"ok": True, "version": "2026-08-14"}
KEY = "sk_car_0123456789abcdef"


def httpx_client(twin: Twin, **options: Any) -> Any:
    return (httpx.AsyncClient if twin.is_async else httpx.Client)(**options)


@pytest.mark.parametrize("name", ["Cartesia-Version", "cartesia-version", "CARTESIA-VERSION"])
@pytest.mark.parametrize("way", ["constructor", "with_options", "copy", "set", "http_client"])
async def test_the_header_sets_the_version(twin: Twin, httpx_mock: HTTPXMock, name: str, way: str) -> None:
    httpx_mock.add_response(json=STATUS)
    headers = {name: "2024-11-13", "X-Other": "1"}
    if way == "constructor":
        client = twin.make(default_headers=headers)
    elif way == "http_client":
        client = twin.make(http_client=httpx_client(twin, headers=headers))
    else:
        options = {("set_default_headers" if way == "set" else "default_headers"): headers}
        client = getattr(twin.make(), "copy" if way == "copy" else "with_options")(**options)
    assert client.version == "2024-11-13"
    assert "embed" not in dir(client)
    assert type(client.voices).__module__.startswith("cartesia_api.v2024_11_13")
    await done(client.get_status())
    (request,) = httpx_mock.get_requests()
    assert request.headers.get_list("cartesia-version") == ["2024-11-13"]
    assert request.headers["x-other"] == "1"
    changed = client.with_options(default_headers={"cartesia-version": "2025-04-16"})
    assert (changed.version, client.version) == ("2025-04-16", "2024-11-13")


def test_two_versions_are_a_contradiction(twin: Twin) -> None:
    header = {"cartesia-version": "2024-11-13"}
    assert twin.make(version="2024-11-13", default_headers=header).version == "2024-11-13"
    with pytest.raises(c.ConfigurationError, match="version is 2025-04-16, and the header Cartesia-Version 2024-11-13"):
        twin.make(version="2025-04-16", default_headers=header)
    for wrong in ("latest", "20241113", ""):
        with pytest.raises(c.ConfigurationError, match="must be a date"):
            twin.make(default_headers={"cartesia-version": wrong})


async def test_default_query_goes_out_below_what_a_call_passes(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"data": [], "has_more": False}, is_reusable=True)
    client = twin.make(default_query={"team": "a", "limit": 7, "tag": ["x", "y"]})
    copied = client.copy(default_query={"team": "b", "more": True})
    replaced = copied.with_options(set_default_query={"only": "1"})

    async def sent(used: c.Cartesia, **arguments: Any) -> str:
        await done(used.voices.list(**arguments))
        return httpx_mock.get_requests()[-1].url.query.decode()

    assert await sent(client) == "team=a&limit=7&tag=x&tag=y"
    assert await sent(client, limit=3, extra_query={"team": "c"}) == "team=c&limit=3&tag=x&tag=y"
    assert await sent(copied, limit=3) == "team=b&limit=3&tag=x&tag=y&more=true"
    assert await sent(replaced) == "only=1"
    assert client.default_query == {"team": "a", "limit": 7, "tag": ["x", "y"]}
    assert copied.default_query == {**client.default_query, "team": "b", "more": True}
    assert replaced.default_query == {"only": "1"}


@pytest.mark.parametrize(
    "query", [{"api_key": "x"}, {"access_token": "x"}, "a=b", {"a": {"b": 1}}, {"a": float("nan")}, {1: "a"}]
)
def test_a_query_for_all_requests_is_checked(twin: Twin, query: Any) -> None:
    copy = twin.make().copy
    for change, name in ((twin.make, "default_query"), (copy, "default_query"), (copy, "set_default_query")):
        with pytest.raises(c.ConfigurationError, match="default_query must be a dict"):
            change(**{name: query})


def kept(requests: list[httpx.Request]) -> Callable[[httpx.Request], httpx.Response]:
    """Return what answers requests, and keeps a copy of each as it was sent: the credential is removed afterwards."""

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(
            httpx.Request(request.method, request.url, headers=request.headers, extensions=request.extensions)
        )
        return httpx.Response(200, json=STATUS)

    return answer


async def test_what_an_httpx_client_has_is_taken_over(twin: Twin, httpx_mock: HTTPXMock) -> None:
    requests: list[httpx.Request] = []
    httpx_mock.add_callback(kept(requests))
    seen: list[str] = []

    async def ahook(request: httpx.Request) -> None:
        seen.append(str(request.url))

    given = httpx_client(
        twin,
        timeout=httpx.Timeout(7.0),
        headers={"X-Team": "a", "User-Agent": "my-app/1"},
        params={"team": "a"},
        cookies={"session": "1"},
        follow_redirects=True,
        base_url="https://example.com",
        event_hooks={"request": [ahook if twin.is_async else lambda request: seen.append(str(request.url))]},
        limits=httpx.Limits(max_connections=3),
    )
    client = twin.make(http_client=given)
    await done(client.get_status())
    (request,) = requests
    assert str(request.url) == seen[0] == "https://api.cartesia.ai/?team=a"
    assert request.headers["x-team"] == "a"
    assert request.headers["user-agent"] == "my-app/1"
    assert request.headers["x-api-key"] == "sk_car_secret"
    assert "cookie" not in request.headers
    assert set(request.extensions["timeout"].values()) == {7.0}
    assert client.timeout == httpx.Timeout(7.0)
    http = client.get_async_httpx_client() if twin.is_async else client.get_httpx_client()
    assert http._transport is given._transport
    assert http._transport._pool._max_connections == 3
    assert dict(given.headers)["x-team"] == "a"
    assert "x-api-key" not in given.headers
    assert "sk_car" not in repr(vars(given))
    assert twin.make(http_client=httpx_client(twin)).timeout == httpx.Timeout(60.0, connect=5.0)
    assert twin.make(http_client=given, timeout=3.0).timeout == 3.0


async def test_redirects_stay_unfollowed_and_plain_http_refused(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=307, headers={"Location": "https://example.com/"})
    given = httpx_client(twin, follow_redirects=True)
    with pytest.raises(c.APIStatusError, match="redirects are not followed"):
        await done(twin.make(http_client=given).get_status())
    assert len(httpx_mock.get_requests()) == 1
    with pytest.raises(c.ConfigurationError, match="would send the credential unencrypted"):
        twin.make(http_client=given, base_url="http://example.com")
    proxied = httpx_client(twin, proxy="http://proxy.example:3128")
    with pytest.raises(c.ConfigurationError, match="through a proxy on another machine"):
        twin.make(http_client=proxied, base_url="http://127.0.0.1:9")
    twin.make(http_client=httpx_client(twin, proxy="http://127.0.0.1:3128"), base_url="http://127.0.0.1:9")


async def test_what_cannot_be_taken_over_is_refused(twin: Twin) -> None:
    other = httpx.Client() if twin.is_async else httpx.AsyncClient()
    closed = httpx_client(twin)
    await done(closed.aclose() if twin.is_async else closed.close())
    wrong = "Client" if twin.is_async else "AsyncClient"
    for options, text in (
        ({"http_client": other}, rf"must be an httpx\.\w+, got httpx\.{wrong}"),
        ({"http_client": "https://proxy"}, r"must be an httpx\.\w+, got str"),
        (
            {"http_client": httpx_client(twin), "proxy": "http://127.0.0.1:1"},
            "proxy= cannot be combined with http_client=",
        ),
        ({"http_client": httpx_client(twin), "verify": False}, "verify= cannot be combined with http_client="),
        ({"http_client": httpx_client(twin, auth=("a", "b"))}, "has auth=, which would replace"),
        ({"http_client": httpx_client(twin, headers={"Authorization": KEY})}, "authorization cannot be passed"),
        ({"http_client": httpx_client(twin, headers={"X-API-Key": KEY})}, "x-api-key cannot be passed"),
        ({"http_client": closed}, "http_client is closed"),
    ):
        for change in (twin.make, twin.make().with_options):
            if change is twin.make or options.keys() == {"http_client"}:
                with pytest.raises(c.ConfigurationError, match=text) as raised:
                    change(**options)
                assert KEY not in str(raised.value)


def test_sockets_go_the_way_of_the_taken_client(twin: Twin) -> None:
    context = ssl.create_default_context()
    given = httpx_client(twin, verify=context, proxy="http://user:pass@127.0.0.1:3128", http2=False)
    client = twin.make(http_client=given, websocket_base_url="wss://speech.example")
    way = client._connections.way(1.0)
    assert way.proxy.url.reveal() == "http://user:pass@127.0.0.1:3128"
    plain = twin.make(http_client=httpx_client(twin, verify=context))
    assert plain._connections.way(1.0).tls is context


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("wss://speech.example", "wss://speech.example/tts/websocket"),
        ("https://speech.example/v1/", "wss://speech.example/v1/tts/websocket"),
        (httpx.URL("wss://speech.example:8443"), "wss://speech.example:8443/tts/websocket"),
        ("ws://127.0.0.1:8000", "ws://127.0.0.1:8000/tts/websocket"),
        (None, "wss://api.cartesia.ai/tts/websocket"),
    ],
)
def test_sockets_have_a_base_url_of_their_own(twin: Twin, given: Any, address: str) -> None:
    from cartesia_client.sockets.connect import ConnectAttempts

    client = twin.make(websocket_base_url=given, default_query={"team": "a"})
    attempts = ConnectAttempts(client._connections, client.tts.websocket_connect()._handshake, lambda: False)
    url, _ = attempts.begin(client._policy.identity.credential())
    assert url.partition("?")[0] == address
    assert "team=a" in url
    assert client.websocket_base_url == given
    assert client.base_url == "https://api.cartesia.ai"


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("ws://speech.example", "would send the credential unencrypted"),
        ("http://speech.example", "would send the credential unencrypted"),
        ("wss://speech.example?api_key=1", "must not have a query"),
        ("wss://user:pass@speech.example", "must not contain a user name"),
        ("ftp://speech.example", "must be an https:// URL"),
        (7, "must be a URL such as wss://"),
    ],
)
def test_the_url_of_sockets_is_checked(twin: Twin, given: Any, text: str) -> None:
    for change in (twin.make, twin.make().copy):
        with pytest.raises(c.ConfigurationError, match=f"websocket_base_url .*{text}"):
            change(websocket_base_url=given)


async def test_copies_with_another_credential_or_address_share_the_connections(
    twin: Twin, httpx_mock: HTTPXMock
) -> None:
    requests: list[httpx.Request] = []
    httpx_mock.add_callback(kept(requests), is_reusable=True)

    class Mine(twin.kind):  # type: ignore[name-defined, misc]
        label = "?"

    client = Mine(api_key=KEY, max_retries=5, default_headers={"X-A": "1"}, verify=ssl.create_default_context())
    client.label = "mine"
    copies = {
        "other key": client.copy(api_key="sk_other"),
        "token": client.copy(token="a.b.c"),
        "address": client.with_options(base_url="https://eu.example/v1", timeout=3.0),
        "headers": client.copy(set_default_headers={"X-B": "2"}),
        "twice": client.copy(api_key="sk_other").copy(max_retries=1).copy(base_url="https://eu.example"),
    }
    sent = {}
    for name, copied in copies.items():
        assert (type(copied), copied.label) == (Mine, "mine")
        await done(copied.get_status())
        sent[name] = requests[-1]
        http = [
            used.get_async_httpx_client() if twin.is_async else used.get_httpx_client() for used in (client, copied)
        ]
        assert http[0]._transport is http[1]._transport
        assert KEY not in repr(copied)
    assert sent["other key"].headers["x-api-key"] == sent["twice"].headers["x-api-key"] == "sk_other"
    assert sent["token"].headers["authorization"] == "Bearer a.b.c"
    assert "x-api-key" not in sent["token"].headers
    assert sent["address"].headers["x-api-key"] == KEY
    assert str(sent["address"].url) == "https://eu.example/v1/"
    assert str(sent["twice"].url) == "https://eu.example/"
    assert "x-a" not in sent["headers"].headers
    assert sent["headers"].headers["x-b"] == "2"
    assert [copied.max_retries for copied in copies.values()] == [5, 5, 5, 5, 1]
    assert copies["address"].timeout == 3.0
    assert copies["address"].default_headers["X-A"] == "1"


def test_a_copy_that_is_made_anew_can_be_pickled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARTESIA_API_KEY", KEY)
    client = c.Cartesia(default_headers={"X-A": "1", "cartesia-version": "2024-11-13"}, timeout=3.0)
    copied = client.copy(base_url="https://eu.example", default_headers={"Cartesia-Version": "2025-04-16", "X-B": "2"})
    again = pickle.loads(pickle.dumps(copied))
    assert (again.base_url, again.version, again.timeout) == ("https://eu.example", "2025-04-16", 3.0)
    assert again.default_headers == copied.default_headers
    assert {**again.default_headers, "X-A": "1", "X-B": "2"} == again.default_headers
    with pytest.raises(c.ConfigurationError, match="http_client= cannot be pickled"):
        pickle.dumps(c.Cartesia(http_client=httpx.Client()))


def test_either_default_or_set_default(twin: Twin) -> None:
    for name in ("headers", "query"):
        with pytest.raises(c.ConfigurationError, match="pass one of the two"):
            twin.make().copy(**{f"default_{name}": {}, f"set_default_{name}": {}})


async def test_attributes_say_what_the_options_are_and_no_key(twin: Twin) -> None:
    client = twin.make(api_key=KEY, max_retries=4, timeout=3.0, default_headers={"X-A": "1"})
    assert (client.max_retries, client.timeout, client.token, client.websocket_base_url) == (4, 3.0, None, None)
    assert client.api_key is not None
    assert client.api_key.reveal() == KEY
    assert KEY not in f"{client.api_key} {client.api_key!r} {vars(client)} {client.default_headers} {dir(client)}"
    assert client.default_headers.items() >= {"X-A": "1", "Cartesia-Version": client.version}.items()
    get_key = lambda: KEY  # noqa: E731
    assert twin.make(api_key=get_key).api_key is get_key
    by_token = twin.make(api_key=None, token="a.b.c")
    assert (by_token.api_key, by_token.token.reveal()) == (None, "a.b.c")
    copied = client.copy(max_retries=1, timeout=None)
    assert (copied.max_retries, copied.timeout) == (1, None)
    assert (client.is_closed(), copied.is_closed()) == (False, False)
    await done(copied.close())
    assert (client.is_closed(), copied.is_closed()) == (True, True)


async def test_options_of_a_client_may_be_set_later(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=STATUS, is_reusable=True)
    httpx_mock.add_response(503, url="https://other.example.com/v1/voices/v", is_reusable=True)
    client = twin.make(default_headers={"X-A": "1"})
    voices = client.voices
    client.timeout, client.max_retries = 7, 1
    assert (client.timeout, client.max_retries) == (7, 1)
    await done(client.get_status())
    assert httpx_mock.get_requests()[-1].extensions["timeout"]["read"] <= 7
    client.base_url = "https://other.example.com/v1"
    assert (str(client.base_url), client.max_retries, client.version) == (
        "https://other.example.com/v1",
        1,
        "2026-08-14",
    )
    client.max_retries = 0
    with pytest.raises(c.InternalServerError) as caught:
        await done(voices.get("v"))
    assert (caught.value.attempts, caught.value.request.headers["x-a"]) == (1, "1")
    for name, wrong in (("base_url", "http://api.example.com"), ("base_url", 3), ("timeout", -1), ("max_retries", 1.5)):
        with pytest.raises(c.ConfigurationError, match=name):
            setattr(client, name, wrong)
    assert (str(client.base_url), client.timeout, client.max_retries) == ("https://other.example.com/v1", 7, 0)


def test_default_headers_are_found_in_any_case(twin: Twin) -> None:
    headers = twin.make(default_headers={"X-Other": "1"}).default_headers
    assert headers["cartesia-version"] == headers["Cartesia-Version"] == headers.get("CARTESIA-VERSION") == "2026-08-14"
    assert ("x-other" in headers, "x-none" in headers, headers.get("x-none", "0")) == (True, False, "0")
    assert {**headers}["X-Other"] == "1"
    with pytest.raises(KeyError):
        headers["x-none"]


async def test_audio_has_the_headers_and_the_status_of_its_response(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=b"\0\0", headers={"content-type": "audio/pcm", "x-cost": "3"}, is_reusable=True)
    raw = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}
    speech: dict[str, Any] = {"model_id": "m", "transcript": "Hi.", "voice": "v", "output_format": raw}
    client = twin.make()
    audio = await done(client.tts.generate(**speech))
    assert (audio.status_code, audio.headers["X-Cost"]) == (200, "3")
    assert audio == c.Audio(b"\0\0", "raw", "pcm_s16le", 8000)
    assert pickle.loads(pickle.dumps(audio)).headers == audio.headers
    stream = client.tts.generate_stream(**speech)
    if twin.is_async:
        async with stream:
            assert (stream.status_code, stream.headers["x-cost"]) == (200, "3")
    else:
        with stream:
            assert (stream.status_code, stream.headers["x-cost"]) == (200, "3")
    for way in ("with_raw_response", "with_streaming_response"):
        call = getattr(client.tts, way).generate(**speech)
        if way == "with_raw_response":
            response = await done(call)
            assert (response.status_code, response.headers["x-cost"]) == (200, "3")
            assert (await done(response.parse())).headers["x-cost"] == "3"
