"""The rules for requests, through the methods that users call, sync and async."""

from __future__ import annotations

import asyncio
import json
import warnings
from pathlib import Path
from typing import Any

import cartesia_client as c
import httpx
import pytest
from pytest_httpx import HTTPXMock

from tests.unit.conftest import Twin, done, items

API = "https://api.cartesia.ai"
VOICE = {
    "id": "v1",
    "is_owner": False,
    "access": "public",
    "visibility": "all",
    "name": "Katie",
    "tagline": "",
    "description": "",
    "created_at": "2025-02-03T10:15:30Z",
    "language": "en",
    "locales": [],
}
STATUS = {"ok": True, "version": "2026-08-14"}
FORMAT = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}
SPEECH: dict[str, Any] = {"model_id": "sonic-3.5", "transcript": "Hi.", "voice": "v", "output_format": FORMAT}


def sent(httpx_mock: HTTPXMock) -> httpx.Request:
    (request,) = httpx_mock.get_requests()
    return request


async def test_a_call_carries_version_and_accepted_type(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(url=f"{API}/", json=STATUS)
    found = await done(twin.make().get_status())
    assert (found.ok, found.version) == (True, "2026-08-14")
    headers = sent(httpx_mock).headers
    assert (headers["cartesia-version"], headers["accept"]) == ("2026-08-14", "application/json")


@pytest.mark.parametrize(
    ("settings", "header"),
    [
        ({}, {"X-API-Key": "sk_car_secret"}),
        ({"auth_scheme": "bearer"}, {"Authorization": "Bearer sk_car_secret"}),
        ({"api_key": None, "token": "jwt"}, {"Authorization": "Bearer jwt"}),
        ({"token": "jwt"}, {"X-API-Key": "sk_car_secret"}),
        ({"api_key": lambda: " fresh "}, {"X-API-Key": "fresh"}),
    ],
)
async def test_the_credential_goes_as_asked(
    twin: Twin, httpx_mock: HTTPXMock, settings: dict[str, Any], header: dict[str, str]
) -> None:
    httpx_mock.add_response(match_headers=header, json=STATUS)
    await done(twin.make(**settings).get_status())
    assert not {"x-api-key", "authorization"} & set(sent(httpx_mock).headers)  # taken off again


async def test_a_function_gives_a_new_key_for_each_attempt(twin: Twin, httpx_mock: HTTPXMock) -> None:
    keys = iter(["one", "two"])
    httpx_mock.add_response(match_headers={"X-API-Key": "one"}, status_code=503)
    httpx_mock.add_response(match_headers={"X-API-Key": "two"}, json=STATUS)
    await done(twin.make(api_key=lambda: next(keys)).get_status())


async def test_an_async_client_awaits_the_function(httpx_mock: HTTPXMock) -> None:
    async def key() -> str:
        return "awaited"

    httpx_mock.add_response(match_headers={"X-API-Key": "awaited"}, json=STATUS)
    async with c.AsyncCartesia(api_key=key) as client:
        await client.get_status()
    with (
        c.Cartesia(api_key=key) as sync,
        pytest.raises(c.ConfigurationError, match="AsyncCartesia can await it"),
    ):
        sync.get_status()


async def test_a_callable_that_returns_no_key_is_named(twin: Twin) -> None:
    for bad in ("", None, "a b"):
        with pytest.raises(c.ConfigurationError, match="api_key callable"):
            await done(twin.make(api_key=lambda bad=bad: bad).get_status())


async def test_a_key_never_goes_to_another_origin(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={}, is_reusable=True)
    client = twin.make(base_url="https://api.example.com/prefix")
    http = client.get_httpx_client() if twin.kind is c.Cartesia else client.get_async_httpx_client()
    seen: list[httpx.Headers] = []
    http.event_hooks = {"request": [_recorder(twin, seen)]}
    for url in ("https://files.example.com/x", "https://api.example.com:8443/x", "/inside"):
        await done(http.get(url))
    assert ["x-api-key" in headers for headers in seen] == [False, False, True]
    assert str(httpx_mock.get_requests()[-1].url) == "https://api.example.com/prefix/inside"
    with pytest.raises(c.InvalidRequestError, match="unencrypted"):
        await done(http.get("http://files.example.com/x"))


def _recorder(twin: Twin, seen: list[httpx.Headers]) -> Any:
    def record(request: httpx.Request) -> None:
        seen.append(request.headers.copy())

    async def arecord(request: httpx.Request) -> None:
        record(request)

    return record if twin.kind is c.Cartesia else arecord


async def test_options_of_one_call(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=STATUS)
    await done(
        twin.make().get_status(
            timeout=3,
            max_retries=0,
            extra_headers={"X-Trace": "t", "Cartesia-Version": "2025-04-16"},
            extra_query={"a": "1"},
        )
    )
    request = sent(httpx_mock)
    assert request.url.query == b"a=1"
    assert (request.headers["x-trace"], request.headers["cartesia-version"]) == ("t", "2025-04-16")
    assert request.extensions["timeout"] == {"connect": 3, "read": 3, "write": 3, "pool": 3}


async def test_headers_have_no_case(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=STATUS)
    made = twin.make(default_headers={"X-a": "1", "x-A": "2", "X-b": "1", "X-c": "1", "user-agent": "mine"})
    client = made.with_options(default_headers={"x-B": "3", "X-C": "3"}).with_options(default_headers={"x-b": "4"})
    await done(client.get_status(extra_headers={"x-C": "5", "X-d": "5", "x-D": "6"}))
    assert [sent(httpx_mock).headers.get_list(f"x-{name}") for name in "abcd"] == [["2"], ["4"], ["5"], ["6"]]
    seen: list[Any] = []
    socket = made.with_options(default_headers={"x-B": "3"}).tts.websocket_connect(extra_headers={"x-b": "4"})

    def record(_: str, headers: Any) -> int:
        seen.append(headers)
        return 5  # no observer, which ends it

    made.socket_hooks.append(record)
    with pytest.raises(c.ConfigurationError, match="a socket hook must return"):
        await done(socket.__aenter__() if twin.is_async else socket.__enter__())
    (found,) = seen
    assert [found[name] for name in found if name.lower() in ("x-a", "x-b", "user-agent")] == ["mine", "2", "4"]


async def test_options_of_one_call_are_checked(twin: Twin) -> None:
    with pytest.raises(c.InvalidRequestError, match="cannot be passed"):
        await done(twin.make().get_status(extra_headers={"x-api-key": "k"}))
    with pytest.raises(c.ConfigurationError, match="must be a date"):
        await done(twin.make().get_status(extra_headers={"cartesia-version": "new"}))


async def test_with_options_shares_the_connections(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=STATUS, is_reusable=True)
    httpx_mock.add_response(status_code=503, method="GET", url=f"{API}/voices/x", is_reusable=True)
    client = twin.make(default_headers={"X-A": "1"})
    other = client.with_options(timeout=7, max_retries=1, default_headers={"X-B": "2"})
    await done(other.get_status())
    request = sent(httpx_mock)
    assert (request.headers["x-a"], request.headers["x-b"], request.extensions["timeout"]["read"]) == ("1", "2", 7)
    with pytest.raises(c.InternalServerError) as caught:
        await done(other.voices.get("x"))
    assert caught.value.attempts == 2
    assert other.tts is not client.tts
    await done(client.get_status())
    assert "x-b" not in httpx_mock.get_requests()[-1].headers


@pytest.mark.parametrize("bad", ["", ".", ".."])
async def test_a_path_parameter_cannot_bend_the_path(twin: Twin, bad: str) -> None:
    with pytest.raises(c.InvalidRequestError, match="path parameter"):
        await done(twin.make().voices.get(bad))


@pytest.mark.parametrize(
    ("given", "path"), [("a/b", b"/voices/a%2Fb"), ("../x", b"/voices/..%2Fx"), ("é?#", b"/voices/%C3%A9%3F%23")]
)
async def test_a_path_parameter_stays_one_segment(twin: Twin, httpx_mock: HTTPXMock, given: str, path: bytes) -> None:
    httpx_mock.add_response(json=VOICE)
    await done(twin.make().voices.get(given))
    assert sent(httpx_mock).url.raw_path == path


async def test_query_parameters(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"data": [], "has_more": False})
    listing = twin.make().voices.list(q="kätie & co", is_owner=True, gender=None, expand=["preview_file_url"])
    assert await items(listing) == []
    assert sent(httpx_mock).url.query == b"q=k%C3%A4tie+%26+co&is_owner=true&expand%5B%5D=preview_file_url"


async def test_only_what_was_given_is_sent_and_null_is_not_absent(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=b"\0\0")
    await done(twin.make().tts.generate(**SPEECH, locale=None, generation_config={"speed": 1.1}))
    assert json.loads(sent(httpx_mock).content) == {**SPEECH, "locale": None, "generation_config": {"speed": 1.1}}


@pytest.mark.parametrize("bad", [b"bytes", object(), float("nan"), {1, 2}])
async def test_what_is_not_json_is_rejected_before_it_is_sent(twin: Twin, bad: Any) -> None:
    with pytest.raises(c.InvalidRequestError, match="POST /tts/bytes: the arguments cannot be sent"):
        await done(twin.make().tts.generate(**{**SPEECH, "transcript": bad}))


# -- retries ----------------------------------------------------------------------------------------------------------


async def test_a_get_is_sent_again(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_exception(httpx.ReadTimeout("slow"))
    httpx_mock.add_response(status_code=503, headers={"Retry-After": "7"})
    httpx_mock.add_response(json=STATUS)
    assert (await done(twin.make().get_status())).ok
    assert twin.slept == [0.5, 7.0]


async def test_attempts_end_and_are_counted(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=500, is_reusable=True)
    with pytest.raises(c.InternalServerError) as caught:
        await done(twin.make().get_status())
    assert caught.value.attempts == 3
    assert len(httpx_mock.get_requests()) == 3


@pytest.mark.parametrize(
    "failure",
    [httpx.ReadTimeout("slow"), httpx.ReadError("reset"), httpx.RemoteProtocolError("gone"), httpx.WriteError("")],
)
async def test_a_post_whose_fate_is_unknown_is_sent_once(twin: Twin, httpx_mock: HTTPXMock, failure: Exception) -> None:
    httpx_mock.add_exception(failure)
    with pytest.raises(c.APIConnectionError, match="may have carried out and billed") as caught:
        await done(twin.make().tts.generate(**SPEECH))
    assert isinstance(caught.value, c.APITimeoutError) == isinstance(failure, httpx.TimeoutException)
    assert caught.value.attempts == 1
    assert twin.slept == []


@pytest.mark.parametrize(
    ("method", "failure", "billed"),
    [
        ("POST", httpx.ReadTimeout("slow"), True),
        ("POST", httpx.WriteError("reset"), True),
        ("POST", httpx.ConnectError("no route"), False),
        ("POST", {"status_code": 500}, True),
        ("POST", {"status_code": 402}, False),
        ("POST", {"status_code": 429}, False),
        ("POST", {"status_code": 200, "headers": {"content-type": "text/html"}, "text": "<html>"}, True),
        ("POST", {"status_code": 200}, True),
        ("GET", httpx.ReadTimeout("slow"), False),
        ("GET", {"status_code": 500}, False),
        ("GET", {"status_code": 200, "text": "{"}, False),
        ("GET", {"status_code": 200, "json": 5}, False),
    ],
)
async def test_an_error_says_whether_the_request_may_be_billed(
    twin: Twin, httpx_mock: HTTPXMock, method: str, failure: Exception | dict[str, Any], billed: bool
) -> None:
    if isinstance(failure, Exception):
        httpx_mock.add_exception(failure, is_reusable=True)
    else:
        httpx_mock.add_response(**failure, is_reusable=True)
    client = twin.make()
    with pytest.raises(c.APIError) as caught:
        await done(client.tts.generate(**SPEECH) if method == "POST" else client.get_status())
    assert caught.value.may_be_billed is billed


async def test_an_error_before_anything_is_sent_is_not_billed(twin: Twin) -> None:
    with pytest.raises(c.InvalidRequestError) as caught:
        await done(twin.make().tts.generate(**{**SPEECH, "transcript": object()}))
    assert caught.value.may_be_billed is False


async def test_a_second_attempt_that_is_rejected_does_not_hide_that_the_first_may_be_billed(
    twin: Twin, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_exception(httpx.ReadTimeout("slow"))
    httpx_mock.add_response(status_code=402)
    with pytest.raises(c.PaymentRequiredError) as caught:
        await done(twin.make(retry_billed=True).tts.generate(**SPEECH))
    assert caught.value.may_be_billed is True


async def test_a_post_that_never_left_is_sent_again(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_exception(httpx.ConnectError("no route"))
    httpx_mock.add_response(status_code=429)
    httpx_mock.add_response(content=b"\0\0")
    assert (await done(twin.make().tts.generate(**SPEECH))).data == b"\0\0"


async def test_a_post_is_sent_again_when_the_caller_takes_the_risk(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_exception(httpx.ReadTimeout("slow"))
    httpx_mock.add_response(status_code=500)
    httpx_mock.add_response(content=b"\0\0")
    assert (await done(twin.make(retry_billed=True).tts.generate(**SPEECH))).data == b"\0\0"


async def test_a_wait_beyond_the_deadline_fails_at_once_and_says_so(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=429, headers={"Retry-After": "300"})
    with pytest.raises(c.RateLimitError, match="asks to wait 300 s, and retry_deadline is 120 s") as caught:
        await done(twin.make().get_status())
    assert caught.value.retry_after == 300
    assert twin.slept == []


# -- responses that are not what they should be -------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_is_not_followed(twin: Twin, httpx_mock: HTTPXMock, status: int) -> None:
    httpx_mock.add_response(status_code=status, headers={"Location": "https://u:p@evil.example.com/x?token=1"})
    with pytest.raises(
        c.APIStatusError, match=r"it points to https://evil\.example\.com/x, and redirects are not"
    ) as caught:
        await done(twin.make().get_status())
    assert caught.value.status_code == status
    assert "token=1" not in str(caught.value)
    assert len(httpx_mock.get_requests()) == 1


@pytest.mark.parametrize("status", [520, 529, 599, 418])
async def test_statuses_that_python_does_not_know(twin: Twin, httpx_mock: HTTPXMock, status: int) -> None:
    httpx_mock.add_response(status_code=status, text="Overloaded: try later")
    with pytest.raises(c.APIStatusError) as caught:
        await done(twin.make(max_retries=0).get_status())
    assert (caught.value.status_code, caught.value.title) == (status, "Overloaded")


@pytest.mark.parametrize(
    ("response", "sentence"),
    [
        (
            {"text": "<html>", "headers": {"content-type": "text/html"}},
            "expected application/json, got text/html with status 200",
        ),
        ({"content": b'{"ok": tru', "headers": {"content-type": "application/json"}}, "the response is not JSON"),
        ({"content": b""}, "the response is not JSON"),
        ({"json": {"ok": True}}, "the field 'version' is missing"),
        ({"json": []}, "not what the API specifies"),
        ({"content": b"null"}, "not what the API specifies"),
        ({"json": STATUS, "status_code": 202}, "the API specifies no body for status 202"),
    ],
)
async def test_a_success_that_is_not_what_was_promised(
    twin: Twin, httpx_mock: HTTPXMock, response: dict[str, Any], sentence: str
) -> None:
    httpx_mock.add_response(**response)
    with pytest.raises(c.APIResponseValidationError, match=sentence) as caught:
        await done(twin.make().get_status())
    assert caught.value.response is not None


async def test_a_deprecated_operation_warns_once_at_the_callers_line(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        json=STATUS, headers={"Deprecation": "true", "Sunset": "Sat, 01 Jan 2028 00:00:00 GMT"}, is_reusable=True
    )
    client = twin.make()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        await done(client.get_status())
        await done(client.get_status())
    (warning,) = caught
    assert warning.category is DeprecationWarning
    assert str(warning.message) == "GET / is deprecated (sunset Sat, 01 Jan 2028 00:00:00 GMT)"
    assert Path(warning.filename).parent == Path(__file__).parent  # the line that called or awaited


async def test_a_deprecated_operation_warns_once_for_all_its_paths(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=VOICE, headers={"Deprecation": "true"}, is_reusable=True)
    client = twin.make()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for voice in ("a", "b", "c"):
            await done(client.voices.get(voice))
    assert [str(warning.message) for warning in caught] == ["GET /voices/{id} is deprecated"]


async def test_who_calls(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=STATUS)
    await done(twin.make().get_status())
    assert sent(httpx_mock).headers["user-agent"] == f"cartesia-client/{c.__version__}"


async def test_closing_what_was_never_used_makes_no_connection_pool(
    twin: Twin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("httpx.create_ssl_context", lambda **_: pytest.fail("certificates were loaded"))
    await done(twin.make(verify=True).close())


async def test_entering_the_block_of_an_asyncio_client_makes_its_http_client() -> None:
    async with c.AsyncCartesia(api_key="k") as client:
        assert client._connections._http is not None


async def test_a_closed_client_says_so(twin: Twin) -> None:
    client = twin.make()
    await done(client.close())
    await done(client.close())
    with pytest.raises(c.InvalidRequestError, match="closed"):
        await done(client.get_status())


async def test_a_client_of_another_process_is_rejected(
    twin: Twin, httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    httpx_mock.add_response(json={"ok": True, "version": "2026-08-14"})
    client = twin.make()
    assert (await done(client.get_status())).ok
    with monkeypatch.context() as patched:
        patched.setattr("cartesia_io.forks._process", object())
        with pytest.raises(c.InvalidRequestError, match=r"before fork\(\); create one in each process"):
            await done(client.get_status())
    assert len(httpx_mock.get_requests()) == 1


async def test_a_client_of_another_event_loop_is_rejected(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"ok": True, "version": "2026-08-14"})
    async with c.AsyncCartesia(api_key="k") as client:
        assert (await client.get_status()).ok

        def elsewhere() -> None:
            asyncio.run(done(client.get_status()))

        with pytest.raises(c.InvalidRequestError, match="another event loop"):
            await asyncio.to_thread(elsewhere)


async def test_cookies_are_not_kept(twin: Twin, httpx_mock: HTTPXMock) -> None:
    for cookie in ("a=1; Path=/", "caf\xe9=1", "b=2; Domain=api.cartesia.ai"):
        httpx_mock.add_response(json=STATUS, headers=[(b"Set-Cookie", cookie.encode("latin-1"))])
    client = twin.make()
    for _ in range(3):
        await done(client.get_status())
    assert not any("cookie" in request.headers for request in httpx_mock.get_requests())


@pytest.mark.parametrize("version", ["2026-W33-5", "20260814", "2026-8-14", "2026-02-30"])
async def test_a_version_is_a_plain_date(twin: Twin, version: str) -> None:
    with pytest.raises(c.CartesiaError, match="must be a date"):
        await done(twin.make().get_status(extra_headers={"Cartesia-Version": version}))
