"""Files of audio, written while their samples arrive. No I/O."""

from __future__ import annotations

import struct
from typing import Any, Protocol

from cartesia_api.arguments import ConfigurationError
from cartesia_io.audio.formats import AudioFormat
from cartesia_io.audio.g711 import as_s16
from cartesia_io.audio.samples import SAMPLE_BYTES
from cartesia_io.audio.wav import PLACEHOLDER

_TAGS = {"pcm_s16le": 1, "pcm_f32le": 3, "pcm_alaw": 6, "pcm_mulaw": 7}
"""The format tags of WAV."""


class Container(Protocol):
    """Wraps samples into a file."""

    def begin(self, length: int | None) -> bytes:
        """Return what stands before the samples. `length`: their bytes, None if that is not known yet."""
        ...

    def feed(self, samples: bytes) -> bytes:
        """Return the next bytes of the file."""
        ...

    def end(self) -> bytes:
        """Return the last bytes of the file."""
        ...


class Raw:
    """Bare samples."""

    def begin(self, length: int | None) -> bytes:
        """Return nothing: there is no header."""
        return b""

    def feed(self, samples: bytes) -> bytes:
        """Return the samples."""
        return samples

    def end(self) -> bytes:
        """Return nothing: there is no end."""
        return b""


class Wav(Raw):
    """A WAV file of one channel."""

    def __init__(self, encoding: str, sample_rate: int) -> None:
        self._encoding, self._rate = encoding, sample_rate

    def begin(self, length: int | None) -> bytes:
        """Return the header. Without a length, it says that the length is not known yet."""
        size, tag = SAMPLE_BYTES[self._encoding], _TAGS[self._encoding]
        data = PLACEHOLDER if length is None else min(length, 0xFFFFFFFF - 64)
        about = struct.pack("<HHIIHH", tag, 1, self._rate, self._rate * size, size, size * 8)
        chunks = b"fmt " + struct.pack("<I", len(about)) + about
        if tag != 1:
            # The encodings other than PCM have a longer chunk, and say how many samples there are.
            chunks = b"fmt " + struct.pack("<I", len(about) + 2) + about + bytes(2)
            chunks += b"fact" + struct.pack("<II", 4, data // size)
        chunks += b"data" + struct.pack("<I", data)
        return b"RIFF" + struct.pack("<I", min(4 + len(chunks) + data, 0xFFFFFFFF)) + b"WAVE" + chunks


class Mp3(Raw):
    """An MP3 file of one channel.

    Raises:
        ConfigurationError: The encoder is not installed.
    """

    def __init__(self, encoding: str, sample_rate: int, bit_rate: int) -> None:
        self._encoding = encoding
        self._encoder: Any = _lame().Encoder()
        self._encoder.set_in_sample_rate(sample_rate)
        self._encoder.set_out_sample_rate(sample_rate)
        self._encoder.set_bit_rate(bit_rate // 1000)
        self._encoder.set_channels(1)
        self._encoder.set_quality(2)
        self._encoder.silence()

    def feed(self, samples: bytes) -> bytes:
        """Return the frames that are complete."""
        return bytes(self._encoder.encode(as_s16(samples, self._encoding))) if samples else b""

    def end(self) -> bytes:
        """Return the last frames."""
        return bytes(self._encoder.flush())


def _lame() -> Any:
    try:
        import lameenc
    except ImportError as error:
        raise ConfigurationError(
            'MP3 with the times of words is encoded on this machine; install it with `pip install "cartesia-client[mp3]"`, '
            f"or save WAV ({error})"
        ) from error
    return lameenc


def container(wanted: AudioFormat, encoding: str) -> Container:
    """Return what wraps samples of an encoding into the wanted format.

    Raises:
        ConfigurationError: The encoder of MP3 is not installed.
    """
    rate = wanted.sample_rate or 0
    if wanted.container == "mp3":
        return Mp3(encoding, rate, wanted.bit_rate or 128000)
    return Wav(encoding, rate) if wanted.container == "wav" else Raw()
