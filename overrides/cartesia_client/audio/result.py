"""Complete audio: its bytes, its format, its duration, and saving it to a file."""

from __future__ import annotations

import functools
import os
import warnings
from dataclasses import dataclass, field
from pathlib import Path

from cartesia_io.audio import saving
from cartesia_io.audio.awaitable import Done, Held
from cartesia_io.audio.files import check_path, container_of
from cartesia_io.audio.formats import HEAD, AudioFormat
from cartesia_io.later import httpx


@dataclass(frozen=True, repr=False)
class Audio(Held):
    """Complete audio.

    Attributes:
        data: The audio. The header of a WAV file states true sizes, even where the service sent placeholders.
        container: "wav", "mp3" or "raw".
        encoding: Encoding of a sample, such as "pcm_s16le"; None for mp3.
        sample_rate: Samples per second, in Hz.
        bit_rate: Bits per second of an mp3, None otherwise.
        request_id: Id of the request, if the service sent one.
        file_id: Id under which the service stored the audio; only with `save=True`.
        headers: Headers of the response.
        status_code: HTTP status of the response; None for audio that a program has made.
    """

    data: bytes
    container: str
    encoding: str | None = None
    sample_rate: int | None = None
    bit_rate: int | None = None
    request_id: str | None = None
    file_id: str | None = None
    headers: httpx.Headers = field(default_factory=lambda: httpx.Headers(), compare=False)
    status_code: int | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        hidden = ("data", "duration", "headers", "status_code")
        shown = ", ".join(f"{name}={value!r}" for name, value in vars(self).items() if name not in hidden)
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
            OSError: The file cannot be written; an existing file stays as it is. What was bought is in a NotSavedError.
        """
        target = check_path(path, self.container)
        saving.save(target, self.data)
        return target

    def write_to_file(self, file: str | os.PathLike[str]) -> Done:
        """Write the audio to a file of any name. An extension of another container is a warning, not an error.

        The file is written as by `save`, when this returns. Under asyncio the call may be awaited, or not.

        Raises:
            InvalidRequestError: The path cannot name a file.
            OSError: The file cannot be written; an existing file stays as it is. What was bought is in a NotSavedError.
        """
        target = check_path(file, None)
        if container_of(target) not in (None, self.container):
            warnings.warn(f"{target.name} holds {self.container} audio, which its extension denies", stacklevel=2)
        saving.save(target, self.data)
        return Done()

    def play(self) -> Done:
        """Play the audio on this machine, and return when all has been heard. It needs the extra `play`.

        Raises:
            ConfigurationError: There is no device to play on, or the extra is not installed.
        """
        from cartesia_io.audio.playing import play_file  # loaded only where it is used

        play_file(self.data, self.container, self.encoding, self.sample_rate)
        return Done()
