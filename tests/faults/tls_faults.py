"""The faults of TLS, for requests and for sockets, each with how every call ends."""

from __future__ import annotations

import os

from tests.faults.expect import Expect, Fault, for_all, incomplete, invalid, lost
from tests.faults.http_faults import GOOD, HALF, UNREAD, half, in_chunks, of_length, silence, to_the_end
from tests.faults.server import Line
from tests.faults.socket_faults import after, broken, first

EVERYTHING = ("read", "write", "audio", "events", "tts", "stt")


def handshake(error: str, tries: int = 2) -> dict[str, Expect]:
    """Return the ends of a handshake that fails: nothing was sent, so it is tried again, whatever was asked for."""
    return for_all(Expect(error, tries), EVERYTHING)


def spoil(line: Line) -> None:
    """Send bytes past TLS."""
    os.write(line.raw.fileno(), b"not TLS at all")


TLS = [
    Fault(
        "a certificate that is not trusted",
        lambda line, call: None,
        handshake("APIConnectionError", 1),
        tls="spoken",
        options={"verify": True},
    ),
    Fault(
        "the connection is closed in the handshake",
        lambda line, call: None,
        handshake("APIConnectionError"),
        tls="announced",
    ),
    Fault(
        "the connection is reset in the handshake",
        lambda line, call: line.reset(),
        handshake("APIConnectionError"),
        tls="announced",
    ),
    Fault(
        "the service speaks plain HTTP",
        lambda line, call: line.send(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        handshake("APIConnectionError"),
        tls="announced",
    ),
    Fault(
        "an alert in the handshake",
        lambda line, call: line.send(b"\x15\x03\x03\0\2\2\x28"),
        handshake("APIConnectionError"),
        tls="announced",
    ),
    Fault(
        "no answer to the handshake",
        lambda line, call: silence(line),
        handshake("APITimeoutError"),
        silent=True,
        tls="announced",
    ),
    Fault(
        "closes the connection instead of responding, over TLS",
        lambda line, call: None,
        lost("APIConnectionError"),
        tls="spoken",
    ),
    Fault(
        "half of the announced length, without close_notify",
        of_length,
        lost("APIConnectionError", "IncompleteAudioError", HALF),
        tls="spoken",
    ),
    Fault(
        "half of a chunked body, without close_notify",
        in_chunks,
        lost("APIConnectionError", "IncompleteAudioError", HALF),
        tls="spoken",
    ),
    Fault(
        "half of a body that ends with the connection, without close_notify",
        to_the_end(half),
        {**invalid(("read", "write")), **UNREAD, **incomplete(HALF)},
        tls="spoken",
    ),
    Fault(
        "a whole body that ends with the connection, without close_notify",
        to_the_end(lambda call: GOOD[call][1]),
        {**for_all(Expect(""), ("read", "write", "events")), **incomplete(2000, ("audio",))},
        tls="spoken",
    ),
    Fault("bytes that are not TLS before the first event", first(spoil), broken(0), tls="spoken"),
    Fault("a socket ends without close_notify", after(lambda line: None), broken(), tls="spoken"),
]
