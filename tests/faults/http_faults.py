"""The faults of HTTP: before a response, error statuses, bodies, and events of a stream, each with how every call ends."""

from __future__ import annotations

import base64
import gzip
import json
import struct
from collections.abc import Callable, Mapping
from typing import Any

from tests.faults.calls import CALLS, VOICE
from tests.faults.expect import Expect, Fault, for_all, incomplete, invalid, lost, rejected, unsent
from tests.faults.server import Line, head

NEW = {"error_code": "some_code", "title": "Title", "message": "What happened.", "request_id": "r1"}
"""An error since version 2026-03-01."""
PAGE = b"<!doctype html><title>Gateway</title>"
SAMPLES = bytes(range(200)) * 10
"""Audio: 1,000 samples of two bytes."""
WAV = b"RIFF\xff\xff\xff\xffWAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 16000, 32000, 2, 16) + b"data\xff\xff\xff\xff"
VOICE_FIELDS: dict[str, Any] = {
    "id": VOICE,
    "is_owner": False,
    "access": "public",
    "visibility": "all",
    "name": "K",
    "tagline": "",
    "description": "",
    "gender": "feminine",
    "created_at": "2025-02-03T10:15:30Z",
    "language": "en",
    "locales": [],
    "accent": "british",
    "country": None,
    "user_id": "u",
}


def event(kind: str, **fields: Any) -> bytes:
    """Return one event of a stream."""
    return f"event: {kind}\ndata: {json.dumps({'type': kind, **fields})}\n\n".encode()


def chunk(size: int = 4) -> bytes:
    """Return an event with audio."""
    data = base64.b64encode(bytes(size)).decode()
    return event("chunk", data=data, done=False, status_code=206, step_time=1, sample_rate=16000)


DONE = event("done", done=True, status_code=200)
GOOD: dict[str, tuple[str, bytes]] = {
    "voices.get": ("application/json", json.dumps(VOICE_FIELDS).encode()),
    "voices.list": ("application/json", json.dumps({"data": [VOICE_FIELDS], "has_more": False}).encode()),
    "voices.update": ("application/json", json.dumps(VOICE_FIELDS).encode()),
    "voices.clone": ("application/json", json.dumps(VOICE_FIELDS).encode()),
    "datasets.files.upload": ("application/json", b'{"ok": true}'),
    "stt.transcribe": ("application/json", b'{"type":"transcript","text":"","request_id":"r","is_final":true}'),
    "tts.generate": ("audio/pcm", SAMPLES),
    "tts.infill": ("audio/pcm", SAMPLES),
    "tts.generate_stream": ("audio/pcm", SAMPLES),
    "tts.generate_stream, read": ("audio/wav", WAV + SAMPLES[: 2000 - len(WAV)]),
    "tts.generate_sse": ("text/event-stream", chunk(1000) + chunk(1000) + DONE),
    "voice_changer.generate_sse": ("text/event-stream", chunk(1000) + chunk(1000) + DONE),
}
"""Media type and body of a good response, by call."""
UNREAD = {"datasets.files.upload": Expect("")}
"""How a call ends whose response has no content by the API, where only its content is wrong."""
HALF = 1000
"""Bytes of audio in half of a good response. Half of an event stream is its first event."""


def half(call: str) -> bytes:
    """Return the first half of a good response, events whole."""
    body = GOOD[call][1]
    return chunk(HALF) if CALLS[call].kind == "events" else body[: len(body) // 2]


def answer(status: int, body: bytes = b"", **headers: str) -> Callable[[Line, str], None]:
    """Return a script that sends a whole response."""
    return lambda line, call: line.respond(status, body, **headers)


def error(status: int, **headers: str) -> Callable[[Line, str], None]:
    """Return a script that sends an error of the API."""
    return answer(status, json.dumps(NEW).encode(), **headers)


def begin(line: Line, call: str, **headers: str) -> None:
    """Send the head of a good response."""
    line.send(head(200, content_type=GOOD[call][0], **headers))


def body(make: Callable[[str], bytes], **headers: str) -> Callable[[Line, str], None]:
    """Return a script that sends a response with success, the right media type and length, and another body."""
    return lambda line, call: line.respond(200, make(call), **{"content_type": GOOD[call][0], **headers})


def of_length(line: Line, call: str) -> None:
    """Announce a whole body, and send half of it."""
    begin(line, call, content_length=str(len(GOOD[call][1])))
    line.send(half(call))


def in_chunks(line: Line, call: str) -> None:
    """Send half of a body in chunks, without the last one."""
    begin(line, call, transfer_encoding="chunked")
    line.send(f"{len(half(call)):x}\r\n".encode() + half(call) + b"\r\n")


def and_then(first: Callable[[Line, str], None], then: Callable[[Line], None]) -> Callable[[Line, str], None]:
    """Return a script of two steps."""

    def script(line: Line, call: str) -> None:
        first(line, call)
        then(line)

    return script


def silence(line: Line) -> None:
    line.hold()


def reset(line: Line) -> None:
    line.reset()


def whole_page(call: str) -> bytes:
    return PAGE


def to_the_end(make: Callable[[str], bytes]) -> Callable[[Line, str], None]:
    """Return a script that sends a body without a length, which ends with the connection."""

    def script(line: Line, call: str) -> None:
        begin(line, call)
        line.send(make(call))

    return script


FILE = WAV.replace(b"\xff" * 4, struct.pack("<I", 2036), 1).replace(b"\xff" * 4, struct.pack("<I", 2000)) + SAMPLES
TEXTS: dict[str, Callable[[str], bytes]] = {
    "indented JSON": lambda call: b'{\n  "error": "no credit"\n}',
    "a text": lambda call: b"upstream connect error or disconnect/reset before headers",
    "a part of a web page": lambda call: b"\r\n  <center><h1>502 Bad Gateway</h1></center>\r\n",
}
"""Errors that proxies and services send with success."""
MEDIA = {
    "as audio/pcm": "audio/pcm",
    "as audio/mpeg": "audio/mpeg",
    "as octets": "application/octet-stream",
    "without a media type": "",
    "as text": "text/plain; charset=utf-8",
}


BEFORE = [
    Fault("nothing listens", None, unsent("APIConnectionError")),
    Fault("closes the connection instead of responding", lambda line, call: None, lost("APIConnectionError")),
    Fault("resets the connection instead of responding", lambda line, call: line.reset(), lost("APIConnectionError")),
    Fault(
        "sends bytes that are not HTTP", lambda line, call: line.send(b"\0\xff no\r\n\r\n"), lost("APIConnectionError")
    ),
    Fault("never responds", lambda line, call: line.hold(), lost("APITimeoutError"), silent=True),
    Fault(
        "closes the connection within the head",
        lambda line, call: line.send(b"HTTP/1.1 200 OK\r\nContent-Type: appl"),
        lost("APIConnectionError"),
    ),
    Fault(
        "goes silent within the head",
        and_then(lambda line, call: line.send(b"HTTP/1.1 200 OK\r\nContent-Type: appl"), silence),
        lost("APITimeoutError"),
        silent=True,
    ),
]
STATUSES = [
    Fault("400", error(400), rejected("BadRequestError")),
    Fault("401", error(401), rejected("AuthenticationError")),
    Fault("402", error(402), rejected("PaymentRequiredError")),
    Fault("403", error(403), rejected("PermissionDeniedError")),
    Fault("404", error(404), rejected("NotFoundError")),
    Fault("408", error(408), rejected("APIStatusError", temporary=True, unclear=True)),
    Fault("409", error(409), rejected("ConflictError", temporary=True, unclear=True)),
    Fault("413", error(413), rejected("APIStatusError")),
    Fault("418", error(418), rejected("APIStatusError")),
    Fault("422", error(422), rejected("UnprocessableEntityError")),
    Fault("429", error(429), for_all(Expect("RateLimitError", 2))),
    Fault("429, Retry-After: 7", error(429, retry_after="7"), for_all(Expect("RateLimitError", 2))),
    Fault("429, Retry-After: 9999", error(429, retry_after="9999"), for_all(Expect("RateLimitError", 1))),
    Fault("429, X-Should-Retry: false", error(429, x_should_retry="false"), for_all(Expect("RateLimitError"))),
    Fault("500", error(500), rejected("InternalServerError", temporary=True, unclear=True)),
    Fault("502 with a web page", answer(502, PAGE), rejected("InternalServerError", temporary=True, unclear=True)),
    Fault("503", error(503), rejected("InternalServerError", temporary=True, unclear=True)),
    Fault("503, Retry-After: 7", error(503, retry_after="7"), for_all(Expect("InternalServerError", 2))),
    Fault("504 without a body", answer(504), rejected("InternalServerError", temporary=True, unclear=True)),
    Fault("307 to another host", error(307, location="http://localhost:9/"), rejected("APIStatusError")),
    Fault("400 in the shape of old versions", answer(400, b"Title: What."), rejected("BadRequestError")),
    Fault("400 with JSON that is no object", answer(400, b"[[1]]"), rejected("BadRequestError")),
    Fault("400 with bytes that are no text", answer(400, b"\xff\xfe\0"), rejected("BadRequestError")),
]
BODIES = [
    Fault("200 with a web page", answer(200, PAGE, content_type="text/html"), invalid()),
    Fault(
        "a web page under the right media type",
        body(whole_page),
        {**invalid(("read", "write", "audio")), **incomplete(0, ("events",))},
    ),
    Fault("an empty body", body(lambda call: b""), {**invalid(("read", "write")), **UNREAD, **incomplete(0)}),
    Fault("JSON that is cut, its length right", body(half), {**invalid(("read", "write")), **UNREAD}),
    Fault("JSON of another shape", body(lambda call: b'{"a": 1}'), {**invalid(("read", "write", "audio")), **UNREAD}),
    Fault("half of the announced length", of_length, lost("APIConnectionError", "IncompleteAudioError", HALF)),
    Fault("half of a chunked body", in_chunks, lost("APIConnectionError", "IncompleteAudioError", HALF)),
    Fault(
        "half of a chunked body, then an invalid chunk",
        and_then(in_chunks, lambda line: line.send(b"zz\r\n")),
        lost("APIConnectionError", "IncompleteAudioError", HALF),
    ),
    Fault(
        "half of the announced length, then silence",
        and_then(of_length, silence),
        lost("APITimeoutError", "APITimeoutError", HALF),
        silent=True,
    ),
    Fault(
        "half of a chunked body, then silence",
        and_then(in_chunks, silence),
        lost("APITimeoutError", "APITimeoutError", HALF),
        silent=True,
    ),
    Fault("half a sample at the end", body(lambda call: GOOD[call][1] + b"\0"), incomplete(2001, ("audio",))),
    Fault(
        "gzip that is none",
        body(lambda call: b"not gzip", content_encoding="gzip"),
        lost("APIConnectionError", "IncompleteAudioError", 0),
    ),
    Fault(
        "gzip that is cut, its length right",
        body(lambda call: gzip.compress(GOOD[call][1], 0)[:-5], content_encoding="gzip"),
        {**lost("APIConnectionError", "IncompleteAudioError", 2000), "events": Expect("")},  # the last event is there
    ),
    *(
        Fault(
            f"Content-Encoding: {name}",
            body(lambda call: GOOD[call][1], content_encoding=name),
            lost("APIConnectionError", "IncompleteAudioError", 0),
        )
        for name in ("br", "zstd", "gzip, br", "x-unknown")
    ),
    Fault(
        "half of a body that ends with the connection",
        to_the_end(half),
        {**invalid(("read", "write")), **UNREAD, **incomplete(HALF)},
    ),
    Fault(
        "a whole body that ends with the connection",
        to_the_end(lambda call: GOOD[call][1]),
        {**for_all(Expect(""), ("read", "write", "events")), **incomplete(2000, ("audio",))},
    ),
    Fault(
        "a WAV file whose header has its size, that ends with the connection",
        to_the_end(lambda call: FILE),
        {"tts.generate_stream, read": Expect("")},
    ),
    *(
        Fault(f"{text} in place of audio, {said}", body(words, content_type=media), invalid(("audio",)))
        for text, words in TEXTS.items()
        for said, media in MEDIA.items()
    ),
]
ALREADY = {"events": Expect("APIResponseValidationError", arrived=4, billed=True)}


def stream(last: bytes) -> Callable[[Line, str], None]:
    """Return a script that sends one event with four bytes of audio, and then something else."""
    return lambda line, call: line.respond(200, chunk() + last, content_type="text/event-stream")


def ends_in(name: str) -> Mapping[str, Expect]:
    """Return the end of a stream that reports a failure: what arrived before may be billed."""
    return {"events": Expect(name, arrived=4, billed=True)}


EVENTS = [
    Fault("no last event", stream(b""), incomplete(4, ("events",))),
    Fault(
        "an error event of 400", stream(event("error", done=True, status_code=400, **NEW)), ends_in("BadRequestError")
    ),
    Fault("an error event of 402", stream(event("error", status_code=402, **NEW)), ends_in("PaymentRequiredError")),
    Fault("an error event of 429", stream(event("error", status_code=429, **NEW)), ends_in("RateLimitError")),
    Fault("an error event of 500", stream(event("error", status_code=500, **NEW)), ends_in("InternalServerError")),
    Fault(
        "an error event in the shape of old versions",
        stream(event("error", done=True, status_code=404, error="Title: What.")),
        ends_in("NotFoundError"),
    ),
    Fault("an event whose JSON is cut", stream(b'data: {"type": "chu\n\n'), ALREADY),
    Fault("an event that is no object", stream(b"data: [1]\n\n"), ALREADY),
    Fault("an event that lacks a field", stream(event("chunk", done=False)), {"tts.generate_sse": ALREADY["events"]}),
    Fault("an event whose base64 is invalid", stream(chunk().replace(b"AAAAAA==", b"%%%")), ALREADY),
]
HTTP = [*BEFORE, *STATUSES, *BODIES, *EVENTS]
