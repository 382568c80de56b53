"""Audio as a result: with its format, its duration, and a way to a file."""

from __future__ import annotations

import contextlib
import functools
import os
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

import attrs

from ..errors import InvalidRequestError
from . import mp3, wav

HEAD = 4096
"""Bytes from the beginning of a body that are kept to recognise it; WAV headers are far shorter."""
_EXTENSIONS: dict[str, str] = {".wav": "wav", ".wave": "wav", ".mp3": "mp3", ".raw": "raw", ".pcm": "raw"}
_OTHER_AUDIO = (".flac", ".ogg", ".oga", ".opus", ".m4a", ".aac", ".webm", ".wma")


class AudioFormat(NamedTuple):
    """What was asked for. A container of None is to be found out from the bytes."""

    container: str | None = None
    encoding: str | None = None
    sample_rate: int | None = None
    bit_rate: int | None = None

    @classmethod
    def of(cls, output_format: Any) -> AudioFormat:
        """From an `output_format` as a model or as a dict."""
        fields = output_format.to_dict() if hasattr(output_format, "to_dict") else output_format
        if not isinstance(fields, Mapping):
            return cls()
        return cls(*(fields.get(name) for name in cls._fields))

    def seconds(self, head: bytes, length: int, data: bytes = b"") -> float:
        """Length of audio of `length` bytes that begins with `head`; mp3 has to be seen whole, as `data`."""
        if self.container == "mp3":
            return mp3.duration(data)
        if self.container == "wav":
            header = wav.parse(head)
            return header.seconds(length) if header else 0.0
        size = wav.SAMPLE_BYTES.get(self.encoding or "")
        return length // size / self.sample_rate if size and self.sample_rate else 0.0


@attrs.frozen(slots=False)
class Audio:
    """Complete audio.

    Attributes:
        data: The audio. A WAV file has true sizes in its header, also where the service sent placeholders.
        container: "wav", "mp3" or "raw".
        encoding: How one sample is written, such as "pcm_s16le"; None for mp3.
        sample_rate: Samples per second, in Hz.
        bit_rate: Bits per second of an mp3, None otherwise.
        request_id: Id of the request, if the service sent one.
        file_id: Id under which the service stored the audio; only with `save=True`.
    """

    data: bytes = attrs.field(repr=lambda data: f"<{len(data)} bytes>")
    container: str
    encoding: str | None = None
    sample_rate: int | None = None
    bit_rate: int | None = None
    request_id: str | None = None
    file_id: str | None = None

    @functools.cached_property
    def duration(self) -> float:
        """Length in seconds: exact for raw and wav, counted in frames for mp3, 0 where the format is unknown."""
        asked = AudioFormat(self.container, self.encoding, self.sample_rate)
        return asked.seconds(self.data[:HEAD], len(self.data), self.data)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes the audio to a file, wholly or not at all, and returns its path. An existing file is replaced.

        Raises:
            InvalidRequestError: The extension belongs to another container.
            OSError: The file cannot be written; nothing of it stays.
        """
        target = check_path(path, self.container)
        with replacing(target) as file:
            file.write(self.data)
        return target

    def write_to_file(self, path: str | os.PathLike[str]) -> None:
        """The same as `save`, under the official library's name."""
        self.save(path)

    def read(self) -> bytes:
        """The audio as bytes."""
        return self.data

    def iter_bytes(self, chunk_size: int = 65536) -> Iterator[bytes]:
        """The audio in chunks of `chunk_size` bytes."""
        for start in range(0, len(self.data), chunk_size):
            yield self.data[start : start + chunk_size]

    def __bytes__(self) -> bytes:
        return self.data

    def __len__(self) -> int:
        """Length in bytes."""
        return len(self.data)


def check_path(path: str | os.PathLike[str], container: str) -> Path:
    """The path, unless its extension belongs to another container than the audio's."""
    target = Path(path)
    suffix = target.suffix.lower()
    if _EXTENSIONS.get(suffix, container) != container or suffix in _OTHER_AUDIO:
        ending = next((known for known, held in _EXTENSIONS.items() if held == container), "")
        raise InvalidRequestError(
            f"{target.name} would hold {container} audio; name it {target.with_suffix(ending).name}"
        )
    return target


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of `target` when the block ends well, and vanishes otherwise."""
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            yield file
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
