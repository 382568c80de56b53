"""Which credentials the sandbox accepts, and how it rejects others: over HTTP, in streams and at the handshakes of sockets."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from cartesia_client import AuthenticationError, Cartesia, PermissionDeniedError
from cartesia_sandbox import Sandbox
from cartesia_sandbox.description.errors import APIError
from cartesia_sandbox.description.versions import VERSIONS
from cartesia_sandbox.state.auth import Authenticator
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.sandbox import refusals
from tests.sandbox.common import KATIE, RAW, SILENCE, speech

SPEECH: dict[str, Any] = {"model_id": "sonic-3.5", "transcript": "Hello.", "voice": KATIE, "output_format": RAW}
LISTEN = "encoding=pcm_s16le&sample_rate=16000&model=ink-2"
PLACES = {
    "voices": "/voices",
    "tts.generate": "/tts/bytes",
    "tts.generate_sse": "/tts/sse",
    "stt.transcribe": "/stt",
    "tts.websocket": "/tts/websocket?",
    "agents.stream": "/agents/stream/agent_5h?",
    "stt.manual_finalize": f"/stt/websocket?{LISTEN}",
    "stt.auto_finalize": f"/stt/turns/websocket?{LISTEN}",
}
JWT = ".".join(
    base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in (b'{"alg":"HS256"}', b"{}", b"signature")
)


@pytest.fixture(scope="module")
def locked() -> Iterator[Sandbox]:
    with Sandbox(api_keys=["right", "second"]) as running:
        yield running


@pytest.fixture(scope="module")
def http(locked: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=locked.url, trust_env=False, timeout=30) as client:
        yield client


def ask(http: httpx.Client, place: str, version: str, **headers: str) -> tuple[int, str]:
    """Send a request, or open a socket, and return the status and what an error says."""
    headers = {"Cartesia-Version": version, **headers}
    address = PLACES[place]
    if "websocket" in address or "stream" in address:
        try:
            with connect(f"ws{str(http.base_url)[4:].rstrip('/')}{address}", additional_headers=headers, proxy=None):
                return 101, ""
        except InvalidStatus as error:
            return error.response.status_code, (error.response.body or b"").decode()
    if place == "voices":
        answer = http.get(address, headers=headers)
    elif place == "stt.transcribe":
        form: Any = {"data": {"model": "ink-whisper"}, "files": {"file": ("a.wav", SILENCE)}}
        answer = http.post(address, headers=headers, **form)
    else:
        voice = {"mode": "id", "id": KATIE}
        answer = http.post(address, json=speech(voice=voice), headers=headers)
    return answer.status_code, answer.text if answer.status_code >= 400 else ""


def said(version: str, text: str) -> str:
    """Return title and message of an error. Fail unless it has the shape of its version."""
    if version < "2026-03-01":
        return text
    body = json.loads(text)
    assert body["error_code"] is None
    assert body["request_id"]
    return f"{body['title']}: {body['message']}"


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("place", PLACES)
def test_a_key_that_is_not_accepted_is_401_everywhere_in_the_shape_of_the_version(
    http: httpx.Client, place: str, version: str
) -> None:
    status, text = ask(http, place, version, **{"X-API-Key": "wrong"})
    assert (status, said(version, text)) == (401, "Unauthorized: The API key is not valid.")
    status, text = ask(http, place, version)
    assert (status, said(version, text)) == (401, "Unauthorized: The API key is missing.")


@pytest.mark.parametrize("place", PLACES)
def test_each_accepted_key_works_everywhere(http: httpx.Client, place: str) -> None:
    for header in ({"X-API-Key": "right"}, {"Authorization": "Bearer second"}):
        assert ask(http, place, "2026-08-14", **header)[0] in (200, 101)


def token(http: httpx.Client, **grants: bool) -> str:
    headers = {"Cartesia-Version": "2026-08-14", "X-API-Key": "right"}
    return str(http.post("/access-token", json={"grants": grants, "expires_in": 60}, headers=headers).json()["token"])


@pytest.mark.parametrize("grants", [["tts"], ["stt"], ["agent"], ["tts", "agent"], []])
def test_a_token_is_held_to_its_grants_everywhere(http: httpx.Client, grants: list[str]) -> None:
    given = {name: name in grants for name in ("tts", "stt", "agent")}
    bearer = {"Authorization": f"Bearer {token(http, **given)}"}
    for place in PLACES:
        status, text = ask(http, place, "2026-08-14", **bearer)
        needed = next((name for name in given if place.startswith(name)), "")
        if given.get(needed):
            assert status in (200, 101), place
        else:
            what = f"lacks the grant {needed}" if needed else "cannot be used here; use an API key"
            assert (status, said("2026-08-14", text)) == (403, f"Forbidden: The access token {what}."), place


def test_a_socket_takes_a_token_from_its_query(locked: Sandbox, http: httpx.Client) -> None:
    for name in ("access_token", "api_key"):
        address = f"{locked.url}/tts/websocket?cartesia_version=2026-08-14&{name}={token(http, tts=True)}"
        with connect(address.replace("http", "ws", 1), proxy=None):
            pass


def test_a_token_that_expires_ends_nothing_that_has_begun(
    locked: Sandbox, http: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers = {"Authorization": f"Bearer {token(http, tts=True)}", "Cartesia-Version": "2026-08-14"}
    frame = speech(voice={"mode": "id", "id": KATIE})
    with (
        connect(f"ws{locked.url[4:]}/tts/websocket", additional_headers=headers, proxy=None) as line,
        http.stream("POST", "/tts/sse", json=frame, headers=headers) as stream,
    ):
        monkeypatch.setattr(locked._state.authenticator, "_clock", lambda: time.time() + 61)
        line.send(json.dumps({**frame, "context_id": "after"}))
        while (event := json.loads(line.recv(timeout=10)))["type"] != "done":
            assert event["type"] == "chunk"
        assert b"event: done" in stream.read()
        assert ask(http, "tts.generate", "2025-11-04", **headers | {"Cartesia-Version": "2025-11-04"}) == (
            401,
            "Unauthorized: The access token has expired.",
        )
        assert ask(http, "tts.websocket", "2026-08-14", **headers)[0] == 401


@pytest.mark.parametrize("api_keys", [None, ["k"]])
def test_a_token_that_was_changed_or_is_of_another_sandbox_is_not_valid(api_keys: list[str] | None) -> None:
    authenticator = Authenticator(api_keys)
    head, body, signature = authenticator.create_token({"tts": True}, 60).split(".")
    for forged in (f"{head}.{body}x.{signature}", f"{head}.{body}.x", f"{head}..", JWT):
        with pytest.raises(APIError, match="not valid") as caught:
            authenticator.check({"x-api-key": forged}, {}, "tts")
        assert caught.value.status == 401


@pytest.mark.parametrize("key", ["a.b.c", "a.b", "eyJ.x.y", "..", "W10.x.y", "sk_car_x.y.z"])
def test_a_key_with_dots_is_no_token(key: str) -> None:
    Authenticator().check({"x-api-key": key}, {}, None)


@pytest.mark.parametrize("api_keys", [None, ["sk_car_admin_x"]])
def test_an_admin_key_is_of_the_wrong_kind(api_keys: list[str] | None) -> None:
    with pytest.raises(APIError, match="use a standard API key") as caught:
        Authenticator(api_keys).check({"x-api-key": "sk_car_admin_x"}, {}, "tts")
    assert caught.value.status == 403


@pytest.mark.parametrize("api_keys", ["sk_car_x", b"x", [""], ["a", " "], [None], ["a", b"b"]])
def test_what_cannot_be_keys_is_refused_at_once(api_keys: Any) -> None:
    with pytest.raises(ValueError, match="api_keys must be"):
        Sandbox(api_keys=api_keys)


def test_keys_may_be_any_iterable_and_an_empty_one_accepts_none() -> None:
    authenticator = Authenticator(name for name in ("b", "a "))
    for _ in range(2):
        authenticator.check({"x-api-key": "a"}, {}, None)
    with pytest.raises(APIError, match="not valid"):
        Authenticator([]).check({"x-api-key": "sandbox"}, {}, None)


def test_the_client_meets_the_rejection_as_its_own_error(locked: Sandbox, http: httpx.Client) -> None:
    with Cartesia(api_key="wrong", base_url=locked.url) as client:
        with pytest.raises(AuthenticationError, match="The API key is not valid"):
            client.tts.generate(**SPEECH)
        with pytest.raises(AuthenticationError, match="The API key is not valid"):
            list(client.tts.generate_sse(**SPEECH))
        with pytest.raises(AuthenticationError), client.tts.websocket_connect():
            pass
    with (
        Cartesia(token=token(http, stt=True), base_url=locked.url) as client,
        pytest.raises(PermissionDeniedError, match="lacks the grant tts"),
    ):
        client.tts.generate(**SPEECH)


def test_the_page_of_refusals_says_what_the_sandbox_answers() -> None:
    assert refusals.PAGE.read_text(encoding="utf-8") == refusals.page(), "run: python -m tests.sandbox.refusals --write"
