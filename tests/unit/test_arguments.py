"""Arguments of the wrong type are named before anything is sent; nothing that a caller passes leads to a foreign exception."""

from __future__ import annotations

import array
import io
import os
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cartesia_client as c
import httpx
import pytest
from cartesia_api.bodies import json_field
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_httpx import HTTPXMock
from starlette.datastructures import Headers, UploadFile
from werkzeug.datastructures import FileStorage

from tests.unit.conftest import Twin, done, twin

__all__ = ["twin"]

RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
SPEECH = {"model_id": "sonic-3.5", "transcript": "Hi.", "voice": "v", "output_format": RAW}
CONTENT = b"RIFF" + bytes(range(256)) * 20
NESTED: list[Any] = []
NESTED.append(NESTED)


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda client: client.voices.get(None), "id must be str, not NoneType"),
        (lambda client: client.voices.get(5), "id must be str, not int"),
        (lambda client: client.voices.get(b"v"), "id must be str, not bytes"),
        (lambda client: client.voices.get("\ud800"), "id has half of a surrogate pair"),
        (lambda client: client.voices.list(limit="10"), "limit must be int or None, not str"),
        (lambda client: client.voices.list(limit=True), "limit must be int or None, not bool"),
        (lambda client: client.voices.list(limit=1.5), "limit must be int or None, not float"),
        (lambda client: client.voices.list(q=object()), "q must be str or None, not object"),
        (lambda client: client.tts.generate(**{**SPEECH, "transcript": b"Hi."}), "transcript must be str, not bytes"),
        (lambda client: client.tts.generate(**{**SPEECH, "transcript": None}), "transcript must be str, not NoneType"),
        (lambda client: client.tts.generate(**{**SPEECH, "voice": 5}), "voice must be str or dict, not int"),
        (
            lambda client: client.tts.generate(**{**SPEECH, "output_format": "wav"}),
            "output_format must be dict, not str",
        ),
        (lambda client: client.tts.generate(**SPEECH, save=1), "save must be bool or None, not int"),
        (
            lambda client: client.tts.generate(**{**SPEECH, "output_format": {**RAW, "sample_rate": float("nan")}}),
            "output_format.sample_rate must be a finite number, not nan",
        ),
        (
            lambda client: client.tts.generate(**{**SPEECH, "output_format": {**RAW, "encoding": [{"a": {1, 2}}]}}),
            r"output_format.encoding\[0\].a must be made of .*, not set",
        ),
        (
            lambda client: client.tts.generate(**{**SPEECH, "voice": {"a": NESTED}}),
            "voice is nested too deeply, or contains itself",
        ),
        (lambda client: client.get_status(extra_headers={"X": "\u20ac"}), "the header X must be a str of ASCII"),
        (lambda client: client.get_status(extra_headers={"X": "a\r\nb"}), "the header X must be a str of ASCII"),
        (lambda client: client.get_status(extra_headers={"X": 5}), "the header X must be .*, got int"),
        (lambda client: client.get_status(extra_headers={"X Y": "a"}), "'X Y' is not the name of a header"),
        (lambda client: client.get_status(extra_headers={5: "a"}), "5 is not the name of a header"),
        (lambda client: client.get_status(extra_headers=["X"]), "extra_headers must be a dict of str, not list"),
        (lambda client: client.get_status(extra_query={"x": "\ud800"}), "extra_query.x has half of a surrogate pair"),
        (
            lambda client: client.get_status(extra_query=5),
            "extra_query must be a dict of str, numbers, bool, or lists of these, got 5",
        ),
        (lambda client: client.get_status(timeout="5"), "timeout must be a number of seconds"),
        (lambda client: client.get_status(timeout=-1), "timeout must be a number of seconds"),
        (lambda client: client.get_status(timeout=float("nan")), "timeout must be a number of seconds"),
        (lambda client: client.get_status(max_retries="2"), "max_retries must be an int that is not negative"),
        (lambda client: client.get_status(max_retries=-1), "max_retries must be an int that is not negative"),
        (lambda client: client.tts.websocket_connect(timeout="5"), "timeout must be a number of seconds"),
        (lambda client: client.tts.websocket_connect(extra_headers={"X": 5}), "the header X must be"),
        (
            lambda client: client.tts.websocket_connect(extra_query=5),
            "extra_query must be a dict of str, numbers, bool, or lists of these, got 5",
        ),
        (
            lambda client: client.stt.auto_finalize.websocket(model="m", encoding=5, sample_rate=8000),
            "encoding must be str, not int",
        ),
    ],
)
async def test_an_argument_of_the_wrong_kind_is_named_before_anything_is_sent(
    twin: Twin, call: Callable[[Any], Any], named: str
) -> None:
    with pytest.raises(c.InvalidRequestError, match=named):
        await done(call(twin.make()))


async def test_ids_may_be_uuids_and_optional_arguments_none(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=b"\0\0", headers={"content-type": "audio/pcm"})
    voice = uuid.uuid4()
    await done(twin.make().tts.generate(**{**SPEECH, "voice": {"id": voice}}, speed=None))
    assert str(voice).encode() in httpx_mock.get_requests()[0].read()


class DjangoUpload:
    """An upload as Django passes it on: the file name is `name`."""

    def __init__(self) -> None:
        self.file = io.BytesIO(CONTENT)
        self.name = "my take.ogg"
        self.content_type = "audio/ogg"

    def read(self, size: int = -1) -> bytes:
        return self.file.read(size)


class Handler:
    """An upload as Tornado passes it on: its bytes are `body`."""

    filename = "a.flac"
    body = CONTENT
    content_type = "audio/flac"


def pipe() -> Any:
    reading, writing = os.pipe()
    os.write(writing, CONTENT)
    os.close(writing)
    return os.fdopen(reading, "rb")


KINDS: dict[str, tuple[Callable[[], Any], bytes]] = {
    "bytearray": (lambda: bytearray(CONTENT), b'filename="file.wav"'),
    "memoryview": (lambda: memoryview(CONTENT), b'filename="file.wav"'),
    "memoryview of 16-bit samples": (lambda: memoryview(array.array("H", CONTENT)), b'filename="file.wav"'),
    "memoryview with steps": (
        lambda: memoryview(b"".join(bytes([b, 0]) for b in CONTENT))[::2],
        b'filename="file.wav"',
    ),
    "array": (lambda: array.array("H", CONTENT), b'filename="file.wav"'),
    "generator": (lambda: (CONTENT[at : at + 100] for at in range(0, len(CONTENT), 100)), b'filename="file"'),
    "generator with empty pieces": (
        lambda: (piece for piece in (b"", CONTENT[:9], b"", CONTENT[9:])),
        b'filename="file"',
    ),
    "list of bytes": (lambda: [CONTENT[:7], bytearray(CONTENT[7:])], b'filename="file"'),
    "pipe": (pipe, b'filename="file"'),
    "BytesIO": (lambda: io.BytesIO(CONTENT), b'filename="file"'),
    "Starlette": (
        lambda: UploadFile(io.BytesIO(CONTENT), filename="a.mp3", headers=Headers({"content-type": "audio/mpeg"})),
        b'filename="a.mp3"\r\nContent-Type: audio/mpeg',
    ),
    "Starlette without a name": (lambda: UploadFile(io.BytesIO(CONTENT)), b'filename="file"'),
    "Flask": (
        lambda: FileStorage(io.BytesIO(CONTENT), filename="b.wav", name="field", content_type="audio/wav"),
        b'filename="b.wav"\r\nContent-Type: audio/wav',
    ),
    "Django": (DjangoUpload, b'filename="my take.ogg"\r\nContent-Type: audio/ogg'),
    "Tornado": (Handler, b'filename="a.flac"\r\nContent-Type: audio/flac'),
    "pair with a bytearray": (lambda: ("x.wav", bytearray(CONTENT)), b'filename="x.wav"'),
    "pair with a generator": (lambda: ("x.wav", iter([CONTENT])), b'filename="x.wav"'),
}


@pytest.mark.parametrize("kind", KINDS)
async def test_files_come_from_memory_iterators_pipes_and_web_frameworks(
    twin: Twin, httpx_mock: HTTPXMock, kind: str
) -> None:
    httpx_mock.add_response(json={"type": "transcript", "text": "Hi."})
    make, head = KINDS[kind]
    file = make()
    await done(twin.make().stt.transcribe(file=file, model="ink-whisper"))
    body = httpx_mock.get_requests()[0].read()
    assert b'Content-Disposition: form-data; name="file"; ' + head in body
    assert b"\r\n\r\n" + CONTENT + b"\r\n" in body
    if hasattr(file, "fileno") and kind == "pipe":
        file.close()


class Failing(io.RawIOBase):
    """A file whose reading fails."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        raise OSError("the disk is gone")


def closed() -> Any:
    file = io.BytesIO(CONTENT)
    file.close()
    return file


async def coroutine_of_bytes(*_: Any) -> bytes:
    return CONTENT


class AsyncFile:
    read = staticmethod(coroutine_of_bytes)


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda: 5, "file must be a path, bytes, .*, not int"),
        (lambda: None, "file must be file, not NoneType"),
        (dict, "file must be a path, bytes, .*, not dict"),
        (lambda: [1, 2], "file must be read as bytes, got int"),
        (lambda: iter(["a"]), "file must be read as bytes, got str"),
        (lambda: io.StringIO("text"), "file must be read as bytes, got str: open a file in binary mode"),
        (closed, "file cannot be read: ValueError: I/O operation on closed file"),
        (Failing, "file cannot be read: OSError: the disk is gone"),
        (AsyncFile, "file must be read as bytes, got coroutine"),
        (lambda: ("a.wav", "text"), "file must be a path, bytes, .*, not str"),
        (lambda: (5, CONTENT), "file must be a path, bytes, .*, not tuple"),
        (lambda: ("a.wav", CONTENT, "audio/wav\r\nX: y"), "the media type of file must be a str"),
        (lambda: ("a.wav", CONTENT, 5), "the media type of file must be a str"),
        (lambda: Path("/"), "file must be a file, and / is a folder"),
        (lambda: "a\0b", "file cannot be read: ValueError"),
    ],
)
async def test_what_is_no_file_is_named_before_anything_is_sent(
    twin: Twin, make: Callable[[], Any], named: str
) -> None:
    class Nothing(httpx.BaseTransport, httpx.AsyncBaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            request.read()
            raise AssertionError("sent")

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await request.aread()
            raise AssertionError("sent")

    client = twin.make(transport=Nothing())
    with pytest.raises(c.InvalidRequestError, match=named):
        await done(client.stt.transcribe(file=make(), model="ink-whisper"))


async def test_a_file_that_is_not_there_is_both_kinds_of_error(twin: Twin, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        await done(twin.make().stt.transcribe(file=tmp_path / "nowhere.wav", model="ink-whisper"))
    assert isinstance(caught.value, c.InvalidRequestError)


class Changing(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Changes a file before it is read."""

    def __init__(self, path: Path, content: bytes) -> None:
        self._path = path
        self._content = content
        self.body = b""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._path.write_bytes(self._content)
        self.body = request.read()
        return httpx.Response(200, json={"type": "transcript", "text": "Hi."})

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)


@pytest.mark.parametrize("opened", [False, True])
async def test_a_file_that_grows_is_sent_as_far_as_it_was(twin: Twin, tmp_path: Path, opened: bool) -> None:
    (path := tmp_path / "a.wav").write_bytes(CONTENT)
    transport = Changing(path, CONTENT + b"more")
    with path.open("rb") as file:
        await done(twin.make(transport=transport).stt.transcribe(file=file if opened else path, model="ink-whisper"))
    assert CONTENT + b"\r\n" in transport.body


@pytest.mark.parametrize("opened", [False, True])
async def test_a_file_that_shrinks_is_an_error(twin: Twin, tmp_path: Path, opened: bool) -> None:
    (path := tmp_path / "a.wav").write_bytes(CONTENT)
    client = twin.make(transport=Changing(path, b"less"))
    with path.open("rb") as file, pytest.raises(c.InvalidRequestError, match="file has become shorter"):
        await done(client.stt.transcribe(file=file if opened else path, model="ink-whisper"))


VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(st.characters(codec=None)),
        st.binary(),
        st.builds(object),
        st.datetimes(),
        st.complex_numbers(),
    ),
    lambda inner: st.one_of(
        st.lists(inner), st.tuples(inner), st.dictionaries(st.one_of(st.text(), st.integers()), inner)
    ),
)


@settings(deadline=None)
@given(VALUES)
def test_any_value_becomes_json_or_an_error_that_names_the_field(value: Any) -> None:
    error = failure(lambda: json_field("field", value))
    assert error is None or (isinstance(error, c.InvalidRequestError) and "field" in str(error))


@settings(deadline=None)
@given(value=VALUES, name=st.sampled_from(["model_id", "transcript", "voice", "output_format", "language", "save"]))
def test_any_value_of_any_argument_is_sent_or_an_error_that_names_it(value: Any, name: str) -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=b"\0\0", headers={"content-type": "audio/pcm"})

    with c.Cartesia(api_key="k", transport=httpx.MockTransport(respond)) as client:
        error = failure(lambda: client.tts.generate(**{**SPEECH, name: value}))
    assert error is None or (isinstance(error, c.InvalidRequestError) and name in str(error))


@settings(deadline=None)
@given(value=VALUES)
def test_any_file_is_sent_or_an_error_that_names_it(value: Any) -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        request.read()
        return httpx.Response(200, json={"type": "transcript", "text": "Hi."})

    with c.Cartesia(api_key="k", transport=httpx.MockTransport(respond)) as client:
        error = failure(lambda: client.stt.transcribe(file=value, model="ink-whisper"))
    assert error is None or (isinstance(error, c.InvalidRequestError) and "file" in str(error))


URLS = st.text("abxn-.:/@[]%\\ 0189\ud800é", max_size=90).map("https://".__add__)


@settings(deadline=None)
@given(st.one_of(st.text(st.characters(codec=None)), URLS))
def test_any_base_url_makes_a_client_or_an_error_of_its_own(url: str) -> None:
    error = failure(lambda: c.Cartesia(api_key="k", base_url=url).close())
    assert error is None or isinstance(error, c.ConfigurationError)


def failure(call: Callable[[], Any]) -> Exception | None:
    """Return the error of a call, if it raises one."""
    try:
        call()
    except Exception as error:
        return error
    return None
