"""Whatever a client sends, the sandbox answers it or says why not, and its journal, page and faults still show."""

from __future__ import annotations

import contextlib
import gc
import json
import queue
import struct
from collections.abc import Iterator
from typing import Any

import httpx
import numpy as np
import pytest
from cartesia_sandbox import Journal, Sandbox
from cartesia_sandbox.journal.redact import redact
from starlette.types import Receive, Scope, Send
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode

from tests.sandbox.common import KATIE, KEYED, SILENCE, speech, wav
from tests.sandbox.hostile import (
    BODIES,
    DEEP,
    MIB,
    REFUSED,
    TOLERATED,
    UPGRADE,
    answer,
    check_shown,
    head,
    leave,
    raw,
    socket_to,
    watched,
    with_field,
)

AUDIO = "encoding=pcm_s16le&sample_rate=16000"


@pytest.fixture(scope="module", params=[False, True], ids=["tolerant", "strict"])
def own(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    with watched(), Sandbox(strict=request.param) as running:
        yield running
        gc.collect()  # asyncio complains of a task that failed when it is collected


@pytest.fixture
def http(own: Sandbox) -> Iterator[httpx.Client]:
    own.reset()
    with watched(), httpx.Client(base_url=own.url, headers=KEYED, trust_env=False, timeout=30) as client:
        yield client


# -- bodies ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", REFUSED.values(), ids=REFUSED)
def test_what_is_no_json_is_a_400_and_shown_as_text(own: Sandbox, http: httpx.Client, field: str) -> None:
    rejected = http.post("/tts/bytes", content=with_field(field))
    assert (rejected.status_code, rejected.json()["title"]) == (400, "Invalid request")
    assert len(rejected.content) < 1000
    shown = check_shown(own, http)[-1]
    assert (shown["status"], type(shown["body"])) == (400, str)
    assert shown["body"].startswith('{"model_id"')


@pytest.mark.parametrize("field", TOLERATED.values(), ids=TOLERATED)
def test_odd_json_is_json(own: Sandbox, http: httpx.Client, field: str) -> None:
    status = http.post("/tts/bytes", content=with_field(field)).status_code
    assert status in (200, 400)  # a strict sandbox does not know the field
    assert check_shown(own, http)[-1]["status"] == status


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_bytes_that_are_no_body(own: Sandbox, http: httpx.Client, body: bytes) -> None:
    for path in ("/tts/bytes", "/stt", "/datasets", "/voices/localize", "/access-token"):
        for encoding in ("identity", "gzip"):
            headers = {"Content-Encoding": encoding, "Content-Type": "application/json"}
            assert http.post(path, content=body, headers=headers).status_code == 400
    check_shown(own, http)


@pytest.mark.parametrize(
    ("media", "body"),
    [
        ("multipart/form-data", b"--x"),
        ("multipart/form-data; boundary=", b"--x"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--"),
        ("multipart/form-data; boundary=x", b"--x\r\n" + b"A" * 20_000),
        (
            "multipart/form-data; boundary=x; charset=undefined",
            b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
        ),
        (
            "multipart/form-data; boundary=x; charset=unicode_escape",
            b'--x\r\nContent-Disposition: form-data; name="language"\r\n\r\n\\ud800\r\n--x--',
        ),
        ("application/x-www-form-urlencoded", b"a=%ff&" * 5000),
        ("application/x-www-form-urlencoded", b"model=%ed%a0%80&&=&=="),
    ],
)
def test_forms_that_cannot_be_read(own: Sandbox, http: httpx.Client, media: str, body: bytes) -> None:
    rejected = http.post("/stt", content=body, headers={"Content-Type": media})
    assert (rejected.status_code, rejected.json()["title"]) == (400, "Invalid request")
    check_shown(own, http)


def test_a_file_name_that_is_no_text_never_reaches_a_list(own: Sandbox, http: httpx.Client) -> None:
    dataset = http.post("/datasets", json={"name": "n", "description": "d"}).json()["id"]
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="\\udcff.wav"\r\n\r\n1\r\n--x--\r\n'
    media = "multipart/form-data; boundary=x; charset=raw_unicode_escape"
    http.post(f"/datasets/{dataset}/files", content=body, headers={"Content-Type": media})
    assert http.get(f"/datasets/{dataset}/files").status_code == 200
    check_shown(own, http)


@pytest.mark.parametrize(
    "text", ['{"a":' * DEEP, '{"a":' * 200 + "1" + "}" * 200, '{"sample_rate": NaN}', r'{"container": "\ud800"}']
)
def test_objects_in_a_form_are_checked_too(own: Sandbox, http: httpx.Client, text: str) -> None:
    form = {"output_format": text, "model_id": "sonic-3", "transcript": "Hi.", "voice_id": KATIE}
    assert http.post("/infill/bytes", data=form, files={"left_audio": SILENCE}).status_code == 400
    check_shown(own, http)


def test_a_recording_that_claims_to_be_huge_is_refused(own: Sandbox, http: httpx.Client) -> None:
    recording = bytearray(wav(np.zeros(16000, np.float32), 16000, "FLAC"))
    recording[21:26] = bytes([recording[21] | 15, 255, 255, 255, 255])  # the count of its samples, which have 36 bits
    form = {"model": "ink-whisper"}
    rejected = http.post("/stt", data=form, files={"file": bytes(recording)})
    assert (rejected.status_code, rejected.json()["error_code"]) == (413, "file_too_large")
    check_shown(own, http)


def test_errors_do_not_repeat_what_is_huge(http: httpx.Client) -> None:
    for body in ("x" * MIB, [["x"] * 1000] * 100, speech(voice=["y" * 1000] * 1000)):
        rejected = http.post("/tts/bytes", json=body)
        assert (rejected.status_code, len(rejected.content) < 10_000) == (400, True)


# -- size ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "size"),
    [
        ("/tts/bytes", 1024**3),
        ("/tts/sse", 1024**3),
        ("/voices", 1024**3),
        ("/nowhere", 1024**3),
        ("/stt", 1024**3),
        ("/stt", 10**19),
        ("/__sandbox__/faults", 1024**3),
        ("/__sandbox__/reset", 1024**3),
        ("/__sandbox__/nowhere", 1024**3),
    ],
)
def test_a_huge_body_is_refused_before_it_comes(own: Sandbox, http: httpx.Client, path: str, size: int) -> None:
    assert answer(raw(own, head(path, f"Content-Length: {size}"))) == 413
    check_shown(own, http)


@pytest.mark.parametrize("fault", [None, "status status=500", "delay seconds=0"])
@pytest.mark.parametrize("path", ["/tts/bytes", "/tts/sse", "/__sandbox__/faults"])
def test_a_body_without_a_length_is_bounded(own: Sandbox, http: httpx.Client, path: str, fault: str | None) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(64):
            sent += MIB
            yield bytes(MIB)

    headers = {"X-Sandbox-Fault": fault} if fault else {}
    assert http.post(path, content=endless(), headers=headers).status_code == 413
    assert own.journal.requests()[-1:] == [] or own.journal.last.size < 8 * MIB
    check_shown(own, http)


def test_a_transcript_of_the_greatest_size_that_is_read(http: httpx.Client) -> None:
    rejected = http.post("/tts/bytes", json=speech(transcript="a" * (4 * MIB - 1000)))
    assert (rejected.status_code, "characters" in rejected.json()["message"]) == (400, True)


def test_memory_of_the_journal_counts_headers_and_queries() -> None:
    journal = Journal(memory=1_000_000)
    for _ in range(200):
        scope = {
            "method": "GET",
            "path": "/",
            "query_string": b"a=" + b"b" * 10_000,
            "headers": [(b"x", b"y" * 40_000)],
        }
        journal.record(scope, None, None, "json")
    assert len(journal) <= 20


@pytest.mark.parametrize("text", ["eyJ" * 100_000, "sk_" * 100_000, "eyJa." * 60_000, "eyJ-sk_car_" * 20_000])
def test_credentials_are_looked_for_in_linear_time(text: str) -> None:
    assert "sk_car_" not in redact(text)  # in squares of the length, this would take minutes


def test_a_key_inside_the_start_of_a_token_is_hidden() -> None:
    assert "sk_car_Qx7Rp2" not in redact("eyJabc_sk_car_Qx7Rp2 and eyJabc.def")
    assert redact("eyJabc.def.ghi eyJabc sk_x") == "*** eyJabc ***"


# -- sockets ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", [*REFUSED.values(), *TOLERATED.values()], ids=[*REFUSED, *TOLERATED])
def test_odd_frames_leave_the_other_contexts_alone(own: Sandbox, http: httpx.Client, field: str) -> None:
    with socket_to(own) as connection:
        first = {**speech(transcript="One. "), "context_id": "good", "continue": True}
        connection.send(json.dumps(first))
        connection.send(with_field(field, context_id="odd").decode())
        connection.send(json.dumps({**first, "transcript": "Two.", "continue": False}))
        events: list[dict[str, Any]] = []
        while not events or (events[-1].get("context_id"), events[-1]["type"]) != ("good", "done"):
            events.append(json.loads(connection.recv(timeout=20)))
    assert [event for event in events if event["type"] == "error" and event.get("context_id") == "good"] == []
    assert any(event["type"] == "error" for event in events) or field in TOLERATED.values()
    check_shown(own, http)


@pytest.mark.parametrize(
    "field",
    [
        {"generation_config": []},
        {"generation_config": "loud"},
        {"generation_config": {"speed": "fast"}},
        {"generation_config": {"volume": 10**300}},
        {"generation_config": {"speed": -1}},
        {"transcript": 5},
        {"transcript": "a" * 100_000},
    ],
    ids=lambda field: str(field)[:40],
)
def test_later_frames_of_a_context_are_checked_too(own: Sandbox, field: dict[str, Any]) -> None:
    with socket_to(own) as connection:
        first = {**speech(transcript="One "), "context_id": "a", "continue": True}
        connection.send(json.dumps(first))
        connection.send(json.dumps({**first, "transcript": "two. ", **field}))
        event = json.loads(connection.recv(timeout=10))
    assert (event["type"], event["status_code"], event["context_id"]) == ("error", 400, "a")


def test_text_that_is_none_is_refused_for_its_context(own: Sandbox) -> None:
    with socket_to(own) as connection:
        connection.send(with_field(r'"x": "\ud800"', context_id="odd").decode())
        event = json.loads(connection.recv(timeout=10))
    assert (event["type"], event["context_id"]) == ("error", "odd")
    assert "surrogate" in event["message"]


@pytest.mark.parametrize(
    "path", ["/stt/websocket?model=ink-whisper&", "/stt/turns/websocket?model=ink-2&", "/tts/websocket?"]
)
@pytest.mark.parametrize(
    "text", ["[" * DEEP, '{"type": NaN}', r'{"type": "\ud800"}', '{"type": {"__proto__": 1}}', "\x00", "", "9" * 5000]
)
def test_odd_commands(own: Sandbox, http: httpx.Client, path: str, text: str) -> None:
    with (
        contextlib.suppress(ConnectionClosed),
        socket_to(own, path + ("" if path.startswith("/tts") else AUDIO)) as connection,
    ):
        connection.send(text)
        assert json.loads(connection.recv(timeout=10))["type"] in ("error", "connected")
    check_shown(own, http)


@pytest.mark.parametrize(
    "path", ["/stt/websocket?model=ink-whisper&encoding=pcm_s16le&sample_rate=16000", "/tts/websocket"]
)
@pytest.mark.parametrize(
    "data",
    [
        Frame(Opcode.TEXT, b"\xff\xfe").serialize(mask=True),
        Frame(Opcode.TEXT, b"\xed\xa0\x80").serialize(mask=True),
        Frame(Opcode.TEXT, b"{}").serialize(mask=False),
        Frame(Opcode.CONT, b"x").serialize(mask=True),
        Frame(Opcode.CLOSE, b"\x00").serialize(mask=True),
        Frame(Opcode.CLOSE, struct.pack("!H", 99)).serialize(mask=True),
        b"\xc1\x82\x00\x00\x00\x00{}",
        b"\x81\xff" + struct.pack("!Q", 2**40) + b"\x00\x00\x00\x00",
        b"\xff" * 20,
        b"GET / HTTP/1.1\r\n\r\n",
    ],
    ids=range(10),  # frames are masked at random
)
def test_frames_that_break_the_protocol_close_the_socket(
    own: Sandbox, http: httpx.Client, path: str, data: bytes
) -> None:
    with raw(own, head(path, *UPGRADE, method="GET")) as connection:
        assert connection.recv(65536).startswith(b"HTTP/1.1 101")
        connection.sendall(data)
        while connection.recv(65536):
            pass
    check_shown(own, http)


# -- clients that leave ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reset", [False, True], ids=["closed", "reset"])
@pytest.mark.parametrize("path", ["/tts/bytes", "/stt", "/nowhere", "/__sandbox__/faults"])
@pytest.mark.parametrize("fault", [None, "status status=500", "cut after_bytes=10"])
def test_a_client_that_leaves_within_its_request(
    own: Sandbox, http: httpx.Client, path: str, reset: bool, fault: str | None
) -> None:
    more = [f"X-Sandbox-Fault: {fault}"] if fault else []
    media = "Content-Type: multipart/form-data; boundary=x"
    connection = raw(own, head(path, "Content-Length: 1000", media, *more) + b"--x\r\n")
    leave(connection, reset)
    if not path.startswith("/__sandbox__"):
        own.journal.wait_for(lambda journal: bool(len(journal)) and journal.last.seconds is not None)
        assert own.journal.last.status in (None, 404, 405)
    check_shown(own, http)


@pytest.mark.parametrize("reset", [False, True], ids=["closed", "reset"])
@pytest.mark.parametrize("path", ["/tts/bytes", "/tts/sse", "/voices"])
def test_a_client_that_leaves_within_the_response(own: Sandbox, http: httpx.Client, path: str, reset: bool) -> None:
    body = json.dumps(speech(transcript="One sentence. " * 100)).encode()
    method = "GET" if path == "/voices" else "POST"
    connection = raw(own, head(path, f"Content-Length: {len(body)}", method=method) + body)
    connection.recv(100)
    leave(connection, reset)
    own.journal.wait_for(lambda journal: bool(len(journal)) and journal.last.seconds is not None, timeout=20)
    assert own.limits.taken == {}
    check_shown(own, http)


@pytest.mark.parametrize("reset", [False, True], ids=["closed", "reset"])
@pytest.mark.parametrize(
    "path",
    ["/tts/websocket", f"/stt/websocket?model=none&{AUDIO}", f"/stt/turns/websocket?model=ink-2&{AUDIO}", "/nowhere"],
)
@pytest.mark.parametrize("fault", [None, "status", "delay seconds=0.05", "close code=4000"])
def test_a_client_that_leaves_its_socket(
    own: Sandbox, http: httpx.Client, path: str, reset: bool, fault: str | None
) -> None:
    more = [f"X-Sandbox-Fault: {fault}"] if fault else []
    request = head(path, *UPGRADE, *more, method="GET")
    frame = {**speech(transcript="One sentence. " * 20), "context_id": "a"}
    leave(raw(own, request), reset)
    connection = raw(own, request)
    connection.recv(10)
    with contextlib.suppress(OSError):
        connection.sendall(Frame(Opcode.TEXT, json.dumps(frame).encode()).serialize(mask=True))
        connection.sendall(Frame(Opcode.TEXT, b"finalize").serialize(mask=True))
    leave(connection, reset)
    own.journal.wait_for(
        lambda journal: len(journal) == 2 and all(each.seconds is not None for each in journal.requests()), timeout=20
    )
    check_shown(own, http)


LONG = json.dumps({**speech(transcript="One sentence of many. " * 40), "context_id": "a"}).encode()
OPEN = {
    "audio": head("/tts/bytes", f"Content-Length: {len(LONG)}") + LONG,
    "events": head("/tts/sse", f"Content-Length: {len(LONG)}") + LONG,
    "a body without its end": head("/tts/bytes", f"Content-Length: {len(LONG) + 1}") + LONG,
    "a delay": head("/voices", "X-Sandbox-Fault: delay seconds=60", method="GET"),
    "a stall": head("/voices", "X-Sandbox-Fault: stall after_bytes=9", method="GET"),
    "a slow handshake": head("/tts/websocket", *UPGRADE, "X-Sandbox-Fault: slow_handshake seconds=60", method="GET"),
    **{
        path: head(path, *UPGRADE, method="GET") + b"".join(Frame(*each).serialize(mask=True) for each in frames)
        for path, frames in {
            "/tts/websocket": [(Opcode.TEXT, LONG)],
            f"/stt/websocket?model=ink-whisper&{AUDIO}": [(Opcode.BINARY, bytes(64000)), (Opcode.TEXT, b"finalize")],
            f"/stt/turns/websocket?model=ink-2&{AUDIO}": [(Opcode.BINARY, bytes(64000))],
        }.items()
    },
}
"""Requests that take longer than a sandbox waits when it stops."""


@pytest.mark.parametrize("ending", ["closed", "reset", None])
def test_a_sandbox_that_stops_within_requests_says_nothing_of_failures(ending: str | None) -> None:
    with watched(), contextlib.ExitStack() as stack, Sandbox(realtime=True) as server:
        lines = [stack.enter_context(contextlib.closing(raw(server, request))) for request in OPEN.values()]
        server.journal.wait_for(lambda journal: len(journal) == len(OPEN), timeout=20)
        for line in lines[:4] if ending == "closed" else lines if ending else ():
            leave(line, ending == "reset")
    gc.collect()  # asyncio complains of a task that failed when it is collected


class Talkative(Sandbox):
    """Answers with many messages in the turn of the event loop in which the connection ends."""

    def __init__(self, ending: str | None) -> None:
        super().__init__()
        self._ending = ending
        self.outcomes: queue.Queue[str] = queue.Queue()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        message: dict[str, Any] = {"type": "http.response.body", "body": b"x", "more_body": True}
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": []})
        else:
            await receive()
            await send({"type": "websocket.accept"})
            await receive()
            message = {"type": "websocket.send", "text": "x"}
        try:
            if self._ending:
                getattr(self._find_transport(scope), self._ending)()
            for _ in range(20):
                await send(message)
        except OSError:  # by which servers say that the client has left
            self.outcomes.put("left")
        except Exception as error:
            self.outcomes.put(str(error))
            raise
        else:
            self.outcomes.put("sent into nothing")


@pytest.mark.parametrize("end", ["abort", "close", None])
def test_nothing_is_sent_behind_the_end_of_a_socket(end: str | None) -> None:
    with (
        watched(),
        Talkative(end) as server,
        raw(server, head("/", *UPGRADE, method="GET")) as connection,
    ):
        connection.recv(1000)
        connection.sendall(b"\xff" * 20)  # no frame: uvicorn closes the socket by itself
        assert server.outcomes.get(timeout=5) == "left"


@pytest.mark.parametrize("end", ["abort", "close"])
def test_nothing_is_sent_to_a_client_that_has_left(end: str) -> None:
    with watched(), Talkative(end) as server, raw(server, head("/", method="GET")):
        assert server.outcomes.get(timeout=5) == "sent into nothing"  # dropped, as uvicorn does a turn later
