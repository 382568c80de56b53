"""One tree of errors, with what the service said, that can be pickled and printed in one line."""

from __future__ import annotations

import copy
import json
import pickle
import time
from collections.abc import Callable
from typing import Any

import cartesia_client as c
import httpx
import pytest
from cartesia_client.compat.core.api_error import ApiError
from cartesia_client.errors import from_event, from_response
from cartesia_io.text import one_line
from pytest_httpx import HTTPXMock

from tests.unit.conftest import Twin, done

CLASSES = {
    400: c.BadRequestError,
    401: c.AuthenticationError,
    402: c.PaymentRequiredError,
    403: c.PermissionDeniedError,
    404: c.NotFoundError,
    409: c.ConflictError,
    418: c.APIStatusError,
    422: c.UnprocessableEntityError,
    429: c.RateLimitError,
    500: c.InternalServerError,
    503: c.InternalServerError,
    520: c.InternalServerError,
    529: c.InternalServerError,
}
BODY = {
    "error_code": "voice_not_found",
    "title": "Voice not found",
    "message": "No voice has this id.",
    "request_id": "r-1",
    "doc_url": "https://docs.example.com/e",
}


def error(status: int, content: Any = None, **headers: str) -> c.APIStatusError:
    raw = content if isinstance(content, bytes) else json.dumps(BODY if content is None else content).encode()
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    request = httpx.Request("GET", "https://api.cartesia.ai/voices/x?secret=1")
    return from_response(
        httpx.Response(status, content=raw, headers=names, request=request), "GET /voices/x", attempts=2
    )


@pytest.mark.parametrize("status", CLASSES)
def test_each_status_has_its_class(status: int) -> None:
    assert type(error(status)) is CLASSES[status]


def test_the_tree() -> None:
    assert issubclass(c.APITimeoutError, c.APIConnectionError)
    for kind in (c.APIConnectionError, c.APIStatusError, c.APIResponseValidationError, c.IncompleteAudioError):
        assert issubclass(kind, c.APIError)
    for branch in (c.APIError, c.ConfigurationError, c.InvalidRequestError):
        assert issubclass(branch, c.CartesiaError)
    assert issubclass(c.ConfigurationError, ValueError)
    assert issubclass(c.InvalidRequestError, ValueError)


def test_the_fields_of_a_structured_error() -> None:
    found = error(404, retry_after="3")
    assert (found.status_code, found.error_code, found.title) == (404, "voice_not_found", "Voice not found")
    assert (found.message, found.request_id, found.doc_url) == (
        "No voice has this id.",
        "r-1",
        "https://docs.example.com/e",
    )
    assert (found.retry_after, found.attempts, found.body) == (3.0, 2, BODY)
    assert found.response is not None
    assert str(found) == (
        "GET /voices/x: 404 voice_not_found: Voice not found: No voice has this id. A voice is given by its id: "
        "client.voices.find(name).id (request id r-1, 2 attempts)"
    )


@pytest.mark.parametrize(
    ("content", "title", "message"),
    [
        (b"Invalid voice: There is no such voice.", "Invalid voice", "There is no such voice."),
        (b"Cartesia-Version header is required in YYYY-MM-DD form", None, None),
        ({"error": {"title": "T", "message": "M", "request_id": "r-2"}}, "T", "M"),
        ({"error": "Title: Message"}, None, "Title: Message"),
        ({"message": "call not found", "description": "more"}, None, "call not found"),
        ({"description": "logs are gone"}, None, "logs are gone"),
        (
            b"<!doctype html><html><body>Bad gateway</body></html>",
            None,
            "the response is a web page, not an error of the API",
        ),
        (b"", None, None),
        ([1, 2], None, "[1, 2]"),
        (b"\xff\xfe\x00", None, None),
        ({"title": 5, "message": None}, None, None),
    ],
)
def test_every_shape_of_body_is_read(content: Any, title: str | None, message: str | None) -> None:
    found = error(400, content)
    assert found.title == title
    assert "\n" not in str(found)
    assert str(found).startswith("GET /voices/x: 400")
    if message:
        assert found.message == message


@pytest.mark.parametrize("levels", [400, 800, 5000])
def test_a_body_that_is_nested_too_deeply_to_be_copied_is_text(levels: int) -> None:
    found = error(400, b'{"x":' * levels + b"1" + b"}" * levels)
    assert copy.deepcopy(found).body == pickle.loads(pickle.dumps(found)).body == found.body
    assert isinstance(found.body, str)
    assert error(400, {"message": {"x": [[{"y": 1}]]}}).body == {"message": {"x": [[{"y": 1}]]}}


@pytest.mark.parametrize("name", ["x-request-id", "cartesia-request-id", "x-cartesia-request-id"])
def test_the_request_id_comes_from_a_header_where_the_body_has_none(name: str) -> None:
    assert error(500, b"oops", **{name: "r-9"}).request_id == "r-9"


def test_the_text_is_one_line_without_the_query() -> None:
    found = error(400, {"title": "a\nb", "message": "c\r\nd" + "x" * 2000})
    assert "secret" not in str(found)
    assert len(str(found)) < 700
    assert one_line(" a \n b ") == "a b"


def test_a_long_text_without_letters_takes_no_longer_than_its_beginning() -> None:
    began = time.process_time()
    assert one_line("\0" * 2_000_000, 100) == "\\x00" * 24 + "\\..."
    assert time.process_time() - began < 0.3  # sign by sign, it takes two seconds


def test_a_long_credential_that_stands_where_a_text_is_cut_is_not_shown() -> None:
    key = "sk_car_" + "x" * 16_000
    client = c.Cartesia(api_key=key)
    for text in (f"{'a' * 500} {key} {'b' * 99}", f"{'a ' * 30}{key}"):
        assert "xxx" not in one_line(text)
    assert "xxx" not in one_line("\0" * 100 + key, 300)
    client.close()


def test_control_characters_of_the_service_do_not_reach_the_text() -> None:
    evil = "\x1b[31mred\r\n\x00\u2028fake\u202eline\x9b\ud800"
    found = error(400, {"title": evil, "message": evil, "request_id": "r\n1", "error_code": evil})
    assert str(found).isprintable()
    assert "\\x1b[31mred" in str(found)
    assert str(c.APIConnectionError(evil)).isprintable()


def incomplete() -> c.IncompleteAudioError:
    return c.IncompleteAudioError("cut", partial=c.Audio(b"ab", "raw"), received=2, duration=0.5, request_id="r")


@pytest.mark.parametrize(
    "original",
    [
        error(429, retry_after="3"),
        incomplete(),
        c.APITimeoutError("slow", attempts=3),
        c.ConfigurationError("bad"),
        c.InvalidRequestError("bad"),
        c.APIResponseValidationError("odd", response=httpx.Response(200), body="x"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_errors_survive_pickle(original: c.CartesiaError) -> None:
    twin = pickle.loads(pickle.dumps(original))
    assert type(twin) is type(original)
    assert str(twin) == str(original)
    without = {name: value for name, value in vars(original).items() if name != "response"}
    assert {name: value for name, value in vars(twin).items() if name != "response"} == without
    if (response := getattr(original, "response", None)) is not None:
        assert (twin.response.status_code, twin.response.content) == (response.status_code, response.content)  # type: ignore[attr-defined]


KEY = "sk_car_0123456789abcdef"


@pytest.mark.parametrize("fault", ["status", "lost", "cut", "no JSON"])
async def test_errors_have_their_request_and_response_without_the_key_when_pickled_too(
    twin: Twin, httpx_mock: HTTPXMock, fault: str
) -> None:
    client = twin.make(api_key=KEY, max_retries=0)
    if fault == "status":
        httpx_mock.add_response(404, json={"message": f"no such thing for {KEY}"}, headers={"x-request-id": "r"})
    elif fault == "lost":
        httpx_mock.add_exception(httpx.ReadError("gone"))
    else:
        httpx_mock.add_response(content=b"\0" * 7, headers={"content-type": "audio/wav"})
    speech = {"model_id": "m", "transcript": "Hi.", "voice": "v"}
    call, arguments = (client.tts.generate, {**speech, "output_format": {"container": "wav"}})
    if fault != "cut":
        call, arguments = client.voices.get, {"id": "v"}
    with pytest.raises(c.APIError) as caught:
        await done(call(**arguments))
    data = pickle.dumps(caught.value)
    assert KEY.encode() not in data
    error: Any
    for error in (caught.value, pickle.loads(data), copy.deepcopy(caught.value)):
        path = "/tts/bytes" if fault == "cut" else "/voices/v"
        assert (error.request.method, error.request.url.path) == ("POST" if fault == "cut" else "GET", path)
        assert "cartesia-version" in error.request.headers
        assert "x-api-key" not in error.request.headers
        if fault == "cut":
            assert json.loads(error.request.content)["transcript"] == "Hi."
        if fault == "status":
            assert (error.response.status_code, error.response.headers["x-request-id"]) == (404, "r")
            assert error.response.json() == error.body == {"message": "no such thing for ***"}


def test_the_key_of_a_response_that_a_program_made_stays_out_of_the_pickle() -> None:
    signed = httpx.Request("GET", f"https://api.example.com/voices?api_key={KEY}", headers={"Authorization": KEY})
    made = c.RateLimitError("slow", response=httpx.Response(429, request=signed, text="later"), body=None)
    data = pickle.dumps(made)
    assert KEY.encode() not in data
    twin = pickle.loads(data)
    assert (twin.response.text, str(twin.request.url)) == ("later", "https://api.example.com/voices")
    assert made.response.request is signed
    lost = c.APIConnectionError(request=signed)
    assert (lost.request.method, lost.request.headers.get("authorization")) == ("GET", None)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy])
def test_copies_of_errors_keep_the_response(again: Callable[[Any], Any]) -> None:
    original = error(429, retry_after="3")
    original.add_note("asked at noon")
    twin = again(original)
    assert type(twin) is type(original)
    assert twin.response is original.response is not None
    assert vars(twin) == vars(original)
    assert str(twin) == str(original)
    validation = c.APIResponseValidationError("odd", response=httpx.Response(200), body={"a": [1]})
    assert again(validation).body == {"a": [1]}


async def test_control_characters_of_the_service_are_never_raw(twin: Twin, httpx_mock: HTTPXMock) -> None:
    raw = {"title": "No\x1b[31m", "message": "a\nb\x07", "request_id": "r\x1b", "error_code": "x\x1b"}
    httpx_mock.add_response(400, json=raw, headers={"x-request-id": "q\x1b"})
    with pytest.raises(c.BadRequestError) as caught:
        await done(twin.make().voices.get("v"))
    error = caught.value
    assert error.message == "a b\\x07"
    assert all(text.isprintable() for text in (str(error), error.title or "", error.request_id or ""))
    assert error.body == raw
    httpx_mock.add_response(302, headers={"location": "/\x01\x1b"})
    with pytest.raises(c.APIStatusError, match="points to an address that is no URL"):
        await done(twin.make().voices.get("v"))
    httpx_mock.add_response(204, headers={"sunset": "soon\x1b[31m"})
    with pytest.warns(DeprecationWarning, match=r"sunset soon\\x1b"):
        await done(twin.make().voices.delete("v"))


def test_errors_are_made_as_those_of_the_official_library() -> None:
    request = httpx.Request("GET", "https://api.example.com/voices")
    response = httpx.Response(429, request=request, headers={"Retry-After": "3"})
    slow = c.RateLimitError("slow", response=response, body={"error_code": "concurrency_limited"})
    assert (slow.status_code, slow.error_code, slow.retry_after, str(slow)) == (429, "concurrency_limited", 3, "slow")
    assert slow.response is response
    for lost in (c.APIConnectionError(request=request), c.APITimeoutError(request=request), c.APITimeoutError(request)):
        assert lost.message
        assert str(pickle.loads(pickle.dumps(lost))) == str(lost)
    assert str(c.APIConnectionError(message="no line", request=request)) == "no line"
    older = ApiError(status_code=404, body={"message": "No voice has this id."})
    assert (older.status_code, older.message) == (404, "No voice has this id.")
    with pytest.raises(TypeError, match="status_code"):
        c.RateLimitError("slow", body=None)


@pytest.mark.parametrize(
    ("status", "billed"), [(400, False), (402, False), (408, True), (409, True), (429, False), (500, True)]
)
def test_an_event_of_an_unclear_status_may_be_billed_as_a_response_of_it(status: int, billed: bool) -> None:
    assert from_event({"status_code": status}, "context a").may_be_billed is billed
