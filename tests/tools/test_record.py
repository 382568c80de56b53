"""The journal: what is in it, what never is, and that recording changes nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import cartesia_client as c
import httpx
import pytest
from cartesia_client import AsyncCartesia, Cartesia
from cartesia_sandbox import Sandbox
from cartesia_tools.traffic.entries import Exchange, Session, from_records, read
from cartesia_tools.traffic.record import record
from cartesia_tools.traffic.record_socket import LARGEST_BODY
from cartesia_tools.traffic.redact import Redactor
from pytest_httpx import HTTPXMock

from tests.tools.conftest import KEY

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW: Any = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
SPEECH: Any = {"model_id": "sonic-3.5", "transcript": "Hello.", "voice": KATIE, "output_format": RAW}


def client(sandbox: Sandbox, **options: Any) -> Cartesia:
    made: Cartesia = Cartesia(api_key=KEY, base_url=sandbox.url, max_retries=0, **options)
    return made


def exchanges(records: list[dict[str, Any]]) -> list[Exchange]:
    return [item for item in from_records(records) if isinstance(item, Exchange)]


def test_requests_and_responses_are_written_as_they_were(plain: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "traffic.jsonl"
    with client(plain) as found, record(found, path):
        found.voices.list(limit=2, q="a")
        with pytest.raises(c.NotFoundError):
            found.voices.get("unknown")
        audio = found.tts.generate(**SPEECH)
        text = found.stt.transcribe(file=("x.raw", audio.data), model="ink-whisper", encoding="pcm_s16le").text
    items = read(path.read_text())
    listing, missing, speech, heard = (item for item in items if isinstance(item, Exchange))
    assert (listing.method, listing.url, listing.status) == ("GET", f"{plain.url}/voices?limit=2&q=a", 200)
    assert listing.request is None
    assert listing.response
    assert len(json.loads(listing.response.text or "")["data"]) == 2
    assert missing.status == 404
    assert speech.request
    assert json.loads(speech.request.text or "")["transcript"] == "Hello."
    assert speech.response
    assert (speech.response.text, speech.response.size) == (None, len(audio.data))
    assert heard.request
    assert heard.request.form
    assert dict(heard.request.form) == {"file": None, "model": "ink-whisper"}
    assert heard.response
    assert json.loads(heard.response.text or "")["text"] == text
    assert [item.number for item in items] == [1, 2, 3, 4]


def test_streams_and_sockets_are_written_with_their_audio_shortened(plain: Sandbox) -> None:
    records: list[dict[str, Any]] = []
    with client(plain) as found, record(found, records.append):
        events = list(found.tts.generate_sse(**SPEECH))
        with found.tts.websocket_connect() as socket:
            context = socket.context(model_id="sonic-3.5", voice=KATIE, output_format=RAW)
            chunks = list(context.speak("Hello."))
    stream, session = from_records(records)
    assert isinstance(stream, Exchange)
    assert stream.response
    lines = [line for line in (stream.response.text or "").splitlines() if line.startswith("data: ")]
    assert len(lines) == len(events)
    assert re.search(r'"data": "[A-Za-z0-9+/]{24}\.\.\.\(\d+ characters\)"', lines[0])
    assert isinstance(session, Session)
    assert session.url.startswith(plain.url.replace("http", "ws") + "/tts/websocket?")
    frames = [json.loads(frame.text or "") for frame in session.frames]
    assert [frame.sent for frame in session.frames[:2]] == [True, True]
    assert frames[0]["transcript"] == "Hello."
    kinds = [frame["type"] for frame in frames if "type" in frame]
    assert kinds.count("chunk") == len(chunks)
    assert kinds[-1] == "done"
    assert len(json.dumps(records)) < sum(map(len, chunks)) / 2
    sizes = [entry["bytes"] for entry in records if entry["kind"] == "frame" and entry["direction"] == "received"]
    assert sum(sizes) > sum(map(len, chunks))


async def test_the_async_client_is_recorded_alike(plain: Sandbox) -> None:
    records: list[dict[str, Any]] = []
    async with AsyncCartesia(api_key=KEY, base_url=plain.url) as found:
        with record(found, records.append):
            audio = await found.tts.generate(**SPEECH)
            events = [event async for event in await found.tts.generate_sse(**SPEECH)]
            async with found.tts.websocket_connect() as socket:
                context = socket.context(model_id="sonic-3.5", voice=KATIE, output_format=RAW)
                chunks = [chunk async for chunk in context.speak("Hello.")]
        await found.voices.list(limit=1)  # no longer recorded
    speech, stream, session = from_records(records)
    assert isinstance(speech, Exchange)
    assert speech.response
    assert speech.response.size == len(audio.data)
    assert isinstance(stream, Exchange)
    assert stream.response
    assert (stream.response.text or "").count("data: ") == len(events)
    assert isinstance(session, Session)
    assert sum('"chunk"' in (frame.text or "") for frame in session.frames) == len(chunks)
    assert KEY not in json.dumps(records)


def test_no_credential_is_ever_written(plain: Sandbox) -> None:
    records: list[dict[str, Any]] = []
    secret = "a secret/with+odd=characters"
    with client(plain) as found, record(found, records.append):
        token = found.access_token.create(grants={"tts": True}).token
        with found.tts.websocket_connect(websocket_auth="headers") as socket:
            list(socket.context(model_id="sonic-3.5", voice=KATIE, output_format=RAW).speak("Hello."))
        # The service repeats the key in its response.
        with pytest.raises(c.NotFoundError):
            found.voices.get(f"about-{KEY}")
    with Cartesia(token=token, base_url=plain.url) as other, record(other, records.append):
        other.tts.generate(**SPEECH)
        with other.tts.websocket_connect() as socket:
            list(socket.context(model_id="sonic-3.5", voice=KATIE, output_format=RAW).speak("Hello."))
    with (
        Cartesia(api_key="wrong" + secret.replace(" ", ""), base_url=plain.url) as wrong,
        record(wrong, records.append),
        pytest.raises(c.AuthenticationError),
        wrong.tts.websocket_connect() as socket,
    ):
        list(socket.context(model_id="sonic-3.5", voice=KATIE, output_format=RAW).speak("Hello."))
    text = json.dumps(records)
    for part in (KEY, token, token.split(".")[1], "with+odd", "with%2Bodd"):
        assert part not in text
    assert text.count("***") >= 6
    rejected = next(each for each in records if each["kind"] == "socket" and each["status"] == 401)
    assert rejected["response"]["headers"]["content-type"].startswith("application/json")


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ('{"token": "abc.def\\"x"}', 'abc.def\\"x'),
        ("Authorization: Bearer abcdef123", "abcdef123"),
        ("see eyJhbGciOiJI.eyJncmFu.c2ln for it", "eyJncmFu"),
        ("sk_car_abc-DEF_1", "sk_car_abc"),
    ],
)
def test_what_looks_like_a_credential_is_redacted_wherever_it_is(text: str, gone: str) -> None:
    assert gone not in Redactor().text(text)
    assert "***" in Redactor().text(text)


def test_short_credentials_are_redacted_only_in_known_places() -> None:
    redactor = Redactor()
    assert redactor.headers({"X-API-Key": "any", "Accept": "anything"}) == {"X-API-Key": "***", "Accept": "anything"}
    assert redactor.url("ws://h/p?api_key=any&q=anything") == "ws://h/p?api_key=***&q=anything"
    assert redactor.url("https://user:password@h/p") == "https://h/p"
    assert redactor.headers({"Cookie": "a=b", "x-webhook-secret": "s"}) == {"Cookie": "***", "x-webhook-secret": "***"}


def test_each_attempt_at_a_request_is_written(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_exception(httpx.ConnectError("no"))
    httpx_mock.add_response(status_code=429, json={"title": "Slow down"}, headers={"retry-after": "0"})
    httpx_mock.add_response(json={"ok": True, "version": "2026-08-14"})
    records: list[dict[str, Any]] = []
    with Cartesia(api_key=KEY) as found, record(found, records.append):
        found._policy.sleep = lambda seconds: None
        assert found.get_status().ok
    assert [each.status for each in exchanges(records)] == [None, 429, 200]


def test_an_incomplete_response_is_written_as_far_as_it_came(httpx_mock: HTTPXMock) -> None:
    class Broken(httpx.SyncByteStream):
        def __iter__(self) -> Any:
            yield b"\0\0" * 100
            raise httpx.ReadError("gone")

    httpx_mock.add_response(stream=Broken(), headers={"content-type": "audio/pcm"})
    records: list[dict[str, Any]] = []
    with (
        Cartesia(api_key=KEY, max_retries=0) as found,
        record(found, records.append),
        pytest.raises(c.IncompleteAudioError),
    ):
        found.tts.generate(**SPEECH)
    (exchange,) = exchanges(records)
    assert exchange.response
    assert exchange.response.size == 200


def test_large_bodies_are_truncated(httpx_mock: HTTPXMock) -> None:
    response = {"data": [{"name": "x " * LARGEST_BODY}], "has_more": False}
    httpx_mock.add_response(json=response)
    events = b'data: {"type": "chunk", "data": "' + b"A" * 100_000 + b'"}\n\n'
    httpx_mock.add_response(content=events * 30, headers={"content-type": "text/event-stream"})
    httpx_mock.add_response(content=b"%1f", headers={"content-type": "application/json", "content-encoding": "odd"})
    records: list[dict[str, Any]] = []
    with Cartesia(api_key=KEY, max_retries=0) as found, record(found, records.append):
        for call in (found.datasets.list, lambda: list(found.tts.generate_sse(**SPEECH)), found.get_status):
            with pytest.raises(c.CartesiaError):
                call()
    cut, stream, odd = exchanges(records)
    assert cut.response
    assert cut.response.truncated
    assert len(cut.response.text or "") <= LARGEST_BODY
    assert cut.response.size > 2 * LARGEST_BODY
    assert stream.response
    assert not stream.response.truncated
    assert (stream.response.text or "").count("data: ") == 30
    assert odd.response
    assert (odd.response.text, odd.response.size) == (None, 3)


def test_recording_ends_with_its_block_and_happens_once(plain: Sandbox) -> None:
    records: list[dict[str, Any]] = []
    with client(plain) as found:
        hooks = found.get_httpx_client().event_hooks
        with record(found, records.append):
            found.get_status()
            with pytest.raises(c.InvalidRequestError, match="recorded already"), record(found, records.append):
                pass
            twin = found.with_options(timeout=5)
            twin.get_status()
        found.get_status()
        assert found.get_httpx_client().event_hooks == hooks
        assert found.socket_hooks == []
    assert len(records) == 2
