"""Bodies in encodings that need an optional package: decoded with it, and without it an error that names it."""

from __future__ import annotations

import sys
import zlib
from types import SimpleNamespace
from typing import Any

import cartesia_client as c
import pytest
from cartesia_io.http.response_bodies import ContentDecoder

from tests.unit.conftest import Twin, done
from tests.unit.test_audio_stream import NOISE, RAW, Wire, encoded, head, read
from tests.unit.test_audio_stream import wire as wire

PACKAGES = {"br": "brotli", "zstd": "zstandard"}


class Fake:
    """A decoder with the methods of brotli and of zstandard, whose data is that of zlib."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj()

    def process(self, data: bytes) -> bytes:
        return self._zlib.decompress(data)

    decompress = process

    def is_finished(self) -> bool:
        return self._zlib.eof

    @property
    def eof(self) -> bool:
        return self._zlib.eof


FAKES: dict[str, Any] = {
    "br": SimpleNamespace(Decompressor=Fake),
    "zstd": SimpleNamespace(ZstdDecompressor=lambda: SimpleNamespace(decompressobj=Fake)),
}


@pytest.mark.parametrize("encoding", PACKAGES)
async def test_a_body_is_decoded_if_the_package_is_installed(
    twin: Twin, wire: Wire, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.setitem(sys.modules, PACKAGES[encoding], FAKES[encoding])
    wire.response = encoded(encoding, zlib.compress(NOISE))
    assert (await read(twin, wire, RAW)).data == NOISE
    wire.response = encoded(encoding, zlib.compress(NOISE)[:-9])
    with pytest.raises(c.IncompleteAudioError, match=f"the {encoding} data ends too early"):
        await read(twin, wire, RAW)
    wire.response = encoded(encoding, b"no such data" * 9)
    with pytest.raises(c.IncompleteAudioError, match=f"the body is not {encoding}"):
        await read(twin, wire, RAW)


@pytest.mark.parametrize("encoding", PACKAGES)
async def test_without_the_package_an_error_says_what_to_install(
    twin: Twin, wire: Wire, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.setitem(sys.modules, PACKAGES[encoding], None)
    wire.response = encoded(encoding, b"any")
    with pytest.raises(c.IncompleteAudioError, match=f"pip install {PACKAGES[encoding]}"):
        await read(twin, wire, RAW)
    wire.response = [head(3, "application/json", more=f"Content-Encoding: {encoding}\r\n"), b"any"]
    with pytest.raises(c.APIConnectionError, match=f"pip install {PACKAGES[encoding]}"):
        await done(twin.make(base_url=wire.url, max_retries=0).get_status())


@pytest.mark.parametrize("encoding", PACKAGES)
def test_the_real_packages_decode_within_limits(encoding: str) -> None:
    module: Any = pytest.importorskip(PACKAGES[encoding])
    pack = module.compress if encoding == "br" else module.ZstdCompressor().compress
    for data in (b"", NOISE, bytes(2_000_000)):
        decoder, packed = ContentDecoder(encoding), pack(data)
        assert (
            b"".join(decoder.decode(packed[at : at + 7]) for at in range(0, len(packed), 7)) + decoder.flush() == data
        )
    with pytest.raises(Exception, match="became"):
        ContentDecoder(encoding).decode(pack(bytes(40_000_000)))


@pytest.mark.parametrize("size", [(1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20])
def test_the_end_of_a_body_of_any_size_is_found(size: int) -> None:
    decoder = ContentDecoder("deflate")
    assert len(decoder.decode(zlib.compress(bytes(size))) + decoder.flush()) == size
