"""Complete audio: its bytes, its format, its duration, and saving it to a file."""

from __future__ import annotations

import functools
import os
import warnings
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

from cartesia_api.options import check_options
from cartesia_io.audio.awaitable import AwaitableBytes, Chunks, Done
from cartesia_io.audio.files import check_path, container_of
from cartesia_io.audio.formats import HEAD, AudioFormat
from cartesia_io.audio.saving import write, writing
from cartesia_io.rules import SIZE


@dataclass(frozen=True, repr=False)
class Audio:
    """Complete audio.

    Attributes:
        data: The audio. The header of a WAV file states true sizes, even where the service sent placeholders.
        container: "wav", "mp3" or "raw".
        encoding: Encoding of a sample, such as "pcm_s16le"; None for mp3.
        sample_rate: Samples per second, in Hz.
        bit_rate: Bits per second of an mp3, None otherwise.
        request_id: Id of the request, if the service sent one.
        file_id: Id under which the service stored the audio; only with `save=True`.
    """

    data: bytes
    container: str
    encoding: str | None = None
    sample_rate: int | None = None
    bit_rate: int | None = None
    request_id: str | None = None
    file_id: str | None = None

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in vars(self).items() if name not in ("data", "duration"))
        return f"Audio(data=<{len(self.data)} bytes>, {shown})"

    @functools.cached_property
    def duration(self) -> float:
        """Return the duration in seconds: exact for raw and wav, counted in frames for mp3, 0 if the format is unknown."""
        audio_format = AudioFormat(self.container, self.encoding, self.sample_rate)
        return audio_format.seconds(self.data[:HEAD], len(self.data), self.data)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the audio to a file and return its path. An existing file changes only when all is written.

        Links are followed, modes are kept, and devices and pipes are written to as they are. The folder must exist.

        Raises:
            InvalidRequestError: The path cannot name a file, or its extension is that of another container.
            OSError: The file cannot be written; an existing file stays as it is.
        """
        target = check_path(path, self.container)
        self._write(target)
        return target

    def write_to_file(self, file: str | os.PathLike[str]) -> Done:
        """Write the audio to a file of any name. An extension of another container is a warning, not an error.

        The file is written as by `save`, when this returns. Under asyncio the call may be awaited, or not.

        Raises:
            InvalidRequestError: The path cannot name a file.
            OSError: The file cannot be written; an existing file stays as it is.
        """
        target = check_path(file, None)
        if container_of(target) not in (None, self.container):
            warnings.warn(f"{target.name} holds {self.container} audio, which its extension denies", stacklevel=2)
        self._write(target)
        return Done()

    def read(self) -> AwaitableBytes:
        """Return the audio. Under asyncio the call may be awaited, or not."""
        return AwaitableBytes(self.data)

    def iter_bytes(self, chunk_size: int = 65536) -> Chunks:
        """Return an iterator of the audio in chunks of `chunk_size` bytes, for `for` and `async for`."""
        check_options({"chunk_size": chunk_size}, {"chunk_size": SIZE})
        return Chunks(self.data, chunk_size)

    def __iter__(self) -> Iterator[bytes]:
        """Return an iterator of the audio in chunks of bytes."""
        return self.iter_bytes()

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Return an iterator of the audio in chunks of bytes, for asyncio."""
        return self.iter_bytes()

    def _write(self, target: Path) -> None:
        with writing(target) as file:
            write(file, self.data)

    def __bytes__(self) -> bytes:
        return self.data

    def __len__(self) -> int:
        """Return the number of bytes."""
        return len(self.data)
