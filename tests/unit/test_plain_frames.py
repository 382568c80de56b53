"""Frames that are cut out without the parser of the library: each piece that arrives has the consequences that it has there."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from cartesia_io.sockets import plain_frames
from cartesia_io.sockets.plain_frames import read_plainly
from hypothesis import example, given, settings
from hypothesis import strategies as st
from websockets.client import ClientProtocol
from websockets.frames import Frame
from websockets.http11 import Response
from websockets.protocol import State
from websockets.server import ServerProtocol
from websockets.uri import parse_uri

LONGEST = 70_000
TEXT, BINARY, CLOSE, PING = 0x81, 0x82, 0x88, 0x89


def frame(first: int, data: bytes, mask: int = 0, wide: int = 0) -> bytes:
    """Return a frame; `wide`: 2 or 8 bytes for its length, whether it needs them or not."""
    length = len(data)
    wide = wide or (0 if length < 126 else 2 if length < 65536 else 8)
    stated = {0: length, 2: 126, 8: 127}[wide]
    head = bytes([first, stated | mask])
    return head + (length.to_bytes(wide, "big") if wide else b"") + data


FIRST = st.sampled_from([TEXT] * 8 + [BINARY, BINARY, PING, 0x8A]) | st.integers(0, 255)
DATA = st.binary(max_size=8) | st.sampled_from(
    [b"\xff\xfe", bytes(125), bytes(126), bytes(65535), bytes(65536), bytes(LONGEST)]
)
LONG = st.sampled_from([bytes(LONGEST + 1), b"\x03\xe8bye", b"\x03\xe8", b"\x00\x01"])
RARELY_MASKED = st.sampled_from([0] * 12 + [0x80])
WIDE = st.builds(frame, FIRST, st.just(b"a"), st.just(0), st.just(8))
FRAMES = st.builds(frame, FIRST, DATA, RARELY_MASKED) | st.builds(frame, FIRST, LONG) | WIDE


def opening() -> tuple[ClientProtocol, ClientProtocol, bytes]:
    """Return a protocol that reads plainly, one of the library, and the response to both."""
    mine, other = (ClientProtocol(parse_uri("ws://localhost/"), max_size=LONGEST) for _ in range(2))
    other.key = mine.key
    read_plainly(mine)
    server = ServerProtocol()
    mine.send_request(mine.connect())
    other.send_request(other.connect())
    server.receive_data(b"".join(mine.data_to_send()))
    other.data_to_send()
    (request,) = server.events_received()
    server.send_response(server.accept(request))  # type: ignore[arg-type]  # the only event
    return mine, other, b"".join(server.data_to_send())


def said(protocol: ClientProtocol) -> Any:
    """Return what has followed: events, what is to be sent, and where the connection stands."""
    events = [
        (each.opcode, bytes(each.data), each.fin, each.rsv1) if isinstance(each, Frame) else each.status_code
        for each in protocol.events_received()
        if isinstance(each, Frame | Response)
    ]
    error = protocol.parser_exc
    sent = [unmasked(each) for each in protocol.data_to_send()]
    close = protocol.close_rcvd, protocol.close_sent, protocol.close_expected()
    return events, sent, protocol.state, close, (type(error), str(error))


def unmasked(data: bytes) -> bytes:
    """Return a frame that is sent, short ones, without its mask."""
    if len(data) < 6 or not data[1] & 0x80:
        return data
    return data[:2] + bytes(byte ^ data[2 + at % 4] for at, byte in enumerate(data[6:]))


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    at = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[begin:end] for begin, end in itertools.pairwise(at)]


@settings(max_examples=300)
@given(st.lists(FRAMES, max_size=8), st.lists(st.integers(0, 100_000), max_size=12), st.booleans(), st.integers(0, 12))
@example(
    [frame(TEXT, bytes(3)), frame(PING, b"1"), frame(BINARY, bytes(300)), frame(CLOSE, b"\x03\xe8"), frame(TEXT, b"")],
    [],
    True,
    0,
)
@example([frame(0x01, b"a"), frame(PING, b"1"), frame(0x80, b"b"), frame(TEXT, b"c")], [], False, 0)
@example([frame(TEXT, bytes(300))], [], True, 3)
@example([frame(TEXT, bytes(300))], [], True, 301)
def test_each_piece_has_the_same_consequences(frames: list[bytes], cuts: list[int], ends: bool, lost: int) -> None:
    mine, other, response = opening()
    assert type(mine) is not ClientProtocol
    data = b"".join(frames)
    for piece in pieces(response + data[: max(0, len(data) - lost)], cuts):
        mine.receive_data(piece)
        other.receive_data(piece)
        assert said(mine) == said(other)
    if ends:
        mine.receive_eof()
        other.receive_eof()
        assert said(mine) == said(other)


def test_byte_by_byte() -> None:
    frames = [
        frame(TEXT, b"abc"),
        frame(PING, b"p"),
        frame(TEXT, bytes(126)),
        frame(BINARY, b"", wide=8),
        frame(0x8A, b""),
    ]
    test_each_piece_has_the_same_consequences.hypothesis.inner_test(  # type: ignore[attr-defined]  # of Hypothesis
        [*frames, frame(CLOSE, b"\x03\xe8"), b"rest"], list(range(600)), True, 0
    )


def test_frames_are_cut_out_wherever_the_response_is_cut() -> None:
    for cut in range(len(opening()[2])):
        mine, _, response = opening()
        for piece in pieces(response + frame(TEXT, b"a"), [cut]):
            mine.receive_data(piece)
        assert mine._reads is True  # type: ignore[attr-defined]  # of its class
        assert said(mine)[0] == [101, (1, b"a", True, False)]


@pytest.mark.parametrize("when", ["failed", "closing"])
def test_a_connection_that_this_side_ends_goes_on_as_with_the_library(when: str) -> None:
    mine, other, response = opening()
    for protocol in (mine, other):
        protocol.receive_data(response + frame(TEXT, b"1")[:2])
        if when == "failed":
            protocol.fail(1011, "no pong")
        else:
            protocol.send_close(1000)
        protocol.receive_data(frame(TEXT, b"1")[2:] + frame(TEXT, b"2"))
    assert said(mine) == said(other)
    for protocol in (mine, other):
        protocol.receive_data(frame(CLOSE, b"\x03\xe8") + frame(TEXT, b"3"))
        protocol.receive_eof()
    assert said(mine) == said(other)


@pytest.mark.parametrize("status", [b"400 Bad Request", b"101 Switching Protocols", b"200 OK"])
def test_a_response_that_opens_nothing_is_read_by_the_library(status: bytes) -> None:
    mine, other, _ = opening()
    for cut in (1, 20, 1000):
        for piece in pieces(b"HTTP/1.1 " + status + b"\r\nContent-Length: 6\r\n\r\n" + 2 * frame(TEXT, b"a"), [cut]):
            mine.receive_data(piece)
            other.receive_data(piece)
        assert said(mine) == said(other)
        assert type(mine.handshake_exc) is type(other.handshake_exc)
        mine, other, _ = opening()


@pytest.mark.parametrize("missing", ["events", "parser", "extensions", "max_message_size"])
def test_without_a_name_of_the_library_it_reads_by_itself(missing: str) -> None:
    protocol = ClientProtocol(parse_uri("ws://localhost/"))
    if not hasattr(protocol, missing):
        pytest.skip("an older version of the library")
    vars(protocol).pop(missing)
    read_plainly(protocol)
    assert type(protocol) is ClientProtocol


def test_the_names_of_the_library_are_there() -> None:
    """If this fails, a version of the library has other names: frames are read by the library, which takes more steps."""
    protocol = ClientProtocol(parse_uri("ws://localhost/"))
    read_plainly(protocol)
    assert type(protocol) is plain_frames._PlainProtocol
    assert protocol.state is State.CONNECTING


def test_extensions_are_left_to_the_library() -> None:
    mine, _, response = opening()
    mine.extensions = [object()]  # type: ignore[list-item]  # never asked
    mine.process_response = lambda response: None  # type: ignore[method-assign]
    mine.receive_data(response)
    assert mine._reads is False  # type: ignore[attr-defined]
