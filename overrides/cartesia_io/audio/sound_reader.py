"""Sound that is read piece by piece: WAV headers are left out, and what is no PCM is rejected. No I/O."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from cartesia_api.arguments import InvalidRequestError

from . import mp3, samples, wav

MAX_HEADER = 16 * 1024 * 1024
"""Bytes within which the audio of a WAV file must begin."""
_FRAME_BYTES: dict[str, Callable[[bytearray], int]] = {
    "MP3": lambda head: (mp3.frame_at(head) or (0,))[0],
    "MP2": mp3.layer_2_frame,
    "AAC": samples.aac_frame,
}


class SoundReader:
    """Turns the pieces of a source into samples of one encoding and rate. No I/O.

    Headers of WAV files and what follows their audio are left out, and other PCM is converted. Bare samples pass as they are.
    """

    # Each state is a method, which returns what it has of the audio, or None to wait for more. It sets the next state (not as a
    # bound method, which would hold the reader that holds it):
    # _start -> _pass, for bare samples
    #        -> _header -> _sound -> _after (chunks that follow the audio) -> _start, where another file follows
    #                     -> _sound again, where no chunk follows: the size in the header was too small
    # A piece that begins with a WAV header starts a new file, too: sources yield one utterance after another that way.

    def __init__(self, encoding: str, rate: int) -> None:
        self.encoding = encoding
        self.rate = rate
        self._state: Callable[[SoundReader, bool], bytes | None] = (
            SoundReader._start if self.encoding in samples.SAMPLE_BYTES else SoundReader._pass
        )
        self._held = bytearray()
        self._found = self.encoding
        """Encoding of the samples in the file."""
        self._step = 1
        """Bytes of a sample."""
        self._left: int | None = None
        """Bytes until the end of the audio or of a chunk; None until the end of the source."""
        self._rest = 0
        """Bytes at the end of the audio that are less than a sample, until it is known what follows."""
        self._is_padded = False
        """Whether the size of the audio is odd, so that a zero may follow it."""

    def feed(self, data: bytes, *, last: bool = False) -> bytes:
        """Return the audio in a piece of the source, as far as it is known to be audio. With `last`, nothing is held back.

        Raises:
            InvalidRequestError: It is no audio that can be taken.
        """
        parts: list[bytes] = []
        if self.encoding in samples.SAMPLE_BYTES and wav.is_wav(data):
            parts += self._read(last=True)
            self._held.clear()
            self._state = SoundReader._start
        self._held += data
        return b"".join([*parts, *self._read(last)])

    def _read(self, last: bool) -> Iterator[bytes]:
        while (part := self._state(self, last)) is not None:
            yield part

    def _start(self, last: bool) -> bytes | None:
        if not self._held or (len(self._held) < 12 and not last):
            return None
        if wav.is_wav(self._held):
            self._state = SoundReader._header
            return b""
        kind = samples.file_kind(self._held) or self._frames(last)
        if kind is None:
            return None
        if kind:
            raise InvalidRequestError(
                f"the audio is {kind}; expected samples of {self.encoding}, bare or in a WAV file: decode it first"
            )
        self._state = SoundReader._pass
        return b""

    def _frames(self, last: bool) -> str | None:
        """Return the compressed format of frames that the audio begins with, "" if there are none, None to wait for more."""
        # One frame proves nothing, because samples can look like it. The next one stands where the first says that it ends.
        for kind, frame_bytes in _FRAME_BYTES.items():
            if len(self._held) >= 8 and (size := frame_bytes(self._held)) > 8:
                if len(self._held) < size + 8:
                    return "" if last else None
                if self._held[size : size + 2] == self._held[:2] and frame_bytes(self._held[size:]):
                    return kind
        return ""

    def _header(self, last: bool) -> bytes | None:
        header = wav.parse(self._held)
        if header is None:
            if last or len(self._held) > MAX_HEADER:
                raise InvalidRequestError("the WAV file ends before its audio, or its header cannot be read")
            return None
        known = header.encoding == self.encoding or samples.is_convertible(header.encoding, self.encoding)
        if not known or (header.sample_rate, header.channels) != (self.rate, 1):
            raise InvalidRequestError(
                f"the WAV file holds {header.encoding} at {header.sample_rate} Hz, {header.channels} channel(s); "
                f"expected {self.encoding} at {self.rate} Hz, 1 channel: convert the file, or ask for what it holds"
            )
        del self._held[: header.data_start]
        self._found, self._state, self._left = header.encoding, SoundReader._sound, header.data_size
        self._step = samples.SAMPLE_BYTES[self._found]
        if self._left is not None:
            self._rest, self._is_padded = self._left % self._step, self._left % 2 == 1
            self._left -= self._rest
        return b""

    def _sound(self, last: bool) -> bytes | None:
        if self._left == 0:
            self._state = SoundReader._after
            return b""
        size = len(self._held) if self._left is None else min(len(self._held), self._left)
        size -= size % self._step
        if not size:
            return None
        if self._left is not None:
            self._left -= size
        data = self._take(size)
        return data if self._found == self.encoding else samples.converted(data, self._found, self.encoding)

    def _after(self, last: bool) -> bytes | None:
        if self._left:
            skipped = len(self._take(min(self._left, len(self._held))))
            self._left -= skipped
            return b"" if skipped else None
        start = self._rest + (self._is_padded and self._held[self._rest : self._rest + 1] == b"\0")
        if len(self._held) < start + 8:
            return None
        head, self._rest, self._is_padded = self._held[start : start + 8], 0, False
        is_tag, size = head.startswith((b"ID3", b"TAG")), int.from_bytes(head[4:], "little")
        if not is_tag and not all(32 <= byte < 127 for byte in head[:4]):
            self._state, self._left = SoundReader._sound, None
            return b""
        self._take(start)
        if head[:4] in wav.MAGICS:
            self._state = SoundReader._start
        else:
            self._left = sys.maxsize if is_tag else 8 + size + size % 2  # tags end the file
        return b""

    def _pass(self, last: bool) -> bytes | None:
        return self._take(len(self._held)) if self._held else None

    def _take(self, size: int) -> bytes:
        data = bytes(self._held[:size])
        del self._held[:size]
        return data
