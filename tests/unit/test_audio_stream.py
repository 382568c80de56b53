"""Audio that arrives: complete or an error that has what came. Real sockets, because a mock cannot cut a connection."""

from __future__ import annotations

import contextlib
import gzip
import os
import random
import re
import socket
import struct
import threading
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cartesia_client as c
import pytest

from tests.unit.conftest import Twin, done
from tests.unit.test_audio import mp3_file, wav_file

RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}
WAV = {**RAW, "container": "wav"}
MP3 = {"container": "mp3", "sample_rate": 44100, "bit_rate": 128000}
ALAW = {**RAW, "encoding": "pcm_alaw"}
TAGGED = b"ID3\4\0\0\0\0\0\5tagged"[:15] + mp3_file(0.1, 44100, 128000) + b"TAG" + bytes(125)
SOME_MP3 = mp3_file(0.1, 44100, 128000)
LONG_HEADED = wav_file(b"\1\2" * 500, before=b"bext\x88\x13\0\0" + bytes(5000))
STREAMED_WAV = wav_file(b"\1\2" * 500, declared=0xFFFFFFFF)


class Wire:
    """A server of one connection at a time that sends exactly the bytes of `response`, and records each request."""

    def __init__(self) -> None:
        self.response: list[bytes] = []
        self.ending = "close"
        self.requests: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                self.requests.append(self._read(connection))
                for part in self.response:
                    connection.sendall(part)
                if self.ending == "reset":
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                elif self.ending == "stall":
                    connection.settimeout(5)
                    connection.recv(1)

    def _read(self, connection: socket.socket) -> bytes:
        """Return a whole request; leaving a part of it unread would reset the connection."""
        with connection.makefile("rb") as arriving:
            head = b""
            while (line := arriving.readline()) not in (b"\r\n", b""):
                head += line
            length = re.search(rb"content-length: (\d+)", head.lower())
            return head + b"\r\n" + arriving.read(int(length[1] if length else 0))

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()


@pytest.fixture
def wire() -> Iterator[Wire]:
    server = Wire()
    yield server
    server.close()


def head(length: int | None, media: str = "audio/wav", status: str = "200 OK", more: str = "") -> bytes:
    size = f"Content-Length: {length}" if length is not None else "Transfer-Encoding: chunked"
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nX-Request-Id: r-1\r\n{more}{size}\r\n\r\n".encode()


def chunked(data: bytes, *, end: bool = True) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data) + (b"0\r\n\r\n" if end else b"")


def speech(output_format: dict[str, Any]) -> dict[str, Any]:
    return {"model_id": "sonic-3.5", "transcript": "Hi.", "voice": "v", "output_format": output_format}


async def read(twin: Twin, wire: Wire, output_format: dict[str, Any], **settings: Any) -> c.Audio:
    audio: c.Audio = await done(twin.make(base_url=wire.url, **settings).tts.generate(**speech(output_format)))
    return audio


async def test_complete_audio(twin: Twin, wire: Wire) -> None:
    wire.response = [head(None, more="Cartesia-File-ID: file_1\r\n"), chunked(STREAMED_WAV)]
    audio = await read(twin, wire, WAV)
    assert audio.data == wav_file(b"\1\2" * 500)
    assert (audio.container, audio.encoding, audio.sample_rate) == ("wav", "pcm_s16le", 8000)
    assert (audio.request_id, audio.file_id, audio.duration) == ("r-1", "file_1", 500 / 8000)


async def test_complete_mp3(twin: Twin, wire: Wire) -> None:
    data = mp3_file(1.0, 44100, 128000)
    wire.response = [head(len(data), "audio/mpeg"), data]
    audio = await read(twin, wire, MP3)
    assert (audio.data, audio.container, audio.bit_rate) == (data, "mp3", 128000)


def encoded(encoding: str, data: bytes) -> list[bytes]:
    return [head(len(data), more=f"Content-Encoding: {encoding}\r\n"), data]


def byte_chunks(data: bytes) -> list[bytes]:
    """Return the chunks of a body, a byte in each."""
    return [*(chunked(data[at : at + 1], end=False) for at in range(len(data))), b"0\r\n\r\n"]


UNFRAMED = b"HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\nX-Request-Id: r-1\r\nConnection: close\r\n\r\n"
NOISE = random.Random(1).randbytes(1000)
GZIPPED = gzip.compress(NOISE)
CUTS: dict[str, tuple[dict[str, Any], list[bytes], str, str, int]] = {
    # name: format, response, ending, sentence, bytes of whole audio that remain
    "length not reached": (RAW, [head(2000), b"\1\2" * 400], "close", "connection broke", 800),
    "chunked body not ended": (RAW, [head(None), chunked(b"\1\2" * 400, end=False)], "close", "connection broke", 800),
    "reset": (RAW, [head(2000), b"\1\2" * 400], "reset", "", -1),
    "within a sample": (RAW, [head(801), b"\1\2" * 400 + b"\1"], "close", "ended within a sample", 800),
    "empty": (RAW, [head(0)], "close", "the response is empty", 0),
    "WAV within a sample": (WAV, [head(len(STREAMED_WAV) - 1), STREAMED_WAV[:-1]], "close", "within a sample", 1043),
    "WAV shorter than it says": (WAV, [head(444), wav_file(b"\1\2" * 500)[:444]], "close", "400 of 1000 bytes", 444),
    "WAV header only": (WAV, [head(44), STREAMED_WAV[:44]], "close", "no audio after the WAV header", 44),
    "within the WAV header": (WAV, [head(20), STREAMED_WAV[:20]], "close", "within the WAV header", 20),
    "end of the connection only": (RAW, [UNFRAMED, b"\1\2" * 400], "close", "ended with the connection", 800),
    "HTTP/1.0": (RAW, [UNFRAMED.replace(b"1.1", b"1.0"), b"\1\2" * 400], "close", "ended with the connection", 800),
    "WAV stream, end of the connection only": (WAV, [UNFRAMED, STREAMED_WAV], "close", "ended with the conn", 1044),
    "mp3, end of the connection only": (MP3, [UNFRAMED, mp3_file(0.1, 44100, 128000)], "close", "ended with", -1),
    "mp3 within a frame": (MP3, [head(300, "audio/mpeg"), mp3_file(0.1, 44100, 128000)[:300]], "close", "frame", 300),
    "mp3 within a later frame": (
        MP3,
        [head(None, "audio/mpeg"), *byte_chunks(mp3_file(0.1, 44100, 128000)[:-1])],
        "close",
        "within a frame",
        -1,
    ),
    "mp3 within the head of a frame": (
        MP3,
        [head(None, "audio/mpeg"), chunked(mp3_file(0.1, 44100, 128000) + b"\xff\xfb")],
        "close",
        "a frame",
        -1,
    ),
    "mp3 within its tag": (MP3, [head(20), b"ID3\4\0\0\0\0\2\0" + bytes(10)], "close", "within a frame", 20),
    "gzip cut": (RAW, encoded("gzip", GZIPPED[:-20]), "close", "the gzip data ends too early", -1),
    "gzip broken": (RAW, encoded("gzip", GZIPPED[:40] + b"\xff" * 80), "close", "cannot be decoded", -1),
    "gzip that is none": (RAW, encoded("gzip", b"\1\2" * 400), "close", "cannot be decoded", 0),
    "gzip cut within gzip": (
        RAW,
        encoded("gzip, gzip", gzip.compress(GZIPPED[:-20])),
        "close",
        "gzip data ends too early",
        -1,
    ),
    "unknown encoding": (RAW, encoded("br", b"\1\2" * 400), "close", "Content-Encoding 'br' is not supported", 0),
    **{
        f"a part, {name}": (
            RAW,
            [head(len(data), status=status, more=f"Content-Range: {part}\r\n"), data],
            "close",
            "",
            size,
        )
        for name, status, part, data, size in [
            ("the first one", "206 Partial Content", "bytes 0-799/2000", b"\1\2" * 400, 800),
            ("the last one", "206 Partial Content", "bytes 1200-1999/2000", b"\1\2" * 400, 800),
            ("of an unknown length", "206 Partial Content", "bytes 0-799/*", b"\1\2" * 400, 800),
            ("with another size", "206 Partial Content", "bytes 0-1999/2000", b"\1\2" * 400, 800),
            ("that is unreadable", "206 Partial Content", "some", b"\1\2" * 400, 800),
            ("with status 200", "200 OK", "bytes 0-799/2000", b"\1\2" * 400, 800),
        ]
    },
    "a part of an MP3": (
        MP3,
        [
            head(len(SOME_MP3), status="206 X", more=f"Content-Range: bytes 0-{len(SOME_MP3) - 1}/9000\r\n"),
            SOME_MP3,
        ],
        "close",
        "it is a part: bytes 0-",
        len(SOME_MP3),
    ),
    "words behind an MP3": (
        MP3,
        [head(len(SOME_MP3) + 28), SOME_MP3, b'{"error": "no credits left"}'],
        "close",
        "no cre",
        -1,
    ),
    "words behind a WAV": (
        WAV,
        [head(1066), wav_file(b"\1\2" * 500), b"no healthy upstream \r\n"],
        "close",
        "healthy",
        -1,
    ),
    "mp3 length not reached": (MP3, [head(9000, "audio/mpeg"), mp3_file(0.1, 44100, 128000)], "close", "broke", -1),
}


@pytest.mark.parametrize("name", CUTS)
async def test_audio_that_is_cut_is_an_error_that_has_what_came(
    twin: Twin, wire: Wire, name: str, tmp_path: Path
) -> None:
    output_format, wire.response, wire.ending, sentence, kept = CUTS[name]
    limit = 1.0 if wire.ending == "stall" else 60.0
    with pytest.raises(c.IncompleteAudioError, match=f"not complete: .*{sentence}") as caught:
        await read(twin, wire, output_format, timeout=limit)
    error = caught.value
    assert error.partial is not None
    assert error.partial.container == output_format["container"]
    if kept >= 0:
        assert len(error.partial) == kept
        assert error.received >= kept
    assert error.request_id == "r-1"
    assert error.partial.duration >= error.duration - 1e-9
    assert len(wire.requests) == 1  # never bought twice
    async with contextlib.AsyncExitStack() as stack:
        client = twin.make(base_url=wire.url, timeout=limit)
        stream = client.tts.generate_stream(**speech(output_format))
        with pytest.raises(c.IncompleteAudioError):
            await save(twin, stream, tmp_path / f"a.{output_format['container']}")
        del stack
    assert os.listdir(tmp_path) == []


async def save(twin: Twin, stream: Any, path: Path) -> Path:
    if twin.kind is c.Cartesia:
        with stream as audio:
            return Path(audio.save(path))
    async with stream as audio:
        return Path(await audio.save(path))


SOUND: dict[str, tuple[dict[str, Any], list[bytes], bytes]] = {
    "gzip": (RAW, encoded("gzip", GZIPPED), NOISE),
    "gzip of two members": (RAW, encoded("x-gzip", GZIPPED + GZIPPED), NOISE * 2),
    "gzip twice": (RAW, encoded("gzip, gzip", gzip.compress(GZIPPED)), NOISE),
    "gzip, then deflate": (RAW, encoded("gzip, identity, deflate", zlib.compress(GZIPPED)), NOISE),
    "deflate": (RAW, encoded("deflate", zlib.compress(NOISE)), NOISE),
    "bare deflate": (RAW, encoded("deflate", zlib.compress(NOISE)[2:-4]), NOISE),
    "identity": (RAW, encoded("identity", NOISE), NOISE),
    "silence in gzip": (RAW, encoded("gzip", gzip.compress(bytes(2_000_000))), bytes(2_000_000)),
    "true WAV without length": (WAV, [UNFRAMED, wav_file(b"\1\2" * 500)], wav_file(b"\1\2" * 500)),
    "mp3 byte by byte": (MP3, [head(None), *byte_chunks(mp3_file(0.1, 44100, 128000))], mp3_file(0.1, 44100, 128000)),
    "mp3 with tags": (MP3, [head(None), chunked(TAGGED)], TAGGED),
    "mp3 of a kind that is not known": (MP3, [head(20), b"\xff\xfb\0\0" + bytes(16)], b"\xff\xfb\0\0" + bytes(16)),
    "quiet A-law": (ALAW, [head(1000), b"U" * 1000], b"U" * 1000),
    "quiet mu-law of one sign": (ALAW, [head(1000), b"zyxwvutsr~" * 100], b"zyxwvutsr~" * 100),
    "samples that begin like JSON": (RAW, [head(1002), b'{"' + NOISE], b'{"' + NOISE),
    "a part that is the whole": (
        RAW,
        [head(1000, status="206 X", more="Content-Range: bytes 0-999/1000\r\n"), NOISE],
        NOISE,
    ),
    "status 206 alone": (RAW, [head(1000, status="206 X"), NOISE], NOISE),
    "WAV with a long header": (WAV, [head(len(LONG_HEADED)), LONG_HEADED], LONG_HEADED),
    "RF64": (WAV, [head(1044), b"RF64" + wav_file(b"\1\2" * 500)[4:]], b"RF64" + wav_file(b"\1\2" * 500)[4:]),
    "a word, then samples": (RAW, [head(26), b"some words \0", NOISE[:14]], b"some words \0" + NOISE[:14]),
}


@pytest.mark.parametrize("name", SOUND)
async def test_sound_audio_is_never_taken_for_broken(twin: Twin, wire: Wire, name: str) -> None:
    output_format, wire.response, expected = SOUND[name]
    assert (await read(twin, wire, output_format)).data == expected


async def test_a_part_that_was_asked_for_is_returned(twin: Twin, wire: Wire) -> None:
    for output_format, data in ((WAV, wav_file(b"\1\2" * 500)[500:900]), (MP3, SOME_MP3[100:500]), (RAW, NOISE[:401])):
        fields = f"Content-Range: bytes 500-{499 + len(data)}/9000\r\n"
        wire.response = [head(len(data), status="206 Partial Content", more=fields), data]
        asked = {"Range": f"bytes=500-{499 + len(data)}"}
        # The server closes each connection after its response: a client of its own for each request.
        audio = await done(twin.make(base_url=wire.url).tts.generate(**speech(output_format), extra_headers=asked))
        assert (audio.data, audio.container) == (data, output_format["container"])
        wire.response[0] = head(len(data) + 1, status="206 Partial Content", more=fields)
        with pytest.raises(c.IncompleteAudioError):
            await done(twin.make(base_url=wire.url).tts.generate(**speech(output_format), extra_headers=asked))


async def test_the_whole_in_place_of_a_part_is_checked(twin: Twin, wire: Wire) -> None:
    wire.response = [head(801), b"\1\2" * 400 + b"\1"]
    with pytest.raises(c.IncompleteAudioError, match="within a sample"):
        await done(twin.make(base_url=wire.url).tts.generate(**speech(RAW), extra_headers={"Range": "bytes=0-800"}))


async def test_an_endpoint_function_checks_the_body_too(twin: Twin, wire: Wire) -> None:
    wire.response = [UNFRAMED, b"\1\2" * 400]
    client = twin.make(base_url=wire.url)
    http = client.get_httpx_client() if twin.kind is c.Cartesia else client.get_async_httpx_client()
    with pytest.raises(c.IncompleteAudioError, match="ended with the connection"):
        await done(http.post("/tts/bytes", json={}))


async def test_a_bomb_ends_before_it_fills_the_memory(twin: Twin, wire: Wire) -> None:
    bomb = gzip.compress(bytes(200_000_000), 1)
    wire.response = encoded("gzip", bomb)
    tracemalloc.start()
    with pytest.raises(c.IncompleteAudioError, match="bytes became"):
        await read(twin, wire, RAW)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000_000


async def test_the_body_of_an_error_is_read_up_to_a_limit(twin: Twin, wire: Wire) -> None:
    wire.response = [head(50_000_000, "text/plain", "402 No"), *[b"No credits. " * 5000] * 100]
    with pytest.raises(c.PaymentRequiredError, match="No credits") as caught:
        await read(twin, wire, RAW)
    assert len(caught.value.body) == 1024 * 1024


@pytest.mark.parametrize("rest", [b" " * 50_000_000, b""], ids=["bomb", "cut"])
async def test_what_can_be_decoded_of_the_body_of_an_error_is_kept(twin: Twin, wire: Wire, rest: bytes) -> None:
    packed = gzip.compress(b"No credits. " * 50_000 + rest)
    packed = packed if rest else packed[:-12]
    wire.response = [head(len(packed), "text/plain", "402 No", "Content-Encoding: gzip\r\n"), packed]
    with pytest.raises(c.PaymentRequiredError, match="No credits") as caught:
        await read(twin, wire, RAW)
    assert caught.value.body.startswith("No credits. " * 49_000)
    assert len(caught.value.body) <= 1024 * 1024


async def test_the_status_of_an_error_counts_even_if_its_body_is_broken(twin: Twin, wire: Wire) -> None:
    wire.response = [head(500, "text/plain", "402 No"), b"No credits."]
    with pytest.raises(c.PaymentRequiredError, match="No credits"):
        await read(twin, wire, RAW)
    wire.response = [head(11, "text/plain", "402 No", "Content-Encoding: br\r\n"), b"No credits."]
    with pytest.raises(c.PaymentRequiredError):
        await read(twin, wire, RAW)


async def test_endless_interim_responses_end_in_a_timeout(twin: Twin, wire: Wire) -> None:
    wire.response = [b"HTTP/1.1 100 Continue\r\n\r\n" * 100] * 1_000_000
    with pytest.raises(c.APITimeoutError):
        await read(twin, wire, RAW, timeout=0.3)


FAKES = {
    "indented JSON": (RAW, head(24), b'{\n  "error": "no credit"}'),
    "indented JSON as mp3": (MP3, head(24), b'{\n  "error": "no credit"}'),
    "words of a proxy": (RAW, head(22, "application/octet-stream"), b"upstream connect error"),
    "words of a proxy as mp3": (MP3, head(22, "application/octet-stream"), b"upstream connect error"),
    "one word": (RAW, head(12), b"Unauthorized"),
    "a fragment of HTML": (RAW, head(28), b"<h1>503 Service is off</h1>\n"),
    "JSON without a space": (RAW, head(78), b'{"error":{"code":"x","message":"' + b"no_credits_" * 4 + b'"}}'),
    "UTF-16": (RAW, head(40), "no healthy upstream".encode("utf-16")),
    "UTF-16 as mp3": (MP3, head(40), "no healthy upstream".encode("utf-16")),
    "Latin-1": (RAW, head(33), "Guthaben für heute aufgebraucht..".encode("latin-1")),
    "AAC as mp3": (MP3, head(40), b"\xff\xf1\x50\x80" * 10),
    "a list": (RAW, head(20), b'["error", "no more"]'),
    "other letters": (RAW, head(27), "\ufeffÜberlastet, später".encode() + b"!!!!"),
    "a long text": (RAW, head(16000), b"no healthy upstream\n" * 800),
    "zeros as mp3": (MP3, head(400), bytes(400)),
    "WAV as mp3": (MP3, head(len(STREAMED_WAV)), STREAMED_WAV),
    "JSON by type": (WAV, head(13, "application/json"), b'{"ok": false}'),
    "HTML by type": (RAW, head(6, "text/html; charset=utf-8"), b"<html>"),
    "text by type": (RAW, head(5, "text/plain"), b"sorry"),
    "JSON in disguise": (RAW, head(13), b'{"ok": false}'),
    "HTML in disguise": (RAW, head(22), b" \n<!DOCTYPE html><p>no"),
    "no WAV": (WAV, head(8), b"OggSxxxx"),
    "WAV as raw": (RAW, head(1044), wav_file(b"\1\2" * 500)),
    "MP3 as raw": (RAW, head(len(SOME_MP3)), SOME_MP3),
    "parts": (RAW, head(20, "multipart/byteranges; boundary=x", "206 X"), b"--x\r\n\r\n\1\2\r\n--x--\r\n"),
    "no WAV, but long": (WAV, head(60), b"RIFF" + b"x" * 56),
}


@pytest.mark.parametrize("name", FAKES)
async def test_what_is_no_audio_is_not_passed_for_it(twin: Twin, wire: Wire, name: str) -> None:
    output_format, *wire.response = FAKES[name]
    with pytest.raises(c.APIResponseValidationError, match=r"expected .*, got .* with status 20[06]") as caught:
        await read(twin, wire, output_format)
    assert caught.value.body
    assert caught.value.request_id == "r-1"


async def test_a_stream_hands_out_whole_samples(twin: Twin, wire: Wire) -> None:
    wire.response = [
        head(None),
        *(chunked(part, end=False) for part in (b"\1", b"\2\3", b"\4\5\6", b"\7\x08")),
        b"0\r\n\r\n",
    ]
    stream = twin.make(base_url=wire.url).tts.generate_stream(**speech(RAW))
    chunks = []
    if twin.kind is c.Cartesia:
        with stream as audio:
            facts = (audio.container, audio.encoding, audio.sample_rate, audio.request_id, audio.file_id)
            chunks = list(audio)
    else:
        async with stream as audio:
            facts = (audio.container, audio.encoding, audio.sample_rate, audio.request_id, audio.file_id)
            chunks = [chunk async for chunk in audio]
    assert b"".join(chunks) == bytes(range(1, 9))
    assert not [chunk for chunk in chunks if len(chunk) % 2]
    assert facts == ("raw", "pcm_s16le", 8000, "r-1", None)


async def test_a_stream_is_saved_with_a_true_header(twin: Twin, wire: Wire, tmp_path: Path) -> None:
    wire.response = [
        head(None),
        *(chunked(STREAMED_WAV[at : at + 7], end=False) for at in range(0, 1044, 7)),
        b"0\r\n\r\n",
    ]
    path = await save(twin, twin.make(base_url=wire.url).tts.generate_stream(**speech(WAV)), tmp_path / "a.wav")
    assert path.read_bytes() == wav_file(b"\1\2" * 500)
    with pytest.raises(c.InvalidRequestError, match="would hold wav"):
        await save(twin, twin.make(base_url=wire.url).tts.generate_stream(**speech(WAV)), tmp_path / "a.mp3")


async def test_a_stream_is_a_context_manager(twin: Twin, wire: Wire) -> None:
    stream = twin.make(base_url=wire.url).tts.generate_stream(**speech(RAW))
    with pytest.raises(c.InvalidRequestError, match="with"):
        await done(stream.read())
    assert wire.requests == []


async def test_an_error_status_is_raised_on_entering_a_stream(twin: Twin, wire: Wire) -> None:
    wire.response = [head(9, "text/plain", status="404 Not Found"), b"No: voice"]
    stream = twin.make(base_url=wire.url).tts.generate_stream(**speech(RAW))
    with pytest.raises(c.NotFoundError, match="404: No: voice"):
        await save(twin, stream, Path("unused.raw"))


async def test_leaving_a_stream_early_closes_the_connection(twin: Twin, wire: Wire) -> None:
    wire.response, wire.ending = [head(2000), b"\1\2" * 400], "stall"
    stream = twin.make(base_url=wire.url).tts.generate_stream(**speech(RAW))
    if twin.kind is c.Cartesia:
        with stream as audio:
            assert next(iter(audio))
    else:
        async with stream as audio:
            assert await anext(aiter(audio))
    # The server is rid of the connection, and takes the next one.
    wire.response, wire.ending = [head(2), b"\1\2"], "close"
    assert len(await read(twin, wire, RAW)) == 2


def test_memory_stays_flat_while_streaming(wire: Wire) -> None:
    part = chunked(b"\1\2" * 50_000, end=False)
    wire.response = [head(None), *([part] * 200), b"0\r\n\r\n"]
    with c.Cartesia(api_key="k", base_url=wire.url) as client, client.tts.generate_stream(**speech(RAW)) as audio:
        chunks = iter(audio)
        next(chunks)
        tracemalloc.start()
        received = sum(map(len, chunks))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert received > 19_000_000
    assert peak < 2_000_000


async def test_a_whole_file_takes_less_memory_than_twice_its_size(twin: Twin, wire: Wire) -> None:
    data = b"\1\2" * 5_000_000
    wire.response = [head(None), chunked(wav_file(b"", declared=0xFFFFFFFF), end=False), chunked(data)]
    client = twin.make(base_url=wire.url)
    await done(client.tts.generate(**speech(WAV)))  # loads modules
    tracemalloc.start()
    audio = await done(client.tts.generate(**speech(WAV)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert audio.data[40:44] == struct.pack("<I", len(data))
    assert peak < 1.6 * len(data)
