"""The faults of sockets: the handshake, and what ends a connection or a context, each with how every call ends."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

from websockets.frames import Close

from tests.faults.calls import CALLS
from tests.faults.expect import Expect, Fault, for_all
from tests.faults.http_faults import NEW, PAGE
from tests.faults.server import Line, frame

KINDS = ("tts", "stt", "agent")
ARRIVED = 4
"""Bytes of audio that arrive before a context fails."""


def begun(line: Line, call: str) -> None:
    """Open the socket, and send the first event: a chunk of audio, or a transcript."""
    line.upgrade()
    if CALLS[call].kind == "tts":
        while json.loads(line.take())["continue"]:
            pass  # up to the end of the input, so that the fault meets a client that reads
        data = base64.b64encode(bytes(ARRIVED)).decode()
        line.give(type="chunk", context_id="c", data=data, done=False, status_code=206, step_time=1)
    elif CALLS[call].kind == "agent":
        start = json.loads(line.take())
        line.take()  # more of the call, so that the fault meets a client that receives
        line.give(**{**start, "event": "ack"})
    elif call.startswith("stt.auto"):
        hear(line)
        line.give(type="connected", request_id="r")
    else:
        hear(line)
        line.give(type="transcript", text="Hello", is_final=True, request_id="r")


def hear(line: Line) -> None:
    """Take frames up to the end of the input."""
    while "close" not in str(line.take()):
        pass


def after(then: Callable[[Line], Any]) -> Callable[[Line, str], None]:
    """Return a script that does something after the first event."""

    def script(line: Line, call: str) -> None:
        begun(line, call)
        then(line)

    return script


def closing(code: int) -> Callable[[Line], None]:
    """Return what closes the socket with a code."""
    return lambda line: line.close(code, "why")


def first(then: Callable[[Line], Any]) -> Callable[[Line, str], None]:
    """Return a script that does something before the first event, when something has been sent."""

    def script(line: Line, call: str) -> None:
        line.upgrade()
        line.take()
        then(line)

    return script


def failed(**fields: Any) -> Callable[[Line, str], None]:
    """Return a script that sends an error event after the first one."""

    def script(line: Line, call: str) -> None:
        begun(line, call)
        line.give(**{"type": "error", "done": True, **NEW, "context_id": "c", **fields})
        line.stay()

    return script


def old_error(line: Line, call: str) -> None:
    """Send an error event as versions before 2026-03-01 do."""
    begun(line, call)
    line.give(type="error", status_code=404, error="Title: What.", context_id="c")
    line.stay()


def broken(arrived: int = ARRIVED) -> dict[str, Expect]:
    """Return the ends of a connection that broke."""
    return {
        "tts": Expect("IncompleteAudioError", arrived=arrived, billed=True),
        **for_all(Expect("APIConnectionError", arrived=min(arrived, 1), billed=True), ("stt", "agent")),
    }


def handshake(status: int, **headers: str) -> Callable[[Line, str], None]:
    """Return a script that rejects the handshake."""
    return lambda line, call: line.respond(status, json.dumps(NEW).encode(), **headers)


def wrong_accept(line: Line, call: str) -> None:
    """Accept the handshake with the key of another one."""
    line.send(b"HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: AAAA\r\n\r\n")


def rejected(error: str, tries: int = 1) -> dict[str, Expect]:
    """Return the ends of a handshake that fails. Nothing has been asked for, so nothing is billed."""
    return for_all(Expect(error, tries), KINDS)


HANDSHAKES = [
    Fault("nothing listens", None, rejected("APIConnectionError", 2)),
    Fault("handshake: 400", handshake(400), rejected("BadRequestError")),
    Fault("handshake: 401", handshake(401), rejected("AuthenticationError")),
    Fault("handshake: 402", handshake(402), rejected("PaymentRequiredError")),
    Fault("handshake: 403", handshake(403), rejected("PermissionDeniedError")),
    Fault("handshake: 404", handshake(404), rejected("NotFoundError")),
    Fault("handshake: 429", handshake(429), rejected("RateLimitError", 2)),
    Fault("handshake: 429, Retry-After: 7", handshake(429, retry_after="7"), rejected("RateLimitError", 2)),
    Fault("handshake: 500", handshake(500), rejected("InternalServerError", 2)),
    Fault("handshake: 503", handshake(503), rejected("InternalServerError", 2)),
    Fault("handshake: 307", handshake(307, location="http://localhost:9/"), rejected("APIStatusError")),
    Fault(
        "handshake: 502 with a web page", lambda line, call: line.respond(502, PAGE), rejected("InternalServerError", 2)
    ),
    Fault("handshake: 200", handshake(200), {}),
    Fault("handshake: the connection is closed", lambda line, call: None, rejected("APIConnectionError", 2)),
    Fault("handshake: the connection is reset", lambda line, call: line.reset(), rejected("APIConnectionError", 2)),
    Fault(
        "handshake: bytes that are not HTTP",
        lambda line, call: line.send(b"\0\xff no\r\n\r\n"),
        rejected("APIConnectionError", 2),
    ),
    Fault("handshake: no response", lambda line, call: line.hold(), rejected("APITimeoutError", 2), silent=True),
    Fault("handshake: a wrong key", wrong_accept, rejected("APIConnectionError", 2)),
]


def status(error: str, *, unclear: bool = False) -> dict[str, Expect]:
    """Return the ends of a context or session for which the service reports an error."""
    return {
        "tts": Expect(error, arrived=ARRIVED, billed=True),
        **for_all(Expect(error, arrived=1, billed=True), ("stt", "agent")),
    }


ERRORS = [
    Fault("an error of 400", failed(status_code=400), status("BadRequestError")),
    Fault("an error of 402", failed(status_code=402), status("PaymentRequiredError")),
    Fault("an error of 403", failed(status_code=403), status("PermissionDeniedError")),
    Fault("an error of 429", failed(status_code=429), status("RateLimitError")),
    Fault("an error of 500", failed(status_code=500), status("InternalServerError")),
    Fault("an error without a context", failed(status_code=402, context_id=None), status("PaymentRequiredError")),
    Fault("an error whose context is no text", failed(status_code=402, context_id=[]), status("PaymentRequiredError")),
    Fault(
        "an error in the shape of old versions",
        old_error,
        status("NotFoundError"),
    ),
]
CROWDED = {**NEW, "error_code": "concurrency_limited"}


def crowded(**fields: Any) -> Callable[[Line, str], None]:
    """Return a script that answers 429 to each context, or to a session, before anything was spoken."""

    def script(line: Line, call: str) -> None:
        line.upgrade()
        if CALLS[call].kind != "tts":
            hear(line) if CALLS[call].kind == "stt" else line.take()
            line.give(type="error", done=True, status_code=429, **fields)
            line.stay()
        names: list[str] = []
        while True:
            frame = json.loads(line.take())
            if "transcript" in frame and not frame["continue"]:
                names.append(frame["context_id"])
                if len(names) > 1:
                    line.count()  # the first one came with the connection
                line.give(type="error", done=True, status_code=429, context_id=names[-1], **fields)

    return script


def without_audio(line: Line, call: str) -> None:
    """Say of a context that it is done, and nothing else."""
    line.upgrade()
    while (frame := json.loads(line.take())).get("continue", True):
        pass
    line.give(type="done", done=True, status_code=206, context_id=frame["context_id"])
    line.stay()


CLEAN = {**broken(), "stt.auto_finalize, listen": Expect(""), "agent": Expect("")}
"""A session of turns ends with a clean close, once its input has been ended; so does a call when the agent hangs up."""
ENDINGS = [
    Fault("the connection is reset", after(Line.reset), broken()),
    Fault("the connection ends without a close frame", after(lambda line: None), broken()),
    Fault("closes with 1000", after(lambda line: line.close(1000)), CLEAN),
    *(
        Fault(f"closes with {code}", after(closing(code)), broken())
        for code in (1002, 1003, 1007, 1008, 1009, 1011, 1012, 1013, 1014, 4000, 4999)
    ),
    Fault("an event whose JSON is cut", after(lambda line: line.text('{"type": "chu')), broken()),
    Fault("an event that is no object", after(lambda line: line.text("[1]")), broken()),
    Fault("a text that is not JSON", after(lambda line: line.text("hello")), broken()),
    Fault("a text that is not UTF-8", after(lambda line: line.send(frame(b"\xff\xfe{"))), broken()),
    Fault("a frame with reserved bits", after(lambda line: line.send(frame(b"{}", first=0xF0))), broken()),
    Fault("a frame of an unknown kind", after(lambda line: line.send(frame(b"{}", 3))), broken()),
    Fault("a continuation of nothing", after(lambda line: line.send(frame(b"{}", 0))), broken()),
    Fault("a ping that is too long", after(lambda line: line.send(frame(bytes(200), 9))), broken()),
    Fault("half a frame, then the end", after(lambda line: line.send(frame(bytes(100))[:50])), broken()),
    Fault("half a message, then the end", after(lambda line: line.send(frame(b"{", first=0))), broken()),
    Fault("a frame that is too long", after(lambda line: line.send(b"\x81\x7f" + bytes([0, 0, 0, 9]) * 2)), broken()),
    Fault("a length that cannot be", after(lambda line: line.send(b"\x81\x7f" + b"\xff" * 8)), broken()),
]
BEFORE = [
    Fault("before the first event, the connection is reset", first(Line.reset), broken(0)),
    Fault("before the first event, the connection ends", first(lambda line: None), broken(0)),
    Fault("before the first event, closes with 1011", first(lambda line: line.close(1011)), broken(0)),
    Fault("before the first event, closes with 1008", first(lambda line: line.close(1008)), broken(0)),
    Fault("before the first event, a text that is not JSON", first(lambda line: line.text("hello")), broken(0)),
]
ONLY_TTS = [
    Fault(
        "silence after the first event",
        after(Line.stay),
        {"tts": Expect("APITimeoutError", arrived=ARRIVED, billed=True)},
        silent=True,
    ),
    Fault("closes with 1001", after(lambda line: line.close(1001)), {"tts": broken()["tts"]}),
    Fault(
        "a chunk whose base64 is invalid",
        after(lambda line: line.give(type="chunk", context_id="c", done=False, status_code=206, step_time=1, data="%")),
        {"tts": broken()["tts"]},
    ),
]


def half_closed(line: Line) -> None:
    """Send a close frame, and never end the connection below it."""
    line.send(frame(Close(1011, "why").serialize(), 8))
    line.hold()


DEAF = {"ping_interval": 0.2, "ping_timeout": 0.2}
REFUSALS = [
    Fault(
        "429 of each context, before any audio",
        crowded(**CROWDED),
        {**for_all(Expect("RateLimitError", billed=True), KINDS), "tts": Expect("RateLimitError", 2)},
    ),
    Fault(
        "429 for another reason, before any audio",
        crowded(**NEW),
        {**for_all(Expect("RateLimitError", billed=True), KINDS), "tts": Expect("RateLimitError", 2)},
    ),
]
LOSSES = [
    Fault(
        "closes with 1001, without `done`",
        after(lambda line: line.close(1001)),
        {kind: end for kind, end in broken().items() if kind != "tts"},
    ),
    Fault("closes without a code", after(lambda line: line.close(None)), broken()),
    Fault(
        "closes with 1011, and leaves the connection open",
        after(half_closed),
        broken(),
        silent=True,
        options={"ping_interval": 0.4},
    ),
    Fault("drops everything, pings too", after(Line.hold), broken(), silent=True, options=DEAF),
    Fault("drops everything before the first event", first(Line.hold), broken(0), silent=True, options=DEAF),
    Fault(
        "answers pings and nothing else, once the input has ended",
        after(Line.stay),
        {"stt": Expect("APITimeoutError", arrived=1, billed=True)},
        silent=True,
        options={"response_timeout": 0.2},
    ),
    Fault(
        "answers pings and nothing else, once the call has begun",
        first(Line.stay),
        {"agent": Expect("APITimeoutError", billed=True)},
        silent=True,
        options={"response_timeout": 0.2},
    ),
    Fault("`done` without audio", without_audio, {"tts": Expect("IncompleteAudioError", billed=True)}),
]
SOCKETS = [*HANDSHAKES, *ERRORS, *ENDINGS, *BEFORE, *ONLY_TTS, *REFUSALS, *LOSSES]
