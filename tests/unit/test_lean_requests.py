"""Requests that are built and sent past httpx's client are those that httpx would build and send."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from typing import Any

import cartesia_client as c
import httpx
import pytest
from cartesia_io.http import internals
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_httpx import HTTPXMock

from tests.faults.calls import SPEECH
from tests.unit.conftest import Twin, done

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
PATHS = (
    st.lists(TEXT.filter(lambda text: text not in (".", "..")), min_size=1, max_size=3).map("/".join).map("/{}".format)
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["GET", "post", "PATCH", "DELETE"]),
    PATHS,
    st.dictionaries(TEXT, st.none() | st.booleans() | st.integers() | TEXT | st.lists(TEXT, max_size=2), max_size=3),
    st.none() | st.dictionaries(TEXT, TEXT | st.floats(allow_nan=False, allow_infinity=False) | st.none(), max_size=3),
    st.dictionaries(
        st.sampled_from(["X-One", "content-type", "Accept", "host"]), st.sampled_from(["a", "b/c"]), max_size=2
    ),
    st.sampled_from(["https://h", "https://h:8443/v1", "http://127.0.0.1:9/a/b/"]),
)
def test_a_request_is_what_httpx_builds(
    method: str, path: str, params: dict[str, Any], body: Any, headers: dict[str, str], base: str
) -> None:
    with c.Cartesia(api_key="k", base_url=base, transport=httpx.MockTransport(lambda _: httpx.Response(200))) as client:
        http = client.get_httpx_client()
        arguments: dict[str, Any] = {"params": params, "headers": headers} | ({} if body is None else {"json": body})
        built: list[Any] = []
        for builder in (http._builder, None):
            if builder is None:
                http._builder.build = lambda *_: None  # type: ignore[method-assign]
            try:
                request = http.build_request(method, path, **arguments)
                fields = dict(sorted(request.headers.multi_items()))
                timeout = request.extensions["timeout"]
                built.append((request.method, str(request.url), fields, request.content, timeout))
            except c.CartesiaError as error:
                built.append(str(error))
    assert built[0] == built[1]


async def test_what_the_program_sets_on_the_httpx_client_is_sent(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"ok": True, "version": "1"})
    client = twin.make()
    http = client.get_async_httpx_client() if twin.is_async else client.get_httpx_client()
    http.headers["X-Mine"] = "1"
    http.params = {"team": "x"}
    http.timeout = httpx.Timeout(7)
    await done(client.get_status())
    (request,) = httpx_mock.get_requests()
    assert request.headers["x-mine"] == "1"
    assert request.url.params["team"] == "x"
    assert request.extensions["timeout"]["read"] == 7


async def test_a_request_without_a_body_sends_no_piece_and_a_hook_may_add_any_header(
    twin: Twin, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_response(json={"ok": True, "version": "1"})

    def hook(request: httpx.Request) -> None:
        request.headers["X-Name"] = "é"

    async def ahook(request: httpx.Request) -> None:
        hook(request)

    client = twin.make(event_hooks={"request": [ahook if twin.is_async else hook]})
    http = client.get_async_httpx_client() if twin.is_async else client.get_httpx_client()
    stream: Any = http.build_request("GET", "/").stream
    assert list(stream) == [] == [piece async for piece in stream]
    await done(client.get_status())
    assert httpx_mock.get_requests()[0].headers["X-Name"] == "é"


@pytest.mark.parametrize("way", ["past the client", "through the client"])
async def test_a_response_has_its_time_and_its_line_in_the_log_of_httpx(
    twin: Twin, httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, way: str
) -> None:
    if way == "through the client":
        monkeypatch.setattr(internals, "transport_for", lambda *_: None)
    httpx_mock.add_response(json={"ok": True, "version": "1"})
    with caplog.at_level(logging.INFO, "httpx"):
        response = await done(twin.make().with_raw_response.get_status())
    assert response.elapsed.total_seconds() >= 0
    lines = [each.getMessage() for each in caplog.records if each.name == "httpx"]
    assert lines == ['HTTP Request: GET https://api.cartesia.ai/ "HTTP/1.1 200 OK"']
    assert "X-API-Key" not in response.http_request.headers


async def test_hooks_and_a_replaced_send_are_called(
    twin: Twin, httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    httpx_mock.add_response(json={"ok": True, "version": "1"}, is_reusable=True)
    seen: list[str] = []

    async def ahook(_: object) -> None:
        seen.append("hook")

    hook = ahook if twin.is_async else lambda _: seen.append("hook")
    await done(twin.make(event_hooks={"request": [hook], "response": [hook]}).get_status())
    kind = httpx.AsyncClient if twin.is_async else httpx.Client
    original: Any = kind.send

    def traced(self: Any, request: httpx.Request, **options: Any) -> Any:
        seen.append("traced")
        return original(self, request, **options)

    monkeypatch.setattr(kind, "send", traced)
    await done(twin.make().get_status())
    assert seen == ["hook", "hook", "traced"]


@pytest.mark.parametrize("is_built_here", [True, False])
async def test_what_is_changed_in_a_request_reaches_no_other(
    twin: Twin, httpx_mock: HTTPXMock, is_built_here: bool
) -> None:
    httpx_mock.add_response(json={"ok": True, "version": "1"}, is_reusable=True)
    client = twin.make(default_headers={"X-All": "1"})
    http = client.get_async_httpx_client() if twin.is_async else client.get_httpx_client()
    if not is_built_here:
        http._builder.build = lambda *_: None
    for value in ("1", "2"):
        request = http.build_request("GET", "/", headers={"x-own": value})
        assert (request.headers["X-Own"], request.headers["X-All"]) == (value, "1")
        request.headers["X-All"] = request.headers["X-Later"] = "changed"
    await done(client.get_status(extra_headers={"x-all": "2"}))
    await done(client.get_status())
    sent = [(each.headers["X-All"], "X-Later" in each.headers) for each in httpx_mock.get_requests()]
    assert sent == [("2", False), ("1", False)]


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Length": "5"},
        {"content-length": "abc"},
        {"Content-Length": "5, 5"},
        {"transfer-encoding": "chunked"},
        {"Transfer-Encoding": "gzip"},
    ],
)
async def test_headers_that_contradict_the_body_are_refused_before_anything_is_sent(
    twin: Twin, headers: dict[str, str]
) -> None:
    client, other = twin.make(), twin.make(default_headers=headers)
    options: dict[str, Any] = {"extra_headers": headers}
    calls: list[Callable[[], Any]] = [
        lambda: client.get_status(**options),
        lambda: client.tts.generate(**SPEECH, **options),
        lambda: client.stt.transcribe(model="ink-whisper", file=b"abc", **options),
        lambda: other.tts.generate(**SPEECH),
    ]
    for call in calls:
        with pytest.raises(c.InvalidRequestError, match=r"the header (Content-Length|Transfer-Encoding)") as caught:
            await done(call())
        assert caught.value.may_be_billed is False


async def test_the_true_length_of_a_body_may_be_passed(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"ok": True}, is_reusable=True)
    for content in (b"abc", iter([b"abc"])):
        body = as_async(content) if twin.is_async and not isinstance(content, bytes) else content
        await done(twin.make().post("/x", content=body, options={"headers": {"Content-Length": "3"}}))
    assert [each.headers["content-length"] for each in httpx_mock.get_requests()] == ["3", "3"]


async def as_async(pieces: Any) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece
