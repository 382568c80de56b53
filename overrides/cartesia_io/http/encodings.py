"""Content encodings that need an optional package: brotli and zstd. Requests do not ask for them, and proxies may choose them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

_SLICE = 64
"""Bytes that are decoded at a time, because these packages know no limit: they become at most some megabytes."""


class SlicedDecoder:
    """Decodes with the interface of zlib's decoders.

    Attributes:
        eof: Whether the end of the data has been decoded.
        unconsumed_tail: What is to be passed next.
        unused_data: Nothing; what follows the end is left out.
    """

    def __init__(self, process: Callable[[bytes], bytes], is_finished: Callable[[], bool]) -> None:
        self._process, self._is_finished = process, is_finished
        self.eof = False
        self.unconsumed_tail = self.unused_data = b""

    def decompress(self, data: bytes, _: int) -> bytes:
        """Return what a part of the data becomes."""
        self.unconsumed_tail = data[_SLICE:]
        piece = self._process(data[:_SLICE])
        self.eof = self._is_finished()
        return piece


def _brotli(module: Any) -> SlicedDecoder:
    decoder = module.Decompressor()
    return SlicedDecoder(getattr(decoder, "process", None) or decoder.decompress, decoder.is_finished)


def _zstd(module: Any) -> SlicedDecoder:
    decoder = module.ZstdDecompressor().decompressobj()
    return SlicedDecoder(decoder.decompress, lambda: bool(decoder.eof))


OPTIONAL: dict[str, tuple[str, Callable[[Any], SlicedDecoder]]] = {
    "br": ("brotli", _brotli),
    "zstd": ("zstandard", _zstd),
}
"""The package of each encoding, and what makes a decoder of it."""


def optional_decoder(encoding: str) -> SlicedDecoder:
    """Return a decoder. Raise ImportError if its package is not installed; its errors are of any type."""
    name, made = OPTIONAL[encoding]
    return made(import_module(name))
