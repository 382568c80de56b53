"""The log: a line for each attempt, wait and end, with operation, status, request id and seconds; never a key or a text."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from typing import Any

import cartesia_client as c
import httpx
import pytest
from cartesia_sandbox import Sandbox
from pytest_httpx import HTTPXMock

from .conftest import Twin, done

KEY = "sk_car_0123456789abcdef"
TEXT = "The secret of the garden."
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}
SPEECH: dict[str, Any] = {"model_id": "sonic-2", "voice": "v1", "output_format": RAW, "transcript": TEXT}
STATUS = {"ok": True, "version": "2026-08-14"}


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    return caplog


def lines(log: pytest.LogCaptureFixture, level: int = logging.INFO) -> list[str]:
    return [
        record.getMessage() for record in log.records if record.name == "cartesia_client" and record.levelno >= level
    ]


async def test_a_call_that_succeeds_is_a_line_and_its_attempt_another(
    twin: Twin, httpx_mock: HTTPXMock, log: pytest.LogCaptureFixture
) -> None:
    httpx_mock.add_response(json=STATUS, headers={"x-request-id": "r1"})
    await done(twin.make(api_key=KEY).get_status())
    assert lines(log, logging.DEBUG) == [
        "get_status: an attempt begins (attempt 1)",
        "get_status: done (status 200, 0.000 s, attempt 1, request id r1)",
    ]
    record: Any = log.records[-1] if log.records[-1].name == "cartesia_client" else log.records[-2]
    assert (record.operation, record.status, record.request_id, record.attempt) == ("get_status", 200, "r1", 1)


async def test_attempts_waits_and_the_end_are_lines(
    twin: Twin, httpx_mock: HTTPXMock, log: pytest.LogCaptureFixture
) -> None:
    httpx_mock.add_exception(httpx.ConnectError(""))
    httpx_mock.add_response(status_code=429, headers={"Retry-After": "3", "cartesia-request-id": "r2"})
    httpx_mock.add_response(status_code=400, json={"error_code": "bad", "message": TEXT, "request_id": "r3"})
    with pytest.raises(c.BadRequestError):
        await done(twin.make(api_key=KEY).tts.generate(**SPEECH))
    assert lines(log) == [
        "tts.generate: there was no connection, so it is tried again in 0.5 s (0.000 s, attempt 1)",
        "tts.generate: the service refused, so it is tried again in 3 s (status 429, 0.000 s, attempt 2, request id r2)",
        "tts.generate: gave up: BadRequestError bad (status 400, 0.000 s, attempt 3, request id r3)",
    ]


async def test_what_is_not_described_is_named_by_its_path(
    twin: Twin, httpx_mock: HTTPXMock, log: pytest.LogCaptureFixture
) -> None:
    httpx_mock.add_response(json={})
    await done(twin.make().get("/new?secret=1"))
    assert lines(log) == ["GET /new: done (status 200, 0.000 s, attempt 1)"]


async def test_a_response_that_is_none_and_a_stream_are_lines(
    twin: Twin, httpx_mock: HTTPXMock, log: pytest.LogCaptureFixture
) -> None:
    client = twin.make()
    httpx_mock.add_response(text="<html>")
    with pytest.raises(c.APIResponseValidationError):
        await done(client.get_status())
    httpx_mock.add_response(content=b"\1\2")
    stream = client.tts.generate_stream(**SPEECH)
    await done(stream.__aenter__() if twin.is_async else stream.__enter__())
    assert lines(log) == [
        "get_status: gave up: APIResponseValidationError (status 200, 0.000 s, attempt 1)",
        "tts.generate: its stream begins (status 200, 0.000 s, attempt 1)",
    ]
    httpx_mock.add_response(content=b"\1\2\3", headers={"x-request-id": "r4"})
    with pytest.raises(c.IncompleteAudioError):
        await done(client.tts.generate(**SPEECH))
    httpx_mock.add_response(content=b'data: {"type": "error", "status_code": 402, "message": "x"}\n\n')
    events = await done(client.tts.generate_sse(**SPEECH))
    with pytest.raises(c.PaymentRequiredError):
        await done(anext(aiter(events)) if twin.is_async else next(iter(events)))
    assert lines(log)[3] == "POST /tts/bytes: gave up: IncompleteAudioError (request id r4)"
    assert lines(log)[5] == "POST /tts/sse: gave up: PaymentRequiredError (status 402)"


async def test_waits_for_a_turn_are_lines(twin: Twin, httpx_mock: HTTPXMock, log: pytest.LogCaptureFixture) -> None:
    httpx_mock.add_response(content=b"\1\2")
    client = twin.make(concurrency=1, concurrency_timeout=0.0)
    stream = client.tts.generate_stream(**SPEECH)
    await done(stream.__aenter__() if twin.is_async else stream.__enter__())
    with pytest.raises(c.APITimeoutError):
        await done(client.tts.generate(**SPEECH))
    assert lines(log, logging.DEBUG)[-2:] == [
        "POST /tts/bytes: waits for its turn",
        "POST /tts/bytes: gave up: its turn did not come (0.000 s)",
    ]


@pytest.mark.parametrize("phrase", ["a\x1b[31mred", "a\x07\x7f", "a\tb\x0bc"])
async def test_a_status_phrase_is_logged_without_control_characters(
    twin: Twin, httpx_mock: HTTPXMock, log: pytest.LogCaptureFixture, phrase: str
) -> None:
    """Also with a key that is too short to be looked for."""
    answer = httpx.Response(200, json=STATUS, extensions={"reason_phrase": phrase.encode("ascii", "replace")})
    httpx_mock.add_callback(lambda _: answer)
    await done(twin.make(api_key="k").get_status())
    (line,) = (record.getMessage() for record in log.records if record.name == "httpx")
    assert line.isprintable()
    assert "200 a" in line


@pytest.mark.parametrize("name", [f"r1\r\n2026 forged {KEY}", KEY, f"x{KEY}y"])
async def test_no_key_and_no_forged_line(
    twin: Twin, httpx_mock: HTTPXMock, log: pytest.LogCaptureFixture, name: str
) -> None:
    httpx_mock.add_response(status_code=400, json={"request_id": name, "error_code": name, "message": KEY + TEXT})
    with pytest.raises(c.BadRequestError):
        await done(twin.make(api_key=KEY).tts.generate(**SPEECH))
    (line,) = lines(log)
    assert KEY not in line
    assert line.isprintable()
    assert KEY not in log.text
    assert KEY not in repr([vars(record) for record in log.records])


PROGRAM = """
import asyncio, sys, cartesia_client as c
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}
VOICE = {"mode": "id", "id": "e07c00bc-4134-4eae-9ea4-1a55fb45746b"}
FIELDS = dict(model_id="sonic-2", voice=VOICE, output_format=RAW)
with c.Cartesia(api_key="KEY", base_url=sys.argv[1]) as client:
    client.get_status()
    client.tts.generate(**FIELDS, transcript="TEXT")
    with client.tts.websocket_connect() as socket:
        assert b"".join(socket.context("c1", **FIELDS).speak("TEXT"))

async def main():
    async with c.AsyncCartesia(api_key="KEY", base_url=sys.argv[1]) as client:
        await client.get_status()
        async with client.tts.websocket_connect() as socket:
            assert b"".join([chunk async for chunk in socket.context("c2", **FIELDS).speak("TEXT")])

asyncio.run(main())
""".replace("KEY", KEY).replace("TEXT", TEXT)


def run(level: str, before: str = "") -> str:
    with Sandbox() as sandbox:
        ended = subprocess.run(
            [sys.executable, "-c", before + PROGRAM, sandbox.url],
            env={**os.environ, "CARTESIA_LOG": level},
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
    assert ended.stdout == ""
    assert KEY not in ended.stderr
    assert TEXT not in ended.stderr
    return ended.stderr


@pytest.mark.parametrize("level", ["info", "DEBUG"])
def test_the_variable_turns_the_log_on(level: str) -> None:
    shown = run(level)
    for line in (
        "INFO cartesia_client: get_status: done (status 200, ",
        "INFO cartesia_client: tts.generate: its stream begins (status 200, ",
        "INFO cartesia_client: tts.websocket: open (",
        "INFO cartesia_client: context c1: done",
        "INFO cartesia_client: context c2: done",
        "INFO cartesia_client: tts.websocket: closed: this side closed the connection",
    ):
        assert line in shown
    assert ("DEBUG cartesia_client: get_status: an attempt begins" in shown) == (level == "DEBUG")
    assert "httpx" not in shown


def test_without_the_variable_nothing_is_written() -> None:
    assert run("") == ""


def test_another_value_is_a_warning() -> None:
    shown = run("verbose")
    assert "CARTESIA_LOG must be one of debug, info" in shown
    assert "cartesia_client:" not in shown


def test_handlers_of_the_program_get_each_line_once() -> None:
    shown = run("info", "import logging\nlogging.basicConfig(format='<%(message)s>')\n")
    assert shown.count("get_status: done") == 2
    assert shown.count("<get_status: done") == 2


def test_with_everything_at_debug_no_library_shows_the_key_or_the_text() -> None:
    shown = run("debug", "import logging\nlogging.basicConfig(level=logging.DEBUG)\n")
    assert "DEBUG:httpcore" in shown
    assert "INFO:httpx" in shown
