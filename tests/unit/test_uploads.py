"""Files go up from wherever they are: a path, bytes, an open file, a tuple; read as they are sent."""

from __future__ import annotations

import io
import tracemalloc
from pathlib import Path
from typing import Any

import cartesia_client as c
import httpx
import pytest
from cartesia_api.files import PathContent
from cartesia_api.types import File
from pytest_httpx import HTTPXMock

from tests.unit.conftest import Twin, done, twin

__all__ = ["twin"]

RESPONSE = {"type": "transcript", "text": "Hi."}
CONTENT = b"RIFF" + bytes(range(256)) * 20


async def sent(twin: Twin, httpx_mock: HTTPXMock, file: Any, **settings: Any) -> bytes:
    httpx_mock.add_response(json=RESPONSE)
    await done(twin.make(**settings).stt.transcribe(file=file, model="ink-whisper"))
    return httpx_mock.get_requests()[-1].read()


@pytest.mark.parametrize(
    "kind", ["path", "str path", "open file", "bytes", "pair", "triple", "pair with a file", "model", "audio", "clip"]
)
async def test_every_kind_of_file(twin: Twin, httpx_mock: HTTPXMock, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "take one.wav"
    path.write_bytes(CONTENT)
    with path.open("rb") as opened:
        file, head = {
            "path": (path, b'filename="take one.wav"\r\nContent-Type: audio/x-wav'),
            "str path": (str(path), b'filename="take one.wav"\r\nContent-Type: audio/x-wav'),
            "open file": (opened, b'filename="take one.wav"\r\nContent-Type: audio/x-wav'),
            "bytes": (CONTENT, b'filename="file.wav"\r\nContent-Type: audio/x-wav'),
            "pair": (("my.flac", CONTENT), b'filename="my.flac"\r\nContent-Type: audio/'),
            "triple": (("x", CONTENT, "audio/ogg"), b'filename="x"\r\nContent-Type: audio/ogg'),
            "pair with a file": (
                ("a.bin", io.BytesIO(CONTENT)),
                b'filename="a.bin"\r\nContent-Type: application/octet-stream',
            ),
            "model": (File(CONTENT, "m.mp3", "audio/mpeg"), b'filename="m.mp3"\r\nContent-Type: audio/mpeg'),
            "audio": (c.Audio(CONTENT, "wav"), b'filename="file.wav"\r\nContent-Type: audio/x-wav'),
            "clip": (
                type("Clip", (), {"__bytes__": lambda _: CONTENT})(),
                b'filename="file.wav"\r\nContent-Type: audio/',
            ),
        }[kind]
        body = await sent(twin, httpx_mock, file)
    assert b'Content-Disposition: form-data; name="file"; ' + head in body
    assert b"\r\n\r\n" + CONTENT + b"\r\n" in body
    assert b'name="model"\r\n\r\nink-whisper\r\n' in body


async def test_a_file_that_is_not_there_is_an_error_before_anything_is_sent(twin: Twin, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        await done(twin.make().stt.transcribe(file=tmp_path / "nowhere.wav", model="ink-whisper"))


async def test_a_file_is_sent_again_from_its_beginning(twin: Twin, httpx_mock: HTTPXMock, tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(CONTENT)
    bodies: list[bytes] = []

    def respond(request: httpx.Request) -> httpx.Response:
        bodies.append(request.read())
        return httpx.Response(429) if len(bodies) < 3 else httpx.Response(200, json=RESPONSE)

    httpx_mock.add_callback(respond, is_reusable=True)
    await done(twin.make().stt.transcribe(file=path, model="ink-whisper"))
    assert len(bodies) == 3
    assert all(CONTENT in body for body in bodies)


class Pipe(io.RawIOBase):
    """A file that cannot be rewound, such as standard input."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._content.readinto(buffer)


class Stuck(io.BytesIO):
    """A file that says that it can be rewound, and fails when it is."""

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation("seek")


class Rude(Pipe):
    """A file that fails when it is asked, as members of a tar file that is read as a stream."""

    def seekable(self) -> bool:
        raise AttributeError("seekable")


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("kind", ["open file", "pair", "triple", "model", "stuck", "rude"])
async def test_a_file_that_cannot_be_rewound_is_sent_once(
    twin: Twin, httpx_mock: HTTPXMock, status: int, kind: str
) -> None:
    bodies: list[bytes] = []

    def respond(request: httpx.Request) -> httpx.Response:
        bodies.append(request.read())
        return httpx.Response(status, headers={"Retry-After": "1"})

    httpx_mock.add_callback(respond, is_reusable=True)
    pipe = io.BufferedReader(Pipe(CONTENT))
    file: Any = {
        "open file": pipe,
        "pair": ("a.wav", pipe),
        "triple": ("a.wav", pipe, "audio/wav"),
        "model": File(pipe, "a.wav"),
        "stuck": Stuck(CONTENT),
        "rude": Rude(CONTENT),
    }[kind]
    with pytest.raises(c.APIStatusError, match="the upload cannot be read a second time") as caught:
        await done(twin.make(retry_billed=True).stt.transcribe(file=file, model="ink-whisper"))
    assert caught.value.attempts == 1
    assert [CONTENT in body for body in bodies] == [True]


async def test_a_file_that_cannot_be_rewound_waits_for_a_connection(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_exception(httpx.ConnectError("no route"))
    assert CONTENT in await sent(twin, httpx_mock, ("a.wav", io.BufferedReader(Pipe(CONTENT))))


async def test_a_file_cannot_smuggle_in_fields(twin: Twin, httpx_mock: HTTPXMock) -> None:
    evil = b'\r\n--+++\r\nContent-Disposition: form-data; name="model"\r\n\r\nevil\r\n--+++--\r\n'
    body = await sent(twin, httpx_mock, evil)
    boundary = body.split(b"\r\n")[0]
    assert boundary not in (b"--+++", evil.split(b"\r\n")[1])
    assert body.count(boundary) == 3


def test_a_large_file_is_read_while_it_is_sent(tmp_path: Path) -> None:
    path = tmp_path / "large.wav"
    with path.open("wb") as file:
        file.truncate(64_000_000)
    seen = 0

    def respond(request: httpx.Request) -> httpx.Response:
        nonlocal seen
        assert int(request.headers["content-length"]) > 64_000_000
        assert isinstance(request.stream, httpx.SyncByteStream)
        for chunk in request.stream:
            seen += len(chunk)
        return httpx.Response(200, json=RESPONSE)

    class Counting(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            return respond(request)

    with c.Cartesia(api_key="k", transport=Counting()) as client:
        tracemalloc.start()
        client.stt.transcribe(file=path, model="ink-whisper")
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert seen > 64_000_000
    assert peak < 4_000_000


def test_an_open_file_is_closed_when_it_has_been_sent(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    content = PathContent(path)
    assert (content.seek(0, 2), content.tell(), content.seek(0)) == (3, 3, 0)
    assert (content.read(2), content.read(2), content.read(2)) == (b"ab", b"c", b"")
    assert content._file is None
    assert content.read() == b"abc"
    content.close()


async def test_fields_of_a_form(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=b"\0\0", headers={"content-type": "audio/pcm"})
    audio = await done(
        twin.make().voice_changer.generate(
            clip=b"x",
            voice_id="v",
            output_format_container="raw",
            output_format_sample_rate=8000,
            output_format_encoding="pcm_s16le",
            output_format_bit_rate=None,
        )
    )
    assert (audio.container, audio.encoding, audio.sample_rate) == ("raw", "pcm_s16le", 8000)
    body = httpx_mock.get_requests()[0].read()
    assert b'name="output_format[sample_rate]"\r\n\r\n8000\r\n' in body
    assert b"bit_rate" not in body
