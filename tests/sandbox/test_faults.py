"""Planned faults: each kind on the wire, the error that the client raises for it, and each way to plan one."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import cartesia_client as c
import httpx
import pytest
from cartesia_sandbox import Fault, Sandbox
from hypothesis import given
from hypothesis import strategies as st
from websockets.exceptions import ConnectionClosed, InvalidMessage, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from tests.sandbox.test_proxy import patience
from tests.unit.conftest import Twin, done, items, twin

__all__ = ["twin"]

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
SPEECH: dict[str, Any] = {"model_id": "sonic-3.5", "transcript": "Hello there.", "voice": KATIE, "output_format": RAW}
HEADERS = {"X-API-Key": "k", "Cartesia-Version": "2026-08-14"}
OLD = {"X-API-Key": "k", "Cartesia-Version": "2025-11-04"}


@pytest.fixture(scope="module")
def running() -> Iterator[Sandbox]:
    with Sandbox() as made, c.Cartesia(api_key="any", base_url=made.url) as client:
        client.tts.generate(**SPEECH)  # the voice is loaded, so that a short timeout can only be that of a fault
        yield made


@pytest.fixture
def own(running: Sandbox) -> Iterator[Sandbox]:
    running.reset()
    yield running
    assert running.faults.missed() == []
    running.reset()


@pytest.fixture
def http(own: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=own.url, headers=HEADERS, trust_env=False, timeout=10) as made:
        yield made


def events(text: str) -> list[dict[str, Any]]:
    return [json.loads(line.removeprefix("data: ")) for line in text.splitlines() if line.startswith("data: ")]


def raw_answer(url: str, path: str = "/voices") -> tuple[bytes, str]:
    """Return what a plain connection receives, and how it ends."""
    address = urlsplit(url)
    with socket.create_connection((address.hostname, address.port), timeout=5) as line:
        asked = "".join(f"{name}: {value}\r\n" for name, value in HEADERS.items())
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{asked}\r\n".encode())
        answer = b""
        line.settimeout(1)
        try:
            while part := line.recv(65536):
                answer += part
        except ConnectionResetError:
            return answer, "reset"
        except TimeoutError:
            return answer, "open"
        return answer, "closed"


# The wire.


@pytest.mark.parametrize(
    ("fault", "ending"), [("reset", "reset"), ("cut", "closed"), ("garbage", "closed"), ("stall", "open")]
)
def test_before_the_response(own: Sandbox, fault: str, ending: str) -> None:
    own.faults.add(fault)
    answer, end = raw_answer(own.url)
    assert end == ending
    assert answer == (b"\x00\xff not HTTP \x80\r\n\r\n" if fault == "garbage" else b"")


@pytest.mark.parametrize(
    ("fault", "ending"), [("reset", "reset"), ("cut", "closed"), ("garbage", "closed"), ("stall", "open")]
)
def test_after_a_number_of_bytes(own: Sandbox, fault: str, ending: str) -> None:
    own.fail(fault, after_bytes=100)  # type: ignore[arg-type]  # one of them
    answer, end = raw_answer(own.url)
    _, _, content = answer.partition(b"\r\n\r\n")
    assert end == ending
    assert len(content) == 100 + (len(b"\x00\xff not HTTP \x80\r\n\r\n") if fault == "garbage" else 0)


def test_a_reset_after_the_headers_differs_from_one_within_them(own: Sandbox) -> None:
    own.fail("reset", after_seconds=0.0001)
    answer, end = raw_answer(own.url)
    assert answer.startswith(b"HTTP/1.1 200")
    assert end == "reset"


# HTTP.


def test_a_status_a_number_of_times(own: Sandbox, http: httpx.Client) -> None:
    own.fail("status", status=429, retry_after=1.5, times=2)
    rejections = [http.get("/voices") for _ in range(2)]
    for answer in rejections:
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "1.5")
        assert answer.json()["error_code"] == "concurrency_limited"
        assert answer.json()["request_id"] == answer.headers["x-request-id"]
    assert http.get("/voices").status_code == 200
    own.fail("status", title="Out of order", text="Come back tomorrow.", error_code="closed")
    assert http.get("/voices").json() | {"request_id": ""} == {
        "error_code": "closed",
        "title": "Out of order",
        "message": "Come back tomorrow.",
        "request_id": "",
    }
    own.fail("status", status=402)
    answer = http.get("/voices", headers=OLD)
    assert answer.text == "Quota exceeded: You have run out of credits."


def test_a_status_comes_after_the_whole_request(own: Sandbox, http: httpx.Client) -> None:
    own.fail("status")
    assert http.post("/stt", content=bytes(3_000_000)).status_code == 503
    assert own.journal.last.size == 3_000_000


def test_a_wrong_content_type(own: Sandbox, http: httpx.Client) -> None:
    own.fail("content_type")
    own.fail("content_type", text="application/x-nothing")
    assert http.get("/voices").headers["content-type"] == "text/html; charset=utf-8"
    assert http.get("/voices").headers["content-type"] == "application/x-nothing"


def test_malformed_json(own: Sandbox, http: httpx.Client) -> None:
    own.fail("malformed")
    answer = http.get("/voices")
    assert answer.status_code == 200
    with pytest.raises(ValueError):
        answer.json()


def test_a_delay(own: Sandbox, http: httpx.Client) -> None:
    own.fail("delay", seconds=0.2)
    own.fail("delay", seconds=0.2, after_bytes=100)
    for _ in range(2):
        began = time.monotonic()
        assert http.get("/voices").json()["data"]
        assert time.monotonic() - began >= 0.2


def test_events_of_a_stream(own: Sandbox, http: httpx.Client) -> None:
    body = SPEECH | {"context_id": "c1"}
    whole = events(http.post("/tts/sse", json=body).text)
    assert whole[-1]["type"] == "done"
    own.fail("drop_done")
    assert events(http.post("/tts/sse", json=body).text) == [
        event | {"step_time": pytest.approx(event["step_time"], abs=1e9)} for event in whole[:-1]
    ]
    own.fail("unknown_event", after_events=1)
    seen = events(http.post("/tts/sse", json=body).text)
    assert [event["type"] for event in seen] == [
        "chunk",
        "sandbox.unknown",
        *["chunk"] * (len(whole) - 2),
        "done",
    ]
    assert seen[1]["context_id"] == "c1"
    own.fail("malformed", after_events=1)
    lines = [line for line in http.post("/tts/sse", json=body).text.splitlines() if line.startswith("data: ")]
    assert len(lines) == len(whole)
    with pytest.raises(ValueError):
        json.loads(lines[1].removeprefix("data: "))


@pytest.mark.parametrize("headers", [HEADERS, OLD], ids=["new", "old"])
def test_an_error_in_the_middle_of_a_stream_has_the_shape_of_the_version(
    own: Sandbox, http: httpx.Client, headers: dict[str, str]
) -> None:
    own.fail("error", after_events=2, status=429)
    body = SPEECH | {"voice": {"mode": "id", "id": KATIE}}
    seen = events(http.post("/tts/sse", json=body, headers=headers).text)
    assert [event["type"] for event in seen] == ["chunk", "chunk", "error"]
    error = seen[-1]
    assert (error["status_code"], error["done"]) == (429, True)
    if headers is OLD:
        assert error["error"] == "Too many concurrent requests: You have exceeded your plan's concurrency limit."
    else:
        assert "error" not in error
    assert (error["error_code"], error["title"]) == ("concurrency_limited", "Too many concurrent requests")


# The errors of the client.


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("status status=429", c.RateLimitError),
        ("status status=500", c.InternalServerError),
        ("reset", c.APIConnectionError),
        ("cut", c.APIConnectionError),
        ("garbage", c.APIConnectionError),
        ("stall", c.APITimeoutError),
        ("content_type", c.APIResponseValidationError),
        ("reset after_bytes=5000", c.IncompleteAudioError),
        ("cut after_bytes=5000", c.IncompleteAudioError),
        ("garbage after_bytes=5000", c.IncompleteAudioError),
        ("stall after_bytes=5000", c.APITimeoutError),
    ],
)
async def test_typed_errors_for_audio(own: Sandbox, twin: Twin, fault: str, kind: type[Exception]) -> None:
    client = twin.make(base_url=own.url, timeout=patience(fault), max_retries=0)
    own.faults.add(fault)
    with pytest.raises(kind) as caught:
        await done(client.tts.generate(**SPEECH))
    if "after_bytes" in fault:
        assert isinstance(caught.value, c.IncompleteAudioError | c.APITimeoutError)
        assert 4000 < caught.value.received <= 5000


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("error after_events=1", c.APIStatusError),
        ("drop_done", c.IncompleteAudioError),
        ("cut after_events=1", c.IncompleteAudioError),
        ("reset after_events=1", c.IncompleteAudioError),
        ("malformed after_events=1", c.APIResponseValidationError),
    ],
)
async def test_typed_errors_for_events(own: Sandbox, twin: Twin, fault: str, kind: type[Exception]) -> None:
    client = twin.make(base_url=own.url, max_retries=0)
    own.faults.add(fault)
    with pytest.raises(kind):
        await items(await done(client.tts.generate_sse(**SPEECH)))


async def test_an_unknown_event_is_passed_on(own: Sandbox, twin: Twin) -> None:
    own.fail("unknown_event", after_events=1, text="later")
    seen = await items(await done(twin.make(base_url=own.url).tts.generate_sse(**SPEECH)))
    assert [event.type for event in seen][1] == "unknown"


async def test_retries_get_a_fault_as_often_as_it_is_planned(own: Sandbox, twin: Twin) -> None:
    own.fail("status", status=429, retry_after=7, times=2, operation="voices.get")
    voice = await done(twin.make(base_url=own.url).voices.get(KATIE))
    assert voice.name == "Katie"
    assert twin.slept == [7, 7]
    assert [request.status for request in own.journal.requests("voices.get")] == [429, 429, 200]


# Sockets.


def talk(own: Sandbox, version: str = "2026-08-14", open_timeout: float = 10) -> ClientConnection:
    address = f"ws{own.url[4:]}/tts/websocket?cartesia_version={version}&api_key=k"
    return connect(address, max_queue=None, open_timeout=open_timeout)


def say(line: ClientConnection, name: str = "c1") -> None:
    voice = {"mode": "id", "id": SPEECH["voice"]}  # as every version takes it
    line.send(json.dumps(SPEECH | {"context_id": name, "voice": voice}))


def hear(line: ClientConnection) -> Iterator[dict[str, Any]]:
    while True:
        event = json.loads(line.recv(timeout=5))
        yield event
        if event["done"]:
            return


def kinds(line: ClientConnection) -> list[str]:
    return [event["type"] for event in hear(line)]


def test_a_rejected_handshake(own: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    own.fail("status", status=429, retry_after=3)
    with pytest.raises(InvalidStatus) as caught:
        talk(own)
    answer = caught.value.response
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "3")
    assert json.loads(answer.body or b"")["error_code"] == "concurrency_limited"
    assert own.journal.last.status == 429
    own.journal.wait_for(lambda journal: journal.last.seconds is not None)
    assert caplog.records == []


@pytest.mark.parametrize("fault", ["slow_handshake", "delay"])
def test_a_slow_handshake(own: Sandbox, fault: str) -> None:
    own.faults.add(fault, seconds=0.2)
    began = time.monotonic()
    with talk(own) as line:
        assert time.monotonic() - began >= 0.2
        say(line)
        assert kinds(line)[-1] == "done"


@pytest.mark.parametrize("fault", ["reset", "cut", "garbage"])
def test_a_handshake_that_breaks(own: Sandbox, fault: str) -> None:
    own.faults.add(fault)
    with pytest.raises((InvalidMessage, OSError)):
        talk(own)


def test_a_handshake_that_never_comes(own: Sandbox) -> None:
    own.fail("stall")
    with pytest.raises(TimeoutError):
        talk(own, open_timeout=0.3)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("close code=1013 text='Try again later' after_events=2", 1013),
        ("close code=4000", 4000),
        ("reset after_events=2", 1006),
        ("cut after_events=2", 1006),
        ("garbage after_events=2", 1006),
        ("close after_seconds=0.05", 1011),
    ],
)
def test_a_socket_that_ends(own: Sandbox, fault: str, code: int) -> None:
    own.faults.add(fault)
    with talk(own) as line:
        if "events" in fault:
            say(line)
        seen: list[str] = []

        def listen() -> None:
            while True:
                seen.append(json.loads(line.recv(timeout=5))["type"])

        with pytest.raises(ConnectionClosed) as caught:
            listen()
    # A reset may overtake what has been sent.
    assert len(seen) <= 2 if "reset" in fault else len(seen) == (2 if "events" in fault else 0)
    assert (caught.value.rcvd.code if caught.value.rcvd else 1006) == code
    if code == 1013:
        assert caught.value.rcvd is not None
        assert caught.value.rcvd.reason == "Try again later"


def test_an_idle_socket_is_closed_as_by_the_service(own: Sandbox) -> None:
    own.fail("idle_close", seconds=0.1)
    with talk(own) as line:
        with pytest.raises(ConnectionClosed) as caught:
            line.recv(timeout=5)
        assert caught.value.rcvd is not None
        assert (caught.value.rcvd.code, caught.value.rcvd.reason) == (1000, "connection idle timeout")


def test_messages_of_a_socket(own: Sandbox) -> None:
    with talk(own) as line:
        say(line, "c1")
        whole = kinds(line)
        # Planned while the socket is open.
        own.fail("unknown_event", after_events=1)
        say(line, "c2")
        assert kinds(line) == ["chunk", "sandbox.unknown", *whole[1:]]
        own.fail("malformed", after_events=1)
        say(line, "c3")
        line.recv(timeout=5)
        with pytest.raises(ValueError):
            json.loads(line.recv(timeout=5))
        assert kinds(line)[-1] == "done"
        own.fail("drop_done")
        say(line, "c4")
        for _ in whole[:-1]:
            assert json.loads(line.recv(timeout=5))["type"] == "chunk"
        with pytest.raises(TimeoutError):
            line.recv(timeout=0.2)


@pytest.mark.parametrize("version", ["2026-08-14", "2025-11-04", "2025-04-16"])
def test_an_error_ends_one_context_and_not_the_socket(own: Sandbox, version: str) -> None:
    with talk(own, version) as line:
        own.fail("error", after_events=2, status=500)
        say(line, "c1")
        *before, error = hear(line)
        assert [event["type"] for event in before] == ["chunk", "chunk"]
        assert (error["type"], error["context_id"], error["status_code"]) == ("error", "c1", 500)
        assert ("title" in error) == (version >= "2025-11-04")
        assert ("error" in error) == (version < "2026-03-01")
        say(line, "c2")
        assert {event["context_id"] for event in hear(line)} == {"c2"}


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("status status=429", c.RateLimitError),
        ("reset", c.APIConnectionError),
        ("close code=1011 times=9", c.APIError),  # which one depends on whether the text has left by then
        ("reset after_events=1", c.IncompleteAudioError),
        ("close code=1011 after_events=1", c.IncompleteAudioError),
        ("garbage after_events=1", c.IncompleteAudioError),
        ("error status=429 after_events=1", c.RateLimitError),
        ("malformed after_events=1", c.APIError),
    ],
)
async def test_typed_errors_for_sockets(own: Sandbox, twin: Twin, fault: str, kind: type[Exception]) -> None:
    own.faults.add(fault)
    client = twin.make(base_url=own.url, max_retries=0)

    def speak_now() -> Any:
        with client.tts.websocket_connect() as line:
            for _ in line.context(model_id="sonic-3.5", voice=KATIE, output_format=RAW).speak(
                "Hello there.", timeout=5
            ):
                pass

    async def speak_later() -> Any:
        async with client.tts.websocket_connect() as line:
            context = line.context(model_id="sonic-3.5", voice=KATIE, output_format=RAW)
            async for _ in context.speak("Hello there.", timeout=5):
                pass

    with pytest.raises(kind):
        await done((speak_later if twin.is_async else speak_now)())
    if "times=9" in fault:
        own.faults.clear()  # how often it was needed depends on whether the text had left by then


def test_an_error_of_a_speech_to_text_socket_closes_it(own: Sandbox) -> None:
    own.fail("error", status=500, operation="stt.auto_finalize")
    address = f"ws{own.url[4:]}/stt/turns/websocket?cartesia_version=2026-08-14&api_key=k"
    with connect(f"{address}&model=ink-2&encoding=pcm_s16le&sample_rate=16000") as line:
        assert json.loads(line.recv(timeout=5))["type"] == "error"
        with pytest.raises(ConnectionClosed) as caught:
            line.recv(timeout=5)
        assert caught.value.rcvd is not None
        assert caught.value.rcvd.code == 1000


# Which request gets which fault.


def test_each_request_gets_the_first_fault_that_matches_it(own: Sandbox, http: httpx.Client) -> None:
    own.fail("status", status=500, operation="/voices/{id}")
    own.fail("status", status=501, operation="voices.*", times=2)
    own.fail("status", status=502)
    assert [http.get("/voices").status_code, http.get(f"/voices/{KATIE}").status_code] == [501, 500]
    assert [http.get("/voices").status_code for _ in range(3)] == [501, 502, 200]


def test_a_fault_beyond_the_end_of_a_response_waits_for_the_next(own: Sandbox, http: httpx.Client) -> None:
    planned = own.fail("cut", after_bytes=50_000)
    assert http.get("/voices?limit=1").status_code == 200
    assert (planned.triggered, planned.available) == (0, True)
    with pytest.raises(httpx.RemoteProtocolError):
        http.post("/tts/bytes", json=SPEECH | {"output_format": {**RAW, "sample_rate": 48000}})
    assert planned.triggered == 1


def test_a_fault_of_streams_does_not_apply_to_other_requests(own: Sandbox, http: httpx.Client) -> None:
    own.fail("drop_done")
    assert http.get("/voices").status_code == 200
    assert own.faults.missed()
    assert events(http.post("/tts/sse", json=SPEECH).text)[-1]["type"] == "chunk"


def test_a_fault_without_end(own: Sandbox, http: httpx.Client) -> None:
    planned = own.fail("status", times=None)
    assert [http.get("/").status_code for _ in range(3)] == [503] * 3
    assert planned.triggered == 3


# Ways to plan one.


def test_one_request_asks_for_its_own_fault(own: Sandbox, http: httpx.Client) -> None:
    own.fail("status", status=500)
    asked = {"X-Sandbox-Fault": "status; status=418; text='I am a teapot.'"}
    answer = http.get("/voices", headers=asked)
    assert (answer.status_code, answer.json()["message"]) == (418, "I am a teapot.")
    assert http.get("/voices").status_code == 500
    wrong = http.get("/voices", headers={"X-Sandbox-Fault": "explode"})
    assert wrong.status_code == 400
    assert "there is no fault 'explode'; there are status, delay" in wrong.json()["message"]
    wrong = http.get("/voices", headers={"X-Sandbox-Fault": "drop_done"})
    assert "drop_done does not apply to voices.list" in wrong.json()["message"]


def test_over_http(own: Sandbox, http: httpx.Client) -> None:
    made = http.post("/__sandbox__/faults", json={"kind": "status", "status": 503, "operation": "voices.list"})
    assert made.status_code == 201
    http.post("/__sandbox__/faults", json={"text": "delay seconds=9 optional=true"})
    listed = http.get("/__sandbox__/faults").json()["faults"]
    assert [each["text"] for each in listed] == [
        "status operation=voices.list status=503",
        "delay seconds=9 optional=true",
    ]
    assert http.delete(f"/__sandbox__/faults/{listed[1]['id']}").status_code == 204
    assert http.get("/voices").status_code == 503
    assert [each["met"] for each in http.get("/__sandbox__/faults").json()["faults"]] == [1]
    assert http.delete("/__sandbox__/faults").status_code == 204
    assert http.get("/__sandbox__/faults").json() == {"faults": []}
    assert http.delete("/__sandbox__/faults/99").status_code == 404


def test_initial_faults_are_planned_again_after_a_reset() -> None:
    with Sandbox(faults=["status status=503"]) as made, httpx.Client(base_url=made.url, trust_env=False) as http:
        assert [http.get("/").status_code for _ in range(2)] == [503, 200]
        made.reset()
        assert [http.get("/").status_code for _ in range(2)] == [503, 200]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": "explode"}, "there is no fault 'explode'"),
        ({"kind": "status", "status": 99}, "status must be from 200 to 599"),
        ({"kind": "status", "status": "many"}, "status of a fault must be of type int, but is 'many'"),
        ({"kind": "status", "seconds": True}, "seconds of a fault must be of type float, but is True"),
        ({"kind": "status", "times": 0}, "times must be at least 1"),
        ({"kind": "delay", "seconds": -1}, "seconds must not be negative"),
        ({"kind": "close", "code": 1006}, "code must be a close code that may be sent"),
        (
            {"kind": "close", "operation": "voices.list"},
            "applies to responses of the shape socket; voices.list has json",
        ),
        ({"kind": "status", "operation": "voices.lists"}, "there is no operation 'voices.lists'; there are"),
        ({"kind": "status", "statsu": 500}, "a fault has no field 'statsu'; it has kind, operation"),
        ({"kind": "status", "text": 5}, "text of a fault must be text"),
        ({"status": 500}, "a fault needs its kind"),
        ({"kind": "drip", "seconds": 1}, "after_bytes of a drip must be at least 1"),
        ({"kind": "half_close"}, "'half_close' applies to whole connections: plan it with Sandbox.proxy()"),
    ],
)
def test_a_mistake_raises_at_once(own: Sandbox, http: httpx.Client, fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        own.faults.add(fields)
    answer = http.post("/__sandbox__/faults", json=fields)
    assert answer.status_code == 400
    assert sentence in answer.json()["error"]


@pytest.mark.parametrize("text", ["", "status 429", "status status"])
def test_a_text_that_is_not_a_fault(text: str) -> None:
    with pytest.raises(ValueError, match=r"a fault begins|not of the form"):
        Fault.parse(text)


@given(
    st.builds(
        Fault,
        kind=st.sampled_from(["status", "cut", "error", "close"]),
        operation=st.none() | st.sampled_from(["tts.*", "/tts/bytes"]),
        times=st.none() | st.integers(1, 9),
        after_bytes=st.integers(0, 10**9),
        seconds=st.floats(0, 1e6),
        status=st.none() | st.integers(200, 599),
        retry_after=st.none() | st.floats(0, 1e6),
        text=st.text(st.characters(exclude_characters=";", exclude_categories=["Cs"])),
        optional=st.booleans(),
    )
)
def test_a_fault_is_the_same_as_text_and_as_json(fault: Fault) -> None:
    assert Fault.parse(str(fault)) == fault
    assert Fault.of(json.loads(json.dumps(fault.fields()))) == fault


def test_a_stall_does_not_delay_the_end_of_the_sandbox() -> None:
    with Sandbox(faults=["stall"]) as made:
        address = urlsplit(made.url)
        line = socket.create_connection((address.hostname, address.port), timeout=5)
        line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        made.journal.wait_for(lambda journal: [each.faults for each in journal.requests()] == [["stall"]])
    assert line.recv(10) == b""
    line.close()
