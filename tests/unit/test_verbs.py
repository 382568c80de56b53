"""Requests that a program writes itself: `client.get`, `post`, `put`, `patch` and `delete`."""

from __future__ import annotations

import dataclasses
import io
import json
from typing import Any, TypedDict

import cartesia_client as c
import httpx
import pydantic
import pytest
from cartesia_api.models import Voice
from pytest_httpx import HTTPXMock

from .conftest import Twin, done, items

VOICE = {
    "id": "v1",
    "name": "A",
    "tagline": "",
    "description": "",
    "is_owner": True,
    "access": "private",
    "visibility": "private",
    "created_at": "2026-01-01T00:00:00+00:00",
    "language": "en",
    "locales": [],
}


class Model(pydantic.BaseModel):
    id: str


@dataclasses.dataclass
class Plain:
    id: str


class Typed(TypedDict):
    id: str


def sent(httpx_mock: HTTPXMock) -> httpx.Request:
    return httpx_mock.get_requests()[-1]


@pytest.mark.parametrize("verb", ["get", "post", "put", "patch", "delete"])
async def test_each_verb_sends_and_returns_json(twin: Twin, httpx_mock: HTTPXMock, verb: str) -> None:
    httpx_mock.add_response(json={"fresh": [1]})
    result = await done(getattr(twin.make(base_url="https://eu.example/v1"), verb)("/new/things", params={"a": [1, 2]}))
    assert result == {"fresh": [1]}
    request = sent(httpx_mock)
    assert (request.method, str(request.url)) == (verb.upper(), "https://eu.example/v1/new/things?a=1&a=2")
    assert request.headers["cartesia-version"] == "2026-08-14"


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("new", "https://api.cartesia.ai/new"),
        ("/new/", "https://api.cartesia.ai/new/"),
        ("/new/?a=1&b=", "https://api.cartesia.ai/new/?a=1&b=&team=x"),
        ("/voices/", "https://api.cartesia.ai/voices/?team=x"),
        ("https://api.cartesia.ai/new", "https://api.cartesia.ai/new?team=x"),
    ],
)
async def test_paths_keep_their_slashes_and_queries(twin: Twin, httpx_mock: HTTPXMock, path: str, url: str) -> None:
    httpx_mock.add_response(json={})
    await done(twin.make(default_query={"team": "x"} if "team" in url else None).get(path))
    assert sorted(str(sent(httpx_mock).url).partition("?")[2].split("&")) == sorted(url.partition("?")[2].split("&"))
    assert str(sent(httpx_mock).url).partition("?")[0] == url.partition("?")[0]


@pytest.mark.parametrize(
    "path", ["", None, 7, "//evil.example/x", "/../x", "/a/./b", "http://evil.example/x", "ftp://x/y"]
)
async def test_paths_that_address_something_else_are_refused(twin: Twin, path: Any) -> None:
    with pytest.raises(c.InvalidRequestError):
        await done(twin.make(transport=httpx.MockTransport(lambda request: pytest.fail("sent"))).get(path))


async def test_the_key_goes_to_the_host_of_the_base_url_alone(twin: Twin) -> None:
    seen: list[tuple[str, str | None]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append((request.url.host, request.headers.get("x-api-key")))
        return httpx.Response(200, json={})

    client = twin.make(transport=httpx.MockTransport(answer))
    for path in (
        "/a",
        "https://api.cartesia.ai/a",
        "https://api.cartesia.ai.evil.example/a",
        "https://other.example/a",
    ):
        await done(client.post(path, body={}))
    assert [key for _, key in seen] == ["sk_car_secret", "sk_car_secret", None, None]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (None, VOICE),
        (object, VOICE),
        (dict, VOICE),
        (dict[str, Any], VOICE),
        (Typed, {"id": "v1"}),
        (Plain, Plain("v1")),
        (Model, Model(id="v1")),
        (str, json.dumps(VOICE)),
        (bytes, json.dumps(VOICE).encode()),
    ],
)
async def test_the_result_is_of_the_given_type(twin: Twin, httpx_mock: HTTPXMock, kind: Any, expected: Any) -> None:
    httpx_mock.add_response(
        content=json.dumps(VOICE).encode(), headers={"Content-Type": "application/json; charset=utf-8"}
    )
    assert await done(twin.make().get("/new", cast_to=kind)) == expected


async def test_models_of_this_package_and_lists_of_models(twin: Twin, httpx_mock: HTTPXMock) -> None:
    client = twin.make()
    httpx_mock.add_response(json=VOICE)
    voice = await done(client.get("/new", cast_to=Voice))
    assert (type(voice), voice.name) == (Voice, "A")
    httpx_mock.add_response(json=[VOICE, VOICE])
    voices = await done(client.get("/new", cast_to=list[Voice]))
    assert [type(each) for each in voices] == [Voice, Voice]
    httpx_mock.add_response(json={"a": {"id": "1"}})
    assert await done(client.get("/new", cast_to=dict[str, Model])) == {"a": Model(id="1")}
    httpx_mock.add_response(json={}, headers={"x-request-id": "r1"})
    response = await done(client.get("/new", cast_to=httpx.Response))
    assert (response.status_code, response.headers["x-request-id"]) == (200, "r1")
    assert "x-api-key" not in response.request.headers


async def test_what_a_body_is_without_a_type(twin: Twin, httpx_mock: HTTPXMock) -> None:
    client = twin.make()
    for content, media, expected in (
        (b"", "", None),
        (b"", "application/json", None),
        (b"null", "application/json", None),
        (b"[1]", "application/problem+json", [1]),
        ("caf\xe9".encode(), "text/csv; charset=utf-8", "caf\xe9"),
        (b"\0\1", "application/octet-stream", b"\0\1"),
    ):
        httpx_mock.add_response(content=content, headers={"Content-Type": media} if media else {})
        assert await done(client.delete("/new")) == expected


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (None, b"<html>"),
        (dict, b"[1]"),
        (Model, b"{}"),
        (Voice, b"{}"),
        (list[Voice], b"{}"),
        (Plain, b'{"id": 1}'),
        (dict, b""),
    ],
)
async def test_what_is_of_another_type_is_an_error_with_the_response(
    twin: Twin, httpx_mock: HTTPXMock, kind: Any, content: bytes
) -> None:
    httpx_mock.add_response(content=content, headers={"Content-Type": "application/json", "x-request-id": "r1"})
    with pytest.raises(c.APIResponseValidationError, match="POST /new: the response is not what") as raised:
        await done(twin.make().post("/new", cast_to=kind, body={}))
    assert raised.value.request_id == "r1"
    assert raised.value.may_be_billed


async def test_bodies_of_json(twin: Twin, httpx_mock: HTTPXMock) -> None:
    client = twin.make()
    for body, extra, expected in (
        ({"a": 1, "voice": Voice.from_dict(VOICE)}, None, {"a": 1, "voice": VOICE}),
        ([1, {"b": None}], None, [1, {"b": None}]),
        ("text", None, "text"),
        ({"a": 1, "b": 1}, {"b": 2}, {"a": 1, "b": 2}),
        (None, {"b": 2}, {"b": 2}),
    ):
        httpx_mock.add_response(json={})
        options: Any = {"extra_json": extra} if extra else None
        await done(client.patch("/new", body=body, options=options))
        assert json.loads(sent(httpx_mock).content) == expected
        assert sent(httpx_mock).headers["content-type"] == "application/json"


async def test_bodies_of_other_kinds(twin: Twin, httpx_mock: HTTPXMock) -> None:
    client = twin.make()
    for given in ({"content": b"abc"}, {"body": b"abc"}, {"content": "abc"}):
        httpx_mock.add_response(json={})
        await done(client.put("/new", **given, options={"headers": {"Content-Type": "audio/wav"}}))
        assert (sent(httpx_mock).content, sent(httpx_mock).headers["content-type"]) == (b"abc", "audio/wav")
    for files in (
        {"clip": ("a.wav", b"abc", "audio/wav")},
        [("clip", ("a.wav", io.BytesIO(b"abc"))), ("clip", b"def")],
    ):
        httpx_mock.add_response(json={})
        await done(client.post("/new", files=files, body={"name": "x", "tags": ["a", "b"], "on": True, "none": None}))
        text = sent(httpx_mock).content.decode()
        assert sent(httpx_mock).headers["content-type"].startswith("multipart/form-data; boundary=")
        assert text.count('; name="clip"') == len(files)
        assert 'filename="a.wav"' in text
        assert text.count('name="tags"') == 2
        assert 'name="on"\r\n\r\ntrue' in text
        assert "none" not in text


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({"body": {"a": float("nan")}}, "body.a must be a finite number"),
        ({"body": {"a": object()}}, "body.a must be made of"),
        ({"body": {"a": 1}, "content": b"x"}, "cannot be combined"),
        ({"body": [1], "files": {"clip": b"x"}}, "body must be a dict beside files="),
        ({"files": {"clip": 7}}, "clip must be"),
        ({"params": {"a": {"b": object()}}}, "params.a"),
        ({"options": {"header": {}}}, "'header' is no option of a request; options are headers, params"),
        ({"options": {"headers": {"X-API-Key": "k"}}}, "cannot be passed"),
        ({"options": {"max_retries": -1}}, "max_retries must be"),
        ({"options": {"timeout": "1"}}, "timeout must be"),
        ({"options": {"follow_redirects": True}}, "redirects are not followed"),
        ({"options": "x"}, "options must be a dict"),
        ({"params": "x"}, "params must be a dict"),
    ],
)
async def test_wrong_arguments_are_found_before_anything_is_sent(twin: Twin, given: Any, text: str) -> None:
    client = twin.make(transport=httpx.MockTransport(lambda request: pytest.fail("sent")))
    with pytest.raises(c.InvalidRequestError, match=text):
        await done(client.post("/new", **given))
    with pytest.raises(TypeError):
        await done(client.post("/new", bdy={}))


async def test_the_policy_is_that_of_all_requests(twin: Twin, httpx_mock: HTTPXMock) -> None:
    client = twin.make()
    httpx_mock.add_response(status_code=503)
    httpx_mock.add_response(json={"ok": 1})
    assert await done(client.get("/new")) == {"ok": 1}
    assert twin.slept == [0.5]
    httpx_mock.add_exception(httpx.ReadTimeout(""))
    with pytest.raises(c.APITimeoutError, match=r"POST /new: .*may have carried out and billed") as raised:
        await done(client.post("/new", body={}))
    assert (raised.value.may_be_billed, raised.value.attempts) == (True, 1)
    httpx_mock.add_response(status_code=404, json={"title": "Not found", "message": "no", "error_code": "x"})
    with pytest.raises(c.NotFoundError, match="GET /new: 404 x: Not found: no"):
        await done(
            client.get("/new", options={"max_retries": 0, "timeout": 3.0, "headers": {"X-A": "1"}, "total": 9.0})
        )
    assert sent(httpx_mock).headers["x-a"] == "1"
    assert sent(httpx_mock).extensions["timeout"]["read"] == 3.0
    httpx_mock.add_response(status_code=302, headers={"Location": "https://evil.example/"})
    with pytest.raises(c.APIStatusError, match="redirects are not followed"):
        await done(client.get("/new", options={"follow_redirects": False, "idempotency_key": "i1"}))
    assert sent(httpx_mock).headers["idempotency-key"] == "i1"


async def test_audio_of_a_known_operation_is_complete_or_an_error(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=b"", headers={"Content-Type": "audio/wav"})
    with pytest.raises(c.APIError):
        await done(twin.make().post("/tts/bytes", cast_to=bytes, body={"transcript": "Hi."}))


EVENTS = b'data: {"type": "chunk", "id": "1"}\n\ndata: {"type": "chunk", "id": "2"}\n\n'


async def test_events_are_streamed_as_dicts_or_as_a_type(twin: Twin, httpx_mock: HTTPXMock) -> None:
    client = twin.make()
    httpx_mock.add_response(content=EVENTS, headers={"Content-Type": "text/event-stream"}, is_reusable=True)
    assert await items(await done(client.post("/new", body={}, stream=True))) == [
        {"type": "chunk", "id": "1"},
        {"type": "chunk", "id": "2"},
    ]
    typed = await items(await done(client.get("/new", cast_to=Model, stream=True, stream_cls=list)))
    assert typed == [Model(id="1"), Model(id="2")]


@pytest.mark.parametrize(
    ("last", "error"),
    [
        (b'data: {"type": "error", "status_code": 402, "message": "no credits"}\n\n', c.PaymentRequiredError),
        (b'data: {"error": "no credits", "status_code": 402}\n\n', c.PaymentRequiredError),
        (b"data: <html>\n\n", c.APIResponseValidationError),
        (b'data: {"type": "chunk"}\n\n', c.APIResponseValidationError),
    ],
)
async def test_a_stream_that_fails_raises_after_its_events(
    twin: Twin, httpx_mock: HTTPXMock, last: bytes, error: type[c.APIError]
) -> None:
    httpx_mock.add_response(content=EVENTS + last, headers={"Content-Type": "text/event-stream"})
    stream = await done(twin.make().post("/new", body={}, cast_to=Model, stream=True))
    iterator = aiter(stream) if twin.is_async else iter(stream)
    for number in "12":
        assert await done(anext(iterator) if twin.is_async else next(iterator)) == Model(id=number)
    with pytest.raises(error):
        await done(anext(iterator) if twin.is_async else next(iterator))


async def test_a_response_is_streamed_as_it_is(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=b"abc")
    response = await done(twin.make().post("/new", body={}, cast_to=httpx.Response, stream=True))
    assert not response.is_closed
    assert await done(response.aread() if twin.is_async else response.read()) == b"abc"


@pytest.mark.parametrize("kind", [5, "dict", [int], {"a": int}, object(), lambda value: value, float("nan")])
async def test_what_is_no_type_is_refused_before_anything_is_sent(twin: Twin, kind: Any) -> None:
    """A POST may cost."""
    client = twin.make()
    with pytest.raises(c.InvalidRequestError, match="cast_to must be a type of JSON values"):
        await done(client.post("/new", body={}, cast_to=kind))
    with pytest.raises(c.InvalidRequestError, match="cast_to must be a type of JSON values"):
        await done(client.post("/new", body={}, cast_to=kind, stream=True))
