"""Bodies of responses: decoding that notices cuts and bombs, error bodies of at most 1 MiB, and text in place of audio."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from ..later import httpx
from ..masking import masked
from ..text import one_line
from .encodings import OPTIONAL, SlicedDecoder, optional_decoder

MAX_ERROR_BODY = 1024 * 1024
"""Bytes that are read of the body of an error."""
ERROR_TIMEOUT = 10.0
"""Seconds that the body of an error may take."""
MAX_DECODED, MAX_RATIO = 16 * 1024 * 1024, 100
"""A body that is larger than the one, and grew by more than the other when it was decoded, is an attack or a fault."""
ENCODINGS = ("gzip", "deflate")
"""What requests accept as Content-Encoding."""
_PIECE = 1024 * 1024


class _Inflater:
    """Decodes one encoding."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._inflate: zlib._Decompress | SlicedDecoder | None = None
        why = ""
        if encoding in OPTIONAL:
            try:
                self._inflate = optional_decoder(encoding)
            except ImportError:
                why = f" without another package: pip install {OPTIONAL[encoding][0]}"
        if self._inflate is None and encoding not in ENCODINGS:
            raise httpx.DecodingError(f"the Content-Encoding {masked(encoding)[:40]!r} is not supported{why}")

    def pieces(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Yield what chunks become, in pieces that do not fill the memory."""
        for data in chunks:
            is_full = False  # so that there may be more in it, even without more data
            while (data or is_full) and (inflate := self._member(data)) is not None:
                try:
                    piece = inflate.decompress(data, _PIECE)
                except Exception as error:  # each package has errors of its own
                    why = one_line(str(error), 80)
                    raise httpx.DecodingError(f"the body is not {self._encoding}: {why}") from None
                data, is_full = inflate.unconsumed_tail or inflate.unused_data, len(piece) == _PIECE
                yield piece

    def _member(self, data: bytes) -> zlib._Decompress | SlicedDecoder | None:
        """Return what decodes the data that follows; None for padding after the end."""
        if self._inflate is None or (self._inflate.eof and self._encoding == "gzip" and data[:1] == b"\x1f"):
            # Both kinds of deflate are in use: with the two bytes of zlib's header, and without.
            bare = data[0] & 15 != 8 or (len(data) > 1 and (data[0] * 256 + data[1]) % 31 != 0)
            self._inflate = zlib.decompressobj(31 if self._encoding == "gzip" else -15 if bare else 15)
        return None if self._inflate.eof else self._inflate

    def check_end(self) -> None:
        """Check that the data is complete."""
        if self._inflate is not None and not self._inflate.eof:
            raise httpx.DecodingError(f"the {self._encoding} data ends too early")


class ContentDecoder:
    """Decodes a body chunk by chunk, in place of httpx's decoder: that one passes on what is cut, unknown or endless."""

    def __init__(self, encoding: str) -> None:
        names = [name.strip().lower().removeprefix("x-") for name in encoding.split(",")]
        self._names = [
            name for name in reversed(names) if name not in ("", "identity")
        ]  # the last one was applied last
        self._layers: list[_Inflater] = []
        self._received = self._decoded = 0

    def pieces(self, data: bytes) -> Iterable[bytes]:
        """Return the bytes of the body that this chunk holds, piece by piece, without a limit to them all."""
        if not self._names:
            return (data,)
        self._layers = self._layers or [_Inflater(name) for name in self._names]
        pieces: Iterable[bytes] = (data,)
        for layer in self._layers:
            pieces = layer.pieces(pieces)
        return pieces

    def decode(self, data: bytes) -> bytes:
        """Return the bytes of the body that this chunk holds. Raise httpx.DecodingError if it cannot be decoded."""
        if not self._names:
            return data
        self._received += len(data)
        parts: list[bytes] = []
        for piece in self.pieces(data):
            parts.append(piece)
            self._decoded += len(piece)
            if self._decoded > MAX_DECODED and self._decoded > MAX_RATIO * self._received:
                raise httpx.DecodingError(f"{self._received} bytes became {self._decoded} when they were decoded")
        return b"".join(parts)

    def flush(self) -> bytes:
        """Check that the body is complete. Raise httpx.DecodingError if it is not."""
        for layer in self._layers:
            layer.check_end()
        return b""


def limit_decoding(response: httpx.Response) -> None:
    """Have the body of a response decoded within limits."""
    response._decoder = ContentDecoder(response.headers.get("content-encoding", ""))  # type: ignore[assignment]  # same methods


class _ErrorBody:
    """What has been read of the body of an error, and decoded no further than it is of use.

    A chunk may hold more than that, or be broken behind it: what comes first is kept.
    """

    def __init__(self, response: httpx.Response) -> None:
        self._decoder = ContentDecoder(response.headers.get("content-encoding", ""))
        self._read = bytearray()

    @property
    def content(self) -> bytes:
        return bytes(self._read[:MAX_ERROR_BODY])

    def is_enough_with(self, chunk: bytes) -> bool:
        """Add a chunk, and return whether no more is needed."""
        for piece in self._decoder.pieces(chunk):
            self._read += piece
            if len(self._read) >= MAX_ERROR_BODY:
                return True
        return False


def read_error(response: httpx.Response) -> None:
    """Read the body of an error as far as it is of use. If the rest is broken, the status still says what happened."""
    if hasattr(response, "_content"):  # it was made of a text, by a transport of the caller
        response._content = response.content[:MAX_ERROR_BODY]
        return
    body = _ErrorBody(response)
    try:
        for chunk in response.iter_raw():
            if body.is_enough_with(chunk):
                break
    except httpx.RequestError:
        pass
    response._content = body.content


async def aread_error(response: httpx.Response) -> None:
    """Read the body of an error as far as it is of use. If the rest is broken, the status still says what happened."""
    if hasattr(response, "_content"):
        response._content = response.content[:MAX_ERROR_BODY]
        return
    body = _ErrorBody(response)
    try:
        async for chunk in response.aiter_raw():
            if body.is_enough_with(chunk):
                break
    except httpx.RequestError:
        pass
    response._content = body.content
